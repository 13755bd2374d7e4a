//! Others' versions in the window: what was taken in, conflicts, copies that lie about, copies for departments, and states
//! that were kept under a name.

mod bar;
mod conflicts;
mod copies;
mod sheets;
mod states;

pub(crate) use bar::bar_ui;
pub(crate) use conflicts::conflicts_ui;
pub(crate) use copies::{CopyFile, chosen};
pub(crate) use sheets::CopiesSheet;
pub(crate) use states::StatesSheet;

use super::action::Action;
use super::desk::Desk;
use super::effects::Ask;
use super::find_bar;
use super::update;
use crate::app::together::{self, Version, shown_changes};
use crate::app::{AppCommand, Session};
use crate::edit::{Change, EditError};
use crate::i18n::fill;
use crate::i18n::together::{TogetherText as Text, counts_text};
use crate::merge::{Choice, Difference, Report, differences};
use crate::model::{ConflictId, DepartmentId, Project, RecordId};
use crate::store::presence::Person;
use crate::store::{KeptStates, Opened};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// So long what was taken in is marked on the map.
const MARKED: Duration = Duration::from_secs(20);

/// What is shown of it between frames.
#[derive(Default)]
pub(crate) struct Together {
    /// What was taken in last, until it is put away.
    pub(crate) news: Option<News>,
    /// Copies beside the file, until something is done about them.
    pub(crate) copies: Vec<CopyFile>,
    /// Copies that were merged and may be moved aside.
    pub(crate) merged_copies: Vec<PathBuf>,
    /// What lies over the page.
    pub(crate) sheet: Option<Sheet>,
    /// Of which session the copies are.
    looked_for: Option<(u64, PathBuf)>,
}

/// What was taken in.
pub(crate) struct News {
    /// What is said about it.
    pub(crate) title: String,
    /// The document before.
    pub(crate) before: Project,
    /// What differs.
    pub(crate) changes: Vec<Difference>,
    /// When.
    at: Instant,
}

/// What lies over the page.
pub(crate) enum Sheet {
    /// For which department a copy is made.
    Departments,
    /// What copies would bring.
    Copies(CopiesSheet),
    /// The kept states.
    States(StatesSheet),
}

/// What is asked for here.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TogetherAction {
    /// Settles a conflict.
    Choose(ConflictId, Choice),
    /// The news are read.
    PutAway,
    /// Merges the copies beside the file.
    MergeCopies,
    /// Leaves the copies alone.
    LeaveCopies,
    /// Moves merged copies aside.
    MoveCopies,
}

/// What came of an effect.
pub(crate) enum TogetherEvent {
    /// The copies beside the file of a session.
    Beside(u64, Vec<CopyFile>),
    /// Files that were chosen to be merged.
    Chosen(Vec<CopyFile>),
    /// The kept states, and what was done with them.
    States(Result<KeptStates, String>, Option<String>),
    /// A copy for a department was made, or copies were moved; or why not.
    Made(Result<String, String>),
}

impl Together {
    /// What is to be marked on the map now.
    pub(crate) fn marked(&self) -> Vec<RecordId> {
        let news = self.news.as_ref().filter(|news| news.at.elapsed() < MARKED);
        news.map(|news| news.changes.iter().filter_map(|difference| difference.of).collect()).unwrap_or_default()
    }
}

/// Does a command; whether it was one of these.
pub(crate) fn command(desk: &mut Desk, command: AppCommand) -> bool {
    use AppCommand as C;
    match command {
        C::NextConflict => next_conflict(desk),
        C::ConflictStanding => choose_here(desk, Choice::Standing),
        C::ConflictKept => choose_here(desk, Choice::Kept),
        C::ConflictBoth => choose_here(desk, Choice::Both),
        C::MakeContribution if saved_path(desk).is_some() => desk.shown.together.sheet = Some(Sheet::Departments),
        C::MergeCopies if desk.session.is_some() => desk.effects.ask(Ask::Copies, desk.lang(), ""),
        C::KeepState | C::KeptStates => states::open(desk, command == C::KeepState),
        _ => return false,
    }
    true
}

/// Does an action.
pub(crate) fn perform(desk: &mut Desk, action: TogetherAction) {
    match action {
        TogetherAction::Choose(conflict, choice) => choose(desk, conflict, choice),
        TogetherAction::PutAway => desk.shown.together.news = None,
        TogetherAction::MergeCopies => copies::merge_beside(desk),
        TogetherAction::LeaveCopies => {
            desk.shown.together.copies.clear();
            desk.shown.together.merged_copies.clear();
        }
        TogetherAction::MoveCopies => copies::move_aside(desk),
    }
}

/// Takes in what an effect brought.
pub(crate) fn take(desk: &mut Desk, event: TogetherEvent) {
    match event {
        TogetherEvent::Beside(serial, found) => {
            if desk.session.as_ref().is_some_and(|session| session.serial() == serial) {
                desk.shown.together.copies = found;
            }
        }
        TogetherEvent::Chosen(files) => desk.shown.together.sheet = Some(Sheet::Copies(CopiesSheet::new(files))),
        TogetherEvent::States(states, said) => states::arrived(desk, states, said),
        TogetherEvent::Made(Ok(said) | Err(said)) => desk.toasts.say(said, false),
    }
}

/// After each frame: another document has other copies beside it; marks go in time.
pub(crate) fn settle(desk: &mut Desk) {
    let now = desk.session.as_ref().and_then(|it| Some((it.serial(), it.path()?.to_owned())));
    let together = &mut desk.shown.together;
    if now != together.looked_for {
        if now.as_ref().map(|(serial, _)| *serial) != together.looked_for.as_ref().map(|(serial, _)| *serial) {
            *together = Together::default();
        }
        together.copies.clear();
        together.looked_for.clone_from(&now);
        if let (Some((serial, path)), Some(session)) = (now, &desk.session) {
            let project = session.project().clone();
            desk.effects.together(move || Some(TogetherEvent::Beside(serial, copies::beside(&path, &project))));
        }
    }
    let marked = desk.shown.together.marked();
    if !marked.is_empty() {
        desk.effects.ctx().request_repaint_after(Duration::from_millis(500));
    }
    desk.shown.canvas.mark_news(marked);
}

/// Whether something of it lies over the page.
pub(crate) const fn is_open(together: &Together) -> bool {
    together.sheet.is_some()
}

/// What lies over the page.
pub(crate) fn sheets_ui(desk: &mut Desk, ctx: &eframe::egui::Context) {
    let Some(sheet) = desk.shown.together.sheet.take() else { return };
    let kept = match sheet {
        Sheet::Departments => sheets::departments(desk, ctx).then_some(Sheet::Departments),
        Sheet::Copies(sheet) => sheets::copies(desk, ctx, sheet).map(Sheet::Copies),
        Sheet::States(sheet) => states::show(desk, ctx, sheet).map(Sheet::States),
    };
    if desk.shown.together.sheet.is_none() {
        desk.shown.together.sheet = kept;
    }
}

/// Takes in what a colleague wrote into the file; whether it could be done. The caller has made sure that nothing is
/// missing from it: that would count as deleted.
pub(crate) fn take_in(desk: &mut Desk, opened: &Opened) -> bool {
    update::keep_typed(desk);
    let is_done = changed(desk, Text::TakenIn, |session| {
        let report = session.take_in(&opened.loaded.project, &Person::here().user)?;
        session.set_base_hash(opened.hash);
        Ok(report)
    });
    if let Some(session) = desk.session.as_ref().filter(|_| is_done) {
        desk.keeping.taken_in(session);
    }
    is_done
}

/// Merges versions into the document.
fn merge(desk: &mut Desk, versions: &[Version]) -> bool {
    update::keep_typed(desk);
    changed(desk, Text::Merged, |session| together::merge_in(session, versions))
}

/// Changes the document and says what came of it.
fn changed(desk: &mut Desk, title: Text, change: impl FnOnce(&mut Session) -> Result<Report, EditError>) -> bool {
    let lang = desk.lang();
    let Some(session) = &mut desk.session else { return false };
    let before = session.project().clone();
    let report = match change(session) {
        Ok(report) => report,
        Err(error) => {
            update::refused(desk, &error);
            return false;
        }
    };
    let taken: Vec<Change> = shown_changes(&report.taken);
    let mut changes = differences(&before, session.project());
    changes.retain(|difference| !matches!(difference.of, Some(RecordId::Conflict(_))));
    if changes.is_empty() && report.conflicts.is_empty() {
        if title == Text::Merged {
            desk.toasts.say(Text::NothingNew.text(lang).to_owned(), false);
        }
        return true;
    }
    let title = fill(title.text(lang), &[("what", &counts_text(&taken, lang))]);
    desk.shown.together.news = Some(News { title, before, changes, at: Instant::now() });
    true
}

fn next_conflict(desk: &mut Desk) {
    let next = desk.session.as_ref().and_then(together::next_disputed);
    match next {
        Some(Some(record)) => {
            desk.shown.window.inspector = true;
            find_bar::go_to(desk, record);
        }
        Some(None) => {
            desk.shown.window.inspector = true;
            update::perform(desk, Action::Select(Vec::new()));
        }
        None => desk.toasts.say(Text::NoConflicts.text(desk.lang()).to_owned(), false),
    }
}

fn choose_here(desk: &mut Desk, choice: Choice) {
    match desk.session.as_ref().and_then(together::conflict_here) {
        Some(conflict) => choose(desk, conflict, choice),
        None => next_conflict(desk),
    }
}

fn choose(desk: &mut Desk, conflict: ConflictId, choice: Choice) {
    let command = desk.session.as_ref().and_then(|it| together::choice(it.project(), conflict, choice));
    match command {
        Some(command) => _ = update::in_session(desk, |session| session.run(&command)),
        None => desk.toasts.say(Text::CannotChoose.text(desk.lang()).to_owned(), false),
    }
}

/// The file of the document; without one, that is said.
fn saved_path(desk: &mut Desk) -> Option<PathBuf> {
    let path = desk.session.as_ref()?.path().map(Path::to_owned);
    if path.is_none() {
        desk.toasts.say(Text::SaveFirst.text(desk.lang()).to_owned(), false);
    }
    path
}

/// Makes the copy for a department, and keeps what it began with.
fn make_contribution(desk: &mut Desk, department: DepartmentId) {
    let Some(path) = saved_path(desk) else { return };
    let lang = desk.lang();
    update::keep_typed(desk);
    let Some(session) = &desk.session else { return };
    let project = session.project().clone();
    desk.effects.together(move || Some(TogetherEvent::Made(copies::make(&path, &project, department, lang))));
}

#[cfg(test)]
mod tests;
