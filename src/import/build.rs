//! What maps that arrive come to in a project: one command, and what had no place in it.

use super::arrival::{ArrivedMap, ArrivedStep, ArrivedTable};
use super::table::{Counts, Leftover, Plan, Sheet, Spot, Why, channel_named, folded, plan_sheet};
use super::{Because, Note, Place};
use crate::base::{IdSource, OrderKey};
use crate::edit::{Command, EditError, Label, RecordKind, Verb, apply};
use crate::i18n::Lang;
use crate::i18n::commands::NewName;
use crate::model::{
    AnyRecord, Card, Channel, ChannelId, Journey, JourneyId, Lane, LaneForm, LaneKind, Mark, MarkSource, Persona,
    PersonaId, PersonaKind, Phase, Project, Step,
};

/// Tables with fewer lanes than this get the usual ones besides.
const FEW_LANES: usize = 3;

/// Where maps go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Each becomes a journey of its own.
    NewJourney,
    /// They are put into a journey, step by step by their names.
    Into(JourneyId),
}

/// What maps come to.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The change; `None` when there is nothing to do.
    pub command: Option<Command>,
    /// How much of what.
    pub counts: Counts,
    /// What has no place.
    pub notes: Vec<Note>,
    /// The journeys that come to be, or get something.
    pub journeys: Vec<JourneyId>,
    /// The project as it would be.
    pub project: Project,
}

/// What maps come to in a project.
pub fn build(
    project: &Project,
    maps: &[ArrivedMap],
    target: Target,
    lang: Lang,
    ids: &mut IdSource,
) -> Result<Built, EditError> {
    let mut builder = Builder { now: project.clone(), commands: Vec::new(), built: Built::default(), lang, ids };
    for map in maps {
        match target {
            Target::NewJourney => builder.journey(map)?,
            Target::Into(journey) => builder.merge(map, journey)?,
        }
    }
    let Builder { now, commands, mut built, .. } = builder;
    let label = Label::new(Verb::Import, RecordKind::Journey);
    built.command = (!commands.is_empty()).then_some(Command::Batch { label, commands });
    built.project = now;
    Ok(built)
}

struct Builder<'i> {
    now: Project,
    commands: Vec<Command>,
    built: Built,
    lang: Lang,
    ids: &'i mut IdSource,
}

impl Builder<'_> {
    fn run(&mut self, command: Command) -> Result<(), EditError> {
        self.now = apply(&self.now, &command, self.ids)?;
        self.commands.push(command);
        Ok(())
    }

    fn journey(&mut self, map: &ArrivedMap) -> Result<(), EditError> {
        let personas = self.personas(&map.personas)?;
        let title = if map.title.trim().is_empty() { NewName::Journey.text(self.lang) } else { map.title.trim() };
        let journey = Journey {
            title: title.to_owned(),
            personas,
            scenario: map.scenario.clone(),
            ..Journey::new(self.ids.next(), OrderKey::default())
        };
        let id = journey.id;
        self.run(Command::Add { record: journey.into(), before: None })?;
        self.built.journeys.push(id);
        let is_short = map.table.as_ref().is_none_or(|table| table.sheet.height() < FEW_LANES + 1);
        if map.table.is_none() || is_short {
            self.usual_lanes(id, map)?;
        }
        match &map.table {
            Some(table) => {
                self.place(&table.sheet, id, Some(table))?;
                self.usual_phase(id)
            }
            None => self.steps(map, id),
        }
    }

    fn personas(&mut self, names: &[String]) -> Result<Vec<PersonaId>, EditError> {
        let mut found: Vec<PersonaId> = Vec::new();
        for name in names {
            let known =
                self.now.personas_in_order().into_iter().find(|p| folded(&p.name) == folded(name)).map(|p| p.id);
            let id = if let Some(id) = known {
                id
            } else {
                let new = Persona::new(self.ids.next(), OrderKey::default(), PersonaKind::default());
                let new = Persona { name: name.clone(), ..new };
                let id = new.id;
                self.run(Command::Add { record: new.into(), before: None })?;
                id
            };
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    /// The lanes that every new map has, and those that arrive.
    fn usual_lanes(&mut self, journey: JourneyId, map: &ArrivedMap) -> Result<(), EditError> {
        let usual = LaneKind::ALL.iter().copied().filter(|kind| kind.on_by_default());
        let mut wanted: Vec<(LaneKind, String)> = usual.map(|kind| (kind, String::new())).collect();
        for lane in &map.lanes {
            let is_there = |(kind, title): &(LaneKind, String)| *kind == lane.kind && *title == lane.title;
            if !wanted.iter().any(is_there) {
                wanted.push((lane.kind, lane.title.clone()));
            }
        }
        let new = |(kind, title): (LaneKind, String)| -> AnyRecord {
            Lane { title, ..Lane::new(self.ids.next(), journey, OrderKey::default(), kind) }.into()
        };
        let lanes = wanted.into_iter().map(new).collect();
        self.run(Command::AddAll(lanes))
    }

    /// A table that named no steps leaves a map with a phase to begin with.
    fn usual_phase(&mut self, journey: JourneyId) -> Result<(), EditError> {
        if !self.now.phases_of(journey).is_empty() {
            return Ok(());
        }
        let name = NewName::Phase.text(self.lang).to_owned();
        let phase = Phase { name, ..Phase::new(self.ids.next(), journey, OrderKey::default()) };
        self.run(Command::Add { record: phase.into(), before: None })
    }

    /// Phases, steps and what is in them, as they came.
    fn steps(&mut self, map: &ArrivedMap, journey: JourneyId) -> Result<(), EditError> {
        let phases: Vec<Phase> = map
            .phases
            .iter()
            .map(|name| Phase { name: name.clone(), ..Phase::new(self.ids.next(), journey, OrderKey::default()) })
            .collect();
        let mut records: Vec<AnyRecord> = phases.iter().cloned().map(Into::into).collect();
        let lanes: Vec<Lane> = self.now.lanes_of(journey).into_iter().cloned().collect();
        let people: Vec<(String, PersonaId)> =
            self.now.personas_in_order().iter().map(|persona| (folded(&persona.name), persona.id)).collect();
        for arrived in &map.steps {
            let Some(phase) = phases.get(arrived.phase) else { continue };
            let mut step = Step::new(self.ids.next(), phase.id, OrderKey::default());
            step.name.clone_from(&arrived.name);
            self.built.counts.new_steps += 1;
            let mut cards = Vec::new();
            for (lane, texts) in map.lanes.iter().zip(&arrived.cells) {
                let here = lanes.iter().find(|own| own.kind == lane.kind && own.title == lane.title);
                let Some(here) = here else { continue };
                if here.kind.form() == LaneForm::Touchpoints {
                    step.touchpoint.channels = self.channels(texts)?;
                    self.built.counts.values += usize::from(!texts.is_empty());
                    continue;
                }
                cards.extend(texts.iter().map(|text| Card {
                    text: text.clone(),
                    ..Card::new(self.ids.next(), here.id, step.id, OrderKey::default())
                }));
            }
            self.built.counts.cards += cards.len();
            let marks = self.marks(arrived, &step, &people);
            self.built.counts.values += usize::from(!marks.is_empty());
            records.push(step.into());
            records.extend(cards.into_iter().map(AnyRecord::from));
            records.extend(marks.into_iter().map(AnyRecord::from));
        }
        self.built.counts.new_phases += phases.len();
        self.built.counts.new_lanes += lanes.len();
        self.run(Command::AddAll(records))
    }

    /// The emotion of a step: that of each who is named, or of whoever leads.
    fn marks(&mut self, arrived: &ArrivedStep, step: &Step, people: &[(String, PersonaId)]) -> Vec<Mark> {
        let Some(value) = arrived.emotion else { return Vec::new() };
        let id_of = |actor: &String| people.iter().find(|(name, _)| *name == folded(actor)).map(|(_, id)| *id);
        let mut whose: Vec<Option<PersonaId>> = Vec::new();
        for id in arrived.actors.iter().filter_map(id_of) {
            if !whose.contains(&Some(id)) {
                whose.push(Some(id));
            }
        }
        if whose.is_empty() {
            whose.push(None);
        }
        let mark = |persona| Mark { persona, value, ..Mark::new(self.ids.next(), step.id, MarkSource::Agreed) };
        whose.into_iter().map(mark).collect()
    }

    fn channels(&mut self, names: &[String]) -> Result<Vec<ChannelId>, EditError> {
        let mut found = Vec::new();
        for name in names {
            let kind = channel_named(name);
            let all = self.now.channels_in_order();
            let known = all.iter().find(|channel| folded(&channel.name) == folded(name));
            let of_kind = || all.iter().find(|channel| Some(channel.kind) == kind);
            let id: ChannelId = if let Some(channel) = known.or_else(of_kind) {
                channel.id
            } else {
                let kind = kind.unwrap_or_default();
                let new = Channel::new(self.ids.next(), OrderKey::default(), kind);
                let new = Channel { name: name.clone(), side: kind.usual_side(), ..new };
                let id = new.id;
                self.run(Command::Add { record: new.into(), before: None })?;
                self.built.counts.new_channels += 1;
                id
            };
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    fn merge(&mut self, map: &ArrivedMap, journey: JourneyId) -> Result<(), EditError> {
        if !self.built.journeys.contains(&journey) {
            self.built.journeys.push(journey);
        }
        // Whose feeling it is has no place in a table: the emotion is that of whoever leads.
        if !map.personas.is_empty() && map.table.is_none() {
            let text = map.personas.join(", ");
            self.built.notes.push(Note { place: Place::Whole, text, why: Because::Unknown });
        }
        self.place(&map.sheet(self.lang), journey, map.table.as_ref())
    }

    fn place(&mut self, sheet: &Sheet, journey: JourneyId, table: Option<&ArrivedTable>) -> Result<(), EditError> {
        let now = self.now.clone();
        let spot = Spot { project: &now, journey, cell: None, lang: self.lang };
        let plan = plan_sheet(spot, sheet, self.ids);
        self.count(&plan);
        self.built.notes.extend(plan.leftovers.iter().map(|left| note(left, table)));
        plan.command.map_or(Ok(()), |command| self.run(command))
    }

    fn count(&mut self, plan: &Plan) {
        let (sum, new) = (&mut self.built.counts, plan.counts);
        sum.cards += new.cards;
        sum.values += new.values;
        sum.lanes += new.lanes;
        sum.steps += new.steps;
        sum.new_phases += new.new_phases;
        sum.new_steps += new.new_steps;
        sum.new_lanes += new.new_lanes;
        sum.new_channels += new.new_channels;
    }
}

/// What had no place, where it stands in the file.
fn note(left: &Leftover, table: Option<&ArrivedTable>) -> Note {
    let why = match left.why {
        Why::NoLane => Because::NoLane,
        Why::NoEmotion => Because::NoEmotion,
        Why::NoLevel => Because::NoLevel,
        Why::NoDepartment => Because::NoDepartment,
        Why::NoText => Because::NoText,
    };
    let Some(table) = table else { return Note { place: Place::Whole, text: left.text.clone(), why } };
    let (row, column) = if table.is_turned { (left.column, left.row) } else { (left.row, left.column) };
    let (top, first) = table.origin;
    let place = Place::Cell { sheet: table.name.clone(), row: row as u32 + top - 1, column: column as u32 + first - 1 };
    Note { place, text: left.text.clone(), why }
}
