//! What was imported is looked after on the page: its age and history, the team's decisions, names without a step.

use crate::app::{AppCommand, View};
use crate::base::today;
use crate::i18n::arrival::TrayText as Tray;
use crate::i18n::sources::SourcesText as Text;
use crate::i18n::{Lang, fill, grouped};
use crate::look::ThemeKind;
use crate::model::{ColumnRole, DataSet, Measure, Project, Step, Together};
use crate::store;
use crate::ui::action::Action;
use crate::ui::panel_tests::{click, open_sized};
use crate::ui::testing::{Window, session, shot};
use crate::ui::update;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_kittest::kittest::Queryable as _;
use std::path::Path;

const SIZE: [f32; 2] = [1280.0, 2200.0];

/// The page of the example, changed.
pub(super) fn page(example: &str, lang: Lang, theme: ThemeKind, change: impl FnOnce(&mut Project)) -> Window {
    let mut window = open_sized(example, lang, theme, View::Feedback, SIZE);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{example}.ron"));
    let mut project = store::open(&path).unwrap().loaded.project;
    change(&mut project);
    let desk = window.state_mut().as_mut().unwrap();
    update::show_project(desk, project, None);
    desk.shown.window.view = View::Feedback;
    window.run();
    window
}

pub(super) fn first_set(project: &Project) -> DataSet {
    project.data_sets_in_order()[0].clone()
}

/// Two companies, neither of which calls itself ours, and a rating.
fn with_companies(project: &mut Project) {
    let mut set = first_set(project);
    set.imported_on = today().checked_sub(jiff::Span::new().days(100)).ok();
    set.own_company = "A社".into();
    set.cube.as_mut().unwrap().companies.extend(["A社".to_owned(), "B社".to_owned()]);
    set.together.push(Together { n: 40, ..Together::default() });
    set.measures.push(Measure { role: ColumnRole::Rating, name: "接客".into(), lowest: 1, highest: 5 });
    project.data_sets.put(set);
}

/// The third step is called otherwise than the file calls it.
fn with_lost_name(project: &mut Project) -> (String, Step) {
    let journey = project.journeys_in_order()[0].id;
    let step = (*project.steps_in_journey(journey)[2]).clone();
    let (old, twins) = (step.name.clone(), crate::app::actions::with_twins(project, step.id));
    for twin in twins {
        let renamed = Step { name: "べつの名前".into(), ..project.steps.get(twin).unwrap().clone() };
        project.steps.put(renamed);
    }
    (old, step)
}

fn choose(window: &mut Window, chooser: &str, choice: &str) {
    window.get_by_role_and_label(Role::ComboBox, chooser).click();
    window.run();
    window.get_by_label(choice).click();
    window.run();
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
}

#[test]
fn a_file_tells_its_age_its_columns_and_its_imports() {
    for (lang, theme, example) in
        [(Lang::Ja, ThemeKind::Light, "winter-coat"), (Lang::En, ThemeKind::Dark, "hotel-stay")]
    {
        let mut window = page(example, lang, theme, with_companies);
        let set = first_set(session(&window).project());
        window.get_by_label(&fill(Text::Months.text(lang), &[("n", "3")]));
        assert!(window.query_by_label(Text::History.text(lang)).is_none());
        click(&mut window, &fill(Text::Details.text(lang), &[("name", &set.name)]));
        window.run();
        window.get_by_label(Text::Mapping.text(lang));
        window.get_by_label(Text::History.text(lang));
        window.get_by_label(Text::Next.text(lang));
        shot(&mut window, &format!("sources-{}", lang.code()));
    }
}

#[test]
fn a_file_without_combinations_says_what_it_cannot_do() {
    let lang = Lang::En;
    let window = page("hotel-stay", lang, ThemeKind::Light, |project| {
        let set = first_set(project);
        project.data_sets.put(DataSet { cube: None, ..set });
    });
    assert!(window.query_all_by_value(Text::NoCube.text(lang)).next().is_some());
}

#[test]
fn the_team_says_which_answers_are_good_and_which_company_is_its_own() {
    let lang = Lang::Ja;
    let mut window = page("winter-coat", lang, ThemeKind::Light, with_companies);
    let from = |n: &str| fill(Text::From.text(lang), &[("n", n)]);
    choose(&mut window, &fill(Text::CutOf.text(lang), &[("rating", "接客")]), &from("3"));
    assert_eq!(session(&window).project().info.cuts[0].from, 3);
    undo(&mut window);
    assert!(session(&window).project().info.cuts.is_empty());

    let set = first_set(session(&window).project());
    click(&mut window, &fill(Text::Details.text(lang), &[("name", &set.name)]));
    window.run();
    choose(&mut window, &fill(Text::OwnCompany.text(lang), &[("name", &set.name)]), "B社");
    let changed = first_set(session(&window).project());
    assert_eq!((changed.own_company.as_str(), changed.quotes.len()), ("B社", 0));
    assert!(changed.words.is_empty() && changed.together.is_empty(), "nothing of the other company is left");
    undo(&mut window);
    assert_eq!(first_set(session(&window).project()), set);
}

#[test]
fn under_a_filter_the_correlations_say_that_they_are_of_all_answers() {
    let lang = Lang::Ja;
    let mut window = page("winter-coat", lang, ThemeKind::Light, |_| {});
    assert!(window.query_by_label(Text::WholeSample.text(lang)).is_none());
    window.state_mut().as_mut().unwrap().shown.filter.answers.segments = vec!["新規".into()];
    window.run();
    window.get_by_label(Text::WholeSample.text(lang));
}

#[test]
fn a_name_without_a_step_is_dragged_onto_one() {
    let lang = Lang::Ja;
    let mut lost = None;
    let mut window = page("winter-coat", lang, ThemeKind::Light, |project| lost = Some(with_lost_name(project)));
    let (name, step) = lost.unwrap();
    let handle = fill(Text::Drag.text(lang), &[("name", &name)]);
    let from = window.get_by_label(&handle).rect().center();
    let to = window.get_all_by_label_contains("べつの名前").next().unwrap().rect().center();
    let aliases = session(&window).project().aliases.len();
    drag(&mut window, from, to, "dragged-name");
    let project = session(&window).project();
    assert!(project.aliases.iter().any(|alias| alias.step == step.id && alias.name == name));
    assert!(window.query_by_label(&handle).is_none());
    undo(&mut window);
    assert_eq!(session(&window).project().aliases.len(), aliases);
}

#[test]
fn a_name_without_a_step_waits_under_the_map_and_is_dragged_onto_a_step() {
    for (lang, theme, size) in
        [(Lang::Ja, ThemeKind::Light, [1280.0, 800.0]), (Lang::En, ThemeKind::Dark, [1600.0, 1000.0])]
    {
        let mut lost = None;
        let mut window = map(lang, theme, size, |project| lost = Some(with_lost_name(project)));
        let (name, step) = lost.unwrap();
        let handle = waiting(&window, &name);
        let aliases = session(&window).project().aliases.len();
        let from = window.get_by_label(&handle).rect().center();
        let canvas = &window.state().as_ref().unwrap().shown.canvas;
        let to = canvas.screen_place(step.id.into()).unwrap() + eframe::egui::vec2(0.0, 160.0);
        drag(&mut window, from, to, &format!("tray-drag-{}", lang.code()));
        let project = session(&window).project();
        assert!(project.aliases.iter().any(|alias| alias.step == step.id && alias.name == name));
        assert!(window.query_by_label(&handle).is_none(), "nothing waits any more");
        undo(&mut window);
        assert_eq!(session(&window).project().aliases.len(), aliases);
        window.get_by_label(&handle);
    }
}

#[test]
fn a_name_without_a_step_is_given_to_the_selected_step_with_the_keyboard() {
    let lang = Lang::En;
    let mut lost = None;
    let mut window = map(lang, ThemeKind::Light, [1280.0, 800.0], |project| lost = Some(with_lost_name(project)));
    let (name, step) = lost.unwrap();
    let handle = waiting(&window, &name);
    click(&mut window, Tray::Hide.text(lang));
    window.run();
    assert!(window.query_by_label(&handle).is_none());
    let desk = window.state_mut().as_mut().unwrap();
    update::perform(desk, Action::Select(vec![step.id.into()]));
    update::perform(desk, Action::Do(AppCommand::AssignName));
    window.run();
    shot(&mut window, "tray-keyboard");
    window.key_press(Key::Enter);
    window.run();
    let project = session(&window).project();
    assert!(project.aliases.iter().any(|alias| alias.step == step.id && alias.name == name));
}

/// The map of the example, changed.
fn map(lang: Lang, theme: ThemeKind, size: [f32; 2], change: impl FnOnce(&mut Project)) -> Window {
    let mut window = open_sized("winter-coat", lang, theme, View::Map, size);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/winter-coat.ron");
    let mut project = store::open(&path).unwrap().loaded.project;
    change(&mut project);
    update::show_project(window.state_mut().as_mut().unwrap(), project, None);
    window.run();
    window
}

/// The handle of a name in the tray.
fn waiting(window: &Window, name: &str) -> String {
    let desk = window.state().as_ref().unwrap();
    let overlay = desk.shown.voice.overlay().unwrap();
    let rows = overlay.unassigned.iter().find(|(known, _)| known == name).unwrap().1;
    fill(Tray::Name.text(desk.lang()), &[("name", name), ("n", &*grouped(rows))])
}

fn drag(window: &mut Window, from: eframe::egui::Pos2, to: eframe::egui::Pos2, picture: &str) {
    let press = |window: &mut Window, pos, pressed| {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.run_steps(2);
    };
    window.event(Event::PointerMoved(from));
    window.run_steps(2);
    press(window, from, true);
    for part in [0.3, 0.7, 1.0] {
        window.event(Event::PointerMoved(from.lerp(to, part)));
        window.run_steps(2);
    }
    shot(window, picture);
    press(window, to, false);
    window.run();
}
