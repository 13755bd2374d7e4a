//! A slide of the story in the colours of a theme.

use super::curves::{append_smooth, face_of, smooth};
use super::draw::{Draw, circle, filled, group, line, outlined, rect, scene_text, stroked, text};
use super::{cards, head};
use crate::base::{Point, Rect, Rgba};
use crate::feedback::Reliability;
use crate::layout::story::{Ink, Story, StoryBand, StoryCard, StoryCurve, StoryElement, StoryFigures, measures as m};
use crate::layout::{CardFace, PlacedChannel, RibbonPoint};
use crate::look::{Theme, icons};
use crate::model::Evidence;
use crate::scene::{Block, Group, Item, Part, PartKind, Scene, Shape, Stroke};
use kurbo::{BezPath, ParamCurve as _};

/// Draws a slide. `told` is how far the curve has grown from the step before to this one, 0 to 1.
#[must_use]
pub fn compose_story(story: &Story, theme: &Theme, told: f32) -> Scene {
    let draw = Draw { theme, lang: story.lang };
    let items = story.elements.iter().flat_map(|element| items(&draw, element, told)).collect();
    let bounds = Rect::new(0.0, 0.0, story.size.w, story.size.h);
    let part = Part { kind: PartKind::Body, bounds, items };
    Scene { size: story.size, background: theme.canvas, title: story.title.clone(), parts: vec![part] }
}

fn items(draw: &Draw<'_>, element: &StoryElement, told: f32) -> Vec<Item> {
    match element {
        StoryElement::Words(words, ink) => vec![text(words, self::ink(draw.theme, *ink))],
        StoryElement::Chip(place, phase, words) => chip(draw, *place, *phase, words),
        StoryElement::Portrait(persona) => vec![head::portrait(draw, persona)],
        StoryElement::Channel(channel) => self::channel(draw, channel),
        StoryElement::Star(center, radius) => star(draw, *center, *radius),
        StoryElement::Card(card) => vec![self::card(draw, card)],
        StoryElement::Picture(picture) => vec![super::small::picture(draw, picture)],
        StoryElement::Face(center, radius, value) => face_of(draw, *center, *value, *radius),
        StoryElement::Marker(marker) => draw.marker(marker),
        StoryElement::Figures(figures) => vec![self::figures(draw, figures)],
        StoryElement::Rule(from, to) => vec![line(*from, *to, Stroke::solid(3.0, draw.theme.line2))],
        StoryElement::Curve(curve) => self::curve(draw, curve, told),
    }
}

fn ink(theme: &Theme, ink: Ink) -> Rgba {
    match ink {
        Ink::Strong => theme.ink,
        Ink::Plain => theme.ink2,
        Ink::Faint => theme.ink3,
        Ink::Warn => theme.warn,
    }
}

fn chip(draw: &Draw<'_>, place: Rect, phase: Option<usize>, words: &crate::layout::PlacedText) -> Vec<Item> {
    let fill = phase.map_or(draw.theme.groove, |phase| draw.theme.phase(phase));
    vec![Item::Block(Block {
        rect: place,
        shape: Shape::Rounded(place.h / 2.0),
        fill: Some(fill),
        stroke: None,
        text: Some(scene_text(words, draw.theme.ink)),
    })]
}

fn channel(draw: &Draw<'_>, channel: &PlacedChannel) -> Vec<Item> {
    let color = draw.channel_color(channel.kind, channel.side, channel.color);
    let width = channel.radius * 0.1;
    let icon = icons::placed(icons::channel(channel.kind), channel.center.x, channel.center.y, channel.radius / 15.5);
    vec![
        circle(channel.center, channel.radius, Some(draw.theme.panel), Some(Stroke::solid(width, color))),
        stroked(icon, Stroke::solid(width * 0.9, color)),
    ]
}

fn star(draw: &Draw<'_>, center: Point, radius: f32) -> Vec<Item> {
    let accent = draw.theme.accent;
    vec![
        circle(center, radius, Some(draw.theme.panel), Some(Stroke::solid(radius * 0.1, accent))),
        filled(icons::placed(&icons::star(), center.x, center.y, radius * 0.66), accent),
    ]
}

fn card(draw: &Draw<'_>, card: &StoryCard) -> Item {
    let theme = draw.theme;
    let colors = match card.face {
        CardFace::Plain => theme.card,
        CardFace::Speech => theme.speech,
        CardFace::Pain => theme.pain,
        CardFace::Opportunity => theme.opportunity,
    };
    let stroke = Stroke::solid(2.0, colors.border);
    let mut bounds = card.rect;
    let mut items = Vec::new();
    let radius = (5.0 * card.scale).min(18.0);
    if card.face == CardFace::Speech {
        let tail = card.scale * 4.0;
        bounds.h += tail;
        items.push(outlined(cards::bubble(card.rect, radius, tail), colors.fill, stroke));
        items.push(text(&card.text, theme.ink));
    } else {
        items.push(Item::Block(Block {
            rect: card.rect,
            shape: Shape::Rounded(radius),
            fill: Some(colors.fill),
            stroke: Some(stroke),
            text: Some(scene_text(&card.text, theme.ink)),
        }));
    }
    let pad = card.text.rect.x - card.rect.x;
    if let Some(severity) = card.severity {
        for dot in 0..3_u8 {
            let center = Point::new(card.rect.x + pad + card.scale * (3.6 + 6.8 * f32::from(dot)), card.signs_y);
            let filled = (dot < severity).then_some(theme.warn);
            items.push(circle(center, card.scale * 2.4, filled, Some(Stroke::solid(card.scale * 0.5, theme.warn))));
        }
    }
    if let Some(marker) = &card.marker {
        items.extend(draw.marker(marker));
    }
    if let Some(footer) = &card.footer {
        items.push(text(footer, theme.ink2));
    }
    if card.evidence != Evidence::Assumed {
        let at = Point::new(card.rect.right() - pad - card.scale * 2.4, card.signs_y);
        items.extend(draw.evidence_of(card.evidence, at, card.scale * 2.4));
    }
    group(card.id, card.label.clone(), bounds, items)
}

fn figures(draw: &Draw<'_>, figures: &StoryFigures) -> Item {
    let theme = draw.theme;
    let (axis, track, interval) = (figures.axis, figures.track, figures.interval);
    let x = |value: f64| track.x + ((value - axis.0) / (axis.1 - axis.0)).clamp(0.0, 1.0) as f32 * track.w;
    let middle = track.center().y;
    let height = track.h * 2.6;
    let (low, high) = (x(interval.low), x(interval.high));
    let doubt = Rect::new(low, middle - height / 2.0, (high - low).max(4.0), height);
    let fill = if figures.reliability == Reliability::Anecdotal { theme.panel } else { theme.accent };
    let mut items = vec![rect(track, track.h / 2.0, Some(theme.line2), None)];
    if axis.0 < 0.0 {
        items.push(rect(
            Rect::new(x(0.0) - 1.5, middle - height * 0.7, 3.0, height * 1.4),
            0.0,
            Some(theme.ink3),
            None,
        ));
    }
    items.push(rect(doubt, height / 2.0, Some(theme.accent.mixed(theme.panel, 0.6)), None));
    let dot = Point::new(x(interval.value), middle);
    items.push(circle(dot, height * 0.55, Some(fill), Some(Stroke::solid(3.0, theme.accent))));
    items.push(text(&figures.value, theme.ink));
    items.extend(figures.words.iter().map(|words| text(words, theme.ink2)));
    group(figures.step, figures.label.clone(), figures.rect, items)
}

fn curve(draw: &Draw<'_>, curve: &StoryCurve, told: f32) -> Vec<Item> {
    let theme = draw.theme;
    let y = |value: f32| curve.zero_y - value * curve.unit;
    let mut items: Vec<Item> = [-2.0, -1.0, 0.0, 1.0, 2.0]
        .into_iter()
        .map(|value| {
            let color = if value == 0.0 { theme.line2 } else { theme.grid };
            let (from, to) = (Point::new(curve.rect.x, y(value)), Point::new(curve.rect.right(), y(value)));
            line(from, to, Stroke::solid(2.0, color))
        })
        .collect();
    items.extend(curve.bands.iter().flat_map(|band| self::band(draw, band)));
    items.extend(curve.ahead.iter().map(|at| circle(*at, 5.0, Some(theme.line3), None)));
    for run in &curve.measured {
        items.extend(measured(draw, run));
    }
    items.extend(spread(draw, curve));
    items.extend(curve.believed.iter().flat_map(|marker| draw.marker(marker)));
    items.extend(agreed(draw, curve, told));
    let label = curve.label.clone();
    vec![Item::group(Group { id: None, label, bounds: curve.rect.inset(-m::FACE_ON_CURVE), clip: None, items })]
}

/// A line from the highest to the lowest of what departments believe.
fn spread(draw: &Draw<'_>, curve: &StoryCurve) -> Option<Item> {
    let heights = || curve.believed.iter().map(|marker| marker.center.y);
    let (top, bottom) = (heights().fold(f32::INFINITY, f32::min), heights().fold(f32::NEG_INFINITY, f32::max));
    let x = curve.believed.first()?.center.x;
    let stroke = Stroke { width: 3.0, color: draw.theme.line3, dash: vec![0.5, 7.0] };
    (bottom - top > 1.0).then(|| line(Point::new(x, top), Point::new(x, bottom), stroke))
}

fn band(draw: &Draw<'_>, band: &StoryBand) -> Vec<Item> {
    let theme = draw.theme;
    let tint = theme.phase(band.phase);
    let fill = if band.reached { tint } else { tint.mixed(theme.canvas, 0.65) };
    let edge = band.now.then(|| Stroke::solid(3.0, theme.ink2));
    let ink = if band.now { theme.ink } else { theme.ink3 };
    vec![Item::Block(Block {
        rect: band.rect,
        shape: Shape::Rounded(8.0),
        fill: Some(fill),
        stroke: edge,
        text: Some(scene_text(&band.text, if band.reached { theme.ink } else { ink })),
    })]
}

fn measured(draw: &Draw<'_>, run: &[RibbonPoint]) -> Vec<Item> {
    let theme = draw.theme;
    let mut items = Vec::new();
    if let [only] = run {
        let band = Rect::new(only.x - 20.0, only.top, 40.0, (only.bottom - only.top).max(2.0));
        items.push(rect(band, 6.0, Some(theme.ribbon), None));
    } else {
        let along =
            |height: fn(&RibbonPoint) -> f32| run.iter().map(|p| Point::new(p.x, height(p))).collect::<Vec<_>>();
        let mut band = smooth(&along(|p| p.top));
        let bottoms: Vec<Point> = along(|p| p.bottom).into_iter().rev().collect();
        append_smooth(&mut band, &bottoms, false);
        band.close_path();
        items.push(filled(band, theme.ribbon));
        let stroke = Stroke { width: 3.0, color: theme.accent, dash: vec![10.0, 9.0] };
        items.push(stroked(smooth(&along(|p| p.y)), stroke));
    }
    for point in run {
        let solid = point.reliability == Reliability::Solid;
        let fill = if solid { theme.accent } else { theme.panel };
        items.push(circle(Point::new(point.x, point.y), 6.0, Some(fill), Some(Stroke::solid(2.4, theme.accent))));
    }
    items
}

/// The agreed curve with its faces; the last piece and its face are as far as the curve has grown.
fn agreed(draw: &Draw<'_>, curve: &StoryCurve, told: f32) -> Vec<Item> {
    let points: Vec<Point> = curve.points.iter().map(|point| point.at).collect();
    let settled = points.len().saturating_sub(usize::from(curve.grows));
    let mut path = smooth(&points[..settled]);
    let mut items = Vec::new();
    let mut tip = None;
    if let (true, Some(last)) = (curve.grows, curve.points.last()) {
        let before = settled.checked_sub(1).and_then(|i| curve.points.get(i));
        let value = before.map_or(last.value, |before| before.value + (last.value - before.value) * told);
        let at = before.map_or(last.at, |before| grow(&mut path, before.at, last.at, told));
        tip = Some((at, value));
    }
    items.push(stroked(path, Stroke::solid(5.0, draw.theme.ink)));
    for point in curve.points.iter().take(settled) {
        items.extend(face_of(draw, point.at, point.value, m::FACE_ON_CURVE * 0.72));
    }
    if let Some((at, value)) = tip {
        items.extend(face_of(draw, at, value, m::FACE_ON_CURVE));
    }
    items
}

/// Goes on with the curve from one point towards the next, and gives where it has come to.
fn grow(path: &mut BezPath, from: Point, to: Point, told: f32) -> Point {
    let mut whole = BezPath::new();
    append_smooth(&mut whole, &[from, to], true);
    let Some(kurbo::PathSeg::Cubic(piece)) = whole.segments().next() else { return to };
    let part = piece.subsegment(0.0..f64::from(told.clamp(0.0, 1.0)));
    path.curve_to(part.p1, part.p2, part.p3);
    Point::new(part.p3.x as f32, part.p3.y as f32)
}
