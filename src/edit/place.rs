//! Places in an order: siblings, and putting records before one of them with as few new order keys as possible.

use super::EditError;
use crate::base::{Id, OrderKey};
use crate::model::{
    Card, Channel, DataSet, Department, Journey, Lane, Persona, Phase, Project, Record, RecordId, SavedView, Step,
    Table,
};
use std::collections::BTreeSet;

/// Keys longer than this are a sign of many moves into one gap: all siblings get fresh ones then.
const LONGEST_KEY: usize = 48;

/// A record that has a place among siblings.
pub(super) trait Placed: Record {
    fn table(project: &Project) -> &Table<Self>;
    fn table_mut(project: &mut Project) -> &mut Table<Self>;
    fn order(&self) -> &OrderKey;
    fn set_order(&mut self, order: OrderKey);
    /// Whether both are in the same order.
    fn is_beside(&self, other: &Self) -> bool;
}

macro_rules! placed {
    ($( $kind:ident in $table:ident by [$( $parent:ident ),*]; )*) => { $(
        impl Placed for $kind {
            fn table(project: &Project) -> &Table<Self> {
                &project.$table
            }
            fn table_mut(project: &mut Project) -> &mut Table<Self> {
                &mut project.$table
            }
            fn order(&self) -> &OrderKey {
                &self.order
            }
            fn set_order(&mut self, order: OrderKey) {
                self.order = order;
            }
            #[allow(unused_variables, reason = "kinds without a parent are all beside each other")]
            fn is_beside(&self, other: &Self) -> bool {
                true $( && self.$parent == other.$parent )*
            }
        }
    )* };
}

placed! {
    Department in departments by [];
    Channel in channels by [];
    Persona in personas by [];
    Journey in journeys by [];
    DataSet in data_sets by [];
    SavedView in views by [];
    Phase in phases by [journey];
    Lane in lanes by [journey];
    Step in steps by [phase];
    Card in cards by [lane, step];
}

/// Puts records with the same parent one after another before a sibling (`None`: at the end). Where they
/// stand there already, nothing changes.
pub(super) fn put_before<T: Placed>(
    project: &mut Project,
    records: &[T],
    before: Option<Id<T>>,
) -> Result<(), EditError>
where
    RecordId: From<Id<T>>,
{
    let Some(first) = records.first() else { return Ok(()) };
    let table = T::table(project);
    let siblings = siblings(table, first);
    let place = match before {
        None => siblings.len(),
        Some(before) => siblings
            .iter()
            .position(|s| s.id() == before)
            .ok_or(EditError::NotBeside { record: first.id().into(), before: before.into() })?,
    };

    let placed: BTreeSet<Id<T>> = records.iter().map(Record::id).collect();
    let (head, tail) = siblings.split_at(place);
    let stays = |s: &&&T| !placed.contains(&s.id());
    let head: Vec<&T> = head.iter().filter(stays).copied().collect();
    let tail: Vec<&T> = tail.iter().filter(stays).copied().collect();
    let wanted = || head.iter().copied().chain(records).chain(tail.iter().copied());
    let stands = records.iter().all(|r| table.get(r.id()) == Some(r));
    if stands && wanted().map(Record::id).eq(siblings.iter().map(|s| s.id())) {
        return Ok(());
    }

    let (low, high) = (head.last().map(|s| s.order()), tail.first().map(|s| s.order()));
    let changed = if let Some(keys) = keys_between(low, high, records.len()) {
        with_keys(records.iter(), keys)
    } else {
        let keys = OrderKey::spread(None, None, wanted().count());
        with_keys(wanted(), keys)
    };
    let table = T::table_mut(project);
    for record in changed {
        table.put(record);
    }
    Ok(())
}

/// The siblings of a record in the order a person sees, itself too where it stands there.
fn siblings<'a, T: Placed>(table: &'a Table<T>, of: &T) -> Vec<&'a T> {
    let mut siblings: Vec<&T> = table.iter().filter(|other| other.is_beside(of)).collect();
    siblings.sort_by(|a, b| a.order().cmp(b.order()).then(a.id().cmp(&b.id())));
    siblings
}

/// Keys between two others; `None` when there is no room, because two colleagues chose the same key or
/// the gap was halved too often.
fn keys_between(low: Option<&OrderKey>, high: Option<&OrderKey>, count: usize) -> Option<Vec<OrderKey>> {
    if low.zip(high).is_some_and(|(low, high)| low >= high) {
        return None;
    }
    let keys = OrderKey::spread(low, high, count);
    keys.iter().all(|key| key.to_string().len() <= LONGEST_KEY).then_some(keys)
}

fn with_keys<'a, T: Placed + 'a>(records: impl Iterator<Item = &'a T>, keys: Vec<OrderKey>) -> Vec<T> {
    let with_key = |(record, key): (&T, OrderKey)| {
        let mut record = record.clone();
        record.set_order(key);
        record
    };
    records.zip(keys).map(with_key).collect()
}
