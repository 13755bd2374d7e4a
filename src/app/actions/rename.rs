//! New ids for records that are copied: wherever a record names one, its own id and what it refers to.

use crate::base::Id;
use crate::model::{AnyRecord, MarkSource, RecordId};
use std::collections::BTreeMap;

/// Every id in the record that has a new one becomes that; the others stay.
pub(in crate::app) fn rename(record: &mut AnyRecord, new_ids: &BTreeMap<RecordId, RecordId>) {
    let new = NewIds(new_ids);
    match record {
        AnyRecord::Department(r) => new.put(&mut r.id),
        AnyRecord::DataSet(r) => new.put(&mut r.id),
        AnyRecord::Conflict(r) => new.put(&mut r.id),
        AnyRecord::Channel(r) => {
            new.put(&mut r.id);
            new.put_all(&mut r.shares_identity_with);
        }
        AnyRecord::Persona(r) => {
            new.put(&mut r.id);
            r.channels.iter_mut().for_each(|liked| new.put(&mut liked.channel));
            new.put_all(&mut r.owner);
        }
        AnyRecord::Journey(r) => {
            new.put(&mut r.id);
            new.put_all(&mut r.personas);
            new.put_all(&mut r.as_is);
            new.put_all(&mut r.owner);
        }
        AnyRecord::Phase(r) => {
            new.put(&mut r.id);
            new.put(&mut r.journey);
            new.put_all(&mut r.origin);
        }
        AnyRecord::Lane(r) => {
            new.put(&mut r.id);
            new.put(&mut r.journey);
            new.put_all(&mut r.origin);
        }
        AnyRecord::Step(r) => {
            new.put(&mut r.id);
            new.put(&mut r.phase);
            new.put_all(&mut r.touchpoint.channels);
            new.put_all(&mut r.touchpoint.owner);
            new.put_all(&mut r.origin);
        }
        AnyRecord::Mark(r) => {
            new.put(&mut r.id);
            new.put(&mut r.step);
            new.put_all(&mut r.persona);
            if let MarkSource::Believed(department) = &mut r.source {
                new.put(department);
            }
        }
        AnyRecord::Handoff(r) => {
            new.put(&mut r.id);
            new.put(&mut r.from);
            new.put(&mut r.to);
        }
        AnyRecord::Link(r) => {
            new.put(&mut r.id);
            new.put(&mut r.from);
            new.put(&mut r.to);
        }
        AnyRecord::Alias(r) => {
            new.put(&mut r.id);
            new.put(&mut r.step);
        }
        AnyRecord::SavedView(r) => {
            new.put(&mut r.id);
            new.put_all(&mut r.journey);
            new.put_all(&mut r.filter.departments);
            new.put_all(&mut r.filter.personas);
        }
        AnyRecord::Card(r) => {
            new.put(&mut r.id);
            new.put(&mut r.lane);
            new.put(&mut r.step);
            new.put_all(&mut r.author);
            new.put_all(&mut r.personas);
            new.put_all(&mut r.origin);
            new.put_all(&mut r.pain.owner);
            new.put_all(&mut r.opportunity.owner);
            new.put_all(&mut r.opportunity.answers);
        }
    }
}

struct NewIds<'a>(&'a BTreeMap<RecordId, RecordId>);

impl NewIds<'_> {
    fn put<T>(&self, id: &mut Id<T>)
    where
        RecordId: From<Id<T>>,
        Id<T>: TryFrom<RecordId>,
    {
        let new = self.0.get(&RecordId::from(*id)).copied();
        *id = new.and_then(|new| Id::try_from(new).ok()).unwrap_or(*id);
    }

    /// Those in a list, or the one that may be there.
    fn put_all<'i, T: 'i>(&self, ids: impl IntoIterator<Item = &'i mut Id<T>>)
    where
        RecordId: From<Id<T>>,
        Id<T>: TryFrom<RecordId>,
    {
        ids.into_iter().for_each(|id| self.put(id));
    }
}
