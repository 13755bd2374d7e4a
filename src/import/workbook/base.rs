//! What a workbook carried when it went out, on a sheet that nobody sees: without it nobody could tell what a colleague
//! changed from what the team changed meanwhile. It holds nothing that does not stand on a visible sheet.

use super::carried::{Carried, CarriedCard, CarriedLane, CarriedMap, CarriedStep, ValueRow};
use super::values::ValueKey;
use crate::base::Id;
use crate::feedback::Grid;
use crate::model::LaneKind;

/// The name of the hidden sheet.
pub const BASE_SHEET: &str = "tabiji";
/// What its first cell says, and the form of what follows.
const MARK: &str = "tabiji workbook";
const FORM: &str = "1";
/// An id that is not there.
const NONE: &str = "-";

/// The rows of the hidden sheet.
#[must_use]
pub fn base_rows(carried: &Carried) -> Vec<Vec<String>> {
    let mut rows = vec![row(&[MARK, FORM])];
    rows.extend(carried.departments.iter().map(|(id, name)| row(&["department", &id.to_string(), name])));
    for map in &carried.maps {
        map_rows(map, &mut rows);
    }
    for (id, fields) in &carried.personas {
        rows.push(row(&["persona", &id_text(*id)]));
        rows.extend(fields.iter().map(|(key, text)| row(&["field", key, text])));
    }
    for (id, fields) in &carried.opportunities {
        rows.push(row(&["opportunity", &id_text(*id)]));
        rows.extend(fields.iter().map(|(key, text)| row(&["field", key, text])));
    }
    rows
}

fn map_rows(map: &CarriedMap, rows: &mut Vec<Vec<String>>) {
    let mut journey = row(&["journey", &map.id.to_string(), &map.title]);
    journey.extend(map.personas.iter().map(ToString::to_string));
    rows.push(journey);
    rows.extend(map.phases.iter().map(|(id, name)| row(&["phase", &id_text(*id), name])));
    let steps = map.steps.iter();
    rows.extend(steps.map(|step| row(&["step", &id_text(step.id), &step.phase.to_string(), &step.name])));
    rows.extend(map.lanes.iter().map(|lane| row(&["lane", &id_text(lane.id), lane.kind.key(), &lane.title])));
    for card in &map.cards {
        let place = [card.lane, card.step, card.extra_span].map(|at| at.to_string());
        rows.push(row(&["card", &id_text(card.id), &place[0], &place[1], &place[2], &card.text]));
    }
    for values in &map.values {
        let mut cells = row(&["value", &values.key.to_string(), &values.lane.to_string()]);
        cells.extend(values.cells.iter().cloned());
        rows.push(cells);
    }
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn id_text<K>(id: Option<Id<K>>) -> String {
    id.map_or_else(|| NONE.to_owned(), |id| id.to_string())
}

/// Whether a sheet is the hidden one.
#[must_use]
pub(super) fn is_base(grid: &Grid) -> bool {
    grid.cell(0, 0) == MARK
}

/// Reads the hidden sheet again; `None` when it was damaged or comes from a later version.
#[must_use]
pub(super) fn base_of(grid: &Grid) -> Option<Carried> {
    if !is_base(grid) || grid.cell(0, 1) != FORM {
        return None;
    }
    let last = grid.cells.keys().next_back().map_or(0, |(row, _)| *row);
    let mut carried = Carried::default();
    let mut fields = None;
    for at in 1..=last {
        let cell = |column| grid.cell(at, column);
        match cell(0) {
            "" => {}
            "department" => carried.departments.push((Id::parse(cell(1))?, cell(2).to_owned())),
            "journey" => {
                let personas = (3..).map_while(|column| Id::parse(cell(column))).collect();
                let map = CarriedMap::empty(Id::parse(cell(1))?, cell(2));
                carried.maps.push(CarriedMap { personas, ..map });
            }
            "persona" => {
                carried.personas.push((Id::parse(cell(1)), super::Fields::new()));
                fields = Some(Kind::Persona);
            }
            "opportunity" => {
                carried.opportunities.push((Id::parse(cell(1)), super::Fields::new()));
                fields = Some(Kind::Opportunity);
            }
            "field" => {
                let into = match fields? {
                    Kind::Persona => &mut carried.personas.last_mut()?.1,
                    Kind::Opportunity => &mut carried.opportunities.last_mut()?.1,
                };
                into.insert(cell(1).to_owned(), cell(2).to_owned());
            }
            _ => part_of_map(carried.maps.last_mut()?, grid, at)?,
        }
    }
    Some(carried)
}

/// Whose fields follow.
#[derive(Clone, Copy)]
enum Kind {
    Persona,
    Opportunity,
}

fn part_of_map(map: &mut CarriedMap, grid: &Grid, at: u32) -> Option<()> {
    let cell = |column| grid.cell(at, column);
    let place = |column: u32, below: usize| cell(column).parse::<usize>().ok().filter(|at| *at < below);
    match cell(0) {
        "phase" => map.phases.push((Id::parse(cell(1)), cell(2).to_owned())),
        "step" => {
            let phase = place(2, map.phases.len())?;
            map.steps.push(CarriedStep { id: Id::parse(cell(1)), phase, name: cell(3).to_owned() });
        }
        "lane" => {
            let kind = LaneKind::ALL.iter().copied().find(|kind| kind.key() == cell(2))?;
            map.lanes.push(CarriedLane { id: Id::parse(cell(1)), kind, title: cell(3).to_owned() });
        }
        "card" => map.cards.push(CarriedCard {
            id: Id::parse(cell(1)),
            lane: place(2, map.lanes.len())?,
            step: place(3, map.steps.len())?,
            extra_span: cell(4).parse().ok()?,
            text: cell(5).to_owned(),
        }),
        "value" => {
            let cells = (0..map.steps.len() as u32).map(|step| cell(3 + step).to_owned()).collect();
            map.values.push(ValueRow { key: ValueKey::parse(cell(1))?, lane: place(2, map.lanes.len())?, cells });
        }
        _ => {}
    }
    Some(())
}
