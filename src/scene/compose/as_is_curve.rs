//! The curve of the as-is under the to-be: thin and grey, with squares instead of faces, and what each step gains.

use super::changes::run;
use super::curves::smooth;
use super::draw::{Draw, line, rect, stroked, text};
use crate::base::{Rect, Rgba};
use crate::layout::{PlacedAsIs, PlacedGain, measures as m};
use crate::scene::{Group, Item, Stroke};

/// Half the width of a point.
const HALF: f32 = 3.5;

/// The curve and the gains, from back to front.
pub(super) fn items(draw: &Draw<'_>, curve: &PlacedAsIs, ground: Rgba) -> Vec<Item> {
    let mut items: Vec<Item> = curve.gains.iter().map(|gain| self::gain(draw, gain, ground)).collect();
    items.push(stroked(smooth(&curve.points), Stroke::solid(1.6, draw.theme.ink3)));
    let square = |at| Rect::centered(at, 2.0 * HALF, 2.0 * HALF);
    let outline = Stroke::solid(1.4, draw.theme.ink3);
    items.extend(curve.points.iter().map(|at| rect(square(*at), 0.0, Some(draw.theme.panel), Some(outline.clone()))));
    items
}

/// Its line of the key.
pub(super) fn key(draw: &Draw<'_>, curve: &PlacedAsIs) -> Vec<Item> {
    let (at, words) = &curve.key;
    let middle = Rect::centered(at.moved(m::KEY_SAMPLE / 2.0, 0.0), 2.0 * HALF, 2.0 * HALF);
    vec![
        line(*at, at.moved(m::KEY_SAMPLE, 0.0), Stroke::solid(1.6, draw.theme.ink3)),
        rect(middle, 0.0, Some(draw.theme.panel), Some(Stroke::solid(1.4, draw.theme.ink3))),
        text(words, draw.theme.ink2),
    ]
}

/// The line from the as-is to the to-be, with the figure along the lower edge of the lane.
fn gain(draw: &Draw<'_>, gain: &PlacedGain, ground: Rgba) -> Item {
    let theme = draw.theme;
    let color = if gain.gain > 0.0 { theme.good } else { theme.warn };
    let center = gain.text.rect.center();
    let half = gain.text.paragraph.width / 2.0;
    let triangle =
        if gain.gain > 0.0 { [(-3.5, 2.5), (0.0, -3.0), (3.5, 2.5)] } else { [(-3.5, -2.5), (0.0, 3.0), (3.5, -2.5)] };
    let arrow = run(center.moved(-half - 7.0, 0.0), &triangle, true, &Stroke::solid(1.4, color));
    let pale = color.mixed(ground, 0.35);
    let items = vec![
        line(gain.line.0, gain.line.1, Stroke { width: 1.4, color: pale, dash: vec![2.0, 3.0] }),
        arrow,
        text(&gain.text, color),
    ];
    let bounds = Rect::centered(center, 2.0 * half + 24.0, 16.0);
    Item::group(Group { id: None, label: gain.label.clone(), bounds, clip: None, items })
}
