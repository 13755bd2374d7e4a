//! The ranges of all numbers in the document, and how a number is brought back.

use super::{Card, ColumnRole, DataSet, Field, Mark, Measure, Persona, Scales, Slice, Step};

/// Counts above this are no counts: a million times a million customers. Sums of them stay far inside 64 bits.
pub(super) const MOST: u64 = 1_000_000_000_000;
/// Answers 0–10.
pub(super) const NPS_BINS: usize = 11;

/// A number outside its range.
pub(super) struct OutOfRange {
    pub field: Field,
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// A record that holds numbers with a range.
pub(super) trait Ranged {
    /// Calls `found` with every number that is outside its range.
    fn out_of_range(&self, found: &mut dyn FnMut(OutOfRange));

    /// Brings every number back into its range.
    fn clamp(&mut self);
}

/// A whole number from 0 (not stated) to `high`.
struct Level<T> {
    field: Field,
    high: u8,
    get: fn(&T) -> u8,
    set: fn(&mut T, u8),
}

macro_rules! level {
    ($field:ident: $($path:ident).+ <= $high:literal) => {
        Level { field: Field::$field, high: $high, get: |r| r.$($path).+, set: |r, value| r.$($path).+ = value }
    };
}

impl<T> Level<T> {
    fn check(levels: &[Self], record: &T, found: &mut dyn FnMut(OutOfRange)) {
        for level in levels {
            let value = (level.get)(record);
            if value > level.high {
                found(above(level.field, f64::from(value), f64::from(level.high)));
            }
        }
    }

    fn clamp(levels: &[Self], record: &mut T) {
        for level in levels {
            let value = (level.get)(record).min(level.high);
            (level.set)(record, value);
        }
    }
}

const STEP: [Level<Step>; 8] = [
    level!(ImportanceToCustomer: touchpoint.importance_to_customer <= 5),
    level!(ImportanceToBusiness: touchpoint.importance_to_business <= 5),
    level!(Engagement: touchpoint.engagement <= 5),
    level!(Sense: experience.sense <= 3),
    level!(Feel: experience.feel <= 3),
    level!(Think: experience.think <= 3),
    level!(Act: experience.act <= 3),
    level!(Relate: experience.relate <= 3),
];

const CARD: [Level<Card>; 3] = [
    level!(Severity: pain.severity <= 3),
    level!(Impact: opportunity.impact <= 5),
    level!(Effort: opportunity.effort <= 5),
];

const PERSONA: [Level<Persona>; 1] = [level!(DigitalSkill: digital_skill <= 5)];
const STRONGEST: u8 = 4;

fn above(field: Field, value: f64, high: f64) -> OutOfRange {
    OutOfRange { field, value, low: 0.0, high }
}

fn check_count(field: Field, count: u64, found: &mut dyn FnMut(OutOfRange)) {
    if count > MOST {
        found(above(field, count as f64, MOST as f64));
    }
}

impl Ranged for Step {
    fn out_of_range(&self, found: &mut dyn FnMut(OutOfRange)) {
        Level::check(&STEP, self, found);
        if let Some(count) = self.touchpoint.customers_per_month {
            check_count(Field::CustomersPerMonth, count, found);
        }
    }

    fn clamp(&mut self) {
        Level::clamp(&STEP, self);
        self.touchpoint.customers_per_month = self.touchpoint.customers_per_month.map(|n| n.min(MOST));
    }
}

impl Ranged for Card {
    fn out_of_range(&self, found: &mut dyn FnMut(OutOfRange)) {
        Level::check(&CARD, self, found);
    }

    fn clamp(&mut self) {
        Level::clamp(&CARD, self);
    }
}

impl Ranged for Persona {
    fn out_of_range(&self, found: &mut dyn FnMut(OutOfRange)) {
        Level::check(&PERSONA, self, found);
        for liked in self.channels.iter().filter(|liked| liked.strength > STRONGEST) {
            found(above(Field::Channels, f64::from(liked.strength), f64::from(STRONGEST)));
        }
        if let Some(share) = self.share_percent.filter(|share| !(0.0..=100.0).contains(share)) {
            found(above(Field::SharePercent, f64::from(share), 100.0));
        }
    }

    fn clamp(&mut self) {
        Level::clamp(&PERSONA, self);
        self.channels.iter_mut().for_each(|liked| liked.strength = liked.strength.min(STRONGEST));
        self.share_percent = self.share_percent.filter(|share| share.is_finite()).map(|share| share.clamp(0.0, 100.0));
    }
}

impl Ranged for Mark {
    fn out_of_range(&self, found: &mut dyn FnMut(OutOfRange)) {
        if !(Self::LOWEST..=Self::HIGHEST).contains(&self.value) {
            let (low, high) = (f64::from(Self::LOWEST), f64::from(Self::HIGHEST));
            found(OutOfRange { field: Field::Value, value: f64::from(self.value), low, high });
        }
    }

    fn clamp(&mut self) {
        let value = if self.value.is_nan() { 0.0 } else { self.value };
        self.value = value.clamp(Self::LOWEST, Self::HIGHEST);
    }
}

impl Ranged for DataSet {
    fn out_of_range(&self, found: &mut dyn FnMut(OutOfRange)) {
        for count in [self.rows, self.rejected, self.duplicates] {
            check_count(Field::Rows, count, found);
        }
        for slice in self.answers.iter().flat_map(|answers| &answers.slices) {
            check_count(Field::Rows, slice.rows, found);
            for (field, bins) in [(Field::Nps, &slice.nps), (Field::Csat, &slice.csat), (Field::Ces, &slice.ces)] {
                for count in bins {
                    check_count(field, *count, found);
                }
            }
            slice.ratings.iter().flatten().for_each(|count| check_count(Field::Rating, *count, found));
        }
        for count in self.cube.iter().flat_map(|cube| cube.cells.iter().chain(&cube.weights)).flatten() {
            check_count(Field::Rows, *count, found);
        }
    }

    fn clamp(&mut self) {
        for count in [&mut self.rows, &mut self.rejected, &mut self.duplicates] {
            *count = (*count).min(MOST);
        }
        for slice in self.answers.iter_mut().flat_map(|answers| &mut answers.slices) {
            slice.rows = slice.rows.min(MOST);
            let Slice { nps, csat, ces, ratings, .. } = slice;
            nps.iter_mut().chain(csat).chain(ces).chain(ratings.iter_mut().flatten()).for_each(|n| *n = (*n).min(MOST));
        }
        if let Some(cube) = &mut self.cube {
            cube.cells.iter_mut().chain(&mut cube.weights).flatten().for_each(|n| *n = (*n).min(MOST));
        }
    }
}

impl Scales {
    /// Whether CSAT and CES are asked on scales with this highest answer.
    pub(super) const fn is_known(top: u8) -> bool {
        matches!(top, 5 | 7)
    }
}

/// How many bins a histogram of a metric has to have: as many as it has, where that is one of the scales that the metric
/// was asked on (in the wide form each question has its own), else those of the data set's scale.
pub(super) fn wanted_bins(measures: &[Measure], role: ColumnRole, found: usize, usual: u8) -> usize {
    let is_asked =
        |measure: &Measure| measure.role == role && measure.bins() == found && Scales::is_known(measure.highest);
    if measures.iter().any(is_asked) { found } else { usize::from(usual) }
}

/// Gives a histogram the right number of bins. One that is too short had no high answers; one that is too
/// long was asked on another scale, so nothing can be said from it, unless what is over is empty.
pub(super) fn fit(bins: &mut Vec<u64>, wanted: usize) {
    if bins.iter().skip(wanted).any(|n| *n > 0) {
        bins.clear();
    } else if !bins.is_empty() {
        bins.resize(wanted, 0);
    }
}
