//! What is behind a number of the voice lane, opened as a person opens it.

use super::Wish;
use super::tests::{click, place, press};
use crate::app::{Cell, Selection, View};
use crate::feedback::StepVoice;
use crate::i18n::Lang;
use crate::i18n::answers::AnswersText as Text;
use crate::i18n::fill;
use crate::look::ThemeKind;
use crate::model::{LaneKind, StepId};
use crate::ui::filter::answers_tests::with_survey;
use crate::ui::testing::{Window, session, shot};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1600.0, 1000.0];

/// A step with figures, one without, and the name by which the sheet of a step is found.
fn step(window: &Window, has_figures: bool) -> StepId {
    let overlay = window.state().as_ref().unwrap().shown.voice.overlay().unwrap();
    let steps = session(window).project().steps_in_journey(session(window).journey().unwrap());
    let wanted =
        |step: &&&crate::model::Step| matches!(overlay.steps.get(&step.id), Some(StepVoice::Shown(_))) == has_figures;
    steps.iter().filter(wanted).nth(1).or_else(|| steps.iter().find(wanted)).unwrap().id
}

fn title(window: &Window, step: StepId, lang: Lang) -> String {
    fill(Text::VoiceOf.text(lang), &[("step", &session(window).project().steps.get(step).unwrap().name)])
}

/// The keyboard comes to the voice cell of a step, and Enter opens it.
fn open_with_enter(window: &mut Window, step: StepId) {
    let journey = session(window).journey().unwrap();
    let lanes = session(window).project().lanes_of(journey);
    let lane = lanes.iter().find(|lane| lane.kind == LaneKind::Voice).unwrap().id;
    let desk = window.state_mut().as_mut().unwrap();
    desk.session.as_mut().unwrap().select(Selection::of_cell(Cell { lane, step }));
    window.run();
    press(window, Key::Enter);
    window.run();
}

#[test]
fn a_number_of_the_voice_lane_shows_what_is_behind_it() {
    let lang = Lang::Ja;
    let mut window = with_survey("winter-coat", lang, ThemeKind::Light, View::Map, SIZE);
    let chosen = step(&window, true);
    let title = title(&window, chosen, lang);
    let name = session(&window).project().steps.get(chosen).unwrap().name.clone();
    let at = place(&window, &format!("{name}：満足度"));
    click(&mut window, at);
    window.get_by_label(&title);
    window.get_by_label(Text::Distribution.text(lang));
    press(&mut window, Key::Escape);
    assert!(window.query_by_label(&title).is_none());

    open_with_enter(&mut window, chosen);
    window.get_by_label(&title);
    window.get_by_label(Text::OpenPage.text(lang)).click();
    window.run();
    assert_eq!(window.state().as_ref().unwrap().shown.window.view, View::Feedback);
    window.get_by_label(Text::Distribution.text(lang));
}

#[test]
fn another_page_closes_what_is_behind_a_number() {
    let lang = Lang::En;
    let mut window = with_survey("hotel-stay", lang, ThemeKind::Light, View::Map, SIZE);
    let chosen = step(&window, true);
    let title = title(&window, chosen, lang);
    open_with_enter(&mut window, chosen);
    window.get_by_label(&title);
    for key in [Key::Num3, Key::Num1] {
        window.key_press_modifiers(Modifiers::ALT, key);
        window.run();
    }
    assert_eq!(window.state().as_ref().unwrap().shown.window.view, View::Map);
    assert!(window.query_by_label(&title).is_none());
}

#[test]
fn the_small_map_goes_when_the_map_rests() {
    let mut window = with_survey("hotel-stay", Lang::En, ThemeKind::Light, View::Map, SIZE);
    let is_up = |window: &Window| window.state().as_ref().unwrap().shown.canvas.minimap.is_up;
    window.state_mut().as_mut().unwrap().shown.canvas.wish = Some(Wish::Zoom(1.5));
    window.run_steps(2);
    assert!(is_up(&window), "while the map is moved");
    for _ in 0..150 {
        window.step();
    }
    assert!(!is_up(&window), "it covers no cell of a map at rest");
}

/// With `TABIJI_SHOTS` set to a folder: pictures to be looked at.
#[test]
fn shots_of_the_voice_of_a_step() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    let looks = [("winter-coat", Lang::Ja, ThemeKind::Light), ("hotel-stay", Lang::En, ThemeKind::Dark)];
    for (example, lang, theme) in looks {
        for has_figures in [true, false] {
            let mut window = with_survey(example, lang, theme, View::Map, SIZE);
            let chosen = step(&window, has_figures);
            open_with_enter(&mut window, chosen);
            window.run_steps(3);
            shot(&mut window, &format!("voice-{has_figures}-{}-{}", lang.code(), theme.key()));
        }
    }
}
