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

/// Cells by the numbers of their names, each number in as many bits as the largest one needs: no search.
#[derive(Debug)]
struct Direct {
    /// For each part of a [`Key`] from the last on: where its bits are and go.
    moves: [Move; 6],
    /// The bits of a key that go somewhere.
    kept: u64,
    /// The cell's number plus 1; 0 for none. Empty once there are too many names.
    cells: Vec<u16>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Move {
    from: u32,
    mask: u64,
    to: u32,
}

impl Direct {
    /// More bits than this are not looked up so: the cells would no longer lie together.
    const MOST_BITS: u32 = 16;

    fn new() -> Self {
        Self { moves: [Move::default(); 6], kept: 0, cells: vec![0] }
    }

    const fn is_in_use(&self) -> bool {
        !self.cells.is_empty()
    }

    const fn has_room_for(&self, key: Key) -> bool {
        self.is_in_use() && key.0 & !self.kept == 0
    }

    /// The number of a cell plus 1; 0 when it is not here.
    #[inline(always)]
    fn cell(&self, key: Key) -> u16 {
        let known = self.cells.get(self.place(key)).copied().unwrap_or_default();
        if key.0 & !self.kept == 0 { known } else { 0 }
    }

    #[inline(always)]
    fn place(&self, key: Key) -> usize {
        self.moves.iter().fold(0, |place, part| place | (key.0 >> part.from & part.mask) << part.to) as usize
    }

    fn put(&mut self, key: Key, number: u16) {
        let place = self.place(key);
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = number;
        }
    }

    /// Makes room for the numbers of a key, so that all cells must be put again; `false` when that is too much.
    fn make_room_for(&mut self, key: Key) -> bool {
        let (mut kept, mut to) = (0, 0);
        for (part, from) in self.moves.iter_mut().zip((0..).step_by(9)) {
            let field = if from < Key::SUBJECT { u64::from(MOST_PARTS) - 1 } else { u64::MAX >> Key::SUBJECT };
            let bits = (u64::BITS - (key.0 >> from & field).leading_zeros()).max(part.mask.count_ones());
            *part = Move { from, mask: (1 << bits) - 1, to };
            kept |= part.mask << from;
            to += bits;
        }
        let fits = to <= Self::MOST_BITS;
        (self.kept, self.cells) = if fits { (kept, vec![0; 1 << to]) } else { (0, Vec::new()) };
        fits
    }
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
    /// Finds cells while there are few names.
    direct: Direct,
    /// Finds them when there are many. Open addressing: the cell's number plus 1; 0 is free.
    table: Vec<u32>,
    keys: Vec<Key>,
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

/// A place as one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key(u64);

impl Key {
    /// Where the subject stands.
    const SUBJECT: u32 = 45;

    /// A subject alone.
    #[inline(always)]
    #[must_use]
    pub const fn of_subject(subject: u32) -> Self {
        Self((subject as u64) << Self::SUBJECT)
    }

    /// The same with one of the [parts](Place::parts), which must be under [`MOST_PARTS`].
    #[inline(always)]
    #[must_use]
    pub const fn with(self, part: usize, number: u32) -> Self {
        Self(self.0 | (number as u64) << Self::shift(part))
    }

    #[inline(always)]
    const fn shift(part: usize) -> u32 {
        9 * (4 - part as u32)
    }

    /// The subject.
    #[inline(always)]
    #[must_use]
    pub const fn subject(self) -> u32 {
        (self.0 >> Self::SUBJECT) as u32
    }

    /// One of the parts.
    #[inline(always)]
    #[must_use]
    pub const fn part(self, part: usize) -> u32 {
        (self.0 >> Self::shift(part)) as u32 % MOST_PARTS
    }

    /// What it stands for.
    #[must_use]
    pub fn place(self) -> Place {
        Place { subject: self.subject(), parts: [0, 1, 2, 3, 4].map(|part| self.part(part)) }
    }
}

impl Place {
    /// The same as one number.
    #[inline(always)]
    #[must_use]
    pub fn key(self) -> Key {
        let parts = self.parts.into_iter().enumerate();
        parts.fold(Key::of_subject(self.subject), |key, (part, number)| key.with(part, number))
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

    /// The counter of an answer to NPS, CSAT or CES.
    #[inline(always)]
    #[must_use]
    pub const fn counter(&self, metric: usize, answer: Answer) -> u8 {
        let lowest = if metric == 0 { 0 } else { 1 };
        match answer {
            Answer::Point(point) => self.from[metric] as u8 + point - lowest,
            _ => self.spill as u8,
        }
    }

    /// The measures that NPS, CSAT and CES are, of those that the file has.
    #[inline(always)]
    #[must_use]
    pub fn usual(&self) -> [Option<usize>; 3] {
        let mut measures = [None; 3];
        self.usual.iter().take(self.first_rating).enumerate().for_each(|(at, metric)| measures[*metric] = Some(at));
        measures
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
        Self {
            shape,
            direct: Direct::new(),
            table: Vec::new(),
            keys: Vec::new(),
            counts: Vec::new(),
            weights: Vec::new(),
            is_weighted,
        }
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

    /// Looks at the counters of a cell, so that the memory behind them is on its way when they are raised.
    #[inline(always)]
    #[must_use]
    pub fn touch(&self, cell: Option<usize>) -> u32 {
        let size = self.shape.spill + 1;
        let counters = cell.and_then(|cell| self.counts.get(cell * size..(cell + 1) * size)).unwrap_or_default();
        counters.first().copied().unwrap_or(0) ^ counters.last().copied().unwrap_or(0)
    }

    /// Raises counters of a cell that were found before: that of rows, and those of three answers.
    #[inline(always)]
    pub fn raise(&mut self, cell: usize, answers: [u8; 3]) {
        let size = self.shape.spill + 1;
        if let Some(counts) = self.counts.get_mut(cell * size..(cell + 1) * size) {
            counts[0] += 1;
            for counter in answers {
                counts[usize::from(counter)] += 1;
            }
        }
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
        self.cell_of(place.key())
    }

    /// The same by its key.
    #[inline(always)]
    pub fn cell_of(&mut self, key: Key) -> Option<usize> {
        match self.direct.cell(key) {
            0 => self.search(key),
            known => Some(usize::from(known) - 1),
        }
    }

    #[inline(never)]
    fn search(&mut self, key: Key) -> Option<usize> {
        if self.direct.has_room_for(key) {
            return self.new_cell(key);
        }
        if self.direct.is_in_use() {
            if self.direct.make_room_for(key) {
                self.keys.iter().zip(1..).for_each(|(key, number)| self.direct.put(*key, number));
                return self.new_cell(key);
            }
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut at = Self::slot(key) & mask;
        loop {
            let number = self.table[at] as usize;
            match self.keys.get(number.wrapping_sub(1)) {
                None => break,
                Some(known) if *known == key => return Some(number - 1),
                Some(_) => at = (at + 1) & mask,
            }
        }
        let number = self.new_cell(key)?;
        self.table[at] = number as u32 + 1;
        if self.keys.len() * 2 > self.table.len() {
            self.grow();
        }
        Some(number)
    }

    #[inline(always)]
    const fn slot(key: Key) -> usize {
        (key.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
    }

    #[cold]
    fn new_cell(&mut self, key: Key) -> Option<usize> {
        let number = self.keys.len();
        if number >= MOST_CELLS {
            return None;
        }
        self.keys.push(key);
        self.counts.resize(self.counts.len() + self.shape.spill + 1, 0);
        if self.is_weighted {
            self.weights.resize(self.weights.len() + self.weight_size(), 0);
        }
        self.direct.put(key, number as u16 + 1);
        Some(number)
    }

    fn grow(&mut self) {
        let mut table = vec![0; (self.keys.len() * 4).next_power_of_two().max(1 << 12)];
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
            place: key.place(),
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
