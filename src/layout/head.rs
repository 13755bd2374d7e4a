//! The strip above the map: whose journey this is, from which situation, as of when.

use super::engine::Placer;
use super::small::persona_marker;
use super::{PlacedMarker, PlacedText, measures as m};
use crate::base::{Align, Point, Rect, Rgba, VAlign, initial};
use crate::i18n::{Lang, date_text, domain::Named as _, fill, grouped, listed, map::Map, percent};
use crate::model::{Evidence, JourneyState, Persona, PersonaId, Picture};

/// The strip above the map.
#[derive(Clone, Debug)]
pub struct Head {
    /// The whole strip.
    pub rect: Rect,
    /// The leading persona.
    pub persona: Option<HeadPersona>,
    /// The other personas of the journey, with the marker that they have on their curves.
    pub others: Vec<HeadOther>,
    /// Where the line between persona and journey runs.
    pub divider_x: f32,
    /// Title, names and words, with their weight in the strip.
    pub strong: Vec<PlacedText>,
    /// Words of the second rank.
    pub plain: Vec<PlacedText>,
    /// Words of the third rank.
    pub faint: Vec<PlacedText>,
}

/// The leading persona's picture.
#[derive(Clone, Debug)]
pub struct HeadPersona {
    /// The persona.
    pub id: PersonaId,
    /// Its name.
    pub name: String,
    /// Position among the personas: gives the colour.
    pub index: usize,
    /// Its own colour.
    pub color: Option<Rgba>,
    /// The circle.
    pub circle: Rect,
    /// The portrait.
    pub portrait: Option<Picture>,
    /// The letter in the circle when there is no portrait.
    pub letter: PlacedText,
}

/// A persona that does not lead.
#[derive(Clone, Debug)]
pub struct HeadOther {
    /// The persona.
    pub id: PersonaId,
    /// Its name.
    pub name: String,
    /// Its marker.
    pub marker: PlacedMarker,
    /// The portrait, shown instead.
    pub portrait: Option<Picture>,
}

/// Radius of the pictures of the personas that do not lead.
const OTHER_RADIUS: f32 = 10.0;
/// From one of these pictures to the next, when there is no room for names.
const OTHER_PITCH: f32 = 2.0 * OTHER_RADIUS + 5.0;
/// A name is not cut shorter than this.
const SHORTEST_NAME: f32 = 34.0;

/// Places the strip in `rect`.
pub(super) fn place(placer: &mut Placer<'_>, rect: Rect) -> Head {
    let persona_width = (rect.w * 0.40).clamp(280.0, 520.0);
    let side_width = 180.0_f32.min(rect.w * 0.22);
    let divider_x = rect.x + persona_width;
    let mut head = Head {
        rect,
        persona: None,
        others: Vec::new(),
        divider_x,
        strong: Vec::new(),
        plain: Vec::new(),
        faint: Vec::new(),
    };
    place_persona(placer, &mut head, Rect::new(rect.x, rect.y, persona_width, rect.h));
    let left = divider_x + 20.0;
    place_journey(placer, &mut head, Rect::new(left, rect.y, rect.right() - side_width - 36.0 - left, rect.h));
    place_side(placer, &mut head, Rect::new(rect.right() - side_width - 20.0, rect.y, side_width, rect.h));
    head
}

fn place_persona(placer: &mut Placer<'_>, head: &mut Head, rect: Rect) {
    let lang = placer.options.lang;
    let lead = placer.index.journey.personas.first().and_then(|id| placer.project.personas.get(*id));
    let Some(persona) = lead else {
        let words = Rect::new(rect.x + 24.0, rect.y, rect.w - 40.0, rect.h);
        head.faint.push(placer.line(Map::NoPersona.text(lang), m::TEXT, words, Align::Left));
        return;
    };
    let circle = Rect::new(rect.x + 20.0, rect.y + (rect.h - 52.0) / 2.0, 52.0, 52.0);
    let letter = initial(&persona.name).unwrap_or_else(|| "?".to_owned());
    let index = placer.project.personas_in_order().iter().position(|p| p.id == persona.id).unwrap_or(0);
    head.persona = Some(HeadPersona {
        id: persona.id,
        name: persona.name.clone(),
        index,
        color: persona.color,
        circle,
        portrait: persona.portrait.clone(),
        letter: placer.line(&letter, m::TITLE, circle, Align::Center),
    });
    let left = circle.right() + 16.0;
    let width = rect.right() - 12.0 - left;
    let is_alone = placer.index.journey.personas.len() < 2;
    // With others below it, the leading persona moves up and says less.
    let (top, lines) = if is_alone { (rect.y + 14.0, 2) } else { (rect.y + 9.0, 1) };
    let name =
        placer.short_text(&persona.name, m::TITLE, Rect::new(left, top, width, 24.0), Align::Left, VAlign::Middle, 1);
    let facts_left = left + name.paragraph.width + 12.0;
    head.strong.push(name);
    let facts = facts(persona, lang);
    if !facts.is_empty() && rect.right() - 12.0 - facts_left > 60.0 {
        let line = Rect::new(facts_left, top + 2.0, rect.right() - 12.0 - facts_left, 22.0);
        head.plain.push(placer.short_text(&facts, m::NOTE, line, Align::Left, VAlign::Middle, 1));
    }
    let said = if persona.quote.is_empty() { &persona.summary } else { &persona.quote };
    let line = Rect::new(left, top + 24.0, width, 18.0 * lines as f32);
    head.plain.push(placer.short_text(said, m::TEXT, line, Align::Left, VAlign::Top, lines));
    if !is_alone {
        place_others(placer, head, Rect::new(left, rect.bottom() - 31.0, width, 2.0 * OTHER_RADIUS));
    }
}

/// The personas that do not lead, side by side: with their names where there is room, else as pictures only.
fn place_others(placer: &mut Placer<'_>, head: &mut Head, line: Rect) {
    let project = placer.project;
    let ids = placer.index.journey.personas.iter().skip(1);
    let personas: Vec<&Persona> = ids.filter_map(|id| project.personas.get(*id)).collect();
    if personas.is_empty() {
        return;
    }
    let count = personas.len() as f32;
    let names = personas.iter().map(|persona| placer.engine.width(&persona.name, m::NOTE));
    let wanted: f32 = names.sum();
    let room = line.w - count * (OTHER_PITCH + 10.0);
    let has_names = room >= wanted || room / count >= SHORTEST_NAME;
    let shown = if has_names { personas.len() } else { ((line.w - 30.0) / OTHER_PITCH).max(0.0) as usize };
    let mut x = line.x;
    for persona in personas.iter().take(shown) {
        let center = Point::new(x + OTHER_RADIUS, line.center().y);
        let Some(marker) = persona_marker(placer, persona.id, center, OTHER_RADIUS - 0.5) else { continue };
        let portrait = persona.portrait.clone();
        head.others.push(HeadOther { id: persona.id, name: persona.name.clone(), marker, portrait });
        x += OTHER_PITCH;
        if has_names {
            let most = if room >= wanted { room } else { room / count };
            let place = Rect::new(x, line.y, most, line.h);
            let name = placer.short_text(&persona.name, m::NOTE, place, Align::Left, VAlign::Middle, 1);
            x += name.paragraph.width + 10.0;
            head.plain.push(name);
        }
    }
    if let Some(rest) = personas.len().checked_sub(shown).filter(|rest| *rest > 0) {
        let place = Rect::new(x, line.y, 30.0, line.h);
        head.plain.push(placer.line(&format!("+{rest}"), m::NOTE, place, Align::Left));
    }
}

fn facts(persona: &Persona, lang: Lang) -> String {
    let organisation = &persona.organisation;
    let facts =
        [&persona.age, &persona.job, &organisation.company_size, &organisation.title, &persona.family, &persona.area];
    let facts: Vec<&str> = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| fact.as_str()).collect();
    listed(&facts, lang)
}

fn place_journey(placer: &mut Placer<'_>, head: &mut Head, rect: Rect) {
    let lang = placer.options.lang;
    let journey = placer.index.journey;
    let title = if journey.title.is_empty() { Map::UntitledJourney.text(lang) } else { &journey.title };
    let line = Rect::new(rect.x, rect.y + 14.0, rect.w, 24.0);
    head.strong.push(placer.short_text(title, m::TITLE, line, Align::Left, VAlign::Middle, 1));
    let line = Rect::new(rect.x, rect.y + 38.0, rect.w, rect.h - 46.0);
    head.plain.push(placer.short_text(&journey.scenario, m::TEXT, line, Align::Left, VAlign::Top, 2));
}

fn place_side(placer: &mut Placer<'_>, head: &mut Head, rect: Rect) {
    let lang = placer.options.lang;
    let journey = placer.index.journey;
    let mut state = journey.state.name(lang).to_owned();
    if journey.state == JourneyState::Competitor && !journey.competitor.is_empty() {
        state = format!("{state}: {}", journey.competitor);
    }
    let mut lines = vec![listed(&[&state, &date_text(placer.options.date, lang)], lang)];
    lines.extend(evidence_line(placer));
    if let Some(overlay) = placer.overlay.filter(|overlay| overlay.rows > 0) {
        lines.push(fill(Map::TotalN.text(lang), &[("n", &grouped(overlay.rows))]));
    }
    let top = rect.y + (rect.h - 18.0 * lines.len() as f32) / 2.0;
    for (i, words) in lines.iter().enumerate() {
        let line = Rect::new(rect.x, top + 18.0 * i as f32, rect.w, 18.0);
        head.faint.push(placer.line(words, m::NOTE, line, Align::Right));
    }
}

/// How much of the map is known and how much assumed.
fn evidence_line(placer: &Placer<'_>) -> Option<String> {
    let (mut total, mut researched, mut assumed) = (0_usize, 0_usize, 0_usize);
    for card in placer.index.cards.values().flatten() {
        total += 1;
        match card.evidence {
            Evidence::Researched => researched += 1,
            Evidence::Assumed => assumed += 1,
            Evidence::Partly => {}
        }
    }
    let share = |part: usize| percent(part as f64 / total.max(1) as f64);
    (total > 0).then(|| {
        fill(
            Map::Evidence.text(placer.options.lang),
            &[("researched", &share(researched)), ("assumed", &share(assumed))],
        )
    })
}
