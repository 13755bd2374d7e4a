//! Channel circles and the handoffs between them.

use super::draw::{Draw, circle, filled, group, line, outlined, stroked, text};
use crate::base::{Point, Rect};
use crate::layout::{MapLayout, PlacedHandoff, PlacedTouchpoint};
use crate::look::icons;
use crate::model::Carried;
use crate::scene::{Group, Item, Stroke};
use kurbo::BezPath;

/// The channels of a step.
pub(super) fn touchpoint(draw: &Draw<'_>, map: &MapLayout, touchpoint: &PlacedTouchpoint) -> Item {
    let theme = draw.theme;
    let mut items = Vec::new();
    for channel in &touchpoint.channels {
        let color = draw.channel_color(channel.kind, channel.side, channel.color);
        let (x, y, radius) = (channel.center.x, channel.center.y, channel.radius);
        items.push(circle(channel.center, radius, Some(theme.panel), Some(Stroke::solid(1.8, color))));
        let icon = icons::placed(&icons::channel(channel.kind), x, y, radius / 15.5);
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
    let step = map.column(touchpoint.step).map_or("", |column| column.name.as_str());
    let names: Vec<&str> = touchpoint.text.paragraph.lines.iter().map(|line| line.text.as_str()).collect();
    group(touchpoint.step, format!("{step}: {}", names.concat()), touchpoint.rect, items)
}

/// The line from one touchpoint to the next, with a cross where something is lost.
pub(super) fn handoff(draw: &Draw<'_>, handoff: &PlacedHandoff) -> Item {
    let carried = state(handoff);
    let mut items = vec![line(handoff.from, handoff.to, draw.handoff_stroke(carried))];
    let middle = Point::new(f32::midpoint(handoff.from.x, handoff.to.x), handoff.from.y);
    if carried == Carried::No {
        items.extend(cross(draw, middle));
    }
    let bounds = Rect::new(handoff.from.x, middle.y - 12.0, (handoff.to.x - handoff.from.x).max(0.0), 24.0);
    Item::Group(Group { id: handoff.id.map(Into::into), label: handoff.label.clone(), bounds, clip: None, items })
}

/// What the line shows: broken when anything is known to be lost; whole when the channel stays or
/// identity, case and history travel; else nobody knows.
fn state(handoff: &PlacedHandoff) -> Carried {
    let [identity, case, history, _] = handoff.answers;
    if handoff.answers.contains(&Carried::No) {
        Carried::No
    } else if !handoff.changes_channel || [identity, case, history].iter().all(|c| *c == Carried::Yes) {
        Carried::Yes
    } else {
        Carried::Unknown
    }
}

/// The sign of a break.
pub(super) fn cross(draw: &Draw<'_>, center: Point) -> Vec<Item> {
    let (x, y) = (f64::from(center.x), f64::from(center.y));
    let mut path = BezPath::new();
    path.move_to((x - 3.4, y - 3.4));
    path.line_to((x + 3.4, y + 3.4));
    path.move_to((x + 3.4, y - 3.4));
    path.line_to((x - 3.4, y + 3.4));
    let ring = kurbo::Shape::to_path(&kurbo::Circle::new((x, y), 9.0), 0.01);
    vec![
        outlined(ring, draw.theme.panel, Stroke::solid(1.6, draw.theme.warn)),
        stroked(path, Stroke::solid(1.8, draw.theme.warn)),
    ]
}
