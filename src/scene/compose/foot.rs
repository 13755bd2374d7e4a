//! The legend below the map.

use super::draw::{Draw, circle, filled, text};
use super::voice;
use crate::layout::{Foot, FootKey};
use crate::look::icons;
use crate::scene::{Item, Stroke};

/// Signs with their words, then the sources and which cards are shown.
pub(super) fn items(draw: &Draw<'_>, foot: &Foot) -> Vec<Item> {
    let mut items = Vec::new();
    for (key, words) in &foot.keys {
        items.extend(sign(draw, key));
        let is_back = matches!(key, FootKey::Department(marker) if marker.steps_back);
        items.push(draw.standing(text(words, draw.theme.ink2), is_back));
    }
    items.extend(foot.sources.iter().map(|words| text(words, draw.theme.ink3)));
    items.extend(foot.filter.iter().map(|words| text(words, draw.theme.accent)));
    items
}

fn sign(draw: &Draw<'_>, key: &FootKey) -> Vec<Item> {
    match key {
        FootKey::Department(marker) => draw.marker(marker),
        FootKey::Evidence(level, at) => draw.evidence(*level, *at),
        FootKey::Handoff(carried, at) => draw.handoff(*carried, *at, at.moved(40.0, 0.0)),
        FootKey::Change(sign, at) => draw.sign(*sign, *at),
        FootKey::Channels(at) => voice::sides(draw, *at),
        FootKey::MomentOfTruth(at) => vec![
            circle(*at, 8.0, Some(draw.theme.panel), Some(Stroke::solid(1.2, draw.theme.accent))),
            filled(icons::placed(&icons::star(), at.x, at.y, 5.6), draw.theme.accent),
        ],
    }
}
