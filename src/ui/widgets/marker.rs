//! Markers of departments, circles of personas, drawings of channels.

use crate::base::{Rgba, initial};
use crate::look::{Theme, icons};
use crate::model::{ChannelKind, Department, Evidence, MarkerShape};
use crate::ui::fonts;
use crate::ui::theme::color;
use eframe::egui::epaint::RectShape;
use eframe::egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, TextureHandle, Vec2, pos2, vec2};
use kurbo::{BezPath, PathEl};

/// A department's shape of this radius round `center`.
pub(crate) fn department(painter: &Painter, center: Pos2, radius: f32, shape: MarkerShape, fill: Rgba) {
    let ink = color(fill);
    let polygon = |corners: &[(f32, f32)]| {
        let points = corners.iter().map(|(x, y)| center + vec2(x * radius, y * radius)).collect();
        painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
    };
    match shape {
        MarkerShape::Circle => {
            painter.circle_filled(center, radius, ink);
        }
        MarkerShape::Square => polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        MarkerShape::Triangle => polygon(&[(0.0, -1.0), (1.05, 0.85), (-1.05, 0.85)]),
        MarkerShape::TriangleDown => polygon(&[(-1.05, -0.85), (1.05, -0.85), (0.0, 1.0)]),
        MarkerShape::Diamond => polygon(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)]),
        MarkerShape::Hexagon => {
            polygon(&[(-0.5, -0.9), (0.5, -0.9), (1.0, 0.0), (0.5, 0.9), (-0.5, 0.9), (-1.0, 0.0)]);
        }
    }
}

/// A department's shape with its letter, as on the map.
pub(crate) fn lettered(painter: &Painter, center: Pos2, radius: f32, department: &Department, fill: Rgba) {
    self::department(painter, center, radius, department.shape, fill);
    let size = if department.letter.chars().count() > 1 { radius * 0.85 } else { radius * 1.15 };
    let ink = color(Theme::letter_on(fill));
    painter.text(center, Align2::CENTER_CENTER, &department.letter, fonts::bold(size), ink);
}

/// The sign of a level of evidence: an empty, half-filled or full dot.
pub(crate) fn evidence(painter: &Painter, center: Pos2, radius: f32, level: Evidence, ink: Rgba) {
    let ink = color(ink);
    match level {
        Evidence::Assumed => {}
        Evidence::Partly => {
            let angle = |step: u8| std::f32::consts::PI * (0.5 + f32::from(step) / 16.0);
            let half = (0..=16).map(|step| center + radius * vec2(angle(step).cos(), angle(step).sin())).collect();
            painter.add(Shape::convex_polygon(half, ink, Stroke::NONE));
        }
        Evidence::Researched => drop(painter.circle_filled(center, radius, ink)),
    }
    painter.circle_stroke(center, radius, Stroke::new(1.2, ink));
}

/// A persona's circle with the letter of the name.
pub(crate) fn persona(painter: &Painter, center: Pos2, radius: f32, fill: Rgba, name: &str) {
    painter.circle_filled(center, radius, color(fill));
    letter(painter, center, radius * 0.95, fill, name);
}

/// A persona's portrait in a circle.
pub(crate) fn portrait(painter: &Painter, center: Pos2, radius: f32, picture: &TextureHandle) {
    let rect = Rect::from_center_size(center, Vec2::splat(radius * 2.0));
    let uv = square(picture);
    painter.add(RectShape::filled(rect, radius, Color32::WHITE).with_texture(picture.id(), uv));
}

/// The middle of a picture, as wide as it is high.
pub(crate) fn square(picture: &TextureHandle) -> Rect {
    let size = picture.size_vec2();
    let side = size.min_elem();
    Rect::from_center_size(pos2(0.5, 0.5), vec2(side / size.x, side / size.y))
}

/// Contrast that large bold letters need at least (WCAG 1.4.3).
const LARGE_LETTERS: f32 = 3.0;

/// The letter of a name, on a coloured ground: white as on the map, unless the ground is too light for it.
pub(crate) fn letter(painter: &Painter, center: Pos2, size: f32, ground: Rgba, name: &str) {
    let white = ground.contrast(Rgba::WHITE) >= LARGE_LETTERS;
    let ink = color(if white { Rgba::WHITE } else { Theme::letter_on(ground) });
    painter.text(center, Align2::CENTER_CENTER, initial(name).unwrap_or_default(), fonts::bold(size), ink);
}

/// The drawing of a channel in the middle of `rect`, `scale` map units a point.
pub(crate) fn channel(painter: &Painter, rect: Rect, kind: ChannelKind, ink: Rgba, scale: f32) {
    outline(painter, icons::channel(kind), rect.center(), scale, Stroke::new(1.3, color(ink)));
}

/// A vector drawing of the shared icon set, stroked.
pub(crate) fn outline(painter: &Painter, path: &BezPath, center: Pos2, scale: f32, stroke: Stroke) {
    let place = |p: kurbo::Point| pos2(center.x + p.x as f32 * scale, center.y + p.y as f32 * scale);
    let mut run: Vec<Pos2> = Vec::new();
    let draw = |run: &mut Vec<Pos2>| {
        if run.len() > 1 {
            painter.add(Shape::line(std::mem::take(run), stroke));
        }
        run.clear();
    };
    kurbo::flatten(path, 0.08, |element| match element {
        PathEl::MoveTo(p) => {
            draw(&mut run);
            run.push(place(p));
        }
        PathEl::LineTo(p) => run.push(place(p)),
        PathEl::ClosePath => {
            if let Some(first) = run.first().copied() {
                run.push(first);
            }
            draw(&mut run);
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    draw(&mut run);
}
