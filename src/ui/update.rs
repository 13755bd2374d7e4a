//! Does what was asked for: actions become commands of the session, changes of what is shown, or effects.

use super::action::Action;
use super::canvas::{MapAction, Wish};
use super::clipboard;
use super::colleagues;
use super::compare;
use super::desk::Desk;
use super::dialogs::{After, Answer, Dialog, Failure};
use super::effects::{Ask, Event};
use super::files;
use super::filter;
use super::find_bar;
use super::import_dialog::{ImportWish, Source};
use super::keeping;
use super::palette::Palette;
use super::persona::next_persona;
use super::phase_dialog::PhaseDialog;
use super::present;
use super::together;
use super::tray;
use crate::app::settings::{Scale, ThemeChoice};
use crate::app::walk::{Walk, Way, cell_of};
use crate::app::{AppCommand, Example, MapFilter, Menu, Outcome, Selection, Session, View, perform as perform_command};
use crate::base::{IdSource, today};
use crate::edit::{Command, EditError};
use crate::i18n::compare::CompareText;
use crate::i18n::history::{HistoryText, history_text, refused_text};
use crate::i18n::lanes::LaneList;
use crate::i18n::shell::ShellText as Text;
use crate::i18n::structure::PhasePreset;
use crate::i18n::{Lang, fill};
use crate::model::{Handoff, JourneyId, PersonaId, Picture, Project, RecordId};
use crate::template;
use std::path::{Path, PathBuf};

/// Does one action.
pub(super) fn perform(desk: &mut Desk, action: Action) {
    let Some(action) = clipboard::passing(desk, action) else { return };
    match action {
        Action::Clip(action) => clipboard::perform(desk, action),
        Action::Do(command) => command_of_table(desk, command),
        Action::Run(command) => run(desk, &command),
        Action::Type { command, field } => {
            in_session(desk, |session| session.run_coalescing(&command, &field.to_string()));
        }
        Action::Together(action) => together::perform(desk, action),
        Action::MakeToBe(as_is) => compare::make_to_be(desk, as_is),
        Action::ShowMap(view, journey) => compare::show(desk, view, journey),
        Action::ComparePair(pair) => compare::choose_pair(desk, pair),
        Action::Jump(target) => compare::jump(desk, target),
        Action::BringBack(record) => compare::bring_back(desk, record),
        Action::Map(MapAction::Ghost(card)) => compare::meet(desk, card.into()),
        Action::Say(text) => desk.toasts.say(text.text(desk.lang()).to_owned(), false),
        Action::Map(MapAction::OnlyInAsIs) => perform(desk, Action::Say(CompareText::GhostOnly)),
        Action::UsePhases(preset) => use_phases(desk, preset),
        Action::Select(records) => select(desk, records),
        Action::GoTo(record) => find_bar::go_to(desk, record),
        Action::EndFind => find_bar::go_back(desk),
        Action::Show(view) => desk.shown.window.view = view,
        Action::ShowJourney(journey) => show_journey(desk, journey),
        Action::ShowPersona(persona) => show_persona(desk, persona),
        Action::New(key) => guarded(desk, Action::New(key), |desk| new_project(desk, key)),
        Action::NewProject(project, said) => {
            let action = Action::NewProject(project.clone(), said.clone());
            guarded(desk, action, |desk| show_imported(desk, *project, said));
        }
        Action::OpenExample(example) => {
            guarded(desk, Action::OpenExample(example), |desk| open_example(desk, example));
        }
        Action::Restore(left) => {
            guarded(desk, Action::Restore(left.clone()), |desk| keeping::restore(desk, &left));
        }
        Action::OpenFile(path) => {
            guarded(desk, Action::OpenFile(path.clone()), |desk| desk.effects.open(path, desk.lang()));
        }
        Action::Forget(path) => desk.settings.forget(&path),
        Action::PickPortrait(persona) => desk.effects.ask(Ask::Portrait(persona), desk.lang(), ""),
        Action::PortraitFile(persona, path) => desk.effects.portrait(persona, path, desk.lang()),
        Action::FeedbackFiles(paths) => feedback_files(desk, paths),
        Action::ImportMap(path) => import_map(desk, Source::File(path)),
        Action::NotUsable(path) => {
            let said = fill(Text::NotUsable.text(desk.lang()), &[("file", &files::name(&path))]);
            desk.toasts.say(said, false);
        }
        Action::AddHandoff(from, to) => {
            in_session(desk, |session| {
                let handoff = Handoff::new(session.new_id(), from, to);
                session.run(&Command::Add { record: handoff.into(), before: None })
            });
        }
        Action::AssignName(name, step) => tray::assign(desk, &name, step),
        Action::Tell(words) => desk.toasts.say(words, false),
        Action::SetLang(lang) => desk.set_lang(lang),
        Action::SetTheme(kind) => desk.settings.theme = kind,
        Action::SetScale(scale) => desk.settings.scale = scale,
        Action::ReduceMotion(reduced) => desk.settings.reduced_motion = reduced,
        Action::SetZoom(factor) => desk.shown.canvas.wish(Wish::Zoom(factor)),
        Action::Filter(action) => filter::perform(desk, action),
        Action::Map(action) => {
            in_session(desk, |session| action.perform(session));
        }
    }
}

/// Opens the file named on the command line.
pub(super) fn named_at_start(desk: &mut Desk, path: PathBuf) {
    match files::Dropped::of(&path) {
        files::Dropped::Map => import_map(desk, Source::File(path)),
        files::Dropped::Feedback if files::is_map(&path, desk.lang()) => import_map(desk, Source::File(path)),
        files::Dropped::Feedback => feedback_files(desk, vec![path]),
        _ => desk.effects.open(path, desk.lang()),
    }
}

/// Takes in what an effect brought.
pub(super) fn take(desk: &mut Desk, event: Event) {
    match event {
        Event::Picked(Ask::Project, path) => desk.effects.open(path, desk.lang()),
        Event::Picked(Ask::SaveAs, path) => keeping::save_to(desk, path),
        Event::Picked(Ask::Portrait(persona), path) => desk.effects.portrait(persona, path, desk.lang()),
        Event::Picked(Ask::Feedback, path) => feedback_files(desk, vec![path]),
        Event::Picked(Ask::Map, path) => import_map(desk, Source::File(path)),
        Event::Feedback(paths) => feedback_files(desk, paths),
        Event::NoDialog => no_dialog(desk),
        Event::Picked(Ask::Export(_), path) => desk.export.save_to(path),
        Event::Picked(Ask::Logo, path) => desk.effects.logo(path, desk.lang()),
        Event::Logo(result) => desk.export.set_logo(result),
        Event::Opened { path, result: Ok(file) } => opened(desk, *file, &path),
        Event::Opened { result: Err(details), .. } => {
            fail(desk, Text::CouldNotOpen, details, None, Some(Text::CheckFile));
        }
        Event::Saved { order, result } => keeping::saved(desk, &order, result),
        Event::LookedAgain { serial, opened } => colleagues::looked_again(desk, serial, opened),
        Event::Together(event) => together::take(desk, event),
        Event::Copies(paths) => copies_chosen(desk, paths),
        Event::Picked(Ask::Copies, path) => copies_chosen(desk, vec![path]),
        Event::Left(left) => desk.keeping.offer(left),
        event @ (Event::Picture { .. } | Event::Drawn(_)) => clipboard::take(desk, event),
        Event::Portrait { persona, result: Ok(picture) } => set_portrait(desk, persona, picture),
        Event::Portrait { result: Err(details), .. } => {
            fail(desk, Text::CouldNotReadPicture, details, None, Some(Text::UsePngOrJpeg));
        }
    }
}

/// Goes on after a dialog was answered.
pub(super) fn answered(desk: &mut Desk, dialog: Dialog, answer: Answer) {
    match (dialog, answer) {
        (Dialog::Losses(_), Answer::Save) => save_as(desk),
        (Dialog::Left(left), answer) => keeping::decided(desk, *left, answer),
        (Dialog::Unsaved { then, .. }, Answer::Discard) => go_on(desk, then),
        (Dialog::Unsaved { then, .. }, Answer::Save) => {
            desk.after_save = Some(then);
            save(desk);
        }
        _ => {}
    }
}

/// Whether the window may close now; if not, the person is asked.
pub(super) fn may_close(desk: &mut Desk) -> bool {
    if desk.closing || !unsaved(desk) {
        return true;
    }
    ask_first(desk, After::Quit);
    false
}

/// Shows a project, as new or as it is in its file.
pub(super) fn show_project(desk: &mut Desk, project: Project, path: Option<PathBuf>) {
    show_session(desk, Session::new(project, path, IdSource::random()));
}

/// Shows a session.
pub(super) fn show_session(desk: &mut Desk, mut session: Session) {
    session.give_id();
    desk.session = Some(session);
    desk.shown.window.view = View::Map;
    desk.shown.renaming = None;
    desk.shown.feedback.reset();
    desk.shown.filter = MapFilter::default();
    desk.shown.compare = compare::CompareShown::default();
    desk.losses = None;
    let waiting = std::mem::take(&mut desk.waiting_feedback);
    if !waiting.is_empty() {
        feedback_files(desk, waiting);
    }
}

fn command_of_table(desk: &mut Desk, command: AppCommand) {
    let lang = desk.lang();
    if matches!(command.menu(), Menu::Edit | Menu::Insert) {
        // The field gives way to what the command does; what was typed stays.
        keep_typed(desk);
    }
    if clipboard::command(desk, command) {
        return;
    }
    if command == AppCommand::AddCard && desk.shown.window.view == View::Map {
        // The card comes to be with its text, as one step.
        desk.shown.canvas.wish(Wish::NewCard);
        return;
    }
    if command == AppCommand::MakeToBe {
        if let Some(as_is) = desk.session.as_ref().and_then(Session::journey) {
            compare::make_to_be(desk, as_is);
        }
        return;
    }
    let from = desk.session.as_ref().and_then(cell_of);
    let done = match &mut desk.session {
        Some(session) => perform_command(session, command, lang),
        None => Ok(Outcome::NotHere),
    };
    if let (Some(session), Some(walk)) = (&mut desk.session, Walk::of(command)) {
        desk.shown.filter.walk_on(session, walk, from);
    }
    if let Some(session) = &desk.session {
        desk.shown.canvas.told(command, session);
    }
    match done {
        Ok(Outcome::NotHere) => command_of_window(desk, command),
        Ok(Outcome::Nothing) => {}
        Ok(Outcome::Done) if command == AppCommand::SelectAll => filter::narrow(desk),
        Ok(Outcome::Done) if command == AppCommand::HideLane => {
            desk.toasts.say(LaneList::LaneHidden.text(lang), true);
        }
        Ok(Outcome::Done) => {
            said_deleted(desk, command == AppCommand::Delete);
            desk.shown.canvas.wish(Wish::Reveal);
        }
        Ok(Outcome::EditText(record)) => edit_text(desk, record, command != AppCommand::Rename),
        Ok(Outcome::Undone(label)) => desk.toasts.say(history_text(HistoryText::Undone, label, lang), false),
        Ok(Outcome::Redone(label)) => desk.toasts.say(history_text(HistoryText::Redone, label, lang), false),
        Err(error) => refused(desk, &error),
    }
}

fn command_of_window(desk: &mut Desk, command: AppCommand) {
    use AppCommand as C;
    if compare::perform(desk, command) || together::command(desk, command) {
        return;
    }
    let window = &mut desk.shown.window;
    match command {
        C::New | C::ViewStart => guarded(desk, Action::Do(C::ViewStart), close_project),
        C::Open => guarded(desk, Action::Do(C::Open), |desk| desk.effects.ask(Ask::Project, desk.lang(), "")),
        C::OpenExample => perform(desk, Action::OpenExample(Example::for_reader(desk.lang()))),
        C::Save => save(desk),
        C::SaveAs => save_as(desk),
        C::ToggleAutosave => keeping::toggle_autosave(desk),
        C::ImportMap => desk.effects.ask(Ask::Map, desk.lang(), ""),
        C::ImportFeedback => desk.effects.ask(Ask::Feedback, desk.lang(), ""),
        C::Export => export(desk),
        C::ExportSheet => export_sheet(desk),
        C::InterfaceLarger => desk.settings.scale = desk.settings.scale.stepped(1),
        C::InterfaceSmaller => desk.settings.scale = desk.settings.scale.stepped(-1),
        C::InterfaceUsual => desk.settings.scale = Scale::default(),
        C::NextRegion => desk.shown.regions.go(1),
        C::PreviousRegion => desk.shown.regions.go(-1),
        C::Present => present::start(desk, false),
        C::PresentHere => present::start(desk, true),
        C::ComparePersonas => compare_personas(desk),
        C::Quit => desk.closing = may_close(desk),
        C::PhasePresets => desk.phases = Some(PhaseDialog::default()),
        C::SheetSize => desk.shown.size_asked = true,
        C::LinkTo => desk.shown.canvas.wish(Wish::Link),
        C::AssignName => tray::open(desk),
        C::EditHandoff => desk.shown.canvas.wish(Wish::Handoff),
        C::ViewMap => window.view = View::Map,
        C::ViewPersonas => window.view = View::Personas,
        C::ViewFeedback => window.view = View::Feedback,
        C::ToggleOutline => window.outline = !window.outline,
        C::ToggleInspector => window.inspector = !window.inspector,
        C::Lanes => desk.shown.canvas.wish(Wish::Lanes),
        C::Taller => desk.shown.canvas.wish(Wish::Heighten(crate::app::actions::SIZE_STEP)),
        C::Shorter => desk.shown.canvas.wish(Wish::Heighten(-crate::app::actions::SIZE_STEP)),
        C::ChooseCurves => desk.shown.canvas.wish(Wish::ChooseCurves),
        C::ZoomIn => desk.shown.canvas.wish(Wish::ZoomBy(1.25)),
        C::ZoomOut => desk.shown.canvas.wish(Wish::ZoomBy(0.8)),
        C::ZoomActual => desk.shown.canvas.wish(Wish::Zoom(1.0)),
        C::ZoomFit => desk.shown.canvas.wish(Wish::Fit),
        C::ZoomSelection => desk.shown.canvas.wish(Wish::Reveal),
        C::Find | C::FindNext | C::FindPrevious => find_bar::command(desk, command),
        C::OpenCell => desk.shown.canvas.wish(Wish::Open),
        C::ContextMenu => desk.shown.canvas.wish(Wish::Menu),
        C::PageUp => desk.shown.canvas.wish(Wish::Page(Way::Up)),
        C::PageDown => desk.shown.canvas.wish(Wish::Page(Way::Down)),
        C::PageLeft => desk.shown.canvas.wish(Wish::Page(Way::Left)),
        C::PageRight => desk.shown.canvas.wish(Wish::Page(Way::Right)),
        C::ThemeSystem => desk.settings.theme = ThemeChoice::System,
        C::ThemeLight => desk.settings.theme = ThemeChoice::Light,
        C::ThemeDark => desk.settings.theme = ThemeChoice::Dark,
        C::ThemeHighContrast => desk.settings.theme = ThemeChoice::HighContrast,
        C::LanguageJapanese => desk.set_lang(Lang::Ja),
        C::Palette => desk.palette = Some(Palette::default()),
        C::Help => window.help = true,
        C::LanguageEnglish => desk.set_lang(Lang::En),
        _ => filter::command(desk, command),
    }
}

/// Shows what a file or a text would be as a map.
pub(super) fn import_map(desk: &mut Desk, source: Source) {
    keep_typed(desk);
    let (ctx, lang) = (desk.effects.ctx(), desk.lang());
    desk.import.open(&ctx, source, lang);
}

/// Does what the import of a map asks for.
pub(super) fn imported(desk: &mut Desk, wish: ImportWish) {
    match wish {
        ImportWish::Nothing => {}
        ImportWish::Feedback(path) => feedback_files(desk, vec![path]),
        ImportWish::NewProject(project, said) => {
            let action = Action::NewProject(project, said);
            perform(desk, action);
        }
        ImportWish::Run(command, journey, said) => {
            if in_session(desk, |session| session.run(&command).map(drop)) {
                if let Some(journey) = journey {
                    show_journey(desk, journey);
                }
                desk.toasts.say(said, true);
            }
        }
    }
}

/// A project that came in is in no file yet: closing asks first.
fn show_imported(desk: &mut Desk, project: Project, said: String) {
    show_project(desk, project, None);
    if let Some(session) = &mut desk.session {
        session.mark_unsaved();
    }
    desk.toasts.say(said, false);
}

/// Copies were chosen to be merged.
fn copies_chosen(desk: &Desk, paths: Vec<PathBuf>) {
    let Some(session) = &desk.session else { return };
    let (own, project) = (session.path().map(Path::to_owned), session.project().clone());
    desk.effects.together(move || Some(together::chosen(paths, own.as_deref(), &project)));
}

/// Feedback files were chosen or dropped. Without a project they wait for one.
fn feedback_files(desk: &mut Desk, paths: Vec<PathBuf>) {
    let Some(first) = paths.first() else { return };
    if desk.session.is_none() {
        let said = fill(Text::FeedbackWaits.text(desk.lang()), &[("file", &files::name(first))]);
        desk.toasts.say(said, false);
        desk.waiting_feedback = paths;
        return;
    }
    desk.shown.window.view = View::Feedback;
    desk.shown.feedback.begin(paths);
}

fn export(desk: &mut Desk) {
    if desk.shown.window.view == View::Personas {
        return export_sheet(desk);
    }
    keep_typed(desk);
    let (lang, theme) = (desk.lang(), desk.theme().kind);
    if let Some(journey) = desk.session.as_ref().and_then(Session::journey) {
        desk.export.open(journey.into(), lang, theme, &desk.shown.filter);
        let compare = desk.session.as_ref().and_then(|open| desk.shown.compare.on_map(open.project(), journey));
        desk.export.mark_changes(compare);
        if let Some(session) = &desk.session {
            desk.export.set_curves(session.curves().choice.clone());
        }
    }
}

/// Shows two personas side by side, or the sheet alone again.
fn compare_personas(desk: &mut Desk) {
    let Some(session) = &desk.session else { return };
    let was_here = std::mem::replace(&mut desk.shown.window.view, View::Personas) == View::Personas;
    let comparing = &mut desk.shown.comparing;
    let project = session.project();
    let stays = comparing.with.take().is_some_and(|other| was_here && project.personas.contains(other));
    if !stays {
        comparing.with = session.persona().and_then(|shown| next_persona(project, shown));
    }
}

fn export_sheet(desk: &mut Desk) {
    keep_typed(desk);
    let (lang, theme) = (desk.lang(), desk.theme().kind);
    if let Some(persona) = desk.session.as_ref().and_then(Session::persona) {
        desk.export.open(persona.into(), lang, theme, &desk.shown.filter);
    }
}

pub(super) fn in_session(desk: &mut Desk, change: impl FnOnce(&mut Session) -> Result<(), EditError>) -> bool {
    let Some(session) = &mut desk.session else { return false };
    let done = change(session);
    let worked = done.is_ok();
    if let Err(error) = done {
        refused(desk, &error);
    }
    worked
}

fn run(desk: &mut Desk, command: &Command) {
    let deletes = matches!(command, Command::Delete(_));
    let farewell = filter::farewell(desk, command);
    if in_session(desk, |session| session.run(command)) {
        match farewell {
            Some(words) => desk.toasts.say(words, true),
            None => said_deleted(desk, deletes),
        }
    }
}

fn said_deleted(desk: &mut Desk, deleted: bool) {
    let label = desk.session.as_ref().and_then(Session::undo_label).filter(|_| deleted);
    if let Some(label) = label {
        desk.toasts.say(crate::i18n::history::label_text(label, desk.lang()), true);
    }
}

pub(super) fn refused(desk: &mut Desk, error: &EditError) {
    let text = refused_text(error, desk.lang());
    desk.toasts.say(text, false);
}

fn select(desk: &mut Desk, records: Vec<RecordId>) {
    if let Some(session) = &mut desk.session {
        session.select(Selection::of(records));
    }
}

fn show_journey(desk: &mut Desk, journey: JourneyId) {
    desk.shown.window.view = View::Map;
    if let Some(session) = &mut desk.session {
        session.show_journey(journey);
        session.select(Selection::of([journey.into()]));
    }
}

fn show_persona(desk: &mut Desk, persona: PersonaId) {
    desk.shown.window.view = View::Personas;
    if let Some(session) = &mut desk.session {
        session.show_persona(persona);
        session.select(Selection::of([persona.into()]));
    }
}

/// What is new, or to be renamed, is shown where it is, with the keyboard in its name.
fn edit_text(desk: &mut Desk, record: RecordId, new: bool) {
    match record {
        RecordId::Journey(journey) => show_journey(desk, journey),
        RecordId::Persona(persona) => show_persona(desk, persona),
        RecordId::Department(_) | RecordId::DataSet(_) => {}
        _ => {
            desk.shown.canvas.wish(Wish::EditSelection { new });
            return;
        }
    }
    desk.shown.renaming = Some(record);
}

fn use_phases(desk: &mut Desk, preset: PhasePreset) {
    let lang = desk.lang();
    in_session(desk, |session| match crate::app::actions::apply_preset(session, preset, lang) {
        Some(action) => crate::app::run_action(session, action).map(drop),
        None => Ok(()),
    });
}

fn set_portrait(desk: &mut Desk, persona: PersonaId, picture: Picture) {
    in_session(desk, |session| {
        let Some(persona) = session.project().personas.get(persona) else { return Ok(()) };
        let mut persona = persona.clone();
        persona.portrait = Some(picture);
        session.run(&Command::Edit(persona.into()))
    });
}

// ---- Projects ----

fn new_project(desk: &mut Desk, key: &str) {
    let lang = desk.lang();
    match template::project(key, lang.code(), &mut IdSource::random()) {
        Ok(project) => show_project(desk, project, None),
        Err(error) => fail(desk, Text::CouldNotOpen, error.to_string(), None, None),
    }
}

fn open_example(desk: &mut Desk, example: Example) {
    match example.project() {
        Ok(project) => show_project(desk, project, None),
        Err(error) => fail(desk, Text::CouldNotOpen, error.to_string(), None, None),
    }
}

fn opened(desk: &mut Desk, file: files::Opened, path: &Path) {
    desk.settings.remember(path, &file.project.info.title, today());
    show_project(desk, file.project, Some(path.to_owned()));
    if let Some(session) = &mut desk.session {
        session.set_base_hash(file.hash);
    }
    match (file.losses, file.remark) {
        (Some(losses), _) => {
            // What is shown is not what the file says: closing asks first.
            if let Some(session) = &mut desk.session {
                session.mark_unsaved();
            }
            desk.losses = Some(losses.clone());
            desk.dialog = Some(Dialog::Losses(Box::new(losses)));
        }
        (None, Some(remark)) => desk.toasts.say(remark, false),
        (None, None) => {}
    }
}

fn close_project(desk: &mut Desk) {
    desk.session = None;
    desk.shown.window.view = View::Start;
}

fn save(desk: &mut Desk) {
    match desk.session.as_ref().and_then(Session::path).map(Path::to_owned) {
        Some(path) => keeping::save_to(desk, path),
        None => save_as(desk),
    }
}

fn save_as(desk: &Desk) {
    if let Some(session) = &desk.session {
        desk.effects.ask(Ask::SaveAs, desk.lang(), &session.project().info.title);
    }
}

/// What is being typed on the map belongs to the document before it is saved or let go.
pub(super) fn keep_typed(desk: &mut Desk) {
    let Some(session) = &desk.session else { return };
    if let Some(action) = desk.shown.canvas.take_typed(session) {
        in_session(desk, |session| action.perform(session));
    }
}

// ---- Unsaved changes ----

fn unsaved(desk: &mut Desk) -> bool {
    keep_typed(desk);
    desk.session.as_ref().is_some_and(Session::dirty)
}

/// Does something that lets the open project go; with unsaved changes, asks first.
fn guarded(desk: &mut Desk, action: Action, go: impl FnOnce(&mut Desk)) {
    if unsaved(desk) {
        ask_first(desk, After::Do(Box::new(action)));
    } else {
        go(desk);
    }
}

fn ask_first(desk: &mut Desk, then: After) {
    if keeping::save_first(desk, &then) {
        return;
    }
    let title = desk.session.as_ref().map(|session| session.project().info.title.clone()).unwrap_or_default();
    let title = if title.is_empty() { Text::Untitled.text(desk.lang()).to_owned() } else { title };
    desk.dialog = Some(Dialog::Unsaved { title, then });
}

pub(super) fn go_on(desk: &mut Desk, then: After) {
    match then {
        After::Quit => desk.closing = true,
        After::Do(action) => {
            close_project(desk);
            perform(desk, *action);
        }
    }
}

/// Said instead of nothing: whoever pressed Ctrl+O waits for something to appear.
fn no_dialog(desk: &mut Desk) {
    desk.after_save = None;
    let details = Text::FileDialogMissing.text(desk.lang()).to_owned();
    let kept = desk.session.is_some().then_some(Text::KeptOpen);
    fail(desk, Text::NoFileDialog, details, kept, Some(Text::DropInstead));
}

pub(super) fn fail(desk: &mut Desk, what: Text, details: String, kept: Option<Text>, advice: Option<Text>) {
    desk.dialog = Some(Dialog::Error(Failure { what, details, kept, advice }));
}
