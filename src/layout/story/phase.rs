//! A phase: its name, and the steps that come.

use super::teller::Teller;
use super::{Ink, StoryElement, curve, measures as m};
use crate::base::{Align, Point, Rect};
use crate::i18n::{fill, map::Map, present::PresentText as Text};
use crate::layout::PlacedChannel;
use crate::model::{PhaseId, Step};
use crate::text::TextStyle;

/// More steps than this stand in two columns.
const ONE_COLUMN: usize = 4;

/// Places it; gives its title and all of it in words.
pub(super) fn place(teller: &mut Teller<'_>, id: PhaseId) -> Option<(String, String)> {
    let lang = teller.lang;
    let position = teller.index.phases.iter().position(|group| group.phase.id == id)?;
    let group = &teller.index.phases[position];
    let name = if group.phase.name.is_empty() { Map::UntitledPhase.text(lang) } else { &group.phase.name };
    let inner = teller.inner;
    let counted = fill(
        Text::PhaseOf.text(lang),
        &[("n", &(position + 1).to_string()), ("of", &teller.index.phases.len().to_string())],
    );
    chip(teller, &counted, Some(position), Point::new(inner.x, inner.y));

    let curve_rect = Rect::new(inner.x, inner.bottom() - m::CURVE, inner.w, m::CURVE);
    let room = Rect::new(inner.x, inner.y + m::CHIP + m::GAP, inner.w, curve_rect.y - inner.y - m::CHIP - 2.0 * m::GAP);
    let title_room = Rect::new(room.x, room.y, room.w, room.h * 0.4);
    let title = teller.fitted(name, TextStyle::bold, &m::TITLES, title_room);
    let list_top = title.rect.bottom() + m::GAP;
    teller.elements.push(StoryElement::Words(title, Ink::Strong));
    let steps = group.steps.clone();
    let list = Rect::new(room.x, list_top, room.w, room.bottom() - list_top);
    steps_list(teller, &steps, list);

    let all = teller.steps();
    let first = steps.first().and_then(|step| all.iter().position(|other| other.id == step.id));
    // The curve stands where the phase before left it.
    let told = first.unwrap_or_else(|| steps_before(teller, position));
    curve::place(teller, curve_rect, told, None, position);

    let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
    Some((name.to_owned(), format!("{counted}: {name}\n{}", names.join("\n"))))
}

fn steps_before(teller: &Teller<'_>, phase: usize) -> usize {
    teller.index.phases.iter().take(phase).map(|group| group.steps.len()).sum()
}

/// A label in a phase's tint; gives its right end.
pub(super) fn chip(teller: &mut Teller<'_>, words: &str, phase: Option<usize>, at: Point) -> f32 {
    let style = TextStyle::bold(m::LABEL);
    let most = teller.inner.w * 0.6;
    let width = (teller.width(words, style) + 48.0).min(most);
    let rect = Rect::new(at.x, at.y, width, m::CHIP);
    let text = teller.line(words, style, Rect::new(rect.x + 24.0, rect.y, width - 46.0, rect.h), Align::Left);
    teller.elements.push(StoryElement::Chip(rect, phase, text));
    rect.right()
}

/// The names of the steps, numbered, with their first channel.
fn steps_list(teller: &mut Teller<'_>, steps: &[&Step], room: Rect) {
    let lang = teller.lang;
    if steps.is_empty() {
        let words = teller.fitted(Text::PhaseWithoutSteps.text(lang), TextStyle::regular, &m::TEXTS, room);
        teller.elements.push(StoryElement::Words(words, Ink::Faint));
        return;
    }
    let columns = if steps.len() > ONE_COLUMN && room.w > 1200.0 { 2 } else { 1 };
    let lines = steps.len().div_ceil(columns);
    let pitch = (room.h / lines as f32).min(112.0);
    let width = (room.w - m::GAP * (columns - 1) as f32) / columns as f32;
    let radius = (pitch * 0.36).min(m::CHANNEL);
    let left = 2.0 * radius + 24.0;
    let name =
        |step: &Step| if step.name.is_empty() { Map::UntitledStep.text(lang).to_owned() } else { step.name.clone() };
    // One size for all names: the largest at which the longest fits.
    let cell = Rect::new(0.0, 0.0, width - left, pitch - 6.0);
    let size = steps
        .iter()
        .map(|step| teller.fitted(&name(step), TextStyle::regular, &m::NAMES[2..], cell))
        .fold(m::NAMES[2], |size, text| size.min(text.paragraph.style.size));
    for (i, step) in steps.iter().enumerate() {
        let (column, line) = (i / lines, i % lines);
        let x = room.x + (width + m::GAP) * column as f32;
        let y = room.y + pitch * line as f32;
        let center = Point::new(x + radius, y + pitch / 2.0);
        let channel = step.touchpoint.channels.first().and_then(|id| teller.project.channels.get(*id));
        if let Some(channel) = channel {
            teller.elements.push(StoryElement::Channel(PlacedChannel::of(channel, center, radius)));
        } else {
            let rect = Rect::centered(center, 2.0 * radius, 2.0 * radius);
            let number = teller.line(&(i + 1).to_string(), TextStyle::bold(m::LABEL), rect, Align::Center);
            teller.elements.push(StoryElement::Words(number, Ink::Faint));
        }
        let rect = Rect::new(x + left, y, width - left, pitch);
        let mut text =
            teller.text(&name(step), TextStyle::regular(size), rect, Align::Left, crate::base::VAlign::Middle);
        text.rect = rect;
        teller.elements.push(StoryElement::Words(text, Ink::Strong));
    }
}
