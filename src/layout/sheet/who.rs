//! The left of the sheet: portrait, name, what sums the person up, facts; and the foot: what it is founded on.

use super::pen::{BODY, LABEL, Pen, Value};
use super::{ChipTone, SheetBlock, SheetInk, SheetItem};
use crate::base::{Align, Point, Rect, initial};
use crate::i18n::domain::Named as _;
use crate::i18n::inspector::InspectorText;
use crate::i18n::persona::{self, PersonaText as Text};
use crate::i18n::{Lang, date_text, fill};
use crate::model::{Persona, Project};
use crate::text::TextStyle;

/// Side of the portrait.
const PORTRAIT: f32 = 136.0;
const NAME: TextStyle = TextStyle::bold(24.0);
const LETTER: TextStyle = TextStyle::bold(60.0);
/// Dots of the digital skill.
const SKILL: u8 = 5;

/// What a persona is called on its sheet.
pub(super) fn name(persona: &Persona, lang: Lang) -> &str {
    if persona.name.trim().is_empty() { Text::Unnamed.text(lang) } else { &persona.name }
}

/// Places the column.
pub(super) fn place(persona: &Persona, pen: &Pen<'_>, column: Rect) -> Vec<SheetBlock> {
    let mut blocks = vec![identity(persona, pen, column)];
    let mut y = blocks[0].bounds.bottom() + 20.0;
    let facts = facts(persona, pen.lang);
    if !facts.is_empty() {
        let mut block = SheetBlock::new(Text::Facts.text(pen.lang), Rect::new(column.x, y, column.w, 0.0));
        y = pen.table(&mut block, y, &facts) + 22.0;
        blocks.push(block);
    }
    let extra: Vec<_> = persona.extra.iter().filter(|field| !field.value.trim().is_empty()).collect();
    if !extra.is_empty() {
        let heading = Text::Extra.text(pen.lang);
        let mut block = SheetBlock::new(heading, Rect::new(column.x, y, column.w, 0.0));
        let top = pen.heading(&mut block, heading);
        let rows: Vec<_> = extra.iter().map(|field| (field.name.as_str(), Value::Text(&field.value))).collect();
        pen.table(&mut block, top, &rows);
        blocks.push(block);
    }
    blocks
}

fn identity(persona: &Persona, pen: &Pen<'_>, column: Rect) -> SheetBlock {
    let name = name(persona, pen.lang);
    let mut block = SheetBlock::new(name, column);
    let picture = Rect::new(column.x, column.y, PORTRAIT, PORTRAIT);
    let letter = initial(&persona.name).unwrap_or_else(|| "?".to_owned());
    let letter = pen.line(&letter, LETTER, picture, Align::Center);
    block.put(SheetItem::Portrait(picture, persona.portrait.clone(), letter));
    let written = pen.text(name, NAME, Point::new(column.x, picture.bottom() + 16.0), column.w);
    let mut y = written.rect.bottom() + 3.0;
    block.put(SheetItem::Text(SheetInk::Plain, written));
    if !persona.summary.trim().is_empty() {
        let summary = pen.text(&persona.summary, BODY, Point::new(column.x, y), column.w);
        y = summary.rect.bottom() + 4.0;
        block.put(SheetItem::Text(SheetInk::Second, summary));
    }
    pen.chips(&mut block, y + 7.0, &chips(persona, pen.lang));
    block
}

fn chips(persona: &Persona, lang: Lang) -> Vec<(ChipTone, String)> {
    let mut chips = vec![(ChipTone::Plain, persona.kind.name(lang).to_owned())];
    if let Some(share) = persona.share_percent {
        let words = fill(Text::ShareOfCustomers.text(lang), &[("n", &format!("{share:.0}"))]);
        chips.push((ChipTone::Plain, words));
    }
    chips.push((ChipTone::Evidence(persona.evidence), persona.evidence.name(lang).to_owned()));
    chips
}

fn facts(persona: &Persona, lang: Lang) -> Vec<(&'static str, Value<'_>)> {
    let filled = persona::facts(persona).into_iter().filter(|(_, value)| !value.trim().is_empty());
    let mut facts: Vec<_> = filled.map(|(name, value)| (name.text(lang), Value::Text(value))).collect();
    if persona.digital_skill > 0 {
        facts.push((Text::DigitalSkill.text(lang), Value::Level(persona.digital_skill.min(SKILL), SKILL)));
    }
    facts
}

/// A hairline, and under it what the sheet is founded on, who keeps it, and from which project it is.
pub(super) fn foot(project: &Project, persona: &Persona, pen: &Pen<'_>, inside: Rect) -> Option<SheetBlock> {
    let lang = pen.lang;
    let mut parts = Vec::new();
    let mut part = |name: InspectorText, value: &str| {
        if !value.trim().is_empty() {
            parts.push(fill(Text::LabelAndValue.text(lang), &[("label", name.text(lang)), ("value", value)]));
        }
    };
    part(InspectorText::EvidenceNote, &persona.evidence_note);
    let owner = persona.owner.and_then(|id| project.departments.get(id)).map_or("", |department| &department.name);
    part(InspectorText::Owner, owner);
    part(InspectorText::Reviewed, &persona.reviewed_on.map(|date| date_text(date, lang)).unwrap_or_default());
    part(InspectorText::Segment, &persona.segment);
    let title = project.info.title.trim();
    if parts.is_empty() && title.is_empty() {
        return None;
    }
    let mut block = SheetBlock::new(Text::Foot.text(lang), Rect::new(inside.x, 0.0, inside.w, 0.0));
    block.put(SheetItem::Rule(Point::new(inside.x, 0.0), Point::new(inside.right(), 0.0)));
    let title_width = pen.engine.width(title, LABEL).min(inside.w * 0.4);
    let words = pen.text(&parts.join(FOOT_GAP), LABEL, Point::new(inside.x, 10.0), inside.w - title_width - 30.0);
    block.put(SheetItem::Text(SheetInk::Faint, words));
    let place = Rect::new(inside.right() - title_width, 10.0, title_width, LABEL.line_height());
    block.put(SheetItem::Text(SheetInk::Faint, pen.line(title, LABEL, place, Align::Right)));
    Some(block)
}

/// Between two remarks of the foot.
const FOOT_GAP: &str = "　　";
