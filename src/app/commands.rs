//! The commands of the program: one table feeds menus, shortcuts, palette, tooltips and the help sheet.

mod shortcut;
mod table;

pub use shortcut::{Key, Shortcut};
pub use table::AppCommand;

use super::{Session, View};
use crate::compare::pair_of;
use crate::i18n::commands::{MenuTitle, NeedText};
use crate::i18n::filter_bar::FilterBarText;
use crate::i18n::{Lang, fill};
use crate::model::RecordId;

/// Under which heading a command stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Files and the program.
    File,
    /// Changing what is there.
    Edit,
    /// Adding.
    Insert,
    /// What is shown and how.
    View,
    /// Keys of the map: walking, opening, emotions.
    Map,
    /// Keys while a text on the map is typed.
    Typing,
    /// Finding one's way.
    Help,
}

impl Menu {
    /// All menus in their order.
    pub const ALL: [Self; 7] = [Self::File, Self::Edit, Self::Insert, Self::View, Self::Map, Self::Typing, Self::Help];

    /// The heading.
    #[must_use]
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::File => MenuTitle::File,
            Self::Edit => MenuTitle::Edit,
            Self::Insert => MenuTitle::Insert,
            Self::View => MenuTitle::View,
            Self::Map => MenuTitle::Map,
            Self::Typing => MenuTitle::Typing,
            Self::Help => MenuTitle::Help,
        }
        .text(lang)
    }

    /// Its commands in their order.
    pub fn commands(self) -> impl Iterator<Item = AppCommand> {
        AppCommand::ALL.iter().copied().filter(move |command| command.menu() == self)
    }
}

/// What must be there for a command to make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// An open document.
    Document,
    /// A journey, whatever the page.
    Journey,
    /// A persona, whatever the page.
    Persona,
    /// Two personas, whatever the page.
    Personas,
    /// A journey on the page.
    Map,
    /// A journey on the page of which a to-be can be made.
    AsIs,
    /// A journey on the page that has an as-is or a to-be.
    Pair,
    /// A lane with cards and a step on the page.
    Cells,
    /// Something selected.
    Selection,
    /// Something selected, or a cell that can be filled from the one before it.
    Fillable,
    /// A step of the emotion curve.
    Emotion,
    /// Something selected that can be copied: records, or the content of a cell.
    Copyable,
    /// Something selected that has a text of its own.
    Text,
    /// A department in the project.
    Department,
    /// So many saved views.
    SavedView(u8),
    /// Something selected that can move.
    Movable,
    /// A step of the map that is selected, or in which something is.
    Step,
    /// A conflict of two people's changes.
    Conflict,
    /// Two selected steps.
    TwoSteps,
    /// A phase that is selected, or in which something is.
    Phase,
    /// A selected branch or loop.
    Link,
    /// A card selected.
    Card,
    /// A lane on the page, selected or with the focused cell.
    Lane,
    /// A step, lane or card on the page, selected or with the focused cell.
    Sizable,
    /// A step of the history to take back.
    Undo,
    /// A step of the history to do again.
    Redo,
}

impl Needs {
    /// What must be done first, in a few words.
    #[must_use]
    pub const fn reason(self, lang: Lang) -> &'static str {
        match self {
            Self::Document => NeedText::Document,
            Self::Journey | Self::Map => NeedText::Map,
            Self::Cells => NeedText::Cells,
            Self::Selection | Self::Fillable | Self::Text | Self::Movable => NeedText::Selection,
            Self::Emotion => NeedText::Emotion,
            Self::Undo => NeedText::Undo,
            Self::Redo => NeedText::Redo,
            Self::Step => NeedText::Step,
            _ => NeedText::Other,
        }
        .text(lang)
    }
}

/// What is there.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The open document.
    pub session: Option<&'a Session>,
    /// The page.
    pub view: View,
}

impl Situation<'_> {
    /// Whether a command makes sense now.
    #[must_use]
    pub fn allows(&self, command: AppCommand) -> bool {
        let needs = command.needs();
        needs == Needs::Nothing || self.session.is_some_and(|session| self.has(session, needs))
    }

    /// What a command is called now: one that shows a saved view after that view, all others as ever.
    #[must_use]
    pub fn name(&self, command: AppCommand, lang: Lang) -> String {
        let number = if let Needs::SavedView(number) = command.needs() { usize::from(number) } else { 0 };
        let view = self
            .session
            .zip(number.checked_sub(1))
            .and_then(|(session, at)| session.project().views_in_order().get(at).map(|view| view.name.clone()));
        view.map_or_else(
            || command.name(lang).to_owned(),
            |name| fill(FilterBarText::View.text(lang), &[("name", &name)]),
        )
    }

    fn has(&self, session: &Session, needs: Needs) -> bool {
        let selected = session.selection().primary();
        let on_map = self.view == View::Map && session.journey().is_some();
        match needs {
            Needs::Nothing | Needs::Document => true,
            Needs::Journey => session.journey().is_some(),
            Needs::Persona => session.persona().is_some(),
            Needs::Personas => session.project().personas.len() > 1,
            Needs::Map => on_map,
            Needs::AsIs => on_map && super::actions::takes_to_be(session),
            Needs::Pair => {
                on_map && session.journey().is_some_and(|journey| pair_of(session.project(), journey).is_some())
            }
            Needs::Cells => on_map && super::actions::cell_for_card(session).is_some(),
            Needs::Conflict => super::together::open_conflicts(session.project()) > 0,
            Needs::Selection => selected.is_some(),
            Needs::Copyable => super::clip::can_copy(session, self.view),
            Needs::Text => selected.is_some_and(has_text),
            Needs::Card => matches!(selected, Some(RecordId::Card(_))),
            Needs::Department => !session.project().departments.is_empty(),
            Needs::SavedView(number) => session.project().views.len() >= usize::from(number),
            Needs::Step => on_map && super::actions::selected_step(session).is_some(),
            Needs::TwoSteps => on_map && super::actions::selected_steps(session).len() == 2,
            Needs::Phase => on_map && super::actions::selected_phase(session).is_some(),
            Needs::Link => matches!(selected, Some(RecordId::Link(_))),
            Needs::Fillable => selected.is_some() || (on_map && session.selection().cell().is_some()),
            Needs::Emotion => on_map && super::actions::emotion_step(session).is_some(),
            Needs::Movable => selected.is_some_and(has_place) || super::actions::emotion_step(session).is_some(),
            Needs::Lane => on_map && super::actions::selected_lane(session).is_some(),
            Needs::Sizable => on_map && (has_size(selected) || session.selection().cell().is_some()),
            Needs::Undo => session.in_gesture() || session.undo_label().is_some(),
            Needs::Redo => session.redo_label().is_some(),
        }
    }
}

const fn has_size(record: Option<RecordId>) -> bool {
    matches!(record, Some(RecordId::Step(_) | RecordId::Lane(_) | RecordId::Card(_)))
}

const fn has_text(record: RecordId) -> bool {
    !matches!(record, RecordId::Mark(_) | RecordId::Handoff(_))
}

const fn has_place(record: RecordId) -> bool {
    !matches!(record, RecordId::Mark(_) | RecordId::Handoff(_) | RecordId::Link(_) | RecordId::Alias(_))
}
