//! Shapes that PowerPoint knows by name, and where text stands in them.

use super::path::is_close;
use crate::base::Rect;
use crate::scene::{Block, Shape};
use kurbo::{BezPath, PathEl};

/// Share of a corner's radius by which PowerPoint keeps text away from the edge: 1 − cos 45°.
const CORNER: f32 = 0.292_89;

/// A preset shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Preset {
    /// What PowerPoint calls it.
    pub name: &'static str,
    /// Its one adjustment in 1/1000 %, of those that have one.
    pub adjust: Option<i64>,
    /// The rectangle whose edges the insets of its text are measured from, in map units.
    pub text: Rect,
}

/// The preset of a block.
pub(super) fn of_block(block: &Block) -> Preset {
    let rect = block.rect;
    match block.shape {
        Shape::Rect => Preset { name: "rect", adjust: None, text: rect },
        Shape::Rounded(radius) => rounded(rect, radius),
        Shape::Ellipse => ellipse(rect),
    }
}

/// A rectangle with round corners; an ellipse if nothing but corners is left.
pub(super) fn rounded(rect: Rect, radius: f32) -> Preset {
    let short = rect.w.min(rect.h).max(0.01);
    let radius = radius.clamp(0.0, short / 2.0);
    if radius <= 0.0 {
        return Preset { name: "rect", adjust: None, text: rect };
    }
    if radius * 2.0 >= rect.w.max(rect.h) - 0.01 {
        return ellipse(rect);
    }
    Preset { name: "roundRect", adjust: Some(share(radius, short)), text: rect.inset(radius * CORNER) }
}

fn ellipse(rect: Rect) -> Preset {
    let (dx, dy) = (rect.w / 2.0 * CORNER, rect.h / 2.0 * CORNER);
    Preset {
        name: "ellipse",
        adjust: None,
        text: Rect::new(rect.x + dx, rect.y + dy, rect.w - 2.0 * dx, rect.h - 2.0 * dy),
    }
}

fn share(part: f32, whole: f32) -> i64 {
    (f64::from(part / whole) * 100_000.0).round() as i64
}

/// The preset that a path is: the header of a phase points to the next one.
pub(super) fn of_path(outline: &BezPath) -> Option<Preset> {
    let corners = corners(outline)?;
    let [top_left, top, tip, bottom, bottom_left, ..] = corners[..] else { return None };
    let (left, right, upper, lower) = (top_left.x, tip.x, top_left.y, bottom.y);
    let reach = right - top.x;
    let is_arrow = is_close(top.y, upper)
        && is_close(bottom.x, top.x)
        && is_close(bottom_left.x, left)
        && is_close(bottom_left.y, lower)
        && is_close(tip.y, f64::midpoint(upper, lower))
        && reach > 0.0
        && top.x > left
        && lower > upper;
    let name = match corners.get(5) {
        None => "homePlate",
        Some(notch) if is_close(notch.y, tip.y) && is_close(notch.x - left, reach) => "chevron",
        Some(_) => return None,
    };
    if !is_arrow || corners.len() > 6 {
        return None;
    }
    let rect = Rect::new(left as f32, upper as f32, (right - left) as f32, (lower - upper) as f32);
    let point = reach as f32;
    let text = if name == "chevron" {
        Rect::new(rect.x + point, rect.y, rect.w - 2.0 * point, rect.h)
    } else {
        Rect::new(rect.x, rect.y, rect.w - point / 2.0, rect.h)
    };
    Some(Preset { name, adjust: Some(share(point, rect.w.min(rect.h))), text })
}

/// The corners of a closed outline of straight lines.
fn corners(outline: &BezPath) -> Option<Vec<kurbo::Point>> {
    let mut corners = Vec::new();
    let mut elements = outline.elements().iter();
    match elements.next()? {
        PathEl::MoveTo(start) => corners.push(*start),
        _ => return None,
    }
    for element in elements {
        match element {
            PathEl::LineTo(corner) if corners.len() < 6 => corners.push(*corner),
            PathEl::ClosePath => return (corners.len() >= 5).then_some(corners),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(svg: &str) -> BezPath {
        BezPath::from_svg(svg).unwrap()
    }

    #[test]
    fn headers_of_phases_are_arrows() {
        let first = of_path(&path("M10 0H100L112 20L100 40H10Z")).unwrap();
        assert_eq!((first.name, first.adjust), ("homePlate", Some(30_000)));
        assert_eq!(first.text, Rect::new(10.0, 0.0, 96.0, 40.0));
        let next = of_path(&path("M10 0H100L112 20L100 40H10L22 20Z")).unwrap();
        assert_eq!((next.name, next.text), ("chevron", Rect::new(22.0, 0.0, 78.0, 40.0)));
    }

    #[test]
    fn other_outlines_are_none() {
        for outline in ["M0 0L10 0L5 8Z", "M0 0H10V10H0Z", "M10 0H100L112 20L100 40H10L40 20Z", "M0 0C1 1 2 2 3 3"] {
            assert_eq!(of_path(&path(outline)), None, "{outline}");
        }
    }

    #[test]
    fn a_pill_keeps_its_radius_and_a_disc_is_an_ellipse() {
        let pill = rounded(Rect::new(0.0, 0.0, 40.0, 20.0), 99.0);
        assert_eq!((pill.name, pill.adjust), ("roundRect", Some(50_000)));
        assert_eq!(rounded(Rect::new(0.0, 0.0, 20.0, 20.0), 10.0).name, "ellipse");
        assert_eq!(rounded(Rect::new(0.0, 0.0, 20.0, 20.0), 0.0).name, "rect");
    }
}
