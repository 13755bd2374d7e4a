//! How a file is to be read: guessed by the preview, changed by the person, followed by the reader.

use super::dates::DateOrder;
use super::error::FeedbackError;
use super::heading::Heading;
use super::kind::FileKind;
use super::masking::{masked, without_names};
use super::questions::is_metric;
use crate::base::normalized;
use crate::model::{ColumnRole, DataSet, MappedColumn, Scales};

/// How a file is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// What kind of file it is.
    pub kind: FileKind,
    /// The sheet of a workbook that is read.
    pub sheet: String,
    /// Which rows are the header.
    pub heading: Heading,
    /// Name or label of the encoding (WHATWG Encoding Standard).
    pub encoding: String,
    /// What separates the cells: `,`, tab, `;` or `|`.
    pub delimiter: u8,
    /// Every column of the file in its order, with its role.
    pub columns: Vec<MappedColumn>,
    /// The scales of the metrics.
    pub scales: Scales,
    /// How dates with the year last are meant.
    pub date_order: DateOrder,
    /// Answers that are none, besides the usual codes.
    pub no_answer: Vec<String>,
    /// Names of people that are masked in comments.
    pub private_names: Vec<String>,
    /// The company that is ours, where the team said so; it counts when the file names it.
    pub own_company: String,
}

impl ImportPlan {
    /// A cell as it may be shown before the file is read: prose, and what is not known to be anything else, is masked.
    #[must_use]
    pub fn shown(&self, role: ColumnRole, cell: &str) -> String {
        match role {
            ColumnRole::Comment | ColumnRole::Ignore => without_names(&masked(cell), &self.private_names),
            _ => cell.to_owned(),
        }
    }

    /// Whether a row is a respondent and a column a question, each with the step it is about.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        let has = |wanted: fn(&MappedColumn) -> bool| self.columns.iter().any(wanted);
        !has(|column| column.role == ColumnRole::Step)
            && has(|column| is_metric(column.role) && !column.step.is_empty())
    }

    /// The highest answer to a question.
    #[must_use]
    pub const fn top_of(&self, column: &MappedColumn) -> u8 {
        match column.role {
            _ if column.top > 0 => column.top,
            ColumnRole::Csat => self.scales.csat_top,
            ColumnRole::Ces => self.scales.ces_top,
            _ => 10,
        }
    }

    /// Gives every question of a metric one scale.
    pub fn set_top(&mut self, role: ColumnRole, top: u8) {
        match role {
            ColumnRole::Csat => self.scales.csat_top = top,
            ColumnRole::Ces => self.scales.ces_top = top,
            _ => {}
        }
        self.columns.iter_mut().filter(|column| column.role == role).for_each(|column| column.top = 0);
    }

    /// Whether the questions of a metric were asked on several scales.
    #[must_use]
    pub fn has_several_scales(&self, role: ColumnRole) -> bool {
        let mut tops = self.columns.iter().filter(|column| column.role == role).map(|column| self.top_of(column));
        let first = tops.next();
        tops.any(|top| Some(top) != first)
    }

    /// Says what a question of a wide table is about.
    pub fn speak_of(&mut self, at: usize, step: &str) {
        if let Some(column) = self.columns.get_mut(at) {
            step.trim().clone_into(&mut column.step);
        }
    }

    /// Whether a file was read before that had all of this one's columns and no other.
    #[must_use]
    pub fn fits(&self, set: &DataSet) -> bool {
        let headers = |columns: &[MappedColumn]| {
            let mut headers: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
            headers.sort_unstable();
            headers
        };
        !set.columns.is_empty() && headers(&set.columns) == headers(&self.columns)
    }

    /// Reads the file as that one was read.
    pub fn follow(&mut self, set: &DataSet) {
        let mut known = set.columns.clone();
        for column in &mut self.columns {
            if let Some(at) = known.iter().position(|known| known.header == column.header) {
                *column = known.remove(at);
            }
        }
        self.scales = set.scales;
        self.date_order = if set.day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
        self.no_answer.clone_from(&set.no_answer);
        self.own_company.clone_from(&set.own_company);
    }

    /// The plan for another file with the same columns, in whatever order they stand there; `own` is what was
    /// guessed of that file.
    pub fn for_another(&self, own: Self, file: &str) -> Result<Self, FeedbackError> {
        let find = |column: &MappedColumn| {
            let same = |known: &&MappedColumn| known.header == column.header;
            self.columns
                .iter()
                .find(same)
                .cloned()
                .unwrap_or_else(|| MappedColumn::new(ColumnRole::Ignore, column.header.clone()))
        };
        let columns: Vec<MappedColumn> = own.columns.iter().map(find).collect();
        let used = self.columns.iter().filter(|column| column.role != ColumnRole::Ignore);
        if let Some(missing) = used.into_iter().find(|column| !columns.contains(column)) {
            return Err(FeedbackError::OtherColumns { file: file.to_owned(), header: missing.header.clone() });
        }
        let Self { scales, date_order, no_answer, private_names, own_company, .. } = self.clone();
        Ok(Self { columns, scales, date_order, no_answer, private_names, own_company, ..own })
    }

    /// Gives a column a role; takes a role that only one column can have from the column that had it.
    pub fn assign(&mut self, role: ColumnRole, header: &str) -> Result<(), FeedbackError> {
        let Some(at) = self.columns.iter().position(|c| c.header == header) else {
            return Err(FeedbackError::NoSuchColumn { header: header.to_owned() });
        };
        self.assign_at(role, at);
        Ok(())
    }

    /// The same for the column in this place: headers may be empty or equal. Does nothing when there is none.
    pub fn assign_at(&mut self, role: ColumnRole, at: usize) {
        let was_wide = self.is_wide();
        if role == ColumnRole::Step && was_wide {
            self.columns.iter_mut().for_each(|column| column.step.clear());
            self.keep_first_of_each();
        }
        let many = was_wide && role != ColumnRole::Step && is_asked_by_step(role);
        if is_single(role) && !many {
            self.columns.iter_mut().filter(|c| c.role == role).for_each(|c| c.role = ColumnRole::Ignore);
        }
        let Some(column) = self.columns.get_mut(at) else { return };
        column.role = role;
        column.top = 0;
        match many {
            true if column.step.is_empty() => column.step = super::questions::topic_or_header(&column.header, None),
            true => {}
            false => column.step.clear(),
        }
    }

    /// Of the roles that one column alone can have in the long form, all but the first fall away.
    fn keep_first_of_each(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        for column in self.columns.iter_mut().filter(|column| is_single(column.role)) {
            if !seen.insert(column.role) {
                column.role = ColumnRole::Ignore;
            }
        }
    }

    /// Where the column with a role is.
    pub fn position(&self, role: ColumnRole) -> Result<Option<usize>, FeedbackError> {
        let mut found = self.columns.iter().enumerate().filter(|(_, c)| c.role == role).map(|(at, _)| at);
        let first = found.next();
        if found.next().is_some() { Err(FeedbackError::TwoColumns { role }) } else { Ok(first) }
    }

    /// Whether the file can be read so: a step column (or questions that each have their step) and at least one
    /// metric, no role twice.
    pub fn check(&self) -> Result<(), FeedbackError> {
        if self.is_wide() {
            return self.check_wide();
        }
        let single = ColumnRole::ALL.into_iter().filter(|role| is_single(*role));
        single.map(|role| self.position(role)).try_for_each(|found| found.map(|_| ()))?;
        let has = |role| self.columns.iter().any(|c| c.role == role);
        if !has(ColumnRole::Step) && !has(ColumnRole::Phase) {
            return Err(FeedbackError::NoColumn { role: ColumnRole::Step });
        }
        let metrics = [ColumnRole::Nps, ColumnRole::Csat, ColumnRole::Ces, ColumnRole::Rating];
        if metrics.into_iter().any(has) { Ok(()) } else { Err(FeedbackError::NoMetric) }
    }
}

impl ImportPlan {
    fn check_wide(&self) -> Result<(), FeedbackError> {
        let single = ColumnRole::ALL.into_iter().filter(|role| is_single(*role) && !is_asked_by_step(*role));
        single.map(|role| self.position(role)).try_for_each(|found| found.map(|_| ()))?;
        let mut seen = std::collections::BTreeSet::new();
        for column in self.columns.iter().filter(|column| is_asked_by_step(column.role)) {
            if column.step.is_empty() {
                return Err(FeedbackError::NoTopic { header: column.header.clone() });
            }
            if is_metric(column.role) && !seen.insert((column.role, normalized(&column.step))) {
                return Err(FeedbackError::AskedTwice { role: column.role, step: column.step.clone() });
            }
        }
        Ok(())
    }
}

/// Whether each step of a wide table may have a column of its own in this role.
#[must_use]
pub const fn is_asked_by_step(role: ColumnRole) -> bool {
    is_metric(role) || matches!(role, ColumnRole::Comment)
}

/// Whether only one column of a file can have the role.
#[must_use]
pub fn is_single(role: ColumnRole) -> bool {
    !matches!(role, ColumnRole::Ignore | ColumnRole::Rating)
}
