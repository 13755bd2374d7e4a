//! How often each answer to an item came with each overall answer, by step: what a correlation is computed from.

use super::values::{Answer, Scale};
use crate::model::{SubjectName, Together};

/// An overall answer is any from 0 to 10.
pub const OVERALL: Scale = Scale { lowest: 0, highest: 10 };
/// Places for the answers to an item and to the overall question.
const ITEM: usize = 11;
const SIZE: usize = ITEM * ITEM;

/// The counts, for each step and measure.
#[derive(Debug, Default)]
pub struct Pairs {
    measures: usize,
    counts: Vec<Vec<u32>>,
}

impl Pairs {
    /// No answers yet.
    #[must_use]
    pub const fn new(measures: usize) -> Self {
        Self { measures, counts: Vec::new() }
    }

    /// Counts an answer to an item that came with an overall one.
    #[inline]
    pub fn add(&mut self, subject: u32, measure: usize, item: Answer, overall: Answer) {
        let (Answer::Point(item), Answer::Point(overall)) = (item, overall) else { return };
        let (item, overall) = (usize::from(item), usize::from(overall));
        if item >= ITEM || overall >= ITEM {
            return;
        }
        let subject = subject as usize;
        if self.counts.len() <= subject {
            self.counts.resize(subject + 1, Vec::new());
        }
        let counts = &mut self.counts[subject];
        if counts.is_empty() {
            counts.resize(self.measures * SIZE, 0);
        }
        if let Some(count) = counts.get_mut(measure * SIZE + item * ITEM + overall) {
            *count = count.saturating_add(1);
        }
    }

    /// The sums of a step, for each item that has any.
    pub fn of<'a>(&'a self, subject: u32, name: &'a SubjectName) -> impl Iterator<Item = Together> + 'a {
        let counts = self.counts.get(subject as usize).map_or(&[][..], Vec::as_slice);
        counts.chunks(SIZE).enumerate().map(|(measure, counts)| sums(counts, measure, name)).filter(|sums| sums.n > 0)
    }
}

fn sums(counts: &[u32], measure: usize, name: &SubjectName) -> Together {
    let mut sums = Together { subject: name.clone(), measure, ..Together::default() };
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (x, y, count) = ((at / ITEM) as u64, (at % ITEM) as u64, u64::from(*count));
        sums.n += count;
        sums.x += count * x;
        sums.y += count * y;
        sums.xx += count * x * x;
        sums.yy += count * y * y;
        sums.xy += count * x * y;
    }
    sums
}
