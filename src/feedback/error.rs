//! Why a feedback file could not be read.

use crate::model::ColumnRole;
use std::path::{Path, PathBuf};

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
    /// An Excel file of before 2007, or one with a password.
    #[error("{path} is an old Excel file or has a password: save it as .xlsx without one")]
    OldWorkbook {
        /// The file.
        path: PathBuf,
    },
    /// The workbook is damaged, or says something impossible about itself.
    #[error("{path} is not a sound Excel file ({reason})")]
    BrokenWorkbook {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The workbook has more parts than any survey needs.
    #[error("{file} has more than {limit} parts")]
    WorkbookParts {
        /// The file's name; empty before it is known.
        file: String,
        /// How many are allowed.
        limit: usize,
    },
    /// The workbook unpacks to more than is read.
    #[error("{file} unpacks to more than {limit} MB")]
    WorkbookTooLarge {
        /// The file's name; empty before it is known.
        file: String,
        /// How many megabytes are allowed.
        limit: u64,
    },
    /// The sheet has more cells than are read.
    #[error("a sheet of {file} is larger than {rows} rows by {columns} columns (at row {line}): save it as CSV")]
    SheetTooLarge {
        /// The file's name; empty before it is known.
        file: String,
        /// The row that was too much.
        line: u64,
        /// How many rows are allowed.
        rows: u64,
        /// How many columns are allowed.
        columns: usize,
    },
    /// There is no such sheet.
    #[error("{file} has no sheet {sheet:?}")]
    NoSuchSheet {
        /// The file's name; empty before it is known.
        file: String,
        /// The name given.
        sheet: String,
    },
    /// The document is damaged.
    #[error("{file} is not JSON at line {line}, character {column}; {rows} rows before it are sound")]
    Json {
        /// The file's name; empty before it is known.
        file: String,
        /// The line.
        line: u64,
        /// The character in it.
        column: u64,
        /// The file ends in the middle.
        is_cut: bool,
        /// Rows before it.
        rows: u64,
    },
    /// The document is longer than what is read.
    #[error("{path} is larger than {limit} MB")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How many megabytes are allowed.
        limit: u64,
    },
    /// A file that is read together with others lacks a column of theirs.
    #[error("{file} has no column {header:?}, so it cannot be read together with the others")]
    OtherColumns {
        /// The file.
        file: String,
        /// The column.
        header: String,
    },
    /// A question of a wide table has no step.
    #[error("column {header:?} says nothing about its step")]
    NoTopic {
        /// The question.
        header: String,
    },
    /// Two questions of a wide table ask for one metric of one step.
    #[error("two columns ask for {} of {step:?}", role.key())]
    AskedTwice {
        /// The metric.
        role: ColumnRole,
        /// The step.
        step: String,
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
    #[error("column {header:?} of {file} holds more than {limit} different values (line {line}): it is probably not the {}", role.key())]
    TooManyNames {
        /// The file's name; empty before it is known.
        file: String,
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
    #[error("the row of {file} that begins at line {line} does not end: a quote is probably not closed there")]
    EndlessRow {
        /// The file's name; empty before it is known.
        file: String,
        /// Where the row begins.
        line: u64,
    },
    /// The person stopped it.
    #[error("stopped")]
    Cancelled,
}

impl FeedbackError {
    /// The error with the name of the file that it is about, where it does not say so yet.
    #[must_use]
    pub fn in_file(mut self, path: &Path) -> Self {
        match &mut self {
            Self::WorkbookParts { file, .. }
            | Self::WorkbookTooLarge { file, .. }
            | Self::SheetTooLarge { file, .. }
            | Self::NoSuchSheet { file, .. }
            | Self::Json { file, .. }
            | Self::EndlessRow { file, .. }
            | Self::TooManyNames { file, .. }
                if file.is_empty() =>
            {
                *file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            }
            _ => {}
        }
        self
    }
}
