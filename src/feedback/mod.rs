//! Layer 2: customer feedback, from a file to figures on the map: reading, roles, matching, histograms,
//! statistics, the display rule. Yields histograms and quotes, never rows.

mod overlay;

pub use overlay::{CesFigure, CsatFigure, Headline, Interval, NpsFigure, Overlay, Reliability, StepFigures, StepVoice};
