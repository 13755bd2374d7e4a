//! A document as slides for PowerPoint: every card, phase and sign a shape of its own with its text inside, so that
//! a colleague goes on editing where Tabiji stopped.
//!
//! One page is one slide, drawn from its scene like every other target. What differs: a text that stands inside a
//! shape becomes the shape's own (`fold`), lines that lead from one round sign to another are connectors (`connect`),
//! type is named by the theme's fonts (`theme`), which every office PC has, and lines end where they end on screen.
//! The package is written by hand (`package`, `parts`); its time stamps are fixed, so the same document gives the
//! same bytes.

mod chart;
mod chart_slide;
mod clip;
mod connect;
mod data;
mod fold;
mod geometry;
mod master;
mod notes;
mod package;
mod parts;
mod path;
mod pictures;
mod place;
mod properties;
mod shapes;
mod slide;
#[cfg(test)]
mod tests;
mod text;
mod theme;
mod title;
mod workbook;
mod xml;

pub use data::{ChartColors, ChartData, ChartPoint};

use super::ExportError;
use super::page::Document;
use package::Package;
use parts::Deck;
use std::sync::atomic::{AtomicBool, Ordering};

/// The document as the bytes of a PowerPoint file. A chart stands on a slide of its own behind the last page of its
/// journey. `progress` hears the share done, 0 to 1; when `cancel` becomes true the work stops with
/// [`ExportError::Cancelled`].
pub fn to_pptx(
    document: &Document,
    charts: &[ChartData],
    progress: &mut dyn FnMut(f32),
    cancel: &AtomicBool,
) -> Result<Vec<u8>, ExportError> {
    let deck = Deck::new(document, charts);
    let mut package = Package::new();
    deck.write_frame(&mut package)?;
    let mut pictures = pictures::Pictures::default();
    let total = deck.slides.len().max(1) as f32;
    for index in 0..deck.slides.len() {
        deck.write_slide(index, &mut package, &mut pictures, cancel)?;
        if cancel.load(Ordering::Relaxed) {
            return Err(ExportError::Cancelled);
        }
        progress((index + 1) as f32 / total);
    }
    pictures.write(&mut package)?;
    package.finish()
}
