//! Layer 0: what every other layer speaks in — ids, order keys, geometry in map
//! units, colours, dates and text normalisation. Knows nothing of journeys.

mod color;
mod geom;
mod id;
mod normal;
mod order;

pub use color::Rgba;
pub use geom::{Align, Point, Rect, Size, VAlign};
pub use id::{Id, IdKind, IdSource};
pub use jiff::civil::Date;
pub use normal::{folded, hiragana, initial, normalized};
pub use order::OrderKey;

/// Today's date on this computer's calendar: the one place that asks the clock for it.
#[must_use]
pub fn today() -> Date {
    jiff::Zoned::now().date()
}
