//! What the map shows of the feedback: for each step its figures with their doubt.

use crate::model::StepId;
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

/// Net promoter score (DOMAIN section 3).
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

/// Satisfaction (DOMAIN section 3).
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

/// Effort (DOMAIN section 3).
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
