//! Opening a file.

use super::header::ContentHash;
use super::{Loaded, OpenError, read};
use crate::base::IdSource;
use std::fs::File;
use std::io::Read as _;
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
    let bytes = read_limited(path)?;
    let (loaded, hash) = read::from_bytes(&bytes, &mut IdSource::random())?;
    Ok(Opened { loaded, hash })
}

fn read_limited(path: &Path) -> Result<Vec<u8>, OpenError> {
    // Asked before opening: opening a pipe would wait for somebody to write into it.
    if !path.metadata()?.is_file() {
        return Err(OpenError::NotAFile);
    }
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    if bytes > SIZE_LIMIT {
        return Err(OpenError::TooLarge { bytes, limit: SIZE_LIMIT });
    }
    let mut content = Vec::with_capacity(bytes as usize);
    // It may grow while it is read.
    file.take(SIZE_LIMIT + 1).read_to_end(&mut content)?;
    if content.len() as u64 > SIZE_LIMIT {
        return Err(OpenError::TooLarge { bytes: content.len() as u64, limit: SIZE_LIMIT });
    }
    Ok(content)
}
