//! A file added to a data set gives what both files read together give.

use super::{Arrival, Obstacle, Outcome, Relation, Standing, added, plans, preview, read_all, replaced};
use crate::base::{IdSource, OrderKey};
use crate::model::{ColumnRole, Cube, DataSet, ImportKind, Measure};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::atomic::AtomicBool;

const HEADER: &str = "date,step,channel,segment,company,weight,nps,csat,staff,overall,comment\n";

fn outcome(texts: &[&str]) -> Outcome {
    let file = |text: &&str| {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(format!("{HEADER}{text}").as_bytes()).unwrap();
        file
    };
    let files: Vec<_> = texts.iter().map(file).collect();
    let paths: Vec<_> = files.iter().map(|file| file.path().to_owned()).collect();
    let mut plan = preview(&paths[0]).unwrap().plan;
    plan.columns.iter_mut().for_each(|column| column.role = ColumnRole::Ignore);
    let roles = [
        (ColumnRole::Date, "date"),
        (ColumnRole::Step, "step"),
        (ColumnRole::Channel, "channel"),
        (ColumnRole::Segment, "segment"),
        (ColumnRole::Competitor, "company"),
        (ColumnRole::Weight, "weight"),
        (ColumnRole::Nps, "nps"),
        (ColumnRole::Csat, "csat"),
        (ColumnRole::Rating, "staff"),
        (ColumnRole::Overall, "overall"),
        (ColumnRole::Comment, "comment"),
    ];
    for (role, header) in roles {
        plan.assign(role, header).unwrap();
    }
    plan.scales.csat_top = 5;
    read_all(&plans(&paths, &plan).unwrap(), &mut |_| {}, &AtomicBool::new(false)).unwrap()
}

fn set(texts: &[&str]) -> DataSet {
    let name = format!("{texts:?}");
    let set = outcome(texts).into_data_set(IdSource::seeded(1).next(), None);
    DataSet { name, order: OrderKey::default(), ..set }
}

/// What a cube says, by names: the order of its lists does not matter.
fn said(set: &DataSet) -> BTreeMap<Vec<String>, (Vec<u64>, Vec<u64>)> {
    let cube = set.cube.as_ref().unwrap();
    assert!(cube.is_sound(&set.measures));
    let bins: usize = set.measures.iter().map(Measure::bins).sum();
    let full = |numbers: &[u64], length: usize| {
        let mut numbers = numbers.to_vec();
        numbers.resize(length, 0);
        numbers
    };
    let lists = [&cube.months, &cube.channels, &cube.segments, &cube.personas, &cube.companies];
    let name = |cell: &[u64]| {
        let parts = lists.iter().zip(&cell[1..]).map(|(list, at)| list[*at as usize].clone());
        std::iter::once(cube.subjects[cell[0] as usize].name.clone()).chain(parts).collect()
    };
    let cells = cube.cells.iter().enumerate().map(|(at, cell)| {
        let weights = cube.weights.get(at).map_or(Vec::new(), |weights| full(weights, bins + set.measures.len()));
        (name(cell), (full(&cell[6..], 1 + bins), weights))
    });
    cells.collect()
}

fn row() -> impl Strategy<Value = String> {
    let cell = |choices: &'static [&'static str]| prop::sample::select(choices);
    (
        (cell(&["2026-01-02", "2026-02-03", "2026/3/4", ""]), cell(&["来店", "支払い", "ＥＣ"])),
        (cell(&["店舗", "EC", ""]), cell(&["新規", "", "常連"]), cell(&["自社", "Rival"])),
        (cell(&["1", "2.5", ""]), 0..11u8, cell(&["", "1", "4", "5"])),
        (
            cell(&["", "1", "5", "7", "10", "0"]),
            cell(&["", "3", "5"]),
            cell(&["", "とても親切でした", "遅くて困りました"]),
        ),
    )
        .prop_map(|(a, b, c, d)| {
            format!("{},{},{},{},{},{},{},{},{},{},{}\n", a.0, a.1, b.0, b.1, b.2, c.0, c.1, c.2, d.0, d.1, d.2)
        })
}

fn rows() -> impl Strategy<Value = String> {
    prop::collection::vec(row(), 1..40).prop_map(|rows| rows.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn adding_is_reading_together((before, now) in (rows(), rows())) {
        let (old, new, both) = (set(&[&before]), set(&[&now]), set(&[&before, &now]));
        // A file with nothing but another company's rows takes that one for ours.
        prop_assume!(old.own_company.is_empty() && new.own_company.is_empty());
        let sum = added(&old, &new, &[]);
        prop_assert_eq!(&sum.measures, &both.measures);
        prop_assert_eq!(said(&sum), said(&both));
        prop_assert_eq!(&sum.answers, &both.answers);
        prop_assert_eq!(&sum.together, &both.together);
        prop_assert_eq!((sum.rows, sum.rejected, sum.duplicates), (both.rows, both.rejected, both.duplicates));
    }
}

fn quarter(months: std::ops::Range<u32>, each: u32) -> String {
    let mut text = String::new();
    for month in months {
        for n in 0..each {
            let _ = writeln!(text, "2026-{month:02}-05,来店,店舗,,,,{},,,,", (n * 7 + month) % 11);
        }
    }
    text
}

fn standing(there: &str, file: &str) -> Standing {
    Standing::of(&set(&[there]), &set(&[file]))
}

#[test]
fn the_next_quarter_is_added_and_a_cumulative_file_replaces() {
    let (first, next) = (quarter(1..4, 20), quarter(4..7, 20));
    let after = standing(&first, &next);
    assert_eq!((&after.relation, after.usual(), after.obstacle), (&Relation::Apart, Some(Arrival::Add), None));
    let whole = standing(&first, &format!("{first}{next}"));
    assert_eq!((&whole.relation, whole.usual()), (&Relation::Whole { held: 60 }, Some(Arrival::Replace)));
    assert_eq!((whole.answers, whole.there), (120, 60));
}

#[test]
fn months_that_come_again_are_counted() {
    let common = standing(&quarter(1..4, 20), &quarter(3..6, 15));
    let expected = Relation::Shared { answers: 15, from: "2026-03".into(), to: "2026-03".into(), from_start: false };
    assert_eq!((&common.relation, common.usual()), (&expected, Some(Arrival::Add)));
    // The same months, other answers: another shop.
    let other = quarter(1..4, 20).replace("店舗", "EC");
    assert_eq!(standing(&quarter(1..4, 20), &other).usual(), Some(Arrival::Own));
}

#[test]
fn what_would_count_twice_is_never_added_by_itself() {
    let first = quarter(1..4, 20);
    let part = standing(&first, &quarter(2..3, 20));
    assert_eq!((&part.relation, part.usual()), (&Relation::Within, None));

    let (one, two) = (set(&[&first]), set(&[&quarter(4..7, 20)]));
    let same = Standing::of(&one, &one);
    assert_eq!((&same.relation, same.usual()), (&Relation::SameFile { alone: true }, Some(Arrival::Replace)));
    let mut sum = added(&one, &two, &[]);
    assert_eq!(sum.imports[0].how, ImportKind::Added);
    sum.imports = one.imports.iter().chain(&sum.imports).cloned().collect();
    let again = Standing::of(&sum, &one);
    assert_eq!((&again.relation, again.usual()), (&Relation::SameFile { alone: false }, None));
    assert_eq!(again.obstacle, Some(Obstacle::SameFile));
    let new = replaced(&sum, &two);
    assert_eq!((new.rows, new.imports[0].how, new.id), (60, ImportKind::Replaced, sum.id));
}

#[test]
fn what_cannot_be_added_exactly_is_not_added() {
    let (old, new) = (set(&[&quarter(1..2, 9)]), set(&[&quarter(2..3, 9)]));
    let without = DataSet { cube: None, ..new.clone() };
    let standing = Standing::of(&old, &without);
    assert_eq!((standing.obstacle, standing.usual()), (Some(Obstacle::NoCombinations), Some(Arrival::Own)));
    let csat = |top: usize| {
        let mut set = DataSet { sha256: top.to_string(), ..new.clone() };
        set.answers[0].slices[0].csat = vec![1; top];
        set
    };
    assert_eq!(Standing::of(&csat(5), &csat(7)).obstacle, Some(Obstacle::OtherScale(ColumnRole::Csat)));
    let other = DataSet { own_company: "B社".into(), ..new.clone() };
    assert_eq!(Standing::of(&old, &other).obstacle, Some(Obstacle::OtherCompany));
    let crowded = |prefix: &str| {
        let channels = (0..400).map(|n| format!("{prefix}{n}")).collect();
        let cube = Cube { channels, ..Cube::default() };
        DataSet { cube: Some(cube), sha256: prefix.into(), ..new.clone() }
    };
    assert_eq!(Standing::of(&crowded("a"), &crowded("b")).obstacle, Some(Obstacle::TooMany));
}

#[test]
fn comments_of_both_stay_masked_and_no_more_than_of_one_file() {
    let comments = |from: u32| {
        (from..from + 30).fold(String::new(), |mut text, n| {
            let _ = writeln!(text, "2026-01-05,来店,店舗,,,,9,,,,佐藤さんが丁寧でした{n}回目");
            text
        })
    };
    let (old, new) = (set(&[&comments(0)]), set(&[&comments(100)]));
    let sum = added(&old, &new, &["佐藤".to_owned()]);
    assert_eq!(sum.quotes.len(), 20);
    assert!(sum.quotes.iter().all(|quote| !quote.text.contains("佐藤")));
    let of_new = sum.quotes.iter().filter(|quote| quote.text.contains("さんが丁寧でした1")).count();
    assert!((8..=14).contains(&of_new), "{of_new}");
    assert_eq!(sum.words[0].comments, old.words[0].comments + new.words[0].comments);
}
