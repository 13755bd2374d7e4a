//! A row put together cell by cell from a workbook or JSON, in memory that is used again for the next one: what the
//! scanner finds in the bytes of a text file, for sources that have no such bytes.

use super::row::Row;

/// The cells of one row.
#[derive(Debug)]
pub struct RowBuffer {
    cells: Vec<Vec<u8>>,
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl RowBuffer {
    /// An empty row of so many cells.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self { cells: vec![Vec::new(); width], bytes: Vec::new(), ends: Vec::with_capacity(width + 1) }
    }

    /// Empties every cell.
    pub fn clear(&mut self) {
        self.cells.iter_mut().for_each(Vec::clear);
    }

    /// Makes it at least so wide.
    pub fn widen(&mut self, width: usize) {
        if self.cells.len() < width {
            self.cells.resize_with(width, Vec::new);
        }
    }

    /// A cell to write into; `None` beyond the last one.
    pub fn cell(&mut self, at: usize) -> Option<&mut Vec<u8>> {
        self.cells.get_mut(at)
    }

    /// What a cell holds so far.
    #[must_use]
    pub fn get(&self, at: usize) -> &[u8] {
        self.cells.get(at).map_or(&[], Vec::as_slice)
    }

    /// Whether no cell holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim_ascii().is_empty())
    }

    /// The row; `line` is where it begins in the file.
    pub fn row(&mut self, line: u64) -> Row<'_> {
        self.bytes.clear();
        self.ends.clear();
        self.ends.push(Row::BEFORE);
        for cell in &self.cells {
            self.bytes.extend_from_slice(cell);
            self.ends.push(self.bytes.len() as u32);
            self.bytes.push(b'\t');
        }
        Row::of_cells(&self.bytes, &self.ends, line)
    }
}

#[cfg(test)]
mod tests {
    use super::RowBuffer;

    #[test]
    fn cells_come_out_as_they_went_in() {
        let mut buffer = RowBuffer::new(3);
        for (at, text) in ["来店", "", "\"a\tb\""].into_iter().enumerate() {
            buffer.cell(at).unwrap().extend_from_slice(text.as_bytes());
        }
        let row = buffer.row(7);
        let cells: Vec<_> = (0..row.cells).map(|at| String::from_utf8(row.cell(at).into_owned()).unwrap()).collect();
        assert_eq!((cells, row.line), (vec!["来店".to_owned(), String::new(), "\"a\tb\"".to_owned()], 7));
        buffer.clear();
        assert!(buffer.is_blank() && buffer.cell(3).is_none());
    }
}
