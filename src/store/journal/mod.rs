//! The journal of a document: every change since it was last saved, on the local disk, so that nothing is lost when
//! the program dies. A folder with the document as it was at the beginning (`base-N.ron`) and what was changed since
//! then (`changes-N`), one frame a change; a lock tells whether its program lives.

mod frame;
mod read;
mod write;

pub use read::{Recovered, SavedFile, is_abandoned, read, remove_files};
pub use write::{Beginning, Journal, Note};

use crate::base::Timestamp;
use crate::model::Patch;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What is in a frame.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Entry {
    /// The first one.
    Begun {
        /// When.
        at: Timestamp,
        /// The version that the base is.
        version: u64,
        /// The file that holds the base, if one does.
        file: Option<SavedFile>,
    },
    /// A change.
    Changed {
        /// When.
        at: Timestamp,
        /// The version of the document that it makes.
        version: u64,
        /// Frames with the same number are one step to the person: typing in one field.
        step: u64,
        /// How many steps it stands for.
        steps: u64,
        /// What it does.
        patch: Patch,
    },
    /// A version was saved.
    Saved {
        /// Which.
        version: u64,
        /// Where, and what the file holds.
        file: SavedFile,
    },
}

fn base_file(folder: &Path, turn: u32) -> PathBuf {
    folder.join(format!("base-{turn}.ron"))
}

fn changes_file(folder: &Path, turn: u32) -> PathBuf {
    folder.join(format!("changes-{turn}"))
}

fn lock_file(folder: &Path) -> PathBuf {
    folder.join("lock")
}

#[cfg(test)]
mod tests;
