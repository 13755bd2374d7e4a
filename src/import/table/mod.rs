//! Tables of a map as people lay them out: phases and steps across, lanes down, or turned; with what they mean on a map.

mod block;
mod columns;
mod fill;
mod lines;
mod names;
mod plan;
mod reading;
mod rows;
mod sheet;
mod values;
mod words;

pub use block::{is_of_survey, is_table_of_lanes};
pub use lines::{card_texts, cell_text, cleaned};
pub use names::{channel_named, emotion_named, folded, lane_named};
pub(crate) use plan::pasting;
pub use plan::{Counts, Leftover, Plan, Spot, Why, is_turned, plan_cards, plan_sheet};
pub use reading::{MOST_CELLS, Reading, reading};
pub use sheet::Sheet;
pub(crate) use sheet::{guarded, unguarded};
pub(crate) use values::{channel_words, experience, experience_text, number};
pub use words::{counted, leftover_count, leftover_lines, summary};
