//! Duplicating the selection with everything in it, under new ids.

use super::place::after;
use super::rename::rename;
use super::{Action, add_at_end, batch};
use crate::app::{Selection, Session};
use crate::base::{Id, IdSource};
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::commands::NewName;
use crate::i18n::{Lang, fill};
use crate::model::{AnyRecord, Card, Project, RecordId};
use std::collections::BTreeMap;

/// Copies of the selected records of the leading one's kind, each beside its original.
pub fn duplicate(session: &mut Session, lang: Lang) -> Option<Action> {
    let kind = RecordKind::from(session.selection().primary()?);
    let mut roots: Vec<RecordId> =
        session.selection().records().iter().copied().filter(|record| RecordKind::from(*record) == kind).collect();
    roots.retain(|root| is_copied(*root));
    let project = session.project().clone();
    let (mut commands, mut copies) = (Vec::new(), Vec::new());
    for root in roots {
        let mut copier = Copier { project: &project, ids: session.ids(), new_ids: BTreeMap::new() };
        let (records, copy) = copier.copy(root, lang)?;
        let mut records = records.into_iter();
        commands.push(Command::Add { record: records.next()?, before: following(&project, root) });
        commands.extend(records.map(add_at_end));
        copies.push(copy);
    }
    let edit = (copies.len() == 1 && kind != RecordKind::Card).then(|| copies[0]);
    let selection = Selection::of(copies);
    let action = Action::new(batch(Verb::Add, kind, commands)).selecting(selection.clone());
    (!selection.is_empty()).then_some(Action { edit_text: edit, ..action })
}

/// Marks, handoffs, links, aliases exist once for what they are about; feedback is imported.
const fn is_copied(record: RecordId) -> bool {
    use RecordId::{Card, Channel, Department, Journey, Lane, Persona, Phase, Step};
    matches!(record, Department(_) | Channel(_) | Persona(_) | Journey(_) | Phase(_) | Step(_) | Lane(_) | Card(_))
}

/// The sibling after a record: the copy goes before it.
pub(in crate::app) fn following(project: &Project, record: RecordId) -> Option<RecordId> {
    fn next<T>(rows: &[Id<T>], id: Id<T>) -> Option<RecordId>
    where
        RecordId: From<Id<T>>,
    {
        after(rows, id).map(Into::into)
    }
    match record {
        RecordId::Department(id) => next(&project.departments_in_order().iter().map(|r| r.id).collect::<Vec<_>>(), id),
        RecordId::Channel(id) => next(&project.channels_in_order().iter().map(|r| r.id).collect::<Vec<_>>(), id),
        RecordId::Persona(id) => next(&project.personas_in_order().iter().map(|r| r.id).collect::<Vec<_>>(), id),
        RecordId::Journey(id) => next(&project.journeys_in_order().iter().map(|r| r.id).collect::<Vec<_>>(), id),
        RecordId::Phase(id) => {
            next(&project.phases_of(project.phases.get(id)?.journey).iter().map(|r| r.id).collect::<Vec<_>>(), id)
        }
        RecordId::Lane(id) => {
            next(&project.lanes_of(project.lanes.get(id)?.journey).iter().map(|r| r.id).collect::<Vec<_>>(), id)
        }
        RecordId::Step(id) => {
            next(&project.steps_of(project.steps.get(id)?.phase).iter().map(|r| r.id).collect::<Vec<_>>(), id)
        }
        RecordId::Card(id) => {
            let card = project.cards.get(id)?;
            next(&project.cards_in(card.lane, card.step).iter().map(|r| r.id).collect::<Vec<_>>(), id)
        }
        _ => None,
    }
}

pub(super) struct Copier<'a> {
    pub(super) project: &'a Project,
    pub(super) ids: &'a mut IdSource,
    /// The copy of each record.
    pub(super) new_ids: BTreeMap<RecordId, RecordId>,
}

impl Copier<'_> {
    /// The copies of a record and of what is in it, and the id of its copy, whose name says that it is one.
    pub(super) fn copy(&mut self, root: RecordId, lang: Lang) -> Option<(Vec<AnyRecord>, RecordId)> {
        let (mut records, copy) = self.copied(root)?;
        name_as_copy(records.first_mut()?, lang);
        Some((records, copy))
    }

    /// The copies of a record and of what is in it, parents first, and the id of its copy.
    pub(super) fn copied(&mut self, root: RecordId) -> Option<(Vec<AnyRecord>, RecordId)> {
        let mut records = contents(self.project, root);
        for record in &records {
            let new = new_id(self.ids, record.id());
            self.new_ids.insert(record.id(), new);
        }
        for record in &mut records {
            rename(record, &self.new_ids);
        }
        let copy = records.first()?.id();
        Some((records, copy))
    }
}

/// The record, then what is in it in the order a person sees: phases, lanes, steps, cards, marks, ways.
pub(in crate::app) fn contents(project: &Project, root: RecordId) -> Vec<AnyRecord> {
    let mut found: Vec<AnyRecord> = project.get(root).into_iter().collect();
    let (mut lanes, mut steps) = (Vec::new(), Vec::new());
    match root {
        RecordId::Journey(id) => {
            found.extend(project.phases_of(id).into_iter().cloned().map(AnyRecord::from));
            lanes = project.lanes_of(id);
            found.extend(lanes.iter().map(|lane| (*lane).clone().into()));
            steps = project.steps_in_journey(id);
            found.extend(steps.iter().map(|step| (*step).clone().into()));
        }
        RecordId::Phase(id) => {
            steps = project.steps_of(id);
            found.extend(steps.iter().map(|step| (*step).clone().into()));
        }
        RecordId::Step(id) => steps = project.steps.get(id).into_iter().collect(),
        RecordId::Lane(id) => lanes = project.lanes.get(id).into_iter().collect(),
        _ => {}
    }
    let has_step = |id| steps.iter().any(|step| step.id == id);
    let has_lane = |id| lanes.iter().any(|lane| lane.id == id);
    let mut cards: Vec<&Card> = project.cards.iter().filter(|c| has_step(c.step) || has_lane(c.lane)).collect();
    cards.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
    found.extend(cards.into_iter().cloned().map(AnyRecord::from));
    found.extend(project.marks.iter().filter(|m| has_step(m.step)).cloned().map(AnyRecord::from));
    let handoffs = project.handoffs.iter().filter(|h| has_step(h.from) && has_step(h.to));
    found.extend(handoffs.cloned().map(AnyRecord::from));
    let links = project.links.iter().filter(|l| has_step(l.from) && has_step(l.to));
    found.extend(links.cloned().map(AnyRecord::from));
    found
}

/// A new id of the same kind.
pub(in crate::app) fn new_id(ids: &mut IdSource, like: RecordId) -> RecordId {
    match like {
        RecordId::Department(_) => RecordId::Department(ids.next()),
        RecordId::Channel(_) => RecordId::Channel(ids.next()),
        RecordId::Persona(_) => RecordId::Persona(ids.next()),
        RecordId::Journey(_) => RecordId::Journey(ids.next()),
        RecordId::Phase(_) => RecordId::Phase(ids.next()),
        RecordId::Step(_) => RecordId::Step(ids.next()),
        RecordId::Lane(_) => RecordId::Lane(ids.next()),
        RecordId::Card(_) => RecordId::Card(ids.next()),
        RecordId::Mark(_) => RecordId::Mark(ids.next()),
        RecordId::Handoff(_) => RecordId::Handoff(ids.next()),
        RecordId::Link(_) => RecordId::Link(ids.next()),
        RecordId::DataSet(_) => RecordId::DataSet(ids.next()),
        RecordId::Alias(_) => RecordId::Alias(ids.next()),
        RecordId::SavedView(_) => RecordId::SavedView(ids.next()),
        RecordId::Conflict(_) => RecordId::Conflict(ids.next()),
    }
}

/// What stands in lists says that it is a copy; what stands on the map shows it by its place.
pub(in crate::app) fn name_as_copy(record: &mut AnyRecord, lang: Lang) {
    let name = match record {
        AnyRecord::Department(r) => &mut r.name,
        AnyRecord::Channel(r) => &mut r.name,
        AnyRecord::Persona(r) => &mut r.name,
        AnyRecord::Journey(r) => &mut r.title,
        _ => return,
    };
    *name = fill(NewName::CopyOf.text(lang), &[("name", name)]);
}
