//! Layer 6: scenes to files, and the pages they stand on.
//!
//! The targets give text or write into what they are given; [`order::Order`] saves it
//! through `store`, which never leaves a torn file.

mod address;
mod error;
mod flat;
pub mod html;
pub mod journey;
mod kind;
mod named;
pub mod order;
mod outline;
pub mod page;
pub mod pdf;
mod picture;
pub mod png;
#[cfg(test)]
mod png_tests;
pub mod pptx;
mod raster;
#[cfg(test)]
mod sample;
mod sheets;
mod subject;
pub mod svg;
#[cfg(test)]
mod svg_tests;
mod xml;

pub use error::{ExportError, FileError};
pub use kind::FileKind;
#[cfg(test)]
pub(crate) use sheets::with_base_of;
pub use sheets::{to_csv, to_markdown, to_mermaid, to_xlsx};
pub use subject::Subject;
