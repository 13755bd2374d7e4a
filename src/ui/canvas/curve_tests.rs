//! The curves of the emotion lane, chosen from the sheet at its title.

use super::tests::{click, press, project};
use crate::app::{Example, View};
use crate::i18n::Lang;
use crate::i18n::curves::CurvesText as Text;
use crate::look::ThemeKind;
use crate::model::MarkSource;
use crate::ui::testing::{Window, session, shot, start_page};
use crate::ui::update;
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;

fn map(theme: ThemeKind) -> Window {
    let mut window = start_page(Lang::Ja, theme, [1600.0, 1000.0]);
    let desk = window.state_mut().as_mut().unwrap();
    update::show_project(desk, Example::WinterCoat.project().unwrap(), None);
    desk.shown.window.view = View::Map;
    window.run();
    window
}

fn open(window: &mut Window) {
    let button = window.get_by_label(Text::Choose.text(Lang::Ja)).rect().center();
    click(window, button);
}

#[test]
fn curves_are_hidden_and_shown_from_the_lane() {
    let mut window = map(ThemeKind::Light);
    let journey = session(&window).journey().unwrap();
    let shown = |window: &Window, source: MarkSource| {
        let journey = project(window).journeys.get(journey).unwrap();
        let persona = journey.personas.first().copied();
        session(window).curves().choice.shows(journey, crate::layout::CurveId { persona, source })
    };
    assert!(shown(&window, MarkSource::Measured));
    open(&mut window);
    shot(&mut window, "curve-sheet");
    let name = project(&window)
        .personas
        .get(project(&window).journeys.get(journey).unwrap().personas[0])
        .unwrap()
        .name
        .clone();
    let named = crate::i18n::listed(&["実測", &name], Lang::Ja);
    window.get_by_role_and_label(Role::CheckBox, &named).click();
    window.run();
    assert!(!shown(&window, MarkSource::Measured));
    window.get_by_role_and_label(Role::CheckBox, &named).click();
    window.run();
    assert!(shown(&window, MarkSource::Measured), "the sheet stays open");
    assert!(session(&window).undo_label().is_none(), "only what is looked at has changed");
    press(&mut window, Key::Escape);
    assert!(window.query_by_role_and_label(Role::CheckBox, &named).is_none());
}

#[test]
fn the_curve_that_is_edited_is_chosen_in_the_sheet() {
    let mut window = map(ThemeKind::Dark);
    open(&mut window);
    let journey = session(&window).journey().unwrap();
    let persona = project(&window).journeys.get(journey).unwrap().personas[0];
    let name = project(&window).personas.get(persona).unwrap().name.clone();
    let named = crate::i18n::listed(&["目標", &name], Lang::Ja);
    // What is not shown yet is shown first.
    if window.query_by_role_and_label(Role::RadioButton, &named).is_none() {
        window.get_by_role_and_label(Role::CheckBox, &named).click();
        window.run();
    }
    window.get_by_role_and_label(Role::RadioButton, &named).click();
    window.run();
    shot(&mut window, "curve-sheet-dark");
    let project = project(&window);
    let edited = session(&window).curves().edited(project, project.journeys.get(journey).unwrap());
    assert_eq!(edited.source, MarkSource::Target);
}
