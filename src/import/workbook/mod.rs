//! Workbooks that go out to a colleague and come back: what they carry of a project, in cells, and what was done to it
//! there. Nothing here writes a file: `export::xlsx` does.

mod base;
mod carried;
mod change;
mod compare;
mod edits;
mod fields;
mod maps;
mod order;
mod people;
mod read;
mod values;

pub use base::{BASE_SHEET, base_rows};
pub use carried::{Carried, CarriedCard, CarriedLane, CarriedMap, CarriedStep, Fields, ValueRow, carried, tidy};
pub use change::{Change, Deed, Review};
pub use compare::compare;
pub use edits::{accepted, commands};
pub use fields::{CHANNELS, EXTRA, KIND, OPPORTUNITY_FIELDS, OPPORTUNITY_PLACE, PERSONA_FIELDS, opportunity_title};
pub use maps::{lane_mark, mark};
pub use people::{OPPORTUNITIES, PERSONAS, id_mark};
pub use read::{FIGURES, Returned, is_ours, read};
pub use values::ValueKey;
