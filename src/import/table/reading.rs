//! What a text on the clipboard is: lines for one cell, or a table.

use super::lines::{card_texts, cleaned};
use super::sheet::Sheet;

/// More cells than this are no map.
pub const MOST_CELLS: usize = 20_000;
/// A text longer than this is not looked at, in bytes.
const LONGEST_TEXT: usize = 16 * 1024 * 1024;

/// A text on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing that can be seen.
    Nothing,
    /// Cards below each other.
    Cards(Vec<String>),
    /// Cells side by side.
    Table(Sheet),
    /// More than a map holds: so many cells.
    TooMuch(usize),
}

/// Tells what a text is.
#[must_use]
pub fn reading(text: &str) -> Reading {
    let separators = text.bytes().filter(|byte| matches!(byte, b'\t' | b'\n')).count();
    if text.len() > LONGEST_TEXT {
        return Reading::TooMuch(separators + 1);
    }
    let sheet = Sheet::read(text);
    let cells = sheet.width() * sheet.height();
    let is_blank = || sheet.rows().iter().flatten().all(|cell| cleaned(cell).trim().is_empty());
    if cells > MOST_CELLS {
        Reading::TooMuch(cells)
    } else if is_blank() {
        Reading::Nothing
    } else if sheet.width() > 1 && !is_list(&sheet) {
        Reading::Table(sheet)
    } else {
        cards(&sheet)
    }
}

/// A list that is indented with tabs: one text in each row.
fn is_list(sheet: &Sheet) -> bool {
    let texts = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    sheet.height() > 1 && sheet.rows().iter().all(|row| texts(row) <= 1) && !sheet.cell(0, 0).trim().is_empty()
}

fn cards(sheet: &Sheet) -> Reading {
    let cells: Vec<&str> = sheet
        .rows()
        .iter()
        .map(|row| row.iter().map(String::as_str).find(|c| !c.trim().is_empty()).unwrap_or(""))
        .collect();
    // A cell with lines of its own is a list by itself.
    let has_lists = cells.iter().any(|cell| cell.contains(['\n', '\r']));
    let cards = if has_lists {
        cells.iter().flat_map(|cell| card_texts(cell)).collect()
    } else {
        card_texts(&cells.join("\n"))
    };
    if cards.is_empty() { Reading::Nothing } else { Reading::Cards(cards) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_tables_are_told_apart() {
        assert_eq!(reading("one\r\ntwo\r\n"), Reading::Cards(vec!["one".into(), "two".into()]));
        assert_eq!(reading("・一\n・二"), Reading::Cards(vec!["一".into(), "二".into()]));
        assert_eq!(reading("Title\n\t- a\n\t- b"), Reading::Cards(vec!["Title".into(), "a".into(), "b".into()]));
        assert_eq!(reading("\"a\nb\"\r\nc\r\n"), Reading::Cards(vec!["a".into(), "b".into(), "c".into()]));
        assert!(matches!(reading("a\tb"), Reading::Table(sheet) if sheet.width() == 2));
        assert!(matches!(reading("\ta\n\tb"), Reading::Table(_)), "an empty first column keeps its place");
        assert_eq!(reading(" \r\n\t\u{0}"), Reading::Nothing);
        assert!(matches!(reading(&"a\tb\n".repeat(20_000)), Reading::TooMuch(40_000)));
    }
}
