//! Others' versions in the window: taken in, disputed, copied, merged, gone back to.

use crate::app::{AppCommand, Selection, Session};
use crate::base::IdSource;
use crate::edit::Command;
use crate::i18n::Lang;
use crate::i18n::together::{ContributionText, StatesText, TogetherText as Text};
use crate::look::ThemeKind;
use crate::model::{Card, CardId, Cell, Mark, MarkSource, Project};
use crate::ui::action::Action;
use crate::ui::canvas::Wish;
use crate::ui::desk::Desk;
use crate::ui::effects;
use crate::ui::panel_tests::wait_for;
use crate::ui::testing::{Window, desk, drop_file, session, shot, start_page};
use crate::ui::together::{Together, copies};
use crate::ui::update::{perform, take};
use crate::{store, template};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use std::path::{Path, PathBuf};

const SIZES: [[f32; 2]; 2] = [[1600.0, 1000.0], [1280.0, 800.0]];

fn do_it(window: &mut Window, command: AppCommand) {
    perform(desk(window), Action::Do(command));
    window.run_steps(3);
}

/// A file of the shop template, opened in a window.
fn opened(folder: &Path, lang: Lang, theme: ThemeKind, size: [f32; 2]) -> (Window, PathBuf) {
    let project = template::project("retail", lang.code(), &mut IdSource::seeded(5)).unwrap();
    let path = folder.join("旅.ron");
    store::save(&path, &project).unwrap();
    let mut window = start_page(lang, theme, size);
    drop_file(&mut window, &path);
    wait_until(&mut window, |desk| desk.session.is_some());
    (window, path)
}

fn wait_until(window: &mut Window, is_done: impl Fn(&Desk) -> bool) {
    for _ in 0..400 {
        window.run_steps(1);
        if is_done(desk(window)) {
            window.run_steps(2);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("it did not come to that");
}

fn together(desk: &Desk) -> &Together {
    &desk.shown.together
}

fn first_card(project: &Project) -> Card {
    let journey = project.journeys_in_order()[0].id;
    let lanes = project.lanes_of(journey);
    let steps = project.steps_in_journey(journey);
    let cells = lanes.iter().flat_map(|lane| steps.iter().map(|step| (lane.id, step.id)));
    let found =
        cells.into_iter().find_map(|(lane, step)| project.cards_in(lane, step).first().map(|card| (*card).clone()));
    found.unwrap()
}

fn say(session: &mut Session, card: CardId, text: &str) {
    let card = Card { text: text.to_owned(), ..session.project().cards.get(card).unwrap().clone() };
    session.run(&Command::Edit(card.into())).unwrap();
}

/// A colleague changes the file on disk.
fn colleague(path: &Path, change: impl FnOnce(&mut Project)) {
    let mut project = store::open(path).unwrap().loaded.project;
    change(&mut project);
    store::save(path, &project).unwrap();
}

#[test]
fn saving_over_a_colleagues_change_takes_it_in_and_keeps_both_values() {
    let looks = [(Lang::Ja, ThemeKind::Light, SIZES[0]), (Lang::En, ThemeKind::Dark, SIZES[1])];
    for (lang, theme, size) in looks {
        let folder = tempfile::tempdir().unwrap();
        let (mut window, path) = opened(folder.path(), lang, theme, size);
        let card = first_card(session(&window).project());
        say(desk(&mut window).session.as_mut().unwrap(), card.id, "私たちの言葉 ours");
        let step = card.step;
        colleague(&path, |project| {
            project.cards.change(card.id, |card| card.text = "同僚の言葉 theirs".to_owned());
            project.steps.change(step, |step| step.name = "お店でたずねる".to_owned());
        });
        do_it(&mut window, AppCommand::Save);
        wait_until(&mut window, |desk| together(desk).news.is_some());
        let title = together(desk(&mut window)).news.as_ref().unwrap().title.clone();
        window.get_by_label(&title);
        wait_until(&mut window, |desk| !desk.session.as_ref().unwrap().dirty());
        let on_disk = store::open(&path).unwrap().loaded.project;
        assert_eq!(on_disk.conflicts.len(), 1, "saved again, with both values");
        assert_eq!(on_disk.cards.get(card.id).unwrap().text, "同僚の言葉 theirs");
        window.key_press(Key::F9);
        window.run_steps(4);
        assert_eq!(session(&window).selection().primary(), Some(card.id.into()));
        window.get_by_label(Text::Stands.text(lang));
        window.get_by_label("私たちの言葉 ours");
        shot(&mut window, &format!("conflict-{}-{}", lang.code(), size[0]));
        window.get_by_label(Text::WhatChanged.text(lang)).click();
        window.run_steps(3);
        shot(&mut window, &format!("taken-in-{}-{}", lang.code(), size[0]));
        window.key_press(Key::Escape);
        window.run_steps(3);
        window.get_by_label(Text::UseKept.text(lang)).click();
        window.run_steps(3);
        assert_eq!(session(&window).project().cards.get(card.id).unwrap().text, "私たちの言葉 ours");
        assert!(session(&window).project().conflicts.is_empty());
        assert!(window.query_by_label(Text::Stands.text(lang)).is_none());
        do_it(&mut window, AppCommand::Undo);
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Num3);
        window.run_steps(3);
        let both = session(&window).project().cards.get(card.id).unwrap().text.clone();
        assert_eq!(both, "同僚の言葉 theirs\n私たちの言葉 ours");
    }
}

#[test]
fn a_half_copied_file_is_neither_taken_in_nor_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = opened(folder.path(), Lang::En, ThemeKind::Light, SIZES[0]);
    let card = first_card(session(&window).project());
    say(desk(&mut window).session.as_mut().unwrap(), card.id, "ours");
    let text = std::fs::read_to_string(&path).unwrap();
    let half = &text[..text.floor_char_boundary(text.len() / 2)];
    store::write_atomically(&path, half.as_bytes()).unwrap();
    let cards = session(&window).project().cards.len();
    do_it(&mut window, AppCommand::Save);
    wait_until(&mut window, |desk| desk.dialog.is_some());
    assert_eq!(session(&window).project().cards.len(), cards);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), half);
}

#[test]
fn whoever_is_typing_is_not_disturbed_by_a_colleagues_save() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = opened(folder.path(), Lang::Ja, ThemeKind::Light, SIZES[0]);
    let card = first_card(session(&window).project());
    let cell = Cell { lane: card.lane, step: card.step };
    desk(&mut window).session.as_mut().unwrap().select(Selection::of_cell(cell));
    desk(&mut window).shown.canvas.wish(Wish::NewCard);
    window.run_steps(3);
    window.event(Event::Text("途中まで".to_owned()));
    window.run_steps(2);
    colleague(&path, |project| project.info.title = "同僚の題".to_owned());
    let (serial, opened) = (session(&window).serial(), Box::new(store::open(&path).unwrap()));
    take(desk(&mut window), effects::Event::LookedAgain { serial, opened });
    window.run_steps(4);
    assert_eq!(desk(&mut window).shown.canvas.draft().as_deref(), Some("途中まで"), "goes on being typed");
    assert_ne!(session(&window).project().info.title, "同僚の題");
    window.event(Event::Text("書いた".to_owned()));
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(2);
    window.key_press(Key::Escape);
    window.run_steps(4);
    let project = session(&window).project();
    assert_eq!(project.info.title, "同僚の題", "and is taken in afterwards");
    assert!(project.cards.iter().any(|card| card.text == "途中まで書いた"));
}

#[test]
fn copies_for_departments_come_back_together() {
    let lang = Lang::Ja;
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = opened(folder.path(), lang, ThemeKind::Light, SIZES[0]);
    let departments: Vec<_> =
        session(&window).project().departments_in_order().iter().map(|it| (it.id, it.name.clone())).take(2).collect();
    for (_, name) in &departments {
        do_it(&mut window, AppCommand::MakeContribution);
        window.get_by_label(ContributionText::Title.text(lang));
        shot(&mut window, "copy-for-a-department");
        window.get_all_by_label(name).last().unwrap().click();
        window.run_steps(2);
        let copy = crate::app::together::contribution_path(&path, name);
        wait_until(&mut window, |_| copy.exists());
    }
    let steps = session(&window).project().steps.iter().map(|step| step.id).take(1).collect::<Vec<_>>();
    let mut copies = Vec::new();
    for (at, (department, name)) in departments.iter().enumerate() {
        let copy = crate::app::together::contribution_path(&path, name);
        let project = store::open(&copy).unwrap().loaded.project;
        let mut there = Session::new(project, Some(copy.clone()), IdSource::seeded(at as u64 + 90));
        assert_eq!(there.writer(), Some(*department), "the copy writes in its department's name");
        let mark = Mark {
            value: 1.5 - 3.0 * at as f32,
            ..Mark::new(there.new_id(), steps[0], MarkSource::Believed(*department))
        };
        there.run(&Command::Add { record: mark.into(), before: None }).unwrap();
        store::save(&copy, there.project()).unwrap();
        copies.push(copy);
    }
    let marks = session(&window).project().marks.len();
    take(desk(&mut window), effects::Event::Copies(copies));
    wait_until(&mut window, |desk| together(desk).sheet.is_some());
    shot(&mut window, "merge-copies");
    window.get_by_label(ContributionText::DoMerge.text(lang)).click();
    window.run_steps(4);
    let project = session(&window).project();
    assert_eq!((project.marks.len(), project.conflicts.len()), (marks + 2, 0));
    assert!(together(desk(&mut window)).news.is_some());
    shot(&mut window, "merged-copies");
    do_it(&mut window, AppCommand::Undo);
    assert_eq!(session(&window).project().marks.len(), marks, "one step");
}

#[test]
fn a_conflicted_copy_is_offered_merged_and_moved_aside() {
    let lang = Lang::En;
    let folder = tempfile::tempdir().unwrap();
    let project = template::project("retail", "en", &mut IdSource::seeded(5)).unwrap();
    let copy = folder.path().join("旅 (Sato's conflicted copy 2026-05-11).ron");
    let mut theirs = project.clone();
    let card = first_card(&project);
    theirs.cards.change(card.id, |card| card.sources = "a visit".to_owned());
    store::save(&copy, &theirs).unwrap();
    store::save(
        &folder.path().join("旅 (1).ron"),
        &template::project("hotel", "en", &mut IdSource::seeded(6)).unwrap(),
    )
    .unwrap();
    let (mut window, _) = opened(folder.path(), lang, ThemeKind::Light, SIZES[1]);
    wait_until(&mut window, |desk| !together(desk).copies.is_empty());
    assert_eq!(together(desk(&mut window)).copies.len(), 1, "the other file is another project");
    shot(&mut window, "conflicted-copy");
    window.get_by_label(Text::MergeCopies.text(lang)).click();
    window.run_steps(3);
    assert_eq!(session(&window).project().cards.len(), project.cards.len());
    assert!(copy.exists(), "nothing is moved without a word");
    window.get_by_label(Text::Move.text(lang)).click();
    wait_until(&mut window, |_| !copy.exists());
    assert!(
        !copy.exists() && folder.path().join(Text::AsideFolder.text(lang)).join(copy.file_name().unwrap()).exists()
    );
    assert!(copies::beside(&folder.path().join("旅.ron"), &project).is_empty());
}

#[test]
fn a_kept_state_is_compared_and_gone_back_to() {
    let lang = Lang::Ja;
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = opened(folder.path(), lang, ThemeKind::Dark, SIZES[1]);
    do_it(&mut window, AppCommand::KeepState);
    wait_for(&mut window, StatesText::Title.text(lang));
    shot(&mut window, "states-empty");
    window.get_by_label(StatesText::Keep.text(lang)).click();
    window.run_steps(2);
    wait_for(&mut window, StatesText::Unnamed.text(lang));
    assert!(store::kept_states_path(&path).exists());
    window.get_by_label(Text::Close.text(lang)).click();
    window.run_steps(3);
    let card = first_card(session(&window).project());
    say(desk(&mut window).session.as_mut().unwrap(), card.id, "あとから変えた言葉");
    do_it(&mut window, AppCommand::KeptStates);
    wait_for(&mut window, StatesText::Compare.text(lang));
    window.get_by_label(StatesText::Compare.text(lang)).click();
    window.run_steps(3);
    assert!(window.query_all_by_label_contains("あとから変えた言葉").count() > 1, "on the map, and in the list");
    shot(&mut window, "states-compared");
    window.get_by_label(StatesText::Restore.text(lang)).click();
    window.run_steps(3);
    assert_eq!(session(&window).project().cards.get(card.id).unwrap().text, card.text);
    do_it(&mut window, AppCommand::Undo);
    assert_eq!(session(&window).project().cards.get(card.id).unwrap().text, "あとから変えた言葉");
    do_it(&mut window, AppCommand::KeptStates);
    wait_for(&mut window, StatesText::Compare.text(lang));
    window.get_by_label(StatesText::Forget.text(lang)).click();
    window.run_steps(3);
    shot(&mut window, "states-delete");
    window.get_by_label(StatesText::KeepIt.text(lang)).click();
    window.run_steps(3);
    window.get_by_label(StatesText::Forget.text(lang)).click();
    window.run_steps(3);
    window.get_by_label(StatesText::ReallyForget.text(lang)).click();
    wait_for(&mut window, StatesText::None.text(lang));
    assert!(store::KeptStates::beside(&path).unwrap().states().is_empty());
}
