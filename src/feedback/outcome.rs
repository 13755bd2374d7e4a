//! What came out of a file.

use super::dates::Month;
use crate::base::{Date, OrderKey};
use crate::model::{
    Cube, DataSet, DataSetId, Import, ImportKind, MappedColumn, Measure, Quote, Scales, StepAnswers, StepWords,
    Together,
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
    /// The files one by one.
    pub files: Vec<SourceFile>,
    /// Data rows: used, rejected and repeated ones.
    pub rows: u64,
    /// Rows left out, by reason.
    pub rejected: Vec<Rejected>,
    /// Rows of a wide table of which single answers were left out; the others count.
    pub partly: Vec<Rejected>,
    /// Cells that were cut because they are longer than what is read of one.
    pub long_cells: Option<LongCell>,
    /// Rows that repeated an earlier one.
    pub duplicates: u64,
    /// Whether all rows were looked through for duplicates; not when there were more respondents than fit
    /// into the memory set aside for it (then later rows are compared with the first ones only).
    pub duplicates_complete: bool,
    /// Which column was read as what.
    pub columns: Vec<MappedColumn>,
    /// The sheet that was read.
    pub sheet: String,
    /// Rows above the header.
    pub rows_above: u32,
    /// Whether day and month stood in this order.
    pub day_first: bool,
    /// Answers that were taken for none, besides the usual codes.
    pub no_answer: Vec<String>,
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

/// One file of those that were read together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Name of the encoding it was read in.
    pub encoding: String,
    /// Its data rows.
    pub rows: u64,
}

/// Rows left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Why.
    pub reason: Reason,
    /// How many.
    pub rows: u64,
    /// The line of the first one; lines count from 1 and as an editor counts them.
    pub first_line: u64,
    /// In which of the files that is.
    pub file: usize,
    /// What stands there, masked: the cell that could not be used, or the beginning of the row.
    pub example: String,
}

/// Cells that were cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongCell {
    /// How many.
    pub cells: u64,
    /// In which of the files the first one is.
    pub file: usize,
    /// On which line its row begins.
    pub line: u64,
    /// The header of its column.
    pub column: String,
}

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// More or fewer cells than the header.
    Ragged,
    /// A quote is not closed.
    UnclosedQuote,
    /// A line of JSON Lines holds no object.
    NoObject,
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
    pub const ALL: [Self; 7] = [
        Self::Ragged,
        Self::UnclosedQuote,
        Self::NoObject,
        Self::NoStep,
        Self::BadDate,
        Self::OffScale,
        Self::NoAnswer,
    ];

    /// The key in the output of the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ragged => "ragged-row",
            Self::UnclosedQuote => "unclosed-quote",
            Self::NoObject => "no-object",
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
            how: ImportKind::First,
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
            sheet: self.sheet,
            rows_above: self.rows_above,
            day_first: self.day_first,
            no_answer: self.no_answer,
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
