//! A step: what the customer does, thinks and feels there, what hurts, what could be done, what was measured.

use super::column::{self, Block};
use super::teller::Teller;
use super::{Ink, StoryElement, curve, insight, measures as m, phase};
use crate::base::{Align, Point, Rect};
use crate::feedback::StepVoice;
use crate::i18n::present::PresentText as Text;
use crate::i18n::{domain::Named as _, domain::emotion_label, domain::lane_name, fill, map::Map, signed};
use crate::layout::{CardFace, PlacedChannel};
use crate::model::{Channel, Lane, LaneKind, MarkSource, Step, StepId};
use crate::text::TextStyle;

/// What is told of the customer, and what follows from it.
const CUSTOMER: [LaneKind; 4] = [LaneKind::Goal, LaneKind::Action, LaneKind::Thought, LaneKind::Gain];
const FOLLOWS: [LaneKind; 2] = [LaneKind::Pain, LaneKind::Opportunity];
/// At most this many quotes stand on a slide.
const QUOTES: usize = 2;
/// At most this many channels stand beside the name.
const CHANNELS: usize = 3;
/// Shares of the width that the first of two columns may have.
const SHARES: [f32; 5] = [0.5, 0.58, 0.42, 0.66, 0.34];
/// Shares of the width that three columns may have.
const THREE: [[f32; 3]; 3] = [[0.33, 0.34, 0.33], [0.28, 0.36, 0.36], [0.4, 0.3, 0.3]];
/// Between two columns.
const GUTTER: f32 = 2.0 * m::GAP;

/// Places it; gives its title and all of it in words.
pub(super) fn place(teller: &mut Teller<'_>, id: StepId) -> Option<(String, String)> {
    let lang = teller.lang;
    let steps = teller.steps();
    let position = steps.iter().position(|step| step.id == id)?;
    let step = *steps.get(position)?;
    let phase_at = teller.index.phases.iter().position(|group| group.phase.id == step.phase)?;
    let name = if step.name.is_empty() { Map::UntitledStep.text(lang) } else { &step.name };
    let inner = teller.inner;

    let counted = place_line_above(teller, phase_at, position, steps.len());
    let head = Rect::new(inner.x, inner.y + m::CHIP + 16.0, inner.w, 0.0);
    let head_bottom = place_head(teller, step, name, head);
    let strip = Rect::new(inner.x, inner.bottom() - m::CURVE, inner.w, m::CURVE);
    let body = Rect::new(inner.x, head_bottom + 20.0, inner.w, strip.y - head_bottom - 20.0 - m::GAP);
    place_columns(teller, step, body);
    place_feeling(teller, step, strip, position, phase_at);

    let told = teller.elements.iter().filter_map(|element| match element {
        StoryElement::Card(card) => Some(card.label.clone()),
        StoryElement::Figures(figures) => Some(figures.label.clone()),
        StoryElement::Curve(curve) => Some(curve.label.clone()),
        _ => None,
    });
    let told: Vec<String> = std::iter::once(format!("{counted}: {name}")).chain(told).collect();
    Some((name.to_owned(), told.join("\n")))
}

/// The phase at the left, which step of how many at the right.
fn place_line_above(teller: &mut Teller<'_>, phase_at: usize, position: usize, count: usize) -> String {
    let lang = teller.lang;
    let inner = teller.inner;
    let phase = &teller.index.phases[phase_at].phase;
    let phase_name = if phase.name.is_empty() { Map::UntitledPhase.text(lang) } else { &phase.name };
    phase::chip(teller, phase_name, Some(phase_at), Point::new(inner.x, inner.y));
    let counted = fill(Text::StepOf.text(lang), &[("n", &(position + 1).to_string()), ("of", &count.to_string())]);
    let right = Rect::new(inner.right() - inner.w * 0.35, inner.y, inner.w * 0.35, m::CHIP);
    let words = teller.line(&counted, TextStyle::regular(m::LABEL), right, Align::Right);
    teller.elements.push(StoryElement::Words(words, Ink::Faint));
    counted
}

/// The name with the channels at its right; gives the lower end.
fn place_head(teller: &mut Teller<'_>, step: &Step, name: &str, head: Rect) -> f32 {
    let channels: Vec<&Channel> =
        step.touchpoint.channels.iter().filter_map(|id| teller.project.channels.get(*id)).collect();
    let left = place_channels(teller, step, &channels, head);
    let room = Rect::new(head.x, head.y, (left - m::GAP - head.x).max(200.0), 150.0);
    let name = teller.fitted(name, TextStyle::bold, &m::NAMES, room);
    let bottom = name.rect.bottom().max(head.y + 2.0 * m::CHANNEL + m::SMALL + 14.0);
    teller.elements.push(StoryElement::Words(name, Ink::Strong));
    bottom
}

/// Circles with their names below, from the right; gives the left end.
fn place_channels(teller: &mut Teller<'_>, step: &Step, channels: &[&Channel], head: Rect) -> f32 {
    let lang = teller.lang;
    let style = TextStyle::regular(m::SMALL);
    let shown = &channels[..channels.len().min(CHANNELS)];
    let mut right = head.right();
    let center_y = head.y + m::CHANNEL;
    if channels.len() > CHANNELS {
        let rect = Rect::new(right - 60.0, head.y, 60.0, 2.0 * m::CHANNEL);
        let more = format!("+{}", channels.len() - CHANNELS);
        teller.elements.push(StoryElement::Words(teller.line(&more, style, rect, Align::Right), Ink::Faint));
        right -= 60.0;
    }
    for channel in shown.iter().rev() {
        let name = if channel.name.is_empty() { channel.kind.name(lang) } else { &channel.name };
        let width = (teller.width(name, style) + 4.0).clamp(2.0 * m::CHANNEL + 28.0, 230.0);
        let center = Point::new(right - width / 2.0, center_y);
        teller.elements.push(StoryElement::Channel(PlacedChannel::of(channel, center, m::CHANNEL)));
        let rect = Rect::new(right - width, center_y + m::CHANNEL + 4.0, width, m::SMALL * 1.4);
        teller.elements.push(StoryElement::Words(teller.line(name, style, rect, Align::Center), Ink::Plain));
        right -= width + 16.0;
    }
    if step.touchpoint.moment_of_truth {
        let words = Map::MomentOfTruth.text(lang);
        let width = teller.width(words, style) + 8.0;
        let center = Point::new(right - width / 2.0, center_y);
        teller.elements.push(StoryElement::Star(center, m::CHANNEL));
        let rect = Rect::new(right - width, center_y + m::CHANNEL + 4.0, width, m::SMALL * 1.4);
        teller.elements.push(StoryElement::Words(teller.line(words, style, rect, Align::Center), Ink::Plain));
        right -= width + 16.0;
    }
    right
}

fn lanes<'a>(teller: &Teller<'a>, kinds: &[LaneKind]) -> Vec<&'a Lane> {
    teller.index.lanes.iter().copied().filter(|lane| !lane.hidden && kinds.contains(&lane.kind)).collect()
}

fn cards_of<'a>(teller: &Teller<'a>, step: &Step, kinds: &[LaneKind]) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for lane in lanes(teller, kinds) {
        let cards = teller.cards(lane.id, step.id);
        if cards.is_empty() {
            continue;
        }
        let title = lane_name(lane, teller.lang);
        blocks.push(Block::Heading(title.to_owned(), Ink::Faint));
        let face = CardFace::of(lane);
        blocks.extend(cards.into_iter().map(|card| Block::Card { card, face, lane: title.to_owned() }));
    }
    blocks
}

/// What the customer does and thinks.
fn customer<'a>(teller: &Teller<'a>, step: &'a Step) -> Vec<Block<'a>> {
    let picture = step.picture.as_ref().map(|_| Block::Picture(step));
    picture.into_iter().chain(cards_of(teller, step, &CUSTOMER)).collect()
}

/// What customers answered, and where departments disagree.
fn heard<'a>(teller: &Teller<'a>, step: &'a Step, quotes: usize) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    match teller.overlay.and_then(|overlay| overlay.steps.get(&step.id)) {
        None => {}
        Some(StepVoice::Hidden) => {
            let floor = teller.project.info.floor().to_string();
            blocks.push(Block::Heading(fill(Text::Hidden.text(teller.lang), &[("floor", &floor)]), Ink::Faint));
        }
        Some(StepVoice::Shown(figures)) => {
            blocks.push(Block::Heading(LaneKind::Voice.name(teller.lang).to_owned(), Ink::Faint));
            blocks.push(Block::Figures(step, figures));
            blocks.extend(insight::gap(teller, step.id).map(Block::Remark));
            let said = teller.overlay.and_then(|overlay| overlay.quotes.get(&step.id));
            blocks.extend(said.into_iter().flatten().take(quotes).map(|quote| Block::Quote(&quote.text)));
        }
    }
    blocks.extend(insight::disagreement(teller, step.id).map(Block::Split));
    blocks
}

/// A way to share the body out: columns with their blocks, and the size of the letters in each.
struct Shared<'a> {
    columns: Vec<(Rect, Vec<Block<'a>>)>,
    sizes: Vec<f32>,
}

impl Shared<'_> {
    fn smallest(&self) -> f32 {
        self.sizes.iter().copied().fold(f32::INFINITY, f32::min)
    }
}

/// The columns in which the letters are largest: two of some widths, or three; where even these are small, with
/// fewer quotes.
fn place_columns(teller: &mut Teller<'_>, step: &Step, body: Rect) {
    let mut best: Option<Shared<'_>> = None;
    for quotes in (0..=QUOTES).rev() {
        let parts = [customer(teller, step), cards_of(teller, step, &FOLLOWS), heard(teller, step, quotes)];
        if parts.iter().all(Vec::is_empty) {
            let words = Text::StepWithoutCards.text(teller.lang);
            let words = teller.fitted(words, TextStyle::regular, &m::TEXTS[2..], body);
            teller.elements.push(StoryElement::Words(words, Ink::Faint));
            return;
        }
        for shared in ways(teller, step, quotes, body) {
            if best.as_ref().is_none_or(|best| shared.smallest() > best.smallest()) {
                best = Some(shared);
            }
        }
        if best.as_ref().is_some_and(|best| best.smallest() >= m::COMFORTABLE) {
            break;
        }
    }
    let Some(best) = best else { return };
    // One size for all columns, unless one of them is so full that it would make the others unreadable.
    let common = best.smallest();
    for ((rect, blocks), size) in best.columns.iter().zip(&best.sizes) {
        let size = if common >= m::READABLE { common } else { *size };
        let (_, elements) = column::place(teller, blocks, *rect, size);
        teller.elements.extend(elements);
    }
}

fn ways<'a>(teller: &Teller<'a>, step: &'a Step, quotes: usize, body: Rect) -> Vec<Shared<'a>> {
    let parts = || [customer(teller, step), cards_of(teller, step, &FOLLOWS), heard(teller, step, quotes)];
    let mut ways = Vec::new();
    for share in SHARES {
        let [first, mut second, third] = parts();
        second.extend(third);
        ways.push(shared(teller, vec![(share, first), (1.0 - share, second)], body));
    }
    for shares in THREE {
        ways.push(shared(teller, shares.into_iter().zip(parts()).collect(), body));
    }
    ways
}

/// Columns of these shares of the width; those without blocks leave their share to the others.
fn shared<'a>(teller: &Teller<'a>, parts: Vec<(f32, Vec<Block<'a>>)>, body: Rect) -> Shared<'a> {
    let parts: Vec<_> = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty()).collect();
    let whole: f32 = parts.iter().map(|(share, _)| share).sum();
    let width = body.w - GUTTER * parts.len().saturating_sub(1) as f32;
    let mut x = body.x;
    let mut columns = Vec::new();
    for (share, blocks) in parts {
        let rect = Rect::new(x, body.y, width * share / whole, body.h);
        x = rect.right() + GUTTER;
        columns.push((rect, blocks));
    }
    let sizes = columns.iter().map(|(rect, blocks)| column::size_for(teller, blocks, *rect)).collect();
    Shared { columns, sizes }
}

/// Face, figure and word at the left; the curve up to here at the right.
fn place_feeling(teller: &mut Teller<'_>, step: &Step, strip: Rect, position: usize, phase_at: usize) {
    let lang = teller.lang;
    let agreed = teller.mark(step.id, MarkSource::Agreed);
    let left = if let Some(mark) = agreed {
        let center = Point::new(strip.x + m::FACE + 4.0, strip.y + m::FACE + 8.0);
        teller.elements.push(StoryElement::Face(center, m::FACE, mark.value));
        let beside = Rect::new(center.x + m::FACE + 20.0, center.y - 38.0, 150.0, 76.0);
        let value = signed(f64::from(mark.value), 1);
        let value = teller.line(&value, TextStyle::bold(56.0), beside, Align::Left);
        teller.elements.push(StoryElement::Words(value, Ink::Strong));
        let word = if mark.word.is_empty() { emotion_label(mark.value, lang) } else { &mark.word };
        let under =
            Rect::new(strip.x, center.y + m::FACE + 14.0, m::FEELING, strip.bottom() - center.y - m::FACE - 14.0);
        let word = teller.fitted(word, TextStyle::bold, &m::TEXTS[3..], under);
        teller.elements.push(StoryElement::Words(word, Ink::Strong));
        m::FEELING + m::GAP
    } else {
        0.0
    };
    let rect = Rect::new(strip.x + left, strip.y, strip.w - left, strip.h);
    curve::place(teller, rect, position + 1, Some(step.id), phase_at);
}
