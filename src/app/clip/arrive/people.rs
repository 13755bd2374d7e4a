//! Departments, channels and personas: those that copied records name, and those that were copied themselves.

use super::Arriving;
use crate::app::Selection;
use crate::app::clip::carried::is_person;
use crate::base::OrderKey;
use crate::import::table::folded;
use crate::model::{AnyRecord, Channel, Persona, RecordId, References as _};

impl Arriving<'_> {
    /// People that were copied themselves are always new.
    pub(super) fn people(&mut self, roots: &[RecordId]) -> Selection {
        let taken: Vec<RecordId> = roots.iter().filter_map(|root| self.take(*root, None)).collect();
        self.name_copies();
        Selection::of(taken)
    }

    /// Finds those that the arriving records name; gives the ones that are not here and come along.
    pub(super) fn bring_people(&mut self) -> Vec<AnyRecord> {
        let arriving = self.placed.iter().map(|(record, _)| record).chain(&self.records).chain(&self.edits);
        let mut open: Vec<RecordId> = arriving.flat_map(named).collect();
        let mut brought = Vec::new();
        while let Some(id) = open.pop() {
            if self.new_ids.contains_key(&id) {
                continue;
            }
            if let Some(here) = self.here(id) {
                self.new_ids.insert(id, here);
            } else if let Some(record) = self.source.get(id) {
                open.extend(named(&record).filter(|_| !matches!(id, RecordId::Channel(_))));
                self.renew(id);
                brought.push(record);
            }
        }
        // They come in the order that they had.
        brought.sort_by_key(order);
        brought
    }

    /// The one that is here: the same, else of the same kind and name.
    pub(super) fn here(&self, id: RecordId) -> Option<RecordId> {
        if self.target.contains(id) {
            return Some(id);
        }
        let target = self.target;
        // Two of the other project are never one here, else what they say would run together.
        let is_free =
            |here: &RecordId| !self.source.contains(*here) && self.new_ids.values().all(|taken| taken != here);
        let here: Option<RecordId> = match id {
            RecordId::Department(id) => {
                let name = folded(&self.source.departments.get(id)?.name);
                target.departments.iter().find(|other| folded(&other.name) == name).map(|other| other.id.into())
            }
            RecordId::Channel(id) => {
                let channel = self.source.channels.get(id)?;
                let is_same =
                    |other: &&Channel| other.kind == channel.kind && folded(&other.name) == folded(&channel.name);
                target.channels.iter().find(is_same).map(|other| other.id.into())
            }
            RecordId::Persona(id) => {
                let persona = self.source.personas.get(id)?;
                let is_same =
                    |other: &&Persona| other.kind == persona.kind && folded(&other.name) == folded(&persona.name);
                target.personas.iter().find(is_same).map(|other| other.id.into())
            }
            _ => None,
        };
        here.filter(is_free)
    }
}

fn named(record: &AnyRecord) -> impl Iterator<Item = RecordId> + use<> {
    let mut named = Vec::new();
    record.references(&mut |reference| named.push(reference.target));
    named.into_iter().filter(|id| is_person(*id))
}

/// Departments, channels, personas, each in their order.
fn order(record: &AnyRecord) -> Option<(u8, OrderKey)> {
    match record {
        AnyRecord::Department(r) => Some((0, r.order.clone())),
        AnyRecord::Channel(r) => Some((1, r.order.clone())),
        AnyRecord::Persona(r) => Some((2, r.order.clone())),
        _ => None,
    }
}
