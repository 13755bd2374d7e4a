//! Which other records a record names, and the checks that follow from it.

use super::EditError;
use crate::model::{AnyRecord, JourneyId, Mark, MarkSource, PersonaId, Project, RecordId, References as _, StepId};

/// The ids of all records that this one names, parents first.
pub(super) fn references(record: &AnyRecord) -> Vec<RecordId> {
    let mut named = Vec::new();
    record.references(&mut |reference| named.push(reference.target));
    named
}

/// How many records it takes to have a place in the document: the first ones of its [`references`].
fn parents(record: &AnyRecord) -> usize {
    match record {
        AnyRecord::Department(_)
        | AnyRecord::DataSet(_)
        | AnyRecord::Channel(_)
        | AnyRecord::Persona(_)
        | AnyRecord::Journey(_)
        | AnyRecord::SavedView(_)
        | AnyRecord::Conflict(_) => 0,
        AnyRecord::Phase(_) | AnyRecord::Lane(_) | AnyRecord::Step(_) | AnyRecord::Mark(_) | AnyRecord::Alias(_) => 1,
        AnyRecord::Card(_) | AnyRecord::Handoff(_) | AnyRecord::Link(_) => 2,
    }
}

/// The error for the first parent that is not there.
pub(super) fn check_parents(project: &Project, record: &AnyRecord) -> Result<(), EditError> {
    references(record).into_iter().take(parents(record)).try_for_each(|id| exists(project, id))
}

/// The error for the first record that is named but not there.
pub(super) fn check_references(project: &Project, record: &AnyRecord) -> Result<(), EditError> {
    references(record).into_iter().try_for_each(|id| exists(project, id))
}

/// An error unless the record is there.
pub(super) fn exists(project: &Project, id: impl Into<RecordId>) -> Result<(), EditError> {
    let id = id.into();
    if project.contains(id) { Ok(()) } else { Err(EditError::Missing(id)) }
}

/// The journey that a record is part of, for what is part of one; its parents must exist.
pub(super) fn journey_of(project: &Project, record: &AnyRecord) -> Option<JourneyId> {
    match record {
        AnyRecord::Phase(phase) => Some(phase.journey),
        AnyRecord::Lane(lane) => Some(lane.journey),
        AnyRecord::Step(step) => project.phases.get(step.phase).map(|p| p.journey),
        AnyRecord::Card(card) => project.lanes.get(card.lane).map(|l| l.journey),
        _ => None,
    }
}

/// An error when the record joins things of two journeys.
pub(super) fn check_one_journey(project: &Project, record: &AnyRecord) -> Result<(), EditError> {
    let joined = match record {
        AnyRecord::Card(card) => (journey_of(project, record), project.journey_of_step(card.step)),
        AnyRecord::Handoff(handoff) => of_pair(project, handoff.from, handoff.to),
        AnyRecord::Link(link) => of_pair(project, link.from, link.to),
        _ => return Ok(()),
    };
    if joined.0 == joined.1 { Ok(()) } else { Err(EditError::OtherJourney(record.id())) }
}

fn of_pair(project: &Project, from: StepId, to: StepId) -> (Option<JourneyId>, Option<JourneyId>) {
    (project.journey_of_step(from), project.journey_of_step(to))
}

/// An error when there may be only one such record and another one is there.
pub(super) fn check_only_one(project: &Project, record: &AnyRecord) -> Result<(), EditError> {
    let existing: Option<RecordId> = match record {
        AnyRecord::Mark(mark) => mark_like(project, mark.step, mark.persona, mark.source).map(|m| m.id.into()),
        AnyRecord::Handoff(handoff) => project.handoff_between(handoff.from, handoff.to).map(|h| h.id.into()),
        _ => None,
    };
    match existing {
        Some(existing) if existing != record.id() => Err(EditError::Repeats { record: record.id(), existing }),
        _ => Ok(()),
    }
}

/// The mark of a step from a source for a persona, where "no persona" is the journey's first one.
pub(super) fn mark_like(
    project: &Project,
    step: StepId,
    persona: Option<PersonaId>,
    source: MarkSource,
) -> Option<&Mark> {
    project.mark_of(step, persona, source).or_else(|| {
        let journey = project.journeys.get(project.journey_of_step(step)?)?;
        let first = journey.personas.first().copied();
        match persona {
            None => project.mark_of(step, Some(first?), source),
            Some(_) if persona == first => project.mark_of(step, None, source),
            Some(_) => None,
        }
    })
}
