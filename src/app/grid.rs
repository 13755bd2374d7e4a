//! The map as a grid of cells: the lanes that are shown and the steps, in the order a person sees.

use super::{Cell, Selection};
use crate::model::{
    Card, Journey, JourneyId, JourneyIndex, JourneyState, Lane, LaneForm, LaneId, Phase, Project, Step, StepId,
};

/// The grid of a journey.
#[derive(Debug)]
pub struct Grid<'a> {
    /// Everything in the journey.
    pub index: JourneyIndex<'a>,
    /// The lanes that are shown, from top to bottom.
    pub lanes: Vec<&'a Lane>,
    /// The steps from left to right.
    pub steps: Vec<&'a Step>,
    /// The phases from left to right.
    pub phases: Vec<&'a Phase>,
}

/// A block of cells: every one of its lanes at every one of its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its lanes from top to bottom.
    pub lanes: Vec<LaneId>,
    /// Its steps from left to right.
    pub steps: Vec<StepId>,
}

impl Block {
    /// Its cells, lane by lane.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        self.lanes.iter().flat_map(|lane| self.steps.iter().map(|step| Cell { lane: *lane, step: *step }))
    }
}

/// Whether a lane of a journey is on the map.
pub(super) fn is_shown(project: &Project, journey: &Journey, lane: &Lane) -> bool {
    // The voice of the customer is a lane only where customers were asked: not about an ideal or a competitor.
    let asked =
        || matches!(journey.state, JourneyState::AsIs | JourneyState::Hypothesis) && !project.data_sets.is_empty();
    lane.journey == journey.id && !lane.hidden && (lane.kind.form() != LaneForm::Voice || asked())
}

impl<'a> Grid<'a> {
    /// The grid of a journey; `None` when there is none with this id. Linear in the records of the project.
    #[must_use]
    pub fn of(project: &'a Project, journey: JourneyId) -> Option<Self> {
        let index = JourneyIndex::new(project, journey)?;
        Some(Self {
            lanes: index.lanes.iter().copied().filter(|lane| is_shown(project, index.journey, lane)).collect(),
            steps: index.steps().collect(),
            phases: index.phases.iter().map(|columns| columns.phase).collect(),
            index,
        })
    }

    /// The cell in a row and a column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        Some(Cell { lane: self.lanes.get(row)?.id, step: self.steps.get(column)?.id })
    }

    /// Row and column of a cell; `None` when it is not shown.
    #[must_use]
    pub fn position(&self, cell: Cell) -> Option<(usize, usize)> {
        Some((self.row_of(cell.lane)?, self.column_of(cell.step)?))
    }

    /// The row of a lane.
    #[must_use]
    pub fn row_of(&self, lane: LaneId) -> Option<usize> {
        self.lanes.iter().position(|other| other.id == lane)
    }

    /// The column of a step.
    #[must_use]
    pub fn column_of(&self, step: StepId) -> Option<usize> {
        self.steps.iter().position(|other| other.id == step)
    }

    /// The cards of a cell from top to bottom; none in lanes that take no cards.
    #[must_use]
    pub fn cards(&self, cell: Cell) -> &[&'a Card] {
        match self.form(cell) {
            Some(LaneForm::Cards | LaneForm::Speech) => self.index.cell(cell.lane, cell.step),
            _ => &[],
        }
    }

    /// The cards of a cell that can be seen one by one: none in a collapsed lane, which only counts them.
    #[must_use]
    pub fn seen_cards(&self, cell: Cell) -> &[&'a Card] {
        let collapsed = self.lanes.iter().any(|lane| lane.id == cell.lane && lane.collapsed);
        if collapsed { &[] } else { self.cards(cell) }
    }

    /// How a cell is drawn.
    #[must_use]
    pub fn form(&self, cell: Cell) -> Option<LaneForm> {
        self.lanes.iter().find(|lane| lane.id == cell.lane).map(|lane| lane.kind.form())
    }

    /// Whether a cell holds anything.
    #[must_use]
    pub fn is_filled(&self, cell: Cell) -> bool {
        let step = || self.steps.iter().find(|step| step.id == cell.step);
        match self.form(cell) {
            Some(LaneForm::Cards | LaneForm::Speech) => !self.cards(cell).is_empty(),
            Some(LaneForm::Touchpoints) => step().is_some_and(|step| !step.touchpoint.channels.is_empty()),
            Some(LaneForm::Curves) => self.index.marks.contains_key(&cell.step),
            _ => false,
        }
    }

    /// The block of cells that is selected: from the focused cell to the corner, or the focused cell alone.
    #[must_use]
    pub fn block(&self, selection: &Selection) -> Option<Block> {
        let from = self.position(selection.cell()?)?;
        let to = selection.corner().map_or(Some(from), |corner| self.position(corner))?;
        let (top, bottom) = (from.0.min(to.0), from.0.max(to.0));
        let (left, right) = (from.1.min(to.1), from.1.max(to.1));
        Some(Block {
            lanes: self.lanes[top..=bottom].iter().map(|lane| lane.id).collect(),
            steps: self.steps[left..=right].iter().map(|step| step.id).collect(),
        })
    }
}
