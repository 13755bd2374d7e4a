//! What can go wrong on the way to a file.

use super::png::MAX_SIDE;
use crate::i18n::export::ExportText;
use crate::i18n::files::save_error_text;
use crate::i18n::{Lang, fill};
use crate::store::SaveError;
use std::path::PathBuf;

/// Why there is no export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The picture would have more pixels in a row or column than most programs open.
    #[error(
        "the picture would be {width} × {height} pixels; the limit is {MAX_SIDE} a side: choose a smaller width or scale"
    )]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// The scale is not a positive number.
    #[error("a scale of {0} draws nothing: choose a positive number")]
    Scale(f32),
    /// There is no such journey or persona.
    #[error("there is nothing to draw")]
    Nothing,
    /// The person pressed Cancel.
    #[error("cancelled")]
    Cancelled,
    /// The PNG could not be written.
    #[error("the PNG could not be written: {0}")]
    Png(#[from] ::png::EncodingError),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// The workbook could not be put together.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The file could not be written.
    #[error("the file could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A thread that draws ended early, which is a fault of the program.
    #[error("drawing stopped early: this is a fault in Tabiji")]
    Fault,
}

/// Why there is no picture file. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file's ending is none that can be written.
    #[error("{} ends neither in .png nor in .svg", path.display())]
    Ending {
        /// The file.
        path: PathBuf,
    },
    /// It could not be drawn.
    #[error(transparent)]
    Draw(#[from] ExportError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl FileError {
    /// What happened and what to do, in a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Ending { path } => fill(ExportText::WrongEnding.text(lang), &[("file", &path.display().to_string())]),
            Self::Draw(error) => error.text(lang),
            Self::Save(error) => save_error_text(error, lang),
        }
    }
}

impl ExportError {
    /// What happened and what to do, in a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::TooLarge { width, height } => fill(
                ExportText::TooLarge.text(lang),
                &[("width", &width.to_string()), ("height", &height.to_string()), ("limit", &MAX_SIDE.to_string())],
            ),
            Self::Scale(scale) => fill(ExportText::WrongScale.text(lang), &[("scale", &scale.to_string())]),
            Self::Nothing => ExportText::Nothing.text(lang).to_owned(),
            Self::Cancelled => ExportText::Cancelled.text(lang).to_owned(),
            Self::Png(error) => fill(ExportText::NotWritten.text(lang), &[("reason", &error.to_string())]),
            Self::Pdf(reason) => fill(ExportText::NotWritten.text(lang), &[("reason", reason)]),
            Self::Workbook(error) => fill(ExportText::NotWritten.text(lang), &[("reason", &error.to_string())]),
            Self::Write(error) => fill(ExportText::NotWritten.text(lang), &[("reason", &error.to_string())]),
            Self::Fault => ExportText::Fault.text(lang).to_owned(),
        }
    }
}
