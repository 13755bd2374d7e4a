//! Histograms of the answers by step and one other thing at a time: what is kept of a file that has too many
//! combinations for a cube.

use super::cells::{Answers, Cell, MOST_PARTS, Place, Shape};
use crate::model::Dimension;
use std::collections::BTreeMap;

/// The most groups; each has a histogram.
pub const MOST_GROUPS: usize = 60_000;
/// By what the answers are divided, in the order of [`Place::parts`].
pub const DIMENSIONS: [Dimension; 4] = [Dimension::Month, Dimension::Channel, Dimension::Segment, Dimension::Persona];

/// The histograms: for a step and one of the [`DIMENSIONS`] (or none of them) with its part.
#[derive(Debug, Default)]
pub struct Groups {
    shape: Shape,
    /// The group's number by step, dimension plus 1, part.
    numbers: BTreeMap<(u32, u8, u32), usize>,
    counts: Vec<u64>,
}

impl Groups {
    /// No answers yet.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        Self { shape, ..Self::default() }
    }

    /// Counts a row; `false` when there are too many groups.
    pub fn add(&mut self, place: Place, answers: &Answers) -> bool {
        let shape = self.shape.clone();
        self.each(place, |counts| shape.raise(answers, |counter| counts[counter] += 1))
    }

    /// Counts all rows of a cell; `false` when there are too many groups.
    pub fn add_cell(&mut self, cell: &Cell<'_>) -> bool {
        self.each(cell.place, |counts| {
            counts.iter_mut().zip(cell.counts).for_each(|(count, more)| *count += u64::from(*more));
        })
    }

    fn each(&mut self, place: Place, mut raise: impl FnMut(&mut [u64])) -> bool {
        let size = self.shape.spill + 1;
        let parts = (1..).zip(place.parts).take(DIMENSIONS.len());
        for (dimension, part) in std::iter::once((0, 0)).chain(parts) {
            let next = self.numbers.len();
            let number = *self.numbers.entry((place.subject, dimension, part)).or_insert(next);
            if number == next {
                if number >= MOST_GROUPS {
                    return false;
                }
                self.counts.resize((next + 1) * size, 0);
            }
            raise(&mut self.counts[number * size..][..size]);
        }
        true
    }

    /// The whole of a step and its parts: the dimension, the part, rows and answers.
    pub fn of(&self, subject: u32) -> impl Iterator<Item = (Dimension, u32, &[u64])> {
        let size = self.shape.spill + 1;
        let all = self.numbers.range((subject, 0, 0)..=(subject, u8::MAX, MOST_PARTS));
        all.filter(|((_, dimension, part), _)| *dimension == 0 || *part > 0).map(
            move |((_, dimension, part), number)| {
                let by = usize::from(*dimension).checked_sub(1).and_then(|at| DIMENSIONS.get(at)).copied();
                (by.unwrap_or_default(), *part, &self.counts[number * size..][..size - 1])
            },
        )
    }
}

/// Adds bins to bins; missing bins count as zeros.
pub fn add_bins(mine: &mut Vec<u64>, theirs: &[u64]) {
    if mine.len() < theirs.len() {
        mine.resize(theirs.len(), 0);
    }
    mine.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
}
