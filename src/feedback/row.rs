//! A row of cells inside scanned bytes.

use super::hash::{WINDOW, hash, hash_of_window};
use std::borrow::Cow;

const QUOTE: u8 = b'"';

/// A row of cells inside the scanned bytes.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The row and what was read before and after it.
    bytes: &'a [u8],
    /// Where the row before ended, then where each cell ends; only the cells that were asked for.
    ends: &'a [u32],
    /// Where the row ends, without its line end.
    end: usize,
    /// How many cells the row has.
    pub cells: usize,
    /// The line it begins on, from 1.
    pub line: u64,
    /// Whether it has any quote.
    quoted: bool,
}

impl<'a> Row<'a> {
    /// A row in these bytes: where its cells end, and where the line does.
    #[inline(always)]
    #[must_use]
    pub fn new(bytes: &'a [u8], (ends, end): (&'a [u32], usize), cells: usize, line: u64, quoted: bool) -> Self {
        let row = Self { bytes, ends, end, cells, line, quoted };
        let is_cut = row.text().last() == Some(&b'\r');
        Self { end: end - usize::from(is_cut), ..row }
    }

    /// A row of cells without quotes that lie in `bytes` one after the other, one byte apart: [`BEFORE`](Self::BEFORE),
    /// then where each ends.
    #[must_use]
    pub fn of_cells(bytes: &'a [u8], ends: &'a [u32], line: u64) -> Self {
        Self { bytes, ends, end: bytes.len(), cells: ends.len() - 1, line, quoted: false }
    }

    /// A row by its places, of which the last one is where it ends without its line end.
    #[inline(always)]
    #[must_use]
    pub(super) fn again(bytes: &'a [u8], ends: &'a [u32], line: u64, quoted: bool) -> Self {
        let end = ends.last().map_or(0, |end| *end as usize);
        Self { bytes, ends, end, cells: ends.len().saturating_sub(1), line, quoted }
    }

    /// Where the row before ended, then where each cell ends.
    #[inline(always)]
    pub(super) const fn ends(&self) -> &'a [u32] {
        self.ends
    }

    /// Where the row ends, without its line end.
    #[inline(always)]
    pub(super) const fn end(&self) -> usize {
        self.end
    }

    /// Whether it has any quote.
    #[inline(always)]
    pub(super) const fn is_quoted(&self) -> bool {
        self.quoted
    }

    /// Where the row before the first one ended.
    pub const BEFORE: u32 = u32::MAX;

    #[inline(always)]
    fn bounds(&self, at: usize) -> (usize, usize) {
        match (self.ends.get(at), self.ends.get(at + 1)) {
            (Some(before), Some(end)) => (before.wrapping_add(1) as usize, (*end as usize).min(self.end)),
            _ => (0, 0),
        }
    }

    /// The bytes of a cell, quotes and all; empty when the row has no such cell.
    #[inline(always)]
    #[must_use]
    pub fn raw(&self, at: usize) -> &'a [u8] {
        let (start, end) = self.bounds(at);
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The whole row as it stands in the file.
    #[inline(always)]
    #[must_use]
    pub fn text(&self) -> &'a [u8] {
        self.bytes.get(self.start()..self.end).unwrap_or_default()
    }

    #[inline(always)]
    fn start(&self) -> usize {
        self.ends.first().map_or(0, |before| before.wrapping_add(1) as usize)
    }

    /// The contents of a cell, without quotes; empty when the row has no such cell.
    #[inline(always)]
    #[must_use]
    pub fn cell(&self, at: usize) -> Cow<'a, [u8]> {
        let raw = self.raw(at);
        if raw.first() == Some(&QUOTE) { self.unquoted(raw) } else { Cow::Borrowed(raw) }
    }

    /// The contents of a cell as a window into the bytes and its length: for cells that need no care. `None` for long
    /// ones, those with quotes, and those at the end of what was read.
    #[inline(always)]
    #[must_use]
    pub fn window(&self, at: usize) -> Option<(&'a [u8; WINDOW], usize)> {
        let (start, end) = self.bounds(at);
        let window = self.bytes.get(start..)?.first_chunk()?;
        let length = end.saturating_sub(start);
        (length <= WINDOW && window[0] != QUOTE).then_some((window, length))
    }

    /// The hash of a cell's contents.
    #[inline(always)]
    #[must_use]
    pub fn hash(&self, at: usize, seed: u64) -> u64 {
        match self.window(at) {
            Some((window, length)) => hash_of_window(window, length, seed),
            None => hash(&self.cell(at), seed),
        }
    }

    #[inline(never)]
    fn unquoted(&self, raw: &'a [u8]) -> Cow<'a, [u8]> {
        if self.quoted { unquoted(raw) } else { Cow::Borrowed(raw) }
    }
}

/// A cell that begins with a quote, without its quotes.
fn unquoted(raw: &[u8]) -> Cow<'_, [u8]> {
    let inner = &raw[1..];
    match inner.iter().position(|b| *b == QUOTE) {
        Some(at) if at + 1 == inner.len() => Cow::Borrowed(&inner[..at]),
        None => Cow::Borrowed(inner),
        Some(_) => {
            let (mut out, mut inside, mut bytes) = (Vec::with_capacity(inner.len()), true, inner.iter().peekable());
            while let Some(byte) = bytes.next() {
                match *byte {
                    QUOTE if inside && bytes.peek() == Some(&&QUOTE) => out.extend(bytes.next()),
                    QUOTE if inside => inside = false,
                    other => out.push(other),
                }
            }
            Cow::Owned(out)
        }
    }
}
