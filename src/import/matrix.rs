//! Tables of a map in files: a sheet of a workbook, CSV, the clipboard. Finds where in a sheet the table is and which
//! way it lies; what its cells mean is `table`'s.

use super::arrival::{ArrivedMap, ArrivedTable};
use super::table::{MOST_CELLS, Sheet, is_of_survey, is_table_of_lanes};
use super::{Because, Note};
use crate::feedback::Grid;

/// So many rows and columns before the table are passed over, looking for it.
const MOST_BEFORE: u32 = 6;
/// Rows or columns of a map; more is a list of something else.
const LONGEST: u32 = 3_000;
/// So much of a sheet is looked at to tell whether it is a table of a map.
const SAMPLE: u32 = 60;

/// The map in a sheet; `None` when there is none.
#[must_use]
pub fn read_matrix(grid: &Grid, notes: &mut Vec<Note>) -> Option<ArrivedMap> {
    let (top, left) = corner(grid)?;
    let bottom = grid.cells.keys().map(|(row, _)| *row).max()?;
    let right = grid.cells.keys().map(|(_, column)| *column).max()?;
    if bottom - top > LONGEST && right - left > LONGEST {
        return None;
    }
    let size = |row: u32, column: u32| (bottom - row + 1) as usize * (right - column + 1) as usize;
    let places = (left..=right.min(left + MOST_BEFORE))
        .flat_map(|column| (top..=bottom.min(top + MOST_BEFORE)).map(move |row| (row, column)));
    // A table with its lanes at the left is looked for first: above it may stand a title, which is not cut off.
    let candidates: Vec<(u32, u32)> =
        (left..=right.min(left + MOST_BEFORE)).map(|column| (top, column)).chain(places).collect();
    for (row, column) in candidates {
        if size(row, column) > MOST_CELLS {
            continue;
        }
        // A little of it tells; only the table itself is taken whole.
        let beginning = part(grid, (row, column), (bottom.min(row + SAMPLE), right.min(column + SAMPLE)));
        let Some(is_turned) = is_table_of_lanes(&beginning) else { continue };
        let is_survey = (row, column) != (top, left) && is_survey(grid, top);
        if is_survey {
            continue;
        }
        let sheet = part(grid, (row, column), (bottom, right));
        let sheet = if is_turned { sheet.transposed() } else { sheet };
        for ((at, beside), text) in grid.cells.iter().filter(|((r, c), _)| *r < row || *c < column) {
            // A title above the table is its own.
            if *beside < column || *at + 1 < row {
                notes.push(Note::cell(&grid.name, (*at, *beside), text, Because::Outside));
            }
        }
        let table = ArrivedTable { name: grid.name.clone(), sheet, origin: (row + 1, column + 1), is_turned };
        return Some(ArrivedMap { title: title(grid, &table), table: Some(table), ..ArrivedMap::default() });
    }
    None
}

/// Whether the first row speaks of scores and dates.
fn is_survey(grid: &Grid, top: u32) -> bool {
    let cells = grid.cells.range((top, 0)..(top + 1, 0));
    cells.into_iter().any(|(_, cell)| is_of_survey(cell))
}

/// The first row and column with something in them.
fn corner(grid: &Grid) -> Option<(u32, u32)> {
    let filled = || grid.cells.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(place, _)| *place);
    Some((filled().map(|(row, _)| row).min()?, filled().map(|(_, column)| column).min()?))
}

fn part(grid: &Grid, (top, left): (u32, u32), (bottom, right): (u32, u32)) -> Sheet {
    let row = |row: u32| (left..=right).map(|column| grid.cell(row, column).to_owned()).collect();
    Sheet::new((top..=bottom).map(row).collect())
}

/// The title of a map: a row above its headings that holds one text only, else the name of its sheet.
fn title(grid: &Grid, table: &ArrivedTable) -> String {
    let (row, column) = table.origin;
    let above = (0..row).map(|row| grid.cells.range((row, 0)..(row + 1, 0)).collect::<Vec<_>>());
    let alone = above.into_iter().find_map(|cells| match cells.as_slice() {
        [((_, at), text)] if *at < column && super::table::lane_named(text).is_none() => Some(text.trim().to_owned()),
        _ => None,
    });
    alone.filter(|text| !text.is_empty()).unwrap_or_else(|| table.name.clone())
}

/// Rows of a text with separated cells as a sheet.
#[must_use]
pub fn grid_of(rows: &[(u64, Vec<String>)]) -> Grid {
    let mut grid = Grid::default();
    for (row, (_, cells)) in (0..).zip(rows) {
        let filled = (0..).zip(cells).filter(|(_, cell)| !cell.is_empty());
        grid.cells.extend(filled.map(|(column, cell)| ((row, column), super::table::unguarded(cell).to_owned())));
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::rows_of;

    fn read(text: &str) -> Option<(ArrivedMap, Vec<Note>)> {
        let mut notes = Vec::new();
        let map = read_matrix(&grid_of(&rows_of(text)?), &mut notes)?;
        Some((map, notes))
    }

    #[test]
    fn a_map_is_found_wherever_it_lies_on_the_sheet() {
        let (map, notes) = read("Our map,,\n,See,Buy\nActions,look,pay\nPain points,slow,dear\n").unwrap();
        assert_eq!((map.title.as_str(), notes.len()), ("Our map", 0));
        let (map, _) = read(",,,\n,,認知,購入\n,行動,見る,買う\n,課題,遅い,高い\n").unwrap();
        let table = map.table.unwrap();
        assert_eq!((table.sheet.cell(1, 0), table.is_turned), ("行動", false));
        let (map, _) = read("step,Actions,Pain points\nSee,look,slow\nBuy,pay,dear\n").unwrap();
        assert!(map.table.unwrap().is_turned);
    }

    #[test]
    fn a_survey_is_no_map() {
        for text in [
            "date,step,channel,nps,comment\n2026-01-01,See,web,8,ok\n",
            "date,score,verbatim,stage\n2026-01-01,8,ok,See\n",
            "タイムスタンプ,Q1 満足度,Q2 推奨度\n2026/11/22,5,9\n",
            "a,b\n1,2\n",
            "touchpoint,channel,score,date\nSee,web,8,2026-01-01\n",
            "date,step,channel,evidence,owner\n2026-01-01,See,web,x,y\n",
            "",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
