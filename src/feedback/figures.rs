//! From counted answers to the figures that may be shown.

use super::facets::Periods;
use super::hiding::hidden;
use super::measured::{Sample, error_of};
use super::overlay::{
    Apart, CesFigure, CsatFigure, Headline, Interval, NpsFigure, PartFigure, RatingFigure, Reliability, Rival, Side,
    StepFigures, StepVoice, sharing,
};
use super::statistics::{Change, change, emotion};
use super::survey::{COMPANY, Survey};
use super::tables::{Sieve, Tables};
use crate::base::normalized;
use crate::model::{ColumnRole, Cut, DataSet, FeedbackFilter, Measure, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// What a survey is looked at through.
pub struct Lens<'a> {
    survey: &'a Survey,
    sieve: Sieve,
    filter: &'a FeedbackFilter,
    floor: u64,
    periods: Option<&'a Periods>,
    cuts: &'a [Cut],
}

/// Pools of subjects by what they are about.
type Pools<K> = BTreeMap<K, Vec<usize>>;

/// What may be shown of each pool. `families` are the sets of siblings (the steps of a journey) that add up to a
/// total somebody may know; a pool that is hidden in one is hidden wherever its answers appear.
#[must_use]
pub fn voices<K: Ord + Copy>(lens: &Lens<'_>, pools: &Pools<K>, families: &[Vec<K>]) -> BTreeMap<K, StepVoice> {
    let tables: BTreeMap<K, Tables> = pools.iter().map(|(key, subjects)| (*key, lens.tables(subjects))).collect();
    let headline = lens.common_headline(tables.values());
    let hidden = hidden_pools(lens, pools, &tables, families);
    let voice = |(key, tables): (K, Tables)| {
        // Nothing at all is "no data"; nothing that passes a filter is hidden with what is too little.
        let is_empty = tables.regions(None).iter().sum::<u64>() == 0;
        let shown = if hidden.contains(&key) { None } else { lens.figures(&tables, headline) };
        (!is_empty).then(|| (key, shown.map_or(StepVoice::Hidden, |figures| StepVoice::Shown(Box::new(figures)))))
    };
    tables.into_iter().filter_map(voice).collect()
}

/// Pools that are hidden because they, or what a filter leaves of them, or others with them, are too small.
fn hidden_pools<K: Ord + Copy>(
    lens: &Lens<'_>,
    pools: &Pools<K>,
    tables: &BTreeMap<K, Tables>,
    families: &[Vec<K>],
) -> BTreeSet<K> {
    let mut gone: BTreeSet<K> =
        tables.iter().filter(|(_, tables)| !lens.is_safe(tables, None)).map(|(key, _)| *key).collect();
    for family in families {
        let regions: Vec<Vec<u64>> =
            family.iter().map(|key| tables.get(key).map_or(Vec::new(), |tables| tables.regions(None))).collect();
        let size = |regions: &Vec<u64>, region: usize| regions.get(region).copied().unwrap_or(0);
        for region in 0..super::safety::ORTHANTS {
            let sizes: Vec<u64> = regions.iter().map(|regions| size(regions, region)).collect();
            let hidden = hidden(&sizes, 0, lens.floor);
            gone.extend(family.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(key, _)| *key));
        }
    }
    sharing(pools, &gone)
}

impl<'a> Lens<'a> {
    /// Looks at a survey through a filter.
    #[must_use]
    pub fn new(
        survey: &'a Survey,
        filter: &'a FeedbackFilter,
        floor: u64,
        periods: Option<&'a Periods>,
        cuts: &'a [Cut],
    ) -> Self {
        Self { survey, sieve: Sieve::new(survey, filter), filter, floor, periods, cuts }
    }

    /// Whether the filter has two parts, which only a cube can answer.
    #[must_use]
    pub fn filters_by_two(&self) -> bool {
        let filter = self.filter;
        let parts = [
            filter.has_period(),
            !filter.channels.is_empty(),
            !filter.segments.is_empty(),
            !filter.personas.is_empty(),
        ];
        parts.into_iter().filter(|is_set| *is_set).count() > 1
    }

    pub(super) fn tables(&self, subjects: &[usize]) -> Tables {
        Tables::new(self.survey, subjects, &self.sieve)
    }

    pub(super) fn is_safe(&self, tables: &Tables, measure: Option<usize>) -> bool {
        tables.is_safe(self.survey, &self.sieve, measure, self.floor)
    }

    pub(super) const fn floor(&self) -> u64 {
        self.floor
    }

    pub(super) fn is_unfiltered(&self) -> bool {
        self.filter.is_empty()
    }

    pub(super) const fn periods(&self) -> Option<&Periods> {
        self.periods
    }

    pub(super) const fn survey(&self) -> &Survey {
        self.survey
    }

    pub(super) fn measures(&self) -> usize {
        self.survey.measures.len()
    }

    pub(super) fn measure(&self, at: usize) -> &Measure {
        &self.survey.measures[at]
    }

    /// The rows of the steps that are shown, each once.
    #[must_use]
    pub fn rows(&self, pools: &Pools<StepId>, is_shown: impl Fn(&StepId) -> bool) -> u64 {
        let shown: BTreeSet<usize> =
            pools.iter().filter(|(step, _)| is_shown(step)).flat_map(|(_, subjects)| subjects).copied().collect();
        let shown: Vec<usize> = shown.into_iter().collect();
        self.tables(&shown).numbers.first().copied().unwrap_or(0)
    }

    /// The metric with the most answers: one for the whole map, so that its steps compare like with like.
    pub(super) fn common_headline<'b>(&self, tables: impl Iterator<Item = &'b Tables>) -> Option<usize> {
        let mut totals = vec![0u64; self.survey.measures.len()];
        for tables in tables {
            for (total, measure) in totals.iter_mut().zip(0..) {
                *total += tables.regions(Some(measure)).iter().sum::<u64>();
            }
        }
        // Among equals the usual metrics come first, and a rating only where there is none of them.
        let rank =
            |at: &usize| (self.survey.measures[*at].role != ColumnRole::Rating, totals[*at], std::cmp::Reverse(*at));
        (0..totals.len()).filter(|at| totals[*at] > 0).max_by_key(rank)
    }

    fn figures(&self, tables: &Tables, common: Option<usize>) -> Option<StepFigures> {
        let safe: Vec<bool> = (0..self.measures()).map(|at| self.is_safe(tables, Some(at))).collect();
        self.figures_of(tables, common, &safe).map(|(figures, _)| figures)
    }

    /// The figures of the measures that may be shown, and which of them leads.
    pub(super) fn figures_of(
        &self,
        tables: &Tables,
        common: Option<usize>,
        safe: &[bool],
    ) -> Option<(StepFigures, usize)> {
        let survey = self.survey;
        let samples: Vec<Option<Sample>> = (0..survey.measures.len())
            .map(|at| if safe[at] { Sample::of(survey, &tables.numbers, at) } else { None })
            .collect();
        // Of a metric that was asked on several scales, the one with the most answers.
        let of = |role: ColumnRole| {
            let its = survey.measures.iter().zip(&samples).filter(|(measure, _)| measure.role == role);
            its.filter_map(|(_, sample)| sample.as_ref()).rev().max_by_key(|sample| sample.n())
        };
        let usual = |at: &usize| survey.measures[*at].role != ColumnRole::Rating;
        let answered = |at: &usize| (usual(at), samples[*at].as_ref().map_or(0, Sample::n), std::cmp::Reverse(*at));
        let most = (0..samples.len()).filter(|at| samples[*at].is_some()).max_by_key(answered);
        let leading = common.filter(|at| samples[*at].is_some()).or(most)?;
        let sample = samples[leading].as_ref()?;
        let measure = &survey.measures[leading];
        let value = self.value(leading, sample);
        let [months, channels, segments, personas] = [0, 1, 2, 3].map(|at| self.parts(tables, at, leading));
        let figures = StepFigures {
            n: tables.numbers[0],
            reliability: Reliability::of(sample.n()),
            headline: headline(measure.role),
            nps: of(ColumnRole::Nps).map(|sample| self.nps(sample)),
            csat: of(ColumnRole::Csat).map(|sample| self.csat(sample)),
            ces: of(ColumnRole::Ces).map(|sample| self.ces(sample)),
            ratings: self.ratings(&samples),
            emotion: Some(emotion(sample.mean(), measure.lowest, measure.highest)),
            channels: self.channel_rows(tables),
            months: self.month_rows(tables),
            apart: apart(&channels),
            parts: [months, channels, segments, personas],
            change: self.change(tables, leading),
            rivals: self.rivals(tables, leading, value),
        };
        Some((figures, leading))
    }

    /// The value of a measure that stands for it.
    fn value(&self, measure: usize, sample: &Sample) -> (Interval, f64) {
        let asked = &self.survey.measures[measure];
        let with_error = |interval: Interval| (interval, error_of(interval));
        match asked.role {
            ColumnRole::Nps => sample.nps(),
            ColumnRole::Csat => with_error(sample.share_from(asked.highest - 1)),
            ColumnRole::Ces => with_error(sample.share_from(easy_from(asked.highest))),
            _ => with_error(sample.mean()),
        }
    }

    fn effective(&self, sample: &Sample) -> Option<f64> {
        self.survey.is_weighted.then_some(sample.effective)
    }

    fn nps(&self, sample: &Sample) -> NpsFigure {
        let (score, se) = sample.nps();
        let effective = self.effective(sample);
        NpsFigure { n: sample.n(), score, se, median: sample.median(), bins: sample.bins.clone(), effective }
    }

    fn csat(&self, sample: &Sample) -> CsatFigure {
        let top2 = sample.share_from(sample.bins.len() as u8 - 1);
        let effective = self.effective(sample);
        CsatFigure { n: sample.n(), mean: sample.mean(), top2, bins: sample.bins.clone(), effective }
    }

    fn ces(&self, sample: &Sample) -> CesFigure {
        let easy = sample.share_from(easy_from(sample.bins.len() as u8));
        let effective = self.effective(sample);
        CesFigure { n: sample.n(), mean: sample.mean(), easy, bins: sample.bins.clone(), effective }
    }

    fn ratings(&self, samples: &[Option<Sample>]) -> Vec<RatingFigure> {
        let rating = |(measure, sample): (&crate::model::Measure, &Option<Sample>)| {
            let sample = sample.as_ref().filter(|_| measure.role == ColumnRole::Rating)?;
            let cut = cut_of(self.cuts, &measure.name, measure.lowest, measure.highest);
            Some(RatingFigure {
                name: measure.name.clone(),
                n: sample.n(),
                mean: sample.mean(),
                median: sample.median(),
                cut,
                share: sample.share_from(cut),
                lowest: measure.lowest,
                bins: sample.bins.clone(),
            })
        };
        self.survey.measures.iter().zip(samples).filter_map(rating).collect()
    }

    /// The headline by the parts of a dimension.
    fn parts(&self, tables: &Tables, dimension: usize, measure: usize) -> Vec<PartFigure> {
        let parts = tables.parts(self.survey, &self.sieve, dimension, Some(measure), self.floor);
        let figure = |(number, numbers): (u16, Option<&[u64]>)| {
            let sample = numbers.and_then(|numbers| Sample::of(self.survey, numbers, measure));
            let figure = sample.map(|sample| (sample.n(), self.value(measure, &sample).0));
            PartFigure { name: self.survey.names[dimension][usize::from(number)].clone(), figure }
        };
        let mut parts: Vec<PartFigure> = parts.into_iter().map(figure).collect();
        if dimension > 0 {
            let n = |part: &PartFigure| part.figure.map_or(0, |(n, _)| n);
            parts.sort_by(|a, b| n(b).cmp(&n(a)).then_with(|| a.name.cmp(&b.name)));
        }
        parts
    }

    /// Rows by channel, most first.
    fn channel_rows(&self, tables: &Tables) -> Vec<(String, u64)> {
        let parts = tables.parts(self.survey, &self.sieve, 1, None, self.floor);
        let shown = parts.into_iter().filter_map(|(number, numbers)| Some((number, *numbers?.first()?)));
        let mut rows: Vec<(String, u64)> =
            shown.map(|(number, rows)| (self.survey.names[1][usize::from(number)].clone(), rows)).collect();
        rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        rows
    }

    /// Rows by month with the NPS, where both may be shown.
    fn month_rows(&self, tables: &Tables) -> Vec<(String, u64, Option<Interval>)> {
        let nps = self.survey.measures.iter().position(|measure| measure.role == ColumnRole::Nps);
        let scores: BTreeMap<u16, Interval> = nps
            .map(|nps| {
                let parts = tables.parts(self.survey, &self.sieve, 0, Some(nps), self.floor);
                let score = |(number, numbers): (u16, Option<&[u64]>)| {
                    Some((number, Sample::of(self.survey, numbers?, nps)?.nps().0))
                };
                parts.into_iter().filter_map(score).collect()
            })
            .unwrap_or_default();
        let rows = tables.parts(self.survey, &self.sieve, 0, None, self.floor);
        let shown = rows.into_iter().filter_map(|(number, numbers)| Some((number, *numbers?.first()?)));
        shown
            .map(|(number, rows)| {
                (self.survey.names[0][usize::from(number)].clone(), rows, scores.get(&number).copied())
            })
            .collect()
    }

    /// What became of the headline since the period before.
    fn change(&self, tables: &Tables, measure: usize) -> Option<Change> {
        let periods = self.periods?;
        let value = |period: &(String, String)| {
            let numbers = tables.months(self.survey, |month| Periods::has(period, month), measure, self.floor)?;
            let (interval, se) = self.value(measure, &Sample::of(self.survey, &numbers, measure)?);
            Some((interval.value, se))
        };
        Some(change(value(&periods.before)?, value(&periods.now)?))
    }

    fn rivals(&self, tables: &Tables, measure: usize, (own, own_error): (Interval, f64)) -> Vec<Rival> {
        let rival = |(number, numbers): (u16, &[u64])| {
            let sample = Sample::of(self.survey, numbers, measure)?;
            let (value, error) = self.value(measure, &sample);
            let difference = change((value.value, error), (own.value, own_error));
            let name = self.survey.names[COMPANY][usize::from(number)].clone();
            Some(Rival { name, n: sample.n(), value, difference })
        };
        tables.companies(measure, self.floor).filter_map(rival).collect()
    }
}

/// The lowest answer that counts as good: what the team said, else the upper two of five and their like.
#[must_use]
pub fn cut_of(cuts: &[Cut], rating: &str, lowest: u8, highest: u8) -> u8 {
    let chosen = cuts.iter().find(|cut| normalized(&cut.rating) == normalized(rating)).map(|cut| cut.from);
    chosen.filter(|from| (lowest..=highest).contains(from)).unwrap_or(if highest > 7 { 8 } else { highest - 1 })
}

/// Easy is 5–7 of 7, and 4–5 of 5.
const fn easy_from(highest: u8) -> u8 {
    highest / 2 + 2
}

const fn headline(role: ColumnRole) -> Headline {
    match role {
        ColumnRole::Nps => Headline::Nps,
        ColumnRole::Csat => Headline::Csat,
        ColumnRole::Ces => Headline::Ces,
        _ => Headline::Rating,
    }
}

/// The channels whose interval does not overlap that of another one, the lowest first. Intervals that keep apart are a
/// stricter proof than the interval of the difference: many pairs are looked at.
fn apart(channels: &[PartFigure]) -> Vec<Apart> {
    let shown = || channels.iter().filter_map(|part| Some((&part.name, part.figure?)));
    let mut apart: Vec<Apart> = shown()
        .filter_map(|(name, (n, value))| {
            let is_lower = shown().any(|(_, (_, other))| value.high < other.low);
            let is_higher = shown().any(|(_, (_, other))| other.high < value.low);
            let side = match (is_lower, is_higher) {
                (false, false) => return None,
                (true, false) => Side::Lower,
                (false, true) => Side::Higher,
                (true, true) => Side::Between,
            };
            Some(Apart { name: name.clone(), n, value, side })
        })
        .collect();
    apart.sort_by(|a, b| a.value.value.total_cmp(&b.value.value).then_with(|| a.name.cmp(&b.name)));
    apart
}

/// The figures of data sets by the names that they use, without a map: every name is a step. Ordered by name.
#[must_use]
pub fn by_name(sets: &[&DataSet], floor: u64) -> NamedFigures {
    by_name_filtered(sets, &FeedbackFilter::default(), floor)
}

/// The same with the answers that a filter lets through.
#[must_use]
pub fn by_name_filtered(sets: &[&DataSet], filter: &FeedbackFilter, floor: u64) -> NamedFigures {
    let survey = Survey::new(sets);
    let months = super::facets::Facets::of(&survey).months;
    let periods = Periods::new(filter, &months);
    let lens = Lens::new(&survey, filter, floor, periods.as_ref(), &[]);
    let mut pools: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, subject) in survey.subjects.iter().enumerate() {
        pools.entry(&subject.name).or_default().push(at);
    }
    let family: Vec<&str> = pools.keys().copied().collect();
    let steps = voices(&lens, &pools, &[family]);
    let left_out = pools.values().map(|subjects| survey.left_out(subjects)).sum();
    NamedFigures {
        steps: steps.into_iter().map(|(name, voice)| (name.to_owned(), voice)).collect(),
        left_out,
        simple: if lens.filters_by_two() { survey.simple.clone() } else { Vec::new() },
    }
}

/// Figures by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedFigures {
    /// Each name with what may be shown of it.
    pub steps: Vec<(String, StepVoice)>,
    /// CSAT and CES answers about a name on another scale than most about it; they are in no figure.
    pub left_out: u64,
    /// Data sets that the filter leaves out because they keep no combinations.
    pub simple: Vec<String>,
}
