//! Sheets of an Excel workbook as rows of cells: checked first ([`archive`](super::archive)), then read cell by cell,
//! never as a range (one cell in the last corner of a sheet would be given room for all before it). Merged cells
//! all hold what their first one holds; dates come out as dates, whichever year the workbook counts from.

use super::archive;
use super::error::FeedbackError;
use super::row::Row;
use super::row_buffer::RowBuffer;
use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, Xlsx, XlsxError, open_workbook};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};

/// Rows with something in them.
const MOST_ROWS: u64 = 200_000;
/// Columns with something in them.
const MOST_COLUMNS: usize = 256;
/// Columns of a map with something in them.
const WIDEST_MAP: usize = 4_096;
/// Cells with something in them.
const MOST_CELLS: u64 = 2_000_000;
/// Bytes of a cell; Excel itself allows 32,767 characters, of three bytes at most.
const LONGEST_CELL: usize = 3 * 32_767;
/// Merged places that are followed; no survey sheet has more.
const MOST_MERGED: usize = 20_000;
/// Day 0 of a workbook that counts from 1904 is this day of one that counts from 1900.
const FROM_1904: f64 = 1_462.0;

/// A workbook that passed its check.
pub struct Workbook {
    path: PathBuf,
    book: Xlsx<BufReader<File>>,
    has_merged_cells: bool,
}

impl Workbook {
    /// Checks and opens a file.
    pub fn open(path: &Path) -> Result<Self, FeedbackError> {
        let checked = archive::check(path)?;
        let book = open_workbook(path).map_err(|error| broken(path, &error))?;
        Ok(Self { path: path.to_owned(), book, has_merged_cells: checked.has_merged_cells })
    }

    /// The names of its sheets in their order.
    #[must_use]
    pub fn sheets(&self) -> Vec<String> {
        self.book.sheet_names()
    }

    /// Gives every row of a sheet that is not blank to `each` until that says `false`; the lines are Excel's row
    /// numbers. `width` cells a row; without one, rows are as wide as what they hold.
    pub fn rows(
        &mut self,
        sheet: &str,
        width: Option<usize>,
        mut each: impl FnMut(&Row<'_>) -> bool,
    ) -> Result<(), FeedbackError> {
        if !self.book.sheet_names().iter().any(|name| name == sheet) {
            return Err(FeedbackError::NoSuchSheet { file: String::new(), sheet: sheet.to_owned() });
        }
        let mut sheet_rows = Rows {
            buffer: RowBuffer::new(width.unwrap_or(1).min(MOST_COLUMNS)),
            grows: width.is_none(),
            merged: self.merged(sheet)?,
            line: 0,
            filled: (0, 0),
        };
        let from_1904 = self.book.has_1904_epoch();
        let path = self.path.clone();
        let mut cells = self.book.worksheet_cells_reader(sheet).map_err(|error| broken(&path, &error))?;
        while let Some(cell) = cells.next_cell().map_err(|error| broken(&path, &error))? {
            let (row, column) = cell.get_position();
            if sheet_rows.line != u64::from(row) + 1 {
                if !sheet_rows.end(&mut each)? {
                    return Ok(());
                }
                sheet_rows.line = u64::from(row) + 1;
            }
            sheet_rows.cell(column as usize, cell.get_value(), from_1904)?;
        }
        sheet_rows.end(&mut each).map(|_| ())
    }

    /// Every cell of a sheet that is not empty, by row and column from 0. Joined cells hold their text in the first one.
    pub fn cells(&mut self, sheet: &str) -> Result<BTreeMap<(u32, u32), String>, FeedbackError> {
        let from_1904 = self.book.has_1904_epoch();
        let path = self.path.clone();
        let mut reader = self.book.worksheet_cells_reader(sheet).map_err(|error| broken(&path, &error))?;
        let mut cells = BTreeMap::new();
        while let Some(cell) = reader.next_cell().map_err(|error| broken(&path, &error))? {
            let (row, column) = cell.get_position();
            let mut text = Vec::new();
            write(&mut text, cell.get_value(), from_1904);
            if text.is_empty() {
                continue;
            }
            if cells.len() as u64 >= MOST_CELLS || column as usize >= WIDEST_MAP {
                let line = u64::from(row) + 1;
                let file = String::new();
                return Err(FeedbackError::SheetTooLarge { file, line, rows: MOST_ROWS, columns: WIDEST_MAP });
            }
            cells.insert((row, column), String::from_utf8_lossy(&text).into_owned());
        }
        Ok(cells)
    }

    fn merged(&mut self, sheet: &str) -> Result<Merged, FeedbackError> {
        if !self.has_merged_cells {
            return Ok(Merged::default());
        }
        let mut places = self.book.merge_cells_by_sheet_name(sheet).map_err(|error| broken(&self.path, &error))?;
        places.sort_by_key(|place| place.start);
        places.truncate(MOST_MERGED);
        Ok(Merged { places, next: 0, open: Vec::new() })
    }
}

fn broken(path: &Path, error: &XlsxError) -> FeedbackError {
    match error {
        XlsxError::Password => FeedbackError::OldWorkbook { path: path.to_owned() },
        other => FeedbackError::BrokenWorkbook { path: path.to_owned(), reason: other.to_string() },
    }
}

/// The row that is being put together.
struct Rows {
    buffer: RowBuffer,
    grows: bool,
    merged: Merged,
    /// Excel's number of the row; 0 before the first one.
    line: u64,
    /// Rows and cells with something in them so far.
    filled: (u64, u64),
}

impl Rows {
    fn cell(&mut self, column: usize, value: &DataRef<'_>, from_1904: bool) -> Result<(), FeedbackError> {
        if matches!(value, DataRef::Empty) {
            return Ok(());
        }
        self.filled.1 += 1;
        if self.filled.1 > MOST_CELLS || column >= MOST_COLUMNS {
            return Err(self.too_large());
        }
        if self.grows {
            self.buffer.widen(column + 1);
        }
        if let Some(into) = self.buffer.cell(column) {
            into.clear();
            write(into, value, from_1904);
        }
        Ok(())
    }

    fn too_large(&self) -> FeedbackError {
        FeedbackError::SheetTooLarge { file: String::new(), line: self.line, rows: MOST_ROWS, columns: MOST_COLUMNS }
    }

    /// Gives the row away and begins the next one; whether to go on.
    fn end(&mut self, each: &mut impl FnMut(&Row<'_>) -> bool) -> Result<bool, FeedbackError> {
        if self.line == 0 {
            return Ok(true);
        }
        self.merged.fill(&mut self.buffer, self.line as u32 - 1, self.grows);
        let mut go_on = true;
        if !self.buffer.is_blank() {
            self.filled.0 += 1;
            if self.filled.0 > MOST_ROWS {
                return Err(self.too_large());
            }
            go_on = each(&self.buffer.row(self.line));
        }
        self.buffer.clear();
        Ok(go_on)
    }
}

/// The merged places of a sheet, those that the row is in with what they hold.
#[derive(Default)]
struct Merged {
    places: Vec<Dimensions>,
    next: usize,
    open: Vec<(Dimensions, Vec<u8>)>,
}

impl Merged {
    /// Puts what merged cells hold into all of their cells of this row.
    fn fill(&mut self, buffer: &mut RowBuffer, row: u32, grows: bool) {
        self.open.retain(|(place, _)| place.end.0 >= row);
        while let Some(place) = self.places.get(self.next).filter(|place| place.start.0 <= row) {
            if place.end.0 >= row && place.start.0 == row {
                self.open.push((*place, buffer.get(place.start.1 as usize).to_vec()));
            }
            self.next += 1;
        }
        for (place, held) in &self.open {
            let end = (place.end.1 as usize).min(MOST_COLUMNS - 1);
            if grows && !held.is_empty() {
                buffer.widen(end + 1);
            }
            for column in place.start.1 as usize..=end {
                if let Some(cell) = buffer.cell(column).filter(|cell| cell.is_empty()) {
                    cell.extend_from_slice(held);
                }
            }
        }
    }
}

/// A cell as a person would type it. Writing into memory cannot fail.
fn write(into: &mut Vec<u8>, value: &DataRef<'_>, from_1904: bool) {
    let _ = match value {
        DataRef::Empty | DataRef::Error(_) => Ok(()),
        DataRef::Int(number) => write!(into, "{number}"),
        DataRef::Float(number) => write_number(into, *number, from_1904),
        DataRef::Bool(truth) => write!(into, "{truth}"),
        DataRef::DateTime(date) if date.is_datetime() => write_date(into, date),
        DataRef::DateTime(duration) => write!(into, "{}", duration.as_f64()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => into.write_all(cut(text)),
        DataRef::SharedString(text) => into.write_all(cut(text)),
    };
}

/// As much of a text as is read.
fn cut(text: &str) -> &[u8] {
    let mut end = text.len().min(LONGEST_CELL);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text.as_bytes()[..end]
}

/// A day number that was never formatted as a date is told by its size, so it must count from 1900.
fn write_number(into: &mut Vec<u8>, number: f64, from_1904: bool) -> std::io::Result<()> {
    let looks_like_a_day = from_1904 && (27_000.0..=72_000.0).contains(&number);
    let number = if looks_like_a_day { number + FROM_1904 } else { number };
    if number.fract() == 0.0 && number.abs() < 1e15 {
        write!(into, "{}", number as i64)
    } else {
        write!(into, "{number}")
    }
}

fn write_date(into: &mut Vec<u8>, date: &ExcelDateTime) -> std::io::Result<()> {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    write!(into, "{year:04}-{month:02}-{day:02}")?;
    if (hour, minute, second) == (0, 0, 0) { Ok(()) } else { write!(into, " {hour:02}:{minute:02}:{second:02}") }
}
