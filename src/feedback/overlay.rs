//! What the map shows of the feedback: for each step its figures with their doubt.

use super::facets::{Facets, Periods};
use super::figures::{Lens, voices};
use super::masking::{tells_a_name, without_names};
use super::matching::{Matcher, NameKind};
use super::phases::phases;
use super::statistics::Change;
use super::survey::{Survey, is_step};
use crate::base::normalized;
use crate::model::{DataSet, FeedbackFilter, PhaseId, Project, Quote, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// The feedback laid over a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// What is known of each step; a step that is not in here has no data.
    pub steps: BTreeMap<StepId, StepVoice>,
    /// What is known of each phase, its steps together.
    pub phases: BTreeMap<PhaseId, StepVoice>,
    /// Rows with any usable answer, unassigned ones too; under a filter those of the steps that are shown.
    pub rows: u64,
    /// First and last month with answers, as `2026-01`.
    pub months: Option<(String, String)>,
    /// Names in the step column that match no step, with their rows, most rows first.
    pub unassigned: Vec<(String, u64)>,
    /// Names of the data sets behind it.
    pub sources: Vec<String>,
    /// Masked comments for each step that is shown.
    pub quotes: BTreeMap<StepId, Vec<Said>>,
    /// Frequent words of each step that is shown, with the number of comments that hold them; of all its comments, not
    /// only of those that pass a filter.
    pub words: BTreeMap<StepId, Vec<(String, u64)>>,
    /// CSAT and CES answers about a step on another scale than most about it; they are in no figure, since scales cannot
    /// be mixed.
    pub left_out: u64,
    /// The filter it was made with.
    pub filter: FeedbackFilter,
    /// What can be filtered by.
    pub facets: Facets,
    /// The periods that are compared.
    pub periods: Option<Periods>,
    /// Data sets that the filter leaves out because they keep no combinations.
    pub simple: Vec<String>,
}

/// A masked comment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// What was said.
    pub text: String,
    /// When, as `2026-01`.
    pub month: String,
    /// Where; empty where that is a small group.
    pub channel: String,
    /// The data set it comes from.
    pub source: String,
}

impl Overlay {
    /// Lays all data sets of a project over its steps. A name means the step that was confirmed for it, else the one
    /// with that name; it may mean one step in each journey.
    #[must_use]
    pub fn new(project: &Project) -> Self {
        Self::filtered(project, &Survey::of(project), &FeedbackFilter::default())
    }

    /// The same with the answers that a filter lets through. `survey` holds the project's data sets.
    #[must_use]
    pub fn filtered(project: &Project, survey: &Survey, filter: &FeedbackFilter) -> Self {
        let sets = project.data_sets_in_order();
        let matcher = Matcher::new(project);
        let named = Named::new(&matcher, survey);
        let facets = Facets::of(survey);
        let periods = Periods::new(filter, &facets.months);
        let lens = Lens::new(survey, filter, project.info.floor(), periods.as_ref(), &project.info.cuts);
        let families: Vec<Vec<StepId>> = project
            .journeys_in_order()
            .iter()
            .map(|journey| project.steps_in_journey(journey.id).iter().map(|step| step.id).collect())
            .collect();
        let steps = voices(&lens, &named.steps, &families);
        let phases = phases(&lens, project, &named.phases, &named.steps, &steps);
        let is_shown = |step: &StepId| matches!(steps.get(step), Some(StepVoice::Shown(_)));
        let left_out = named.left_out(survey);
        let rows = if filter.is_empty() { named.rows } else { lens.rows(&named.steps, is_shown) };
        Self {
            quotes: quotes(&sets, &matcher, &steps, (filter, &project.info.private_names)),
            words: words(&sets, &matcher, &steps, (project.info.floor(), &project.info.private_names)),
            rows,
            months: facets.months.first().cloned().zip(facets.months.last().cloned()),
            unassigned: named.unassigned,
            sources: sets.iter().map(|set| set.name.clone()).collect(),
            left_out,
            filter: filter.clone(),
            simple: if lens.filters_by_two() { survey.simple.clone() } else { Vec::new() },
            steps,
            phases,
            facets,
            periods,
        }
    }
}

/// Which subjects of a survey are about what.
struct Named {
    steps: BTreeMap<StepId, Vec<usize>>,
    phases: BTreeMap<PhaseId, Vec<usize>>,
    unassigned: Vec<(String, u64)>,
    rows: u64,
}

impl Named {
    fn new(matcher: &Matcher, survey: &Survey) -> Self {
        let mut named = Self { steps: BTreeMap::new(), phases: BTreeMap::new(), unassigned: Vec::new(), rows: 0 };
        let mut unassigned: BTreeMap<&str, u64> = BTreeMap::new();
        for (at, subject) in survey.subjects.iter().enumerate() {
            let rows = survey.rows(at);
            named.rows += rows;
            let phases = if is_step(subject) { Vec::new() } else { matcher.phases(&subject.name) };
            // A phase column may hold the name of a step, or one that a person has given to a step.
            let steps = if phases.is_empty() { matcher.steps(&subject.name) } else { Vec::new() };
            if steps.is_empty() && phases.is_empty() && rows > 0 {
                *unassigned.entry(&subject.name).or_default() += rows;
            }
            for step in steps {
                named.steps.entry(step).or_default().push(at);
            }
            for phase in phases {
                named.phases.entry(phase).or_default().push(at);
            }
        }
        named.unassigned = unassigned.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
        named.unassigned.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        named
    }
}

impl Named {
    /// Answers that are in no figure of a step; twins in two journeys have the same ones.
    fn left_out(&self, survey: &Survey) -> u64 {
        let pools: BTreeSet<&Vec<usize>> = self.steps.values().collect();
        pools.into_iter().map(|subjects| survey.left_out(subjects)).sum()
    }
}

/// The comments of the steps that are shown.
fn quotes(
    sets: &[&DataSet],
    matcher: &Matcher,
    steps: &BTreeMap<StepId, StepVoice>,
    (filter, names): (&FeedbackFilter, &[String]),
) -> BTreeMap<StepId, Vec<Said>> {
    let mut quotes: BTreeMap<StepId, Vec<Said>> = BTreeMap::new();
    for set in sets {
        let called = |quote: &Quote| {
            let name = |kind, own: &String| matcher.called(kind, own).map_or_else(|| own.clone(), str::to_owned);
            let (channel, persona) = (name(NameKind::Channel, &quote.channel), name(NameKind::Persona, &quote.persona));
            Quote { channel, persona, ..quote.clone() }
        };
        let quotes_of_set: Vec<Quote> = set.quotes.iter().map(called).collect();
        for quote in quotes_of_set.iter().filter(|quote| passes(filter, quote)) {
            for step in matcher.steps(&quote.step_name) {
                if let Some(StepVoice::Shown(figures)) = steps.get(&step) {
                    quotes.entry(step).or_default().push(said(quote, set, figures, names));
                }
            }
        }
    }
    quotes
}

/// A comment; of which channel it is is said only where that channel is shown.
fn said(quote: &Quote, set: &DataSet, figures: &StepFigures, names: &[String]) -> Said {
    let is_shown = figures.channels.iter().any(|(channel, _)| *channel == quote.channel);
    let channel = if is_shown { quote.channel.clone() } else { String::new() };
    let month = if figures.months.iter().any(|(month, ..)| *month == quote.month) {
        quote.month.clone()
    } else {
        String::new()
    };
    Said { text: without_names(&quote.text, names), month, channel, source: set.name.clone() }
}

fn passes(filter: &FeedbackFilter, quote: &Quote) -> bool {
    let one_of = |names: &[String], name: &str| {
        names.is_empty() || names.iter().any(|known| normalized(known) == normalized(name))
    };
    let month = quote.month.as_str();
    let is_in = !filter.has_period()
        || !month.is_empty()
            && filter.from.as_deref().is_none_or(|from| month >= from)
            && filter.to.as_deref().is_none_or(|to| month <= to);
    is_in
        && one_of(&filter.channels, &quote.channel)
        && one_of(&filter.segments, &quote.segment)
        && one_of(&filter.personas, &quote.persona)
}

/// The words of the steps that are shown, those of enough comments.
fn words(
    sets: &[&DataSet],
    matcher: &Matcher,
    steps: &BTreeMap<StepId, StepVoice>,
    (floor, names): (u64, &[String]),
) -> BTreeMap<StepId, Vec<(String, u64)>> {
    let mut sums: BTreeMap<StepId, BTreeMap<&str, u64>> = BTreeMap::new();
    for words in sets.iter().flat_map(|set| &set.words).filter(|words| is_step(&words.subject)) {
        let shown = matcher.steps(&words.subject.name).into_iter();
        for step in shown.filter(|step| matches!(steps.get(step), Some(StepVoice::Shown(_)))) {
            let sums = sums.entry(step).or_default();
            let told = words.words.iter().filter(|(word, n)| *n >= floor && !tells_a_name(word, names));
            told.for_each(|(word, n)| *sums.entry(word).or_default() += n);
        }
    }
    let sorted = |words: BTreeMap<&str, u64>| {
        let mut words: Vec<(String, u64)> = words.into_iter().map(|(word, n)| (word.to_owned(), n)).collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words
    };
    sums.into_iter().map(|(step, words)| (step, sorted(words))).filter(|(_, words)| !words.is_empty()).collect()
}

/// The steps whose answers stand under the names of those.
pub(super) fn sharing<K: Ord + Copy>(pools: &BTreeMap<K, Vec<usize>>, gone: &BTreeSet<K>) -> BTreeSet<K> {
    let mut gone = gone.clone();
    loop {
        let subjects: BTreeSet<usize> = gone.iter().filter_map(|key| pools.get(key)).flatten().copied().collect();
        let shares = |own: &Vec<usize>| own.iter().any(|subject| subjects.contains(subject));
        let more: BTreeSet<K> = pools.iter().filter(|(_, own)| shares(own)).map(|(key, _)| *key).collect();
        let more: BTreeSet<K> = more.union(&gone).copied().collect();
        if more.len() == gone.len() {
            return gone;
        }
        gone = more;
    }
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
    /// Each month with its n and NPS; months under the floor are left out (with their neighbours).
    pub months: Vec<(String, u64, Option<Interval>)>,
    /// Other ratings.
    pub ratings: Vec<RatingFigure>,
    /// The headline by month, channel, segment and persona.
    pub parts: [Vec<PartFigure>; 4],
    /// What became of the headline since the period before.
    pub change: Option<Change>,
    /// The headline of other companies, beside ours.
    pub rivals: Vec<Rival>,
    /// Channels that differ beyond doubt from at least one other, the lowest first.
    pub apart: Vec<Apart>,
}

impl StepFigures {
    /// The channels of the headline.
    #[must_use]
    pub fn by_channel(&self) -> &[PartFigure] {
        &self.parts[1]
    }

    /// The months of the headline.
    #[must_use]
    pub fn by_month(&self) -> &[PartFigure] {
        &self.parts[0]
    }
}

/// The headline of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartFigure {
    /// The part: a month, a channel, a segment, a persona.
    pub name: String,
    /// Its answers and value; `None` under the display floor.
    pub figure: Option<(u64, Interval)>,
}

/// A channel whose interval does not overlap that of another channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// The channel.
    pub name: String,
    /// Its answers.
    pub n: u64,
    /// Its value.
    pub value: Interval,
    /// On which side of the others it lies.
    pub side: Side,
}

/// On which side of the channels that it differs from a channel lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below them.
    Lower,
    /// Above some and below others.
    Between,
    /// Above them.
    Higher,
}

/// The headline of another company.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// The company, or the benchmark.
    pub name: String,
    /// Its answers.
    pub n: u64,
    /// Its value.
    pub value: Interval,
    /// Ours less theirs.
    pub difference: Change,
}

/// Any other rating.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingFigure {
    /// The question: its column's header.
    pub name: String,
    /// Answers.
    pub n: u64,
    /// Mean with its t interval.
    pub mean: Interval,
    /// Median.
    pub median: f64,
    /// From which answer on it counts as good.
    pub cut: u8,
    /// Share of good answers in percent, with its Wilson interval.
    pub share: Interval,
    /// The lowest answer.
    pub lowest: u8,
    /// Answers from the lowest up.
    pub bins: Vec<u64>,
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
    /// Another rating: its mean.
    Rating,
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
    /// The effective number of answers, where they are weighted.
    pub effective: Option<f64>,
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
    /// The effective number of answers, where they are weighted.
    pub effective: Option<f64>,
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
    /// The effective number of answers, where they are weighted.
    pub effective: Option<f64>,
}
