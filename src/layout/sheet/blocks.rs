//! The right of the sheet: the quote, then blocks in columns.

use super::columns::{Write, in_columns};
use super::pen::{BODY, DOT_PITCH, LABEL, Pen, Value};
use super::{SheetBlock, SheetInk, SheetItem};
use crate::base::{Align, Point, Rect};
use crate::i18n::Lang;
use crate::i18n::domain::Named as _;
use crate::i18n::map::Map;
use crate::i18n::persona::{PersonaText as Text, company_facts};
use crate::model::{Journey, Mark, Organisation, Persona, PersonaKind, Project};
use crate::text::TextStyle;

const QUOTE: TextStyle = TextStyle::regular(20.0);
/// Width of the bar beside the quote.
const BAR: f32 = 4.0;
/// Levels of a channel.
const CHANNEL_TOP: u8 = 4;
/// Room for a channel's name at least.
const SHORTEST_NAME: f32 = 72.0;
/// Size of a journey's small curve.
const SPARK: (f32, f32) = (80.0, 28.0);

/// Places the quote and the blocks.
pub(super) fn place(project: &Project, persona: &Persona, pen: &Pen<'_>, area: Rect) -> Vec<SheetBlock> {
    let quote = quote(persona, pen, area);
    let top = quote.as_ref().map_or(area.y, |quote| quote.bounds.bottom() + 30.0);
    let mut placed: Vec<SheetBlock> = quote.into_iter().collect();
    placed.extend(in_columns(writers(project, persona), pen, area, top));
    if placed.is_empty() {
        placed.push(nothing_yet(pen, area));
    }
    placed
}

/// What is filled in, in the order of reading.
fn writers<'a>(project: &'a Project, persona: &'a Persona) -> Vec<Write<'a>> {
    let mut blocks: Vec<Write<'a>> = Vec::new();
    let lists = [
        (Text::Goals, &persona.goals),
        (Text::Pains, &persona.pains),
        (Text::Motivations, &persona.motivations),
        (Text::Sources, &persona.information_sources),
    ];
    for (heading, items) in lists {
        if items.iter().any(|item| !item.trim().is_empty()) {
            blocks.push(Box::new(move |pen, at, width| pen.list(heading.text(pen.lang), items, at, width)));
        }
    }
    if persona.kind == PersonaKind::B2b && !organisation(&persona.organisation, Lang::En).is_empty() {
        blocks.push(Box::new(|pen, at, width| company(&persona.organisation, pen, at, width)));
    }
    if !persona.channels.is_empty() {
        blocks.push(Box::new(|pen, at, width| channels(project, persona, pen, at, width)));
    }
    if project.journeys.iter().any(|journey| journey.personas.contains(&persona.id)) {
        blocks.push(Box::new(|pen, at, width| journeys(project, persona, pen, at, width)));
    }
    blocks
}

fn quote(persona: &Persona, pen: &Pen<'_>, area: Rect) -> Option<SheetBlock> {
    let said = persona.quote.trim();
    if said.is_empty() {
        return None;
    }
    let mut block = SheetBlock::new(Text::Quote.text(pen.lang), area);
    let left = area.x + BAR + 18.0;
    let text = pen.text(&quoted(said, pen.lang), QUOTE, Point::new(left, area.y + 4.0), area.right() - left);
    block.put(SheetItem::Bar(Rect::new(area.x, area.y, BAR, text.rect.h + 8.0)));
    block.put(SheetItem::Text(SheetInk::Plain, text));
    Some(block)
}

/// In quotation marks, unless somebody typed them.
fn quoted(said: &str, lang: Lang) -> String {
    if said.starts_with(['「', '『', '“', '"', '‘', '\'']) {
        return said.to_owned();
    }
    match lang {
        Lang::Ja => format!("「{said}」"),
        Lang::En => format!("“{said}”"),
    }
}

fn nothing_yet(pen: &Pen<'_>, area: Rect) -> SheetBlock {
    let words = Text::NothingYet.text(pen.lang);
    let mut block = SheetBlock::new(words, area);
    let text = pen.text(words, BODY, Point::new(area.x, area.y), area.w);
    block.put(SheetItem::Text(SheetInk::Faint, text));
    block
}

/// Label and value of what is known of the company.
fn organisation(company: &Organisation, lang: Lang) -> Vec<(&'static str, Value<'_>)> {
    let filled = company_facts(company).into_iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(name, value)| (name.text(lang), Value::Text(value))).collect()
}

fn company(company: &Organisation, pen: &Pen<'_>, at: Point, width: f32) -> SheetBlock {
    let heading = Text::Organisation.text(pen.lang);
    let mut block = SheetBlock::new(heading, Rect::new(at.x, at.y, width, 0.0));
    let y = pen.heading(&mut block, heading);
    pen.table(&mut block, y, &organisation(company, pen.lang));
    block
}

/// The channels, the most liked first, with their level in dots.
fn channels(project: &Project, persona: &Persona, pen: &Pen<'_>, at: Point, width: f32) -> SheetBlock {
    let heading = Text::Channels.text(pen.lang);
    let mut block = SheetBlock::new(heading, Rect::new(at.x, at.y, width, 0.0));
    let mut y = pen.heading(&mut block, heading);
    let mut liked: Vec<_> = persona
        .channels
        .iter()
        .filter_map(|liked| Some((project.channels.get(liked.channel)?, liked.strength.min(CHANNEL_TOP))))
        .collect();
    liked.sort_by_key(|(_, strength)| std::cmp::Reverse(*strength));
    let dots = DOT_PITCH * f32::from(CHANNEL_TOP);
    let names = liked.iter().map(|(channel, _)| pen.engine.width(&channel.name, BODY)).fold(SHORTEST_NAME, f32::max);
    let name_width = (names + 1.0).min(width - dots - 18.0);
    for (channel, strength) in liked {
        let line = Rect::new(at.x, y, name_width, 22.0);
        block.put(SheetItem::Text(SheetInk::Plain, pen.line(&channel.name, BODY, line, Align::Left)));
        let first = Point::new(at.x + name_width + 18.0 + DOT_PITCH / 2.0, y + 11.0);
        block.put(SheetItem::Level(first, strength, CHANNEL_TOP));
        y += 22.0;
    }
    block.reach(y);
    block
}

/// The persona's journeys with their state and how it feels.
fn journeys(project: &Project, persona: &Persona, pen: &Pen<'_>, at: Point, width: f32) -> SheetBlock {
    let heading = Text::Journeys.text(pen.lang);
    let mut block = SheetBlock::new(heading, Rect::new(at.x, at.y, width, 0.0));
    let mut y = pen.heading(&mut block, heading);
    let mine = project.journeys_in_order().into_iter().filter(|journey| journey.personas.contains(&persona.id));
    for journey in mine {
        y = self::journey(project, persona, journey, pen, &mut block, y) + 9.0;
    }
    block
}

fn journey(
    project: &Project,
    persona: &Persona,
    journey: &Journey,
    pen: &Pen<'_>,
    block: &mut SheetBlock,
    y: f32,
) -> f32 {
    let lang = pen.lang;
    let (left, right) = (block.bounds.x, block.bounds.right());
    let title = if journey.title.is_empty() { Map::UntitledJourney.text(lang) } else { &journey.title };
    let feelings = project.feelings(journey.id, persona.id);
    let spark = Rect::new(right - SPARK.0, y, SPARK.0, SPARK.1);
    let title = pen.text(title, BODY, Point::new(left, y), spark.x - 14.0 - left);
    let state = pen.text(journey.state.name(lang), LABEL, Point::new(left, title.rect.bottom()), title.rect.w);
    let bottom = state.rect.bottom();
    block.put(SheetItem::Text(SheetInk::Plain, title));
    block.put(SheetItem::Text(SheetInk::Faint, state));
    if feelings.values.len() > 1 {
        let pitch = spark.w / feelings.steps.saturating_sub(1).max(1) as f32;
        let unit = spark.h / (Mark::HIGHEST - Mark::LOWEST);
        let place =
            |(step, value): &(usize, f32)| Point::new(spark.x + pitch * *step as f32, spark.center().y - unit * value);
        block.put(SheetItem::Spark(spark, feelings.values.iter().map(place).collect()));
    }
    bottom.max(spark.bottom())
}
