//! The document keeps itself safe, as a person sees it: it is saved without being asked, a failure is told with what
//! to do, and what a crash left is offered.

use super::action::Action;
use super::panel_tests::{click, wait_for};
use super::testing::{Window, desk, drop_file, project_file, session, shot, start_page};
use super::update::{may_close, perform};
use crate::app::keeper::Keeper;
use crate::app::{AppCommand, Session};
use crate::base::IdSource;
use crate::edit::Command;
use crate::i18n::inspector::InspectorText;
use crate::i18n::keeping::{KeepText, LeftText, ReasonText};
use crate::i18n::{Lang, fill};
use crate::look::ThemeKind;
use crate::model::ProjectInfo;
use crate::store;
use egui_kittest::kittest::Queryable as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A window that keeps its journals in a folder, with a file open.
fn with_file(lang: Lang, theme: ThemeKind, size: [f32; 2], folder: &Path, path: &Path) -> Window {
    let mut window = start_page(lang, theme, size);
    desk(&mut window).keep_in(Some(folder.join("recovery")));
    drop_file(&mut window, path);
    wait_for(&mut window, InspectorText::Scenario.text(lang));
    window
}

fn set_title(session: &mut Session, title: &str) {
    let info = ProjectInfo { title: title.to_owned(), ..session.project().info.clone() };
    session.run(&Command::SetInfo(info)).unwrap();
}

fn change(window: &mut Window, title: &str) {
    set_title(desk(window).session.as_mut().unwrap(), title);
    window.run_steps(2);
}

fn wait(window: &mut Window, what: &str, mut holds: impl FnMut(&mut Window) -> bool) {
    let begun = Instant::now();
    while !holds(window) {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}");
        std::thread::sleep(Duration::from_millis(20));
        window.run_steps(1);
    }
}

fn title_in(path: &Path) -> String {
    store::open(path).unwrap().loaded.project.info.title
}

#[test]
fn a_change_is_saved_without_being_asked_and_quitting_asks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = project_file(folder.path());
    let lang = Lang::Ja;
    let mut window = with_file(lang, ThemeKind::Light, [1280.0, 800.0], folder.path(), &path);
    change(&mut window, "宿の旅");
    window.get_by_label_contains(KeepText::NotYet.text(lang));
    wait(&mut window, "it saves itself", |window| !session(window).dirty());
    assert_eq!(title_in(&path), "宿の旅");
    change(&mut window, "宿の旅、改");
    let may = may_close(desk(&mut window));
    assert!(!may && desk(&mut window).dialog.is_none(), "saved first, nobody is asked");
    wait(&mut window, "it closes", |window| desk(window).closing);
    assert_eq!(title_in(&path), "宿の旅、改");
    desk(&mut window).leave();
    assert_eq!(std::fs::read_dir(folder.path().join("recovery")).unwrap().count(), 0, "nothing is left to recover");
}

#[test]
fn whoever_wants_to_save_by_hand_is_left_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = project_file(folder.path());
    let lang = Lang::En;
    let mut window = with_file(lang, ThemeKind::Light, [1280.0, 800.0], folder.path(), &path);
    perform(desk(&mut window), Action::Do(AppCommand::ToggleAutosave));
    window.run_steps(2);
    window.get_by_label_contains(KeepText::AutosaveOff.text(lang));
    change(&mut window, "by hand");
    window.get_by_label_contains("Unsaved changes");
    assert!(!may_close(desk(&mut window)));
    assert!(desk(&mut window).dialog.is_some(), "the person is asked");
}

#[test]
fn a_save_that_fails_says_why_and_that_nothing_is_lost() {
    for (lang, theme, name) in [(Lang::En, ThemeKind::Light, "en"), (Lang::Ja, ThemeKind::Dark, "ja-dark")] {
        let folder = tempfile::tempdir().unwrap();
        let shared = folder.path().join("shared");
        std::fs::create_dir(&shared).unwrap();
        let path = project_file(&shared);
        let mut window = with_file(lang, theme, [1280.0, 800.0], folder.path(), &path);
        std::fs::rename(&shared, folder.path().join("away")).unwrap();
        change(&mut window, "not lost");
        let why = fill(KeepText::FailedWhy.text(lang), &[("reason", ReasonText::NoFolder.text(lang))]);
        wait_for(&mut window, &why);
        window.get_by_label_contains(KeepText::Safe.text(lang));
        assert!(desk(&mut window).dialog.is_none(), "nobody is interrupted");
        shot(&mut window, &format!("could-not-save-{name}"));
        window.get_by_label(KeepText::SaveCopy.text(lang));
        std::fs::rename(folder.path().join("away"), &shared).unwrap();
        click(&mut window, KeepText::TryAgain.text(lang));
        wait(&mut window, "saved after all", |window| !session(window).dirty());
        assert_eq!(title_in(&path), "not lost");
        window.run_steps(2);
        assert!(window.query_by_label(&why).is_none());
    }
}

/// What a program leaves that dies with changes of this document.
fn crash(recovery: &Path, path: &Path) {
    let opened = store::open(path).unwrap();
    let mut session = Session::new(opened.loaded.project, Some(path.to_owned()), IdSource::random());
    session.set_base_hash(opened.hash);
    let mut keeper = Keeper::new(recovery, &session, Arc::new(|| {}));
    for title in ["宿の", "宿の旅"] {
        set_title(&mut session, title);
        keeper.note(&session);
    }
    drop(keeper);
    let begun = Instant::now();
    while crate::app::keeper::find(recovery).is_empty() {
        assert!(begun.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn what_a_crash_left_is_offered_and_restored() {
    for (lang, theme, name) in [(Lang::En, ThemeKind::Dark, "en-dark"), (Lang::Ja, ThemeKind::Light, "ja")] {
        let folder = tempfile::tempdir().unwrap();
        let path = project_file(folder.path());
        let recovery = folder.path().join("recovery");
        crash(&recovery, &path);
        let mut window = start_page(lang, theme, [1280.0, 800.0]);
        desk(&mut window).keep_in(Some(recovery.clone()));
        wait_for(&mut window, LeftText::Title.text(lang));
        window.run_steps(2);
        shot(&mut window, &format!("left-{name}"));
        click(&mut window, LeftText::Restore.text(lang));
        window.run_steps(2);
        assert_eq!(session(&window).project().info.title, "宿の旅");
        assert_eq!(session(&window).path(), Some(&*path));
        wait(&mut window, "it saves itself", |window| !session(window).dirty());
        assert_eq!(title_in(&path), "宿の旅");
    }
}

#[test]
fn what_is_decided_later_is_offered_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = project_file(folder.path());
    let (lang, recovery) = (Lang::En, folder.path().join("recovery"));
    crash(&recovery, &path);
    for answer in [LeftText::Later, LeftText::OpenSaved] {
        let mut window = start_page(lang, ThemeKind::Light, [1280.0, 800.0]);
        desk(&mut window).keep_in(Some(recovery.clone()));
        wait_for(&mut window, LeftText::Title.text(lang));
        click(&mut window, answer.text(lang));
        if answer == LeftText::OpenSaved {
            wait_for(&mut window, InspectorText::Scenario.text(lang));
            assert_ne!(session(&window).project().info.title, "宿の旅");
        }
    }
    assert!(crate::app::keeper::find(&recovery).is_empty(), "decided");
}

/// What a colleague does to the file with a window of their own.
fn colleague(path: &Path, change: impl FnOnce(&mut ProjectInfo)) {
    let mut project = store::open(path).unwrap().loaded.project;
    change(&mut project.info);
    store::save(path, &project).unwrap();
}

#[test]
fn what_a_colleague_saved_meanwhile_is_taken_in_and_both_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = project_file(folder.path());
    let lang = Lang::Ja;
    let mut window = with_file(lang, ThemeKind::Light, [1280.0, 800.0], folder.path(), &path);
    colleague(&path, |info| info.note = "森さんのメモ".to_owned());
    change(&mut window, "宿の旅");
    wait(&mut window, "both are saved", |window| !session(window).dirty());
    shot(&mut window, "taken-in");
    let info = store::open(&path).unwrap().loaded.project.info;
    assert_eq!((info.title.as_str(), info.note.as_str()), ("宿の旅", "森さんのメモ"));
    assert_eq!(session(&window).project().info, info);
    // Nothing was changed here: what they do next comes by itself, and can be undone.
    colleague(&path, |info| info.note = "二つ目のメモ".to_owned());
    wait(&mut window, "it comes by itself", |window| session(window).project().info.note == "二つ目のメモ");
    assert!(!session(&window).dirty(), "that is what the file says");
    perform(desk(&mut window), Action::Do(AppCommand::Undo));
    assert_eq!(session(&window).project().info.note, "森さんのメモ");
}
