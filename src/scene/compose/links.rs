//! Branches and loops under the step names. A loop is a whole line with a turning arrow, a branch a dashed one
//! with a fork: told apart without colour.

use super::draw::{Draw, circle, filled, group, rect, stroked, text};
use crate::base::Point;
use crate::layout::PlacedLink;
use crate::look::icons;
use crate::model::LinkKind;
use crate::scene::{Item, Stroke};
use kurbo::BezPath;

/// Radius of the corners of a line.
const CORNER: f32 = 6.0;
/// Length of the arrow's head.
const HEAD: f32 = 7.0;

/// A link with everything on it.
pub(super) fn link(draw: &Draw<'_>, link: &PlacedLink) -> Item {
    let theme = draw.theme;
    let dash = if link.kind == LinkKind::Branch { vec![5.0, 4.0] } else { Vec::new() };
    let along = Stroke { width: 1.6, color: theme.ink3, dash };
    let mut items = vec![
        stroked(route(link.route), along),
        circle(link.route[0].moved(0.0, 2.0), 2.6, Some(theme.ink3), None),
        filled(head(link.route[3]), theme.ink3),
        rect(link.ground, link.ground.h / 2.0, Some(theme.panel), Some(Stroke::solid(1.0, theme.line2))),
    ];
    let sign = icons::placed(&icons::way(link.kind), link.sign.x, link.sign.y, 1.0);
    items.push(stroked(sign, Stroke::solid(1.5, theme.ink2)));
    items.extend(link.text.iter().map(|words| text(words, theme.ink2)));
    group(link.id, link.label.clone(), link.bounds(), items)
}

/// Down, along and up, with round corners; ends where the head begins.
fn route([from, down, along, to]: [Point; 4]) -> BezPath {
    let side = if along.x < down.x { -1.0 } else { 1.0 };
    let corner = CORNER.min((along.x - down.x).abs() / 2.0);
    let at = |p: Point| (f64::from(p.x), f64::from(p.y));
    let mut path = BezPath::new();
    path.move_to(at(from.moved(0.0, 2.0)));
    path.line_to(at(down.moved(0.0, -corner)));
    path.quad_to(at(down), at(down.moved(side * corner, 0.0)));
    path.line_to(at(along.moved(-side * corner, 0.0)));
    path.quad_to(at(along), at(along.moved(0.0, -corner)));
    path.line_to(at(to.moved(0.0, HEAD - 1.0)));
    path
}

fn head(tip: Point) -> BezPath {
    let (x, y, long, half) = (f64::from(tip.x), f64::from(tip.y), f64::from(HEAD), f64::from(HEAD) * 0.6);
    let mut path = BezPath::new();
    path.move_to((x, y));
    path.line_to((x + half, y + long));
    path.line_to((x - half, y + long));
    path.close_path();
    path
}
