//! Commands by keys in the whole window: every one of the table, finding, the palette, the menu.

use super::notation::{map, press};
use crate::app::settings::Settings;
use crate::app::{AppCommand, Example, Menu, Selection, View};
use crate::i18n::Lang;
use crate::model::{Problem, RecordId};
use crate::ui::action::Action;
use crate::ui::testing::{Window, session, shot, window};
use crate::ui::update;
use egui_kittest::kittest::Queryable as _;

fn example(example: Example) -> Window {
    let settings = Settings { lang: Some(example.lang()), ..Settings::default() };
    let mut window = window(settings, [1280.0, 800.0]);
    update::show_project(window.state_mut().as_mut().unwrap(), example.project().unwrap(), None);
    window.run();
    window
}

#[test]
fn every_command_is_carried_out_in_the_window_and_undone() {
    for (which, card) in Example::ALL.into_iter().zip([true, false]) {
        let mut window = example(which);
        let start = session(&window).project().clone();
        // Commands about files open dialogs of the system, and the start page lets the project go.
        let lets_go = |command: AppCommand| command.menu() == Menu::File || command == AppCommand::ViewStart;
        for command in AppCommand::ALL.iter().copied().filter(|command| !lets_go(*command)) {
            let journey = session(&window).journey().unwrap();
            let project = session(&window).project();
            let step = project.steps_in_journey(journey)[1].id;
            let record = project.cards.iter().find(|card| card.step == step).map(|card| RecordId::from(card.id));
            let selection = Selection::of([record.filter(|_| card).unwrap_or_else(|| step.into())]);
            let desk = window.state_mut().as_mut().unwrap();
            desk.session.as_mut().unwrap().select(selection);
            update::perform(desk, Action::Do(command));
            window.run();
            for key in ["Esc", "Esc", "Esc"] {
                press(&mut window, key);
            }
            let desk = window.state_mut().as_mut().unwrap();
            assert!(!desk.session.as_ref().unwrap().project().problems().iter().any(Problem::is_damage), "{command:?}");
            let session = desk.session.as_mut().unwrap();
            while session.undo().is_some() {}
            assert!(session.project().same_as(&start), "{command:?} is not undone");
            desk.shown.window.view = View::Map;
            desk.palette = None;
            desk.shown.window.help = false;
        }
    }
}

fn in_sight(window: &Window, words: &str) -> bool {
    window.query_by_label(words).is_some()
}

#[test]
fn a_text_is_found_counted_and_gone_to_and_escape_leads_back() {
    let mut window = example(Example::WinterCoat);
    let before = session(&window).selection().clone();
    press(&mut window, "Ctrl+F");
    press(&mut window, "'しちゃく'");
    assert!(in_sight(&window, "見つかりません"), "kanji have no kana to be found by");
    press(&mut window, "Ctrl+A");
    press(&mut window, "'試着'");
    let selected = |window: &Window| session(window).selection().primary();
    let (first, count) = (selected(&window), window.state().as_ref().unwrap().shown.find.count());
    assert!(count > 2 && in_sight(&window, &format!("{count}件中1件目")));
    shot(&mut window, "find-ja");
    press(&mut window, "Enter");
    assert!(in_sight(&window, &format!("{count}件中2件目")));
    assert_ne!(selected(&window), first);
    press(&mut window, "Shift+Enter");
    press(&mut window, "Shift+Enter");
    assert!(in_sight(&window, &format!("{count}件中{count}件目")), "before the first one lies the last");
    press(&mut window, "F3");
    assert_eq!(selected(&window), first);
    press(&mut window, "Esc");
    assert_eq!(*session(&window).selection(), before, "back to where one was");
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn a_persona_is_found_on_its_own_page() {
    let mut window = example(Example::HotelStay);
    let name = session(&window).project().personas_in_order()[0].name.clone();
    press(&mut window, "Ctrl+F");
    press(&mut window, &format!("'{}'", name.split(' ').next().unwrap()));
    for _ in 0..20 {
        if window.state().as_ref().unwrap().shown.window.view == View::Personas {
            break;
        }
        press(&mut window, "Enter");
    }
    assert_eq!(window.state().as_ref().unwrap().shown.window.view, View::Personas);
    shot(&mut window, "find-persona-en");
    press(&mut window, "Esc");
    assert_eq!(window.state().as_ref().unwrap().shown.window.view, View::Map);
}

#[test]
fn a_step_is_gone_to_from_the_palette() {
    let mut window = example(Example::WinterCoat);
    let step = session(&window).project().steps.iter().find(|step| step.name.contains("試着")).unwrap().id;
    press(&mut window, "Ctrl+K");
    press(&mut window, "'試着する'");
    shot(&mut window, "palette-ja");
    press(&mut window, "Enter");
    assert_eq!(session(&window).selection().primary(), Some(step.into()));
}

#[test]
fn the_menu_key_opens_the_menu_at_the_selection() {
    let mut window = example(Example::HotelStay);
    press(&mut window, "Down");
    press(&mut window, "Shift+F10");
    shot(&mut window, "menu-en");
    let before = session(&window).project().cards.len();
    window.get_by_label_contains(AppCommand::Duplicate.name(Lang::En)).click();
    window.run();
    assert_eq!(session(&window).project().cards.len(), before + 1);
}

/// Pictures to look at, only where `TABIJI_SHOTS` asks for them.
#[test]
fn shots_of_the_sheets() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    for (which, code) in [(Example::WinterCoat, "ja"), (Example::HotelStay, "en")] {
        let mut window = example(which);
        for (key, name) in [("F1", "help"), ("Ctrl+K", "palette-all")] {
            press(&mut window, key);
            shot(&mut window, &format!("{name}-{code}"));
            press(&mut window, "Esc");
        }
        press(&mut window, "Ctrl+K");
        press(&mut window, "'kaku'");
        shot(&mut window, &format!("palette-romaji-{code}"));
        press(&mut window, "Esc");
        press(&mut window, "Ctrl+Home");
        press(&mut window, "Shift+Right");
        press(&mut window, "Shift+Down");
        shot(&mut window, &format!("block-{code}"));
    }
    let mut window = map("T1=Web @T1");
    press(&mut window, "'de'");
    shot(&mut window, "channels");
    let mut window = map("@step 3");
    for key in ["F2", "Tab", "'受け取り'"] {
        press(&mut window, key);
    }
    shot(&mut window, "new-step");
}
