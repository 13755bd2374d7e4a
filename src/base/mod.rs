//! Layer 0: what every other layer speaks in — ids, order keys, geometry in map
//! units, colours, dates and text normalisation. Knows nothing of journeys.

#[cfg(test)]
pub(crate) mod child;
mod color;
mod geom;
mod id;
mod normal;
mod order;

pub use color::Rgba;
pub use geom::{Align, Point, Rect, Size, VAlign};
pub use id::{Id, IdKind, IdSource};
pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use jiff::tz::TimeZone;
pub use normal::{folded, hiragana, initial, normalized};
pub use order::OrderKey;

/// Today's date on this computer's calendar: the one place that asks the clock for it.
#[must_use]
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// The time zone of this computer.
#[must_use]
pub fn time_zone() -> TimeZone {
    TimeZone::system()
}

/// Now, for notes of when something happened. Never decides anything: clocks of two computers differ.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::now()
}
