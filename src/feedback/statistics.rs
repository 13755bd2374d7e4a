//! Figures with their doubt, from histograms of scale points. 95 % throughout.

use super::overlay::{Interval, NpsFigure};
use super::student::t_95;

/// The normal quantile that leaves 2.5 % on either side.
const Z: f64 = 1.959_964;

/// Net promoter score of the answers 0–10 (11 bins); `None` without answers or with other bins.
///
/// The interval is the adjusted Wald one: three quarters of an answer are added to each of promoters and
/// detractors and one and a half to the rest, so that unanimous answers keep their doubt.
#[must_use]
pub fn nps(bins: &[u64]) -> Option<NpsFigure> {
    let n: u64 = bins.iter().sum();
    if n == 0 || bins.len() != 11 {
        return None;
    }
    let promoters = (bins[9] + bins[10]) as f64;
    let detractors = bins[..7].iter().sum::<u64>() as f64;
    let all = n as f64;
    let adjusted = all + 3.0;
    let (p, d) = ((promoters + 0.75) / adjusted, (detractors + 0.75) / adjusted);
    let middle = p - d;
    let se = ((p + d - middle * middle) / adjusted).sqrt();
    let bound = |side: f64| (100.0 * (middle + side * Z * se)).clamp(-100.0, 100.0);
    let score = Interval { value: 100.0 * (promoters - detractors) / all, low: bound(-1.0), high: bound(1.0) };
    Some(NpsFigure { n, score, se: 100.0 * se, median: median(bins, 0)?, bins: bins.to_vec(), effective: None })
}

/// A share in percent with its Wilson interval; `None` when `n` is 0.
#[must_use]
pub fn share(hits: u64, n: u64) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (all, p, z2) = (n as f64, hits as f64 / n as f64, Z * Z);
    let middle = (p + z2 / (2.0 * all)) / (1.0 + z2 / all);
    let half = Z / (1.0 + z2 / all) * (p * (1.0 - p) / all + z2 / (4.0 * all * all)).sqrt();
    let bound = |x: f64| (100.0 * x).clamp(0.0, 100.0);
    Some(Interval { value: 100.0 * p, low: bound(middle - half), high: bound(middle + half) })
}

/// The mean of the answers with its t interval; the first bin is the answer `lowest`. One answer says
/// nothing of its doubt: its interval is the whole scale. `None` without answers.
#[must_use]
pub fn mean(bins: &[u64], lowest: u8) -> Option<Interval> {
    let n: u64 = bins.iter().sum();
    let points = || bins.iter().zip(0u32..).map(|(count, at)| (f64::from(lowest) + f64::from(at), *count as f64));
    let value = match n {
        0 => return None,
        _ => points().map(|(x, count)| x * count).sum::<f64>() / n as f64,
    };
    if n == 1 {
        let (low, high) = (f64::from(lowest), f64::from(lowest) + (bins.len() - 1) as f64);
        return Some(Interval { value, low, high });
    }
    let squares: f64 = points().map(|(x, count)| count * (x - value).powi(2)).sum();
    let se = (squares / (n - 1) as f64 / n as f64).sqrt();
    let half = t_95(n - 1) * se;
    Some(Interval { value, low: value - half, high: value + half })
}

/// The median of the answers; between two middle answers their mean.
#[must_use]
pub fn median(bins: &[u64], lowest: u8) -> Option<f64> {
    let n: u64 = bins.iter().sum();
    let answer = |rank: u64| {
        let mut seen = 0;
        let at = bins.iter().position(|count| {
            seen += count;
            seen > rank
        })?;
        Some(f64::from(lowest) + at as f64)
    };
    Some(f64::midpoint(answer(n.checked_sub(1)? / 2)?, answer(n / 2)?))
}

/// What changed between two measurements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Second minus first.
    pub difference: Interval,
    /// Whether the interval leaves out 0; otherwise there is no proven change.
    pub proven: bool,
}

/// The change from a first value to a second one, each with its standard error.
#[must_use]
pub fn change(first: (f64, f64), second: (f64, f64)) -> Change {
    let value = second.0 - first.0;
    let half = Z * first.1.hypot(second.1);
    let difference = Interval { value, low: value - half, high: value + half };
    Change { difference, proven: difference.low > 0.0 || difference.high < 0.0 }
}

/// A mean on the scale `lowest`–`highest`, moved to the emotion axis −2…+2 (our convention).
#[must_use]
pub fn emotion(mean: Interval, lowest: u8, highest: u8) -> Interval {
    let middle = f64::midpoint(f64::from(lowest), f64::from(highest));
    let factor = 4.0 / (f64::from(highest) - f64::from(lowest));
    let moved = |x: f64| ((x - middle) * factor).clamp(-2.0, 2.0);
    Interval { value: moved(mean.value), low: moved(mean.low), high: moved(mean.high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(promoters: u64, detractors: u64, n: u64) -> Vec<u64> {
        let mut bins = vec![0; 11];
        bins[9] = promoters;
        bins[8] = n - promoters - detractors;
        bins[3] = detractors;
        bins
    }

    fn close(interval: Interval, value: f64, low: f64, high: f64) {
        let near = |a: f64, b: f64| (a - b).abs() < 0.005 + 1e-9;
        assert!(near(interval.value, value) && near(interval.low, low) && near(interval.high, high), "{interval:?}");
    }

    #[test]
    fn nps_is_that_of_the_domain_vectors() {
        let vectors = [
            (5, 2, 10, 30.0, -19.05, 65.20),
            (50, 20, 100, 30.0, 14.05, 44.20),
            (10, 0, 10, 100.0, 47.50, 100.0),
            (0, 0, 8, 0.0, -21.82, 21.82),
            (12, 25, 60, -21.67, -39.25, -2.02),
        ];
        for (promoters, detractors, n, value, low, high) in vectors {
            let figure = nps(&answers(promoters, detractors, n)).unwrap();
            assert_eq!(figure.n, n);
            close(figure.score, value, low, high);
        }
        assert_eq!(nps(&[0; 11]), None);
        assert_eq!(nps(&[1; 5]), None);
    }

    #[test]
    fn shares_are_those_of_the_domain_vectors() {
        close(share(8, 10).unwrap(), 80.0, 49.02, 94.33);
        close(share(80, 100).unwrap(), 80.0, 71.12, 86.66);
        close(share(10, 10).unwrap(), 100.0, 72.25, 100.0);
        close(share(0, 5).unwrap(), 0.0, 0.0, 43.45);
        assert_eq!(share(0, 0), None);
    }

    #[test]
    fn the_mean_has_a_t_interval() {
        // 1, 2, 3, 4, 5: mean 3, s = √2.5, s/√5 = 0.7071, t(4) = 2.7764.
        close(mean(&[1, 1, 1, 1, 1], 1).unwrap(), 3.0, 3.0 - 1.963, 3.0 + 1.963);
        close(mean(&[0, 0, 0, 1, 0], 1).unwrap(), 4.0, 1.0, 5.0);
        assert_eq!(mean(&[0; 5], 1), None);
    }

    #[test]
    fn the_median_comes_from_the_bins() {
        assert_eq!(median(&[1, 1, 1], 0), Some(1.0));
        assert_eq!(median(&[2, 0, 2], 1), Some(2.0));
        assert_eq!(median(&[0, 3, 1], 1), Some(2.0));
        assert_eq!(median(&[0, 0], 1), None);
    }

    #[test]
    fn a_change_is_proven_only_when_its_interval_leaves_out_zero() {
        assert!(change((10.0, 2.0), (20.0, 2.0)).proven);
        let small = change((10.0, 4.0), (15.0, 3.0));
        assert!(!small.proven);
        close(small.difference, 5.0, 5.0 - 9.7998, 5.0 + 9.7998);
    }

    #[test]
    fn measured_means_land_on_the_emotion_axis() {
        let at = |value| Interval { value, low: value, high: value };
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9);
        near(emotion(at(4.2), 1, 5).value, 1.2);
        near(emotion(at(5.5), 1, 7).value, 1.0);
        near(emotion(at(7.0), 0, 10).value, 0.8);
        near(emotion(at(9.0), 1, 5).value, 2.0);
    }
}
