//! The signs of a comparison: what is new, changed, moved, gone, and whether a pain is resolved. Each is told by
//! its form and its words; the colour only helps.

use super::draw::{Draw, circle, line, scene_text, stroked, text};
use crate::base::{Point, Rect, Rgba};
use crate::compare::Change;
use crate::i18n::compare::CompareText;
use crate::i18n::fill;
use crate::layout::{PlacedText, Sign};
use crate::scene::{Group, Item, Stroke};
use kurbo::BezPath;

/// Half the height of a sign.
pub(super) const RADIUS: f32 = 7.5;
/// From one sign to the next.
const DISTANCE: f32 = 2.0 * RADIUS + 2.0;

impl Draw<'_> {
    /// The colour that goes with a sign.
    fn sign_color(&self, sign: Sign) -> Rgba {
        match sign {
            Sign::Added | Sign::ResolvedPain => self.theme.good,
            Sign::Changed | Sign::Moved => self.theme.accent,
            Sign::Removed => self.theme.ink3,
            Sign::OpenPain => self.theme.warn,
        }
    }

    /// A sign round a point: a mark in a disc.
    pub fn sign(&self, sign: Sign, at: Point) -> Vec<Item> {
        let color = self.sign_color(sign);
        let mut items = vec![circle(at, RADIUS, Some(color), Some(Stroke::solid(1.4, self.theme.panel)))];
        let ink = Stroke::solid(1.7, self.theme.panel);
        let stroke =
            |from: (f32, f32), to: (f32, f32)| line(at.moved(from.0, from.1), at.moved(to.0, to.1), ink.clone());
        match sign {
            Sign::Added => items.extend([stroke((-3.6, 0.0), (3.6, 0.0)), stroke((0.0, -3.6), (0.0, 3.6))]),
            Sign::Removed => items.push(stroke((-3.6, 0.0), (3.6, 0.0))),
            Sign::Changed => items.push(run(at, &[(-3.4, 2.8), (0.0, -3.2), (3.4, 2.8)], true, &ink)),
            Sign::Moved => {
                items.push(stroke((-3.8, 0.0), (3.4, 0.0)));
                items.push(run(at, &[(0.8, -3.0), (3.8, 0.0), (0.8, 3.0)], false, &ink));
            }
            Sign::OpenPain => {
                items.push(stroke((0.0, -3.8), (0.0, 0.8)));
                items.push(circle(at.moved(0.0, 3.6), 1.1, Some(self.theme.panel), None));
            }
            Sign::ResolvedPain => items.push(run(at, &[(-3.4, 0.2), (-1.0, 2.8), (3.6, -2.8)], false, &ink)),
        }
        items
    }

    /// Signs side by side, the last one round a point at the right.
    pub fn signs(&self, signs: &[Sign], right: Point) -> Vec<Item> {
        let at = |position: usize| right.moved(-DISTANCE * (signs.len() - 1 - position) as f32, 0.0);
        signs.iter().enumerate().flat_map(|(position, sign)| self.sign(*sign, at(position))).collect()
    }

    /// A label that also says the signs.
    pub fn signed_label(&self, label: String, signs: &[Sign]) -> String {
        signs.iter().fold(label, |label, sign| {
            fill(CompareText::SignLabel.text(self.lang), &[("label", &label), ("sign", sign.name(self.lang))])
        })
    }

    /// The border of something that changed; `None` leaves the usual one.
    pub fn change_stroke(&self, change: Change) -> Option<Stroke> {
        match change {
            Change::Same => None,
            Change::Added => Some(Stroke::solid(2.2, self.theme.good)),
            Change::Changed | Change::MovedAndChanged => Some(Stroke::solid(1.6, self.theme.accent)),
            Change::Moved => Some(Stroke { width: 1.6, color: self.theme.accent, dash: vec![6.0, 3.0] }),
            Change::Removed => Some(Stroke { width: 1.2, color: self.theme.line3, dash: vec![3.0, 3.0] }),
        }
    }
}

/// A run of lines round a point.
pub(super) fn run(at: Point, points: &[(f32, f32)], is_closed: bool, stroke: &Stroke) -> Item {
    let mut path = BezPath::new();
    for (i, (dx, dy)) in points.iter().enumerate() {
        let point = (f64::from(at.x + dx), f64::from(at.y + dy));
        if i == 0 {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
    if is_closed {
        path.close_path();
    }
    stroked(path, stroke.clone())
}

/// What is only of the as-is: pale, struck through.
pub(super) fn struck(draw: &Draw<'_>, placed: &PlacedText) -> Vec<Item> {
    let color = draw.theme.ink3;
    let scene = scene_text(placed, color);
    let rise = placed.paragraph.style.size * 0.32;
    let strokes = placed.paragraph.lines.iter().enumerate().filter(|(_, line)| line.width > 0.0).map(|(i, words)| {
        let start = scene.line_start(i).moved(0.0, -rise);
        line(start, start.moved(words.width, 0.0), Stroke::solid(1.0, color))
    });
    std::iter::once(text(placed, color)).chain(strokes).collect()
}

/// Something of the as-is that is only shown under the to-be. It is no record of this map, so it names none.
pub(super) fn ghost(draw: &Draw<'_>, label: String, bounds: Rect, items: Vec<Item>) -> Item {
    Item::group(Group { id: None, label: draw.signed_label(label, &[Sign::Removed]), bounds, clip: None, items })
}
