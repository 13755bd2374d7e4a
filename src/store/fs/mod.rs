//! The few calls to the file system that safe saving needs, as a trait: tests make each of them fail, cut a save
//! at each of them, and look at what a power cut would leave.

mod real;

pub use real::RealFs;

#[cfg(test)]
pub(super) mod testing;

use std::ffi::OsString;
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file system.
pub trait Fs: Send + Sync {
    /// Makes a file that is not there yet.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>>;
    /// Opens a file that is there, to be written over from its start.
    fn open_over(&self, path: &Path) -> io::Result<Box<dyn FsFile>>;
    /// Everything that is in a file, but no more than `limit` bytes.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;
    /// What is known of a file; links are followed.
    fn attributes(&self, path: &Path) -> io::Result<Attributes>;
    /// Where a symbolic link leads.
    fn read_link(&self, path: &Path) -> io::Result<PathBuf>;
    /// The real path of a folder.
    fn real_folder(&self, folder: &Path) -> io::Result<PathBuf>;
    /// Gives a file another name; one that has the name already is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name that is free.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// The names in a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Makes sure that the names in a folder survive a power cut.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Tries to lock a file that is there only for that; makes it. Never waits.
    fn try_lock(&self, path: &Path) -> io::Result<Lock>;
    /// Waits a little.
    fn sleep(&self, time: Duration);
    /// Whether a rename was refused for a reason that soon passes: a virus scanner or a sync program has the file.
    fn is_passing(&self, error: &io::Error) -> bool;
}

/// A file that is being written.
pub trait FsFile: Send {
    /// Writes after what was written before.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Cuts the file to this length.
    fn set_len(&mut self, length: u64) -> io::Result<()>;
    /// Gives it the owner and rights of another file.
    fn take_over(&mut self, old: &Attributes) -> io::Result<()>;
    /// Makes sure that its contents survive a power cut.
    fn sync(&mut self) -> io::Result<()>;
}

/// What came of trying to lock.
pub enum Lock {
    /// It is ours until this is dropped.
    Held(Box<dyn Send>),
    /// Somebody else has it.
    Busy,
    /// This file system has no locks.
    Unsupported,
}

/// What is known of a file.
#[derive(Clone, Debug)]
pub struct Attributes {
    /// Whether it is a file, and not a folder or a device.
    pub is_file: bool,
    /// Whether it is write-protected.
    pub is_read_only: bool,
    /// Its size in bytes.
    pub length: u64,
    /// When it was written. Never decides whether it changed.
    pub modified: Option<SystemTime>,
    /// Owner and rights, where there are such things.
    pub rights: Option<Metadata>,
}

impl From<Metadata> for Attributes {
    fn from(metadata: Metadata) -> Self {
        Self {
            is_file: metadata.is_file(),
            is_read_only: metadata.permissions().readonly(),
            length: metadata.len(),
            modified: metadata.modified().ok(),
            rights: Some(metadata),
        }
    }
}
