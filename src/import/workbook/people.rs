//! The sheets of personas and opportunities, read by the marks in their hidden row and column.

use super::carried::{Fields, tidy};
use super::fields::EXTRA;
use super::values::one_line;
use crate::base::Id;
use crate::feedback::Grid;
use crate::import::{Because, Note};
use crate::model::{CardId, PersonaId};
use std::collections::BTreeSet;

/// The mark of the sheet of personas.
pub const PERSONAS: &str = "personas";
/// The mark of the sheet of opportunities.
pub const OPPORTUNITIES: &str = "opportunities";
/// The mark of what is for reading only.
pub const TEXT: &str = "text";

/// Where a mark stands, near the corner of the sheet.
fn corner(grid: &Grid, mark: &str) -> Option<(u32, u32)> {
    let near = |(row, column): &(u32, u32)| *row < 20 && *column < 20;
    grid.cells.iter().find(|(place, text)| near(place) && *text == mark).map(|(place, _)| *place)
}

pub(super) fn is_personas(grid: &Grid) -> bool {
    corner(grid, PERSONAS).is_some()
}

pub(super) fn is_opportunities(grid: &Grid) -> bool {
    corner(grid, OPPORTUNITIES).is_some()
}

/// The personas: a column each, a row a field.
pub(super) fn read_personas(grid: &Grid, notes: &mut Vec<Note>) -> Vec<(Option<PersonaId>, Fields)> {
    let Some((ids, keys)) = corner(grid, PERSONAS) else { return Vec::new() };
    let titles = keys + 1;
    let (last_row, last_column) = end(grid);
    let mut seen = BTreeSet::new();
    let mut personas = Vec::new();
    for column in titles + 1..=last_column {
        let id = PersonaId::parse(grid.cell(ids, column)).filter(|id| seen.insert(*id));
        let mut fields = Fields::new();
        for row in ids + 1..=last_row {
            let text = tidy(grid.cell(row, column));
            let key = match grid.cell(row, keys) {
                TEXT => continue,
                "" => format!("{EXTRA}{}", one_line(grid.cell(row, titles))),
                key => key.to_owned(),
            };
            if key == EXTRA {
                if !text.is_empty() {
                    notes.push(Note::cell(&grid.name, (row, column), &text, Because::Unknown));
                }
                continue;
            }
            fields.insert(key, text);
        }
        if id.is_some() || fields.values().any(|text| !text.is_empty()) {
            personas.push((id, fields));
        }
    }
    personas
}

/// The opportunities: a row each, a column a field.
pub(super) fn read_opportunities(grid: &Grid) -> Vec<(Option<CardId>, Fields)> {
    let Some((heads, ids)) = corner(grid, OPPORTUNITIES) else { return Vec::new() };
    let (last_row, last_column) = end(grid);
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for row in heads + 1..=last_row {
        if grid.cell(row, ids) == TEXT {
            continue;
        }
        let id = CardId::parse(grid.cell(row, ids)).filter(|id| seen.insert(*id));
        let field = |column: u32| {
            let key = grid.cell(heads, column);
            (!key.is_empty() && column != ids).then(|| (key.to_owned(), tidy(grid.cell(row, column))))
        };
        let fields: Fields = (0..=last_column).filter_map(field).collect();
        if id.is_some() || fields.get("text").is_some_and(|text| !text.is_empty()) {
            rows.push((id, fields));
        }
    }
    rows
}

fn end(grid: &Grid) -> (u32, u32) {
    let row = grid.cells.keys().map(|(row, _)| *row).max().unwrap_or(0);
    let column = grid.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
    (row, column)
}

/// The id of a record as its mark.
#[must_use]
pub fn id_mark<K>(id: Option<Id<K>>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}
