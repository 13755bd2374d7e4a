//! Two versions of a document and what both began with, made one.

use super::weave::Weave;
use super::{pairs, revive};
use crate::base::Id;
use crate::edit::{Change, diff};
use crate::model::{Conflict, ConflictId, Fields, Project, Record, RecordId, Repair, Sides, Table, repaired};

/// A document made of two.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The document, sound if both were.
    pub project: Project,
    /// What happened.
    pub report: Report,
}

/// What happened in a merge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// In what the result differs from ours.
    pub taken: Vec<Change>,
    /// Conflicts that are new.
    pub conflicts: Vec<ConflictId>,
    /// Records that one side deleted and that stay, because the other side changed them or put something into them.
    pub kept: Vec<RecordId>,
    /// What had to be mended.
    pub repairs: Vec<Repair>,
}

/// Merges `theirs` into `ours`; `base` is what both began with. Symmetric but for whose value stands where both
/// changed the same field: that is theirs.
#[must_use]
pub fn merge(base: &Project, ours: &Project, theirs: &Project) -> Merged {
    merge_as("", base, ours, theirs)
}

/// As [`merge`]; conflicts say that the value they keep is from `by`.
#[must_use]
pub fn merge_as(by: &str, base: &Project, ours: &Project, theirs: &Project) -> Merged {
    let mut merging = Merging { by, out: ours.clone(), conflicts: Vec::new(), kept: Vec::new(), is_doubtful: false };
    merging.info(base, ours, theirs);
    macro_rules! tables {
        ($( $table:ident ),*) => { $(
            let merged = merging.table(&base.$table, &ours.$table, &theirs.$table);
            merging.out.$table = merged;
        )* };
    }
    tables!(
        departments,
        channels,
        personas,
        journeys,
        phases,
        steps,
        lanes,
        cards,
        marks,
        handoffs,
        links,
        data_sets,
        aliases,
        views
    );
    merging.earlier_conflicts(base, ours, theirs);
    merging.finish(base, ours, theirs)
}

pub(super) struct Merging<'a> {
    pub(super) by: &'a str,
    pub(super) out: Project,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) kept: Vec<RecordId>,
    /// Whether what both changed may not fit together, so that the whole is looked through once more.
    pub(super) is_doubtful: bool,
}

impl Merging<'_> {
    fn info(&mut self, base: &Project, ours: &Project, theirs: &Project) {
        let sides = Sides { base: Some(&base.info), ours: &ours.info, theirs: &theirs.info };
        let (info, conflicts) = Weave::merged(None, self.by, sides);
        self.out.info = info;
        self.conflicts.extend(conflicts);
    }

    /// Only what differs between `base` and `theirs` is looked at.
    fn table<T: Record + Fields>(&mut self, base: &Table<T>, ours: &Table<T>, theirs: &Table<T>) -> Table<T>
    where
        RecordId: From<Id<T>>,
    {
        let mut out = ours.clone();
        for (before, after) in base.changes(theirs) {
            let Some(id) = before.or(after).map(Record::id) else { continue };
            match (before, after, ours.get(id)) {
                (None, Some(theirs), None) => out.put(theirs.clone()),
                (_, Some(theirs), Some(ours)) => {
                    let (record, conflicts) =
                        Weave::merged(Some(id.into()), self.by, Sides { base: before, ours, theirs });
                    self.is_doubtful |= record != *theirs && record != *ours;
                    out.put(record);
                    self.conflicts.extend(conflicts);
                }
                (Some(_), Some(theirs), None) => {
                    out.put(theirs.clone());
                    self.kept.push(id.into());
                }
                (Some(before), None, Some(ours)) if before == ours => _ = out.remove(id),
                (Some(_), None, Some(_)) => self.kept.push(id.into()),
                (_, None, _) => {}
            }
        }
        out
    }

    /// A conflict that one side settled is settled; its id says all about it, so there is nothing to merge in it.
    fn earlier_conflicts(&mut self, base: &Project, ours: &Project, theirs: &Project) {
        for (before, after) in base.conflicts.changes(&theirs.conflicts) {
            match (before, after) {
                (None, Some(new)) if !ours.conflicts.contains(new.id) => self.out.conflicts.put(new.clone()),
                (Some(_), Some(new)) if ours.conflicts.contains(new.id) => self.out.conflicts.put(new.clone()),
                (Some(old), None) => _ = self.out.conflicts.remove(old.id),
                _ => {}
            }
        }
    }

    fn finish(mut self, base: &Project, ours: &Project, theirs: &Project) -> Merged {
        revive::revive(&mut self, base, ours, theirs);
        pairs::unite(&mut self, base, ours, theirs);
        let mut repairs = Vec::new();
        if self.is_doubtful {
            (self.out, repairs) = repaired(self.out);
        }
        let mut conflicts: Vec<ConflictId> = Vec::new();
        for conflict in std::mem::take(&mut self.conflicts) {
            if !self.out.conflicts.contains(conflict.id) {
                conflicts.push(conflict.id);
                self.out.conflicts.put(conflict);
            }
        }
        let report = Report { taken: diff(ours, &self.out), conflicts, kept: self.kept, repairs };
        Merged { project: self.out, report }
    }
}
