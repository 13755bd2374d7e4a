//! Records of which there is only one for a place, and that both sides added: an emotion of one step from one source,
//! a handoff between two steps. Emotions of different departments are no such thing: they are two voices, and both stay.

use super::three_way::Merging;
use super::weave::Weave;
use crate::base::Id;
use crate::model::{Conflict, Fields, Handoff, Mark, Project, Record, RecordId, Sides, Table};
use std::collections::BTreeMap;

/// Makes one of two. It has the smaller id, so that everybody who merges gets the same.
pub(super) fn unite(merging: &mut Merging<'_>, base: &Project, ours: &Project, theirs: &Project) {
    let marks = |project: &Project| project.marks.clone();
    let sides = Sides { base: Some(&base.marks), ours: &ours.marks, theirs: &theirs.marks };
    let united = unite_in(merging, marks(&merging.out), sides, |mark| (mark.step, mark.persona, mark.source));
    merging.out.marks = united;
    let sides = Sides { base: Some(&base.handoffs), ours: &ours.handoffs, theirs: &theirs.handoffs };
    let united = unite_in(merging, merging.out.handoffs.clone(), sides, |handoff| (handoff.from, handoff.to));
    merging.out.handoffs = united;
}

fn unite_in<T: Record + Fields + WithId, K: Ord>(
    merging: &mut Merging<'_>,
    mut out: Table<T>,
    sides: Sides<'_, Table<T>>,
    key: impl Fn(&T) -> K,
) -> Table<T>
where
    RecordId: From<Id<T>>,
{
    let Some(base) = sides.base else { return out };
    // Each side alone has one of each: two of a kind need both to have changed something.
    if base.changes(sides.ours).next().is_none() || base.changes(sides.theirs).next().is_none() {
        return out;
    }
    let mut first: BTreeMap<K, Id<T>> = BTreeMap::new();
    let mut doubled = Vec::new();
    for row in out.iter() {
        let one = *first.entry(key(row)).or_insert(row.id());
        if one != row.id() {
            doubled.push((one, row.id()));
        }
    }
    for (one, other) in doubled {
        let (Some(a), Some(b)) = (out.get(one).cloned(), out.get(other).cloned()) else { continue };
        let is_theirs = sides.theirs.contains(one) && !sides.ours.contains(one);
        let (ours, theirs) = if is_theirs { (b, a) } else { (a, b) };
        let (ours, theirs) = (ours.with_id(one), theirs.with_id(one));
        let before = base.get(one).or_else(|| base.get(other)).cloned().unwrap_or_else(|| theirs.unsaid());
        let (record, conflicts) =
            Weave::merged(Some(one.into()), merging.by, Sides { base: Some(&before), ours: &ours, theirs: &theirs });
        out.remove(other);
        out.put(record);
        merging.conflicts.extend(conflicts);
        move_conflicts(merging, other.into(), one.into());
    }
    out
}

/// Conflicts of the record that went are those of the one that stayed.
fn move_conflicts(merging: &mut Merging<'_>, from: RecordId, to: RecordId) {
    let moved = |conflict: Conflict| Conflict {
        base: conflict.base,
        by: conflict.by,
        ..Conflict::about(Some(to), &conflict.field, conflict.value)
    };
    for conflict in &mut merging.conflicts {
        if conflict.of == Some(from) {
            *conflict = moved(conflict.clone());
        }
    }
    let there: Vec<Conflict> = merging.out.conflicts.iter().filter(|it| it.of == Some(from)).cloned().collect();
    for conflict in there {
        merging.out.conflicts.remove(conflict.id);
        merging.out.conflicts.put(moved(conflict));
    }
}

/// A record under another id.
trait WithId: Record {
    fn with_id(self, id: Id<Self>) -> Self;

    /// The record for this place before anybody said anything: what anybody says is a change of it.
    fn unsaid(&self) -> Self;
}

impl WithId for Mark {
    fn with_id(self, id: Id<Self>) -> Self {
        Self { id, ..self }
    }

    /// Level is something that one can say too, so it is no number.
    fn unsaid(&self) -> Self {
        Self { persona: self.persona, value: f32::NAN, ..Self::new(self.id, self.step, self.source) }
    }
}

impl WithId for Handoff {
    fn with_id(self, id: Id<Self>) -> Self {
        Self { id, ..self }
    }

    fn unsaid(&self) -> Self {
        Self::new(self.id, self.from, self.to)
    }
}
