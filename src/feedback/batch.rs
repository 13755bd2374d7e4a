//! Rows that lie in the same bytes, taken together so that they can be read a column at a time: what a column needs
//! stays at hand for all of them, and no row waits for the one before.

use super::hash::{WINDOW, hash_of_window};
use super::row::Row;
use std::ops::Range;

/// Rows that are taken together.
pub const BATCH: usize = 64;

/// Places that are copied at a time.
const AT_A_TIME: usize = 8;

/// The rows.
#[derive(Debug)]
pub struct Batch {
    /// Places of a row.
    stride: usize,
    /// For each row where the one before ended, then where its cells end, the last one without its line end.
    ends: Vec<u32>,
    rows: [Kept; BATCH],
    count: usize,
}

/// What else is known of a row.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    line: u64,
    quoted: bool,
}

/// A cell of one of the rows as it lies in the bytes, quotes and all.
#[derive(Clone, Copy, Debug)]
pub struct Raw<'a> {
    bytes: &'a [u8],
    start: usize,
    /// How many bytes it has.
    pub length: usize,
}

impl<'a> Raw<'a> {
    /// The cell and what follows it; `None` at the end of what was read.
    #[inline(always)]
    #[must_use]
    pub fn head<const N: usize>(&self) -> Option<&'a [u8; N]> {
        self.bytes.get(self.start..self.start + N)?.try_into().ok()
    }

    /// Whether it begins with a quote.
    #[inline(always)]
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.bytes.get(self.start) == Some(&b'"')
    }

    /// The hash of the cell's first bytes; `None` at the end of what was read.
    #[inline(always)]
    #[must_use]
    pub fn hash(&self, most: usize, seed: u64) -> Option<u64> {
        let (mut at, mut left, mut state) = (self.start, self.length.min(most), seed);
        while left > WINDOW {
            state = hash_of_window(self.bytes.get(at..at + WINDOW)?.try_into().ok()?, WINDOW, state);
            (at, left) = (at + WINDOW, left - WINDOW);
        }
        Some(hash_of_window(self.bytes.get(at..at + WINDOW)?.try_into().ok()?, left, state))
    }

    /// The cell itself.
    #[inline(always)]
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes.get(self.start..self.start + self.length).unwrap_or_default()
    }

    /// The same as far as a hash reaches; `None` for cells that need care, too.
    #[inline(always)]
    #[must_use]
    pub fn window(&self) -> Option<&'a [u8; WINDOW]> {
        self.head().filter(|window: &&[u8; WINDOW]| self.length <= WINDOW && window[0] != b'"')
    }
}

impl Batch {
    /// No rows, which will have so many cells each.
    #[must_use]
    pub fn new(width: usize) -> Self {
        let stride = width + 1;
        Self { stride, ends: vec![0; BATCH * stride], rows: [Kept::default(); BATCH], count: 0 }
    }

    /// Takes a row, which must have as many cells as were said.
    #[inline(always)]
    pub fn push(&mut self, row: &Row<'_>) {
        let (from, ends) = (self.count * self.stride, row.ends());
        if let Some(kept) = self.ends.get_mut(from..from + self.stride)
            && let Some(entry) = self.rows.get_mut(self.count)
            && ends.len() == kept.len()
        {
            copy(kept, ends);
            if let Some(last) = kept.last_mut() {
                *last = row.end() as u32;
            }
            *entry = Kept { line: row.line, quoted: row.is_quoted() };
            self.count += 1;
        }
    }

    /// How many there are.
    #[inline(always)]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[inline(always)]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Lets go of all of them.
    pub const fn clear(&mut self) {
        self.count = 0;
    }

    /// One of them; the bytes are those that they were found in.
    #[inline(always)]
    #[must_use]
    pub fn row<'a>(&'a self, bytes: &'a [u8], at: usize) -> Row<'a> {
        let Kept { line, quoted } = self.rows[at % BATCH];
        let ends = &self.ends[at * self.stride..][..self.stride];
        Row::again(bytes, ends, line, quoted)
    }

    /// Gives each cell of some rows in a column to `each`, with the number of its row.
    #[inline(always)]
    pub fn each<'a>(&'a self, bytes: &'a [u8], rows: Range<usize>, column: usize, each: impl FnMut(usize, Raw<'a>)) {
        self.each_of(bytes, rows, (column, column), each);
    }

    /// The same with neighbouring columns, from one to another, as if they were one cell.
    #[inline(always)]
    pub fn each_of<'a>(
        &'a self,
        bytes: &'a [u8],
        rows: Range<usize>,
        (first, last): (usize, usize),
        mut each: impl FnMut(usize, Raw<'a>),
    ) {
        let Some(cells) = self.ends.get(rows.start * self.stride + first..) else { return };
        for (at, ends) in (rows.start..rows.end.min(BATCH)).zip(cells.chunks(self.stride)) {
            if let (Some(before), Some(end)) = (ends.first(), ends.get(last - first + 1)) {
                let (start, end) = (before.wrapping_add(1) as usize, *end as usize);
                each(at, Raw { bytes, start, length: end.wrapping_sub(start) });
            }
        }
    }

    /// A cell of a row.
    #[inline(always)]
    #[must_use]
    pub fn cell<'a>(&'a self, bytes: &'a [u8], at: usize, column: usize) -> Raw<'a> {
        self.cells(bytes, at, (column, column))
    }

    /// Neighbouring cells of a row, as if they were one.
    #[inline(always)]
    #[must_use]
    pub fn cells<'a>(&'a self, bytes: &'a [u8], at: usize, columns: (usize, usize)) -> Raw<'a> {
        let mut found = Raw { bytes, start: bytes.len(), length: 0 };
        self.each_of(bytes, at..at + 1, columns, |_, cells| found = cells);
        found
    }
}

/// Does something for each bit that is set.
#[inline(always)]
pub fn each_bit(mut bits: u64, mut each: impl FnMut(usize)) {
    while bits != 0 {
        each(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// Copies a few numbers without asking how many: those at the beginning and those at the end may be the same.
#[inline(always)]
fn copy(into: &mut [u32], from: &[u32]) {
    if from.len() <= 2 * AT_A_TIME
        && let (Some(first), Some(into)) = (from.first_chunk::<AT_A_TIME>(), into.first_chunk_mut())
    {
        *into = *first;
    } else {
        into.copy_from_slice(from);
        return;
    }
    if let (Some(last), Some(into)) = (from.last_chunk::<AT_A_TIME>(), into.last_chunk_mut()) {
        *into = *last;
    }
}
