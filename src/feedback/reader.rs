//! Reads a whole file, as a plan says, into histograms: one pass, flat memory.

use super::encoding::by_name;
use super::error::FeedbackError;
use super::harvest::outcome;
use super::outcome::{Outcome, Reason};
use super::plan::ImportPlan;
use super::scan::{Rest, Scanner};
use super::source::{Chunk, HEADROOM, decoder, stream};
use super::tally::Tally;
use encoding_rs::{Encoding, UTF_8};
use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// A row that is longer has an open quote somewhere.
const LONGEST_ROW: usize = 4 << 20;
/// Rows with an open quote that are skipped before the file is given up.
const MOST_OPEN_QUOTES: u32 = 20;

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes of the file.
    pub total: u64,
    /// Rows read.
    pub rows: u64,
}

/// Reads a file as the plan says. `progress` is told every quarter of a megabyte; setting `cancel` stops it.
pub fn read(
    path: &Path,
    plan: &ImportPlan,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Outcome, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let named = || FeedbackError::UnknownEncoding { name: plan.encoding.clone() };
    let encoding = by_name(&plan.encoding).ok_or_else(named)?;
    let file = File::open(path).map_err(io)?;
    let total = file.metadata().map_err(io)?.len();
    let decoder = decoder(encoding, plan.delimiter);
    let cells = if decoder.is_some() { UTF_8 } else { encoding };
    let mut reader = Reader::new(plan, cells)?;
    let sum = stream(file, decoder, |chunk| {
        reader.chunk(chunk);
        progress(Progress { bytes: chunk.read, total, rows: reader.tally.rows });
        if cancel.load(Ordering::Relaxed) {
            reader.tally.failure = Some(FeedbackError::Cancelled);
        }
        reader.tally.failure.is_none()
    })
    .map_err(io)?;
    if reader.tally.failure.is_none() {
        reader.end();
    }
    if let Some(failure) = reader.tally.failure.take() {
        return Err(failure);
    }
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(outcome(&reader.tally, plan, (file, sum), (encoding, cells)))
}

struct Reader {
    scanner: Scanner,
    tally: Tally,
    /// The row that the last chunk ended in.
    carry: Vec<u8>,
    header_read: bool,
    open_quotes: u32,
}

impl Reader {
    fn new(plan: &ImportPlan, cells: &'static Encoding) -> Result<Self, FeedbackError> {
        Ok(Self {
            scanner: Scanner::new(plan.delimiter, plan.columns.len()),
            tally: Tally::new(plan, cells)?,
            carry: Vec::new(),
            header_read: false,
            open_quotes: 0,
        })
    }

    fn chunk(&mut self, chunk: &mut Chunk) {
        let carried = self.carry.len();
        if carried <= HEADROOM {
            let from = HEADROOM - carried;
            chunk.bytes[from..HEADROOM].copy_from_slice(&self.carry);
            let text = &chunk.bytes[from..chunk.end];
            let rest = self.scan(text, false);
            self.carry.clear();
            self.carry.extend_from_slice(&text[rest.from..]);
        } else {
            self.carry.extend_from_slice(&chunk.bytes[HEADROOM..chunk.end]);
            self.rescan(false);
        }
        while self.carry.len() > LONGEST_ROW && self.tally.failure.is_none() {
            self.skip_line();
        }
    }

    fn end(&mut self) {
        self.rescan(true);
        while !self.carry.is_empty() && self.tally.failure.is_none() {
            self.skip_line();
            self.rescan(true);
        }
        self.tally.settle();
    }

    fn rescan(&mut self, last: bool) {
        let mut carry = std::mem::take(&mut self.carry);
        let rest = self.scan(&carry, last);
        carry.drain(..rest.from);
        self.carry = carry;
    }

    #[inline]
    fn scan(&mut self, text: &[u8], last: bool) -> Rest {
        let (tally, header_read) = (&mut self.tally, &mut self.header_read);
        self.scanner.rows(text, last, |row| {
            if *header_read {
                return tally.row(&row);
            }
            *header_read = true;
            true
        })
    }

    /// Rejects the first line of a row that does not end and goes on after it.
    fn skip_line(&mut self) {
        let line = self.scanner.line;
        let end = self.carry.iter().position(|b| *b == b'\n').map_or(self.carry.len(), |at| at + 1);
        self.open_quotes += 1;
        if end > LONGEST_ROW || self.open_quotes > MOST_OPEN_QUOTES {
            self.tally.failure = Some(FeedbackError::EndlessRow { line });
            return;
        }
        self.tally.rows += 1;
        self.tally.reject(Reason::UnclosedQuote, line);
        self.carry.drain(..end);
        self.scanner.line += 1;
        self.rescan(false);
    }
}
