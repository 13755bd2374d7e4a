//! What feedback can be filtered by, and which periods are compared.

use super::survey::Survey;
use crate::model::FeedbackFilter;

/// What answers can be filtered by: the names that occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Months with answers in their order, as `2026-01`.
    pub months: Vec<String>,
    /// Channels.
    pub channels: Vec<String>,
    /// Segments.
    pub segments: Vec<String>,
    /// Personas.
    pub personas: Vec<String>,
    /// Other companies.
    pub companies: Vec<String>,
}

impl Facets {
    /// The names in a survey.
    #[must_use]
    pub fn of(survey: &Survey) -> Self {
        let used = survey.used();
        let names = |at: usize| {
            let is_used = |number: &usize| used[at].contains(&(*number as u16));
            let named = survey.names[at].iter().enumerate().skip(1).filter(|(number, _)| is_used(number));
            let mut names: Vec<String> = named.map(|(_, name)| name.clone()).collect();
            names.sort();
            names
        };
        Self { months: names(0), channels: names(1), segments: names(2), personas: names(3), companies: names(4) }
    }

    /// Whether there is anything to choose between.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.months, &self.channels, &self.segments, &self.personas].iter().all(|names| names.len() < 2)
    }
}

/// Two periods of equal length, one right after the other. Months as `2026-01`, first and last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// The period looked at.
    pub now: (String, String),
    /// The one before.
    pub before: (String, String),
}

impl Periods {
    /// The chosen period (without one the last quarter, or half of what there is) and the one before. `months` are those
    /// with answers, in their order.
    #[must_use]
    pub fn new(filter: &FeedbackFilter, months: &[String]) -> Option<Self> {
        let (first, last) = (index(months.first()?)?, index(months.last()?)?);
        let chosen = |month: &Option<String>, or: i32| month.as_deref().map_or(Some(or), index);
        let (from, to) = if filter.has_period() {
            (chosen(&filter.from, first)?, chosen(&filter.to, last)?)
        } else {
            let length = ((last - first + 1) / 2).min(3);
            (last - length + 1, last)
        };
        let length = to - from + 1;
        let name = |index: i32| format!("{:04}-{:02}", index.div_euclid(12), index.rem_euclid(12) + 1);
        let is_there = length > 0 && from > first;
        is_there.then(|| Self { now: (name(from), name(to)), before: (name(from - length), name(from - 1)) })
    }

    /// Whether a month lies in a period.
    #[must_use]
    pub fn has((from, to): &(String, String), month: &str) -> bool {
        from.as_str() <= month && month <= to.as_str()
    }
}

/// Months since the year 0.
fn index(month: impl AsRef<str>) -> Option<i32> {
    let (year, month) = month.as_ref().split_once('-')?;
    Some(year.parse::<i32>().ok()? * 12 + month.parse::<i32>().ok()? - 1)
}

/// The month that lies so many months after another one.
#[must_use]
pub fn month_after(month: &str, months: i32) -> Option<String> {
    let index = index(month)? + months;
    Some(format!("{:04}-{:02}", index.div_euclid(12), index.rem_euclid(12) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_last_quarter_is_compared_with_the_one_before() {
        let year = months(&["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"]);
        let periods = Periods::new(&FeedbackFilter::default(), &year).unwrap();
        assert_eq!(periods.now, ("2026-02".into(), "2026-04".into()));
        assert_eq!(periods.before, ("2025-11".into(), "2026-01".into()));
        let short = Periods::new(&FeedbackFilter::default(), &months(&["2025-12", "2026-02"])).unwrap();
        assert_eq!((short.now.0.as_str(), short.before.1.as_str()), ("2026-02", "2026-01"));
        assert_eq!(Periods::new(&FeedbackFilter::default(), &months(&["2026-02"])), None);
    }

    #[test]
    fn a_chosen_period_is_compared_with_one_as_long() {
        let year = months(&["2025-11", "2026-04"]);
        let filter = FeedbackFilter { from: Some("2026-03".into()), ..FeedbackFilter::default() };
        let periods = Periods::new(&filter, &year).unwrap();
        assert_eq!(periods.before, ("2026-01".into(), "2026-02".into()));
        let filter = FeedbackFilter { to: Some("2026-03".into()), ..FeedbackFilter::default() };
        assert_eq!(Periods::new(&filter, &year), None, "there is nothing before");
    }
}
