//! The plus signs at the ends of the map: what a newcomer looks for to add a phase, a step or a lane.

use super::action::MapAction;
use super::frame::Frame;
use crate::app::AppCommand;
use crate::base::Point;
use crate::i18n::Lang;
use crate::layout::measures as m;
use crate::look::Theme;
use crate::scene::PartKind;
use crate::ui::theme::{color, line};
use eframe::egui::{self, CornerRadius, CursorIcon, Pos2, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Half the width of a sign.
const RADIUS: f32 = 11.0;

/// Shows the signs that are in sight; gives what was asked for.
pub(super) fn show(ui: &Ui, frame: &Frame<'_>, theme: &Theme, lang: Lang) -> Option<MapAction> {
    let layout = frame.layout;
    let (columns, lanes) = (frame.camera_of(PartKind::Columns), frame.camera_of(PartKind::Lanes));
    let view = frame.camera.view;
    let end = columns.screen(Point::new(layout.columns_band.right(), 0.0)).x;
    // Where the map ends at the edge of the view, the signs come a little over it.
    let right = if end <= view.right() { (end + RADIUS + 6.0).min(view.right() - RADIUS - 2.0) } else { end };
    let y_of = |y: f32| columns.screen(Point::new(0.0, y)).y;
    let phase_y = y_of(layout.columns_band.y + m::PHASE_HEIGHT / 2.0);
    let step_y = y_of((layout.columns_band.y + m::PHASE_HEIGHT + layout.columns_band.bottom()) / 2.0);
    let lane = lanes.screen(Point::new(layout.lanes_band.right(), layout.lanes_band.bottom()));
    let signs = [
        (AppCommand::AddPhase, Pos2::new(right, phase_y)),
        (AppCommand::AddStep, Pos2::new(right, step_y.max(phase_y + 2.0 * RADIUS + 4.0))),
        (AppCommand::Lanes, lane - vec2(RADIUS, RADIUS + 4.0)),
    ];
    signs
        .into_iter()
        .filter(|(_, center)| view.shrink(RADIUS).contains(*center))
        .find_map(|(command, center)| sign(ui, theme, lang, command, center).then_some(MapAction::Command(command)))
}

/// A round plus sign; whether it was clicked.
fn sign(ui: &Ui, theme: &Theme, lang: Lang, command: AppCommand, center: Pos2) -> bool {
    let rect = egui::Rect::from_center_size(center, vec2(2.0 * RADIUS, 2.0 * RADIUS));
    let id = egui::Id::unique(("map sign", command));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, command.name(lang)));
    let lit = response.hovered() || response.has_focus();
    let (fill, ink) = if lit { (theme.accent_weak, theme.accent) } else { (theme.panel, theme.ink3) };
    let painter = ui.painter_at(rect.expand(1.0));
    painter.rect(rect, CornerRadius::same(RADIUS as u8), color(fill), line(theme.line2), StrokeKind::Inside);
    let stroke = Stroke::new(1.5, color(ink));
    painter.line_segment([center - vec2(4.5, 0.0), center + vec2(4.5, 0.0)], stroke);
    painter.line_segment([center - vec2(0.0, 4.5), center + vec2(0.0, 4.5)], stroke);
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(command.tooltip(lang)).clicked()
}
