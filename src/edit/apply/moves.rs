//! Moving records among their siblings and to other parents of the same journey.

use super::add::sibling_id;
use crate::base::Id;
use crate::edit::EditError;
use crate::edit::place::{Placed, put_before};
use crate::edit::references::{check_one_journey, exists};
use crate::model::{AnyRecord, Card, CardId, LaneId, PhaseId, Project, RecordId, Step, StepId, Table};
use std::collections::BTreeSet;

/// Moves a record before one of its siblings.
pub(super) fn reorder(project: &mut Project, record: RecordId, before: Option<RecordId>) -> Result<(), EditError> {
    match record {
        RecordId::Department(id) => reorder_one(project, id, before),
        RecordId::Channel(id) => reorder_one(project, id, before),
        RecordId::Persona(id) => reorder_one(project, id, before),
        RecordId::Journey(id) => reorder_one(project, id, before),
        RecordId::DataSet(id) => reorder_one(project, id, before),
        RecordId::SavedView(id) => reorder_one(project, id, before),
        RecordId::Lane(id) => reorder_one(project, id, before),
        RecordId::Phase(id) => reorder_one(project, id, before),
        RecordId::Step(id) => reorder_one(project, id, before),
        RecordId::Card(id) => reorder_one(project, id, before),
        RecordId::Mark(_) | RecordId::Handoff(_) | RecordId::Link(_) | RecordId::Alias(_) | RecordId::Conflict(_) => {
            Err(EditError::Unordered(record))
        }
    }
}

fn reorder_one<T: Placed>(project: &mut Project, id: Id<T>, before: Option<RecordId>) -> Result<(), EditError>
where
    RecordId: From<Id<T>>,
    Id<T>: TryFrom<RecordId>,
{
    let record = row(T::table(project), id)?;
    put_before(project, &[record], sibling_id(id, before)?)
}

/// Moves a phase before another one of its journey.
pub(super) fn move_phase(project: &mut Project, phase: PhaseId, before: Option<PhaseId>) -> Result<(), EditError> {
    reorder_one(project, phase, before.map(Into::into))
}

/// Moves steps into a phase of their journey.
pub(super) fn move_steps(
    project: &mut Project,
    steps: &[StepId],
    phase: PhaseId,
    before: Option<StepId>,
) -> Result<(), EditError> {
    let journey = row(&project.phases, phase)?.journey;
    let steps = each_once(steps);
    let mut moved = Vec::with_capacity(steps.len());
    for id in steps {
        let step = row(&project.steps, id)?;
        if project.journey_of_step(id) != Some(journey) {
            return Err(EditError::OtherJourney(id.into()));
        }
        moved.push(Step { phase, ..step });
    }
    put_before(project, &moved, before)
}

/// Moves cards into a cell of their journey.
pub(super) fn move_cards(
    project: &mut Project,
    cards: &[CardId],
    (lane, step): (LaneId, StepId),
    before: Option<CardId>,
) -> Result<(), EditError> {
    exists(project, step)?;
    let journey = row(&project.lanes, lane)?.journey;
    let mut moved = Vec::with_capacity(cards.len());
    for id in each_once(cards) {
        let card = row(&project.cards, id)?;
        if project.journey_of_step(card.step) != Some(journey) {
            return Err(EditError::OtherJourney(id.into()));
        }
        let card = Card { lane, step, ..card };
        check_one_journey(project, &AnyRecord::Card(card.clone()))?;
        moved.push(card);
    }
    put_before(project, &moved, before)
}

fn row<T: Placed>(table: &Table<T>, id: Id<T>) -> Result<T, EditError>
where
    RecordId: From<Id<T>>,
{
    table.get(id).cloned().ok_or(EditError::Missing(id.into()))
}

fn each_once<T: Copy + Ord>(ids: &[T]) -> Vec<T> {
    let mut seen = BTreeSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}

#[cfg(test)]
mod tests {
    use crate::edit::testing::{Small, names_of};
    use crate::edit::{Command, EditError};

    fn step_names(small: &Small) -> Vec<String> {
        small.project.steps_in_journey(small.journey).iter().map(|s| s.name.clone()).collect()
    }

    #[test]
    fn cards_move_to_another_cell_in_the_order_asked() {
        let mut small = Small::new();
        let [a, b, c] = small.cards;
        let (lane, step) = (small.lane, small.steps[1]);
        small.run(&Command::MoveCards { cards: vec![c], lane, step, before: None }).unwrap();
        small.run(&Command::MoveCards { cards: vec![b, a], lane, step, before: Some(c) }).unwrap();
        assert_eq!(names_of(&small.project, lane, step), ["b", "a", "c"]);
    }

    #[test]
    fn moving_a_card_to_where_it_stands_changes_nothing() {
        let mut small = Small::new();
        let [a, b, c] = small.cards;
        let (lane, step) = (small.lane, small.steps[0]);
        let before = small.project.clone();
        for (cards, before) in
            [(vec![a], Some(b)), (vec![a], Some(a)), (vec![a, b], Some(c)), (vec![c], None), (vec![], None)]
        {
            small.run(&Command::MoveCards { cards, lane, step, before }).unwrap();
        }
        assert!(small.project.same_as(&before));
    }

    #[test]
    fn a_place_before_one_of_the_moved_cards_is_the_place_where_it_stood() {
        let mut small = Small::new();
        let [a, b, c] = small.cards;
        let (lane, step) = (small.lane, small.steps[0]);
        small.run(&Command::MoveCards { cards: vec![c, b], lane, step, before: Some(b) }).unwrap();
        assert_eq!(names_of(&small.project, lane, step), ["a", "c", "b"]);
        assert!(small.project.cards.contains(a));
    }

    #[test]
    fn equal_keys_of_two_colleagues_get_fresh_ones_when_something_goes_between() {
        let mut small = Small::new();
        let [a, b, c] = small.cards;
        let (lane, step) = (small.lane, small.steps[0]);
        for card in [a, b, c] {
            small.project.cards.change(card, |card| card.order = crate::base::OrderKey::default());
        }
        let mut seen: Vec<_> = small.project.cards_in(lane, step).iter().map(|card| card.id).collect();
        let last = seen.pop().unwrap();
        small.run(&Command::MoveCards { cards: vec![last], lane, step, before: Some(seen[1]) }).unwrap();
        let now: Vec<_> = small.project.cards_in(lane, step).iter().map(|card| card.id).collect();
        assert_eq!(now, [seen[0], last, seen[1]]);
    }

    #[test]
    fn steps_and_phases_move() {
        let mut small = Small::new();
        let [one, _, three] = small.steps;
        let last_phase = small.phases[1];
        small.run(&Command::MoveSteps { steps: vec![one], phase: last_phase, before: Some(three) }).unwrap();
        assert_eq!(step_names(&small), ["two", "one", "three"]);
        small.run(&Command::MovePhase { phase: last_phase, before: Some(small.phases[0]) }).unwrap();
        assert_eq!(step_names(&small), ["one", "three", "two"]);
    }

    #[test]
    fn nothing_moves_into_another_journey() {
        let mut small = Small::new();
        let (_, other_step) = small.other_journey();
        let phase = small.project.steps.get(other_step).unwrap().phase;
        let step = small.steps[0];
        let error = small.run(&Command::MoveSteps { steps: vec![step], phase, before: None }).unwrap_err();
        assert_eq!(error, EditError::OtherJourney(step.into()));
    }

    #[test]
    fn a_lane_is_not_beside_a_card() {
        let mut small = Small::new();
        let (record, before) = (small.lane.into(), small.cards[0].into());
        let error = small.run(&Command::Reorder { record, before: Some(before) }).unwrap_err();
        assert_eq!(error, EditError::NotBeside { record, before });
    }
}
