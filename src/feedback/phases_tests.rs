//! Phases: the figures of their steps together, and none from which a step that is hidden could be computed.

use super::{Overlay, StepFigures, StepVoice, Survey};
use crate::base::{IdSource, OrderKey};
use crate::model::{
    ColumnRole, Cube, DataSet, FeedbackFilter, Journey, Measure, Phase, PhaseId, Project, Step, StepId, Subject,
    SubjectName,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a row is about (steps a–d, then the phases themselves), its month, its channel, answers 0–10 and 1–5.
type Row = (u64, u64, u64, Option<u64>, Option<u64>);

const MONTHS: [&str; 4] = ["2026-01", "2026-02", "2026-03", "2026-04"];
/// Which phase each subject belongs to.
const PHASE_OF: [usize; 6] = [0, 0, 1, 1, 0, 1];

struct Map {
    project: Project,
    steps: Vec<StepId>,
    phases: Vec<PhaseId>,
}

fn map(rows: &[Row]) -> Map {
    let (mut project, mut ids) = (Project::default(), IdSource::seeded(4));
    let journey = Journey::new(ids.next(), OrderKey::default());
    let (mut phases, mut steps) = (Vec::new(), Vec::new());
    let keys = OrderKey::spread(None, None, 4);
    for (at, name) in ["p", "q"].into_iter().enumerate() {
        let phase = Phase { name: name.into(), ..Phase::new(ids.next(), journey.id, keys[at].clone()) };
        phases.push(phase.id);
        project.phases.put(phase);
    }
    for (at, name) in ["a", "b", "c", "d"].into_iter().enumerate() {
        let step = Step { name: name.into(), ..Step::new(ids.next(), phases[PHASE_OF[at]], keys[at].clone()) };
        steps.push(step.id);
        project.steps.put(step);
    }
    project.journeys.put(journey);
    project.data_sets.put(data_set(rows, &mut ids));
    Map { project, steps, phases }
}

fn data_set(rows: &[Row], ids: &mut IdSource) -> DataSet {
    let mut cells: BTreeMap<[u64; 6], [u64; 17]> = BTreeMap::new();
    for (about, month, channel, score, satisfied) in rows {
        let counts = cells.entry([*about, month + 1, *channel, 0, 0, 0]).or_default();
        counts[0] += 1;
        let answers = [score.map(|score| 1 + score), satisfied.map(|answer| 11 + answer)];
        for place in answers.into_iter().flatten() {
            counts[place as usize] += 1;
        }
    }
    let measure = |role, lowest, highest| Measure { role, name: "x".into(), lowest, highest };
    let step = |name: &str| SubjectName { name: name.into(), of: Subject::Step };
    let phase = |name: &str| SubjectName { name: name.into(), of: Subject::Phase };
    let cube = Cube {
        subjects: vec![step("a"), step("b"), step("c"), step("d"), phase("p"), phase("q")],
        months: std::iter::once("").chain(MONTHS).map(str::to_owned).collect(),
        channels: ["", "c1", "c2", "c3"].map(str::to_owned).to_vec(),
        segments: vec![String::new()],
        personas: vec![String::new()],
        companies: vec![String::new()],
        cells: cells.iter().map(|(key, counts)| key.iter().chain(counts).copied().collect()).collect(),
        weights: Vec::new(),
    };
    let measures = vec![measure(ColumnRole::Nps, 0, 10), measure(ColumnRole::Csat, 1, 5)];
    DataSet { measures, cube: Some(cube), ..DataSet::new(ids.next(), OrderKey::default()) }
}

fn figures<K: Ord + Copy>(voices: &BTreeMap<K, StepVoice>, key: K) -> Option<&StepFigures> {
    match voices.get(&key)? {
        StepVoice::Shown(figures) => Some(figures),
        StepVoice::Hidden => None,
    }
}

fn block(n: usize, about: u64, month: u64, score: u64) -> Vec<Row> {
    vec![(about, month, 1, Some(score), None); n]
}

#[test]
fn a_phase_is_its_steps_together_with_their_interval_and_change() {
    let rows = [
        block(20, 0, 0, 3),
        block(20, 1, 1, 3),
        block(20, 0, 2, 10),
        block(20, 1, 3, 10),
        block(9, 4, 3, 10),
        block(12, 2, 3, 8),
    ];
    let map = map(&rows.concat());
    let overlay = Overlay::new(&map.project);
    let phase = figures(&overlay.phases, map.phases[0]).unwrap();
    let nps = phase.nps.as_ref().unwrap();
    assert_eq!((phase.n, nps.n), (89, 89));
    assert!((nps.score.value - 100.0 * (49.0 - 40.0) / 89.0).abs() < 1e-9);
    assert!(nps.score.low < nps.score.value && nps.score.value < nps.score.high);
    let other = figures(&overlay.phases, map.phases[1]).unwrap();
    assert_eq!((other.n, other.change), (12, None), "nothing came before");
}

#[test]
fn a_phase_that_would_give_away_its_hidden_step_is_hidden_and_so_is_the_one_that_would_give_away_that() {
    // Hidden: b (3) and, so that it cannot be computed, d (6). Phase p without b would be a, so p is hidden; q shown
    // would tell that d is 6, and with the whole that b is 3.
    let map = map(&[block(40, 0, 0, 9), block(3, 1, 0, 9), block(40, 2, 0, 9), block(6, 3, 0, 9)].concat());
    let overlay = Overlay::new(&map.project);
    let hidden: Vec<bool> = map.steps.iter().map(|step| figures(&overlay.steps, *step).is_none()).collect();
    assert_eq!(hidden, [false, true, false, true]);
    assert!(map.phases.iter().all(|phase| overlay.phases[phase] == StepVoice::Hidden), "{:?}", overlay.phases);
}

#[test]
fn a_measure_that_few_answered_in_one_step_is_not_told_by_the_phase() {
    let mut rows = block(40, 0, 0, 9);
    rows.extend(vec![(0, 0, 1, None, Some(4)); 20]);
    rows.extend(block(40, 1, 0, 9));
    rows.extend(vec![(1, 0, 1, None, Some(1)); 2]);
    let map = map(&rows);
    let overlay = Overlay::new(&map.project);
    let phase = figures(&overlay.phases, map.phases[0]).unwrap();
    assert_eq!((phase.n, phase.nps.is_some(), phase.csat.is_some()), (102, true, false));
}

fn passes(filter: &FeedbackFilter, row: &Row) -> bool {
    let month = MONTHS[row.1 as usize];
    filter.from.as_deref().is_none_or(|from| month >= from)
        && filter.to.as_deref().is_none_or(|to| month <= to)
        && (filter.channels.is_empty() || filter.channels.contains(&format!("c{}", row.2)))
}

fn filters() -> Vec<FeedbackFilter> {
    let mut filters = vec![FeedbackFilter::default()];
    for (at, from) in MONTHS.into_iter().enumerate() {
        filters.extend(MONTHS[at..].iter().map(|to| FeedbackFilter {
            from: Some(from.into()),
            to: Some((*to).into()),
            ..FeedbackFilter::default()
        }));
    }
    for chosen in [&["c1"][..], &["c2"], &["c1", "c2"], &["c2", "c3"]] {
        let channels = chosen.iter().map(|name| (*name).to_owned()).collect();
        filters.push(FeedbackFilter { channels, ..FeedbackFilter::default() });
    }
    filters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn what_a_phase_leaves_beside_its_steps_is_nothing_or_enough(
        rows in prop::collection::vec(
            (0u64..6, 0u64..4, 0u64..4, prop::option::of(0u64..=10), prop::option::weighted(0.4, 1u64..=5)),
            0..140,
        ),
        floor in 3u32..7,
    ) {
        let mut map = map(&rows);
        map.project.info.display_floor = floor;
        let floor = map.project.info.floor() as usize;
        let survey = Survey::new(&map.project.data_sets_in_order());
        for filter in filters() {
            let overlay = Overlay::filtered(&map.project, &survey, &filter);
            let mut kept_back = 0;
            for (at, phase) in map.phases.iter().enumerate() {
                let of = |subject: u64| rows.iter().filter(move |row| row.0 == subject).filter(|row| passes(&filter, row));
                let step_left = |shown: fn(&StepFigures) -> bool, has: fn(&Row) -> bool| -> usize {
                    let subjects = (0..6u64).filter(|subject| PHASE_OF[*subject as usize] == at);
                    let is_shown = |subject: &u64| {
                        map.steps.get(*subject as usize).is_some_and(|step| {
                            figures(&overlay.steps, *step).is_some_and(shown)
                        })
                    };
                    subjects.filter(|subject| !is_shown(subject)).map(|subject| of(subject).filter(|row| has(row)).count()).sum()
                };
                let left = [
                    step_left(|_| true, |_| true),
                    step_left(|figures| figures.nps.is_some(), |row| row.3.is_some()),
                    step_left(|figures| figures.csat.is_some(), |row| row.4.is_some()),
                ];
                let Some(shown) = figures(&overlay.phases, *phase) else {
                    kept_back += left[0];
                    continue;
                };
                let all: usize = (0..6u64).filter(|subject| PHASE_OF[*subject as usize] == at).map(|subject| of(subject).count()).sum();
                prop_assert_eq!(shown.n, all as u64);
                let told = [true, shown.nps.is_some(), shown.csat.is_some()];
                for (left, _) in left.iter().zip(told).filter(|(_, told)| *told) {
                    prop_assert!(*left == 0 || *left >= floor, "{left} left in {filter:?}");
                }
                prop_assert!(shown.parts.iter().all(Vec::is_empty) && shown.channels.is_empty() && shown.rivals.is_empty());
            }
            // What is hidden in all phases together, which the whole of the journey would give away. Rows that name a
            // phase alone are in no other figure.
            let bare = rows.iter().any(|row| row.0 >= 4);
            prop_assert!(bare || kept_back == 0 || kept_back >= floor || overlay.steps.values().all(|v| *v == StepVoice::Hidden), "{kept_back} in {filter:?}");
        }
    }
}
