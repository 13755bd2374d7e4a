//! Counts of answers in every combination of step, month, channel, segment, persona and company that occurs, in one
//! flat run of memory: one look-up a row.

use super::values::{Answer, Scale};

/// The most combinations; each has a histogram. A file with more of them is counted by one thing at a time.
pub const MOST_CELLS: usize = 60_000;
/// The most ratings besides NPS, CSAT and CES that are counted.
pub const MOST_RATINGS: usize = 6;
/// A rating is any from 0 to 10; which part of that it used is seen in the end.
pub const RATING: Scale = Scale { lowest: 0, highest: 10 };
/// The most names of a kind, the empty one included.
pub const MOST_PARTS: u32 = 512;
/// Names from here on are phases.
pub const FIRST_PHASE: u32 = 2_048;

/// What a row's answers are about: numbers of names, 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The step, or [`FIRST_PHASE`] and on the phase.
    pub subject: u32,
    /// Month, channel, segment, persona, company.
    pub parts: [u32; 5],
}

/// The measures and where the counters of each begin.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// First counters of NPS, CSAT and CES; those of a measure that the file lacks are the next one's.
    from: [usize; 3],
    /// Scale and first counter of each measure there is; counter 0 counts rows.
    pub measures: Vec<(Scale, usize)>,
    /// The first of them that is a rating; before it are those of NPS, CSAT and CES that the file has.
    first_rating: usize,
    usual: [usize; 3],
    /// Counts what nobody asks for: missing answers.
    pub spill: usize,
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
    /// Other ratings, 0–10.
    pub ratings: [Answer; MOST_RATINGS],
    /// How much the row counts, in thousandths.
    pub weight: u32,
}

impl Default for Answers {
    fn default() -> Self {
        let missing = Answer::Missing;
        Self { nps: missing, csat: missing, ces: missing, ratings: [missing; MOST_RATINGS], weight: 1_000 }
    }
}

/// The counts.
#[derive(Debug)]
pub struct Cells {
    shape: Shape,
    /// Open addressing: the cell's number plus 1; 0 is free. Small, because every row asks for a place in it.
    table: Vec<u32>,
    keys: Vec<u64>,
    /// [`Shape::spill`] + 1 counters a cell.
    counts: Vec<u32>,
    /// The same with weights, and for each measure the sum of squares; empty unless rows are weighted.
    weights: Vec<u64>,
    is_weighted: bool,
}

/// One cell.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// What it is about.
    pub place: Place,
    /// Rows, then the answers of each measure.
    pub counts: &'a [u32],
    /// For each measure the sum of squared weights, then the weights of each answer; empty when not weighted.
    pub weights: &'a [u64],
}

impl Place {
    const fn key(self) -> u64 {
        let [month, channel, segment, persona, company] = self.parts;
        let mut key = self.subject as u64;
        key = key << 9 | month as u64;
        key = key << 9 | channel as u64;
        key = key << 9 | segment as u64;
        key = key << 9 | persona as u64;
        key << 9 | company as u64
    }

    fn of(key: u64) -> Self {
        let part = |at: u32| (key >> (9 * at) & 511) as u32;
        Self { subject: (key >> 45) as u32, parts: [part(4), part(3), part(2), part(1), part(0)] }
    }
}

impl Shape {
    /// The counters of the measures that a file has; `None` stands for one that it lacks.
    #[must_use]
    pub fn new(nps: Option<Scale>, csat: Option<Scale>, ces: Option<Scale>, ratings: usize) -> Self {
        let mut shape = Self { spill: 1, ..Self::default() };
        for (at, scale) in [nps, csat, ces].into_iter().enumerate() {
            shape.from[at] = shape.spill;
            if scale.is_some() {
                shape.usual[shape.first_rating] = at;
                shape.first_rating += 1;
            }
            shape.push(scale);
        }
        (0..ratings.min(MOST_RATINGS)).for_each(|_| shape.push(Some(RATING)));
        shape
    }

    fn push(&mut self, scale: Option<Scale>) {
        let Some(scale) = scale else { return };
        self.measures.push((scale, self.spill));
        self.spill += scale.points();
    }

    /// Raises the counters of a row's answers.
    #[inline(always)]
    pub fn raise(&self, answers: &Answers, mut raise: impl FnMut(usize)) {
        let counter = |from: usize, lowest: u8, answer: Answer| match answer {
            Answer::Point(point) => from + usize::from(point - lowest),
            _ => self.spill,
        };
        raise(0);
        raise(counter(self.from[0], 0, answers.nps));
        raise(counter(self.from[1], 1, answers.csat));
        raise(counter(self.from[2], 1, answers.ces));
        for ((_, from), answer) in self.measures[self.first_rating..].iter().zip(answers.ratings) {
            raise(counter(*from, 0, answer));
        }
    }

    /// The answers to each measure there is.
    pub fn answered(&self, answers: &Answers) -> impl Iterator<Item = (usize, Answer)> {
        let all = [answers.nps, answers.csat, answers.ces];
        let usual = self.usual[..self.first_rating].iter().map(move |at| all[*at]);
        usual.chain(answers.ratings).take(self.measures.len()).enumerate()
    }
}

impl Cells {
    /// No answers yet.
    #[must_use]
    pub fn new(shape: Shape, is_weighted: bool) -> Self {
        let table = vec![0; 1 << 12];
        Self { shape, table, keys: Vec::new(), counts: Vec::new(), weights: Vec::new(), is_weighted }
    }

    /// Counts a row in a cell.
    #[inline(always)]
    pub fn add(&mut self, cell: usize, answers: &Answers) {
        let size = self.shape.spill + 1;
        let counts = &mut self.counts[cell * size..][..size];
        self.shape.raise(answers, |counter| counts[counter] += 1);
        if self.is_weighted {
            self.weigh(cell, answers);
        }
    }

    /// Looks at the counters of many cells at once, so that the memory behind them is on its way when
    /// [`add`](Self::add) asks for them one by one.
    #[inline(always)]
    pub fn fetch(&self, cells: &[Option<usize>]) {
        let size = self.shape.spill + 1;
        let counter = |at: usize| self.counts.get(at).copied().unwrap_or_default();
        let touched = cells.iter().flatten().fold(0, |touched, cell| {
            touched ^ counter(cell * size) ^ counter(cell * size + size / 2) ^ counter((cell + 1) * size - 1)
        });
        std::hint::black_box(touched);
    }

    fn weigh(&mut self, cell: usize, answers: &Answers) {
        let (measures, size) = (self.shape.measures.len(), self.weight_size());
        let weights = &mut self.weights[cell * size..][..size];
        let weight = u64::from(answers.weight);
        for (measure, answer) in self.shape.answered(answers) {
            let (scale, from) = self.shape.measures[measure];
            if let Answer::Point(point) = answer {
                weights[measure] += (weight * weight + 500) / 1_000;
                weights[measures + from - 1 + usize::from(point - scale.lowest)] += weight;
            }
        }
    }

    const fn weight_size(&self) -> usize {
        self.shape.measures.len() + self.shape.spill - 1
    }

    /// The number of the cell of a place; `None` when there are too many.
    #[inline(always)]
    pub fn cell(&mut self, place: Place) -> Option<usize> {
        let key = place.key();
        let mask = self.table.len() - 1;
        let mut at = Self::slot(key) & mask;
        loop {
            let number = self.table[at] as usize;
            match self.keys.get(number.wrapping_sub(1)) {
                None => return self.new_cell(key, at),
                Some(known) if *known == key => return Some(number - 1),
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    #[inline(always)]
    const fn slot(key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
    }

    #[cold]
    fn new_cell(&mut self, key: u64, at: usize) -> Option<usize> {
        let number = self.keys.len();
        if number >= MOST_CELLS {
            return None;
        }
        self.keys.push(key);
        self.counts.resize(self.counts.len() + self.shape.spill + 1, 0);
        if self.is_weighted {
            self.weights.resize(self.weights.len() + self.weight_size(), 0);
        }
        self.table[at] = number as u32 + 1;
        if self.keys.len() * 2 > self.table.len() {
            self.grow();
        }
        Some(number)
    }

    fn grow(&mut self) {
        let mut table = vec![0; self.table.len() * 2];
        let mask = table.len() - 1;
        for (key, number) in self.keys.iter().zip(1..) {
            let mut at = Self::slot(*key) & mask;
            while table[at] != 0 {
                at = (at + 1) & mask;
            }
            table[at] = number;
        }
        self.table = table;
    }

    /// The measures.
    #[must_use]
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// All cells, in the order in which they were met.
    pub fn iter(&self) -> impl Iterator<Item = Cell<'_>> {
        let (size, weight_size) = (self.shape.spill + 1, self.weight_size());
        self.keys.iter().enumerate().map(move |(number, key)| Cell {
            place: Place::of(*key),
            // Without the spill.
            counts: &self.counts[number * size..][..size - 1],
            weights: self.weights.get(number * weight_size..(number + 1) * weight_size).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(n: u32) -> Place {
        Place { subject: n % 2_500, parts: [n % 7, n % 511, n % 3, n % 5, n % 2] }
    }

    #[test]
    fn every_combination_has_its_own_counts() {
        let mut cells = Cells::new(Shape::new(Some(Scale::NPS), None, Some(Scale::to(5)), 1), true);
        for n in 0..30_000 {
            let mut answers = Answers { nps: Answer::Point((n % 11) as u8), weight: 1_500, ..Answers::default() };
            answers.ratings[0] = Answer::Point(10);
            let cell = cells.cell(place(n)).unwrap();
            cells.add(cell, &answers);
            cells.add(cell, &answers);
        }
        assert_eq!(cells.iter().map(|cell| u64::from(cell.counts[0])).sum::<u64>(), 60_000);
        let first = cells.iter().next().unwrap();
        assert_eq!((first.place, first.counts[0] % 2, first.counts.len()), (place(0), 0, 1 + 11 + 5 + 11));
        assert_eq!((first.counts[1], first.counts[27]), (first.counts[0], first.counts[0]));
        // Squares of NPS, CES and the rating, then the weights of each answer.
        let rows = u64::from(first.counts[0]);
        assert_eq!((first.weights[0], first.weights[1], first.weights[2]), (rows * 2_250, 0, rows * 2_250));
        assert_eq!((first.weights[3], first.weights[29]), (rows * 1_500, rows * 1_500));
    }

    #[test]
    fn one_combination_too_many_is_refused() {
        let mut cells = Cells::new(Shape::new(Some(Scale::NPS), None, None, 0), false);
        let at = |n: u32| Place { subject: n / 500 + 1, parts: [n % 500, 0, 0, 0, 0] };
        assert!((0..MOST_CELLS as u32).all(|n| cells.cell(at(n)).is_some()));
        assert!(cells.cell(at(MOST_CELLS as u32)).is_none() && cells.cell(at(7)) == Some(7));
    }
}
