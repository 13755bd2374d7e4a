//! Files as plain cells and text, for those who read something else than answers in them: workbooks with their sheets as
//! they stand, hidden ones too, and text in whatever encoding it came. The same limits and checks as for surveys.

use super::encoding::{guess, is_binary};
use super::error::FeedbackError;
use super::scan::{Scanner, Text};
use super::workbook::Workbook;
use super::{delimiter, kind::FileKind};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// A text file longer than this is no map, in bytes.
const LONGEST_TEXT: u64 = 16 << 20;
/// Rows of more cells than this are no map.
const WIDEST: usize = 1_024;

/// A sheet of a workbook: what stands where, counted from 0. Joined cells hold their text in the first one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The sheet's name.
    pub name: String,
    /// The cells that are not empty, by row and column.
    pub cells: BTreeMap<(u32, u32), String>,
}

impl Grid {
    /// The text of a cell; nothing where it is empty.
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> &str {
        self.cells.get(&(row, column)).map_or("", String::as_str)
    }
}

/// The sheets of a workbook.
pub fn grids(path: &Path) -> Result<Vec<Grid>, FeedbackError> {
    let mut book = Workbook::open(path).map_err(|error| error.in_file(path))?;
    let mut grids = Vec::new();
    for name in book.sheets() {
        let cells = book.cells(&name).map_err(|error| error.in_file(path))?;
        grids.push(Grid { name, cells });
    }
    Ok(grids)
}

/// What kind of file it is, by its first bytes.
pub fn kind_of(path: &Path) -> Result<FileKind, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let mut head = Vec::new();
    File::open(path).map_err(io)?.take(64 << 10).read_to_end(&mut head).map_err(io)?;
    if head.is_empty() {
        return Err(FeedbackError::Empty { path: path.to_owned() });
    }
    FileKind::of(path, &head)
}

/// The text of a file, decoded from whatever it is in.
pub fn text_of(path: &Path) -> Result<String, FeedbackError> {
    let io = |source| FeedbackError::Io { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    File::open(path).map_err(io)?.take(LONGEST_TEXT + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > LONGEST_TEXT {
        return Err(FeedbackError::TooLarge { path: path.to_owned(), limit: LONGEST_TEXT >> 20 });
    }
    let encoding = guess(&bytes, true);
    if is_binary(&bytes, encoding) {
        return Err(FeedbackError::Binary { path: path.to_owned() });
    }
    Ok(encoding.decode(&bytes).0.into_owned())
}

/// The rows of a text with separated cells, each with the line it begins on. `None` when a row is wider than any map or
/// a quote is left open: then the text is no table.
#[must_use]
pub fn rows_of(text: &str) -> Option<Vec<(u64, Vec<String>)>> {
    let (mut rows, mut fits) = (Vec::new(), true);
    let mut scanner = Scanner::new(delimiter::guess(text.as_bytes()), WIDEST);
    let rest = scanner.rows(&Text::new(text.as_bytes(), true), |row| {
        fits = row.cells <= WIDEST;
        let cell = |at| String::from_utf8_lossy(&row.cell(at)).into_owned();
        rows.push((row.line, (0..row.cells.min(WIDEST)).map(cell).collect()));
        fits
    });
    (fits && !rest.open_quote).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn written(path: &Path, bytes: &[u8]) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file.persist(path).unwrap();
    }

    #[test]
    fn text_is_read_in_any_encoding_and_rows_keep_their_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.csv");
        let text = ",認知,購入\n行動,\"見る\n読む\",買う\n";
        for bytes in [encoding_rs::SHIFT_JIS.encode(text).0.into_owned(), text.as_bytes().to_vec()] {
            written(&path, &bytes);
            let read = text_of(&path).unwrap();
            let rows = rows_of(&read).unwrap();
            assert_eq!(rows[1], (2, vec!["行動".to_owned(), "見る\n読む".to_owned(), "買う".to_owned()]));
        }
        assert!(rows_of("a,\"b\nc").is_none());
        written(&path, b"");
        assert!(matches!(kind_of(&path), Err(FeedbackError::Empty { .. })));
    }
}
