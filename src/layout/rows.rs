//! Lanes from top to bottom: each row as high as its fullest cell.

use super::columns::Grid;
use super::engine::Placer;
use super::{
    Axis, Element, PlacedText, Row, blueprint, cards, collapsed, curves, measures as m, small, touchpoints, voice,
};
use crate::base::{Align, Rect, VAlign};
use crate::feedback::Headline;
use crate::i18n::answers::answers_words;
use crate::i18n::{domain::lane_name, fill, map::Map, percent, signed};
use crate::model::{Lane, LaneForm};
use std::sync::Arc;

/// Places all lanes that are not hidden, below the columns' band.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid) -> Vec<Arc<Row>> {
    let mut rows = Vec::new();
    let mut y = grid.band.bottom();
    let mut lines = blueprint::Lines::default();
    let index = placer.index;
    for lane in &index.lanes {
        if lane.hidden || !is_shown(placer, lane) {
            continue;
        }
        let line = lines.above(lane.kind);
        let kept = placer.kept.as_ref().and_then(|kept| kept.row(lane, y, grid));
        let row = kept.unwrap_or_else(|| Arc::new(row(placer, grid, lane, y, line)));
        y = row.bottom();
        rows.push(row);
    }
    rows
}

fn is_shown(placer: &Placer<'_>, lane: &Lane) -> bool {
    lane.kind.form() != LaneForm::Voice || placer.overlay.is_some_and(|overlay| overlay.rows > 0)
}

fn row(placer: &mut Placer<'_>, grid: &Grid, lane: &Lane, y: f32, line: Option<Map>) -> Row {
    let blueprint_line = line.map(|line| blueprint_line(placer, line, y));
    let title_top = blueprint_line.as_ref().map_or(y + 12.0, |line| line.rect.bottom() + 2.0);
    let content = if lane.collapsed {
        let (top, h) = (title_top.max(y + 14.0) - 12.0, m::COLLAPSED_HEIGHT);
        let elements = collapsed::place(placer, grid, lane, top, h);
        Content { h: top + h - y, elements, axis: None }
    } else {
        content(placer, grid, lane, y)
    };
    let title = lane_name(lane, placer.options.lang);
    let title_top = if lane.collapsed && blueprint_line.is_none() { y + 4.0 } else { title_top };
    let mut text_rect = Rect::new(m::MARGIN, title_top, m::LANE_TITLE_WIDTH - m::GUTTER, 0.0);
    if content.axis.is_some() {
        text_rect.w -= 20.0;
    }
    let lines = if lane.collapsed { 1 } else { 4 };
    let mut text = placer.short_text(title, m::STRONG, text_rect, Align::Left, VAlign::Top, lines);
    text.rect.h = text.paragraph.height;
    let note = if lane.collapsed { collapsed::note(placer, lane) } else { note(placer, lane) };
    let note = note.map(|note| {
        let rect = Rect::new(text_rect.x, text.rect.bottom() + NOTE_GAP, text_rect.w, 0.0);
        let mut note = placer.text(&note, m::NOTE, rect, Align::Left, VAlign::Top);
        note.rect.h = note.paragraph.height;
        note
    });
    let title_bottom = note.as_ref().unwrap_or(&text).rect.bottom() - y;
    let (padding, least) =
        if lane.collapsed { (2.0, m::COLLAPSED_HEIGHT) } else { (m::ROW_PADDING, m::ROW_MIN_HEIGHT) };
    let content_h = content.h.max(title_bottom + padding).max(least);
    let h = if lane.collapsed { content_h } else { content_h.max(asked_height(lane)) };
    Row {
        lane: lane.id,
        kind: lane.kind,
        title: title.to_owned(),
        y,
        h,
        content_h,
        is_collapsed: lane.collapsed,
        text,
        note,
        axis: content.axis,
        blueprint_line,
        elements: content.elements,
        change: placer.change(lane.id),
        is_ghost: placer.is_ghost(lane.id),
    }
}

/// Between a lane's title and its small print.
const NOTE_GAP: f32 = 2.0;

/// The height that somebody gave a lane; its content may need more.
fn asked_height(lane: &Lane) -> f32 {
    f32::from(lane.height).min(m::ROW_MOST)
}

/// What stands in a row, and the height it needs.
struct Content {
    h: f32,
    elements: Vec<Element>,
    axis: Option<Axis>,
}

/// Cards begin at the top of a row that is higher than they need; curves and pictures fill it, the rest stands
/// in its middle.
fn content(placer: &mut Placer<'_>, grid: &Grid, lane: &Lane, y: f32) -> Content {
    let asked = asked_height(lane);
    let middle = |h: f32| y + (asked - h).max(0.0) / 2.0;
    let plain = |h: f32, elements: Vec<Element>| Content { h, elements, axis: None };
    match lane.kind.form() {
        LaneForm::Cards | LaneForm::Speech => {
            let (h, elements) = cards::place(placer, grid, lane, y);
            plain(h, elements)
        }
        LaneForm::Touchpoints => {
            plain(m::TOUCHPOINT_HEIGHT, touchpoints::place(placer, grid, middle(m::TOUCHPOINT_HEIGHT)))
        }
        LaneForm::Curves => {
            let h = asked.max(m::EMOTION_HEIGHT);
            let axis = axis(placer, y, h);
            let curves = curves::place(placer, grid, y, h, &axis);
            Content { h: m::EMOTION_HEIGHT, elements: vec![Element::Curves(Box::new(curves))], axis: Some(axis) }
        }
        LaneForm::Voice => {
            let h = voice::height(placer, grid);
            plain(h, voice::place(placer, grid, middle(h), h))
        }
        LaneForm::Bars => plain(m::ROW_MIN_HEIGHT, small::bars(placer, grid, middle(m::ROW_MIN_HEIGHT))),
        LaneForm::ExperienceValues => {
            plain(small::EXPERIENCE_HEIGHT, small::experience(placer, grid, middle(small::EXPERIENCE_HEIGHT)))
        }
        LaneForm::Pictures => plain(m::PICTURE_HEIGHT, small::pictures(placer, grid, y, asked.max(m::PICTURE_HEIGHT))),
        LaneForm::Owners => plain(m::ROW_MIN_HEIGHT, small::owners(placer, grid, middle(m::ROW_MIN_HEIGHT))),
    }
}

fn axis(placer: &mut Placer<'_>, y: f32, h: f32) -> Axis {
    let zero_y = y + h / 2.0;
    let unit = m::EMOTION_UNIT + (h - m::EMOTION_HEIGHT) / 4.0;
    let figures = (-2_i8..=2)
        .map(|value| {
            let center = zero_y - f32::from(value) * unit;
            let rect = Rect::new(m::MARGIN + m::LANE_TITLE_WIDTH - 28.0, center - 8.0, 24.0, 16.0);
            (value, placer.line(&signed(f64::from(value), 0), m::NOTE, rect, Align::Right))
        })
        .collect();
    Axis { zero_y, unit, figures }
}

fn note(placer: &Placer<'_>, lane: &Lane) -> Option<String> {
    match lane.kind.form() {
        LaneForm::Voice => voice_note(placer),
        LaneForm::Touchpoints => continuity_note(placer),
        _ => None,
    }
}

/// The continuity index, where the channel changes at all.
fn continuity_note(placer: &Placer<'_>) -> Option<String> {
    if placer.whole.is_some() {
        // A share of some steps would be taken for that of the journey.
        return None;
    }
    let continuity = placer.index.continuity();
    let (carried, changes) = (continuity.carried.to_string(), continuity.changes.to_string());
    let share = percent(continuity.index()?);
    let values = [("share", share.as_str()), ("carried", &carried), ("changes", &changes)];
    Some(fill(Map::Continuity.text(placer.options.lang), &values))
}

fn voice_note(placer: &Placer<'_>) -> Option<String> {
    let lang = placer.options.lang;
    let overlay = placer.overlay?;
    let metric = voice::metric_name(voice::headline(overlay).unwrap_or(Headline::Nps)).text(lang);
    let mut note = fill(Map::IntervalNote.text(lang), &[("metric", metric)]);
    if let Some((first, last)) = &overlay.months {
        note.push('\n');
        note.push_str(&fill(Map::Months.text(lang), &[("first", first), ("last", last)]));
    }
    if !overlay.filter.is_empty() {
        note.push('\n');
        note.push_str(&answers_words(&overlay.filter, lang));
    }
    Some(note)
}

/// The name of a service blueprint's line, in the strip of lane titles.
fn blueprint_line(placer: &mut Placer<'_>, line: Map, y: f32) -> PlacedText {
    let rect = Rect::new(m::MARGIN, y + 4.0, m::LANE_TITLE_WIDTH - m::GUTTER, 16.0);
    placer.line(line.text(placer.options.lang), m::NOTE, rect, Align::Left)
}
