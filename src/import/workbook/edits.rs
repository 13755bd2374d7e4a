//! Accepted changes become one command. Each is made on the project as the changes before it leave it, so that two
//! changes of one record do not undo each other.

use super::change::{Change, Edit};
use super::fields::{CHANNELS, liked_channels, set_opportunity, set_persona};
use super::values::{ValueKey, one_line};
use crate::base::{Id, IdSource, OrderKey};
use crate::edit::{Command, EditError, Label, RecordKind, Verb, apply};
use crate::import::table::{channel_named, channel_words, experience, folded, number};
use crate::model::{
    AnyRecord, Channel, ChannelId, ChannelPreference, Department, DepartmentId, Mark, MarkSource, Project, RecordId,
    Step,
};

/// Which changes are made when these are accepted: not those that need one which is not.
#[must_use]
pub fn accepted(changes: &[Change], wanted: &[bool]) -> Vec<bool> {
    let mut made: Vec<bool> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let can_be = change.needs.iter().all(|needed| made.get(*needed) == Some(&true));
        made.push(wanted.get(at) == Some(&true) && can_be);
    }
    made
}

/// The accepted changes as one step of the history; `None` when nothing is left to do. A change that the project no
/// longer takes is given back by its number.
pub fn commands(
    project: &Project,
    changes: &[Change],
    wanted: &[bool],
    ids: &mut IdSource,
) -> (Option<Command>, Vec<(usize, EditError)>) {
    let (mut now, mut commands, mut refused) = (project.clone(), Vec::new(), Vec::new());
    for (at, _) in accepted(changes, wanted).iter().enumerate().filter(|(_, made)| **made) {
        let made =
            command(&changes[at].edit, &now, ids).map(|command| apply(&now, &command, ids).map(|p| (p, command)));
        match made {
            Some(Ok((next, command))) => {
                now = next;
                commands.push(command);
            }
            Some(Err(error)) => refused.push((at, error)),
            None => {}
        }
    }
    let label = Label::new(Verb::Import, RecordKind::Project);
    ((!commands.is_empty()).then_some(Command::Batch { label, commands }), refused)
}

fn command(edit: &Edit, project: &Project, ids: &mut IdSource) -> Option<Command> {
    let add = |record: AnyRecord, before: Option<RecordId>| Command::Add { record, before };
    Some(match edit {
        Edit::AddDepartment(department) => add(department.clone().into(), None),
        Edit::AddJourney(journey) => add((**journey).clone().into(), None),
        Edit::AddPersona(persona) => add((**persona).clone().into(), None),
        Edit::AddPhase(phase, after) => {
            let siblings = project.phases_of(phase.journey).iter().map(|phase| phase.id).collect::<Vec<_>>();
            add(phase.clone().into(), following(&siblings, after, phase.id).map(Into::into))
        }
        Edit::AddStep(step, after) => {
            let siblings = project.steps_of(step.phase).iter().map(|step| step.id).collect::<Vec<_>>();
            add((**step).clone().into(), following(&siblings, after, step.id).map(Into::into))
        }
        Edit::AddLane(lane, after) => {
            let siblings = project.lanes_of(lane.journey).iter().map(|lane| lane.id).collect::<Vec<_>>();
            add(lane.clone().into(), following(&siblings, after, lane.id).map(Into::into))
        }
        Edit::AddCard(card, after) => {
            let siblings = project.cards_in(card.lane, card.step).iter().map(|card| card.id).collect::<Vec<_>>();
            add((**card).clone().into(), following(&siblings, after, card.id).map(Into::into))
        }
        Edit::Name(id, name) => Command::Edit(renamed(project.get(*id)?, name)),
        Edit::MovePhase(phase, after) => {
            let journey = project.phases.get(*phase)?.journey;
            let siblings = project.phases_of(journey).iter().map(|phase| phase.id).collect::<Vec<_>>();
            Command::MovePhase { phase: *phase, before: following(&siblings, after, *phase) }
        }
        Edit::MoveStep(step, phase, after) => {
            let siblings = project.steps_of(*phase).iter().map(|step| step.id).collect::<Vec<_>>();
            let before = following(&siblings, after, *step);
            Command::MoveSteps { steps: vec![*step], phase: *phase, before }
        }
        Edit::MoveLane(lane, after) => {
            let journey = project.lanes.get(*lane)?.journey;
            let siblings = project.lanes_of(journey).iter().map(|lane| lane.id).collect::<Vec<_>>();
            let before = following(&siblings, after, *lane).map(Into::into);
            Command::Reorder { record: (*lane).into(), before }
        }
        Edit::MoveCard(card, lane, step, after) => {
            let siblings = project.cards_in(*lane, *step).iter().map(|card| card.id).collect::<Vec<_>>();
            let before = following(&siblings, after, *card);
            Command::MoveCards { cards: vec![*card], lane: *lane, step: *step, before }
        }
        Edit::Value(step, key, text) => value(project, project.steps.get(*step)?, *key, text, ids)?,
        Edit::Persona(persona, key, text) => persona_field(project, *persona, key, text, ids)?,
        Edit::Opportunity(card, key, text) if key == "owner" => {
            let mut card = project.cards.get(*card)?.clone();
            let (owner, mut commands) = department(project, text, ids);
            card.opportunity.owner = owner;
            commands.push(Command::Edit(card.into()));
            batch(commands)
        }
        Edit::Opportunity(card, key, text) => {
            let mut card = project.cards.get(*card)?.clone();
            set_opportunity(&mut card, key, text).then(|| Command::Edit(card.into()))?
        }
        Edit::Remove(id) => {
            project.contains(*id).then_some(())?;
            Command::Delete(vec![*id])
        }
    })
}

/// What something goes before: the one after the nearest of those it is to come after; the first where none is there.
fn following<K>(siblings: &[Id<K>], after: &[Id<K>], own: Id<K>) -> Option<Id<K>> {
    let place = after.iter().find_map(|before| siblings.iter().position(|sibling| sibling == before));
    let mut next = siblings.iter().skip(place.map_or(0, |at| at + 1));
    next.find(|sibling| **sibling != own).copied()
}

fn batch(mut commands: Vec<Command>) -> Command {
    match (commands.pop(), commands.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            commands.extend(last);
            Command::Batch { label: Label::new(Verb::Import, RecordKind::Project), commands }
        }
    }
}

fn renamed(mut record: AnyRecord, name: &str) -> AnyRecord {
    match &mut record {
        AnyRecord::Journey(journey) => name.clone_into(&mut journey.title),
        AnyRecord::Phase(phase) => name.clone_into(&mut phase.name),
        AnyRecord::Step(step) => name.clone_into(&mut step.name),
        AnyRecord::Lane(lane) => name.clone_into(&mut lane.title),
        AnyRecord::Card(card) => name.clone_into(&mut card.text),
        _ => {}
    }
    record
}

/// Whether a text can be the value of a row; nothing always can.
#[must_use]
pub(super) fn is_value(key: ValueKey, text: &str) -> bool {
    let level = |highest: f32| number(text).is_some_and(|n| n.fract() == 0.0 && (0.0..=highest).contains(&n));
    text.is_empty()
        || match key {
            ValueKey::Emotion(..) => number(text).is_some_and(|value| (Mark::LOWEST..=Mark::HIGHEST).contains(&value)),
            ValueKey::ForCustomer | ValueKey::ForBusiness | ValueKey::Engagement => level(5.0),
            ValueKey::Customers => text.parse::<u64>().is_ok(),
            ValueKey::Experience => experience(text).is_some(),
            _ => true,
        }
}

fn value(project: &Project, step: &Step, key: ValueKey, text: &str, ids: &mut IdSource) -> Option<Command> {
    let (mut step, mut commands) = (step.clone(), Vec::new());
    let touchpoint = &mut step.touchpoint;
    let level = || number(text).unwrap_or(0.0) as u8;
    match key {
        ValueKey::Emotion(source, persona) | ValueKey::Word(source, persona) => {
            return mark(project, &step, (source, persona), key, text, ids);
        }
        ValueKey::Channels => (touchpoint.channels, commands) = channels(project, text, ids),
        ValueKey::Owner => (touchpoint.owner, commands) = department(project, text, ids),
        ValueKey::Duration => text.clone_into(&mut touchpoint.duration),
        ValueKey::Customers => touchpoint.customers_per_month = text.parse().ok(),
        ValueKey::ForCustomer => touchpoint.importance_to_customer = level(),
        ValueKey::ForBusiness => touchpoint.importance_to_business = level(),
        ValueKey::MomentOfTruth => touchpoint.moment_of_truth = !text.is_empty(),
        ValueKey::Systems => text.clone_into(&mut touchpoint.systems),
        ValueKey::Strengths => text.clone_into(&mut touchpoint.strengths),
        ValueKey::Weaknesses => text.clone_into(&mut touchpoint.weaknesses),
        ValueKey::Improvement => text.clone_into(&mut touchpoint.improvement),
        ValueKey::Engagement => touchpoint.engagement = level(),
        ValueKey::Experience => step.experience = experience(text).unwrap_or_default(),
    }
    commands.push(Command::Edit(step.into()));
    Some(batch(commands))
}

fn mark(
    project: &Project,
    step: &Step,
    (source, persona): (MarkSource, Option<crate::model::PersonaId>),
    key: ValueKey,
    text: &str,
    ids: &mut IdSource,
) -> Option<Command> {
    // Nobody's feeling is that of whoever leads.
    let lead = project.journey_of_step(step.id).and_then(|id| project.journeys.get(id)?.personas.first().copied());
    let same = [persona, if persona == lead { None } else { persona }, if persona.is_none() { lead } else { persona }];
    let there = same.into_iter().find_map(|persona| project.mark_of(step.id, persona, source)).cloned();
    if matches!(key, ValueKey::Word(..)) {
        // A word says nothing without the figure it belongs to.
        return there.map(|mark| Command::Edit(Mark { word: text.to_owned(), ..mark }.into()));
    }
    if text.is_empty() {
        return there.map(|mark| Command::Delete(vec![mark.id.into()]));
    }
    let value = Mark::on_axis(number(text)?, false);
    Some(if let Some(mark) = there {
        Command::Edit(Mark { value, ..mark }.into())
    } else {
        let mark = Mark { persona, value, ..Mark::new(ids.next(), step.id, source) };
        Command::Add { record: mark.into(), before: None }
    })
}

/// The channels of a cell; those that the project does not have come to be.
fn channels(project: &Project, text: &str, ids: &mut IdSource) -> (Vec<ChannelId>, Vec<Command>) {
    let known = |word: &str| channel_here(project, word).is_some() || channel_named(word).is_some();
    let (mut found, mut new): (Vec<ChannelId>, Vec<Channel>) = (Vec::new(), Vec::new());
    for word in channel_words(text, &known) {
        let id = channel(project, &mut new, &word, ids);
        if !found.contains(&id) {
            found.push(id);
        }
    }
    (found, added(new))
}

fn channel_here(project: &Project, name: &str) -> Option<ChannelId> {
    let in_order = project.channels_in_order();
    let exact = in_order.iter().find(|channel| one_line(&channel.name) == name);
    exact.or_else(|| in_order.iter().find(|channel| folded(&channel.name) == folded(name))).map(|channel| channel.id)
}

fn channel(project: &Project, new: &mut Vec<Channel>, name: &str, ids: &mut IdSource) -> ChannelId {
    let made = || new.iter().find(|channel| channel.name == name).map(|channel| channel.id);
    if let Some(id) = channel_here(project, name).or_else(made) {
        return id;
    }
    let kind = channel_named(name).unwrap_or_default();
    let channel = Channel::new(ids.next(), OrderKey::default(), kind);
    let channel = Channel { name: name.to_owned(), side: kind.usual_side(), ..channel };
    let id = channel.id;
    new.push(channel);
    id
}

fn added(new: Vec<Channel>) -> Vec<Command> {
    if new.is_empty() { Vec::new() } else { vec![Command::AddAll(new.into_iter().map(Into::into).collect())] }
}

/// The department of a name; one that the project does not have comes to be.
fn department(project: &Project, name: &str, ids: &mut IdSource) -> (Option<DepartmentId>, Vec<Command>) {
    if name.is_empty() {
        return (None, Vec::new());
    }
    let in_order = project.departments_in_order();
    let exact = in_order.iter().find(|department| one_line(&department.name) == name);
    let known = exact.or_else(|| in_order.iter().find(|department| folded(&department.name) == folded(name)));
    if let Some(department) = known {
        return (Some(department.id), Vec::new());
    }
    let letter = name.chars().take(1).collect();
    let department = Department { name: name.to_owned(), letter, ..Department::new(ids.next(), OrderKey::default()) };
    (Some(department.id), vec![Command::Add { record: department.into(), before: None }])
}

fn persona_field(
    project: &Project,
    persona: crate::model::PersonaId,
    key: &str,
    text: &str,
    ids: &mut IdSource,
) -> Option<Command> {
    let mut persona = project.personas.get(persona)?.clone();
    let mut commands = Vec::new();
    if key == CHANNELS {
        let mut new = Vec::new();
        let liked: Vec<ChannelPreference> = liked_channels(text)
            .into_iter()
            .map(|(name, strength)| ChannelPreference { channel: channel(project, &mut new, &name, ids), strength })
            .collect();
        commands = added(new);
        // What is not used at all does not stand on the sheet.
        let unused = persona.channels.iter().filter(|old| old.strength == 0).copied();
        let mut all: Vec<ChannelPreference> = Vec::new();
        for preference in liked.into_iter().chain(unused) {
            if !all.iter().any(|known| known.channel == preference.channel) {
                all.push(preference);
            }
        }
        persona.channels = all;
    } else if !set_persona(&mut persona, key, text) {
        return None;
    }
    commands.push(Command::Edit(persona.into()));
    Some(batch(commands))
}
