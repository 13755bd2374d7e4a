//! Mouse and touch on the map: each gesture with what it comes to and that one undo takes it back.

use super::tests::{card, click, command, double_click, drag, map, place, pointer, press, project, step_of};
use crate::app::{AppCommand, View};
use crate::i18n::{Lang, fill, map::Map as MapText};
use crate::look::ThemeKind;
use crate::model::{Card, Lane, LaneKind, MarkSource, Project, RecordId, Step};
use crate::ui::testing::{Window, session, shot, with_template};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Role, TouchDeviceId, TouchId, TouchPhase, vec2};
use egui_kittest::kittest::Queryable as _;

/// Where a thing stands, by what its name contains.
fn rect(window: &Window, words: &str) -> Rect {
    window.get_by_label_contains(words).rect()
}

fn step<'a>(project: &'a Project, name: &str) -> &'a Step {
    project.steps.iter().find(|step| step.name == name).unwrap()
}

fn lane(project: &Project, kind: LaneKind) -> &Lane {
    project.lanes.iter().find(|lane| lane.kind == kind).unwrap()
}

fn lane_order(window: &Window) -> Vec<LaneKind> {
    let journey = session(window).journey().unwrap();
    project(window).lanes_of(journey).into_iter().filter(|lane| !lane.hidden).map(|lane| lane.kind).collect()
}

fn step_names(window: &Window) -> Vec<String> {
    let journey = session(window).journey().unwrap();
    project(window).steps_in_journey(journey).iter().map(|step| step.name.clone()).collect()
}

fn held(window: &mut Window, modifiers: Modifiers, gesture: impl FnOnce(&mut Window)) {
    window.event(Event::ModifiersChanged(modifiers));
    window.step();
    gesture(window);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
}

fn undo(window: &mut Window) {
    command(window, AppCommand::Undo);
}

/// The texts of the selected cards.
fn selected(window: &Window) -> Vec<String> {
    let cards = session(window).selection().records().iter().map(|record| match record {
        RecordId::Card(card) => project(window).cards.get(*card).map_or_else(String::new, |card| card.text.clone()),
        other => format!("{other:?}"),
    });
    cards.collect()
}

const UPPER: &str = "行動・「投稿で見かける」";
const NEXT: &str = "行動・「LINEで知る」";

#[test]
fn a_step_gets_wider_by_its_right_edge_and_the_usual_width_by_a_double_click() {
    let mut window = map();
    let header = rect(&window, "ステップ「投稿で見かける」");
    let edge = header.right_center() - vec2(1.0, 0.0);
    let width = |window: &Window| step(project(window), "投稿で見かける").width;
    let zoom = window.state().as_ref().unwrap().shown.canvas.zoom();
    drag(&mut window, edge, edge + vec2(100.0, 0.0));
    let wider = f32::from(width(&window));
    assert!((wider - (header.width() + 100.0) / zoom).abs() < 6.0, "{wider}");
    shot(&mut window, "mouse-wide-step");
    undo(&mut window);
    assert_eq!(width(&window), 0, "one undo takes the whole drag back");
    command(&mut window, AppCommand::Redo);
    let edge = rect(&window, "ステップ「投稿で見かける」").right_center() - vec2(1.0, 0.0);
    double_click(&mut window, edge);
    assert_eq!(width(&window), 0);
}

#[test]
fn all_selected_steps_get_wider_together() {
    let mut window = map();
    let (first, second) = (place(&window, "ステップ「投稿で見かける」"), place(&window, "ステップ「LINEで知る」"));
    click(&mut window, first);
    held(&mut window, Modifiers::SHIFT, |window| click(window, second));
    let edge = rect(&window, "ステップ「LINEで知る」").right_center() - vec2(1.0, 0.0);
    drag(&mut window, edge, edge + vec2(80.0, 0.0));
    let widths = ["投稿で見かける", "LINEで知る"].map(|name| step(project(&window), name).width);
    assert!(widths[0] > 120 && widths[0] == widths[1], "{widths:?}");
    let now = rect(&window, "ステップ「LINEで知る」").right();
    assert!((now - edge.x - 80.0).abs() < 8.0, "the edge follows the pointer: {now}");
}

#[test]
fn a_lane_gets_higher_by_its_lower_edge() {
    let mut window = map();
    let title = window.get_by_label("行動").rect();
    let edge = title.center_bottom() - vec2(0.0, 1.0);
    drag(&mut window, edge, edge + vec2(0.0, 70.0));
    assert!(lane(project(&window), LaneKind::Action).height > 100);
    assert!(window.get_by_label("行動").rect().height() > title.height() + 60.0);
    let edge = window.get_by_label("行動").rect().center_bottom() - vec2(0.0, 1.0);
    double_click(&mut window, edge);
    assert_eq!(lane(project(&window), LaneKind::Action).height, 0);
}

#[test]
fn escape_drops_a_drag_and_what_it_showed() {
    let mut window = map();
    let edge = rect(&window, "ステップ「投稿で見かける」").right_center() - vec2(1.0, 0.0);
    pointer(&mut window, edge, Some(true));
    pointer(&mut window, edge + vec2(60.0, 0.0), None);
    pointer(&mut window, edge + vec2(90.0, 0.0), None);
    assert!(step(project(&window), "投稿で見かける").width > 0, "shown while it lasts");
    press(&mut window, Key::Escape);
    pointer(&mut window, edge + vec2(95.0, 0.0), Some(false));
    window.run();
    assert_eq!(step(project(&window), "投稿で見かける").width, 0);
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn a_lane_collapses_by_its_arrow_and_still_takes_cards() {
    let mut window = map();
    window.get_by_label("「思考」を折りたたむ").click();
    window.run();
    assert!(lane(project(&window), LaneKind::Thought).collapsed);
    shot(&mut window, "mouse-collapsed");
    let from = place(&window, UPPER);
    let row = window.get_by_label("思考").rect();
    let column = rect(&window, "ステップ「LINEで知る」");
    let text = project(&window).cards.iter().find(|card| card.text == "着用写真を保存する").unwrap().id;
    drag(&mut window, from, Pos2::new(column.center().x, row.center().y));
    let moved = project(&window).cards.get(text).unwrap();
    assert_eq!(moved.lane, lane(project(&window), LaneKind::Thought).id);
    window.get_by_label("「思考」を展開").click();
    window.run();
    assert!(!lane(project(&window), LaneKind::Thought).collapsed);
}

#[test]
fn a_card_is_pulled_over_further_steps_and_back() {
    let mut window = map();
    let card_rect = rect(&window, UPPER);
    let extra = |window: &Window| card(project(window), "着用写真を保存する").unwrap().extra_span;
    let edge = card_rect.right_center() - vec2(3.0, 0.0);
    let over = place(&window, "ステップ「サイトで調べる」");
    drag(&mut window, edge, Pos2::new(over.x + 10.0, edge.y));
    assert_eq!(extra(&window), 2);
    shot(&mut window, "mouse-span");
    let long = rect(&window, UPPER);
    assert!(long.width() > card_rect.width() * 2.0);
    drag(&mut window, long.right_center() - vec2(3.0, 0.0), Pos2::new(card_rect.center().x, edge.y));
    assert_eq!(extra(&window), 0);
    undo(&mut window);
    assert_eq!(extra(&window), 2);
}

#[test]
fn a_rubber_band_adds_to_the_selection_with_shift() {
    let mut window = map();
    let (a, b) = (rect(&window, UPPER), rect(&window, NEXT));
    let band = |window: &mut Window, rect: Rect| {
        drag(window, rect.left_bottom() + vec2(-1.5, 3.0), rect.left_bottom() + vec2(20.0, -20.0));
    };
    band(&mut window, a);
    assert_eq!(selected(&window), ["着用写真を保存する"]);
    held(&mut window, Modifiers::SHIFT, |window| band(window, b));
    assert_eq!(selected(&window), ["着用写真を保存する", "配信を開いて見る"]);
    held(&mut window, Modifiers::NONE, |window| band(window, b));
    assert_eq!(selected(&window), ["配信を開いて見る"], "without Shift it begins anew");
}

#[test]
fn cards_of_two_lanes_move_one_step_on_together() {
    let mut window = map();
    let (upper, thought) = (place(&window, UPPER), place(&window, "思考・「投稿で見かける」"));
    let said = project(&window)
        .cards
        .iter()
        .find(|c| {
            c.lane == lane(project(&window), LaneKind::Thought).id
                && c.step == step(project(&window), "投稿で見かける").id
        })
        .unwrap()
        .text
        .clone();
    click(&mut window, upper);
    held(&mut window, Modifiers::SHIFT, |window| click(window, thought));
    let target = place(&window, "ステップ「LINEで知る」");
    drag(&mut window, upper, Pos2::new(target.x, upper.y));
    assert_eq!(step_of(project(&window), "着用写真を保存する"), "LINEで知る");
    assert_eq!(step_of(project(&window), &said), "LINEで知る");
    undo(&mut window);
    assert_eq!(step_of(project(&window), "着用写真を保存する"), "投稿で見かける");
    assert_eq!(step_of(project(&window), &said), "投稿で見かける");
}

#[test]
fn a_drag_with_ctrl_copies_and_one_dropped_outside_changes_nothing() {
    let mut window = map();
    let (from, to) = (place(&window, UPPER), place(&window, NEXT));
    let before = project(&window).cards.len();
    held(&mut window, Modifiers::CTRL.plus(Modifiers::COMMAND), |window| drag(window, from, to));
    let copies: Vec<&Card> = project(&window).cards.iter().filter(|c| c.text == "着用写真を保存する").collect();
    assert_eq!((copies.len(), project(&window).cards.len()), (2, before + 1));
    undo(&mut window);
    let version = session(&window).version();
    for outside in [Pos2::new(3.0, from.y), Pos2::new(place(&window, "ステップ「LINEで知る」").x, 2.0)] {
        drag(&mut window, from, outside);
    }
    assert_eq!(session(&window).version(), version);
    assert_eq!(step_of(project(&window), "着用写真を保存する"), "投稿で見かける");
}

#[test]
fn selected_steps_move_together_and_a_lane_moves_by_its_title() {
    let mut window = map();
    let before = step_names(&window);
    let (first, second) = (place(&window, "ステップ「投稿で見かける」"), place(&window, "ステップ「LINEで知る」"));
    click(&mut window, first);
    held(&mut window, Modifiers::SHIFT, |window| click(window, second));
    let target = rect(&window, &format!("ステップ「{}」", before[3]));
    drag(&mut window, first, target.right_center() - vec2(12.0, 0.0));
    assert_eq!(step_names(&window)[..4], [&before[2], &before[3], &before[0], &before[1]].map(Clone::clone));
    undo(&mut window);
    assert_eq!(step_names(&window), before);

    let order = lane_order(&window);
    let (title, above) = (window.get_by_label("思考").rect(), window.get_by_label("行動").rect());
    drag(&mut window, title.center(), above.center_top() + vec2(0.0, 6.0));
    assert_ne!(lane_order(&window), order);
    let now = lane_order(&window);
    let at = |kind| now.iter().position(|k| *k == kind).unwrap();
    assert_eq!(at(LaneKind::Thought) + 1, at(LaneKind::Action));
}

#[test]
fn selected_emotions_move_as_far_as_the_held_one() {
    let mut window = map();
    let values = |window: &Window| {
        let project = project(window);
        ["口コミを読む", "サイトで調べる"].map(|name| {
            let step = step(project, name).id;
            project.marks.iter().find(|m| m.step == step && m.source == MarkSource::Agreed).unwrap().value
        })
    };
    let before = values(&window);
    let (held_one, other) = (place(&window, "合意・「口コミを読む」"), place(&window, "合意・「サイトで調べる」"));
    click(&mut window, held_one);
    held(&mut window, Modifiers::SHIFT, |window| click(window, other));
    let zoom = window.state().as_ref().unwrap().shown.canvas.zoom();
    drag(&mut window, held_one, held_one - vec2(0.0, 22.0 * zoom));
    let after = values(&window);
    assert!((after[0] - before[0] - 0.5).abs() < 1e-4, "{before:?} {after:?}");
    assert!((after[1] - before[1] - 0.5).abs() < 1e-4 || after[1] > 1.9);
    undo(&mut window);
    assert_eq!(values(&window).map(f32::to_bits), before.map(f32::to_bits));
    held(&mut window, Modifiers::ALT, |window| drag(window, held_one, held_one - vec2(0.0, 12.0 * zoom)));
    assert!((values(&window)[0] - before[0]) * 2.0 % 1.0 > 0.01, "Alt frees it from the halves");
}

#[test]
fn a_double_click_between_two_cards_makes_a_card_between_them() {
    let mut window = map();
    let at = rect(&window, UPPER);
    double_click(&mut window, at.center_top() - vec2(0.0, 3.0));
    window.event(Event::Text("一番上".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    let project = project(&window);
    let cell = project.cards_in(lane(project, LaneKind::Action).id, step(project, "投稿で見かける").id);
    assert_eq!(cell[0].text, "一番上");
}

/// Types into a new card at the sign above the one whose name contains `words`.
fn type_at_sign(window: &mut Window, words: &str, text: &str) {
    let gap = rect(window, words).center_top() - vec2(0.0, 2.0);
    pointer(window, gap, None);
    window.run();
    click(window, gap);
    window.event(Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn plus_signs_appear_in_the_gaps_and_insert_there() {
    let mut window = map();
    let at = rect(&window, UPPER);
    pointer(&mut window, at.center_bottom() + vec2(0.0, 3.0), None);
    window.run();
    shot(&mut window, "mouse-plus");
    let signs = window.get_all_by_label(AppCommand::AddCard.name(Lang::Ja)).map(|sign| sign.rect()).collect::<Vec<_>>();
    assert!(signs.iter().all(|sign| !at.shrink(6.0).intersects(*sign)), "they cover no text");
    click(&mut window, signs.last().unwrap().center());
    window.event(Event::Text("下に足す".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    assert_eq!(step_of(project(&window), "下に足す"), "投稿で見かける");

    type_at_sign(&mut window, NEXT, "一つ目");
    type_at_sign(&mut window, "行動・「サイトで調べる」", "二つ目");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Escape);
    assert_eq!(step_of(project(&window), "一つ目"), "LINEで知る", "the next sign keeps what was typed");
    assert_eq!(step_of(project(&window), "二つ目"), "サイトで調べる");

    let header = rect(&window, "ステップ「投稿で見かける」");
    pointer(&mut window, header.right_bottom() - vec2(1.0, 3.0), None);
    window.run();
    let signs: Vec<Rect> =
        window.get_all_by_label(AppCommand::AddStep.name(Lang::Ja)).map(|sign| sign.rect()).collect();
    let sign = signs
        .into_iter()
        .min_by(|a, b| {
            (a.center() - header.right_bottom()).length().total_cmp(&(b.center() - header.right_bottom()).length())
        })
        .unwrap();
    click(&mut window, sign.center());
    window.event(Event::Text("友人に聞く".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(step_names(&window)[..3], ["投稿で見かける", "友人に聞く", "LINEで知る"]);
}

#[test]
fn lanes_are_added_hidden_and_shown_again_in_one_list() {
    let mut window = map();
    command(&mut window, AppCommand::Lanes);
    shot(&mut window, "mouse-lanes-ja");
    let check = |window: &mut Window, name: &str| {
        window.get_by_role_and_label(Role::CheckBox, name).click();
        window.run();
    };
    check(&mut window, "フロントステージ");
    check(&mut window, "思考");
    assert!(lane_order(&window).contains(&LaneKind::Frontstage) && !lane_order(&window).contains(&LaneKind::Thought));
    check(&mut window, "思考");
    assert!(lane_order(&window).contains(&LaneKind::Thought), "the list stays open");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("うれしい点").is_none());
}

#[test]
fn a_right_click_offers_the_commands_of_what_lies_there() {
    let mut window = map();
    let at = place(&window, UPPER);
    for pressed in [true, false] {
        window.event(Event::PointerMoved(at));
        window.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.step();
    }
    window.run();
    shot(&mut window, "mouse-menu");
    assert!(matches!(session(&window).selection().primary(), Some(RecordId::Card(_))));
    window.get_by_label_contains(AppCommand::Duplicate.name(Lang::Ja)).click();
    window.run();
    assert_eq!(project(&window).cards.iter().filter(|card| card.text == "着用写真を保存する").count(), 2);
}

#[test]
fn a_click_sets_the_emotion_of_a_step_that_has_none() {
    let mut window = with_template("blank", Lang::Ja, ThemeKind::Light, View::Map, [1600.0, 1000.0]);
    let row = window.get_by_label("感情曲線").rect();
    let column = window.get_all_by_label_contains("ステップ「").next().unwrap().rect();
    let at = Pos2::new(column.center().x, row.center().y - 40.0);
    let marks = |window: &Window| project(window).marks.len();
    let before = marks(&window);
    pointer(&mut window, at, None);
    window.run();
    shot(&mut window, "mouse-emotion-hint");
    click(&mut window, at);
    assert_eq!(marks(&window), before + 1);
    click(&mut window, at + vec2(0.0, 60.0));
    assert_eq!(marks(&window), before + 1, "one that is there is dragged, not set by a click");
}

/// At true size, the first card in sight.
fn close_up(window: &mut Window) {
    let at = place(window, UPPER);
    click(window, at);
    command(window, AppCommand::ZoomActual);
    command(window, AppCommand::ZoomSelection);
}

fn touch(window: &mut Window, finger: u64, phase: TouchPhase, pos: Pos2) {
    window.event(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(finger), phase, pos, force: None });
}

#[test]
fn a_finger_on_empty_ground_moves_the_map_and_two_zoom_it() {
    let mut window = map();
    let zoom = |window: &Window| window.state().as_ref().unwrap().shown.canvas.zoom();
    close_up(&mut window);
    let before = rect(&window, UPPER);
    let ground = before.center_bottom() + vec2(0.0, 3.0);
    touch(&mut window, 1, TouchPhase::Start, ground);
    pointer(&mut window, ground, Some(true));
    for share in [20.0, 60.0, 100.0] {
        let at = ground - vec2(0.0, share);
        touch(&mut window, 1, TouchPhase::Move, at);
        pointer(&mut window, at, None);
    }
    touch(&mut window, 1, TouchPhase::End, ground - vec2(0.0, 100.0));
    pointer(&mut window, ground - vec2(0.0, 100.0), Some(false));
    window.run();
    let now = rect(&window, UPPER);
    assert!((before.center().y - now.center().y - 100.0).abs() < 24.0, "{before:?} {now:?}");
    assert!(session(&window).undo_label().is_none(), "nothing was moved on the map");

    let old = zoom(&window);
    let (left, right) = (Pos2::new(700.0, 500.0), Pos2::new(800.0, 500.0));
    touch(&mut window, 1, TouchPhase::Start, left);
    touch(&mut window, 2, TouchPhase::Start, right);
    window.step();
    for spread in [20.0, 60.0, 100.0] {
        touch(&mut window, 1, TouchPhase::Move, left - vec2(spread, 0.0));
        touch(&mut window, 2, TouchPhase::Move, right + vec2(spread, 0.0));
        window.step();
    }
    assert!(zoom(&window) > old * 1.5, "{old} {}", zoom(&window));
}

#[test]
fn the_map_scrolls_under_a_drag_near_the_edge() {
    let mut window = map();
    close_up(&mut window);
    let names = step_names(&window);
    let last = format!("ステップ「{}」", names[names.len() - 1]);
    let from = place(&window, UPPER);
    // Between the outline and the inspector lies the map; its right edge is left of the inspector.
    let edge = Pos2::new(1600.0 - 310.0 - 6.0, from.y);
    pointer(&mut window, from, Some(true));
    pointer(&mut window, from + vec2(30.0, 0.0), None);
    for _ in 0..240 {
        pointer(&mut window, edge, None);
    }
    let end = rect(&window, &last);
    assert!(end.right() < edge.x + 60.0, "the last step has come into sight: {end:?}");
    pointer(&mut window, Pos2::new(end.center().x, from.y), None);
    pointer(&mut window, Pos2::new(end.center().x, from.y), Some(false));
    window.run();
    assert_ne!(step_of(project(&window), "着用写真を保存する"), "投稿で見かける");
}

#[test]
fn steps_dragged_with_ctrl_are_copied_with_their_cards() {
    let mut window = map();
    let (names, cards) = (step_names(&window), project(&window).cards.len());
    let from = place(&window, "ステップ「投稿で見かける」");
    let target = rect(&window, &format!("ステップ「{}」", names[3]));
    let to = target.right_center() - vec2(12.0, 0.0);
    held(&mut window, Modifiers::CTRL.plus(Modifiers::COMMAND), |window| drag(window, from, to));
    let now = step_names(&window);
    assert_eq!((&now[0], &now[4], now.len()), (&names[0], &names[0], names.len() + 1));
    assert!(project(&window).cards.len() > cards);
    undo(&mut window);
    assert_eq!((step_names(&window), project(&window).cards.len()), (names, cards));
}

#[test]
fn selected_phases_and_selected_lanes_move_together() {
    let mut window = map();
    let phases = |window: &Window| -> Vec<String> {
        let journey = session(window).journey().unwrap();
        project(window).phases_of(journey).iter().map(|phase| phase.name.clone()).collect()
    };
    let before = phases(&window);
    let header = |window: &Window, at: usize| window.get_by_label(&before[at]).rect();
    let (first, second) = (header(&window, 0).center(), header(&window, 1).center());
    click(&mut window, first);
    held(&mut window, Modifiers::SHIFT, |window| click(window, second));
    let to = header(&window, 2).right_center() - vec2(8.0, 0.0);
    drag(&mut window, first, to);
    assert_eq!(phases(&window)[..3], [&before[2], &before[0], &before[1]].map(Clone::clone));
    undo(&mut window);
    assert_eq!(phases(&window), before, "one undo");

    let order = lane_order(&window);
    let title = |window: &Window, name: &str| window.get_by_label(name).rect();
    let (action, thought) = (title(&window, "行動").center(), title(&window, "思考").center());
    click(&mut window, action);
    held(&mut window, Modifiers::SHIFT, |window| click(window, thought));
    let end = title(&window, "課題・ペイン").center_bottom() - vec2(0.0, 6.0);
    drag(&mut window, thought, end);
    let now = lane_order(&window);
    let at = |kind| now.iter().position(|other| *other == kind).unwrap();
    assert_ne!(now, order);
    assert_eq!(at(LaneKind::Pain) + 1, at(LaneKind::Action));
    assert!(at(LaneKind::Thought) > at(LaneKind::Action));
}

#[test]
fn a_long_press_of_a_finger_opens_the_menu() {
    let mut window = map();
    let at = place(&window, UPPER);
    touch(&mut window, 1, TouchPhase::Start, at);
    pointer(&mut window, at, Some(true));
    for _ in 0..80 {
        window.step();
    }
    touch(&mut window, 1, TouchPhase::End, at);
    pointer(&mut window, at, Some(false));
    window.run();
    shot(&mut window, "touch-menu");
    assert!(matches!(session(&window).selection().primary(), Some(RecordId::Card(_))), "of what lies there");
    window.get_by_label_contains(AppCommand::Duplicate.name(Lang::Ja)).click();
    window.run();
    assert_eq!(project(&window).cards.iter().filter(|card| card.text == "着用写真を保存する").count(), 2);
}

#[test]
fn where_two_phases_meet_each_has_a_plus_sign_of_its_own() {
    let mut window = map();
    let journey = session(&window).journey().unwrap();
    let (ends, begins, next) = {
        let project = project(&window);
        let phases = project.phases_of(journey);
        let last = project.steps_of(phases[0].id).last().unwrap().name.clone();
        (last, phases[0].name.clone(), phases[1].name.clone())
    };
    let header = rect(&window, &format!("ステップ「{ends}」"));
    pointer(&mut window, header.right_bottom() + vec2(1.0, -3.0), None);
    window.run();
    shot(&mut window, "mouse-plus-border");
    let sign = |window: &Window, phase: &str| {
        window.get_by_label(&fill(MapText::AddStepTo.text(Lang::Ja), &[("phase", phase)])).rect()
    };
    let (left, right) = (sign(&window, &begins), sign(&window, &next));
    assert!(left.right() < right.left(), "{left:?} {right:?}");
    click(&mut window, left.center());
    window.event(Event::Text("友人に聞く".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    let names: Vec<&str> = {
        let project = project(&window);
        project.steps_of(project.phases_of(journey)[0].id).iter().map(|step| step.name.as_str()).collect()
    };
    assert_eq!(names.last(), Some(&"友人に聞く"), "the left one belongs to the left phase");
}
