//! A change that a colleague made in a workbook, as it is shown and as it is carried out.

use super::values::ValueKey;
use crate::edit::RecordKind;
use crate::i18n::history::kind_name;
use crate::i18n::import::ReviewText as Text;
use crate::i18n::{Lang, fill};
use crate::import::Note;
use crate::model::{
    Card, CardId, Department, Journey, Lane, LaneId, Persona, PersonaId, Phase, PhaseId, RecordId, Step, StepId,
};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Added.
    Added,
    /// Removed.
    Removed,
    /// Given another text or value.
    Changed,
    /// Put elsewhere.
    Moved,
}

impl Deed {
    /// The deed in a word.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Added => Text::Added,
            Self::Removed => Text::Removed,
            Self::Changed => Text::Changed,
            Self::Moved => Text::Moved,
        }
        .text(lang)
    }
}

/// A change that a colleague made.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What was done.
    pub deed: Deed,
    /// To what.
    pub kind: RecordKind,
    /// Where: lane and step, phase, field.
    pub place: String,
    /// What stood there when the workbook went out.
    pub before: String,
    /// What stands there now.
    pub after: String,
    /// What the project says where that is neither of the two: somebody changed it here meanwhile.
    pub now: Option<String>,
    /// Changes without which this one cannot be.
    pub needs: Vec<usize>,
    pub(super) edit: Edit,
}

impl Change {
    /// Whether the project changed meanwhile at this place.
    #[must_use]
    pub const fn is_conflict(&self) -> bool {
        self.now.is_some()
    }

    /// The change in a line.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let shown = |text: &str| {
            if text.is_empty() { Text::Empty.text(lang).to_owned() } else { text.replace('\n', " / ") }
        };
        let line = fill(
            Text::Line.text(lang),
            &[
                ("deed", self.deed.name(lang)),
                ("kind", kind_name(self.kind).text(lang)),
                ("place", &self.place),
                ("before", &shown(&self.before)),
                ("after", &shown(&self.after)),
            ],
        );
        match &self.now {
            Some(now) => fill(Text::LineConflict.text(lang), &[("line", &line), ("now", &shown(now))]),
            None => line,
        }
    }
}

/// Everything that came back with a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The changes, in the order in which they are carried out.
    pub changes: Vec<Change>,
    /// What was not understood.
    pub notes: Vec<Note>,
}

impl Review {
    /// Which changes nobody has to think about: those without a conflict.
    #[must_use]
    pub fn unquestioned(&self) -> Vec<bool> {
        self.changes.iter().map(|change| !change.is_conflict()).collect()
    }
}

/// How a change is carried out. Places are given by what stands before, the nearest first.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A new department.
    AddDepartment(Department),
    /// A new journey.
    AddJourney(Box<Journey>),
    /// A new phase.
    AddPhase(Phase, Vec<PhaseId>),
    /// A new step.
    AddStep(Box<Step>, Vec<StepId>),
    /// A new lane.
    AddLane(Lane, Vec<LaneId>),
    /// A new card.
    AddCard(Box<Card>, Vec<CardId>),
    /// A new persona.
    AddPersona(Box<Persona>),
    /// Another name, title or text.
    Name(RecordId, String),
    /// A phase elsewhere.
    MovePhase(PhaseId, Vec<PhaseId>),
    /// A step elsewhere.
    MoveStep(StepId, PhaseId, Vec<StepId>),
    /// A lane elsewhere.
    MoveLane(LaneId, Vec<LaneId>),
    /// A card elsewhere.
    MoveCard(CardId, LaneId, StepId, Vec<CardId>),
    /// Another value beside a lane.
    Value(StepId, ValueKey, String),
    /// A field of a persona.
    Persona(PersonaId, String, String),
    /// A column of an opportunity.
    Opportunity(CardId, String, String),
    /// It goes, with what is in it.
    Remove(RecordId),
}
