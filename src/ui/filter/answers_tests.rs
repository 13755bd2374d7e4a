//! The answers are filtered, used as a person uses it.

use crate::app::View;
use crate::feedback::StepVoice;
use crate::i18n::Lang;
use crate::i18n::answers::AnswersText as Text;
use crate::look::ThemeKind;
use crate::model::Step;
use crate::store;
use crate::ui::panel_tests::open_sized;
use crate::ui::testing::{Window, session, shot};
use crate::ui::update;
use eframe::egui::{Key, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use std::path::Path;

/// The example as it is shipped, with its survey.
pub(crate) fn with_survey(name: &str, lang: Lang, theme: ThemeKind, view: View, size: [f32; 2]) -> Window {
    let mut window = open_sized(name, lang, theme, view, size);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.ron"));
    let project = store::open(&path).unwrap().loaded.project;
    let desk = window.state_mut().as_mut().unwrap();
    update::show_project(desk, project, None);
    desk.shown.window.view = view;
    window.run();
    window
}

fn rows(window: &Window) -> u64 {
    window.state().as_ref().unwrap().shown.voice.overlay().unwrap().rows
}

#[test]
fn a_segment_is_chosen_with_the_mouse_and_given_up_with_a_key() {
    let lang = Lang::Ja;
    let mut window = with_survey("winter-coat", lang, ThemeKind::Light, View::Map, [1600.0, 1000.0]);
    let all = rows(&window);
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND | eframe::egui::Modifiers::SHIFT, Key::A);
    window.run();
    window.get_by_label(Text::Everything.text(lang));
    window.get_by_label(Text::Segments.text(lang)).click();
    window.run();
    window.get_by_label("新規").click();
    window.run();
    let some = rows(&window);
    assert!(0 < some && some < all, "{some} of {all}");
    window.key_press(Key::Escape);
    window.run();
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND | eframe::egui::Modifiers::SHIFT, Key::Num0);
    window.run();
    assert_eq!(rows(&window), all);
}

#[test]
fn the_feedback_page_says_what_moved_since_the_period_before() {
    let lang = Lang::Ja;
    let mut window = with_survey("winter-coat", lang, ThemeKind::Light, View::Feedback, [1280.0, 2400.0]);
    window.get_by_label(Text::Moved.text(lang));
    let (step, text) = {
        let project = session(&window).project();
        let overlay = window.state().as_ref().unwrap().shown.voice.overlay().unwrap();
        let steps = project.steps_in_journey(session(&window).journey().unwrap());
        let change = |step: &&Step| match overlay.steps.get(&step.id) {
            Some(StepVoice::Shown(figures)) => figures.change.is_some_and(|change| !change.proven),
            _ => false,
        };
        let step = steps.into_iter().find(change).unwrap();
        (step.id, format!("{}: 変化は確認できません", step.name))
    };
    window.get_by_label_contains(&text).click();
    window.run();
    assert!(session(&window).selection().contains(step));
    window.get_by_label(Text::CopyMoved.text(lang)).click();
    let mut copied = String::new();
    for _ in 0..4 {
        window.step();
        for command in &window.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied.clone_from(text);
            }
        }
    }
    assert!(copied.contains(Text::MovedUnproven.text(lang)), "{copied}");
}

/// With `TABIJI_SHOTS` set to a folder: pictures to be looked at.
#[test]
fn shots_of_filtered_answers() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    let looks = [
        ("winter-coat", Lang::Ja, ThemeKind::Light),
        ("winter-coat", Lang::Ja, ThemeKind::Dark),
        ("hotel-stay", Lang::En, ThemeKind::Light),
        ("hotel-stay", Lang::En, ThemeKind::Dark),
    ];
    for (example, lang, theme) in looks {
        let tail = format!("{}-{}", lang.code(), theme.key());
        let mut window = with_survey(example, lang, theme, View::Feedback, [1280.0, 2400.0]);
        let step = {
            let project = session(&window).project();
            project.steps_in_journey(project.journeys_in_order()[0].id)[3].name.clone()
        };
        window.get_all_by_label_contains(&format!("{step}: n ")).next().unwrap().click();
        window.run();
        shot(&mut window, &format!("answers-page-{tail}"));
        let mut window = with_survey(example, lang, theme, View::Map, [1920.0, 1080.0]);
        shot(&mut window, &format!("answers-map-{tail}"));
        window.state_mut().as_mut().unwrap().shown.filter.answers.channels =
            vec!["店舗".into(), "Shop".into(), "Web".into()];
        window.run_steps(6);
        shot(&mut window, &format!("answers-map-filtered-{tail}"));
    }
}
