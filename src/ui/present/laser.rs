//! The laser pointer: a bright dot with a short trail.

use crate::look::Theme;
use crate::ui::theme::color;
use eframe::egui::{CursorIcon, Id, LayerId, Order, Pos2, Ui};
use std::collections::VecDeque;

/// Seconds that the trail stays.
const TRAIL: f64 = 0.35;
/// Seconds after which a pointer that rests is hidden.
const REST: f64 = 2.0;
/// Radius of the dot, in points.
const DOT: f32 = 9.0;

/// Where the pointer was.
#[derive(Default)]
pub(super) struct Laser {
    trail: VecDeque<(Pos2, f64)>,
    moved: f64,
    last: Option<Pos2>,
}

impl Laser {
    /// Draws it, where it is on; hides the pointer while it rests.
    pub(super) fn show(&mut self, ui: &Ui, theme: &Theme, on: bool, now: f64) {
        let at = ui.input(|input| input.pointer.latest_pos());
        if at != self.last {
            (self.last, self.moved) = (at, now);
        }
        while self.trail.front().is_some_and(|(_, when)| now - when > TRAIL) {
            self.trail.pop_front();
        }
        if on && let Some(at) = at {
            if self.trail.back().is_none_or(|(last, _)| *last != at) {
                self.trail.push_back((at, now));
            }
            self.paint(ui, theme, at, now);
        } else {
            self.trail.clear();
        }
        if on || now - self.moved > REST {
            ui.ctx().set_cursor_icon(CursorIcon::None);
        } else {
            ui.ctx().request_repaint_after_secs(REST as f32);
        }
    }

    fn paint(&self, ui: &Ui, theme: &Theme, at: Pos2, now: f64) {
        let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("laser")));
        for (place, when) in &self.trail {
            let left = 1.0 - ((now - when) / TRAIL) as f32;
            painter.circle_filled(*place, DOT * left * 0.8, color(theme.laser.faded(0.35 * left)));
        }
        painter.circle_filled(at, DOT * 2.0, color(theme.laser.faded(0.25)));
        painter.circle_filled(at, DOT, color(theme.laser));
        painter.circle_filled(at, DOT * 0.45, color(crate::base::Rgba::WHITE));
        if self.trail.len() > 1 {
            ui.ctx().request_repaint();
        }
    }
}
