//! What is copied as a table for spreadsheets: steps across, lanes down.

use super::copy::Picked;
use crate::i18n::Lang;
use crate::i18n::clip::ClipText as Text;
use crate::i18n::domain::lane_name;
use crate::i18n::persona::PersonaText;
use crate::import::table::{Sheet, cell_text, experience_text};
use crate::model::{
    Card, CardId, JourneyId, JourneyIndex, Lane, LaneForm, LaneId, MarkSource, Persona, PersonaId, Project, RecordId,
    Step, StepId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The table of what was picked.
pub(super) fn of(project: &Project, picked: &Picked, lang: Lang) -> Sheet {
    match picked {
        Picked::Cards(cards) => cards_table(project, cards),
        Picked::Cells(lanes, steps) => cells_table(project, lanes, steps),
        Picked::Whole(records) => whole_table(project, records, lang),
    }
}

/// The smallest rectangle of cells that holds the cards.
fn cards_table(project: &Project, ids: &[CardId]) -> Sheet {
    let cards: Vec<&Card> = ids.iter().filter_map(|id| project.cards.get(*id)).collect();
    if let [one] = cards.as_slice() {
        return Sheet::new(vec![vec![one.text.clone()]]);
    }
    let Some(journey) = cards.first().and_then(|card| project.lanes.get(card.lane)).map(|lane| lane.journey) else {
        return Sheet::default();
    };
    let takes_cards = |lane: &&Lane| matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech);
    let lanes: Vec<LaneId> = project.lanes_of(journey).into_iter().filter(takes_cards).map(|lane| lane.id).collect();
    let steps: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
    let lanes = reach(&lanes, |lane| cards.iter().any(|card| card.lane == lane));
    let steps = reach(&steps, |step| cards.iter().any(|card| card.step == step));
    let chosen: BTreeSet<CardId> = ids.iter().copied().collect();
    let cell = |lane: LaneId, step: StepId| {
        let cards = project.cards_in(lane, step);
        let texts: Vec<&str> = cards.iter().filter(|c| chosen.contains(&c.id)).map(|c| c.text.as_str()).collect();
        cell_text(&texts)
    };
    Sheet::new(lanes.iter().map(|lane| steps.iter().map(|step| cell(*lane, *step)).collect()).collect())
}

/// From the first to the last of a list that is used.
fn reach<T: Copy>(list: &[T], is_used: impl Fn(T) -> bool) -> &[T] {
    let first = list.iter().position(|id| is_used(*id)).unwrap_or(0);
    let last = list.iter().rposition(|id| is_used(*id)).map_or(0, |last| last + 1);
    list.get(first..last).unwrap_or_default()
}

fn cells_table(project: &Project, lanes: &[LaneId], steps: &[StepId]) -> Sheet {
    let journey = lanes.first().and_then(|lane| project.lanes.get(*lane)).map(|lane| lane.journey);
    let Some(index) = journey.and_then(|journey| JourneyIndex::new(project, journey)) else { return Sheet::default() };
    let lanes = lanes.iter().filter_map(|lane| project.lanes.get(*lane));
    Sheet::new(lanes.map(|lane| steps.iter().map(|step| cell(project, &index, lane, *step)).collect()).collect())
}

fn whole_table(project: &Project, records: &[RecordId], lang: Lang) -> Sheet {
    let Some(first) = records.first() else { return Sheet::default() };
    match first {
        RecordId::Journey(_) => {
            let mut rows = Vec::new();
            for record in records {
                let Ok(id) = JourneyId::try_from(*record) else { continue };
                let steps = project.steps_in_journey(id).iter().map(|step| step.id).collect::<Vec<_>>();
                rows.extend(map_table(project, id, &steps, None, true, lang));
                rows.push(Vec::new());
            }
            Sheet::new(rows)
        }
        RecordId::Phase(_) => {
            let of = |record: &RecordId| if let RecordId::Phase(id) = record { Some(*id) } else { None };
            let phases: Vec<_> = records.iter().filter_map(of).collect();
            let steps: Vec<StepId> = phases.iter().flat_map(|id| project.steps_of(*id)).map(|step| step.id).collect();
            let journey = phases.first().and_then(|id| project.phases.get(*id)).map(|phase| phase.journey);
            Sheet::new(journey.map(|id| map_table(project, id, &steps, None, true, lang)).unwrap_or_default())
        }
        RecordId::Step(_) => {
            let steps: Vec<StepId> = records.iter().filter_map(|id| StepId::try_from(*id).ok()).collect();
            let journey = steps.first().and_then(|step| project.journey_of_step(*step));
            Sheet::new(journey.map(|id| map_table(project, id, &steps, None, false, lang)).unwrap_or_default())
        }
        RecordId::Lane(lane) => {
            let lanes: Vec<LaneId> = records.iter().filter_map(|id| LaneId::try_from(*id).ok()).collect();
            let Some(journey) = project.lanes.get(*lane).map(|lane| lane.journey) else { return Sheet::default() };
            let steps: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
            Sheet::new(map_table(project, journey, &steps, Some(&lanes), false, lang))
        }
        RecordId::Persona(_) => {
            let of = |id: &RecordId| project.personas.get(PersonaId::try_from(*id).ok()?);
            persona_table(project, &records.iter().filter_map(of).collect::<Vec<_>>(), lang)
        }
        _ => Sheet::new(records.iter().filter_map(|id| name(project, *id)).map(|name| vec![name]).collect()),
    }
}

fn name(project: &Project, record: RecordId) -> Option<String> {
    match record {
        RecordId::Department(id) => project.departments.get(id).map(|department| department.name.clone()),
        RecordId::Channel(id) => project.channels.get(id).map(|channel| channel.name.clone()),
        _ => None,
    }
}

/// Step names above (and phases, where wanted), lane names at the left.
fn map_table(
    project: &Project,
    journey: JourneyId,
    steps: &[StepId],
    lanes: Option<&[LaneId]>,
    phases: bool,
    lang: Lang,
) -> Vec<Vec<String>> {
    let Some(index) = JourneyIndex::new(project, journey) else { return Vec::new() };
    let columns: Vec<&Step> = steps.iter().filter_map(|id| project.steps.get(*id)).collect();
    let mut rows = Vec::new();
    if phases {
        let mut above = None;
        let phase = |step: &&Step| {
            let is_new = above.replace(step.phase) != Some(step.phase);
            project.phases.get(step.phase).filter(|_| is_new).map(|phase| phase.name.clone()).unwrap_or_default()
        };
        rows.push(titled(Text::Phase.text(lang), columns.iter().map(phase)));
    }
    rows.push(titled(Text::Step.text(lang), columns.iter().map(|step| step.name.clone())));
    let is_wanted = |lane: &&&Lane| match lanes {
        Some(lanes) => lanes.contains(&lane.id),
        None => !lane.hidden && !matches!(lane.kind.form(), LaneForm::Voice | LaneForm::Pictures),
    };
    for lane in index.lanes.iter().filter(is_wanted) {
        rows.push(titled(lane_name(lane, lang), steps.iter().map(|step| cell(project, &index, lane, *step))));
    }
    rows
}

fn titled(title: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(title.to_owned()).chain(cells).collect()
}

/// What stands in a cell, as a person would write it into a spreadsheet.
fn cell(project: &Project, index: &JourneyIndex<'_>, lane: &Lane, id: StepId) -> String {
    let Some(step) = project.steps.get(id) else { return String::new() };
    match lane.kind.form() {
        LaneForm::Cards | LaneForm::Speech => {
            let texts: Vec<&str> = index.cell(lane.id, id).iter().map(|card| card.text.as_str()).collect();
            cell_text(&texts)
        }
        LaneForm::Curves => emotion(index, id),
        LaneForm::Touchpoints => {
            let names = step.touchpoint.channels.iter().filter_map(|id| project.channels.get(*id));
            names.map(|channel| channel.name.clone()).collect::<Vec<_>>().join("\n")
        }
        LaneForm::Bars if step.touchpoint.engagement > 0 => step.touchpoint.engagement.to_string(),
        LaneForm::ExperienceValues => experience_text(step.experience),
        LaneForm::Owners => {
            let owner = step.touchpoint.owner.and_then(|owner| project.departments.get(owner));
            owner.map(|department| department.name.clone()).unwrap_or_default()
        }
        LaneForm::Bars | LaneForm::Voice | LaneForm::Pictures => String::new(),
    }
}

/// The agreed emotion of the leading persona, with its word.
fn emotion(index: &JourneyIndex<'_>, step: StepId) -> String {
    let lead = index.journey.personas.first().copied();
    let marks = index.marks.get(&step).map_or(&[][..], Vec::as_slice);
    let is_shown = |mark: &&&crate::model::Mark| {
        mark.source == MarkSource::Agreed && (mark.persona.is_none() || mark.persona == lead)
    };
    let Some(mark) = marks.iter().find(is_shown) else { return String::new() };
    if mark.word.is_empty() { format!("{}", mark.value) } else { format!("{} {}", mark.value, mark.word) }
}

/// Fields down, personas across; only fields that one of them has.
fn persona_table(project: &Project, personas: &[&Persona], lang: Lang) -> Sheet {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |title: &str, value: &dyn Fn(&Persona) -> String| {
        let values: Vec<String> = personas.iter().map(|persona| value(persona)).collect();
        if values.iter().any(|value| !value.is_empty()) {
            rows.push(titled(title, values.into_iter()));
        }
    };
    for (title, value) in FIELDS {
        row(title.text(lang), &|persona| value(persona));
    }
    row(PersonaText::Channels.text(lang), &|persona| channels(project, persona));
    let mut extra: Vec<&str> = Vec::new();
    for field in personas.iter().flat_map(|persona| &persona.extra) {
        if !extra.contains(&field.name.as_str()) {
            extra.push(&field.name);
        }
    }
    for name in extra {
        row(name, &|persona| {
            persona.extra.iter().find(|field| field.name == name).map(|field| field.value.clone()).unwrap_or_default()
        });
    }
    Sheet::new(rows)
}

/// A field's title and what it says.
type PersonaField = (PersonaText, fn(&Persona) -> String);

const FIELDS: [PersonaField; 24] = [
    (PersonaText::Name, |p| p.name.clone()),
    (PersonaText::Summary, |p| p.summary.clone()),
    (PersonaText::Quote, |p| p.quote.clone()),
    (PersonaText::Age, |p| p.age.clone()),
    (PersonaText::Gender, |p| p.gender.clone()),
    (PersonaText::Area, |p| p.area.clone()),
    (PersonaText::Job, |p| p.job.clone()),
    (PersonaText::Family, |p| p.family.clone()),
    (PersonaText::Income, |p| p.income.clone()),
    (PersonaText::Lifestyle, |p| p.lifestyle.clone()),
    (PersonaText::Values, |p| p.values.clone()),
    (PersonaText::Devices, |p| p.devices.clone()),
    (PersonaText::DigitalSkill, |p| if p.digital_skill > 0 { p.digital_skill.to_string() } else { String::new() }),
    (PersonaText::Goals, |p| cell_text(&texts(&p.goals))),
    (PersonaText::Motivations, |p| cell_text(&texts(&p.motivations))),
    (PersonaText::Pains, |p| cell_text(&texts(&p.pains))),
    (PersonaText::Sources, |p| cell_text(&texts(&p.information_sources))),
    (PersonaText::Industry, |p| p.organisation.industry.clone()),
    (PersonaText::CompanySize, |p| p.organisation.company_size.clone()),
    (PersonaText::Department, |p| p.organisation.department.clone()),
    (PersonaText::Title, |p| p.organisation.title.clone()),
    (PersonaText::Authority, |p| p.organisation.authority.clone()),
    (PersonaText::Approval, |p| p.organisation.approval_route.clone()),
    (PersonaText::Kpi, |p| p.organisation.kpi.clone()),
];

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

fn channels(project: &Project, persona: &Persona) -> String {
    let names: BTreeMap<_, _> = project.channels.iter().map(|channel| (channel.id, channel.name.as_str())).collect();
    let used = persona.channels.iter().filter(|liked| liked.strength > 0);
    let lines = used.filter_map(|liked| Some(format!("{} {}", names.get(&liked.channel)?, liked.strength)));
    lines.collect::<Vec<_>>().join("\n")
}
