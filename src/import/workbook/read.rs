//! Reads a workbook that came back: its sheets are found by the marks in their hidden rows and columns, whatever a
//! colleague called them, sorted or inserted.

use super::base::{base_of, is_base};
use super::carried::{Carried, tidy};
use super::maps::{is_map, read_map};
use super::people::{is_opportunities, is_personas, read_opportunities, read_personas};
use crate::feedback::Grid;
use crate::import::{Because, Note};

/// A workbook that came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Returned {
    /// What it carried when it went out; `None` when its hidden sheet is gone.
    pub base: Option<Carried>,
    /// What it says now.
    pub theirs: Carried,
    /// What could not be understood.
    pub notes: Vec<Note>,
    /// Whether the sheets of personas and opportunities are there: what is not there says nothing.
    pub has_personas: bool,
    /// As for the personas.
    pub has_opportunities: bool,
}

/// Whether a workbook was made by Tabiji, so that it comes back.
#[must_use]
pub fn is_ours(grids: &[Grid]) -> bool {
    grids.iter().any(is_map)
}

/// Reads a workbook of ours.
#[must_use]
pub fn read(grids: &[Grid]) -> Returned {
    let mut returned = Returned { base: grids.iter().find_map(base_of), ..Returned::default() };
    for grid in grids.iter().filter(|grid| !is_base(grid)) {
        if is_map(grid) {
            let map = read_map(grid, &mut returned.notes);
            match map {
                Some(map) if returned.theirs.maps.iter().any(|known| known.id == map.id) => {
                    returned.notes.push(Note::cell(&grid.name, (0, 0), &map.title, Because::SecondSheet));
                }
                Some(map) => returned.theirs.maps.push(map),
                None => returned.notes.push(Note::cell(&grid.name, (0, 0), &grid.name, Because::Unknown)),
            }
        } else if is_personas(grid) && !returned.has_personas {
            returned.has_personas = true;
            returned.theirs.personas = read_personas(grid, &mut returned.notes);
        } else if is_opportunities(grid) && !returned.has_opportunities {
            returned.has_opportunities = true;
            returned.theirs.opportunities = read_opportunities(grid);
        } else if !is_figures(grid) {
            let first = grid.cells.iter().find(|(_, text)| !tidy(text).is_empty());
            if let Some((place, text)) = first {
                returned.notes.push(Note::cell(&grid.name, *place, text, Because::Outside));
            }
        }
    }
    returned
}

/// The mark of the sheet with figures, which is for reading.
pub const FIGURES: &str = "figures";

fn is_figures(grid: &Grid) -> bool {
    grid.cell(0, 0) == FIGURES
}
