//! Finding rows and cells in a run of bytes, as RFC 4180 means them and the `csv` crate reads them: a quote
//! opens only at the beginning of a cell, a doubled one inside is a quote, elsewhere it is a character like any
//! other (`24" screen`); empty lines are no rows. Nothing is copied; 64 bytes are compared at a time.

use super::structure::structure;
use std::borrow::Cow;

const QUOTE: u8 = b'"';

/// A row of cells inside the scanned bytes.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The row without its line end.
    bytes: &'a [u8],
    /// Where each cell ends; only the cells that were asked for.
    ends: &'a [u32],
    /// How many cells the row has.
    pub cells: usize,
    /// The line it begins on, from 1.
    pub line: u64,
    /// Whether it has any quote.
    quoted: bool,
}

impl<'a> Row<'a> {
    /// A row of cells that lie in `bytes` one after the other, one byte apart, without quotes.
    #[must_use]
    pub const fn of_cells(bytes: &'a [u8], ends: &'a [u32], line: u64) -> Self {
        Self { bytes, ends, cells: ends.len(), line, quoted: false }
    }

    /// The bytes of a cell, quotes and all; empty when the row has no such cell.
    #[inline]
    #[must_use]
    pub fn raw(&self, at: usize) -> &'a [u8] {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).map_or(usize::MAX, |end| *end as usize + 1) };
        let end = self.ends.get(at).map_or(0, |end| *end as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The whole row as it stands in the file.
    #[must_use]
    pub const fn text(&self) -> &'a [u8] {
        self.bytes
    }

    /// The contents of a cell, without quotes; empty when the row has no such cell.
    #[inline]
    #[must_use]
    pub fn cell(&self, at: usize) -> Cow<'a, [u8]> {
        let raw = self.raw(at);
        match raw {
            [QUOTE, ..] if self.quoted => unquoted(raw),
            _ => Cow::Borrowed(raw),
        }
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

/// What a scan left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Where the row begins that is not complete.
    pub from: usize,
    /// Whether that row has an open quote.
    pub open_quote: bool,
}

/// Scans bytes for rows.
#[derive(Debug)]
pub struct Scanner {
    delimiter: u8,
    ends: Vec<u32>,
    /// The line on which the next row begins.
    pub line: u64,
}

impl Scanner {
    /// Remembers the places of the first `cells` cells of each row.
    #[must_use]
    pub fn new(delimiter: u8, cells: usize) -> Self {
        Self { delimiter, ends: vec![0; cells.max(1)], line: 1 }
    }

    /// Gives every complete row in `bytes` to `each` until that says `false`; `last` says that nothing follows, so
    /// that the end of the bytes ends a row too (unless a quote is open). Under 4 GiB at a time.
    #[inline]
    pub fn rows(&mut self, bytes: &[u8], last: bool, mut each: impl FnMut(Row<'_>) -> bool) -> Rest {
        let mut row = Open { start: 0, cell: 0, cells: 0, inside: false, closed: usize::MAX, quoted: false, breaks: 0 };
        for (block, from) in bytes.chunks(64).zip((0..).step_by(64)) {
            let mut hits = match block.try_into() {
                Ok(full) => structure(full, self.delimiter),
                Err(_) => structure(&padded(block), self.delimiter),
            };
            while hits != 0 {
                let at = from + hits.trailing_zeros() as usize;
                hits &= hits - 1;
                let byte = bytes[at];
                if byte == QUOTE {
                    row.quote(at);
                } else if row.inside {
                    row.breaks += u64::from(byte == b'\n');
                } else if byte == b'\n' {
                    let go_on = self.emit(bytes, at, &row, &mut each);
                    row.next(at + 1);
                    if !go_on {
                        return Rest { from: at + 1, open_quote: false };
                    }
                } else {
                    self.end_cell(row.cells, at - row.start);
                    row.cells += 1;
                    row.cell = at + 1;
                }
            }
        }
        if last && !row.inside && row.start < bytes.len() {
            self.emit(bytes, bytes.len(), &row, &mut each);
            row.next(bytes.len());
        }
        Rest { from: row.start, open_quote: row.inside }
    }

    #[inline]
    fn end_cell(&mut self, at: usize, end: usize) {
        if let Some(place) = self.ends.get_mut(at) {
            *place = end as u32;
        }
    }

    #[inline]
    fn emit(&mut self, bytes: &[u8], at: usize, row: &Open, each: &mut impl FnMut(Row<'_>) -> bool) -> bool {
        let line = self.line;
        self.line += row.breaks + 1;
        let text = &bytes[row.start..at];
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        if text.is_empty() {
            return true;
        }
        self.end_cell(row.cells, text.len());
        let cells = row.cells + 1;
        let ends = &self.ends[..cells.min(self.ends.len())];
        each(Row { bytes: text, ends, cells, line, quoted: row.quoted })
    }
}

/// The row that is being read.
struct Open {
    start: usize,
    /// Where the cell begins.
    cell: usize,
    cells: usize,
    /// Inside quotes.
    inside: bool,
    /// Where the last quote closed.
    closed: usize,
    quoted: bool,
    /// Line breaks inside quotes.
    breaks: u64,
}

impl Open {
    #[inline]
    fn quote(&mut self, at: usize) {
        self.quoted = true;
        if self.inside {
            self.inside = false;
            self.closed = at;
        } else if at == self.cell || at == self.closed.wrapping_add(1) {
            // The beginning of a quoted cell, or the second half of a doubled quote.
            self.inside = true;
        }
    }

    #[inline]
    fn next(&mut self, start: usize) {
        *self = Self { start, cell: start, cells: 0, inside: false, closed: usize::MAX, quoted: false, breaks: 0 };
    }
}

fn padded(block: &[u8]) -> [u8; 64] {
    let mut full = [0; 64];
    full[..block.len()].copy_from_slice(block);
    full
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &[u8], last: bool) -> (Vec<(u64, Vec<String>)>, Rest) {
        let mut rows = Vec::new();
        let rest = Scanner::new(b',', 64).rows(text, last, |row| {
            let cells = (0..row.cells).map(|at| String::from_utf8(row.cell(at).into_owned()).unwrap());
            rows.push((row.line, cells.collect()));
            true
        });
        (rows, rest)
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        read(text.as_bytes(), true).0.into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn cells_quotes_and_line_ends() {
        assert_eq!(
            cells("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n,\n"),
            [vec!["a", "b"], vec!["1", "x, \"y\"\nz"], vec!["", ""]]
        );
        assert_eq!(cells("24\" screen,ok\nb,c"), [["24\" screen", "ok"], ["b", "c"]]);
        assert_eq!(cells("\"\"\n\"a\"b,\"\""), [vec![""], vec!["ab", ""]]);
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let lines: Vec<u64> = read(b"a\n\"b\nb\"\n\nc\n", true).0.into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [1, 2, 5]);
    }

    #[test]
    fn an_incomplete_row_is_left_over() {
        assert_eq!(read(b"a,b\nc,d", false).1, Rest { from: 4, open_quote: false });
        assert_eq!(read(b"a,b\n\"c,d\ne", true).1, Rest { from: 4, open_quote: true });
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_the_csv_crate_reads_it(text in "[a,\"\n\u{8868}]{0,200}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let (rows, rest) = read(text.as_bytes(), true);
            let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, cells)| cells).collect();
            // The last row of the oracle may have an open quote, which we leave over.
            let complete = expected.len() - usize::from(rest.open_quote);
            prop_assert_eq!(&rows[..], &expected[..complete]);
        }
    }
}
