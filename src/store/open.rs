//! Opening a file.

use super::fs::{Fs, RealFs};
use super::header::ContentHash;
use super::{Loaded, Notice, OpenError, beside, read, replace};
use crate::base::IdSource;
use std::path::Path;

/// Larger files are not read: ten times the largest project that is planned for.
pub const SIZE_LIMIT: u64 = 512 * 1024 * 1024;

/// A project from a file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The project and what the person should know.
    pub loaded: Loaded,
    /// What the file held, to see later whether somebody else changed it.
    pub hash: ContentHash,
}

/// Opens a file.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_on(&RealFs, path)
}

/// Opens a file on any file system. When it was being written over where it lay and that was cut short, the copy
/// that stood in for it is opened.
pub fn open_on(fs: &dyn Fs, path: &Path) -> Result<Opened, OpenError> {
    let opened = read_limited(fs, path).and_then(|bytes| open_bytes(&bytes));
    let is_sound = opened.as_ref().is_ok_and(|opened| opened.loaded.report.notices.is_empty());
    if is_sound || matches!(opened, Err(OpenError::NewerFormat { .. })) {
        return opened;
    }
    match stand_in(fs, path) {
        Some(mut copy) => {
            copy.loaded.report.notices.push(Notice::StandIn);
            Ok(copy)
        }
        None => opened,
    }
}

/// What is in the bytes of a file.
pub(super) fn open_bytes(bytes: &[u8]) -> Result<Opened, OpenError> {
    let (loaded, hash) = read::from_bytes(bytes, &mut IdSource::random())?;
    Ok(Opened { loaded, hash })
}

/// The copy that stands in for a file that was not written to its end, if it is whole. The hash is that of the
/// file itself, since that is what will be saved over.
fn stand_in(fs: &dyn Fs, path: &Path) -> Option<Opened> {
    let target = replace::followed(fs, path).ok()?;
    let bytes = read_limited(fs, &beside::stand_in(&target)).ok()?;
    let copy = open_bytes(&bytes).ok().filter(|copy| copy.loaded.report.is_empty())?;
    let hash = fs.read(&target, SIZE_LIMIT).map_or(copy.hash, |bytes| ContentHash::of_file(&bytes));
    Some(Opened { hash, ..copy })
}

fn read_limited(fs: &dyn Fs, path: &Path) -> Result<Vec<u8>, OpenError> {
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    let attributes = fs.attributes(path)?;
    if !attributes.is_file {
        return Err(OpenError::NotAFile);
    }
    let too_large = |bytes| OpenError::TooLarge { bytes, limit: SIZE_LIMIT };
    if attributes.length > SIZE_LIMIT {
        return Err(too_large(attributes.length));
    }
    let content = fs.read(path, SIZE_LIMIT + 1)?;
    if content.len() as u64 > SIZE_LIMIT {
        return Err(too_large(content.len() as u64));
    }
    Ok(content)
}
