//! The workbook inside a chart: what "Edit data" opens.

use super::data::ChartData;
use crate::export::ExportError;
use crate::i18n::Lang;
use crate::i18n::deck::ChartText;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Columns of the sheet: step, value, down to, up to, from, to, n.
pub(super) const VALUE: &str = "B";
pub(super) const BELOW: &str = "C";
pub(super) const ABOVE: &str = "D";

/// The workbook's bytes; the same for the same data.
pub(super) fn bytes(data: &ChartData, lang: Lang) -> Result<Vec<u8>, ExportError> {
    written(data, lang).map_err(|error| ExportError::Write(std::io::Error::other(error)))
}

/// The name of its sheet.
pub(super) const fn sheet_name(lang: Lang) -> &'static str {
    ChartText::Sheet.text(lang)
}

fn written(data: &ChartData, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a time of its own it would hold the clock's.
    let never = ExcelDateTime::from_ymd(1980, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&data.title).set_creation_datetime(&never));
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(lang))?;
    let head = Format::new().set_bold();
    let (wrapped, value) = (Format::new().set_text_wrap(), Format::new().set_num_format(data.format));
    let titles = [
        ChartText::Step,
        ChartText::Step,
        ChartText::Below,
        ChartText::Above,
        ChartText::Low,
        ChartText::High,
        ChartText::N,
    ];
    for (column, title) in (0_u16..).zip(titles) {
        let title = if column == 1 { data.metric.as_str() } else { title.text(lang) };
        sheet.write_string_with_format(0, column, title, &head)?;
    }
    for (row, point) in (1_u32..).zip(&data.points) {
        sheet.write_string_with_format(row, 0, fitting(&point.label), &wrapped)?;
        let Some((interval, n)) = point.figure else { continue };
        let doubt = [interval.value - interval.low, interval.high - interval.value, interval.low, interval.high];
        sheet.write_number_with_format(row, 1, interval.value, &value)?;
        for (column, number) in (2_u16..).zip(doubt) {
            sheet.write_number(row, column, number)?;
        }
        sheet.write_number(row, 6, n as f64)?;
    }
    sheet.set_column_width(0, 28)?;
    book.save_to_buffer()
}

/// As much of a text as a cell takes.
fn fitting(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(1_000).collect()
}
