//! JSON and JSON Lines as rows of cells, object by object, never the whole document: a key is a column, objects in
//! objects give `outer.inner`, lists their values one after the other. The reader's own limit of 128 levels stays.

use super::error::FeedbackError;
use super::kind::FileKind;
use super::mended::Mended;
use super::row::Row;
use super::row_buffer::RowBuffer;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// A document is no longer than this.
pub const LONGEST: u64 = 200 << 20;
/// A line of JSON Lines is no longer than this.
const LONGEST_LINE: u64 = 4 << 20;
/// Bytes of a cell.
const LONGEST_CELL: usize = 1 << 20;
/// Keys of an object, nested ones counted.
const MOST_COLUMNS: usize = 1_024;
/// The list of answers lies no deeper in a document.
const DEEPEST_LIST: usize = 3;
/// Between the values of a list.
const BETWEEN: &[u8] = b"; ";

/// What becomes of a row or of a line that is none.
pub enum Found<'a> {
    /// A row.
    Row(&'a Row<'a>),
    /// A line of JSON Lines that holds no object.
    NoObject(u64),
}

/// Reads a document; gives every row to `each` until that breaks off, and says which columns there were. Without
/// `headers` the columns are those that come; with them, other keys are passed over.
pub fn rows<R: Read>(
    text: R,
    kind: FileKind,
    headers: Option<&[String]>,
    mut each: impl FnMut(Found<'_>) -> ControlFlow<()>,
) -> Result<Vec<String>, FeedbackError> {
    let mut table = Table::new(headers);
    let text = Mended::new(text);
    match kind {
        FileKind::JsonLines => lines(BufReader::new(text), &mut table, &mut each)?,
        _ => document(text, &mut table, &mut each)?,
    }
    Ok(table.headers)
}

fn document<R: Read>(
    text: Mended<R>,
    table: &mut Table,
    each: &mut dyn FnMut(Found<'_>) -> ControlFlow<()>,
) -> Result<(), FeedbackError> {
    let line = text.line();
    let (mut stopped, mut rows) = (false, 0);
    let mut counted = |found: Found<'_>| {
        rows += 1;
        each(found)
    };
    let mut whole =
        Whole { table, each: &mut counted, line: &line, stopped: &mut stopped, found: &mut false, depth: 0 };
    let mut reader = serde_json::Deserializer::from_reader(text);
    let read = whole.reborrow().deserialize(&mut reader).and_then(|()| reader.end());
    match read {
        _ if stopped => Ok(()),
        Ok(()) => Ok(()),
        Err(error) => Err(problem(&error, rows)),
    }
}

fn lines(
    mut text: impl BufRead,
    table: &mut Table,
    each: &mut dyn FnMut(Found<'_>) -> ControlFlow<()>,
) -> Result<(), FeedbackError> {
    let (mut line, mut number) = (Vec::new(), 0);
    loop {
        line.clear();
        number += 1;
        let stopped = |_| FeedbackError::Cancelled;
        let got = text.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line).map_err(stopped)?;
        if got == 0 {
            return Ok(());
        }
        if got as u64 == LONGEST_LINE {
            return Err(FeedbackError::EndlessRow { file: String::new(), line: number });
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        table.buffer.clear();
        let mut is_row = false;
        let element = Element { table, is_row: &mut is_row };
        let mut reader = serde_json::Deserializer::from_slice(&line);
        let sound = element.deserialize(&mut reader).and_then(|()| reader.end()).is_ok();
        let found = if sound && is_row { Found::Row(&table.buffer.row(number)) } else { Found::NoObject(number) };
        if each(found).is_break() {
            return Ok(());
        }
    }
}

fn problem(error: &serde_json::Error, rows: u64) -> FeedbackError {
    if error.is_io() {
        return FeedbackError::Cancelled;
    }
    let (line, column) = (error.line() as u64, error.column() as u64);
    FeedbackError::Json { file: String::new(), line, column, is_cut: error.is_eof(), rows }
}

/// The columns and the row that is being put together.
struct Table {
    headers: Vec<String>,
    places: BTreeMap<String, usize>,
    grows: bool,
    buffer: RowBuffer,
    path: String,
}

impl Table {
    fn new(headers: Option<&[String]>) -> Self {
        let known = headers.unwrap_or_default();
        Self {
            headers: known.to_vec(),
            places: known.iter().cloned().zip(0..).collect(),
            grows: headers.is_none(),
            buffer: RowBuffer::new(known.len()),
            path: String::new(),
        }
    }

    /// A value under the path.
    fn value(&mut self, value: &str) {
        let place = match self.places.get(&self.path) {
            Some(place) => *place,
            None if self.grows && self.headers.len() < MOST_COLUMNS => {
                self.headers.push(self.path.clone());
                self.places.insert(self.path.clone(), self.headers.len() - 1);
                self.buffer.widen(self.headers.len());
                self.headers.len() - 1
            }
            None => return,
        };
        let Some(cell) = self.buffer.cell(place).filter(|cell| cell.len() < LONGEST_CELL) else { return };
        if !cell.is_empty() {
            cell.extend_from_slice(BETWEEN);
        }
        cell.extend_from_slice(value.as_bytes());
    }
}

/// The document, or a part of it in which the list may be.
struct Whole<'a, 'b> {
    table: &'a mut Table,
    each: &'a mut (dyn FnMut(Found<'_>) -> ControlFlow<()> + 'b),
    line: &'a std::cell::Cell<u64>,
    stopped: &'a mut bool,
    /// The list was found and read.
    found: &'a mut bool,
    depth: usize,
}

impl<'b> Whole<'_, 'b> {
    fn reborrow(&mut self) -> Whole<'_, 'b> {
        Whole {
            table: self.table,
            each: self.each,
            line: self.line,
            stopped: self.stopped,
            found: self.found,
            depth: self.depth + 1,
        }
    }
}

/// The parts of a visitor for what is no map and no list: passed over.
macro_rules! scalars {
    ($self:ident, $($name:ident($type:ty)),*; $value:ident => $body:expr) => {
        $(fn $name<E: serde::de::Error>($self, $value: $type) -> Result<(), E> { $body; Ok(()) })*
        fn visit_unit<E: serde::de::Error>($self) -> Result<(), E> { Ok(()) }
    };
    ($self:ident, $($name:ident($type:ty)),*) => {
        $(fn $name<E: serde::de::Error>($self, _: $type) -> Result<(), E> { Ok(()) })*
        fn visit_unit<E: serde::de::Error>($self) -> Result<(), E> { Ok(()) }
    };
}

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    scalars!(self, visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str));

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while map.next_key::<IgnoredAny>()?.is_some() {
            if *self.found || self.depth > DEEPEST_LIST {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value_seed(self.reborrow())?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.table.buffer.clear();
            let mut is_row = false;
            if list.next_element_seed(Element { table: self.table, is_row: &mut is_row })?.is_none() {
                return Ok(());
            }
            if is_row {
                *self.found = true;
                if (self.each)(Found::Row(&self.table.buffer.row(self.line.get()))).is_break() {
                    *self.stopped = true;
                    return Err(A::Error::custom("stopped"));
                }
            }
        }
    }
}

/// An element of the list: a row when it is an object.
struct Element<'a> {
    table: &'a mut Table,
    is_row: &'a mut bool,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Element<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    scalars!(self, visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str));

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        *self.is_row = true;
        self.table.path.clear();
        Value { table: self.table }.visit_map(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

/// A value inside a row, under the table's path.
struct Value<'a> {
    table: &'a mut Table,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    scalars!(self, visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64); value => self.table.value(&value.to_string()));

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.table.value(value);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let outer = self.table.path.len();
        while let Some(key) = map.next_key::<std::borrow::Cow<'_, str>>()? {
            if outer > 0 {
                self.table.path.push('.');
            }
            self.table.path.push_str(&key);
            map.next_value_seed(Value { table: self.table })?;
            self.table.path.truncate(outer);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Value { table: self.table })?.is_some() {}
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (Vec<String>, Vec<(u64, Vec<String>)>, Vec<u64>);

    fn read(text: &str, kind: FileKind) -> Result<Read, FeedbackError> {
        let (mut found, mut bad) = (Vec::new(), Vec::new());
        let headers = rows(text.as_bytes(), kind, None, |row| {
            match row {
                Found::Row(row) => {
                    let cell = |at| String::from_utf8(row.cell(at).into_owned()).unwrap();
                    found.push((row.line, (0..row.cells).map(cell).collect()));
                }
                Found::NoObject(line) => bad.push(line),
            }
            ControlFlow::Continue(())
        })?;
        Ok((headers, found, bad))
    }

    #[test]
    fn objects_become_rows_and_what_is_in_them_columns() {
        let text = "[\n {\"step\": \"来店\", \"scores\": {\"nps\": 9, \"csat\": 4.5}, \"tags\": [\"a\", \"b\"], \"x\": null},\n {\"step\": \"a\\tb\", \"new\": true}\n]";
        let (headers, rows, _) = read(text, FileKind::Json).unwrap();
        assert_eq!(headers, ["step", "scores.nps", "scores.csat", "tags", "new"]);
        assert_eq!(rows[0], (2, ["来店", "9", "4.5", "a; b"].map(str::to_owned).to_vec()));
        assert_eq!(rows[1], (3, ["a\tb", "", "", "", "true"].map(str::to_owned).to_vec()));
    }

    #[test]
    fn the_list_is_found_inside_a_document() {
        let text =
            "{\"meta\": {\"n\": [1, 2]}, \"data\": {\"responses\": [{\"a\": 1}, {\"a\": 2}]}, \"more\": [{\"b\": 1}]}";
        let (headers, rows, _) = read(text, FileKind::Json).unwrap();
        assert_eq!((headers, rows.len()), (vec!["a".to_owned()], 2));
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_stay() {
        let text = r#"[{"a": "x\ud800y\udc00", "b": "\ud83d\ude00", "c": "\\ud800"}]"#;
        let (_, rows, _) = read(text, FileKind::Json).unwrap();
        assert_eq!(rows[0].1, ["x\u{fffd}y\u{fffd}", "😀", "\\ud800"]);
    }

    #[test]
    fn a_line_that_is_no_object_costs_one_row() {
        let (_, rows, bad) = read("{\"a\": 1}\n\n{\"a\": \n[1]\n{\"a\": 2}", FileKind::JsonLines).unwrap();
        assert_eq!((rows.iter().map(|row| row.0).collect::<Vec<_>>(), bad), (vec![1, 5], vec![3, 4]));
    }

    #[test]
    fn damage_is_told_with_its_line_and_depth_is_limited() {
        assert!(matches!(
            read("[{\"a\": 1},\n{\"a\" 2}]", FileKind::Json),
            Err(FeedbackError::Json { line: 2, is_cut: false, rows: 1, .. })
        ));
        let cut = read("[{\"a\": 1},\n", FileKind::Json);
        assert!(matches!(cut, Err(FeedbackError::Json { is_cut: true, .. })));
        let deep = format!("[{{\"a\": {}{}}}]", "[".repeat(200_000), "]".repeat(200_000));
        assert!(matches!(read(&deep, FileKind::Json), Err(FeedbackError::Json { .. })));
    }
}
