//! Layer 2: two people changed one document. By record and field: what one side changed is taken, what both changed
//! alike is one, and where both changed the same field, theirs stands and ours is kept as a [`Conflict`](crate::model::Conflict)
//! until somebody chooses. Knows no files and no clock: what both began with decides, never a time.

mod choice;
mod differences;
mod list;
mod pairs;
mod revive;
mod text;
mod three_way;
mod weave;

pub use choice::{Choice, field_value, settled};
pub use differences::{Difference, FieldChange, differences};
pub use three_way::{Merged, Report, merge, merge_as};

#[cfg(test)]
mod laws;
