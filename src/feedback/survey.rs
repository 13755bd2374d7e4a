//! All answers of a project side by side, in one flat table, so that a filter is one pass over it.

use super::matching::{Matcher, NameKind};
use crate::base::normalized;
use crate::model::{ColumnRole, Cube, DataSet, Dimension, Measure, Project, Slice, StepAnswers, Subject, SubjectName};
use std::collections::{BTreeMap, BTreeSet};

/// Month, channel, segment, persona; then the company.
pub const DIMENSIONS: [Dimension; 4] = [Dimension::Month, Dimension::Channel, Dimension::Segment, Dimension::Persona];
/// Where the company is among the parts of a cell.
pub const COMPANY: usize = 4;

/// The answers of all data sets.
#[derive(Debug, Default)]
pub struct Survey {
    /// Names by dimension and company, in order of the first look; number 0 is "not stated", for companies ours.
    pub names: [Vec<String>; 5],
    /// What was asked: NPS, CSAT, CES, ratings.
    pub measures: Vec<Measure>,
    /// Steps and phases as the files name them.
    pub subjects: Vec<SubjectName>,
    /// The cells of each subject.
    cells: Vec<Vec<Cell>>,
    /// Rows and answers (and weights), [`width`](Self::width) numbers a cell.
    numbers: Vec<u64>,
    /// What the project calls the names of files, by their normal form.
    called: [BTreeMap<String, String>; 5],
    /// Whether any data set has weights.
    pub is_weighted: bool,
    /// Names of data sets that cannot answer a filter by two things.
    pub simple: Vec<String>,
}

/// A combination and where its numbers are.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Month, channel, segment, persona, company.
    pub parts: [u16; 5],
    /// What the cell can be asked.
    pub reach: Reach,
    at: usize,
}

/// What a cell can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everything.
    All,
    /// It is the whole of a set without combinations.
    Whole,
    /// It is a part in one dimension of such a set.
    Only(usize),
}

/// Looks up and adds names.
#[derive(Default)]
struct Dictionary {
    known: [BTreeMap<String, u16>; 5],
}

impl Survey {
    /// The answers of a project: channels and personas go by the names that they have there.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let matcher = Matcher::new(project);
        let sets = project.data_sets_in_order();
        let mut called: [BTreeMap<String, String>; 5] = Default::default();
        for (dimension, kind) in [(1, NameKind::Channel), (3, NameKind::Persona)] {
            let of_cube = |cube: &Cube| if dimension == 1 { cube.channels.clone() } else { cube.personas.clone() };
            let in_cubes = sets.iter().filter_map(|set| set.cube.as_ref()).flat_map(of_cube);
            let slices = sets.iter().flat_map(|set| &set.answers).flat_map(|answers| &answers.slices);
            let in_slices = slices.filter(|slice| slice.by == DIMENSIONS[dimension]).map(|slice| slice.key.clone());
            let names: BTreeSet<String> = in_cubes.chain(in_slices).collect();
            let meant =
                names.iter().filter_map(|name| Some((normalized(name), matcher.called(kind, name)?.to_owned())));
            called[dimension] = meant.collect();
        }
        Self::with_names(&sets, called)
    }

    /// The answers of some data sets.
    #[must_use]
    pub fn new(sets: &[&DataSet]) -> Self {
        Self::with_names(sets, Default::default())
    }

    fn with_names(sets: &[&DataSet], called: [BTreeMap<String, String>; 5]) -> Self {
        let mut survey = Self { names: std::array::from_fn(|_| vec![String::new()]), called, ..Self::default() };
        survey.measures = measures(sets);
        survey.is_weighted = sets.iter().any(|set| set.cube.as_ref().is_some_and(|cube| !cube.weights.is_empty()));
        let (mut dictionary, mut subjects) = (Dictionary::default(), BTreeMap::new());
        for set in sets {
            match set.cube.as_ref().filter(|cube| cube.is_sound(&set.measures)) {
                Some(cube) => survey.add_cube(set, cube, &mut dictionary, &mut subjects),
                None => survey.add_slices(set, &mut dictionary, &mut subjects),
            }
        }
        survey
    }

    /// Numbers of a cell: rows, answers, and for weighted answers squares and weights.
    #[must_use]
    pub fn width(&self) -> usize {
        let bins = self.bins();
        if self.is_weighted { 1 + 2 * bins + self.measures.len() } else { 1 + bins }
    }

    fn bins(&self) -> usize {
        self.measures.iter().map(Measure::bins).sum()
    }

    /// Where the answers to a measure stand among the numbers of a cell.
    #[must_use]
    pub fn bins_of(&self, measure: usize) -> std::ops::Range<usize> {
        let from = 1 + self.measures[..measure].iter().map(Measure::bins).sum::<usize>();
        from..from + self.measures[measure].bins()
    }

    /// Where the sum of squared weights and the weights of the answers to a measure stand.
    #[must_use]
    pub fn weights_of(&self, measure: usize) -> Option<(usize, std::ops::Range<usize>)> {
        let (bins, from) = (self.bins_of(measure), 1 + self.bins());
        let shift = from + self.measures.len() - 1;
        self.is_weighted.then(|| (from + measure, bins.start + shift..bins.end + shift))
    }

    /// The cells of a subject with their numbers.
    pub fn cells(&self, subject: usize) -> impl Iterator<Item = (&Cell, &[u64])> {
        let width = self.width();
        self.cells[subject].iter().map(move |cell| (cell, &self.numbers[cell.at..cell.at + width]))
    }

    /// The names that occur in answers about us, and the companies that occur.
    #[must_use]
    pub fn used(&self) -> [BTreeSet<u16>; 5] {
        let mut used: [BTreeSet<u16>; 5] = Default::default();
        for cell in self.cells.iter().flatten() {
            if cell.parts[COMPANY] == 0 {
                used.iter_mut().zip(cell.parts).take(COMPANY).for_each(|(used, part)| used.extend([part]));
            } else {
                used[COMPANY].insert(cell.parts[COMPANY]);
            }
        }
        used
    }

    /// The number of a name in a dimension.
    #[must_use]
    pub fn number(&self, dimension: usize, name: &str) -> Option<u16> {
        let name = normalized(self.called(dimension, name));
        let known = self.names[dimension].iter().skip(1).position(|known| normalized(known) == name);
        known.map(|at| at as u16 + 1)
    }

    fn called<'a>(&'a self, dimension: usize, name: &'a str) -> &'a str {
        self.called[dimension].get(&normalized(name)).map_or(name, String::as_str)
    }

    /// The rows of each subject about us, and of none of the others.
    #[must_use]
    pub fn rows(&self, subject: usize) -> u64 {
        let ours = |cell: &Cell| cell.parts[COMPANY] == 0 && matches!(cell.reach, Reach::All | Reach::Whole);
        self.cells(subject).filter(|(cell, _)| ours(cell)).map(|(_, numbers)| numbers[0]).sum()
    }

    /// Answers of some subjects that are in none of their figures: of a metric that was asked on several scales those on
    /// the scales with fewer answers.
    #[must_use]
    pub fn left_out(&self, subjects: &[usize]) -> u64 {
        let totals: Vec<u64> = (0..self.measures.len()).map(|measure| self.answers(subjects, measure)).collect();
        let of = |role: ColumnRole| {
            let its = self.measures.iter().zip(&totals).filter(move |(measure, _)| measure.role == role);
            its.map(|(_, total)| *total)
        };
        let left = |role| of(role).sum::<u64>() - of(role).max().unwrap_or(0);
        left(ColumnRole::Csat) + left(ColumnRole::Ces)
    }

    /// Answers about us to a measure.
    fn answers(&self, subjects: &[usize], measure: usize) -> u64 {
        let ours = |cell: &Cell| cell.parts[COMPANY] == 0 && matches!(cell.reach, Reach::All | Reach::Whole);
        let cells = subjects.iter().flat_map(|subject| self.cells(*subject)).filter(|(cell, _)| ours(cell));
        cells.map(|(_, numbers)| numbers[self.bins_of(measure)].iter().sum::<u64>()).sum()
    }

    fn subject(&mut self, subject: &SubjectName, known: &mut BTreeMap<SubjectName, usize>) -> usize {
        *known.entry(subject.clone()).or_insert_with(|| {
            self.subjects.push(subject.clone());
            self.cells.push(Vec::new());
            self.subjects.len() - 1
        })
    }

    fn part(&mut self, dimension: usize, name: &str, dictionary: &mut Dictionary) -> u16 {
        if name.trim().is_empty() {
            return 0;
        }
        let name = self.called(dimension, name).to_owned();
        let names = &mut self.names[dimension];
        *dictionary.known[dimension].entry(normalized(&name)).or_insert_with(|| {
            names.push(name);
            names.len() as u16 - 1
        })
    }

    fn add_cube(
        &mut self,
        set: &DataSet,
        cube: &Cube,
        dictionary: &mut Dictionary,
        known: &mut BTreeMap<SubjectName, usize>,
    ) {
        let subjects: Vec<usize> = cube.subjects.iter().map(|subject| self.subject(subject, known)).collect();
        let lists = [&cube.months, &cube.channels, &cube.segments, &cube.personas, &cube.companies];
        let own = normalized(&set.own_company);
        let mut numbers: [Vec<u16>; 5] = Default::default();
        for (dimension, list) in lists.into_iter().enumerate() {
            let is_own = |name: &str| dimension == COMPANY && normalized(name) == own;
            let number = |name: &String| if is_own(name) { 0 } else { self.part(dimension, name, dictionary) };
            numbers[dimension] = list.iter().map(number).collect();
        }
        let places = self.places(set);
        for (row, cell) in cube.cells.iter().enumerate() {
            let parts = std::array::from_fn(|at| numbers[at][cell[at + 1] as usize]);
            let at = self.new_cell(subjects[cell[0] as usize], parts, Reach::All);
            self.numbers[at] = cell[6];
            let weights = cube.weights.get(row);
            let (mut from, mut weighed_from) = (Cube::BEFORE, set.measures.len());
            for (measure, place) in set.measures.iter().zip(&places) {
                let bins = measure.bins();
                if let Some((place, skip)) = place {
                    self.put(at, (*place, *skip), (0..bins).map(|bin| cell.get(from + bin).copied().unwrap_or(0)));
                    let own = set.measures.iter().position(|other| std::ptr::eq(other, measure)).unwrap_or(0);
                    let weight = |at: usize| weights.map(|weights| weights.get(at).copied().unwrap_or(0));
                    self.weigh(
                        at,
                        (*place, *skip),
                        weight(own),
                        |bin| match weight(weighed_from + bin) {
                            Some(weight) => weight,
                            None => cell.get(from + bin).copied().unwrap_or(0) * 1_000,
                        },
                        bins,
                    );
                }
                from += bins;
                weighed_from += bins;
            }
        }
    }

    /// Where each measure of a set stands among ours, and how many of our answers lie below its lowest; `None` for one
    /// on another scale.
    fn places(&self, set: &DataSet) -> Vec<Option<(usize, usize)>> {
        let place = |measure: &Measure| {
            let at = self.measures.iter().position(|known| is_same(known, measure))?;
            let known = &self.measures[at];
            let inside = measure.lowest >= known.lowest && measure.highest <= known.highest;
            inside.then(|| (at, usize::from(measure.lowest - known.lowest)))
        };
        set.measures.iter().map(place).collect()
    }

    fn put(&mut self, at: usize, (measure, skip): (usize, usize), bins: impl Iterator<Item = u64>) {
        let range = self.bins_of(measure);
        self.numbers[at + range.start + skip..at + range.end].iter_mut().zip(bins).for_each(|(n, more)| *n += more);
    }

    fn weigh(
        &mut self,
        at: usize,
        (measure, skip): (usize, usize),
        squares: Option<u64>,
        weight: impl Fn(usize) -> u64,
        bins: usize,
    ) {
        let Some((square, range)) = self.weights_of(measure) else { return };
        // Where every row counts as one, the squares are the weights.
        self.numbers[at + square] += squares.unwrap_or_else(|| (0..bins).map(&weight).sum());
        for (bin, place) in (range.start + skip..range.end).enumerate().take(bins) {
            self.numbers[at + place] += weight(bin);
        }
    }

    fn new_cell(&mut self, subject: usize, parts: [u16; 5], reach: Reach) -> usize {
        let at = self.numbers.len();
        self.numbers.resize(at + self.width(), 0);
        self.cells[subject].push(Cell { parts, reach, at });
        at
    }

    fn add_slices(&mut self, set: &DataSet, dictionary: &mut Dictionary, known: &mut BTreeMap<SubjectName, usize>) {
        if !set.answers.is_empty() {
            self.simple.push(set.name.clone());
        }
        for answers in &set.answers {
            let subject = self.subject(&SubjectName { name: answers.name.clone(), of: answers.of }, known);
            let Some(whole) = whole(answers) else { continue };
            self.add_slice(set, subject, [0; 5], Reach::Whole, whole, &Slice::default());
            for (dimension, by) in DIMENSIONS.into_iter().enumerate() {
                let mut stated = Slice::default();
                for slice in answers.slices.iter().filter(|slice| slice.by == by) {
                    let mut parts = [0; 5];
                    parts[dimension] = self.part(dimension, &slice.key, dictionary);
                    self.add_slice(set, subject, parts, Reach::Only(dimension), slice, &Slice::default());
                    sum(&mut stated, slice);
                }
                // Those that say nothing of it.
                self.add_slice(set, subject, [0; 5], Reach::Only(dimension), whole, &stated);
            }
        }
    }

    /// Adds a slice, less what is in another one.
    fn add_slice(&mut self, set: &DataSet, subject: usize, parts: [u16; 5], reach: Reach, slice: &Slice, less: &Slice) {
        let at = self.new_cell(subject, parts, reach);
        self.numbers[at] = slice.rows.saturating_sub(less.rows);
        let mut ratings = slice.ratings.iter().zip(less.ratings.iter().map(Some).chain(std::iter::repeat(None)));
        let measures = if set.measures.is_empty() { older_measures(set) } else { set.measures.clone() };
        let asked = DataSet { measures, ..DataSet::new(set.id, set.order.clone()) };
        let places = self.places(&asked);
        for (measure, place) in asked.measures.iter().zip(places) {
            let (bins, minus) = match measure.role {
                ColumnRole::Nps => (&slice.nps, Some(&less.nps)),
                ColumnRole::Csat => (&slice.csat, Some(&less.csat)),
                ColumnRole::Ces => (&slice.ces, Some(&less.ces)),
                _ => match ratings.next() {
                    Some(found) => found,
                    None => continue,
                },
            };
            // One slice holds the answers of one scale, told by its length.
            let is_its =
                measure.role == ColumnRole::Rating && bins.len() <= measure.bins() || bins.len() == measure.bins();
            let Some(place) = place.filter(|_| is_its) else { continue };
            let left = |bin: usize| {
                bins.get(bin).copied().unwrap_or(0).saturating_sub(minus.and_then(|m| m.get(bin)).copied().unwrap_or(0))
            };
            self.put(at, place, (0..measure.bins()).map(left));
            self.weigh(at, place, None, |bin| left(bin) * 1_000, measure.bins());
        }
    }
}

fn sum(total: &mut Slice, slice: &Slice) {
    let add = super::groups::add_bins;
    total.rows += slice.rows;
    add(&mut total.nps, &slice.nps);
    add(&mut total.csat, &slice.csat);
    add(&mut total.ces, &slice.ces);
    total.ratings.resize(total.ratings.len().max(slice.ratings.len()), Vec::new());
    total.ratings.iter_mut().zip(&slice.ratings).for_each(|(mine, theirs)| add(mine, theirs));
}

/// The measures of a set from before they were listed.
fn older_measures(set: &DataSet) -> Vec<Measure> {
    let header = |role| set.columns.iter().find(|column| column.role == role).map(|column| column.header.clone());
    let measure = |role, lowest, highest| Measure { role, name: header(role).unwrap_or_default(), lowest, highest };
    let found = set.answers.iter().filter_map(whole);
    let longest = |bins: fn(&Slice) -> usize| found.clone().map(bins).max().unwrap_or(0) as u8;
    let (nps, csat, ces) = (longest(|s| s.nps.len()), longest(|s| s.csat.len()), longest(|s| s.ces.len()));
    let all = [(ColumnRole::Nps, 0, 10, nps), (ColumnRole::Csat, 1, csat, csat), (ColumnRole::Ces, 1, ces, ces)];
    all.into_iter().filter(|(.., bins)| *bins > 0).map(|(role, low, high, _)| measure(role, low, high)).collect()
}

/// The slice that holds all answers under a name.
fn whole(answers: &StepAnswers) -> Option<&Slice> {
    answers.slices.iter().find(|slice| slice.by == Dimension::Whole)
}

/// What was asked in some sets: NPS, CSAT and CES on every scale they were asked on, and every rating by its header.
/// Answers of two scales are never added up, nor converted: five of seven is not four of five.
fn measures(sets: &[&DataSet]) -> Vec<Measure> {
    let mut measures: Vec<Measure> = Vec::new();
    let all =
        sets.iter().flat_map(|set| if set.measures.is_empty() { older_measures(set) } else { set.measures.clone() });
    for measure in all {
        match measures.iter_mut().find(|known| is_same(known, &measure)) {
            Some(known) => {
                known.lowest = known.lowest.min(measure.lowest);
                known.highest = known.highest.max(measure.highest);
            }
            None => measures.push(measure),
        }
    }
    measures.sort_by_key(|measure| measure.role);
    measures
}

/// Whether both are one question: ratings go by their headers.
fn is_same(one: &Measure, other: &Measure) -> bool {
    one.role == other.role
        && (one.role != ColumnRole::Rating || normalized(&one.name) == normalized(&other.name))
        && (one.role == ColumnRole::Rating || one.highest == other.highest)
}

/// Whether a subject is a step.
#[must_use]
pub fn is_step(subject: &SubjectName) -> bool {
    subject.of == Subject::Step
}
