//! Two data sets with the same questions put together: the next quarter's answers added to those that are there. What
//! adds up exactly is added (histograms, combinations, sums of correlations); of comments and words, which are samples,
//! both keep a part.

use super::cells::{MOST_CELLS, MOST_PARTS};
use super::drivers;
use super::groups::add_bins;
use super::masking::without_names;
use super::quotes::PER_STEP;
use super::tally::MOST_STEPS;
use super::words::MOST as MOST_WORDS;
use crate::base::normalized;
use crate::model::{
    ColumnRole, Cube, DataSet, Dimension, Import, ImportKind, Measure, Quote, Slice, StepAnswers, StepWords,
    SubjectName, Together,
};
use std::collections::BTreeMap;

/// Why a file cannot be added to a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is in already, and would count twice.
    SameFile,
    /// One of the two keeps no combinations.
    NoCombinations,
    /// Together they have too many combinations or names.
    TooMany,
    /// A metric of some step was asked on another scale.
    OtherScale(ColumnRole),
    /// It is about another company.
    OtherCompany,
}

/// Names of months, channels, segments, personas, companies that two sets share, and those of one.
type Lists = [Vec<String>; 5];

/// Two data sets with their names and measures side by side.
pub struct Aligned<'a> {
    old: &'a DataSet,
    new: &'a DataSet,
    measures: Vec<Measure>,
    /// Where each measure of a set stands among all, and how many answers of that one lie below its lowest.
    places: [Vec<(usize, usize)>; 2],
    subjects: Vec<SubjectName>,
    lists: Lists,
    /// The numbers of each set's subjects.
    of_subjects: [Vec<usize>; 2],
    /// The numbers of the entries of each set's lists.
    of_lists: [[Vec<usize>; 5]; 2],
}

impl<'a> Aligned<'a> {
    /// Two sets side by side, names compared in their normal form.
    #[must_use]
    pub fn new(old: &'a DataSet, new: &'a DataSet) -> Self {
        let mut measures: Vec<Measure> = Vec::new();
        let sets = [old, new];
        sets.iter().flat_map(|set| &set.measures).for_each(|measure| widen(&mut measures, measure));
        measures.sort_by_key(|measure| measure.role);
        let place = |measure: &Measure| {
            let at = measures.iter().position(|known| is_same(known, measure)).unwrap_or(0);
            (at, usize::from(measure.lowest - measures[at].lowest))
        };
        let places = sets.map(|set| set.measures.iter().map(place).collect());
        let mut all = Self {
            old,
            new,
            places,
            measures,
            subjects: Vec::new(),
            lists: std::array::from_fn(|_| vec![String::new()]),
            of_subjects: Default::default(),
            of_lists: Default::default(),
        };
        for (at, set) in sets.into_iter().enumerate() {
            all.take(at, set);
        }
        all
    }

    fn take(&mut self, at: usize, set: &DataSet) {
        let by_answers =
            || set.answers.iter().map(|answers| SubjectName { name: answers.name.clone(), of: answers.of });
        let subjects: Vec<SubjectName> =
            set.cube.as_ref().map_or_else(|| by_answers().collect(), |cube| cube.subjects.clone());
        let key = |subject: &SubjectName| (normalized(&subject.name), subject.of);
        let mut known: BTreeMap<_, usize> = self.subjects.iter().map(key).zip(0..).collect();
        for subject in subjects {
            let next = self.subjects.len();
            let number = *known.entry(key(&subject)).or_insert(next);
            if number == next {
                self.subjects.push(subject);
            }
            self.of_subjects[at].push(number);
        }
        let mut months = vec![String::new()];
        if set.cube.is_none() {
            let slices = set.answers.iter().flat_map(|answers| &answers.slices);
            months.extend(slices.filter(|slice| slice.by == Dimension::Month).map(|slice| slice.key.clone()));
            months.sort_unstable();
            months.dedup();
        }
        let cube = set.cube.as_ref();
        let own = [
            cube.map_or(&months, |cube| &cube.months),
            cube.map_or(&Vec::new(), |cube| &cube.channels),
            cube.map_or(&Vec::new(), |cube| &cube.segments),
            cube.map_or(&Vec::new(), |cube| &cube.personas),
            cube.map_or(&Vec::new(), |cube| &cube.companies),
        ]
        .map(Clone::clone);
        for ((list, own), numbers) in self.lists.iter_mut().zip(own).zip(&mut self.of_lists[at]) {
            let mut known: BTreeMap<String, usize> = list.iter().map(|name| normalized(name)).zip(0..).collect();
            for name in own {
                let next = list.len();
                let number = *known.entry(normalized(&name)).or_insert(next);
                if number == next {
                    list.push(name);
                }
                numbers.push(number);
            }
        }
    }

    /// The month of a combination; empty when it has none.
    #[must_use]
    pub fn month(&self, key: &[usize; 7]) -> &str {
        self.lists[0].get(key[1]).map_or("", String::as_str)
    }

    /// Rows and answers of both sets by combination: subject, month, channel, segment, persona, company; without
    /// combinations by subject and month.
    #[must_use]
    pub fn answers(&self) -> [BTreeMap<[usize; 7], Vec<u64>>; 2] {
        [0, 1].map(|at| {
            let set = [self.old, self.new][at];
            match &set.cube {
                Some(cube) => self.cells(at, cube).map(|(key, counts, _)| (key, counts)).collect(),
                None => self.slices_by_month(at, set),
            }
        })
    }

    /// The cells of a cube with their numbers, counts and weights in the order of all measures.
    fn cells<'b>(
        &'b self,
        at: usize,
        cube: &'b Cube,
    ) -> impl Iterator<Item = ([usize; 7], Vec<u64>, Vec<u64>)> + use<'b, 'a> {
        let measures = &[self.old, self.new][at].measures;
        cube.cells.iter().enumerate().map(move |(row, cell)| {
            let number = |part: usize| {
                let own = cell.get(part).copied().unwrap_or(0) as usize;
                match part {
                    0 => self.of_subjects[at].get(own).copied().unwrap_or(0),
                    _ => self.of_lists[at][part - 1].get(own).copied().unwrap_or(0),
                }
            };
            let key = [number(0), number(1), number(2), number(3), number(4), number(5), 0];
            let answers = cell.get(Cube::BEFORE..).unwrap_or_default();
            let mut counts = vec![cell.get(6).copied().unwrap_or(0)];
            counts.extend(self.spread(at, answers));
            let weights = match cube.weights.get(row) {
                Some(weights) => {
                    let mut squares = vec![0; self.measures.len()];
                    for ((place, _), square) in self.places[at].iter().zip(weights) {
                        squares[*place] += square;
                    }
                    squares.extend(self.spread(at, weights.get(measures.len()..).unwrap_or_default()));
                    squares
                }
                None => self.as_weights(&counts),
            };
            (key, counts, weights)
        })
    }

    /// Answers in the order of a set's measures as those of all measures.
    fn spread(&self, at: usize, answers: &[u64]) -> Vec<u64> {
        let mut all = vec![0; self.measures.iter().map(Measure::bins).sum()];
        let mut from = 0;
        for (measure, (place, skip)) in [self.old, self.new][at].measures.iter().zip(&self.places[at]) {
            let to = self.measures[..*place].iter().map(Measure::bins).sum::<usize>() + skip;
            for bin in 0..measure.bins() {
                all[to + bin] += answers.get(from + bin).copied().unwrap_or(0);
            }
            from += measure.bins();
        }
        all
    }

    /// Where every row counts as one, the squares are the weights.
    fn as_weights(&self, counts: &[u64]) -> Vec<u64> {
        let answers = counts.get(1..).unwrap_or_default();
        let mut from = 0;
        let squares = self.measures.iter().map(|measure| {
            from += measure.bins();
            answers.get(from - measure.bins()..from).map_or(0, |bins| bins.iter().sum::<u64>() * 1_000)
        });
        squares.collect::<Vec<_>>().into_iter().chain(answers.iter().map(|count| count * 1_000)).collect()
    }

    fn slices_by_month(&self, at: usize, set: &DataSet) -> BTreeMap<[usize; 7], Vec<u64>> {
        let mut found: BTreeMap<[usize; 7], Vec<u64>> = BTreeMap::new();
        for (answers, subject) in set.answers.iter().zip(&self.of_subjects[at]) {
            let by_month = answers.slices.iter().filter(|slice| slice.by == Dimension::Month);
            let mut slices: Vec<&Slice> = by_month.collect();
            if slices.is_empty() {
                slices.extend(answers.slices.iter().filter(|slice| slice.by == Dimension::Whole));
            }
            for slice in slices {
                let month = self.lists[0].iter().position(|month| *month == slice.key).unwrap_or(0);
                let ratings = slice.ratings.iter().flatten();
                let bins = slice.nps.iter().chain(&slice.csat).chain(&slice.ces).chain(ratings);
                let numbers: Vec<u64> = std::iter::once(&slice.rows).chain(bins).copied().collect();
                add_bins(found.entry([*subject, month, 0, 0, 0, 0, 0]).or_default(), &numbers);
            }
        }
        found
    }

    /// Why the two cannot be put together.
    #[must_use]
    pub fn obstacle(&self) -> Option<Obstacle> {
        let (old, new) = (self.old, self.new);
        let own = |set: &DataSet| normalized(&set.own_company);
        if !new.own_company.is_empty() && own(old) != own(new) {
            return Some(Obstacle::OtherCompany);
        }
        if let Some(role) = self.other_scale() {
            return Some(Obstacle::OtherScale(role));
        }
        let too_many_names =
            self.subjects.len() > MOST_STEPS || self.lists.iter().any(|list| list.len() > MOST_PARTS as usize);
        match (&old.cube, &new.cube) {
            _ if too_many_names => Some(Obstacle::TooMany),
            (None, None) => None,
            (Some(before), Some(now)) => {
                let is_sound = before.is_sound(&old.measures) && now.is_sound(&new.measures);
                let keys = self.cells(0, before).chain(self.cells(1, now)).map(|(key, ..)| key);
                let combinations = keys.collect::<std::collections::BTreeSet<_>>().len();
                match (is_sound, combinations > MOST_CELLS) {
                    (false, _) => Some(Obstacle::NoCombinations),
                    (true, true) => Some(Obstacle::TooMany),
                    (true, false) => None,
                }
            }
            _ => Some(Obstacle::NoCombinations),
        }
    }

    /// A metric that some step was asked about on two scales.
    fn other_scale(&self) -> Option<ColumnRole> {
        let key = |answers: &StepAnswers| (normalized(&answers.name), answers.of);
        let before: BTreeMap<_, &StepAnswers> = self.old.answers.iter().map(|a| (key(a), a)).collect();
        let both = self.new.answers.iter().filter_map(|now| Some((*before.get(&key(now))?, now)));
        let length = |answers: &StepAnswers, bins: fn(&Slice) -> usize| answers.slices.iter().map(bins).max();
        let differ = |(before, now): (&StepAnswers, &StepAnswers), bins: fn(&Slice) -> usize| {
            let (before, now) = (length(before, bins).unwrap_or(0), length(now, bins).unwrap_or(0));
            before > 0 && now > 0 && before != now
        };
        both.clone().find(|pair| differ(*pair, |slice| slice.csat.len())).map(|_| ColumnRole::Csat).or_else(|| {
            let mut both = both;
            both.find(|pair| differ(*pair, |slice| slice.ces.len())).map(|_| ColumnRole::Ces)
        })
    }

    fn cube(&self) -> Option<Cube> {
        let (old, new) = (self.old.cube.as_ref()?, self.new.cube.as_ref()?);
        let is_weighted = !old.weights.is_empty() || !new.weights.is_empty();
        let mut sums: BTreeMap<[usize; 7], (Vec<u64>, Vec<u64>)> = BTreeMap::new();
        for (key, counts, weights) in self.cells(0, old).chain(self.cells(1, new)) {
            let sum = sums.entry(key).or_default();
            add_bins(&mut sum.0, &counts);
            add_bins(&mut sum.1, &weights);
        }
        let cell = |(key, (counts, _)): (&[usize; 7], &(Vec<u64>, Vec<u64>))| {
            let places = key[..6].iter().map(|place| *place as u64);
            trimmed(places.chain(counts.iter().copied()).collect(), Cube::BEFORE)
        };
        let [months, channels, segments, personas, companies] = self.lists.clone();
        Some(Cube {
            subjects: self.subjects.clone(),
            months,
            channels,
            segments,
            personas,
            companies,
            cells: sums.iter().map(cell).collect(),
            weights: sums.values().filter(|_| is_weighted).map(|(_, weights)| trimmed(weights.clone(), 0)).collect(),
        })
    }

    /// The answers under each name, ordered by name.
    fn slices(&self) -> Vec<StepAnswers> {
        type Key = (Dimension, String);
        let mut names: BTreeMap<(String, crate::model::Subject), (StepAnswers, BTreeMap<Key, Slice>)> = BTreeMap::new();
        for (at, set) in [self.old, self.new].into_iter().enumerate() {
            for answers in &set.answers {
                let key = (normalized(&answers.name), answers.of);
                let first = || (StepAnswers { slices: Vec::new(), ..answers.clone() }, BTreeMap::new());
                let (_, slices) = names.entry(key).or_insert_with(first);
                for slice in &answers.slices {
                    let empty = || Slice { by: slice.by, key: slice.key.clone(), ..Slice::default() };
                    let sum = slices.entry((slice.by, normalized(&slice.key))).or_insert_with(empty);
                    self.add_slice(at, sum, slice);
                }
            }
        }
        let mut answers: Vec<StepAnswers> = names
            .into_values()
            .map(|(answers, slices)| StepAnswers { slices: slices.into_values().collect(), ..answers })
            .collect();
        answers.sort_by(|a, b| (&a.name, a.of).cmp(&(&b.name, b.of)));
        answers
    }

    fn add_slice(&self, at: usize, sum: &mut Slice, slice: &Slice) {
        sum.rows += slice.rows;
        add_bins(&mut sum.nps, &slice.nps);
        add_bins(&mut sum.csat, &slice.csat);
        add_bins(&mut sum.ces, &slice.ces);
        let is_rating = |measure: &&Measure| measure.role == ColumnRole::Rating;
        let before = self.measures.iter().filter(|measure| !is_rating(measure)).count();
        let own = [self.old, self.new][at].measures.iter().zip(&self.places[at]);
        let places = own.filter(|(measure, _)| is_rating(measure)).map(|(_, place)| *place);
        sum.ratings.resize(self.measures.len() - before, Vec::new());
        for ((place, skip), bins) in places.zip(&slice.ratings).filter(|(_, bins)| !bins.is_empty()) {
            let shifted: Vec<u64> = std::iter::repeat_n(0, skip).chain(bins.iter().copied()).collect();
            let rating = &mut sum.ratings[place - before];
            add_bins(rating, &shifted);
            rating.resize(self.measures[place].bins(), 0);
        }
    }

    fn together(&self) -> Vec<Together> {
        let mut sums: BTreeMap<(SubjectName, usize), Together> = BTreeMap::new();
        for (at, set) in [self.old, self.new].into_iter().enumerate() {
            for item in &set.together {
                let Some((measure, _)) = self.places[at].get(item.measure).copied() else { continue };
                let subject = self.spelled(&item.subject);
                let empty = || Together { subject: subject.clone(), measure, ..Together::default() };
                let sum = sums.entry((subject.clone(), measure)).or_insert_with(empty);
                drivers::add(sum, item);
            }
        }
        sums.into_values().collect()
    }

    /// A name as the first of both sets writes it.
    fn spelled(&self, subject: &SubjectName) -> SubjectName {
        let name = normalized(&subject.name);
        let known = self.subjects.iter().find(|known| known.of == subject.of && normalized(&known.name) == name);
        known.unwrap_or(subject).clone()
    }

    /// Words of both samples: what a word has in one of them below the others is not known, so the sums are at least so
    /// many.
    fn words(&self) -> Vec<StepWords> {
        let mut found: BTreeMap<SubjectName, (u64, BTreeMap<String, u64>)> = BTreeMap::new();
        for words in self.old.words.iter().chain(&self.new.words) {
            let (comments, sums) = found.entry(self.spelled(&words.subject)).or_default();
            *comments += words.comments;
            words.words.iter().for_each(|(word, n)| *sums.entry(word.clone()).or_default() += n);
        }
        let of = |(subject, (comments, sums)): (SubjectName, (u64, BTreeMap<String, u64>))| {
            let mut words: Vec<(String, u64)> = sums.into_iter().collect();
            words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| b.0.len().cmp(&a.0.len())).then_with(|| a.0.cmp(&b.0)));
            words.truncate(MOST_WORDS);
            StepWords { subject, comments, words }
        };
        found.into_iter().map(of).collect()
    }

    /// Comments of both, the new and the old in turn, as many a step as of one file; listed names are masked.
    fn quotes(&self, private_names: &[String]) -> Vec<Quote> {
        let mut by_subject: BTreeMap<SubjectName, [Vec<Quote>; 2]> = BTreeMap::new();
        for (at, set) in [self.new, self.old].into_iter().enumerate() {
            for quote in &set.quotes {
                let subject = self.spelled(&SubjectName { name: quote.step_name.clone(), of: quote.of });
                let text = without_names(&quote.text, private_names);
                let quote = Quote { step_name: subject.name.clone(), text, ..quote.clone() };
                by_subject.entry(subject).or_default()[at].push(quote);
            }
        }
        by_subject.into_values().flat_map(in_turn).collect()
    }
}

fn in_turn([new, old]: [Vec<Quote>; 2]) -> Vec<Quote> {
    let mut kept: Vec<Quote> = Vec::new();
    let (mut new, mut old) = (new.into_iter(), old.into_iter());
    while kept.len() < PER_STEP {
        let pair = [new.next(), old.next()];
        if pair.iter().all(Option::is_none) {
            break;
        }
        for quote in pair.into_iter().flatten() {
            if kept.len() < PER_STEP && !kept.iter().any(|known| known.text == quote.text) {
                kept.push(quote);
            }
        }
    }
    kept
}

/// A data set with a file's answers added to its own; `file` is the file as a data set. The imports are those of the
/// file: whoever keeps it puts them after the ones that were.
#[must_use]
pub fn added(old: &DataSet, file: &DataSet, private_names: &[String]) -> DataSet {
    let pair = Aligned::new(old, file);
    let imports = file.imports.iter().map(|import| Import { how: ImportKind::Added, ..import.clone() });
    DataSet {
        id: old.id,
        order: old.order.clone(),
        name: old.name.clone(),
        rows: old.rows + file.rows,
        rejected: old.rejected + file.rejected,
        duplicates: old.duplicates + file.duplicates,
        answers: pair.slices(),
        quotes: pair.quotes(private_names),
        cube: pair.cube(),
        own_company: if file.own_company.is_empty() { &old.own_company } else { &file.own_company }.clone(),
        together: pair.together(),
        words: pair.words(),
        imports: imports.collect(),
        measures: pair.measures.clone(),
        ..file.clone()
    }
}

/// A data set whose answers a file's take the place of.
#[must_use]
pub fn replaced(old: &DataSet, file: &DataSet) -> DataSet {
    let imports = file.imports.iter().map(|import| Import { how: ImportKind::Replaced, ..import.clone() });
    DataSet { id: old.id, order: old.order.clone(), name: old.name.clone(), imports: imports.collect(), ..file.clone() }
}

fn widen(measures: &mut Vec<Measure>, measure: &Measure) {
    match measures.iter_mut().find(|known| is_same(known, measure)) {
        Some(known) => {
            known.lowest = known.lowest.min(measure.lowest);
            known.highest = known.highest.max(measure.highest);
        }
        None => measures.push(measure.clone()),
    }
}

/// Whether both are one question: ratings go by their headers, the others by their scales.
fn is_same(one: &Measure, other: &Measure) -> bool {
    one.role == other.role
        && if one.role == ColumnRole::Rating {
            normalized(&one.name) == normalized(&other.name)
        } else {
            (one.lowest, one.highest) == (other.lowest, other.highest)
        }
}

fn trimmed(mut numbers: Vec<u64>, least: usize) -> Vec<u64> {
    let end = numbers.iter().rposition(|n| *n > 0).map_or(0, |at| at + 1).max(least);
    numbers.truncate(end);
    numbers
}
