//! The comparison as a person uses it: made, edited, looked at in every view, things found by their names.

use crate::app::{AppCommand, MapView, View};
use crate::edit::Command;
use crate::i18n::Lang;
use crate::look::ThemeKind;
use crate::model::{Card, JourneyId, JourneyState};
use crate::ui::action::Action;
use crate::ui::testing::{Window, session, shot, with_template};
use crate::ui::update;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable as _;

fn window(lang: Lang, theme: ThemeKind, size: [f32; 2]) -> Window {
    with_template("retail", lang, theme, View::Map, size)
}

fn act(window: &mut Window, action: Action) {
    update::perform(window.state_mut().as_mut().unwrap(), action);
    window.run();
}

fn shown_state(window: &Window) -> JourneyState {
    let session = session(window);
    session.project().journeys.get(session.journey().unwrap()).unwrap().state
}

fn view(window: &Window) -> MapView {
    window.state().as_ref().unwrap().shown.compare.view
}

/// A card of the to-be, by the words it was made with.
fn card(window: &Window, text: &str) -> Card {
    let cards = &session(window).project().cards;
    cards.iter().find(|card| card.text == text && card.origin.is_some()).unwrap().clone()
}

fn double_click(window: &mut Window, pos: Pos2) {
    for pressed in [true, false, true, false] {
        let button = PointerButton::Primary;
        window.event(Event::PointerMoved(pos));
        window.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    window.run();
}

#[test]
fn the_to_be_is_made_from_the_bar_and_what_is_edited_is_marked() {
    let mut window = window(Lang::Ja, ThemeKind::Light, [1280.0, 800.0]);
    let before = session(&window).project().journeys.len();
    // In the bar and in the inspector.
    window.get_all_by_label("理想を作る").next().unwrap().click();
    window.run();
    assert_eq!(session(&window).project().journeys.len(), before + 1);
    assert_eq!((shown_state(&window), view(&window)), (JourneyState::ToBe, MapView::Overlaid));
    window.get_by_label_contains("まだ変更はありません");

    let edited = Card { text: "店員の写真で選ぶ".into(), ..card(&window, "着用写真を保存する") };
    act(&mut window, Action::Run(Command::Edit(edited.into())));
    window.get_by_label_contains("店員の写真で選ぶ（変更）");
    window.get_by_label_contains("変更点  △1");

    act(&mut window, Action::Do(AppCommand::Undo));
    assert!(window.query_by_label_contains("店員の写真で選ぶ（変更）").is_none());
    act(&mut window, Action::Do(AppCommand::Undo));
    assert_eq!(session(&window).project().journeys.len(), before, "one step takes the to-be back");
}

#[test]
fn what_went_is_shown_struck_and_cannot_be_edited() {
    let mut window = window(Lang::Ja, ThemeKind::Light, [1600.0, 1000.0]);
    act(&mut window, Action::Do(AppCommand::MakeToBe));
    let step = card(&window, "着用写真を保存する").step;
    act(&mut window, Action::Run(Command::Delete(vec![step.into()])));
    window.get_by_label_contains("ステップ「投稿で見かける」（フェーズ「認知」）（削除）");
    let ghost = window.get_by_label_contains("着用写真を保存する（削除）").rect().center();
    let before = session(&window).version();
    double_click(&mut window, ghost);
    window.get_by_label_contains("現状にしかない箇所です");
    window.event(Event::Text("まったく別".to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let cards = &session(&window).project().cards;
    assert!(cards.iter().any(|card| card.text == "着用写真を保存する"), "the as-is keeps its card");
    assert_eq!(session(&window).version(), before, "nothing came of it");
}

#[test]
fn what_went_is_brought_back_by_a_right_click_and_from_the_list() {
    let mut window = window(Lang::Ja, ThemeKind::Light, [1600.0, 1000.0]);
    act(&mut window, Action::Do(AppCommand::MakeToBe));
    let gone = card(&window, "着用写真を保存する");
    act(&mut window, Action::Run(Command::Delete(vec![gone.id.into()])));
    let is_back = |window: &Window| {
        let cards = &session(window).project().cards;
        cards.iter().any(|card| card.origin == gone.origin && card.lane == gone.lane && card.step == gone.step)
    };
    assert!(!is_back(&window));
    let ghost = window.get_by_label_contains("着用写真を保存する（削除）").rect().center();
    for pressed in [true, false] {
        let button = PointerButton::Secondary;
        window.event(Event::PointerMoved(ghost));
        window.event(Event::PointerButton { pos: ghost, button, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    window.run();
    shot(&mut window, "compare-ghost-menu");
    window.get_by_label_contains(AppCommand::BringBack.name(Lang::Ja)).click();
    window.run();
    assert!(is_back(&window));
    act(&mut window, Action::Do(AppCommand::Undo));
    assert!(!is_back(&window), "one undo");

    act(&mut window, Action::Do(AppCommand::ShowChanges));
    shot(&mut window, "compare-list-back");
    window.get_by_label(crate::i18n::compare::CompareText::BringBack.text(Lang::Ja)).click();
    window.run();
    assert!(is_back(&window));
}

#[test]
fn finding_leaves_the_buttons_of_the_comparison_free() {
    let mut window = window(Lang::Ja, ThemeKind::Light, [900.0, 700.0]);
    act(&mut window, Action::Do(AppCommand::MakeToBe));
    act(&mut window, Action::Do(AppCommand::Find));
    shot(&mut window, "find-over-compare");
    let button = window.get_by_label("比較する相手…").rect();
    let field = window.get_by_label(AppCommand::Find.name(Lang::Ja)).rect();
    assert!(field.top() >= button.bottom(), "{field:?} {button:?}");
}

#[test]
fn the_views_have_keys_and_the_list_leads_to_each_change() {
    let mut window = window(Lang::Ja, ThemeKind::Light, [1280.0, 800.0]);
    act(&mut window, Action::Do(AppCommand::MakeToBe));
    let edited = Card { text: "店員の写真で選ぶ".into(), ..card(&window, "着用写真を保存する") };
    let id = edited.id;
    act(&mut window, Action::Run(Command::Edit(edited.into())));
    for (key, expected, state) in [
        (Key::Num6, MapView::Alone, JourneyState::Hypothesis),
        (Key::Num7, MapView::Alone, JourneyState::ToBe),
        (Key::Num8, MapView::Beside, JourneyState::ToBe),
        (Key::Num9, MapView::Overlaid, JourneyState::ToBe),
    ] {
        window.key_press_modifiers(Modifiers::ALT, key);
        window.run();
        assert_eq!((view(&window), shown_state(&window)), (expected, state), "{key:?}");
    }
    window.key_press(Key::F8);
    window.run();
    assert!(session(&window).selection().contains(id));

    act(&mut window, Action::Select(Vec::new()));
    window.key_press_modifiers(Modifiers::ALT, Key::Num0);
    window.run();
    window.get_by_label("行動：店員の写真で選ぶ（テキスト）").click();
    window.run();
    assert!(session(&window).selection().contains(id));
    shot(&mut window, "compare-list-ja");
}

#[test]
fn side_by_side_a_click_makes_the_other_map_the_active_one() {
    let mut window = window(Lang::Ja, ThemeKind::Light, [1280.0, 900.0]);
    act(&mut window, Action::Do(AppCommand::MakeToBe));
    act(&mut window, Action::Do(AppCommand::CompareBeside));
    assert_eq!(shown_state(&window), JourneyState::ToBe);
    window.get_by_label("クリックするとこのマップを編集できます").click();
    window.run();
    assert_eq!((shown_state(&window), view(&window)), (JourneyState::Hypothesis, MapView::Beside));
}

#[test]
fn any_two_journeys_can_be_compared() {
    let mut window = window(Lang::En, ThemeKind::Light, [1280.0, 800.0]);
    act(&mut window, Action::Do(AppCommand::AddJourney));
    let ids: Vec<JourneyId> = session(&window).project().journeys_in_order().iter().map(|j| j.id).collect();
    act(&mut window, Action::ComparePair(Some((ids[0], ids[1]))));
    assert_eq!(view(&window), MapView::Beside);
    window.get_by_label_contains("What changes");
}

/// Pictures of every view, to be looked at.
#[test]
fn every_view_is_drawn() {
    let looks = [
        (Lang::Ja, ThemeKind::Light, [1280.0, 800.0], "ja-light-1280"),
        (Lang::En, ThemeKind::Dark, [1280.0, 800.0], "en-dark-1280"),
        (Lang::Ja, ThemeKind::Dark, [1920.0, 1080.0], "ja-dark-1920"),
        (Lang::En, ThemeKind::Light, [1920.0, 1080.0], "en-light-1920"),
    ];
    let looks = if std::env::var("TABIJI_SHOTS").is_ok() { &looks[..] } else { &looks[..1] };
    for (lang, theme, size, name) in looks {
        let mut window = window(*lang, *theme, *size);
        shot(&mut window, &format!("compare-offer-{name}"));
        act(&mut window, Action::Do(AppCommand::MakeToBe));
        rework(&mut window);
        shot(&mut window, &format!("compare-overlaid-{name}"));
        act(&mut window, Action::Do(AppCommand::CompareBeside));
        shot(&mut window, &format!("compare-beside-{name}"));
        act(&mut window, Action::Do(AppCommand::ShowChanges));
        shot(&mut window, &format!("compare-changes-{name}"));
    }
}

/// Deletes a step, changes, adds, moves and deletes cards.
fn rework(window: &mut Window) {
    let to_be = session(window).journey().unwrap();
    let project = session(window).project();
    let steps: Vec<_> = project.steps_in_journey(to_be).iter().map(|step| step.id).collect();
    let cards: Vec<Card> = steps
        .iter()
        .flat_map(|step| project.cards.iter().filter(|card| card.step == *step).cloned().collect::<Vec<_>>())
        .collect();
    let mut commands = vec![Command::Delete(vec![steps[2].into()])];
    for (n, card) in cards.iter().filter(|card| card.step != steps[2]).enumerate() {
        commands.push(match n % 7 {
            1 => Command::Edit(Card { text: "Notices it in the app".into(), ..card.clone() }.into()),
            3 => Command::Delete(vec![card.id.into()]),
            5 => Command::MoveCards { cards: vec![card.id], lane: card.lane, step: steps[4], before: None },
            _ => continue,
        });
    }
    for command in commands {
        act(window, Action::Run(command));
    }
}
