//! The curves of the as-is under the to-be: thin, with small hollow signs instead of faces, and what each step gains.
//! Who leads has grey squares, another persona its own colour and shape.

use super::changes::run;
use super::curves::smooth;
use super::draw::{Draw, line, marker_outline, outlined, stroked, text};
use crate::base::{Point, Rect, Rgba};
use crate::layout::{PlacedAsIs, PlacedGain, measures as m};
use crate::model::MarkerShape;
use crate::scene::{Group, Item, Stroke};

/// Half the width of a sign.
const RADIUS: f32 = 4.4;

/// The curve and the gains, from back to front.
pub(super) fn items(draw: &Draw<'_>, curve: &PlacedAsIs, ground: Rgba) -> Vec<Item> {
    let mut items: Vec<Item> = curve.gains.iter().map(|gain| self::gain(draw, gain, ground)).collect();
    items.push(stroked(smooth(&curve.points), Stroke::solid(1.6, color(draw, curve))));
    items.extend(curve.points.iter().map(|at| sign(draw, curve, *at)));
    items
}

/// Its line of the key.
pub(super) fn key(draw: &Draw<'_>, curve: &PlacedAsIs) -> Vec<Item> {
    let (at, words) = &curve.key;
    vec![
        line(*at, at.moved(m::KEY_SAMPLE, 0.0), Stroke::solid(1.6, color(draw, curve))),
        sign(draw, curve, at.moved(m::KEY_SAMPLE / 2.0, 0.0)),
        text(words, draw.theme.ink2),
    ]
}

fn color(draw: &Draw<'_>, curve: &PlacedAsIs) -> Rgba {
    curve.persona.as_ref().map_or(draw.theme.ink3, |persona| draw.marker_color(persona))
}

fn sign(draw: &Draw<'_>, curve: &PlacedAsIs, at: Point) -> Item {
    let shape = curve.persona.as_ref().map_or(MarkerShape::Square, |persona| persona.shape);
    outlined(marker_outline(shape, at, RADIUS), draw.theme.panel, Stroke::solid(1.4, color(draw, curve)))
}

/// The line from the as-is to the to-be, with the figure along the lower edge of the lane where there is one.
fn gain(draw: &Draw<'_>, gain: &PlacedGain, ground: Rgba) -> Item {
    let theme = draw.theme;
    let color = if gain.gain > 0.0 { theme.good } else { theme.warn };
    let (from, to) = gain.line;
    let dotted = Stroke { width: 1.4, color: color.mixed(ground, 0.35), dash: vec![2.0, 3.0] };
    let mut items = vec![line(from, to, dotted)];
    let (top, mut bottom, mut width) = (from.y.min(to.y), from.y.max(to.y), 4.0_f32);
    if let Some(figure) = &gain.text {
        let center = figure.rect.center();
        let half = figure.paragraph.width / 2.0;
        let up = [(-3.5, 2.5), (0.0, -3.0), (3.5, 2.5)];
        let triangle = if gain.gain > 0.0 { up } else { up.map(|(x, y)| (x, -y)) };
        items.push(run(center.moved(-half - 7.0, 0.0), &triangle, true, &Stroke::solid(1.4, color)));
        items.push(text(figure, color));
        (bottom, width) = (bottom.max(figure.rect.bottom()), 2.0 * half + 24.0);
    }
    let bounds = Rect::new(from.x - width / 2.0, top, width, bottom - top);
    Item::group(Group { id: None, label: gain.label.clone(), bounds, clip: None, items })
}
