//! Bars, experience values, pictures, owners.

use super::draw::{Draw, circle, group, rect, text};
use crate::base::Rect;
use crate::layout::{PlacedBars, PlacedBrief, PlacedExperience, PlacedMarker, PlacedPicture, PlacedText};
use crate::scene::{Group, Image, Item, Stroke};

/// A bar of five segments.
pub(super) fn bars(draw: &Draw<'_>, bars: &PlacedBars) -> Vec<Item> {
    let pitch = bars.rect.h / 5.0;
    (0..5_u8)
        .map(|level| {
            let y = bars.rect.bottom() - pitch * f32::from(level + 1);
            let place = Rect::new(bars.rect.x, y + 1.0, bars.rect.w, pitch - 2.0);
            let on = level < bars.value;
            let color = if on { draw.theme.accent.faded(0.35 + 0.13 * f32::from(level)) } else { draw.theme.groove };
            rect(place, 2.0, Some(color), None)
        })
        .collect()
}

/// SENSE to RELATE with up to three dots each.
pub(super) fn experience(draw: &Draw<'_>, experience: &PlacedExperience) -> Vec<Item> {
    let mut items = Vec::new();
    for (name, dots, value) in &experience.lines {
        let color = if *value > 0 { draw.theme.ink2 } else { draw.theme.ink3 };
        items.push(text(name, color));
        for dot in 0..3_u8 {
            let fill = if dot < *value { draw.theme.accent } else { draw.theme.groove };
            items.push(circle(dots.moved(12.0 * f32::from(dot) + 6.0, 0.0), 4.0, Some(fill), None));
        }
    }
    items
}

/// A storyboard picture, or an empty frame for one.
pub(super) fn picture(draw: &Draw<'_>, placed: &PlacedPicture) -> Item {
    let frame = Stroke { width: 1.0, color: draw.theme.line2, dash: vec![4.0, 4.0] };
    let item = match &placed.picture {
        Some(picture) => {
            Item::Image(Image { rect: placed.rect, radius: 6.0, picture: picture.clone(), label: placed.label.clone() })
        }
        None => rect(placed.rect, 6.0, None, Some(frame)),
    };
    group(placed.step, placed.label.clone(), placed.rect, vec![item])
}

/// The owning department's marker and name.
pub(super) fn owner(draw: &Draw<'_>, marker: &PlacedMarker, name: &PlacedText) -> Vec<Item> {
    let mut items = draw.marker(marker);
    items.push(draw.standing(text(name, draw.theme.ink2), marker.steps_back));
    items
}

/// What a collapsed row says of a cell. No record is behind it: a click focuses the cell.
pub(super) fn brief(draw: &Draw<'_>, brief: &PlacedBrief) -> Item {
    let mut items = Vec::new();
    if let Some(pill) = brief.pill {
        items.push(rect(pill, pill.h / 2.0, Some(draw.theme.groove), None));
    }
    items.push(text(&brief.text, draw.theme.ink2));
    Item::group(Group { id: None, label: brief.label.clone(), bounds: brief.rect, clip: None, items })
}
