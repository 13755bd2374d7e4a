//! Chips: a word in a pill, alone or to click.

use super::button::focus_ring;
use super::marker;
use crate::base::Rgba;
use crate::look::Theme;
use crate::model::Evidence;
use crate::ui::fonts;
use crate::ui::theme::{color, line};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, CornerRadius, FontId, Galley, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};
use std::sync::Arc;

const HEIGHT: f32 = 22.0;

/// A row of chips that goes on in the next line.
pub(crate) fn row(ui: &mut Ui, chips: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.horizontal_wrapped(chips);
    });
}

/// A chip that only says something, in `ink` (the border too).
pub(crate) fn word(ui: &mut Ui, theme: &Theme, text: &str, ink: Option<Rgba>) -> Response {
    paint(ui, theme, text, ink.unwrap_or(theme.ink), ink.unwrap_or(theme.line2), None, Sense::hover())
}

/// A chip that is on or off.
pub(crate) fn toggle(ui: &mut Ui, theme: &Theme, text: &str, on: bool) -> Response {
    let (ink, border, fill) =
        if on { (theme.accent, theme.accent, Some(theme.accent_weak)) } else { (theme.ink2, theme.line2, None) };
    let response = paint(ui, theme, text, ink, border, fill, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, text));
    response
}

/// A chip with the sign of a level of evidence: one of a few.
pub(crate) fn marked(ui: &mut Ui, theme: &Theme, level: Evidence, text: &str, on: bool) -> Response {
    let (ink, border, fill) =
        if on { (theme.accent, theme.accent, Some(theme.accent_weak)) } else { (theme.ink2, theme.line2, None) };
    // The sign stands in the room that the blanks leave.
    let response = paint(ui, theme, &format!("    {text}"), ink, border, fill, Sense::click());
    marker::evidence(ui.painter(), response.rect.left_center() + vec2(13.0, 0.0), 4.0, level, ink);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, text));
    response
}

/// A chip that goes when it is clicked; `name` says so.
pub(crate) fn removable(ui: &mut Ui, theme: &Theme, text: &str, name: &str) -> Response {
    let response = paint(ui, theme, &format!("{text}  ×"), theme.ink, theme.line2, None, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}

/// A line of a chip, cut where the room ends.
pub(crate) fn one_line(ui: &Ui, text: &str, font: FontId, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width(room.max(20.0));
    ui.painter().layout_job(job)
}

fn paint(
    ui: &mut Ui,
    theme: &Theme,
    text: &str,
    ink: Rgba,
    border: Rgba,
    fill: Option<Rgba>,
    sense: Sense,
) -> Response {
    let galley = one_line(ui, text, fonts::regular(11.5), ui.max_rect().width() - 18.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 18.0, HEIGHT), sense);
    let fill = if sense.senses_click() && response.hovered() { theme.hover } else { fill.unwrap_or(theme.panel) };
    ui.painter().rect(rect, CornerRadius::same(11), color(fill), line(border), StrokeKind::Inside);
    focus_ring(ui, theme, &response);
    ui.painter().galley(rect.center() - galley.size() / 2.0 - vec2(0.0, 0.5), galley, color(ink));
    if !sense.senses_click() {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    }
    response
}
