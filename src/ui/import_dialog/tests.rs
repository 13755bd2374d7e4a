//! Maps come in, and workbooks come back, as a person sees it.

use crate::app::View;
use crate::base::IdSource;
use crate::edit::{Command, apply};
use crate::export::to_xlsx;
use crate::i18n::Lang;
use crate::i18n::fill;
use crate::i18n::import::ImportDialogText as Text;
use crate::import::workbook::carried;
use crate::look::ThemeKind;
use crate::model::{JourneyId, Project};
use crate::ui::panel_tests::{click, open, wait_for};
use crate::ui::testing::{Window, drop_file, session, shot, start_page};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use std::path::PathBuf;

const MERMAID: &str = "journey\n title 朝の支度\n section 起きる\n  目覚ましを止める: 2: 私\n  顔を洗う: 4: 私\n section 出かける\n  \
                       電車に乗る: 1: 私, 猫\n  何か違う行\n";

fn dropped(window: &mut Window, name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    crate::store::write_atomically(&path, bytes).unwrap();
    drop_file(window, &path);
    folder
}

#[test]
fn a_diagram_dropped_on_the_start_page_becomes_a_project() {
    for (lang, theme, name) in [(Lang::Ja, ThemeKind::Light, "ja"), (Lang::En, ThemeKind::Dark, "en-dark")] {
        let mut window = start_page(lang, theme, [1280.0, 800.0]);
        let _folder = dropped(&mut window, "朝.mmd", MERMAID.as_bytes());
        wait_for(&mut window, &fill(Text::NotUnderstood.text(lang), &[("n", "1")]));
        window.get_by_label(&fill(Text::CountLine.text(lang), &[("name", Text::Steps.text(lang)), ("n", "3")]));
        // The window finds its middle again when the preview is there.
        window.run_steps(4);
        shot(&mut window, &format!("import-map-{name}"));
        click(&mut window, Text::Import.text(lang));
        window.run_steps(4);
        let project = session(&window).project();
        assert_eq!((project.steps.len(), project.personas.len(), project.marks.len()), (3, 2, 4));
        assert_eq!(project.info.title, "朝の支度");
        assert!(session(&window).dirty(), "it is in no file yet");
    }
}

#[test]
fn a_table_goes_into_the_open_project_and_is_undone_at_once() {
    let lang = Lang::En;
    let mut window = open("winter-coat", lang, ThemeKind::Light, View::Map);
    let before = session(&window).project().clone();
    let table = ",See it,Buy it\nActions,look,pay\nPain points,slow,dear\n";
    let _folder = dropped(&mut window, "map.csv", table.as_bytes());
    wait_for(&mut window, Text::AllUnderstood.text(lang));
    window.key_press(Key::Enter);
    window.run_steps(4);
    let project = session(&window).project();
    assert_eq!((project.journeys.len(), project.cards.len()), (before.journeys.len() + 1, before.cards.len() + 4));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_steps(3);
    assert!(session(&window).project().same_as(&before), "one undo takes it all back");
}

#[test]
fn a_survey_still_goes_to_the_feedback() {
    let mut window = open("winter-coat", Lang::En, ThemeKind::Light, View::Map);
    let _folder = dropped(&mut window, "answers.csv", b"date,step,channel,nps\n2026-01-01,See,web,8\n");
    window.run_steps(3);
    let desk = window.state().as_ref().unwrap();
    assert_eq!(desk.shown.window.view, View::Feedback);
    assert!(!desk.import.is_open());
}

#[test]
fn a_file_without_a_map_says_what_to_do() {
    let mut window = start_page(Lang::En, ThemeKind::Light, [1280.0, 800.0]);
    let _folder = dropped(&mut window, "notes.md", b"# Notes\nnothing here\n");
    for _ in 0..200 {
        window.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(5));
        if window.query_by_label_contains("holds no map").is_some() {
            break;
        }
    }
    window.get_by_label_contains("holds no map");
    shot(&mut window, "import-none");
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(!window.state().as_ref().unwrap().import.is_open());
}

/// A workbook of the project with one card renamed in it by a colleague, while the team renamed another one.
fn edited(project: &Project, lang: Lang) -> (Vec<u8>, Project) {
    let journeys: Vec<JourneyId> = project.journeys_in_order().iter().map(|journey| journey.id).collect();
    let mut theirs = project.clone();
    let map = carried(project, &journeys, lang).maps.remove(0);
    let first = &map.cards[0];
    let second = map.cards.iter().find(|card| card.step != first.step && card.lane == first.lane).unwrap();
    theirs.cards.change(first.id.unwrap(), |card| card.text = "A colleague's words".to_owned());
    let gone = Command::Delete(vec![second.id.unwrap().into()]);
    let theirs = apply(&theirs, &gone, &mut IdSource::seeded(1)).unwrap();
    // What went out is the base; what came back is theirs: the two workbooks put together.
    let (base, new) =
        (to_xlsx(project, &journeys, None, lang).unwrap(), to_xlsx(&theirs, &journeys, None, lang).unwrap());
    (crate::export::with_base_of(&new, &base), theirs)
}

#[test]
fn a_workbook_that_comes_back_is_reviewed_and_taken_over_by_keys() {
    for (lang, theme, name) in [(Lang::Ja, ThemeKind::Light, "ja"), (Lang::En, ThemeKind::Dark, "en-dark")] {
        let mut window = open("winter-coat", lang, theme, View::Map);
        let before = session(&window).project().clone();
        let (book, theirs) = edited(&before, lang);
        let _folder = dropped(&mut window, "shop.xlsx", &book);
        wait_for(&mut window, &fill(Text::Summary.text(lang), &[("n", "2"), ("chosen", "2")]));
        window.run_steps(4);
        shot(&mut window, &format!("import-review-{name}"));
        window.key_press(Key::ArrowDown);
        window.run_steps(2);
        window.key_press(Key::Space);
        window.run_steps(2);
        window.get_by_label(&fill(Text::Summary.text(lang), &[("n", "2"), ("chosen", "1")]));
        window.key_press(Key::Space);
        window.run_steps(2);
        window.key_press(Key::Enter);
        window.run_steps(4);
        let texts = |project: &Project| {
            let mut texts: Vec<String> = project.cards.iter().map(|card| card.text.clone()).collect();
            texts.sort();
            texts
        };
        assert_eq!(texts(session(&window).project()), texts(&theirs));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run_steps(3);
        assert!(session(&window).project().same_as(&before), "one step of the history");
    }
}
