//! A frame: length, checksum, an entry as RON, a line feed. What stops in the middle of one is not read.

use super::Entry;
use std::io;

/// Length and checksum.
const HEAD: usize = 8;
/// No change is larger: an entry that says so is damage.
const LARGEST: usize = 512 * 1024 * 1024;

/// The bytes of a frame.
pub(super) fn encode(entry: &Entry) -> io::Result<Vec<u8>> {
    let text = ron::to_string(entry).map_err(io::Error::other)?;
    let length = u32::try_from(text.len()).map_err(io::Error::other)?;
    let mut frame = Vec::with_capacity(HEAD + text.len() + 1);
    frame.extend(length.to_le_bytes());
    frame.extend(crc32fast::hash(text.as_bytes()).to_le_bytes());
    frame.extend(text.as_bytes());
    frame.push(b'\n');
    Ok(frame)
}

/// The entries up to the first one that is not whole.
pub(super) fn decode(mut bytes: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    while let Some((entry, rest)) = first(bytes) {
        entries.push(entry);
        bytes = rest;
    }
    entries
}

fn first(bytes: &[u8]) -> Option<(Entry, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (checksum, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok().filter(|length| *length <= LARGEST)?;
    let text = rest.get(..length)?;
    if crc32fast::hash(text) != u32::from_le_bytes(*checksum) {
        return None;
    }
    let entry = ron::from_str(std::str::from_utf8(text).ok()?).ok()?;
    Some((entry, rest[length..].strip_prefix(b"\n")?))
}
