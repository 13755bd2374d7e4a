//! Filling an empty cell from the step before it, as a spreadsheet fills from the neighbour.

use super::{Action, add_at_end, batch};
use crate::app::{Cell, Grid, Selection, Session};
use crate::base::OrderKey;
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{Card, LaneForm, RecordId, Step};

/// What fills the focused cell; `None` when it is not empty or there is nothing to fill it from.
pub(crate) fn fill(session: &mut Session) -> Option<Action> {
    let cell = session.selection().cell()?;
    let project = session.project().clone();
    let grid = Grid::of(&project, session.journey()?)?;
    let before = grid.column_of(cell.step)?.checked_sub(1)?;
    let from = Cell { step: grid.steps.get(before)?.id, ..cell };
    if grid.is_filled(cell) || !grid.is_filled(from) {
        return None;
    }
    match grid.form(cell)? {
        LaneForm::Cards | LaneForm::Speech => Some(fill_cards(session, &grid, from, cell)),
        LaneForm::Touchpoints => fill_channels(&grid, from, cell),
        LaneForm::Curves => {
            let value = session.curves().mark(&project, from.step)?.value;
            let command = session.curves().set(&project, cell.step, Some(value))?;
            Some(Action::new(command).selecting(Selection::of_cell(cell)))
        }
        _ => None,
    }
}

/// Whether the selection is a cell that Ctrl+D fills: an empty one, whatever stands behind it.
pub(crate) fn is_to_be_filled(session: &Session) -> bool {
    let selection = session.selection();
    let Some(cell) = selection.cell() else { return false };
    match selection.primary() {
        None => true,
        Some(RecordId::Step(step)) => {
            let channels = |step: &Step| step.touchpoint.channels.is_empty();
            step == cell.step && session.project().steps.get(step).is_some_and(channels)
        }
        Some(_) => false,
    }
}

fn fill_cards(session: &mut Session, grid: &Grid<'_>, from: Cell, to: Cell) -> Action {
    let (mut commands, mut copies) = (Vec::new(), Vec::new());
    for card in grid.cards(from) {
        let id = session.new_id();
        let copy =
            Card { id, step: to.step, order: OrderKey::default(), extra_span: 0, origin: None, ..(*card).clone() };
        commands.push(add_at_end(copy));
        copies.push(id.into());
    }
    // The first one leads: one goes on reading from the top.
    copies.reverse();
    let mut selection = Selection::of(copies);
    selection.focus(Some(to));
    Action::new(batch(Verb::Add, RecordKind::Card, commands)).selecting(selection)
}

fn fill_channels(grid: &Grid<'_>, from: Cell, to: Cell) -> Option<Action> {
    let step = |cell: Cell| grid.steps.iter().find(|step| step.id == cell.step).copied();
    let mut filled = step(to)?.clone();
    filled.touchpoint.channels.clone_from(&step(from)?.touchpoint.channels);
    let mut selection = Selection::of([to.step.into()]);
    selection.focus(Some(to));
    Some(Action::new(Command::Edit(filled.into())).selecting(selection))
}
