//! The filter bar, used as a person uses it: choices found by their names, with the mouse and with the keyboard.

use crate::app::AppCommand;
use crate::app::View;
use crate::edit::Command;
use crate::i18n::Lang;
use crate::i18n::filter_bar::FilterBarText as Text;
use crate::look::ThemeKind;
use crate::model::{Card, CardFilter, Department, Evidence, FilterCounts, Project, cards_shown};
use crate::ui::action::Action;
use crate::ui::panel_tests::open_sized;
use crate::ui::testing::{Window, session, shot};
use crate::ui::update;
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1600.0, 1000.0];

fn project(window: &Window) -> &Project {
    session(window).project()
}

/// The winter coat with tags and evidence on its cards, and the bar open.
fn map(lang: Lang, theme: ThemeKind, size: [f32; 2]) -> Window {
    let name = if lang == Lang::Ja { "winter-coat" } else { "hotel-stay" };
    let mut window = open_sized(name, lang, theme, View::Map, size);
    let desk = window.state_mut().as_mut().unwrap();
    let mut project = desk.session.as_ref().unwrap().project().clone();
    let cards: Vec<Card> = project.cards.iter().cloned().collect();
    for (position, card) in cards.into_iter().enumerate() {
        let tags = [vec!["在庫".to_owned()], vec!["BOPIS".to_owned(), "返品".to_owned()], Vec::new()];
        project.put(Card { evidence: Evidence::ALL[position % 3], tags: tags[position % 3].clone(), ..card }.into());
    }
    update::show_project(desk, project, None);
    desk.shown.filter_bar.open = true;
    window.run();
    window
}

fn command(window: &mut Window, command: AppCommand) {
    update::perform(window.state_mut().as_mut().unwrap(), Action::Do(command));
    window.run();
}

fn filter(window: &Window) -> &CardFilter {
    &window.state().as_ref().unwrap().shown.filter.cards
}

/// What a choice is called: its name and how many cards.
fn choice(window: &Window, name: &str, n: usize) -> String {
    let lang = window.state().as_ref().unwrap().lang();
    crate::i18n::fill(Text::Count.text(lang), &[("name", name), ("n", &n.to_string())])
}

fn counts(window: &Window) -> FilterCounts {
    FilterCounts::of(project(window), session(window).journey().unwrap(), filter(window))
}

#[test]
fn a_choice_is_made_with_the_mouse_and_said_in_a_sentence() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    let before = project(&window).clone();
    let shop = project(&window).departments_in_order()[0].clone();
    let n = counts(&window).of_department(shop.id);
    let name = choice(&window, &shop.name, n);
    window.get_by_role_and_label(Role::CheckBox, &name).click();
    window.run();
    assert_eq!(filter(&window).departments, [shop.id]);
    let assumed = counts(&window).of_evidence(Evidence::Assumed);
    let name = choice(&window, "仮説", assumed);
    window.get_by_role_and_label(Role::CheckBox, &name).click();
    window.run();
    let total = counts(&window).total;
    let sentence = format!("{}の仮説 {assumed}枚 / {total}枚", shop.name);
    assert_eq!(window.get_all_by_label(&sentence).count(), 2, "in the bar and in the status line");
    window.get_by_label(Text::Clear.text(Lang::Ja)).click();
    window.run();
    assert!(filter(&window).is_empty());
    assert!(project(&window).same_as(&before) && session(&window).undo_label().is_none(), "nothing was changed");
}

#[test]
fn a_choice_is_made_with_the_keyboard() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    let shop = project(&window).departments_in_order()[0].clone();
    let name = choice(&window, &shop.name, counts(&window).of_department(shop.id));
    window.get_by_role_and_label(Role::CheckBox, &name).focus();
    window.run();
    window.key_press(Key::Space);
    window.run();
    assert_eq!(filter(&window).departments, [shop.id]);
    let digit = |window: &mut Window, key: Key, sign: Key| {
        let modifiers = Modifiers { alt: true, shift: true, ..Modifiers::NONE };
        let physical_key = Some(key);
        window.event(Event::Key { key: sign, physical_key, pressed: true, repeat: false, modifiers });
        window.run();
    };
    digit(&mut window, Key::Num0, Key::CloseBracket);
    assert!(filter(&window).is_empty(), "Alt+Shift+0, whatever sign the keyboard makes of it");
}

#[test]
fn a_view_is_saved_named_shown_and_deleted() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    window.state_mut().as_mut().unwrap().shown.filter.toggle_evidence(Evidence::Assumed);
    window.run();
    command(&mut window, AppCommand::SaveView);
    window.event(Event::Text("まだ推測".to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let view = project(&window).views_in_order()[0].clone();
    assert_eq!((view.name.as_str(), view.journey), ("まだ推測", session(&window).journey()));
    command(&mut window, AppCommand::ClearFilter);
    assert!(filter(&window).is_empty());
    command(&mut window, AppCommand::ShowView1);
    assert_eq!(*filter(&window), view.filter);
    command(&mut window, AppCommand::ClearFilter);
    // In the outline.
    window.get_by_role_and_label(Role::Button, "まだ推測").click();
    window.run();
    assert_eq!(*filter(&window), view.filter);
    command(&mut window, AppCommand::Delete);
    assert!(project(&window).views.is_empty());
    command(&mut window, AppCommand::Undo);
    assert_eq!(project(&window).views_in_order()[0].name, "まだ推測");
}

#[test]
fn a_view_comes_back_from_the_file_and_says_what_it_lost() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    let shop = project(&window).departments_in_order()[0].clone();
    window.state_mut().as_mut().unwrap().shown.filter.toggle_department(shop.id);
    window.run();
    command(&mut window, AppCommand::SaveView);
    window.key_press(Key::Enter);
    window.run();
    let text = crate::store::to_text(project(&window)).unwrap();
    let loaded = crate::store::from_text(&text, &mut crate::base::IdSource::seeded(1)).unwrap();
    assert_eq!(loaded.project.views, project(&window).views);

    update::perform(window.state_mut().as_mut().unwrap(), Action::Run(Command::Delete(vec![shop.id.into()])));
    window.run();
    command(&mut window, AppCommand::ShowView1);
    assert!(filter(&window).is_empty(), "it shows everything");
    let lost = format!("「{}」", shop.name);
    assert!(window.get_all_by_label_contains(&lost).next().is_some());
}

#[test]
fn what_is_left_out_is_neither_selected_nor_changed() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    {
        let filter = &mut window.state_mut().as_mut().unwrap().shown.filter;
        filter.toggle_evidence(Evidence::Researched);
        filter.switch_others();
    }
    window.run();
    let passing = counts(&window).passing;
    command(&mut window, AppCommand::SelectAll);
    assert_eq!(session(&window).selection().records().len(), passing);
    command(&mut window, AppCommand::EvidencePartly);
    assert_eq!(counts(&window).of_evidence(Evidence::Researched), 0);
    assert!(session(&window).selection().is_empty(), "they are out of sight now");
    command(&mut window, AppCommand::Undo);
    assert_eq!(counts(&window).passing, passing);
}

#[test]
fn new_cards_are_written_by_whoever_writes() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    let all: Vec<_> = project(&window).departments_in_order().iter().map(|d| (d.id, d.name.clone())).collect();
    command(&mut window, AppCommand::NextWriter);
    let words = crate::i18n::fill(Text::Writer.text(Lang::Ja), &[("who", &all[0].1)]);
    window.get_by_role_and_label(Role::Button, &words).click();
    window.run();
    // The department of the outline has the same name; the list hangs over the status line.
    let entries = window.get_all_by_role_and_label(Role::Button, &all[1].1);
    entries.max_by(|a, b| a.rect().center().y.total_cmp(&b.rect().center().y)).unwrap().click();
    window.run();
    assert_eq!(session(&window).writer(), Some(all[1].0));
    let journey = session(&window).journey().unwrap();
    let first = cards_shown(project(&window), journey).next().unwrap().id;
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![first.into()]));
    command(&mut window, AppCommand::AddCard);
    window.event(Event::Text("付箋".to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let card = project(&window).cards.iter().find(|card| card.text == "付箋").unwrap();
    assert_eq!(card.author, Some(all[1].0));
}

#[test]
fn the_author_of_several_cards_is_set_at_once() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    command(&mut window, AppCommand::SelectAll);
    command(&mut window, AppCommand::SetAuthor);
    let call = project(&window).departments_in_order()[1].clone();
    window.get_all_by_role_and_label(Role::Button, &call.name).last().unwrap().click();
    window.run();
    let journey = session(&window).journey().unwrap();
    assert!(cards_shown(project(&window), journey).all(|card| card.author == Some(call.id)));
    let votes = |window: &Window| cards_shown(project(window), journey).map(|card| card.votes).sum::<u32>();
    let before = votes(&window);
    command(&mut window, AppCommand::VoteAdd);
    assert_eq!(votes(&window) as usize, before as usize + counts(&window).total);
    command(&mut window, AppCommand::Undo);
    command(&mut window, AppCommand::Undo);
    assert!(!cards_shown(project(&window), journey).all(|card| card.author == Some(call.id)));
}

#[test]
fn tags_are_typed_as_chips_and_completed() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    let card = project(&window).cards.iter().find(|card| card.tags.is_empty()).unwrap().id;
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![card.into()]));
    window.run();
    let tags = |window: &Window| project(window).cards.get(card).unwrap().tags.clone();
    window.get_by_label(Text::AddTag.text(Lang::Ja)).focus();
    window.run();
    window.event(Event::Text("値段、".to_owned()));
    window.run();
    assert_eq!(tags(&window), ["値段"]);
    window.event(Event::Text("返".to_owned()));
    window.run();
    window.key_press(Key::ArrowDown);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(tags(&window), ["値段", "返品"], "completed from the tags in use");
    window.get_by_label(&crate::i18n::fill(Text::RemoveTag.text(Lang::Ja), &[("tag", "値段")])).click();
    window.run();
    assert_eq!(tags(&window), ["返品"]);
}

#[test]
fn two_departments_that_look_alike_are_warned_of_and_a_deleted_one_says_what_becomes_of_its_cards() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    let [shop, web] = [0, 1].map(|at| project(&window).departments_in_order()[at].clone());
    let alike = Department { letter: shop.letter.clone(), ..web.clone() };
    update::perform(window.state_mut().as_mut().unwrap(), Action::Run(Command::Edit(alike.into())));
    update::perform(window.state_mut().as_mut().unwrap(), Action::Select(vec![web.id.into()]));
    window.run();
    let warning = crate::i18n::fill(Text::AlikeLetter.text(Lang::Ja), &[("other", &shop.name)]);
    assert!(window.query_all_by_value(&format!("⚠ {warning}")).next().is_some());
    let cards = crate::app::actions::said_by(project(&window), web.id).cards;
    window.get_by_label(Text::DeleteDepartment.text(Lang::Ja)).click();
    window.run();
    assert!(!project(&window).departments.contains(web.id));
    window.get_by_label_contains(&format!("カード{cards}枚は記入部門なしで残り"));
    command(&mut window, AppCommand::Undo);
    assert_eq!(crate::app::actions::said_by(project(&window), web.id).cards, cards);
}

#[test]
fn a_view_is_found_in_the_palette_by_its_name() {
    let mut window = map(Lang::Ja, ThemeKind::Light, SIZE);
    window.state_mut().as_mut().unwrap().shown.filter.toggle_evidence(Evidence::Partly);
    window.run();
    command(&mut window, AppCommand::SaveView);
    window.key_press(Key::Enter);
    window.run();
    let name = project(&window).views_in_order()[0].name.clone();
    command(&mut window, AppCommand::ClearFilter);
    command(&mut window, AppCommand::Palette);
    window.event(Event::Text("ビュー".to_owned()));
    window.run();
    let words = crate::i18n::fill(Text::View.text(Lang::Ja), &[("name", &name)]);
    window.get_by_role_and_label(Role::Button, &words).click();
    window.run();
    assert_eq!(filter(&window).evidence, [Evidence::Partly]);
}

#[test]
fn shots_of_the_bar() {
    if std::env::var_os("TABIJI_SHOTS").is_none() {
        return;
    }
    for (lang, theme, size) in [
        (Lang::Ja, ThemeKind::Light, SIZE),
        (Lang::En, ThemeKind::Dark, SIZE),
        (Lang::Ja, ThemeKind::HighContrast, [1280.0, 800.0]),
        (Lang::En, ThemeKind::Light, [1280.0, 800.0]),
    ] {
        let name = |what: &str| format!("filter-{what}-{}-{}-{}", lang.code(), theme.key(), size[0]);
        let mut window = map(lang, theme, size);
        shot(&mut window, &name("off"));
        {
            let desk = window.state_mut().as_mut().unwrap();
            let shop = desk.session.as_ref().unwrap().project().departments_in_order()[0].id;
            desk.shown.filter.toggle_department(shop);
            desk.shown.filter.toggle_evidence(Evidence::Assumed);
            desk.shown.filter.known = true;
        }
        window.run();
        shot(&mut window, &name("on"));
        command(&mut window, AppCommand::SwitchOthers);
        shot(&mut window, &name("out"));
        command(&mut window, AppCommand::SaveView);
        shot(&mut window, &name("naming"));
        window.key_press(Key::Enter);
        window.run();
        let tags = Text::Tags.text(lang);
        window.get_by_role_and_label(Role::Button, tags).click();
        window.run();
        shot(&mut window, &name("tags"));
        window.key_press(Key::Escape);
        window.run();
        let shown =
            window.state().as_ref().unwrap().shown.filter.chosen(session(&window).project()).unwrap().0.name.clone();
        window.get_by_label(&crate::i18n::fill(Text::View.text(lang), &[("name", &shown)])).click();
        window.run();
        shot(&mut window, &name("views"));
    }
}
