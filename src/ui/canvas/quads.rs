//! Upright rectangles on whole pixels, in as few triangles as there can be. egui gives every edge a soft border of
//! triangles; on a map seen from afar that is nearly all there is to draw, and where a processor draws it is what
//! a frame costs.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{Color32, Mesh, Painter, Rect, Shape, Stroke, Vec2};

/// Rectangles that lie on each other in this order, not yet given to the painter.
pub(super) struct Quads {
    pixels_per_point: f32,
    mesh: Mesh,
}

impl Quads {
    /// None yet.
    pub(super) fn new(pixels_per_point: f32) -> Self {
        Self { pixels_per_point, mesh: Mesh::default() }
    }

    /// Gives them to the painter: what comes after lies above.
    pub(super) fn flush(&mut self, painter: &Painter) {
        if !self.mesh.is_empty() {
            painter.add(Shape::mesh(std::mem::take(&mut self.mesh)));
        }
    }

    /// A rectangle, at least a pixel wide and high.
    pub(super) fn filled(&mut self, rect: Rect, fill: Color32) {
        if fill != Color32::TRANSPARENT {
            self.exactly(self.on_pixels(rect), fill);
        }
    }

    /// A rectangle with a line along its edge; `false`, and nothing done, where it would not look as it should: a line
    /// round something one can see through.
    pub(super) fn framed(&mut self, rect: Rect, fill: Color32, stroke: Stroke) -> bool {
        if stroke.is_empty() {
            self.filled(rect, fill);
            return true;
        }
        if !fill.is_opaque() {
            return false;
        }
        let (width, ink) = self.line(stroke, fill);
        let outer = self.on_pixels(rect.expand(stroke.width / 2.0));
        let inner = outer.shrink(width);
        self.exactly(outer, ink);
        if inner.is_positive() {
            self.exactly(inner, fill);
        }
        true
    }

    /// A rectangle that need not lie on whole pixels: two that share an edge share no pixel.
    pub(super) fn exactly(&mut self, rect: Rect, fill: Color32) {
        self.mesh.add_colored_rect(rect, fill);
    }

    /// How wide a line is in whole pixels (given in points), and its colour on a ground: one that is thinner than a pixel
    /// is paler instead.
    pub(super) fn line(&self, stroke: Stroke, ground: Color32) -> (f32, Color32) {
        let width = (stroke.width * self.pixels_per_point).round().max(1.0) / self.pixels_per_point;
        (width, ground.lerp_to_gamma(stroke.color, (stroke.width / width).min(1.0)))
    }

    /// The same rectangle on whole pixels, never smaller than one.
    pub(super) fn on_pixels(&self, rect: Rect) -> Rect {
        let pixel = Vec2::splat(1.0 / self.pixels_per_point);
        let rounded = rect.round_to_pixels(self.pixels_per_point);
        Rect::from_min_size(rounded.min, rounded.size().max(pixel))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{pos2, vec2};

    fn rect(x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(w, h))
    }

    #[test]
    fn a_frame_costs_four_triangles_and_lies_on_pixels() {
        let mut quads = Quads::new(2.0);
        assert!(quads.framed(rect(10.2, 5.1, 30.0, 20.0), Color32::WHITE, Stroke::new(1.0, Color32::BLACK)));
        assert_eq!(quads.mesh.indices.len() / 3, 4);
        assert!(quads.mesh.vertices.iter().all(|v| (v.pos.x * 2.0).fract() == 0.0 && (v.pos.y * 2.0).fract() == 0.0));
    }

    #[test]
    fn what_is_thinner_than_a_pixel_stays_to_be_seen() {
        let mut quads = Quads::new(1.0);
        quads.filled(rect(3.2, 4.2, 0.3, 0.3), Color32::BLACK);
        assert_eq!(quads.mesh.calc_bounds(), rect(3.0, 4.0, 1.0, 1.0));
    }

    #[test]
    fn a_line_round_glass_is_left_to_others() {
        let mut quads = Quads::new(1.0);
        assert!(!quads.framed(rect(0.0, 0.0, 9.0, 9.0), Color32::TRANSPARENT, Stroke::new(1.0, Color32::BLACK)));
        assert!(quads.mesh.is_empty());
    }
}
