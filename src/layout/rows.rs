//! Lanes from top to bottom: each row as high as its fullest cell.

use super::columns::Grid;
use super::engine::Placer;
use super::{Axis, Element, PlacedText, Row, cards, curves, measures as m, small, touchpoints, voice};
use crate::base::{Align, Rect, VAlign};
use crate::feedback::Headline;
use crate::i18n::{domain::Named as _, fill, map::Map, signed};
use crate::model::{Lane, LaneForm, LaneKind};

/// Places all lanes that are not hidden, below the columns' band.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut y = grid.band.bottom();
    let mut above = None;
    let index = placer.index;
    for lane in &index.lanes {
        if lane.hidden || !is_shown(placer, lane) {
            continue;
        }
        let row = row(placer, grid, lane, y, above);
        y = row.bottom();
        above = Some(lane.kind);
        rows.push(row);
    }
    rows
}

fn is_shown(placer: &Placer<'_>, lane: &Lane) -> bool {
    lane.kind.form() != LaneForm::Voice || placer.overlay.is_some_and(|overlay| overlay.rows > 0)
}

fn row(placer: &mut Placer<'_>, grid: &Grid, lane: &Lane, y: f32, above: Option<LaneKind>) -> Row {
    let (content_height, elements, axis) = content(placer, grid, lane, y);
    let title = if lane.title.is_empty() { lane.kind.name(placer.options.lang) } else { &lane.title };
    let blueprint_line = blueprint_line(placer, lane.kind, above, y);
    let title_top = blueprint_line.as_ref().map_or(y + 12.0, |line| line.rect.bottom() + 2.0);
    let mut text_rect = Rect::new(m::MARGIN, title_top, m::LANE_TITLE_WIDTH - m::GUTTER, 0.0);
    if axis.is_some() {
        text_rect.w -= 20.0;
    }
    let mut text = placer.short_text(title, m::STRONG, text_rect, Align::Left, VAlign::Top, 4);
    text.rect.h = text.paragraph.height;
    let note = note(placer, lane).map(|note| {
        let rect = Rect::new(text_rect.x, text.rect.bottom() + 2.0, text_rect.w, 0.0);
        let mut note = placer.text(&note, m::NOTE, rect, Align::Left, VAlign::Top);
        note.rect.h = note.paragraph.height;
        note
    });
    let title_bottom = note.as_ref().unwrap_or(&text).rect.bottom() - y;
    let h = content_height.max(title_bottom + m::ROW_PADDING).max(m::ROW_MIN_HEIGHT);
    Row { lane: lane.id, kind: lane.kind, title: title.to_owned(), y, h, text, note, axis, blueprint_line, elements }
}

fn content(placer: &mut Placer<'_>, grid: &Grid, lane: &Lane, y: f32) -> (f32, Vec<Element>, Option<Axis>) {
    match lane.kind.form() {
        LaneForm::Cards | LaneForm::Speech => {
            let (h, elements) = cards::place(placer, grid, lane, y);
            (h, elements, None)
        }
        LaneForm::Touchpoints => (m::TOUCHPOINT_HEIGHT, touchpoints::place(placer, grid, y), None),
        LaneForm::Curves => {
            let axis = axis(placer, y);
            let curves = curves::place(placer, grid, y, &axis);
            (m::EMOTION_HEIGHT, vec![Element::Curves(Box::new(curves))], Some(axis))
        }
        LaneForm::Voice => (m::VOICE_HEIGHT, voice::place(placer, grid, y), None),
        LaneForm::Bars => (m::ROW_MIN_HEIGHT, small::bars(placer, grid, y), None),
        LaneForm::ExperienceValues => (small::EXPERIENCE_HEIGHT, small::experience(placer, grid, y), None),
        LaneForm::Pictures => (m::PICTURE_HEIGHT, small::pictures(placer, grid, y), None),
        LaneForm::Owners => (m::ROW_MIN_HEIGHT, small::owners(placer, grid, y), None),
    }
}

fn axis(placer: &mut Placer<'_>, y: f32) -> Axis {
    let zero_y = y + m::EMOTION_HEIGHT / 2.0;
    let figures = (-2_i8..=2)
        .map(|value| {
            let center = zero_y - f32::from(value) * m::EMOTION_UNIT;
            let rect = Rect::new(m::MARGIN + m::LANE_TITLE_WIDTH - 28.0, center - 8.0, 24.0, 16.0);
            (value, placer.line(&signed(f64::from(value), 0), m::NOTE, rect, Align::Right))
        })
        .collect();
    Axis { zero_y, unit: m::EMOTION_UNIT, figures }
}

fn note(placer: &Placer<'_>, lane: &Lane) -> Option<String> {
    if lane.kind.form() != LaneForm::Voice {
        return None;
    }
    let lang = placer.options.lang;
    let overlay = placer.overlay?;
    let metric = voice::metric_name(voice::headline(overlay).unwrap_or(Headline::Nps)).text(lang);
    let mut note = fill(Map::IntervalNote.text(lang), &[("metric", metric)]);
    if let Some((first, last)) = &overlay.months {
        note.push('\n');
        note.push_str(&fill(Map::Months.text(lang), &[("first", first), ("last", last)]));
    }
    Some(note)
}

/// The lines that a service blueprint draws: above the frontstage, the backstage and the support processes.
fn blueprint_line(placer: &mut Placer<'_>, kind: LaneKind, above: Option<LaneKind>, y: f32) -> Option<PlacedText> {
    let message = match kind {
        LaneKind::Frontstage => Map::LineOfInteraction,
        LaneKind::Backstage => Map::LineOfVisibility,
        LaneKind::Support => Map::LineOfInternalInteraction,
        _ => return None,
    };
    above?;
    let rect = Rect::new(m::MARGIN, y + 4.0, m::LANE_TITLE_WIDTH - m::GUTTER, 16.0);
    Some(placer.line(message.text(placer.options.lang), m::NOTE, rect, Align::Left))
}
