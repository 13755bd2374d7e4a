//! Cards, speech bubbles, and the dashed places of what is missing.

use super::changes;
use super::draw::{Draw, circle, group, outlined, rect, scene_text, text};
use crate::base::{Point, Rect};
use crate::i18n::{fill, filter::FilterText, listed, map::Map};
use crate::layout::{CardFace, MapLayout, PlacedCard, PlacedMissing, Row, measures as m};
use crate::model::Evidence;
use crate::scene::{Block, Item, Shape, Stroke};
use kurbo::BezPath;

/// A card with everything on it.
pub(super) fn card(draw: &Draw<'_>, map: &MapLayout, row: &Row, card: &PlacedCard) -> Item {
    if card.is_ghost {
        return ghost(draw, map, row, card);
    }
    let theme = draw.theme;
    let colors = match card.face {
        CardFace::Plain => theme.card,
        CardFace::Speech => theme.speech,
        CardFace::Pain => theme.pain,
        CardFace::Opportunity => theme.opportunity,
    };
    let stroke = draw.change_stroke(card.change).unwrap_or_else(|| Stroke::solid(1.0, colors.border));
    let mut bounds = card.rect;
    let mut items = Vec::with_capacity(4);
    if card.face == CardFace::Speech {
        bounds.h += m::SPEECH_TAIL;
        items.push(outlined(bubble(card.rect, m::CARD_RADIUS + 1.0, m::SPEECH_TAIL), colors.fill, stroke));
        items.push(text(&card.text, theme.ink));
    } else {
        items.push(Item::Block(Block {
            rect: card.rect,
            shape: Shape::Rounded(m::CARD_RADIUS),
            fill: Some(colors.fill),
            stroke: Some(stroke),
            text: Some(scene_text(&card.text, theme.ink)),
        }));
    }
    let footer_y = card.rect.bottom() - m::CARD_PADDING - 6.0;
    if let Some(severity) = card.severity {
        for dot in 0..3_u8 {
            let center = Point::new(card.rect.x + 12.0 + 10.0 * f32::from(dot), footer_y);
            let color = if dot < severity { theme.warn } else { theme.warn.mixed(colors.fill, 0.8) };
            items.push(circle(center, 3.2, Some(color), None));
        }
    }
    if let Some(marker) = &card.marker {
        items.extend(draw.marker(marker));
    }
    items.extend(card.about.iter().flat_map(|persona| draw.marker(persona)));
    if let Some(footer) = &card.footer {
        items.push(text(footer, theme.ink2));
    }
    // A card with nothing but its words has no footer: it is assumed as well, as the key says.
    if card.evidence != Evidence::Assumed || card.has_footer {
        items.extend(draw.evidence(card.evidence, Point::new(card.rect.right() - 12.0, footer_y)));
    }
    items.extend(draw.signs(&card.signs, Point::new(card.rect.right() - 3.0, card.rect.y + 1.0)));
    let label = draw.signed_label(label(draw, map, row, card), &card.signs);
    draw.standing(group(card.id, label, bounds, items), card.steps_back)
}

/// A card that only the as-is has: its outline and its words, struck through.
fn ghost(draw: &Draw<'_>, map: &MapLayout, row: &Row, card: &PlacedCard) -> Item {
    let mut items = vec![rect(card.rect, m::CARD_RADIUS, None, draw.change_stroke(card.change))];
    items.extend(changes::struck(draw, &card.text));
    items.extend(draw.signs(&card.signs, Point::new(card.rect.right() - 3.0, card.rect.y + 1.0)));
    changes::ghost(draw, label(draw, map, row, card), card.rect, items)
}

fn label(draw: &Draw<'_>, map: &MapLayout, row: &Row, card: &PlacedCard) -> String {
    let step = map.column_at(card.rect.x + 1.0).map_or("", |column| column.name.as_str());
    let empty = Map::EmptyText.text(draw.lang);
    let said = if card.plain.is_empty() { empty } else { &card.plain };
    let label = fill(Map::CardHeading.text(draw.lang), &[("lane", &row.title), ("step", step), ("text", said)]);
    let label = if card.about_names.is_empty() {
        label
    } else {
        let names: Vec<&str> = card.about_names.iter().map(String::as_str).collect();
        fill(Map::CardAbout.text(draw.lang), &[("card", &label), ("names", &listed(&names, draw.lang))])
    };
    if card.steps_back { fill(FilterText::StepsBack.text(draw.lang), &[("card", &label)]) } else { label }
}

/// A rounded rectangle with a tail at its lower left.
pub(super) fn bubble(rect: Rect, radius: f32, tail: f32) -> BezPath {
    let radius = f64::from(radius);
    let (left, top, right, bottom) =
        (f64::from(rect.x), f64::from(rect.y), f64::from(rect.right()), f64::from(rect.bottom()));
    let tail = f64::from(tail);
    let mut path = BezPath::new();
    let corner = |path: &mut BezPath, center: (f64, f64), start: f64| {
        let arc = kurbo::Arc::new(center, (radius, radius), start, std::f64::consts::FRAC_PI_2, 0.0);
        path.extend(arc.append_iter(0.05));
    };
    let quarter = std::f64::consts::FRAC_PI_2;
    path.move_to((left, bottom - radius));
    path.line_to((left, top + radius));
    corner(&mut path, (left + radius, top + radius), 2.0 * quarter);
    path.line_to((right - radius, top));
    corner(&mut path, (right - radius, top + radius), 3.0 * quarter);
    path.line_to((right, bottom - radius));
    corner(&mut path, (right - radius, bottom - radius), 0.0);
    path.line_to((left + radius + 2.375 * tail, bottom));
    path.line_to((left + radius + 1.375 * tail, bottom + tail));
    path.line_to((left + radius + 1.375 * tail, bottom));
    path.line_to((left + radius, bottom));
    corner(&mut path, (left + radius, bottom - radius), quarter);
    path.close_path();
    path
}

/// The dashed place of an opportunity that nobody has thought of yet.
pub(super) fn missing(draw: &Draw<'_>, missing: &PlacedMissing) -> Vec<Item> {
    let stroke = Stroke { width: 1.0, color: draw.theme.line3, dash: vec![4.0, 4.0] };
    vec![rect(missing.rect, m::CARD_RADIUS, None, Some(stroke)), text(&missing.text, draw.theme.ink3)]
}
