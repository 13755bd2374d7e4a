//! The logo: a way with its start, a stop and its end.

use super::theme::color;
use crate::base::Rgba;
use crate::look::Theme;
use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{Color32, Painter, Pos2, Stroke, vec2};

/// Draws it round `center`; at scale 1 it fills a square of 28 points.
pub(crate) fn paint(painter: &Painter, center: Pos2, scale: f32, theme: &Theme) {
    let at = |x: f32, y: f32| center + vec2(x - 14.0, y - 14.0) * scale;
    let way = Stroke::new(2.4 * scale, color(theme.accent));
    let bend = |points: [Pos2; 4]| CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, way);
    painter.add(bend([at(4.0, 21.0), at(9.0, 21.0), at(8.0, 9.0), at(14.0, 9.0)]));
    painter.add(bend([at(14.0, 9.0), at(20.0, 9.0), at(19.0, 18.0), at(24.0, 7.0)]));
    painter.circle_filled(at(4.0, 21.0), 2.6 * scale, color(theme.accent));
    painter.circle(at(14.0, 9.0), 2.6 * scale, color(theme.panel), Stroke::new(2.0 * scale, color(theme.accent)));
    painter.circle_filled(at(24.0, 7.0), 2.6 * scale, color(end(theme)));
}

fn end(theme: &Theme) -> Rgba {
    theme.marker(0)
}
