//! The frame of a page in the colours of a theme.

use super::draw::text;
use crate::layout::PageFrame;
use crate::look::Theme;
use crate::scene::{Image, Item, Part, PartKind};

/// The strips above and below the map, as parts of the page's scene. `logo` says what the logo is.
#[must_use]
pub fn compose_frame(frame: &PageFrame, theme: &Theme, logo: &str) -> Vec<Part> {
    let is_above = |item: &Item| item.bounds().y < frame.foot.y;
    let mut items: Vec<Item> = frame.title.iter().map(|words| text(words, theme.ink)).collect();
    items.extend(frame.faint.iter().map(|words| text(words, theme.ink3)));
    items.extend(frame.logo.iter().map(|(rect, picture)| {
        Item::Image(Image { rect: *rect, radius: 0.0, picture: picture.clone(), label: logo.to_owned() })
    }));
    let (above, below) = items.into_iter().partition(is_above);
    let part = |kind, bounds, items| Part { kind, bounds, items };
    vec![part(PartKind::Head, frame.head, above), part(PartKind::Foot, frame.foot, below)]
}
