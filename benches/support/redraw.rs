//! A filter change over a data set of ten million answers, until the map is there again: the answers that pass, the
//! figures of every step, the layout, the scene. The answers are made as the cube that reading would have left.

use super::large_map;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tabiji::base::{IdSource, OrderKey};
use tabiji::feedback::{Overlay, Survey};
use tabiji::i18n::Lang;
use tabiji::layout::{MapOptions, Relayout};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::{ColumnRole, Cube, DataSet, FeedbackFilter, Measure, Project, SubjectName};
use tabiji::scene::ComposeAgain;
use tabiji::text::TextEngine;

const CARDS: usize = 300;
const ANSWERS: u64 = 10_000_000;
const MONTHS: u64 = 24;
const PARTS: [u64; 3] = [8, 4, 2];

/// The time of each of many filter changes, the shortest first.
pub fn times() -> Vec<Duration> {
    let (mut project, journey) = large_map::project(CARDS);
    project.data_sets.put(data_set(&project));
    let survey = Survey::new(&project.data_sets_in_order());
    let mut options = MapOptions::everything(Lang::Ja, jiff::civil::date(2026, 11, 22));
    let (mut engine, mut relayout, mut composer) = (TextEngine::new(), Relayout::default(), ComposeAgain::default());
    let mut shown = None;
    let mut redraw = |filter: &FeedbackFilter| {
        let start = Instant::now();
        let overlay = Arc::new(Overlay::filtered(&project, &survey, filter));
        options.answers = filter.clone();
        let map = relayout.place(&project, journey, Some(&overlay), &options, &mut engine);
        let scene = map.as_ref().map(|map| composer.compose(map, Theme::of(ThemeKind::Light)));
        // What was shown before goes away in the same frame.
        shown = black_box(map.zip(scene));
        start.elapsed()
    };
    redraw(&FeedbackFilter::default());
    let mut times: Vec<Duration> = filters().iter().map(&mut redraw).collect();
    times.sort_unstable();
    times
}

/// Filters as a person goes through them, one after the other.
fn filters() -> Vec<FeedbackFilter> {
    let none = FeedbackFilter::default;
    let channels = (1..=PARTS[0]).map(|n| FeedbackFilter { channels: vec![format!("チャネル{n}")], ..none() });
    let segments = (1..=PARTS[1]).map(|n| FeedbackFilter { segments: vec![format!("層{n}")], ..none() });
    let months = (1..=9).map(|n| FeedbackFilter { from: Some(format!("2026-0{n}")), ..none() });
    channels.chain(segments).chain(months).chain([none()]).collect()
}

fn data_set(project: &Project) -> DataSet {
    let subjects: Vec<SubjectName> =
        project.steps.iter().map(|step| SubjectName { name: step.name.clone(), ..SubjectName::default() }).collect();
    let combinations = subjects.len() as u64 * MONTHS * PARTS.iter().product::<u64>();
    let each = ANSWERS.div_ceil(combinations);
    let cell = |at: u64| {
        let (persona, rest) = (at % PARTS[2], at / PARTS[2]);
        let (segment, rest) = (rest % PARTS[1], rest / PARTS[1]);
        let (channel, rest) = (rest % PARTS[0], rest / PARTS[0]);
        let (month, subject) = (rest % MONTHS, rest / MONTHS);
        let spread = |points: u64, seed: u64| {
            let shares: Vec<u64> = (0..points).map(|point| 1 + (point * 7 + at * seed) % 13).collect();
            let all: u64 = shares.iter().sum();
            let mut counts: Vec<u64> = shares.iter().map(|share| each * share / all).collect();
            counts[0] += each - counts.iter().sum::<u64>();
            counts
        };
        let key = [subject, month + 1, channel + 1, segment + 1, persona + 1, 0, each];
        key.into_iter().chain(spread(11, 3)).chain(spread(5, 5)).collect()
    };
    let names = |kind: &str, count: u64| {
        std::iter::once(String::new()).chain((1..=count).map(|n| format!("{kind}{n}"))).collect::<Vec<_>>()
    };
    let months = (0..MONTHS).map(|n| format!("{}-{:02}", 2025 + n / 12, n % 12 + 1));
    let cube = Cube {
        months: std::iter::once(String::new()).chain(months).collect(),
        channels: names("チャネル", PARTS[0]),
        segments: names("層", PARTS[1]),
        personas: names("人物", PARTS[2]),
        companies: vec![String::new()],
        cells: (0..combinations).map(cell).collect(),
        weights: Vec::new(),
        subjects,
    };
    let measure = |role, highest| Measure { role, name: String::new(), lowest: u8::from(highest < 10), highest };
    let measures = vec![measure(ColumnRole::Nps, 10), measure(ColumnRole::Csat, 5)];
    DataSet { measures, cube: Some(cube), ..DataSet::new(IdSource::seeded(11).next(), OrderKey::default()) }
}
