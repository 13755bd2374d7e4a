//! The touchpoint lane: channel icons, and the handoffs between them.

use super::columns::Grid;
use super::engine::Placer;
use super::{Column, Element, PlacedChannel, PlacedHandoff, PlacedText, PlacedTouchpoint, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::{domain::Named as _, domain::topic_letter, fill, in_series, listed, map::Map};
use crate::model::{Carried, Channel, Handoff, Passage, Step, Topic};

/// At most this many circles stand in a column.
const MOST_CIRCLES: usize = 3;

/// A letter of what is lost.
const LETTER: f32 = 14.0;

/// Places the circles, then the handoffs from one to the next: those are found first under the pointer.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, y: f32) -> Vec<Element> {
    let center_y = y + 36.0;
    let mut handoffs = Vec::new();
    let mut touchpoints: Vec<PlacedTouchpoint> = Vec::new();
    for column in &grid.columns {
        let Some(step) = placer.project.steps.get(column.step) else { continue };
        let placed = touchpoint(placer, column, step, center_y);
        // Nobody goes from a step that is only shown for comparison to one that is there, or back.
        let before = touchpoints.iter().rev().find(|before| !placer.is_ghost(before.step));
        let follows = |before: &&PlacedTouchpoint| {
            let whole = placer.whole.as_ref();
            !column.is_ghost && whole.is_none_or(|whole| whole.are_neighbours(before.step, column.step))
        };
        if let Some(before) = before.filter(follows) {
            handoffs.push(handoff(placer, before, &placed, center_y));
        }
        touchpoints.push(placed);
    }
    let handoffs = handoffs.into_iter().map(Element::Handoff);
    touchpoints.into_iter().map(Element::Touchpoint).chain(handoffs).collect()
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
        .map(|(i, channel)| {
            let center = Point::new(first + distance * i as f32, center_y);
            PlacedChannel::of(channel, center, radius)
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

fn handoff(placer: &mut Placer<'_>, before: &PlacedTouchpoint, after: &PlacedTouchpoint, y: f32) -> PlacedHandoff {
    let said = placer.index.handoffs.get(&(before.step, after.step)).copied();
    let edge = |touchpoint: &PlacedTouchpoint, side: f32| {
        let circle = if side > 0.0 { touchpoint.channels.last() } else { touchpoint.channels.first() };
        let (x, radius) = circle.map_or((touchpoint.rect.center().x, m::TOUCHPOINT_RADIUS), |c| (c.center.x, c.radius));
        Point::new(x + side * radius, y)
    };
    let (from, to) = (edge(before, 1.0), edge(after, -1.0));
    let passage = passage(placer, before, after, said);
    let is_broken = passage == Passage::Change(Carried::No);
    let lost: Vec<Topic> = said.filter(|_| is_broken).map(|said| said.lost().collect()).unwrap_or_default();
    PlacedHandoff {
        id: said.map(|handoff| handoff.id),
        steps: (before.step, after.step),
        from,
        to,
        passage,
        lost: letters(placer, &lost, Point::new(f32::midpoint(from.x, to.x), y - 27.0)),
        label: handoff_label(placer, before, after, said, passage),
    }
}

fn passage(
    placer: &Placer<'_>,
    before: &PlacedTouchpoint,
    after: &PlacedTouchpoint,
    said: Option<&Handoff>,
) -> Passage {
    let steps = (placer.project.steps.get(before.step), placer.project.steps.get(after.step));
    let (Some(from), Some(to)) = steps else { return Passage::NoChannel };
    Passage::between(from, to, said)
}

/// A small square for each thing that is lost, side by side round a point.
fn letters(placer: &mut Placer<'_>, lost: &[Topic], center: Point) -> Vec<(Rect, PlacedText)> {
    let lang = placer.options.lang;
    let distance = LETTER + 1.0;
    let first = center.x - distance * lost.len().saturating_sub(1) as f32 / 2.0;
    lost.iter()
        .enumerate()
        .map(|(place, topic)| {
            let rect = Rect::centered(Point::new(first + distance * place as f32, center.y), LETTER, LETTER);
            (rect, placer.line(topic_letter(*topic, lang), m::LETTER, rect, Align::Center))
        })
        .collect()
}

fn handoff_label(
    placer: &Placer<'_>,
    before: &PlacedTouchpoint,
    after: &PlacedTouchpoint,
    said: Option<&Handoff>,
    passage: Passage,
) -> String {
    let lang = placer.options.lang;
    let name = |step| placer.project.steps.get(step).map_or("", |step: &Step| step.name.as_str());
    let names = [("from", name(before.step)), ("to", name(after.step))];
    let unsaid = match passage {
        Passage::SameChannel => Some(Map::HandoffSame),
        Passage::NoChannel => Some(Map::HandoffNoChannel),
        Passage::Change(_) if said.is_none() => Some(Map::HandoffOpen),
        Passage::Change(_) => None,
    };
    let (None, Some(handoff)) = (unsaid, said) else {
        return fill(unsaid.unwrap_or(Map::HandoffOpen).text(lang), &names);
    };
    let answer = |topic: Topic| format!("{} – {}", topic.name(lang), handoff.answer(topic).name(lang));
    let answers = Topic::ALL.map(answer);
    let answers = in_series(&answers.each_ref().map(String::as_str), lang);
    let lost: Vec<&str> = handoff.lost().map(|topic| topic.name(lang)).collect();
    let message = if lost.is_empty() { Map::HandoffLabel } else { Map::HandoffBreak };
    let lost = in_series(&lost, lang);
    fill(message.text(lang), &[names[0], names[1], ("lost", &lost), ("answers", &answers)])
}
