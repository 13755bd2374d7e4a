//! The grid: grounds of the rows, phase headers and step names, lane titles.

use super::changes;
use super::draw::{Draw, filled, group, line, outlined, rect, text};
use crate::base::{Point, Rect, Rgba};
use crate::i18n::{fill, map::Map};
use crate::layout::{Column, MapLayout, PlacedKnown, PlacedPhase, Row, Sign, measures as m};
use crate::model::Evidence;
use crate::scene::{Group, Item, Stroke};
use kurbo::BezPath;

/// Every other lane lies on paper; a hairline above each.
pub(super) fn row_grounds(draw: &Draw<'_>, map: &MapLayout) -> Vec<Item> {
    let theme = draw.theme;
    let mut items = Vec::new();
    for row in &map.rows {
        let place = Rect::new(map.body.x, row.y, map.body.w, row.h);
        let color = ground(draw, map, row);
        if color != theme.canvas {
            items.push(rect(place, 0.0, Some(color), None));
        }
        items.push(line(Point::new(place.x, row.y), Point::new(place.right(), row.y), upper_edge(draw, row)));
    }
    items
}

/// The line above a row: a hairline, or the dashed line of a service blueprint.
fn upper_edge(draw: &Draw<'_>, row: &Row) -> Stroke {
    if row.blueprint_line.is_some() {
        Stroke { width: 1.4, color: draw.theme.ink3, dash: vec![8.0, 5.0] }
    } else {
        Stroke::solid(1.0, draw.theme.line)
    }
}

/// What a row lies on.
pub(super) fn ground(draw: &Draw<'_>, map: &MapLayout, row: &Row) -> Rgba {
    let position = map.rows.iter().position(|other| other.lane == row.lane).unwrap_or(0);
    if position.is_multiple_of(2) { draw.theme.paper } else { draw.theme.canvas }
}

/// Titles of the lanes with their small print, axis figures and key.
pub(super) fn lane_titles(draw: &Draw<'_>, map: &MapLayout) -> Vec<Item> {
    let theme = draw.theme;
    let mut items = Vec::new();
    for row in &map.rows {
        let whole = Rect::new(map.lanes_band.x, row.y, map.lanes_band.w, row.h);
        let mut parts = Vec::new();
        let edge = (Point::new(whole.x, row.y), Point::new(whole.right() + m::GUTTER, row.y));
        parts.push(line(edge.0, edge.1, upper_edge(draw, row)));
        parts.push(text(&row.text, theme.ink));
        parts.extend(row.note.iter().map(|note| text(note, theme.ink3)));
        parts.extend(row.blueprint_line.iter().map(|name| text(name, theme.ink3)));
        if let Some(axis) = &row.axis {
            parts.extend(axis.figures.iter().map(|(_, figure)| text(figure, theme.ink3)));
        }
        parts.extend(super::curves::key(draw, row));
        let signs = Sign::of(row.change);
        parts.extend(draw.signs(signs, Point::new(whole.right() - 10.0, row.y + 12.0)));
        items.push(if row.is_ghost {
            let parts = [parts[0].clone()].into_iter().chain(changes::struck(draw, &row.text)).collect();
            changes::ghost(draw, row.title.clone(), whole, parts)
        } else {
            group(row.lane, draw.signed_label(row.title.clone(), signs), whole, parts)
        });
    }
    items
}

/// Phase headers and step names.
pub(super) fn headers(draw: &Draw<'_>, map: &MapLayout) -> Vec<Item> {
    let mut items = Vec::new();
    for (position, phase) in map.phases.iter().enumerate() {
        // Each header reaches into the notch of the next; the last one ends with its columns.
        let reach = if position + 1 < map.phases.len() { m::GUTTER / 2.0 } else { 0.0 };
        items.push(header(draw, phase, reach));
        items.extend(phase.known.as_ref().map(|known| self::known(draw, known)));
    }
    let strip = if map.phases.iter().any(|phase| phase.known.is_some()) { m::KNOWN_HEIGHT } else { 0.0 };
    for column in &map.columns {
        let phase = map.phases.get(column.phase_index).map_or("", |phase| phase.name.as_str());
        let label = fill(Map::StepHeading.text(draw.lang), &[("step", &column.name), ("phase", phase)]);
        let top = map.columns_band.y + m::PHASE_HEIGHT + strip;
        let bounds = Rect::new(column.x, top, column.w, column.text.rect.bottom() + 2.0 - top);
        items.push(step(draw, column, label, bounds));
    }
    items.extend(map.links.iter().map(|link| super::links::link(draw, link)));
    items
}

/// How much of a phase is known. Like the signs on the cards, the parts differ by form: empty, half full, full.
fn known(draw: &Draw<'_>, known: &PlacedKnown) -> Item {
    let ink = draw.theme.ink3;
    let mut parts: Vec<Item> = known
        .parts
        .iter()
        .filter_map(|(level, place)| {
            let half = Rect::new(place.x, place.y + place.h / 2.0, place.w, place.h / 2.0);
            match level {
                Evidence::Assumed => None,
                Evidence::Partly => Some(rect(half, 0.0, Some(ink), None)),
                Evidence::Researched => Some(rect(*place, 0.0, Some(ink), None)),
            }
        })
        .collect();
    let dash = if known.parts.is_empty() { vec![2.0, 4.0] } else { Vec::new() };
    parts.push(rect(known.bar, 0.0, None, Some(Stroke { width: 1.0, color: ink, dash })));
    let between = known.parts.iter().skip(1).map(|(_, place)| {
        line(Point::new(place.x, place.y), Point::new(place.x, place.bottom()), Stroke::solid(1.0, ink))
    });
    parts.extend(between);
    parts.push(text(&known.text, draw.theme.ink3));
    let bounds = Rect::new(known.bar.x, known.bar.y, known.bar.w, known.text.rect.bottom() - known.bar.y);
    Item::group(Group { id: None, label: known.label.clone(), bounds, clip: None, items: parts })
}

fn header(draw: &Draw<'_>, phase: &PlacedPhase, reach: f32) -> Item {
    let theme = draw.theme;
    let signs = Sign::of(phase.change);
    let mut parts;
    if phase.is_ghost {
        let outline = draw.change_stroke(phase.change).unwrap_or_else(|| Stroke::solid(1.0, theme.line3));
        parts = vec![outlined(arrow(phase, reach), theme.canvas, outline)];
        parts.extend(changes::struck(draw, &phase.text));
    } else {
        let tint = theme.phases[phase.index % theme.phases.len()];
        parts = vec![filled(arrow(phase, reach), tint), text(&phase.text, theme.ink)];
    }
    parts.extend(draw.signs(signs, Point::new(phase.rect.right() - m::PHASE_ARROW - 8.0, phase.rect.y + 8.0)));
    if phase.is_ghost {
        return changes::ghost(draw, phase.name.clone(), phase.rect, parts);
    }
    group(phase.id, draw.signed_label(phase.name.clone(), signs), phase.rect, parts)
}

fn step(draw: &Draw<'_>, column: &Column, label: String, bounds: Rect) -> Item {
    let signs = Sign::of(column.change);
    let at = Point::new(bounds.right() - 10.0, bounds.y + 8.0);
    let frame = Rect::new(bounds.x + 3.0, bounds.y + 2.0, bounds.w - 6.0, bounds.h - 6.0);
    let mut parts: Vec<Item> = draw
        .change_stroke(column.change)
        .map(|stroke| rect(frame, m::CARD_RADIUS, None, Some(stroke)))
        .into_iter()
        .collect();
    if column.is_ghost {
        parts.extend(changes::struck(draw, &column.text));
        parts.extend(draw.signs(signs, at));
        return changes::ghost(draw, label, bounds, parts);
    }
    parts.push(text(&column.text, draw.theme.ink2));
    parts.extend(draw.signs(signs, at));
    group(column.step, draw.signed_label(label, signs), bounds, parts)
}

/// A phase header points to the next one; all but the first have a notch.
fn arrow(phase: &PlacedPhase, reach: f32) -> BezPath {
    let (left, top) = (f64::from(phase.rect.x), f64::from(phase.rect.y));
    let (right, bottom) = (f64::from(phase.rect.right() + reach), f64::from(phase.rect.bottom()));
    let (point, middle) = (f64::from(m::PHASE_ARROW), f64::midpoint(top, bottom));
    let mut path = BezPath::new();
    path.move_to((left, top));
    path.line_to((right - point, top));
    path.line_to((right, middle));
    path.line_to((right - point, bottom));
    path.line_to((left, bottom));
    if phase.index > 0 {
        path.line_to((left + point, middle));
    }
    path.close_path();
    path
}
