//! Importing feedback and exporting a picture, as a person does it: things are found by their names.

use super::testing::{Window, session, shot, start_page};
use super::update;
use crate::app::View;
use crate::base::IdSource;
use crate::i18n::Lang;
use crate::i18n::export::ExportDialogText;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::fill;
use crate::look::ThemeKind;
use crate::model::Project;
use crate::store;
use crate::template::Outline;
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

const SIZE: [f32; 2] = [1600.0, 1000.0];
/// Nothing here takes longer, even on a busy machine.
const LONGEST: Duration = Duration::from_mins(2);
const NAP: Duration = Duration::from_millis(10);

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

fn example_project(name: &str) -> Project {
    let file = format!("{name}.ron");
    let text = std::fs::read_to_string(example("outlines").join(&file)).unwrap();
    Outline::parse(&file, &text).unwrap().build(&file, &mut IdSource::seeded(11)).unwrap()
}

pub(super) fn open(name: &str, lang: Lang, theme: ThemeKind, view: View) -> Window {
    open_sized(name, lang, theme, view, SIZE)
}

pub(super) fn open_sized(name: &str, lang: Lang, theme: ThemeKind, view: View, size: [f32; 2]) -> Window {
    let mut window = start_page(lang, theme, size);
    let desk = window.state_mut().as_mut().unwrap();
    update::show_project(desk, example_project(name), None);
    desk.shown.window.view = view;
    window.run();
    window
}

/// Waits for work in the background until something with this name is there.
pub(super) fn wait_for(window: &mut Window, label: &str) {
    for _ in 0..LONGEST.as_millis() / NAP.as_millis() {
        window.run_steps(2);
        if window.query_all_by_label(label).next().is_some() {
            return;
        }
        std::thread::sleep(NAP);
    }
    panic!("“{label}” did not come");
}

pub(super) fn click(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    window.run_steps(3);
}

fn begin(window: &mut Window, path: PathBuf) {
    window.state_mut().as_mut().unwrap().shown.feedback.begin(vec![path]);
    wait_for(window, Text::Read.text(lang_of(window)));
}

fn lang_of(window: &Window) -> Lang {
    window.state().as_ref().unwrap().lang()
}

/// A file with a name that is only like a step's, and one that is like none.
fn small_file(folder: &Path, project: &Project) -> PathBuf {
    let steps = project.steps_in_journey(project.journeys_in_order()[0].id);
    let exact = &steps[0].name;
    let alike = format!("{}（2026）", steps[1].name);
    let mut text = "日付,タッチポイント,推奨度,コメント\n".to_owned();
    for row in 0..12 {
        for name in [exact.as_str(), &alike, "駐輪場"] {
            writeln!(text, "2026/10/{:02},{name},{},よかった{row}", row + 1, row % 11).unwrap();
        }
    }
    text += "2026/10/20,駐輪場,99,\n";
    let path = folder.join("回答.csv");
    store::write_atomically(&path, text.as_bytes()).unwrap();
    path
}

#[test]
fn a_file_is_imported_by_clicking_through() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::Ja;
    let mut window = open("winter-coat", lang, ThemeKind::Light, View::Feedback);
    window.get_by_label(Text::DropHere.text(lang));
    let path = small_file(folder.path(), session(&window).project());
    begin(&mut window, path);
    let role = |column: &str| fill(Text::RoleOf.text(lang), &[("column", column)]);
    let value = |window: &Window, column: &str| {
        window.get_by_role_and_label(Role::ComboBox, &role(column)).value().unwrap_or_default()
    };
    assert_eq!(value(&window, "推奨度"), "NPS（0〜10）");
    assert_eq!(value(&window, "タッチポイント"), "ステップ");
    click(&mut window, Text::Read.text(lang));
    wait_for(&mut window, Text::Apply.text(lang));
    window.get_by_label(&fill(Text::Used.text(lang), &[("used", "36"), ("rows", "37")]));
    window.get_by_label(&fill(Text::Assigned.text(lang), &[("assigned", "12"), ("rest", "24")]));
    click(&mut window, Text::Yes.text(lang));
    window.get_by_label(&fill(Text::Assigned.text(lang), &[("assigned", "24"), ("rest", "12")]));
    assert!(session(&window).undo_label().is_none(), "nothing is changed before it is laid over the map");
    click(&mut window, Text::Apply.text(lang));
    window.run();

    let project = session(&window).project();
    assert_eq!(project.data_sets.len(), 1);
    assert!(!project.aliases.is_empty(), "the name is known from now on");
    window.get_by_label(Text::Unassigned.text(lang));
    click(&mut window, "元に戻す");
    window.run();
    let project = session(&window).project();
    assert!(project.data_sets.is_empty() && project.aliases.is_empty(), "one undo takes all of it back");
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn a_column_can_be_given_another_role_and_what_is_missing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::En;
    let mut window = open("hotel-stay", lang, ThemeKind::Light, View::Feedback);
    let path = small_file(folder.path(), session(&window).project());
    begin(&mut window, path);
    window.get_by_label(Text::Ready.text(lang));
    let name = fill(Text::RoleOf.text(lang), &[("column", "タッチポイント")]);
    window.get_by_role_and_label(Role::ComboBox, &name).click();
    window.run_steps(3);
    window.get_by_label("Not used").click();
    window.run_steps(3);
    assert!(window.query_by_label(Text::Ready.text(lang)).is_none());
    window.get_by_label("No column was recognised as Step; choose one.");
    click(&mut window, Text::Read.text(lang));
    window.get_by_label(Text::Columns.text(lang));
}

#[test]
fn what_is_no_feedback_file_is_said_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::En;
    let mut window = open("hotel-stay", lang, ThemeKind::Light, View::Feedback);
    let path = folder.path().join("answers.xlsx.csv");
    store::write_atomically(&path, b"PK\x03\x04\0\0\0\0").unwrap();
    window.state_mut().as_mut().unwrap().shown.feedback.begin(vec![path]);
    wait_for(&mut window, Text::NothingKept.text(lang));
    click(&mut window, Text::Cancel.text(lang));
    window.get_by_label(Text::DropHere.text(lang));
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn an_unassigned_name_gets_its_step_later_and_files_are_deleted_with_undo() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::Ja;
    let mut window = open_sized("winter-coat", lang, ThemeKind::Light, View::Feedback, [1600.0, 1600.0]);
    let path = small_file(folder.path(), session(&window).project());
    begin(&mut window, path);
    click(&mut window, Text::Read.text(lang));
    wait_for(&mut window, Text::Apply.text(lang));
    click(&mut window, Text::Apply.text(lang));
    window.run();

    let step = {
        let project = session(&window).project();
        project.steps_in_journey(project.journeys_in_order()[0].id)[4].name.clone()
    };
    let name = fill(Text::StepFor.text(lang), &[("name", "駐輪場")]);
    window.get_by_role_and_label(Role::ComboBox, &name).click();
    window.run_steps(3);
    window.get_all_by_role_and_label(Role::Button, &step).next().unwrap().click();
    window.run();
    assert!(session(&window).project().aliases.iter().any(|alias| alias.name == "駐輪場"));
    assert!(window.query_by_label(&name).is_none());

    let delete = fill(Text::Delete.text(lang), &[("name", "回答.csv")]);
    click(&mut window, &delete);
    window.run();
    assert!(session(&window).project().data_sets.is_empty());
    window.get_by_label(Text::DropHere.text(lang));
    window.state_mut().as_mut().unwrap().session.as_mut().unwrap().undo();
    window.run();
    assert_eq!(session(&window).project().data_sets.len(), 1);
}

#[test]
fn the_export_dialog_writes_the_picture_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::En;
    let mut window = open("hotel-stay", lang, ThemeKind::Light, View::Map);
    click(&mut window, "Export");
    window.get_by_label(ExportDialogText::Title.text(lang));
    window.get_by_label(ExportDialogText::ByWidth.text(lang)).click();
    window.run_steps(3);
    let width = window.get_by_role_and_label(Role::TextInput, ExportDialogText::Width.text(lang));
    assert_eq!(width.value().as_deref(), Some("3840"));
    width.focus();
    window.run_steps(2);
    window.key_combination_modifiers(eframe::egui::Modifiers::COMMAND, &[Key::A]);
    window.get_by_role_and_label(Role::TextInput, ExportDialogText::Width.text(lang)).type_text("900");
    window.run_steps(3);

    let path = folder.path().join("地図");
    window.state_mut().as_mut().unwrap().export.save_to(path.clone());
    let written = path.with_extension("png");
    let said = folder.path().canonicalize().unwrap().join("地図.png").display().to_string();
    let said = fill(ExportDialogText::Saved.text(lang), &[("file", &said)]);
    wait_for(&mut window, &said);
    let picture = image::load_from_memory(&std::fs::read(&written).unwrap()).unwrap();
    assert_eq!(picture.width(), 900);
    assert!(window.query_by_label(ExportDialogText::Title.text(lang)).is_none(), "the dialog has closed");
    assert!(session(&window).undo_label().is_none());
}

#[test]
fn a_failed_export_is_said_in_the_dialog_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let lang = Lang::Ja;
    let mut window = open("winter-coat", lang, ThemeKind::Light, View::Map);
    click(&mut window, "書き出す");
    window.state_mut().as_mut().unwrap().export.save_to(folder.path().join("無い/地図.svg"));
    let gone = folder.path().join("無い/地図.svg").display().to_string();
    wait_for(&mut window, &format!("フォルダーが見つからないため {gone} を保存できませんでした。"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let (version, middle) = (session(&window).version(), eframe::egui::pos2(800.0, 185.0));
    window.drag_at(middle);
    window.drop_at(middle);
    window.run_steps(2);
    window.key_press(Key::A);
    window.event(eframe::egui::Event::Text("a".to_owned()));
    window.run_steps(3);
    assert_eq!(session(&window).version(), version, "keys do not reach the map behind the dialog");
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.query_by_label(ExportDialogText::Title.text(lang)).is_none(), "Escape closes the dialog");
}

/// With `TABIJI_SHOTS` set to a folder: pictures of all states, to be looked at.
#[test]
fn shots_of_the_feedback_page_and_the_export_dialog() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    let looks = [
        ("winter-coat", Lang::Ja, ThemeKind::Light),
        ("hotel-stay", Lang::En, ThemeKind::Light),
        ("winter-coat", Lang::Ja, ThemeKind::Dark),
        ("hotel-stay", Lang::En, ThemeKind::Dark),
    ];
    for (example, lang, theme) in looks {
        shots(example, lang, theme);
    }
    let small = [900.0, 560.0];
    let mut window = open_sized("hotel-stay", Lang::En, ThemeKind::Light, View::Feedback, small);
    shot(&mut window, "feedback-1-empty-small");
    begin(&mut window, example("hotel-stay-survey-made-up.csv"));
    window.run_steps(4);
    shot(&mut window, "feedback-2-columns-small");
    window.state_mut().as_mut().unwrap().shown.window.view = View::Map;
    window.run_steps(4);
    shot_export(&mut window, "export-small");
}

fn shots(name: &str, lang: Lang, theme: ThemeKind) {
    let tail = format!("{}-{}", lang.code(), theme.key());
    let mut window = open(name, lang, theme, View::Feedback);
    shot(&mut window, &format!("feedback-1-empty-{tail}"));
    begin(&mut window, example(&format!("{name}-survey-made-up.csv")));
    window.run_steps(4);
    shot(&mut window, &format!("feedback-2-columns-{tail}"));
    click(&mut window, Text::Read.text(lang));
    wait_for(&mut window, Text::Apply.text(lang));
    window.run_steps(4);
    shot(&mut window, &format!("feedback-3-names-{tail}"));
    click(&mut window, Text::Apply.text(lang));
    window.run();
    let step = {
        let project = session(&window).project();
        project.steps_in_journey(project.journeys_in_order()[0].id)[2].name.clone()
    };
    let begins = format!("{step}: n ");
    window.get_all_by_label_contains(&begins).next().unwrap().click();
    window.run();
    shot(&mut window, &format!("feedback-4-imported-{tail}"));
    window.state_mut().as_mut().unwrap().shown.window.view = View::Map;
    window.run_steps(4);
    shot(&mut window, &format!("map-with-feedback-{tail}"));
    shot_export(&mut window, &format!("export-{tail}"));
}

/// Opens the export dialog and waits for its preview.
fn shot_export(window: &mut Window, name: &str) {
    click(window, if lang_of(window) == Lang::Ja { "書き出す" } else { "Export" });
    for _ in 0..LONGEST.as_millis() / NAP.as_millis() {
        window.run_steps(1);
        if window.query_all_by_label_contains(" px").next().is_some() {
            break;
        }
        std::thread::sleep(NAP);
    }
    window.run_steps(3);
    shot(window, name);
}
