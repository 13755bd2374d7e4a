//! The window's own controls. Each draws itself from the theme tokens and tells screen readers its name.

pub(crate) mod button;
pub(crate) mod cell;
pub(crate) mod chip;
pub(crate) mod choice;
pub(crate) mod dots;
pub(crate) mod field;
pub(crate) mod glyph;
pub(crate) mod ime;
pub(crate) mod label;
pub(crate) mod lines;
pub(crate) mod list;
pub(crate) mod marker;
pub(crate) mod menu;
pub(crate) mod segmented;
pub(crate) mod slider;
pub(crate) mod tag_field;
pub(crate) mod toast;
