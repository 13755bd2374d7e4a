//! The outlines of blocks as paths, begun where SVG begins them so that dashes fall alike.

use crate::base::Rect;
use crate::scene::Shape;
use kurbo::{BezPath, Shape as _};

/// How far a curve may be from a circle, in map units.
const TOLERANCE: f64 = 0.01;

/// The outline of a block.
pub(super) fn outline(rect: &Rect, shape: Shape) -> BezPath {
    match shape {
        Shape::Rect => rounded(rect, 0.0),
        Shape::Rounded(radius) => rounded(rect, radius),
        Shape::Ellipse => {
            let center = rect.center();
            let radii = (f64::from(rect.w) / 2.0, f64::from(rect.h) / 2.0);
            kurbo::Ellipse::new((f64::from(center.x), f64::from(center.y)), radii, 0.0).to_path(TOLERANCE)
        }
    }
}

/// A rectangle from the left end of its top edge, clockwise.
pub(super) fn rounded(rect: &Rect, radius: f32) -> BezPath {
    let radius = f64::from(radius.clamp(0.0, rect.w.min(rect.h) / 2.0));
    let (x0, y0) = (f64::from(rect.x), f64::from(rect.y));
    let (x1, y1) = (f64::from(rect.right()), f64::from(rect.bottom()));
    let mut path = BezPath::new();
    if radius <= 0.0 {
        path.move_to((x0, y0));
        for corner in [(x1, y0), (x1, y1), (x0, y1)] {
            path.line_to(corner);
        }
        path.close_path();
        return path;
    }
    // The handle that makes a quarter of a circle of radius 1.
    let handle = radius * (1.0 - 0.552_284_749_831);
    path.move_to((x0 + radius, y0));
    path.line_to((x1 - radius, y0));
    path.curve_to((x1 - handle, y0), (x1, y0 + handle), (x1, y0 + radius));
    path.line_to((x1, y1 - radius));
    path.curve_to((x1, y1 - handle), (x1 - handle, y1), (x1 - radius, y1));
    path.line_to((x0 + radius, y1));
    path.curve_to((x0 + handle, y1), (x0, y1 - handle), (x0, y1 - radius));
    path.line_to((x0, y0 + radius));
    path.curve_to((x0, y0 + handle), (x0 + handle, y0), (x0 + radius, y0));
    path.close_path();
    path
}
