//! What a filter leaves of the answers about one thing: one pass over its cells.

use super::safety::{ORTHANTS, are_enough, grouped, is_whole};
use super::survey::{COMPANY, Reach, Survey};
use crate::model::FeedbackFilter;
use std::collections::BTreeMap;

/// A filter by the numbers of names.
#[derive(Clone, Debug)]
pub struct Sieve {
    /// For each dimension whether each part passes; `None` lets everything through.
    passes: [Option<Vec<bool>>; 4],
}

/// Counts of a group: rows, then the answers to each measure.
pub type Counts = Vec<u64>;

/// The answers about one thing.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Numbers of the rows that pass, as in a cell of the survey.
    pub numbers: Vec<u64>,
    /// How many rows and answers pass which of the filters: bit `d` is set when dimension `d` lets them through.
    orthants: Vec<Counts>,
    /// For each dimension its parts among the rows that pass all *other* filters, and companies other than ours.
    parts: [BTreeMap<u16, Part>; 5],
    active: usize,
}

/// A part of a dimension.
#[derive(Clone, Debug, Default)]
struct Part {
    numbers: Vec<u64>,
    orthants: Vec<Counts>,
}

impl Sieve {
    /// A filter in the numbers of a survey.
    #[must_use]
    pub fn new(survey: &Survey, filter: &FeedbackFilter) -> Self {
        let months = filter.has_period().then(|| {
            let from = filter.from.as_deref().unwrap_or("");
            let is_in = |month: &String| {
                !month.is_empty() && month.as_str() >= from && filter.to.as_ref().is_none_or(|to| month <= to)
            };
            survey.names[0].iter().map(is_in).collect()
        });
        let chosen = |dimension: usize, names: &[String]| {
            let numbers: Vec<u16> = names.iter().filter_map(|name| survey.number(dimension, name)).collect();
            let all = 0..survey.names[dimension].len() as u16;
            (!names.is_empty()).then(|| all.map(|number| numbers.contains(&number)).collect())
        };
        let [channels, segments, personas] =
            [(1, &filter.channels), (2, &filter.segments), (3, &filter.personas)].map(|(d, names)| chosen(d, names));
        Self { passes: [months, channels, segments, personas] }
    }

    fn active(&self) -> usize {
        self.passes.iter().enumerate().filter(|(_, passes)| passes.is_some()).map(|(at, _)| 1 << at).sum()
    }

    fn passed(&self, parts: [u16; 5]) -> usize {
        let bit = |(at, passes): (usize, &Option<Vec<bool>>)| {
            let is_in = passes.as_ref().is_none_or(|passes| passes.get(usize::from(parts[at])) == Some(&true));
            if is_in { 1 << at } else { 0 }
        };
        self.passes.iter().enumerate().map(bit).sum()
    }

    /// Whether a part of a dimension passes.
    #[must_use]
    pub fn lets(&self, dimension: usize, part: u16) -> bool {
        self.passes[dimension].as_ref().is_none_or(|passes| passes.get(usize::from(part)) == Some(&true))
    }
}

impl Tables {
    /// The answers about some subjects of a survey.
    #[must_use]
    pub fn new(survey: &Survey, subjects: &[usize], sieve: &Sieve) -> Self {
        const ALL: usize = ORTHANTS - 1;
        let active = sieve.active();
        let mut tables = Self { numbers: vec![0; survey.width()], orthants: Vec::new(), active, ..Self::default() };
        tables.orthants = vec![Vec::new(); ORTHANTS];
        for (cell, numbers) in subjects.iter().flat_map(|subject| survey.cells(*subject)) {
            let passed = sieve.passed(cell.parts);
            let counts = counts(survey, numbers);
            if cell.parts[COMPANY] != 0 {
                let part = tables.parts[COMPANY].entry(cell.parts[COMPANY]).or_default();
                part.add(numbers, &counts, passed, passed == ALL);
                continue;
            }
            if cell.reach.is_total(active) {
                add(&mut tables.orthants[passed], &counts);
                if passed == ALL {
                    add(&mut tables.numbers, numbers);
                }
            }
            for (dimension, parts) in tables.parts.iter_mut().enumerate().take(COMPANY) {
                if cell.reach.is_by(dimension, active) {
                    let inside = passed | 1 << dimension == ALL;
                    parts.entry(cell.parts[dimension]).or_default().add(
                        numbers,
                        &counts,
                        passed | 1 << dimension,
                        inside,
                    );
                }
            }
        }
        tables
    }

    /// How many rows (measure `None`) or answers stand in each of the regions that the filters cut out.
    #[must_use]
    pub fn regions(&self, measure: Option<usize>) -> Vec<u64> {
        regions(&self.orthants, self.active, count_at(measure))
    }

    /// How many rows or answers pass all filters.
    #[must_use]
    pub fn passing(&self, measure: Option<usize>) -> u64 {
        self.orthants[ORTHANTS - 1].get(count_at(measure)).copied().unwrap_or(0)
    }

    /// Whether the number of rows or answers gives away no small group: neither what passes nor what does not, under
    /// any of the filters, nor longer or shorter choices of the same kind.
    #[must_use]
    pub fn is_safe(&self, survey: &Survey, sieve: &Sieve, measure: Option<usize>, floor: u64) -> bool {
        let counts = self.regions(measure);
        let passing = self.passing(measure);
        let is_filter_safe = |dimension: usize| {
            let (parts, sizes) = self.sizes(survey, dimension, measure);
            let chosen: Vec<bool> = parts.iter().map(|part| sieve.lets(dimension, *part)).collect();
            is_whole(&grouped(&sizes, dimension == 0, floor), &sizes, &chosen)
        };
        let filtered = (0..COMPANY).filter(|dimension| self.active & 1 << dimension != 0);
        passing >= floor && are_enough(&counts, floor) && filtered.into_iter().all(is_filter_safe)
    }

    /// The parts of a dimension, months in their order, with their rows or answers among those that pass all other
    /// filters.
    fn sizes(&self, survey: &Survey, dimension: usize, measure: Option<usize>) -> (Vec<u16>, Vec<u64>) {
        let mut order: Vec<u16> = self.parts[dimension].keys().copied().collect();
        if dimension == 0 {
            let month = |number: u16| &survey.names[0][usize::from(number)];
            order.sort_by(|a, b| month(*a).cmp(month(*b)));
        }
        let size = |number: &u16| {
            let counts = self.parts[dimension].get(number).and_then(|part| part.orthants.get(ORTHANTS - 1));
            counts.and_then(|counts| counts.get(count_at(measure))).copied().unwrap_or(0)
        };
        let sizes = order.iter().map(size).collect();
        (order, sizes)
    }

    /// The parts that pass, months in their order, with their numbers. A part that is too small, or that would give
    /// away one that is, has none.
    #[must_use]
    pub fn parts(
        &self,
        survey: &Survey,
        sieve: &Sieve,
        dimension: usize,
        measure: Option<usize>,
        floor: u64,
    ) -> Vec<(u16, Option<&[u64]>)> {
        let (order, sizes) = self.sizes(survey, dimension, measure);
        let groups = grouped(&sizes, dimension == 0, floor);
        let filled = |group: usize| groups.iter().zip(&sizes).filter(|(of, size)| **of == group && **size > 0).count();
        let others = self.active & !(1 << dimension);
        let shown = |(at, number): (usize, &u16)| {
            let part = self.parts[dimension].get(number)?;
            let is_enough = are_enough(&regions(&part.orthants, others, count_at(measure)), floor);
            let is_shown = sizes[at] >= floor && filled(groups[at]) == 1 && is_enough;
            Some((*number, is_shown.then_some(part.numbers.as_slice())))
        };
        let passing =
            order.iter().enumerate().filter(|(at, n)| **n > 0 && sizes[*at] > 0 && sieve.lets(dimension, **n));
        passing.filter_map(shown).collect()
    }

    /// The numbers of several months together; `None` when that would give away a small group.
    #[must_use]
    pub fn months(
        &self,
        survey: &Survey,
        chosen: impl Fn(&str) -> bool,
        measure: usize,
        floor: u64,
    ) -> Option<Vec<u64>> {
        let (order, sizes) = self.sizes(survey, 0, Some(measure));
        let is_in: Vec<bool> = order.iter().map(|n| *n > 0 && chosen(&survey.names[0][usize::from(*n)])).collect();
        let (mut numbers, mut sums) = (vec![0; self.numbers.len()], vec![0; ORTHANTS]);
        for (number, _) in order.iter().zip(&is_in).filter(|(_, is_in)| **is_in) {
            let part = self.parts[0].get(number)?;
            add(&mut numbers, &part.numbers);
            let regions = regions(&part.orthants, self.active & !1, count_at(Some(measure)));
            sums.iter_mut().zip(regions).for_each(|(sum, more)| *sum += more);
        }
        let n: u64 = sizes.iter().zip(&is_in).filter(|(_, is_in)| **is_in).map(|(size, _)| size).sum();
        let is_whole = is_whole(&grouped(&sizes, true, floor), &sizes, &is_in);
        (n >= floor && is_whole && are_enough(&sums, floor)).then_some(numbers)
    }

    /// Companies other than ours with the numbers of what passes, where they may be shown.
    pub fn companies(&self, measure: usize, floor: u64) -> impl Iterator<Item = (u16, &[u64])> {
        let active = self.active;
        self.parts[COMPANY].iter().filter_map(move |(number, part)| {
            let at = count_at(Some(measure));
            let passing = part.orthants.get(ORTHANTS - 1).and_then(|counts| counts.get(at)).copied().unwrap_or(0);
            let is_shown = passing >= floor && are_enough(&regions(&part.orthants, active, at), floor);
            is_shown.then_some((*number, part.numbers.as_slice()))
        })
    }
}

impl Part {
    fn add(&mut self, numbers: &[u64], counts: &[u64], passed: usize, inside: bool) {
        self.orthants.resize(ORTHANTS, Vec::new());
        add(&mut self.orthants[passed], counts);
        if inside {
            add(&mut self.numbers, numbers);
        }
    }
}

impl Reach {
    /// Whether the cell says how many rows pass filters of these dimensions.
    const fn is_total(self, active: usize) -> bool {
        match self {
            Self::All => true,
            Self::Whole => active == 0,
            Self::Only(dimension) => active == 1 << dimension,
        }
    }

    /// Whether the cell says how the rows that pass the other filters are divided.
    const fn is_by(self, dimension: usize, active: usize) -> bool {
        match self {
            Self::All => true,
            Self::Whole => false,
            Self::Only(own) => own == dimension && active & !(1 << dimension) == 0,
        }
    }
}

const fn count_at(measure: Option<usize>) -> usize {
    match measure {
        None => 0,
        Some(measure) => measure + 1,
    }
}

/// Rows and the number of answers to each measure.
fn counts(survey: &Survey, numbers: &[u64]) -> Counts {
    let answers = (0..survey.measures.len()).map(|measure| numbers[survey.bins_of(measure)].iter().sum());
    std::iter::once(numbers[0]).chain(answers).collect()
}

fn add(sums: &mut Vec<u64>, more: &[u64]) {
    if sums.len() < more.len() {
        sums.resize(more.len(), 0);
    }
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

/// The counts of each combination of passing and not passing the active filters.
fn regions(orthants: &[Counts], active: usize, at: usize) -> Vec<u64> {
    let mut regions = vec![0; ORTHANTS];
    for (passed, counts) in orthants.iter().enumerate() {
        regions[passed & active] += counts.get(at).copied().unwrap_or(0);
    }
    regions
}
