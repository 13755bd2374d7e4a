//! The result as one JSON object, keys in the order of the manual.

use super::answer::{Answer, PhaseAnswer};
use crate::feedback::{
    Apart, CesFigure, Change, CsatFigure, Interval, NpsFigure, Outcome, PartFigure, RatingFigure, Rejected, Rival,
    Side, SourceFile, StepFigures, StepVoice,
};
use crate::model::{ColumnRole, FeedbackFilter, MappedColumn};
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct Object<'a> {
    source: Sources<'a>,
    columns: Columns<'a>,
    rejected: Vec<RejectedRows>,
    duplicates: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<&'a FeedbackFilter>,
    steps: Vec<Step<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phases: Option<Vec<Phase<'a>>>,
    lowest: Vec<&'a str>,
    unassigned: Unassigned<'a>,
}

/// One object for one file, a list for several.
#[derive(Serialize)]
#[serde(untagged)]
enum Sources<'a> {
    One(Source<'a>),
    Several(Vec<Source<'a>>),
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    bytes: u64,
    rows: u64,
    encoding: &'a str,
    sha256: &'a str,
}

struct Columns<'a>(Vec<&'a MappedColumn>);

#[derive(Serialize)]
struct RejectedRows {
    reason: &'static str,
    rows: u64,
    first_line: u64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Step<'a> {
    Hidden { name: &'a str, hidden: bool },
    Shown(Box<Shown<'a>>),
}

/// A phase has no parts: they would give away those of its steps.
#[derive(Serialize)]
struct Phase<'a> {
    journey: &'a str,
    #[serde(flatten)]
    figures: Step<'a>,
}

#[derive(Serialize)]
struct Shown<'a> {
    name: &'a str,
    n: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    nps: Option<Nps>,
    #[serde(skip_serializing_if = "Option::is_none")]
    csat: Option<Csat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ces: Option<Ces>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channels: Option<Vec<Channel<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<Vec<Month<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ratings: Vec<Rating<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    segments: Vec<Part<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    personas: Vec<Part<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<Difference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    companies: Vec<Company<'a>>,
    /// Channels whose intervals keep apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    channels_apart: Vec<ApartChannel<'a>>,
}

#[derive(Serialize)]
struct ApartChannel<'a> {
    name: &'a str,
    side: &'static str,
    n: u64,
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct Rating<'a> {
    name: &'a str,
    n: u64,
    mean: f64,
    median: f64,
    from: u8,
    share: f64,
    low: f64,
    high: f64,
}

/// The leading metric of a part; without figures where that is a small group.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'a> {
    Hidden { name: &'a str, hidden: bool },
    Shown { name: &'a str, n: u64, value: f64, low: f64, high: f64 },
}

#[derive(Serialize)]
struct Difference {
    value: f64,
    low: f64,
    high: f64,
    proven: bool,
}

#[derive(Serialize)]
struct Company<'a> {
    name: &'a str,
    n: u64,
    value: f64,
    low: f64,
    high: f64,
    difference: Difference,
}

#[derive(Serialize)]
struct Nps {
    n: u64,
    value: f64,
    low: f64,
    high: f64,
    se: f64,
    median: f64,
}

#[derive(Serialize)]
struct Csat {
    n: u64,
    mean: f64,
    top2: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct Ces {
    n: u64,
    mean: f64,
    easy: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct Channel<'a> {
    name: &'a str,
    n: u64,
}

#[derive(Serialize)]
struct Month<'a> {
    #[serde(rename = "month")]
    name: &'a str,
    n: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    nps: Option<f64>,
}

#[derive(Serialize)]
struct Unassigned<'a> {
    rows: u64,
    names: Vec<Name<'a>>,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
    rows: u64,
}

/// The object, and a line end.
pub(super) fn text(sources: &[Outcome], answer: &Answer) -> String {
    let object = Object {
        source: the_sources(sources),
        columns: columns(sources),
        rejected: rejected(sources),
        duplicates: sources.iter().map(|source| source.duplicates).sum(),
        filter: Some(&answer.filter).filter(|filter| !filter.is_empty()),
        steps: answer.steps.iter().map(|(name, voice)| step(name, voice)).collect(),
        phases: answer.phases.as_ref().map(|phases| phases.iter().map(phase).collect()),
        lowest: answer.lowest(),
        unassigned: Unassigned {
            rows: answer.unassigned.iter().map(|(_, rows, _)| rows).sum(),
            names: answer.unassigned.iter().map(|(name, rows, _)| Name { name, rows: *rows }).collect(),
        },
    };
    // Strings and finite numbers only: nothing that JSON could refuse.
    serde_json::to_string(&object).unwrap_or_default() + "\n"
}

fn the_sources(sources: &[Outcome]) -> Sources<'_> {
    let files: Vec<&SourceFile> = sources.iter().flat_map(|source| &source.files).collect();
    match files.as_slice() {
        [one] => Sources::One(source(one)),
        several => Sources::Several(several.iter().map(|file| source(file)).collect()),
    }
}

fn source(file: &SourceFile) -> Source<'_> {
    let SourceFile { name, bytes, rows, encoding, sha256 } = file;
    Source { name, bytes: *bytes, rows: *rows, encoding, sha256 }
}

/// The columns of all files, each role once.
fn columns(sources: &[Outcome]) -> Columns<'_> {
    let mut seen = BTreeSet::new();
    let columns = sources.iter().flat_map(|source| &source.columns).filter(|column| column.role != ColumnRole::Ignore);
    Columns(columns.filter(|column| seen.insert((column.role, &column.step))).collect())
}

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        let key = |column: &MappedColumn| match column.step.as_str() {
            "" => column.role.key().to_owned(),
            step => format!("{}@{step}", column.role.key()),
        };
        self.0.iter().try_for_each(|column| map.serialize_entry(&key(column), &column.header))?;
        map.end()
    }
}

fn rejected(sources: &[Outcome]) -> Vec<RejectedRows> {
    let mut all: BTreeMap<_, Rejected> = BTreeMap::new();
    for rejected in sources.iter().flat_map(|source| &source.rejected) {
        let sum = all.entry(rejected.reason).or_insert(Rejected { rows: 0, ..rejected.clone() });
        sum.rows += rejected.rows;
    }
    let row = |r: Rejected| RejectedRows { reason: r.reason.key(), rows: r.rows, first_line: r.first_line };
    all.into_values().map(row).collect()
}

fn step<'a>(name: &'a str, voice: &'a StepVoice) -> Step<'a> {
    match voice {
        StepVoice::Hidden => Step::Hidden { name, hidden: true },
        StepVoice::Shown(figures) => Step::Shown(Box::new(shown(name, figures))),
    }
}

fn phase(phase: &PhaseAnswer) -> Phase<'_> {
    let figures = match &phase.voice {
        StepVoice::Hidden => Step::Hidden { name: &phase.name, hidden: true },
        StepVoice::Shown(figures) => {
            Step::Shown(Box::new(Shown { channels: None, months: None, ..shown(&phase.name, figures) }))
        }
    };
    Phase { journey: &phase.journey, figures }
}

fn shown<'a>(name: &'a str, figures: &'a StepFigures) -> Shown<'a> {
    let month = |(month, n, nps): &'a (String, u64, Option<Interval>)| Month {
        name: month,
        n: *n,
        nps: nps.map(|score| rounded(score.value)),
    };
    Shown {
        name,
        n: figures.n,
        nps: figures.nps.as_ref().map(nps),
        csat: figures.csat.as_ref().map(csat),
        ces: figures.ces.as_ref().map(ces),
        channels: Some(figures.channels.iter().map(|(name, n)| Channel { name, n: *n }).collect()),
        months: Some(figures.months.iter().map(month).collect()),
        ratings: figures.ratings.iter().map(rating).collect(),
        segments: figures.parts[2].iter().map(part).collect(),
        personas: figures.parts[3].iter().map(part).collect(),
        change: figures.change.map(difference),
        companies: figures.rivals.iter().map(company).collect(),
        channels_apart: figures.apart.iter().map(apart).collect(),
    }
}

fn apart(channel: &Apart) -> ApartChannel<'_> {
    let side = match channel.side {
        Side::Lower => "lower",
        Side::Between => "between",
        Side::Higher => "higher",
    };
    let [value, low, high] = [channel.value.value, channel.value.low, channel.value.high].map(rounded);
    ApartChannel { name: &channel.name, side, n: channel.n, value, low, high }
}

fn rating(figure: &RatingFigure) -> Rating<'_> {
    let RatingFigure { name, n, mean, median, cut, share, .. } = figure;
    let [mean, share, low, high] = [mean.value, share.value, share.low, share.high].map(rounded);
    Rating { name, n: *n, mean, median: *median, from: *cut, share, low, high }
}

fn part(part: &PartFigure) -> Part<'_> {
    let name = part.name.as_str();
    match part.figure {
        None => Part::Hidden { name, hidden: true },
        Some((n, Interval { value, low, high })) => {
            let [value, low, high] = [value, low, high].map(rounded);
            Part::Shown { name, n, value, low, high }
        }
    }
}

fn difference(change: Change) -> Difference {
    let Interval { value, low, high } = change.difference;
    let [value, low, high] = [value, low, high].map(rounded);
    Difference { value, low, high, proven: change.proven }
}

fn company(rival: &Rival) -> Company<'_> {
    let [value, low, high] = [rival.value.value, rival.value.low, rival.value.high].map(rounded);
    Company { name: &rival.name, n: rival.n, value, low, high, difference: difference(rival.difference) }
}

fn nps(figure: &NpsFigure) -> Nps {
    let Interval { value, low, high } = figure.score;
    let [value, low, high, se] = [value, low, high, figure.se].map(rounded);
    Nps { n: figure.n, value, low, high, se, median: figure.median }
}

fn csat(figure: &CsatFigure) -> Csat {
    let [mean, top2, low, high] =
        [figure.mean.value, figure.top2.value, figure.top2.low, figure.top2.high].map(rounded);
    Csat { n: figure.n, mean, top2, low, high }
}

fn ces(figure: &CesFigure) -> Ces {
    let [mean, easy, low, high] =
        [figure.mean.value, figure.easy.value, figure.easy.low, figure.easy.high].map(rounded);
    Ces { n: figure.n, mean, easy, low, high }
}

/// Six decimals: the last digits of a floating-point number say nothing, and differ between machines. Never −0.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}
