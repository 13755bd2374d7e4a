//! Cards and speech bubbles in their cells.

use super::columns::Grid;
use super::engine::Placer;
use super::small::{marker, persona_marker};
use super::{CardFace, Column, Element, PlacedCard, PlacedMarker, PlacedMissing, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::{Lang, fill, map::Map};
use crate::model::{Card, Evidence, Lane, LaneForm, LaneId, LaneKind, Standing, StepId};

/// Places the cards of a lane; gives the height the row needs.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, lane: &Lane, y: f32) -> (f32, Vec<Element>) {
    let face = CardFace::of(lane);
    let mut elements = Vec::new();
    let mut height = 0.0_f32;
    // Where the next card may stand in each column: a card that spans steps pushes others down.
    let mut next_y = vec![y + m::ROW_PADDING; grid.columns.len()];
    for (position, column) in grid.columns.iter().enumerate() {
        for (card, last) in placer.cards_of(lane.id, &grid.columns, position) {
            if placer.options.filter.standing(card) == Standing::Out {
                continue;
            }
            let top = next_y[position..=last].iter().copied().fold(0.0, f32::max);
            let x = column.x + m::CARD_MARGIN;
            let right = grid.columns[last].x + grid.columns[last].w - m::CARD_MARGIN;
            let placed = place_card(placer, card, face, Point::new(x, top), right - x);
            let bottom = placed.rect.bottom() + if face == CardFace::Speech { m::SPEECH_TAIL } else { 0.0 };
            next_y[position..=last].fill(bottom + m::CARD_GAP);
            height = height.max(bottom + m::ROW_PADDING - y);
            elements.push(Element::Card(Box::new(placed)));
        }
    }
    if lane.kind == LaneKind::Opportunity {
        let missing = missing(placer, grid, lane.id, y);
        if !missing.is_empty() {
            height = height.max(m::CARD_MIN_HEIGHT + 2.0 * m::ROW_PADDING);
        }
        elements.extend(missing.into_iter().map(Element::Missing));
    }
    (height, elements)
}

impl CardFace {
    /// How the cards of a lane look.
    #[must_use]
    pub fn of(lane: &Lane) -> Self {
        match (lane.kind.form(), lane.kind) {
            (LaneForm::Speech, _) => Self::Speech,
            (_, LaneKind::Pain) => Self::Pain,
            (_, LaneKind::Opportunity) => Self::Opportunity,
            _ => Self::Plain,
        }
    }
}

fn place_card(placer: &mut Placer<'_>, card: &Card, face: CardFace, at: Point, width: f32) -> PlacedCard {
    let text_rect = Rect::new(at.x + m::CARD_PADDING, at.y + m::CARD_PADDING, width - 2.0 * m::CARD_PADDING, 0.0);
    let mut text = placer.text(&card.text, m::TEXT, text_rect, Align::Left, VAlign::Top);
    text.rect.h = text.paragraph.height;
    let has_footer = needs_footer(card, face);
    let footer_height = if has_footer { m::CARD_FOOTER } else { 0.0 };
    let height = (text.paragraph.height + footer_height + 2.0 * m::CARD_PADDING - 2.0).max(m::CARD_MIN_HEIGHT);
    let rect = Rect::new(at.x, at.y, width, height);

    let footer_y = rect.bottom() - m::CARD_PADDING - 6.0;
    let owner = if face == CardFace::Opportunity { card.opportunity.owner } else { None };
    let shows_severity = face == CardFace::Pain && card.pain.severity > 0;
    let marker = owner.or(card.author).filter(|_| has_footer).and_then(|department| {
        let x = if shows_severity { rect.right() - 34.0 } else { rect.x + 16.0 };
        let marker = marker(placer, department, Point::new(x, footer_y), 7.5)?;
        // The card steps back as a whole or not at all.
        Some(PlacedMarker { steps_back: false, ..marker })
    });
    let words = footer_text(placer, card, face);
    let taken = FooterRoom { rect, footer_y, shows_severity, has_marker: marker.is_some(), has_words: words.is_some() };
    let about = about(placer, card, &taken);
    let footer = words.map(|words| {
        let left = if marker.is_some() { 28.0 } else { m::CARD_PADDING };
        let right = about.last().map_or(rect.right() - 4.0, |marker| marker.center.x - ABOUT_RADIUS - 2.0);
        let line = Rect::new(rect.x + left, footer_y - 8.0, right - left - rect.x, 16.0);
        placer.short_text(&words, m::NOTE, line, Align::Left, VAlign::Middle, 1)
    });
    let about_names = card.personas.iter().filter_map(|id| placer.project.personas.get(*id));
    let about_names = about_names.map(|persona| persona.name.clone()).collect();
    PlacedCard {
        id: card.id,
        rect,
        face,
        text,
        plain: card.text.clone(),
        evidence: card.evidence,
        severity: shows_severity.then(|| card.pain.severity.min(3)),
        marker,
        has_footer,
        footer,
        about,
        about_names,
        steps_back: placer.options.filter.standing(card) == Standing::Back,
        change: placer.change(card.id),
        signs: placer.changes.as_ref().map_or_else(Vec::new, |changes| changes.card_signs(card.id)),
        is_ghost: placer.is_ghost(card.id),
    }
}

/// Radius of the markers that say whom a card is about.
const ABOUT_RADIUS: f32 = 7.0;
/// From one of them to the next.
const ABOUT_PITCH: f32 = 2.0 * ABOUT_RADIUS + 1.0;

/// What else stands in the footer of a card.
struct FooterRoom {
    rect: Rect,
    footer_y: f32,
    shows_severity: bool,
    has_marker: bool,
    has_words: bool,
}

/// Whom a card is about, from the right, as many as there is room for; the first persona stands outermost.
fn about(placer: &mut Placer<'_>, card: &Card, room: &FooterRoom) -> Vec<PlacedMarker> {
    let evidence = 16.0;
    let author = if room.has_marker && room.shows_severity { 34.0 + 17.0 } else { 0.0 };
    let right = room.rect.right() - (14.0_f32 + evidence).max(author);
    let left = match (room.shows_severity, room.has_marker, room.has_words) {
        (true, ..) => 46.0,
        (false, _, true) => 66.0,
        (false, true, false) => 34.0,
        (false, false, false) => 14.0,
    };
    let most = ((right - room.rect.x - left) / ABOUT_PITCH).floor().max(0.0) as usize + 1;
    let place = |nth: usize| Point::new(right - ABOUT_PITCH * nth as f32, room.footer_y);
    let personas = card.personas.iter().take(most).enumerate();
    personas.filter_map(|(nth, persona)| persona_marker(placer, *persona, place(nth), ABOUT_RADIUS)).collect()
}

fn needs_footer(card: &Card, face: CardFace) -> bool {
    let said = card.author.is_some() || card.evidence != Evidence::Assumed || !card.personas.is_empty();
    match face {
        CardFace::Pain => said || card.pain.severity > 0,
        CardFace::Opportunity => said || card.opportunity.owner.is_some() || card.opportunity.due.is_some(),
        CardFace::Plain | CardFace::Speech => said,
    }
}

fn footer_text(placer: &Placer<'_>, card: &Card, face: CardFace) -> Option<String> {
    let due = card.opportunity.due.filter(|_| face == CardFace::Opportunity)?;
    let lang = placer.options.lang;
    // Within a year the month alone says which one is meant.
    let ahead = (i32::from(due.year()) - i32::from(placer.options.date.year())) * 12
        + i32::from(due.month() - placer.options.date.month());
    let near = (0..12).contains(&ahead);
    let date = match (lang, near) {
        (Lang::Ja, true) => format!("{}月", due.month()),
        (Lang::Ja, false) => format!("{}年{}月", due.year() % 100, due.month()),
        (Lang::En, _) => due.strftime("%b %y").to_string(),
    };
    Some(fill(Map::Until.text(lang), &[("date", &date)]))
}

/// Dashed places in the opportunity lane under pains that no opportunity answers.
fn missing(placer: &mut Placer<'_>, grid: &Grid, lane: LaneId, y: f32) -> Vec<PlacedMissing> {
    let (index, answered) = (placer.index, placer.gathered.answered());
    let pain_lanes: Vec<LaneId> =
        placer.gathered.index.lanes.iter().filter(|lane| lane.kind == LaneKind::Pain).map(|lane| lane.id).collect();
    let filter = &placer.options.filter;
    let is_open = |card: &Card| {
        !answered.contains(&card.id) && filter.standing(card) != Standing::Out && !placer.is_ghost(card.id)
    };
    let is_missing = |step: StepId| {
        let mut pains = pain_lanes.iter().flat_map(|lane| index.cell(*lane, step));
        index.cell(lane, step).is_empty() && pains.any(|card| is_open(card))
    };
    let columns: Vec<&Column> = grid.of_map().filter(|column| is_missing(column.step)).collect();
    let words = Map::NoOpportunity.text(placer.options.lang);
    let mut places = Vec::new();
    for column in columns {
        let rect = Rect::new(
            column.x + m::CARD_MARGIN,
            y + m::ROW_PADDING,
            column.w - 2.0 * m::CARD_MARGIN,
            m::CARD_MIN_HEIGHT,
        );
        let text = placer.text(words, m::NOTE, rect.inset(4.0), Align::Center, VAlign::Middle);
        places.push(PlacedMissing { step: column.step, rect, text });
    }
    places
}
