//! A small map of the map in the corner, while the map is moved and the whole is not in sight.

use super::camera::Camera;
use super::frame::Frame;
use crate::base::{Point, Rect};
use crate::look::Theme;
use crate::ui::theme::{color, line};
use eframe::egui::{self, CornerRadius, Painter, Pos2, Stroke, StrokeKind, Ui, vec2};
use std::time::Duration;

/// Where the small map lies and how it is scaled.
pub(crate) struct Minimap {
    /// On the screen.
    pub(crate) rect: egui::Rect,
    scale: f32,
}

/// How long it stays after the map was moved, in seconds.
const STAYS: f64 = 1.8;

/// When the small map is there: while the map is moved, a little after, and while the pointer is on it. It covers
/// cells, so it goes when nobody needs it.
#[derive(Default)]
pub(crate) struct Presence {
    camera: Option<Camera>,
    until: f64,
    /// Whether it is there.
    pub(crate) is_up: bool,
}

impl Presence {
    /// Looks whether the map was moved.
    pub(crate) fn update(&mut self, ui: &Ui, camera: Camera, minimap: &Minimap) {
        let (now, pointer) = ui.input(|input| (input.time, input.pointer.hover_pos()));
        let is_held = self.is_up && pointer.is_some_and(|pointer| minimap.rect.contains(pointer));
        if self.camera != Some(camera) || is_held {
            self.camera = Some(camera);
            self.until = now + STAYS;
        }
        self.is_up = now < self.until;
        if self.is_up {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(self.until - now));
        }
    }
}

impl Minimap {
    /// The small map, unless the whole map is in sight anyway.
    pub(crate) fn of(frame: &Frame<'_>) -> Option<Self> {
        let sheet = frame.layout.size;
        let visible = frame.camera.visible();
        let all = visible.x <= 1.0
            && visible.y <= 1.0
            && visible.right() >= sheet.w - 1.0
            && visible.bottom() >= sheet.h - 1.0;
        let view = frame.camera.view;
        if all || view.width() < 900.0 || view.height() < 480.0 {
            return None;
        }
        let scale = (160.0 / sheet.w).min(72.0 / sheet.h);
        let size = vec2(sheet.w, sheet.h) * scale + vec2(8.0, 8.0);
        Some(Self { rect: egui::Rect::from_min_size(view.max - size - vec2(16.0, 16.0), size), scale })
    }

    fn place(&self, rect: Rect) -> egui::Rect {
        let min = self.rect.min + vec2(4.0, 4.0) + vec2(rect.x, rect.y) * self.scale;
        egui::Rect::from_min_size(min, vec2(rect.w, rect.h) * self.scale)
    }

    /// The point of the map under a point of the small map.
    pub(crate) fn map(&self, pointer: Pos2) -> Point {
        let v = (pointer - self.rect.min - vec2(4.0, 4.0)) / self.scale;
        Point::new(v.x, v.y)
    }

    /// Phases, cards as specks, and the frame of what is in sight.
    pub(crate) fn paint(&self, painter: &Painter, frame: &Frame<'_>, theme: &Theme) {
        painter.rect(self.rect, CornerRadius::same(6), color(theme.panel), line(theme.line2), StrokeKind::Outside);
        for phase in &frame.layout.phases {
            let tint = color(theme.phases[phase.index % theme.phases.len()]);
            painter.rect_filled(self.place(phase.rect), CornerRadius::ZERO, tint);
        }
        for row in &frame.layout.rows {
            let band = Rect::new(frame.layout.body.x, row.y + 4.0, frame.layout.body.w, row.h - 8.0);
            painter.rect_filled(self.place(band), CornerRadius::ZERO, color(theme.groove));
        }
        let seen = self.place(frame.camera.visible()).intersect(self.rect);
        painter.rect_stroke(seen, CornerRadius::same(3), Stroke::new(1.5, color(theme.accent)), StrokeKind::Inside);
    }
}
