//! The map, used as a person uses it: with mouse and keyboard, things found by their accessible names.

use crate::app::{AppCommand, View};
use crate::i18n::Lang;
use crate::look::ThemeKind;
use crate::model::{Card, LaneKind, MarkSource, Project};
use crate::ui::action::Action;
use crate::ui::testing::{Window, session, shot, with_template};
use crate::ui::update;
use eframe::egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1600.0, 1000.0];

pub(super) fn map() -> Window {
    with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, SIZE)
}

pub(super) fn project(window: &Window) -> &Project {
    session(window).project()
}

/// Where a thing on the map stands, by what its name contains.
pub(super) fn place(window: &Window, words: &str) -> Pos2 {
    window.get_by_label_contains(words).rect().center()
}

pub(super) fn pointer(window: &mut Window, at: Pos2, pressed: Option<bool>) {
    window.event(Event::PointerMoved(at));
    if let Some(pressed) = pressed {
        let button = PointerButton::Primary;
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    window.step();
}

pub(super) fn click(window: &mut Window, at: Pos2) {
    pointer(window, at, Some(true));
    pointer(window, at, Some(false));
    window.run();
}

pub(super) fn double_click(window: &mut Window, at: Pos2) {
    for pressed in [true, false, true, false] {
        pointer(window, at, Some(pressed));
    }
    window.run();
}

pub(super) fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    pointer(window, from, Some(true));
    for share in [0.1, 0.4, 0.7, 1.0] {
        pointer(window, from + (to - from) * share, None);
    }
    pointer(window, to, Some(false));
    window.run();
}

pub(super) fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

fn type_japanese(window: &mut Window, composing: &str, text: &str) {
    window.event(Event::Ime(ImeEvent::Preedit { text: composing.to_owned(), active_range_chars: None }));
    window.run();
    window.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    window.run();
}

pub(super) fn command(window: &mut Window, command: AppCommand) {
    update::perform(window.state_mut().as_mut().unwrap(), Action::Do(command));
    window.run();
}

pub(super) fn card<'a>(project: &'a Project, text: &str) -> Option<&'a Card> {
    project.cards.iter().find(|card| card.text == text)
}

pub(super) fn step_of(project: &Project, text: &str) -> String {
    let card = card(project, text).unwrap();
    project.steps.get(card.step).unwrap().name.clone()
}

#[test]
fn a_card_is_added_by_keyboard_in_japanese_and_taken_back_in_one_step() {
    let mut window = map();
    let at = place(&window, "行動・「投稿で見かける」");
    click(&mut window, at);
    let before = project(&window).cards.len();
    command(&mut window, AppCommand::AddCard);
    type_japanese(&mut window, "ともだち", "友人に見せる");
    assert!(card(project(&window), "友人に見せる").is_none(), "nothing is kept before Enter");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    assert_eq!(step_of(project(&window), "友人に見せる"), "投稿で見かける");
    shot(&mut window, "canvas-card-added");
    command(&mut window, AppCommand::Undo);
    assert!(card(project(&window), "友人に見せる").is_none());
    assert_eq!(project(&window).cards.len(), before);
}

#[test]
fn an_enter_that_confirms_a_conversion_keeps_the_field_open() {
    let mut window = map();
    let at = place(&window, "着用写真を保存する");
    double_click(&mut window, at);
    window.key_combination_modifiers(Modifiers::COMMAND, &[Key::A]);
    window.run();
    window.event(Event::Ime(ImeEvent::Preedit { text: "ほぞん".to_owned(), active_range_chars: None }));
    window.run();
    let enter =
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    window.input_mut().events.extend([Event::Ime(ImeEvent::Commit("保存".to_owned())), enter]);
    window.run();
    assert!(card(project(&window), "着用写真を保存する").is_some(), "the conversion's Enter kept nothing");
    press(&mut window, Key::Enter);
    assert!(card(project(&window), "保存").is_some());
}

#[test]
fn escape_leaves_a_card_as_it_was() {
    let mut window = map();
    let at = place(&window, "着用写真を保存する");
    double_click(&mut window, at);
    window.event(Event::Text("まったく別".to_owned()));
    window.run();
    press(&mut window, Key::Escape);
    assert!(card(project(&window), "着用写真を保存する").is_some());
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn a_card_is_dragged_into_another_step() {
    let mut window = map();
    let (from, to) = (place(&window, "着用写真を保存する"), place(&window, "素材と値段を見る"));
    drag(&mut window, from, to + vec2(0.0, 10.0));
    assert_eq!(step_of(project(&window), "着用写真を保存する"), "サイトで調べる");
    command(&mut window, AppCommand::Undo);
    assert_eq!(step_of(project(&window), "着用写真を保存する"), "投稿で見かける");
}

#[test]
fn an_emotion_is_dragged_up_and_its_number_follows() {
    let mut window = map();
    let at = place(&window, "合意・「口コミを読む」");
    let agreed = |window: &Window| {
        let project = project(window);
        let step = project.steps.iter().find(|step| step.name == "口コミを読む").unwrap().id;
        project.marks.iter().find(|m| m.step == step && m.source == MarkSource::Agreed).unwrap().value
    };
    let before = agreed(&window);
    drag(&mut window, at, at - vec2(0.0, 60.0));
    assert!(agreed(&window) > before);
    assert!((agreed(&window) * 2.0).fract().abs() < 1e-6, "it snaps to halves");
    let words = format!("合意・「口コミを読む」：{}", crate::i18n::signed(f64::from(agreed(&window)), 1));
    window.get_by_label_contains(&words);
    assert!(session(&window).undo_label().is_some());
}

#[test]
fn arrow_keys_walk_the_cells() {
    let mut window = map();
    let at = place(&window, "行動・「投稿で見かける」");
    click(&mut window, at);
    press(&mut window, Key::ArrowRight);
    let text = |window: &Window| {
        session(window).selection().primary().and_then(|record| match record {
            crate::model::RecordId::Card(card) => project(window).cards.get(card).map(|card| card.text.clone()),
            _ => None,
        })
    };
    assert_eq!(text(&window).as_deref(), Some("配信を開いて見る"));
    press(&mut window, Key::ArrowDown);
    assert!(matches!(session(&window).selection().primary(), Some(crate::model::RecordId::Step(_))));
    press(&mut window, Key::ArrowDown);
    assert_eq!(text(&window).as_deref(), Some("また広告かな"));
}

#[test]
fn a_step_is_renamed_where_it_stands() {
    let mut window = map();
    let at = place(&window, "ステップ「LINEで知る」");
    double_click(&mut window, at);
    window.key_combination_modifiers(Modifiers::COMMAND, &[Key::A]);
    window.run();
    window.event(Event::Text("LINEで見つける".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    let names: Vec<&str> = project(&window).steps.iter().map(|step| step.name.as_str()).collect();
    assert!(names.contains(&"LINEで見つける"), "{names:?}");
}

#[test]
fn a_step_is_dragged_by_its_header() {
    let mut window = map();
    let (from, to) = (place(&window, "ステップ「投稿で見かける」"), place(&window, "ステップ「サイトで調べる」"));
    drag(&mut window, from, to + vec2(30.0, 0.0));
    let journey = session(&window).journey().unwrap();
    let names: Vec<&str> = project(&window).steps_in_journey(journey).iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names[..3], ["LINEで知る", "サイトで調べる", "投稿で見かける"]);
}

#[test]
fn a_touchpoint_gets_another_channel() {
    let mut window = map();
    let at = place(&window, "投稿で見かける: SNS");
    double_click(&mut window, at);
    shot(&mut window, "canvas-channels");
    window.get_all_by_label("アプリ").last().unwrap().click();
    window.run();
    let project = project(&window);
    let step = project.steps.iter().find(|step| step.name == "投稿で見かける").unwrap();
    assert_eq!(step.touchpoint.channels.len(), 2);
}

#[test]
fn a_new_lane_card_is_made_where_one_clicks_twice() {
    let mut window = map();
    let journey = session(&window).journey().unwrap();
    let lane = project(&window).lanes_of(journey).into_iter().find(|l| l.kind == LaneKind::Pain).unwrap().id;
    let (row, column) = (place(&window, "課題・ペイン・「LINEで知る」"), place(&window, "ステップ「投稿で見かける」"));
    double_click(&mut window, Pos2::new(column.x, row.y));
    window.event(Event::Text("写真が小さい".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(card(project(&window), "写真が小さい").unwrap().lane, lane);
}
