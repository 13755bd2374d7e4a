//! The 97.5 % quantile of Student's t distribution, for 95 % intervals of a mean.

use std::f64::consts::FRAC_2_PI;

/// Exact 97.5 % quantile of the normal distribution: what t tends to.
const NORMAL: f64 = 1.959_963_984_540_054;
/// From here on the expansion in 1/ν is good to nine digits.
const MANY: u64 = 120;

/// The t with 95 % of the distribution between −t and t, for `freedom` ≥ 1 degrees of freedom.
#[must_use]
pub fn t_95(freedom: u64) -> f64 {
    if freedom >= MANY { expansion(freedom as f64) } else { bisection(freedom.max(1)) }
}

/// Abramowitz & Stegun 26.7.5, three terms.
fn expansion(v: f64) -> f64 {
    let z = NORMAL;
    let (z3, z5, z7) = (z.powi(3), z.powi(5), z.powi(7));
    z + (z3 + z) / (4.0 * v)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * v * v)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * v.powi(3))
}

fn bisection(freedom: u64) -> f64 {
    let (mut low, mut high) = (1.9, 12.8);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if central_mass(middle, freedom) < 0.95 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The probability of |T| < t: the finite series of Abramowitz & Stegun 26.7.3 (odd) and 26.7.4 (even).
fn central_mass(t: f64, freedom: u64) -> f64 {
    let angle = (t / (freedom as f64).sqrt()).atan();
    let (sin, cos) = angle.sin_cos();
    let odd = freedom % 2 == 1;
    let mut term = if odd { cos } else { 1.0 };
    let mut sum = if freedom == 1 { 0.0 } else { term };
    let mut k = if odd { 3 } else { 2 };
    while k < freedom {
        term *= cos * cos * (k - 1) as f64 / k as f64;
        sum += term;
        k += 2;
    }
    if odd { FRAC_2_PI * (angle + sin * sum) } else { sin * sum }
}

#[cfg(test)]
mod tests {
    use super::t_95;

    #[test]
    fn quantiles_are_those_of_the_printed_tables() {
        let table = [(1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (5, 2.5706), (9, 2.2622), (10, 2.2281)];
        let table = table.into_iter().chain([(29, 2.0452), (30, 2.0423), (60, 2.0003), (119, 1.9801), (120, 1.9799)]);
        for (freedom, t) in table.chain([(1000, 1.9623), (1_000_000_000, 1.9600)]) {
            assert!((t_95(freedom) - t).abs() < 6e-5, "{freedom}: {}", t_95(freedom));
        }
    }

    #[test]
    fn series_and_expansion_meet_without_a_step() {
        assert!(t_95(119) > t_95(120) && t_95(119) - t_95(120) < 3e-4);
    }
}
