//! A laid-out map or sheet in the colours of a theme: the only painter of them.

mod again;
mod as_is_curve;
mod cards;
mod changes;
mod columns;
mod curves;
mod draw;
mod foot;
mod head;
mod links;
mod page_frame;
mod sheet;
mod small;
mod story;
mod touchpoints;
mod voice;

pub use again::ComposeAgain;
pub use page_frame::compose_frame;
pub use sheet::compose_sheet;
pub use story::compose_story;

use super::{Item, Part, PartKind, Scene};
use crate::layout::{Element, MapLayout, Row};
use crate::look::Theme;
use draw::Draw;
use std::sync::Arc;

/// Draws a laid-out map. Linear in its elements.
#[must_use]
pub fn compose_map(map: &MapLayout, theme: &Theme) -> Scene {
    compose(map, theme, |draw, row| row_items(draw, map, row))
}

/// The scene of a map, with the items of each row from `items_of`.
fn compose(map: &MapLayout, theme: &Theme, mut items_of: impl FnMut(&Draw<'_>, &Arc<Row>) -> Vec<Item>) -> Scene {
    let draw = Draw { theme, lang: map.lang };
    let mut parts = Vec::new();
    if let Some(head) = &map.head {
        parts.push(Part { kind: PartKind::Head, bounds: head.rect, items: head::items(&draw, head) });
    }
    let mut body = columns::row_grounds(&draw, map);
    for row in &map.rows {
        body.append(&mut items_of(&draw, row));
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

fn row_items(draw: &Draw<'_>, map: &MapLayout, row: &Row) -> Vec<Item> {
    let mut items = Vec::with_capacity(row.elements.len());
    for element in &row.elements {
        element_items(draw, map, row, element, &mut items);
    }
    items
}

fn element_items(draw: &Draw<'_>, map: &MapLayout, row: &Row, element: &Element, items: &mut Vec<Item>) {
    match element {
        Element::Card(card) => items.push(cards::card(draw, map, row, card)),
        Element::Missing(missing) => items.extend(cards::missing(draw, missing)),
        Element::Touchpoint(touchpoint) => items.push(touchpoints::touchpoint(draw, map, touchpoint)),
        Element::Handoff(handoff) => items.push(touchpoints::handoff(draw, handoff)),
        Element::Curves(curves) => items.extend(curves::items(draw, map, row, curves)),
        Element::Voice(voice) => items.push(voice::item(draw, voice)),
        Element::Bars(bars) => items.extend(small::bars(draw, bars)),
        Element::Experience(experience) => items.extend(small::experience(draw, experience)),
        Element::Picture(picture) => items.push(small::picture(draw, picture)),
        Element::Brief(brief) => items.push(small::brief(draw, brief)),
        Element::Spark(spark) => items.extend(curves::spark(draw, spark)),
        Element::Owner(_, marker, text) => items.extend(small::owner(draw, marker, text)),
    }
}
