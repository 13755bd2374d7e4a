//! Small round corners: a filled rectangle with a line round it, put together from discs, which egui keeps as
//! pictures, and upright rectangles. Thirty triangles a card instead of two hundred and fifty.

use super::paint::Brush;
use eframe::egui::{Color32, Rangef, Rect, Shape, Stroke};

/// Corners less round than this many pixels are drawn square.
const LEAST: f32 = 1.5;
/// Up to this many pixels egui has a disc.
const MOST: f32 = 6.6;

/// Where a rectangle with round corners lies, on whole pixels.
#[derive(Clone, Copy)]
struct Frame {
    rect: Rect,
    radius: f32,
}

impl Frame {
    fn between_corners_across(self) -> Rangef {
        self.rect.x_range().shrink(self.radius)
    }

    fn between_corners_down(self) -> Rangef {
        self.rect.y_range().shrink(self.radius)
    }
}

impl Brush<'_> {
    /// Paints it from discs; `false`, and nothing done, where that would not look the same: large corners, and colours
    /// one can see through.
    pub(super) fn rounded(&mut self, rect: Rect, radius: f32, fill: Color32, stroke: Stroke) -> bool {
        let per_point = self.painter.pixels_per_point();
        if radius * per_point < LEAST {
            return self.quads.framed(rect, fill, stroke);
        }
        let outer =
            Frame { rect: self.quads.on_pixels(rect.expand(stroke.width / 2.0)), radius: radius + stroke.width / 2.0 };
        let is_small = outer.radius * per_point <= MOST && outer.rect.size().min_elem() > 2.0 * outer.radius;
        if !is_small || !fill.is_opaque() {
            return false;
        }
        if stroke.is_empty() {
            self.filled(outer, fill);
            return true;
        }
        let (width, ink) = self.quads.line(stroke, fill);
        self.discs(outer, ink);
        let (across, down) = (outer.between_corners_across(), outer.between_corners_down());
        let Rect { min, max } = outer.rect;
        for edge in [
            Rect::from_x_y_ranges(across, min.y..=min.y + width),
            Rect::from_x_y_ranges(across, max.y - width..=max.y),
            Rect::from_x_y_ranges(min.x..=min.x + width, down),
            Rect::from_x_y_ranges(max.x - width..=max.x, down),
        ] {
            self.quads.exactly(edge, ink);
        }
        self.filled(Frame { rect: outer.rect.shrink(width), radius: (outer.radius - width).max(0.0) }, fill);
        true
    }

    fn filled(&mut self, frame: Frame, fill: Color32) {
        let Rect { min, max } = frame.rect;
        let (across, down) = (frame.between_corners_across(), frame.between_corners_down());
        self.quads.exactly(Rect::from_x_y_ranges(across, min.y..=down.min), fill);
        self.quads.exactly(Rect::from_x_y_ranges(min.x..=max.x, down), fill);
        self.quads.exactly(Rect::from_x_y_ranges(across, down.max..=max.y), fill);
        self.discs(frame, fill);
    }

    fn discs(&mut self, frame: Frame, fill: Color32) {
        let centers = frame.rect.shrink(frame.radius);
        for center in [centers.left_top(), centers.right_top(), centers.left_bottom(), centers.right_bottom()] {
            self.add(Shape::circle_filled(center, frame.radius, fill));
        }
    }
}
