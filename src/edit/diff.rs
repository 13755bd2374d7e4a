//! What differs between two snapshots. Shared parts are recognised by pointer, so the cost follows the
//! difference, not the size of the project.

use crate::base::Id;
use crate::model::{Project, Record, RecordId, Table};

/// A record that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which record.
    pub id: RecordId,
    /// In what way.
    pub kind: ChangeKind,
}

/// In what way a record differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// Only in the newer snapshot.
    Added,
    /// Only in the older one.
    Removed,
    /// In both, with other contents.
    Changed,
}

/// The records that differ from `old` to `new`, table by table, in the order of their ids.
/// [`Project::info`] is no record: compare it yourself.
#[must_use]
pub fn diff(old: &Project, new: &Project) -> Vec<Change> {
    let mut changes = Vec::new();
    collect(&mut changes, &old.departments, &new.departments);
    collect(&mut changes, &old.channels, &new.channels);
    collect(&mut changes, &old.personas, &new.personas);
    collect(&mut changes, &old.journeys, &new.journeys);
    collect(&mut changes, &old.phases, &new.phases);
    collect(&mut changes, &old.steps, &new.steps);
    collect(&mut changes, &old.lanes, &new.lanes);
    collect(&mut changes, &old.cards, &new.cards);
    collect(&mut changes, &old.marks, &new.marks);
    collect(&mut changes, &old.handoffs, &new.handoffs);
    collect(&mut changes, &old.links, &new.links);
    collect(&mut changes, &old.data_sets, &new.data_sets);
    collect(&mut changes, &old.aliases, &new.aliases);
    collect(&mut changes, &old.views, &new.views);
    collect(&mut changes, &old.conflicts, &new.conflicts);
    changes
}

fn collect<T: Record>(changes: &mut Vec<Change>, old: &Table<T>, new: &Table<T>)
where
    RecordId: From<Id<T>>,
{
    changes.extend(old.changes(new).filter_map(|pair| {
        let (record, kind) = match pair {
            (None, Some(new)) => (new, ChangeKind::Added),
            (Some(old), None) => (old, ChangeKind::Removed),
            (Some(old), Some(_)) => (old, ChangeKind::Changed),
            (None, None) => return None,
        };
        Some(Change { id: record.id().into(), kind })
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Command;
    use crate::edit::testing::Small;

    #[test]
    fn added_removed_and_changed_records_are_told_apart() {
        let mut small = Small::new();
        let old = small.project.clone();
        let [a, b, c] = small.cards;
        let (lane, step) = (small.lane, small.steps[0]);
        small.run(&Command::MoveCards { cards: vec![a], lane, step, before: None }).unwrap();
        small.run(&Command::Delete(vec![b.into()])).unwrap();
        let mut expected = vec![
            Change { id: a.into(), kind: ChangeKind::Changed },
            Change { id: b.into(), kind: ChangeKind::Removed },
        ];
        expected.sort_by_key(|change| change.id);
        assert_eq!(diff(&old, &small.project), expected);
        assert!(diff(&old, &old).is_empty());
        assert!(diff(&small.project, &old).contains(&Change { id: b.into(), kind: ChangeKind::Added }));
        assert!(!diff(&old, &small.project).iter().any(|change| change.id == c.into()));
    }
}
