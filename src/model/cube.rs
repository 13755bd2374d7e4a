//! The cube of a data set: how often each answer was given in each combination of step, month, channel, segment,
//! persona and company. Any filter can be answered from it, and no row can be had from it.

use super::ColumnRole;
use serde::{Deserialize, Serialize};

/// A question that was asked, and its scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// NPS, CSAT, CES or a rating.
    pub role: ColumnRole,
    /// The column's header.
    pub name: String,
    /// The lowest answer.
    pub lowest: u8,
    /// The highest answer.
    pub highest: u8,
}

impl Measure {
    /// How many answers there are to choose from.
    #[must_use]
    pub const fn bins(&self) -> usize {
        (self.highest.saturating_sub(self.lowest)) as usize + 1
    }
}

/// What a name in a file is a name of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// A step.
    #[default]
    Step,
    /// A phase: the row names no step in it.
    Phase,
}

/// A name that answers stand under.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectName {
    /// As the file writes it.
    pub name: String,
    /// What it is a name of.
    #[serde(default, skip_serializing_if = "super::record::is_default")]
    pub of: Subject,
}

/// Counts of answers by step, month, channel, segment, persona and company.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cube {
    /// Names of steps and phases.
    pub subjects: Vec<SubjectName>,
    /// Months as `2026-01`. In this list and the next ones the first entry, empty, stands for "not stated".
    pub months: Vec<String>,
    /// Channels.
    pub channels: Vec<String>,
    /// Segments.
    pub segments: Vec<String>,
    /// Personas.
    pub personas: Vec<String>,
    /// Companies; the first one is ours.
    pub companies: Vec<String>,
    /// A row a combination that occurs: the places in the lists above in their order, the number of rows, then the
    /// answers of each measure of the data set from its lowest to its highest; zeros at the end are left out.
    pub cells: Vec<Vec<u64>>,
    /// For weighted data the same again for each cell: for each measure the sum of the weights' squares, then the
    /// weights of each answer, in thousandths. Empty when every row counts as one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Vec<u64>>,
}

impl Cube {
    /// Numbers before the answers in a row of [`cells`](Self::cells).
    pub const BEFORE: usize = 7;

    /// Whether every row of [`cells`](Self::cells) names what is in the lists.
    #[must_use]
    pub fn is_sound(&self, measures: &[Measure]) -> bool {
        let bins: usize = measures.iter().map(Measure::bins).sum();
        let lists = [
            self.subjects.len(),
            self.months.len(),
            self.channels.len(),
            self.segments.len(),
            self.personas.len(),
            self.companies.len(),
        ];
        let is_cell = |cell: &Vec<u64>| {
            (Self::BEFORE..=Self::BEFORE + bins).contains(&cell.len())
                && cell.iter().zip(lists).all(|(at, entries)| *at < entries as u64)
        };
        let is_weight = |weight: &Vec<u64>| weight.len() <= bins + measures.len();
        self.cells.iter().all(is_cell)
            && self.weights.iter().all(is_weight)
            && (self.weights.is_empty() || self.weights.len() == self.cells.len())
    }
}

/// How an item goes with overall satisfaction, in sums over the answers that have both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Together {
    /// The step or phase that the item was asked about.
    pub subject: SubjectName,
    /// The measure's place in [`DataSet::measures`](super::DataSet::measures).
    pub measure: usize,
    /// Answers that have both.
    pub n: u64,
    /// Sum of the item's answers.
    pub x: u64,
    /// Sum of the overall answers.
    pub y: u64,
    /// Sum of the item's squares.
    pub xx: u64,
    /// Sum of the overall squares.
    pub yy: u64,
    /// Sum of the products.
    pub xy: u64,
}

/// Words of the comments about a step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StepWords {
    /// The step or phase.
    pub subject: SubjectName,
    /// Comments that were looked at: all of them, or a fair sample.
    pub comments: u64,
    /// Words and phrases with the number of comments that hold them, most first.
    pub words: Vec<(String, u64)>,
}
