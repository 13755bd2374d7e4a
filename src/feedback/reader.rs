//! Reads a whole file, as a plan says, into histograms: one pass, flat memory.

use super::batch::{BATCH, Batch};
use super::decoded::Decoded;
use super::encoding::{by_name, scans_as_bytes};
use super::error::FeedbackError;
use super::harvest::outcome;
use super::json::{self, Found};
use super::kind::FileKind;
use super::outcome::{Outcome, Reason, SourceFile};
use super::plan::ImportPlan;
use super::preview::{Look, preview_with};
use super::row::Row;
use super::scan::{Rest, Scanner, Text};
use super::source::{Chunk, Format, HEADROOM, Sum, stream, sum_of};
use super::tally::Tally;
use super::workbook::Workbook;
use encoding_rs::{Encoding, UTF_8};
use fearless_simd::{Level, dispatch};
use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows of a workbook between two messages of progress.
const TOLD_EVERY: u64 = 2_000;
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

/// A file and how it is to be read.
pub type FilePlan = (PathBuf, ImportPlan);

/// Reads a file as the plan says. `progress` is told every quarter of a megabyte; setting `cancel` stops it.
pub fn read(
    path: &Path,
    plan: &ImportPlan,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Outcome, FeedbackError> {
    read_all(&[(path.to_owned(), plan.clone())], progress, cancel)
}

/// How each of several files is to be read together with the first one, for which there is a plan.
pub fn plans(paths: &[PathBuf], plan: &ImportPlan) -> Result<Vec<FilePlan>, FeedbackError> {
    let Some((first, others)) = paths.split_first() else { return Ok(Vec::new()) };
    let mut plans = vec![(first.clone(), plan.clone())];
    for path in others {
        let own = preview_with(path, &Look::default())?.plan;
        plans.push((path.clone(), plan.for_another(own, &file_name(path))?));
    }
    Ok(plans)
}

/// Reads several files with the same columns as if they were one: a row that repeats one of another file is found.
pub fn read_all(
    files: &[FilePlan],
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Outcome, FeedbackError> {
    let Some((_, first)) = files.first() else { return Ok(Outcome::default()) };
    let total = files.iter().map(|(path, _)| std::fs::metadata(path).map_or(0, |meta| meta.len())).sum();
    let encodings = files.iter().map(|(_, plan)| encoding_of(plan)).collect::<Result<Vec<_>, _>>()?;
    // Cells of one tally are all in one encoding: that of the files when it is one that can be scanned.
    let same = encodings.iter().all(|encoding| *encoding == encodings[0]);
    let as_bytes = files.iter().all(|(_, plan)| scans_as_bytes(encodings[0], plan.delimiter));
    let cells = if same && as_bytes { encodings[0] } else { UTF_8 };
    let mut job = Job { tally: Tally::new(first, cells)?, done: 0, total, progress, cancel, cells };
    let mut sources = Vec::new();
    for (at, ((path, plan), encoding)) in files.iter().zip(&encodings).enumerate() {
        job.tally.begin(plan, at)?;
        let before = job.tally.rows;
        let sum = job.file(path, plan, encoding).map_err(|error| error.in_file(path))?;
        if let Some(failure) = job.tally.failure.take() {
            return Err(failure.in_file(path));
        }
        job.done += sum.bytes;
        let name = file_name(path);
        let rows = job.tally.rows - before;
        let encoding = if plan.kind == FileKind::Workbook { String::new() } else { encoding.name().to_owned() };
        sources.push(SourceFile { name, bytes: sum.bytes, sha256: sum.sha256, encoding, rows });
    }
    job.tally.settle();
    if let Some(failure) = job.tally.failure.take() {
        return Err(failure);
    }
    Ok(outcome(&job.tally, first, sources, cells))
}

fn encoding_of(plan: &ImportPlan) -> Result<&'static Encoding, FeedbackError> {
    let named = || FeedbackError::UnknownEncoding { name: plan.encoding.clone() };
    if plan.kind == FileKind::Workbook { Ok(UTF_8) } else { by_name(&plan.encoding).ok_or_else(named) }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reading under way.
struct Job<'a> {
    tally: Tally,
    /// Bytes of the files before this one.
    done: u64,
    total: u64,
    progress: &'a mut dyn FnMut(Progress),
    cancel: &'a AtomicBool,
    cells: &'static Encoding,
}

impl Job<'_> {
    fn file(&mut self, path: &Path, plan: &ImportPlan, encoding: &'static Encoding) -> Result<Sum, FeedbackError> {
        match plan.kind {
            FileKind::Text => self.text(path, plan, encoding),
            FileKind::Workbook => self.workbook(path, plan),
            FileKind::Json | FileKind::JsonLines => self.json(path, plan, encoding),
        }
    }

    fn text(&mut self, path: &Path, plan: &ImportPlan, encoding: &'static Encoding) -> Result<Sum, FeedbackError> {
        let io = |source| FeedbackError::Io { path: path.to_owned(), source };
        let file = File::open(path).map_err(io)?;
        let decoder = (self.cells != encoding || !scans_as_bytes(encoding, plan.delimiter))
            .then(|| encoding.new_decoder_with_bom_removal());
        let (done, total) = (self.done, self.total);
        let mut reader = Reader::new(plan, &mut self.tally);
        let sum = stream(file, Format { decoder, delimiter: plan.delimiter }, |chunk| {
            reader.chunk(chunk);
            (self.progress)(Progress { bytes: done + chunk.read, total, rows: reader.tally.rows });
            if self.cancel.load(Ordering::Relaxed) {
                reader.tally.failure = Some(FeedbackError::Cancelled);
            }
            reader.tally.failure.is_none()
        })
        .map_err(io)?;
        if reader.tally.failure.is_none() {
            reader.end();
        }
        Ok(sum)
    }

    fn workbook(&mut self, path: &Path, plan: &ImportPlan) -> Result<Sum, FeedbackError> {
        let sum = sum_of(path).map_err(|source| FeedbackError::Io { path: path.to_owned(), source })?;
        let mut skip = plan.heading.skipped();
        let mut book = Workbook::open(path)?;
        book.rows(&plan.sheet, Some(plan.columns.len()), |row| {
            if skip > 0 {
                skip -= 1;
                return true;
            }
            // How many bytes that was nobody knows before the end.
            if self.tally.rows.is_multiple_of(TOLD_EVERY) {
                (self.progress)(Progress { bytes: self.done, total: self.total, rows: self.tally.rows });
            }
            if self.cancel.load(Ordering::Relaxed) {
                self.tally.failure = Some(FeedbackError::Cancelled);
                return false;
            }
            self.tally.row(row)
        })?;
        Ok(sum)
    }

    fn json(&mut self, path: &Path, plan: &ImportPlan, encoding: &'static Encoding) -> Result<Sum, FeedbackError> {
        let io = |source| FeedbackError::Io { path: path.to_owned(), source };
        let file = File::open(path).map_err(io)?;
        if file.metadata().map_err(io)?.len() > json::LONGEST {
            return Err(FeedbackError::TooLarge { path: path.to_owned(), limit: json::LONGEST >> 20 });
        }
        let headers: Vec<String> = plan.columns.iter().map(|column| column.header.clone()).collect();
        let rows = std::cell::Cell::new(self.tally.rows);
        let (done, total, cancel) = (self.done, self.total, self.cancel);
        let progress = &mut *self.progress;
        let mut text = Decoded::new(file, encoding, |bytes| {
            progress(Progress { bytes: done + bytes, total, rows: rows.get() });
            !cancel.load(Ordering::Relaxed)
        });
        let tally = &mut self.tally;
        let found = json::rows(&mut text, plan.kind, Some(&headers), |found| {
            let go_on = match found {
                Found::Row(row) => tally.row(row),
                Found::NoObject(line) => {
                    tally.rows += 1;
                    tally.reject(Reason::NoObject, line, String::new());
                    true
                }
            };
            rows.set(tally.rows);
            if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        found?;
        text.finish().map_err(io)
    }
}

struct Reader<'a> {
    scanner: Scanner,
    tally: &'a mut Tally,
    /// Rows that wait to be counted together.
    batch: Batch,
    /// The row that the last chunk ended in.
    carry: Vec<u8>,
    /// Rows of the header, and above it, that are still to come.
    skip: usize,
    open_quotes: u32,
    level: Level,
}

impl<'a> Reader<'a> {
    fn new(plan: &ImportPlan, tally: &'a mut Tally) -> Self {
        Self {
            scanner: Scanner::new(plan.delimiter, plan.columns.len()),
            tally,
            batch: Batch::new(plan.columns.len()),
            carry: Vec::new(),
            skip: plan.heading.skipped(),
            open_quotes: 0,
            level: Level::new(),
        }
    }

    fn chunk(&mut self, chunk: &mut Chunk) {
        let carried = self.carry.len();
        if carried <= HEADROOM {
            let from = HEADROOM - carried;
            chunk.bytes[from..HEADROOM].copy_from_slice(&self.carry);
            let bytes = &chunk.bytes[..chunk.end];
            let rest = self.scan(&Text { bytes, start: from, places: chunk.hits.places(), last: false });
            self.carry.clear();
            self.carry.extend_from_slice(&bytes[rest.from..]);
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
    }

    fn rescan(&mut self, last: bool) {
        let mut carry = std::mem::take(&mut self.carry);
        let rest = self.scan(&Text::new(&carry, last));
        carry.drain(..rest.from);
        self.carry = carry;
    }

    fn scan(&mut self, text: &Text<'_>) -> Rest {
        let Self { scanner, tally, batch, skip, level, .. } = self;
        // What is called for each row is put into one piece, made once for each kind of processor.
        let rest = dispatch!(*level, _ => scanner.rows(text, #[inline(always)] |row| {
            if *skip > 0 {
                *skip -= 1;
                return true;
            }
            let goes_together = tally.goes_together(row);
            if goes_together {
                batch.push(row);
            }
            if batch.len() == BATCH || !goes_together {
                count_together(tally, batch, text.bytes, *level);
            }
            if !goes_together {
                count_alone(tally, row, *level);
            }
            tally.failure.is_none()
        }));
        count_together(tally, batch, text.bytes, *level);
        rest
    }

    /// Rejects the first line of a row that does not end and goes on after it.
    fn skip_line(&mut self) {
        let line = self.scanner.line;
        let end = self.carry.iter().position(|b| *b == b'\n').map_or(self.carry.len(), |at| at + 1);
        self.open_quotes += 1;
        if end > LONGEST_ROW || self.open_quotes > MOST_OPEN_QUOTES {
            self.tally.failure = Some(FeedbackError::EndlessRow { file: String::new(), line });
            return;
        }
        self.tally.rows += 1;
        let example = self.tally.shown(&self.carry[..end]);
        self.tally.reject(Reason::UnclosedQuote, line, example);
        self.carry.drain(..end);
        self.scanner.line += 1;
        self.rescan(false);
    }
}

#[inline(never)]
fn count_together(tally: &mut Tally, batch: &mut Batch, bytes: &[u8], level: Level) {
    if tally.failure.is_none() {
        dispatch!(level, _ => tally.together(batch, bytes));
    }
    batch.clear();
}

#[inline(never)]
fn count_alone(tally: &mut Tally, row: &Row<'_>, level: Level) {
    if tally.failure.is_none() {
        dispatch!(level, _ => tally.row(row));
    }
}
