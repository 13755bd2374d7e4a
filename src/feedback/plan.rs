//! How a file is to be read: guessed by the preview, changed by the person, followed by the reader.

use super::dates::DateOrder;
use super::error::FeedbackError;
use crate::model::{ColumnRole, MappedColumn, Scales};

/// How a file is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
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
}

impl ImportPlan {
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
        if is_single(role) {
            self.columns.iter_mut().filter(|c| c.role == role).for_each(|c| c.role = ColumnRole::Ignore);
        }
        if let Some(column) = self.columns.get_mut(at) {
            column.role = role;
        }
    }

    /// Where the column with a role is.
    pub fn position(&self, role: ColumnRole) -> Result<Option<usize>, FeedbackError> {
        let mut found = self.columns.iter().enumerate().filter(|(_, c)| c.role == role).map(|(at, _)| at);
        let first = found.next();
        if found.next().is_some() { Err(FeedbackError::TwoColumns { role }) } else { Ok(first) }
    }

    /// Whether the file can be read so: a step column and at least one metric, no role twice.
    pub fn check(&self) -> Result<(), FeedbackError> {
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

/// Whether only one column of a file can have the role.
#[must_use]
pub fn is_single(role: ColumnRole) -> bool {
    !matches!(role, ColumnRole::Ignore | ColumnRole::Rating)
}
