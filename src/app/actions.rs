//! What the commands about the document come to, given what is selected: plain edits, run by `update`.

mod add;
mod copy;
mod journey;
mod place;
mod remove;
mod rename;
mod shift;

pub use add::{add_card_to, add_channel, add_department, add_lane_of, add_persona};
pub use copy::duplicate;
pub use journey::{add_journey, blank_project};
pub use place::cell_for_card;
pub use remove::delete;
pub use shift::{Direction, shift};

pub(in crate::app) use copy::{contents, following, name_as_copy, new_id};
pub(in crate::app) use place::{selected_lane, selected_phase, selected_step};
pub(in crate::app) use rename::rename;

pub(super) use add::{add_card, add_lane, add_phase, add_step};

use super::Selection;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::model::{AnyRecord, RecordId};

/// An edit with what is selected after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The edit.
    pub command: Command,
    /// What is selected afterwards; `None` leaves the selection to what remains of it.
    pub select: Option<Selection>,
    /// The record whose text wants to be typed next.
    pub edit_text: Option<RecordId>,
}

impl Action {
    fn new(command: Command) -> Self {
        Self { command, select: None, edit_text: None }
    }

    fn selecting(self, selection: impl Into<Selection>) -> Self {
        Self { select: Some(selection.into()), ..self }
    }

    fn editing(self, record: impl Into<RecordId>) -> Self {
        Self { edit_text: Some(record.into()), ..self }
    }
}

fn add_at_end(record: impl Into<AnyRecord>) -> Command {
    Command::Add { record: record.into(), before: None }
}

fn batch(verb: Verb, kind: RecordKind, commands: Vec<Command>) -> Command {
    Command::Batch { label: Label::new(verb, kind), commands }
}
