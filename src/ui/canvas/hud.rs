//! What lies over the map on screen only: selection, hover, drop marks, the frame of a rubber band.

use super::camera::Camera;
use super::drag::{HeldMark, Landing, band_rect};
use super::frame::Frame;
use super::grips::Grip;
use crate::app::Selection;
use crate::base::Point;
use crate::i18n::{Lang, domain::emotion_label, fill, map::Map, signed};
use crate::layout::measures as m;
use crate::look::Theme;
use crate::model::{CardId, Project, RecordId};
use crate::scene::PartKind;
use crate::ui::fonts;
use crate::ui::theme::color;
use eframe::egui::{self, Align2, CornerRadius, Painter, Pos2, Shape, Stroke, StrokeKind, vec2};

/// Under the cards: the columns of selected steps.
pub(crate) fn under(painter: &Painter, frame: &Frame<'_>, selection: &Selection, theme: &Theme) {
    for record in selection.records() {
        let RecordId::Step(step) = record else { continue };
        if selection.cell().is_some_and(|cell| cell.step == *step) {
            continue;
        }
        let Some(column) = frame.layout.column(*step) else { continue };
        let body = frame.layout.body;
        let rect = crate::base::Rect::new(column.x, body.y, column.w, body.h);
        painter.rect_filled(frame.camera.screen_rect(rect), CornerRadius::ZERO, color(theme.accent.faded(0.06)));
    }
}

/// The focused cell and the selected records of the body, or of a band.
pub(crate) fn selection(painter: &Painter, frame: &Frame<'_>, selection: &Selection, theme: &Theme, bands: bool) {
    let accent = Stroke::new(2.0, color(theme.accent));
    for record in selection.records() {
        // Links show their whole way instead.
        let Some((part, _)) = frame.places.get(record).filter(|_| !matches!(record, RecordId::Link(_))) else {
            continue;
        };
        // Of a step whose touchpoint or other cell has the keyboard, the cell is marked, not the name.
        let by_cell = selection.cell().is_some_and(|cell| *record == RecordId::Step(cell.step));
        if matches!(part, PartKind::Columns | PartKind::Lanes) != bands || by_cell {
            continue;
        }
        let Some(rect) = frame.screen_rect_of(*record) else { continue };
        painter.rect_stroke(rect.expand(2.0), CornerRadius::same(7), accent, StrokeKind::Outside);
    }
    if bands {
        return;
    }
    let Some(cell) = selection.cell() else { return };
    let Some(at) = frame.layout.cell_rect(cell.lane, cell.step) else { return };
    let corner = selection.corner().and_then(|corner| frame.layout.cell_rect(corner.lane, corner.step));
    let inner = |rect| frame.camera.screen_rect(rect).shrink(2.0);
    let edge = Stroke::new(1.5, color(theme.accent));
    if let Some(corner) = corner {
        let block = inner(at).union(inner(corner));
        painter.rect(block, CornerRadius::same(6), color(theme.accent.faded(0.06)), edge, StrokeKind::Inside);
    }
    let by_cell = |record: &RecordId| *record == RecordId::Step(cell.step);
    if corner.is_some() || selection.records().iter().all(by_cell) {
        let weight = if corner.is_some() { Stroke::new(2.5, color(theme.accent)) } else { edge };
        painter.rect_stroke(inner(at), CornerRadius::same(6), weight, StrokeKind::Inside);
    }
}

/// A pale frame round what a click would select.
pub(crate) fn hover(painter: &Painter, frame: &Frame<'_>, record: RecordId, theme: &Theme) {
    if let Some(rect) = frame.screen_rect_of(record) {
        let edge = Stroke::new(1.0, color(theme.accent.faded(0.55)));
        painter.rect_stroke(rect.expand(1.0), CornerRadius::same(6), edge, StrokeKind::Outside);
    }
}

/// The edge that a press would take hold of.
pub(crate) fn edge(painter: &Painter, frame: &Frame<'_>, grip: Grip, theme: &Theme) {
    if let Some(rect) = grip.edge(frame) {
        painter.rect_filled(rect.expand(0.5), CornerRadius::same(1), color(theme.accent));
    }
}

/// Where a drop goes in.
pub(crate) fn landing(painter: &Painter, frame: &Frame<'_>, landing: &Landing, theme: &Theme) {
    for cell in &landing.cells {
        let rect = frame.camera.screen_rect(*cell).shrink(2.0);
        painter.rect_filled(rect, CornerRadius::same(6), color(theme.accent.faded(0.12)));
    }
    let rect = frame.camera_of(landing.part).screen_rect(landing.mark).expand(0.5);
    if landing.mark.w.min(landing.mark.h) > THICKEST_MARK {
        // A collapsed lane shows no place between cards: its cell takes them as a whole.
        let edge = Stroke::new(2.0, color(theme.accent));
        painter.rect(rect, CornerRadius::same(6), color(theme.accent.faded(0.12)), edge, StrokeKind::Inside);
        return;
    }
    painter.rect_filled(rect, CornerRadius::same(2), color(theme.accent));
    if landing.part == PartKind::Columns {
        // The line goes on through the body, so that one sees where the whole column lands.
        let bottom = frame.camera.screen(Point::new(0.0, frame.layout.body.bottom())).y;
        let line = egui::Rect::from_min_max(rect.center_bottom(), egui::pos2(rect.center().x, bottom)).expand(0.5);
        painter.rect_filled(line, CornerRadius::ZERO, color(theme.accent.faded(0.5)));
    }
}

/// Drop marks are lines; what is thicker than this on the map is a cell.
const THICKEST_MARK: f32 = 4.0;

/// The frame of a rubber band.
pub(crate) fn band(painter: &Painter, camera: &Camera, start: Point, pointer: Pos2, theme: &Theme) {
    let rect = camera.screen_rect(band_rect(start, camera.map(pointer)));
    let edge = Stroke::new(1.0, color(theme.accent));
    painter.rect(rect, CornerRadius::same(2), color(theme.accent.faded(0.08)), edge, StrokeKind::Inside);
}

/// Pale places that cards were lifted from.
pub(crate) fn lifted_from(painter: &Painter, frame: &Frame<'_>, cards: &[CardId], theme: &Theme) {
    let view = frame.camera.view;
    let places = cards.iter().filter_map(|card| frame.screen_rect_of((*card).into()));
    for rect in places.filter(|rect| rect.intersects(view)) {
        painter.rect_filled(rect.expand(1.0), CornerRadius::same(6), color(theme.canvas.faded(0.72)));
    }
}

/// How many cards are dragged, and whether they are copied, beside the pointer.
pub(crate) fn count(painter: &Painter, pointer: Pos2, count: usize, copy: bool, theme: &Theme, lang: Lang) {
    let message = match (copy, count) {
        (true, 1) => Map::OneCopy,
        (true, _) => Map::Copies,
        (false, 1) => return,
        (false, _) => Map::Cards,
    };
    let words = fill(message.text(lang), &[("n", &count.to_string())]);
    label(painter, pointer + vec2(14.0, 18.0), &words, theme);
}

/// Value and word beside the emotion that is being dragged, the values of those that move along.
pub(crate) fn emotions(
    painter: &Painter,
    frame: &Frame<'_>,
    project: &Project,
    held: &[HeldMark],
    theme: &Theme,
    lang: Lang,
) {
    for (index, held) in held.iter().enumerate() {
        let Some(mark) = project.marks.get(held.id) else { continue };
        let Some(rect) = frame.screen_rect_of(mark.id.into()) else { continue };
        let value = signed(f64::from(mark.value), 1);
        let words = if index == 0 { format!("{value}  {}", emotion_label(mark.value, lang)) } else { value };
        label(painter, rect.right_center() + vec2(10.0, 0.0), &words, theme);
    }
}

/// Where a click sets the agreed emotion of a step that has none yet.
pub(crate) fn emotion_hint(painter: &Painter, frame: &Frame<'_>, at: Point, value: f32, theme: &Theme, lang: Lang) {
    let center = frame.camera.screen(at);
    let radius = m::FACE_RADIUS * frame.camera.zoom;
    painter.circle(center, radius, color(theme.panel), Stroke::new(1.5, color(theme.accent)));
    let words = format!("{}  {}", signed(f64::from(value), 1), emotion_label(value, lang));
    label(painter, center + vec2(radius + 8.0, 0.0), &words, theme);
}

/// A small label on its own ground.
pub(crate) fn label(painter: &Painter, left: Pos2, words: &str, theme: &Theme) {
    let galley = painter.layout_no_wrap(words.to_owned(), fonts::bold(13.0), color(theme.on_accent));
    let rect = Align2::LEFT_CENTER.anchor_size(left, galley.size()).expand2(vec2(8.0, 4.0));
    painter.rect_filled(rect, CornerRadius::same(6), color(theme.accent));
    painter.add(Shape::galley(rect.center() - galley.size() / 2.0, galley, color(theme.on_accent)));
}
