//! Why a feedback file could not be read.

use crate::model::ColumnRole;
use std::path::PathBuf;

/// Why a feedback file could not be read. Single bad rows are no error: they are counted.
#[derive(Debug, thiserror::Error)]
pub enum FeedbackError {
    /// The file could not be opened or read.
    #[error("cannot read {path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is nothing in the file.
    #[error("{path} is empty")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is no text.
    #[error("{path} is not a text file: save it as CSV first")]
    Binary {
        /// The file.
        path: PathBuf,
    },
    /// The encoding's name is not known.
    #[error("{name} is not the name of an encoding: UTF-8, Shift_JIS, UTF-16LE, EUC-JP, …")]
    UnknownEncoding {
        /// The name given.
        name: String,
    },
    /// A column that cannot be missed was not chosen.
    #[error("no column is chosen as {}", role.key())]
    NoColumn {
        /// What is needed.
        role: ColumnRole,
    },
    /// No column holds NPS, CSAT or CES answers.
    #[error("no column is chosen as nps, csat or ces")]
    NoMetric,
    /// A column was chosen that the file does not have.
    #[error("the file has no column {header:?}")]
    NoSuchColumn {
        /// The header given.
        header: String,
    },
    /// Two columns were chosen for a role that only one can have.
    #[error("two columns are chosen as {}", role.key())]
    TwoColumns {
        /// The role.
        role: ColumnRole,
    },
    /// A column of names holds too many different ones: probably free text.
    #[error("column {header:?} holds more than {limit} different values (line {line}): it is probably not the {}", role.key())]
    TooManyNames {
        /// What it was chosen as.
        role: ColumnRole,
        /// Its header.
        header: String,
        /// How many different values are allowed.
        limit: usize,
        /// The line of the first value that is too many.
        line: u64,
    },
    /// The groups (step by channel, month, segment) are too many.
    #[error("steps, channels, months and segments make more than {limit} groups: is one of these columns free text?")]
    TooManyGroups {
        /// How many groups are allowed.
        limit: usize,
    },
    /// A row does not end: too long, or too many quotes were left open.
    #[error("the row that begins at line {line} does not end: a quote is probably not closed there")]
    EndlessRow {
        /// Where the row begins.
        line: u64,
    },
    /// The person stopped it.
    #[error("stopped")]
    Cancelled,
}
