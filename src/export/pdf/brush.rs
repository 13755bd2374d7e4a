//! Shapes and colours as the PDF library takes them.

use crate::base::Rgba;
use crate::scene;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke, StrokeDash};
use kurbo::{BezPath, PathEl};

/// The path; `None` when there is nothing to draw.
pub(super) fn path(outline: &BezPath) -> Option<Path> {
    let mut path = PathBuilder::new();
    for element in outline.elements() {
        match *element {
            PathEl::MoveTo(p) => path.move_to(p.x as f32, p.y as f32),
            PathEl::LineTo(p) => path.line_to(p.x as f32, p.y as f32),
            PathEl::QuadTo(a, p) => path.quad_to(a.x as f32, a.y as f32, p.x as f32, p.y as f32),
            PathEl::CurveTo(a, b, p) => {
                path.cubic_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32, p.x as f32, p.y as f32);
            }
            PathEl::ClosePath => path.close(),
        }
    }
    path.finish()
}

/// The paint of an area; `None` cannot be seen.
pub(super) fn fill(color: Rgba) -> Option<Fill> {
    let fill = Fill { paint: paint(color), opacity: opacity(color), ..Fill::default() };
    (color.a > 0).then_some(fill)
}

/// The paint of a line; `None` cannot be seen.
pub(super) fn stroke(stroke: &scene::Stroke) -> Option<Stroke> {
    let dash = (!stroke.dash.is_empty()).then(|| StrokeDash { array: stroke.dash.clone(), offset: 0.0 });
    let line = Stroke {
        paint: paint(stroke.color),
        opacity: opacity(stroke.color),
        width: stroke.width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        dash,
        ..Stroke::default()
    };
    (stroke.color.a > 0 && stroke.width > 0.0).then_some(line)
}

fn paint(color: Rgba) -> krilla::paint::Paint {
    rgb::Color::new(color.r, color.g, color.b).into()
}

fn opacity(color: Rgba) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}
