//! On an overlaid map: the curve of the as-is under that of the to-be, and what each step gains.

use super::changes::{self, Changes};
use super::columns::Grid;
use super::engine::Placer;
use super::{Axis, Column, PlacedText, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::{compare::CompareText, fill, map::Map, signed};

/// Closer than this the feelings are level.
const LEAST_GAIN: f32 = 0.05;

/// The curve of the as-is. It is not edited here, so its points stand for no mark.
#[derive(Clone, Debug)]
pub struct PlacedAsIs {
    /// From left to right.
    pub points: Vec<Point>,
    /// What the to-be gains in each step.
    pub gains: Vec<PlacedGain>,
    /// The key: the left end of the sample line, and the name.
    pub key: (Point, PlacedText),
}

/// How the feeling of the to-be differs from the as-is in a step.
#[derive(Clone, Debug)]
pub struct PlacedGain {
    /// From the as-is point to the to-be point.
    pub line: (Point, Point),
    /// To-be minus as-is.
    pub gain: f32,
    /// The figure.
    pub text: PlacedText,
    /// In words.
    pub label: String,
}

/// On an overlaid map the agreed curve is that of the to-be.
pub(super) fn agreed_name(placer: &Placer<'_>) -> &'static str {
    let lang = placer.options.lang;
    if overlaid(placer).is_some() { CompareText::ToBe.text(lang) } else { Map::Agreed.text(lang) }
}

fn overlaid<'a>(placer: &'a Placer<'_>) -> Option<&'a Changes> {
    placer.changes.as_ref().filter(|changes| changes.is_overlaid())
}

/// Places it; `bottom` is the lower edge of the lane, `key_top` the upper edge of its line of the key.
pub(super) fn place(
    placer: &mut Placer<'_>,
    grid: &Grid,
    axis: &Axis,
    bottom: f32,
    key_center: f32,
) -> Option<PlacedAsIs> {
    let emotions = changes::emotions(overlaid(placer)?);
    let mut points = Vec::new();
    let mut gains = Vec::new();
    for column in &grid.columns {
        let Some((from, gain)) = emotions.get(&column.step).copied() else { continue };
        points.push(Point::new(column.center(), axis.y_of(from)));
        if let Some(gain) = gain.filter(|gain| gain.abs() > LEAST_GAIN) {
            gains.push(place_gain(placer, column, axis, (from, gain), bottom));
        }
    }
    let left = m::KEY_SAMPLE + 7.0;
    let rect = Rect::new(m::MARGIN + left, key_center - 9.0, m::LANE_TITLE_WIDTH - left - 28.0, 18.0);
    let name = CompareText::AsIs.text(placer.options.lang);
    let words = placer.short_text(name, m::NOTE, rect, Align::Left, VAlign::Middle, 1);
    (!points.is_empty()).then_some(PlacedAsIs { points, gains, key: (Point::new(m::MARGIN, key_center), words) })
}

/// The figure stands on the lower edge of the lane, where no curve runs.
fn place_gain(
    placer: &mut Placer<'_>,
    column: &Column,
    axis: &Axis,
    (from, gain): (f32, f32),
    bottom: f32,
) -> PlacedGain {
    let point = |value: f32| Point::new(column.center(), axis.y_of(value));
    let rect = Rect::centered(Point::new(column.center(), bottom - 11.0), 48.0, 16.0);
    let figure = signed(f64::from(gain), 1);
    let label = fill(
        CompareText::GainLabel.text(placer.options.lang),
        &[
            ("step", &column.name),
            ("from", &signed(f64::from(from), 1)),
            ("to", &signed(f64::from(from + gain), 1)),
            ("gain", &figure),
        ],
    );
    let text = placer.line(&figure, m::NOTE, rect, Align::Center);
    PlacedGain { line: (point(from), point(from + gain)), gain, text, label }
}
