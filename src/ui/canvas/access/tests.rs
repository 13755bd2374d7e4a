//! The map as a screen reader finds it.

use crate::app::View;
use crate::i18n::Lang;
use crate::look::ThemeKind;
use crate::model::{MarkSource, RecordId};
use crate::ui::testing::{Window, session, with_template};
use eframe::egui::accesskit::{Action, ActionRequest, Role, TreeId};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn map() -> Window {
    with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, SIZE)
}

fn all(window: &Window, role: Role) -> Vec<Node<'_>> {
    window.query_all(By::new().role(role)).collect()
}

fn settle(window: &mut Window) {
    window.run_steps(4);
}

/// The map's node.
fn grid(window: &Window) -> Node<'_> {
    window.get_by_role(Role::Grid)
}

#[test]
fn the_map_is_a_grid_of_lanes_and_steps_with_the_cards_in_their_cells() {
    let window = map();
    let project = session(&window).project();
    let journey = session(&window).journey().unwrap();
    let (steps, cards) = (project.steps_in_journey(journey).len(), project.cards.len());
    let lanes = project.lanes_of(journey).iter().filter(|lane| !lane.hidden).count();
    // The customer's voice is no row before there are answers.
    let rows = all(&window, Role::RowHeader).len();
    assert!(rows == lanes || rows + 1 == lanes, "{rows} rows of {lanes} lanes");
    assert_eq!(all(&window, Role::ColumnHeader).len(), steps + project.phases_of(journey).len());
    assert_eq!(all(&window, Role::GridCell).len(), rows * steps, "also those out of sight");
    let in_cells = all(&window, Role::Button).into_iter().filter(|node| in_grid(node)).count();
    assert_eq!(in_cells, cards);
    let card = window.get_by_label_contains("着用写真を保存する");
    assert!(card.accesskit_node().parent().is_some_and(|cell| cell.role() == Role::GridCell));
    let described = card.accesskit_node().description().unwrap_or_default();
    assert!(described.contains("行目") && described.contains("列目"), "{described}");
}

fn in_grid(node: &Node<'_>) -> bool {
    node.accesskit_node().parent().is_some_and(|cell| cell.role() == Role::GridCell)
}

#[test]
fn a_card_is_selected_and_rewritten_without_mouse_or_keyboard() {
    let mut window = map();
    window.get_by_label_contains("着用写真を保存する").click_accesskit();
    settle(&mut window);
    let Some(RecordId::Card(card)) = session(&window).selection().primary() else { panic!("no card is selected") };
    let active = grid(&window).accesskit_node().active_descendant().map(|node| node.label().unwrap_or_default());
    assert!(active.is_some_and(|label| label.contains("着用写真を保存する")), "what is selected has the keyboard");
    window.get_by_label_contains("着用写真を保存する").set_text_value_accesskit("写真を三枚保存する");
    settle(&mut window);
    assert_eq!(session(&window).project().cards.get(card).unwrap().text, "写真を三枚保存する");
    session(&window).undo_label().expect("it is a step of the history");
}

#[test]
fn an_emotion_is_a_slider() {
    let mut window = map();
    let agreed = |window: &Window| {
        let project = session(window).project();
        let step = project.steps.iter().find(|step| step.name == "口コミを読む").unwrap().id;
        project.marks.iter().find(|mark| mark.step == step && mark.source == MarkSource::Agreed).unwrap().clone()
    };
    let before = agreed(&window).value;
    let label = |window: &Window| {
        let name = all(window, Role::Slider).into_iter().find_map(|node| {
            let label = node.accesskit_node().label()?;
            label.contains("「口コミを読む」").then_some(label)
        });
        name.unwrap()
    };
    let name = label(&window);
    window.get_by_label(&name).increment_accesskit();
    settle(&mut window);
    assert!((agreed(&window).value - before).abs() > 0.1 && agreed(&window).value > before);
    let name = label(&window);
    window.get_by_label(&name).set_value_accesskit(-1.5);
    settle(&mut window);
    assert!((agreed(&window).value + 1.5).abs() < 1e-6);
}

#[test]
fn a_card_is_added_to_an_empty_cell_by_giving_it_a_text() {
    let mut window = map();
    let before = session(&window).project().cards.len();
    let empty = all(&window, Role::GridCell).into_iter().find_map(|cell| {
        let label = cell.accesskit_node().label()?;
        (label.contains("×課題") && label.ends_with("0件")).then_some(label)
    });
    window.get_by_label(&empty.unwrap()).set_text_value_accesskit("返事が来ない");
    settle(&mut window);
    assert_eq!(session(&window).project().cards.len(), before + 1);
    window.get_by_label_contains("返事が来ない");
}

#[test]
fn f6_goes_round_the_parts_of_the_window_and_the_map_takes_the_arrow_keys() {
    let mut window = map();
    let focused = |window: &Window| {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough")]
        let node = window.query_all(By::new().predicate(|node| node.is_focused())).last();
        node.map(|node| {
            format!("{:?} {}", node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default())
        })
    };
    let mut seen = Vec::new();
    for _ in 0..5 {
        window.key_press(Key::F6);
        settle(&mut window);
        seen.extend(focused(&window));
    }
    assert_eq!(seen.len(), 5, "{seen:?}");
    for part in ["上部バー", "アウトライン", "インスペクター", "ステータスバー"] {
        assert!(seen.iter().any(|name| name.contains(part)), "{part}: {seen:?}");
    }
    // The map has the keyboard from the start: all the way round is back at it, and so is there and back.
    window.key_press(Key::F6);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::SHIFT, Key::F6);
    settle(&mut window);
    window.key_press(Key::ArrowRight);
    settle(&mut window);
    let selection = session(&window).selection();
    assert!(selection.cell().is_some() || !selection.is_empty(), "the map walks its cells");
}

#[test]
fn a_right_click_menu_opens_through_the_tree() {
    let mut window = map();
    let card = window.get_by_label_contains("着用写真を保存する");
    let request = ActionRequest {
        action: Action::ShowContextMenu,
        target_tree: TreeId::ROOT,
        target_node: card.accesskit_node().locate().0,
        data: None,
    };
    window.event(Event::AccessKitActionRequest(request));
    settle(&mut window);
    window.get_by_label_contains("複製");
}
