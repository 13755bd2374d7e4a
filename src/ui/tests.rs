//! The window, used as a person uses it: things are found by their accessible names.

use super::action::Action;
use super::start::thumbnail::draw_template;
use super::testing::{Window, session, shot, start_page, window_drawing, with_template};
use super::update::{may_close, perform};
use crate::app::settings::Settings;
use crate::app::{AppCommand, View};
use crate::base::today;
use crate::i18n::inspector::InspectorText;
use crate::i18n::persona::PersonaText;
use crate::i18n::shell::ShellText;
use crate::i18n::start::StartText;
use crate::i18n::{Lang, fill};
use crate::look::ThemeKind;
use crate::model::LaneKind;
use crate::template;
use eframe::egui::{Event, ImeEvent, Role};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1600.0, 1000.0];

#[test]
fn the_start_page_shows_the_templates_and_changes_its_language() {
    let mut window = start_page(Lang::Ja, ThemeKind::Light, SIZE);
    window.get_by_label(StartText::FromTemplate.text(Lang::Ja));
    for template in template::all() {
        window.get_by_role_and_label(Role::Button, template.title("ja"));
    }
    shot(&mut window, "start-ja-light");
    window.get_by_label("English").click();
    window.run();
    window.get_by_label(StartText::FromTemplate.text(Lang::En));
    shot(&mut window, "start-en-light");
}

#[test]
fn a_template_becomes_a_project() {
    let mut window = start_page(Lang::Ja, ThemeKind::Light, SIZE);
    let template = &template::all()[0];
    window.get_by_role_and_label(Role::Button, template.title("ja")).click();
    window.run();
    assert!(!session(&window).project().journeys.is_empty());
}

/// Pictures to look at, only where `TABIJI_SHOTS` asks for them.
#[test]
fn shots_of_all_pages() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    let pictured = Settings { lang: Some(Lang::Ja), ..Settings::default() };
    let mut start = window_drawing(pictured, SIZE, draw_template);
    for _ in 0..100 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        start.step();
    }
    shot(&mut start, "start-pictured");
    let small = [1000.0, 640.0];
    shot(&mut with_template("b2b-saas", Lang::Ja, ThemeKind::Light, View::Personas, small), "persona-small");
    shot(&mut start_page(Lang::En, ThemeKind::Light, small), "start-small");
    for (lang, theme) in [(Lang::Ja, ThemeKind::Light), (Lang::En, ThemeKind::Dark)] {
        let name = |page: &str| format!("{page}-{}-{}", lang.code(), theme.key());
        shot(&mut start_page(lang, theme, SIZE), &name("start"));
        for (view, page) in [(View::Map, "map"), (View::Personas, "persona")] {
            let mut window = with_template("retail", lang, theme, view, SIZE);
            shot(&mut window, &name(page));
            if view == View::Map {
                let project = session(&window).project();
                let card = project.cards.iter().find(|card| card.opportunity.owner.is_some()).unwrap().id;
                let step = project.steps.iter().find(|step| step.touchpoint.moment_of_truth).unwrap().id;
                for (record, page) in [(card.into(), "card"), (step.into(), "step")] {
                    super::update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![record]));
                    window.run();
                    shot(&mut window, &name(page));
                }
            }
        }
    }
}

fn name_of_first_persona(window: &Window) -> String {
    session(window).project().personas_in_order()[0].name.clone()
}

#[test]
fn a_persona_is_renamed_in_japanese_with_one_step_of_the_history() {
    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Personas, SIZE);
    let before = name_of_first_persona(&window);
    let name = PersonaText::Name.text(Lang::Ja);
    let end = |window: &Window| window.get_by_role_and_label(Role::MultilineTextInput, name).focus();
    end(&window);
    window.run();
    window.key_combination_modifiers(eframe::egui::Modifiers::COMMAND, &[eframe::egui::Key::A]);
    window.run();
    window.event(Event::Ime(ImeEvent::Preedit { text: "やま".to_owned(), active_range_chars: None }));
    window.run();
    assert_eq!(name_of_first_persona(&window), before, "what is being composed is not written yet");
    window.event(Event::Ime(ImeEvent::Commit("山田".to_owned())));
    window.run();
    window.get_by_role_and_label(Role::MultilineTextInput, name).type_text(" 花");
    window.run();
    assert_eq!(name_of_first_persona(&window), "山田 花");
    window.key_press(eframe::egui::Key::Enter);
    window.run();

    window.get_by_label("元に戻す").click();
    window.run();
    assert_eq!(name_of_first_persona(&window), before, "one undo takes all of it back");
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn ten_idle_frames_make_no_step_of_the_history_and_no_layout() {
    for view in [View::Map, View::Personas, View::Feedback] {
        let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, view, SIZE);
        let layouts = |window: &Window| window.state().as_ref().unwrap().shown.canvas.layout_runs();
        let (version, runs) = (session(&window).version(), layouts(&window));
        window.run_steps(10);
        assert_eq!((session(&window).version(), layouts(&window)), (version, runs));
        assert!(session(&window).undo_label().is_none());
    }
}

#[test]
fn an_untouched_template_is_let_go_without_a_question_and_a_changed_one_is_not() {
    let leave = Action::Do(AppCommand::ViewStart);
    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, [1280.0, 800.0]);
    assert!(!session(&window).dirty());
    perform(window.state_mut().as_mut().unwrap(), leave.clone());
    window.run();
    assert!(window.state().as_ref().unwrap().session.is_none(), "nothing is lost that the start page has not");

    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, [1280.0, 800.0]);
    perform(window.state_mut().as_mut().unwrap(), Action::Do(AppCommand::AddStep));
    window.run();
    assert!(session(&window).dirty());
    perform(window.state_mut().as_mut().unwrap(), leave);
    window.run();
    let desk = window.state().as_ref().unwrap();
    assert!(desk.session.is_some() && desk.dialog.is_some(), "a question comes first");
}

#[test]
fn hidden_lanes_stand_in_the_outline_and_come_back_from_there() {
    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, [1280.0, 800.0]);
    let lane = session(&window).project().lanes.iter().find(|lane| lane.kind == LaneKind::Thought).unwrap().id;
    perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![lane.into()]));
    perform(window.state_mut().as_mut().unwrap(), Action::Do(AppCommand::HideLane));
    window.run();
    shot(&mut window, "outline-hidden-lanes");
    window.get_by_label("レーン「思考」を表示").click();
    window.run();
    assert!(!session(&window).project().lanes.get(lane).unwrap().hidden);
    assert!(window.query_by_label("レーン「思考」を表示").is_none());
}

#[test]
fn unsaved_changes_are_asked_about_before_the_project_is_let_go() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    window.get_by_label(ShellText::ProjectTitle.text(Lang::En)).focus();
    window.run();
    window.get_by_label(ShellText::ProjectTitle.text(Lang::En)).type_text("!");
    window.run();
    assert!(session(&window).dirty());
    let desk = |window: &mut Window| -> bool { may_close(window.state_mut().as_mut().unwrap()) };
    assert!(!desk(&mut window));
    window.run();
    shot(&mut window, "dialog-unsaved");
    window.get_by_label(ShellText::Cancel.text(Lang::En)).click();
    window.run();
    assert!(window.state().as_ref().unwrap().dialog.is_none());
    assert!(!desk(&mut window));
    window.run();
    window.get_by_label(ShellText::DontSave.text(Lang::En)).click();
    window.run();
    assert!(desk(&mut window));
}

#[test]
fn recent_files_are_listed_and_can_be_taken_off_the_list() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut settings = Settings { lang: Some(Lang::Ja), ..Settings::default() };
    settings.remember(std::path::Path::new("/nowhere/else.ron"), "外来受診", today());
    settings.remember(file.path(), "冬物コートの購入", today());
    let mut window = super::testing::window(settings, SIZE);
    shot(&mut window, "start-recent");
    let remove = fill(StartText::ForgetFile.text(Lang::Ja), &[("name", "外来受診")]);
    window.get_by_label(&remove).click();
    window.run();
    let left = &window.state().as_ref().unwrap().settings.recent;
    assert_eq!(left.iter().map(|file| file.title.as_str()).collect::<Vec<_>>(), ["冬物コートの購入"]);
}

#[test]
fn a_new_persona_is_shown_and_can_be_named_at_once() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    let before = session(&window).project().personas.len();
    window.get_by_label(ShellText::AddPersona.text(Lang::En)).click();
    window.run();
    assert_eq!(session(&window).project().personas.len(), before + 1);
    window.get_by_label(ShellText::Rename.text(Lang::En)).type_text("Kim");
    window.key_press(eframe::egui::Key::Enter);
    window.run();
    let names: Vec<_> = session(&window).project().personas_in_order().iter().map(|p| p.name.clone()).collect();
    assert_eq!(names.last().unwrap(), "Kim");
    shot(&mut window, "persona-new");
}

#[test]
fn importance_is_set_with_a_click_and_taken_back_with_ctrl_z() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    let step = session(&window).project().steps.iter().find(|s| s.touchpoint.engagement != 3).unwrap().clone();
    super::update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![step.id.into()]));
    window.run();
    let name = InspectorText::Engagement.text(Lang::En);
    let dots = window.get_by_role_and_label(Role::Slider, name).rect();
    let third = dots.left_center() + eframe::egui::vec2(dots.width() * 0.5, 0.0);
    window.hover_at(third);
    window.drag_at(third);
    window.drop_at(third);
    window.run();
    let level = |window: &Window| session(window).project().steps.get(step.id).unwrap().touchpoint.engagement;
    assert_eq!(level(&window), 3);
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Z);
    window.run();
    assert_eq!(level(&window), step.touchpoint.engagement);
}
