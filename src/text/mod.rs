//! Layer 3: text is shaped and broken into lines here and nowhere else, at scale 1 with the
//! embedded fonts, so that screen, PNG, SVG and every later target show the same lines.

mod block;
mod breaking;
mod cache;
mod engine;
mod fonts;
mod kinsoku;
mod phrase;
mod shape;
#[cfg(test)]
mod tests;

pub use block::{FontFace, Glyph, GlyphRun, Line, Paragraph, TextStyle, Weight};
pub use engine::TextEngine;
pub use fonts::{EMOJI_FAMILY, TEXT_FAMILY};
