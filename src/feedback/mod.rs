//! Layer 2: customer feedback, from a file to figures on the map: reading, roles, matching, histograms,
//! statistics, the display rule. Yields histograms and quotes, never rows.

mod cells;
#[cfg(test)]
mod cube_tests;
mod dates;
mod delimiter;
mod duplicates;
mod encoding;
mod error;
mod figures;
mod groups;
mod harvest;
mod hash;
mod hiding;
mod masking;
mod matching;
mod names;
mod outcome;
mod overlay;
#[cfg(test)]
mod overlay_tests;
mod pairs;
mod plan;
mod pool;
mod preview;
mod quotes;
mod reader;
mod roles;
mod scales;
mod scan;
mod source;
pub mod statistics;
mod structure;
mod student;
mod tally;
#[cfg(test)]
mod tests;
mod values;
mod words;

pub use dates::{DateOrder, Month};
pub use delimiter::DELIMITERS;
pub use error::FeedbackError;
pub use figures::{NamedFigures, by_name};
pub use masking::masked;
pub use matching::{Matcher, Meaning, NameMatch, likeness};
pub use outcome::{Outcome, Reason, Rejected};
pub use overlay::{CesFigure, CsatFigure, Headline, Interval, NpsFigure, Overlay, Reliability, StepFigures, StepVoice};
pub use plan::ImportPlan;
pub use preview::{Preview, preview, preview_as};
pub use reader::{Progress, read};
pub use student::t_95;
