//! The to-be made from an as-is: the whole journey under new ids, each record knowing what it was made from.

use super::copy::{Copier, following};
use super::{Action, add_at_end, batch};
use crate::app::Session;
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::commands::NewName;
use crate::i18n::{Lang, fill};
use crate::model::{
    AnyRecord, Journey, JourneyId, JourneyState, JourneyStatus, Mark, MarkSource, PersonaId, RecordId, StepId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The to-be of a journey, placed after it. Its curve starts from what was aimed at where that was said, else from
/// what was agreed; what departments believe and what was measured stays with the as-is.
pub fn make_to_be(session: &mut Session, as_is: JourneyId, lang: Lang) -> Option<Action> {
    let project = session.project().clone();
    let mut copier = Copier { project: &project, ids: session.ids(), new_ids: BTreeMap::new() };
    let (records, copy) = copier.copy(as_is.into(), lang)?;
    let origins: BTreeMap<RecordId, RecordId> = copier.new_ids.into_iter().map(|(old, new)| (new, old)).collect();
    let aimed: BTreeSet<(StepId, Option<PersonaId>)> = records.iter().filter_map(aimed_at).collect();
    let mut commands = Vec::with_capacity(records.len());
    for record in records {
        match record {
            AnyRecord::Journey(journey) => {
                let journey = to_be_of(journey, project.journeys.get(as_is)?, lang);
                commands.push(Command::Add { record: journey.into(), before: following(&project, as_is.into()) });
            }
            AnyRecord::Mark(mark) => commands.extend(goal(mark, &aimed).map(add_at_end)),
            mut record => {
                set_origin(&mut record, &origins);
                commands.push(add_at_end(record));
            }
        }
    }
    Some(Action::new(batch(Verb::Add, RecordKind::Journey, commands)).selecting([copy]))
}

/// Whether the journey shown can have a to-be: it is not one itself.
#[must_use]
pub fn takes_to_be(session: &Session) -> bool {
    let journey = session.journey().and_then(|journey| session.project().journeys.get(journey));
    journey.is_some_and(|journey| journey.state != JourneyState::ToBe)
}

fn to_be_of(copy: Journey, as_is: &Journey, lang: Lang) -> Journey {
    Journey {
        title: fill(NewName::ToBeOf.text(lang), &[("name", &as_is.title)]),
        state: JourneyState::ToBe,
        as_is: Some(as_is.id),
        status: JourneyStatus::Draft,
        reviewed_on: None,
        competitor: String::new(),
        ..copy
    }
}

fn aimed_at(record: &AnyRecord) -> Option<(StepId, Option<PersonaId>)> {
    match record {
        AnyRecord::Mark(mark) if mark.source == MarkSource::Target => Some((mark.step, mark.persona)),
        _ => None,
    }
}

/// The mark as the to-be has it: its curve is the one that the room agrees to aim at.
fn goal(mark: Mark, aimed: &BTreeSet<(StepId, Option<PersonaId>)>) -> Option<Mark> {
    match mark.source {
        MarkSource::Target => Some(Mark { source: MarkSource::Agreed, ..mark }),
        MarkSource::Agreed if !aimed.contains(&(mark.step, mark.persona)) => Some(mark),
        MarkSource::Agreed | MarkSource::Believed(_) | MarkSource::Measured => None,
    }
}

fn set_origin(record: &mut AnyRecord, origins: &BTreeMap<RecordId, RecordId>) {
    let origin = origins.get(&record.id()).copied();
    match (record, origin) {
        (AnyRecord::Phase(phase), Some(RecordId::Phase(origin))) => phase.origin = Some(origin),
        (AnyRecord::Step(step), Some(RecordId::Step(origin))) => step.origin = Some(origin),
        (AnyRecord::Lane(lane), Some(RecordId::Lane(origin))) => lane.origin = Some(origin),
        (AnyRecord::Card(card), Some(RecordId::Card(origin))) => card.origin = Some(origin),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::app::{AppCommand, perform};
    use crate::compare::compare;
    use crate::model::{Card, OpportunityStatus};

    fn set(session: &mut Session, step: StepId, source: MarkSource, value: f32) {
        session.run(&Command::SetMark { step, persona: None, source, value: Some(value) }).unwrap();
    }

    #[test]
    fn the_to_be_is_the_whole_as_is_and_knows_what_it_was_made_from() {
        let (mut session, cell) = session();
        let card = add_card(&mut session, cell, "queue");
        let as_is = session.journey().unwrap();
        perform(&mut session, AppCommand::MakeToBe, Lang::Ja).unwrap();
        let to_be = session.journey().unwrap();
        let journey = session.project().journeys.get(to_be).unwrap();
        assert_eq!((journey.state, journey.as_is), (JourneyState::ToBe, Some(as_is)));
        assert!(journey.title.ends_with("（理想）"), "{}", journey.title);
        let copies: Vec<&Card> = session.project().cards.iter().filter(|c| c.origin == Some(card)).collect();
        assert_eq!(copies.len(), 1);
        let comparison = compare(session.project(), as_is, to_be).unwrap();
        assert!(comparison.is_same(), "{comparison:?}");
        assert_eq!(comparison.steps.len(), 3);
        session.undo();
        assert_eq!((session.project().journeys.len(), session.journey()), (1, Some(as_is)), "one step takes it back");
    }

    #[test]
    fn its_curve_starts_from_the_targets_else_from_what_was_agreed() {
        let (mut session, cell) = session();
        let as_is = session.journey().unwrap();
        let steps: Vec<StepId> = session.project().steps_in_journey(as_is).iter().map(|step| step.id).collect();
        set(&mut session, cell.step, MarkSource::Agreed, -1.5);
        set(&mut session, cell.step, MarkSource::Target, 1.0);
        set(&mut session, steps[1], MarkSource::Agreed, 0.5);
        set(&mut session, steps[2], MarkSource::Measured, 1.0);
        perform(&mut session, AppCommand::MakeToBe, Lang::En).unwrap();
        let comparison = compare(session.project(), as_is, session.journey().unwrap()).unwrap();
        let values: Vec<_> = comparison.emotions.iter().map(|emotion| (emotion.from, emotion.to)).collect();
        assert_eq!(values, [(Some(-1.5), Some(1.0)), (Some(0.5), Some(0.5))], "what was measured stays where it is");
    }

    #[test]
    fn opportunities_come_along_and_answer_the_pains_of_the_to_be() {
        let (mut session, cell) = session();
        let pain = add_card(&mut session, cell, "queue");
        let idea = add_card(&mut session, cell, "self checkout");
        let mut card = session.project().cards.get(idea).unwrap().clone();
        card.opportunity.answers = vec![pain];
        card.opportunity.status = OpportunityStatus::Planned;
        session.run(&Command::Edit(card.into())).unwrap();
        perform(&mut session, AppCommand::MakeToBe, Lang::En).unwrap();
        let made = |origin| session.project().cards.iter().find(|c| c.origin == Some(origin)).unwrap();
        assert_eq!(made(idea).opportunity.answers, [made(pain).id]);
        assert_eq!(made(idea).opportunity.status, OpportunityStatus::Planned);
    }
}
