//! How a made-up survey is described: what each touchpoint is felt like on average, and in what words.

use serde::Deserialize;

/// A survey.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The encoding of the file.
    pub encoding: Encoding,
    /// Where the random numbers start.
    pub seed: u64,
    /// How dates are written.
    pub dates: Dates,
    /// What respondents' ids begin with.
    pub respondent: String,
    /// The columns with their headers.
    pub columns: Vec<(Column, String)>,
    /// Months, their share of the answers, and how much better or worse they are (on the emotion axis).
    pub months: Vec<(String, usize, f64)>,
    /// Segments, their share, and how much better or worse they answer.
    pub segments: Vec<(String, usize, f64)>,
    /// How many write something.
    pub comment_percent: usize,
    /// How many of those add a general sentence.
    pub tail_percent: usize,
    /// How many give the middle of the scale whatever they felt; Japanese answers do so more often.
    pub middle_percent: usize,
    /// How far single answers lie from the mean, on the emotion axis.
    pub spread: f64,
    /// How many are delighted whatever the others say.
    pub delighted_percent: usize,
    /// How many leave the 0–10, the 1–5 and the 1–7 question out.
    pub no_answer_percent: (usize, usize, usize),
    /// What stands where a number should.
    pub invalid_values: Vec<String>,
    /// In how many rows.
    pub invalid: usize,
    /// How many rows are there twice.
    pub duplicates: usize,
    /// Comments with (fictitious) phone numbers and addresses.
    pub contacts: Vec<String>,
    /// In how many rows.
    pub contact_rows: usize,
    /// General sentences of the content.
    pub good_tails: Vec<String>,
    /// General sentences of the indifferent.
    pub middle_tails: Vec<String>,
    /// General sentences of the annoyed.
    pub bad_tails: Vec<String>,
    /// The touchpoints.
    pub steps: Vec<StepAnswers>,
}

/// The answers on one touchpoint.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepAnswers {
    /// The name most rows use.
    pub name: String,
    /// Other ways of writing it, with their percentage.
    #[serde(default)]
    pub others: Vec<(String, usize)>,
    /// How many answers.
    pub n: usize,
    /// The mean on the emotion axis, −2…+2.
    pub feels: f64,
    /// How strongly the months' differences count here; 1 as they stand, negative the other way round.
    #[serde(default = "one")]
    pub drift: f64,
    /// Whether the effort is asked for here.
    #[serde(default)]
    pub asks_effort: bool,
    /// Channels with their share.
    pub channels: Vec<(String, usize)>,
    /// Comments of the content.
    pub good: Vec<String>,
    /// Comments of the indifferent.
    pub middle: Vec<String>,
    /// Comments of the annoyed.
    pub bad: Vec<String>,
}

fn one() -> f64 {
    1.0
}

/// The encoding of a survey file.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Encoding {
    /// What Japanese Excel writes.
    Cp932,
    /// UTF-8.
    Utf8,
}

/// How dates are written.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Dates {
    /// 2026/7/3
    Slashed,
    /// 2026-07-03
    Iso,
}

/// A column of a survey file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Column {
    /// When.
    Date,
    /// Who.
    Respondent,
    /// About what.
    Touchpoint,
    /// Where.
    Channel,
    /// What sort of customer.
    Segment,
    /// 0–10.
    Nps,
    /// 1–5.
    Csat,
    /// 1–7, high = easy.
    Ces,
    /// In words.
    Comment,
}
