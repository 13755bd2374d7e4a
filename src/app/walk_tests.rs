//! Walking, in one line a case: where one is, the keys, where one is then.
//!
//! The map of these tests has one phase, three steps and two lanes, with the cards `a` and `b` in the first cell and
//! `c` in the last cell of the second lane. A place is written `lane.step card`, or by its name.

use super::testing::{add_card, session};
use super::walk::{Reach, Way, corner_of_map, extend, go};
use super::{Cell, Grid, Selection, Session};
use crate::model::RecordId;

fn map() -> Session {
    let (mut session, cell) = session();
    add_card(&mut session, cell, "a");
    add_card(&mut session, cell, "b");
    let grid = Grid::of(session.project(), session.journey().unwrap()).unwrap();
    let last = grid.cell(1, 2).unwrap();
    add_card(&mut session, last, "c");
    session
}

fn text(session: &Session, record: RecordId) -> String {
    let grid = Grid::of(session.project(), session.journey().unwrap()).unwrap();
    match record {
        RecordId::Card(card) => session.project().cards.get(card).unwrap().text.clone(),
        RecordId::Step(step) => format!("step {}", grid.column_of(step).unwrap()),
        RecordId::Phase(_) => "phase".to_owned(),
        RecordId::Lane(lane) => format!("lane {}", grid.row_of(lane).unwrap()),
        _ => String::new(),
    }
}

fn place(session: &Session) -> String {
    let grid = Grid::of(session.project(), session.journey().unwrap()).unwrap();
    let selection = session.selection();
    let names: Vec<String> = selection.records().iter().map(|record| text(session, *record)).collect();
    let cell = |cell: Cell| grid.position(cell).map(|(row, column)| format!("{row}.{column}")).unwrap();
    let cells = match (selection.cell(), selection.corner()) {
        (Some(from), Some(to)) => format!("{}-{}", cell(from), cell(to)),
        (Some(from), None) => cell(from),
        _ => String::new(),
    };
    [cells, names.join(" ")].join(" ").trim().to_owned()
}

fn put(session: &mut Session, start: &str) {
    let grid = Grid::of(session.project(), session.journey().unwrap()).unwrap();
    let (cell, card) = start.split_once(' ').unwrap_or((start, ""));
    let selection = match cell.split_once('.') {
        Some((row, column)) => {
            let cell = grid.cell(row.parse().unwrap(), column.parse().unwrap()).unwrap();
            let card = grid.cards(cell).iter().find(|other| other.text == card).map(|card| card.id.into());
            let mut selection = Selection::of(card);
            selection.focus(Some(cell));
            selection
        }
        None => match cell {
            "step" => Selection::from([grid.steps[card.parse::<usize>().unwrap()].id.into()]),
            "lane" => Selection::from([grid.lanes[card.parse::<usize>().unwrap()].id.into()]),
            "phase" => Selection::from([grid.phases[0].id.into()]),
            _ => Selection::default(),
        },
    };
    session.select(selection);
}

fn press(session: &mut Session, key: &str) {
    let (modifiers, key) = key.rsplit_once('+').unwrap_or(("", key));
    let way = match key {
        "Left" | "Home" => Way::Left,
        "Right" | "End" => Way::Right,
        "Up" => Way::Up,
        _ => Way::Down,
    };
    let reach = match (modifiers, key) {
        (_, "Home" | "End") => Reach::End,
        ("Ctrl" | "Ctrl+Shift", _) => Reach::Edge,
        _ => Reach::Next,
    };
    let next = match (modifiers, key) {
        ("Ctrl", "Home" | "End") => corner_of_map(session, key == "End"),
        ("Shift" | "Ctrl+Shift", _) => extend(session, way, reach),
        _ => go(session, way, reach),
    };
    if let Some(next) = next {
        session.select(next);
    }
}

fn case(start: &str, keys: &str, expected: &str) {
    let mut session = map();
    put(&mut session, start);
    keys.split(' ').for_each(|key| press(&mut session, key));
    assert_eq!(place(&session), expected, "{start}, then {keys}");
}

#[test]
fn arrows_walk_the_cards_and_cells() {
    case("", "Down", "0.0 a");
    case("0.0 a", "Down", "0.0 b");
    case("0.0 a", "Down Down", "1.0");
    case("1.0", "Up", "0.0 b");
    case("0.0 b", "Right", "0.1");
    case("0.1", "Left", "0.0 a");
    case("1.1", "Right", "1.2 c");
    case("1.2 c", "Right", "1.2 c");
    case("1.2 c", "Down", "1.2 c");
}

#[test]
fn the_free_place_below_the_cards_of_a_cell_is_left_up_and_down() {
    case("0.0", "Up", "0.0 b");
    case("0.0", "Down", "1.0");
}

#[test]
fn above_the_cells_lie_the_names_and_left_of_them_the_titles() {
    case("0.0 a", "Up", "step 0");
    case("0.1", "Up Up", "phase");
    case("0.1", "Up Up Up", "phase");
    case("phase", "Down", "step 0");
    case("step 1", "Down", "0.1");
    case("step 1", "Right Right", "step 2");
    case("0.0 a", "Left", "lane 0");
    case("lane 0", "Down", "lane 1");
    case("lane 0", "Left", "lane 0");
    case("lane 1", "Right", "1.0");
    case("step 2", "Home", "step 0");
}

#[test]
fn home_end_and_ctrl_go_far() {
    case("1.1", "Home", "1.0");
    case("1.0", "End", "1.2 c");
    case("1.1", "Ctrl+Home", "0.0 a");
    case("0.0 a", "Ctrl+End", "1.2 c");
    case("1.0", "Ctrl+Right", "1.2 c");
    case("0.0 a", "Ctrl+Right", "0.2");
    case("0.2", "Ctrl+Left", "0.0 a");
    case("1.2 c", "Ctrl+Up", "0.2");
}

#[test]
fn shift_selects_a_block_with_its_cards() {
    case("0.0 a", "Shift+Right", "0.0-0.1 a b");
    case("0.0 a", "Shift+Right Shift+Left", "0.0 a b");
    case("0.1", "Shift+Right Shift+Down", "0.1-1.2 c");
    case("0.1", "Ctrl+Shift+Left", "0.1-0.0 a b");
    case("0.0 a", "Shift+Down Right", "0.1");
    case("step 1", "Shift+Right", "step 2 step 1");
    case("step 1", "Shift+Right Shift+Left Shift+Left", "step 0 step 1");
    case("lane 0", "Shift+Down", "lane 1 lane 0");
}

#[test]
fn a_block_is_a_rectangle_whichever_way_it_was_drawn() {
    let mut session = map();
    put(&mut session, "1.2 c");
    for key in ["Shift+Up", "Shift+Left"] {
        press(&mut session, key);
    }
    let grid = Grid::of(session.project(), session.journey().unwrap()).unwrap();
    let block = grid.block(session.selection()).unwrap();
    assert_eq!(block.lanes, [grid.lanes[0].id, grid.lanes[1].id]);
    assert_eq!(block.steps, [grid.steps[1].id, grid.steps[2].id]);
}
