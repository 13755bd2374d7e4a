//! Dragging emotions up and down: the held one goes to the pointer, the other selected ones as far.

use crate::app::Selection;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::model::{Mark, MarkId, MarkSource, PersonaId, Project, RecordId, StepId};
use crate::ui::canvas::frame::Frame;
use eframe::egui::Pos2;

/// An emotion as it was when the drag began.
#[derive(Clone, Debug)]
pub(crate) struct HeldMark {
    /// The mark.
    pub(crate) id: MarkId,
    step: StepId,
    persona: Option<PersonaId>,
    source: MarkSource,
    value: f32,
}

/// The held mark first, then the other selected ones if it is selected too.
pub(super) fn held(project: &Project, selection: &Selection, mark: MarkId) -> Vec<HeldMark> {
    let mut ids = vec![mark];
    if selection.contains(mark) {
        let others = selection.records().iter().filter_map(|record| match record {
            RecordId::Mark(other) if *other != mark => Some(*other),
            _ => None,
        });
        ids.extend(others);
    }
    let found = ids.into_iter().filter_map(|id| project.marks.get(id));
    found
        .map(|mark| HeldMark {
            id: mark.id,
            step: mark.step,
            persona: mark.persona,
            source: mark.source,
            value: mark.value,
        })
        .collect()
}

/// What dragging to the pointer comes to. Snaps to halves unless `free`.
pub(super) fn moved(frame: &Frame<'_>, held: &[HeldMark], pointer: Pos2, free: bool) -> Option<Command> {
    let axis = frame.layout.rows.iter().find_map(|row| row.axis.as_ref())?;
    let first = held.first()?;
    let target = Mark::on_axis(axis.value_at(frame.camera.map(pointer).y), !free);
    let by = target - first.value;
    let set = |mark: &HeldMark| Command::SetMark {
        step: mark.step,
        persona: mark.persona,
        source: mark.source,
        value: Some(Mark::on_axis(mark.value + by, !free)),
    };
    let label = Label { verb: Verb::Edit, kind: RecordKind::Emotion };
    Some(Command::Batch { label, commands: held.iter().map(set).collect() })
}
