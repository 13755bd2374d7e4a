//! What the map shows of the feedback: for each step its figures with their doubt.

use super::figures::voices;
use super::matching::Matcher;
use super::pool::{CommonScales, Pool, whole};
use crate::model::{DataSet, Dimension, Project, StepId};
use std::collections::BTreeMap;

/// The feedback laid over a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// What is known of each step; a step that is not in here has no data.
    pub steps: BTreeMap<StepId, StepVoice>,
    /// Rows with any usable answer, unassigned ones too.
    pub rows: u64,
    /// First and last month with answers, as `2026-01`.
    pub months: Option<(String, String)>,
    /// Names in the step column that match no step, with their rows, most rows first.
    pub unassigned: Vec<(String, u64)>,
    /// Names of the data sets behind it.
    pub sources: Vec<String>,
    /// A few masked comments for each step that is shown.
    pub quotes: BTreeMap<StepId, Vec<String>>,
    /// CSAT and CES answers on another scale than most; they are in no figure, since scales cannot be mixed.
    pub left_out: u64,
}

impl Overlay {
    /// Lays all data sets of a project over its steps. A name means the step that was confirmed for it, else the one
    /// with that name; it may mean one step in each journey.
    #[must_use]
    pub fn new(project: &Project) -> Self {
        let sets = project.data_sets_in_order();
        let (matcher, scales) = (Matcher::new(project), CommonScales::of(&sets));
        let mut pools: BTreeMap<StepId, Pool> = BTreeMap::new();
        let mut unassigned: BTreeMap<&str, u64> = BTreeMap::new();
        for answers in sets.iter().flat_map(|set| &set.answers) {
            let steps = matcher.steps(&answers.name);
            if steps.is_empty() {
                *unassigned.entry(&answers.name).or_default() += whole(answers).map_or(0, |slice| slice.rows);
            }
            for step in steps {
                pools.entry(step).or_default().add(answers, scales);
            }
        }
        let families: Vec<Vec<StepId>> = project
            .journeys_in_order()
            .iter()
            .map(|journey| project.steps_in_journey(journey.id).iter().map(|step| step.id).collect())
            .collect();
        let steps = voices(&pools, &families, project.info.floor());
        let mut unassigned: Vec<(String, u64)> =
            unassigned.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
        unassigned.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Self {
            quotes: quotes(&sets, &matcher, &steps),
            steps,
            rows: rows(&sets),
            months: months(&sets),
            unassigned,
            sources: sets.iter().map(|set| set.name.clone()).collect(),
            left_out: scales.left_out,
        }
    }
}

fn rows(sets: &[&DataSet]) -> u64 {
    sets.iter().flat_map(|set| &set.answers).filter_map(whole).map(|slice| slice.rows).sum()
}

fn months(sets: &[&DataSet]) -> Option<(String, String)> {
    let slices = || sets.iter().flat_map(|set| &set.answers).flat_map(|answers| &answers.slices);
    let months = || slices().filter(|slice| slice.by == Dimension::Month).map(|slice| &slice.key);
    Some((months().min()?.clone(), months().max()?.clone()))
}

/// The comments of the steps that are shown.
fn quotes(sets: &[&DataSet], matcher: &Matcher, steps: &BTreeMap<StepId, StepVoice>) -> BTreeMap<StepId, Vec<String>> {
    let mut quotes: BTreeMap<StepId, Vec<String>> = BTreeMap::new();
    for quote in sets.iter().flat_map(|set| &set.quotes) {
        for step in matcher.steps(&quote.step_name) {
            if matches!(steps.get(&step), Some(StepVoice::Shown(_))) {
                quotes.entry(step).or_default().push(quote.text.clone());
            }
        }
    }
    quotes
}

/// What may be shown of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum StepVoice {
    /// Fewer answers than the display floor, or hidden so that a smaller group cannot be computed.
    Hidden,
    /// Figures.
    Shown(Box<StepFigures>),
}

/// The figures of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFigures {
    /// Rows with any usable answer.
    pub n: u64,
    /// How far the headline can be trusted, by its n.
    pub reliability: Reliability,
    /// The metric the map shows.
    pub headline: Headline,
    /// NPS.
    pub nps: Option<NpsFigure>,
    /// Satisfaction.
    pub csat: Option<CsatFigure>,
    /// Effort.
    pub ces: Option<CesFigure>,
    /// The headline on the emotion axis (−2…+2), with its interval.
    pub emotion: Option<Interval>,
    /// Rows by channel, most first; channels under the floor are left out (with the remainder rule).
    pub channels: Vec<(String, u64)>,
    /// Each month with its n and NPS; months under the floor are left out (with the remainder rule).
    pub months: Vec<(String, u64, Option<Interval>)>,
}

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reliability {
    /// n under 10.
    Anecdotal,
    /// n 10–29.
    Tentative,
    /// n from 30.
    Solid,
}

impl Reliability {
    /// How far a figure of `n` answers can be trusted.
    #[must_use]
    pub const fn of(n: u64) -> Self {
        match n {
            0..10 => Self::Anecdotal,
            10..30 => Self::Tentative,
            _ => Self::Solid,
        }
    }
}

/// The metric that stands for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Headline {
    /// Net promoter score.
    Nps,
    /// Satisfaction: top-2-box share.
    Csat,
    /// Effort: share that found it easy.
    Ces,
}

/// A value with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The value.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// Net promoter score: promoters (9–10) less detractors (0–6), in points.
#[derive(Clone, Debug, PartialEq)]
pub struct NpsFigure {
    /// Answers.
    pub n: u64,
    /// −100…+100, adjusted-Wald interval.
    pub score: Interval,
    /// Standard error of the adjusted score, in points.
    pub se: f64,
    /// Median of the 0–10 answers.
    pub median: f64,
    /// Answers 0–10, 11 bins.
    pub bins: Vec<u64>,
}

/// Satisfaction (CSAT), asked from 1 to 5 or 7.
#[derive(Clone, Debug, PartialEq)]
pub struct CsatFigure {
    /// Answers.
    pub n: u64,
    /// Mean with its t interval, on the scale it was asked on.
    pub mean: Interval,
    /// Top-2-box share in percent with its Wilson interval.
    pub top2: Interval,
    /// Answers from 1 up.
    pub bins: Vec<u64>,
}

/// Effort (CES 2.0), asked from 1 to 5 or 7.
#[derive(Clone, Debug, PartialEq)]
pub struct CesFigure {
    /// Answers.
    pub n: u64,
    /// Mean with its t interval, on the scale it was asked on, high = easy.
    pub mean: Interval,
    /// Share that found it easy, in percent, with its Wilson interval.
    pub easy: Interval,
    /// Answers from 1 up, high = easy.
    pub bins: Vec<u64>,
}
