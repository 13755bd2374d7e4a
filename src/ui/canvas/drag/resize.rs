//! Dragging edges: the width of steps, the height of a lane, how far a card reaches.

use super::{Drag, Press, held_steps};
use crate::app::actions::{set_height, set_span, set_widths};
use crate::edit::Command;
use crate::model::{CardId, LaneId, Project, StepId};
use crate::ui::canvas::frame::Frame;
use crate::ui::canvas::grips::Grip;

/// The right edge of one or several steps.
#[derive(Clone, Debug)]
pub(crate) struct Width {
    steps: Vec<StepId>,
    /// Where the edge was taken hold of.
    start_x: f32,
    /// The width of the step with the edge then.
    start_w: f32,
    /// How many of the steps move the edge when they grow: those up to it.
    share: usize,
}

/// The lower edge of a lane.
#[derive(Clone, Debug)]
pub(crate) struct Height {
    lane: LaneId,
    start_y: f32,
    start_h: f32,
    content: f32,
}

/// Takes hold of an edge.
pub(super) fn begin(press: &Press<'_>, grip: Grip) -> Option<Drag> {
    let layout = press.frame.layout;
    let at = press.frame.camera.map(press.pointer);
    Some(match grip {
        Grip::Width(step) => {
            let steps = held_steps(press, step);
            let share = steps.iter().position(|other| *other == step)? + 1;
            Drag::Width(Width { steps, start_x: at.x, start_w: layout.column(step)?.w, share })
        }
        Grip::Height(lane) => {
            let row = layout.row(lane).filter(|row| !row.is_collapsed)?;
            Drag::Height(Height { lane, start_y: at.y, start_h: row.h, content: row.content_h })
        }
        Grip::Span(card) => Drag::Span(card),
    })
}

impl Width {
    /// All steps as wide as the one whose edge is at `x`.
    pub(super) fn command(&self, project: &Project, x: f32, usual: f32) -> Option<Command> {
        let width = self.start_w + (x - self.start_x) / self.share.max(1) as f32;
        set_widths(project, &self.steps, width, usual)
    }
}

impl Height {
    /// The lane so high that its edge is at `y`.
    pub(super) fn command(&self, project: &Project, y: f32) -> Option<Command> {
        set_height(project, self.lane, self.start_h + y - self.start_y, self.content)
    }
}

/// The card up to the column whose middle the pointer has passed.
pub(super) fn span(frame: &Frame<'_>, project: &Project, card: CardId, x: f32) -> Option<Command> {
    let step = project.cards.get(card)?.step;
    let columns = &frame.layout.columns;
    let first = columns.iter().position(|column| column.step == step)?;
    let last = columns.iter().rposition(|column| column.center() < x).unwrap_or(first);
    set_span(project, card, i32::try_from(last).ok()? - i32::try_from(first).ok()?)
}
