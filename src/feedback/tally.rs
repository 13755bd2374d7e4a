//! What becomes of each row: checked, then counted into histograms, or rejected with a reason.

use super::cells::{Answers, Cells, FIRST_PHASE, MOST_PARTS, MOST_RATINGS, Place, RATING, Shape};
use super::dates::Month;
use super::duplicates::Seen;
use super::error::FeedbackError;
use super::groups::{Groups, MOST_GROUPS};
use super::hash::hash;
use super::names::Names;
use super::outcome::{Reason, Rejected};
use super::pairs::{OVERALL, Pairs};
use super::plan::ImportPlan;
use super::quotes::Chosen;
use super::scan::Row;
use super::values::{Answer, Scale};
use crate::base::normalized;
use crate::model::{ColumnRole, MappedColumn};
use encoding_rs::Encoding;
use std::collections::BTreeMap;

/// More names than this in the step column are no steps but free text.
pub const MOST_STEPS: usize = 2_000;
/// Rows that are looked up among the earlier ones together.
const BATCH: usize = 64;
/// Odd spellings of answers and dates that are remembered.
const MOST_ODD: usize = 1_000;

/// The columns that are read, by place.
#[derive(Clone, Copy, Debug)]
struct Places {
    step: Option<usize>,
    phase: Option<usize>,
    date: Option<usize>,
    respondent: Option<usize>,
    channel: Option<usize>,
    segment: Option<usize>,
    persona: Option<usize>,
    company: Option<usize>,
    comment: Option<usize>,
    weight: Option<usize>,
}

/// A metric's column, scale and the odd spellings met so far.
#[derive(Debug)]
struct Metric {
    place: usize,
    scale: Scale,
    reversed: bool,
    odd: BTreeMap<Box<[u8]>, Answer>,
}

/// The months met so far.
#[derive(Debug)]
struct Months {
    plan: ImportPlan,
    /// A number for each month from January 1900, 0 for those not met.
    numbers: Vec<u32>,
    met: Vec<Month>,
    odd: BTreeMap<Box<[u8]>, Option<Month>>,
}

/// Counts the rows of a file.
#[derive(Debug)]
pub struct Tally {
    encoding: &'static Encoding,
    places: Places,
    metrics: [Option<Metric>; 3],
    ratings: Vec<Metric>,
    overall: Option<Metric>,
    cells: usize,
    months: Months,
    /// The answers in every combination that occurs.
    pub counts: Cells,
    /// The answers by one thing at a time, once there were too many combinations.
    pub groups: Option<Groups>,
    /// Items beside overall satisfaction.
    pub pairs: Pairs,
    /// Names in the step column.
    pub steps: Names,
    /// Names in the phase column, of rows that name no step.
    pub phases: Names,
    /// Names in the channel column.
    pub channels: Names,
    /// Names in the segment column.
    pub segments: Names,
    /// Names in the persona column.
    pub personas: Names,
    /// Names in the competitor column.
    pub companies: Names,
    /// Comments chosen so far.
    pub quotes: Chosen,
    seen: Seen,
    waiting: Vec<Waiting>,
    rejected: [Option<Rejected>; Reason::ALL.len()],
    /// Data rows.
    pub rows: u64,
    /// Rows that repeated an earlier one.
    pub duplicates: u64,
    /// Why reading must stop.
    pub failure: Option<FeedbackError>,
}

/// A sound row that is looked up among the earlier ones together with others.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    hash: u64,
    place: Place,
    answers: Answers,
    overall: Answer,
}

/// Why a row is not counted.
enum Left {
    Rejected(Reason),
    Failed(FeedbackError),
}

impl Tally {
    /// An empty tally for a plan that passed its check; cells come in `encoding`.
    pub fn new(plan: &ImportPlan, encoding: &'static Encoding) -> Result<Self, FeedbackError> {
        plan.check()?;
        let at = |role| plan.position(role);
        let metric = |role, scale, reversed| {
            let metric = |place| Metric { place, scale, reversed, odd: BTreeMap::new() };
            plan.position(role).map(|place| place.map(metric))
        };
        let scales = plan.scales;
        let metrics = [
            metric(ColumnRole::Nps, Scale::NPS, false)?,
            metric(ColumnRole::Csat, Scale::to(scales.csat_top), false)?,
            metric(ColumnRole::Ces, Scale::to(scales.ces_top), scales.ces_high_is_hard)?,
        ];
        let [nps, csat, ces] = metrics.each_ref().map(|metric| metric.as_ref().map(|m| m.scale));
        let names = || Names::new(encoding);
        let at_rating = |(place, column): (usize, &MappedColumn)| (column.role == ColumnRole::Rating).then_some(place);
        let other = |place| Metric { place, scale: RATING, reversed: false, odd: BTreeMap::new() };
        let ratings: Vec<Metric> =
            plan.columns.iter().enumerate().filter_map(at_rating).take(MOST_RATINGS).map(other).collect();
        let shape = Shape::new(nps, csat, ces, ratings.len());
        Ok(Self {
            encoding,
            places: Places {
                step: at(ColumnRole::Step)?,
                phase: at(ColumnRole::Phase)?,
                persona: at(ColumnRole::Persona)?,
                company: at(ColumnRole::Competitor)?,
                weight: at(ColumnRole::Weight)?,
                date: at(ColumnRole::Date)?,
                respondent: at(ColumnRole::Respondent)?,
                channel: at(ColumnRole::Channel)?,
                segment: at(ColumnRole::Segment)?,
                comment: at(ColumnRole::Comment)?,
            },
            pairs: Pairs::new(shape.measures.len()),
            counts: Cells::new(shape, at(ColumnRole::Weight)?.is_some()),
            groups: None,
            metrics,
            ratings,
            overall: metric(ColumnRole::Overall, OVERALL, false)?,
            cells: plan.columns.len(),
            months: Months::new(plan.clone()),
            steps: names(),
            phases: names(),
            channels: names(),
            segments: names(),
            personas: names(),
            companies: names(),
            quotes: Chosen::default(),
            seen: Seen::default(),
            waiting: Vec::with_capacity(BATCH),
            rejected: [None; Reason::ALL.len()],
            rows: 0,
            duplicates: 0,
            failure: None,
        })
    }

    /// Counts a row; `false` when reading must stop.
    #[inline]
    pub fn row(&mut self, row: &Row<'_>) -> bool {
        self.rows += 1;
        match self.count(row) {
            Ok(()) => return true,
            Err(Left::Rejected(reason)) => self.reject(reason, row.line),
            Err(Left::Failed(error)) => self.failure = Some(error),
        }
        self.failure.is_none()
    }

    #[inline]
    fn count(&mut self, row: &Row<'_>) -> Result<(), Left> {
        if row.cells != self.cells {
            return Err(Left::Rejected(Reason::Ragged));
        }
        let place = self.place(row)?;
        let mut answers = self.answers(row)?;
        self.within_limits(row.line, place).map_err(Left::Failed)?;
        if let Some(at) = self.places.weight {
            answers.weight = weight(&row.cell(at), self.encoding);
        }
        if let Some(at) = self.places.comment {
            self.quotes.consider(place, &row.cell(at));
        }
        let overall = self.overall(row, &answers);
        match self.places.respondent.and_then(|at| self.identity(row, at, place.subject)) {
            None => self.add(place, &answers, overall),
            Some(hash) => {
                self.waiting.push(Waiting { hash, place, answers, overall });
                if self.waiting.len() == BATCH {
                    self.settle();
                }
            }
        }
        Ok(())
    }

    /// What the row is about.
    #[inline]
    fn place(&mut self, row: &Row<'_>) -> Result<Place, Left> {
        let places = self.places;
        let subject = match places.step.map_or(0, |at| self.steps.number(&row.cell(at))) {
            0 => match places.phase.map_or(0, |at| self.phases.number(&row.cell(at))) {
                0 => return Err(Left::Rejected(Reason::NoStep)),
                phase => FIRST_PHASE + phase,
            },
            step => step,
        };
        Ok(Place { subject, parts: self.parts(row)? })
    }

    /// Month, channel, segment, persona and company of a row.
    #[inline]
    fn parts(&mut self, row: &Row<'_>) -> Result<[u32; 5], Left> {
        let places = self.places;
        let month = match places.date {
            Some(at) => self.months.number(&row.cell(at), self.encoding).ok_or(Left::Rejected(Reason::BadDate))?,
            None => 0,
        };
        let channel = places.channel.map_or(0, |at| self.channels.number(&row.cell(at)));
        let segment = places.segment.map_or(0, |at| self.segments.number(&row.cell(at)));
        let persona = places.persona.map_or(0, |at| self.personas.number(&row.cell(at)));
        let company = places.company.map_or(0, |at| self.companies.number(&row.cell(at)));
        Ok([month, channel, segment, persona, company])
    }

    /// Overall satisfaction; without a question of its own, whether one would recommend us stands for it.
    #[inline]
    fn overall(&mut self, row: &Row<'_>, answers: &Answers) -> Answer {
        match &mut self.overall {
            Some(overall) => overall.read(&row.cell(overall.place), self.encoding),
            None => answers.nps,
        }
    }

    /// Counts the rows that wait, except those that repeat an earlier one.
    pub fn settle(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.seen.fetch(waiting.iter().map(|row| row.hash));
        for Waiting { hash, place, answers, overall } in &waiting {
            if self.seen.repeats(*hash) {
                self.duplicates += 1;
            } else {
                self.add(*place, answers, *overall);
            }
        }
        self.waiting = waiting;
        self.waiting.clear();
    }

    #[inline]
    fn add(&mut self, place: Place, answers: &Answers, overall: Answer) {
        if overall != Answer::Missing {
            self.pair(place, answers, overall);
        }
        if self.groups.is_none() && self.counts.add(place, answers) {
            return;
        }
        self.add_apart(place, answers);
    }

    #[inline]
    fn pair(&mut self, place: Place, answers: &Answers, overall: Answer) {
        // Recommendation is no item of itself.
        let own = usize::from(self.overall.is_none());
        for (measure, answer) in self.counts.shape().answered(answers).skip(own) {
            self.pairs.add(place.subject, measure, answer, overall);
        }
    }

    /// Counts a row by one thing at a time; what was counted by all things together is divided so first.
    #[cold]
    fn add_apart(&mut self, place: Place, answers: &Answers) {
        let is_full = self.groups.is_none();
        let groups = self.groups.get_or_insert_with(|| Groups::new(self.counts.shape().clone()));
        let fits = (!is_full || self.counts.iter().all(|cell| groups.add_cell(&cell))) && groups.add(place, answers);
        if !fits {
            self.failure = Some(FeedbackError::TooManyGroups { limit: MOST_GROUPS });
        }
    }

    #[inline]
    fn answers(&mut self, row: &Row<'_>) -> Result<Answers, Left> {
        let [nps, csat, ces] = &mut self.metrics;
        let nps = read(nps, row, self.encoding);
        let csat = read(csat, row, self.encoding);
        let ces = read(ces, row, self.encoding);
        let mut answers = Answers { nps, csat, ces, ..Answers::default() };
        let mut is_off = false;
        for (answer, rating) in answers.ratings.iter_mut().zip(&mut self.ratings) {
            *answer = rating.read(&row.cell(rating.place), self.encoding);
            is_off |= *answer == Answer::OffScale;
        }
        let is_answered = |answer: &Answer| matches!(answer, Answer::Point(_));
        match [nps, csat, ces] {
            all if all.contains(&Answer::OffScale) => Err(Left::Rejected(Reason::OffScale)),
            all if all.iter().chain(&answers.ratings).any(is_answered) => Ok(answers),
            _ if is_off => Err(Left::Rejected(Reason::OffScale)),
            _ => Err(Left::Rejected(Reason::NoAnswer)),
        }
    }

    /// Stands for a respondent's word about a step at a time; `None` when the respondent is not named.
    #[inline]
    fn identity(&self, row: &Row<'_>, respondent: usize, step: u32) -> Option<u64> {
        let respondent = row.cell(respondent);
        if respondent.trim_ascii().is_empty() {
            return None;
        }
        let date = self.places.date.map_or(0, |at| hash(&row.cell(at), 0));
        Some(hash(&respondent, date ^ u64::from(step)))
    }

    #[inline]
    fn within_limits(&self, line: u64, place: Place) -> Result<(), FeedbackError> {
        let known = self.steps.spellings().max(self.phases.spellings());
        let fits = known <= MOST_STEPS && place.parts.iter().all(|part| *part < MOST_PARTS);
        if fits { Ok(()) } else { Err(self.too_many(line, place)) }
    }

    #[cold]
    fn too_many(&self, line: u64, place: Place) -> FeedbackError {
        const ROLES: [ColumnRole; 5] =
            [ColumnRole::Date, ColumnRole::Channel, ColumnRole::Segment, ColumnRole::Persona, ColumnRole::Competitor];
        let part = place.parts.iter().position(|part| *part >= MOST_PARTS);
        let (role, limit) = match part.and_then(|at| ROLES.get(at)) {
            _ if self.steps.spellings() > MOST_STEPS => (ColumnRole::Step, MOST_STEPS),
            Some(role) => (*role, MOST_PARTS as usize - 1),
            None => (ColumnRole::Phase, MOST_STEPS),
        };
        let column = self.months.plan.columns.iter().find(|column| column.role == role);
        let header = column.map(|column| column.header.clone()).unwrap_or_default();
        FeedbackError::TooManyNames { role, header, limit, line }
    }

    /// Counts a row that was left out.
    #[cold]
    pub fn reject(&mut self, reason: Reason, line: u64) {
        let entry = &mut self.rejected[reason as usize];
        entry.get_or_insert(Rejected { reason, rows: 0, first_line: line }).rows += 1;
    }

    /// What was left out, by reason.
    #[must_use]
    pub fn rejected(&self) -> Vec<Rejected> {
        self.rejected.iter().copied().flatten().collect()
    }

    /// The months met, the one with number 1 first; number 0 is none.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        &self.months.met
    }

    /// Whether all rows were looked through for duplicates.
    #[must_use]
    pub const fn duplicates_complete(&self) -> bool {
        self.seen.complete()
    }
}

/// The row's answer to a metric that the file may not have.
#[inline]
fn read(metric: &mut Option<Metric>, row: &Row<'_>, encoding: &'static Encoding) -> Answer {
    metric.as_mut().map_or(Answer::Missing, |metric| metric.read(&row.cell(metric.place), encoding))
}

/// How much a row counts, in thousandths; a row whose weight cannot be read counts as one.
fn weight(cell: &[u8], encoding: &'static Encoding) -> u32 {
    const MOST: f64 = 1_000.0;
    let text = encoding.decode_without_bom_handling(cell).0;
    let weight = normalized(&text).parse::<f64>().ok().filter(|weight| *weight >= 0.0).unwrap_or(1.0);
    (weight.min(MOST) * 1_000.0).round() as u32
}

impl Metric {
    #[inline]
    fn read(&mut self, cell: &[u8], encoding: &'static Encoding) -> Answer {
        let answer = self.scale.read_plain(cell).unwrap_or_else(|| self.read_odd(cell, encoding));
        match answer {
            Answer::Point(point) if self.reversed => Answer::Point(self.scale.highest + self.scale.lowest - point),
            other => other,
        }
    }

    #[cold]
    fn read_odd(&mut self, cell: &[u8], encoding: &'static Encoding) -> Answer {
        if let Some(known) = self.odd.get(cell) {
            return *known;
        }
        let answer = self.scale.parse(&encoding.decode_without_bom_handling(cell).0);
        if self.odd.len() < MOST_ODD && cell.len() < 256 {
            self.odd.insert(cell.into(), answer);
        }
        answer
    }
}

impl Months {
    fn new(plan: ImportPlan) -> Self {
        Self { plan, numbers: vec![0; Month::COUNT], met: Vec::new(), odd: BTreeMap::new() }
    }

    /// The number of the month; 0 for an empty cell, `None` for one that holds no date.
    #[inline]
    fn number(&mut self, cell: &[u8], encoding: &'static Encoding) -> Option<u32> {
        let month = match Month::from_plain(cell) {
            Some(month) => month,
            None if cell.trim_ascii().is_empty() => return Some(0),
            None => self.read_odd(cell, encoding)?,
        };
        let number = self.numbers.get_mut(month.index())?;
        if *number == 0 {
            self.met.push(month);
            *number = self.met.len() as u32;
        }
        Some(*number)
    }

    #[cold]
    fn read_odd(&mut self, cell: &[u8], encoding: &'static Encoding) -> Option<Month> {
        if let Some(known) = self.odd.get(cell) {
            return *known;
        }
        let month = Month::parse(&encoding.decode_without_bom_handling(cell).0, self.plan.date_order);
        if self.odd.len() < MOST_ODD && cell.len() < 256 {
            self.odd.insert(cell.into(), month);
        }
        month
    }
}
