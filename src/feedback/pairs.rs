//! How often each answer to an item came with each overall answer, by step: what a correlation is computed from.

use super::values::{Answer, Scale};
use crate::model::{SubjectName, Together};

/// An overall answer is any from 0 to 10.
pub const OVERALL: Scale = Scale { lowest: 0, highest: 10 };
/// Places for the answers to an item and to the overall question.
const ITEM: usize = 11;
const SIZE: usize = ITEM * ITEM;

/// The counts, for each company, step and measure.
#[derive(Debug, Default)]
pub struct Pairs {
    measures: usize,
    /// By company and subject the number of its block of counts plus 1; 0 for none.
    blocks: Vec<Vec<u32>>,
    counts: Vec<u32>,
}

/// The place of an answer.
#[inline(always)]
fn place(answer: Answer) -> Option<usize> {
    match answer {
        Answer::Point(point) if usize::from(point) < ITEM => Some(usize::from(point)),
        _ => None,
    }
}

impl Pairs {
    /// No answers yet.
    #[must_use]
    pub const fn new(measures: usize) -> Self {
        Self { measures, blocks: Vec::new(), counts: Vec::new() }
    }

    /// Counts answers to items that came with an overall one.
    #[inline(always)]
    pub fn add(
        &mut self,
        (company, subject): (u32, u32),
        items: impl Iterator<Item = (usize, Answer)>,
        overall: Answer,
    ) {
        let Some(overall) = place(overall) else { return };
        let mut block = self.block(company, subject);
        for (measure, item) in items {
            let Some(item) = place(item) else { continue };
            if block == 0 {
                block = self.new_block(company as usize, subject as usize);
            }
            let at = (block as usize - 1) * self.measures + measure;
            if let Some(count) = self.counts.get_mut(at * SIZE + item * ITEM + overall) {
                *count = count.saturating_add(1);
            }
        }
    }

    #[inline(always)]
    fn block(&self, company: u32, subject: u32) -> u32 {
        let subjects = self.blocks.get(company as usize).map_or(&[][..], Vec::as_slice);
        subjects.get(subject as usize).copied().unwrap_or_default()
    }

    #[cold]
    fn new_block(&mut self, company: usize, subject: usize) -> u32 {
        if self.blocks.len() <= company {
            self.blocks.resize(company + 1, Vec::new());
        }
        let subjects = &mut self.blocks[company];
        if subjects.len() <= subject {
            subjects.resize(subject + 1, 0);
        }
        self.counts.resize(self.counts.len() + self.measures * SIZE, 0);
        subjects[subject] = (self.counts.len() / (self.measures * SIZE)) as u32;
        subjects[subject]
    }

    /// The sums of a step, for each item that has any, over the companies that are ours.
    pub fn of(&self, subject: u32, name: &SubjectName, is_ours: impl Fn(u32) -> bool) -> Vec<Together> {
        let mut counts = vec![0; self.measures * SIZE];
        for company in (0..self.blocks.len() as u32).filter(|company| is_ours(*company)) {
            let block = (self.block(company, subject) as usize).checked_sub(1);
            let of_company = block.map_or(&[][..], |at| &self.counts[at * counts.len()..][..counts.len()]);
            counts.iter_mut().zip(of_company).for_each(|(sum, more): (&mut u32, _)| *sum = sum.saturating_add(*more));
        }
        let sums = counts.chunks(SIZE).enumerate().map(|(measure, counts)| sums(counts, measure, name));
        sums.filter(|sums| sums.n > 0).collect()
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
