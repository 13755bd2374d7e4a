//! Layer 2: customer feedback, from a file to figures on the map: reading, roles, matching, histograms,
//! statistics, the display rule. Yields histograms and quotes, never rows.

#![expect(
    clippy::inline_always,
    reason = "what runs for every row must be one piece to be compiled for each kind of processor; measured"
)]

mod addition;
#[cfg(test)]
mod addition_tests;
mod archive;
mod batch;
mod cells;
#[cfg(test)]
mod cube_tests;
mod dates;
mod decoded;
mod delimiter;
mod drivers;
mod duplicates;
mod encoding;
mod error;
mod facets;
mod figures;
#[cfg(test)]
mod filter_tests;
mod grid;
mod groups;
mod harvest;
mod hash;
mod heading;
mod hiding;
mod japanese;
mod json;
mod kind;
mod language;
mod masking;
mod matching;
mod measured;
mod mended;
mod metric;
mod months;
mod names;
mod outcome;
mod overlay;
#[cfg(test)]
mod overlay_tests;
mod pairs;
mod phases;
#[cfg(test)]
mod phases_tests;
mod plan;
mod preview;
mod questions;
mod quotes;
mod ranking;
mod reader;
mod roles;
mod row;
mod row_buffer;
mod safety;
mod scales;
mod scan;
mod source;
mod standing;
pub mod statistics;
mod structure;
mod student;
mod survey;
mod tables;
mod tally;
#[cfg(test)]
mod tests;
mod values;
mod words;
mod workbook;
#[cfg(test)]
mod workbook_tests;

pub use addition::{Obstacle, added, replaced};
pub use dates::{DateOrder, Month};
pub use delimiter::DELIMITERS;
pub use drivers::{Driver, Portfolio, Quadrant, correlation};
pub use error::FeedbackError;
pub use facets::{Facets, Periods, month_after};
pub use figures::{NamedFigures, by_name, by_name_filtered, cut_of};
pub use grid::{Grid, grids, kind_of, rows_of, text_of};
pub use heading::{Heading, Layout};
pub use kind::FileKind;
pub use language::{Tongue, tongue_of};
pub use masking::{masked, tells_a_name, without_names};
pub use matching::{How, Matcher, Meaning, NameKind, NameMatch, Target, likeness};
pub use outcome::{LongCell, Outcome, Reason, Rejected, SourceFile};
pub use overlay::{
    Apart, CesFigure, CsatFigure, Headline, Interval, NpsFigure, Overlay, PartFigure, RatingFigure, Reliability, Rival,
    Said, Side, StepFigures, StepVoice,
};
pub use plan::ImportPlan;
pub use preview::{Look, Preview, preview, preview_with};
pub use questions::{name_steps, topic_of};
pub use ranking::{Ranked, Ranking};
pub use reader::{FilePlan, Progress, plans, read, read_all};
pub use standing::{Arrival, Relation, Standing};
pub use statistics::Change;
pub use student::t_95;
pub use survey::Survey;
