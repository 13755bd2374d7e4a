//! Filters: the right answers, and none from which a small group could be computed.

use super::{Overlay, Side, StepFigures, StepVoice, Survey};
use crate::base::{IdSource, OrderKey};
use crate::model::{
    ColumnRole, Cube, Cut, DataSet, Dimension, FeedbackFilter, Journey, Measure, Phase, Project, Step, StepId,
    SubjectName,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A row: step, month, channel, segment, company, answer 0–10.
type Row = (u64, u64, u64, u64, u64, u64);

const MONTHS: [&str; 5] = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];

fn names(kind: &str, count: usize) -> Vec<String> {
    std::iter::once(String::new()).chain((1..=count).map(|n| format!("{kind}{n}"))).collect()
}

fn data_set(rows: &[Row], ids: &mut IdSource) -> DataSet {
    let mut cells: BTreeMap<[u64; 6], [u64; 12]> = BTreeMap::new();
    for (step, month, channel, segment, company, answer) in rows {
        let counts = cells.entry([*step, month + 1, *channel, *segment, 0, *company]).or_default();
        counts[0] += 1;
        counts[1 + *answer as usize] += 1;
    }
    let measure = Measure { role: ColumnRole::Nps, name: "nps".into(), lowest: 0, highest: 10 };
    let cube = Cube {
        subjects: ["a", "b", "c"].map(|name| SubjectName { name: name.into(), ..SubjectName::default() }).to_vec(),
        months: std::iter::once("").chain(MONTHS).map(str::to_owned).collect(),
        channels: names("c", 3),
        segments: names("g", 3),
        personas: names("p", 0),
        companies: names("x", 2),
        cells: cells.iter().map(|(key, counts)| key.iter().chain(counts).copied().collect()).collect(),
        weights: Vec::new(),
    };
    DataSet { measures: vec![measure], cube: Some(cube), ..DataSet::new(ids.next(), OrderKey::default()) }
}

fn project(rows: &[Row]) -> (Project, Vec<StepId>) {
    let (mut project, mut ids) = (Project::default(), IdSource::seeded(9));
    let journey = Journey::new(ids.next(), OrderKey::default());
    let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
    let mut steps = Vec::new();
    for (name, order) in ["a", "b", "c"].into_iter().zip(OrderKey::spread(None, None, 3)) {
        let step = Step { name: name.into(), ..Step::new(ids.next(), phase.id, order) };
        steps.push(step.id);
        project.steps.put(step);
    }
    project.journeys.put(journey);
    project.phases.put(phase);
    project.data_sets.put(data_set(rows, &mut ids));
    (project, steps)
}

fn shown(overlay: &Overlay, step: StepId) -> Option<&StepFigures> {
    match overlay.steps.get(&step)? {
        StepVoice::Shown(figures) => Some(figures),
        StepVoice::Hidden => None,
    }
}

fn period(from: usize, to: usize) -> FeedbackFilter {
    FeedbackFilter { from: Some(MONTHS[from].into()), to: Some(MONTHS[to].into()), ..FeedbackFilter::default() }
}

fn channels(names: &[&str]) -> FeedbackFilter {
    FeedbackFilter { channels: names.iter().map(|name| (*name).to_owned()).collect(), ..FeedbackFilter::default() }
}

fn segments(names: &[&str]) -> FeedbackFilter {
    FeedbackFilter { segments: names.iter().map(|name| (*name).to_owned()).collect(), ..FeedbackFilter::default() }
}

/// All filters by one thing.
fn single_filters() -> Vec<FeedbackFilter> {
    let mut filters = vec![FeedbackFilter::default()];
    for from in 0..MONTHS.len() {
        filters.extend((from..MONTHS.len()).map(|to| period(from, to)));
    }
    for chosen in [&["c1"][..], &["c2"], &["c3"], &["c1", "c2"], &["c2", "c3"], &["c1", "c2", "c3"]] {
        filters.push(channels(chosen));
    }
    for chosen in [&["g1"][..], &["g2"], &["g3"], &["g1", "g3"]] {
        filters.push(segments(chosen));
    }
    filters
}

fn passes(filter: &FeedbackFilter, row: &Row) -> bool {
    let month = MONTHS[row.1 as usize];
    let named = |kind: &str, n: u64| format!("{kind}{n}");
    filter.from.as_deref().is_none_or(|from| month >= from)
        && filter.to.as_deref().is_none_or(|to| month <= to)
        && (filter.channels.is_empty() || filter.channels.contains(&named("c", row.2)))
        && (filter.segments.is_empty() || filter.segments.contains(&named("g", row.3)))
}

/// The rows behind every number of answers that is shown of a step: its whole, and its parts.
fn row_sets(rows: &[Row], at: u64, filter: &FeedbackFilter, figures: &StepFigures) -> Vec<BTreeSet<usize>> {
    let with = |extra: &FeedbackFilter| -> BTreeSet<usize> {
        let is_in = |row: &Row| row.0 == at && row.4 == 0 && passes(filter, row) && passes(extra, row);
        rows.iter().enumerate().filter(|(_, row)| is_in(row)).map(|(at, _)| at).collect()
    };
    let whole = with(&FeedbackFilter::default());
    assert_eq!(figures.n, whole.len() as u64);
    let mut sets = vec![whole];
    let parts = figures.parts.iter().zip([0, 1, 2, 3]).flat_map(|(parts, dimension)| {
        parts.iter().filter(|part| part.figure.is_some()).map(move |part| (part, dimension))
    });
    for (part, dimension) in parts {
        let extra = match dimension {
            0 => FeedbackFilter { from: Some(part.name.clone()), to: Some(part.name.clone()), ..Default::default() },
            1 => channels(&[&part.name]),
            _ => segments(&[&part.name]),
        };
        let set = with(&extra);
        assert_eq!(part.figure.map(|(n, _)| n), Some(set.len() as u64));
        sets.push(set);
    }
    sets
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0u64..3, 0u64..5, 0u64..4, 0u64..4, prop_oneof![4 => Just(0u64), 1 => 1u64..3], 0u64..=10);
    prop::collection::vec(row, 0..160)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_two_figures_differ_by_a_small_group(rows in rows(), floor in 3u32..7) {
        let (mut project, steps) = project(&rows);
        project.info.display_floor = floor;
        let survey = Survey::new(&project.data_sets_in_order());
        let floor = project.info.floor() as usize;
        let overlays: Vec<(FeedbackFilter, Overlay)> = single_filters()
            .into_iter()
            .map(|filter| (filter.clone(), Overlay::filtered(&project, &survey, &filter)))
            .collect();
        for (at, step) in steps.iter().enumerate() {
            // Sets of rows by the thing they are divided by. That a channel happens to lie inside a period is not known
            // to who reads the figures; that a month lies inside a quarter is.
            let mut by_thing: BTreeMap<usize, BTreeSet<BTreeSet<usize>>> = BTreeMap::new();
            for (filter, overlay) in &overlays {
                let Some(figures) = shown(overlay, *step) else { continue };
                let sets = row_sets(&rows, at as u64, filter, figures);
                if filter.is_empty() {
                    let parts = figures.parts.iter().map(|parts| parts.iter().filter(|part| part.figure.is_some()).count());
                    let mut rest = sets[1..].iter();
                    for (thing, count) in parts.enumerate() {
                        by_thing.entry(thing).or_default().extend(rest.by_ref().take(count).cloned());
                    }
                    (0..3).for_each(|thing| by_thing.entry(thing).or_default().extend([sets[0].clone()]));
                } else {
                    let thing = if filter.has_period() { 0 } else if filter.channels.is_empty() { 2 } else { 1 };
                    by_thing.entry(thing).or_default().insert(sets[0].clone());
                }
            }
            for sets in by_thing.values() {
                for one in sets {
                    prop_assert!(one.len() >= floor);
                    for other in sets.iter().filter(|other| other.is_subset(one)) {
                        let left = one.len() - other.len();
                        prop_assert!(left == 0 || left >= floor, "{left} of {} and {}", one.len(), other.len());
                    }
                    // What two of them leave of the whole.
                    for (second, third) in sets.iter().flat_map(|a| sets.iter().map(move |b| (a, b))) {
                        if second.is_subset(one) && third.is_subset(one) && second.is_disjoint(third) {
                            let left = one.len() - second.len() - third.len();
                            prop_assert!(left == 0 || left >= floor, "{left} beside two");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_filter_by_two_things_gives_away_no_corner(
        rows in rows(),
        (from, to) in (0usize..5, 0usize..5),
        chosen in prop::sample::subsequence(vec!["c1", "c2", "c3"], 1..3),
    ) {
        let (project, steps) = project(&rows);
        let survey = Survey::new(&project.data_sets_in_order());
        let (one, other) = (period(from.min(to), from.max(to)), channels(&chosen));
        let both = FeedbackFilter { channels: other.channels.clone(), ..one.clone() };
        let overlay = Overlay::filtered(&project, &survey, &both);
        for (at, step) in steps.iter().enumerate() {
            let Some(figures) = shown(&overlay, *step) else { continue };
            row_sets(&rows, at as u64, &both, figures);
            let mut corners = [0; 4];
            for row in rows.iter().filter(|row| row.0 == at as u64 && row.4 == 0) {
                corners[usize::from(passes(&one, row)) * 2 + usize::from(passes(&other, row))] += 1;
            }
            prop_assert!(corners.iter().all(|n| *n == 0 || *n >= 5), "{corners:?}");
        }
    }

    #[test]
    fn steps_that_are_shown_leave_enough_hidden(rows in rows()) {
        let (project, steps) = project(&rows);
        let survey = Survey::new(&project.data_sets_in_order());
        for filter in single_filters() {
            let overlay = Overlay::filtered(&project, &survey, &filter);
            let size = |at: usize| {
                rows.iter().filter(|row| row.0 == at as u64 && row.4 == 0 && passes(&filter, row)).count()
            };
            let hidden: usize = (0..3).filter(|at| shown(&overlay, steps[*at]).is_none()).map(size).sum();
            let all: usize = (0..3).map(size).sum();
            prop_assert!(hidden == 0 || hidden >= 5 || hidden == all, "{hidden} of {all}");
        }
    }

    #[test]
    fn the_figures_of_a_filter_are_those_of_its_rows(rows in rows(), chosen in 0usize..26) {
        let filters = single_filters();
        let filter = &filters[chosen % filters.len()];
        let (project, steps) = project(&rows);
        let overlay = Overlay::filtered(&project, &Survey::new(&project.data_sets_in_order()), filter);
        for (at, step) in steps.iter().enumerate() {
            let Some(figures) = shown(&overlay, *step) else { continue };
            let mut bins = vec![0; 11];
            rows.iter().filter(|row| row.0 == at as u64 && row.4 == 0 && passes(filter, row)).for_each(|row| bins[row.5 as usize] += 1);
            let plain = super::statistics::nps(&bins).unwrap();
            let found = figures.nps.as_ref().unwrap();
            prop_assert_eq!(&found.bins, &bins);
            prop_assert!((found.score.low - plain.score.low).abs() < 1e-9 && (found.se - plain.se).abs() < 1e-9);
        }
    }
}

/// So many rows of step a in a month and channel with an answer.
fn block(n: usize, month: u64, channel: u64, company: u64, answer: u64) -> Vec<Row> {
    vec![(0, month, channel, 1, company, answer); n]
}

#[test]
fn a_change_a_rival_and_unequal_channels_are_said_with_their_doubt() {
    let mut rows = Vec::new();
    for month in 0..4 {
        let answer = if month < 2 { 3 } else { 9 };
        rows.extend(block(60, month, 1, 0, answer));
        rows.extend(block(40, month, 2, 0, 0));
    }
    rows.extend(block(50, 1, 1, 1, 10));
    let (project, steps) = project(&rows);
    let overlay = Overlay::new(&project);
    let figures = shown(&overlay, steps[0]).unwrap();
    let periods = overlay.periods.as_ref().unwrap();
    assert_eq!((periods.before.0.as_str(), periods.now.1.as_str()), ("2026-01", "2026-04"));
    let change = figures.change.unwrap();
    assert!(change.proven && (change.difference.value - 120.0).abs() < 1e-9, "{change:?}");
    let rival = &figures.rivals[0];
    assert_eq!((rival.name.as_str(), rival.n, rival.difference.proven), ("x1", 50, true));
    assert!((rival.difference.difference.value - (-40.0 - 100.0)).abs() < 1e-9);
    let apart: Vec<(&str, u64, Side)> = figures.apart.iter().map(|a| (a.name.as_str(), a.n, a.side)).collect();
    assert_eq!(apart, [("c2", 160, Side::Lower), ("c1", 240, Side::Higher)]);
}

#[test]
fn channels_are_marked_only_where_their_intervals_keep_apart() {
    let mut rows = [block(60, 0, 1, 0, 2), block(60, 0, 2, 0, 9)].concat();
    rows.extend([block(7, 0, 3, 0, 9), block(7, 0, 3, 0, 3)].concat());
    let (project, steps) = project(&rows);
    let overlay = Overlay::new(&project);
    let sides: Vec<(&str, Side)> =
        shown(&overlay, steps[0]).unwrap().apart.iter().map(|a| (a.name.as_str(), a.side)).collect();
    assert_eq!(sides, [("c1", Side::Lower), ("c3", Side::Between), ("c2", Side::Higher)]);
    let even = [block(20, 0, 1, 0, 9), block(20, 0, 2, 0, 9), block(3, 0, 3, 0, 0)].concat();
    let (project, steps) = self::project(&even);
    assert!(shown(&Overlay::new(&project), steps[0]).unwrap().apart.is_empty());
}

#[test]
fn nothing_changed_is_not_a_change() {
    let rows: Vec<Row> =
        (0..4).flat_map(|month| [block(6, month, 1, 0, 9), block(5, month, 1, 0, 3 + month)].concat()).collect();
    let (project, steps) = project(&rows);
    let change = shown(&Overlay::new(&project), steps[0]).unwrap().change.unwrap();
    assert!(!change.proven);
}

#[test]
fn a_rating_alone_is_shown_by_its_mean_and_the_cut_of_the_team() {
    let (mut project, steps) = project(&[]);
    let measure = Measure { role: ColumnRole::Rating, name: "接客".into(), lowest: 1, highest: 5 };
    let mut cells = vec![vec![0, 0, 0, 0, 0, 0, 20, 0, 5, 5, 5, 5]];
    cells.extend([vec![1, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 10]]);
    let id = project.data_sets.iter().next().unwrap().id;
    project.data_sets.change(id, |set| {
        set.measures = vec![measure];
        set.cube.as_mut().unwrap().cells = cells;
    });
    project.info.cuts = vec![Cut { rating: "接客 ".into(), from: 3 }];
    let overlay = Overlay::new(&project);
    let rating = &shown(&overlay, steps[0]).unwrap().ratings[0];
    assert_eq!((rating.n, rating.cut, rating.median, rating.mean.value, rating.share.value), (20, 3, 3.5, 3.5, 75.0));
}

#[test]
fn a_set_without_combinations_answers_one_filter_and_says_that_it_cannot_answer_two() {
    let rows: Vec<Row> =
        (0..5).flat_map(|month| [block(10, month, 1, 0, 9), block(10, month, 2, 0, 3)].concat()).collect();
    let (mut project, steps) = project(&rows);
    let slice = |by, key: &str, high: u64, low: u64| {
        let mut nps = vec![0; 11];
        (nps[9], nps[3]) = (high, low);
        crate::model::Slice { by, key: key.into(), rows: high + low, nps, ..Default::default() }
    };
    let mut slices = vec![
        slice(Dimension::Whole, "", 50, 50),
        slice(Dimension::Channel, "c1", 50, 0),
        slice(Dimension::Channel, "c2", 0, 50),
    ];
    slices.extend(MONTHS.map(|month| slice(Dimension::Month, month, 10, 10)));
    let id = project.data_sets.iter().next().unwrap().id;
    project.data_sets.change(id, |set| {
        set.cube = None;
        set.measures.clear();
        set.name = "old".into();
        set.answers = vec![crate::model::StepAnswers { name: "a".into(), slices, ..Default::default() }];
    });
    let survey = Survey::new(&project.data_sets_in_order());
    let of = |filter: &FeedbackFilter| Overlay::filtered(&project, &survey, filter);
    let by_channel = of(&channels(&["c1"]));
    let figures = shown(&by_channel, steps[0]).unwrap();
    assert_eq!((figures.n, figures.nps.as_ref().unwrap().score.value), (50, 100.0));
    assert_eq!(shown(&of(&period(1, 3)), steps[0]).unwrap().n, 60);
    let both = of(&FeedbackFilter { channels: vec!["c1".into()], ..period(1, 3) });
    assert_eq!((shown(&both, steps[0]), &both.simple[..]), (None, &["old".to_owned()][..]));
    assert_eq!(by_channel.simple, Vec::<String>::new());
}
