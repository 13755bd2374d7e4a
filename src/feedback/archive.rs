//! Whether a workbook is safe to open: its parts are inflated for real, nothing kept, before anybody believes what it
//! says about itself. A megabyte of zip can hold gigabytes, and a count in a header can ask for all memory there is.

use super::error::FeedbackError;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;
use zip::ZipArchive;

/// More parts than this no workbook of a survey has.
const MOST_ENTRIES: usize = 1_000;
/// Bytes of all parts together, inflated.
const MOST_INFLATED: u64 = 200 << 20;
/// Bytes of the table of strings, inflated.
const MOST_STRINGS: u64 = 64 << 20;
/// An entry of the table of strings, `<si><t/>`…, takes at least so many bytes.
const LEAST_PER_STRING: u64 = 9;
/// The beginning of a part, where its root element is.
const HEAD: usize = 4 << 10;

/// What was seen while everything was inflated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Some sheet has merged cells.
    pub has_merged_cells: bool,
}

/// Refuses an archive that is too large or lies about itself.
pub fn check(path: &Path) -> Result<Checked, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let broken = |reason: String| FeedbackError::BrokenWorkbook { path: path.to_owned(), reason };
    let file = File::open(path).map_err(io)?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(error.to_string()))?;
    if archive.len() > MOST_ENTRIES {
        return Err(FeedbackError::WorkbookParts { file: String::new(), limit: MOST_ENTRIES });
    }
    let (mut inflated, mut checked) = (0, Checked::default());
    let mut block = vec![0; 64 << 10];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| broken(error.to_string()))?;
        let mut seen = Part::default();
        loop {
            let got = part.read(&mut block).map_err(|error| broken(error.to_string()))?;
            if got == 0 {
                break;
            }
            inflated += got as u64;
            seen.block(&block[..got]);
            if inflated > MOST_INFLATED {
                return Err(FeedbackError::WorkbookTooLarge { file: String::new(), limit: MOST_INFLATED >> 20 });
            }
            if seen.strings && seen.bytes > MOST_STRINGS {
                return Err(FeedbackError::WorkbookTooLarge { file: String::new(), limit: MOST_STRINGS >> 20 });
            }
        }
        if seen.claimed_strings().is_some_and(|claimed| claimed > seen.bytes / LEAST_PER_STRING) {
            return Err(broken("uniqueCount".to_owned()));
        }
        checked.has_merged_cells |= seen.merged;
    }
    Ok(checked)
}

/// What one part shows of itself.
#[derive(Debug, Default)]
struct Part {
    head: Vec<u8>,
    /// The end of the block before: a word may be cut by two blocks.
    tail: Vec<u8>,
    bytes: u64,
    merged: bool,
    /// It is the table of strings.
    strings: bool,
}

impl Part {
    fn block(&mut self, block: &[u8]) {
        const WORD: &[u8] = b"mergeCell";
        self.bytes += block.len() as u64;
        let room = HEAD.saturating_sub(self.head.len()).min(block.len());
        if room > 0 {
            self.head.extend_from_slice(&block[..room]);
            self.strings = find(&self.head, b"<sst").is_some() || find(&self.head, b":sst").is_some();
        }
        self.tail.extend_from_slice(&block[..block.len().min(WORD.len())]);
        self.merged = self.merged || find(&self.tail, WORD).is_some() || find(block, WORD).is_some();
        self.tail.clear();
        self.tail.extend_from_slice(&block[block.len().saturating_sub(WORD.len())..]);
    }

    /// How many strings the part says that it holds; more than any number when that is no number at all.
    fn claimed_strings(&self) -> Option<u64> {
        const WORD: &[u8] = b"uniqueCount";
        if !self.strings {
            return None;
        }
        let at = find(&self.head, WORD)?;
        let rest = self.head[at + WORD.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let digits: String = rest.iter().skip(1).take_while(|b| b.is_ascii_digit()).map(|b| char::from(*b)).collect();
        Some(digits.parse().unwrap_or(u64::MAX))
    }
}

/// Where a word first stands; looks only at places with its first letter.
fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    let first = word.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|b| b == first) {
        if text[from + at..].starts_with(word) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
