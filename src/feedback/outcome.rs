//! What came out of a file.

use super::dates::Month;
use crate::base::{Date, OrderKey};
use crate::model::{
    Cube, DataSet, DataSetId, Import, MappedColumn, Measure, Quote, Scales, StepAnswers, StepWords, Together,
};

/// What a file said, and what of it could not be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The file's name, without a folder.
    pub file: String,
    /// The file's size in bytes.
    pub bytes: u64,
    /// SHA-256 of the file in lower-case hexadecimal.
    pub sha256: String,
    /// Name of the encoding it was read in.
    pub encoding: String,
    /// Data rows: used, rejected and repeated ones.
    pub rows: u64,
    /// Rows left out, by reason.
    pub rejected: Vec<Rejected>,
    /// Rows that repeated an earlier one.
    pub duplicates: u64,
    /// Whether all rows were looked through for duplicates; not when there were more respondents than fit
    /// into the memory set aside for it (then later rows are compared with the first ones only).
    pub duplicates_complete: bool,
    /// Which column was read as what; columns without a role are left out.
    pub columns: Vec<MappedColumn>,
    /// The scales.
    pub scales: Scales,
    /// The answers for each name in the step column, ordered by name.
    pub answers: Vec<StepAnswers>,
    /// Chosen, masked comments.
    pub quotes: Vec<Quote>,
    /// First and last month with answers.
    pub months: Option<(Month, Month)>,
    /// The questions that were asked.
    pub measures: Vec<Measure>,
    /// The answers in every combination; `None` when there were too many of them.
    pub cube: Option<Cube>,
    /// The company that was taken for ours because it has the most rows; empty when the file says which one is.
    pub own_company: String,
    /// How each item goes with overall satisfaction.
    pub together: Vec<Together>,
    /// Frequent words.
    pub words: Vec<StepWords>,
}

/// Rows left out for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Why.
    pub reason: Reason,
    /// How many.
    pub rows: u64,
    /// The line of the first one; lines count from 1 and as an editor counts them.
    pub first_line: u64,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// More or fewer cells than the header.
    Ragged,
    /// A quote is not closed.
    UnclosedQuote,
    /// The step column is empty.
    NoStep,
    /// A cell holds no date.
    BadDate,
    /// A cell holds something that is not on its scale.
    OffScale,
    /// No metric is answered.
    NoAnswer,
}

impl Reason {
    /// All reasons, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Ragged, Self::UnclosedQuote, Self::NoStep, Self::BadDate, Self::OffScale, Self::NoAnswer];

    /// The key in the output of the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ragged => "ragged-row",
            Self::UnclosedQuote => "unclosed-quote",
            Self::NoStep => "no-step",
            Self::BadDate => "bad-date",
            Self::OffScale => "off-scale",
            Self::NoAnswer => "no-answer",
        }
    }
}

impl Outcome {
    /// Rows whose answers are in the histograms.
    #[must_use]
    pub fn used(&self) -> u64 {
        self.rows - self.duplicates - self.rejected.iter().map(|r| r.rows).sum::<u64>()
    }

    /// The record that the project keeps.
    #[must_use]
    pub fn into_data_set(self, id: DataSetId, imported_on: Option<Date>) -> DataSet {
        let import = Import {
            on: imported_on,
            file: self.file.clone(),
            bytes: self.bytes,
            sha256: self.sha256.clone(),
            rows: self.rows,
            used: self.used(),
            first_month: self.months.map(|(first, _)| first.to_string()).unwrap_or_default(),
            last_month: self.months.map(|(_, last)| last.to_string()).unwrap_or_default(),
            columns: self.columns.clone(),
        };
        DataSet {
            imports: vec![import],
            name: self.file.clone(),
            file: self.file,
            bytes: self.bytes,
            sha256: self.sha256,
            encoding: self.encoding,
            imported_on,
            rows: self.rows,
            rejected: self.rejected.iter().map(|r| r.rows).sum(),
            duplicates: self.duplicates,
            columns: self.columns,
            scales: self.scales,
            answers: self.answers,
            quotes: self.quotes,
            measures: self.measures,
            cube: self.cube,
            own_company: self.own_company,
            together: self.together,
            words: self.words,
            ..DataSet::new(id, OrderKey::default())
        }
    }
}
