//! The laid-out map: the grid of columns and rows and what stands in it.

use super::{Element, Foot, Head, PlacedKnown, PlacedLink};
use crate::base::{Align, Point, Rect, Size, VAlign};
use crate::compare::Change;
use crate::i18n::Lang;
use crate::model::{JourneyId, LaneForm, LaneId, LaneKind, PhaseId, StepId};
use crate::text::Paragraph;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Text with its place, not yet a colour.
#[derive(Clone, Debug)]
pub struct PlacedText {
    /// The lines.
    pub paragraph: Arc<Paragraph>,
    /// The box they stand in.
    pub rect: Rect,
    /// From left to right.
    pub align: Align,
    /// From top to bottom.
    pub valign: VAlign,
}

/// A journey, laid out.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// The journey.
    pub journey: JourneyId,
    /// Its title.
    pub title: String,
    /// The language it is labelled in.
    pub lang: Lang,
    /// The sheet.
    pub size: Size,
    /// The strip above the map.
    pub head: Option<Head>,
    /// The corner above the lane titles, left of the phases.
    pub corner: Rect,
    /// The phase headers and step names.
    pub columns_band: Rect,
    /// The lane titles.
    pub lanes_band: Rect,
    /// The cells.
    pub body: Rect,
    /// Phases from left to right.
    pub phases: Vec<PlacedPhase>,
    /// Steps from left to right.
    pub columns: Vec<Column>,
    /// Width of a column that nobody made wider or narrower.
    pub usual_width: f32,
    /// Branches and loops, under the step names.
    pub links: Vec<PlacedLink>,
    /// Position of each step among the columns.
    pub(super) positions: BTreeMap<StepId, usize>,
    /// Lanes from top to bottom, hidden ones left out; shared with the layout before where nothing changed.
    pub rows: Vec<Arc<Row>>,
    /// The strip below the map.
    pub foot: Option<Foot>,
}

/// A phase header.
#[derive(Clone, Debug)]
pub struct PlacedPhase {
    /// The phase.
    pub id: PhaseId,
    /// Its name.
    pub name: String,
    /// Position among the journey's phases, from 0: gives the tint.
    pub index: usize,
    /// The header.
    pub rect: Rect,
    /// The name.
    pub text: PlacedText,
    /// Whether it has no step; then it is as wide as one.
    pub is_empty: bool,
    /// How much of it is known, where that is shown.
    pub known: Option<PlacedKnown>,
    /// What became of it, on a map that is compared.
    pub change: Change,
    /// It is of the as-is and only shown under the to-be.
    pub is_ghost: bool,
}

/// A step: one column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The step.
    pub step: StepId,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: PhaseId,
    /// Position of its phase among those of the map.
    pub phase_index: usize,
    /// Left edge.
    pub x: f32,
    /// Width.
    pub w: f32,
    /// The name under the phase header.
    pub text: PlacedText,
    /// What became of it, on a map that is compared.
    pub change: Change,
    /// It is of the as-is and only shown under the to-be.
    pub is_ghost: bool,
}

impl Column {
    /// The middle.
    #[must_use]
    pub fn center(&self) -> f32 {
        self.x + self.w / 2.0
    }
}

/// A lane: one row with its content.
#[derive(Clone, Debug)]
pub struct Row {
    /// The lane.
    pub lane: LaneId,
    /// What it shows.
    pub kind: LaneKind,
    /// Its title.
    pub title: String,
    /// Top edge.
    pub y: f32,
    /// Height.
    pub h: f32,
    /// The height that its content needs.
    pub content_h: f32,
    /// Whether only its title and a summary are shown.
    pub is_collapsed: bool,
    /// The title at the left.
    pub text: PlacedText,
    /// Small print under the title.
    pub note: Option<PlacedText>,
    /// The emotion axis, where there is one.
    pub axis: Option<Axis>,
    /// A line above the row that a service blueprint draws there, with its name.
    pub blueprint_line: Option<PlacedText>,
    /// What stands in the row.
    pub elements: Vec<Element>,
    /// What became of the lane, on a map that is compared.
    pub change: Change,
    /// It is of the as-is and only shown under the to-be.
    pub is_ghost: bool,
}

impl Row {
    /// How its cells are drawn.
    #[must_use]
    pub fn form(&self) -> LaneForm {
        self.kind.form()
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }
}

/// The emotion axis of a row.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Where 0 is.
    pub zero_y: f32,
    /// Map units of one point.
    pub unit: f32,
    /// The figures at the left: value and text.
    pub figures: Vec<(i8, PlacedText)>,
}

impl Axis {
    /// The height at which a value stands.
    #[must_use]
    pub fn y_of(&self, value: f32) -> f32 {
        self.zero_y - value * self.unit
    }

    /// The value that stands at a height, not yet clamped or snapped.
    #[must_use]
    pub fn value_at(&self, y: f32) -> f32 {
        (self.zero_y - y) / self.unit
    }
}

impl MapLayout {
    /// The column at `x`, if any.
    #[must_use]
    pub fn column_at(&self, x: f32) -> Option<&Column> {
        let after = self.columns.partition_point(|column| column.x <= x);
        self.columns.get(after.checked_sub(1)?).filter(|column| x < column.x + column.w)
    }

    /// The row at `y`, if any.
    #[must_use]
    pub fn row_at(&self, y: f32) -> Option<&Row> {
        let after = self.rows.partition_point(|row| row.y <= y);
        self.rows.get(after.checked_sub(1)?).map(AsRef::as_ref).filter(|row: &&Row| y < row.bottom())
    }

    /// The cell at a point.
    #[must_use]
    pub fn cell_at(&self, p: Point) -> Option<(&Row, &Column)> {
        Some((self.row_at(p.y)?, self.column_at(p.x)?))
    }

    /// The row of a lane, unless it is hidden.
    #[must_use]
    pub fn row(&self, lane: LaneId) -> Option<&Row> {
        self.rows.iter().find(|row| row.lane == lane).map(AsRef::as_ref)
    }

    /// The column of a step.
    #[must_use]
    pub fn column(&self, step: StepId) -> Option<&Column> {
        self.columns.get(*self.positions.get(&step)?)
    }

    /// The rectangle of a cell.
    #[must_use]
    pub fn cell_rect(&self, lane: LaneId, step: StepId) -> Option<Rect> {
        let (row, column) = (self.row(lane)?, self.column(step)?);
        Some(Rect::new(column.x, row.y, column.w, row.h))
    }
}
