//! On an overlaid map: the curves of the as-is under those of the to-be, and what each step gains.

use super::changes::{self, Changes};
use super::columns::Grid;
use super::engine::Placer;
use super::small::persona_marker;
use super::{Axis, Column, CurveId, PlacedMarker, PlacedText, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::{compare::CompareText, fill, map::Map, signed};
use crate::model::{MarkSource, PersonaId};

/// Closer than this the feelings are level.
const LEAST_GAIN: f32 = 0.05;

/// A curve of the as-is. It is not edited here, so its points stand for no mark.
#[derive(Clone, Debug)]
pub struct PlacedAsIs {
    /// The marker of its persona, unless that one leads (its place does not matter).
    pub persona: Option<PlacedMarker>,
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
    /// The figure; only the persona who leads has figures, two under each other could not be told apart.
    pub text: Option<PlacedText>,
    /// In words.
    pub label: String,
}

/// On an overlaid map the agreed curve is that of the to-be.
pub(super) fn agreed_name(placer: &Placer<'_>) -> &'static str {
    let lang = placer.options.lang;
    if overlaid(placer).is_some() { CompareText::ToBe.text(lang) } else { Map::Agreed.text(lang) }
}

fn overlaid<'a>(placer: &'a Placer<'_>) -> Option<&'a Changes> {
    placer.changes.filter(|changes| changes.is_overlaid())
}

/// The personas whose as-is is drawn, the one who leads (`None`) first: those whose agreed curve is shown.
pub(super) fn personas(placer: &Placer<'_>) -> Vec<Option<PersonaId>> {
    let Some(changes) = overlaid(placer) else { return Vec::new() };
    let (journey, chosen) = (placer.index.journey, &placer.options.curves);
    let is_shown = |persona: &Option<PersonaId>| {
        let curve = persona
            .map_or(CurveId::usual(journey), |persona| CurveId { persona: Some(persona), source: MarkSource::Agreed });
        chosen.shows(journey, curve) && !changes::emotions(changes, *persona).is_empty()
    };
    let others = journey.personas.iter().skip(1).copied().map(Some);
    std::iter::once(None).chain(others).filter(is_shown).collect()
}

/// Where the curve and its line of the key stand.
#[derive(Clone, Copy)]
pub(super) struct Room<'a> {
    pub axis: &'a Axis,
    /// The lower edge of the lane.
    pub bottom: f32,
    /// The middle of its line of the key.
    pub key_center: f32,
}

/// Places the curve of a persona, `None` for the one who leads.
pub(super) fn place(
    placer: &mut Placer<'_>,
    grid: &Grid,
    room: Room<'_>,
    persona: Option<PersonaId>,
) -> Option<PlacedAsIs> {
    let emotions = changes::emotions(overlaid(placer)?, persona);
    let mut points = Vec::new();
    let mut gains = Vec::new();
    for column in &grid.columns {
        let Some((from, gain)) = emotions.get(&column.step).copied() else { continue };
        points.push(Point::new(column.center(), room.axis.y_of(from)));
        if let Some(gain) = gain.filter(|gain| gain.abs() > LEAST_GAIN) {
            gains.push(place_gain(placer, column, room, (from, gain), persona));
        }
    }
    let left = m::KEY_SAMPLE + 7.0;
    let rect = Rect::new(m::MARGIN + left, room.key_center - 9.0, m::LANE_TITLE_WIDTH - left - 28.0, 18.0);
    let name = of_persona(placer, CompareText::AsIs.text(placer.options.lang), persona);
    let words = placer.short_text(&name, m::NOTE, rect, Align::Left, VAlign::Middle, 1);
    let persona = persona.and_then(|persona| persona_marker(placer, persona, Point::default(), m::PERSONA_RADIUS));
    Some(PlacedAsIs { persona, points, gains, key: (Point::new(m::MARGIN, room.key_center), words) })
}

/// Words about a persona that does not lead.
fn of_persona(placer: &Placer<'_>, words: &str, persona: Option<PersonaId>) -> String {
    let name = persona.and_then(|persona| placer.project.personas.get(persona)).map(|persona| persona.name.as_str());
    name.map_or_else(
        || words.to_owned(),
        |name| fill(Map::CurveOf.text(placer.options.lang), &[("source", words), ("persona", name)]),
    )
}

/// The figure stands on the lower edge of the lane, where no curve runs.
fn place_gain(
    placer: &mut Placer<'_>,
    column: &Column,
    room: Room<'_>,
    (from, gain): (f32, f32),
    persona: Option<PersonaId>,
) -> PlacedGain {
    let point = |value: f32| Point::new(column.center(), room.axis.y_of(value));
    let rect = Rect::centered(Point::new(column.center(), room.bottom - 11.0), 48.0, 16.0);
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
    let label = of_persona(placer, &label, persona);
    let text = persona.is_none().then(|| placer.line(&figure, m::NOTE, rect, Align::Center));
    PlacedGain { line: (point(from), point(from + gain)), gain, text, label }
}
