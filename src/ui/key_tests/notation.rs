//! How the tests of the keys write a map down, what is pressed, and the map then.
//!
//! A map is written as its cells, what is not named being empty: `A1=x/y` are two cards in the lane of actions at the
//! first step, `T1=Web` a touchpoint, `E1=0.5` the agreed emotion; `P(1 2 3)` the phases with their steps, left out
//! where it is just that. `@A1:x` is what has the keyboard (a card), `@A1` a cell, `@A1-B2` a block, `@step 1`, `@phase
//! P` and `@lane A` names and titles. `|x|` is a text being typed, `?x?` the list of channels with what was typed.
//! Keys are `Enter`, `Shift+Tab`, `'text'`, `~kana` for what an input method composes, `!kanji` for what it commits,
//! and `!!kanji` for a commit whose Enter arrives in the same frame.

use crate::app::settings::Settings;
use crate::app::{Cell, Grid, Selection, View};
use crate::base::{IdSource, OrderKey};
use crate::i18n::Lang;
use crate::model::{
    Card, Channel, ChannelKind, Journey, Lane, LaneKind, Mark, MarkSource, Phase, Project, RecordId, Step,
};
use crate::ui::testing::{Window, session, window};
use crate::ui::update;
use eframe::egui::{Event, ImeEvent, Key, Modifiers};

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
pub(super) fn told(window: &Window) -> String {
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

/// Presses one key, or types.
pub(super) fn press(window: &mut Window, key: &str) {
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

/// A window with the map as written.
pub(super) fn map(state: &str) -> Window {
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

/// The map after the keys is as expected.
pub(super) fn case(start: &str, keys: &str, expected: &str) {
    let mut window = map(start);
    keys.split_whitespace().for_each(|key| press(&mut window, key));
    assert_eq!(told(&window), expected, "from {start}: {keys}");
}
