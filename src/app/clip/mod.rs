//! Copying and pasting: what goes onto the clipboard, and what comes of what is on it.

mod arrive;
pub mod between;
mod block;
#[expect(clippy::module_inception, reason = "the clip is what the clipboard holds")]
mod clip;
mod columns;
mod copy;
mod fill;
mod lines;
mod names;
mod plan;
mod rows;
mod sheet;
mod table;
mod values;

pub use arrive::paste as paste_records;
pub use clip::Clip;
pub use copy::{Copied, can_copy, copy, cut};
pub use plan::{Counts, Leftover, Plan, Spot, Why, is_turned, plan_cards, plan_sheet};
pub use sheet::Sheet;

#[cfg(test)]
mod tests;
