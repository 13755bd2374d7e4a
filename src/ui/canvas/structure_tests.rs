//! Links and handoffs, used as a person uses them: with the mouse, and with keys only.

use super::tests::{click, command, drag, place, pointer, press, project};
use crate::app::{AppCommand, View};
use crate::i18n::Lang;
use crate::i18n::fill;
use crate::i18n::structure::{HandoffText, LinkText, PhasePreset, PresetText};
use crate::look::ThemeKind;
use crate::model::{Carried, LinkKind, Project, Step};
use crate::ui::action::Action;
use crate::ui::testing::{Window, session, shot, with_template};
use crate::ui::update;
use eframe::egui::{Event, Key, vec2};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1600.0, 1000.0];

fn map(lang: Lang) -> Window {
    with_template("retail", lang, ThemeKind::Light, View::Map, SIZE)
}

fn columns(project: &Project) -> Vec<Step> {
    let journey = project.journeys_in_order()[0].id;
    project.steps_in_journey(journey).into_iter().cloned().collect()
}

fn select(window: &mut Window, step: &Step) {
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![step.id.into()]));
    window.run();
}

fn header(window: &Window, step: &Step) -> eframe::egui::Pos2 {
    place(window, &format!("ステップ「{}」", step.name))
}

fn links(window: &Window) -> Vec<(String, String, LinkKind, String)> {
    let project = project(window);
    let name = |id| project.steps.get(id).unwrap().name.clone();
    project.links.iter().map(|link| (name(link.from), name(link.to), link.kind, link.label.clone())).collect()
}

fn without_links(window: &mut Window) {
    let ids = project(window).links.iter().map(|link| link.id.into()).collect();
    update::perform(window.state_mut().as_mut().unwrap(), Action::Run(crate::edit::Command::Delete(ids)));
    window.run();
}

#[test]
fn a_loop_is_drawn_with_keys_only_and_gets_its_condition() {
    let mut window = map(Lang::Ja);
    without_links(&mut window);
    let steps = columns(project(&window));
    select(&mut window, &steps[3]);
    command(&mut window, AppCommand::LinkTo);
    window.get_by_label(LinkText::PickTarget.text(Lang::Ja));
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowLeft);
    shot(&mut window, "link-by-keys");
    press(&mut window, Key::Enter);
    window.event(Event::Text("合わなかった".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    let (from, to) = (steps[3].name.clone(), steps[1].name.clone());
    assert_eq!(links(&window), [(from.clone(), to.clone(), LinkKind::Loop, "合わなかった".to_owned())]);
    window.get_by_label(&format!("ループ：「{from}」→「{to}」（合わなかった）"));
    shot(&mut window, "link-selected");
    command(&mut window, AppCommand::Undo);
    command(&mut window, AppCommand::Undo);
    assert!(links(&window).is_empty());
}

#[test]
fn a_branch_is_dragged_from_the_handle_to_another_step_and_escape_drops_it() {
    let mut window = map(Lang::Ja);
    without_links(&mut window);
    let steps = columns(project(&window));
    let at = header(&window, &steps[1]);
    pointer(&mut window, at, None);
    window.run();
    let name = fill(LinkText::HandleName.text(Lang::Ja), &[("step", &steps[1].name)]);
    let handle = window.get_by_label(&name).rect().center();
    let to = header(&window, &steps[4]);

    pointer(&mut window, handle, Some(true));
    for share in [0.2, 0.6, 1.0] {
        pointer(&mut window, handle + (to - handle) * share, None);
    }
    shot(&mut window, "link-by-drag");
    press(&mut window, Key::Escape);
    pointer(&mut window, to, Some(false));
    window.run();
    assert!(links(&window).is_empty(), "Escape drops it");

    pointer(&mut window, at, None);
    window.run();
    drag(&mut window, handle, to);
    press(&mut window, Key::Escape);
    assert_eq!(links(&window), [(steps[1].name.clone(), steps[4].name.clone(), LinkKind::Branch, String::new())]);
}

#[test]
fn a_click_on_the_line_asks_the_four_questions_and_each_answer_is_a_step_of_the_history() {
    for lang in Lang::ALL {
        let mut window = map(lang);
        let broken = project(&window).handoffs.iter().find(|handoff| handoff.is_broken()).unwrap().clone();
        let from = project(&window).steps.get(broken.from).unwrap().name.clone();
        let marker = if lang == Lang::Ja { format!("「{from}」→") } else { format!("from “{from}” to") };
        let at = window.get_by_label_contains(&marker).rect();
        click(&mut window, at.center_bottom() - vec2(0.0, 10.0));
        window.get_by_label(HandoffText::Title.text(lang));
        shot(&mut window, &format!("handoff-popup-{}", lang.code()));
        let answers = |window: &Window| project(window).handoffs.get(broken.id).unwrap().answers();
        for key in [Key::Num1, Key::Y, Key::N, Key::Y] {
            press(&mut window, key);
        }
        assert_eq!(answers(&window)[..3], [Carried::Yes, Carried::No, Carried::Yes]);
        press(&mut window, Key::Num2);
        press(&mut window, Key::ArrowLeft);
        assert_eq!(answers(&window)[1], Carried::Yes);
        press(&mut window, Key::Escape);
        assert!(window.query_by_label(HandoffText::Title.text(lang)).is_none());
        while session(&window).undo_label().is_some() {
            command(&mut window, AppCommand::Undo);
        }
        assert_eq!(answers(&window), broken.answers());
    }
}

#[test]
fn a_handoff_is_opened_and_answered_with_keys_only() {
    let mut window = map(Lang::En);
    let steps = columns(project(&window));
    let place =
        steps.windows(2).position(|pair| project(&window).handoff_between(pair[0].id, pair[1].id).is_none()).unwrap();
    select(&mut window, &steps[place]);
    command(&mut window, AppCommand::EditHandoff);
    window.get_by_label(HandoffText::Title.text(Lang::En));
    let before = project(&window).handoffs.len();
    press(&mut window, Key::Num4);
    press(&mut window, Key::N);
    let said = project(&window).handoff_between(steps[place].id, steps[place + 1].id).unwrap().clone();
    assert_eq!((said.promise, project(&window).handoffs.len()), (Carried::No, before + 1));
    window.get_by_label(HandoffText::Note.text(Lang::En)).focus();
    window.run();
    window.get_by_label(HandoffText::Note.text(Lang::En)).type_text("yn1");
    window.run();
    let said = project(&window).handoff_between(steps[place].id, steps[place + 1].id).unwrap().clone();
    assert_eq!((said.note.as_str(), said.identity), ("yn1", Carried::Unknown), "letters in a remark answer nothing");
}

#[test]
fn an_empty_map_offers_presets_and_takes_one_in_a_step_of_the_history() {
    let mut window = with_template("blank", Lang::Ja, ThemeKind::Light, View::Map, SIZE);
    shot(&mut window, "empty-map");
    window.get_by_label(AppCommand::PhasePresets.name(Lang::Ja)).click();
    window.run();
    shot(&mut window, "phase-presets");
    window.get_by_label(PhasePreset::B2b.title(Lang::Ja)).click();
    window.run();
    window.get_by_label(PresetText::Apply.text(Lang::Ja)).click();
    window.run();
    let project = project(&window);
    let names: Vec<&str> =
        project.phases_of(project.journeys_in_order()[0].id).iter().map(|phase| phase.name.as_str()).collect();
    assert_eq!(names, PhasePreset::B2b.phases(Lang::Ja));
    command(&mut window, AppCommand::Undo);
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn the_size_meter_says_how_large_the_type_is_and_what_helps() {
    let mut window = map(Lang::Ja);
    command(&mut window, AppCommand::SheetSize);
    window.run();
    window.get_by_label(crate::i18n::structure::SizeText::Title.text(Lang::Ja));
    shot(&mut window, "size-meter");
}

#[test]
fn the_map_scrolls_under_a_link_drawn_to_its_edge() {
    let mut window = map(Lang::Ja);
    without_links(&mut window);
    let steps = columns(project(&window));
    let at = header(&window, &steps[1]);
    click(&mut window, at);
    command(&mut window, AppCommand::ZoomActual);
    command(&mut window, AppCommand::ZoomSelection);
    let at = header(&window, &steps[1]);
    pointer(&mut window, at, None);
    window.run();
    let name = fill(LinkText::HandleName.text(Lang::Ja), &[("step", &steps[1].name)]);
    let handle = window.get_by_label(&name).rect().center();
    let last = steps.last().unwrap();
    pointer(&mut window, handle, Some(true));
    pointer(&mut window, handle + vec2(30.0, 0.0), None);
    let edge = eframe::egui::pos2(1600.0 - 310.0 - 6.0, handle.y);
    for _ in 0..240 {
        pointer(&mut window, edge, None);
    }
    let end = header(&window, last);
    assert!(end.x < edge.x, "the last step has come into sight: {end:?}");
    pointer(&mut window, end, None);
    pointer(&mut window, end, Some(false));
    window.run();
    press(&mut window, Key::Escape);
    assert_eq!(links(&window), [(steps[1].name.clone(), last.name.clone(), LinkKind::Branch, String::new())]);
}
