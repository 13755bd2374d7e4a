//! The table of commands. A new command is a row here and its two texts in `i18n::commands`.

use super::{Key, Menu, Needs, Shortcut};
use crate::i18n::commands::{CommandHelp, CommandName};
use crate::i18n::{Lang, Reading as _};

macro_rules! commands {
    ($( $command:ident $menu:ident $needs:ident $(( $number:literal ))? [$( $shortcut:expr ),*]; )*) => {
        /// A command of the program.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "CommandHelp says what each does")]
        pub enum AppCommand { $( $command, )* }

        impl AppCommand {
            /// All commands in the order of the menus.
            pub const ALL: &[Self] = &[$( Self::$command, )*];

            /// Under which heading it stands.
            #[must_use]
            pub const fn menu(self) -> Menu {
                match self { $( Self::$command => Menu::$menu, )* }
            }

            /// What must be there for it to make sense.
            #[must_use]
            pub const fn needs(self) -> Needs {
                match self { $( Self::$command => Needs::$needs $(( $number ))?, )* }
            }

            /// Its shortcuts, the one to be shown first.
            #[must_use]
            pub const fn shortcuts(self) -> &'static [Shortcut] {
                match self { $( Self::$command => const { &[$( $shortcut ),*] }, )* }
            }

            /// What it is called.
            #[must_use]
            pub const fn name(self, lang: Lang) -> &'static str {
                match self { $( Self::$command => CommandName::$command, )* }.text(lang)
            }

            /// How its Japanese name is read, in hiragana.
            #[must_use]
            pub fn reading(self) -> &'static str {
                match self { $( Self::$command => CommandName::$command, )* }.reading()
            }

            /// What it does, in a sentence.
            #[must_use]
            pub const fn help(self, lang: Lang) -> &'static str {
                match self { $( Self::$command => CommandHelp::$command, )* }.text(lang)
            }
        }
    };
}

const fn ctrl(key: char) -> Shortcut {
    Shortcut::ctrl(Key::Char(key))
}

const fn ctrl_shift(key: char) -> Shortcut {
    Shortcut::ctrl_shift(Key::Char(key))
}

const fn alt(key: Key) -> Shortcut {
    Shortcut::alt(key)
}

const fn shift(key: Key) -> Shortcut {
    Shortcut::shift(key)
}

const fn alt_shift(key: char) -> Shortcut {
    Shortcut::alt_shift(Key::Char(key))
}

const fn ctrl_alt(key: Key) -> Shortcut {
    Shortcut { alt: true, ..Shortcut::ctrl(key) }
}

const fn plain(key: Key) -> Shortcut {
    Shortcut::plain(key)
}

// Ctrl with C, X or V arrives at the window as copy, cut or paste: `ui::clipboard` takes those.
commands! {
    New File Nothing [ctrl('N')];
    Open File Nothing [ctrl('O')];
    OpenExample File Nothing [];
    Save File Document [ctrl('S')];
    SaveAs File Document [ctrl_shift('S')];
    ToggleAutosave File Nothing [];
    MakeContribution File Document [];
    MergeCopies File Document [];
    KeepState File Document [ctrl_alt(Key::Char('S'))];
    KeptStates File Document [];
    ImportMap File Nothing [ctrl_shift('I')];
    ImportFeedback File Document [ctrl('I')];
    Export File Journey [ctrl('E')];
    ExportSheet File Persona [ctrl_shift('E')];
    Quit File Nothing [ctrl('Q')];

    Undo Edit Undo [ctrl('Z')];
    Redo Edit Redo [ctrl('Y'), ctrl_shift('Z')];
    Cut Edit Copyable [ctrl('X')];
    Copy Edit Copyable [ctrl('C')];
    CopyPicture Edit Map [ctrl_shift('C')];
    Paste Edit Nothing [ctrl('V')];
    Duplicate Edit Fillable [ctrl('D')];
    Delete Edit Selection [plain(Key::Delete), plain(Key::Backspace)];
    SelectAll Edit Map [ctrl('A')];
    Rename Edit Text [plain(Key::F(2))];
    Find Edit Document [ctrl('F')];
    FindNext Edit Document [plain(Key::F(3))];
    FindPrevious Edit Document [shift(Key::F(3))];
    NextConflict Edit Conflict [plain(Key::F(9))];
    ConflictStanding Edit Conflict [ctrl_alt(Key::Char('1'))];
    ConflictKept Edit Conflict [ctrl_alt(Key::Char('2'))];
    ConflictBoth Edit Conflict [ctrl_alt(Key::Char('3'))];
    MoveLeft Edit Movable [alt(Key::Left)];
    MoveRight Edit Movable [alt(Key::Right)];
    MoveUp Edit Movable [alt(Key::Up)];
    MoveDown Edit Movable [alt(Key::Down)];
    EvidenceAssumed Edit Card [ctrl_shift('1')];
    EvidencePartly Edit Card [ctrl_shift('2')];
    EvidenceResearched Edit Card [ctrl_shift('3')];
    VoteAdd Edit Card [alt(Key::Char('V'))];
    VoteTake Edit Card [alt_shift('V')];
    SetAuthor Edit Card [];
    NextWriter Edit Department [ctrl_shift('D')];
    Wider Edit Sizable [Shortcut::alt_shift(Key::Right)];
    Narrower Edit Sizable [Shortcut::alt_shift(Key::Left)];
    Taller Edit Lane [Shortcut::alt_shift(Key::Down)];
    Shorter Edit Lane [Shortcut::alt_shift(Key::Up)];
    UsualSize Edit Sizable [];
    SpanMore Edit Card [];
    SpanLess Edit Card [];

    SplitStep Edit Step [];
    MergeSteps Edit Step [];
    SplitPhase Edit Step [];
    MergePhases Edit Phase [];
    AssignName Edit Document [ctrl_shift('Y')];
    EditHandoff Edit Step [alt(Key::Char('H'))];
    ReverseLink Edit Link [];
    OtherLinkKind Edit Link [];

    AddCard Insert Cells [ctrl_shift('K')];
    AddStep Insert Map [ctrl_shift('T')];
    InsertStepBefore Insert Map [Shortcut::ctrl_shift(Key::Equals)];
    AddPhase Insert Map [ctrl_shift('P')];
    AddLane Insert Map [ctrl_shift('L')];
    AddBlueprint Insert Map [];
    PhasePresets Insert Map [];
    LinkTo Insert Step [alt(Key::Char('L'))];
    LinkThese Insert TwoSteps [];
    AddJourney Insert Document [ctrl_shift('J')];
    MakeToBe Insert AsIs [ctrl_shift('M')];
    AddPersona Insert Document [];
    AddDepartment Insert Document [];
    AddChannel Insert Document [];

    Lanes View Map [];
    CollapseLane View Lane [];
    HideLane View Lane [];
    ShowAllLanes View Map [];
    ViewStart View Nothing [];
    ViewMap View Document [alt(Key::Char('1'))];
    ViewPersonas View Document [alt(Key::Char('2'))];
    NextCurve View Map [alt(Key::Char('C'))];
    ChooseCurves View Map [];
    ComparePersonas View Personas [plain(Key::F(7))];
    ViewFeedback View Document [alt(Key::Char('3'))];
    CompareAsIs View Pair [alt(Key::Char('6'))];
    CompareToBe View Pair [alt(Key::Char('7'))];
    CompareBeside View Pair [alt(Key::Char('8'))];
    CompareOverlaid View Pair [alt(Key::Char('9'))];
    BringBack View Pair [];
    ShowChanges View Pair [alt(Key::Char('0'))];
    NextChange View Pair [plain(Key::F(8))];
    PreviousChange View Pair [Shortcut { shift: true, ..plain(Key::F(8)) }];
    ZoomIn View Map [Shortcut::ctrl(Key::Plus)];
    ZoomOut View Map [Shortcut::ctrl(Key::Minus)];
    ZoomActual View Map [ctrl('0')];
    ZoomFit View Map [ctrl('1')];
    ZoomSelection View Map [ctrl('2')];
    SheetSize View Map [];
    Present View Journey [plain(Key::F(5))];
    PresentHere View Journey [Shortcut::shift(Key::F(5))];
    ToggleOutline View Document [ctrl('B')];
    ToggleInspector View Document [ctrl_shift('B')];
    ToggleFilter View Map [ctrl_shift('F')];
    ClearFilter View Map [alt_shift('0')];
    ToggleAnswers View Map [ctrl_shift('A')];
    ClearAnswers View Document [ctrl_shift('0')];
    SwitchOthers View Map [];
    ToggleKnown View Map [];
    SaveView View Map [];
    ShowView1 View SavedView(1) [alt_shift('1')];
    ShowView2 View SavedView(2) [alt_shift('2')];
    ShowView3 View SavedView(3) [alt_shift('3')];
    ShowView4 View SavedView(4) [alt_shift('4')];
    ShowView5 View SavedView(5) [alt_shift('5')];
    ShowView6 View SavedView(6) [alt_shift('6')];
    ShowView7 View SavedView(7) [alt_shift('7')];
    ShowView8 View SavedView(8) [alt_shift('8')];
    ShowView9 View SavedView(9) [alt_shift('9')];
    ThemeSystem View Nothing [];
    ThemeLight View Nothing [];
    ThemeDark View Nothing [];
    ThemeHighContrast View Nothing [];
    InterfaceLarger View Nothing [ctrl_alt(Key::Plus)];
    InterfaceSmaller View Nothing [ctrl_alt(Key::Minus)];
    InterfaceUsual View Nothing [ctrl_alt(Key::Char('0'))];
    NextRegion View Document [plain(Key::F(6))];
    PreviousRegion View Document [Shortcut::shift(Key::F(6))];
    LanguageJapanese View Nothing [];
    LanguageEnglish View Nothing [];

    OpenCell Map Map [plain(Key::Enter)];
    TypeOver Map Map [plain(Key::Letters)];
    SetEmotion Map Map [plain(Key::Number)];
    RaiseEmotion Map Emotion [plain(Key::Plus)];
    LowerEmotion Map Emotion [plain(Key::Minus)];
    GoLeft Map Map [plain(Key::Left)];
    GoRight Map Map [plain(Key::Right)];
    GoUp Map Map [plain(Key::Up)];
    GoDown Map Map [plain(Key::Down)];
    GoNextStep Map Map [plain(Key::Tab)];
    GoStepBefore Map Map [shift(Key::Tab)];
    GoRowStart Map Map [plain(Key::Home)];
    GoRowEnd Map Map [plain(Key::End)];
    GoFirst Map Map [Shortcut::ctrl(Key::Home)];
    GoLast Map Map [Shortcut::ctrl(Key::End)];
    GoEdgeLeft Map Map [Shortcut::ctrl(Key::Left)];
    GoEdgeRight Map Map [Shortcut::ctrl(Key::Right)];
    GoEdgeUp Map Map [Shortcut::ctrl(Key::Up)];
    GoEdgeDown Map Map [Shortcut::ctrl(Key::Down)];
    PageUp Map Map [plain(Key::PageUp)];
    PageDown Map Map [plain(Key::PageDown)];
    PageLeft Map Map [alt(Key::PageUp)];
    PageRight Map Map [alt(Key::PageDown)];
    ExtendLeft Map Map [shift(Key::Left)];
    ExtendRight Map Map [shift(Key::Right)];
    ExtendUp Map Map [shift(Key::Up)];
    ExtendDown Map Map [shift(Key::Down)];
    ExtendEdgeLeft Map Map [Shortcut::ctrl_shift(Key::Left)];
    ExtendEdgeRight Map Map [Shortcut::ctrl_shift(Key::Right)];
    ExtendEdgeUp Map Map [Shortcut::ctrl_shift(Key::Up)];
    ExtendEdgeDown Map Map [Shortcut::ctrl_shift(Key::Down)];
    ContextMenu Map Map [shift(Key::F(10)), plain(Key::Menu)];
    ClearSelection Map Map [plain(Key::Escape)];
    HoldToPan Map Map [plain(Key::Space)];

    TypingNext Typing Nothing [plain(Key::Enter)];
    TypingBefore Typing Nothing [shift(Key::Enter)];
    TypingNextStep Typing Nothing [plain(Key::Tab)];
    TypingStepBefore Typing Nothing [shift(Key::Tab)];
    TypingBreak Typing Nothing [Shortcut::ctrl(Key::Enter)];
    TypingCancel Typing Nothing [plain(Key::Escape)];

    Palette Help Nothing [ctrl('K')];
    Help Help Nothing [plain(Key::F(1))];
}

impl AppCommand {
    /// The shortcut to be shown, as keyboards are labelled.
    #[must_use]
    pub fn shortcut_text(self) -> Option<String> {
        self.shortcuts().first().map(ToString::to_string)
    }

    /// Whether it is a key and nothing else: it says what a key does while one types or holds it, and cannot be chosen.
    #[must_use]
    pub fn is_only_a_key(self) -> bool {
        self.menu() == Menu::Typing || self.shortcuts().first().is_some_and(|shortcut| shortcut.key.is_many())
    }

    /// Name and shortcut, for a tooltip: `Undo (Ctrl+Z)`.
    #[must_use]
    pub fn tooltip(self, lang: Lang) -> String {
        match self.shortcut_text() {
            Some(shortcut) => format!("{} ({shortcut})", self.name(lang)),
            None => self.name(lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::app::{Selection, Situation, View};
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut owners = BTreeMap::new();
        for command in AppCommand::ALL {
            for shortcut in command.shortcuts() {
                // What a key does while one types is another matter.
                let other = owners.insert((command.menu() == Menu::Typing, *shortcut), *command);
                assert_eq!(other, None, "{shortcut} belongs to {command:?} too");
            }
        }
    }

    #[test]
    fn every_command_has_a_name_of_its_own_and_a_sentence_in_both_languages() {
        for lang in Lang::ALL {
            let names: BTreeSet<_> = AppCommand::ALL.iter().map(|command| command.name(lang)).collect();
            assert_eq!(names.len(), AppCommand::ALL.len());
            for command in AppCommand::ALL {
                let end = if lang == Lang::Ja { '。' } else { '.' };
                assert!(command.help(lang).ends_with(end), "{command:?}");
            }
        }
        assert_eq!(CommandName::ALL.len(), AppCommand::ALL.len(), "no text without a command");
        assert_eq!(CommandHelp::ALL.len(), AppCommand::ALL.len());
    }

    #[test]
    fn shortcuts_are_written_as_on_the_keyboard() {
        assert_eq!(AppCommand::SaveAs.shortcut_text().as_deref(), Some("Ctrl+Shift+S"));
        assert_eq!(AppCommand::MoveLeft.shortcut_text().as_deref(), Some("Alt+←"));
        assert_eq!(AppCommand::Undo.tooltip(Lang::Ja), "元に戻す (Ctrl+Z)");
    }

    #[test]
    fn commands_are_offered_only_when_they_make_sense() {
        let nothing = Situation { session: None, view: View::Start };
        assert!(nothing.allows(AppCommand::Open) && nothing.allows(AppCommand::Palette));
        assert!(!nothing.allows(AppCommand::Save) && !nothing.allows(AppCommand::Undo));

        let (mut session, cell) = session();
        let fresh = Situation { session: Some(&session), view: View::Map };
        assert!(fresh.allows(AppCommand::AddCard) && !fresh.allows(AppCommand::Undo));
        assert!(!fresh.allows(AppCommand::Delete) && !fresh.allows(AppCommand::MoveLeft));
        add_card(&mut session, cell, "a");
        let changed = Situation { session: Some(&session), view: View::Map };
        for command in [AppCommand::Undo, AppCommand::Delete, AppCommand::MoveLeft, AppCommand::Rename] {
            assert!(changed.allows(command), "{command:?}");
        }
        session.select(Selection::of_cell(cell));
        let personas = Situation { session: Some(&session), view: View::Personas };
        assert!(!personas.allows(AppCommand::AddStep) && personas.allows(AppCommand::AddPersona));
    }
}
