//! Moving the selection by one place with the arrow keys.

use super::place::{after, ahead_of, phases_beside, steps_in, takes_cards};
use super::{Action, NUDGE, batch, emotion_step, nudge_emotion};
use crate::app::Session;
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{Card, CardId, LaneId, PhaseId, Project, RecordId, StepId};
use std::collections::BTreeMap;

/// One place into a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// Moves the selected records of the leading one's kind by one place; `None` where there is no way.
#[must_use]
pub fn shift(session: &Session, direction: Direction) -> Option<Action> {
    use Direction::{Down, Left, Right, Up};
    let project = session.project();
    if emotion_step(session).is_some() {
        return match direction {
            Up => nudge_emotion(session, NUDGE),
            Down => nudge_emotion(session, -NUDGE),
            Left | Right => None,
        };
    }
    let command = match (session.selection().primary()?, direction) {
        (RecordId::Card(_), Left | Right) => cards_sideways(project, &selected_cards(session), direction),
        (RecordId::Card(_), Up | Down) => cards_upright(project, &selected_cards(session), direction),
        (RecordId::Step(_), Left | Right) => steps(project, &selected_steps(session), direction),
        (RecordId::Phase(phase), Left | Right) => phase_sideways(project, phase, direction),
        (RecordId::Lane(lane), Up | Down) => lane_upright(project, lane, direction),
        (record, Up | Down) => in_list(project, record, direction),
        _ => None,
    }?;
    Some(Action::new(command).selecting(session.selection().clone()))
}

fn selected_cards(session: &Session) -> Vec<&Card> {
    let id = |record: &RecordId| if let RecordId::Card(card) = record { Some(*card) } else { None };
    let ids = session.selection().records().iter().filter_map(id);
    let mut cards: Vec<&Card> = ids.filter_map(|id| session.project().cards.get(id)).collect();
    cards.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
    cards
}

/// The selected steps from left to right.
fn selected_steps(session: &Session) -> Vec<StepId> {
    let Some(journey) = session.journey() else { return Vec::new() };
    let steps = session.project().steps_in_journey(journey);
    steps.iter().map(|step| step.id).filter(|step| session.selection().contains(*step)).collect()
}

/// Each card to the end of the cell beside it. Where one stands at the edge all stay, so that they keep their
/// places to each other.
fn cards_sideways(project: &Project, cards: &[&Card], direction: Direction) -> Option<Command> {
    let journey = project.journey_of_step(cards.first()?.step)?;
    let columns: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
    let mut moves: BTreeMap<(LaneId, StepId), Vec<CardId>> = BTreeMap::new();
    for card in cards {
        let step = beside(&columns, card.step, direction)?;
        moves.entry((card.lane, step)).or_default().push(card.id);
    }
    let commands =
        moves.into_iter().map(|((lane, step), cards)| Command::MoveCards { cards, lane, step, before: None });
    one_step(RecordKind::Card, commands.collect())
}

/// The cards of one cell up or down in it, past its edge into the next lane that takes cards; those of several
/// cells each into that lane, or none of them.
fn cards_upright(project: &Project, cards: &[&Card], direction: Direction) -> Option<Command> {
    let first = cards.first()?;
    let (lane, step) = (first.lane, first.step);
    if cards.iter().any(|card| (card.lane, card.step) != (lane, step)) {
        return cards_to_next_lane(project, cards, direction);
    }
    let cell: Vec<CardId> = project.cards_in(lane, step).iter().map(|card| card.id).collect();
    let moved: Vec<CardId> = cards.iter().map(|card| card.id).collect();
    let (edge, up) = match direction {
        Direction::Up => (*moved.first()?, true),
        _ => (*moved.last()?, false),
    };
    let (lane, before) = match (beside(&cell, edge, direction), up) {
        (Some(neighbour), true) => (lane, Some(neighbour)),
        (Some(neighbour), false) => (lane, after(&cell, neighbour)),
        (None, _) => {
            let lane = beside(&card_lanes(project, lane), lane, direction)?;
            let top = project.cards_in(lane, step).first().map(|card| card.id);
            (lane, if up { None } else { top })
        }
    };
    Some(Command::MoveCards { cards: moved, lane, step, before })
}

fn cards_to_next_lane(project: &Project, cards: &[&Card], direction: Direction) -> Option<Command> {
    let lanes = card_lanes(project, cards.first()?.lane);
    let mut moves: BTreeMap<(LaneId, StepId), Vec<CardId>> = BTreeMap::new();
    for card in cards {
        let lane = beside(&lanes, card.lane, direction)?;
        moves.entry((lane, card.step)).or_default().push(card.id);
    }
    let commands =
        moves.into_iter().map(|((lane, step), cards)| Command::MoveCards { cards, lane, step, before: None });
    one_step(RecordKind::Card, commands.collect())
}

fn card_lanes(project: &Project, beside: LaneId) -> Vec<LaneId> {
    let journey = project.lanes.get(beside).map(|lane| lane.journey);
    let lanes = journey.map(|journey| project.lanes_of(journey)).unwrap_or_default();
    lanes.into_iter().filter(|lane| takes_cards(lane)).map(|lane| lane.id).collect()
}

/// Steps past the one beside them, at a phase's edge into the next phase.
fn steps(project: &Project, steps: &[StepId], direction: Direction) -> Option<Command> {
    let left = direction == Direction::Left;
    let edge = if left { *steps.first()? } else { *steps.last()? };
    let phase = project.steps.get(edge)?.phase;
    let row = steps_in(project, phase);
    let (phase, before) = match (beside(&row, edge, direction), left) {
        (Some(neighbour), true) => (phase, Some(neighbour)),
        (Some(neighbour), false) => (phase, after(&row, neighbour)),
        (None, _) => {
            let phase = beside(&phases_beside(project, phase), phase, direction)?;
            (phase, if left { None } else { steps_in(project, phase).first().copied() })
        }
    };
    Some(Command::MoveSteps { steps: steps.to_vec(), phase, before })
}

fn phase_sideways(project: &Project, phase: PhaseId, direction: Direction) -> Option<Command> {
    let row = phases_beside(project, phase);
    Some(Command::MovePhase { phase, before: place_past(&row, phase, direction)?.before() })
}

/// A lane past the next one that is seen.
fn lane_upright(project: &Project, lane: LaneId, direction: Direction) -> Option<Command> {
    let lanes = project.lanes_of(project.lanes.get(lane)?.journey);
    let seen: Vec<LaneId> = lanes.iter().filter(|l| !l.hidden || l.id == lane).map(|l| l.id).collect();
    let before = place_past(&seen, lane, direction)?.before();
    Some(Command::Reorder { record: lane.into(), before: before.map(Into::into) })
}

fn in_list(project: &Project, record: RecordId, direction: Direction) -> Option<Command> {
    let list: Vec<RecordId> = match record {
        RecordId::Journey(_) => project.journeys_in_order().iter().map(|r| r.id.into()).collect(),
        RecordId::Persona(_) => project.personas_in_order().iter().map(|r| r.id.into()).collect(),
        RecordId::Department(_) => project.departments_in_order().iter().map(|r| r.id.into()).collect(),
        RecordId::Channel(_) => project.channels_in_order().iter().map(|r| r.id.into()).collect(),
        RecordId::DataSet(_) => project.data_sets_in_order().iter().map(|r| r.id.into()).collect(),
        _ => return None,
    };
    Some(Command::Reorder { record, before: place_past(&list, record, direction)?.before() })
}

fn beside<T: Copy + PartialEq>(list: &[T], id: T, direction: Direction) -> Option<T> {
    match direction {
        Direction::Left | Direction::Up => ahead_of(list, id),
        Direction::Right | Direction::Down => after(list, id),
    }
}

/// A place in a list.
enum PlaceInList<T> {
    Before(T),
    End,
}

impl<T> PlaceInList<T> {
    fn before(self) -> Option<T> {
        if let Self::Before(id) = self { Some(id) } else { None }
    }
}

/// Where `id` goes when it passes its neighbour; `None` at the edge.
fn place_past<T: Copy + PartialEq>(list: &[T], id: T, direction: Direction) -> Option<PlaceInList<T>> {
    let neighbour = beside(list, id, direction)?;
    Some(match direction {
        Direction::Left | Direction::Up => PlaceInList::Before(neighbour),
        Direction::Right | Direction::Down => after(list, neighbour).map_or(PlaceInList::End, PlaceInList::Before),
    })
}

fn one_step(kind: RecordKind, mut commands: Vec<Command>) -> Option<Command> {
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        _ => Some(batch(Verb::Move, kind, commands)),
    }
}
