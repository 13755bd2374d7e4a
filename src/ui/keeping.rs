//! What keeps the open document safe, as the window drives it: the journal, automatic saving, who else has the file
//! open, and what a program that ended unexpectedly left behind.

use super::colleagues;
use super::desk::Desk;
use super::dialogs::{Answer, Dialog};
use super::effects::SaveOrder;
use super::files::{SaveDone, SaveFailure};
use super::update;
use super::{action::Action, dialogs::After};
use crate::app::keeper::{self, Autosave, Due, Keeper, Left, News};
use crate::app::{Session, Snapshot};
use crate::base::today;
use crate::i18n::keeping::{KeepText, LeftText, open_also_text, reason_text};
use crate::i18n::shell::ShellText as Text;
use crate::i18n::{Lang, fill};
use crate::store::presence::Person;
use crate::store::{ContentHash, Opened, SaveFault};
use eframe::egui::Context;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is being typed goes into the journal this often.
const DRAFT: Duration = Duration::from_millis(500);

/// How the document stands to its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SaveState {
    /// It has no file yet.
    #[default]
    NoFile,
    /// It is in its file.
    Saved,
    /// It is being written.
    Saving,
    /// It will save itself.
    Soon,
    /// It waits to be saved.
    Unsaved,
    /// It could not be saved.
    Failed,
}

/// What the bars show of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KeptShown {
    /// How the document stands to its file.
    pub(crate) state: SaveState,
    /// Why it could not be saved, in a few words, and whether what was changed is safe all the same.
    pub(crate) failed: Option<(String, bool)>,
    /// Who else has the file open, in a sentence.
    pub(crate) others: Option<String>,
}

/// A save that is under way.
#[derive(Clone, Copy, Debug)]
struct Running {
    /// Of which session.
    serial: u64,
}

/// Keeps the open document.
#[derive(Default)]
pub(crate) struct Keeping {
    /// Where the journals lie; `None` keeps nothing, as in most tests.
    folder: Option<PathBuf>,
    /// Which session it is that is kept.
    serial: Option<u64>,
    keeper: Option<Keeper>,
    autosave: Autosave,
    running: Option<Running>,
    /// Where to save when the save under way is done, because the person asked meanwhile.
    queued: Option<PathBuf>,
    failed: Option<SaveFault>,
    others: Vec<Person>,
    left: VecDeque<Left>,
    draft: Option<(Instant, String)>,
    /// What a colleague wrote, while the person is in the middle of something.
    waiting: Option<Box<Opened>>,
}

impl Keeping {
    /// With journals in this folder.
    pub(crate) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// What was left behind, to be asked about one after another.
    pub(crate) fn offer(&mut self, left: Vec<Left>) {
        self.left.extend(left);
    }

    /// Whether the journal holds what is not saved.
    fn is_safe(&self) -> bool {
        self.keeper.as_ref().is_some_and(Keeper::is_safe)
    }

    /// What a colleague's file held was taken in.
    pub(crate) fn taken_in(&mut self, session: &Session) {
        if let Some(keeper) = &mut self.keeper {
            keeper.taken_in(session);
        }
    }

    /// The window closes. Only what is saved, or what the person does not want, is let go.
    pub(crate) fn leave(&mut self, is_unwanted: bool) {
        if let Some(keeper) = self.keeper.take().filter(|_| is_unwanted) {
            keeper.close();
        }
    }

    /// What the bars show.
    fn shown(&self, session: &Session, saves_itself: bool, lang: Lang) -> KeptShown {
        let failed = self.failed.map(|fault| (reason_text(fault, lang).to_owned(), self.is_safe()));
        let state = match (session.path(), self.running) {
            (_, Some(running)) if running.serial == session.serial() => SaveState::Saving,
            _ if failed.is_some() && session.dirty() => SaveState::Failed,
            (None, _) => SaveState::NoFile,
            (Some(_), _) if !session.dirty() => SaveState::Saved,
            (Some(_), _) if saves_itself => SaveState::Soon,
            (Some(_), _) => SaveState::Unsaved,
        };
        let failed = failed.filter(|_| state == SaveState::Failed);
        KeptShown { state, failed, others: open_also_text(&self.others, lang) }
    }
}

/// Whether the document saves itself, so that nobody need be asked about its changes.
pub(super) fn saves_itself(desk: &Desk) -> bool {
    let has_file =
        desk.session.as_ref().is_some_and(|session| session.path().is_some() && session.base_hash().is_some());
    // What a damaged file lost is let go only by the person.
    has_file && desk.keeping.folder.is_some() && desk.settings.saves_itself() && desk.losses.is_none()
}

/// After each frame: notes what was changed, hears what is new, saves when it is time.
pub(super) fn settle(desk: &mut Desk, ctx: &Context) {
    follow(desk, ctx);
    note(desk);
    for news in desk.keeping.keeper.as_ref().map(Keeper::news).unwrap_or_default() {
        hear(desk, news);
    }
    take_what_waits(desk);
    save_when_due(desk, ctx);
    let saves_itself = saves_itself(desk);
    let lang = desk.lang();
    let kept = desk.session.as_ref().map(|session| desk.keeping.shown(session, saves_itself, lang));
    if desk.shown.kept != kept.clone().unwrap_or_default() {
        desk.shown.kept = kept.unwrap_or_default();
        // It was drawn before.
        ctx.request_repaint();
    }
    if desk.dialog.is_none()
        && let Some(left) = desk.keeping.left.pop_front()
    {
        desk.dialog = Some(Dialog::Left(Box::new(left)));
        ctx.request_repaint();
    }
}

/// Another document has another keeper; the one before was saved or not wanted.
fn follow(desk: &mut Desk, ctx: &Context) {
    let serial = desk.session.as_ref().map(Session::serial);
    if desk.keeping.serial == serial {
        return;
    }
    desk.keeping.leave(true);
    let (folder, left) = (desk.keeping.folder.take(), std::mem::take(&mut desk.keeping.left));
    desk.keeping = Keeping { folder, serial, left, ..Keeping::default() };
    if let (Some(session), Some(folder)) = (&desk.session, &desk.keeping.folder) {
        let ctx = ctx.clone();
        desk.keeping.keeper = Some(Keeper::new(folder, session, Arc::new(move || ctx.request_repaint())));
    }
}

/// Notes the document, with what is being typed on the map.
fn note(desk: &mut Desk) {
    let (Some(session), Some(keeper)) = (&desk.session, &mut desk.keeping.keeper) else { return };
    let Some(text) = desk.shown.canvas.draft() else {
        desk.keeping.draft = None;
        return keeper.note(session);
    };
    let is_due = desk.keeping.draft.as_ref().is_none_or(|(at, noted)| *noted != text && at.elapsed() >= DRAFT);
    if !is_due {
        if desk.keeping.draft.as_ref().is_some_and(|(_, noted)| *noted != text) {
            desk.effects.ctx().request_repaint_after(DRAFT);
        }
        return;
    }
    desk.keeping.draft = Some((Instant::now(), text));
    match desk.shown.canvas.typed_so_far(session) {
        Some(action) => keeper.note_draft(session, |scratch| action.perform(scratch).is_ok()),
        None => keeper.note(session),
    }
}

fn hear(desk: &mut Desk, news: News) {
    match news {
        News::Others(others) => desk.keeping.others = others,
        News::ChangedOnDisk(hash) => changed_on_disk(desk, hash),
    }
}

/// Somebody wrote the file. What they did is read, unless we have it already.
fn changed_on_disk(desk: &mut Desk, hash: ContentHash) {
    let Some(session) = &desk.session else { return };
    let is_known = session.base_hash() == Some(hash) || desk.keeping.running.is_some();
    if let (false, Some(path)) = (is_known, session.path()) {
        desk.effects.look_again(session.serial(), path.to_owned());
    }
}

/// What a colleague wrote is taken in when the person is done with what they are doing.
pub(super) fn wait_with(desk: &mut Desk, opened: Box<Opened>) {
    desk.keeping.waiting = Some(opened);
}

fn take_what_waits(desk: &mut Desk) {
    let Some(serial) = desk.session.as_ref().map(Session::serial) else { return };
    if desk.keeping.waiting.is_some()
        && !colleagues::is_busy(desk)
        && let Some(opened) = desk.keeping.waiting.take()
    {
        colleagues::looked_again(desk, serial, opened);
    }
}

fn save_when_due(desk: &mut Desk, ctx: &Context) {
    if !saves_itself(desk) || desk.keeping.running.is_some() || desk.keeping.waiting.is_some() {
        return;
    }
    let Some(session) = desk.session.as_ref().filter(|session| !session.in_gesture()) else { return };
    match desk.keeping.autosave.look(Instant::now(), session.version(), session.dirty()) {
        Due::Nothing => {}
        Due::In(time) => ctx.request_repaint_after(time),
        Due::Now => {
            if let Some(path) = session.path().map(Path::to_owned) {
                start(desk, path, false);
            }
        }
    }
}

/// Saves, because the person asked for it.
pub(super) fn save_to(desk: &mut Desk, path: PathBuf) {
    update::keep_typed(desk);
    if let Some(session) = &mut desk.session {
        session.end_coalescing();
    }
    if desk.keeping.running.is_some() {
        desk.keeping.queued = Some(path);
    } else {
        start(desk, path, true);
    }
}

/// Begins to save.
pub(super) fn start(desk: &mut Desk, path: PathBuf, is_asked: bool) {
    let lang = desk.lang();
    let Some(session) = &desk.session else { return };
    // Another file is written over whatever is in it: the person was asked about that.
    let base = session.base_hash().filter(|_| session.path() == Some(&*path));
    desk.keeping.running = Some(Running { serial: session.serial() });
    desk.keeping.autosave.begun();
    if let Some(keeper) = &desk.keeping.keeper {
        keeper.saving();
    }
    let serial = session.serial();
    desk.effects.save(SaveOrder {
        serial,
        snapshot: session.snapshot(),
        path,
        base,
        losses: desk.losses.clone(),
        lang,
        is_asked,
    });
}

/// What came of a save.
pub(super) fn saved(desk: &mut Desk, order: &SaveOrder, result: Result<SaveDone, SaveFailure>) {
    if desk.session.as_ref().map(Session::serial) != Some(order.serial) {
        return;
    }
    desk.keeping.running = None;
    desk.keeping.autosave.ended(Instant::now(), matches!(result, Ok(SaveDone::Saved { .. })));
    match result {
        Ok(SaveDone::Saved { copy, saved }) => {
            desk.keeping.failed = None;
            is_in_file(desk, order, saved.hash);
            say_saved(desk, order, copy.as_deref(), saved.written.is_confirmed);
        }
        Ok(SaveDone::ChangedOnDisk(opened)) => colleagues::meet(desk, opened, order),
        Err(failure) => failed(desk, order, failure),
    }
    match desk.keeping.queued.take() {
        Some(path) if desk.keeping.running.is_none() => save_to(desk, path),
        queued => desk.keeping.queued = queued,
    }
}

fn is_in_file(desk: &mut Desk, order: &SaveOrder, hash: ContentHash) {
    let Snapshot { project, .. } = &order.snapshot;
    desk.settings.remember(&order.path, &project.info.title, today());
    let Some(session) = &mut desk.session else { return };
    session.mark_saved(&order.snapshot, &order.path, hash);
    if let Some(keeper) = &mut desk.keeping.keeper {
        keeper.saved(session, &order.snapshot, &order.path, hash);
    }
}

fn say_saved(desk: &mut Desk, order: &SaveOrder, copy: Option<&Path>, is_confirmed: bool) {
    let lang = desk.lang();
    let said = match copy {
        Some(copy) => Some(fill(Text::SavedWithCopy.text(lang), &[("file", &super::files::name(copy))])),
        None if !is_confirmed => Some(KeepText::Unconfirmed.text(lang).to_owned()),
        None => order.is_asked.then(|| Text::ProjectSaved.text(lang).to_owned()),
    };
    if let Some(said) = said {
        desk.toasts.say(said, false);
    }
    if copy.is_some() {
        desk.losses = None;
    }
    if let Some(then) = desk.after_save.take() {
        update::go_on(desk, then);
    }
}

/// A save failed.
pub(super) fn failed(desk: &mut Desk, order: &SaveOrder, failure: SaveFailure) {
    desk.keeping.failed = Some(failure.fault);
    if desk.after_save.take().is_some() || order.is_asked {
        update::fail(desk, Text::CouldNotSave, failure.sentence, Some(Text::KeptOpen), Some(Text::TryElsewhere));
    }
}

/// Before the document is let go: one that saves itself does so now, and nobody is asked.
pub(super) fn save_first(desk: &mut Desk, then: &After) -> bool {
    let Some(path) = desk.session.as_ref().and_then(Session::path).map(Path::to_owned) else { return false };
    if !saves_itself(desk) || desk.keeping.failed.is_some() {
        return false;
    }
    desk.after_save = Some(then.clone());
    save_to(desk, path);
    true
}

/// Automatic saving on or off.
pub(super) fn toggle_autosave(desk: &mut Desk) {
    let saves_itself = !desk.settings.saves_itself();
    desk.settings.set_saves_itself(saves_itself);
    let said = if saves_itself { KeepText::AutosaveOn } else { KeepText::AutosaveOff };
    desk.toasts.say(said.text(desk.lang()).to_owned(), false);
}

/// What the person wants done with what was left behind.
pub(super) fn decided(desk: &mut Desk, left: Left, answer: Answer) {
    match answer {
        Answer::Restore => update::perform(desk, Action::Restore(Box::new(left))),
        Answer::Discard => keeper::decide(&left),
        Answer::OpenSaved => {
            keeper::decide(&left);
            if let Some(file) = left.recovered.file {
                update::perform(desk, Action::OpenFile(file.path));
            }
        }
        _ => {}
    }
}

/// Goes on where the program ended.
pub(super) fn restore(desk: &mut Desk, left: &Left) {
    update::show_session(desk, keeper::restore(left));
    keeper::decide(left);
    desk.toasts.say(LeftText::Restored.text(desk.lang()).to_owned(), false);
}
