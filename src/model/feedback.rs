//! Imported customer feedback: histograms of the raw scale points, never rows. A histogram is a
//! sufficient statistic for every metric.

use super::StepId;
use super::cube::{Cube, Measure, StepWords, Subject, Together};
use super::fields::{FieldMaker, FieldValue, Fields, Sides};
use super::record::{record, record_alone};
use crate::base::{Date, OrderKey};
use serde::{Deserialize, Serialize};

record_alone! {
    /// One imported file (or several together): where it came from, how it was read, what it said.
    DataSet, DataSetId, "data set" {
        /// Place in the list.
        order: OrderKey,
        ;
        /// What the team calls it; the file's name at first.
        name: String,
        /// The file's name, without a folder.
        file: String,
        /// The file's size in bytes.
        bytes: u64,
        /// SHA-256 of the file in lower-case hexadecimal.
        sha256: String,
        /// Name of the file's encoding, as in the WHATWG Encoding Standard.
        encoding: String,
        /// When it was imported.
        imported_on: Option<Date>,
        /// Data rows in the file.
        rows: u64,
        /// Rows that could not be used.
        rejected: u64,
        /// Rows that repeated an earlier one and were left out.
        duplicates: u64,
        /// Which column was read as what, the unused ones too: the next file with these columns is read the same way.
        columns: Vec<MappedColumn>,
        /// The sheet of the workbook it came from.
        sheet: String,
        /// Rows above the header.
        rows_above: u32,
        /// Whether 03/04 is the third of April.
        day_first: bool,
        /// Answers that the person said are none, besides the usual codes.
        no_answer: Vec<String>,
        /// The scales its metrics were asked on.
        scales: Scales,
        /// The answers for each name in the step column, ordered by name.
        answers: Vec<StepAnswers>,
        /// Chosen, masked comments.
        quotes: Vec<Quote>,
        /// The questions that were asked.
        measures: Vec<Measure>,
        /// The answers by all that they can be filtered by; `None` when there were too many combinations, or when the
        /// file was imported before there were cubes. Then a filter by one thing is answered from the slices.
        cube: Option<Cube>,
        /// The company in the competitor column that is ours, besides 自社 and its like.
        own_company: String,
        /// How each item goes with overall satisfaction.
        together: Vec<Together>,
        /// Frequent words of the comments.
        words: Vec<StepWords>,
        /// Every import into this data set, the last one at the end.
        imports: Vec<Import>,
    }
}

/// What it counted only fits together as a whole, so that is one field.
impl Fields for DataSet {
    fn made<M: FieldMaker>(maker: &mut M, sides: Sides<'_, Self>) -> Self {
        let figures = |it: &Self| Self { name: String::new(), order: OrderKey::default(), ..it.clone() };
        let (base, ours, theirs) = (sides.base.map(figures), figures(sides.ours), figures(sides.theirs));
        let order = FieldValue::made(maker, "order", sides.part(|it| &it.order));
        let name = FieldValue::made(maker, "name", sides.part(|it| &it.name));
        let figures = maker.value("figures", Sides { base: base.as_ref(), ours: &ours, theirs: &theirs });
        Self { order, name, ..figures }
    }
}

/// An import that took place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Import {
    /// When.
    pub on: Option<Date>,
    /// The file's name, without a folder.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Data rows in it.
    pub rows: u64,
    /// Rows whose answers were counted.
    pub used: u64,
    /// First month with answers, as `2026-01`; empty when the file has no dates.
    pub first_month: String,
    /// Last month with answers.
    pub last_month: String,
    /// What it did to the data set.
    #[serde(skip_serializing_if = "super::record::is_default")]
    pub how: ImportKind,
    /// Which column was read as what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<MappedColumn>,
}

/// What an import did to its data set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportKind {
    /// Began it.
    #[default]
    First,
    /// Its answers were added to those that were there.
    Added,
    /// Its answers took the place of those that were there.
    Replaced,
}

impl DataSet {
    /// The imports whose answers are counted: the last one that began or replaced them, and what was added since.
    #[must_use]
    pub fn counted(&self) -> &[Import] {
        let from = self.imports.iter().rposition(|import| import.how != ImportKind::Added).unwrap_or(0);
        &self.imports[from..]
    }

    /// Rows whose answers are counted.
    #[must_use]
    pub const fn used(&self) -> u64 {
        self.rows.saturating_sub(self.rejected).saturating_sub(self.duplicates)
    }
}

/// A column of the file and the role it was read in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    /// What it was read as.
    pub role: ColumnRole,
    /// The column's header.
    pub header: String,
    /// In the wide form, a row a respondent: what the column's question is about. Empty in the long form.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub step: String,
    /// The highest answer to the question, where it was asked on another scale than the others; 0 is that of the file.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub top: u8,
}

impl MappedColumn {
    /// A column that speaks of no step of its own.
    #[must_use]
    pub const fn new(role: ColumnRole, header: String) -> Self {
        Self { role, header, step: String::new(), top: 0 }
    }
}

/// What a column of a feedback file means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ColumnRole {
    /// Not used.
    #[default]
    Ignore,
    /// When the answer was given.
    Date,
    /// Who answered; repeated rows of one respondent at one time are duplicates.
    Respondent,
    /// The step or touchpoint.
    Step,
    /// The phase.
    Phase,
    /// The channel.
    Channel,
    /// The customer segment.
    Segment,
    /// The persona.
    Persona,
    /// 0–10, "would you recommend us".
    Nps,
    /// Satisfaction, 1–5 or 1–7.
    Csat,
    /// Effort, 1–7 (agree = easy) or 1–5 (reversed).
    Ces,
    /// Any other rating.
    Rating,
    /// What the customer wrote.
    Comment,
    /// How much the row counts.
    Weight,
    /// Which company it is about.
    Competitor,
    /// The language of the comment.
    Language,
    /// Satisfaction with everything, against which the items are held.
    Overall,
}

impl ColumnRole {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 17] = [
        Self::Ignore,
        Self::Date,
        Self::Respondent,
        Self::Step,
        Self::Phase,
        Self::Channel,
        Self::Segment,
        Self::Persona,
        Self::Nps,
        Self::Csat,
        Self::Ces,
        Self::Rating,
        Self::Comment,
        Self::Weight,
        Self::Competitor,
        Self::Language,
        Self::Overall,
    ];

    /// The key used on the command line and in its output.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Date => "date",
            Self::Respondent => "respondent",
            Self::Step => "step",
            Self::Phase => "phase",
            Self::Channel => "channel",
            Self::Segment => "segment",
            Self::Persona => "persona",
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
            Self::Rating => "rating",
            Self::Comment => "comment",
            Self::Weight => "weight",
            Self::Competitor => "competitor",
            Self::Language => "language",
            Self::Overall => "overall",
        }
    }
}

/// The scales of a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scales {
    /// The highest CSAT answer, 5 or 7; the lowest is 1.
    pub csat_top: u8,
    /// The highest CES answer, 7 or 5; the lowest is 1.
    pub ces_top: u8,
    /// Whether a high CES answer means hard (the 1–5 version) instead of easy.
    pub ces_high_is_hard: bool,
}

impl Default for Scales {
    fn default() -> Self {
        Self { csat_top: 5, ces_top: 7, ces_high_is_hard: false }
    }
}

/// The answers under one name of the step column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepAnswers {
    /// The name as the file writes it.
    pub name: String,
    /// What it is a name of.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub of: Subject,
    /// The whole, then by channel, month, segment and persona. Answers about other companies are not in it.
    pub slices: Vec<Slice>,
}

/// Histograms of one part of the answers under a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Slice {
    /// By what the answers are divided.
    pub by: Dimension,
    /// Which part: a channel, a month as `2026-01`, a segment; empty for the whole.
    pub key: String,
    /// Rows.
    pub rows: u64,
    /// Answers 0–10: 11 bins, or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nps: Vec<u64>,
    /// Answers 1–[`Scales::csat_top`]: that many bins, or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub csat: Vec<u64>,
    /// Answers 1–[`Scales::ces_top`]: that many bins, or none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ces: Vec<u64>,
    /// Answers of each rating, in the order of [`DataSet::measures`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<Vec<u64>>,
}

/// By what answers are divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    /// Not divided.
    #[default]
    Whole,
    /// By channel.
    Channel,
    /// By month.
    Month,
    /// By segment.
    Segment,
    /// By persona.
    Persona,
}

/// A masked comment worth keeping.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quote {
    /// The name in the step column.
    pub step_name: String,
    /// The month as `2026-01`.
    pub month: String,
    /// The segment.
    pub segment: String,
    /// The channel.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub channel: String,
    /// The persona.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub persona: String,
    /// Whether the name is that of a step or a phase.
    #[serde(skip_serializing_if = "super::record::is_default")]
    pub of: Subject,
    /// The text, personal data masked.
    pub text: String,
}

record! {
    /// A name that feedback files use for a step.
    Alias, AliasId, "alias" {
        /// The step it means.
        step: StepId,
        ;
        /// The name as files write it; compared in its normal form.
        name: String,
    }
}
