//! Phases and steps from left to right, with their names above.

use super::engine::Placer;
use super::{Column, PlacedLink, PlacedPhase, known, links, measures as m};
use crate::base::{Align, Rect, VAlign};
use crate::i18n::{Lang, map::Map};
use crate::model::{JourneyIndex, PhaseColumns, Step};

/// The columns and the band above them.
pub(super) struct Grid {
    pub band: Rect,
    pub phases: Vec<PlacedPhase>,
    pub columns: Vec<Column>,
    pub links: Vec<PlacedLink>,
}

impl Grid {
    /// The columns of this map, without those that are only shown for comparison.
    pub fn of_map(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| !column.is_ghost)
    }
}

/// The width of the whole map, from the lane titles to the last column.
pub(super) fn map_width(placer: &Placer<'_>) -> f32 {
    if let Some(aligned) = &placer.aligned {
        return m::LANE_TITLE_WIDTH + m::GUTTER + aligned.width();
    }
    let usual = placer.column_width;
    let gutters = m::GUTTER * placer.index.phases.len().saturating_sub(1) as f32;
    let of_phase = |phase: &PhaseColumns<'_>| match phase.steps.as_slice() {
        [] => usual,
        steps => steps.iter().map(|step| stretched(placer, step)).sum(),
    };
    let columns: f32 = placer.index.phases.iter().map(of_phase).sum();
    // A page of its own has its title elsewhere and needs no room for one.
    let least = if placer.options.part.is_some() { 0.0 } else { 5.0 * usual };
    m::LANE_TITLE_WIDTH + m::GUTTER + columns.max(least) + gutters
}

/// The width of a step's column on this map.
fn stretched(placer: &Placer<'_>, step: &Step) -> f32 {
    let stretch = placer.options.part.as_ref().map_or(1.0, |part| part.stretch);
    width_of(step, placer.column_width / stretch) * stretch
}

/// The width of a step's column: its own, else the usual one.
pub(super) fn width_of(step: &Step, usual: f32) -> f32 {
    if step.width == 0 { usual } else { f32::from(step.width).clamp(m::COLUMN_LEAST, m::COLUMN_MOST) }
}

/// One width for all columns of a map, by the letters that most of its texts are in.
pub(super) fn column_width(index: &JourneyIndex<'_>) -> f32 {
    let names = index.steps().map(|step| step.name.as_str());
    let cards = index.cards.values().flatten().map(|card| card.text.as_str());
    match Lang::of_texts(names.chain(cards)) {
        Lang::Ja => m::COLUMN_WIDTH_CJK,
        Lang::En => m::COLUMN_WIDTH_LATIN,
    }
}

/// Places phase headers and step names; `top` is the upper edge of the headers.
pub(super) fn place(placer: &mut Placer<'_>, top: f32) -> Grid {
    let usual = placer.column_width;
    let left = m::MARGIN + m::LANE_TITLE_WIDTH + m::GUTTER;
    let strip = if placer.options.evidence { m::KNOWN_HEIGHT } else { 0.0 };
    let names_top = top + m::PHASE_HEIGHT + strip + 4.0;
    let mut phases = Vec::with_capacity(placer.index.phases.len());
    let mut columns: Vec<Column> = Vec::new();
    let mut x = left;
    let index = placer.index;
    for (position, group) in index.phases.iter().enumerate() {
        let aligned = placer.aligned.as_ref().and_then(|aligned| aligned.phase(group));
        x = aligned.map_or(x, |(start, _)| left + start);
        let start = x;
        for step in &group.steps {
            let aligned = placer.aligned.as_ref().and_then(|aligned| aligned.step(step.id));
            let (start, width) =
                aligned.map_or_else(|| (x, stretched(placer, step)), |(start, width)| (left + start, width));
            x = start;
            let untitled = Map::UntitledStep.text(placer.options.lang);
            let name = if step.name.is_empty() { untitled } else { &step.name };
            let rect = Rect::new(x + m::CARD_MARGIN, names_top, width - 2.0 * m::CARD_MARGIN, 0.0);
            let text = placer.short_text(name, m::TEXT, rect, Align::Center, VAlign::Middle, 3);
            columns.push(Column {
                step: step.id,
                name: name.to_owned(),
                phase: group.phase.id,
                phase_index: position,
                x,
                w: width,
                text,
                change: placer.change(step.id),
                is_ghost: placer.is_ghost(step.id),
            });
            x += width;
        }
        if group.steps.is_empty() {
            x += usual;
        }
        x = aligned.map_or(x, |(_, end)| x.max(left + end));
        phases.push(phase(placer, position, Rect::new(start, top, x - start, m::PHASE_HEIGHT)));
        x += m::GUTTER;
    }
    let names_height = columns.iter().map(|c| c.text.paragraph.height).fold(m::TEXT.line_height() * 2.0, f32::max);
    for column in &mut columns {
        column.text.rect.h = names_height;
    }
    let (links, links_height) = links::place(placer, &columns, names_top + names_height + 2.0);
    let right = m::MARGIN + map_width(placer);
    let band = Rect::new(left, top, right - left, names_top - top + names_height + links_height + 8.0);
    Grid { band, phases, columns, links }
}

fn phase(placer: &mut Placer<'_>, position: usize, rect: Rect) -> PlacedPhase {
    let group = &placer.index.phases[position];
    let untitled = Map::UntitledPhase.text(placer.options.lang);
    let name = if group.phase.name.is_empty() { untitled } else { &group.phase.name };
    let inner = Rect::new(rect.x + m::PHASE_ARROW, rect.y, rect.w - 2.0 * m::PHASE_ARROW, rect.h);
    // A name too long for its header is set smaller, on two lines.
    let large = placer.short_text(name, m::TITLE, inner, Align::Center, VAlign::Middle, 1);
    let text = if large.paragraph.truncated {
        let wide = rect.inset(2.0);
        placer.short_text(name, m::STRONG, wide, Align::Center, VAlign::Middle, 2)
    } else {
        large
    };
    PlacedPhase {
        id: group.phase.id,
        name: name.to_owned(),
        index: group.position,
        rect,
        text,
        is_empty: group.steps.is_empty(),
        known: placer.options.evidence.then(|| known::place(placer, position, rect)),
        change: placer.change(group.phase.id),
        is_ghost: placer.is_ghost(group.phase.id),
    }
}
