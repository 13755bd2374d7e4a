//! What becomes of each row: checked, then counted into histograms, or rejected with a reason.

use super::dates::Month;
use super::duplicates::Seen;
use super::error::FeedbackError;
use super::groups::{Answers, Groups, MOST_GROUPS, MOST_PARTS};
use super::hash::hash;
use super::names::Names;
use super::outcome::{Reason, Rejected};
use super::plan::ImportPlan;
use super::quotes::Chosen;
use super::scan::Row;
use super::values::{Answer, Scale};
use crate::model::ColumnRole;
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
    step: usize,
    date: Option<usize>,
    respondent: Option<usize>,
    channel: Option<usize>,
    segment: Option<usize>,
    comment: Option<usize>,
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
    cells: usize,
    months: Months,
    /// Histograms.
    pub groups: Groups,
    /// Names in the step column.
    pub steps: Names,
    /// Names in the channel column.
    pub channels: Names,
    /// Names in the segment column.
    pub segments: Names,
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
    step: u32,
    parts: [u32; 3],
    answers: Answers,
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
        let step = at(ColumnRole::Step)?.ok_or(FeedbackError::NoColumn { role: ColumnRole::Step })?;
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
        Ok(Self {
            encoding,
            places: Places {
                step,
                date: at(ColumnRole::Date)?,
                respondent: at(ColumnRole::Respondent)?,
                channel: at(ColumnRole::Channel)?,
                segment: at(ColumnRole::Segment)?,
                comment: at(ColumnRole::Comment)?,
            },
            groups: Groups::new(nps, csat, ces),
            metrics,
            cells: plan.columns.len(),
            months: Months::new(plan.clone()),
            steps: names(),
            channels: names(),
            segments: names(),
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
        let places = self.places;
        let step = self.steps.number(&row.cell(places.step));
        if step == 0 {
            return Err(Left::Rejected(Reason::NoStep));
        }
        let month = match places.date {
            Some(at) => self.months.number(&row.cell(at), self.encoding).ok_or(Left::Rejected(Reason::BadDate))?,
            None => 0,
        };
        let answers = self.answers(row)?;
        let channel = places.channel.map_or(0, |at| self.channels.number(&row.cell(at)));
        let segment = places.segment.map_or(0, |at| self.segments.number(&row.cell(at)));
        self.within_limits(row.line, step, [channel, month, segment]).map_err(Left::Failed)?;
        if let Some(at) = places.comment {
            self.quotes.consider(step, &row.cell(at), month, segment);
        }
        let parts = [channel, month, segment];
        match places.respondent.and_then(|at| self.identity(row, at, step)) {
            None => self.add(step, parts, answers),
            Some(hash) => {
                self.waiting.push(Waiting { hash, step, parts, answers });
                if self.waiting.len() == BATCH {
                    self.settle();
                }
            }
        }
        Ok(())
    }

    /// Counts the rows that wait, except those that repeat an earlier one.
    pub fn settle(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.seen.fetch(waiting.iter().map(|row| row.hash));
        for Waiting { hash, step, parts, answers } in &waiting {
            if self.seen.repeats(*hash) {
                self.duplicates += 1;
            } else {
                self.add(*step, *parts, *answers);
            }
        }
        self.waiting = waiting;
        self.waiting.clear();
    }

    #[inline]
    fn add(&mut self, step: u32, parts: [u32; 3], answers: Answers) {
        if !self.groups.add(step, parts, answers) {
            self.failure = Some(FeedbackError::TooManyGroups { limit: MOST_GROUPS });
        }
    }

    #[inline]
    fn answers(&mut self, row: &Row<'_>) -> Result<Answers, Left> {
        let [nps, csat, ces] = &mut self.metrics;
        let nps = read(nps, row, self.encoding);
        let csat = read(csat, row, self.encoding);
        let ces = read(ces, row, self.encoding);
        match [nps, csat, ces] {
            all if all.contains(&Answer::OffScale) => Err(Left::Rejected(Reason::OffScale)),
            [Answer::Missing, Answer::Missing, Answer::Missing] => Err(Left::Rejected(Reason::NoAnswer)),
            _ => Ok(Answers { nps, csat, ces }),
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
    fn within_limits(&self, line: u64, step: u32, parts: [u32; 3]) -> Result<(), FeedbackError> {
        let fits = step as usize <= MOST_STEPS && parts.iter().all(|part| *part < MOST_PARTS);
        if fits && self.steps.spellings() <= MOST_STEPS { Ok(()) } else { Err(self.too_many(line, step, parts)) }
    }

    #[cold]
    fn too_many(&self, line: u64, step: u32, [channel, month, _]: [u32; 3]) -> FeedbackError {
        let parts = MOST_PARTS as usize - 1;
        let (role, limit) = match () {
            () if step as usize > MOST_STEPS || self.steps.spellings() > MOST_STEPS => (ColumnRole::Step, MOST_STEPS),
            () if channel >= MOST_PARTS => (ColumnRole::Channel, parts),
            () if month >= MOST_PARTS => (ColumnRole::Date, parts),
            () => (ColumnRole::Segment, parts),
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
