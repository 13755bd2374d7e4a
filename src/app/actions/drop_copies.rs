//! What dropping copies of steps, phases or lanes comes to: each with everything in it.

use super::copy::{Copier, new_id};
use super::{Action, add_at_end, batch, rename};
use crate::app::{Selection, Session};
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{AnyRecord, PhaseId, RecordId};
use std::collections::BTreeMap;

/// Steps, phases or lanes of which copies were dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyDrop {
    /// The originals, in the order that the copies will have.
    pub originals: Vec<RecordId>,
    /// The phase that steps are dropped into.
    pub phase: Option<PhaseId>,
    /// The sibling that the copies go before.
    pub before: Option<RecordId>,
}

/// The copies, selected; `None` when nothing of it is there any more.
pub fn drop_copies(session: &mut Session, drop: &CopyDrop) -> Option<Action> {
    let kind = RecordKind::from(*drop.originals.first()?);
    let project = session.project().clone();
    let mut copier = Copier { project: &project, ids: session.ids(), new_ids: BTreeMap::new() };
    let (mut commands, mut copies) = (Vec::new(), Vec::new());
    for original in &drop.originals {
        let (records, copy) = copier.copied(*original)?;
        let mut records = records.into_iter();
        let mut root = records.next()?;
        if let (AnyRecord::Step(step), Some(phase)) = (&mut root, drop.phase) {
            step.phase = phase;
        }
        commands.push(Command::Add { record: root, before: drop.before });
        commands.extend(records.map(add_at_end));
        copies.push(copy);
    }
    commands.extend(ways_between(&mut copier).into_iter().map(add_at_end));
    Some(Action::new(batch(Verb::Add, kind, commands)).selecting(Selection::of(copies)))
}

/// Handoffs and links from one copied step to another, which belong to none of them alone.
fn ways_between(copier: &mut Copier<'_>) -> Vec<AnyRecord> {
    let project = copier.project;
    let new_ids = &copier.new_ids;
    let joins = |from, to, id: RecordId| {
        let both = new_ids.contains_key(&RecordId::Step(from)) && new_ids.contains_key(&RecordId::Step(to));
        both && !new_ids.contains_key(&id)
    };
    let handoffs = project.handoffs.iter().filter(|way| joins(way.from, way.to, way.id.into())).cloned();
    let links = project.links.iter().filter(|way| joins(way.from, way.to, way.id.into())).cloned();
    let mut ways: Vec<AnyRecord> = handoffs.map(AnyRecord::from).chain(links.map(AnyRecord::from)).collect();
    for way in &mut ways {
        let new = new_id(copier.ids, way.id());
        copier.new_ids.insert(way.id(), new);
        rename(way, &copier.new_ids);
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::run_action;
    use crate::app::testing::session;
    use crate::base::IdSource;
    use crate::model::Project;
    use crate::template;

    fn names(project: &Project, session: &Session) -> Vec<String> {
        project.steps_in_journey(session.journey().unwrap()).iter().map(|step| step.name.clone()).collect()
    }

    #[test]
    fn copied_steps_bring_their_cards_and_the_ways_between_them() {
        let project = template::project("retail", "ja", &mut IdSource::seeded(7)).unwrap();
        let mut session = Session::new(project.clone(), None, IdSource::seeded(8));
        let handoff = project.handoffs.iter().next().unwrap().clone();
        let before = names(&project, &session);
        let phases = project.phases_of(session.journey().unwrap());
        let first = project.steps_of(phases[0].id)[0].id;
        let drop = CopyDrop {
            originals: vec![handoff.from.into(), handoff.to.into()],
            phase: Some(phases[0].id),
            before: Some(first.into()),
        };
        let action = drop_copies(&mut session, &drop).unwrap();
        run_action(&mut session, action).unwrap();
        let now = session.project();
        let name = |id| project.steps.get(id).unwrap().name.clone();
        assert_eq!(names(now, &session)[..2], [name(handoff.from), name(handoff.to)]);
        assert_eq!(names(now, &session)[2..], before);
        let cards = |step| project.cards.iter().filter(|card| card.step == step).count();
        assert_eq!(now.cards.len(), project.cards.len() + cards(handoff.from) + cards(handoff.to));
        assert_eq!(now.handoffs.len(), project.handoffs.len() + 1);
        assert_eq!(session.selection().records().len(), 2);
        session.undo();
        assert!(session.project().same_as(&project), "one undo");
    }

    #[test]
    fn a_copied_phase_stands_where_it_was_dropped() {
        let (mut session, _) = session();
        let phase = session.project().phases_of(session.journey().unwrap())[0].id;
        let drop = CopyDrop { originals: vec![phase.into()], phase: None, before: Some(phase.into()) };
        let action = drop_copies(&mut session, &drop).unwrap();
        run_action(&mut session, action).unwrap();
        let phases = session.project().phases_of(session.journey().unwrap());
        assert!(session.selection().contains(phases[0].id));
        assert_eq!(phases[1].id, phase);
    }
}
