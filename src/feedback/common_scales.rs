//! Which scales the figures of several data sets are computed on.

use crate::model::{DataSet, Dimension, Slice, StepAnswers};
use std::collections::BTreeMap;

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
