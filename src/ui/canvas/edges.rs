//! The map scrolls under what is dragged near the edge of the view.

use super::Canvas;
use super::frame::Frame;
use crate::scene::PartKind;
use eframe::egui::{Pos2, Ui, Vec2, vec2};

/// How near the edge of the view a drag begins to scroll, in screen points.
const SCROLL_REACH: f32 = 40.0;
/// The fastest scrolling at the edge, in screen points a second.
const SCROLL_MOST: f32 = 1400.0;

impl Canvas {
    /// Scrolls while the pointer is near an edge; `ways` is 1 for the directions in which it may.
    pub(super) fn scroll_at_edge(&mut self, ui: &Ui, ways: Vec2) {
        let (Some((layout, scene)), Some(camera)) = (self.picture.get(), self.camera) else { return };
        let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
        let frame = Frame { layout, scene, places: &self.places, camera };
        let seconds = ui.input(|input| input.stable_dt).min(0.1);
        self.scroll(ui, edge_push(&frame, pointer) * ways * seconds);
    }

    /// Moves the map by so many screen points, as far as there is more to see.
    pub(super) fn scroll(&mut self, ui: &Ui, by: Vec2) {
        let (Some((layout, _)), Some(camera)) = (self.picture.get(), self.camera.as_mut()) else { return };
        if by != Vec2::ZERO {
            camera.pan(by);
            camera.keep_in_sight(layout.size);
            ui.ctx().request_repaint();
        }
    }
}

/// How fast the map moves under a pointer near the edge of what is free of bands, in points a second: the nearer
/// the faster, and only as long as there is more to see.
fn edge_push(frame: &Frame<'_>, pointer: Pos2) -> Vec2 {
    let mut free = frame.camera.view;
    let (left, top) = frame.band_sizes();
    if frame.is_pushed(PartKind::Lanes) {
        free.min.x += left;
    }
    if frame.is_pushed(PartKind::Columns) {
        free.min.y += top;
    }
    let sheet = frame.camera.screen_rect(crate::base::Rect::new(0.0, 0.0, frame.layout.size.w, frame.layout.size.h));
    let push = |low: f32, high: f32, at: f32, more_low: bool, more_high: bool| {
        let share = |depth: f32| (depth / SCROLL_REACH).clamp(0.0, 1.5).powi(2);
        let back = if more_low { share(low + SCROLL_REACH - at) } else { 0.0 };
        let on = if more_high { share(at - (high - SCROLL_REACH)) } else { 0.0 };
        (back - on) * SCROLL_MOST / 2.25
    };
    let view = frame.camera.view;
    vec2(
        push(free.left(), free.right(), pointer.x, sheet.left() < view.left(), sheet.right() > view.right()),
        push(free.top(), free.bottom(), pointer.y, sheet.top() < view.top(), sheet.bottom() > view.bottom()),
    )
}
