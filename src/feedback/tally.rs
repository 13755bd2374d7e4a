//! What becomes of each row: checked, then counted into histograms, or rejected with a reason.

use super::batch::BATCH;
use super::cells::{Answers, Cells, FIRST_PHASE, Key, MOST_PARTS, MOST_RATINGS, Place, RATING, Shape};
use super::dates::Month;
use super::duplicates::{Identity, Seen};
use super::error::FeedbackError;
use super::groups::{Groups, MOST_GROUPS};
use super::metric::{Metric, Topic, read};
use super::months::Months;
use super::names::Names;
use super::outcome::{LongCell, Reason, Rejected};
use super::pairs::Pairs;
use super::plan::{ImportPlan, is_asked_by_step};
use super::quotes::{Chosen, presentable};
use super::row::Row;
use super::values::Answer;
use crate::base::normalized;
use crate::model::{ColumnRole, MappedColumn};
use encoding_rs::Encoding;

mod neighbours;
mod together;

use neighbours::Neighbours;

/// More names than this in the step column are no steps but free text.
pub const MOST_STEPS: usize = 2_000;
/// A cell is read no further than this: names, answers and comments end long before.
const LONGEST_CELL: usize = 1 << 20;
/// The roles of the three usual metrics, in the order of their histograms.
const METRICS: [ColumnRole; 3] = [ColumnRole::Nps, ColumnRole::Csat, ColumnRole::Ces];

/// The columns that are read, by place.
#[derive(Clone, Copy, Debug, Default)]
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

/// Counts the rows of a file.
#[derive(Debug)]
pub struct Tally {
    encoding: &'static Encoding,
    places: Places,
    metrics: [Option<Metric>; 3],
    ratings: Vec<Metric>,
    overall: Option<Metric>,
    /// The steps of a wide table; none in the long form.
    topics: Vec<Topic>,
    cells: usize,
    months: Months,
    plan: ImportPlan,
    /// Which of several files is read.
    file: usize,
    /// The answers in every combination that occurs.
    pub counts: Cells,
    /// The answers by one thing at a time, once there were too many combinations.
    pub groups: Option<Groups>,
    /// Items beside overall satisfaction.
    pub pairs: Pairs,
    neighbours: Neighbours,
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
    partly: [Option<Rejected>; Reason::ALL.len()],
    first_long_cell: Option<LongCell>,
    long_cells: u64,
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
    identity: Identity,
    place: Place,
    answers: Answers,
    overall: Answer,
}

impl Tally {
    /// An empty tally for a plan that passed its check; cells come in `encoding`.
    pub fn new(plan: &ImportPlan, encoding: &'static Encoding) -> Result<Self, FeedbackError> {
        plan.check()?;
        let has = |role| plan.columns.iter().any(|column| column.role == role);
        let [nps, csat, ces] = METRICS.map(|role| Metric::widest(plan, role));
        let names = || Names::new(encoding);
        let ratings = plan.columns.iter().filter(|column| column.role == ColumnRole::Rating).count();
        let shape = Shape::new(nps, csat, ces, ratings);
        let mut tally = Self {
            encoding,
            places: Places::default(),
            pairs: Pairs::new(shape.measures.len()),
            counts: Cells::new(shape, has(ColumnRole::Weight)),
            groups: None,
            metrics: [None, None, None],
            ratings: Vec::new(),
            overall: None,
            topics: Vec::new(),
            cells: 0,
            months: Months::new(plan.date_order),
            plan: plan.clone(),
            file: 0,
            neighbours: Neighbours::default(),
            steps: names(),
            phases: names(),
            channels: names(),
            segments: names(),
            personas: names(),
            companies: names(),
            quotes: Chosen::default(),
            seen: Seen::default(),
            waiting: Vec::with_capacity(BATCH),
            rejected: [const { None }; Reason::ALL.len()],
            partly: [const { None }; Reason::ALL.len()],
            first_long_cell: None,
            long_cells: 0,
            rows: 0,
            duplicates: 0,
            failure: None,
        };
        tally.begin(plan, 0)?;
        Ok(tally)
    }

    /// Begins with another file, whose columns may stand in another order.
    pub fn begin(&mut self, plan: &ImportPlan, file: usize) -> Result<(), FeedbackError> {
        let at = |role| plan.position(role);
        let metric = |role| {
            let metric = |place| Metric::new(plan, Metric::scale(plan, &plan.columns[place]), role, place);
            plan.position(role).map(|place| place.map(metric))
        };
        let is_wide = plan.is_wide();
        self.file = file;
        self.plan.columns.clone_from(&plan.columns);
        self.cells = plan.columns.len();
        self.places = Places {
            step: at(ColumnRole::Step)?,
            phase: at(ColumnRole::Phase)?,
            persona: at(ColumnRole::Persona)?,
            company: at(ColumnRole::Competitor)?,
            weight: at(ColumnRole::Weight)?,
            date: at(ColumnRole::Date)?,
            respondent: at(ColumnRole::Respondent)?,
            channel: at(ColumnRole::Channel)?,
            segment: at(ColumnRole::Segment)?,
            comment: if is_wide { None } else { at(ColumnRole::Comment)? },
        };
        let Places { step, channel, segment, persona, company, .. } = self.places;
        self.neighbours = Neighbours::new([step, channel, segment, persona, company].into_iter().flatten());
        self.overall = metric(ColumnRole::Overall)?;
        let at_rating = |(place, column): (usize, &MappedColumn)| (column.role == ColumnRole::Rating).then_some(place);
        let ratings = plan.columns.iter().enumerate().filter_map(at_rating).take(MOST_RATINGS);
        self.ratings = ratings.map(|place| Metric::new(plan, RATING, ColumnRole::Rating, place)).collect();
        self.topics.clear();
        self.metrics = [None, None, None];
        if is_wide {
            self.topics(plan);
        } else {
            self.metrics = [metric(METRICS[0])?, metric(METRICS[1])?, metric(METRICS[2])?];
        }
        Ok(())
    }

    /// The questions of a wide table, step by step.
    fn topics(&mut self, plan: &ImportPlan) {
        let asked = plan.columns.iter().enumerate().filter(|(_, column)| is_asked_by_step(column.role));
        for (place, column) in asked {
            let step = self.steps.of_text(&column.step);
            let at = self.topics.iter().position(|topic| topic.step == step).unwrap_or_else(|| {
                self.topics.push(Topic { step, metrics: [None, None, None], comment: None });
                self.topics.len() - 1
            });
            let topic = &mut self.topics[at];
            match METRICS.iter().position(|role| *role == column.role) {
                Some(metric) => {
                    let scale = Metric::scale(plan, column);
                    topic.metrics[metric] = Some(Metric::new(plan, scale, column.role, place));
                }
                None => topic.comment = topic.comment.or(Some(place)),
            }
        }
    }

    /// The highest answer to each of the three usual metrics of a step; of a wide table every step has its own.
    #[must_use]
    pub fn tops(&self, step: u32) -> [Option<u8>; 3] {
        let metrics = self.topics.iter().find(|topic| topic.step == step).map_or(&self.metrics, |topic| &topic.metrics);
        metrics.each_ref().map(|metric| metric.as_ref().map(Metric::top))
    }

    /// Counts a row; `false` when reading must stop.
    #[inline(always)]
    pub fn row(&mut self, row: &Row<'_>) -> bool {
        self.rows += 1;
        if row.text().len() > LONGEST_CELL {
            self.note_long_cells(row);
        }
        if let Err(reason) = self.count(row) {
            self.reject_row(reason, row);
        }
        self.failure.is_none()
    }

    #[inline(never)]
    fn row_alone(&mut self, row: &Row<'_>) {
        self.row(row);
    }

    #[inline(always)]
    fn count(&mut self, row: &Row<'_>) -> Result<(), Reason> {
        if row.cells != self.cells {
            return Err(Reason::Ragged);
        }
        if !self.topics.is_empty() {
            return self.count_wide(row);
        }
        let place = self.place(row)?;
        let mut answers = self.answers(row)?;
        if !self.within_limits(row.line, place) {
            return Ok(());
        }
        if let Some(at) = self.places.weight {
            answers.weight = weight(&row.cell(at), self.encoding);
        }
        if let Some(at) = self.places.comment {
            self.quotes.consider(place, row, at);
        }
        let overall = self.overall(row, &answers);
        match self.identity(row, place.subject) {
            None => self.add(place, &answers, overall),
            Some(identity) => {
                self.waiting.push(Waiting { identity, place, answers, overall });
                if self.waiting.len() == BATCH {
                    self.settle();
                }
            }
        }
        Ok(())
    }

    /// What the row is about.
    #[inline(always)]
    fn place(&mut self, row: &Row<'_>) -> Result<Place, Reason> {
        let subject = match self.steps.in_column(row, self.places.step) {
            0 => match self.phases.in_column(row, self.places.phase) {
                0 => return Err(Reason::NoStep),
                phase => FIRST_PHASE + phase,
            },
            step => step,
        };
        Ok(Place { subject, parts: self.parts(row)? })
    }

    /// Month, channel, segment, persona and company of a row.
    #[inline(always)]
    fn parts(&mut self, row: &Row<'_>) -> Result<[u32; 5], Reason> {
        let places = &self.places;
        let month = match places.date {
            Some(at) => self.months.number(row, at, self.encoding).ok_or(Reason::BadDate)?,
            None => 0,
        };
        let channel = self.channels.in_column(row, places.channel);
        let segment = self.segments.in_column(row, places.segment);
        let persona = self.personas.in_column(row, places.persona);
        let company = self.companies.in_column(row, places.company);
        Ok([month, channel, segment, persona, company])
    }

    /// Overall satisfaction; without a question of its own, whether one would recommend us stands for it.
    #[inline(always)]
    fn overall(&mut self, row: &Row<'_>, answers: &Answers) -> Answer {
        match &mut self.overall {
            Some(overall) => overall.read(row, self.encoding),
            None => answers.nps,
        }
    }

    /// Counts the answers of a row about every step that it speaks of. An answer that cannot be used costs itself,
    /// not the others of the row.
    fn count_wide(&mut self, row: &Row<'_>) -> Result<(), Reason> {
        let parts = self.parts(row)?;
        if !self.within_limits(row.line, Place { subject: 0, parts }) {
            return Ok(());
        }
        let mut topics = std::mem::take(&mut self.topics);
        let off_scale = topics.iter_mut().find_map(|topic| topic.off_scale(row, self.encoding));
        let answered = topics.iter_mut().any(|topic| topic.answers(row, self.encoding).is_some());
        let left = match off_scale {
            _ if answered => Ok(()),
            Some(_) => Err(Reason::OffScale),
            None => Err(Reason::NoAnswer),
        };
        let identity = self.identity(row, 0);
        if answered && identity.is_some_and(|identity| self.seen.repeats(identity)) {
            self.duplicates += 1;
        } else if answered {
            if let Some(place) = off_scale {
                self.leave_partly(row, place);
            }
            for topic in &mut topics {
                self.count_topic(row, topic, parts);
            }
        }
        self.topics = topics;
        left
    }

    fn count_topic(&mut self, row: &Row<'_>, topic: &mut Topic, parts: [u32; 5]) {
        let place = Place { subject: topic.step, parts };
        if let Some(at) = topic.comment {
            self.quotes.consider(place, row, at);
        }
        if let Some(mut answers) = topic.answers(row, self.encoding) {
            if let Some(at) = self.places.weight {
                answers.weight = weight(&row.cell(at), self.encoding);
            }
            let overall = self.overall(row, &answers);
            self.add(place, &answers, overall);
        }
    }

    #[cold]
    fn leave_partly(&mut self, row: &Row<'_>, place: usize) {
        let example = self.shown(&row.cell(place));
        let (reason, file) = (Reason::OffScale, self.file);
        let entry = &mut self.partly[reason as usize];
        entry.get_or_insert(Rejected { reason, rows: 0, first_line: row.line, file, example }).rows += 1;
    }

    /// Counts the rows that wait, except those that repeat an earlier one.
    pub fn settle(&mut self) {
        let mut waiting = std::mem::take(&mut self.waiting);
        self.seen.fetch(waiting.iter().map(|row| row.identity));
        for Waiting { identity, place, answers, overall } in &waiting {
            if self.seen.repeats(*identity) {
                self.duplicates += 1;
            } else {
                self.add(*place, answers, *overall);
            }
        }
        waiting.clear();
        self.waiting = waiting;
    }

    fn add(&mut self, place: Place, answers: &Answers, overall: Answer) {
        let cell = self.counts.cell(place);
        self.add_to(cell, place, answers, overall);
    }

    #[inline(always)]
    fn add_to(&mut self, cell: Option<usize>, place: Place, answers: &Answers, overall: Answer) {
        if overall != Answer::Missing {
            self.pair(place.key(), answers, overall);
        }
        match cell {
            Some(cell) if self.groups.is_none() => self.counts.add(cell, answers),
            _ => self.add_apart(place, answers),
        }
    }

    #[inline(always)]
    fn pair(&mut self, key: Key, answers: &Answers, overall: Answer) {
        // Recommendation is no item of itself.
        let own = usize::from(self.overall.is_none());
        let items = self.counts.shape().answered(answers).skip(own);
        self.pairs.add((key.part(4), key.subject()), items, overall);
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

    #[inline(always)]
    fn answers(&mut self, row: &Row<'_>) -> Result<Answers, Reason> {
        let [nps, csat, ces] = &mut self.metrics;
        let nps = read(nps, row, self.encoding);
        let csat = read(csat, row, self.encoding);
        let ces = read(ces, row, self.encoding);
        if [nps, csat, ces].contains(&Answer::OffScale) {
            return Err(Reason::OffScale);
        }
        let is_answered = |answer: &Answer| matches!(answer, Answer::Point(_));
        let is_any = [nps, csat, ces].iter().any(is_answered);
        if self.ratings.is_empty() {
            let answers = Answers { nps, csat, ces, ..Answers::default() };
            return if is_any { Ok(answers) } else { Err(Reason::NoAnswer) };
        }
        let ratings = self.rated(row);
        if is_any || ratings.iter().any(is_answered) {
            return Ok(Answers { nps, csat, ces, ratings, ..Answers::default() });
        }
        Err(if ratings.contains(&Answer::OffScale) { Reason::OffScale } else { Reason::NoAnswer })
    }

    fn rated(&mut self, row: &Row<'_>) -> [Answer; MOST_RATINGS] {
        let mut answers = [Answer::Missing; MOST_RATINGS];
        for (answer, rating) in answers.iter_mut().zip(&mut self.ratings) {
            *answer = rating.read(row, self.encoding);
        }
        answers
    }

    /// Stands for a respondent's word about a step at a time; `None` when the respondent is not named.
    #[inline(always)]
    fn identity(&self, row: &Row<'_>, step: u32) -> Option<Identity> {
        let respondent = self.places.respondent?;
        let is_blank = |cell: &[u8]| cell.trim_ascii_start().is_empty();
        if is_blank(row.raw(respondent)) || row.raw(respondent)[0] == b'"' && is_blank(&row.cell(respondent)) {
            return None;
        }
        let date = match self.places.date {
            Some(at) => row.hash(at, 0),
            None => 0,
        };
        let seed = date ^ u64::from(step);
        Some(match row.window(respondent) {
            Some((window, length)) => Identity::of_window(window, length, seed),
            None => Identity::of(&row.cell(respondent), seed),
        })
    }

    /// Whether there are not too many names; else reading fails.
    #[inline(always)]
    fn within_limits(&mut self, line: u64, place: Place) -> bool {
        let known = self.steps.spellings().max(self.phases.spellings());
        // A power of two: no part reaches it when all of them together do not.
        let fits = known <= MOST_STEPS && place.parts.iter().fold(0, |all, part| all | part) < MOST_PARTS;
        if !fits {
            self.failure = Some(self.too_many(line, place));
        }
        fits
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
        let column = self.plan.columns.iter().find(|column| column.role == role);
        let header = column.map(|column| column.header.clone()).unwrap_or_default();
        FeedbackError::TooManyNames { file: String::new(), role, header, limit, line }
    }

    /// Remembers which cells are longer than what is read of any.
    #[cold]
    fn note_long_cells(&mut self, row: &Row<'_>) {
        for (at, column) in self.plan.columns.iter().enumerate() {
            if row.raw(at).len() > LONGEST_CELL {
                self.long_cells += 1;
                let (file, line, column) = (self.file, row.line, column.header.clone());
                self.first_long_cell.get_or_insert(LongCell { file, line, column, cells: 0 });
            }
        }
    }

    /// Cells that were cut, with the place of the first one.
    #[must_use]
    pub fn long_cells(&self) -> Option<LongCell> {
        self.first_long_cell.clone().map(|first| LongCell { cells: self.long_cells, ..first })
    }

    /// Counts a row that was left out, with what could not be used of the first one.
    #[cold]
    fn reject_row(&mut self, reason: Reason, row: &Row<'_>) {
        let is_first = self.rejected[reason as usize].is_none();
        let example = if is_first { self.example(reason, row) } else { String::new() };
        self.reject(reason, row.line, example);
    }

    /// Counts a row that was left out.
    #[cold]
    pub fn reject(&mut self, reason: Reason, line: u64, example: String) {
        let file = self.file;
        let entry = &mut self.rejected[reason as usize];
        entry.get_or_insert(Rejected { reason, rows: 0, first_line: line, file, example }).rows += 1;
    }

    fn example(&mut self, reason: Reason, row: &Row<'_>) -> String {
        let encoding = self.encoding;
        let place = match reason {
            Reason::BadDate => self.places.date,
            Reason::OffScale => {
                let mut metrics = self.metrics.iter_mut().flatten().chain(&mut self.ratings);
                let off = metrics.find_map(|metric| metric.off_scale(row, encoding));
                off.or_else(|| self.topics.iter_mut().find_map(|topic| topic.off_scale(row, encoding)))
            }
            _ => None,
        };
        place.map_or_else(|| self.shown(row.text()), |at| self.shown(&row.cell(at)))
    }

    /// The beginning of a cell as it may be shown.
    pub fn shown(&self, cell: &[u8]) -> String {
        const SHOWN: usize = 60;
        let text = self.encoding.decode_without_bom_handling(cell.get(..1024).unwrap_or(cell)).0;
        let text = presentable(&text, &self.plan.private_names);
        match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    /// What was left out, by reason.
    #[must_use]
    pub fn rejected(&self) -> Vec<Rejected> {
        self.rejected.iter().flatten().cloned().collect()
    }

    /// Rows of which single answers were left out, by reason.
    #[must_use]
    pub fn partly(&self) -> Vec<Rejected> {
        self.partly.iter().flatten().cloned().collect()
    }

    /// The months met, the one with number 1 first; number 0 is none.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        self.months.met()
    }

    /// Whether all rows were looked through for duplicates.
    #[must_use]
    pub const fn duplicates_complete(&self) -> bool {
        self.seen.complete()
    }
}

/// How much a row counts, in thousandths; a row whose weight cannot be read counts as one.
fn weight(cell: &[u8], encoding: &'static Encoding) -> u32 {
    const MOST: f64 = 1_000.0;
    let text = encoding.decode_without_bom_handling(cell).0;
    let weight = normalized(&text).parse::<f64>().ok().filter(|weight| *weight >= 0.0).unwrap_or(1.0);
    (weight.min(MOST) * 1_000.0).round() as u32
}
