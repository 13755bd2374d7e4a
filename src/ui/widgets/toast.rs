//! Messages at the bottom of the window that go away by themselves, with Undo where that makes sense.

use super::button::{self, Rank};
use crate::look::Theme;
use crate::ui::theme::{color, line};
use eframe::egui::{Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, Shadow, vec2};
use std::time::Duration;

const SHOWN_FOR: f64 = 6.0;

/// Messages waiting to be seen.
#[derive(Debug, Default)]
pub(crate) struct Toasts {
    current: Option<Toast>,
}

#[derive(Debug)]
struct Toast {
    text: String,
    undo: bool,
    until: Option<f64>,
}

impl Toasts {
    /// Shows a message instead of the one that is there.
    pub(crate) fn say(&mut self, text: impl Into<String>, undo: bool) {
        self.current = Some(Toast { text: text.into(), undo, until: None });
    }

    /// Draws the message, if there is one; whether Undo was clicked.
    pub(crate) fn show(&mut self, ctx: &Context, theme: &Theme, undo_word: &str) -> bool {
        let now = ctx.input(|input| input.time);
        let Some(toast) = &mut self.current else { return false };
        let until = *toast.until.get_or_insert(now + SHOWN_FOR);
        if now >= until {
            self.current = None;
            return false;
        }
        ctx.request_repaint_after(Duration::from_secs_f64(until - now));
        let mut undone = false;
        let area =
            Area::new(Id::unique("toast")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0));
        area.show(ctx, |ui| {
            frame(theme).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(&toast.text);
                    if toast.undo {
                        undone = button::button(ui, theme, Rank::Quiet, undo_word).clicked();
                    }
                });
            });
        });
        if undone {
            self.current = None;
        }
        undone
    }
}

fn frame(theme: &Theme) -> Frame {
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: color(theme.shadow) };
    Frame::new()
        .fill(color(theme.panel))
        .stroke(line(theme.line2))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 8))
        .shadow(shadow)
}
