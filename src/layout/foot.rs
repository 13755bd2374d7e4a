//! The strip below the map: what the signs mean and where the figures come from.

use super::engine::Placer;
use super::small::marker;
use super::{PlacedMarker, PlacedText, Sign, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::feedback::StepVoice;
use crate::i18n::filter::filter_remark;
use crate::i18n::{domain::Named as _, domain::topic_letter, fill, in_series, map::Map};
use crate::model::{Carried, Evidence, FilterCounts, LaneForm, Topic};

const LINE: f32 = 24.0;
/// Room for the three signs of channels.
const CHANNEL_SIGNS: f32 = 42.0;

/// The strip below the map.
#[derive(Clone, Debug)]
pub struct Foot {
    /// The whole strip.
    pub rect: Rect,
    /// The signs with their words.
    pub keys: Vec<(FootKey, PlacedText)>,
    /// Where the figures come from.
    pub sources: Option<PlacedText>,
    /// Which cards are brought forward, when not all are.
    pub filter: Option<PlacedText>,
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
    /// The sign of a change, round a point.
    Change(Sign, Point),
    /// The signs of channels that differ, from a point to the right.
    Channels(Point),
}

/// Places the legend with its upper edge at `y`; wraps to as many lines as it needs.
pub(super) fn place(placer: &mut Placer<'_>, x: f32, y: f32, width: f32) -> Foot {
    let filter = filter(placer, Rect::new(x, y, width, LINE));
    let top = if filter.is_some() { y + LINE } else { y };
    if !placer.options.foot {
        return Foot { rect: Rect::new(x, y, width, top - y), keys: Vec::new(), sources: None, filter };
    }
    let mut flow = Flow { x, y: top, left: x, right: x + width };
    let mut keys = departments(placer, &mut flow);
    keys.extend(evidence(placer, &mut flow));
    keys.extend(handoffs(placer, &mut flow));
    let (at, words) = reserve(placer, &mut flow, Map::MomentOfTruth.text(placer.options.lang), 20.0);
    keys.push((FootKey::MomentOfTruth(at.moved(8.0, 0.0)), words));
    keys.extend(changes(placer, &mut flow));
    keys.extend(channels(placer, &mut flow));
    let mut bottom = flow.y + LINE;
    let sources = sources(placer, Rect::new(x, bottom, width, LINE));
    if sources.is_some() {
        bottom += LINE;
    }
    Foot { rect: Rect::new(x, y, width, bottom - y), keys, sources, filter }
}

/// Whether there is anything to say below the map. A picture that does not show everything says so, even without
/// its legend.
pub(super) fn is_wanted(placer: &Placer<'_>) -> bool {
    placer.options.foot || !placer.options.filter.is_empty()
}

/// Which cards are brought forward and what became of the others.
fn filter(placer: &mut Placer<'_>, rect: Rect) -> Option<PlacedText> {
    let (filter, lang) = (&placer.options.filter, placer.options.lang);
    if filter.is_empty() {
        return None;
    }
    let counts = FilterCounts::of(placer.project, placer.index.journey.id, filter);
    let words = filter_remark(placer.project, filter, &counts, lang);
    Some(placer.short_text(&words, m::NOTE, rect, Align::Left, VAlign::Middle, 1))
}

fn departments(placer: &mut Placer<'_>, flow: &mut Flow) -> Vec<(FootKey, PlacedText)> {
    let mut keys = Vec::new();
    for department in placer.project.departments_in_order() {
        let name = if department.name.is_empty() { &department.letter } else { &department.name };
        let (at, words) = reserve(placer, flow, name, 20.0);
        if let Some(marker) = marker(placer, department.id, at.moved(8.0, 0.0), 8.0) {
            keys.push((FootKey::Department(marker), words));
        }
    }
    if !keys.is_empty() {
        flow.gap();
    }
    keys
}

fn evidence(placer: &mut Placer<'_>, flow: &mut Flow) -> Vec<(FootKey, PlacedText)> {
    let levels = [Evidence::Assumed, Evidence::Partly, Evidence::Researched];
    let keys = levels
        .map(|level| {
            let (at, words) = reserve(placer, flow, level.name(placer.options.lang), 14.0);
            (FootKey::Evidence(level, at.moved(6.0, 0.0)), words)
        })
        .into();
    flow.gap();
    keys
}

fn handoffs(placer: &mut Placer<'_>, flow: &mut Flow) -> Vec<(FootKey, PlacedText)> {
    let lang = placer.options.lang;
    let answers = [
        (Carried::Yes, Map::HandoffCarried),
        (Carried::Unknown, Map::HandoffUnknown),
        (Carried::No, Map::HandoffBroken),
    ];
    let letters = Topic::ALL.map(|topic| format!("{} {}", topic_letter(topic, lang), topic.name(lang)));
    let keys = answers
        .map(|(carried, words)| {
            let mut words = words.text(lang).to_owned();
            if carried == Carried::No {
                words = fill(
                    Map::HandoffLetters.text(lang),
                    &[("broken", &words), ("letters", &in_series(&letters.each_ref().map(String::as_str), lang))],
                );
            }
            let (at, words) = reserve(placer, flow, &words, 48.0);
            (FootKey::Handoff(carried, at), words)
        })
        .into();
    flow.gap();
    keys
}

/// The signs of a comparison, where there is one.
fn changes(placer: &mut Placer<'_>, flow: &mut Flow) -> Vec<(FootKey, PlacedText)> {
    if placer.changes.is_none() {
        return Vec::new();
    }
    flow.gap();
    let lang = placer.options.lang;
    Sign::ALL
        .into_iter()
        .map(|sign| {
            let (at, words) = reserve(placer, flow, sign.name(lang), 20.0);
            (FootKey::Change(sign, at.moved(8.0, 0.0)), words)
        })
        .collect()
}

/// The signs of channels that differ, where any do.
fn channels(placer: &mut Placer<'_>, flow: &mut Flow) -> Option<(FootKey, PlacedText)> {
    let overlay = placer.overlay?;
    let differs = |voice: &StepVoice| matches!(voice, StepVoice::Shown(figures) if !figures.apart.is_empty());
    let is_here = placer.index.lanes.iter().any(|lane| !lane.hidden && lane.kind.form() == LaneForm::Voice);
    if !is_here || !placer.index.steps().filter_map(|step| overlay.steps.get(&step.id)).any(differs) {
        return None;
    }
    flow.gap();
    let (at, words) = reserve(placer, flow, Map::ChannelKey.text(placer.options.lang), CHANNEL_SIGNS);
    Some((FootKey::Channels(at), words))
}

fn sources(placer: &mut Placer<'_>, rect: Rect) -> Option<PlacedText> {
    let overlay = placer.overlay.filter(|overlay| !overlay.sources.is_empty())?;
    let lang = placer.options.lang;
    let sources = fill(Map::Sources.text(lang), &[("sources", &overlay.sources.join(", "))]);
    let words = format!("{sources}　{}", Map::AnecdotalKey.text(lang));
    Some(placer.short_text(&words, m::NOTE, rect, Align::Left, VAlign::Middle, 1))
}

/// Takes room for a sign and its words; gives the sign's left end.
fn reserve(placer: &mut Placer<'_>, flow: &mut Flow, words: &str, sign_width: f32) -> (Point, PlacedText) {
    let measured = placer.line(words, m::NOTE, Rect::default(), Align::Left);
    let at = flow.take(sign_width + measured.paragraph.width + 18.0);
    let rect = Rect::new(at.x + sign_width, at.y - LINE / 2.0, measured.paragraph.width, LINE);
    (at, PlacedText { rect, ..measured })
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
