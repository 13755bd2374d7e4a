//! Blocks of cells as spreadsheets put them on the clipboard: text with tabs between cells and a line for each row.
//! A cell with a line break inside stands in quotes; nothing else does.

use std::borrow::Cow;

/// A rectangle of cells with text, without empty rows and columns at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The rectangle of these rows; short ones are filled up.
    #[must_use]
    pub fn new(mut rows: Vec<Vec<String>>) -> Self {
        let is_empty = |cell: &String| cell.trim().is_empty();
        while rows.last().is_some_and(|row| row.iter().all(is_empty)) {
            rows.pop();
        }
        let used = |row: &Vec<String>| row.iter().rposition(|cell| !is_empty(cell)).map_or(0, |last| last + 1);
        let width = rows.iter().map(used).max().unwrap_or(0);
        for row in &mut rows {
            row.resize(width, String::new());
        }
        Self { rows }
    }

    /// Reads what a spreadsheet, or [`Sheet::text`], wrote. Any text gives a sheet.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        let mut rest = text;
        loop {
            let (cell, after) = first_cell(rest);
            row.push(unguarded(&cell).to_owned());
            if let Some(next) = after.strip_prefix('\t') {
                rest = next;
                continue;
            }
            rows.push(std::mem::take(&mut row));
            match after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])) {
                Some(next) if !next.is_empty() => rest = next,
                _ => return Self::new(rows),
            }
        }
    }

    /// How many cells lie side by side.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// How many rows there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// The text of a cell; nothing outside the sheet.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The rows from top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Rows and columns exchanged.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let column = |at| self.rows.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect();
        Self::new((0..self.width()).map(column).collect())
    }

    /// The text for the clipboard. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    #[must_use]
    pub fn text(&self) -> String {
        let row = |row: &Vec<String>| row.iter().map(|cell| written(cell)).collect::<Vec<_>>().join("\t");
        self.rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }
}

/// The first cell of a text, and the text from the tab or line end after it.
fn first_cell(text: &str) -> (Cow<'_, str>, &str) {
    if let Some((cell, after)) = quoted_cell(text) {
        return (Cow::Owned(cell), after);
    }
    let (cell, after) = text.split_at(text.find(['\t', '\n', '\r']).unwrap_or(text.len()));
    (Cow::Borrowed(cell), after)
}

/// A cell in quotes. `None` where the quotes are the author's own: they do not end with the cell, or the cell
/// has nothing in it that needs them.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let (mut cell, mut needed) = (String::new(), false);
    loop {
        let (before, after) = rest.split_once('"')?;
        needed |= before.contains(['\t', '\n', '\r']);
        cell.push_str(before);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            needed = true;
            rest = after;
        } else {
            let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
            return (ends && needed).then_some((cell, after));
        }
    }
}

fn written(cell: &str) -> String {
    let cell = guarded(cell);
    if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into_owned()
    }
}

/// What a spreadsheet takes for the beginning of a formula, or drops before it looks for one.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// The cell as it can be given to a spreadsheet without becoming a formula.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    if is_like_formula(cell) && !is_number(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell without the apostrophe that [`guarded`] put before it.
pub(crate) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_like_formula(rest)).unwrap_or(cell)
}

fn is_like_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

fn is_number(cell: &str) -> bool {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.');
    cell.chars().all(figures) && cell.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        Sheet::read(text).rows
    }

    #[test]
    fn a_block_from_excel_is_read_with_breaks_inside_cells() {
        let excel = "認知\t購入\r\n\"広告を見る\n口コミを読む\"\t店に行く\r\n\t\"\"\"また来て\"\"と\n言われた\"\r\n";
        let read = rows(excel);
        assert_eq!(read[0], ["認知", "購入"]);
        assert_eq!(read[1], ["広告を見る\n口コミを読む", "店に行く"]);
        assert_eq!(read[2], ["", "\"また来て\"と\n言われた"]);
        assert_eq!(read.len(), 3);
    }

    #[test]
    fn ragged_rows_are_squared_and_empty_ones_at_the_end_dropped() {
        let sheet = Sheet::read("a\tb\tc\t\nd\n\t\t\n\n");
        assert_eq!((sheet.width(), sheet.height()), (3, 2));
        assert_eq!(sheet.cell(1, 2), "");
        assert_eq!(Sheet::read("").rows().len(), 0);
        assert_eq!(Sheet::read("\n\n\t\n").rows().len(), 0);
    }

    #[test]
    fn quotes_that_a_person_wrote_stay() {
        assert_eq!(rows("\"Nice!\" she said\tb"), [["\"Nice!\" she said", "b"]]);
        assert_eq!(rows("24\" screen\t\"unclosed"), [["24\" screen", "\"unclosed"]]);
        assert_eq!(rows("\"just quoted\""), [["\"just quoted\""]]);
    }

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        let dangers = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "＝A1", "'=1", "- point"];
        let sheet = Sheet::new(vec![dangers.iter().map(|text| (*text).to_owned()).collect()]);
        for cell in sheet.text().split('\t') {
            assert!(cell.starts_with('\''), "{cell}");
        }
        assert_eq!(Sheet::read(&sheet.text()), sheet, "our own paste takes the apostrophe off again");
        for number in ["-1.5", "+2", "0.5", "-2"] {
            assert_eq!(Sheet::new(vec![vec![number.to_owned()]]).text(), number);
        }
    }

    proptest! {
        #[test]
        fn any_cells_come_back(cells in prop::collection::vec(prop::collection::vec("\\PC*|[\t\r\n\"'=a]*", 1..4), 1..5)) {
            let sheet = Sheet::new(cells);
            prop_assert_eq!(Sheet::read(&sheet.text()), sheet);
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            let sheet = Sheet::read(&text);
            prop_assert_eq!(sheet.transposed().transposed(), sheet);
        }
    }
}
