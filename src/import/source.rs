//! What a file or a text is, told by what is in it, and what it holds.

use super::arrival::ArrivedMap;
use super::cjml::{is_cjml, read_cjml};
use super::long_csv::{is_long, read_long};
use super::matrix::{grid_of, read_matrix};
use super::mermaid::{is_mermaid, read_mermaid};
use super::workbook::{self, Returned};
use super::{ImportError, Note};
use crate::feedback::{FileKind, Grid, grids, kind_of, rows_of, text_of};
use crate::i18n::Lang;
use std::path::Path;

/// What a map came as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Mermaid, alone or in Markdown.
    Mermaid,
    /// A table with lanes on one side and steps on the other.
    Matrix,
    /// A row for each stage and stakeholder.
    Long,
    /// CJML.
    Cjml,
    /// A workbook of Tabiji that comes back.
    Workbook,
}

impl SourceKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Workbook, Self::Matrix, Self::Long, Self::Mermaid, Self::Cjml];
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What it was read as.
    pub kind: SourceKind,
    /// The journeys, where it is no workbook that comes back.
    pub maps: Vec<ArrivedMap>,
    /// The workbook, where it is one.
    pub returned: Option<Returned>,
    /// What was not understood.
    pub notes: Vec<Note>,
}

/// Whether a file holds a map, so that it is none of answers. Errors count as none.
#[must_use]
pub fn is_map_file(path: &Path, lang: Lang) -> bool {
    read_file(path, None, lang).is_ok()
}

/// Whether a text is a map for certain: Mermaid, CJML or the long layout. Tables are pasted as they always were.
#[must_use]
pub fn is_map_text(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let is_long = || rows_of(text).is_some_and(|rows| rows.first().is_some_and(|(_, header)| is_long(header)));
    is_mermaid(text) || is_cjml(text) || is_long()
}

/// Reads a file as what it is, or as what a person says it is.
pub fn read_file(path: &Path, wanted: Option<SourceKind>, lang: Lang) -> Result<Imported, ImportError> {
    if kind_of(path)? == FileKind::Workbook {
        return read_book(&grids(path)?, wanted);
    }
    let mut imported = read_text(&text_of(path)?, wanted, lang)?;
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for map in imported.maps.iter_mut().filter(|map| map.title.trim().is_empty()) {
        map.title.clone_from(&name);
    }
    Ok(imported)
}

fn read_book(grids: &[Grid], wanted: Option<SourceKind>) -> Result<Imported, ImportError> {
    let is_returned = workbook::is_ours(grids) && wanted.is_none_or(|kind| kind == SourceKind::Workbook);
    if is_returned {
        let returned = workbook::read(grids);
        let notes = returned.notes.clone();
        return Ok(Imported { kind: SourceKind::Workbook, maps: Vec::new(), returned: Some(returned), notes });
    }
    let mut notes = Vec::new();
    if wanted == Some(SourceKind::Long) {
        for grid in grids {
            let rows = rows_in(grid);
            if rows.first().is_some_and(|(_, header)| is_long(header)) {
                return found(SourceKind::Long, read_long(&rows));
            }
        }
    }
    let maps: Vec<ArrivedMap> = grids.iter().filter_map(|grid| read_matrix(grid, &mut notes)).collect();
    if maps.is_empty() && wanted.is_none() {
        return read_book(grids, Some(SourceKind::Long));
    }
    found(SourceKind::Matrix, (maps, notes))
}

fn rows_in(grid: &Grid) -> Vec<(u64, Vec<String>)> {
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    for ((row, column), text) in &grid.cells {
        let line = u64::from(*row) + 1;
        if rows.last().is_none_or(|(last, _)| *last != line) {
            rows.push((line, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            cells.resize(*column as usize, String::new());
            cells.push(text.clone());
        }
    }
    rows
}

/// Reads a text as what it is, or as what a person says it is.
pub fn read_text(text: &str, wanted: Option<SourceKind>, lang: Lang) -> Result<Imported, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let is = |kind: SourceKind, seen: bool| wanted.map_or(seen, |wanted| wanted == kind);
    if is(SourceKind::Cjml, wanted.is_none() && is_cjml(text)) {
        return found(SourceKind::Cjml, read_cjml(text, lang)?);
    }
    if is(SourceKind::Mermaid, wanted.is_none() && is_mermaid(text)) {
        return found(SourceKind::Mermaid, read_mermaid(text, lang));
    }
    let rows = rows_of(text).ok_or(ImportError::NoMap)?;
    let has_long_header = rows.first().is_some_and(|(_, header)| is_long(header));
    if is(SourceKind::Long, wanted.is_none() && has_long_header) {
        return found(SourceKind::Long, read_long(&rows));
    }
    let mut notes = Vec::new();
    let map = read_matrix(&grid_of(&rows), &mut notes);
    found(SourceKind::Matrix, (map.into_iter().collect(), notes))
}

fn found(kind: SourceKind, (maps, notes): (Vec<ArrivedMap>, Vec<Note>)) -> Result<Imported, ImportError> {
    if maps.is_empty() {
        return Err(ImportError::NoMap);
    }
    Ok(Imported { kind, maps, returned: None, notes })
}
