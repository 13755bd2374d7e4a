//! The strip above the map.

use super::draw::{Draw, circle, group, line, rect, text};
use crate::base::{Point, Rect, Rgba};
use crate::layout::{Head, HeadOther, HeadPersona};
use crate::look::Theme;
use crate::scene::{Image, Item, Stroke};

/// Whose journey this is, its title and scenario, its state and date.
pub(super) fn items(draw: &Draw<'_>, head: &Head) -> Vec<Item> {
    let theme = draw.theme;
    let mut items = vec![rect(head.rect, 12.0, Some(theme.panel), Some(Stroke::solid(1.0, theme.line)))];
    let (top, bottom) = (head.rect.y + 16.0, head.rect.bottom() - 16.0);
    let divider = (Point::new(head.divider_x, top), Point::new(head.divider_x, bottom));
    items.push(line(divider.0, divider.1, Stroke::solid(1.0, theme.line)));
    items.extend(head.persona.iter().map(|persona| portrait(draw, persona)));
    items.extend(head.others.iter().map(|persona| other(draw, persona)));
    items.extend(head.strong.iter().map(|words| text(words, theme.ink)));
    items.extend(head.plain.iter().map(|words| text(words, theme.ink2)));
    items.extend(head.faint.iter().map(|words| text(words, theme.ink3)));
    items
}

fn other(draw: &Draw<'_>, persona: &HeadOther) -> Item {
    let radius = persona.marker.radius;
    let place = Rect::centered(persona.marker.center, 2.0 * radius, 2.0 * radius);
    let items = match &persona.portrait {
        Some(picture) => {
            let (picture, label) = (picture.clone(), persona.name.clone());
            vec![Item::Image(Image { rect: place, radius, picture, label })]
        }
        None => draw.marker(&persona.marker),
    };
    group(persona.id, persona.name.clone(), place, items)
}

/// A persona's portrait, or its letter.
pub(super) fn portrait(draw: &Draw<'_>, persona: &HeadPersona) -> Item {
    let color: Rgba = persona.color.unwrap_or(draw.theme.markers[persona.index % draw.theme.markers.len()]);
    let items = match &persona.portrait {
        Some(picture) => vec![Item::Image(Image {
            rect: persona.circle,
            radius: persona.circle.w / 2.0,
            picture: picture.clone(),
            label: persona.name.clone(),
        })],
        None => vec![
            circle(persona.circle.center(), persona.circle.w / 2.0, Some(color), None),
            text(&persona.letter, Theme::letter_on(color)),
        ],
    };
    group(persona.id, persona.name.clone(), persona.circle, items)
}
