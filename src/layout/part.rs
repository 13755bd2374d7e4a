//! A part of a map: some of its steps and lanes, on a page of their own.
//!
//! A part is laid out from the whole journey, so that it says the same: a card that reaches in from an earlier step is
//! there, a pain that an opportunity outside answers is not shown as unanswered, a phase keeps its tint.

use super::Column;
use super::engine::Placer;
use crate::model::{Card, LaneId, StepId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which steps and lanes of a map are shown, and how wide its columns are.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPart {
    /// The steps; `None` shows all.
    pub steps: Option<Arc<BTreeSet<StepId>>>,
    /// The lanes; `None` shows all that are not hidden.
    pub lanes: Option<Arc<BTreeSet<LaneId>>>,
    /// The width of each column, times this.
    pub stretch: f32,
}

impl Default for MapPart {
    fn default() -> Self {
        Self { steps: None, lanes: None, stretch: 1.0 }
    }
}

/// Where the steps of a journey stand that is not shown whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole<'a> {
    /// All steps from left to right.
    pub steps: &'a [StepId],
    /// The place of each among them.
    pub places: &'a BTreeMap<StepId, usize>,
    /// The cards that reach into further steps.
    pub spanning: &'a Spanning,
}

/// The cards of each lane that reach into further steps: the place of their step, and their place in its cell. There
/// are few, so a part of a map finds those that reach into it without looking through everything before it.
pub(super) type Spanning = BTreeMap<LaneId, Vec<(usize, usize)>>;

impl Whole<'_> {
    fn place(&self, column: &Column) -> usize {
        self.places.get(&column.step).copied().unwrap_or_default()
    }

    /// Whether nothing is left out between two columns.
    pub fn are_neighbours(&self, before: StepId, after: StepId) -> bool {
        let place = |step| self.places.get(&step).copied();
        place(before).zip(place(after)).is_some_and(|(before, after)| after == before + 1)
    }
}

impl<'a> Placer<'a> {
    /// The cards that begin in a column, and the column in which each ends. Cards of steps that are not shown begin
    /// in the first column that they reach.
    pub(super) fn cards_of(&self, lane: LaneId, columns: &[Column], position: usize) -> Vec<(&'a Card, usize)> {
        let index = self.index;
        let Some(whole) = &self.whole else {
            let cards = index.cell(lane, columns[position].step).iter();
            return cards.map(|card| (*card, self.end_column(columns, position, card.extra_span))).collect();
        };
        let here = whole.place(&columns[position]);
        let first = position.checked_sub(1).map_or(0, |before| whole.place(&columns[before]) + 1);
        let spanning = whole.spanning.get(&lane).map_or(&[][..], Vec::as_slice);
        let before = spanning.iter().filter(|(at, _)| (first..here).contains(at));
        let before = before.filter_map(|(at, nth)| Some((*index.cell(lane, whole.steps[*at]).get(*nth)?, *at)));
        let own = index.cell(lane, whole.steps[here]).iter().map(|card| (*card, here));
        let reaching = before.chain(own).filter_map(|(card, at)| {
            let end = at + usize::from(card.extra_span);
            let covered = columns[position..].iter().take_while(|column| whole.place(column) <= end).count();
            Some((card, position + covered.checked_sub(1)?))
        });
        reaching.collect()
    }
}
