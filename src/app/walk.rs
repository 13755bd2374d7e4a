//! Walking the map with the keyboard, as in a spreadsheet: cells and their cards, the step names and phases
//! above them, the lane titles at their left.

use super::grid::is_shown;
use super::{AppCommand, Cell, Grid, Selection, Session};
use crate::model::{Lane, LaneForm, RecordId};

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// How far a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// To what lies beside: a card, a cell, a name.
    Next,
    /// To the edge of the filled cells.
    Edge,
    /// To the last cell of the row or column.
    End,
    /// So many cells: a screenful.
    Cells(usize),
}

/// A walk that a command of the table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To another place.
    Go(Way, Reach),
    /// To the first cell of the map.
    First,
    /// To the last cell of the map.
    Last,
    /// The selection reaches further.
    Extend(Way, Reach),
}

impl Walk {
    /// The walk of a command; `None` for commands that are none.
    #[must_use]
    pub const fn of(command: AppCommand) -> Option<Self> {
        use AppCommand as C;
        use Reach::{Edge, End, Next};
        use Way::{Down, Left, Right, Up};
        Some(match command {
            C::GoLeft | C::GoStepBefore => Self::Go(Left, Next),
            C::GoRight | C::GoNextStep => Self::Go(Right, Next),
            C::GoUp => Self::Go(Up, Next),
            C::GoDown => Self::Go(Down, Next),
            C::GoRowStart => Self::Go(Left, End),
            C::GoRowEnd => Self::Go(Right, End),
            C::GoFirst => Self::First,
            C::GoLast => Self::Last,
            C::GoEdgeLeft => Self::Go(Left, Edge),
            C::GoEdgeRight => Self::Go(Right, Edge),
            C::GoEdgeUp => Self::Go(Up, Edge),
            C::GoEdgeDown => Self::Go(Down, Edge),
            C::ExtendLeft => Self::Extend(Left, Next),
            C::ExtendRight => Self::Extend(Right, Next),
            C::ExtendUp => Self::Extend(Up, Next),
            C::ExtendDown => Self::Extend(Down, Next),
            C::ExtendEdgeLeft => Self::Extend(Left, Edge),
            C::ExtendEdgeRight => Self::Extend(Right, Edge),
            C::ExtendEdgeUp => Self::Extend(Up, Edge),
            C::ExtendEdgeDown => Self::Extend(Down, Edge),
            _ => return None,
        })
    }

    /// What is selected after it; `None` where there is no way.
    #[must_use]
    pub fn goal(self, session: &Session) -> Option<Selection> {
        match self {
            Self::Go(way, reach) => go(session, way, reach),
            Self::First => corner_of_map(session, false),
            Self::Last => corner_of_map(session, true),
            Self::Extend(way, reach) => extend(session, way, reach),
        }
    }
}

/// Where on the map the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    /// In a cell, on one of its cards or, without one, in the free place below them.
    Cell { row: usize, column: usize, card: Option<usize> },
    /// On a step's name.
    Step(usize),
    /// On a phase.
    Phase(usize),
    /// On a lane's title.
    Lane(usize),
}

/// What is selected after a key; `None` where there is no way.
#[must_use]
pub fn go(session: &Session, way: Way, reach: Reach) -> Option<Selection> {
    let grid = Grid::of(session.project(), session.journey()?)?;
    let spot = spot(&grid, session.selection());
    let next = match (spot, reach) {
        (None, _) => first_spot(&grid)?,
        (Some(spot), Reach::Next) => beside(&grid, spot, way)?,
        (Some(Spot::Cell { row, column, .. }), reach) => {
            let (row, column) = far(&grid, (row, column), way, reach)?;
            Spot::Cell { row, column, card: Some(0) }
        }
        (Some(Spot::Step(at)), reach) => Spot::Step(along(at, grid.steps.len(), (Way::Left, Way::Right), way, reach)?),
        (Some(Spot::Phase(at)), reach) => {
            Spot::Phase(along(at, grid.phases.len(), (Way::Left, Way::Right), way, reach)?)
        }
        (Some(Spot::Lane(at)), reach) => Spot::Lane(along(at, grid.lanes.len(), (Way::Up, Way::Down), way, reach)?),
    };
    selection_at(session, &grid, next)
}

/// The first cell of the map, or the last one.
#[must_use]
pub fn corner_of_map(session: &Session, last: bool) -> Option<Selection> {
    let grid = Grid::of(session.project(), session.journey()?)?;
    let (row, column) =
        if last { (grid.lanes.len().checked_sub(1)?, grid.steps.len().checked_sub(1)?) } else { (0, 0) };
    selection_at(session, &grid, Spot::Cell { row, column, card: Some(0) })
}

/// What is selected when the block of cells, or the row of names, reaches further; `None` where there is no way.
#[must_use]
pub fn extend(session: &Session, way: Way, reach: Reach) -> Option<Selection> {
    let grid = Grid::of(session.project(), session.journey()?)?;
    match spot(&grid, session.selection())? {
        Spot::Cell { row, column, .. } => {
            let corner = session.selection().corner().and_then(|corner| grid.position(corner)).unwrap_or((row, column));
            let reach = if reach == Reach::Next { Reach::Cells(1) } else { reach };
            let (to_row, to_column) = far(&grid, corner, way, reach)?;
            Some(block(&grid, grid.cell(row, column)?, grid.cell(to_row, to_column)?))
        }
        Spot::Step(_) => {
            let ids: Vec<RecordId> = grid.steps.iter().map(|step| step.id.into()).collect();
            names(session.selection(), &ids, (Way::Left, Way::Right), way, reach)
        }
        Spot::Phase(_) => {
            let ids: Vec<RecordId> = grid.phases.iter().map(|phase| phase.id.into()).collect();
            names(session.selection(), &ids, (Way::Left, Way::Right), way, reach)
        }
        Spot::Lane(_) => {
            let ids: Vec<RecordId> = grid.lanes.iter().map(|lane| lane.id.into()).collect();
            names(session.selection(), &ids, (Way::Up, Way::Down), way, reach)
        }
    }
}

/// The cell that the selection is in; `None` on names and titles. Asked in every frame, so it looks at no cards but
/// the selected one.
#[must_use]
pub fn cell_of(session: &Session) -> Option<Cell> {
    let (project, selection) = (session.project(), session.selection());
    let journey = project.journeys.get(session.journey()?)?;
    let has_step = |step| project.journey_of_step(step) == Some(journey.id);
    let has_lane = |lane| project.lanes.get(lane).is_some_and(|lane| is_shown(project, journey, lane));
    let on_map = |cell: &Cell| has_lane(cell.lane) && has_step(cell.step);
    let focused = selection.cell().filter(on_map);
    let of_record = match selection.primary() {
        Some(RecordId::Card(id)) if selection.corner().is_none() => {
            project.cards.get(id).map(|card| Cell { lane: card.lane, step: card.step }).filter(on_map)
        }
        Some(RecordId::Step(step)) if focused.is_none_or(|cell| cell.step != step) && has_step(step) => return None,
        Some(RecordId::Phase(id)) if project.phases.get(id).is_some_and(|phase| phase.journey == journey.id) => {
            return None;
        }
        Some(RecordId::Lane(lane)) if has_lane(lane) => return None,
        Some(RecordId::Mark(id)) => {
            let step = project.marks.get(id).map(|mark| mark.step).filter(|step| has_step(*step));
            let curves = |lane: &&&Lane| lane.kind.form() == LaneForm::Curves && is_shown(project, journey, lane);
            let lane = project.lanes_of(journey.id).iter().find(curves).map(|lane| lane.id);
            step.zip(lane).map(|(step, lane)| Cell { lane, step })
        }
        _ => None,
    };
    of_record.or(focused)
}

/// As [`cell_of`], told by the whole grid.
#[cfg(test)]
pub(super) fn cell_on_grid(session: &Session) -> Option<Cell> {
    let grid = Grid::of(session.project(), session.journey()?)?;
    match spot(&grid, session.selection())? {
        Spot::Cell { row, column, .. } => grid.cell(row, column),
        _ => None,
    }
}

/// What selecting a cell selects: its first card, its step, its agreed emotion, or just the cell.
#[must_use]
pub fn select_cell(session: &Session, cell: Cell) -> Option<Selection> {
    let grid = Grid::of(session.project(), session.journey()?)?;
    let (row, column) = grid.position(cell)?;
    selection_at(session, &grid, Spot::Cell { row, column, card: Some(0) })
}

fn first_spot(grid: &Grid<'_>) -> Option<Spot> {
    if !grid.steps.is_empty() && !grid.lanes.is_empty() {
        return Some(Spot::Cell { row: 0, column: 0, card: Some(0) });
    }
    match (grid.phases.is_empty(), grid.lanes.is_empty()) {
        (false, _) => Some(Spot::Phase(0)),
        (true, false) => Some(Spot::Lane(0)),
        (true, true) => None,
    }
}

fn spot(grid: &Grid<'_>, selection: &Selection) -> Option<Spot> {
    let focused = selection.cell().and_then(|cell| Some((cell, grid.position(cell)?)));
    let in_cell = |cell: Cell, card: Option<RecordId>| {
        let (row, column) = grid.position(cell)?;
        let at = card.and_then(|card| grid.cards(cell).iter().position(|other| RecordId::from(other.id) == card));
        Some(Spot::Cell { row, column, card: at })
    };
    let of_record = match selection.primary() {
        Some(RecordId::Card(id)) if selection.corner().is_none() => {
            let card = grid.index.cards.values().flatten().find(|card| card.id == id);
            card.and_then(|card| in_cell(Cell { lane: card.lane, step: card.step }, Some(id.into())))
        }
        Some(RecordId::Step(step)) if focused.is_none_or(|(cell, _)| cell.step != step) => {
            grid.column_of(step).map(Spot::Step)
        }
        Some(RecordId::Phase(phase)) => grid.phases.iter().position(|other| other.id == phase).map(Spot::Phase),
        Some(RecordId::Lane(lane)) => grid.row_of(lane).map(Spot::Lane),
        Some(RecordId::Mark(mark)) => {
            let step = grid.index.marks.values().flatten().find(|other| other.id == mark).map(|mark| mark.step);
            let lane = grid.lanes.iter().find(|lane| lane.kind.form() == LaneForm::Curves).map(|lane| lane.id);
            step.zip(lane).and_then(|(step, lane)| in_cell(Cell { lane, step }, None))
        }
        _ => None,
    };
    of_record.or_else(|| {
        let (row, column) = focused?.1;
        Some(Spot::Cell { row, column, card: None })
    })
}

fn beside(grid: &Grid<'_>, spot: Spot, way: Way) -> Option<Spot> {
    let sideways = |at: usize, count: usize| {
        let next = if way == Way::Left { at.checked_sub(1)? } else { at + 1 };
        (next < count).then_some(next)
    };
    match (spot, way) {
        (Spot::Cell { row, column, card }, _) => beside_cell(grid, row, column, card, way),
        (Spot::Step(at), Way::Left | Way::Right) => sideways(at, grid.steps.len()).map(Spot::Step),
        (Spot::Step(at), Way::Up) => {
            let phase = grid.steps.get(at)?.phase;
            grid.phases.iter().position(|other| other.id == phase).map(Spot::Phase)
        }
        (Spot::Step(column), Way::Down) => {
            (!grid.lanes.is_empty()).then_some(Spot::Cell { row: 0, column, card: Some(0) })
        }
        (Spot::Phase(at), Way::Left | Way::Right) => sideways(at, grid.phases.len()).map(Spot::Phase),
        (Spot::Phase(at), Way::Down) => {
            let phase = grid.phases.get(at)?.id;
            grid.steps.iter().position(|step| step.phase == phase).map(Spot::Step)
        }
        (Spot::Phase(_), Way::Up) | (Spot::Lane(_), Way::Left) => None,
        (Spot::Lane(row), Way::Right) => {
            (!grid.steps.is_empty()).then_some(Spot::Cell { row, column: 0, card: Some(0) })
        }
        (Spot::Lane(row), Way::Up) => Some(Spot::Lane(row.checked_sub(1)?)),
        (Spot::Lane(row), Way::Down) => (row + 1 < grid.lanes.len()).then_some(Spot::Lane(row + 1)),
    }
}

fn beside_cell(grid: &Grid<'_>, row: usize, column: usize, card: Option<usize>, way: Way) -> Option<Spot> {
    let count = grid.seen_cards(grid.cell(row, column)?).len();
    let at = card.unwrap_or(count);
    let in_cell = |row, column, card| Some(Spot::Cell { row, column, card: Some(card) });
    match way {
        Way::Left if column == 0 => Some(Spot::Lane(row)),
        Way::Left => in_cell(row, column - 1, card.unwrap_or(0)),
        Way::Right => (column + 1 < grid.steps.len()).then(|| in_cell(row, column + 1, card.unwrap_or(0)))?,
        Way::Up if at > 0 && count > 0 => in_cell(row, column, at - 1),
        Way::Up if row == 0 => Some(Spot::Step(column)),
        Way::Up => in_cell(row - 1, column, usize::MAX),
        Way::Down if at + 1 < count => in_cell(row, column, at + 1),
        Way::Down => (row + 1 < grid.lanes.len()).then(|| in_cell(row + 1, column, 0))?,
    }
}

/// The cell that lies further; `None` at the edge.
fn far(grid: &Grid<'_>, from: (usize, usize), way: Way, reach: Reach) -> Option<(usize, usize)> {
    let (row, column) = from;
    let upright = matches!(way, Way::Up | Way::Down);
    let (at, count) = if upright { (row, grid.lanes.len()) } else { (column, grid.steps.len()) };
    let place = |index: usize| if upright { (index, column) } else { (row, index) };
    let is_filled = |index: usize| {
        let (row, column) = place(index);
        grid.cell(row, column).is_some_and(|cell| grid.is_filled(cell))
    };
    let ahead: Vec<usize> = match way {
        Way::Left | Way::Up => (0..at).rev().collect(),
        Way::Right | Way::Down => (at + 1..count).collect(),
    };
    let last = *ahead.last()?;
    let to = match reach {
        Reach::Next => *ahead.first()?,
        Reach::Cells(cells) => ahead.get(cells.saturating_sub(1)).copied().unwrap_or(last),
        Reach::End => last,
        Reach::Edge if is_filled(at) && is_filled(ahead[0]) => {
            ahead.iter().copied().take_while(|index| is_filled(*index)).last().unwrap_or(last)
        }
        Reach::Edge => ahead.iter().copied().find(|index| is_filled(*index)).unwrap_or(last),
    };
    Some(place(to))
}

/// The place in a list of names that a key leads to; `None` for the ways that lead out of the list, and at its ends.
fn along(at: usize, count: usize, (back, forth): (Way, Way), way: Way, reach: Reach) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let cells = match reach {
        Reach::Next => 1,
        Reach::Cells(cells) => cells,
        Reach::Edge | Reach::End => count,
    };
    let to = match way {
        way if way == back => at.saturating_sub(cells),
        way if way == forth => at.saturating_add(cells).min(last),
        _ => return None,
    };
    (to != at).then_some(to)
}

/// A row of names from the leading one, which stays, to the one that the key reaches.
fn names(selection: &Selection, ids: &[RecordId], axis: (Way, Way), way: Way, reach: Reach) -> Option<Selection> {
    let place = |record: RecordId| ids.iter().position(|id| *id == record);
    let from = place(selection.primary()?)?;
    let end = selection.records().first().and_then(|record| place(*record))?;
    let to = along(end, ids.len(), axis, way, reach)?;
    let reached: Vec<RecordId> =
        if to <= from { ids[to..=from].to_vec() } else { ids[from..=to].iter().rev().copied().collect() };
    Some(Selection::of(reached))
}

/// The block between two cells with its cards; those of the focused cell lead.
fn block(grid: &Grid<'_>, focused: Cell, corner: Cell) -> Selection {
    let mut selection = Selection::of_cell(focused);
    selection.reach_to(corner);
    let cells: Vec<Cell> = grid.block(&selection).iter().flat_map(|block| block.cells().collect::<Vec<_>>()).collect();
    let others = cells.into_iter().filter(|cell| *cell != focused);
    for cell in others.chain([focused]) {
        grid.cards(cell).iter().for_each(|card| selection.add(card.id));
    }
    selection
}

fn selection_at(session: &Session, grid: &Grid<'_>, spot: Spot) -> Option<Selection> {
    match spot {
        Spot::Step(at) => Some(Selection::from([grid.steps.get(at)?.id.into()])),
        Spot::Phase(at) => Some(Selection::from([grid.phases.get(at)?.id.into()])),
        Spot::Lane(at) => Some(Selection::from([grid.lanes.get(at)?.id.into()])),
        Spot::Cell { row, column, card } => {
            let cell = grid.cell(row, column)?;
            let record: Option<RecordId> = match grid.form(cell)? {
                LaneForm::Cards | LaneForm::Speech => {
                    let cards = grid.seen_cards(cell);
                    card.and_then(|card| cards.get(card.min(cards.len().saturating_sub(1)))).map(|card| card.id.into())
                }
                LaneForm::Curves => session.curves().mark(session.project(), cell.step).map(|mark| mark.id.into()),
                _ => Some(cell.step.into()),
            };
            let mut selection = Selection::of(record);
            selection.focus(Some(cell));
            Some(selection)
        }
    }
}
