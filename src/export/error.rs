//! What can go wrong on the way to a file.

use super::png::MAX_SIDE;

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
    /// The person pressed Cancel.
    #[error("cancelled")]
    Cancelled,
    /// The PNG could not be written.
    #[error("the PNG could not be written: {0}")]
    Png(#[from] ::png::EncodingError),
    /// The file could not be written.
    #[error("the file could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A thread that draws ended early, which is a fault of the program.
    #[error("drawing stopped early: this is a fault in Tabiji")]
    Fault,
}
