//! What a file looks like, and how it should probably be read: for the person to look at and change.

use super::dates::guess_order;
use super::decoded::Decoded;
use super::error::FeedbackError;
use super::heading::{self, Heading, Layout};
use super::json::{self, Found};
use super::kind::FileKind;
use super::plan::ImportPlan;
use super::questions::{self, Guess};
use super::roles::{self, Column, Looks};
use super::scan::{Scanner, Text};
use super::workbook::Workbook;
use super::{delimiter, encoding, scales};
use crate::model::{ColumnRole, MappedColumn};
use encoding_rs::{Encoding, UTF_8};
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

/// Sheets of a workbook that are tried when none is asked for.
const SHEETS_TRIED: usize = 12;
/// Bytes of the file that are looked at.
const SAMPLE: u64 = 1 << 20;
/// Bytes of it that are enough for most files.
const ENOUGH: usize = 256 << 10;
/// Rows that roles and scales are guessed from.
const ROWS_LOOKED_AT: usize = 2_000;
/// Rows that are shown.
const ROWS_SHOWN: usize = 50;
/// Bytes of a cell that are looked at.
const CELL_LOOKED_AT: usize = 800;
/// Characters of a cell that are shown.
const CELL_SHOWN: usize = 200;
/// How far into a file that begins in plain ASCII its encoding is looked for.
const FAR: u64 = 64 << 20;
/// The most columns of a row.
const MOST_COLUMNS: usize = 4_096;

/// What the person chose for the look at a file; the rest is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Name or label of the encoding.
    pub encoding: Option<String>,
    /// What separates the cells.
    pub delimiter: Option<u8>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// How many rows stand above the header.
    pub above: Option<usize>,
}

/// The beginning of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// How it should probably be read.
    pub plan: ImportPlan,
    /// The first rows after the header.
    pub rows: Vec<Vec<String>>,
    /// The first rows of all, of which one may be chosen as the header.
    pub top: Vec<Vec<String>>,
    /// The file's size in bytes.
    pub bytes: u64,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// Whose layout it has.
    pub layout: Layout,
    /// The columns with the cells that were looked at, to guess again when roles change.
    sample: Vec<Column>,
}

impl Preview {
    /// Gives a column a role (see [`ImportPlan::assign`]) and guesses the scales again.
    pub fn assign(&mut self, role: ColumnRole, header: &str) -> Result<(), FeedbackError> {
        self.plan.assign(role, header)?;
        self.guess_scales();
        Ok(())
    }

    /// Guesses the scales again, when the columns' roles have changed.
    pub fn guess_scales(&mut self) {
        let roles = self.plan.columns.iter().map(|column| column.role);
        self.plan.scales = scales::guess(&roles.zip(&self.sample).collect::<Vec<_>>());
        scales::by_question(&mut self.plan, &self.sample);
    }

    /// Says what a question of a wide table measures; the scales of the others stay as they are.
    pub fn ask(&mut self, at: usize, role: ColumnRole) {
        let Some((column, sample)) = self.plan.columns.get_mut(at).zip(self.sample.get(at)) else { return };
        column.role = role;
        column.top = scales::of_question(role, sample);
    }

    /// Reads a row as a respondent, with a question a column, or as one answer.
    pub fn read_wide(&mut self, wide: bool) {
        let looks: Vec<Looks> = self.sample.iter().map(Looks::new).collect();
        let guesses = if wide { questions::as_questions(&self.sample, &looks) } else { long(&self.sample, &looks) };
        for (column, (role, step)) in self.plan.columns.iter_mut().zip(guesses) {
            column.role = role;
            column.step = step;
        }
        self.guess_scales();
    }

    /// The first answers of a column, as the file writes them.
    pub fn first_values(&self, at: usize) -> impl Iterator<Item = &str> {
        let cells = self.sample.get(at).map_or(&[][..], |column| &column.cells);
        cells.iter().map(String::as_str).filter(|cell| !cell.trim().is_empty())
    }
}

/// Looks at a file and guesses everything.
pub fn preview(path: &Path) -> Result<Preview, FeedbackError> {
    preview_with(path, &Look::default())
}

/// Looks at a file again with what the person chose.
pub fn preview_with(path: &Path, look: &Look) -> Result<Preview, FeedbackError> {
    looked_at(path, look).map_err(|error| error.in_file(path))
}

fn looked_at(path: &Path, look: &Look) -> Result<Preview, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(io)?;
    let bytes = file.metadata().map_err(io)?.len();
    let mut head = Vec::new();
    file.by_ref().take(SAMPLE).read_to_end(&mut head).map_err(io)?;
    let kind = FileKind::of(path, &head)?;
    let table = match kind {
        FileKind::Workbook => workbook(path, look)?,
        FileKind::Text => text(path, &mut file, &head, look)?,
        FileKind::Json | FileKind::JsonLines => json(path, kind, &head, look)?,
    };
    table.preview(path, kind, bytes, look)
}

/// The first rows of a file, whatever it is.
struct Table {
    rows: Vec<Vec<String>>,
    encoding: &'static Encoding,
    delimiter: u8,
    sheet: String,
    sheets: Vec<String>,
}

impl Table {
    fn preview(self, path: &Path, kind: FileKind, bytes: u64, look: &Look) -> Result<Preview, FeedbackError> {
        let heading = look.above.map_or_else(|| Heading::find(&self.rows), Heading::after);
        let headers = heading.names(&self.rows);
        if headers.is_empty() {
            return Err(FeedbackError::Empty { path: path.to_owned() });
        }
        let rows: Vec<Vec<String>> = self.rows.iter().skip(heading.skipped()).cloned().collect();
        let layout = heading.layout(&self.rows);
        let mut sample = columns(headers, &rows);
        if layout == Layout::Qualtrics {
            hide_facts_of_the_tool(&mut sample, &self.rows[heading.above]);
        }
        let mut plan = self.plan(kind, heading, &sample);
        if layout == Layout::Qualtrics {
            let facts = plan.columns.iter_mut().zip(&self.rows[heading.above]);
            facts.filter(|(_, key)| is_fact_of_the_tool(key)).for_each(|(column, _)| column.role = ColumnRole::Ignore);
        }
        scales::by_question(&mut plan, &sample);
        let top = self.rows.into_iter().take(heading::LOOKED_AT).map(shortened).collect();
        let rows = rows.into_iter().take(ROWS_SHOWN).map(shortened).collect();
        Ok(Preview { plan, rows, top, bytes, sheets: self.sheets, layout, sample })
    }

    fn plan(&self, kind: FileKind, heading: Heading, columns: &[Column]) -> ImportPlan {
        let looks: Vec<Looks> = columns.iter().map(Looks::new).collect();
        let guesses = questions::guess(columns, &looks).unwrap_or_else(|| long(columns, &looks));
        let pairs: Vec<(ColumnRole, &Column)> = guesses.iter().map(|(role, _)| *role).zip(columns).collect();
        let dates = pairs.iter().filter(|(role, _)| *role == ColumnRole::Date).flat_map(|(_, column)| &column.cells);
        ImportPlan {
            kind,
            sheet: self.sheet.clone(),
            heading,
            encoding: self.encoding.name().to_owned(),
            delimiter: self.delimiter,
            scales: scales::guess(&pairs),
            date_order: guess_order(dates.map(String::as_str)),
            no_answer: Vec::new(),
            own_company: String::new(),
            private_names: Vec::new(),
            columns: columns
                .iter()
                .zip(&guesses)
                .map(|(column, (role, step))| MappedColumn {
                    role: *role,
                    header: column.header.clone(),
                    step: step.clone(),
                    top: 0,
                })
                .collect(),
        }
    }
}

fn long(columns: &[Column], looks: &[Looks]) -> Vec<Guess> {
    roles::guess(columns, looks).into_iter().map(|role| (role, String::new())).collect()
}

/// Columns that Qualtrics writes of itself hold codes that look like answers: their cells are not looked at.
fn hide_facts_of_the_tool(columns: &mut [Column], keys: &[String]) {
    let facts = columns.iter_mut().zip(keys).filter(|(_, key)| is_fact_of_the_tool(key));
    facts.for_each(|(column, _)| column.cells.clear());
}

/// Dates, the respondent and the language are told by their headers; the rest of what the tool writes is no answer,
/// nor is its way of sending the survey a channel.
fn is_fact_of_the_tool(key: &str) -> bool {
    const FACTS: [&str; 12] = [
        "Status",
        "IPAddress",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "RecipientLastName",
        "RecipientFirstName",
        "RecipientEmail",
        "ExternalReference",
        "LocationLatitude",
        "LocationLongitude",
        "DistributionChannel",
    ];
    FACTS.contains(&key.trim())
}

fn text(path: &Path, file: &mut File, head: &[u8], look: &Look) -> Result<Table, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let whole = (head.len() as u64) < SAMPLE;
    let encoding = match &look.encoding {
        Some(name) => encoding::by_name(name).ok_or_else(|| FeedbackError::UnknownEncoding { name: name.clone() })?,
        None if head.is_ascii() && !whole => encoding_further_on(file).map_err(io)?,
        None => match head.get(..ENOUGH).filter(|beginning| !beginning.is_ascii()) {
            Some(beginning) => encoding::guess(beginning, false),
            None => encoding::guess(head, whole),
        },
    };
    if encoding::is_binary(head, encoding) {
        return Err(FeedbackError::Binary { path: path.to_owned() });
    }
    let table = |bytes, whole| {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        let delimiter = look.delimiter.unwrap_or_else(|| delimiter::guess(text.as_bytes()));
        (rows_of(&text, delimiter, whole), delimiter)
    };
    let beginning = head.get(..ENOUGH).map(|beginning| table(beginning, false));
    let enough = beginning.filter(|(rows, _)| rows.len() > ROWS_LOOKED_AT);
    let (rows, delimiter) = enough.unwrap_or_else(|| table(head, whole));
    Ok(Table { rows, encoding, delimiter, sheet: String::new(), sheets: Vec::new() })
}

/// The sheet that was asked for, or the first one that can be read as feedback, or the first with anything in it.
fn workbook(path: &Path, look: &Look) -> Result<Table, FeedbackError> {
    let mut book = Workbook::open(path)?;
    let sheets = book.sheets();
    let tried = match &look.sheet {
        Some(sheet) => std::slice::from_ref(sheet),
        None => &sheets[..sheets.len().min(SHEETS_TRIED)],
    };
    let mut best: Option<(usize, Table)> = None;
    for sheet in tried {
        let mut rows: Vec<Vec<String>> = Vec::new();
        book.rows(sheet, None, |row| {
            rows.push((0..row.cells).map(|at| lossy(&row.cell(at))).collect());
            rows.len() <= ROWS_LOOKED_AT
        })?;
        even_out(&mut rows);
        let table = Table { rows, encoding: UTF_8, delimiter: b',', sheet: sheet.clone(), sheets: sheets.clone() };
        let worth = table.worth();
        if best.as_ref().is_none_or(|(known, _)| worth > *known) {
            best = Some((worth, table));
        }
    }
    best.map(|(_, table)| table).ok_or_else(|| FeedbackError::Empty { path: path.to_owned() })
}

impl Table {
    /// 2 when it can be read as it is guessed, 1 when there is anything in it.
    fn worth(&self) -> usize {
        let heading = Heading::find(&self.rows);
        let rows: Vec<Vec<String>> = self.rows.iter().skip(heading.skipped()).take(200).cloned().collect();
        let sample = columns(heading.names(&self.rows), &rows);
        let sound = !rows.is_empty() && self.plan(FileKind::Workbook, heading, &sample).check().is_ok();
        usize::from(!rows.is_empty()) + usize::from(sound)
    }
}

/// Rows of a sheet end where their last cell is: all are made as long as the longest, without empty columns at the end.
fn even_out(rows: &mut [Vec<String>]) {
    let filled = |row: &Vec<String>| row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    let width = rows.iter().map(filled).max().unwrap_or(0);
    for row in rows {
        row.resize(width, String::new());
    }
}

fn json(path: &Path, kind: FileKind, head: &[u8], look: &Look) -> Result<Table, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let whole = (head.len() as u64) < SAMPLE;
    let encoding = match &look.encoding {
        Some(name) => encoding::by_name(name).ok_or_else(|| FeedbackError::UnknownEncoding { name: name.clone() })?,
        None => encoding::guess(head, whole),
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let text = Decoded::new(File::open(path).map_err(io)?, encoding, |_| true);
    let headers = json::rows(text, kind, None, |found| {
        if let Found::Row(row) = found {
            rows.push((0..row.cells).map(|at| lossy(&row.cell(at))).collect());
        }
        if rows.len() < ROWS_LOOKED_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    for row in &mut rows {
        row.resize(headers.len(), String::new());
    }
    if rows.is_empty() {
        return Err(FeedbackError::Empty { path: path.to_owned() });
    }
    rows.insert(0, headers);
    Ok(Table { rows, encoding, delimiter: b',', sheet: String::new(), sheets: Vec::new() })
}

fn columns(headers: Vec<String>, rows: &[Vec<String>]) -> Vec<Column> {
    let mut columns: Vec<Column> = headers.into_iter().map(|header| Column { header, cells: Vec::new() }).collect();
    let width = columns.len();
    for row in rows.iter().filter(|row| row.len() == width) {
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.cells.push(cell.clone()));
    }
    columns
}

fn rows_of(text: &str, delimiter: u8, whole: bool) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut scanner = Scanner::new(delimiter, MOST_COLUMNS);
    let mut keep = |row: &super::row::Row<'_>| {
        let cells = 0..row.cells.min(MOST_COLUMNS);
        rows.push(cells.map(|at| lossy(&row.cell(at))).collect());
        rows.len() <= ROWS_LOOKED_AT
    };
    let rest = scanner.rows(&Text::new(text.as_bytes(), whole), &mut keep);
    if rows.is_empty() && !text.trim().is_empty() {
        // A header alone, longer than the sample or with an open quote: show its first line.
        let line = text[rest.from..].lines().next().unwrap_or_default().replace('"', "");
        rows.push(line.split(char::from(delimiter)).map(str::to_owned).collect());
    }
    rows
}

/// The beginning of a cell: nobody guesses from a novel.
fn lossy(bytes: &[u8]) -> String {
    let cut = bytes.get(..CELL_LOOKED_AT).map_or(bytes, |head| {
        let end = head.iter().rposition(|byte| byte & 0xC0 != 0x80).unwrap_or(0);
        &head[..end]
    });
    String::from_utf8_lossy(cut).into_owned()
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
