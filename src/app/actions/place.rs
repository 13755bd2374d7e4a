//! Where on the map the selection is.

use crate::app::{Cell, Session};
use crate::model::{Lane, LaneForm, LaneId, PhaseId, Project, RecordId, StepId};

/// Whether cards can be put into a lane by hand.
pub(super) fn takes_cards(lane: &Lane) -> bool {
    !lane.hidden && matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech)
}

/// The cell that the next card goes to: that of the selected card, else the focused one, else the first one
/// of the selected step or lane, else the first one of the map. `None` on a map that takes no cards.
#[must_use]
pub fn cell_for_card(session: &Session) -> Option<Cell> {
    let project = session.project();
    let cell = selected_cell(session).or(session.selection().cell());
    let fits = |cell: &Cell| project.lanes.get(cell.lane).is_some_and(takes_cards);
    if let Some(cell) = cell.filter(fits) {
        return Some(cell);
    }
    let step = cell.map(|cell| cell.step).or_else(|| selected_step(session)).or_else(|| first_step(session))?;
    let journey = project.journey_of_step(step)?;
    // What is selected may be of another journey than the one shown.
    let here = |lane: &Lane| takes_cards(lane) && lane.journey == journey;
    let lane = selected_lane(session).filter(|lane| project.lanes.get(*lane).is_some_and(here));
    let first_lane = || project.lanes_of(journey).into_iter().find(|lane| takes_cards(lane)).map(|l| l.id);
    Some(Cell { lane: lane.or_else(first_lane)?, step })
}

fn selected_cell(session: &Session) -> Option<Cell> {
    let Some(RecordId::Card(card)) = session.selection().primary() else { return None };
    session.project().cards.get(card).map(|card| Cell { lane: card.lane, step: card.step })
}

/// The step that is selected, or that of the selected card, mark or cell.
#[must_use]
pub fn selected_step(session: &Session) -> Option<StepId> {
    let project = session.project();
    let of_record = session.selection().primary().and_then(|record| match record {
        RecordId::Step(step) => Some(step),
        RecordId::Card(card) => project.cards.get(card).map(|card| card.step),
        RecordId::Mark(mark) => project.marks.get(mark).map(|mark| mark.step),
        RecordId::Handoff(handoff) => project.handoffs.get(handoff).map(|handoff| handoff.from),
        _ => None,
    });
    of_record.or_else(|| session.selection().cell().map(|cell| cell.step))
}

/// The phase that is selected, or that of the selected step.
pub(in crate::app) fn selected_phase(session: &Session) -> Option<PhaseId> {
    if let Some(RecordId::Phase(phase)) = session.selection().primary() {
        return Some(phase);
    }
    selected_step(session).and_then(|step| session.project().steps.get(step)).map(|step| step.phase)
}

/// The lane that is selected, or that of the selected card or cell.
pub(in crate::app) fn selected_lane(session: &Session) -> Option<LaneId> {
    if let Some(RecordId::Lane(lane)) = session.selection().primary() {
        return Some(lane);
    }
    selected_cell(session).or(session.selection().cell()).map(|cell| cell.lane)
}

fn first_step(session: &Session) -> Option<StepId> {
    session.project().steps_in_journey(session.journey()?).first().map(|step| step.id)
}

/// What follows `id` in a list.
pub(super) fn after<T: Copy + PartialEq>(list: &[T], id: T) -> Option<T> {
    let at = list.iter().position(|other| *other == id)?;
    list.get(at + 1).copied()
}

/// What precedes `id` in a list.
pub(super) fn ahead_of<T: Copy + PartialEq>(list: &[T], id: T) -> Option<T> {
    let at = list.iter().position(|other| *other == id)?;
    list.get(at.checked_sub(1)?).copied()
}

/// The phases of the journey of a phase.
pub(super) fn phases_beside(project: &Project, phase: PhaseId) -> Vec<PhaseId> {
    let journey = project.phases.get(phase).map(|phase| phase.journey);
    journey.map(|journey| project.phases_of(journey).iter().map(|p| p.id).collect()).unwrap_or_default()
}

/// The steps of a phase.
pub(super) fn steps_in(project: &Project, phase: PhaseId) -> Vec<StepId> {
    project.steps_of(phase).iter().map(|step| step.id).collect()
}
