//! Map units to EMU (1/12,700 of a point), the unit of slides.

use crate::base::{Point, Rect, Size};

/// EMU of a point.
pub(super) const POINT: f64 = 12_700.0;
/// The longest side of a slide.
const MAX_SIDE: f64 = 51_206_400.0;
/// The shortest side of a slide.
const MIN_SIDE: f64 = 914_400.0;

/// How a page lies on its slide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// EMU of a map unit.
    scale: f64,
    /// Where the page's corner lies.
    corner: (f64, f64),
}

/// A rectangle in EMU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub x: i64,
    pub y: i64,
    pub w: i64,
    pub h: i64,
}

/// The size of a slide for pages of this size (in points), in EMU. Beyond what PowerPoint takes it is the largest of
/// the same proportions.
pub(super) fn slide_size(paper: Size) -> (i64, i64) {
    let (w, h) = (f64::from(paper.w) * POINT, f64::from(paper.h) * POINT);
    let shrink = (MAX_SIDE / w.max(h).max(1.0)).min(1.0);
    let side = |length: f64| (length * shrink).clamp(MIN_SIDE, MAX_SIDE).round() as i64;
    (side(w), side(h))
}

impl Place {
    /// A sheet of `size` map units in the middle of a slide.
    pub fn new(size: Size, slide: (i64, i64)) -> Self {
        let (w, h) = (slide.0 as f64, slide.1 as f64);
        let scale = (w / f64::from(size.w).max(1.0)).min(h / f64::from(size.h).max(1.0));
        let corner = ((w - f64::from(size.w) * scale) / 2.0, (h - f64::from(size.h) * scale) / 2.0);
        Self { scale, corner }
    }

    /// A length.
    pub fn length(&self, units: f32) -> i64 {
        (f64::from(units) * self.scale).round() as i64
    }

    /// A length in hundredths of a point.
    pub fn hundredths(&self, units: f32) -> i64 {
        (f64::from(units) * self.scale / POINT * 100.0).round() as i64
    }

    /// A point.
    pub fn point(&self, at: Point) -> (i64, i64) {
        self.exact(f64::from(at.x), f64::from(at.y))
    }

    /// A point of a path.
    pub fn exact(&self, x: f64, y: f64) -> (i64, i64) {
        ((self.corner.0 + x * self.scale).round() as i64, (self.corner.1 + y * self.scale).round() as i64)
    }

    /// A rectangle. Edges that lie on each other still do.
    pub fn frame(&self, rect: &Rect) -> Frame {
        let (x, y) = self.point(Point::new(rect.x, rect.y));
        let (right, bottom) = self.point(Point::new(rect.right(), rect.bottom()));
        Frame { x, y, w: (right - x).max(0), h: (bottom - y).max(0) }
    }
}

impl Frame {
    /// The smallest frame round two.
    pub fn around(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.w).max(other.x + other.w);
        let bottom = (self.y + self.h).max(other.y + other.h);
        Self { x, y, w: right - x, h: bottom - y }
    }
}
