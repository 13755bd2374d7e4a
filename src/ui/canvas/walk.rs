//! Walking the cells with the arrow keys.

use super::frame::Frame;
use crate::app::{Cell, Selection};
use crate::layout::{Column, Row};
use crate::model::{CardId, LaneForm, LaneKind, MarkSource, Project, RecordId};

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Left,
    Right,
    Up,
    Down,
}

/// What is selected after one step in a direction.
pub(crate) fn step(frame: &Frame<'_>, project: &Project, selection: &Selection, way: Way) -> Option<Selection> {
    let (rows, columns) = (&frame.layout.rows, &frame.layout.columns);
    let Some((row, column, card)) = position(frame, project, selection) else {
        let (row, column) = (rows.first()?, columns.first()?);
        return Some(at(project, row, column, 0));
    };
    let cards = cards_in(project, &rows[row], &columns[column]);
    let next = match way {
        Way::Left => (row, column.checked_sub(1)?, card),
        Way::Right => (row, column + 1, card),
        Way::Down if card + 1 < cards.len() => (row, column, card + 1),
        Way::Down => (row + 1, column, 0),
        Way::Up if card > 0 => (row, column, card - 1),
        Way::Up => (row.checked_sub(1)?, column, usize::MAX),
    };
    Some(at(project, rows.get(next.0)?, columns.get(next.1)?, next.2))
}

/// Row, column and card of the selection.
fn position(frame: &Frame<'_>, project: &Project, selection: &Selection) -> Option<(usize, usize, usize)> {
    let cell = cell_of(frame, project, selection)?;
    let row = frame.layout.rows.iter().position(|row| row.lane == cell.lane)?;
    let column = frame.layout.columns.iter().position(|column| column.step == cell.step)?;
    let cards = cards_in(project, &frame.layout.rows[row], &frame.layout.columns[column]);
    let card = cards.iter().position(|card| selection.contains(*card)).unwrap_or(0);
    Some((row, column, card))
}

/// The cell that the selection is in.
pub(crate) fn cell_of(frame: &Frame<'_>, project: &Project, selection: &Selection) -> Option<Cell> {
    let row_of = |kind: LaneKind| frame.layout.rows.iter().find(|row| row.kind == kind).map(|row| row.lane);
    let from_record = match selection.primary() {
        Some(RecordId::Card(card)) => project.cards.get(card).map(|card| Cell { lane: card.lane, step: card.step }),
        Some(RecordId::Mark(mark)) => {
            project.marks.get(mark).and_then(|mark| Some(Cell { lane: row_of(LaneKind::Emotion)?, step: mark.step }))
        }
        Some(RecordId::Step(step)) => {
            let lane = selection.cell().filter(|cell| cell.step == step).map(|cell| cell.lane);
            lane.or_else(|| row_of(LaneKind::Touchpoint)).map(|lane| Cell { lane, step })
        }
        _ => None,
    };
    from_record.or_else(|| selection.cell())
}

fn cards_in(project: &Project, row: &Row, column: &Column) -> Vec<CardId> {
    match row.form() {
        LaneForm::Cards | LaneForm::Speech => {
            project.cards_in(row.lane, column.step).into_iter().map(|card| card.id).collect()
        }
        _ => Vec::new(),
    }
}

/// What selecting a cell selects: its card, its touchpoint, its agreed mark, or just the cell.
pub(crate) fn at(project: &Project, row: &Row, column: &Column, card: usize) -> Selection {
    let cell = Cell { lane: row.lane, step: column.step };
    let record: Option<RecordId> = match row.form() {
        LaneForm::Cards | LaneForm::Speech => {
            let cards = cards_in(project, row, column);
            cards.get(card.min(cards.len().saturating_sub(1))).map(|card| (*card).into())
        }
        LaneForm::Curves => agreed_mark(project, column),
        _ => Some(column.step.into()),
    };
    let mut selection = Selection::of(record);
    selection.focus(Some(cell));
    selection
}

fn agreed_mark(project: &Project, column: &Column) -> Option<RecordId> {
    let lead = project
        .journey_of_step(column.step)
        .and_then(|journey| project.journeys.get(journey).and_then(|journey| journey.personas.first().copied()));
    let mark = project
        .mark_of(column.step, lead, MarkSource::Agreed)
        .or_else(|| project.mark_of(column.step, None, MarkSource::Agreed))?;
    Some(mark.id.into())
}
