//! Presenting, used as a person uses it.

use crate::app::{AppCommand, Example, View};
use crate::i18n::Lang;
use crate::i18n::present::PresentText as Text;
use crate::layout::story::Slide;
use crate::look::ThemeKind;
use crate::ui::action::Action;
use crate::ui::testing::{Window, session, shot, start_page, with_template};
use crate::ui::update;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1280.0, 720.0];

fn map() -> Window {
    with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, SIZE)
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run_steps(3);
}

fn slide(window: &Window) -> Option<Slide> {
    window.state().as_ref().unwrap().stage.as_ref().map(|stage| stage.show.slide())
}

fn start(window: &mut Window) {
    press(window, Key::F5);
}

#[test]
fn f5_tells_the_journey_with_keys_only_and_escape_returns_to_where_one_was() {
    let mut window = map();
    update::perform(window.state_mut().as_mut().unwrap(), Action::SetZoom(1.3));
    window.run();
    let step = session(&window).project().steps.iter().find(|step| step.name == "口コミを読む").unwrap().id;
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![step.into()]));
    window.run();
    let before = |window: &Window| {
        let desk = window.state().as_ref().unwrap();
        (desk.shown.canvas.zoom(), desk.shown.window, session(window).selection().clone(), session(window).version())
    };
    let left = before(&window);
    start(&mut window);
    assert_eq!(slide(&window), Some(Slide::Opening));
    assert!(window.query_by_label("元に戻す").is_none(), "nothing but the story is shown");
    press(&mut window, Key::ArrowRight);
    assert!(matches!(slide(&window), Some(Slide::Phase(_))));
    press(&mut window, Key::Space);
    let first = slide(&window);
    assert!(matches!(first, Some(Slide::Step(_))));
    press(&mut window, Key::PageDown);
    press(&mut window, Key::PageUp);
    assert_eq!(slide(&window), first);
    press(&mut window, Key::Num2);
    assert!(matches!(slide(&window), Some(Slide::Phase(_))));
    press(&mut window, Key::End);
    assert_eq!(slide(&window), Some(Slide::Whole));
    press(&mut window, Key::Home);
    press(&mut window, Key::Delete);
    press(&mut window, Key::Escape);
    assert_eq!(slide(&window), None);
    window.run();
    assert_eq!(before(&window), left, "page, zoom, panels, selection and document are as they were");
}

#[test]
fn shift_f5_begins_at_the_selected_step() {
    let mut window = map();
    let step = session(&window).project().steps.iter().find(|step| step.name == "口コミを読む").unwrap().id;
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![step.into()]));
    window.run();
    window.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    window.run_steps(3);
    assert_eq!(slide(&window), Some(Slide::Step(step)));
    window.get_by_label_contains("口コミを読む\n");
}

#[test]
fn the_screen_goes_black_and_the_sheet_of_keys_opens_and_closes() {
    let mut window = map();
    start(&mut window);
    press(&mut window, Key::B);
    window.get_by_label(Text::BlackScreen.text(Lang::Ja));
    press(&mut window, Key::ArrowRight);
    assert_eq!(slide(&window), Some(Slide::Opening));
    press(&mut window, Key::Questionmark);
    window.get_by_label(Text::KeysTitle.text(Lang::Ja));
    shot(&mut window, "present-keys");
    press(&mut window, Key::X);
    assert!(window.query_by_label(Text::KeysTitle.text(Lang::Ja)).is_none());
}

#[test]
fn the_timer_counts_and_pauses() {
    let mut window = map();
    start(&mut window);
    press(&mut window, Key::T);
    window.run_steps(130);
    window.get_by_label("経過 0:02");
    press(&mut window, Key::T);
    window.get_by_label("経過 0:02 (一時停止中)");
    press(&mut window, Key::R);
    assert!(window.query_by_label_contains("経過").is_none());
}

#[test]
fn a_click_turns_the_page_and_a_long_press_is_a_laser() {
    let mut window = map();
    start(&mut window);
    let middle = eframe::egui::pos2(640.0, 300.0);
    window.drag_at(middle);
    window.step();
    window.drop_at(middle);
    window.run_steps(2);
    assert!(matches!(slide(&window), Some(Slide::Phase(_))));
    let there = slide(&window);
    window.drag_at(middle);
    window.run_steps(30);
    shot(&mut window, "present-laser");
    window.drop_at(middle);
    window.run_steps(2);
    assert_eq!(slide(&window), there);
}

#[test]
fn the_curve_grows_to_the_step_unless_motion_is_not_wanted() {
    for (reduced, grown) in [(false, false), (true, true)] {
        let mut window = map();
        window.state_mut().as_mut().unwrap().settings.reduced_motion = reduced;
        start(&mut window);
        for _ in 0..3 {
            press(&mut window, Key::ArrowRight);
        }
        let stage = window.state().as_ref().unwrap().stage.as_ref().unwrap();
        assert_eq!(stage.told(&window.ctx, !reduced, window.ctx.input(|input| input.time)) >= 1.0, grown);
        window.run_steps(40);
        let stage = window.state().as_ref().unwrap().stage.as_ref().unwrap();
        assert!(stage.told(&window.ctx, !reduced, window.ctx.input(|input| input.time)) >= 1.0);
    }
}

#[test]
fn the_button_in_the_top_bar_presents() {
    let mut window = map();
    window.get_by_role_and_label(Role::Button, Text::Present.text(Lang::Ja)).click();
    window.run_steps(3);
    assert_eq!(slide(&window), Some(Slide::Opening));
}

/// With `TABIJI_SHOTS` set to a folder: the slides, to be looked at.
#[test]
fn shots_of_slides() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    let looks = [
        (Example::WinterCoat, Lang::Ja, ThemeKind::Light, [1920.0, 1080.0]),
        (Example::HotelStay, Lang::En, ThemeKind::Dark, [1280.0, 720.0]),
        (Example::WinterCoat, Lang::Ja, ThemeKind::HighContrast, [1280.0, 720.0]),
        (Example::HotelStay, Lang::En, ThemeKind::Light, [1024.0, 768.0]),
    ];
    for (example, lang, theme, size) in looks {
        let mut window = start_page(lang, theme, size);
        update::perform(window.state_mut().as_mut().unwrap(), Action::OpenExample(example));
        window.run_steps(4);
        let name = |slide: &str| format!("present-{slide}-{}-{}", lang.code(), theme.key());
        update::perform(window.state_mut().as_mut().unwrap(), Action::Do(AppCommand::Present));
        window.run_steps(3);
        shot(&mut window, &name("1-opening"));
        for (at, page) in [(4, "2-phase"), (2, "3-step"), (9, "4-step"), (15, "5-step"), (usize::MAX, "6-whole")] {
            window.state_mut().as_mut().unwrap().stage.as_mut().unwrap().show.show(at);
            window.run_steps(50);
            shot(&mut window, &name(page));
        }
    }
}

#[test]
fn slides_follow_the_filter_and_say_so() {
    let mut window = map();
    let desk = window.state_mut().as_mut().unwrap();
    let department = desk.session.as_ref().unwrap().project().departments_in_order()[1].id;
    desk.shown.filter.toggle_department(department);
    let project = session(&window).project();
    let journey = session(&window).journey().unwrap();
    let (step, card) = project
        .steps_in_journey(journey)
        .iter()
        .find_map(|step| {
            let card = project.cards.iter().find(|card| card.step == step.id && card.author != Some(department))?;
            Some((step.id, card.text.clone()))
        })
        .unwrap();
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![step.into()]));
    window.run();
    window.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    window.run_steps(3);
    assert_eq!(slide(&window), Some(Slide::Step(step)));
    let told = |window: &Window| window.state().as_ref().unwrap().stage.as_ref().unwrap().picture.told().to_owned();
    assert!(!told(&window).contains(&card), "{}", told(&window));
    shot(&mut window, "present-filter");
    let words = window.state().as_ref().unwrap().stage.as_ref().unwrap().picture.filtered().to_owned();
    window.get_by_label(&words);
    window.state_mut().as_mut().unwrap().shown.filter.clear();
    window.run_steps(3);
    assert!(told(&window).contains(&card));
}
