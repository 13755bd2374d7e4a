//! Maps and persona sheets on pages: what a PDF, a deck of slides and printed pictures have in common.
//!
//! A [`Document`] is a list of [`Page`]s. Each page is a scene of its own, the sheet of paper with everything on it,
//! so that a target draws pages as it draws maps: nothing is left for it to place, to cut or to word.

mod document;
mod legible;
pub(super) mod notes;
mod paper;
mod sheet;
mod split;
#[cfg(test)]
mod tests;
mod tiles;

pub use document::{Document, Page, PageKind};
pub use legible::Legibility;
pub use notes::notes;
pub use paper::{Frame, PageSetup, Paper, Split};
pub use tiles::Pieces;
