//! Reads a whole file, as a plan says, into histograms: one pass, flat memory.

use super::dates::Month;
use super::encoding::by_name;
use super::error::FeedbackError;
use super::groups::{DIMENSIONS, Histogram};
use super::outcome::{Outcome, Reason};
use super::plan::ImportPlan;
use super::quotes::presentable;
use super::scan::{Rest, Scanner};
use super::source::{Chunk, HEADROOM, Sum, decoder, stream};
use super::tally::Tally;
use crate::model::{ColumnRole, Dimension, Quote, Slice, StepAnswers};
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

fn outcome(
    tally: &Tally,
    plan: &ImportPlan,
    (file, sum): (String, Sum),
    (encoding, cells): (&'static Encoding, &'static Encoding),
) -> Outcome {
    let texts = tally.steps.texts();
    let mut steps: Vec<(u32, &String)> = (0..).zip(texts).skip(1).collect();
    steps.sort_by_key(|(_, name)| *name);
    let answers: Vec<StepAnswers> = steps.iter().map(|(step, name)| step_answers(tally, *step, name)).collect();
    Outcome {
        file,
        bytes: sum.bytes,
        sha256: sum.sha256,
        encoding: encoding.name().to_owned(),
        rows: tally.rows,
        rejected: tally.rejected(),
        duplicates: tally.duplicates,
        duplicates_complete: tally.duplicates_complete(),
        columns: plan.columns.iter().filter(|c| c.role != ColumnRole::Ignore).cloned().collect(),
        scales: plan.scales,
        answers: answers.into_iter().filter(|answers| !answers.slices.is_empty()).collect(),
        quotes: steps.iter().flat_map(|(step, name)| quotes(tally, *step, name, cells)).collect(),
        months: tally.months().iter().min().copied().zip(tally.months().iter().max().copied()),
    }
}

fn step_answers(tally: &Tally, step: u32, name: &str) -> StepAnswers {
    let mut whole = Histogram::default();
    // Every row is in one part of each dimension, so any of them gives the whole.
    tally.groups.parts(0, step).for_each(|(_, part)| whole.add(&part));
    let mut slices = Vec::new();
    for (at, by) in DIMENSIONS.into_iter().enumerate() {
        let mut parts: Vec<Slice> = tally
            .groups
            .parts(at, step)
            .filter(|(part, _)| *part > 0)
            .map(|(part, histogram)| slice(by, part_name(tally, by, part), histogram))
            .collect();
        parts.sort_by(|a, b| a.key.cmp(&b.key));
        slices.extend(parts);
    }
    if whole.rows > 0 {
        slices.insert(0, slice(Dimension::Whole, String::new(), whole));
    }
    StepAnswers { name: name.to_owned(), slices, ..StepAnswers::default() }
}

fn slice(by: Dimension, key: String, histogram: Histogram) -> Slice {
    let Histogram { rows, nps, csat, ces } = histogram;
    Slice { by, key, rows, nps, csat, ces, ..Slice::default() }
}

fn part_name(tally: &Tally, by: Dimension, part: u32) -> String {
    let text = |texts: &[String]| texts.get(part as usize).cloned().unwrap_or_default();
    match by {
        Dimension::Whole | Dimension::Persona => String::new(),
        Dimension::Channel => text(tally.channels.texts()),
        Dimension::Segment => text(tally.segments.texts()),
        Dimension::Month => month_name(tally, part),
    }
}

fn month_name(tally: &Tally, number: u32) -> String {
    let month = (number as usize).checked_sub(1).and_then(|at| tally.months().get(at));
    month.map(Month::to_string).unwrap_or_default()
}

fn quotes(tally: &Tally, step: u32, name: &str, cells: &'static Encoding) -> Vec<Quote> {
    let quote = |candidate: &super::quotes::Candidate| Quote {
        step_name: name.to_owned(),
        month: month_name(tally, candidate.month),
        segment: part_name(tally, Dimension::Segment, candidate.segment),
        text: presentable(&cells.decode_without_bom_handling(&candidate.bytes).0),
        ..Quote::default()
    };
    tally.quotes.of(step).iter().map(quote).collect()
}
