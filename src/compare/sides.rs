//! Both journeys with their pairs: the rows of the comparison, kind by kind.

use super::{Change, Compared, EmotionChange, Field, Pairs, Slot, emotion, fields, merge, outcome};
use crate::model::{Card, CardId, JourneyIndex, Lane, LaneId, PersonaId, PhaseId, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// Both journeys, gathered.
pub(super) struct Sides<'a> {
    pub from: &'a JourneyIndex<'a>,
    pub to: &'a JourneyIndex<'a>,
    pub pairs: &'a Pairs,
}

impl Sides<'_> {
    pub fn phases(&self) -> Vec<Compared<PhaseId>> {
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

    pub fn lanes(&self) -> Vec<Compared<LaneId>> {
        let from: Vec<LaneId> = self.from.lanes.iter().map(|lane| lane.id).collect();
        let to: Vec<LaneId> = self.to.lanes.iter().map(|lane| lane.id).collect();
        rows(
            &merge(&from, &to, |id| self.pairs.lane_from(id)),
            |id| self.pairs.lane_from(id),
            |a, b| fields::lane(lane_in(self.from, a), lane_in(self.to, b)),
        )
    }

    /// Phase by phase; a step that went into another phase is moved.
    pub fn steps(&self) -> Vec<Compared<StepId>> {
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
        once(compared, |id| self.pairs.step_to(id))
    }

    /// Phases that belong together in one slot, whatever their order.
    fn phase_slots(&self) -> Vec<Slot<PhaseId>> {
        let from: Vec<PhaseId> = self.from.phases.iter().map(|p| p.phase.id).collect();
        let to: Vec<PhaseId> = self.to.phases.iter().map(|p| p.phase.id).collect();
        joined(&merge(&from, &to, |id| self.pairs.phase_from(id)), |id| self.pairs.phase_from(id))
    }

    /// Cell by cell, in the columns and rows of both.
    pub fn cards(&self) -> Vec<Compared<CardId>> {
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
        once(compared, |id| self.pairs.card_to(id))
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
        for (key, cards) in self.from.cards.iter() {
            if let Some(place) = place(*key) {
                cells.entry(place).or_default().from.extend(cards.iter().map(|card| card.id));
            }
        }
        for (key, cards) in self.to.cards.iter() {
            if let Some(place) = place(*key) {
                cells.entry(place).or_default().to.extend(cards.iter().map(|card| card.id));
            }
        }
        cells.into_values().collect()
    }

    pub fn emotions(&self, steps: &[Compared<StepId>]) -> Vec<EmotionChange> {
        let helped = outcome::helped_steps(self.from, self.to);
        let is_helped = |row: &Compared<StepId>| {
            let mut both = [row.as_is, row.to_be].into_iter().flatten();
            both.any(|step| helped.contains(&step))
        };
        let of_pair = |felt: Felt| {
            steps.iter().filter_map(move |row| {
                let from = row.as_is.and_then(|step| emotion(self.from, step, felt.as_is));
                let to = row.to_be.and_then(|step| emotion(self.to, step, felt.to_be));
                let rises = matches!((from, to), (Some(from), Some(to)) if to > from);
                let is_unexplained = rises && !is_helped(row);
                let (persona, as_is, to_be) = (felt.named, row.as_is, row.to_be);
                (from.is_some() || to.is_some()).then_some(EmotionChange {
                    persona,
                    as_is,
                    to_be,
                    from,
                    to,
                    is_unexplained,
                })
            })
        };
        self.felt().into_iter().flat_map(of_pair).collect()
    }

    /// Whose feelings are compared: those of who leads the to-be, and of everybody else who is in both journeys.
    fn felt(&self) -> Vec<Felt> {
        let (from, to) = (&self.from.journey.personas, &self.to.journey.personas);
        let lead = to.first().copied();
        let led_by = lead.filter(|persona| from.contains(persona)).or(from.first().copied());
        let others = to.iter().skip(1).filter(|persona| from.contains(persona) && Some(**persona) != led_by);
        let first = Felt { named: None, as_is: led_by, to_be: lead };
        let of_other = |persona: &PersonaId| {
            let persona = Some(*persona);
            Felt { named: persona, as_is: persona, to_be: persona }
        };
        std::iter::once(first).chain(others.map(of_other)).collect()
    }
}

/// Whose feeling is compared on either side.
#[derive(Clone, Copy)]
struct Felt {
    /// As the comparison names it: `None` for the one who leads.
    named: Option<PersonaId>,
    as_is: Option<PersonaId>,
    to_be: Option<PersonaId>,
}

/// The cards of a cell on both sides.
#[derive(Default)]
struct Cell {
    from: Vec<CardId>,
    to: Vec<CardId>,
}

fn cards_by_id<'a>(index: &JourneyIndex<'a>) -> BTreeMap<CardId, &'a Card> {
    index.cards.values().flatten().map(|card| (card.id, *card)).collect()
}

fn lane_in<'a>(index: &JourneyIndex<'a>, id: LaneId) -> Option<&'a Lane> {
    index.lanes.iter().copied().find(|lane| lane.id == id)
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

/// A record that moved stands where it is in the to-be only.
fn once<I: Copy>(rows: Vec<Compared<I>>, to_be: impl Fn(I) -> Option<I>) -> Vec<Compared<I>> {
    let left = |row: &Compared<I>| row.to_be.is_none() && row.as_is.is_some_and(|id| to_be(id).is_some());
    rows.into_iter().filter(|row| !left(row)).collect()
}
