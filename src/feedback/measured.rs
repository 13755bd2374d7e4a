//! A figure from counted answers, weighted where rows have weights. With weights the doubt is that of the effective
//! number of answers (Kish): (Σw)² / Σw².

use super::overlay::Interval;
use super::student::t_95;
use super::survey::Survey;

const Z: f64 = 1.959_964;

/// Counted answers to a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Answers from the lowest up, each counted as one.
    pub bins: Vec<u64>,
    /// How much each answer weighs.
    weights: Vec<f64>,
    /// The effective number of answers.
    pub effective: f64,
    lowest: u8,
}

impl Sample {
    /// The answers to a measure among the numbers of a survey; `None` without any.
    #[must_use]
    pub fn of(survey: &Survey, numbers: &[u64], measure: usize) -> Option<Self> {
        let bins = numbers.get(survey.bins_of(measure))?.to_vec();
        let n: u64 = bins.iter().sum();
        if n == 0 {
            return None;
        }
        let weighed = survey.weights_of(measure).and_then(|(square, range)| {
            let (squares, weights) = (*numbers.get(square)? as f64, numbers.get(range)?);
            let sum: f64 = weights.iter().map(|w| *w as f64).sum();
            let effective = if squares > 0.0 { sum * sum / (squares * 1_000.0) } else { 0.0 };
            let weights = weights.iter().map(|w| *w as f64 / sum * n as f64).collect();
            (sum > 0.0 && effective > 0.0).then_some((weights, effective.min(n as f64)))
        });
        let plain = || (bins.iter().map(|count| *count as f64).collect(), n as f64);
        let (weights, effective) = weighed.unwrap_or_else(plain);
        Some(Self { bins, weights, effective, lowest: survey.measures[measure].lowest })
    }

    /// Answers, each counted as one.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.bins.iter().sum()
    }

    fn share_where(&self, counts: impl Fn(u8) -> bool) -> f64 {
        let answers = (self.lowest..).zip(&self.weights);
        answers.filter(|(answer, _)| counts(*answer)).map(|(_, weight)| weight).sum::<f64>() / self.n() as f64
    }

    /// The net promoter score in points and its standard error: adjusted Wald on the effective number of answers.
    #[must_use]
    pub fn nps(&self) -> (Interval, f64) {
        let (p, d) = (self.share_where(|answer| answer >= 9), self.share_where(|answer| answer <= 6));
        let n = self.effective + 3.0;
        let adjusted = |share: f64| (share * self.effective + 0.75) / n;
        let (pa, da) = (adjusted(p), adjusted(d));
        let middle = pa - da;
        let se = ((pa + da - middle * middle) / n).sqrt();
        let bound = |side: f64| (100.0 * (middle + side * Z * se)).clamp(-100.0, 100.0);
        (Interval { value: 100.0 * (p - d), low: bound(-1.0), high: bound(1.0) }, 100.0 * se)
    }

    /// The share of answers from `cut` up in percent, with its Wilson interval.
    #[must_use]
    pub fn share_from(&self, cut: u8) -> Interval {
        let (p, n, z2) = (self.share_where(|answer| answer >= cut), self.effective, Z * Z);
        let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = Z / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).max(0.0).sqrt();
        let bound = |x: f64| (100.0 * x).clamp(0.0, 100.0);
        Interval { value: 100.0 * p, low: bound(middle - half), high: bound(middle + half) }
    }

    /// The mean with its t interval; one answer says nothing of its doubt, its interval is the whole scale.
    #[must_use]
    pub fn mean(&self) -> Interval {
        let answers = || (self.lowest..).zip(&self.weights).map(|(answer, weight)| (f64::from(answer), *weight));
        let sum = self.n() as f64;
        let value = answers().map(|(answer, weight)| answer * weight).sum::<f64>() / sum;
        if self.effective < 2.0 {
            let low = f64::from(self.lowest);
            return Interval { value, low, high: low + (self.bins.len() - 1) as f64 };
        }
        let variance = answers().map(|(answer, weight)| weight * (answer - value).powi(2)).sum::<f64>() / sum;
        let se = (variance / (self.effective - 1.0)).sqrt();
        let half = t_95(self.effective.floor() as u64 - 1) * se;
        Interval { value, low: value - half, high: value + half }
    }

    /// The median; between two middle answers their mean.
    #[must_use]
    pub fn median(&self) -> f64 {
        let half = self.weights.iter().sum::<f64>() / 2.0;
        let (mut seen, mut below) = (0.0, None);
        for (answer, weight) in (self.lowest..).zip(&self.weights).filter(|(_, weight)| **weight > 0.0) {
            if let Some(below) = below {
                return f64::midpoint(below, f64::from(answer));
            }
            seen += weight;
            // Counted answers are whole numbers: this is exact where it matters.
            if (seen - half).abs() < 1e-9 * half {
                below = Some(f64::from(answer));
            } else if seen > half {
                return f64::from(answer);
            }
        }
        below.unwrap_or(f64::from(self.lowest))
    }
}

/// The standard error that an interval stands for.
#[must_use]
pub fn error_of(interval: Interval) -> f64 {
    (interval.high - interval.low) / (2.0 * Z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::statistics::{mean, median, nps, share};
    use crate::model::{ColumnRole, Measure};
    use proptest::prelude::*;

    fn survey(is_weighted: bool, lowest: u8, highest: u8) -> Survey {
        let measures = vec![Measure { role: ColumnRole::Nps, lowest, highest, ..Measure::default() }];
        let mut survey = Survey::default();
        (survey.measures, survey.is_weighted) = (measures, is_weighted);
        survey
    }

    fn near(a: Interval, b: Interval) -> bool {
        [(a.value, b.value), (a.low, b.low), (a.high, b.high)]
            .iter()
            .all(|(a, b)| (a - b).abs() < 1e-9 * (1.0 + b.abs()))
    }

    proptest! {
        #[test]
        fn without_weights_the_figures_are_those_of_the_plain_formulas(bins in prop::collection::vec(0u64..40, 11)) {
            prop_assume!(bins.iter().sum::<u64>() > 0);
            let numbers: Vec<u64> = std::iter::once(bins.iter().sum()).chain(bins.clone()).collect();
            let sample = Sample::of(&survey(false, 0, 10), &numbers, 0).unwrap();
            let plain = nps(&bins).unwrap();
            prop_assert!(near(sample.nps().0, plain.score) && (sample.nps().1 - plain.se).abs() < 1e-9);
            prop_assert!(near(sample.mean(), mean(&bins, 0).unwrap()), "{:?}", sample.mean());
            prop_assert!((sample.median() - median(&bins, 0).unwrap()).abs() < 1e-12);
            prop_assert!(near(sample.share_from(9), share(bins[9] + bins[10], sample.n()).unwrap()));
        }

        /// Kish by hand over the rows.
        #[test]
        fn weights_change_the_shares_and_lower_the_effective_number(rows in prop::collection::vec((1u8..=5, 100u64..3_000), 2..60)) {
            let (mut bins, mut weights, mut squares) = ([0u64; 5], [0u64; 5], 0u64);
            for (answer, weight) in &rows {
                bins[usize::from(answer - 1)] += 1;
                weights[usize::from(answer - 1)] += weight;
                squares += (weight * weight + 500) / 1_000;
            }
            let numbers: Vec<u64> =
                std::iter::once(rows.len() as u64).chain(bins).chain([squares]).chain(weights).collect();
            let sample = Sample::of(&survey(true, 1, 5), &numbers, 0).unwrap();
            let (sum, square): (f64, f64) =
                rows.iter().map(|(_, w)| *w as f64).fold((0.0, 0.0), |(sum, square), w| (sum + w, square + w * w));
            prop_assert!((sample.effective - sum * sum / square).abs() < 0.02 * sample.effective);
            let expected = rows.iter().filter(|(a, _)| *a >= 4).map(|(_, w)| *w as f64).sum::<f64>() / sum * 100.0;
            prop_assert!((sample.share_from(4).value - expected).abs() < 1e-6);
            prop_assert_eq!(sample.n(), rows.len() as u64);
            prop_assert!(sample.effective <= rows.len() as f64 + 1e-9);
        }
    }
}
