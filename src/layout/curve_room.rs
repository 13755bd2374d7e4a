//! Room in the emotion lane: markers that would cover each other stand side by side, callouts and numbers
//! keep clear of markers and of each other.
//!
//! A point keeps its height, which is its value; only its place from left to right gives way.

use super::columns::Grid;
use super::{Column, Curve, CurveSource, Gap, RibbonPoint, measures as m};
use crate::base::{Point, Rect};
use crate::model::StepId;
use std::collections::HashMap;

/// Air round everything.
const AIR: f32 = 1.0;
/// How finely a free place is looked for, in map units.
const STRIDE: f32 = 1.0;
/// How far a callout moves at a time.
const CALLOUT_STRIDE: f32 = 6.0;
/// From the middle of a marker of this radius to its number.
const BESIDE: f32 = 9.0;

/// What stands in the lane, column by column.
pub(super) struct Room<'a> {
    columns: &'a [Column],
    positions: HashMap<StepId, usize>,
    lane: Rect,
    taken: Vec<Vec<Rect>>,
}

impl<'a> Room<'a> {
    /// The lane with the dots of the measured band in it.
    pub fn new(grid: &'a Grid, lane: Rect, ribbon: &[Vec<RibbonPoint>]) -> Self {
        let columns = &grid.columns;
        let positions = columns.iter().enumerate().map(|(position, column)| (column.step, position)).collect();
        let mut room = Self { columns, positions, lane, taken: vec![Vec::new(); columns.len()] };
        for dot in ribbon.iter().flatten() {
            let after = columns.partition_point(|column| column.x <= dot.x);
            if let Some(column) = after.checked_sub(1).filter(|at| dot.x < columns[*at].x + columns[*at].w) {
                room.taken[column].push(square(Point::new(dot.x, dot.y), m::DOT_RADIUS));
            }
        }
        room
    }

    /// Moves markers apart. The curve that matters most keeps the middle of its columns.
    pub fn part_markers(&mut self, curves: &mut [Curve]) {
        let mut ranked: Vec<usize> = (0..curves.len()).collect();
        ranked.sort_by_key(|index| std::cmp::Reverse(weight(&curves[*index])));
        for index in ranked {
            let curve = &mut curves[index];
            let (radius, keeps) = (curve.radius(), curve.leads && curve.source == CurveSource::Agreed);
            for point in &mut curve.points {
                let Some(column) = self.column_of(point.step) else { continue };
                if !keeps {
                    point.at.x += self.way_aside(column, point.at, radius);
                }
                self.taken[column].push(square(point.at, radius));
            }
        }
    }

    /// How far a marker steps aside so that it covers no other; as far as its column goes.
    fn way_aside(&self, column: usize, at: Point, radius: f32) -> f32 {
        let most = self.columns[column].w / 2.0 - radius - AIR;
        let steps = (most / STRIDE).max(0.0) as u16;
        let ways = (0..=steps).map(|step| STRIDE * f32::from(step)).flat_map(|way| [way, -way]);
        let covers = |way: f32| {
            let place = square(at.moved(way, 0.0), radius);
            self.taken[column].iter().map(|other| shared(&place, other)).sum::<f32>()
        };
        let mut best = (f32::INFINITY, 0.0);
        for way in ways {
            let covered = covers(way);
            if covered < best.0 {
                best = (covered, way);
            }
            if covered <= 0.0 {
                break;
            }
        }
        best.1
    }

    /// Moves callouts off the markers, up or down, and takes their places.
    pub fn clear_callouts(&mut self, gaps: &mut [Gap]) {
        for gap in gaps {
            let Some(column) = self.column_of(gap.step) else { continue };
            let away = if gap.line.0.y < gap.line.1.y { -1.0 } else { 1.0 };
            let edge = gap.line.1.y;
            let places = (0..14_u8).map(|step| away * CALLOUT_STRIDE * f32::from(step));
            let free = places.map(|dy| gap.rect.moved(0.0, dy)).find(|place| {
                self.lane.y <= place.y && place.bottom() <= self.lane.bottom() && self.is_free(column, place)
            });
            if let Some(place) = free {
                gap.text.rect = place;
                gap.rect = place;
                gap.line.0.y = if away < 0.0 { place.bottom() } else { place.y };
            }
            self.taken[column].push(gap.rect);
            let top = gap.line.0.y.min(edge);
            self.taken[column].push(Rect::new(gap.line.0.x - 2.0, top, 4.0, (gap.line.0.y - edge).abs()));
        }
    }

    /// Puts every number where nothing else stands; one that finds no place is left out, its value is in the
    /// point's height and name.
    pub fn place_numbers(&mut self, curves: &mut [Curve]) {
        let mut ranked: Vec<usize> = (0..curves.len()).collect();
        ranked.sort_by_key(|index| std::cmp::Reverse(weight(&curves[*index])));
        for index in ranked {
            let curve = &mut curves[index];
            let radius = curve.radius();
            let values: Vec<f32> = curve.points.iter().map(|point| point.value).collect();
            for (i, point) in curve.points.iter_mut().enumerate() {
                let Some(number) = &mut point.number else { continue };
                let Some(column) = self.column_of(point.step) else { continue };
                let before = i.checked_sub(1).and_then(|i| values.get(i)).copied().unwrap_or(point.value);
                let after = values.get(i + 1).copied().unwrap_or(point.value);
                let in_valley = before + after > 2.0 * point.value;
                let (w, h) = (number.paragraph.width + 6.0, number.rect.h);
                let place = number_places(point.at, radius, w, in_valley)
                    .map(|center| Rect::centered(center, w, h))
                    .find(|place| self.is_in_lane(place) && self.is_free(column, place));
                match place {
                    Some(place) => {
                        number.rect = place;
                        self.taken[column].push(place);
                    }
                    None => point.number = None,
                }
            }
        }
    }

    fn column_of(&self, step: StepId) -> Option<usize> {
        self.positions.get(&step).copied()
    }

    fn is_in_lane(&self, place: &Rect) -> bool {
        let last = self.columns.last().map_or(self.lane.right(), |column| column.x + column.w);
        self.lane.x <= place.x
            && place.right() <= last
            && self.lane.y <= place.y
            && place.bottom() <= self.lane.bottom()
    }

    /// Whether nothing stands in the way, in this column or its neighbours.
    fn is_free(&self, column: usize, place: &Rect) -> bool {
        let first = column.saturating_sub(1);
        let last = (column + 2).min(self.taken.len());
        self.taken[first..last].iter().flatten().all(|other| shared(place, other) <= 0.0)
    }
}

/// Places for the number of a point, the best first: above the point, in a valley below it (there the curve
/// rises on both sides), then round it, then further away; level with it last, since there its own curve runs.
fn number_places(at: Point, radius: f32, width: f32, in_valley: bool) -> impl Iterator<Item = Point> {
    let outward = if in_valley { 1.0 } else { -1.0 };
    let side = radius + width / 2.0 + 2.0;
    let rows = [0.0, 9.0, 18.0, 27.0].map(|further| radius + BESIDE + further);
    let round = rows.into_iter().flat_map(move |dy| {
        [0.0, side - 4.0, 4.0 - side, side + 14.0, -side - 14.0]
            .into_iter()
            .flat_map(move |dx| [(dx, outward * dy), (dx, -outward * dy)])
    });
    round.chain([(side, 0.0), (-side, 0.0)]).map(move |(dx, dy)| at.moved(dx, dy))
}

/// Who keeps the better place: what the room agreed on for the leading persona, then what is larger.
fn weight(curve: &Curve) -> (u8, bool) {
    let source = match curve.source {
        CurveSource::Agreed => 3,
        CurveSource::Target => 2,
        CurveSource::Measured => 1,
        CurveSource::Department(_) => 0,
    };
    (source, curve.leads)
}

fn square(center: Point, radius: f32) -> Rect {
    Rect::centered(center, 2.0 * radius, 2.0 * radius)
}

/// The area that two rectangles share, air included.
fn shared(a: &Rect, b: &Rect) -> f32 {
    let w = a.right().min(b.right()) - a.x.max(b.x) + AIR;
    let h = a.bottom().min(b.bottom()) - a.y.max(b.y) + AIR;
    w.max(0.0) * h.max(0.0)
}
