//! From pooled answers to the figures that may be shown.

use super::groups::Histogram;
use super::hiding::hidden;
use super::overlay::{CesFigure, CsatFigure, Headline, Interval, Reliability, StepFigures, StepVoice};
use super::pool::{CommonScales, Pool};
use super::statistics::{emotion, mean, nps, share};
use crate::model::DataSet;
use std::collections::{BTreeMap, BTreeSet};

/// The metric with the most answers: one for the whole map, so that its steps compare like with like.
#[must_use]
pub fn common_headline<'a>(pools: impl Iterator<Item = &'a Pool>) -> Headline {
    let mut totals = [0; 3];
    for pool in pools {
        let counts = counts(&pool.whole);
        totals.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
    }
    by_size(totals)[0]
}

/// What may be shown of each pool. `families` are the sets of siblings (the steps of a journey) that add up to a
/// total somebody may know; a pool that is hidden in one is hidden wherever its answers appear.
#[must_use]
pub fn voices<K: Ord + Copy>(pools: &BTreeMap<K, Pool>, families: &[Vec<K>], floor: u64) -> BTreeMap<K, StepVoice> {
    let headline = common_headline(pools.values());
    let hidden = hidden_pools(pools, families, floor);
    pools
        .iter()
        .filter(|(_, pool)| pool.whole.rows > 0)
        .map(|(key, pool)| {
            let shown = if hidden.contains(key) { None } else { figures(pool, headline, floor) };
            (*key, shown.map_or(StepVoice::Hidden, |figures| StepVoice::Shown(Box::new(figures))))
        })
        .collect()
}

fn hidden_pools<K: Ord + Copy>(pools: &BTreeMap<K, Pool>, families: &[Vec<K>], floor: u64) -> BTreeSet<K> {
    let mut gone = BTreeSet::new();
    for family in families {
        let sizes: Vec<u64> = family.iter().map(|key| pools.get(key).map_or(0, |pool| pool.whole.rows)).collect();
        let hidden = hidden(&sizes, 0, floor);
        gone.extend(family.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(key, _)| *key));
    }
    loop {
        let names: BTreeSet<&String> =
            gone.iter().filter_map(|key| pools.get(key)).flat_map(|pool| &pool.names).collect();
        let shares = |pool: &Pool| pool.names.iter().any(|name| names.contains(name));
        let more: BTreeSet<K> = pools.iter().filter(|(_, pool)| shares(pool)).map(|(key, _)| *key).collect();
        if more.len() == gone.len() {
            return gone;
        }
        gone = more;
    }
}

/// The figures of a pool; `None` when every metric has fewer answers than the floor.
fn figures(pool: &Pool, common: Headline, floor: u64) -> Option<StepFigures> {
    let all = &pool.whole;
    let enough = |bins: &[u64]| bins.iter().sum::<u64>() >= floor;
    let nps = nps(&all.nps).filter(|figure| figure.n >= floor);
    let csat = Some(&all.csat).filter(|bins| enough(bins)).and_then(|bins| csat(bins));
    let ces = Some(&all.ces).filter(|bins| enough(bins)).and_then(|bins| ces(bins));
    let has = |headline: &Headline| match headline {
        Headline::Nps => nps.is_some(),
        Headline::Csat => csat.is_some(),
        Headline::Ces => ces.is_some(),
    };
    let headline = std::iter::once(common).chain(by_size(counts(all))).find(has)?;
    let (n, emotion) = match headline {
        Headline::Nps => (nps.as_ref()?.n, mean(&all.nps, 0).map(|mean| emotion(mean, 0, 10))),
        Headline::Csat => (csat.as_ref()?.n, csat.as_ref().map(|f| emotion(f.mean, 1, f.bins.len() as u8))),
        Headline::Ces => (ces.as_ref()?.n, ces.as_ref().map(|f| emotion(f.mean, 1, f.bins.len() as u8))),
    };
    Some(StepFigures {
        n: all.rows,
        reliability: Reliability::of(n),
        headline,
        nps,
        csat,
        ces,
        emotion,
        channels: channels(pool, floor),
        months: months(pool, floor),
    })
}

fn csat(bins: &[u64]) -> Option<CsatFigure> {
    let n = bins.iter().sum();
    let top2 = bins.iter().rev().take(2).sum();
    Some(CsatFigure { n, mean: mean(bins, 1)?, top2: share(top2, n)?, bins: bins.to_vec() })
}

/// Easy is 5–7 of 7, and 4–5 of 5.
fn ces(bins: &[u64]) -> Option<CesFigure> {
    let n = bins.iter().sum();
    let easy = bins.iter().skip(bins.len() / 2 + 1).sum();
    Some(CesFigure { n, mean: mean(bins, 1)?, easy: share(easy, n)?, bins: bins.to_vec() })
}

fn counts(histogram: &Histogram) -> [u64; 3] {
    [&histogram.nps, &histogram.csat, &histogram.ces].map(|bins| bins.iter().sum())
}

/// The metrics, most answers first.
fn by_size(counts: [u64; 3]) -> [Headline; 3] {
    let mut order = [(Headline::Nps, counts[0]), (Headline::Csat, counts[1]), (Headline::Ces, counts[2])];
    order.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    order.map(|(headline, _)| headline)
}

fn channels(pool: &Pool, floor: u64) -> Vec<(String, u64)> {
    let sizes: Vec<u64> = pool.channels.values().map(|part| part.rows).collect();
    let hidden = hidden(&sizes, pool.whole.rows.saturating_sub(sizes.iter().sum()), floor);
    let names = pool.channels.keys().cloned();
    let mut shown: Vec<(String, u64)> =
        names.zip(sizes).zip(hidden).filter(|(_, hidden)| !hidden).map(|(channel, _)| channel).collect();
    shown.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    shown
}

fn months(pool: &Pool, floor: u64) -> Vec<(String, u64, Option<Interval>)> {
    let rows: Vec<u64> = pool.months.values().map(|part| part.rows).collect();
    let answers = |part: &Histogram| part.nps.iter().sum::<u64>();
    let rated: Vec<u64> = pool.months.values().map(answers).collect();
    let rows_hidden = hidden(&rows, pool.whole.rows.saturating_sub(rows.iter().sum()), floor);
    // A month may be shown and its score not: its few scores could be computed from those of the other months.
    let unscored = answers(&pool.whole).saturating_sub(rated.iter().sum());
    let scores_hidden = hidden(&rated, unscored, floor);
    let parts = pool.months.iter().zip(rows_hidden).zip(scores_hidden);
    parts
        .filter(|((_, hidden), _)| !hidden)
        .map(|(((month, part), _), no_score)| {
            let score = if no_score { None } else { nps(&part.nps).map(|figure| figure.score) };
            (month.clone(), part.rows, score)
        })
        .collect()
}

/// The figures of data sets by the names that they use, without a map: every name is a step. Ordered by name.
#[must_use]
pub fn by_name(sets: &[&DataSet], floor: u64) -> NamedFigures {
    let scales = CommonScales::of(sets);
    let mut pools: BTreeMap<&str, Pool> = BTreeMap::new();
    for answers in sets.iter().flat_map(|set| &set.answers) {
        pools.entry(&answers.name).or_default().add(answers, scales);
    }
    let family: Vec<&str> = pools.keys().copied().collect();
    let steps = voices(&pools, &[family], floor).into_iter().map(|(name, voice)| (name.to_owned(), voice)).collect();
    NamedFigures { steps, left_out: scales.left_out }
}

/// Figures by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedFigures {
    /// Each name with what may be shown of it.
    pub steps: Vec<(String, StepVoice)>,
    /// CSAT and CES answers on another scale than most; they are in no figure.
    pub left_out: u64,
}
