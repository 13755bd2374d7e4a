//! Layer 6: scenes to files: SVG, PNG.
//!
//! Nothing here writes to disk: the functions give text or write into what they are given, and
//! the caller saves it through `store`, which never leaves a torn file.

mod error;
mod flat;
mod outline;
mod picture;
pub mod png;
#[cfg(test)]
mod png_tests;
mod raster;
#[cfg(test)]
mod sample;
pub mod svg;
#[cfg(test)]
mod svg_tests;
mod xml;

pub use error::ExportError;
