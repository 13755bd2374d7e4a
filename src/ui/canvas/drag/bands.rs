//! Where steps, phases and lanes would land, dragged by their headers.

use super::Landing;
use crate::app::actions::CopyDrop;
use crate::base::Rect;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::layout::MapLayout;
use crate::model::{LaneId, PhaseId, RecordId, StepId};
use crate::scene::PartKind;
use crate::ui::canvas::action::MapAction;
use crate::ui::canvas::frame::Frame;
use eframe::egui::Pos2;

/// Where steps would land: before or after the one under the pointer, or in a phase that has none.
pub(super) fn steps(frame: &Frame<'_>, steps: &[StepId], pointer: Pos2, copy: bool) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Columns).map(pointer);
    let empty = layout.phases.iter().find(|phase| phase.is_empty && phase.rect.x <= at.x && at.x < phase.rect.right());
    if let Some(phase) = empty {
        return Some(upright(layout, dropped_steps(steps, phase.id, None, copy), phase.rect.center().x));
    }
    let last = layout.columns.len().checked_sub(1)?;
    let index = layout.columns.iter().position(|column| at.x < column.x + column.w).unwrap_or(last);
    let target = &layout.columns[index];
    let (mut next, x) = if at.x < target.center() { (index, target.x) } else { (index + 1, target.x + target.w) };
    // Before one of those that move is before what follows them.
    let in_phase = |index: usize| layout.columns.get(index).filter(|column| column.phase == target.phase);
    while !copy && in_phase(next).is_some_and(|column| steps.contains(&column.step)) {
        next += 1;
    }
    let before = in_phase(next).map(|column| column.step);
    Some(upright(layout, dropped_steps(steps, target.phase, before, copy), x))
}

fn dropped_steps(steps: &[StepId], phase: PhaseId, before: Option<StepId>, copy: bool) -> MapAction {
    if copy {
        return copies(steps, Some(phase), before.map(Into::into));
    }
    MapAction::Run(Command::MoveSteps { steps: steps.to_vec(), phase, before })
}

fn copies<T: Copy + Into<RecordId>>(of: &[T], phase: Option<PhaseId>, before: Option<RecordId>) -> MapAction {
    MapAction::DropCopies(CopyDrop { originals: of.iter().map(|id| (*id).into()).collect(), phase, before })
}

/// Moves of several records as one step of the history.
fn together(kind: RecordKind, commands: Vec<Command>) -> MapAction {
    MapAction::Run(Command::Batch { label: Label::new(Verb::Move, kind), commands })
}

/// Where phases would land.
pub(super) fn phases(frame: &Frame<'_>, phases: &[PhaseId], pointer: Pos2, copy: bool) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Columns).map(pointer);
    let others: Vec<_> = layout.phases.iter().filter(|other| copy || !phases.contains(&other.id)).collect();
    let next = others.iter().find(|other| at.x < other.rect.center().x);
    let x = match next {
        Some(next) => next.rect.x - 4.0,
        None => others.last()?.rect.right() + 4.0,
    };
    let before = next.map(|next| next.id);
    let action = if copy {
        copies(phases, None, before.map(Into::into))
    } else {
        together(RecordKind::Phase, phases.iter().map(|phase| Command::MovePhase { phase: *phase, before }).collect())
    };
    Some(upright(layout, action, x))
}

/// Where lanes would land.
pub(super) fn lanes(frame: &Frame<'_>, lanes: &[LaneId], pointer: Pos2, copy: bool) -> Option<Landing> {
    let layout = frame.layout;
    let at = frame.camera_of(PartKind::Lanes).map(pointer);
    let others: Vec<_> = layout.rows.iter().filter(|other| copy || !lanes.contains(&other.lane)).collect();
    let next = others.iter().find(|other| at.y < other.y + other.h / 2.0);
    let y = match next {
        Some(next) => next.y,
        None => others.last()?.bottom(),
    };
    let before: Option<RecordId> = next.map(|next| next.lane.into());
    let action = if copy {
        copies(lanes, None, before)
    } else {
        let move_one = |lane: &LaneId| Command::Reorder { record: (*lane).into(), before };
        together(RecordKind::Lane, lanes.iter().map(move_one).collect())
    };
    let band = layout.lanes_band;
    let mark = Rect::new(band.x, y - 1.5, band.w, 3.0);
    Some(Landing { action, mark, cells: Vec::new(), part: PartKind::Lanes })
}

fn upright(layout: &MapLayout, action: MapAction, x: f32) -> Landing {
    let band = layout.columns_band;
    let mark = Rect::new(x - 1.5, band.y, 3.0, band.h);
    Landing { action, mark, cells: Vec::new(), part: PartKind::Columns }
}
