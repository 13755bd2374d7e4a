//! What colleagues changed, and what two people changed differently, marked on the map: on screen only.

use super::frame::Frame;
use crate::app::together::disputed;
use crate::look::Theme;
use crate::model::{Project, RecordId};
use crate::scene::PartKind;
use crate::ui::fonts;
use crate::ui::theme::color;
use eframe::egui::{Align2, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};

/// Radius of the badge.
const BADGE: f32 = 8.0;

/// A tint and a frame round what was taken in lately; a badge with a sign on what has two values.
pub(super) fn paint(
    painter: &Painter,
    frame: &Frame<'_>,
    news: &[RecordId],
    project: &Project,
    theme: &Theme,
    bands: bool,
) {
    for record in news {
        if let Some(rect) = place(frame, *record, bands) {
            painter.rect_filled(rect.expand(3.0), CornerRadius::same(8), color(theme.good.faded(0.16)));
            let edge = Stroke::new(2.0, color(theme.good));
            painter.rect_stroke(rect.expand(3.0), CornerRadius::same(8), edge, StrokeKind::Outside);
        }
    }
    if project.conflicts.is_empty() {
        return;
    }
    for record in disputed(project).into_iter().flatten() {
        if let Some(rect) = place(frame, record, bands) {
            badge(painter, rect.right_top() + vec2(-2.0, 2.0), theme);
        }
    }
}

fn place(frame: &Frame<'_>, record: RecordId, bands: bool) -> Option<Rect> {
    let (part, _) = frame.places.get(&record)?;
    let is_here = matches!(part, PartKind::Columns | PartKind::Lanes) == bands;
    frame.screen_rect_of(record).filter(|rect| is_here && rect.intersects(frame.camera.view))
}

/// A diamond with an exclamation mark: shape and sign, not only colour.
fn badge(painter: &Painter, at: Pos2, theme: &Theme) {
    let corners = [vec2(0.0, -BADGE), vec2(BADGE, 0.0), vec2(0.0, BADGE), vec2(-BADGE, 0.0)].map(|to| at + to * 1.25);
    let edge = Stroke::new(1.5, color(theme.panel));
    painter.add(Shape::convex_polygon(corners.to_vec(), color(theme.warn), edge));
    painter.text(at, Align2::CENTER_CENTER, "!", fonts::bold(12.0), color(theme.panel));
}
