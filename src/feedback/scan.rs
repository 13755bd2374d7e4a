//! Finding rows and cells in a run of bytes, as RFC 4180 means them and the `csv` crate reads them: a quote
//! opens only at the beginning of a cell, a doubled one inside is a quote, elsewhere it is a character like any
//! other (`24" screen`); empty lines are no rows. Nothing is copied. A row without quotes that has the expected
//! cells is a stretch of the places found in a whole segment; only others are read step by step.

use super::row::Row;
use super::structure::{BLOCK, Hits, structure};

const QUOTE: u8 = b'"';
/// Bytes that are looked through at a time, when nobody did it before.
const SEGMENT: usize = 4_096;
/// Rows of more cells than this are longer than that.
const WIDEST_PLAIN: usize = 128;

/// What is scanned. Under 4 GiB at a time.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// Where the first row begins.
    pub start: usize,
    /// The [`Hits`] in the bytes from somewhere on, if somebody has looked for them.
    pub places: &'a [u32],
    /// Nothing follows, so that the end of the bytes ends a row too (unless a quote is open).
    pub last: bool,
}

impl<'a> Text<'a> {
    /// Nothing but bytes.
    #[must_use]
    pub const fn new(bytes: &'a [u8], last: bool) -> Self {
        Self { bytes, start: 0, places: &[], last }
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
    /// Cells of a row that are asked for.
    cells: usize,
    hits: Hits,
    /// Where the cells of a row end that was read step by step; first where the row before ended.
    ends: Vec<u32>,
    /// The line on which the next row begins.
    pub line: u64,
}

impl Scanner {
    /// Remembers the places of the first `cells` cells of each row.
    #[must_use]
    pub fn new(delimiter: u8, cells: usize) -> Self {
        Self { delimiter, cells: cells.max(1), hits: Hits::default(), ends: Vec::new(), line: 1 }
    }

    /// Gives every complete row in `text` to `each` until that says `false`.
    #[inline(always)]
    pub fn rows(&mut self, text: &Text<'_>, each: impl FnMut(&Row<'_>) -> bool) -> Rest {
        let mut hits = std::mem::take(&mut self.hits);
        let rest = self.scan(&mut hits, text, each);
        self.hits = hits;
        rest
    }

    #[inline(always)]
    fn scan(&mut self, hits: &mut Hits, text: &Text<'_>, mut each: impl FnMut(&Row<'_>) -> bool) -> Rest {
        let Text { bytes, mut start, places, last } = *text;
        let mut found = Some(places).filter(|places| !places.is_empty());
        let width = self.cells;
        while start < bytes.len() {
            let segment = start;
            let mut places = match found.take() {
                Some(places) => places,
                None if width > WIDEST_PLAIN => &[],
                None => {
                    hits.find(bytes, start..bytes.len().min(start + SEGMENT), self.delimiter);
                    hits.places()
                }
            };
            loop {
                let line = self.line;
                let (row, end) = if self.is_plain(bytes, start, places) {
                    let (ends, end) = (&places[..=width], places[width] as usize);
                    places = &places[width..];
                    self.line += 1;
                    (Row::new(bytes, (ends, end), width, line, false), end)
                } else if places.len() > width || start == segment {
                    let read = self.step_by_step(bytes, start, places);
                    if !(read.ended || last && !read.inside) {
                        return Rest { from: start, open_quote: read.inside };
                    }
                    places = from_place(places, read.end);
                    self.line += read.breaks + 1;
                    (Row::new(bytes, (&self.ends, read.end), read.cells, line, read.quoted), read.end)
                } else {
                    // The segment ends in this row.
                    break;
                };
                start = (end + 1).min(bytes.len());
                if !row.text().is_empty() && !each(&row) {
                    return Rest { from: start, open_quote: false };
                }
            }
        }
        Rest { from: start, open_quote: false }
    }

    /// Whether the next places are the ends of the expected cells, without any quote.
    #[inline(always)]
    fn is_plain(&self, bytes: &[u8], start: usize, places: &[u32]) -> bool {
        let Some([before, ends @ .., end]) = places.get(..=self.cells) else { return false };
        let is = |place: &u32, byte: u8| bytes.get(*place as usize) == Some(&byte);
        // An empty line is no row.
        let is_row = before.wrapping_add(1) == start as u32 && end.wrapping_sub(*before) > 2;
        is_row && is(end, b'\n') && ends.iter().all(|place| is(place, self.delimiter))
    }

    /// Reads a row of which some places may be known already.
    #[inline(never)]
    fn step_by_step(&mut self, bytes: &[u8], start: usize, places: &[u32]) -> Open {
        let mut row = Open::at(start);
        self.ends.clear();
        self.ends.push((start as u32).wrapping_sub(1));
        let mut from = start;
        if let Some((before, places)) = places.split_first()
            && before.wrapping_add(1) as usize == start
        {
            for at in places {
                from = *at as usize + 1;
                if self.step(&mut row, bytes, *at as usize) {
                    return row;
                }
            }
        }
        for (block, from) in bytes[from..].chunks(BLOCK).zip((from..).step_by(BLOCK)) {
            let mut hits = structure(block, self.delimiter);
            while hits != 0 {
                let at = from + hits.trailing_zeros() as usize;
                hits &= hits - 1;
                if self.step(&mut row, bytes, at) {
                    return row;
                }
            }
        }
        self.end_cell(&mut row, bytes.len());
        row
    }

    /// Goes on to the next place; whether the row ends there.
    #[inline(always)]
    fn step(&mut self, row: &mut Open, bytes: &[u8], at: usize) -> bool {
        match bytes.get(at) {
            Some(&QUOTE) => row.quote(at),
            byte if row.inside => row.breaks += u64::from(byte == Some(&b'\n')),
            byte => {
                self.end_cell(row, at);
                row.ended = byte == Some(&b'\n');
            }
        }
        row.ended
    }

    fn end_cell(&mut self, row: &mut Open, at: usize) {
        if self.ends.len() <= self.cells {
            self.ends.push(at as u32);
        }
        row.cells += 1;
        row.cell = at + 1;
        row.end = at;
    }
}

/// The places from this one on.
fn from_place(places: &[u32], at: usize) -> &[u32] {
    let found = places.iter().position(|place| *place as usize == at);
    found.map_or(&[], |found| &places[found..])
}

/// A row that is read step by step.
#[derive(Debug)]
struct Open {
    /// Where the cell begins.
    cell: usize,
    cells: usize,
    /// Where the last cell ended.
    end: usize,
    /// A line feed ended it.
    ended: bool,
    /// Inside quotes.
    inside: bool,
    /// Where the last quote closed.
    closed: usize,
    quoted: bool,
    /// Line breaks inside quotes.
    breaks: u64,
}

impl Open {
    const fn at(start: usize) -> Self {
        Self {
            cell: start,
            cells: 0,
            end: start,
            ended: false,
            inside: false,
            closed: usize::MAX,
            quoted: false,
            breaks: 0,
        }
    }

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
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &[u8], last: bool) -> (Vec<(u64, Vec<String>)>, Rest) {
        read_asked(text, last, 64)
    }

    fn read_asked(text: &[u8], last: bool, asked: usize) -> (Vec<(u64, Vec<String>)>, Rest) {
        let mut rows = Vec::new();
        let rest = Scanner::new(b',', asked).rows(&Text::new(text, last), |row| {
            let cells = (0..row.cells.min(asked)).map(|at| String::from_utf8(row.cell(at).into_owned()).unwrap());
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
        /// The other thread finds the places from where the last chunk ended; the rows are the same.
        #[test]
        fn places_found_by_somebody_else_change_nothing(
            text in "([a,\"\n\u{8868}]{0,40}|([a\u{8868}]{1,9},[a\u{8868}]{1,9}\r?\n){0,9}){0,60}",
            from in 0..50_usize,
            asked in 1..4_usize,
            last in any::<bool>(),
        ) {
            let bytes = text.as_bytes();
            let mut hits = Hits::default();
            hits.find(bytes, from.min(bytes.len())..bytes.len(), b',');
            let rows = |text: Text<'_>| {
                let (mut rows, mut scanner) = (Vec::new(), Scanner::new(b',', asked));
                let rest = scanner.rows(&text, |row| {
                    let cells: Vec<_> = (0..asked).map(|at| row.cell(at).into_owned()).collect();
                    rows.push((row.line, row.cells, row.text().to_vec(), cells));
                    true
                });
                (rows, rest, scanner.line)
            };
            let alone = rows(Text::new(bytes, last));
            prop_assert_eq!(rows(Text { places: hits.places(), ..Text::new(bytes, last) }), alone);
        }

        #[test]
        fn any_text_is_read_as_the_csv_crate_reads_it(
            text in "([a,\"\n\u{8868}]{0,40}|([a\u{8868}]{1,9},[a\u{8868}]{1,9}\n){0,9}){0,200}",
            asked in 1..5_usize,
        ) {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let (rows, rest) = read_asked(text.as_bytes(), true, asked);
            let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, cells)| cells).collect();
            let expected: Vec<Vec<String>> =
                expected.into_iter().map(|cells| cells.into_iter().take(asked).collect()).collect();
            // The last row of the oracle may have an open quote, which we leave over.
            let complete = expected.len() - usize::from(rest.open_quote);
            prop_assert_eq!(&rows[..], &expected[..complete]);
        }
    }
}
