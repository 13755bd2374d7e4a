//! The open document: the only door through which it changes, with history, gestures and what is shown.

use super::curves::Curves;
use super::history::{History, Moment, Place, Step};
use super::selection::Selection;
use crate::base::{Id, IdSource, OrderKey};
use crate::edit::{Command, EditError, Label, Verb, apply};
use crate::merge::{Report, merge_as};
use crate::model::{
    AnyRecord, Card, Cell, DepartmentId, JourneyId, LaneId, Patch, PersonaId, Problem, Project, RecordId, StepId,
};
use crate::store::ContentHash;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

static NEXT_SERIAL: AtomicU64 = AtomicU64::new(1);

/// The document as it was at some version: what a job works on.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The document.
    pub project: Project,
    /// [`Session::version`] when it was taken.
    pub version: u64,
}

/// An open document. [`Session::run`] and its relatives alone change it.
#[derive(Debug)]
pub struct Session {
    project: Project,
    gesture: Option<Gesture>,
    history: History,
    saved: Project,
    path: Option<PathBuf>,
    hash: Option<ContentHash>,
    steps_made: u64,
    serial: u64,
    place: Place,
    writer: Option<DepartmentId>,
    curves: Curves,
    version: u64,
    ids: IdSource,
}

/// A drag under way: what it would come to if it ended now.
#[derive(Debug, Default)]
struct Gesture {
    preview: Option<(Project, Label)>,
}

impl Session {
    /// A session on a document as it is in its file (`path`), or on a new one (`None`).
    #[must_use]
    pub fn new(project: Project, path: Option<PathBuf>, ids: IdSource) -> Self {
        let mut session = Self {
            saved: project.clone(),
            project,
            gesture: None,
            history: History::default(),
            path,
            hash: None,
            steps_made: 0,
            serial: NEXT_SERIAL.fetch_add(1, Ordering::Relaxed),
            place: Place::default(),
            writer: None,
            curves: Curves::default(),
            version: 1,
            ids,
        };
        session.writer = session.project.info.contribution.as_ref().map(|copy| copy.department);
        session.settle_place();
        session
    }

    /// A session on a document that goes on from where the program ended unexpectedly: `project` as it was then,
    /// `saved` as it was last in its file, which held `hash`.
    #[must_use]
    pub fn restored(project: Project, saved: Project, file: Option<(PathBuf, ContentHash)>, ids: IdSource) -> Self {
        let (path, hash) = file.unzip();
        let mut session = Self::new(project, path, ids);
        (session.saved, session.hash) = (saved, hash);
        session
    }

    /// A project without an id gets one: the same in every copy of it, since it comes from what they have in common.
    /// No step of the history, and no change that wants to be saved by itself.
    pub fn give_id(&mut self) {
        if self.project.info.id.is_none()
            && let Some(first) = self.project.journeys.iter().map(|journey| journey.id.bits()).min()
        {
            let was_saved = !self.dirty();
            self.project.info.id = Some(Id::from_bits(first));
            if was_saved {
                self.saved = self.project.clone();
            }
        }
    }

    /// The document as it is to be shown, with the gesture under way.
    #[must_use]
    pub fn project(&self) -> &Project {
        let preview = self.gesture.as_ref().and_then(|gesture| gesture.preview.as_ref());
        preview.map_or(&self.project, |(project, _)| project)
    }

    /// Goes up whenever [`Session::project`] changes, by undo and previews too.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// A new id for a record to be added.
    pub fn new_id<K>(&mut self) -> Id<K> {
        self.ids.next()
    }

    pub(super) fn ids(&mut self) -> &mut IdSource {
        &mut self.ids
    }

    /// The department whose name goes on new cards.
    #[must_use]
    pub const fn writer(&self) -> Option<DepartmentId> {
        self.writer
    }

    /// New cards are written by this department from now on, or by nobody in particular.
    pub fn set_writer(&mut self, writer: Option<DepartmentId>) {
        self.writer = writer.filter(|id| self.project.departments.contains(*id));
    }

    /// An empty card for a cell, written by whoever is writing.
    pub fn new_card(&mut self, lane: LaneId, step: StepId) -> Card {
        let id = self.new_id();
        Card { author: self.writer, ..Card::new(id, lane, step, OrderKey::default()) }
    }

    /// The same command with bare text that is pasted written by whoever is writing; `None` when it stays as it is.
    /// Cards that come with anything but their text were somebody's before.
    fn signed(&self, command: &Command) -> Option<Command> {
        let writer = self.writer?;
        let Command::Batch { label, .. } = command else { return None };
        if label.verb != Verb::Paste {
            return None;
        }
        let mut command = command.clone();
        sign(&mut command, writer);
        Some(command)
    }

    // ---- Changing ----

    /// Runs a command as one step of the history. A command that makes no difference makes no step.
    pub fn run(&mut self, command: &Command) -> Result<(), EditError> {
        self.run_as(command, None, None)
    }

    /// Runs a command and selects these records afterwards, as part of the step. A leading journey or persona is
    /// shown as well.
    pub fn run_selecting(&mut self, command: &Command, select: impl Into<Selection>) -> Result<(), EditError> {
        self.run_as(command, Some(select.into()), None)
    }

    /// Runs a command that joins the step before it when that has the same key: typing in one field, nudges
    /// in one direction, one pull of a slider. [`Session::end_coalescing`] ends the run.
    pub fn run_coalescing(&mut self, command: &Command, key: &str) -> Result<(), EditError> {
        self.run_as(command, None, Some(key.to_owned()))
    }

    /// The document from before the typing that a change with this key would join.
    #[must_use]
    pub fn before_typing(&self, key: &str) -> &Project {
        self.history.before(key).unwrap_or(&self.project)
    }

    /// The next change starts a new step: the focus left the field.
    pub fn end_coalescing(&mut self) {
        self.history.seal();
    }

    fn run_as(
        &mut self,
        command: &Command,
        select: Option<Selection>,
        coalesce: Option<String>,
    ) -> Result<(), EditError> {
        self.commit();
        let signed = self.signed(command);
        let command = signed.as_ref().unwrap_or(command);
        let next = apply(&self.project, command, &mut self.ids)?;
        let label = command.label();
        self.step_to(next, label, select, coalesce);
        Ok(())
    }

    fn step_to(&mut self, next: Project, label: Label, select: Option<Selection>, coalesce: Option<String>) {
        if next.same_as(&self.project) {
            return;
        }
        debug_assert!(!breaks_what_was_sound(&self.project, &next), "{label:?} leaves a damaged document");
        let before = self.moment();
        self.show(next);
        if let Some(mut selection) = select {
            if selection.cell().is_none() {
                selection.focus(self.place.selection.cell());
            }
            match selection.primary() {
                Some(RecordId::Journey(journey)) => self.place.journey = Some(journey),
                Some(RecordId::Persona(persona)) => self.place.persona = Some(persona),
                _ => {}
            }
            self.select(selection);
            self.settle_place();
        }
        let after = self.moment();
        let joins = coalesce.as_deref().is_some_and(|key| self.history.before(key).is_some());
        self.steps_made += u64::from(!joins);
        self.history.push(Step { before, after, label, coalesce });
    }

    fn moment(&self) -> Moment {
        Moment { project: self.project.clone(), place: self.place.clone() }
    }

    fn show(&mut self, project: Project) {
        self.project = project;
        self.version += 1;
        self.settle_place();
    }

    // ---- Undo, redo ----

    /// Takes the last step back; tells its name. A gesture under way is only cancelled.
    pub fn undo(&mut self) -> Option<Label> {
        if self.cancel() {
            return None;
        }
        let step = self.history.undo()?;
        let (moment, label) = (step.before.clone(), step.label);
        self.return_to(moment);
        Some(label)
    }

    /// Does the last undone step again; tells its name.
    pub fn redo(&mut self) -> Option<Label> {
        self.cancel();
        let step = self.history.redo()?;
        let (moment, label) = (step.after.clone(), step.label);
        self.return_to(moment);
        Some(label)
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<Label> {
        self.history.undo_label()
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<Label> {
        self.history.redo_label()
    }

    fn return_to(&mut self, moment: Moment) {
        self.steps_made += 1;
        self.place = moment.place;
        self.show(moment.project);
    }

    // ---- Gestures ----

    /// A drag begins. One under way is committed first.
    pub fn begin_gesture(&mut self) {
        self.commit();
        self.gesture = Some(Gesture::default());
    }

    /// Whether a drag is under way.
    #[must_use]
    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Shows what a command would come to, from the document as it was when the gesture began. On an error
    /// the last preview stays.
    pub fn preview(&mut self, command: &Command) -> Result<(), EditError> {
        let next = apply(&self.project, command, &mut self.ids)?;
        if !next.same_as(self.project()) {
            self.version += 1;
        }
        self.gesture = Some(Gesture { preview: Some((next, command.label())) });
        Ok(())
    }

    /// The drag ends: what is shown becomes one step of the history, if it differs.
    pub fn commit(&mut self) {
        if let Some((project, label)) = self.gesture.take().and_then(|gesture| gesture.preview) {
            self.step_to(project, label, None, None);
        }
    }

    /// The drag is dropped; whether there was one.
    pub fn cancel(&mut self) -> bool {
        let Some(gesture) = self.gesture.take() else { return false };
        if gesture.preview.is_some_and(|(project, _)| !project.same_as(&self.project)) {
            self.version += 1;
        }
        true
    }

    // ---- What is shown ----

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.place.selection
    }

    /// Selects; what is not in the document is left out. The cell of a leading card is the focused one.
    pub fn select(&mut self, mut selection: Selection) {
        selection.prune(self.project());
        if let Some(RecordId::Card(card)) = selection.primary().filter(|_| selection.corner().is_none()) {
            let card = self.project().cards.get(card);
            selection.focus(card.map(|card| Cell { lane: card.lane, step: card.step }));
        }
        let project = self.gesture.as_ref().and_then(|gesture| gesture.preview.as_ref());
        self.curves.note_selection(project.map_or(&self.project, |(project, _)| project), &selection);
        self.place.selection = selection;
    }

    /// Which curves of the emotion lane are shown, and which one is edited.
    #[must_use]
    pub const fn curves(&self) -> &Curves {
        &self.curves
    }

    /// Shows or edits other curves.
    pub fn set_curves(&mut self, curves: Curves) {
        self.curves = curves;
    }

    /// Selects nothing.
    pub fn select_nothing(&mut self) {
        self.place.selection = Selection::default();
    }

    /// The journey shown: there is one whenever the project has any.
    #[must_use]
    pub const fn journey(&self) -> Option<JourneyId> {
        self.place.journey
    }

    /// Shows a journey.
    pub fn show_journey(&mut self, journey: JourneyId) {
        if self.project.journeys.contains(journey) && self.place.journey != Some(journey) {
            self.place.journey = Some(journey);
            self.select_nothing();
        }
    }

    /// The persona shown: there is one whenever the project has any.
    #[must_use]
    pub const fn persona(&self) -> Option<PersonaId> {
        self.place.persona
    }

    /// Shows a persona.
    pub fn show_persona(&mut self, persona: PersonaId) {
        if self.project.personas.contains(persona) {
            self.place.persona = Some(persona);
        }
    }

    /// Lets go of what is not there any more.
    fn settle_place(&mut self) {
        let (project, place) = (&self.project, &mut self.place);
        place.selection.prune(project);
        self.writer = self.writer.filter(|id| project.departments.contains(*id));
        if !place.journey.is_some_and(|id| project.journeys.contains(id)) {
            place.journey = project.journeys_in_order().first().map(|journey| journey.id);
        }
        if !place.persona.is_some_and(|id| project.personas.contains(id)) {
            place.persona = project.personas_in_order().first().map(|persona| persona.id);
        }
    }

    // ---- Saving ----

    /// The document for a job. A gesture under way is not part of it.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { project: self.project.clone(), version: self.version }
    }

    /// Whether there are changes that are not in the file.
    #[must_use]
    pub fn dirty(&self) -> bool {
        !self.project.same_as(&self.saved)
    }

    /// The snapshot is in the file now, which holds `hash`. Changes made since then are still unsaved.
    pub fn mark_saved(&mut self, snapshot: &Snapshot, path: &Path, hash: ContentHash) {
        self.saved = snapshot.project.clone();
        self.path = Some(path.to_owned());
        self.hash = Some(hash);
        self.history.seal();
    }

    /// What the file held when the document was last read from it or saved to it: saving over anything else would
    /// take a colleague's work away.
    #[must_use]
    pub const fn base_hash(&self) -> Option<ContentHash> {
        self.hash
    }

    /// The file holds this.
    pub fn set_base_hash(&mut self, hash: ContentHash) {
        self.hash = Some(hash);
    }

    /// Takes in what a colleague's file holds: what changed there since this document was last read or saved, as one step
    /// of the history. From then on the document is held against that file. `by` is who we are.
    pub fn take_in(&mut self, theirs: &Project, by: &str) -> Result<Report, EditError> {
        self.commit();
        let merged = merge_as(by, &self.saved, &self.project, theirs);
        let patch = Box::new(Patch::between(&self.project, &merged.project));
        self.run(&Command::Patch { patch, verb: Verb::TakeIn })?;
        self.history.seal();
        // The same snapshot, where it says the same.
        self.saved = if self.project == *theirs { self.project.clone() } else { theirs.clone() };
        Ok(merged.report)
    }

    /// The document as it was last read or saved.
    #[must_use]
    pub const fn saved(&self) -> &Project {
        &self.saved
    }

    /// The number of this session: no two have the same one while the program runs.
    #[must_use]
    pub const fn serial(&self) -> u64 {
        self.serial
    }

    /// How many steps were made, undone and redone so far: what is typed in one field is one.
    #[must_use]
    pub const fn steps_made(&self) -> u64 {
        self.steps_made
    }

    /// The document is not as its file is, even if nobody changed it: it was repaired, or comes from a template.
    pub fn mark_unsaved(&mut self) {
        self.saved = Project::default();
    }

    /// The file of the document, once it has one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    #[cfg(test)]
    pub(super) fn steps(&self) -> usize {
        self.history.len()
    }
}

/// Puts a department's name on every card that is nothing but its text.
fn sign(command: &mut Command, writer: DepartmentId) {
    let sign_one = |record: &mut AnyRecord| {
        let AnyRecord::Card(card) = record else { return };
        let bare = Card { text: card.text.clone(), ..Card::new(card.id, card.lane, card.step, card.order.clone()) };
        if *card == bare {
            card.author = Some(writer);
        }
    };
    match command {
        Command::Batch { commands, .. } => commands.iter_mut().for_each(|command| sign(command, writer)),
        Command::Add { record, .. } => sign_one(record),
        Command::AddAll(records) => records.iter_mut().for_each(sign_one),
        _ => {}
    }
}

/// A file may be opened with damage that nobody has mended yet; a command must not add the first.
fn breaks_what_was_sound(before: &Project, after: &Project) -> bool {
    let is_sound = |project: &Project| !project.problems().iter().any(Problem::is_damage);
    !is_sound(after) && is_sound(before)
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
