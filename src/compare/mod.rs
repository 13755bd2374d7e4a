//! Layer 2: two journeys of a project side by side: what is new in the to-be, what changed, moved, went, how the
//! emotion rises, which pains are resolved and which opportunities have become real. Reads the model only; the
//! words and signs for it are above.
//!
//! What was made from what is known by `origin`, in either direction; journeys that know nothing of each other
//! (a competitor's, two drafts) are paired by their names.

mod fields;
mod merge;
mod outcome;
mod pairs;
mod sides;
#[cfg(test)]
mod tests;

pub use fields::Field;
pub use merge::{Slot, merge};
pub use outcome::{OpportunityOutcome, PainOutcome};
pub use pairs::Pairs;

use crate::model::{
    CardId, JourneyId, JourneyIndex, LaneId, LaneKind, MarkSource, PersonaId, PhaseId, Project, StepId,
};
use std::collections::BTreeSet;

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Nothing.
    Same,
    /// It says something else.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It says something else and stands elsewhere.
    MovedAndChanged,
    /// Only the to-be has it.
    Added,
    /// Only the as-is has it.
    Removed,
}

impl Change {
    const fn of_pair(changed: bool, moved: bool) -> Self {
        match (changed, moved) {
            (false, false) => Self::Same,
            (true, false) => Self::Changed,
            (false, true) => Self::Moved,
            (true, true) => Self::MovedAndChanged,
        }
    }
}

/// A record of the as-is with its counterpart in the to-be; one side may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<I> {
    /// The one of the as-is.
    pub as_is: Option<I>,
    /// The one of the to-be.
    pub to_be: Option<I>,
    /// What became of it.
    pub change: Change,
    /// In what it differs.
    pub fields: Vec<Field>,
}

/// How the feeling in a step changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmotionChange {
    /// Whose feeling; `None` is the persona that leads the to-be.
    pub persona: Option<PersonaId>,
    /// The step of the as-is.
    pub as_is: Option<StepId>,
    /// The step of the to-be.
    pub to_be: Option<StepId>,
    /// What the as-is says, −2…+2.
    pub from: Option<f32>,
    /// What the to-be says.
    pub to: Option<f32>,
    /// The feeling rises, but no opportunity of either journey says how.
    pub is_unexplained: bool,
}

impl EmotionChange {
    /// To-be minus as-is, where both say something.
    #[must_use]
    pub fn gain(&self) -> Option<f32> {
        Some(self.to? - self.from?)
    }
}

/// How often each kind of change occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// New in the to-be.
    pub added: usize,
    /// Saying something else.
    pub changed: usize,
    /// Standing elsewhere; what also says something else is counted there.
    pub moved: usize,
    /// Only in the as-is.
    pub removed: usize,
}

impl Totals {
    fn count(&mut self, change: Change) {
        match change {
            Change::Same => {}
            Change::Changed | Change::MovedAndChanged => self.changed += 1,
            Change::Moved => self.moved += 1,
            Change::Added => self.added += 1,
            Change::Removed => self.removed += 1,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn sum(&self) -> usize {
        self.added + self.changed + self.moved + self.removed
    }
}

/// Two journeys compared. Every record of both sides stands in exactly one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What it starts from.
    pub as_is: JourneyId,
    /// What it comes to.
    pub to_be: JourneyId,
    /// Phases, as they are read in the to-be, with those that went where they stood.
    pub phases: Vec<Compared<PhaseId>>,
    /// Lanes, in the same way.
    pub lanes: Vec<Compared<LaneId>>,
    /// Steps, in the same way.
    pub steps: Vec<Compared<StepId>>,
    /// Cards: step by step, lane by lane.
    pub cards: Vec<Compared<CardId>>,
    /// The feeling in each step that has one: of the persona that leads, then of the others of both journeys.
    pub emotions: Vec<EmotionChange>,
    /// What became of the pains of the as-is.
    pub pains: Vec<(CardId, PainOutcome)>,
    /// What became of the opportunities of the as-is.
    pub opportunities: Vec<(CardId, OpportunityOutcome)>,
    /// How many handoffs lose something, in the as-is and in the to-be.
    pub breaks: (usize, usize),
    /// Which record of the to-be belongs to which of the as-is.
    pub pairs: Pairs,
}

/// Compares two journeys; `None` when the project has not both. Linear in the records but for sorting.
#[must_use]
pub fn compare(project: &Project, as_is: JourneyId, to_be: JourneyId) -> Option<Comparison> {
    let (from, to) = (JourneyIndex::new(project, as_is)?, JourneyIndex::new(project, to_be)?);
    let pairs = Pairs::of(&from, &to);
    let sides = sides::Sides { from: &from, to: &to, pairs: &pairs };
    let (phases, lanes, steps, cards) = (sides.phases(), sides.lanes(), sides.steps(), sides.cards());
    let emotions = sides.emotions(&steps);
    let (pains, opportunities) = outcome::outcomes(&from, &to, &pairs);
    let breaks = (outcome::breaks(&from), outcome::breaks(&to));
    Some(Comparison { as_is, to_be, phases, lanes, steps, cards, emotions, pains, opportunities, breaks, pairs })
}

/// The as-is and the to-be that a journey is one of: its own as-is, else the first to-be that names it.
#[must_use]
pub fn pair_of(project: &Project, journey: JourneyId) -> Option<(JourneyId, JourneyId)> {
    let own = project.journeys.get(journey)?.as_is.filter(|as_is| project.journeys.contains(*as_is));
    if let Some(as_is) = own {
        return Some((as_is, journey));
    }
    let mut to_bes = project.journeys_in_order().into_iter().filter(|other| other.as_is == Some(journey));
    to_bes.next().map(|to_be| (journey, to_be.id))
}

impl Comparison {
    /// Counts over phases, lanes, steps and cards.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        self.changes().for_each(|change| totals.count(change));
        totals
    }

    fn changes(&self) -> impl Iterator<Item = Change> {
        let (phases, lanes) = (self.phases.iter().map(|row| row.change), self.lanes.iter().map(|row| row.change));
        let (steps, cards) = (self.steps.iter().map(|row| row.change), self.cards.iter().map(|row| row.change));
        phases.chain(lanes).chain(steps).chain(cards)
    }

    /// Whether nothing differs, emotions included.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let level = |emotion: &EmotionChange| emotion.from == emotion.to;
        self.changes().all(|change| change == Change::Same) && self.emotions.iter().all(level)
    }

    /// The mean emotion of both sides over the steps where both say something, of the persona that leads.
    #[must_use]
    pub fn mean_emotion(&self) -> Option<(f32, f32)> {
        let both: Vec<(f32, f32)> = self.emotions_of(None).filter_map(|e| Some((e.from?, e.to?))).collect();
        let n = both.len() as f32;
        (n > 0.0).then(|| (both.iter().map(|b| b.0).sum::<f32>() / n, both.iter().map(|b| b.1).sum::<f32>() / n))
    }

    /// The feelings of a persona; `None` is the one that leads the to-be.
    pub fn emotions_of(&self, persona: Option<PersonaId>) -> impl Iterator<Item = &EmotionChange> {
        self.emotions.iter().filter(move |emotion| emotion.persona == persona)
    }

    /// The steps from left to right as both can be laid under each other: a pair in one column where its order
    /// allows, alone on its side otherwise.
    #[must_use]
    pub fn columns(&self, project: &Project) -> Vec<Slot<StepId>> {
        let (from, to) = (project.steps_in_journey(self.as_is), project.steps_in_journey(self.to_be));
        let phase = |id: StepId| project.steps.get(id).map(|step| step.phase);
        let from: Vec<StepId> = from.iter().map(|step| step.id).collect();
        let to: Vec<StepId> = to.iter().map(|step| step.id).collect();
        merge(&from, &to, |step| {
            let partner = self.pairs.step_from(step)?;
            let phases = (self.pairs.phase_from(phase(step)?), phase(partner));
            (phases.0 == phases.1).then_some(partner)
        })
    }
}

/// What a persona feels in a step of a journey: what was agreed, else what is aimed at. A mark of no persona is that of
/// the one who leads.
#[must_use]
pub fn emotion(index: &JourneyIndex<'_>, step: StepId, persona: Option<PersonaId>) -> Option<f32> {
    let lead = index.journey.personas.first().copied();
    let marks = index.marks.get(&step).map_or(&[][..], Vec::as_slice);
    let of = |source| marks.iter().find(|mark| mark.source == source && mark.persona.or(lead) == persona);
    of(MarkSource::Agreed).or_else(|| of(MarkSource::Target)).map(|mark| mark.value)
}

/// Whether a lane's cards are pains or opportunities, by id.
fn lanes_of_kind(index: &JourneyIndex<'_>, kind: LaneKind) -> BTreeSet<LaneId> {
    index.lanes.iter().filter(|lane| lane.kind == kind).map(|lane| lane.id).collect()
}
