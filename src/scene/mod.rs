//! Layer 5: the display list. A small closed language that every target draws natively: no
//! inherited style, no theme names, no wrapping, no defaults; finite numbers in map units,
//! sRGB colours. What is only on screen (selection, cursors, drop marks) never gets in here.

mod compose;
mod crop;
mod dump;
mod hit;
mod item;

pub use crate::base::{Align, VAlign};
pub use compose::{ComposeAgain, compose_frame, compose_map, compose_sheet, compose_story};
pub use crop::Crop;
pub use dump::dump;
pub use hit::hit;
pub use item::{Block, Group, Image, Item, Part, PartKind, Path, Scene, Shape, Stroke, Text};
