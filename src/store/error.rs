//! Why a file could not be opened or saved: by kind, so that the person can be told what to do.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// It may not be read.
    #[error("the file may not be read")]
    NoPermission,
    /// It is a folder, a device or the like.
    #[error("this is not a file")]
    NotAFile,
    /// It is larger than any project.
    #[error("the file has {bytes} bytes; {limit} is the limit")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not text in UTF-8.
    #[error("line {line} is not UTF-8 text")]
    NotText {
        /// The first line that is not.
        line: usize,
    },
    /// It is text, but not one record of it could be read.
    #[error("not a project: line {line}, column {column}: {reason}")]
    NotAProject {
        /// Where reading stopped, from 1.
        line: usize,
        /// Where in the line, from 1.
        column: usize,
        /// What was expected there, in English.
        reason: String,
    },
    /// A newer Tabiji wrote it. It is left alone.
    #[error("the file has format {found}; this program knows formats up to {known}")]
    NewerFormat {
        /// The file's format.
        found: u64,
        /// The newest format that this program knows.
        known: u64,
    },
    /// The disk or the network failed.
    #[error("{0}")]
    Io(#[source] io::Error),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Io(error),
        }
    }
}

/// Why a file could not be saved. The file that was there before is as it was.
#[derive(Debug, thiserror::Error)]
#[error("{}: {fault:?}: {source}", path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// What sort of failure it is.
    pub fault: SaveFault,
    /// What the operating system said.
    #[source]
    pub source: io::Error,
}

/// What sort of failure kept a file from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// No room: free some, or save elsewhere.
    DiskFull,
    /// The folder or the file may not be written by this person.
    NoPermission,
    /// The file or its disk is write-protected.
    ReadOnly,
    /// The folder does not exist (any more).
    NoFolder,
    /// The name is a folder's or a device's.
    NotAFile,
    /// Another computer has been writing the file for longer than that takes.
    Busy,
    /// A newer Tabiji wrote the file; it is left alone.
    NewerFormat,
    /// Somebody put something else in the file's place that is no project.
    Replaced,
    /// Anything else.
    Other,
}

impl SaveError {
    /// The failure of saving `path`, sorted by what the operating system said.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, source: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let fault = match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => SaveFault::DiskFull,
            Kind::PermissionDenied => SaveFault::NoPermission,
            Kind::ReadOnlyFilesystem => SaveFault::ReadOnly,
            Kind::NotFound | Kind::NotADirectory => SaveFault::NoFolder,
            Kind::IsADirectory => SaveFault::NotAFile,
            _ => SaveFault::Other,
        };
        Self { path: path.into(), fault, source }
    }

    /// Somebody else is writing the file and does not come to an end.
    pub(super) fn busy(path: &Path) -> Self {
        Self { path: path.to_owned(), fault: SaveFault::Busy, source: io::ErrorKind::WouldBlock.into() }
    }
}

/// A record that cannot be written as RON. No record of the model is one.
#[derive(Debug, thiserror::Error)]
#[error("a record cannot be written: {0}")]
pub struct EncodeError(#[from] ron::Error);
