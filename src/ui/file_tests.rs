//! Files that come to the window: dropped, damaged, saved, imported twice; and what the window remembers.

use super::action::Action;
use super::effects;
use super::panel_tests::{click, open, wait_for};
use super::testing::{Window, desk, drop_file, project_file, session, shot, start_page, with_template};
use super::update::{named_at_start, perform, take};
use crate::app::settings::Settings;
use crate::app::{AppCommand, View};
use crate::i18n::feedback_page::FeedbackPageText;
use crate::i18n::inspector::InspectorText;
use crate::i18n::shell::ShellText as Text;
use crate::i18n::{Lang, fill};
use crate::look::ThemeKind;
use crate::model::{Carried, Picture};
use crate::{store, template};
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use std::io::Cursor;
use std::path::{Path, PathBuf};

const SIZE: [f32; 2] = [1600.0, 1000.0];

fn survey() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/winter-coat-survey-made-up.csv")
}

#[test]
fn a_project_and_a_survey_are_dropped_on_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::Ja;
    let mut window = start_page(lang, ThemeKind::Light, SIZE);
    drop_file(&mut window, &project_file(folder.path()));
    wait_for(&mut window, InspectorText::Scenario.text(lang));
    assert!(session(&window).path().is_some());
    drop_file(&mut window, &survey());
    wait_for(&mut window, FeedbackPageText::Read.text(lang));
}

#[test]
fn where_no_file_dialog_appears_the_window_says_so() {
    let lang = Lang::Ja;
    let mut window = start_page(lang, ThemeKind::Light, SIZE);
    take(desk(&mut window), effects::Event::NoDialog);
    window.run();
    shot(&mut window, "no-file-dialog");
    window.get_by_label(Text::NoFileDialog.text(lang));
    window.get_by_label_contains(Text::DropInstead.text(lang));
    assert!(window.query_by_label(Text::KeptOpen.text(lang)).is_none(), "there is no work that could be lost");
}

#[test]
fn a_survey_that_comes_before_a_project_waits_for_one() {
    let lang = Lang::Ja;
    for by_name in [false, true] {
        let mut window = start_page(lang, ThemeKind::Light, SIZE);
        if by_name {
            named_at_start(desk(&mut window), survey());
        } else {
            drop_file(&mut window, &survey());
        }
        window.run_steps(3);
        let file = survey().file_name().unwrap().to_string_lossy().into_owned();
        let said = fill(Text::FeedbackWaits.text(lang), &[("file", &file)]);
        assert_eq!(
            window.query_all_by_label(&said).count(),
            2,
            "for a moment as a message, and where files are dropped"
        );
        shot(&mut window, "start-waiting");
        window.get_by_role_and_label(Role::Button, template::all()[0].title("ja")).click();
        window.run_steps(2);
        wait_for(&mut window, FeedbackPageText::Read.text(lang));
    }
}

#[test]
fn a_file_of_another_kind_is_refused_in_words() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    drop_file(&mut window, Path::new("slides.pptx"));
    window.get_by_label(&fill(Text::NotUsable.text(Lang::En), &[("file", "slides.pptx")]));
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn what_a_damaged_file_lost_is_listed_and_kept_when_it_is_saved_over() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::En;
    let path = project_file(folder.path());
    let mut lines: Vec<String> = std::fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
    let broken = lines.iter().position(|line| line.starts_with("Card")).unwrap();
    lines[broken] = lines[broken].replace("Card(", "Card([");
    let damaged = lines.join("\n");
    store::write_atomically(&path, damaged.as_bytes()).unwrap();

    let mut window = start_page(lang, ThemeKind::Light, SIZE);
    drop_file(&mut window, &path);
    wait_for(&mut window, Text::OpenedWithLosses.text(lang));
    let line = format!("Line {}", broken + 1);
    assert!(window.query_all_by_label_contains(&line).next().is_some());
    shot(&mut window, "dialog-losses");
    click(&mut window, Text::GoOn.text(lang));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged, "opening changes nothing");
    assert!(desk(&mut window).title().starts_with("• "), "what is shown is not what the file says");

    click(&mut window, Text::Save.text(lang));
    let copy = "宿.before-repair.ron";
    wait_for(&mut window, &fill(Text::SavedWithCopy.text(lang), &[("file", copy)]));
    assert_eq!(std::fs::read_to_string(folder.path().join(copy)).unwrap(), damaged);
    assert!(store::open(&path).unwrap().loaded.report.is_empty());
    assert!(!session(&window).dirty());
    click(&mut window, Text::Save.text(lang));
    wait_for(&mut window, Text::ProjectSaved.text(lang));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "one copy is enough, beside the usual backup");
}

#[test]
fn the_same_survey_twice_is_counted_once() {
    let lang = Lang::Ja;
    let mut window = open("winter-coat", lang, ThemeKind::Light, View::Map);
    let mut rows = Vec::new();
    for time in 0..2 {
        drop_file(&mut window, &survey());
        // A file with the columns of an earlier one is read at once.
        if time == 0 {
            wait_for(&mut window, FeedbackPageText::Read.text(lang));
            click(&mut window, FeedbackPageText::Read.text(lang));
        }
        wait_for(&mut window, FeedbackPageText::Apply.text(lang));
        click(&mut window, FeedbackPageText::Apply.text(lang));
        window.run();
        rows.push(session(&window).project().data_sets.iter().map(|data| data.rows).collect::<Vec<_>>());
    }
    assert_eq!(rows[0].len(), 1);
    assert_eq!(rows[0], rows[1]);
}

#[test]
fn the_window_is_named_after_its_project() {
    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, SIZE);
    let project = session(&window).project().info.title.clone();
    assert_eq!(desk(&mut window).title(), format!("{project} — Tabiji 旅路"));
    window.get_by_label(Text::ProjectTitle.text(Lang::Ja)).focus();
    window.run();
    window.get_by_label(Text::ProjectTitle.text(Lang::Ja)).type_text("！");
    window.run();
    assert!(desk(&mut window).title().starts_with("• "));
    window.key_press(Key::Enter);
    window.run();
    window.get_by_label(AppCommand::Undo.name(Lang::Ja)).click();
    window.run();
    assert_eq!(desk(&mut window).title(), format!("{project} — Tabiji 旅路"));
}

#[test]
fn closed_panels_stay_closed_the_next_time() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    window.get_by_label(Text::Departments.text(Lang::En));
    perform(desk(&mut window), Action::Do(AppCommand::ToggleOutline));
    window.run();
    assert!(window.query_by_label(Text::Departments.text(Lang::En)).is_none());
    desk(&mut window).leave();
    let settings: Settings = desk(&mut window).settings.clone();
    let mut next = super::testing::window(settings, SIZE);
    next.get_by_role_and_label(Role::Button, template::all()[0].title("en")).click();
    next.run();
    assert!(next.query_by_label(Text::Departments.text(Lang::En)).is_none());
}

#[test]
fn a_touchpoint_asks_what_travels_on_to_the_next_step() {
    let lang = Lang::En;
    let mut window = with_template("blank", lang, ThemeKind::Light, View::Map, SIZE);
    let steps = {
        let project = session(&window).project();
        let steps = project.steps_in_journey(project.journeys_in_order()[0].id);
        [steps[0].id, steps[1].id]
    };
    perform(desk(&mut window), Action::Select(vec![steps[0].into()]));
    window.run();
    let next = session(&window).project().steps.get(steps[1]).unwrap().name.clone();
    let add = format!("＋ {}", fill(InspectorText::AddHandoff.text(lang), &[("step", &next)]));
    window.get_by_label(&add).scroll_to_me();
    window.run();
    click(&mut window, &add);
    window.run();
    let handoff = session(&window).project().handoff_between(steps[0], steps[1]).unwrap().clone();
    assert_eq!(handoff.answers(), [Carried::Unknown; 4]);
    assert!(window.query_by_label(&add).is_none());
    assert!(session(&window).selection().contains(steps[0]), "one stays with the touchpoint");
}

#[test]
fn several_cards_get_their_evidence_in_one_step() {
    let lang = Lang::En;
    let mut window = with_template("retail", lang, ThemeKind::Light, View::Map, SIZE);
    perform(desk(&mut window), Action::Do(AppCommand::SelectAll));
    window.run();
    let cards = session(&window).selection().records().len();
    window.get_by_label(&format!("Card {cards}"));
    shot(&mut window, "inspector-several");
    let inspector = |node: &egui_kittest::Node<'_>| node.rect().left() > SIZE[0] - 320.0;
    let levels: Vec<_> =
        window.query_all_by_role_and_label(Role::RadioButton, "Researched").filter(inspector).collect();
    levels[0].click();
    window.run();
    let researched = |window: &Window| {
        let project = session(window).project();
        let all = session(window).selection().records().len();
        let ids = session(window).selection().records();
        let of = |id: &&crate::model::RecordId| match id {
            crate::model::RecordId::Card(id) => {
                project.cards.get(*id).unwrap().evidence == crate::model::Evidence::Researched
            }
            _ => false,
        };
        (all, ids.iter().filter(of).count())
    };
    assert_eq!(researched(&window), (cards, cards));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert!(researched(&window).1 < cards, "one undo takes all of it back");
}

#[test]
fn the_portrait_is_in_the_outline() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Feedback, SIZE);
    let green = image::RgbaImage::from_pixel(64, 64, image::Rgba([0, 255, 0, 255]));
    let mut png = Cursor::new(Vec::new());
    green.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let persona = session(&window).project().personas_in_order()[0].clone();
    let mut with_portrait = persona.clone();
    with_portrait.portrait = Some(Picture::from_png(png.into_inner()));
    perform(desk(&mut window), Action::Run(crate::edit::Command::Edit(with_portrait.into())));
    window.run();
    let entry = window.get_by_role_and_label(Role::Button, &persona.name).rect();
    let picture = window.render().unwrap();
    let at = entry.left_center() + eframe::egui::vec2(20.0, 0.0);
    assert_eq!(picture.get_pixel(at.x as u32, at.y as u32).0, [0, 255, 0, 255]);
}

#[test]
fn a_shortcut_with_alt_types_nothing_on_the_map() {
    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, SIZE);
    let version = session(&window).version();
    let (key, modifiers) = (Key::Num2, Modifiers::ALT);
    let pressed = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    // Both come in the same frame, as the window system sends them.
    window.input_mut().events = vec![pressed, Event::Text("2".to_owned())];
    window.run();
    assert_eq!(desk(&mut window).shown.window.view, View::Personas);
    perform(desk(&mut window), Action::Show(View::Map));
    window.run();
    super::update::may_close(desk(&mut window));
    assert_eq!(session(&window).version(), version, "nothing waits to be written");
}

#[test]
fn the_palette_does_what_its_first_line_says() {
    let mut window = with_template("retail", Lang::En, ThemeKind::Light, View::Map, SIZE);
    perform(desk(&mut window), Action::Do(AppCommand::Palette));
    window.run();
    window.event(Event::Text("dark".to_owned()));
    window.run();
    window.get_by_role_and_label(Role::Button, AppCommand::ThemeDark.name(Lang::En));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(desk(&mut window).theme().kind, ThemeKind::Dark);
}

#[test]
fn beside_a_persona_the_inspector_is_about_the_persona() {
    let lang = Lang::En;
    let mut window = with_template("retail", lang, ThemeKind::Light, View::Map, SIZE);
    perform(desk(&mut window), Action::Do(AppCommand::SelectAll));
    perform(desk(&mut window), Action::Show(View::Personas));
    window.run();
    assert!(window.query_all_by_label(InspectorText::ShareOfCustomers.text(lang)).next().is_some());
}

#[test]
fn enter_in_a_field_edits_nothing_on_the_map() {
    let mut window = with_template("retail", Lang::Ja, ThemeKind::Light, View::Map, SIZE);
    let card = session(&window).project().cards.iter().next().unwrap().id;
    perform(desk(&mut window), Action::Select(vec![card.into()]));
    window.run();
    let fields = |window: &Window| window.query_all_by_role(Role::MultilineTextInput).count();
    let before = fields(&window);
    let title = Text::ProjectTitle.text(Lang::Ja);
    window.get_by_label(title).focus();
    window.run();
    window.get_by_label(title).type_text("！");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(fields(&window), before, "no text of the map is being edited");
    assert!(session(&window).selection().contains(card));
}

#[test]
fn a_language_asked_for_at_the_start_is_not_remembered() {
    let mut window = start_page(Lang::En, ThemeKind::Light, [1280.0, 800.0]);
    let desk = window.state_mut().as_mut().unwrap();
    desk.lang_asked = Some(Lang::Ja);
    assert_eq!(desk.lang(), Lang::Ja);
    assert_eq!(desk.settings.lang, Some(Lang::En));
    desk.set_lang(Lang::En);
    assert_eq!(desk.lang(), Lang::En, "a choice in the window counts more");
}
