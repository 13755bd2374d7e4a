//! Outlines as freeforms that can be edited point by point.

use super::place::{Frame, Place};
use super::xml::Xml;
use kurbo::{BezPath, PathEl, Shape as _};

/// Whether two coordinates are the same to the eye, in map units.
pub(super) fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

/// The frame of an outline, without its line's width.
pub(super) fn frame(outline: &BezPath, place: &Place) -> Frame {
    let bounds = outline.bounding_box();
    let (x, y) = place.exact(bounds.x0, bounds.y0);
    let (right, bottom) = place.exact(bounds.x1, bounds.y1);
    Frame { x, y, w: right - x, h: bottom - y }
}

/// The ends of an outline that is one straight line.
pub(super) fn straight(outline: &BezPath) -> Option<(kurbo::Point, kurbo::Point)> {
    match outline.elements() {
        [PathEl::MoveTo(from), PathEl::LineTo(to)] => Some((*from, *to)),
        _ => None,
    }
}

/// Writes an outline as `a:custGeom`; `frame` is its [`frame`].
pub(super) fn write(xml: &mut Xml, outline: &BezPath, frame: Frame, place: &Place, is_filled: bool) {
    xml.raw("<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>");
    xml.raw("<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>");
    let fill = (!is_filled).then_some("none");
    xml.tag("a:path").int("w", frame.w).int("h", frame.h).maybe("fill", fill).open();
    let mut at = kurbo::Point::ZERO;
    for element in outline.elements() {
        let (name, points): (&str, &[kurbo::Point]) = match element {
            PathEl::MoveTo(p) => ("a:moveTo", &[*p]),
            PathEl::LineTo(p) => ("a:lnTo", &[*p]),
            // Quadratic curves are raised: programs differ in how well they read `quadBezTo`.
            PathEl::QuadTo(a, p) => ("a:cubicBezTo", &[at.lerp(*a, 2.0 / 3.0), p.lerp(*a, 2.0 / 3.0), *p]),
            PathEl::CurveTo(a, b, p) => ("a:cubicBezTo", &[*a, *b, *p]),
            PathEl::ClosePath => {
                xml.tag("a:close").empty();
                continue;
            }
        };
        at = points.last().copied().unwrap_or(at);
        xml.tag(name).open();
        for point in points {
            let (x, y) = place.exact(point.x, point.y);
            xml.tag("a:pt").int("x", x - frame.x).int("y", y - frame.y).empty();
        }
        xml.close(name);
    }
    xml.raw("</a:path></a:pathLst></a:custGeom>");
}
