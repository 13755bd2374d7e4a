//! Layer 4: journey + overlay + view options → placed elements, in map units. Pure; linear in the
//! cards. Says where everything stands and how its text breaks, never how it is coloured.

mod aligned;
mod as_is_curve;
mod blueprint;
mod cards;
mod changes;
mod collapsed;
mod columns;
mod curve_choice;
mod curve_room;
mod curves;
mod element;
mod engine;
mod foot;
mod gathered;
mod head;
mod known;
mod links;
mod map;
pub mod measures;
mod options;
mod page_frame;
mod part;
mod relayout;
mod rows;
mod sheet;
mod sheet_fit;
mod small;
pub mod story;
mod touchpoints;
mod voice;

pub use as_is_curve::{PlacedAsIs, PlacedGain};
pub use changes::{Compare, CompareView, Sign};
pub use curve_choice::{CurveChoice, CurveId};
pub use element::{
    CardFace, ChannelMark, Curve, CurveKey, CurvePoint, CurveSource, Element, Gap, PlacedBars, PlacedBrief, PlacedCard,
    PlacedChannel, PlacedCurves, PlacedExperience, PlacedHandoff, PlacedMarker, PlacedMissing, PlacedPicture,
    PlacedSpark, PlacedTouchpoint, PlacedVoice, RibbonPoint, TrendPoint, VoiceFace, VoiceNote,
};
pub use engine::{place_map, usual_width};
pub use foot::{Foot, FootKey};
pub use gathered::Gathered;
pub use head::{Head, HeadOther, HeadPersona};
pub use known::PlacedKnown;
pub use links::PlacedLink;
pub use map::{Axis, Column, MapLayout, PlacedPhase, PlacedText, Row};
pub use options::MapOptions;
pub use page_frame::{FrameWords, PageFrame, place_frame, room};
pub use part::MapPart;
pub use relayout::Relayout;
pub use sheet::{
    ChipTone, PROPORTION as SHEET_PROPORTION, SheetBlock, SheetInk, SheetItem, SheetLayout, place_findings, place_sheet,
};
pub use sheet_fit::{LEGIBLE_PT, PaperFit, SheetFit};
pub use voice::{Shown as HeadlineFigure, metric_name};

#[cfg(test)]
mod size_tests;
