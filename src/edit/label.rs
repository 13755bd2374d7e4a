//! What a command is called in the history.

use super::{Command, Label, RecordKind, Verb};
use crate::model::{AnyRecord, RecordId};

impl From<RecordId> for RecordKind {
    fn from(id: RecordId) -> Self {
        match id {
            RecordId::Department(_) => Self::Department,
            RecordId::Channel(_) => Self::Channel,
            RecordId::Persona(_) => Self::Persona,
            RecordId::Journey(_) => Self::Journey,
            RecordId::Phase(_) => Self::Phase,
            RecordId::Step(_) => Self::Step,
            RecordId::Lane(_) => Self::Lane,
            RecordId::Card(_) => Self::Card,
            RecordId::Mark(_) => Self::Emotion,
            RecordId::Handoff(_) => Self::Handoff,
            RecordId::Link(_) => Self::Link,
            RecordId::DataSet(_) => Self::Feedback,
            RecordId::Alias(_) => Self::Alias,
            RecordId::SavedView(_) => Self::SavedView,
            RecordId::Conflict(_) => Self::Conflict,
        }
    }
}

impl Label {
    /// The label for doing `verb` to a record of `kind`.
    #[must_use]
    pub const fn new(verb: Verb, kind: RecordKind) -> Self {
        Self { verb, kind }
    }
}

impl Command {
    /// What a step of the history made by this command is called.
    #[must_use]
    pub fn label(&self) -> Label {
        match self {
            Self::SetInfo(_) => Label::new(Verb::Edit, RecordKind::Project),
            Self::Add { record, .. } => Label::new(Verb::Add, record.id().into()),
            Self::AddAll(records) => Label::new(Verb::Add, first_kind(records)),
            Self::Edit(record) => Label::new(Verb::Edit, record.id().into()),
            Self::Delete(ids) => Label::new(Verb::Delete, outermost(ids)),
            Self::Reorder { record, .. } => Label::new(Verb::Move, (*record).into()),
            Self::MovePhase { .. } => Label::new(Verb::Move, RecordKind::Phase),
            Self::MoveSteps { .. } => Label::new(Verb::Move, RecordKind::Step),
            Self::MoveCards { .. } => Label::new(Verb::Move, RecordKind::Card),
            Self::SetMark { value: Some(_), .. } => Label::new(Verb::Edit, RecordKind::Emotion),
            Self::SetMark { value: None, .. } => Label::new(Verb::Delete, RecordKind::Emotion),
            Self::ImportFeedback { .. } => Label::new(Verb::Import, RecordKind::Feedback),
            Self::Patch { verb, .. } => Label::new(*verb, RecordKind::Project),
            Self::Batch { label, .. } => *label,
        }
    }
}

/// The kind that holds the most: ids of one command are compared in the order of the tables, where
/// what holds others comes first.
fn outermost(ids: &[RecordId]) -> RecordKind {
    ids.iter().min().map_or(RecordKind::Project, |id| (*id).into())
}

/// What holds others is added before what is in it.
fn first_kind(records: &[AnyRecord]) -> RecordKind {
    records.first().map_or(RecordKind::Project, |record| record.id().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn deleting_a_step_with_its_cards_is_called_deleting_a_step() {
        let command = Command::Delete(vec![RecordId::Card(Id::from_bits(1)), RecordId::Step(Id::from_bits(9))]);
        assert_eq!(command.label(), Label::new(Verb::Delete, RecordKind::Step));
    }
}
