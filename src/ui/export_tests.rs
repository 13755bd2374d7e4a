//! The export dialog, as a person uses it: things are found by their names.

use super::panel_tests::{click, open, open_sized, wait_for};
use super::testing::{Window, session, shot};
use crate::app::View;
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::{Lang, fill};
use crate::look::ThemeKind;
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use std::time::Duration;

const LONGEST: usize = 1_500;

fn opened(lang: Lang) -> Window {
    let name = if lang == Lang::Ja { "winter-coat" } else { "hotel-stay" };
    let mut window = open(name, lang, ThemeKind::Light, View::Map);
    click(&mut window, if lang == Lang::Ja { "書き出す" } else { "Export" });
    window
}

fn tick(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::CheckBox, label).click();
    window.run_steps(3);
}

/// Waits until the preview says so much.
fn wait_for_part(window: &mut Window, words: &str) {
    for _ in 0..LONGEST {
        window.run_steps(2);
        if window.query_all_by_label_contains(words).next().is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    shot(window, "missing");
    panic!("“{words}” did not come");
}

#[test]
fn slides_are_split_so_that_they_can_be_read_and_pages_turn_by_button_and_key() {
    let lang = Lang::Ja;
    let mut window = opened(lang);
    tick(&mut window, Text::ForSlides.text(lang));
    tick(&mut window, "PNG");
    wait_for_part(&mut window, "1 / ");
    assert!(window.query_all_by_label_contains("スクリーンで").next().is_some());
    assert!(window.query_all_by_label_contains("この用紙では小さすぎ").next().is_none());
    click(&mut window, Text::PageAfter.text(lang));
    wait_for_part(&mut window, "プレビュー: 認知");
    window.get_by_label_contains("プレビュー: 認知").focus();
    window.run_steps(2);
    window.key_press(Key::ArrowRight);
    wait_for_part(&mut window, "プレビュー: 情報収集");

    let folder = tempfile::tempdir().unwrap();
    window.state_mut().as_mut().unwrap().export.save_to(folder.path().join("deck.png"));
    wait_for_part(&mut window, "件を保存しました");
    let pages = std::fs::read_dir(folder.path()).unwrap().count();
    assert!(pages > 6, "an overview and the phases: {pages}");
}

#[test]
fn a_page_too_small_to_read_is_said_and_one_click_mends_it() {
    let lang = Lang::En;
    let mut window = opened(lang);
    tick(&mut window, Text::ForSlides.text(lang));
    window.get_by_role_and_label(Role::RadioButton, Text::SplitOne.text(lang)).click();
    window.run_steps(3);
    wait_for_part(&mut window, "Too small to read here: it should have 9 pt.");
    click(&mut window, Text::SplitToRead.text(lang));
    wait_for_part(&mut window, "1 / ");
    assert!(window.query_all_by_label_contains("Too small to read here").next().is_none());
}

#[test]
fn several_journeys_and_personas_go_into_one_export() {
    let lang = Lang::En;
    let mut window = opened(lang);
    let (journey, persona) = {
        let project = session(&window).project();
        (project.journeys_in_order()[1].title.clone(), project.personas_in_order()[0].name.clone())
    };
    window.get_by_role_and_label(Role::ComboBox, Text::Subject.text(lang)).click();
    window.run_steps(3);
    tick(&mut window, &journey);
    tick(&mut window, &fill(Text::SheetOf.text(lang), &[("name", &persona)]));
    let said = fill(Text::MapsAndSheets.text(lang), &[("maps", "2"), ("sheets", "1")]);
    let subject = window.get_by_role_and_label(Role::ComboBox, Text::Subject.text(lang));
    assert_eq!(subject.value(), Some(said));
    window.key_press(Key::Escape);
    window.run_steps(3);
    let folder = tempfile::tempdir().unwrap();
    window.state_mut().as_mut().unwrap().export.save_to(folder.path().join("all.svg"));
    wait_for_part(&mut window, "2 more beside it");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn an_unticked_lane_is_not_on_the_picture() {
    let lang = Lang::En;
    let mut window = opened(lang);
    window.get_by_role_and_label(Role::ComboBox, Text::Lanes.text(lang)).click();
    window.run_steps(3);
    tick(&mut window, "Thoughts");
    window.key_press(Key::Escape);
    window.run_steps(3);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.svg");
    window.state_mut().as_mut().unwrap().export.save_to(path.clone());
    let said = folder.path().canonicalize().unwrap().join("map.svg").display().to_string();
    wait_for(&mut window, &fill(Text::Saved.text(lang), &[("file", &said)]));
    let svg = std::fs::read_to_string(path).unwrap();
    assert!(!svg.contains(">Thoughts<") && svg.contains(">Actions<"));
}

#[test]
fn text_is_shown_as_it_will_be_and_sheets_of_personas_are_no_text() {
    let lang = Lang::En;
    let mut window = opened(lang);
    tick(&mut window, "Mermaid");
    let title = session(&window).project().journeys_in_order()[0].title.clone();
    wait_for_part(&mut window, &format!("title {title}"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.mmd");
    window.state_mut().as_mut().unwrap().export.save_to(path.clone());
    wait_for_part(&mut window, "Saved to");
    assert!(std::fs::read_to_string(path).unwrap().starts_with("journey"));
}

/// With `TABIJI_SHOTS` set to a folder: pictures of the dialog, to be looked at.
#[test]
fn shots_of_the_dialog() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    for (lang, theme, size) in [
        (Lang::Ja, ThemeKind::Light, [1600.0, 1000.0]),
        (Lang::En, ThemeKind::Dark, [1280.0, 800.0]),
        (Lang::En, ThemeKind::Light, [1000.0, 640.0]),
    ] {
        let name = if lang == Lang::Ja { "winter-coat" } else { "hotel-stay" };
        let mut window = open_sized(name, lang, theme, View::Map, size);
        click(&mut window, if lang == Lang::Ja { "書き出す" } else { "Export" });
        wait_for_part(&mut window, " px");
        let tail = format!("{}-{}", lang.code(), size[0]);
        shot(&mut window, &format!("dialog-{tail}"));
        tick(&mut window, Text::ForSlides.text(lang));
        wait_for_part(&mut window, "1 / ");
        click(&mut window, Text::PageAfter.text(lang));
        window.run_steps(60);
        std::thread::sleep(Duration::from_secs(3));
        window.run_steps(4);
        shot(&mut window, &format!("dialog-slides-{tail}"));
        tick(&mut window, "Markdown");
        window.run_steps(4);
        shot(&mut window, &format!("dialog-text-{tail}"));
    }
}
