//! A laid-out map or sheet in the colours of a theme: the only painter of them.

mod as_is_curve;
mod cards;
mod changes;
mod columns;
mod curves;
mod draw;
mod foot;
mod head;
mod links;
mod sheet;
mod small;
mod story;
mod touchpoints;
mod voice;

pub use sheet::compose_sheet;
pub use story::compose_story;

use super::{Item, Part, PartKind, Scene};
use crate::layout::{Element, MapLayout, Row};
use crate::look::Theme;
use draw::Draw;

/// Draws a laid-out map. Linear in its elements.
#[must_use]
pub fn compose_map(map: &MapLayout, theme: &Theme) -> Scene {
    let draw = Draw { theme, lang: map.lang };
    let mut parts = Vec::new();
    if let Some(head) = &map.head {
        parts.push(Part { kind: PartKind::Head, bounds: head.rect, items: head::items(&draw, head) });
    }
    let mut body = columns::row_grounds(&draw, map);
    for row in &map.rows {
        body.extend(row.elements.iter().flat_map(|element| element_items(&draw, map, row, element)));
    }
    parts.push(Part { kind: PartKind::Body, bounds: map.body, items: body });
    parts.push(Part { kind: PartKind::Lanes, bounds: map.lanes_band, items: columns::lane_titles(&draw, map) });
    parts.push(Part { kind: PartKind::Columns, bounds: map.columns_band, items: columns::headers(&draw, map) });
    parts.push(Part { kind: PartKind::Corner, bounds: map.corner, items: Vec::new() });
    if let Some(foot) = &map.foot {
        parts.push(Part { kind: PartKind::Foot, bounds: foot.rect, items: foot::items(&draw, foot) });
    }
    Scene { size: map.size, background: theme.canvas, title: map.title.clone(), parts }
}

fn element_items(draw: &Draw<'_>, map: &MapLayout, row: &Row, element: &Element) -> Vec<Item> {
    match element {
        Element::Card(card) => vec![cards::card(draw, map, row, card)],
        Element::Missing(missing) => cards::missing(draw, missing),
        Element::Touchpoint(touchpoint) => vec![touchpoints::touchpoint(draw, map, touchpoint)],
        Element::Handoff(handoff) => vec![touchpoints::handoff(draw, handoff)],
        Element::Curves(curves) => curves::items(draw, map, row, curves),
        Element::Voice(voice) => vec![voice::item(draw, voice)],
        Element::Bars(bars) => small::bars(draw, bars),
        Element::Experience(experience) => small::experience(draw, experience),
        Element::Picture(picture) => vec![small::picture(draw, picture)],
        Element::Brief(brief) => vec![small::brief(draw, brief)],
        Element::Spark(spark) => curves::spark(draw, spark),
        Element::Owner(_, marker, text) => small::owner(draw, marker, text),
    }
}
