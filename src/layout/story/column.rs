//! Blocks one below the other in a column, all in type of one size.

use super::insight::{self, Split};
use super::teller::Teller;
use super::{Ink, StoryCard, StoryElement, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::feedback::StepFigures;
use crate::i18n::{Lang, date_text, fill, map::Map};
use crate::layout::{CardFace, PlacedPicture};
use crate::model::{Card, Evidence, Step};
use crate::text::TextStyle;

/// Something in a column.
pub(super) enum Block<'a> {
    /// What the next blocks are: the lane's title.
    Heading(String, Ink),
    /// A card of a lane.
    Card { card: &'a Card, face: CardFace, lane: String },
    /// What a customer said.
    Quote(&'a str),
    /// Customers' figures.
    Figures(&'a Step, &'a StepFigures),
    /// A sentence that needs attention.
    Remark(String),
    /// What departments believe.
    Split(Split),
    /// The storyboard picture.
    Picture(&'a Step),
}

/// Places blocks in a column in letters of a size; gives how high they are together.
pub(super) fn place(teller: &Teller<'_>, blocks: &[Block<'_>], column: Rect, size: f32) -> (f32, Vec<StoryElement>) {
    let mut elements = Vec::new();
    let mut y = column.y;
    for (i, block) in blocks.iter().enumerate() {
        let place = Rect::new(column.x, y, column.w, column.h);
        let (height, placed) = self::block(teller, block, place, size);
        elements.extend(placed);
        y += height;
        let heading_next = matches!(blocks.get(i + 1), Some(Block::Heading(..) | Block::Split(_)));
        y += match (block, heading_next) {
            (Block::Heading(..), _) => size * 0.12,
            (_, true) => size * 0.62,
            (_, false) if i + 1 < blocks.len() => size * 0.36,
            _ => 0.0,
        };
    }
    (y - column.y, elements)
}

/// The largest size at which the blocks stand in the column.
pub(super) fn size_for(teller: &Teller<'_>, blocks: &[Block<'_>], column: Rect) -> f32 {
    let too_large = |size: &f32| place(teller, blocks, column, *size).0 > column.h;
    let at = m::TEXTS.partition_point(too_large);
    m::TEXTS.get(at).or(m::TEXTS.last()).copied().unwrap_or(m::READABLE)
}

fn block(teller: &Teller<'_>, block: &Block<'_>, at: Rect, size: f32) -> (f32, Vec<StoryElement>) {
    match block {
        Block::Heading(words, ink) => heading(teller, words, *ink, at, size),
        Block::Card { card, face, lane } => self::card(teller, card, *face, lane, at, size),
        Block::Quote(words) => quote(teller, words, at, size),
        Block::Figures(step, figures) => insight::figures(teller, step, figures, at, size),
        Block::Remark(words) => words_block(teller, words, TextStyle::bold(size * 0.8), Ink::Warn, at),
        Block::Split(split) => insight::split(teller, split, at, size),
        Block::Picture(step) => picture(step, at),
    }
}

fn words_block(teller: &Teller<'_>, words: &str, style: TextStyle, ink: Ink, at: Rect) -> (f32, Vec<StoryElement>) {
    let mut text = teller.text(words, style, at, Align::Left, VAlign::Top);
    text.rect.h = text.paragraph.height;
    (text.rect.h, vec![StoryElement::Words(text, ink)])
}

/// Labels are smaller than what they name, but never larger than they need to be.
pub(super) fn label_size(size: f32) -> f32 {
    (size * 0.72).min(m::LABEL)
}

fn heading(teller: &Teller<'_>, words: &str, ink: Ink, at: Rect, size: f32) -> (f32, Vec<StoryElement>) {
    words_block(teller, words, TextStyle::bold(label_size(size)), ink, at)
}

fn quote(teller: &Teller<'_>, words: &str, at: Rect, size: f32) -> (f32, Vec<StoryElement>) {
    let words = match teller.lang {
        Lang::Ja => format!("「{words}」"),
        Lang::En => format!("“{words}”"),
    };
    let inset = Rect::new(at.x + size * 0.5, at.y, at.w - size * 0.5, at.h);
    let (height, mut elements) = words_block(teller, &words, TextStyle::regular(size * 0.85), Ink::Plain, inset);
    let x = at.x + size * 0.12;
    elements.push(StoryElement::Rule(Point::new(x, at.y + size * 0.15), Point::new(x, at.y + height - size * 0.15)));
    (height, elements)
}

fn picture(step: &Step, at: Rect) -> (f32, Vec<StoryElement>) {
    let height = at.h * m::PICTURE_SHARE;
    let rect = Rect::new(at.x, at.y, at.w.min(height * 1.7), height);
    let placed = PlacedPicture { step: step.id, rect, picture: step.picture.clone(), label: step.name.clone() };
    (height, vec![StoryElement::Picture(placed)])
}

fn card(teller: &Teller<'_>, card: &Card, face: CardFace, lane: &str, at: Rect, size: f32) -> (f32, Vec<StoryElement>) {
    let pad = size * 0.45;
    let said = if card.text.is_empty() { Map::EmptyText.text(teller.lang) } else { &card.text };
    let severity = (face == CardFace::Pain && card.pain.severity > 0).then(|| card.pain.severity.min(3));
    let owner = if face == CardFace::Opportunity { card.opportunity.owner } else { None }.or(card.author);
    let due = card.opportunity.due.filter(|_| face == CardFace::Opportunity);
    let radius = size * 0.36;
    let is_known = card.evidence != Evidence::Assumed;
    // What a customer does and says stands by itself: who wrote it is a marker at the right end.
    let beside = matches!(face, CardFace::Plain | CardFace::Speech);
    let has_signs = !beside && (severity.is_some() || owner.is_some() || due.is_some() || is_known);
    let signs = if has_signs { size * 0.9 } else { 0.0 };
    let marker_width = if beside && owner.is_some() { 2.0 * radius + size * 0.25 } else { 0.0 };
    let side = marker_width + if beside && is_known { size * 0.6 } else { 0.0 };
    let text_rect = Rect::new(at.x + pad, at.y + pad * 0.7, (at.w - 2.0 * pad - side).max(1.0), 0.0);
    let mut text = teller.text(said, TextStyle::regular(size), text_rect, Align::Left, VAlign::Top);
    text.rect.h = text.paragraph.height;
    let height = text.rect.h + signs + pad * 1.4;
    let first_line = text.rect.y + text.paragraph.style.line_height() / 2.0;
    let signs_y = if beside { first_line } else { at.y + height - pad * 0.7 - signs * 0.45 };
    let mut x =
        if beside { text_rect.right() + size * 0.25 } else { at.x + pad + severity.map_or(0.0, |_| size * 1.7) };
    let marker = owner.and_then(|owner| teller.marker(owner, Point::new(x + radius, signs_y), radius));
    if marker.is_some() {
        x += 2.0 * radius + size * 0.25;
    }
    let name = owner.filter(|_| marker.is_some() && !beside).map_or("", |owner| teller.department_name(owner));
    let until = due.map(|date| fill(Map::Until.text(teller.lang), &[("date", &date_text(date, teller.lang))]));
    let words = [name, until.as_deref().unwrap_or_default()].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>();
    let footer = (!words.is_empty()).then(|| {
        let right = at.right() - pad - size * 0.8;
        let line = Rect::new(x, signs_y - size * 0.45, (right - x).max(1.0), size * 0.9);
        teller.line(&words.join("  "), TextStyle::regular(label_size(size)), line, Align::Left)
    });
    let label =
        fill(Map::CardHeading.text(teller.lang), &[("lane", lane), ("step", &step_name(teller, card)), ("text", said)]);
    let tail = if face == CardFace::Speech { size * 0.4 } else { 0.0 };
    let placed = StoryCard {
        id: card.id,
        rect: Rect::new(at.x, at.y, at.w, height),
        face,
        text,
        severity,
        marker,
        footer,
        evidence: card.evidence,
        signs_y,
        scale: size / 13.0,
        label,
    };
    (height + tail, vec![StoryElement::Card(Box::new(placed))])
}

fn step_name(teller: &Teller<'_>, card: &Card) -> String {
    teller.project.steps.get(card.step).map(|step| step.name.clone()).unwrap_or_default()
}
