//! What one side deleted and the other one put something into, or named anew, comes back as it was.

use super::three_way::Merging;
use crate::edit::{ChangeKind, diff};
use crate::model::{AnyRecord, Conflict, Project, RecordId, References as _};

/// Brings back what is named by records that changed. Only deletions can have left something behind, so without any
/// there is nothing to do.
pub(super) fn revive(merging: &mut Merging<'_>, base: &Project, ours: &Project, theirs: &Project) {
    let (by_us, by_them) = (diff(base, ours), diff(base, theirs));
    let is_removal = |kind: ChangeKind| kind == ChangeKind::Removed;
    let mut touched: Vec<RecordId> = Vec::new();
    if by_us.iter().any(|change| is_removal(change.kind)) {
        touched.extend(by_them.iter().map(|change| change.id));
    }
    if by_them.iter().any(|change| is_removal(change.kind)) {
        touched.extend(by_us.iter().map(|change| change.id));
    }
    while let Some(id) = touched.pop() {
        let Some(record) = merging.out.get(id) else { continue };
        for named in named_by(&record, [ours, theirs]) {
            if merging.out.contains(named) {
                continue;
            }
            // As the side that still had it had it.
            match ours.get(named).or_else(|| theirs.get(named)).or_else(|| base.get(named)) {
                Some(record) => {
                    merging.out.put(record);
                    merging.kept.push(named);
                    touched.push(named);
                }
                None => merging.is_doubtful = true,
            }
        }
    }
    merging.kept.sort_unstable();
    merging.kept.dedup();
    forget_conflicts_of_what_is_gone(merging, [ours, theirs]);
}

fn named_by(record: &AnyRecord, sides: [&Project; 2]) -> Vec<RecordId> {
    let mut named = Vec::new();
    record.references(&mut |reference| named.push(reference.target));
    if let AnyRecord::Conflict(conflict) = record {
        named.extend(conflict.of.filter(|of| has_record_of(conflict, *of, sides)));
    }
    named
}

/// Whether the sides that have a conflict have its record, and do not just drag the conflict along.
fn has_record_of(conflict: &Conflict, of: RecordId, sides: [&Project; 2]) -> bool {
    sides.iter().all(|side| !side.conflicts.contains(conflict.id) || side.contains(of))
}

/// What one side deleted and nobody changed has no conflicts any more.
fn forget_conflicts_of_what_is_gone(merging: &mut Merging<'_>, sides: [&Project; 2]) {
    let out = &merging.out;
    let is_lost =
        |conflict: &&Conflict| conflict.of.is_some_and(|of| !out.contains(of) && has_record_of(conflict, of, sides));
    let gone: Vec<_> = out.conflicts.iter().filter(is_lost).map(|conflict| conflict.id).collect();
    for id in gone {
        merging.out.conflicts.remove(id);
    }
}
