//! Histograms of the answers by step and channel, step and month, step and segment, in one flat run of memory.

use super::values::{Answer, Scale};
use crate::model::Dimension;

/// The most groups; each has a histogram.
pub const MOST_GROUPS: usize = 60_000;
/// The most parts in each dimension of a step, the empty one included.
pub const MOST_PARTS: u32 = 512;
/// By what the answers are divided; every row is in one part of each.
pub const DIMENSIONS: [Dimension; 3] = [Dimension::Channel, Dimension::Month, Dimension::Segment];

/// Where in a group's counters the answers of each metric are.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    nps: usize,
    csat: usize,
    ces: usize,
    /// Counts what nobody asks for: missing answers.
    spill: usize,
}

/// The answers of one row.
#[derive(Clone, Copy, Debug)]
pub struct Answers {
    /// 0–10.
    pub nps: Answer,
    /// From 1.
    pub csat: Answer,
    /// From 1, high = easy.
    pub ces: Answer,
}

/// The histograms.
#[derive(Debug)]
pub struct Groups {
    shape: Shape,
    /// [`Shape::spill`] + 1 counters for each group; the first one counts rows.
    counts: Vec<u64>,
    /// For each dimension, [`MOST_PARTS`] places for each step: the group's number plus 1.
    places: [Vec<u32>; 3],
}

/// The histograms of one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Rows.
    pub rows: u64,
    /// Answers 0–10.
    pub nps: Vec<u64>,
    /// Answers from 1.
    pub csat: Vec<u64>,
    /// Answers from 1, high = easy.
    pub ces: Vec<u64>,
}

impl Groups {
    /// No answers yet; `None` stands for a metric that the file lacks.
    #[must_use]
    pub fn new(nps: Option<Scale>, csat: Option<Scale>, ces: Option<Scale>) -> Self {
        let bins = |scale: Option<Scale>| scale.map_or(0, Scale::points);
        let shape = Shape {
            nps: 1,
            csat: 1 + bins(nps),
            ces: 1 + bins(nps) + bins(csat),
            spill: 1 + bins(nps) + bins(csat) + bins(ces),
        };
        Self { shape, counts: Vec::new(), places: Default::default() }
    }

    /// Counts a row of a step, in one part of each dimension; `false` when there are too many groups.
    #[inline]
    pub fn add(&mut self, step: u32, parts: [u32; 3], answers: Answers) -> bool {
        let Shape { nps, csat, ces, spill } = self.shape;
        let bin = |from: usize, lowest: u8, answer: Answer| match answer {
            Answer::Point(point) => from + usize::from(point - lowest),
            _ => spill,
        };
        let bins = [bin(nps, 0, answers.nps), bin(csat, 1, answers.csat), bin(ces, 1, answers.ces)];
        for (dimension, part) in parts.into_iter().enumerate() {
            let Some(group) = self.group(dimension, step, part) else { return false };
            let counters = &mut self.counts[group * (spill + 1)..][..=spill];
            counters[0] += 1;
            for bin in bins {
                counters[bin] += 1;
            }
        }
        true
    }

    #[inline]
    fn group(&mut self, dimension: usize, step: u32, part: u32) -> Option<usize> {
        let place = (step * MOST_PARTS + part) as usize;
        match self.places[dimension].get(place) {
            Some(number) if *number > 0 => Some(*number as usize - 1),
            _ => self.new_group(dimension, place),
        }
    }

    #[cold]
    fn new_group(&mut self, dimension: usize, place: usize) -> Option<usize> {
        let size = self.shape.spill + 1;
        let number = self.counts.len() / size;
        if number >= MOST_GROUPS {
            return None;
        }
        self.counts.resize(self.counts.len() + size, 0);
        let places = &mut self.places[dimension];
        if places.len() <= place {
            places.resize(place + 1, 0);
        }
        places[place] = number as u32 + 1;
        Some(number)
    }

    /// The parts of a step in a dimension (an index into [`DIMENSIONS`]) with their histograms.
    pub fn parts(&self, dimension: usize, step: u32) -> impl Iterator<Item = (u32, Histogram)> {
        let from = (step * MOST_PARTS) as usize;
        let places = self.places.get(dimension).and_then(|all| all.get(from..)).unwrap_or_default();
        let places = places.iter().take(MOST_PARTS as usize).zip(0..);
        places.filter(|(number, _)| **number > 0).map(|(number, part)| (part, self.histogram(*number as usize - 1)))
    }

    fn histogram(&self, group: usize) -> Histogram {
        let Shape { nps, csat, ces, spill } = self.shape;
        let counters = &self.counts[group * (spill + 1)..][..=spill];
        let answered = |bins: &[u64]| if bins.iter().any(|n| *n > 0) { bins.to_vec() } else { Vec::new() };
        Histogram {
            rows: counters[0],
            nps: answered(&counters[nps..csat]),
            csat: answered(&counters[csat..ces]),
            ces: answered(&counters[ces..spill]),
        }
    }
}

impl Histogram {
    /// Adds another one with the same scales.
    pub fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        for (mine, theirs) in [(&mut self.nps, &other.nps), (&mut self.csat, &other.csat), (&mut self.ces, &other.ces)]
        {
            add_bins(mine, theirs);
        }
    }
}

/// Adds bins to bins; missing bins count as zeros.
pub fn add_bins(mine: &mut Vec<u64>, theirs: &[u64]) {
    if mine.len() < theirs.len() {
        mine.resize(theirs.len(), 0);
    }
    mine.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
}
