//! The strip below the map: what the signs mean and where the figures come from.

use super::engine::Placer;
use super::small::marker;
use super::{Element, PlacedMarker, PlacedText, measures as m};
use crate::base::{Align, Point, Rect};
use crate::i18n::{domain::Named as _, fill, map::Map};
use crate::model::{Carried, Evidence};

const LINE: f32 = 24.0;

/// The strip below the map.
#[derive(Clone, Debug)]
pub struct Foot {
    /// The whole strip.
    pub rect: Rect,
    /// The signs with their words.
    pub keys: Vec<(FootKey, PlacedText)>,
    /// Where the figures come from.
    pub sources: Option<PlacedText>,
}

/// A sign of the legend.
#[derive(Clone, Debug)]
pub enum FootKey {
    /// A department's marker.
    Department(PlacedMarker),
    /// The sign of an evidence level, round a point.
    Evidence(Evidence, Point),
    /// A handoff line, from a point to the right.
    Handoff(Carried, Point),
    /// The star of a moment of truth.
    MomentOfTruth(Point),
}

/// Places the legend with its upper edge at `y`; wraps to as many lines as it needs.
pub(super) fn place(placer: &mut Placer<'_>, x: f32, y: f32, width: f32) -> Foot {
    let mut flow = Flow { x, y, left: x, right: x + width };
    let mut keys = Vec::new();
    departments(placer, &mut flow, &mut keys);
    for level in [Evidence::Assumed, Evidence::Partly, Evidence::Researched] {
        let words = level.name(placer.options.lang);
        push(placer, &mut flow, &mut keys, words, 14.0, |at| FootKey::Evidence(level, at.moved(6.0, 0.0)));
    }
    flow.gap();
    let handoffs = [
        (Carried::Yes, Map::HandoffCarried),
        (Carried::Unknown, Map::HandoffUnknown),
        (Carried::No, Map::HandoffBroken),
    ];
    let lang = placer.options.lang;
    for (carried, words) in handoffs {
        let words = format!("{} {}", Map::KeyHandoff.text(lang), words.text(lang));
        push(placer, &mut flow, &mut keys, &words, 30.0, |at| FootKey::Handoff(carried, at));
    }
    push(placer, &mut flow, &mut keys, Map::MomentOfTruth.text(lang), 16.0, |at| {
        FootKey::MomentOfTruth(at.moved(6.0, 0.0))
    });
    let mut bottom = flow.y + LINE;
    let sources = placer.overlay.filter(|overlay| !overlay.sources.is_empty()).map(|overlay| {
        let mut words = fill(Map::Sources.text(lang), &[("sources", &overlay.sources.join(", "))]);
        words.push_str("　");
        words.push_str(Map::AnecdotalKey.text(lang));
        let rect = Rect::new(x, bottom, width, LINE);
        bottom += LINE;
        placer.short_text(&words, m::NOTE, rect, Align::Left, crate::base::VAlign::Middle, 1)
    });
    Foot { rect: Rect::new(x, y, width, bottom - y), keys, sources }
}

fn departments(placer: &mut Placer<'_>, flow: &mut Flow, keys: &mut Vec<(FootKey, PlacedText)>) {
    let departments = placer.project.departments_in_order();
    for department in &departments {
        let name = if department.name.is_empty() { department.letter.as_str() } else { department.name.as_str() };
        let Some(placed) = marker(placer, department.id, Point::default(), 8.0) else { continue };
        let mut at_marker = None;
        push(placer, flow, keys, name, 20.0, |at| {
            at_marker = Some(at.moved(8.0, 0.0));
            FootKey::MomentOfTruth(at)
        });
        // The marker's letter is placed with the marker, so the marker is made where it stands.
        let moved = at_marker.and_then(|at| marker(placer, placed.department, at, 8.0)).unwrap_or(placed);
        if let Some((key, _)) = keys.last_mut() {
            *key = FootKey::Department(moved);
        }
    }
    if !departments.is_empty() {
        flow.gap();
    }
}

fn push(
    placer: &mut Placer<'_>,
    flow: &mut Flow,
    keys: &mut Vec<(FootKey, PlacedText)>,
    words: &str,
    sign_width: f32,
    key: impl FnOnce(Point) -> FootKey,
) {
    let measured = placer.line(words, m::NOTE, Rect::default(), Align::Left);
    let at = flow.take(sign_width + measured.paragraph.width + 18.0);
    let rect = Rect::new(at.x + sign_width, at.y - LINE / 2.0, measured.paragraph.width, LINE);
    keys.push((key(at), PlacedText { rect, ..measured }));
}

/// Places things side by side, and on a new line when the line is full.
struct Flow {
    x: f32,
    y: f32,
    left: f32,
    right: f32,
}

impl Flow {
    /// Takes so much of the line; gives the left end, half-way down the line.
    fn take(&mut self, width: f32) -> Point {
        if self.x + width > self.right && self.x > self.left {
            self.x = self.left;
            self.y += LINE;
        }
        let at = Point::new(self.x, self.y + LINE / 2.0);
        self.x += width;
        at
    }

    fn gap(&mut self) {
        self.x += 16.0;
    }
}

/// The channels' side gives the colour of a circle; kept here so that the legend can name it later.
impl Element {
    /// The label that a screen reader says for an element without a text of its own.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Card(card) => Some(&card.plain),
            Self::Handoff(handoff) => Some(&handoff.label),
            Self::Voice(voice) => Some(&voice.label),
            Self::Picture(picture) => Some(&picture.label),
            _ => None,
        }
    }
}
