//! Layer 2: the document on disk. A file is UTF-8 RON: a header comment with format and checksum, then a list
//! with one record a line in a fixed order, so that diffs are readable and damage stays local.
//!
//! Reading never refuses what it can still understand: it says what it kept, mended and could not read.
//! Writing never leaves a torn file. A lock, a journal and merging with a colleague's change belong here too.

mod backup;
mod beside;
mod error;
mod fs;
mod header;
mod history;
pub mod journal;
mod lenient;
mod lines;
mod open;
pub mod presence;
mod read;
mod record;
mod replace;
mod report;
mod save;
mod write;

pub use error::{EncodeError, OpenError, SaveError, SaveFault};
pub use fs::{Attributes, Fs, FsFile, Lock, RealFs};
pub use header::{ContentHash, FORMAT};
pub use history::{KeptState, KeptStates, kept_states_path};
pub use open::{Opened, SIZE_LIMIT, open, open_on};
pub use read::{Loaded, from_text};
pub use report::{LoadReport, Notice, Quarantined, Unreadable};
pub use save::{
    SaveOutcome, Saved, Written, clean_up, content_hash, save, save_over, write_atomically, write_atomically_on,
};
pub use write::to_text;

#[cfg(test)]
mod mutation_tests;
#[cfg(test)]
mod process_tests;
#[cfg(test)]
mod safety_tests;
#[cfg(test)]
mod tests;
