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
#[cfg(test)]
mod tests;

pub use fields::Field;
pub use merge::{Slot, merge};
pub use outcome::{OpportunityOutcome, PainOutcome};
pub use pairs::Pairs;

use crate::model::{
    Card, CardId, JourneyId, JourneyIndex, Lane, LaneId, LaneKind, Mark, MarkSource, PhaseId, Project, StepId,
};
use std::collections::{BTreeMap, BTreeSet};

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
    /// The feeling in each step that has one.
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
    let sides = Sides { from: &from, to: &to, pairs: &pairs };
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

    /// The mean emotion of both sides over the steps where both say something.
    #[must_use]
    pub fn mean_emotion(&self) -> Option<(f32, f32)> {
        let both: Vec<(f32, f32)> = self.emotions.iter().filter_map(|e| Some((e.from?, e.to?))).collect();
        let n = both.len() as f32;
        (n > 0.0).then(|| (both.iter().map(|b| b.0).sum::<f32>() / n, both.iter().map(|b| b.1).sum::<f32>() / n))
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

/// Both journeys, gathered.
struct Sides<'a> {
    from: &'a JourneyIndex<'a>,
    to: &'a JourneyIndex<'a>,
    pairs: &'a Pairs,
}

impl Sides<'_> {
    fn phases(&self) -> Vec<Compared<PhaseId>> {
        let from: Vec<PhaseId> = self.from.phases.iter().map(|p| p.phase.id).collect();
        let to: Vec<PhaseId> = self.to.phases.iter().map(|p| p.phase.id).collect();
        let name = |index: &JourneyIndex<'_>| -> BTreeMap<PhaseId, String> {
            index.phases.iter().map(|p| (p.phase.id, p.phase.name.clone())).collect()
        };
        let (before, after) = (name(self.from), name(self.to));
        rows(
            &merge(&from, &to, |id| self.pairs.phase_from(id)),
            |id| self.pairs.phase_from(id),
            |a, b| fields::phase(before.get(&a), after.get(&b)),
        )
    }

    fn lanes(&self) -> Vec<Compared<LaneId>> {
        let from: Vec<LaneId> = self.from.lanes.iter().map(|lane| lane.id).collect();
        let to: Vec<LaneId> = self.to.lanes.iter().map(|lane| lane.id).collect();
        rows(
            &merge(&from, &to, |id| self.pairs.lane_from(id)),
            |id| self.pairs.lane_from(id),
            |a, b| fields::lane(lane_in(self.from, a), lane_in(self.to, b)),
        )
    }

    /// Phase by phase; a step that went into another phase is moved.
    fn steps(&self) -> Vec<Compared<StepId>> {
        let before: BTreeMap<StepId, _> = self.from.steps().map(|step| (step.id, step)).collect();
        let after: BTreeMap<StepId, _> = self.to.steps().map(|step| (step.id, step)).collect();
        let ids = |index: &JourneyIndex<'_>, phase: PhaseId| -> Vec<StepId> {
            let group = index.phases.iter().find(|group| group.phase.id == phase);
            group.map_or_else(Vec::new, |group| group.steps.iter().map(|step| step.id).collect())
        };
        let mut compared = Vec::new();
        for slot in self.phase_slots() {
            let from = slot.as_is.map_or_else(Vec::new, |phase| ids(self.from, phase));
            let to = slot.to_be.map_or_else(Vec::new, |phase| ids(self.to, phase));
            let slots = merge(&from, &to, |id| self.pairs.step_from(id));
            compared.extend(rows(
                &slots,
                |id| self.pairs.step_from(id),
                |a, b| fields::step(before.get(&a).copied(), after.get(&b).copied()),
            ));
        }
        self.once(compared, |id| self.pairs.step_to(id))
    }

    /// Phases that belong together in one slot, whatever their order.
    fn phase_slots(&self) -> Vec<Slot<PhaseId>> {
        let from: Vec<PhaseId> = self.from.phases.iter().map(|p| p.phase.id).collect();
        let to: Vec<PhaseId> = self.to.phases.iter().map(|p| p.phase.id).collect();
        joined(&merge(&from, &to, |id| self.pairs.phase_from(id)), |id| self.pairs.phase_from(id))
    }

    /// A record that moved stands where it is in the to-be only.
    fn once<I: Copy>(&self, rows: Vec<Compared<I>>, to_be: impl Fn(I) -> Option<I>) -> Vec<Compared<I>> {
        let left = |row: &Compared<I>| row.to_be.is_none() && row.as_is.is_some_and(|id| to_be(id).is_some());
        rows.into_iter().filter(|row| !left(row)).collect()
    }

    /// Cell by cell, in the columns and rows of both.
    fn cards(&self) -> Vec<Compared<CardId>> {
        let steps = self.steps_in_order();
        let lanes: Vec<LaneId> = self.from.lanes.iter().chain(&self.to.lanes).map(|lane| lane.id).collect();
        let (before, after) = (cards_by_id(self.from), cards_by_id(self.to));
        let mut compared = Vec::new();
        for cell in self.cells(&steps, &lanes) {
            let slots = merge(&cell.from, &cell.to, |id| self.pairs.card_from(id));
            compared.extend(rows(
                &slots,
                |id| self.pairs.card_from(id),
                |a, b| fields::card(before.get(&a).copied(), after.get(&b).copied(), self.pairs),
            ));
        }
        self.once(compared, |id| self.pairs.card_to(id))
    }

    fn steps_in_order(&self) -> Vec<Slot<StepId>> {
        let plain = |row: Compared<StepId>| Slot { as_is: row.as_is, to_be: row.to_be };
        self.steps().into_iter().map(plain).collect()
    }

    /// Every cell that holds something, with the cards that both sides have in it.
    fn cells(&self, steps: &[Slot<StepId>], lanes: &[LaneId]) -> Vec<Cell> {
        let column: BTreeMap<StepId, usize> = steps
            .iter()
            .enumerate()
            .flat_map(|(at, slot)| [slot.as_is, slot.to_be].into_iter().flatten().map(move |step| (step, at)))
            .collect();
        // A lane and its counterpart are one row.
        let row = |lane: LaneId| {
            let lane = self.pairs.lane_to(lane).unwrap_or(lane);
            lanes.iter().position(|other| *other == lane).unwrap_or(usize::MAX)
        };
        let rows: BTreeMap<LaneId, usize> = lanes.iter().map(|lane| (*lane, row(*lane))).collect();
        let mut cells: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
        let place = |(lane, step): (LaneId, StepId)| Some((*column.get(&step)?, *rows.get(&lane)?));
        for (key, cards) in &self.from.cards {
            if let Some(place) = place(*key) {
                cells.entry(place).or_default().from.extend(cards.iter().map(|card| card.id));
            }
        }
        for (key, cards) in &self.to.cards {
            if let Some(place) = place(*key) {
                cells.entry(place).or_default().to.extend(cards.iter().map(|card| card.id));
            }
        }
        cells.into_values().collect()
    }

    fn emotions(&self, steps: &[Compared<StepId>]) -> Vec<EmotionChange> {
        let helped = outcome::helped_steps(self.from, self.to);
        let change = |row: &Compared<StepId>| {
            let from = row.as_is.and_then(|step| emotion(self.from, step));
            let to = row.to_be.and_then(|step| emotion(self.to, step));
            let is_helped = [row.as_is, row.to_be].into_iter().flatten().any(|step| helped.contains(&step));
            let rises = matches!((from, to), (Some(from), Some(to)) if to > from);
            let is_unexplained = rises && !is_helped;
            (from.is_some() || to.is_some()).then_some(EmotionChange {
                as_is: row.as_is,
                to_be: row.to_be,
                from,
                to,
                is_unexplained,
            })
        };
        steps.iter().filter_map(change).collect()
    }
}

/// The cards of a cell on both sides.
#[derive(Default)]
struct Cell {
    from: Vec<CardId>,
    to: Vec<CardId>,
}

/// The feeling that a journey shows in a step: what was agreed, else what is aimed at, of the persona that leads.
#[must_use]
pub fn emotion(index: &JourneyIndex<'_>, step: StepId) -> Option<f32> {
    leading_mark(index, step, MarkSource::Agreed)
        .or_else(|| leading_mark(index, step, MarkSource::Target))
        .map(|mark| mark.value)
}

/// The mark of a source for the persona that leads, or for nobody in particular.
#[must_use]
pub fn leading_mark<'a>(index: &JourneyIndex<'a>, step: StepId, source: MarkSource) -> Option<&'a Mark> {
    let lead = index.journey.personas.first().copied();
    let marks = index.marks.get(&step).map_or(&[][..], Vec::as_slice);
    marks.iter().copied().find(|mark| mark.source == source && (mark.persona.is_none() || mark.persona == lead))
}

fn cards_by_id<'a>(index: &JourneyIndex<'a>) -> BTreeMap<CardId, &'a Card> {
    index.cards.values().flatten().map(|card| (card.id, *card)).collect()
}

fn lane_in<'a>(index: &JourneyIndex<'a>, id: LaneId) -> Option<&'a Lane> {
    index.lanes.iter().copied().find(|lane| lane.id == id)
}

/// Whether a lane's cards are pains or opportunities, by id.
fn lanes_of_kind(index: &JourneyIndex<'_>, kind: LaneKind) -> BTreeSet<LaneId> {
    index.lanes.iter().filter(|lane| lane.kind == kind).map(|lane| lane.id).collect()
}

/// Rows of a comparison from slots: a pair that shares a slot stayed, one that does not was moved.
fn rows<I: Copy + Ord>(
    slots: &[Slot<I>],
    partner: impl Fn(I) -> Option<I>,
    fields: impl Fn(I, I) -> Vec<Field>,
) -> Vec<Compared<I>> {
    let gone = |slot: &Slot<I>| slot.to_be.is_none();
    let moved: BTreeSet<I> =
        slots.iter().filter(|slot| slot.as_is.is_none()).filter_map(|s| partner(s.to_be?)).collect();
    let row = |slot: &Slot<I>| {
        let Some(to_be) = slot.to_be else {
            return Compared { as_is: slot.as_is, to_be: None, change: Change::Removed, fields: Vec::new() };
        };
        match slot.as_is.or_else(|| partner(to_be)) {
            None => Compared { as_is: None, to_be: Some(to_be), change: Change::Added, fields: Vec::new() },
            Some(as_is) => {
                let fields = fields(as_is, to_be);
                let change = Change::of_pair(!fields.is_empty(), slot.as_is.is_none());
                Compared { as_is: Some(as_is), to_be: Some(to_be), change, fields }
            }
        }
    };
    slots.iter().filter(|slot| !gone(slot) || slot.as_is.is_some_and(|id| !moved.contains(&id))).map(row).collect()
}

/// Slots in which every pair is together, where it stands in the to-be.
fn joined<I: Copy + Ord>(slots: &[Slot<I>], partner: impl Fn(I) -> Option<I>) -> Vec<Slot<I>> {
    rows(slots, partner, |_, _| Vec::new()).into_iter().map(|row| Slot { as_is: row.as_is, to_be: row.to_be }).collect()
}
