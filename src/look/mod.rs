//! Layer 3: how things look: theme tokens and palettes. Colours only, no toolkit: the window, the
//! map and every export read the same table.

mod palette;
mod theme;
mod themes;

pub use theme::{CardColors, Histogram, Theme, ThemeKind};
