//! Deleting the selection, and what to select then so that one can go on with the keyboard.

use super::Action;
use crate::app::{Cell, Selection, Session};
use crate::edit::Command;
use crate::model::{LaneForm, RecordId};

/// Deletes what is selected. After a card the next one of its cell is selected, or its empty cell is focused.
#[must_use]
pub fn delete(session: &Session) -> Option<Action> {
    let selection = session.selection();
    let primary = selection.primary()?;
    if let Some(cell) = selection.cell()
        && primary == RecordId::Step(cell.step)
    {
        return empty_cell(session, cell);
    }
    let action = Action::new(Command::Delete(selection.records().to_vec()));
    Some(match after_card(session, primary) {
        Some(next) => action.selecting(next),
        None => action,
    })
}

/// In a cell of a step the key empties the cell; a step itself is deleted by its name.
fn empty_cell(session: &Session, cell: Cell) -> Option<Action> {
    let lane = session.project().lanes.get(cell.lane)?;
    let mut step = session.project().steps.get(cell.step)?.clone();
    if lane.kind.form() != LaneForm::Touchpoints || step.touchpoint.channels.is_empty() {
        return None;
    }
    step.touchpoint.channels.clear();
    Some(Action::new(Command::Edit(step.into())).selecting(session.selection().clone()))
}

fn after_card(session: &Session, primary: RecordId) -> Option<Selection> {
    let RecordId::Card(primary) = primary else { return None };
    let project = session.project();
    let card = project.cards.get(primary)?;
    let cell = project.cards_in(card.lane, card.step);
    let at = cell.iter().position(|other| other.id == primary)?;
    let stays = |id: &RecordId| !session.selection().contains(*id);
    let following = cell[at..].iter().map(|card| card.id.into()).find(stays);
    let next = following.or_else(|| cell[..at].iter().rev().map(|card| card.id.into()).find(stays));
    let mut selection = Selection::of(next);
    selection.focus(Some(Cell { lane: card.lane, step: card.step }));
    Some(selection)
}
