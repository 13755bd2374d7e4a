//! What a tally holds when a file has been read, as records that the project keeps.

use super::cells::{Cell, FIRST_PHASE, Shape};
use super::dates::{DateOrder, Month};
use super::groups::{DIMENSIONS, add_bins};
use super::names::Names;
use super::outcome::{Outcome, SourceFile};
use super::plan::ImportPlan;
use super::quotes::{Candidate, PER_STEP, presentable};
use super::source::hexadecimal;
use super::tally::Tally;
use super::words::{comments_text, frequent};
use crate::base::normalized;
use crate::model::{
    ColumnRole, Cube, Dimension, Measure, Quote, Slice, StepAnswers, StepWords, Subject, SubjectName, Together,
};
use encoding_rs::Encoding;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// How files name the company whose survey it is, in normal form.
const OURS: [&str; 10] = ["自社", "当社", "弊社", "自店", "us", "own", "own company", "our company", "self", "ours"];

/// What came out of a file.
pub fn outcome(tally: &Tally, plan: &ImportPlan, files: Vec<SourceFile>, cells: &'static Encoding) -> Outcome {
    let harvest = Harvest::new(tally, plan, cells);
    let quotes = harvest.subjects.iter().flat_map(|(number, name)| harvest.quotes(*number, name)).collect();
    Outcome {
        file: together(&files),
        bytes: files.iter().map(|file| file.bytes).sum(),
        sha256: sum_of_sums(&files),
        encoding: files.first().map(|file| file.encoding.clone()).unwrap_or_default(),
        files,
        rows: tally.rows,
        rejected: tally.rejected(),
        partly: tally.partly(),
        long_cells: tally.long_cells(),
        duplicates: tally.duplicates,
        duplicates_complete: tally.duplicates_complete(),
        columns: plan.columns.clone(),
        sheet: plan.sheet.clone(),
        rows_above: plan.heading.above as u32,
        day_first: plan.date_order == DateOrder::DayFirst,
        no_answer: plan.no_answer.clone(),
        scales: plan.scales,
        answers: harvest.answers(),
        quotes,
        months: tally.months().iter().min().copied().zip(tally.months().iter().max().copied()),
        cube: harvest.cube(),
        own_company: harvest.own_company.clone(),
        together: harvest.together(),
        words: harvest.words(),
        measures: harvest.measures.iter().map(|measure| measure.kept.clone()).collect(),
    }
}

/// What several files are called together.
fn together(files: &[SourceFile]) -> String {
    match files {
        [] => String::new(),
        [one] => one.name.clone(),
        [one, two] => format!("{} + {}", one.name, two.name),
        [first, others @ ..] => format!("{} + {}", first.name, others.len()),
    }
}

/// The hash of one file, or one for several files that does not depend on their order.
fn sum_of_sums(files: &[SourceFile]) -> String {
    let mut sums: Vec<&str> = files.iter().map(|file| file.sha256.as_str()).collect();
    sums.sort_unstable();
    if let [one] = sums.as_slice() { (*one).to_owned() } else { hexadecimal(&Sha256::digest(sums.concat())) }
}

struct Harvest<'a> {
    tally: &'a Tally,
    cells: &'static Encoding,
    /// Steps and phases with their numbers, in the order of their names.
    subjects: Vec<(u32, SubjectName)>,
    measures: Vec<Counted>,
    /// Whether each company, by number, is ours.
    ours: Vec<bool>,
    own_company: String,
    /// Names of people to be masked.
    names: &'a [String],
}

/// A measure and where its counters are.
struct Counted {
    kept: Measure,
    /// Its place among the measures of the tally.
    at: usize,
    /// First counter of the answers that are kept.
    from: usize,
    bins: usize,
    /// Where one metric was asked on several scales: the steps that this scale is that of.
    steps: Option<BTreeSet<u32>>,
}

impl Counted {
    /// Whether answers about a step or phase are on this scale.
    fn is_of(&self, subject: u32) -> bool {
        self.steps.as_ref().is_none_or(|steps| steps.contains(&subject))
    }

    /// The kept ones of a cell's counters, which begin with `before` others; none where the scale is another one.
    fn part<'a, T>(&self, subject: u32, counters: &'a [T], before: usize) -> &'a [T] {
        let from = before + self.from - 1;
        if self.is_of(subject) { counters.get(from..from + self.bins).unwrap_or_default() } else { &[] }
    }
}

impl<'a> Harvest<'a> {
    fn new(tally: &'a Tally, plan: &'a ImportPlan, cells: &'static Encoding) -> Self {
        let named = |names: &'a Names, of, from: u32| {
            (from..).zip(names.texts()).skip(1).map(move |(at, name)| (at, SubjectName { name: name.clone(), of }))
        };
        let steps = named(&tally.steps, Subject::Step, 0);
        let mut subjects: Vec<_> = steps.chain(named(&tally.phases, Subject::Phase, FIRST_PHASE)).collect();
        subjects.sort_by(|a, b| a.1.cmp(&b.1));
        let (ours, own_company) = ours(tally, &plan.own_company);
        Self { tally, cells, subjects, measures: measures(tally, plan), ours, own_company, names: &plan.private_names }
    }

    fn part_name(&self, by: Dimension, part: u32) -> String {
        let text = |names: &Names| names.texts().get(part as usize).cloned().unwrap_or_default();
        match by {
            Dimension::Whole => String::new(),
            Dimension::Channel => text(&self.tally.channels),
            Dimension::Segment => text(&self.tally.segments),
            Dimension::Persona => text(&self.tally.personas),
            Dimension::Month => self.month_name(part),
        }
    }

    fn month_name(&self, number: u32) -> String {
        let month = (number as usize).checked_sub(1).and_then(|at| self.tally.months().get(at));
        month.map(Month::to_string).unwrap_or_default()
    }

    /// The answers of each name, whole and by one thing at a time.
    fn answers(&self) -> Vec<StepAnswers> {
        let mut slices = match &self.tally.groups {
            None => self.slices_of_cells(),
            Some(groups) => {
                let of = |(number, _): &(u32, SubjectName)| {
                    let slices = groups.of(*number).map(|(by, part, counts)| ((by, self.part_name(by, part)), counts));
                    (*number, slices.map(|(key, counts)| (key, counts.to_vec())).collect())
                };
                self.subjects.iter().map(of).collect()
            }
        };
        let of = |(number, subject): &(u32, SubjectName)| {
            let mut slices = slices.remove(number).unwrap_or_default();
            // The whole first, then channels, months, segments and personas by name.
            slices.sort_by(|a, b| a.0.cmp(&b.0));
            let slices: Vec<Slice> =
                slices.into_iter().map(|((by, key), counts)| self.slice(*number, by, key, &counts)).collect();
            StepAnswers { name: subject.name.clone(), of: subject.of, slices }
        };
        self.subjects.iter().map(of).filter(|answers| !answers.slices.is_empty()).collect()
    }

    fn slices_of_cells(&self) -> BTreeMap<u32, Vec<Counts>> {
        let mut sums: BTreeMap<(u32, Dimension, u32), Vec<u64>> = BTreeMap::new();
        for cell in self.tally.counts.iter().filter(|cell| self.is_ours(cell.place.parts[4])) {
            let parts = DIMENSIONS.into_iter().zip(cell.place.parts).filter(|(_, part)| *part > 0);
            for (by, part) in std::iter::once((Dimension::Whole, 0)).chain(parts) {
                let sum = sums.entry((cell.place.subject, by, part)).or_default();
                sum.resize(cell.counts.len(), 0);
                sum.iter_mut().zip(cell.counts).for_each(|(sum, count)| *sum += u64::from(*count));
            }
        }
        let mut slices: BTreeMap<u32, Vec<Counts>> = BTreeMap::new();
        for ((subject, by, part), counts) in sums {
            slices.entry(subject).or_default().push(((by, self.part_name(by, part)), counts));
        }
        slices
    }

    fn is_ours(&self, company: u32) -> bool {
        self.ours.get(company as usize).copied().unwrap_or(true)
    }

    fn slice(&self, subject: u32, by: Dimension, key: String, counts: &[u64]) -> Slice {
        let mut slice = Slice { by, key, rows: counts[0], ..Slice::default() };
        for measure in self.measures.iter().filter(|measure| measure.is_of(subject)) {
            let bins = measure.part(subject, counts, 1);
            let bins = if bins.iter().any(|n| *n > 0) { bins.to_vec() } else { Vec::new() };
            match measure.kept.role {
                ColumnRole::Nps => slice.nps = bins,
                ColumnRole::Csat => slice.csat = bins,
                ColumnRole::Ces => slice.ces = bins,
                _ => slice.ratings.push(bins),
            }
        }
        slice
    }

    /// The cube; `None` when there were too many combinations.
    fn cube(&self) -> Option<Cube> {
        if self.tally.groups.is_some() {
            return None;
        }
        let place: BTreeMap<u32, u64> = self.subjects.iter().map(|(number, _)| *number).zip(0..).collect();
        let (companies, company) = self.companies();
        let months = (0..=self.tally.months().len() as u32).map(|number| self.month_name(number)).collect();
        let mut rows: BTreeMap<[u64; 6], (Vec<u64>, Vec<u64>)> = BTreeMap::new();
        for cell in self.tally.counts.iter() {
            let [month, channel, segment, persona, at] = cell.place.parts;
            let Some(subject) = place.get(&cell.place.subject) else { continue };
            let parts = [month, channel, segment, persona].map(u64::from);
            let key = [*subject, parts[0], parts[1], parts[2], parts[3], company[at as usize]];
            let (counts, weights) = rows.entry(key).or_default();
            add_bins(counts, &self.kept_counts(&cell));
            add_bins(weights, &self.kept_weights(&cell));
        }
        let is_weighted = self.tally.counts.iter().any(|cell| !cell.weights.is_empty());
        let cells = rows.iter().map(|(key, (counts, _))| trimmed(key.iter().chain(counts)));
        let weights = rows.values().filter(|_| is_weighted).map(|(_, weights)| trimmed(weights));
        Some(Cube {
            subjects: self.subjects.iter().map(|(_, subject)| subject.clone()).collect(),
            months,
            channels: self.tally.channels.texts().to_vec(),
            segments: self.tally.segments.texts().to_vec(),
            personas: self.tally.personas.texts().to_vec(),
            companies,
            cells: cells.collect(),
            weights: weights.collect(),
        })
    }

    /// The rows of a cell and the answers of each measure.
    fn kept_counts(&self, cell: &Cell<'_>) -> Vec<u64> {
        let rows = cell.counts.first().copied().unwrap_or(0);
        self.kept(cell.place.subject, vec![u64::from(rows)], |measure| {
            measure.part(cell.place.subject, cell.counts, 1).iter().map(|count| u64::from(*count)).collect()
        })
    }

    /// Of a weighted cell the sums of squares and the weights of each answer.
    fn kept_weights(&self, cell: &Cell<'_>) -> Vec<u64> {
        if cell.weights.is_empty() {
            return Vec::new();
        }
        let subject = cell.place.subject;
        let square = |measure: &Counted| cell.weights.get(measure.at).copied().filter(|_| measure.is_of(subject));
        let squares = self.measures.iter().map(|measure| square(measure).unwrap_or(0)).collect();
        let before = self.tally.counts.shape().measures.len();
        self.kept(subject, squares, |measure| measure.part(subject, cell.weights, before).to_vec())
    }

    /// What comes first, then for each measure as many numbers as it has answers.
    fn kept(&self, subject: u32, first: Vec<u64>, part: impl Fn(&Counted) -> Vec<u64>) -> Vec<u64> {
        let mut kept = first;
        for measure in &self.measures {
            let end = kept.len() + measure.bins;
            kept.extend(if measure.is_of(subject) { part(measure) } else { Vec::new() });
            kept.resize(end, 0);
        }
        kept
    }

    /// The companies with ours, unnamed, first; and the place of each number among them.
    fn companies(&self) -> (Vec<String>, Vec<u64>) {
        let mut companies = vec![String::new()];
        let texts = self.tally.companies.texts();
        let places = texts.iter().enumerate().map(|(number, text)| {
            // A company that is ours only by a guess keeps its name, so that the guess can be changed.
            if number == 0 || self.ours[number] && self.own_company != *text {
                return 0;
            }
            companies.push(text.clone());
            companies.len() as u64 - 1
        });
        let places = places.collect();
        (companies, places)
    }

    fn together(&self) -> Vec<Together> {
        let of = |(number, subject): &(u32, SubjectName)| {
            let sums = self.tally.pairs.of(*number, subject, |company| self.is_ours(company));
            let kept = |sums: Together| {
                let mut measures = self.measures.iter();
                let measure = measures.position(|kept| kept.at == sums.measure && kept.is_of(*number))?;
                Some(Together { measure, ..sums })
            };
            sums.into_iter().filter_map(kept).collect::<Vec<_>>()
        };
        self.subjects.iter().flat_map(of).collect()
    }

    fn quotes(&self, number: u32, subject: &SubjectName) -> Vec<Quote> {
        let is_ours = |candidate: &&Candidate| self.is_ours(candidate.parts[4]);
        let quote = |candidate: &Candidate| {
            let [month, channel, segment, persona, _] = candidate.parts;
            Quote {
                step_name: subject.name.clone(),
                of: subject.of,
                month: self.month_name(month),
                segment: self.part_name(Dimension::Segment, segment),
                channel: self.part_name(Dimension::Channel, channel),
                persona: self.part_name(Dimension::Persona, persona),
                text: presentable(&self.cells.decode_without_bom_handling(&candidate.bytes).0, self.names),
            }
        };
        self.tally.quotes.of(number).iter().filter(is_ours).take(PER_STEP).map(quote).collect()
    }

    fn words(&self) -> Vec<StepWords> {
        let of = |(number, subject): &(u32, SubjectName)| {
            let sample = self.tally.quotes.of(*number).iter().filter(|candidate| self.is_ours(candidate.parts[4]));
            let texts: Vec<String> =
                sample.map(|candidate| comments_text(&candidate.bytes, self.cells, self.names)).collect();
            let words = frequent(&texts);
            StepWords { subject: subject.clone(), comments: texts.len() as u64, words }
        };
        self.subjects.iter().map(of).filter(|words| !words.words.is_empty()).collect()
    }
}

type Counts = ((Dimension, String), Vec<u64>);

fn trimmed<'a>(numbers: impl IntoIterator<Item = &'a u64>) -> Vec<u64> {
    let mut numbers: Vec<u64> = numbers.into_iter().copied().collect();
    let end = numbers.iter().rposition(|n| *n > 0).map_or(0, |at| at + 1).max(Cube::BEFORE);
    numbers.truncate(end);
    numbers
}

/// Which companies are ours. Where none calls itself so, it is the one that the team chose, else the one with the most
/// rows is taken, and said.
fn ours(tally: &Tally, chosen: &str) -> (Vec<bool>, String) {
    let texts = tally.companies.texts();
    let mut ours: Vec<bool> =
        texts.iter().map(|text| text.is_empty() || OURS.contains(&normalized(text).as_str())).collect();
    let mut rows = vec![0u64; texts.len()];
    for cell in tally.counts.iter() {
        rows[cell.place.parts[4] as usize] += u64::from(cell.counts[0]);
    }
    let any = rows.iter().zip(&ours).any(|(rows, is_ours)| *is_ours && *rows > 0);
    let most = || (0..rows.len()).max_by_key(|at| rows[*at]).filter(|_| texts.len() > 1);
    let known = || texts.iter().position(|text| !text.is_empty() && *text == chosen);
    let own = if any { None } else { known().or_else(most) };
    let own = own.map(|at| {
        ours[at] = true;
        texts[at].clone()
    });
    (ours, own.unwrap_or_default())
}

/// The measures, ratings cut to the part of their scale that was used.
fn measures(tally: &Tally, plan: &ImportPlan) -> Vec<Counted> {
    let Shape { measures, .. } = tally.counts.shape();
    let roles = [ColumnRole::Nps, ColumnRole::Csat, ColumnRole::Ces];
    let has = |role: &ColumnRole| plan.columns.iter().any(|column| column.role == *role);
    // In the wide form several questions ask for one metric: none of them names it.
    let header = |role| {
        let mut asked = plan.columns.iter().filter(|column| column.role == role);
        asked.next().filter(|_| asked.next().is_none()).map(|column| column.header.clone()).unwrap_or_default()
    };
    let usual = roles.into_iter().filter(has).map(|role| (role, header(role)));
    let ratings = plan.columns.iter().filter(|column| column.role == ColumnRole::Rating);
    let ratings = ratings.map(|column| (column.role, column.header.clone()));
    let counted = usual.chain(ratings).zip(measures).enumerate().flat_map(|(at, ((role, name), (scale, from)))| {
        let used = (role == ColumnRole::Rating).then(|| used_part(tally, *from));
        let (lowest, highest) = used.unwrap_or((scale.lowest, scale.highest));
        let measure = |highest, steps| {
            let kept = Measure { role, name: name.clone(), lowest, highest };
            Counted { at, from: from + usize::from(lowest - scale.lowest), bins: kept.bins(), kept, steps }
        };
        if plan.has_several_scales(role) {
            steps_by_top(tally, role).into_iter().map(|(top, steps)| measure(top, Some(steps))).collect()
        } else {
            vec![measure(highest, None)]
        }
    });
    counted.collect()
}

/// The steps of a wide table by the scale on which it asks about them.
fn steps_by_top(tally: &Tally, role: ColumnRole) -> BTreeMap<u8, BTreeSet<u32>> {
    let mut steps: BTreeMap<u8, BTreeSet<u32>> = BTreeMap::new();
    for step in 1..tally.steps.texts().len() as u32 {
        let [_, csat, ces] = tally.tops(step);
        if let Some(top) = if role == ColumnRole::Csat { csat } else { ces } {
            steps.entry(top).or_default().insert(step);
        }
    }
    steps
}

/// The usual scale that a rating's answers fit into: 1–5, 1–7, 1–10 or 0–10.
fn used_part(tally: &Tally, from: usize) -> (u8, u8) {
    let mut used = [false; 11];
    for cell in tally.counts.iter() {
        used.iter_mut().zip(&cell.counts[from..]).for_each(|(used, count)| *used |= *count > 0);
    }
    let highest = used.iter().rposition(|used| *used).unwrap_or(0);
    match highest {
        _ if used[0] => (0, 10),
        0..=5 => (1, 5),
        6 | 7 => (1, 7),
        _ => (1, 10),
    }
}
