//! The first slide: whose journey this is, what it is called, from which situation.

use super::teller::Teller;
use super::{Ink, StoryElement, measures as m};
use crate::base::{Align, Date, Point, Rect, VAlign, initial};
use crate::i18n::present::PresentText as Text;
use crate::i18n::{date_text, domain::Named as _, listed, map::Map};
use crate::layout::HeadPersona;
use crate::model::{JourneyState, Persona};
use crate::text::TextStyle;

/// Places it; gives its title and all of it in words.
pub(super) fn place(teller: &mut Teller<'_>, date: Date) -> (String, String) {
    let journey = teller.index.journey;
    let lang = teller.lang;
    let inner = teller.inner;
    let mut state = journey.state.name(lang).to_owned();
    if journey.state == JourneyState::Competitor && !journey.competitor.is_empty() {
        state = format!("{state}: {}", journey.competitor);
    }
    let state = listed(&[&state, &date_text(date, lang)], lang);
    let line = Rect::new(inner.x, inner.y, inner.w, m::CHIP);
    let words = teller.line(&state, TextStyle::regular(m::LABEL), line, Align::Left);
    teller.elements.push(StoryElement::Words(words, Ink::Faint));

    let lead = journey.personas.first().and_then(|id| teller.project.personas.get(*id));
    let below = lead.map_or(0.0, |_| 2.0 * m::PORTRAIT + 2.0 * m::GAP);
    let title = if journey.title.is_empty() { Map::UntitledJourney.text(lang) } else { &journey.title };
    let room = Rect::new(inner.x, line.bottom() + m::GAP, inner.w, inner.h - m::CHIP - below - 2.0 * m::GAP);
    let note = teller.index.steps().next().is_none().then(|| Text::NoSteps.text(lang));
    // Title and scenario share the room; a long scenario leaves the title no less than two fifths.
    let said: Vec<&str> =
        [journey.scenario.as_str(), note.unwrap_or_default()].into_iter().filter(|t| !t.is_empty()).collect();
    let said = said.join("\n");
    let title_share = if said.is_empty() { 1.0 } else { 0.45 };
    let title_room = Rect::new(room.x, room.y, room.w, room.h * title_share);
    let mut name = teller.fitted(title, TextStyle::bold, &m::TITLES, title_room);
    let scenario_top = name.paragraph.height + m::GAP;
    let scenario_room = Rect::new(room.x, room.y + scenario_top, room.w.min(1500.0), room.h - scenario_top);
    let mut scenario = teller.fitted(&said, TextStyle::regular, &m::TEXTS, scenario_room);
    let used = if said.is_empty() { name.rect.h } else { scenario_top + scenario.rect.h };
    let down = ((room.h - used) / 2.0).max(0.0);
    name.rect = name.rect.moved(0.0, down);
    scenario.rect = scenario.rect.moved(0.0, down);
    teller.elements.push(StoryElement::Words(name, Ink::Strong));
    if !said.is_empty() {
        teller.elements.push(StoryElement::Words(scenario, Ink::Plain));
    }
    let mut told = vec![title.to_owned(), state];
    if let Some(persona) = lead {
        let strip = Rect::new(inner.x, inner.bottom() - 2.0 * m::PORTRAIT, inner.w, 2.0 * m::PORTRAIT);
        self::persona(teller, persona, strip);
        told.push(persona.name.clone());
    }
    told.push(said);
    (title.to_owned(), told.join("\n"))
}

/// Portrait, name, facts and what the persona says.
fn persona(teller: &mut Teller<'_>, persona: &Persona, strip: Rect) {
    let lang = teller.lang;
    let rule = strip.y - m::GAP;
    teller.elements.push(StoryElement::Rule(Point::new(strip.x, rule), Point::new(strip.right(), rule)));
    let circle = Rect::new(strip.x, strip.y, 2.0 * m::PORTRAIT, 2.0 * m::PORTRAIT);
    let letter = initial(&persona.name).unwrap_or_else(|| "?".to_owned());
    let index = teller.project.personas_in_order().iter().position(|p| p.id == persona.id).unwrap_or(0);
    let letter = teller.line(&letter, TextStyle::bold(m::PORTRAIT), circle, Align::Center);
    teller.elements.push(StoryElement::Portrait(HeadPersona {
        id: persona.id,
        name: persona.name.clone(),
        index,
        color: persona.color,
        circle,
        portrait: persona.portrait.clone(),
        letter,
    }));
    let left = circle.right() + 40.0;
    let width = strip.right() - left;
    let said = if persona.quote.is_empty() { &persona.summary } else { &persona.quote };
    let facts: Vec<&str> = [&persona.age, &persona.job, &persona.organisation.title, &persona.family, &persona.area]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(String::as_str)
        .collect();
    let facts = listed(&facts, lang);
    let name_room = Rect::new(left, strip.y, width * 0.5, 64.0);
    let name = teller.fitted(&persona.name, TextStyle::bold, &m::NAMES[2..], name_room);
    let facts_left = left + name.paragraph.width + 28.0;
    let facts_room = Rect::new(facts_left, strip.y, (strip.right() - facts_left).max(1.0), name.rect.h);
    let facts = teller.line(&facts, TextStyle::regular(m::LABEL), facts_room, Align::Left);
    let said_room = Rect::new(left, strip.y + name.rect.h + 8.0, width, strip.h - name.rect.h - 8.0);
    let mut said = teller.fitted(said, TextStyle::regular, &m::TEXTS[2..], said_room);
    said.valign = VAlign::Top;
    teller.elements.push(StoryElement::Words(name, Ink::Strong));
    teller.elements.push(StoryElement::Words(facts, Ink::Faint));
    teller.elements.push(StoryElement::Words(said, Ink::Plain));
}
