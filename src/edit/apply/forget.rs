//! Taking the names of deleted records out of the records that stay.

use super::delete::Doomed;
use crate::base::Id;
use crate::model::{Project, Record, References, Table};

/// Takes the doomed records' ids out of all fields of other records that may be without them.
pub(super) fn forget(project: &mut Project, doomed: &Doomed) {
    in_table(&mut project.channels, doomed);
    in_table(&mut project.personas, doomed);
    in_table(&mut project.journeys, doomed);
    in_table(&mut project.phases, doomed);
    in_table(&mut project.lanes, doomed);
    in_table(&mut project.steps, doomed);
    in_table(&mut project.cards, doomed);
    in_table(&mut project.views, doomed);
}

/// Cards are many: only records that are concerned are copied.
fn in_table<T: Record + References>(table: &mut Table<T>, doomed: &Doomed) {
    let ids: Vec<Id<T>> = table.iter().filter(|row| names_doomed(*row, doomed)).map(Record::id).collect();
    for id in ids {
        table.change(id, |row| row.forget_unknown(&|named| !doomed.has(named)));
    }
}

fn names_doomed(row: &impl References, doomed: &Doomed) -> bool {
    let mut is_named = false;
    row.references(&mut |reference| is_named |= doomed.has(reference.target));
    is_named
}
