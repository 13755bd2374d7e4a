//! Commands become a new project, or an error and nothing is changed.

mod add;
mod add_all;
mod delete;
mod edit;
mod feedback;
mod forget;
mod mark;
mod moves;
mod patch;

use super::references::check_references;
use super::{Command, EditError};
use crate::base::IdSource;
use crate::model::{AnyRecord, Project};

/// The project after a command. What the command does not touch stays the same by pointer; when it makes
/// no difference, the whole project does ([`Project::same_as`]). `ids` names records that the command makes itself.
pub fn apply(project: &Project, command: &Command, ids: &mut IdSource) -> Result<Project, EditError> {
    let mut next = project.clone();
    change(&mut next, command, ids)?;
    check_named(&next, command)?;
    Ok(next)
}

/// The records that a command adds or edits may name each other in any order, so what they name is looked
/// for when all is done.
fn check_named(project: &Project, command: &Command) -> Result<(), EditError> {
    let check = |record: &AnyRecord| match project.get(record.id()) {
        Some(now) => check_references(project, &now),
        None => Ok(()),
    };
    match command {
        Command::Add { record, .. } | Command::Edit(record) => check(record),
        Command::AddAll(records) => records.iter().try_for_each(check),
        Command::Batch { commands, .. } => commands.iter().try_for_each(|command| check_named(project, command)),
        _ => Ok(()),
    }
}

fn change(project: &mut Project, command: &Command, ids: &mut IdSource) -> Result<(), EditError> {
    match command {
        Command::SetInfo(info) => edit::set_info(project, info),
        Command::Add { record, before } => add::add(project, record, *before),
        Command::AddAll(records) => add_all::add_all(project, records),
        Command::Edit(record) => edit::edit(project, record),
        Command::Delete(records) => delete::delete(project, records),
        Command::Reorder { record, before } => moves::reorder(project, *record, *before),
        Command::MovePhase { phase, before } => moves::move_phase(project, *phase, *before),
        Command::MoveSteps { steps, phase, before } => moves::move_steps(project, steps, *phase, *before),
        Command::MoveCards { cards, lane, step, before } => moves::move_cards(project, cards, (*lane, *step), *before),
        Command::SetMark { step, persona, source, value } => {
            mark::set_mark(project, (*step, *persona, *source), *value, ids)
        }
        Command::ImportFeedback { data_set, names } => feedback::import(project, data_set, names, ids),
        Command::Patch { patch, .. } => patch::put(project, patch),
        Command::Batch { commands, .. } => commands.iter().try_for_each(|command| change(project, command, ids)),
    }
}
