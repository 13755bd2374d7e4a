//! Copying and pasting in the window, with the events that the system sends and texts as Excel writes them.

use crate::app::{Cell, Selection, View};
use crate::i18n::Lang;
use crate::i18n::clip::ClipText as Text;
use crate::look::ThemeKind;
use crate::model::{CardId, LaneId, LaneKind, Project, RecordId, StepId};
use crate::ui::testing::{Window, desk, session, shot, start_page, with_template};
use eframe::egui::{ColorImage, Event, Key, Modifiers, OutputCommand, ViewportCommand};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const SIZE: [f32; 2] = [1280.0, 800.0];

fn map(lang: Lang, theme: ThemeKind) -> Window {
    with_template("retail", lang, theme, View::Map, SIZE)
}

fn project(window: &Window) -> Project {
    session(window).project().clone()
}

/// A cell by its lane and the place of its step.
fn cell(window: &Window, kind: LaneKind, at: usize) -> Cell {
    let (project, journey) = (session(window).project(), session(window).journey().unwrap());
    let lane: LaneId = project.lanes_of(journey).into_iter().find(|lane| lane.kind == kind).unwrap().id;
    let step: StepId = project.steps_in_journey(journey)[at].id;
    Cell { lane, step }
}

fn focus(window: &mut Window, cell: Cell) {
    desk(window).session.as_mut().unwrap().select(Selection::of_cell(cell));
    window.run();
}

fn send(window: &mut Window, event: Event) {
    window.event(event);
    window.run();
}

fn paste(window: &mut Window, text: &str) {
    send(window, Event::Paste(text.to_owned()));
}

/// What the last frames put onto the clipboard.
fn copied(window: &mut Window, event: Event) -> String {
    window.event(event);
    for _ in 0..4 {
        window.step();
        let commands = &window.output().platform_output.commands;
        if let Some(OutputCommand::CopyText(text)) = commands.iter().find(|c| matches!(c, OutputCommand::CopyText(_))) {
            let text = text.clone();
            window.run();
            return text;
        }
    }
    panic!("nothing was copied")
}

fn texts(window: &Window, cell: Cell) -> Vec<String> {
    session(window).project().cards_in(cell.lane, cell.step).iter().map(|card| card.text.clone()).collect()
}

fn undo(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
}

#[test]
fn cards_are_copied_cut_and_pasted_with_the_systems_keys() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let (from, to) = (cell(&window, LaneKind::Action, 0), cell(&window, LaneKind::Action, 2));
    let before = project(&window);
    let cards: Vec<CardId> = before.cards_in(from.lane, from.step).iter().map(|card| card.id).collect();
    let said = texts(&window, from);
    desk(&mut window).session.as_mut().unwrap().select(Selection::of(cards.iter().map(|card| RecordId::from(*card))));
    window.run();
    let text = copied(&mut window, Event::Copy);
    assert_eq!(text, said.join("\n"));
    focus(&mut window, to);
    let was = texts(&window, to);
    paste(&mut window, &text);
    assert_eq!(texts(&window, to), [was.clone(), said.clone()].concat());
    shot(&mut window, "clip-pasted-cards");
    undo(&mut window);
    assert!(project(&window).same_as(&before), "one undo returns to the start");

    focus(&mut window, from);
    let text = copied(&mut window, Event::Cut);
    assert!(texts(&window, from).is_empty());
    focus(&mut window, to);
    paste(&mut window, &text);
    assert_eq!(texts(&window, to), [was, said].concat());
}

#[test]
fn a_block_from_excel_is_shown_before_it_is_kept() {
    for (lang, theme, name) in [
        (Lang::Ja, ThemeKind::Light, "clip-preview-ja"),
        (Lang::En, ThemeKind::Dark, "clip-preview-en-dark"),
        (Lang::Ja, ThemeKind::HighContrast, "clip-preview-ja-contrast"),
    ] {
        let mut window = map(lang, theme);
        let start = cell(&window, LaneKind::Pain, 1);
        focus(&mut window, start);
        let before = project(&window);
        paste(&mut window, "在庫が分からない\tレジが混む\r\n\"店舗在庫を出す\n取り置きを勧める\"\tセルフレジ\r\n");
        assert!(session(&window).in_gesture(), "nothing is kept yet");
        assert_eq!(texts(&window, start).last().unwrap(), "在庫が分からない", "but the map shows it");
        shot(&mut window, name);
        window.get_by_label(Text::Transpose.text(lang));
        window.key_press(Key::Escape);
        window.run();
        assert!(project(&window).same_as(&before));
        assert!(!session(&window).in_gesture());
    }
}

#[test]
fn the_preview_is_moved_turned_and_kept_with_keys() {
    let mut window = map(Lang::En, ThemeKind::Light);
    let before = project(&window);
    let start = cell(&window, LaneKind::Pain, 0);
    let (right, below) = (cell(&window, LaneKind::Pain, 1), cell(&window, LaneKind::Opportunity, 1));
    focus(&mut window, start);
    paste(&mut window, "one\ttwo\r\n");
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(texts(&window, right).last().unwrap(), "one");
    window.get_by_label(Text::Transpose.text(Lang::En)).click();
    window.run();
    assert_eq!(texts(&window, below).last().unwrap(), "two", "the row became a column");
    window.event(Event::Text("x".to_owned()));
    window.key_press(Key::Enter);
    window.run();
    assert!(!session(&window).in_gesture());
    assert_eq!(
        (texts(&window, right).last().unwrap().as_str(), texts(&window, below).last().unwrap().as_str()),
        ("one", "two")
    );
    undo(&mut window);
    assert!(project(&window).same_as(&before));
}

#[test]
fn what_has_no_place_is_said_in_the_bar() {
    let mut window = map(Lang::En, ThemeKind::Light);
    let start = cell(&window, LaneKind::Opportunity, 0);
    focus(&mut window, start);
    paste(&mut window, "kept\ttoo\r\nno lane for this\t\r\n");
    shot(&mut window, "clip-preview-leftover");
    window.get_by_label_contains("no lane for this");
    window.key_press(Key::Escape);
    window.run();
}

#[test]
fn another_command_drops_the_preview_first() {
    let mut window = map(Lang::En, ThemeKind::Light);
    let before = project(&window);
    let start = cell(&window, LaneKind::Pain, 0);
    focus(&mut window, start);
    paste(&mut window, "one\ttwo\r\n");
    crate::ui::update::perform(desk(&mut window), crate::ui::action::Action::Do(crate::app::AppCommand::AddStep));
    window.run();
    let session = desk(&mut window).session.as_mut().unwrap();
    assert!(session.undo().is_some() && session.undo_label().is_none(), "only the step was added");
    assert!(project(&window).same_as(&before));
}

#[test]
fn a_list_becomes_cards_below_each_other_at_once() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let at = cell(&window, LaneKind::Thought, 0);
    focus(&mut window, at);
    let before = project(&window);
    paste(&mut window, "・安いかな\r\n・似合うかな\r\n");
    let now = texts(&window, at);
    assert_eq!(now[now.len() - 2..], ["安いかな", "似合うかな"]);
    assert!(!session(&window).in_gesture());
    undo(&mut window);
    assert!(project(&window).same_as(&before));
}

#[test]
fn inside_a_text_field_pasting_is_typing() {
    let mut window = map(Lang::En, ThemeKind::Light);
    let at = cell(&window, LaneKind::Thought, 0);
    focus(&mut window, at);
    let cards = project(&window).cards.len();
    desk(&mut window).shown.canvas.wish(crate::ui::canvas::Wish::NewCard);
    window.run();
    paste(&mut window, "a\tb");
    assert!(!session(&window).in_gesture());
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(project(&window).cards.len(), cards + 1);
    assert!(texts(&window, at).last().unwrap().starts_with('a'));
}

#[test]
fn rubbish_changes_nothing_that_cannot_be_undone() {
    let mut window = map(Lang::En, ThemeKind::Light);
    let before = project(&window);
    for text in ["\u{0}", "\t\t\n\t", "\"", "\"\t\"\n", "\u{202e}\u{feff}", "=cmd|' /C calc'!A0\t+1\n-1\t@x"] {
        let at = cell(&window, LaneKind::Action, 0);
        focus(&mut window, at);
        paste(&mut window, text);
        if session(&window).in_gesture() {
            window.key_press(Key::Enter);
            window.run();
        }
        if session(&window).undo_label().is_some() {
            undo(&mut window);
        }
        assert!(project(&window).same_as(&before), "{text:?}");
    }
}

#[test]
fn the_start_page_makes_a_map_of_a_table() {
    let mut window = start_page(Lang::Ja, ThemeKind::Light, SIZE);
    window.get_by_label(Text::FromExcel.text(Lang::Ja));
    shot(&mut window, "clip-start");
    paste(&mut window, "just a line");
    assert!(desk(&mut window).session.is_none());
    paste(
        &mut window,
        "フェーズ\t認知\t\t購入\r\nステップ\tSNSで見る\t友人に聞く\t店で買う\r\n行動\t投稿を見る\t感想を聞く\t\"試着する\n支払う\"\r\n感情\t1\t2\t-1\r\n",
    );
    let steps = session(&window).project().steps_in_journey(session(&window).journey().unwrap()).len();
    assert_eq!((steps, project(&window).cards.len(), project(&window).marks.len()), (3, 4, 3));
    assert!(session(&window).dirty(), "closing asks first");
    shot(&mut window, "clip-from-excel");
}

#[test]
fn a_picture_from_the_clipboard_becomes_the_steps() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let at = cell(&window, LaneKind::Action, 1);
    focus(&mut window, at);
    let before = project(&window);
    send(
        &mut window,
        Event::PasteImage(Arc::new(ColorImage::filled(
            [64, 32],
            crate::ui::theme::color(crate::look::Theme::of(ThemeKind::Light).warn),
        ))),
    );
    for _ in 0..200 {
        if project(&window).steps.get(at.step).unwrap().picture.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.run();
    }
    assert!(project(&window).steps.get(at.step).unwrap().picture.is_some());
    assert!(project(&window).lanes.iter().any(|lane| lane.kind == LaneKind::Image && !lane.hidden));
    shot(&mut window, "clip-picture");
    undo(&mut window);
    assert!(project(&window).same_as(&before));
}

#[test]
fn the_selection_is_copied_as_a_picture() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let at = cell(&window, LaneKind::Action, 1);
    let (lane, step) = (RecordId::from(at.lane), RecordId::from(at.step));
    let card: RecordId = project(&window).cards_in(at.lane, at.step)[0].id.into();
    for (name, records) in [("cards", vec![card]), ("step", vec![step]), ("lane", vec![lane]), ("map", Vec::new())] {
        desk(&mut window).session.as_mut().unwrap().select(Selection::of(records));
        window.run();
        let desk = desk(&mut window);
        let scene = desk.shown.canvas.snip(desk.session.as_ref().unwrap()).unwrap();
        let image = crate::ui::files::drawn(&scene).unwrap();
        assert!(image.size[0] > 100 && image.size[1] > 40, "{name}: {:?}", image.size);
        if let Ok(folder) = std::env::var("TABIJI_SHOTS") {
            let [w, h] = image.size.map(|side| side as u32);
            let picture = image::RgbaImage::from_raw(w, h, image.as_raw().to_vec()).unwrap();
            picture.save(std::path::Path::new(&folder).join(format!("clip-as-picture-{name}.png"))).unwrap();
        }
    }
}

#[test]
fn the_preview_of_a_table_with_headings_comes_into_sight_where_it_lands() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let first = cell(&window, LaneKind::Action, 0);
    focus(&mut window, first);
    desk(&mut window).shown.canvas.wish(crate::ui::canvas::Wish::Zoom(1.6));
    window.run();
    let last =
        session(&window).project().steps_in_journey(session(&window).journey().unwrap()).last().unwrap().name.clone();
    let before = window.get_by_label_contains(&format!("ステップ「{last}」")).rect();
    assert!(before.left() > 1000.0, "out of sight: {before:?}");
    paste(&mut window, &format!("\t{last}\r\n課題・ペイン\t遠くの課題\r\n"));
    let pasted = window.get_by_label_contains("遠くの課題").rect();
    assert!(pasted.right() < 1000.0 && pasted.bottom() < 780.0, "{pasted:?}");
    window.key_press(Key::Escape);
    window.run();
}

fn until(window: &mut Window, is_so: impl Fn(&Window) -> bool) {
    for _ in 0..200 {
        if is_so(window) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.run();
    }
    panic!("it never came");
}

fn orange(side: usize) -> Arc<ColorImage> {
    let ink = crate::ui::theme::color(crate::look::Theme::of(ThemeKind::Light).warn);
    Arc::new(ColorImage::filled([side, side], ink))
}

#[test]
fn a_picture_pasted_onto_a_persona_becomes_the_portrait() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let before = project(&window);
    let persona = session(&window).persona().unwrap();
    crate::ui::update::perform(desk(&mut window), crate::ui::action::Action::ShowPersona(persona));
    window.run();
    send(&mut window, Event::PasteImage(orange(48)));
    let portrait = |window: &Window| project(window).personas.get(persona).unwrap().portrait.clone();
    until(&mut window, |window| portrait(window) != before.personas.get(persona).unwrap().portrait);
    shot(&mut window, "clip-portrait");
    undo(&mut window);
    assert!(project(&window).same_as(&before));
}

#[test]
fn a_picture_file_dropped_on_the_map_becomes_the_selected_steps() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let at = cell(&window, LaneKind::Action, 2);
    focus(&mut window, at);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("場面.png");
    image::RgbaImage::from_pixel(40, 30, image::Rgba([200, 120, 40, 255])).save(&path).unwrap();
    crate::ui::testing::drop_file(&mut window, &path);
    until(&mut window, |window| project(window).steps.get(at.step).unwrap().picture.is_some());
}

#[test]
fn paste_in_the_menu_asks_the_system_and_pastes_what_it_says() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let at = cell(&window, LaneKind::Thought, 0);
    focus(&mut window, at);
    let was = texts(&window, at);
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    window.run();
    window.get_by_label_contains(crate::app::AppCommand::Paste.name(Lang::Ja)).click();
    let mut is_asked = false;
    for _ in 0..3 {
        window.step();
        let viewports = window.output().viewport_output.values();
        is_asked |= viewports.flat_map(|output| &output.commands).any(|c| matches!(c, ViewportCommand::RequestPaste));
    }
    assert!(is_asked);
    paste(&mut window, "メニューから");
    assert_eq!(texts(&window, at), [was, vec!["メニューから".to_owned()]].concat());
    window.run_steps(10);
    assert!(window.query_by_label(Text::NothingToPaste.text(Lang::Ja)).is_none());
}

#[test]
fn a_block_with_emotions_is_copied_and_pasted_by_keys() {
    let mut window = map(Lang::Ja, ThemeKind::Light);
    let (from, to) = (cell(&window, LaneKind::Thought, 0), cell(&window, LaneKind::Thought, 5));
    let corner = cell(&window, LaneKind::Emotion, 0);
    let mut selection = Selection::of_cell(from);
    selection.reach_to(corner);
    desk(&mut window).session.as_mut().unwrap().select(selection);
    window.run();
    let before = project(&window);
    let text = copied(&mut window, Event::Copy);
    focus(&mut window, to);
    paste(&mut window, &text);
    assert!(!session(&window).in_gesture(), "nothing has to be previewed: it is known what it is");
    let agreed = |step| project(&window).mark_of(step, None, crate::model::MarkSource::Agreed).map(|mark| mark.value);
    assert_eq!(agreed(to.step), agreed(from.step));
    undo(&mut window);
    assert!(project(&window).same_as(&before));
}
