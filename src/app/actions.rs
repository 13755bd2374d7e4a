//! What the commands about the document come to, given what is selected: plain edits, run by `update`.

mod add;
mod blueprint;
mod bring_back;
mod copy;
mod departments;
mod drop;
mod drop_copies;
mod emotion;
mod fill;
mod journey;
mod judge;
mod lanes;
mod merge;
mod names;
mod place;
mod presets;
mod private_names;
mod remove;
mod rename;
mod select_all;
mod shift;
mod size;
mod split;
mod tags;
mod to_be;
mod views;
mod ways;

pub use add::{add_card_to, add_channel, add_department, add_lane_of, add_named_phase, add_named_step, add_persona};
pub use bring_back::bring_back;
pub use copy::duplicate;
pub use departments::{Said, said_by, suggested_letters};
pub use drop::{CardDrop, drop_cards, landing_cells};
pub use drop_copies::{CopyDrop, drop_copies};
pub use emotion::{emotion_step, set_emotion};
pub use journey::{add_journey, blank_project};
pub use judge::{selected_cards, set_author};
pub use lanes::{
    add_named_lane, collapse_lanes, hide_lanes, meant_lanes, show_all_lanes, toggle_collapsed, toggle_lane,
    toggle_lane_kind,
};
pub use names::{assign_name, import_feedback, with_twins};
pub use place::{cell_for_card, selected_step};
pub use presets::{PlannedPhase, apply_preset, is_empty_map, plan_phases};
pub use private_names::set_private_names;
pub use remove::delete;
pub use shift::{Direction, shift};
pub use size::{SIZE_STEP, set_height, set_span, set_widths, span, usual_size, widen};
pub use tags::{add_tag, delete_tag, rename_tag, tags_in, tags_in_use};
pub use to_be::{make_to_be, takes_to_be};
pub use views::{duplicate_view, save_view, update_view};
pub use ways::{HandoffChange, change_handoff, link, next_step, reversed, selected_steps};

pub(in crate::app) use copy::{contents, following, name_as_copy, new_id};
pub(in crate::app) use place::{selected_lane, selected_phase};
pub(in crate::app) use rename::rename;

pub(super) use add::{add_card, add_lane, add_phase, add_step, insert_step_before};
pub(super) use blueprint::add_blueprint;
pub(super) use emotion::{NUDGE, nudge_emotion, select_emotion};
pub(super) use fill::{fill, is_to_be_filled};
pub(super) use judge::{set_evidence, vote};
pub(super) use merge::{merge_phases, merge_steps};
pub(super) use select_all::select_all;
pub(super) use split::{split_phase, split_step};
pub(super) use ways::{link_selected, other_link_kind, reverse_link};

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
