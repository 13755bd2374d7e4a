//! A table of records by id: persistent, so that a snapshot is a pointer copy.

use super::Record;
use crate::base::Id;
use imbl::OrdMap;
use imbl::ordmap::DiffItem;
use std::sync::Arc;

/// The records of one kind. Cloning is cheap; iteration is in the order of the ids.
#[derive(Clone, Debug)]
pub struct Table<T: Record> {
    rows: OrdMap<Id<T>, Arc<T>>,
}

impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Self { rows: OrdMap::new() }
    }
}

impl<T: Record> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.same_as(other) || (self.len() == other.len() && self.iter().eq(other.iter()))
    }
}

impl<T: Record> Table<T> {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.rows.get(&id).map(AsRef::as_ref)
    }

    /// Whether there is a record with this id.
    #[must_use]
    pub fn contains(&self, id: Id<T>) -> bool {
        self.rows.contains_key(&id)
    }

    /// Puts the record in, over the one with the same id if there is one. A record equal to the
    /// one that is there keeps the old pointer, so that nothing counts as changed.
    pub fn put(&mut self, record: T) {
        if self.get(record.id()) != Some(&record) {
            self.rows.insert(record.id(), Arc::new(record));
        }
    }

    /// Takes the record out.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        self.rows.remove(&id)
    }

    /// Changes the record in place, if it is there and `change` makes a difference.
    pub fn change(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        if let Some(old) = self.get(id) {
            let mut new = old.clone();
            change(&mut new);
            self.put(new);
        }
    }

    /// All records, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.values().map(AsRef::as_ref)
    }

    /// How many records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether both are the same snapshot (pointers, not contents).
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.rows.ptr_eq(&other.rows)
    }

    /// Whether both hold this record as the very same pointer.
    #[must_use]
    pub fn shares(&self, other: &Self, id: Id<T>) -> bool {
        match (self.rows.get(&id), other.rows.get(&id)) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }

    /// What differs from here to `newer`, as (old, new), ordered by id. Parts that both share are skipped unseen.
    pub fn changes<'a>(&'a self, newer: &'a Self) -> impl Iterator<Item = (Option<&'a T>, Option<&'a T>)> {
        self.rows.diff(&newer.rows).map(|item| match item {
            DiffItem::Add(_, new) => (None, Some(new.as_ref())),
            DiffItem::Update { old: (_, old), new: (_, new) } => (Some(old.as_ref()), Some(new.as_ref())),
            DiffItem::Remove(_, old) => (Some(old.as_ref()), None),
        })
    }
}
