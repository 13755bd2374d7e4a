//! A name of the feedback that is dragged over the map: the step under it is marked, and gets the name where it is let go.

use super::action::MapAction;
use super::frame::Frame;
use super::{Canvas, MapInput, linking};
use crate::base::Rect;
use crate::scene::PartKind;
use crate::ui::feedback_panel::DraggedName;
use crate::ui::theme::color;
use eframe::egui::{CornerRadius, DragAndDrop, Response, Stroke, StrokeKind, Ui, vec2};

impl Canvas {
    /// Follows a dragged name.
    pub(super) fn meet_name(
        &mut self,
        ui: &Ui,
        response: &Response,
        input: &MapInput<'_>,
        actions: &mut Vec<MapAction>,
    ) {
        if !DragAndDrop::has_payload_of_type::<DraggedName>(ui.ctx()) {
            return;
        }
        let pointer = ui.input(|input| input.pointer.interact_pos()).filter(|at| response.rect.contains(*at));
        let Some(at) = pointer else { return };
        self.scroll_at_edge(ui, vec2(1.0, 0.0));
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let is_over_lanes =
            frame.ground_of(PartKind::Lanes).contains(at) || frame.ground_of(PartKind::Corner).contains(at);
        let Some(column) = linking::column_under(&frame, at).filter(|_| !is_over_lanes) else { return };
        mark(ui, &frame, column, input);
        if ui.input(|input| input.pointer.any_released())
            && let Some(name) = DragAndDrop::take_payload::<DraggedName>(ui.ctx())
        {
            actions.push(MapAction::AssignName(name.0.clone(), column.step));
        }
    }
}

/// The whole column, its name most of all.
fn mark(ui: &Ui, frame: &Frame<'_>, column: &crate::layout::Column, input: &MapInput<'_>) {
    let painter = ui.painter_at(frame.camera.view);
    let body = frame.layout.body;
    let below = frame.camera.screen_rect(Rect::new(column.x, body.y, column.w, body.h));
    painter.rect_filled(below, CornerRadius::ZERO, color(input.theme.accent.faded(0.12)));
    let head = frame.camera_of(PartKind::Columns).screen_rect(linking::header(frame, column)).expand(2.0);
    let edge = Stroke::new(2.0, color(input.theme.accent));
    painter.rect(head, CornerRadius::same(7), color(input.theme.accent.faded(0.12)), edge, StrokeKind::Outside);
}
