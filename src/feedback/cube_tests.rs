//! Files with everything that answers can be divided by, counted into a cube.

use super::{Outcome, preview, read};
use crate::model::{ColumnRole, Cube, Dimension, Measure, Subject};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::atomic::AtomicBool;

const HEADER: &str = "date,step,phase,channel,segment,persona,company,weight,nps,csat,staff\n";

fn outcome(rows: &str) -> Outcome {
    outcome_for("", rows)
}

/// The same where the team said which company is its own.
fn outcome_for(own_company: &str, rows: &str) -> Outcome {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(HEADER.as_bytes()).unwrap();
    file.write_all(rows.as_bytes()).unwrap();
    let mut plan = preview(file.path()).unwrap().plan;
    plan.columns.iter_mut().for_each(|column| column.role = ColumnRole::Ignore);
    let roles = [
        (ColumnRole::Date, "date"),
        (ColumnRole::Step, "step"),
        (ColumnRole::Phase, "phase"),
        (ColumnRole::Channel, "channel"),
        (ColumnRole::Segment, "segment"),
        (ColumnRole::Persona, "persona"),
        (ColumnRole::Competitor, "company"),
        (ColumnRole::Weight, "weight"),
        (ColumnRole::Nps, "nps"),
        (ColumnRole::Csat, "csat"),
        (ColumnRole::Rating, "staff"),
    ];
    for (role, header) in roles {
        plan.assign(role, header).unwrap();
    }
    plan.scales.csat_top = 5;
    own_company.clone_into(&mut plan.own_company);
    read(file.path(), &plan, &mut |_| {}, &AtomicBool::new(false)).unwrap()
}

fn bins<'a>(cube: &'a Cube, cell: usize, measures: &[Measure], at: usize) -> Vec<u64> {
    let from = Cube::BEFORE + measures[..at].iter().map(Measure::bins).sum::<usize>();
    let cell: &'a Vec<u64> = &cube.cells[cell];
    (from..from + measures[at].bins()).map(|at| cell.get(at).copied().unwrap_or(0)).collect()
}

#[test]
fn a_row_of_a_phase_or_of_another_company_stands_apart() {
    let outcome = outcome(
        "2026-01-02,pay,buy,web,new,Sato,自社,2,9,4,5\n\
         2026-01-03,pay,buy,web,new,Sato,,1.5,9,5,\n\
         2026-02-03,,buy,shop,new,,,1,8,,\n\
         2026-02-03,pay,,shop,,,Rival,1,3,5,\n",
    );
    let (cube, measures) = (outcome.cube.as_ref().unwrap(), &outcome.measures);
    assert!(cube.is_sound(measures));
    assert_eq!(
        measures.iter().map(|m| (m.name.as_str(), m.lowest, m.highest)).collect::<Vec<_>>(),
        [("nps", 0, 10), ("csat", 1, 5), ("staff", 1, 5)]
    );
    assert_eq!(cube.companies, ["", "Rival"]);
    // 自社 and an empty cell are one company: their rows share a cell.
    let ours = cube.cells.iter().position(|cell| cell[6] == 2).unwrap();
    assert_eq!(bins(cube, ours, measures, 1), [0, 0, 0, 1, 1]);
    // Squares of nps, csat, staff; then the weights: both rows say 9.
    assert_eq!((&cube.weights[ours][..3], cube.weights[ours][3 + 9]), (&[6_250, 6_250, 4_000][..], 3_500));
    let names: Vec<_> = outcome.answers.iter().map(|a| (a.name.as_str(), a.of, a.slices[0].rows)).collect();
    assert_eq!(names, [("buy", Subject::Phase, 1), ("pay", Subject::Step, 2)]);
    let pair = outcome.together.iter().find(|pair| pair.measure == 1).unwrap();
    assert_eq!((pair.n, pair.x, pair.y, pair.xy), (2, 9, 18, 81));
}

#[test]
fn a_file_of_named_companies_takes_the_one_with_the_most_rows_and_says_so() {
    let outcome = outcome("2026-01-01,a,,,,,X,,9,,\n2026-01-01,a,,,,,Y,,9,,\n2026-01-01,a,,,,,Y,,2,,\n");
    assert_eq!(outcome.own_company, "Y");
    assert_eq!(outcome.answers[0].slices[0].rows, 2);
    assert_eq!(outcome.cube.unwrap().companies, ["", "X", "Y"]);
}

#[test]
fn the_company_that_the_team_chose_stays_its_own_in_the_next_file() {
    let rows = "2026-01-01,a,,,,,X,,9,,\n2026-01-01,a,,,,,Y,,9,,\n2026-01-01,a,,,,,Y,,2,,\n";
    let chosen = outcome_for("X", rows);
    assert_eq!((chosen.own_company.as_str(), chosen.answers[0].slices[0].rows), ("X", 1));
    assert_eq!(outcome_for("Z", rows).own_company, "Y", "a company that the file does not name is nobody's");
}

#[test]
fn too_many_combinations_are_counted_by_one_thing_at_a_time() {
    let mut rows = String::new();
    for n in 0..62_000u32 {
        let (step, segment, persona, channel) = (n % 10, n % 400, (n / 10) % 250, n % 3);
        let _ = writeln!(rows, "2026-0{}-01,s{step},,c{channel},g{segment},p{persona},,,{},3,", 1 + n % 7, n % 11);
    }
    let outcome = outcome(&rows);
    assert!(outcome.cube.is_none());
    let answers = &outcome.answers[0];
    let sum = |by| answers.slices.iter().filter(|slice| slice.by == by).map(|slice| slice.rows).sum::<u64>();
    for by in [Dimension::Whole, Dimension::Month, Dimension::Channel, Dimension::Segment, Dimension::Persona] {
        assert_eq!(sum(by), 6_200, "{by:?}");
    }
    let months: Vec<_> =
        answers.slices.iter().filter(|s| s.by == Dimension::Month).map(|s| s.nps.iter().sum::<u64>()).collect();
    assert_eq!((months.len(), months.iter().sum::<u64>()), (7, 6_200));
}

/// Rows, answers 0–10, answers 1–5.
type Counted = (u64, [u64; 11], [u64; 5]);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_cube_holds_what_a_plain_count_finds(
        rows in prop::collection::vec((0u8..3, 1u8..5, 0u8..3, 0u8..3, 0u8..3, 0u8..3, 0u8..=10, 0u8..=5), 1..80),
    ) {
        let mut text = String::new();
        let mut expected: BTreeMap<[String; 6], Counted> = BTreeMap::new();
        for (step, month, channel, segment, persona, company, nps, csat) in rows {
            let part = |kind: &str, n: u8| if n == 0 { String::new() } else { format!("{kind}{n}") };
            let (channel, segment, persona) = (part("c", channel), part("g", segment), part("p", persona));
            let company = part("x", company);
            let answer = if csat == 0 { String::new() } else { csat.to_string() };
            let _ = writeln!(text, "2026-0{month}-09,s{step},,{channel},{segment},{persona},{company},,{nps},{answer},");
            let key = [format!("s{step}"), format!("2026-0{month}"), channel, segment, persona, company];
            let (n, scores, satisfied) = expected.entry(key).or_default();
            *n += 1;
            scores[usize::from(nps)] += 1;
            if csat > 0 {
                satisfied[usize::from(csat) - 1] += 1;
            }
        }
        let outcome = outcome(&text);
        let (cube, measures) = (outcome.cube.as_ref().unwrap(), &outcome.measures);
        prop_assert!(cube.is_sound(measures));
        let found: BTreeMap<_, Counted> = cube.cells.iter().enumerate().map(|(at, cell)| {
            let name = |list: &[String], place: usize| list[cell[place] as usize].clone();
            let key = [
                cube.subjects[cell[0] as usize].name.clone(),
                name(&cube.months, 1),
                name(&cube.channels, 2),
                name(&cube.segments, 3),
                name(&cube.personas, 4),
                name(&cube.companies, 5),
            ];
            let (scores, satisfied) = (bins(cube, at, measures, 0), bins(cube, at, measures, 1));
            (key, (cell[6], scores.try_into().unwrap(), satisfied.try_into().unwrap()))
        }).collect();
        prop_assert_eq!(found, expected);
    }
}
