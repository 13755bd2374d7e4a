//! Surveys of every shape come in through the window: a question a column, several files, next month's file.

use super::panel_tests::{click, open, wait_for};
use super::testing::{Window, session, shot};
use crate::app::View;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{Lang, fill};
use crate::look::ThemeKind;
use crate::model::{ColumnRole, DataSet};
use egui_kittest::kittest::Queryable as _;
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
