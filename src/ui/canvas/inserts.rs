//! Small plus signs where something can go in between: between and below the cards under the pointer, between
//! steps. They stand in the gaps, over no text, and take no click that is meant for a card.

use super::action::MapAction;
use super::editor::Editor;
use super::frame::Frame;
use crate::app::AppCommand;
use crate::base::{Point, Rect};
use crate::i18n::{Lang, fill, map::Map};
use crate::layout::{Column, Element, Row, measures as m};
use crate::look::Theme;
use crate::model::{CardId, LaneForm, PhaseId, StepId};
use crate::scene::PartKind;
use crate::ui::theme::{color, line};
use eframe::egui::{self, CornerRadius, CursorIcon, Id, Pos2, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Half the width of a sign, in screen points, where there is room.
const MOST_RADIUS: f32 = 7.5;
/// Below this zoom the gaps are too small for signs.
const LEAST_ZOOM: f32 = 0.55;
/// How near the pointer must be to a gap between cards.
const NEAR: f32 = 16.0;
/// How near the pointer must be to a gap between steps, to the side and downwards.
const NEAR_STEPS: (f32, f32) = (22.0, 16.0);
/// How far the signs of two phases that meet stand from their edges, besides half their width.
const ASIDE: f32 = 1.0;

/// Half the width of a sign: it may reach over the borders of the cards, not over their text.
fn radius(zoom: f32) -> f32 {
    MOST_RADIUS.min((m::CARD_GAP / 2.0 + m::CARD_PADDING - 1.0) * zoom)
}

/// What a sign asks for.
pub(super) enum Insert {
    /// A new card is typed.
    Card(Editor),
    /// A new step, named at once.
    Step(Box<MapAction>),
}

/// Shows the signs near the pointer; gives what was asked for.
pub(super) fn show(ui: &Ui, frame: &Frame<'_>, theme: &Theme, lang: Lang) -> Option<Insert> {
    let pointer = ui.input(|input| input.pointer.hover_pos())?;
    if frame.camera.zoom < LEAST_ZOOM || !frame.camera.view.contains(pointer) {
        return None;
    }
    let picked = frame.pick(pointer);
    match picked.part? {
        PartKind::Body => {
            let gaps = step_gaps(frame, pointer);
            if !gaps.is_empty() {
                return step_signs(ui, frame, theme, lang, &gaps);
            }
            let (row, column) = frame.cell_at(picked.at)?;
            card_signs(ui, frame, theme, lang, row, column, picked.at)
        }
        PartKind::Columns => step_signs(ui, frame, theme, lang, &step_gaps(frame, pointer)),
        _ => None,
    }
}

/// A gap between two cards, above the first or below the last one.
struct Gap {
    y: f32,
    before: Option<CardId>,
}

fn card_signs(
    ui: &Ui,
    frame: &Frame<'_>,
    theme: &Theme,
    lang: Lang,
    row: &Row,
    column: &Column,
    at: Point,
) -> Option<Insert> {
    if row.is_collapsed || !matches!(row.form(), LaneForm::Cards | LaneForm::Speech) {
        return None;
    }
    let gaps = gaps(row, column);
    let last = gaps.len() - 1;
    let shown = gaps
        .into_iter()
        .enumerate()
        .filter(|(index, gap)| *index == last || (gap.y - at.y).abs() * frame.camera.zoom < NEAR);
    let mut asked = None;
    for (index, gap) in shown {
        let center = frame.camera.screen(Point::new(column.center(), gap.y));
        let id = Id::unique(("insert card", row.lane, column.step, index));
        // Only the gap itself is to be clicked; the cards above and below keep their edges.
        let radius = radius(frame.camera.zoom);
        let height = if gap.before.is_none() { 2.0 * radius } else { (m::CARD_GAP + 2.0) * frame.camera.zoom };
        if sign(ui, theme, id, center, (radius, height), AppCommand::AddCard.name(lang)) {
            asked = Some(Insert::Card(Editor::new_card(row.lane, column.step, gap.before)));
        }
    }
    asked
}

/// The gaps of a cell from top to bottom.
fn gaps(row: &Row, column: &Column) -> Vec<Gap> {
    let tail = if row.form() == LaneForm::Speech { m::SPEECH_TAIL } else { 0.0 };
    let over: Vec<(CardId, Rect)> = row
        .elements
        .iter()
        .filter_map(|element| match element {
            Element::Card(card) if card.rect.x < column.center() && column.center() < card.rect.right() => {
                Some((card.id, card.rect))
            }
            _ => None,
        })
        .collect();
    let own = over.iter().filter(|(_, rect)| rect.x >= column.x);
    let mut gaps: Vec<Gap> = own.map(|(id, rect)| Gap { y: rect.y - m::CARD_GAP / 2.0, before: Some(*id) }).collect();
    let bottom = over.iter().map(|(_, rect)| rect.bottom() + tail).fold(row.y, f32::max);
    let below = (bottom + m::ROW_PADDING).min(row.bottom() - m::CARD_GAP / 2.0);
    gaps.push(Gap { y: below, before: None });
    gaps
}

/// A gap between two steps.
struct StepGap {
    at: Pos2,
    phase: PhaseId,
    before: Option<StepId>,
    /// Another phase begins here: which one the step goes into has to be said.
    is_border: bool,
}

/// The gap between steps near a point, on the lower edge of the headers. Where two phases meet there are two: each
/// stands on the side of its phase, apart from the other.
fn step_gaps(frame: &Frame<'_>, pointer: Pos2) -> Vec<StepGap> {
    let (layout, camera) = (frame.layout, frame.camera_of(PartKind::Columns));
    let bottom = camera.screen(Point::new(0.0, layout.columns_band.bottom())).y;
    if (pointer.y - bottom).abs() > NEAR_STEPS.1 {
        return Vec::new();
    }
    let aside = radius(frame.camera.zoom) + ASIDE;
    let at = |x: f32| Pos2::new(camera.screen(Point::new(x, 0.0)).x, bottom);
    let mut gaps = Vec::new();
    for (index, column) in layout.columns.iter().enumerate() {
        let follows = index.checked_sub(1).and_then(|i| layout.columns.get(i)).map(|other| other.phase);
        let (phase, right) = (column.phase, column.x + column.w);
        match follows {
            Some(before) if before == phase => {}
            None => gaps.push(StepGap { at: at(column.x), phase, before: Some(column.step), is_border: false }),
            Some(_) => {
                let at = at(column.x) + vec2(aside, 0.0);
                gaps.push(StepGap { at, phase, before: Some(column.step), is_border: true });
            }
        }
        let next = layout.columns.get(index + 1);
        let before = next.filter(|next| next.phase == phase).map(|next| next.step);
        let is_border = next.is_some() && before.is_none();
        let back = if is_border { aside } else { 0.0 };
        gaps.push(StepGap { at: at(right) - vec2(back, 0.0), phase, before, is_border });
    }
    let away = |gap: &StepGap| (gap.at.x - pointer.x).abs();
    let nearest = gaps.iter().map(away).fold(f32::INFINITY, f32::min);
    if nearest >= NEAR_STEPS.0 {
        return Vec::new();
    }
    // Both signs of a border come and go together.
    gaps.retain(|gap| away(gap) <= nearest || (gap.is_border && away(gap) < NEAR_STEPS.0 + 3.0 * aside));
    let is_at_border = gaps.iter().any(|gap| gap.is_border && away(gap) <= nearest);
    gaps.retain(|gap| gap.is_border == is_at_border);
    gaps
}

fn step_signs(ui: &Ui, frame: &Frame<'_>, theme: &Theme, lang: Lang, gaps: &[StepGap]) -> Option<Insert> {
    let radius = radius(frame.camera.zoom);
    let mut asked = None;
    for gap in gaps {
        let id = Id::unique(("insert step", gap.phase, gap.before));
        let phase = frame.layout.phases.iter().find(|phase| phase.id == gap.phase).map_or("", |phase| &phase.name);
        let named = fill(Map::AddStepTo.text(lang), &[("phase", phase)]);
        let name = if gap.is_border && !phase.is_empty() { &named } else { AppCommand::AddStep.name(lang) };
        if sign(ui, theme, id, gap.at, (radius, 2.0 * radius), name) {
            asked = Some(Insert::Step(Box::new(MapAction::InsertStep { phase: gap.phase, before: gap.before })));
        }
    }
    asked
}

/// A round plus sign of which `height` points in the middle can be clicked; whether it was.
fn sign(ui: &Ui, theme: &Theme, id: Id, center: Pos2, (radius, height): (f32, f32), name: &str) -> bool {
    let rect = egui::Rect::from_center_size(center, vec2(2.0 * radius + 6.0, height));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let lit = response.hovered();
    let (fill, edge, ink) =
        if lit { (theme.accent, theme.accent, theme.on_accent) } else { (theme.panel, theme.line3, theme.accent) };
    let circle = egui::Rect::from_center_size(center, vec2(2.0 * radius, 2.0 * radius));
    let painter = ui.painter();
    painter.rect(circle, CornerRadius::same(radius.ceil() as u8), color(fill), line(edge), StrokeKind::Inside);
    let stroke = Stroke::new(1.4, color(ink));
    let arm = radius * 0.47;
    painter.line_segment([center - vec2(arm, 0.0), center + vec2(arm, 0.0)], stroke);
    painter.line_segment([center - vec2(0.0, arm), center + vec2(0.0, arm)], stroke);
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name).clicked()
}
