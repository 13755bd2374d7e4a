//! Whole files, read as a person's would be.

use super::{FeedbackError, ImportPlan, Look, Outcome, Reason, preview, preview_with, read};
use crate::model::{ColumnRole, Dimension, Slice};
use encoding_rs::{SHIFT_JIS, UTF_16LE};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tempfile::NamedTempFile;

fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn read_as(path: &Path, plan: &ImportPlan) -> Result<Outcome, FeedbackError> {
    read(path, plan, &mut |_| {}, &AtomicBool::new(false))
}

fn look(encoding: &str, delimiter: u8) -> Look {
    Look { encoding: Some(encoding.to_owned()), delimiter: Some(delimiter), ..Look::default() }
}

fn outcome(bytes: &[u8]) -> Outcome {
    let file = file(bytes);
    let plan = preview(file.path()).unwrap().plan;
    read_as(file.path(), &plan).unwrap()
}

fn whole<'a>(outcome: &'a Outcome, step: &str) -> &'a Slice {
    let answers = outcome.answers.iter().find(|answers| answers.name == step).unwrap();
    answers.slices.iter().find(|slice| slice.by == Dimension::Whole).unwrap()
}

const SMALL: &str = "回答日,回答者,ステップ,チャネル,推奨度,満足度,コメント\n\
    2026/01/05,R1,来店,店舗,9,4,\"店員さんが, とても親切\"\n\
    2026/02/06,R2,来店,EC,10点,5,電話は090-1234-5678です\n\
    2026/02/06,R2,来店,EC,10,5,同じ人の同じ回答です\n\
    2026/02/07,R3,支払い,店舗,３,,\n\
    2026/02/08,R4,支払い,店舗,N/A,2,とても遅いレジでした\n";

#[test]
fn a_small_file_becomes_histograms() {
    let outcome = outcome(SMALL.as_bytes());
    assert_eq!((outcome.rows, outcome.duplicates, outcome.used()), (5, 1, 4));
    let slice = whole(&outcome, "来店");
    assert_eq!((slice.rows, slice.nps[9], slice.nps[10], slice.csat[3]), (2, 1, 1, 1));
    let slice = whole(&outcome, "支払い");
    assert_eq!((slice.rows, slice.nps[3], slice.nps.iter().sum::<u64>(), slice.csat[1]), (2, 1, 1, 1));
    assert!(outcome.quotes.iter().any(|quote| quote.text == "電話は●●●です"), "{:?}", outcome.quotes);
    assert_eq!(outcome.sha256.len(), 64);
    assert_eq!(outcome.months.map(|(a, b)| (a.to_string(), b.to_string())), Some(("2026-01".into(), "2026-02".into())));
}

#[test]
fn personal_data_is_masked_before_anything_of_a_file_is_shown() {
    let text = SMALL.to_owned() + "2026/02/09,R5,来店,店舗,田中太郎が対応\n";
    let file = file(text.as_bytes());
    let mut plan = preview(file.path()).unwrap().plan;
    plan.private_names = vec!["田中太郎".to_owned()];
    assert_eq!(plan.shown(ColumnRole::Comment, "電話は090-1234-5678、田中 太郎です"), "電話は●●●、●●●です");
    assert_eq!(plan.shown(ColumnRole::Ignore, "sato@example.com"), "●●●");
    assert_eq!(
        plan.shown(ColumnRole::Date, "2026/01/05 10:00:00"),
        "2026/01/05 10:00:00",
        "what is read stays legible"
    );
    let outcome = read_as(file.path(), &plan).unwrap();
    let ragged = outcome.rejected.iter().find(|rejected| rejected.reason == Reason::Ragged).unwrap();
    assert!(ragged.example.contains("●●●が対応"), "{}", ragged.example);
}

#[test]
fn the_hash_is_that_of_the_file() {
    let outcome = outcome(b"step,nps\na,5\n");
    assert_eq!(outcome.sha256, "e8163f7f4c00c4b65ecbac35ee9b3022ad2383a86be263288714ae1b5d9eafde");
}

#[test]
fn every_encoding_gives_the_same_answers() {
    let plain = outcome(SMALL.as_bytes());
    let marked = outcome(&[b"\xEF\xBB\xBF", SMALL.as_bytes()].concat());
    let cp932 = outcome(&SHIFT_JIS.encode(SMALL).0);
    let wide: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = outcome(&[b"\xFF\xFE", wide.as_slice()].concat());
    for (other, name) in [(&marked, "UTF-8"), (&cp932, "Shift_JIS"), (&wide, UTF_16LE.name())] {
        assert_eq!(other.encoding, name);
        assert_eq!(other.answers, plain.answers, "{name}");
        assert_eq!(other.columns, plain.columns, "{name}");
        let texts = |outcome: &Outcome| outcome.quotes.iter().map(|q| q.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(other).len(), texts(&plain).len(), "{name}");
    }
}

#[test]
fn cp932_characters_that_hold_delimiter_like_bytes_stay_whole() {
    // 表 ends in 0x5C, ポ in 0x7C.
    let text = "ステップ|推奨度\n表を見る|8\nポイント|9\nポイント|2\n";
    let bytes = SHIFT_JIS.encode(text).0;
    let file = file(&bytes);
    let plan = preview_with(file.path(), &look("cp932", b'|')).unwrap().plan;
    let outcome = read_as(file.path(), &plan).unwrap();
    assert_eq!(outcome.answers.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["ポイント", "表を見る"]);
}

#[test]
fn rows_that_cannot_be_used_are_counted_with_their_line() {
    let text = "date,step,nps\n2026-01-01,a,9\n2026-01-01,a\n\n2026-01-01,,9\nsoon,a,9\n2026-01-01,a,11\n2026-01-01,a,\n\
                2026-01-01,\"a\nb\",12\n2026-01-01,a,5,6\n2026-01-01,a,0\n";
    let outcome = outcome(text.as_bytes());
    let rejected: Vec<_> = outcome.rejected.iter().map(|r| (r.reason, r.rows, r.first_line)).collect();
    let expected = [
        (Reason::Ragged, 2, 3),
        (Reason::NoStep, 1, 5),
        (Reason::BadDate, 1, 6),
        (Reason::OffScale, 2, 7),
        (Reason::NoAnswer, 1, 8),
    ];
    assert_eq!(rejected, expected);
    assert_eq!((outcome.rows, outcome.used(), whole(&outcome, "a").rows), (9, 2, 2));
}

#[test]
fn an_unclosed_quote_costs_one_row() {
    let mut text = "step,nps,comment\na,9,fine\na,8,\"never closed\n".to_owned();
    (0..1000).for_each(|_| text += "a,7,ok\n");
    let outcome = outcome(text.as_bytes());
    assert_eq!(
        outcome.rejected.iter().map(|r| (r.reason, r.rows, r.first_line)).collect::<Vec<_>>(),
        [(Reason::UnclosedQuote, 1, 3)]
    );
    assert_eq!(whole(&outcome, "a").rows, 1001);
}

#[test]
fn a_cell_over_a_megabyte_is_cut_and_said_with_row_and_column() {
    let long = "長い感想".repeat(100_000);
    let text = format!("step,nps,comment\na,9,fine\na,8,{long}\nb,7,ok\nb,7,{long}x\n");
    let outcome = outcome(text.as_bytes());
    let cut = outcome.long_cells.as_ref().unwrap();
    assert_eq!((cut.cells, cut.line, cut.column.as_str(), cut.file), (2, 3, "comment", 0));
    assert_eq!((outcome.used(), whole(&outcome, "a").rows), (4, 2));
    assert!(outcome.quotes.iter().any(|quote| quote.text.starts_with("長い感想") && quote.text.ends_with('…')));
}

#[test]
fn questions_of_one_form_keep_their_own_scales() {
    let mut text = "日時,Q1 来店の満足度,Q2 配送の満足度,Q3 支払いの満足度,総合満足度\n".to_owned();
    for n in 0..40 {
        let _ = writeln!(text, "2026-01-{:02},{},{},{},{}", n % 28 + 1, n % 5 + 1, n % 7 + 1, n % 3 + 3, n % 5 + 1);
    }
    let file = file(text.as_bytes());
    let preview = preview(file.path()).unwrap();
    let asked: Vec<(&str, u8)> = preview
        .plan
        .columns
        .iter()
        .filter(|column| column.role == ColumnRole::Csat && !column.step.is_empty())
        .map(|column| (column.step.as_str(), preview.plan.top_of(column)))
        .collect();
    assert_eq!(asked[..3], [("来店", 5), ("配送", 7), ("支払い", 5)]);
    assert!(preview.plan.has_several_scales(ColumnRole::Csat));
    let outcome = read_as(file.path(), &preview.plan).unwrap();
    assert_eq!(whole(&outcome, "来店").csat, [8; 5]);
    assert_eq!(whole(&outcome, "配送").csat.iter().sum::<u64>(), 40);
    let scales: Vec<u8> =
        outcome.measures.iter().filter(|m| m.role == ColumnRole::Csat).map(|measure| measure.highest).collect();
    assert_eq!(scales, [5, 7]);
    let set = outcome.into_data_set(crate::base::IdSource::seeded(1).next(), None);
    assert!(set.cube.as_ref().unwrap().is_sound(&set.measures));
    let figures = super::by_name(&[&set], 5);
    let csat = |name: &str| {
        let (_, voice) = figures.steps.iter().find(|(known, _)| known == name).unwrap();
        let super::StepVoice::Shown(shown) = voice else { panic!("{name} is hidden") };
        shown.csat.clone().unwrap()
    };
    assert_eq!((csat("来店").bins.len(), csat("配送").bins.len()), (5, 7));
    // Twelve of forty answers are 6 or 7; sixteen of forty are 4 or 5.
    let share = |name| csat(name).top2.value.round();
    assert_eq!((share("来店"), csat("配送").n, figures.left_out), (40.0, 40, 0));
    assert!(share("配送") < 40.0);
}

#[test]
fn an_error_names_its_file() {
    let mut file = tempfile::Builder::new().suffix(".json").tempfile().unwrap();
    file.write_all("[{\"step\": \"a\", \"nps\": 9},\n {\"step\": \"a\" \"nps\": 9}]".as_bytes()).unwrap();
    let name = file.path().file_name().unwrap().to_string_lossy().into_owned();
    let said = preview(file.path()).unwrap_err().to_string();
    assert!(said.starts_with(&format!("{name} is not JSON at line 2, character")), "{said}");
    assert!(said.ends_with("1 rows before it are sound"), "{said}");
}

#[test]
fn an_endless_row_is_refused_with_its_line() {
    let mut text = b"step,nps,comment\na,9,fine\n".to_vec();
    text.resize(6 << 20, b'x');
    let file = file(&text);
    let plan = preview(file.path()).unwrap().plan;
    assert!(matches!(read_as(file.path(), &plan), Err(FeedbackError::EndlessRow { line: 3, .. })));
}

#[test]
fn rows_across_the_chunks_stay_whole() {
    let long = "長い感想".repeat(20_000);
    let mut text = "step,nps,comment\n".to_owned();
    for n in 0..40 {
        let _ = writeln!(text, "s{},{},\"{long}\n{n}\"", n % 3, n % 11);
    }
    let outcome = outcome(text.as_bytes());
    assert_eq!((outcome.rows, outcome.used()), (40, 40));
    assert_eq!(whole(&outcome, "s0").rows, 14);
    assert!(outcome.quotes.iter().all(|quote| quote.text.chars().count() <= 401));
}

#[test]
fn a_free_text_column_as_step_is_refused_by_name() {
    let mut text = "what they said,nps\n".to_owned();
    for n in 0..5_000 {
        let _ = writeln!(text, "sentence {n},5");
    }
    let file = file(text.as_bytes());
    let mut plan = preview(file.path()).unwrap().plan;
    plan.assign(ColumnRole::Step, "what they said").unwrap();
    match read_as(file.path(), &plan) {
        Err(FeedbackError::TooManyNames { role, header, line, .. }) => {
            assert_eq!((role, header.as_str(), line), (ColumnRole::Step, "what they said", 2_002));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_with_nothing_in_them_are_told_apart() {
    assert!(matches!(preview(file(b"").path()), Err(FeedbackError::Empty { .. })));
    assert!(matches!(preview(file(b"\n\n\r\n").path()), Err(FeedbackError::Empty { .. })));
    assert!(matches!(preview(file(b"\x7fELF\0\0\x01\x02").path()), Err(FeedbackError::Binary { .. })));
    assert!(matches!(preview(Path::new("/nowhere.csv")), Err(FeedbackError::Io { .. })));
    let header = outcome(b"step,nps\n");
    assert_eq!((header.rows, header.answers.len()), (0, 0));
    let unknown = file(b"a,b\n1,2\n");
    let plan = preview(unknown.path()).unwrap().plan;
    assert!(matches!(read_as(unknown.path(), &plan), Err(FeedbackError::NoColumn { .. })));
}

#[test]
fn reading_can_be_stopped() {
    let file = file(SMALL.as_bytes());
    let plan = preview(file.path()).unwrap().plan;
    let stopped = read(file.path(), &plan, &mut |_| {}, &AtomicBool::new(true));
    assert!(matches!(stopped, Err(FeedbackError::Cancelled)));
}

#[test]
fn a_five_point_effort_scale_is_turned_round() {
    let mut text = "step,effort\n".to_owned();
    (0..40).for_each(|n| text += if n < 30 { "a,1\n" } else { "a,5\n" });
    let outcome = outcome(text.as_bytes());
    assert!(outcome.scales.ces_high_is_hard);
    assert_eq!(whole(&outcome, "a").ces, [10, 0, 0, 0, 30]);
}

/// Histograms as the `csv` crate reads the file.
fn oracle(text: &[u8]) -> BTreeMap<String, [u64; 11]> {
    let mut found: BTreeMap<String, [u64; 11]> = BTreeMap::new();
    for row in csv::Reader::from_reader(text).records() {
        let row = row.unwrap();
        let step = row[0].trim().to_owned();
        if !step.is_empty() {
            found.entry(step).or_default()[row[1].parse::<usize>().unwrap()] += 1;
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_table_gives_the_histograms_of_the_csv_crate(
        rows in prop::collection::vec(("[a表\",\n\r ソ]{0,6}", 0u8..=10, "[x能\",\n]{0,90}"), 0..60),
        windows in any::<bool>(),
        in_cp932 in any::<bool>(),
    ) {
        let terminator = if windows { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
        writer.write_record(["step", "nps", "comment"]).unwrap();
        for (step, nps, comment) in &rows {
            writer.write_record([step.as_str(), &nps.to_string(), comment]).unwrap();
        }
        let text = writer.into_inner().unwrap();
        let expected = oracle(&text);
        let text = String::from_utf8(text).unwrap();
        let file = file(&if in_cp932 { SHIFT_JIS.encode(&text).0 } else { text.as_bytes().into() });
        let mut plan = preview_with(file.path(), &look(if in_cp932 { "cp932" } else { "utf-8" }, b',')).unwrap().plan;
        for (role, header) in [(ColumnRole::Step, "step"), (ColumnRole::Nps, "nps"), (ColumnRole::Comment, "comment")] {
            plan.assign(role, header).unwrap();
        }
        let outcome = read_as(file.path(), &plan).unwrap();
        let found: BTreeMap<String, [u64; 11]> =
            outcome.answers.iter().map(|a| (a.name.clone(), a.slices[0].nps.clone().try_into().unwrap())).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(outcome.rows, rows.len() as u64);
    }
}
