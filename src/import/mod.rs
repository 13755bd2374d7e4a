//! Layer 4: what comes in from elsewhere: maps from Mermaid, tables and CJML, and workbooks that come back. Knows the
//! words of both languages, because that is how lanes are recognised; it reads, and says what is to be done; it changes nothing.

mod arrival;
mod build;
mod cjml;
mod error;
mod long_csv;
mod matrix;
mod mermaid;
mod note;
mod source;
pub mod table;
pub mod workbook;

pub use arrival::{ArrivedLane, ArrivedMap, ArrivedStep, ArrivedTable};
pub use build::{Built, Target, build};
pub use error::ImportError;
pub use mermaid::NO_EMOTION;
pub use note::{Because, MOST_NOTES, Note, Place};
pub use source::{Imported, SourceKind, is_map_file, is_map_text, read_file, read_text};
