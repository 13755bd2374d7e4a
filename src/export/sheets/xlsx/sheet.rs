//! Writing cells: what all sheets of a workbook have in common.

use super::format::{Formats, guarded};
use crate::export::ExportError;
use crate::i18n::Lang;
use crate::i18n::sheets::SheetText as Text;
use rust_xlsxwriter::{Format, Worksheet};
use std::collections::BTreeMap;

/// A4 among the paper sizes of Excel, and A3.
const A4: u8 = 9;
const A3: u8 = 8;
/// Margins in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.6, 0.3, 0.3];
/// Height of a title in points.
const TITLE_HEIGHT: f64 = 28.0;

/// Height of a line and what is added to a row, in points; the highest that a row can be.
const LINE: f64 = 15.0;
const PADDING: f64 = 4.0;
const HIGHEST: f64 = 409.0;

/// From here on nearly all letters are as wide as two Latin ones.
const FIRST_WIDE: char = '\u{1100}';

/// How many lines a text takes in a column of so many characters, roughly: a Japanese one is as wide as two.
fn lines_of(text: &str, width: f64) -> usize {
    let lines = text.lines().map(|line| {
        let units: usize = line.chars().map(|c| if c >= FIRST_WIDE { 2 } else { 1 }).sum();
        // Words are not cut, so that lines are not quite full.
        ((units as f64 * 1.08 / (width - 1.0)).ceil() as usize).max(1)
    });
    lines.sum::<usize>().max(1)
}

/// A sheet being written.
pub(super) struct Pen<'w> {
    pub(super) sheet: &'w mut Worksheet,
    pub(super) formats: &'w Formats,
    pub(super) lang: Lang,
    widths: BTreeMap<u16, f64>,
    /// The lines that the fullest cell of a row has.
    lines: BTreeMap<u32, usize>,
}

impl<'w> Pen<'w> {
    pub(super) fn new(sheet: &'w mut Worksheet, formats: &'w Formats, lang: Lang) -> Self {
        Self { sheet, formats, lang, widths: BTreeMap::new(), lines: BTreeMap::new() }
    }

    /// A mark in a hidden row or column.
    pub(super) fn mark(&mut self, row: u32, column: u16, text: &str) -> Result<(), ExportError> {
        self.sheet.write_string(row, column, text)?;
        Ok(())
    }

    /// How wide a column is, in characters.
    pub(super) fn width(&mut self, column: u16, width: f64) -> Result<(), ExportError> {
        self.sheet.set_column_width(column, width)?;
        self.widths.insert(column, width);
        Ok(())
    }

    /// Rows are as high as what they hold: not every program works that out when it opens a file.
    pub(super) fn fit_rows(&mut self) -> Result<(), ExportError> {
        for (row, lines) in std::mem::take(&mut self.lines) {
            self.sheet.set_row_height(row, (lines as f64 * LINE + PADDING).min(HIGHEST))?;
        }
        Ok(())
    }

    fn note_lines(&mut self, row: u32, columns: std::ops::RangeInclusive<u16>, text: &str) {
        let width: f64 = columns.filter_map(|column| self.widths.get(&column)).sum();
        let lines = if width > 0.0 { lines_of(text, width) } else { 1 };
        let most = self.lines.entry(row).or_insert(1);
        *most = (*most).max(lines);
    }

    /// A text, or an empty cell of the same look.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Result<(), ExportError> {
        self.note_lines(row, column..=column, text);
        if text.is_empty() {
            self.sheet.write_blank(row, column, format)?;
        } else {
            self.sheet.write_string_with_format(row, column, text, &guarded(format, text))?;
        }
        Ok(())
    }

    /// A figure where the text is one, else the text.
    pub(super) fn figure(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Result<(), ExportError> {
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => {
                self.sheet.write_number_with_format(row, column, number, format)?;
                Ok(())
            }
            _ => self.text(row, column, text, format),
        }
    }

    /// A text over several cells, which are joined.
    pub(super) fn joined(
        &mut self,
        (row, column): (u32, u16),
        (last_row, last_column): (u32, u16),
        text: &str,
        format: &Format,
    ) -> Result<(), ExportError> {
        if (row, column) == (last_row, last_column) {
            return self.text(row, column, text, format);
        }
        if row == last_row {
            self.note_lines(row, column..=last_column, text);
        }
        self.sheet.merge_range(row, column, last_row, last_column, text, &guarded(format, text))?;
        Ok(())
    }

    /// The title of a sheet and what is to be said about it, in the first three rows.
    pub(super) fn heading(&mut self, column: u16, title: &str, lines: &[&str]) -> Result<(), ExportError> {
        let (title_format, note) = (self.formats.title.clone(), self.formats.note.clone());
        self.sheet.set_row_height(0, TITLE_HEIGHT)?;
        // These run over the cells beside them.
        for (row, (line, format)) in
            (0..).zip([(title, &title_format)].into_iter().chain(lines.iter().map(|l| (*l, &note))))
        {
            self.sheet.write_string_with_format(row, column, line, &guarded(format, line))?;
        }
        Ok(())
    }

    /// How it is printed: across, all columns on a page, headings on each, page numbers at the foot.
    pub(super) fn print(&mut self, is_wide: bool, heads: (u32, u32)) -> Result<(), ExportError> {
        let [left, right, top, bottom, header, footer] = MARGINS;
        self.sheet
            .set_landscape()
            .set_paper_size(if is_wide { A3 } else { A4 })
            .set_print_fit_to_pages(1, 0)
            .set_margins(left, right, top, bottom, header, footer)
            .set_footer(format!("&L&8&A&R&8{}", Text::PageOf.text(self.lang)))
            .set_screen_gridlines(false);
        self.sheet.set_repeat_rows(heads.0, heads.1)?;
        Ok(())
    }
}
