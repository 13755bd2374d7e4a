//! What a paste would bring, marked on the map while it is only a preview. Meanwhile the mouse pans, and a click
//! says where the paste goes.

use super::Canvas;
use super::action::MapAction;
use super::frame::Frame;
use crate::app::{Cell, Selection};
use crate::look::Theme;
use crate::model::RecordId;
use crate::scene::PartKind;
use crate::ui::theme::color;
use eframe::egui::{CornerRadius, CursorIcon, Painter, Rect, Response, Shape, Stroke, StrokeKind, Ui};

/// What would be new.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fresh {
    /// Cells that get something.
    pub(crate) cells: Vec<Cell>,
    /// Cards, emotions, steps, phases and lanes that come to be.
    pub(crate) records: Vec<RecordId>,
}

impl Canvas {
    /// Marks what a paste would bring, or nothing any more.
    pub(crate) fn preview(&mut self, fresh: Option<Fresh>) {
        self.fresh = fresh;
    }

    /// Where on the screen the map is.
    pub(crate) fn view(&self) -> Option<Rect> {
        self.camera.map(|camera| camera.view)
    }

    /// The mouse while a paste is previewed.
    pub(super) fn previewing(&mut self, ui: &Ui, response: &Response, actions: &mut Vec<MapAction>) {
        let (Some((layout, scene)), Some(mut camera)) = (self.picture.get(), self.camera) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        if response.clicked()
            && let Some(picked) = response.interact_pointer_pos().map(|pointer| frame.pick(pointer))
            && picked.part == Some(PartKind::Body)
            && let Some((row, column)) = frame.cell_at(picked.at)
        {
            let cell = Cell { lane: row.lane, step: column.step };
            actions.push(MapAction::Select(Selection::of_cell(cell)));
        }
        if response.dragged() {
            camera.pan(response.drag_delta());
            camera.keep_in_sight(layout.size);
            self.camera = Some(camera);
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(if response.dragged() { CursorIcon::Grabbing } else { CursorIcon::Cell });
        }
    }
}

/// Cells get a tint and a dashed frame, new things a ring; first those of the body, then those of the bands.
pub(super) fn marks(painter: &Painter, frame: &Frame<'_>, fresh: &Fresh, theme: &Theme, bands: bool) {
    let view = frame.camera.view;
    if !bands {
        for cell in &fresh.cells {
            let Some(rect) = frame.layout.cell_rect(cell.lane, cell.step) else { continue };
            let rect = frame.camera.screen_rect(rect).shrink(2.0);
            if view.intersects(rect) {
                painter.rect_filled(rect, CornerRadius::same(6), color(theme.accent.faded(0.08)));
                dashed(painter, rect, Stroke::new(1.0, color(theme.accent.faded(0.7))));
            }
        }
    }
    let ring = Stroke::new(2.0, color(theme.accent));
    for record in &fresh.records {
        let Some((part, _)) = frame.places.get(record) else { continue };
        if matches!(part, PartKind::Columns | PartKind::Lanes) != bands {
            continue;
        }
        let Some(rect) = frame.screen_rect_of(*record).filter(|rect| view.intersects(*rect)) else { continue };
        painter.rect_stroke(rect.expand(1.0), CornerRadius::same(7), ring, StrokeKind::Middle);
    }
}

fn dashed(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
}
