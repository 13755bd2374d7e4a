//! The touchpoint lane: channel icons, and the handoffs between them.

use super::columns::Grid;
use super::engine::Placer;
use super::{Column, Element, PlacedChannel, PlacedHandoff, PlacedTouchpoint, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::{domain::Choice, domain::Named as _, fill, listed, map::Map};
use crate::model::{Channel, ChannelId, Handoff, Step};

/// At most this many circles stand in a column.
const MOST_CIRCLES: usize = 3;

/// Places handoffs first (they lie below), then the circles.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, y: f32) -> Vec<Element> {
    let center_y = y + 36.0;
    let mut handoffs = Vec::new();
    let mut touchpoints: Vec<PlacedTouchpoint> = Vec::new();
    for column in &grid.columns {
        let Some(step) = placer.project.steps.get(column.step) else { continue };
        let placed = touchpoint(placer, column, step, center_y);
        if let Some(before) = touchpoints.last() {
            handoffs.push(handoff(placer, before, &placed, center_y));
        }
        touchpoints.push(placed);
    }
    let handoffs = handoffs.into_iter().map(Element::Handoff);
    handoffs.chain(touchpoints.into_iter().map(Element::Touchpoint)).collect()
}

fn touchpoint(placer: &mut Placer<'_>, column: &Column, step: &Step, center_y: f32) -> PlacedTouchpoint {
    let channels: Vec<&Channel> =
        step.touchpoint.channels.iter().filter_map(|id| placer.project.channels.get(*id)).collect();
    let shown = channels.len().min(MOST_CIRCLES);
    let radius = match shown {
        0 | 1 => m::TOUCHPOINT_RADIUS,
        2 => 17.0,
        _ => 14.0,
    };
    let distance = 2.0 * radius + 3.0;
    let first = column.center() - distance * (shown.saturating_sub(1)) as f32 / 2.0;
    let circles = channels
        .iter()
        .take(MOST_CIRCLES)
        .enumerate()
        .map(|(i, channel)| PlacedChannel {
            id: channel.id,
            kind: channel.kind,
            side: channel.side,
            color: channel.color,
            center: Point::new(first + distance * i as f32, center_y),
            radius,
        })
        .collect();
    let names = channel_names(placer, &channels);
    let rect = Rect::new(column.x + 2.0, center_y + m::TOUCHPOINT_RADIUS + 4.0, column.w - 4.0, 18.0);
    let text = placer.short_text(&names, m::NOTE, rect, Align::Center, VAlign::Middle, 1);
    let star = step.touchpoint.moment_of_truth.then(|| {
        let half = distance * shown.saturating_sub(1) as f32 / 2.0;
        Point::new(column.center() + half + radius * 0.78, center_y - radius * 0.78)
    });
    PlacedTouchpoint {
        step: step.id,
        rect: Rect::new(column.x, center_y - 32.0, column.w, 76.0),
        channels: circles,
        empty: (shown == 0).then(|| Point::new(column.center(), center_y)),
        text,
        star,
    }
}

fn channel_names(placer: &Placer<'_>, channels: &[&Channel]) -> String {
    let mut names: Vec<&str> =
        channels.iter().take(MOST_CIRCLES).map(|channel| display_name(placer, channel)).collect();
    let more = format!("+{}", channels.len().saturating_sub(MOST_CIRCLES));
    if channels.len() > MOST_CIRCLES {
        names.push(&more);
    }
    if names.is_empty() { "—".to_owned() } else { listed(&names, placer.options.lang) }
}

fn display_name<'a>(placer: &Placer<'_>, channel: &'a Channel) -> &'a str {
    if channel.name.is_empty() { channel.kind.name(placer.options.lang) } else { &channel.name }
}

fn handoff(placer: &Placer<'_>, before: &PlacedTouchpoint, after: &PlacedTouchpoint, y: f32) -> PlacedHandoff {
    let said = placer.index.handoffs.get(&(before.step, after.step)).copied();
    let edge = |touchpoint: &PlacedTouchpoint, side: f32| {
        let circle = if side > 0.0 { touchpoint.channels.last() } else { touchpoint.channels.first() };
        let (x, radius) = circle.map_or((touchpoint.rect.center().x, m::TOUCHPOINT_RADIUS), |c| (c.center.x, c.radius));
        Point::new(x + side * radius, y)
    };
    let changes_channel = changes_channel(placer, before.step, after.step);
    PlacedHandoff {
        id: said.map(|handoff| handoff.id),
        steps: (before.step, after.step),
        from: edge(before, 1.0),
        to: edge(after, -1.0),
        changes_channel,
        answers: said.map(Handoff::answers).unwrap_or_default(),
        label: handoff_label(placer, before, after, said, changes_channel),
    }
}

/// Whether the two steps share no channel; without a channel nobody knows, which is drawn alike.
fn changes_channel(placer: &Placer<'_>, from: crate::model::StepId, to: crate::model::StepId) -> bool {
    let channels = |step| -> &[ChannelId] {
        placer.project.steps.get(step).map_or(&[], |step: &Step| step.touchpoint.channels.as_slice())
    };
    let (from, to) = (channels(from), channels(to));
    !from.iter().any(|channel| to.contains(channel))
}

fn handoff_label(
    placer: &Placer<'_>,
    before: &PlacedTouchpoint,
    after: &PlacedTouchpoint,
    said: Option<&Handoff>,
    changes_channel: bool,
) -> String {
    let lang = placer.options.lang;
    let name = |step| placer.project.steps.get(step).map_or("", |step: &Step| step.name.as_str());
    let names = [("from", name(before.step)), ("to", name(after.step))];
    let Some(handoff) = said else {
        let message = if changes_channel { Map::HandoffOpen } else { Map::HandoffSame };
        return fill(message.text(lang), &names);
    };
    let topics = [Choice::Identity, Choice::Case, Choice::History, Choice::Promise];
    let answers: Vec<String> = topics
        .iter()
        .zip(handoff.answers())
        .map(|(topic, answer)| format!("{} – {}", topic.text(lang), answer.name(lang)))
        .collect();
    fill(Map::HandoffLabel.text(lang), &[names[0], names[1], ("answers", &answers.join(", "))])
}
