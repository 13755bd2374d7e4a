//! What a workbook carries of a project: the names, cards, figures and fields that stand in its cells. The writer makes
//! the sheets from it, the reader makes it from the sheets, and the two are compared.

use super::fields::{opportunity_fields, persona_fields};
use super::values::{ValueKey, keys_of};
use crate::i18n::Lang;
use crate::i18n::domain::lane_name;
use crate::model::{
    CardId, DepartmentId, JourneyId, JourneyIndex, Lane, LaneForm, LaneId, LaneKind, MarkSource, PersonaId, PhaseId,
    Project, StepId,
};
use std::collections::BTreeMap;

/// The most characters that a cell of Excel holds, in UTF-16.
const LONGEST_CELL: usize = 32_000;

/// The text of a cell by the key of its field.
pub type Fields = BTreeMap<String, String>;

/// What a workbook says of a project. What a colleague added there has no id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// The journeys.
    pub maps: Vec<CarriedMap>,
    /// The personas with their fields.
    pub personas: Vec<(Option<PersonaId>, Fields)>,
    /// The departments whose views stand on the curves, so that the workbook makes a project again.
    pub departments: Vec<(DepartmentId, String)>,
    /// The opportunities with their fields.
    pub opportunities: Vec<(Option<CardId>, Fields)>,
}

/// A journey.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedMap {
    /// Which one.
    pub id: JourneyId,
    /// Its title.
    pub title: String,
    /// Who makes it; known of a workbook as it went out.
    pub personas: Vec<PersonaId>,
    /// Its phases with their names.
    pub phases: Vec<(Option<PhaseId>, String)>,
    /// Its steps from left to right.
    pub steps: Vec<CarriedStep>,
    /// Its lanes that take cards, or have rows of values.
    pub lanes: Vec<CarriedLane>,
    /// Its cards, cell by cell, from top to bottom in each.
    pub cards: Vec<CarriedCard>,
    /// What else stands beside the lanes.
    pub values: Vec<ValueRow>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedStep {
    /// Which one.
    pub id: Option<StepId>,
    /// Its phase, among those of the map.
    pub phase: usize,
    /// Its name.
    pub name: String,
}

/// A lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedLane {
    /// Which one.
    pub id: Option<LaneId>,
    /// Its title as shown.
    pub title: String,
    /// What it shows.
    pub kind: LaneKind,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedCard {
    /// Which one.
    pub id: Option<CardId>,
    /// Its lane, among those of the map.
    pub lane: usize,
    /// Its step, among those of the map.
    pub step: usize,
    /// How many further steps it reaches over.
    pub extra_span: usize,
    /// Its text.
    pub text: String,
}

/// A row of values: an emotion curve, channels, a duration …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueRow {
    /// What it holds.
    pub key: ValueKey,
    /// The lane beside which it stands, among those of the map.
    pub lane: usize,
    /// Its text for each step.
    pub cells: Vec<String>,
}

impl CarriedMap {
    /// A journey with nothing in it.
    #[must_use]
    pub fn empty(id: JourneyId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            personas: Vec::new(),
            phases: Vec::new(),
            steps: Vec::new(),
            lanes: Vec::new(),
            cards: Vec::new(),
            values: Vec::new(),
        }
    }

    /// The text of a value at a step.
    #[must_use]
    pub fn value(&self, key: &ValueKey, step: usize) -> Option<&str> {
        let row = self.values.iter().find(|row| row.key == *key)?;
        row.cells.get(step).map(String::as_str)
    }
}

/// What a workbook of these journeys carries, with all personas; `lang` is that of titles that nobody has given.
#[must_use]
pub fn carried(project: &Project, journeys: &[JourneyId], lang: Lang) -> Carried {
    let indices: Vec<JourneyIndex<'_>> = journeys.iter().filter_map(|id| JourneyIndex::new(project, *id)).collect();
    let maps: Vec<CarriedMap> = indices.iter().map(|index| map(project, index, lang)).collect();
    let personas = project.personas_in_order();
    Carried {
        personas: personas.iter().map(|p| (Some(p.id), persona_fields(project, p, lang))).collect(),
        opportunities: opportunities(project, &indices, lang),
        departments: departments(project, &indices),
        maps,
    }
}

/// The departments that some mark of these journeys is by.
fn departments(project: &Project, indices: &[JourneyIndex<'_>]) -> Vec<(DepartmentId, String)> {
    let marks = || indices.iter().flat_map(|index| index.marks.values().flatten());
    let is_used = |id: DepartmentId| marks().any(|mark| mark.source == MarkSource::Believed(id));
    let all = project.departments_in_order().into_iter().filter(|department| is_used(department.id));
    all.map(|department| (department.id, tidy(&department.name))).collect()
}

fn map(project: &Project, index: &JourneyIndex<'_>, lang: Lang) -> CarriedMap {
    let phases = index.phases.iter().map(|phase| (Some(phase.phase.id), tidy(&phase.phase.name))).collect();
    let columns = index.phases.iter().enumerate().flat_map(|(at, phase)| phase.steps.iter().map(move |s| (at, *s)));
    let steps: Vec<_> =
        columns.map(|(phase, step)| CarriedStep { id: Some(step.id), phase, name: tidy(&step.name) }).collect();
    let is_carried = |lane: &&&Lane| !lane.hidden && !matches!(lane.kind.form(), LaneForm::Voice | LaneForm::Pictures);
    let lanes: Vec<&Lane> = index.lanes.iter().filter(is_carried).copied().collect();
    let mut map = CarriedMap {
        id: index.journey.id,
        title: tidy(&index.journey.title),
        personas: index.journey.personas.clone(),
        phases,
        steps,
        lanes: lanes
            .iter()
            .map(|lane| CarriedLane { id: Some(lane.id), title: tidy(lane_name(lane, lang)), kind: lane.kind })
            .collect(),
        cards: Vec::new(),
        values: Vec::new(),
    };
    for (at, lane) in lanes.iter().enumerate() {
        if matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech) {
            add_cards(&mut map, index, at, lane.id);
        } else {
            let texts = |key: &ValueKey| index.steps().map(|step| key.text(project, index, step)).collect();
            let rows = keys_of(project, index, lane.kind.form());
            map.values.extend(rows.into_iter().map(|key| ValueRow { lane: at, cells: texts(&key), key }));
        }
    }
    map
}

fn add_cards(map: &mut CarriedMap, index: &JourneyIndex<'_>, lane: usize, id: LaneId) {
    for (step, at) in index.steps().zip(0..) {
        let cards = index.cell(id, step.id).iter().map(|card| CarriedCard {
            id: Some(card.id),
            lane,
            step: at,
            extra_span: usize::from(card.extra_span),
            text: tidy(&card.text),
        });
        map.cards.extend(cards.filter(|card| !card.text.is_empty()));
    }
}

fn opportunities(project: &Project, indices: &[JourneyIndex<'_>], lang: Lang) -> Vec<(Option<CardId>, Fields)> {
    let mut rows = Vec::new();
    for index in indices {
        let lanes = index.lanes.iter().filter(|lane| lane.kind == LaneKind::Opportunity && !lane.hidden);
        for lane in lanes {
            for card in index.steps().flat_map(|step| index.cell(lane.id, step.id)) {
                rows.push((Some(card.id), opportunity_fields(project, index, card, lang)));
            }
        }
    }
    rows
}

/// A text as a cell of a workbook holds it: line ends of one kind, nothing that XML cannot hold, not too long, and
/// nothing that cannot be seen at its end.
#[must_use]
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |c: &char| (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LONGEST_CELL
    };
    let kept: String = text.chars().filter(is_kept).take_while(fits).collect();
    kept.trim().to_owned()
}
