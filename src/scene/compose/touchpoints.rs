//! Channel circles and the handoffs between them.

use super::changes;
use super::draw::{Draw, circle, filled, group, line, scene_text, stroked, text};
use crate::base::{Point, Rect};
use crate::layout::{MapLayout, PlacedHandoff, PlacedTouchpoint};
use crate::look::icons;
use crate::model::Passage;
use crate::scene::{Block, Group, Item, Shape, Stroke};

/// The channels of a step.
pub(super) fn touchpoint(draw: &Draw<'_>, map: &MapLayout, touchpoint: &PlacedTouchpoint) -> Item {
    if map.column(touchpoint.step).is_some_and(|column| column.is_ghost) {
        return ghost(draw, map, touchpoint);
    }
    let theme = draw.theme;
    let mut items = Vec::new();
    for channel in &touchpoint.channels {
        let color = draw.channel_color(channel.kind, channel.side, channel.color);
        let (x, y, radius) = (channel.center.x, channel.center.y, channel.radius);
        items.push(circle(channel.center, radius, Some(theme.panel), Some(Stroke::solid(1.8, color))));
        let icon = icons::placed(icons::channel(channel.kind), x, y, radius / 15.5);
        items.push(stroked(icon, Stroke::solid(1.6, color)));
    }
    if let Some(center) = touchpoint.empty {
        let stroke = Stroke { width: 1.5, color: theme.line3, dash: vec![3.0, 4.0] };
        items.push(circle(center, crate::layout::measures::TOUCHPOINT_RADIUS, Some(theme.panel), Some(stroke)));
    }
    items.push(text(&touchpoint.text, theme.ink2));
    if let Some(center) = touchpoint.star {
        items.push(circle(center, 8.0, Some(theme.panel), Some(Stroke::solid(1.2, theme.accent))));
        items.push(filled(icons::placed(&icons::star(), center.x, center.y, 5.6), theme.accent));
    }
    group(touchpoint.step, label(map, touchpoint), touchpoint.rect, items)
}

fn label(map: &MapLayout, touchpoint: &PlacedTouchpoint) -> String {
    let step = map.column(touchpoint.step).map_or("", |column| column.name.as_str());
    let names: Vec<&str> = touchpoint.text.paragraph.lines.iter().map(|line| line.text.as_str()).collect();
    format!("{step}: {}", names.concat())
}

/// The channels of a step that only the as-is has.
fn ghost(draw: &Draw<'_>, map: &MapLayout, touchpoint: &PlacedTouchpoint) -> Item {
    let color = draw.theme.line3;
    let mut items = Vec::new();
    for channel in &touchpoint.channels {
        let stroke = Stroke { width: 1.2, color, dash: vec![3.0, 3.0] };
        items.push(circle(channel.center, channel.radius, None, Some(stroke)));
        let icon =
            icons::placed(icons::channel(channel.kind), channel.center.x, channel.center.y, channel.radius / 15.5);
        items.push(stroked(icon, Stroke::solid(1.4, color)));
    }
    items.extend(changes::struck(draw, &touchpoint.text));
    changes::ghost(draw, label(map, touchpoint), touchpoint.rect, items)
}

/// The line from one touchpoint to the next. Where something is lost, a sign of what it is stands over the break.
pub(super) fn handoff(draw: &Draw<'_>, handoff: &PlacedHandoff) -> Item {
    let theme = draw.theme;
    let middle = Point::new(f32::midpoint(handoff.from.x, handoff.to.x), handoff.from.y);
    let mut items = match handoff.passage {
        Passage::SameChannel => vec![line(handoff.from, handoff.to, Stroke::solid(2.0, theme.line3))],
        Passage::NoChannel => vec![line(handoff.from, handoff.to, Stroke::solid(1.0, theme.line2))],
        Passage::Change(carried) => draw.handoff(carried, handoff.from, handoff.to),
    };
    let mut bounds = Rect::new(handoff.from.x, middle.y - 12.0, (handoff.to.x - handoff.from.x).max(0.0), 24.0);
    for (place, (square, letter)) in handoff.lost.iter().enumerate() {
        if place == 0 {
            let stem = Stroke::solid(1.4, theme.warn);
            items.push(line(Point::new(middle.x, square.bottom()), middle.moved(0.0, -9.0), stem));
        }
        items.push(Item::Block(Block {
            rect: *square,
            shape: Shape::Rounded(3.0),
            fill: Some(theme.warn_weak),
            stroke: Some(Stroke::solid(1.2, theme.warn)),
            text: Some(scene_text(letter, theme.warn)),
        }));
        let (left, right) = (bounds.x.min(square.x), bounds.right().max(square.right()));
        bounds = Rect::new(left, square.y, right - left, middle.y + 12.0 - square.y);
    }
    Item::group(Group { id: handoff.id.map(Into::into), label: handoff.label.clone(), bounds, clip: None, items })
}
