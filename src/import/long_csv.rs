//! The long layout of a stakeholder map: a row for each stage and stakeholder, lists divided by semicolons. Each
//! stakeholder gets a journey; the stages are its phases.

use super::arrival::{ArrivedLane, ArrivedMap, ArrivedStep};
use super::table::{emotion_named, folded, number};
use super::{Because, Note, Place};
use crate::model::LaneKind;
use std::collections::BTreeMap;

/// Rows of a file; more is no map.
const MOST_ROWS: usize = 20_000;
/// Journeys of a file.
const MOST_STAKEHOLDERS: usize = 60;

/// The columns that become lanes, with the lane and, where the lane is one of the team's own, its title.
const LANES: [(&str, LaneKind, &str); 10] = [
    ("motivation", LaneKind::Motivation, ""),
    ("goal", LaneKind::Goal, ""),
    ("support", LaneKind::Support, ""),
    ("barriers", LaneKind::Pain, ""),
    ("opportunities", LaneKind::Opportunity, ""),
    ("signals", LaneKind::Custom, "Signals"),
    ("kpi", LaneKind::Kpi, ""),
    ("emotions", LaneKind::Custom, "Feelings"),
    ("quotes", LaneKind::Thought, ""),
    ("evidence", LaneKind::Custom, "Sources"),
];

/// Whether a header is that of the long layout.
#[must_use]
pub fn is_long(header: &[String]) -> bool {
    let has = |name: &str| header.iter().any(|cell| folded(cell) == name);
    has("stage") && has("stakeholder") && LANES.iter().filter(|(name, ..)| has(name)).count() >= 2
}

/// The journeys of such a file, a stakeholder each, and what has no place in them.
#[must_use]
pub fn read_long(rows: &[(u64, Vec<String>)]) -> (Vec<ArrivedMap>, Vec<Note>) {
    let Some(((_, header), rows)) = rows.split_first() else { return (Vec::new(), Vec::new()) };
    let header: Vec<String> = header.iter().map(|cell| folded(cell)).collect();
    let column = |name: &str| header.iter().position(|cell| cell == name);
    let mut notes = Vec::new();
    let mut people: Vec<(f64, String, Vec<Row<'_>>)> = Vec::new();
    for (at, (line, cells)) in rows.iter().enumerate() {
        let cell = |name: &str| column(name).and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let (stage, who) = (cell("stage"), cell("stakeholder"));
        let text = || cells.join(", ");
        if stage.is_empty() {
            if !text().trim_matches([',', ' ']).is_empty() {
                notes.push(Note { place: Place::Line(*line), text: text(), why: Because::NoStep });
            }
            continue;
        }
        let order = |name: &str| cell(name).parse::<f64>().ok().filter(|order| order.is_finite());
        let row = Row { stage, order: order("stageorder").unwrap_or(at as f64), cells, line: *line };
        let is_full = at >= MOST_ROWS || people.len() >= MOST_STAKEHOLDERS;
        match people.iter_mut().find(|(_, name, _)| name == who) {
            Some((_, _, rows)) => rows.push(row),
            None if is_full => {
                notes.push(Note { place: Place::Line(*line), text: text(), why: Because::TooMuch });
            }
            None => people.push((order("stakeholderorder").unwrap_or(at as f64), who.to_owned(), vec![row])),
        }
    }
    for (at, name) in header.iter().enumerate() {
        let is_known = LANES.iter().any(|(lane, ..)| lane == name)
            || ["stage", "stakeholder", "stageorder", "stakeholderorder", ""].contains(&name.as_str());
        if !is_known {
            leave_column(rows, at, &mut notes);
        }
    }
    people.sort_by(|a, b| a.0.total_cmp(&b.0));
    let maps = people.into_iter().map(|(_, who, rows)| map(&who, rows, &header, &mut notes)).collect();
    (maps, notes)
}

/// A row with its stage.
struct Row<'r> {
    stage: &'r str,
    order: f64,
    cells: &'r [String],
    line: u64,
}

fn leave_column(rows: &[(u64, Vec<String>)], at: usize, notes: &mut Vec<Note>) {
    for (line, cells) in rows {
        if let Some(text) = cells.get(at).filter(|text| !text.trim().is_empty()) {
            notes.push(Note { place: Place::Line(*line), text: text.clone(), why: Because::NoLane });
        }
    }
}

fn map(who: &str, mut rows: Vec<Row<'_>>, header: &[String], notes: &mut Vec<Note>) -> ArrivedMap {
    rows.sort_by(|a, b| a.order.total_cmp(&b.order));
    let cell = |row: &Row<'_>, name: &str| {
        let at = header.iter().position(|cell| cell == name);
        at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default()
    };
    let used: Vec<_> =
        LANES.into_iter().filter(|(name, ..)| rows.iter().any(|row| !cell(row, name).trim().is_empty())).collect();
    // Emotions are a curve where all of them are figures or words for one; else they are cards.
    let is_curve = rows.iter().all(|row| list(&cell(row, "emotions")).iter().all(|text| value(text).is_some()));
    let lanes: Vec<_> = used.into_iter().filter(|(name, ..)| *name != "emotions" || !is_curve).collect();
    let mut map = ArrivedMap {
        title: who.to_owned(),
        personas: (!who.is_empty()).then(|| who.to_owned()).into_iter().collect(),
        lanes: lanes.iter().map(|(_, kind, title)| ArrivedLane { kind: *kind, title: (*title).to_owned() }).collect(),
        ..ArrivedMap::default()
    };
    let mut phases: BTreeMap<String, usize> = BTreeMap::new();
    for row in &rows {
        let next = phases.len();
        let phase = *phases.entry(row.stage.to_owned()).or_insert_with(|| {
            map.phases.push(row.stage.to_owned());
            next
        });
        let emotions = list(&cell(row, "emotions"));
        let values: Vec<f32> = emotions.iter().filter_map(|text| value(text)).collect();
        let emotion = is_curve.then(|| mean(&values)).flatten();
        if is_curve && values.len() > 1 {
            notes.push(Note { place: Place::Line(row.line), text: emotions.join("; "), why: Because::NoEmotion });
        }
        let cells = lanes.iter().map(|(name, ..)| list(&cell(row, name))).collect();
        map.steps.push(ArrivedStep { phase, name: row.stage.to_owned(), emotion, actors: Vec::new(), cells });
    }
    map
}

fn list(cell: &str) -> Vec<String> {
    cell.split([';', '；']).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn value(text: &str) -> Option<f32> {
    number(text).filter(|value| (-2.0..=2.0).contains(value)).or_else(|| emotion_named(text))
}

fn mean(values: &[f32]) -> Option<f32> {
    (!values.is_empty()).then(|| values.iter().sum::<f32>() / values.len() as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::rows_of;

    #[test]
    fn each_stakeholder_gets_a_journey() {
        let text = "STAGE,Stakeholder,Motivation,Goal,Support,Barriers,Opportunities,Signals,KPI,Emotions,Quotes,Evidence,\
                    StageOrder,StakeholderOrder,Extra\n\
                    Use,Buyer,save time,,,slow; dear,,,NPS,1,It works,survey,2,2,\n\
                    Buy,Buyer,,cheap,,,,,,−1,,,1,2,lost\n\
                    Buy,Admin,,,help,,,,,proud; tired,,,1,1,\n";
        let rows = rows_of(text).unwrap();
        assert!(is_long(&rows[0].1));
        let (maps, notes) = read_long(&rows);
        assert_eq!(maps.iter().map(|map| map.title.as_str()).collect::<Vec<_>>(), ["Admin", "Buyer"]);
        let buyer = &maps[1];
        assert_eq!(buyer.phases, ["Buy", "Use"]);
        assert_eq!(buyer.steps.iter().map(|step| step.emotion).collect::<Vec<_>>(), [Some(-1.0), Some(1.0)]);
        let pain = buyer.lanes.iter().position(|lane| lane.kind == LaneKind::Pain).unwrap();
        assert_eq!(buyer.steps[1].cells[pain], ["slow", "dear"]);
        assert!(maps[0].lanes.iter().any(|lane| lane.title == "Feelings"), "words that are no emotion are cards");
        assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["lost"]);
    }
}
