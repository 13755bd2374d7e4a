//! Layer 3: how things look: theme tokens, palettes, icons. No toolkit: the window, the
//! map and every export read the same table.

pub mod icons;
mod palette;
mod theme;
mod themes;

pub use theme::{CardColors, Histogram, Theme, ThemeKind};
