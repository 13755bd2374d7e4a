//! A cell of a table that is only looked at.

use crate::look::Theme;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use eframe::egui::{Align2, Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// A text in a rectangle, cut where it does not fit; the whole on hovering.
pub(crate) fn cell(ui: &mut Ui, rect: Rect, text: &str, fill: Color32, theme: &Theme, is_heading: bool) {
    let response =
        ui.interact(rect, ui.scope_id().with(("cell", rect.min.x as i32, rect.min.y as i32)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let edge = if is_heading { Stroke::NONE } else { line(theme.line) };
    ui.painter().rect(rect, CornerRadius::same(5), fill, edge, StrokeKind::Inside);
    let font = if is_heading { fonts::bold(size::SMALL) } else { fonts::regular(size::SMALL) };
    let painter = ui.painter().with_clip_rect(rect.shrink2(vec2(6.0, 0.0)).intersect(ui.clip_rect()));
    painter.text(
        rect.left_center() + vec2(7.0, 0.0),
        Align2::LEFT_CENTER,
        text.replace('\n', " "),
        font,
        color(theme.ink),
    );
    if !text.is_empty() {
        response.on_hover_text(text);
    }
}
