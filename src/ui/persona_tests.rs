//! Personas as a person works with them: sheet, comparison, journeys. Things are found by their names.

use super::panel_tests::{click, open_sized};
use super::testing::{Window, session, shot, with_template};
use crate::app::{AppCommand, View};
use crate::i18n::curves::CurvesText;
use crate::i18n::export::ExportDialogText;
use crate::i18n::fill;
use crate::i18n::inspector::InspectorText;
use crate::i18n::map::Map;
use crate::i18n::persona::PersonaText as Text;
use crate::i18n::{Lang, domain::Named as _};
use crate::look::ThemeKind;
use crate::model::{LaneKind, MarkSource, Persona, PersonaKind};
use eframe::egui::{Key, Modifiers, OutputCommand, Role};
use egui_kittest::kittest::Queryable as _;

const SMALL: [f32; 2] = [1280.0, 800.0];
const LARGE: [f32; 2] = [1920.0, 1080.0];

fn sheet(lang: Lang, size: [f32; 2]) -> Window {
    let example = if lang == Lang::Ja { "winter-coat" } else { "hotel-stay" };
    open_sized(example, lang, ThemeKind::Light, View::Personas, size)
}

fn persona(window: &Window) -> &Persona {
    let session = session(window);
    session.project().personas.get(session.persona().unwrap()).unwrap()
}

fn field(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::MultilineTextInput, name).focus();
    window.run_steps(2);
}

fn typed(window: &mut Window, text: &str) {
    window.event(eframe::egui::Event::Text(text.to_owned()));
    window.run_steps(2);
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(3);
}

fn undo(window: &mut Window) {
    click(window, AppCommand::Undo.name(Lang::Ja));
}

#[test]
fn a_list_is_written_line_by_line() {
    let mut window = sheet(Lang::Ja, SMALL);
    let before = persona(&window).goals.clone();
    assert!(before.len() >= 2);
    field(&mut window, "ゴール 1");
    press(&mut window, Modifiers::NONE, Key::End);
    press(&mut window, Modifiers::NONE, Key::Enter);
    typed(&mut window, "新しい目標");
    assert_eq!(persona(&window).goals[..3], [before[0].clone(), "新しい目標".to_owned(), before[1].clone()]);

    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(persona(&window).goals[0], "新しい目標");
    window.event(eframe::egui::Event::Paste("・一つ目\n・二つ目".to_owned()));
    window.run_steps(3);
    assert_eq!(persona(&window).goals[..2], ["新しい目標一つ目".to_owned(), "二つ目".to_owned()]);
    press(&mut window, Modifiers::NONE, Key::Home);
    press(&mut window, Modifiers::NONE, Key::Backspace);
    assert_eq!(persona(&window).goals[0], "新しい目標一つ目二つ目");
    while session(&window).undo_label().is_some() {
        undo(&mut window);
    }
    assert_eq!(persona(&window).goals, before, "all of it can be undone");
}

#[test]
fn fields_of_the_teams_own_are_added_named_moved_and_removed() {
    let mut window = sheet(Lang::Ja, LARGE);
    let before = persona(&window).extra.clone();
    click(&mut window, &format!("＋ {}", Text::AddField.text(Lang::Ja)));
    typed(&mut window, "趣味");
    let last = before.len();
    assert_eq!(persona(&window).extra[last].name, "趣味");
    let remove = |window: &Window, place: usize| {
        fill(Text::RemoveField.text(Lang::Ja), &[("name", &persona(window).extra[place].name)])
    };
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(persona(&window).extra[last - 1].name, "趣味");
    let down = fill(Text::MoveFieldDown.text(Lang::Ja), &[("name", "趣味")]);
    click(&mut window, &down);
    assert_eq!(persona(&window).extra[last].name, "趣味");
    let gone = remove(&window, last);
    click(&mut window, &gone);
    assert_eq!(persona(&window).extra, before);
    undo(&mut window);
    assert_eq!(persona(&window).extra[last].name, "趣味");
}

#[test]
fn another_kind_of_persona_keeps_what_was_typed() {
    let lang = Lang::Ja;
    let mut window = with_template("b2b-saas", lang, ThemeKind::Light, View::Personas, LARGE);
    let company = persona(&window).organisation.clone();
    assert_eq!(persona(&window).kind, PersonaKind::B2b);
    assert!(window.query_by_label(Text::Organisation.text(lang)).is_some());
    shot(&mut window, "sheet-b2b");
    window.get_by_role_and_label(Role::RadioButton, PersonaKind::B2c.name(lang)).click();
    window.run_steps(3);
    assert_eq!(persona(&window).kind, PersonaKind::B2c);
    assert!(window.query_by_label(Text::Organisation.text(lang)).is_none());
    window.get_by_role_and_label(Role::RadioButton, PersonaKind::B2b.name(lang)).click();
    window.run_steps(3);
    assert_eq!(persona(&window).organisation, company);
}

#[test]
fn two_personas_are_compared_side_by_side() {
    for (lang, theme, size) in [(Lang::Ja, ThemeKind::Light, SMALL), (Lang::En, ThemeKind::Dark, LARGE)] {
        let example = if lang == Lang::Ja { "winter-coat" } else { "hotel-stay" };
        let mut window = open_sized(example, lang, theme, View::Personas, size);
        shot(&mut window, &format!("sheet-{}", lang.code()));
        press(&mut window, Modifiers::NONE, Key::F7);
        let age = |words: Text| format!("{}: {}", Text::Age.text(lang), words.text(lang));
        window.get_by_label(&age(Text::Differs));
        shot(&mut window, &format!("compare-{}", lang.code()));
        let first = session(&window).persona();
        click(&mut window, Text::Swap.text(lang));
        assert_ne!(session(&window).persona(), first);
        click(&mut window, Text::Swap.text(lang));
        assert_eq!(session(&window).persona(), first);
        window.get_by_role_and_label(Role::CheckBox, Text::OnlyDifferences.text(lang)).click();
        window.run_steps(3);
        let same = format!(": {}", Text::Same.text(lang));
        assert!(window.query_all_by_label_contains(&same).next().is_none());

        window.get_by_role_and_label(Role::Button, Text::CopyTable.text(lang)).click();
        let mut copied = String::new();
        for _ in 0..3 {
            window.step();
            for command in &window.output().platform_output.commands {
                if let OutputCommand::CopyText(text) = command {
                    copied.clone_from(text);
                }
            }
        }
        assert!(copied.contains(&format!("{}\t≠\t", Text::Age.text(lang))), "{copied}");
        click(&mut window, Text::CompareEnd.text(lang));
        assert!(window.query_by_label(&age(Text::Differs)).is_none());
    }
}

#[test]
fn personas_of_a_journey_change_their_order() {
    let lang = Lang::Ja;
    let mut window = open_sized("winter-coat", lang, ThemeKind::Light, View::Map, SMALL);
    let journey = session(&window).journey().unwrap();
    let personas = session(&window).project().journeys.get(journey).unwrap().personas.clone();
    assert!(personas.len() > 1);
    let name = session(&window).project().personas.get(personas[1]).unwrap().name.clone();
    shot(&mut window, "journey-personas");
    let said = |text: InspectorText, name: &str| fill(text.text(lang), &[("name", name)]);
    click(&mut window, &said(InspectorText::PersonaUp, &name));
    window.get_by_label(&said(InspectorText::Leads, &name));
    let now = session(&window).project().journeys.get(journey).unwrap().personas.clone();
    assert_eq!(now[..2], [personas[1], personas[0]]);
    click(&mut window, &said(InspectorText::PersonaOff, &name));
    assert_eq!(session(&window).project().journeys.get(journey).unwrap().personas[0], personas[0]);
    click(&mut window, AppCommand::Undo.name(lang));
    click(&mut window, AppCommand::Undo.name(lang));
    assert_eq!(session(&window).project().journeys.get(journey).unwrap().personas, personas);
}

#[test]
fn a_card_says_whom_it_is_about() {
    let lang = Lang::Ja;
    let mut window = open_sized("winter-coat", lang, ThemeKind::Light, View::Map, SMALL);
    let (card, about) = {
        let session = session(&window);
        let project = session.project();
        let journey = project.journeys.get(session.journey().unwrap()).unwrap();
        let card = project.cards.iter().find(|card| project.journey_of_step(card.step) == Some(journey.id)).unwrap();
        (card.id, project.personas.get(journey.personas[1]).unwrap().clone())
    };
    let selection = crate::app::Selection::of([card.into()]);
    window.state_mut().as_mut().unwrap().session.as_mut().unwrap().select(selection);
    window.run_steps(3);
    window.get_by_label(InspectorText::AboutEverybody.text(lang));
    window.get_by_role_and_label(Role::CheckBox, &about.name).click();
    window.run_steps(3);
    assert_eq!(session(&window).project().cards.get(card).unwrap().personas, [about.id]);
}

#[test]
fn a_sheet_is_exported_from_the_persona_page() {
    let lang = Lang::Ja;
    let mut window = sheet(lang, SMALL);
    click(&mut window, Text::ExportSheet.text(lang));
    window.get_by_label(ExportDialogText::Title.text(lang));
    let subject = window.get_by_role_and_label(Role::ComboBox, ExportDialogText::Subject.text(lang));
    let name = persona(&window).name.clone();
    assert_eq!(subject.value(), Some(fill(ExportDialogText::SheetOf.text(lang), &[("name", &name)])));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.svg");
    window.state_mut().as_mut().unwrap().export.save_to(path.clone());
    let said = path.canonicalize().unwrap_or_else(|_| folder.path().canonicalize().unwrap().join("sheet.svg"));
    let said = fill(ExportDialogText::Saved.text(lang), &[("file", &said.display().to_string())]);
    super::panel_tests::wait_for(&mut window, &said);
    assert!(std::fs::read_to_string(&path).unwrap().contains(&name));
}

/// The curve of the emotion lane that is edited, by the mark that the keyboard changes there.
fn focus_emotion(window: &mut Window) -> (crate::app::Cell, Persona) {
    let (cell, other) = {
        let session = session(window);
        let project = session.project();
        let journey = project.journeys.get(session.journey().unwrap()).unwrap();
        let lane = project.lanes_of(journey.id).into_iter().find(|lane| lane.kind == LaneKind::Emotion).unwrap();
        let step = project.steps_in_journey(journey.id)[1].id;
        let other = project.personas.get(journey.personas[1]).unwrap().clone();
        (crate::app::Cell { lane: lane.id, step }, other)
    };
    let desk = window.state_mut().as_mut().unwrap();
    let selection = crate::app::walk::select_cell(desk.session.as_ref().unwrap(), cell).unwrap();
    desk.session.as_mut().unwrap().select(selection);
    window.run_steps(3);
    (cell, other)
}

#[test]
fn the_curve_to_edit_is_chosen_in_the_key_and_changed_with_the_keyboard() {
    let lang = Lang::Ja;
    let mut window = open_sized("winter-coat", lang, ThemeKind::Light, View::Map, LARGE);
    let (cell, other) = focus_emotion(&mut window);
    let curve = fill(Map::CurveOf.text(lang), &[("source", Map::Agreed.text(lang)), ("persona", &other.name)]);
    let words = fill(CurvesText::Edit.text(lang), &[("curve", &curve)]);
    window.get_by_role_and_label(Role::RadioButton, &words).click();
    window.run_steps(3);
    shot(&mut window, "curves-key");
    let mark = |window: &Window| {
        let project = session(window).project();
        project.mark_of(cell.step, Some(other.id), MarkSource::Agreed).map(|mark| mark.value)
    };
    let before = mark(&window).unwrap_or(0.0);
    let command = AppCommand::RaiseEmotion;
    super::update::perform(window.state_mut().as_mut().unwrap(), super::action::Action::Do(command));
    window.run_steps(3);
    assert!((mark(&window).unwrap() - before - 0.5).abs() < 1e-6, "the other persona's mark was raised");
    press(&mut window, Modifiers::ALT, Key::C);
    let project = session(&window).project();
    let journey = project.journeys.get(session(&window).journey().unwrap()).unwrap();
    let edited = session(&window).curves().edited(project, journey);
    assert_ne!(
        (edited.persona, edited.source),
        (Some(other.id), MarkSource::Agreed),
        "Alt+C goes on to the next curve"
    );
}
