//! Copying and pasting: what goes onto the clipboard, and what comes of what is on it.

mod arrive;
pub mod between;
mod carried;
mod copy;
mod cut;
mod picture;
mod table;

pub use crate::import::table::{
    Counts, Leftover, MOST_CELLS, Plan, Reading, Sheet, Spot, Why, counted, is_turned, leftover_count, leftover_lines,
    plan_cards, plan_sheet, reading, summary,
};
pub use arrive::paste as paste_records;
pub use carried::Clip;
pub use copy::{Copied, can_copy, copy, cut};
pub use picture::{PictureFor, picture_target, put_picture};

use super::Selection;

/// What is selected when a plan was carried out.
#[must_use]
pub fn selection_after(plan: &Plan) -> Selection {
    let mut selection = Selection::of(plan.selected.iter().copied());
    selection.focus(plan.focus);
    selection
}

#[cfg(test)]
mod tests;
