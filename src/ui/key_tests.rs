//! The keys of the map, one line a case: a map, the keys, the map then.
//!
//! A map is written as its cells, what is not named being empty: `A1=x/y` are two cards in the lane of actions at the
//! first step, `T1=Web` a touchpoint, `E1=0.5` the agreed emotion; `P(1 2 3)` the phases with their steps, left out
//! where it is just that. `@A1:x` is what has the keyboard (a card), `@A1` a cell, `@A1-B2` a block, `@step 1`, `@phase
//! P` and `@lane A` names and titles. `|x|` is a text being typed, `?x?` the list of channels with what was typed.
//! Keys are `Enter`, `Shift+Tab`, `'text'`, `~kana` for what an input method composes, `!kanji` for what it commits,
//! and `!!kanji` for a commit whose Enter arrives in the same frame.

use super::action::Action;
use super::testing::{Window, session, window};
use super::update;
use crate::app::settings::Settings;
use crate::app::{AppCommand, Cell, Example, Grid, Menu, Selection, View};
use crate::base::{IdSource, OrderKey};
use crate::i18n::Lang;
use crate::model::{
    Card, Channel, ChannelKind, Journey, Lane, LaneKind, Mark, MarkSource, Phase, Problem, Project, RecordId, Step,
};
use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const LANES: [(char, LaneKind); 5] = [
    ('A', LaneKind::Action),
    ('T', LaneKind::Touchpoint),
    ('B', LaneKind::Thought),
    ('E', LaneKind::Emotion),
    ('C', LaneKind::Pain),
];
const CHANNELS: [(&str, ChannelKind); 3] =
    [("Web", ChannelKind::Web), ("電話", ChannelKind::Phone), ("店舗", ChannelKind::Shop)];
const USUAL: &str = "P(1 2 3)";

fn lane_of(letter: char) -> usize {
    LANES.iter().position(|(other, _)| *other == letter).unwrap()
}

/// Row and column of `A1`.
fn row_and_column(name: &str) -> (usize, usize) {
    let letter = name.chars().next().unwrap();
    (lane_of(letter), name[1..].parse::<usize>().unwrap() - 1)
}

fn build(state: &str) -> (Project, IdSource) {
    let mut ids = IdSource::seeded(5);
    let mut project = Project::default();
    let keys = OrderKey::spread(None, None, 12);
    let journey = Journey::new(ids.next(), keys[0].clone());
    for (at, (name, kind)) in CHANNELS.iter().enumerate() {
        let name = (*name).to_owned();
        project.put(Channel { name, ..Channel::new(ids.next(), keys[at].clone(), *kind) }.into());
    }
    for (at, (_, kind)) in LANES.iter().enumerate() {
        project.put(Lane::new(ids.next(), journey.id, keys[at].clone(), *kind).into());
    }
    let phases = state.find('(').map_or(USUAL, |open| {
        let start = state[..open].rfind(' ').map_or(0, |space| space + 1);
        let end = state.rfind(')').unwrap();
        &state[start..=end]
    });
    for (at, phase) in phases.split_inclusive(')').enumerate() {
        let (name, steps) = phase.trim().trim_end_matches(')').split_once('(').unwrap();
        let phase = Phase { name: name.to_owned(), ..Phase::new(ids.next(), journey.id, keys[at].clone()) };
        for (at, step) in steps.split_whitespace().enumerate() {
            let name = step.replace('_', "");
            project.put(Step { name, ..Step::new(ids.next(), phase.id, keys[at].clone()) }.into());
        }
        project.put(phase.into());
    }
    let id = journey.id;
    project.put(journey.into());
    let cells: Vec<&str> =
        state.split_whitespace().filter(|word| word.contains('=') && !word.starts_with('@')).collect();
    for word in cells {
        let (name, content) = word.split_once('=').unwrap();
        let (row, column) = row_and_column(name);
        let grid = Grid::of(&project, id).unwrap();
        let cell = grid.cell(row, column).unwrap();
        match LANES[row].1 {
            LaneKind::Touchpoint => {
                let mut step = project.steps.get(cell.step).unwrap().clone();
                let channel = |name: &str| project.channels.iter().find(|channel| channel.name == name).unwrap().id;
                step.touchpoint.channels = content.split('+').map(channel).collect();
                project.put(step.into());
            }
            LaneKind::Emotion => {
                let mark = Mark::new(ids.next(), cell.step, MarkSource::Agreed);
                project.put(Mark { value: content.parse().unwrap(), ..mark }.into());
            }
            _ => {
                for (at, text) in content.split('/').enumerate() {
                    let card = Card::new(ids.next(), cell.lane, cell.step, keys[at].clone());
                    project.put(Card { text: text.to_owned(), ..card }.into());
                }
            }
        }
    }
    (project, ids)
}

fn focus(project: &Project, state: &str) -> Selection {
    let Some(at) = state.find('@') else { return Selection::default() };
    let journey = project.journeys_in_order()[0].id;
    let grid = Grid::of(project, journey).unwrap();
    let words: Vec<&str> = state[at + 1..].split_whitespace().collect();
    match words[0] {
        "step" => Selection::from([grid.steps.iter().find(|step| step.name == words[1]).unwrap().id.into()]),
        "phase" => Selection::from([grid.phases.iter().find(|phase| phase.name == words[1]).unwrap().id.into()]),
        "lane" => Selection::from([grid.lanes[lane_of(words[1].chars().next().unwrap())].id.into()]),
        place => {
            let (place, cards) = place.split_once(':').unwrap_or((place, ""));
            let (row, column) = row_and_column(place.split('-').next().unwrap());
            let cell = grid.cell(row, column).unwrap();
            let named = |text: &&str| project.cards.iter().find(|card| card.text == **text).map(|card| card.id.into());
            let mut records: Vec<RecordId> = cards.split(',').filter_map(|text| named(&text)).collect();
            if records.is_empty() && LANES[row].1 == LaneKind::Touchpoint {
                records.push(cell.step.into());
            }
            if LANES[row].1 == LaneKind::Emotion {
                records.extend(grid.index.marks.get(&cell.step).map(|marks| RecordId::from(marks[0].id)));
            }
            let mut selection = Selection::of(records);
            selection.focus(Some(cell));
            selection
        }
    }
}

/// The map as it is written in these tests.
fn told(window: &Window) -> String {
    let session = session(window);
    let project = session.project();
    let grid = Grid::of(project, session.journey().unwrap()).unwrap();
    let mut words = Vec::new();
    let phases: String = grid
        .index
        .phases
        .iter()
        .map(|columns| {
            let names: Vec<&str> =
                columns.steps.iter().map(|step| if step.name.is_empty() { "_" } else { &step.name }).collect();
            columns.phase.name.clone() + "(" + &names.join(" ") + ")"
        })
        .collect();
    if phases != USUAL {
        words.push(phases);
    }
    let name = |cell: Cell| grid.position(cell).map(|(row, column)| format!("{}{}", LANES[row].0, column + 1)).unwrap();
    for (row, (_, kind)) in LANES.iter().enumerate().take(grid.lanes.len()) {
        for column in 0..grid.steps.len() {
            let cell = grid.cell(row, column).unwrap();
            let content = match kind {
                LaneKind::Touchpoint => {
                    let ids = &grid.steps[column].touchpoint.channels;
                    let names = ids.iter().map(|id| project.channels.get(*id).unwrap().name.as_str());
                    names.collect::<Vec<_>>().join("+")
                }
                LaneKind::Emotion => {
                    project.mark_of(cell.step, None, MarkSource::Agreed).map_or(String::new(), |m| m.value.to_string())
                }
                _ => {
                    let texts = grid.cards(cell).iter().map(|card| card.text.replace('\n', "⏎"));
                    texts.collect::<Vec<_>>().join("/")
                }
            };
            if !content.is_empty() {
                words.push(format!("{}={content}", name(cell)));
            }
        }
    }
    words.extend(told_focus(session.selection(), project, &grid, &name));
    words.extend(window.state().as_ref().unwrap().shown.canvas.typing());
    words.join(" ")
}

fn told_focus(
    selection: &Selection,
    project: &Project,
    grid: &Grid<'_>,
    name: &impl Fn(Cell) -> String,
) -> Option<String> {
    let text = |record: &RecordId| match record {
        RecordId::Card(card) => project.cards.get(*card).map(|card| card.text.replace('\n', "⏎")),
        _ => None,
    };
    let cards: Vec<String> = selection.records().iter().filter_map(text).collect();
    let cards = if cards.is_empty() { String::new() } else { format!(":{}", cards.join(",")) };
    match (selection.primary(), selection.cell(), selection.corner()) {
        (_, Some(cell), Some(corner)) => Some(format!("@{}-{}{cards}", name(cell), name(corner))),
        (Some(RecordId::Step(step)), cell, _) if cell.is_none_or(|cell| cell.step != step) => {
            let steps = selection.records().iter().filter_map(|record| match record {
                RecordId::Step(step) => grid.steps.iter().find(|other| other.id == *step),
                _ => None,
            });
            let names: Vec<&str> = steps.map(|step| if step.name.is_empty() { "_" } else { &step.name }).collect();
            Some(format!("@step {}", names.join(",")))
        }
        (Some(RecordId::Phase(phase)), ..) => Some(format!("@phase {}", project.phases.get(phase)?.name)),
        (Some(RecordId::Lane(lane)), ..) => Some(format!("@lane {}", LANES[grid.row_of(lane)?].0)),
        (_, Some(cell), _) => Some(format!("@{}{cards}", name(cell))),
        (Some(_), None, _) => Some(format!("@{cards}")),
        (None, None, _) => None,
    }
}

fn key_event(name: &str) -> (Key, Modifiers) {
    let (held, key) = name.rsplit_once('+').filter(|(_, key)| !key.is_empty()).unwrap_or(("", name));
    let key = match key {
        "Up" => Key::ArrowUp,
        "Down" => Key::ArrowDown,
        "Left" => Key::ArrowLeft,
        "Right" => Key::ArrowRight,
        "Esc" => Key::Escape,
        "=" => Key::Equals,
        name => Key::from_name(name).unwrap_or_else(|| panic!("no key {name}")),
    };
    let ctrl = held.contains("Ctrl");
    let held =
        Modifiers { ctrl, command: ctrl, shift: held.contains("Shift"), alt: held.contains("Alt"), ..Modifiers::NONE };
    (key, held)
}

fn press(window: &mut Window, key: &str) {
    let event = |event: Event, window: &mut Window| {
        window.event(event);
        window.run();
    };
    if let Some(text) = key.strip_prefix('\'') {
        for letter in text.trim_end_matches('\'').chars() {
            event(Event::Text(letter.to_string()), window);
        }
    } else if let Some(text) = key.strip_prefix("!!") {
        let (key, modifiers) = key_event("Enter");
        let enter = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        window.input_mut().events.extend([Event::Ime(ImeEvent::Commit(text.to_owned())), enter]);
        window.run();
    } else if let Some(text) = key.strip_prefix('!') {
        event(Event::Ime(ImeEvent::Commit(text.to_owned())), window);
    } else if let Some(text) = key.strip_prefix('~') {
        event(Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }), window);
    } else {
        let (key, held) = key_event(key);
        window.key_combination_modifiers(held, &[key]);
        window.run();
    }
}

fn map(state: &str) -> Window {
    let settings = Settings { lang: Some(Lang::Ja), ..Settings::default() };
    let mut window = window(settings, [1000.0, 700.0]);
    let (project, ids) = build(state);
    let selection = focus(&project, state);
    let desk = window.state_mut().as_mut().unwrap();
    update::show_project(desk, project, None);
    let session = crate::app::Session::new(desk.session.as_ref().unwrap().project().clone(), None, ids);
    desk.session = Some(session);
    desk.session.as_mut().unwrap().select(selection);
    desk.shown.window = crate::app::ViewState { view: View::Map, outline: false, inspector: false, help: false };
    window.run();
    window
}

fn case(start: &str, keys: &str, expected: &str) {
    let mut window = map(start);
    keys.split_whitespace().for_each(|key| press(&mut window, key));
    assert_eq!(told(&window), expected, "from {start}: {keys}");
}

#[test]
fn enter_keeps_a_card_and_opens_the_next() {
    case("@A1", "'a' Enter", "A1=a @A1 ||");
    case("@A1", "'a' Enter 'b' Enter Enter", "A1=a/b @A1");
    case("@A1", "'a' Enter 'b' Enter Enter Down 'c' Enter Enter", "A1=a/b T1=電話 @T1");
    case("A1=x/y @A1:x", "F2 'z' Enter", "A1=xz/y @A1:y |y|");
    case("A1=x/y @A1:y", "Enter 'z' Enter", "A1=x/yz @A1 ||");
    case("A1=x/y @A1:y", "F2 'z' Shift+Enter", "A1=x/yz @A1:x |x|");
    case("A1=x/y @A1:x", "F2 Shift+Enter", "A1=x/y @A1:x");
    case("A1=x @A1:x", "Enter Enter 'y' Shift+Enter", "A1=x/y @A1:x |x|");
}

#[test]
fn tab_keeps_a_card_and_goes_to_the_next_step() {
    case("@A1", "'a' Tab 'b' Tab 'c' Tab", "A1=a A2=b A3=c @A3:c");
    case("A2=x @A1", "'a' Tab", "A1=a A2=x @A2:x |x|");
    case("A2=x @A1", "'a' Tab 'b' Tab", "A1=a A2=b @A3 ||");
    case("@A2", "'a' Shift+Tab 'b' Shift+Tab", "A1=b A2=a @A1:b");
    case("@A1", "'a' Tab Tab 'c' Enter Enter", "A1=a A3=c @A3");
}

#[test]
fn escape_drops_what_was_typed_and_nothing_else() {
    case("A1=x @A1:x", "'abc' Esc", "A1=x @A1:x");
    case("A1=x @A1:x", "F2 'abc' Esc", "A1=x @A1:x");
    case("@B2", "'abc' Esc", "@B2");
    case("@A1", "'a' Enter 'b' Esc", "A1=a @A1");
    case("@step 1", "'abc' Esc", "@step 1");
}

#[test]
fn typing_replaces_and_f2_goes_on_at_the_end() {
    case("A1=x @A1:x", "'abc' Enter Enter", "A1=abc @A1");
    case("A1=x @A1:x", "F2 'abc' Enter Enter", "A1=xabc @A1");
    case("A1=x @A1:x", "F2 Backspace 'y' Enter Enter", "A1=y @A1");
    case("A1=x @A1:x", "F2 Home 'y' Enter Enter", "A1=yx @A1");
    case("@A1", "'a' Ctrl+Enter 'b' Enter Enter", "A1=a⏎b @A1");
    case("A1=x/y @A1:x", "Delete", "A1=y @A1:y");
    case("A1=x/y @A1:x", "Backspace Backspace", "@A1");
    case("T1=Web @T1", "Delete", "@T1");
    case("E1=1 @E1", "Delete", "@E1");
}

#[test]
fn the_enter_of_a_conversion_keeps_nothing() {
    case("@A1", "~ほぞん !保存", "@A1 |保存|");
    case("@A1", "~ほぞん Enter", "@A1 |ほぞん|");
    case("@A1", "~ほぞん !!保存", "@A1 |保存|");
    case("@A1", "~ほぞん !!保存 Enter", "A1=保存 @A1 ||");
    case("@A1", "~ほぞん Tab Esc Up F2", "@A1 |ほぞん|");
    case("A1=x @A1:x", "~ほぞん !保存 Enter Enter", "A1=保存 @A1");
    case("@A1", "~ともだち !友人 Tab ~みせ !店 Enter Enter", "A1=友人 A2=店 @A2");
    case("@T1", "~でんわ !電話 Enter Esc", "T1=電話 @T1");
}

#[test]
fn names_are_typed_from_phase_to_step_to_card() {
    case("@step 1", "'x' Tab", "P(x 2 3) @step 2 |2|");
    case("@step 1", "'x' Tab 'y' Tab 'z' Tab", "P(x y z) @step z ||");
    case("@step 3", "F2 Tab '4' Tab '5' Enter", "P(1 2 3 4 5) @A5 ||");
    case("@step 3", "F2 Shift+Tab", "@step 2 |2|");
    case("@step 3", "F2 Shift+Enter", "@phase P |P|");
    case("@step 3", "F2 Tab Tab", "@step 3");
    case("P(1)Q(2) @step 1", "F2 Tab Tab", "P(1)Q(2) @step 2 |2|");
    case("@step 2", "'x' Enter 'a' Enter Enter", "P(1 x 3) A2=a @A2");
    case("A2=c @step 2", "'x' Enter", "P(1 x 3) A2=c @A2:c");
    case("@phase P", "'Q' Enter", "Q(1 2 3) @step 1");
    case("P(_) @phase P", "'Q' Enter '1' Tab '2' Tab '3' Enter", "Q(1 2 3) @A3 ||");
    case("@phase P", "F2 Tab 'Q' Enter", "P(1 2 3)Q(_) @step _ ||");
    case("@phase P", "F2 Tab 'Q' Tab 'R' Enter 'r' Enter 'a' Enter Enter", "P(1 2 3)Q(_)R(r) A5=a @A5");
    case("@lane A", "'x' Esc", "@lane A");
}

#[test]
fn arrows_walk_cells_cards_names_and_titles() {
    case("A1=x/y @A1:x", "Down", "A1=x/y @A1:y");
    case("A1=x/y @A1:x", "Down Down Down", "A1=x/y @B1");
    case("A1=x/y @T1", "Up", "A1=x/y @A1:y");
    case("@A2", "Up", "@step 2");
    case("@A2", "Up Up", "@phase P");
    case("@A2", "Up Up Down Down", "@A1");
    case("@A1", "Left", "@lane A");
    case("@A1", "Left Down Right", "@T1");
    case("@A1", "Tab Tab Shift+Tab", "@A2");
    case("", "Right", "@A1");
}

#[test]
fn far_keys_go_as_in_a_spreadsheet() {
    case("@A2", "End", "@A3");
    case("@A2", "Home", "@A1");
    case("A1=x C3=z @B2", "Ctrl+Home", "A1=x C3=z @A1:x");
    case("A1=x C3=z @B2", "Ctrl+End", "A1=x C3=z @C3:z");
    case("A1=x A2=y @A1:x", "Ctrl+Right", "A1=x A2=y @A2:y");
    case("A1=x A2=y @A1:x", "Ctrl+Right Ctrl+Right", "A1=x A2=y @A3");
    case("A1=x @C1", "Ctrl+Up", "A1=x @A1:x");
    case("@A1", "Ctrl+Down", "@C1");
    case("@A1", "PageDown PageDown PageDown", "@C1");
    case("@C1", "PageUp PageUp PageUp", "@A1");
    case("@A1", "Alt+PageDown", "@A3");
}

#[test]
fn shift_extends_the_selection() {
    case("A1=x A2=y @A1:x", "Shift+Right", "A1=x A2=y @A1-A2:y,x");
    case("A1=x A2=y @A1:x", "Shift+Right Shift+Left", "A1=x A2=y @A1:x");
    case("A1=x A2=y B2=z @A1:x", "Shift+Right Shift+Down Shift+Down", "A1=x A2=y B2=z @A1-B2:y,z,x");
    case("A1=x @A1:x", "Ctrl+Shift+Right", "A1=x @A1-A3:x");
    case("A1=x A2=y @A1:x", "Shift+Right Esc", "A1=x A2=y @A1");
    case("A1=x A2=y @A1:x", "Shift+Right Delete", "@A1");
    case("@step 1", "Shift+Right", "@step 2,1");
    case("@A1", "Shift+Right Esc Esc Esc", "");
}

#[test]
fn emotions_are_typed_and_nudged() {
    case("@E1", "'+'", "E1=0.5 @E1");
    case("E1=1 @E1", "'-' '-'", "E1=0 @E1");
    case("@E1", "Alt+Up Alt+Up", "E1=1 @E1");
    case("E1=1 @E1", "Alt+Down", "E1=0.5 @E1");
    case("@E1", "'2'", "E1=2 @E1");
    case("@E1", "'-2'", "E1=-2 @E1");
    case("@E1", "'1.5'", "E1=1.5 @E1");
    case("@E1", "'-1.5' Right '1'", "E1=-1.5 E2=1 @E2");
    case("@E1", "'5'", "@E1");
    let mut window = map("@E1");
    window.input_mut().events.extend(["1", ".", "5"].map(|letter| Event::Text(letter.to_owned())));
    window.run();
    assert_eq!(told(&window), "E1=1.5 @E1", "several digits in one slow frame");
    case("@E1", "'２'", "E1=2 @E1");
    case("@E1", "'-2' Ctrl+Z", "@E1");
}

#[test]
fn channels_are_found_by_name_kana_and_romaji() {
    case("@T1", "Enter", "@T1 ??");
    for typed in ["'web'", "'うぇぶ'", "'uxebu' Backspace Backspace Backspace Backspace Backspace 'web'"] {
        case("@T1", &format!("{typed} Enter Esc"), "T1=Web @T1");
    }
    for typed in ["'でん'", "'den'", "'call'", "'電'"] {
        case("@T1", &format!("{typed} Enter Esc"), "T1=電話 @T1");
    }
    case("T1=Web @T1", "'web' Enter Esc", "@T1");
    case("@T1", "'web' Enter 'mise' Enter Enter", "T1=Web+店舗 @T1");
    case("@T1", "'web' Enter Tab 'tenpo' Enter Tab", "T1=Web T2=店舗 @T3 ??");
    case("@T2", "Enter Shift+Tab", "@T1 ??");
    case("@T1", "Enter Down Enter Enter Esc", "@T1");
}

#[test]
fn ctrl_d_fills_an_empty_cell_and_duplicates_otherwise() {
    case("A1=x/y @A2", "Ctrl+D", "A1=x/y A2=x/y @A2:y,x");
    case("T1=Web @T2", "Ctrl+D", "T1=Web T2=Web @T2");
    case("E1=1.5 @E2", "Ctrl+D", "E1=1.5 E2=1.5 @E2");
    case("A1=x @A1:x", "Ctrl+D", "A1=x/x @A1:x");
    case("@A1", "Ctrl+D", "@A1");
    case("A1=x @A2", "Ctrl+D Ctrl+Z", "A1=x @A2");
}

#[test]
fn ctrl_a_selects_cell_lane_map() {
    case("A1=x/y A2=z B1=w @A1:x", "Ctrl+A", "A1=x/y A2=z B1=w @A1:y,x");
    case("A1=x/y A2=z B1=w @A1:x", "Ctrl+A Ctrl+A", "A1=x/y A2=z B1=w @A1:y,z,x");
    case("A1=x/y A2=z B1=w @A1:x", "Ctrl+A Ctrl+A Ctrl+A", "A1=x/y A2=z B1=w @A1:y,z,w,x");
    case("A1=x B1=w", "Ctrl+A", "A1=x B1=w @B1:x,w");
}

#[test]
fn steps_are_inserted_and_things_moved() {
    case("@A2", "Ctrl+Shift+= 'x' Enter", "P(1 x 2 3) @A2 ||");
    case("@step 1", "Ctrl+Shift+= 'x' Esc", "P(_ 1 2 3) @step _");
    case("@A2", "Ctrl+Shift+T 'x' Enter", "P(1 2 x 3) @A3 ||");
    case("A1=x @A1:x", "Alt+Right Alt+Right Alt+Right", "A3=x @A3:x");
    case("A1=x A2=y @A1:x,y", "Alt+Right", "A2=x A3=y @A3:x,y");
    case("A1=x A2=y @A1:x,y", "Alt+Left", "A1=x A2=y @A2:x,y");
    case("A1=x/y @A1:x", "Alt+Down", "A1=y/x @A1:x");
    case("A1=x A2=y @A1:x,y", "Alt+Down", "B1=x B2=y @B2:x,y");
    case("@step 1", "Shift+Right Alt+Right", "P(3 1 2) @step 2,1");
    case("P(1 2)Q(3) @step 2", "Alt+Right", "P(1)Q(2 3) @step 2");
    case("@step 1", "Alt+Left", "@step 1");
}

#[test]
fn everything_is_undone_and_done_again() {
    case("A1=x @A1:x", "'a' Enter Enter Ctrl+Z", "A1=x @A1:x");
    case("@A1", "'a' Enter 'b' Enter Enter Ctrl+Z Ctrl+Z", "@A1");
    case("@A1", "'a' Enter 'b' Enter Enter Ctrl+Z Ctrl+Y", "A1=a/b @A1:b");
    case("@step 3", "F2 Tab '4' Enter Esc Ctrl+Z", "@step 3");
}

#[test]
fn a_command_given_while_typing_keeps_the_text() {
    case("@A1", "'a' Ctrl+Shift+T 's' Enter", "P(1 s 2 3) A1=a @A2 ||");
    case("@A1", "'a' Ctrl+Shift+K 'b' Enter Enter", "A1=a/b @A1");
}

fn example(example: Example) -> Window {
    let settings = Settings { lang: Some(example.lang()), ..Settings::default() };
    let mut window = window(settings, [1280.0, 800.0]);
    update::show_project(window.state_mut().as_mut().unwrap(), example.project().unwrap(), None);
    window.run();
    window
}

#[test]
fn every_command_is_carried_out_in_the_window_and_undone() {
    for (which, card) in Example::ALL.into_iter().zip([true, false]) {
        let mut window = example(which);
        let start = session(&window).project().clone();
        // Commands about files open dialogs of the system, and the start page lets the project go.
        let lets_go = |command: AppCommand| command.menu() == Menu::File || command == AppCommand::ViewStart;
        for command in AppCommand::ALL.iter().copied().filter(|command| !lets_go(*command)) {
            let journey = session(&window).journey().unwrap();
            let project = session(&window).project();
            let step = project.steps_in_journey(journey)[1].id;
            let record = project.cards.iter().find(|card| card.step == step).map(|card| RecordId::from(card.id));
            let selection = Selection::of([record.filter(|_| card).unwrap_or_else(|| step.into())]);
            let desk = window.state_mut().as_mut().unwrap();
            desk.session.as_mut().unwrap().select(selection);
            update::perform(desk, Action::Do(command));
            window.run();
            for key in ["Esc", "Esc", "Esc"] {
                press(&mut window, key);
            }
            let desk = window.state_mut().as_mut().unwrap();
            assert!(!desk.session.as_ref().unwrap().project().problems().iter().any(Problem::is_damage), "{command:?}");
            let session = desk.session.as_mut().unwrap();
            while session.undo().is_some() {}
            assert!(session.project().same_as(&start), "{command:?} is not undone");
            desk.shown.window.view = View::Map;
            desk.palette = None;
            desk.shown.window.help = false;
        }
    }
}

fn in_sight(window: &Window, words: &str) -> bool {
    window.query_by_label(words).is_some()
}

#[test]
fn a_text_is_found_counted_and_gone_to_and_escape_leads_back() {
    let mut window = example(Example::WinterCoat);
    let before = session(&window).selection().clone();
    press(&mut window, "Ctrl+F");
    press(&mut window, "'しちゃく'");
    assert!(in_sight(&window, "見つかりません"), "kanji have no kana to be found by");
    press(&mut window, "Ctrl+A");
    press(&mut window, "'試着'");
    let selected = |window: &Window| session(window).selection().primary();
    let (first, count) = (selected(&window), window.state().as_ref().unwrap().shown.find.count());
    assert!(count > 2 && in_sight(&window, &format!("{count}件中1件目")));
    super::testing::shot(&mut window, "find-ja");
    press(&mut window, "Enter");
    assert!(in_sight(&window, &format!("{count}件中2件目")));
    assert_ne!(selected(&window), first);
    press(&mut window, "Shift+Enter");
    press(&mut window, "Shift+Enter");
    assert!(in_sight(&window, &format!("{count}件中{count}件目")), "before the first one lies the last");
    press(&mut window, "F3");
    assert_eq!(selected(&window), first);
    press(&mut window, "Esc");
    assert_eq!(*session(&window).selection(), before, "back to where one was");
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn a_persona_is_found_on_its_own_page() {
    let mut window = example(Example::HotelStay);
    let name = session(&window).project().personas_in_order()[0].name.clone();
    press(&mut window, "Ctrl+F");
    press(&mut window, &format!("'{}'", name.split(' ').next().unwrap()));
    for _ in 0..20 {
        if window.state().as_ref().unwrap().shown.window.view == View::Personas {
            break;
        }
        press(&mut window, "Enter");
    }
    assert_eq!(window.state().as_ref().unwrap().shown.window.view, View::Personas);
    super::testing::shot(&mut window, "find-persona-en");
    press(&mut window, "Esc");
    assert_eq!(window.state().as_ref().unwrap().shown.window.view, View::Map);
}

#[test]
fn a_step_is_gone_to_from_the_palette() {
    let mut window = example(Example::WinterCoat);
    let step = session(&window).project().steps.iter().find(|step| step.name.contains("試着")).unwrap().id;
    press(&mut window, "Ctrl+K");
    press(&mut window, "'試着する'");
    super::testing::shot(&mut window, "palette-ja");
    press(&mut window, "Enter");
    assert_eq!(session(&window).selection().primary(), Some(step.into()));
}

#[test]
fn the_menu_key_opens_the_menu_at_the_selection() {
    let mut window = example(Example::HotelStay);
    press(&mut window, "Down");
    press(&mut window, "Shift+F10");
    super::testing::shot(&mut window, "menu-en");
    let before = session(&window).project().cards.len();
    window.get_by_label_contains(AppCommand::Duplicate.name(Lang::En)).click();
    window.run();
    assert_eq!(session(&window).project().cards.len(), before + 1);
}

/// Pictures to look at, only where `TABIJI_SHOTS` asks for them.
#[test]
fn shots_of_the_sheets() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    for (which, code) in [(Example::WinterCoat, "ja"), (Example::HotelStay, "en")] {
        let mut window = example(which);
        for (key, name) in [("F1", "help"), ("Ctrl+K", "palette-all")] {
            press(&mut window, key);
            super::testing::shot(&mut window, &format!("{name}-{code}"));
            press(&mut window, "Esc");
        }
        press(&mut window, "Ctrl+K");
        press(&mut window, "'kaku'");
        super::testing::shot(&mut window, &format!("palette-romaji-{code}"));
        press(&mut window, "Esc");
        press(&mut window, "Ctrl+Home");
        press(&mut window, "Shift+Right");
        press(&mut window, "Shift+Down");
        super::testing::shot(&mut window, &format!("block-{code}"));
    }
    let mut window = map("T1=Web @T1");
    press(&mut window, "'de'");
    super::testing::shot(&mut window, "channels");
    let mut window = map("@step 3");
    for key in ["F2", "Tab", "'受け取り'"] {
        press(&mut window, key);
    }
    super::testing::shot(&mut window, "new-step");
}
