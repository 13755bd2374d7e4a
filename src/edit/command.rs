//! Commands: plain data that says what is to change, with ids and never positions.

use crate::model::{
    AnyRecord, CardId, DataSet, LaneId, MarkSource, Patch, PersonaId, PhaseId, ProjectInfo, RecordId, StepId,
};

/// A change of the document. New records come with their id and an order key that the command
/// replaces by the right one where a place is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Title, note, display floor, glossary.
    SetInfo(ProjectInfo),
    /// Adds a record before a sibling (`None`: at the end). Its parent must exist.
    Add {
        /// The record; its order key is chosen by the command.
        record: AnyRecord,
        /// The sibling it goes before.
        before: Option<RecordId>,
    },
    /// Adds many records, parents first, each at the end of its siblings: in time linear in their number, which
    /// one [`Command::Add`] for each would not be.
    AddAll(Vec<AnyRecord>),
    /// Replaces a record by one with the same id: every edit of attributes.
    Edit(AnyRecord),
    /// Deletes records with everything that belongs to them.
    Delete(Vec<RecordId>),
    /// Moves a department, channel, persona, journey, data set, saved view or lane before a sibling (`None`: to the end).
    Reorder {
        /// What moves.
        record: RecordId,
        /// The sibling it goes before.
        before: Option<RecordId>,
    },
    /// Moves a phase, with its steps, before another one of its journey.
    MovePhase {
        /// What moves.
        phase: PhaseId,
        /// The phase it goes before; `None`: to the end.
        before: Option<PhaseId>,
    },
    /// Moves steps, with their cards, into a phase of the same journey.
    MoveSteps {
        /// What moves, in the order they will have.
        steps: Vec<StepId>,
        /// Into which phase.
        phase: PhaseId,
        /// The step they go before; `None`: to the end of the phase.
        before: Option<StepId>,
    },
    /// Moves cards into a cell.
    MoveCards {
        /// What moves, in the order they will have.
        cards: Vec<CardId>,
        /// Into which lane.
        lane: LaneId,
        /// Into which step.
        step: StepId,
        /// The card they go before; `None`: to the end of the cell.
        before: Option<CardId>,
    },
    /// Sets or clears the emotion of a step.
    SetMark {
        /// The step.
        step: StepId,
        /// Whose feeling; `None` is that of the journey's first persona.
        persona: Option<PersonaId>,
        /// Who says so.
        source: MarkSource,
        /// −2…+2; `None` clears it.
        value: Option<f32>,
    },
    /// Adds imported feedback (or replaces the data set with the same id) and remembers the confirmed names.
    ImportFeedback {
        /// The data set.
        data_set: Box<DataSet>,
        /// Names in the file and the steps they mean.
        names: Vec<(String, StepId)>,
    },
    /// Puts and removes records exactly as they are, places in orders included: what another version of the whole
    /// document differs in.
    Patch {
        /// What differs.
        patch: Box<Patch>,
        /// What it comes from.
        verb: Verb,
    },
    /// Several commands as one step of the history, all or none. What they add may name each other in any order,
    /// but a parent comes before what is in it.
    Batch {
        /// What the step is called.
        label: Label,
        /// In this order.
        commands: Vec<Self>,
    },
}

/// What a step of the history is called: "Move card", 「カードの移動」.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// What was done.
    pub verb: Verb,
    /// To what.
    pub kind: RecordKind,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Added.
    Add,
    /// Changed.
    Edit,
    /// Moved.
    Move,
    /// Deleted.
    Delete,
    /// Pasted.
    Paste,
    /// Imported.
    Import,
    /// Made two of one.
    Split,
    /// Made one of several.
    Merge,
    /// Took in what colleagues changed.
    TakeIn,
    /// Went back to a state that was kept.
    Restore,
    /// Chose between two values.
    Settle,
}

/// To what it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// The project itself.
    Project,
    /// A department.
    Department,
    /// A channel.
    Channel,
    /// A persona.
    Persona,
    /// A journey.
    Journey,
    /// A phase.
    Phase,
    /// A step.
    Step,
    /// A lane.
    Lane,
    /// A card.
    Card,
    /// An emotion.
    Emotion,
    /// A handoff.
    Handoff,
    /// A branch or loop.
    Link,
    /// Feedback.
    Feedback,
    /// A name of the feedback files.
    Alias,
    /// A saved view.
    SavedView,
    /// A conflict of two people's changes.
    Conflict,
    /// A tag, wherever it stands.
    Tag,
}
