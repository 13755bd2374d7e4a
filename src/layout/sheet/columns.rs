//! Blocks in columns, each in the column that is shortest so far.

use super::SheetBlock;
use super::pen::Pen;
use crate::base::{Point, Rect};

/// Between two columns.
const GAP: f32 = 36.0;
/// Between two blocks of a column.
const BLOCK_GAP: f32 = 26.0;
/// A column is not narrower than this.
const NARROWEST: f32 = 260.0;

/// Writes a block from a point downwards in a width.
pub(super) type Write<'a> = Box<dyn Fn(&Pen<'_>, Point, f32) -> SheetBlock + 'a>;

/// Writes blocks into the columns of an area, from `top` downwards.
pub(super) fn in_columns(writers: Vec<Write<'_>>, pen: &Pen<'_>, area: Rect, top: f32) -> Vec<SheetBlock> {
    let count = ((area.w + GAP) / (NARROWEST + GAP)).floor().clamp(1.0, 4.0);
    let width = (area.w - GAP * (count - 1.0)) / count;
    let mut bottoms = vec![top; count as usize];
    let mut placed = Vec::with_capacity(writers.len());
    for write in writers {
        let shortest = (0..bottoms.len()).min_by(|a, b| bottoms[*a].total_cmp(&bottoms[*b])).unwrap_or(0);
        let at = Point::new(area.x + shortest as f32 * (width + GAP), bottoms[shortest]);
        let block = write(pen, at, width);
        bottoms[shortest] = block.bounds.bottom() + BLOCK_GAP;
        placed.push(block);
    }
    placed
}
