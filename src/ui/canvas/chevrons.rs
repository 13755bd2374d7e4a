//! The small arrows beside the lane titles that collapse a lane and open it again.

use super::action::MapAction;
use super::frame::Frame;
use crate::base::Point;
use crate::i18n::{Lang, fill, map::Map};
use crate::layout::Row;
use crate::look::Theme;
use crate::scene::PartKind;
use crate::ui::theme::color;
use eframe::egui::{self, CornerRadius, CursorIcon, Id, Pos2, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

/// The place of an arrow, in screen points.
const SIZE: egui::Vec2 = vec2(16.0, 20.0);
/// From the title to the middle of the arrow.
const ASIDE: f32 = 9.0;
/// Below this zoom the arrows would be larger than the titles.
const LEAST_ZOOM: f32 = 0.45;

/// Shows the arrows that are in sight; gives what was asked for.
pub(super) fn show(ui: &Ui, frame: &Frame<'_>, theme: &Theme, lang: Lang) -> Option<MapAction> {
    if frame.camera.zoom < LEAST_ZOOM {
        return None;
    }
    let camera = frame.camera_of(PartKind::Lanes);
    let free = egui::Rect::from_min_max(
        Pos2::new(camera.view.left(), frame.ground_of(PartKind::Columns).bottom().max(camera.view.top())),
        camera.view.max,
    );
    let clicked = frame.layout.rows.iter().find(|row| {
        let title =
            camera.screen(Point::new(row.text.rect.x, row.text.rect.y + row.text.paragraph.style.line_height() / 2.0));
        let center = title - vec2(ASIDE, 0.0);
        free.contains(center) && arrow(ui, theme, lang, row, center)
    })?;
    Some(MapAction::ToggleCollapsed(clicked.lane))
}

/// An arrow: to the right while the lane is collapsed, down while it is open. Whether it was clicked.
fn arrow(ui: &Ui, theme: &Theme, lang: Lang, row: &Row, center: Pos2) -> bool {
    let rect = egui::Rect::from_center_size(center, SIZE);
    let response = ui.interact(rect, Id::unique(("chevron", row.lane)), Sense::click());
    let message = if row.is_collapsed { Map::Expand } else { Map::Collapse };
    let name = fill(message.text(lang), &[("lane", &row.title)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let lit = response.hovered() || response.has_focus();
    if lit {
        ui.painter().rect_filled(rect, CornerRadius::same(4), color(theme.hover));
    }
    let points = if row.is_collapsed {
        [vec2(-2.0, -4.0), vec2(2.0, 0.0), vec2(-2.0, 4.0)]
    } else {
        [vec2(-4.0, -2.0), vec2(0.0, 2.0), vec2(4.0, -2.0)]
    };
    let ink = if lit { theme.ink } else { theme.ink3 };
    let line = points.iter().map(|by| center + *by).collect();
    ui.painter().add(Shape::line(line, Stroke::new(1.5, color(ink))));
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name).clicked()
}
