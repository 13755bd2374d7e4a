//! Taking the names of deleted records out of the records that stay.

use super::delete::Doomed;
use crate::base::Id;
use crate::model::{Project, Record, RecordId, References, SavedViewId, Table};

/// Takes the doomed records' ids out of all fields of other records that may be without them.
pub(super) fn forget(project: &mut Project, doomed: &Doomed) {
    in_table(&mut project.channels, doomed);
    in_table(&mut project.personas, doomed);
    in_table(&mut project.journeys, doomed);
    in_table(&mut project.phases, doomed);
    in_table(&mut project.lanes, doomed);
    in_table(&mut project.steps, doomed);
    in_table(&mut project.cards, doomed);
    note_losses(project, doomed);
    in_table(&mut project.views, doomed);
}

/// A view that loses what it was made for says so: it keeps the names.
fn note_losses(project: &mut Project, doomed: &Doomed) {
    let losses: Vec<(SavedViewId, Vec<String>)> = project
        .views
        .iter()
        .map(|view| (view.id, chosen_names(project, view.id, doomed)))
        .filter(|(_, names)| !names.is_empty())
        .collect();
    for (view, names) in losses {
        project.views.change(view, |view| view.lost.extend(names));
    }
}

fn chosen_names(project: &Project, view: SavedViewId, doomed: &Doomed) -> Vec<String> {
    let Some(view) = project.views.get(view).filter(|view| !doomed.has(view.id)) else { return Vec::new() };
    let mut goes: Vec<RecordId> = Vec::new();
    view.references(&mut |named| goes.extend(Some(named.target).filter(|target| doomed.has(*target))));
    let name = |id: RecordId| match id {
        RecordId::Department(id) => project.departments.get(id).map(|department| department.name.clone()),
        RecordId::Persona(id) => project.personas.get(id).map(|persona| persona.name.clone()),
        RecordId::Journey(id) => project.journeys.get(id).map(|journey| journey.title.clone()),
        _ => None,
    };
    goes.into_iter().filter_map(name).collect()
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
