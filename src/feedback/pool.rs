//! The answers of several data sets put together by what they are about.

use super::groups::{Histogram, add_bins};
use crate::model::{DataSet, Dimension, Slice, StepAnswers};
use std::collections::{BTreeMap, BTreeSet};

/// The scales that figures are computed on. Answers of another scale are never added to these bins, nor converted:
/// five of seven is not four of five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CommonScales {
    /// The highest CSAT answer.
    pub csat_top: usize,
    /// The highest CES answer.
    pub ces_top: usize,
    /// Answers on other scales, left out of the figures.
    pub left_out: u64,
}

impl CommonScales {
    /// The scales with the most answers.
    #[must_use]
    pub fn of(sets: &[&DataSet]) -> Self {
        let (mut csat, mut ces) = (BTreeMap::<usize, u64>::new(), BTreeMap::<usize, u64>::new());
        for slice in sets.iter().flat_map(|set| &set.answers).filter_map(whole) {
            *csat.entry(slice.csat.len()).or_default() += slice.csat.iter().sum::<u64>();
            *ces.entry(slice.ces.len()).or_default() += slice.ces.iter().sum::<u64>();
        }
        let most =
            |counts: &BTreeMap<usize, u64>| counts.iter().max_by_key(|(_, count)| **count).map_or(0, |(top, _)| *top);
        let (csat_top, ces_top) = (most(&csat), most(&ces));
        let others =
            |counts: &BTreeMap<usize, u64>, top| counts.iter().filter(|(t, _)| **t != top).map(|(_, n)| n).sum::<u64>();
        Self { csat_top, ces_top, left_out: others(&csat, csat_top) + others(&ces, ces_top) }
    }
}

/// The slice that holds all answers under a name.
#[must_use]
pub fn whole(answers: &StepAnswers) -> Option<&Slice> {
    answers.slices.iter().find(|slice| slice.by == Dimension::Whole)
}

/// All answers about one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pool {
    /// All of them.
    pub whole: Histogram,
    /// By channel.
    pub channels: BTreeMap<String, Histogram>,
    /// By month.
    pub months: BTreeMap<String, Histogram>,
    /// The names in the files they came under.
    pub names: BTreeSet<String>,
}

impl Pool {
    /// Adds the answers under a name, as far as they are on the common scales.
    pub fn add(&mut self, answers: &StepAnswers, scales: CommonScales) {
        self.names.insert(answers.name.clone());
        for slice in &answers.slices {
            let into = match slice.by {
                Dimension::Whole => &mut self.whole,
                Dimension::Channel => self.channels.entry(slice.key.clone()).or_default(),
                Dimension::Month => self.months.entry(slice.key.clone()).or_default(),
                Dimension::Segment | Dimension::Persona => continue,
            };
            into.rows += slice.rows;
            add_bins(&mut into.nps, &slice.nps);
            if slice.csat.len() == scales.csat_top {
                add_bins(&mut into.csat, &slice.csat);
            }
            if slice.ces.len() == scales.ces_top {
                add_bins(&mut into.ces, &slice.ces);
            }
        }
    }
}
