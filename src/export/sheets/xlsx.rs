//! A workbook for a colleague: a sheet for each journey, one for personas, opportunities and figures, and what is needed
//! to know it again when it comes back (`import::workbook`).

mod format;
mod journey;
mod metrics;
mod opportunities;
mod personas;
mod sheet;

use crate::export::ExportError;
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::i18n::sheets::SheetText as Text;
use crate::import::workbook::{BASE_SHEET, Carried, base_rows, carried};
use crate::model::{JourneyId, Project};
use format::Formats;
pub(super) use journey::curve_title;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};
use sheet::Pen;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The longest name that Excel gives a sheet.
const LONGEST_NAME: usize = 31;

/// A workbook of these journeys, with all personas. The same project gives the same bytes.
pub fn to_xlsx(
    project: &Project,
    journeys: &[JourneyId],
    overlay: Option<&Overlay>,
    lang: Lang,
) -> Result<Vec<u8>, ExportError> {
    let carried = carried(project, journeys, lang);
    let mut book = Workbook::new();
    // A clock would make two workbooks of one project differ.
    let made = DocProperties::new()
        .set_title(project.info.title.chars().filter(|c| !c.is_control()).take(255).collect::<String>())
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&made);
    let formats = Formats::new(lang);
    let mut names = Names::default();
    for map in &carried.maps {
        let sheet = named(book.add_worksheet(), &names.name(&map.title, lang))?;
        journey::write(Pen::new(sheet, &formats, lang), project, map, overlay)?;
    }
    if !carried.personas.is_empty() {
        let sheet = named(book.add_worksheet(), &names.name(Text::Personas.text(lang), lang))?;
        personas::write(Pen::new(sheet, &formats, lang), project, &carried)?;
    }
    let sheet = named(book.add_worksheet(), &names.name(Text::Opportunities.text(lang), lang))?;
    opportunities::write(Pen::new(sheet, &formats, lang), project, &carried)?;
    if let Some(overlay) = overlay {
        let sheet = named(book.add_worksheet(), &names.name(Text::Metrics.text(lang), lang))?;
        metrics::write(Pen::new(sheet, &formats, lang), project, journeys, overlay)?;
    }
    write_base(book.add_worksheet(), &carried)?;
    growing(&book.save_to_buffer()?)
}

/// The same workbook with rows that grow when more is written into them: the heights are what the rows have now, not
/// what they must keep.
fn growing(book: &[u8]) -> Result<Vec<u8>, ExportError> {
    let io = |error: zip::result::ZipError| ExportError::Write(std::io::Error::other(error));
    let mut parts = ZipArchive::new(Cursor::new(book)).map_err(io)?;
    let mut grown = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).map_err(io)?;
        let name = part.name().map_err(io)?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content)?;
        if name.starts_with("xl/worksheets/sheet") {
            // Text stands in a part of its own, so that nothing else can look like this.
            content = String::from_utf8_lossy(&content).replace(" customHeight=\"1\"", "").into_bytes();
        }
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        grown.start_file(name, options).map_err(io)?;
        grown.write_all(&content)?;
    }
    Ok(grown.finish().map_err(io)?.into_inner())
}

fn named<'b>(sheet: &'b mut Worksheet, name: &str) -> Result<&'b mut Worksheet, ExportError> {
    Ok(sheet.set_name(name)?)
}

/// What the workbook carries as it goes out. Nobody sees this sheet, and nobody unhides it by mistake.
fn write_base(sheet: &mut Worksheet, carried: &Carried) -> Result<(), ExportError> {
    sheet.set_name(BASE_SHEET)?.set_very_hidden(true);
    for (row, cells) in (0..).zip(base_rows(carried)) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(())
}

/// Names of sheets as Excel takes them, each once.
#[derive(Default)]
struct Names {
    used: BTreeSet<String>,
}

impl Names {
    fn name(&mut self, wanted: &str, lang: Lang) -> String {
        let is_plain = |c: &char| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
        let plain: String = wanted.chars().filter(is_plain).collect();
        let plain = if plain.trim().is_empty() { Text::Untitled.text(lang) } else { plain.trim() };
        // Excel keeps "History" for itself; our hidden sheet has its own.
        self.used.extend(["history".to_owned(), BASE_SHEET.to_owned()]);
        for turn in 1_usize.. {
            let ending = if turn == 1 { String::new() } else { format!(" {turn}") };
            let name = format!("{}{ending}", shortened(plain, LONGEST_NAME - ending.len()));
            if self.used.insert(name.to_lowercase()) {
                return name;
            }
        }
        String::new()
    }
}

/// As much of a text as fits into so many units of UTF-16.
fn shortened(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > units
    });
    text[..end.map_or(text.len(), |(at, _)| at)].trim_end()
}

/// A workbook with the hidden sheet of another one, as if the second had gone out and come back as the first: for tests.
#[cfg(test)]
pub fn with_base_of(now: &[u8], base: &[u8]) -> Vec<u8> {
    // The hidden sheet is the last one; its texts stand in the table of strings, so both are made anew from the cells.
    let read = |bytes: &[u8]| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        crate::store::write_atomically(&path, bytes).unwrap();
        crate::feedback::grids(&path).unwrap()
    };
    let (now, base) = (read(now), read(base));
    let mut book = Workbook::new();
    for grid in now.iter().filter(|grid| grid.name != BASE_SHEET).chain(base.iter().filter(|g| g.name == BASE_SHEET)) {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name).unwrap();
        for ((row, column), text) in &grid.cells {
            sheet.write_string(*row, *column as u16, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let mut names = Names::default();
        assert_eq!(names.name("A/B: [c]*?", Lang::En), "AB c");
        assert_eq!(names.name("ab C", Lang::En), "ab C 2", "Excel does not tell letters by their case");
        assert_eq!(names.name("", Lang::Ja), "無題");
        assert_eq!(names.name("tabiji", Lang::En), "tabiji 2");
        let long = names.name(&"旅🧳".repeat(40), Lang::Ja);
        assert!(long.encode_utf16().count() <= LONGEST_NAME, "{long}");
        assert_ne!(names.name(&"旅🧳".repeat(40), Lang::Ja), long);
    }
}
