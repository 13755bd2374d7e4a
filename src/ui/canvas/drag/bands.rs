//! Where steps, phases and lanes would land, dragged by their headers.

use super::Landing;
use crate::base::Rect;
use crate::edit::Command;
use crate::layout::MapLayout;
use crate::model::{LaneId, PhaseId, StepId};
use crate::scene::PartKind;
use crate::ui::canvas::action::MapAction;
use crate::ui::canvas::frame::Frame;
use eframe::egui::Pos2;

/// Where steps would land: before or after the one under the pointer, or in a phase that has none.
pub(super) fn steps(frame: &Frame<'_>, steps: &[StepId], pointer: Pos2) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Columns).map(pointer);
    let empty = layout.phases.iter().find(|phase| phase.is_empty && phase.rect.x <= at.x && at.x < phase.rect.right());
    if let Some(phase) = empty {
        let command = Command::MoveSteps { steps: steps.to_vec(), phase: phase.id, before: None };
        return Some(upright(layout, command, phase.rect.center().x));
    }
    let last = layout.columns.len().checked_sub(1)?;
    let index = layout.columns.iter().position(|column| at.x < column.x + column.w).unwrap_or(last);
    let target = &layout.columns[index];
    let (mut next, x) = if at.x < target.center() { (index, target.x) } else { (index + 1, target.x + target.w) };
    // Before one of those that move is before what follows them.
    let in_phase = |index: usize| layout.columns.get(index).filter(|column| column.phase == target.phase);
    while in_phase(next).is_some_and(|column| steps.contains(&column.step)) {
        next += 1;
    }
    let before = in_phase(next).map(|column| column.step);
    Some(upright(layout, Command::MoveSteps { steps: steps.to_vec(), phase: target.phase, before }, x))
}

/// Where a phase would land.
pub(super) fn phase(frame: &Frame<'_>, phase: PhaseId, pointer: Pos2) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Columns).map(pointer);
    let others: Vec<_> = layout.phases.iter().filter(|other| other.id != phase).collect();
    let next = others.iter().find(|other| at.x < other.rect.center().x);
    let x = match next {
        Some(next) => next.rect.x - 4.0,
        None => others.last()?.rect.right() + 4.0,
    };
    Some(upright(layout, Command::MovePhase { phase, before: next.map(|next| next.id) }, x))
}

/// Where a lane would land.
pub(super) fn lane(frame: &Frame<'_>, lane: LaneId, pointer: Pos2) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Lanes).map(pointer);
    let others: Vec<_> = layout.rows.iter().filter(|other| other.lane != lane).collect();
    let next = others.iter().find(|other| at.y < other.y + other.h / 2.0);
    let y = match next {
        Some(next) => next.y,
        None => others.last()?.bottom(),
    };
    let command = Command::Reorder { record: lane.into(), before: next.map(|next| next.lane.into()) };
    let band = layout.lanes_band;
    let mark = Rect::new(band.x, y - 1.5, band.w, 3.0);
    Some(Landing { action: MapAction::Run(command), mark, cells: Vec::new(), part: PartKind::Lanes })
}

fn upright(layout: &MapLayout, command: Command, x: f32) -> Landing {
    let band = layout.columns_band;
    let mark = Rect::new(x - 1.5, band.y, 3.0, band.h);
    Landing { action: MapAction::Run(command), mark, cells: Vec::new(), part: PartKind::Columns }
}
