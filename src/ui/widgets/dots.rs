//! Levels as dots to click: importance 1–5, severity 1–3.

use super::button::focus_ring;
use crate::look::Theme;
use crate::ui::theme::color;
use eframe::egui::{Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

const PITCH: f32 = 16.0;
const RADIUS: f32 = 5.5;

/// A level from 1 to `top`; clicking the dot that is set clears it (0), arrow keys change it.
/// `name` is what the level is of.
pub(crate) fn dots(ui: &mut Ui, theme: &Theme, name: &str, level: &mut u8, top: u8) -> Response {
    let (rect, mut response) = ui.allocate_exact_size(vec2(PITCH * f32::from(top), 22.0), Sense::click());
    let under = response.hover_pos().map(|pos| at(rect, pos.x, top));
    let before = *level;
    if response.clicked() {
        if let Some(dot) = response.interact_pointer_pos().map(|pos| at(rect, pos.x, top)) {
            *level = if dot == before { 0 } else { dot };
        }
        response.request_focus();
    }
    if response.has_focus() {
        ui.input(|input| {
            if input.key_pressed(Key::ArrowRight) || input.key_pressed(Key::ArrowUp) {
                *level = (*level + 1).min(top);
            }
            if input.key_pressed(Key::ArrowLeft) || input.key_pressed(Key::ArrowDown) {
                *level = level.saturating_sub(1);
            }
        });
        let keep = eframe::egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keep));
    }
    if *level != before {
        response.mark_changed();
    }
    let shown = *level;
    for dot in 1..=top {
        let center = rect.left_center() + vec2(PITCH * (f32::from(dot) - 0.5), 0.0);
        let hinted = under.is_some_and(|under| dot <= under);
        if dot <= shown {
            ui.painter().circle_filled(center, RADIUS, color(theme.ink));
        } else {
            let ring = if hinted { theme.accent } else { theme.line3 };
            ui.painter().circle_stroke(center, RADIUS - 0.5, Stroke::new(1.2, color(ring)));
        }
    }
    focus_ring(ui, theme, &response);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), name);
        info.value = Some(f64::from(shown));
        info
    });
    response.on_hover_text(name)
}

fn at(rect: Rect, x: f32, top: u8) -> u8 {
    (((x - rect.left()) / PITCH).floor() as u8).saturating_add(1).clamp(1, top)
}
