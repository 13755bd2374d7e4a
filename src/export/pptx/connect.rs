//! Lines between round signs (the channels of steps) as connectors that hold on to them: a sign that is moved takes
//! its lines along.

use super::place::{Frame, Place};
use crate::base::{Point, Rect};
use crate::scene::{Item, Scene, Shape};
use std::collections::BTreeMap;

/// Smaller circles are dots, in map units.
const SMALLEST: f32 = 14.0;
/// How far a line may end from the circle it leads to, in map units.
const REACH: f32 = 5.0;
/// Places where a connector holds on to an ellipse, as PowerPoint counts them.
const LEFT: u8 = 2;
const RIGHT: u8 = 6;

/// A shape that connectors may hold on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glue {
    /// The shape's number on its slide.
    pub shape: u32,
    /// Which of its places.
    pub site: u8,
}

/// The round signs of a slide. They are numbered before anything is written, since a line may stand before them.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    sites: BTreeMap<(i32, i32), Vec<(Point, Glue)>>,
    ids: std::collections::VecDeque<u32>,
}

impl Anchors {
    /// Numbers the signs of a scene, counting on from `next_id`.
    pub fn of(scene: &Scene, next_id: &mut u32) -> Self {
        let mut anchors = Self::default();
        for part in &scene.parts {
            anchors.collect(&part.items, next_id);
        }
        anchors
    }

    fn collect(&mut self, items: &[Item], next_id: &mut u32) {
        for item in items {
            match item {
                Item::Group(group) => self.collect(&group.items, next_id),
                Item::Block(block) if is_anchor(block.shape, &block.rect) => {
                    self.ids.push_back(*next_id);
                    self.add(*next_id, &block.rect);
                    *next_id += 1;
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, shape: u32, rect: &Rect) {
        let middle = rect.center().y;
        for (x, site) in [(rect.x, LEFT), (rect.right(), RIGHT)] {
            let at = Point::new(x, middle);
            self.sites.entry(cell(at)).or_default().push((at, Glue { shape, site }));
        }
    }

    /// The number of the next sign: they are written in the order in which they were numbered.
    pub fn next_id(&mut self) -> Option<u32> {
        self.ids.pop_front()
    }

    /// What the two ends of a line hold on to; nothing unless both do.
    pub fn ends(&self, from: Point, to: Point) -> Option<(Glue, Glue)> {
        let (start, end) = (self.nearest(from)?, self.nearest(to)?);
        (start.shape != end.shape).then_some((start, end))
    }

    fn nearest(&self, at: Point) -> Option<Glue> {
        let (column, row) = cell(at);
        let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (column + dx, row + dy)));
        let near = around.filter_map(|cell| self.sites.get(&cell)).flatten();
        let distance = |place: Point| (place.x - at.x).hypot(place.y - at.y);
        let found = near.min_by(|a, b| distance(a.0).total_cmp(&distance(b.0)))?;
        (distance(found.0) <= REACH).then_some(found.1)
    }
}

/// Whether connectors may hold on to a block.
pub(super) fn is_anchor(shape: Shape, rect: &Rect) -> bool {
    shape == Shape::Ellipse && rect.w >= SMALLEST && rect.h >= SMALLEST
}

fn cell(at: Point) -> (i32, i32) {
    ((at.x / REACH).floor() as i32, (at.y / REACH).floor() as i32)
}

/// A straight line as PowerPoint has it: a frame, and whether it runs up or to the left in it.
pub(super) fn span(from: Point, to: Point, place: &Place) -> (Frame, bool, bool) {
    let ((x0, y0), (x1, y1)) = (place.point(from), place.point(to));
    let frame = Frame { x: x0.min(x1), y: y0.min(y1), w: (x1 - x0).abs(), h: (y1 - y0).abs() };
    (frame, x1 < x0, y1 < y0)
}
