//! Surveys of every shape come in through the window: a question a column, several files, next month's file.

use super::panel_tests::{click, open, wait_for};
use super::testing::{Window, session, shot};
use crate::app::View;
use crate::i18n::arrival::{ArrivalText as Arrival, NamesText};
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{Lang, fill};
use crate::look::ThemeKind;
use crate::model::{ColumnRole, DataSet, ImportKind};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use std::fmt::Write as _;
use std::path::PathBuf;

const FORM: &str = "2026年11月 店舗アンケート,,,,,\n\
    タイムスタンプ,ご年代,Q1 レジで支払うときの満足度,Q2 配送の満足度,その理由,当社を友人や知人に薦めたいですか\n\
    2026/11/22 10:00:00,30代,とても満足,4,レジの人がとても親切でした,9\n\
    2026/11/22 11:00:00,40代,不満,無回答,とても長く待たされました,0\n\
    2026/11/22 12:00:00,40代,99,5,荷物の箱がつぶれていました,8\n\
    2026/11/23 09:30:00,20代,満足,3,通知が来なくて心配でした,10\n";

fn begin(window: &mut Window, files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = files
        .iter()
        .map(|(name, text)| {
            let path = folder.path().join(name);
            crate::store::write_atomically(&path, text.as_bytes()).unwrap();
            path
        })
        .collect();
    window.state_mut().as_mut().unwrap().shown.feedback.begin(paths);
    window.run_steps(2);
    folder
}

fn last_set(window: &Window) -> DataSet {
    session(window).project().data_sets_in_order().last().map(|set| (*set).clone()).unwrap()
}

#[test]
fn a_question_a_column_is_unpivoted_before_ones_eyes() {
    for (lang, theme, name) in [(Lang::Ja, ThemeKind::Light, "ja"), (Lang::En, ThemeKind::Dark, "en-dark")] {
        let mut window = open("winter-coat", lang, theme, View::Feedback);
        let sets = session(&window).project().data_sets.len();
        let _folder = begin(&mut window, &[("フォームの回答.csv", FORM)]);
        wait_for(&mut window, Text::Questions.text(lang));
        window.get_by_label(Text::GoogleForms.text(lang));
        shot(&mut window, &format!("import-wide-{name}"));
        click(&mut window, Text::Read.text(lang));
        wait_for(&mut window, Text::Apply.text(lang));
        let example = fill(Text::Example.text(lang), &[("text", "99")]);
        window.get_by_label(&example);
        shot(&mut window, &format!("import-wide-names-{name}"));
        click(&mut window, Text::Apply.text(lang));
        window.run();
        let set = last_set(&window);
        assert_eq!((set.rows, set.rejected, set.rows_above), (4, 0, 1));
        let names: Vec<&str> = set.answers.iter().map(|answers| answers.name.as_str()).collect();
        assert!(names.contains(&"配送を待つ"), "{names:?}");
        assert!(set.columns.iter().any(|column| column.role == ColumnRole::Comment && !column.step.is_empty()));
        assert_eq!(session(&window).project().data_sets.len(), sets + 1);
    }
}

#[test]
fn next_months_file_needs_no_question_and_several_files_are_one() {
    let lang = Lang::Ja;
    let month = |month: u32| {
        format!("日付,会員番号,場面,評点\n2026-{month:02}-01,R1,来店,9\n2026-{month:02}-02,R{month},来店,3\n")
    };
    let mut window = open("winter-coat", lang, ThemeKind::Light, View::Feedback);
    let _first = begin(&mut window, &[("9月.csv", &month(9)), ("10月.csv", &month(10))]);
    wait_for(&mut window, Text::Read.text(lang));
    click(&mut window, Text::Read.text(lang));
    wait_for(&mut window, Text::Apply.text(lang));
    click(&mut window, Text::Apply.text(lang));
    window.run();
    assert_eq!((last_set(&window).rows, last_set(&window).file.as_str()), (4, "9月.csv + 10月.csv"));
    let before = last_set(&window);

    let _next = begin(&mut window, &[("11月.csv", &month(11))]);
    wait_for(&mut window, Text::Apply.text(lang));
    click(&mut window, Text::Back.text(lang));
    let like = fill(Text::ReadLike.text(lang), &[("name", &before.name)]);
    wait_for(&mut window, &like);
    shot(&mut window, "import-known");
    click(&mut window, Text::Read.text(lang));
    wait_for(&mut window, Text::Apply.text(lang));
    click(&mut window, Text::Apply.text(lang));
    window.run();
    let after = last_set(&window);
    assert_eq!((after.columns, after.scales), (before.columns, before.scales));
}

/// Three months of answers, so many each, about a step of the map.
fn quarter(from: u32, each: u32) -> String {
    let mut text = "日付,会員番号,場面,チャネル,評点\n".to_owned();
    for month in from..from + 3 {
        for n in 0..each {
            let score = if from > 6 { 9 + n % 2 } else { n % 9 };
            let day = n % 28 + 1;
            let _ = writeln!(text, "2026-{month:02}-{day:02},R{month}-{n},店頭で試着する,LINEアプリ,{score}");
        }
    }
    text
}

fn apply(window: &mut Window, lang: Lang) {
    click(window, Text::Apply.text(lang));
    window.run();
}

#[test]
fn the_next_quarter_is_added_and_a_cumulative_file_replaces_with_one_click() {
    for (lang, theme, name) in [(Lang::Ja, ThemeKind::Light, "ja"), (Lang::En, ThemeKind::Dark, "en-dark")] {
        let mut window = open("winter-coat", lang, theme, View::Feedback);
        let (second, third) = (quarter(4, 40), quarter(7, 40));
        let _first = begin(&mut window, &[("Q2.csv", &second)]);
        wait_for(&mut window, Text::Read.text(lang));
        click(&mut window, Text::Read.text(lang));
        wait_for(&mut window, Text::Apply.text(lang));
        assert!(window.query_by_label(Arrival::Title.text(lang)).is_none(), "the first of its kind");
        apply(&mut window, lang);
        let sets = session(&window).project().data_sets.len();

        let _next = begin(&mut window, &[("Q3.csv", &third)]);
        wait_for(&mut window, Text::Apply.text(lang));
        let named = |text: Arrival| fill(text.text(lang), &[("name", "Q2.csv")]);
        window.get_by_role_and_label(Role::RadioButton, &named(Arrival::Add));
        let apart = named(Arrival::Apart);
        assert!(window.query_all_by_value(&apart).next().is_some(), "{apart}");
        shot(&mut window, &format!("arrival-add-{name}"));
        apply(&mut window, lang);
        let set = last_set(&window);
        assert_eq!((session(&window).project().data_sets.len(), set.rows, set.name.as_str()), (sets, 240, "Q2.csv"));
        let kinds: Vec<ImportKind> = set.imports.iter().map(|import| import.how).collect();
        assert_eq!(kinds, [ImportKind::First, ImportKind::Added]);
        shot(&mut window, &format!("arrival-moved-{name}"));

        let whole = second + &third[third.find('\n').unwrap() + 1..] + "2026-10-01,R10,店頭で試着する,LINEアプリ,9\n";
        let _all = begin(&mut window, &[("all.csv", &whole)]);
        wait_for(&mut window, Text::Apply.text(lang));
        let whole = fill(Arrival::Whole.text(lang), &[("there", "240"), ("more", "1")]);
        assert!(window.query_all_by_value(&whole).next().is_some(), "{whole}");
        shot(&mut window, &format!("arrival-replace-{name}"));
        apply(&mut window, lang);
        assert_eq!((last_set(&window).rows, last_set(&window).counted().len()), (241, 1));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!((last_set(&window).rows, last_set(&window).imports.len()), (240, 2), "one step back");
    }
}

#[test]
fn a_file_that_is_in_already_is_not_counted_twice_by_itself() {
    let lang = Lang::En;
    let mut window = open("hotel-stay", lang, ThemeKind::Light, View::Feedback);
    let (second, third) = (quarter(4, 20), quarter(7, 20));
    for file in [("Q2.csv", &second), ("Q3.csv", &third)] {
        let _folder = begin(&mut window, &[(file.0, file.1)]);
        if file.0 == "Q2.csv" {
            wait_for(&mut window, Text::Read.text(lang));
            click(&mut window, Text::Read.text(lang));
        }
        wait_for(&mut window, Text::Apply.text(lang));
        apply(&mut window, lang);
    }
    let rows = last_set(&window).rows;
    let _again = begin(&mut window, &[("copy.csv", &second)]);
    wait_for(&mut window, Arrival::Choose.text(lang));
    apply(&mut window, lang);
    assert_eq!(last_set(&window).rows, rows, "nothing was chosen");
    shot(&mut window, "arrival-again");
    let replace = fill(Arrival::Replace.text(lang), &[("name", "Q2.csv")]);
    window.get_by_role_and_label(Role::RadioButton, &replace).click();
    window.run();
    apply(&mut window, lang);
    assert_eq!(last_set(&window).rows, rows / 2);
}

#[test]
fn names_of_channels_are_confirmed_with_the_keyboard_and_kept() {
    for (lang, theme, name) in [(Lang::Ja, ThemeKind::Light, "ja"), (Lang::En, ThemeKind::Dark, "en-dark")] {
        let mut window = open("winter-coat", lang, theme, View::Feedback);
        let channels: Vec<String> =
            session(&window).project().channels.iter().map(|channel| channel.name.clone()).collect();
        let first = channels.iter().find(|name| name.chars().count() > 2).unwrap().clone();
        let text = format!(
            "日付,場面,チャネル,評点\n2026-04-01,店頭で試着する,{first}版,9\n2026-04-02,お店で試着する,{first}版,8\n2026-04-03,まったく別,電報,8\n"
        );
        let _folder = begin(&mut window, &[("names.csv", &text)]);
        wait_for(&mut window, Text::Read.text(lang));
        click(&mut window, Text::Read.text(lang));
        wait_for(&mut window, Text::Apply.text(lang));
        window.get_by_label(NamesText::Channels.text(lang));
        let asked = |name: &str, to: &str| fill(NamesText::RowOpen.text(lang), &[("name", name), ("to", to)]);
        window.get_by_label(&asked("お店で試着する", "店頭で試着する"));
        shot(&mut window, &format!("names-{name}"));
        // The first row that asks has the keyboard; Enter goes on to the next one.
        window.key_press(Key::Enter);
        window.run();
        let is = |name: &str, to: &str| fill(NamesText::RowIs.text(lang), &[("name", name), ("to", to)]);
        window.get_by_label(&is("お店で試着する", "店頭で試着する"));
        window.key_press(Key::Enter);
        window.run();
        shot(&mut window, &format!("names-taken-{name}"));
        apply(&mut window, lang);
        let project = session(&window).project();
        let known = project.channels.iter().find(|channel| channel.name == first).unwrap();
        assert_eq!(known.known_as, [format!("{first}版")]);
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        let project = session(&window).project();
        assert!(project.channels.iter().all(|channel| channel.known_as.is_empty()), "one step back");
    }
}

#[test]
fn each_question_of_a_form_has_its_own_scale() {
    for (lang, theme, name) in [(Lang::Ja, ThemeKind::Dark, "ja-dark"), (Lang::En, ThemeKind::Light, "en")] {
        let mut window = open("winter-coat", lang, theme, View::Feedback);
        let mut form = "日時,Q1 店頭で試着するときの満足度,Q2 配送の満足度,総合満足度\n".to_owned();
        for n in 0..8 {
            let _ = writeln!(form, "2026-04-{:02},{},{},{}", n + 1, n % 5 + 1, n % 7 + 1, n % 5 + 1);
        }
        let _folder = begin(&mut window, &[("form.csv", &form)]);
        wait_for(&mut window, Text::Questions.text(lang));
        let scale = |question: &str| fill(Text::ScaleOf.text(lang), &[("question", question)]);
        let value = |window: &Window, question: &str| {
            window.get_by_role_and_label(Role::ComboBox, &scale(question)).value().unwrap_or_default()
        };
        assert_eq!(value(&window, "Q2 配送の満足度"), "1–7");
        let first = "Q1 店頭で試着するときの満足度";
        assert_eq!(value(&window, first), "1–5");
        window.get_by_label(Text::SeveralScales.text(lang));
        shot(&mut window, &format!("import-scales-{name}"));
        window.get_by_role_and_label(Role::ComboBox, &scale(first)).click();
        window.run_steps(3);
        window.get_by_role_and_label(Role::Button, "1–7").click();
        window.run();
        assert_eq!(value(&window, first), "1–7");
        click(&mut window, Text::Read.text(lang));
        wait_for(&mut window, Text::Apply.text(lang));
        apply(&mut window, lang);
        let tops: Vec<u8> = last_set(&window).columns.iter().map(|column| column.top).collect();
        assert_eq!(tops[1..3], [7, 7]);
    }
}
