//! Ctrl+A: the cards of the cell, pressed again those of the lane, then those of the map.

use crate::app::walk::cell_of;
use crate::app::{Block, Grid, Selection, Session};
use crate::model::{LaneId, RecordId, StepId};

/// What is selected next; `None` without a map.
pub(crate) fn select_all(session: &Session) -> Option<Selection> {
    let grid = Grid::of(session.project(), session.journey()?)?;
    let lanes: Vec<LaneId> = grid.lanes.iter().map(|lane| lane.id).collect();
    let steps: Vec<StepId> = grid.steps.iter().map(|step| step.id).collect();
    let mut blocks = Vec::new();
    let cell = cell_of(session);
    if let Some(cell) = cell {
        blocks.push(Block { lanes: vec![cell.lane], steps: vec![cell.step] });
        blocks.push(Block { lanes: vec![cell.lane], steps: steps.clone() });
    }
    blocks.push(Block { lanes, steps });
    let selected = session.selection().records();
    let cards = |block: Block| -> Vec<RecordId> {
        block.cells().flat_map(|cell| grid.cards(cell).iter().map(|card| card.id.into()).collect::<Vec<_>>()).collect()
    };
    let sets: Vec<Vec<RecordId>> = blocks.into_iter().map(cards).collect();
    // The first one that selects something new.
    let next = sets.iter().find(|set| set.iter().any(|card| !selected.contains(card))).or(sets.last())?;
    let mut selection = Selection::of(next.iter().copied());
    // The card that led goes on leading, so that the cell one is in stays the same.
    if let Some(leading) = session.selection().primary().filter(|leading| next.contains(leading)) {
        selection.add(leading);
    }
    selection.focus(cell);
    Some(selection)
}
