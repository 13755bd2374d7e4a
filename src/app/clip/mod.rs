//! Copying and pasting: what goes onto the clipboard, and what comes of what is on it.

mod arrive;
pub mod between;
mod block;
mod carried;
mod columns;
mod copy;
mod cut;
mod fill;
mod lines;
mod names;
mod picture;
mod plan;
mod reading;
mod rows;
mod sheet;
mod table;
mod values;
mod words;

pub use arrive::paste as paste_records;
pub use carried::Clip;
pub use copy::{Copied, can_copy, copy, cut};
pub use picture::{PictureFor, picture_target, put_picture};
pub use plan::{Counts, Leftover, Plan, Spot, Why, is_turned, plan_cards, plan_sheet};
pub use reading::{MOST_CELLS, Reading, reading};
pub use sheet::Sheet;
pub use words::{counted, leftover_count, leftover_lines, summary};

#[cfg(test)]
mod tests;
