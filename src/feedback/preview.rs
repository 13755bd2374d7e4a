//! What a file looks like, and how it should probably be read: for the person to look at and change.

use super::dates::guess_order;
use super::error::FeedbackError;
use super::plan::ImportPlan;
use super::roles::{self, Column};
use super::scan::Scanner;
use super::{delimiter, encoding, scales};
use crate::model::{ColumnRole, MappedColumn};
use encoding_rs::Encoding;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

/// Bytes of the file that are looked at.
const SAMPLE: u64 = 1 << 20;
/// Rows that roles and scales are guessed from.
const ROWS_LOOKED_AT: usize = 2_000;
/// Rows that are shown.
const ROWS_SHOWN: usize = 50;
/// Characters of a cell that are shown.
const CELL_SHOWN: usize = 200;
/// How far into a file that begins in plain ASCII its encoding is looked for.
const FAR: u64 = 64 << 20;
/// The most columns of a row.
const MOST_COLUMNS: usize = 4_096;

/// The beginning of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// How it should probably be read.
    pub plan: ImportPlan,
    /// The first rows after the header.
    pub rows: Vec<Vec<String>>,
    /// The file's size in bytes.
    pub bytes: u64,
    /// The columns with the cells that were looked at, to guess scales again when roles change.
    sample: Vec<Column>,
}

impl Preview {
    /// Gives a column a role (see [`ImportPlan::assign`]) and guesses the scales again.
    pub fn assign(&mut self, role: ColumnRole, header: &str) -> Result<(), FeedbackError> {
        self.plan.assign(role, header)?;
        let roles = self.plan.columns.iter().map(|column| column.role);
        self.plan.scales = scales::guess(&roles.zip(&self.sample).collect::<Vec<_>>());
        Ok(())
    }
}

/// Looks at a file and guesses everything.
pub fn preview(path: &Path) -> Result<Preview, FeedbackError> {
    preview_as(path, None, None)
}

/// Looks at a file again with an encoding or a delimiter that the person chose; the rest is guessed.
pub fn preview_as(path: &Path, label: Option<&str>, delimiter: Option<u8>) -> Result<Preview, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(io)?;
    let bytes = file.metadata().map_err(io)?.len();
    let mut head = Vec::new();
    file.by_ref().take(SAMPLE).read_to_end(&mut head).map_err(io)?;
    let whole = (head.len() as u64) < SAMPLE;
    let encoding = match label {
        Some(name) => {
            encoding::by_name(name).ok_or_else(|| FeedbackError::UnknownEncoding { name: name.to_owned() })?
        }
        None if head.is_ascii() && !whole => encoding_further_on(&mut file).map_err(io)?,
        None => encoding::guess(&head, whole),
    };
    if encoding::is_binary(&head, encoding) {
        return Err(FeedbackError::Binary { path: path.to_owned() });
    }
    let (text, _) = encoding.decode_with_bom_removal(&head);
    let delimiter = delimiter.unwrap_or_else(|| delimiter::guess(text.as_bytes()));
    let mut rows = rows_of(&text, delimiter, whole).into_iter();
    let headers = rows.next().ok_or_else(|| FeedbackError::Empty { path: path.to_owned() })?;
    let rows: Vec<Vec<String>> = rows.collect();
    let sample = columns(headers, &rows);
    let plan = plan(encoding, delimiter, &sample);
    Ok(Preview { plan, rows: rows.into_iter().take(ROWS_SHOWN).map(shortened).collect(), bytes, sample })
}

fn columns(headers: Vec<String>, rows: &[Vec<String>]) -> Vec<Column> {
    let mut columns: Vec<Column> = headers.into_iter().map(|header| Column { header, cells: Vec::new() }).collect();
    let width = columns.len();
    for row in rows.iter().filter(|row| row.len() == width) {
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.cells.push(cell.clone()));
    }
    columns
}

fn plan(encoding: &'static Encoding, delimiter: u8, columns: &[Column]) -> ImportPlan {
    let roles = roles::guess(columns);
    let pairs: Vec<(ColumnRole, &Column)> = roles.iter().copied().zip(columns).collect();
    let dates = pairs.iter().filter(|(role, _)| *role == ColumnRole::Date).flat_map(|(_, column)| &column.cells);
    ImportPlan {
        encoding: encoding.name().to_owned(),
        delimiter,
        scales: scales::guess(&pairs),
        date_order: guess_order(dates.map(String::as_str)),
        columns: columns
            .iter()
            .zip(&roles)
            .map(|(column, role)| MappedColumn { role: *role, header: column.header.trim().to_owned() })
            .collect(),
    }
}

fn rows_of(text: &str, delimiter: u8, whole: bool) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut scanner = Scanner::new(delimiter, MOST_COLUMNS);
    let mut keep = |row: super::scan::Row<'_>| {
        let cells = 0..row.cells.min(MOST_COLUMNS);
        rows.push(cells.map(|at| lossy(&row.cell(at))).collect());
        rows.len() <= ROWS_LOOKED_AT
    };
    let rest = scanner.rows(text.as_bytes(), whole, &mut keep);
    if rows.is_empty() && !text.trim().is_empty() {
        // A header alone, longer than the sample or with an open quote: show its first line.
        let line = text[rest.from..].lines().next().unwrap_or_default().replace('"', "");
        rows.push(line.split(char::from(delimiter)).map(str::to_owned).collect());
    }
    rows
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn shortened(row: Vec<String>) -> Vec<String> {
    let short = |cell: String| match cell.char_indices().nth(CELL_SHOWN) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell,
    };
    row.into_iter().map(short).collect()
}

/// The encoding of a file whose beginning is plain ASCII: told by the first part that is not.
fn encoding_further_on(file: &mut File) -> std::io::Result<&'static Encoding> {
    let mut part = Vec::new();
    let mut at = file.seek(SeekFrom::Start(SAMPLE))?;
    while at < FAR {
        part.clear();
        let got = file.by_ref().take(SAMPLE).read_to_end(&mut part)?;
        if got == 0 {
            break;
        }
        if !part.is_ascii() {
            // The part may begin inside a character: begin at a line.
            let line = part.iter().position(|b| *b == b'\n').unwrap_or(0);
            return Ok(encoding::guess(&part[line..], false));
        }
        at += got as u64;
    }
    Ok(encoding_rs::UTF_8)
}
