//! Short ways to say what is drawn over and over.

use crate::base::{Point, Rect, Rgba};
use crate::i18n::Lang;
use crate::layout::{PlacedMarker, PlacedText};
use crate::look::Theme;
use crate::model::{Carried, ChannelKind, ChannelSide, Evidence, MarkerShape, RecordId};
use crate::scene::{Block, Group, Item, Path, Shape, Stroke, Text};
use kurbo::{BezPath, Shape as _};
use std::sync::Arc;

/// Radius of the sign of a break.
const CROSS_RADIUS: f32 = 9.0;

/// The theme and language something is drawn in.
pub(super) struct Draw<'a> {
    pub theme: &'a Theme,
    pub lang: Lang,
}

impl Draw<'_> {
    /// A department's colour.
    pub fn marker_color(&self, marker: &PlacedMarker) -> Rgba {
        marker.color.unwrap_or(self.theme.markers[marker.index % self.theme.markers.len()])
    }

    /// A channel's colour.
    pub fn channel_color(&self, kind: ChannelKind, side: ChannelSide, own: Option<Rgba>) -> Rgba {
        own.unwrap_or(match (kind, side) {
            (ChannelKind::Phone, _) => self.theme.spoken,
            (ChannelKind::WordOfMouth, _) => self.theme.ink3,
            (_, ChannelSide::Online) => self.theme.online,
            (_, ChannelSide::Offline) => self.theme.offline,
        })
    }

    /// What a filter does not bring forward, pale.
    pub fn stepped_back(&self, item: Item) -> Item {
        let pale = |color: Rgba| self.theme.stepped_back(color);
        let line = |stroke: Option<Stroke>| stroke.map(|stroke| Stroke { color: pale(stroke.color), ..stroke });
        let words = |text: Text| Text { color: pale(text.color), ..text };
        match item {
            Item::Group(group) => {
                let group = Arc::unwrap_or_clone(group);
                let items = group.items.into_iter().map(|item| self.stepped_back(item)).collect();
                Item::group(Group { items, ..group })
            }
            Item::Block(block) => Item::Block(Block {
                fill: block.fill.map(pale),
                stroke: line(block.stroke),
                text: block.text.map(words),
                ..block
            }),
            Item::Path(path) => Item::Path(Path { fill: path.fill.map(pale), stroke: line(path.stroke), ..path }),
            Item::Text(text) => Item::Text(words(text)),
            other @ (Item::Image(_) | Item::Link { .. }) => other,
        }
    }

    /// Pale if it steps back, else as it is.
    pub fn standing(&self, item: Item, steps_back: bool) -> Item {
        if steps_back { self.stepped_back(item) } else { item }
    }

    /// A department's marker: its shape in its colour, with its letter.
    pub fn marker(&self, marker: &PlacedMarker) -> Vec<Item> {
        let items = self.marker_shape(marker);
        items.into_iter().map(|item| self.standing(item, marker.steps_back)).collect()
    }

    fn marker_shape(&self, marker: &PlacedMarker) -> Vec<Item> {
        let color = self.marker_color(marker);
        let letter = marker.letter.as_ref().map(|letter| scene_text(letter, Theme::letter_on(color)));
        let shape = match marker.shape {
            MarkerShape::Circle => Shape::Ellipse,
            MarkerShape::Square => Shape::Rounded(marker.radius * 0.2),
            MarkerShape::Triangle | MarkerShape::Diamond | MarkerShape::Hexagon | MarkerShape::TriangleDown => {
                let outline = filled(corners(marker.shape, marker.center, marker.radius), color);
                return std::iter::once(outline).chain(letter.map(Item::Text)).collect();
            }
        };
        let side = if marker.shape == MarkerShape::Square { 1.76 } else { 2.0 } * marker.radius;
        let rect = Rect::centered(marker.center, side, side);
        vec![Item::Block(Block { rect, shape, fill: Some(color), stroke: None, text: letter })]
    }

    /// The sign of an evidence level: an empty, half-filled or full dot.
    pub fn evidence(&self, evidence: Evidence, center: Point) -> Vec<Item> {
        self.evidence_of(evidence, center, 3.5)
    }

    /// The same of any size.
    pub fn evidence_of(&self, evidence: Evidence, center: Point, radius: f32) -> Vec<Item> {
        let color = self.theme.ink3;
        let edge = Stroke::solid(radius * 1.2 / 3.5, color);
        let ring = circle(center, radius, None, Some(edge.clone()));
        match evidence {
            Evidence::Assumed => vec![ring],
            Evidence::Partly => {
                let mut half = BezPath::new();
                half.move_to((f64::from(center.x), f64::from(center.y - radius)));
                let arc = kurbo::Arc::new(
                    (f64::from(center.x), f64::from(center.y)),
                    (f64::from(radius), f64::from(radius)),
                    -std::f64::consts::FRAC_PI_2,
                    -std::f64::consts::PI,
                    0.0,
                );
                half.extend(arc.append_iter(0.1));
                half.close_path();
                vec![filled(half, color), ring]
            }
            Evidence::Researched => vec![circle(center, radius, Some(color), Some(edge))],
        }
    }

    /// The line of a handoff where the channel changes: solid, dashed where nobody knows, and torn apart round a
    /// cross where something is lost.
    pub fn handoff(&self, carried: Carried, from: Point, to: Point) -> Vec<Item> {
        let theme = self.theme;
        match carried {
            Carried::Yes => vec![line(from, to, Stroke::solid(2.4, theme.good))],
            Carried::Unknown => {
                vec![line(from, to, Stroke { width: 1.8, color: theme.ink3, dash: vec![3.0, 5.0] })]
            }
            Carried::No => self.torn(from, to),
        }
    }

    fn torn(&self, from: Point, to: Point) -> Vec<Item> {
        let middle = Point::new(f32::midpoint(from.x, to.x), from.y);
        let gap = CROSS_RADIUS + 4.0;
        let stroke = Stroke::solid(2.0, self.theme.warn);
        let mut items = Vec::new();
        if middle.x - gap > from.x {
            items.push(line(from, middle.moved(-gap, 0.0), stroke.clone()));
            items.push(line(middle.moved(gap, 0.0), to, stroke));
        }
        items.extend(self.cross(middle));
        items
    }

    /// The sign of a break.
    fn cross(&self, center: Point) -> [Item; 2] {
        let (x, y, arm) = (f64::from(center.x), f64::from(center.y), 3.6);
        let mut path = BezPath::new();
        path.move_to((x - arm, y - arm));
        path.line_to((x + arm, y + arm));
        path.move_to((x + arm, y - arm));
        path.line_to((x - arm, y + arm));
        [
            circle(center, CROSS_RADIUS, Some(self.theme.warn), None),
            stroked(path, Stroke::solid(2.0, Theme::letter_on(self.theme.warn))),
        ]
    }
}

/// Placed text in a colour.
pub(super) fn text(placed: &PlacedText, color: Rgba) -> Item {
    Item::Text(scene_text(placed, color))
}

/// Placed text in a colour, to go into a block.
pub(super) fn scene_text(placed: &PlacedText, color: Rgba) -> Text {
    Text { paragraph: placed.paragraph.clone(), rect: placed.rect, align: placed.align, valign: placed.valign, color }
}

/// A rectangle without a text.
pub(super) fn rect(rect: Rect, radius: f32, fill: Option<Rgba>, stroke: Option<Stroke>) -> Item {
    let shape = if radius > 0.0 { Shape::Rounded(radius) } else { Shape::Rect };
    Item::Block(Block { rect, shape, fill, stroke, text: None })
}

/// A circle.
pub(super) fn circle(center: Point, radius: f32, fill: Option<Rgba>, stroke: Option<Stroke>) -> Item {
    let rect = Rect::centered(center, 2.0 * radius, 2.0 * radius);
    Item::Block(Block { rect, shape: Shape::Ellipse, fill, stroke, text: None })
}

/// A straight line.
pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Item {
    let mut path = BezPath::new();
    path.move_to((f64::from(from.x), f64::from(from.y)));
    path.line_to((f64::from(to.x), f64::from(to.y)));
    stroked(path, stroke)
}

/// A path with a line along it.
pub(super) fn stroked(path: BezPath, stroke: Stroke) -> Item {
    let bounds = bounds(&path).inset(-stroke.width / 2.0);
    Item::Path(Path { outline: Arc::new(path), bounds, fill: None, stroke: Some(stroke) })
}

/// A filled path.
pub(super) fn filled(path: BezPath, fill: Rgba) -> Item {
    let bounds = bounds(&path);
    Item::Path(Path { outline: Arc::new(path), bounds, fill: Some(fill), stroke: None })
}

/// A filled path with a line along it.
pub(super) fn outlined(path: BezPath, fill: Rgba, stroke: Stroke) -> Item {
    let bounds = bounds(&path).inset(-stroke.width / 2.0);
    Item::Path(Path { outline: Arc::new(path), bounds, fill: Some(fill), stroke: Some(stroke) })
}

/// Items that are one thing to a person.
pub(super) fn group(id: impl Into<RecordId>, label: String, bounds: Rect, items: Vec<Item>) -> Item {
    Item::group(Group { id: Some(id.into()), label, bounds, clip: None, items })
}

fn bounds(path: &BezPath) -> Rect {
    let b = path.bounding_box();
    Rect::new(b.x0 as f32, b.y0 as f32, b.width() as f32, b.height() as f32)
}

/// The outline of a marker.
pub(super) fn marker_outline(shape: MarkerShape, center: Point, radius: f32) -> BezPath {
    let (x, y, r) = (f64::from(center.x), f64::from(center.y), f64::from(radius));
    match shape {
        MarkerShape::Circle => kurbo::Circle::new((x, y), r).to_path(0.01),
        MarkerShape::Square => {
            let side = r * SQUARE;
            kurbo::RoundedRect::new(x - side, y - side, x + side, y + side, r * 0.2).to_path(0.01)
        }
        _ => corners(shape, center, radius),
    }
}

/// Half the side of a square marker of radius 1: it looks as large as a circle.
const SQUARE: f64 = 0.88;

/// The outline of a marker with corners.
fn corners(shape: MarkerShape, center: Point, radius: f32) -> BezPath {
    let corners: &[(f32, f32)] = match shape {
        MarkerShape::Triangle => &[(0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)],
        MarkerShape::TriangleDown => &[(-1.1, -0.9), (1.1, -0.9), (0.0, 1.1)],
        MarkerShape::Hexagon => &[(-0.55, -0.95), (0.55, -0.95), (1.1, 0.0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0.0)],
        MarkerShape::Diamond | MarkerShape::Circle | MarkerShape::Square => {
            &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]
        }
    };
    let mut path = BezPath::new();
    for (i, (dx, dy)) in corners.iter().enumerate() {
        let point = (f64::from(center.x + dx * radius), f64::from(center.y + dy * radius));
        if i == 0 {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
    path.close_path();
    path
}
