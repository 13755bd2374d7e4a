//! What matters: how an item goes with overall satisfaction, as Japanese researchers draw it (CSポートフォリオ).

use super::matching::Matcher;
use super::overlay::{Interval, Overlay, StepVoice};
use super::survey::is_step;
use crate::base::normalized;
use crate::model::{ColumnRole, Measure, Project, StepId, Together};
use std::collections::{BTreeMap, BTreeSet};

/// Fewer answers that have both are refused.
pub const ENOUGH: u64 = 30;
const Z: f64 = 1.959_964;

/// An item of the portfolio.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// The step that was asked about.
    pub step: StepId,
    /// The question.
    pub measure: Measure,
    /// Answers that have both.
    pub n: u64,
    /// Correlation with overall satisfaction, with Fisher's interval.
    pub r: Interval,
    /// The mean of the item, 0–100 on its scale.
    pub satisfaction: f64,
}

/// Where an item lies: what matters more than the average item is right of it, what satisfies more is above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// 重点改善: matters, satisfies little.
    Improve,
    /// 重点維持: matters, satisfies.
    KeepUp,
    /// 維持: matters little, satisfies.
    Maintain,
    /// 改善: matters little, satisfies little.
    ImproveLater,
}

/// The items with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// Items, the strongest correlation first.
    pub drivers: Vec<Driver>,
    /// Where the quadrants meet: mean correlation and mean satisfaction.
    pub middle: (f64, f64),
}

impl Portfolio {
    /// The items of all steps that are shown. It holds all answers: correlations are not kept by segment.
    #[must_use]
    pub fn new(project: &Project, overlay: &Overlay) -> Self {
        let matcher = Matcher::new(project);
        let mut sums: BTreeMap<(StepId, ColumnRole, String), (Measure, Together)> = BTreeMap::new();
        for set in project.data_sets_in_order() {
            for item in set.together.iter().filter(|item| is_step(&item.subject)) {
                let Some(measure) = set.measures.get(item.measure) else { continue };
                for step in matcher.steps(&item.subject.name) {
                    let key = (step, measure.role, normalized(&measure.name));
                    let (known, sum) = sums.entry(key).or_insert_with(|| (measure.clone(), Together::default()));
                    // Two scales are never added up.
                    if (known.lowest, known.highest) == (measure.lowest, measure.highest) {
                        add(sum, item);
                    }
                }
            }
        }
        let is_shown = |step: &StepId| matches!(overlay.steps.get(step), Some(StepVoice::Shown(_)));
        let drivers = sums.into_iter().filter(|((step, ..), _)| is_shown(step));
        let mut drivers: Vec<Driver> =
            drivers.filter_map(|((step, ..), (measure, sums))| driver(step, measure, &sums)).collect();
        keep_first_of_twins(project, &mut drivers);
        drivers.sort_by(|a, b| b.r.value.total_cmp(&a.r.value));
        let mean = |of: fn(&Driver) -> f64| drivers.iter().map(of).sum::<f64>() / drivers.len().max(1) as f64;
        Self { middle: (mean(|driver| driver.r.value), mean(|driver| driver.satisfaction)), drivers }
    }

    /// Where an item lies.
    #[must_use]
    pub fn quadrant(&self, driver: &Driver) -> Quadrant {
        match (driver.r.value >= self.middle.0, driver.satisfaction >= self.middle.1) {
            (true, false) => Quadrant::Improve,
            (true, true) => Quadrant::KeepUp,
            (false, true) => Quadrant::Maintain,
            (false, false) => Quadrant::ImproveLater,
        }
    }
}

/// A step that stands in several journeys under one name is one item: that of the first journey.
fn keep_first_of_twins(project: &Project, drivers: &mut Vec<Driver>) {
    let journeys = project.journeys_in_order().into_iter();
    let places: BTreeMap<StepId, usize> =
        journeys.flat_map(|journey| project.steps_in_journey(journey.id)).map(|step| step.id).zip(0..).collect();
    drivers.sort_by_key(|driver| places.get(&driver.step).copied());
    let mut known = BTreeSet::new();
    drivers.retain(|driver| {
        let name = project.steps.get(driver.step).map(|step| normalized(&step.name));
        known.insert((name, driver.measure.role, normalized(&driver.measure.name)))
    });
}

/// Adds the sums of more answers to the same two questions.
pub(super) fn add(sum: &mut Together, more: &Together) {
    sum.n += more.n;
    sum.x += more.x;
    sum.y += more.y;
    sum.xx += more.xx;
    sum.yy += more.yy;
    sum.xy += more.xy;
}

fn driver(step: StepId, measure: Measure, sums: &Together) -> Option<Driver> {
    let r = correlation(sums)?;
    let span = f64::from(measure.highest.checked_sub(measure.lowest)?);
    let mean = sums.x as f64 / sums.n as f64;
    let satisfaction = 100.0 * (mean - f64::from(measure.lowest)) / span.max(1.0);
    Some(Driver { step, measure, n: sums.n, r, satisfaction })
}

/// The correlation with its interval by Fisher's z; `None` under 30 answers, and where one side is constant.
#[must_use]
pub fn correlation(sums: &Together) -> Option<Interval> {
    if sums.n < ENOUGH {
        return None;
    }
    let [n, x, y, xx, yy, xy] = [sums.n, sums.x, sums.y, sums.xx, sums.yy, sums.xy].map(|sum| sum as f64);
    let (vx, vy) = (n * xx - x * x, n * yy - y * y);
    if vx <= 0.0 || vy <= 0.0 {
        return None;
    }
    let value = ((n * xy - x * y) / (vx * vy).sqrt()).clamp(-1.0, 1.0);
    // A perfect line has no finite z: its bound is as near to 1 as the numbers go.
    let z = value.clamp(-1.0 + 1e-12, 1.0 - 1e-12).atanh();
    let half = Z / (n - 3.0).sqrt();
    Some(Interval { value, low: (z - half).tanh(), high: (z + half).tanh() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sums(pairs: &[(u64, u64)]) -> Together {
        let mut sums = Together { n: pairs.len() as u64, ..Together::default() };
        for (x, y) in pairs {
            sums.x += x;
            sums.y += y;
            sums.xx += x * x;
            sums.yy += y * y;
            sums.xy += x * y;
        }
        sums
    }

    #[test]
    fn fewer_than_thirty_are_refused_and_a_constant_has_no_correlation() {
        let pairs: Vec<(u64, u64)> = (0..29).map(|n| (n % 5, n % 7)).collect();
        assert_eq!(correlation(&sums(&pairs)), None);
        assert_eq!(correlation(&sums(&[(3, 5); 40])), None);
    }

    #[test]
    fn fishers_interval_is_that_of_the_books() {
        // r = 0.5, n = 103: z = 0.549306, half = 0.195996, so tanh 0.353310 and 0.745302.
        let n = 103.0_f64;
        let (z, half) = (0.5_f64.atanh(), Z / (n - 3.0).sqrt());
        assert!(((z - half).tanh() - 0.339_311).abs() < 1e-4, "{}", (z - half).tanh());
        assert!(((z + half).tanh() - 0.632_302).abs() < 1e-3, "{}", (z + half).tanh());
    }

    proptest! {
        #[test]
        fn the_sums_give_the_plain_correlation(pairs in prop::collection::vec((1u64..6, 0u64..11), 30..90)) {
            let n = pairs.len() as f64;
            let (mx, my) = pairs.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + *x as f64 / n, b + *y as f64 / n));
            let part = |f: fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| f(*x as f64 - mx, *y as f64 - my)).sum::<f64>();
            let (sxx, syy, sxy) = (part(|a, _| a * a), part(|_, b| b * b), part(|a, b| a * b));
            prop_assume!(sxx > 1e-9 && syy > 1e-9);
            let found = correlation(&sums(&pairs)).unwrap();
            prop_assert!((found.value - sxy / (sxx * syy).sqrt()).abs() < 1e-9);
            prop_assert!(found.low <= found.value && found.value <= found.high);
        }
    }
}
