//! The emotion lane on screen: lines of the key choose the curve that is edited, a button beside the title opens
//! the choice of what is shown, and the curve that matters now is lifted out.

use super::MapInput;
use super::action::MapAction;
use super::frame::Frame;
use crate::app::curves::{Curves, curves_of, sources};
use crate::base::{Point, Rect};
use crate::i18n::curves::CurvesText as Text;
use crate::i18n::fill;
use crate::i18n::inspector::InspectorText;
use crate::i18n::persona::PersonaText;
use crate::layout::{CurveId, Element, PlacedCurves, Row, measures as m};
use crate::model::{Journey, MarkSource, PersonaId, RecordId};
use crate::scene::PartKind;
use crate::ui::theme::{color, line};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::menu::sheet;
use crate::ui::widgets::{glyph::Glyph, label};
use eframe::egui::{
    self, Checkbox, CornerRadius, CursorIcon, Grid, Painter, Popup, Pos2, RichText, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

/// Side of the button beside the lane's title.
const SIDE: f32 = 18.0;
/// How many straight pieces a curve is drawn in between two points, when it is lifted out.
const PIECES: u8 = 14;

/// Shows the key's lines and the button as controls; gives what was chosen. `open` opens the choice.
pub(super) fn show(ui: &mut Ui, frame: &Frame<'_>, input: &MapInput<'_>, open: bool) -> Option<MapAction> {
    let before = input.session.curves();
    let mut curves = before.clone();
    controls(ui, frame, input, &mut curves, open);
    (curves != *before).then(|| MapAction::Curves(Box::new(curves)))
}

fn controls(ui: &mut Ui, frame: &Frame<'_>, input: &MapInput<'_>, curves: &mut Curves, open: bool) {
    let Some((row, placed)) = lane(frame) else { return };
    let project = input.session.project();
    let Some(journey) = project.journeys.get(frame.layout.journey) else { return };
    key(ui, frame, input, placed, journey, curves);
    let place = frame.camera_of(PartKind::Lanes).screen_rect(button_place(row));
    if place.height() < 8.0 || !frame.camera.view.contains_rect(place) {
        return;
    }
    let words = Text::Choose.text(input.lang);
    let response = ui.interact(place, egui::Id::unique("curve choice"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let lit = response.hovered() || response.has_focus();
    let (fill, ink) =
        if lit { (input.theme.accent_weak, input.theme.accent) } else { (input.theme.panel, input.theme.ink3) };
    let round = CornerRadius::same(5);
    ui.painter().rect(place, round, color(fill), line(input.theme.line2), StrokeKind::Inside);
    Glyph::Curves.paint(ui.painter(), place, color(ink));
    if open {
        Popup::open_id(ui, Popup::default_response_id(&response));
    }
    let response = response.on_hover_text(words);
    sheet(&response).show(|ui| {
        choice(ui, input, journey, curves);
    });
}

/// The emotion lane and its curves, if it is shown.
fn lane<'a>(frame: &Frame<'a>) -> Option<(&'a Row, &'a PlacedCurves)> {
    frame.layout.rows.iter().find_map(|row| {
        row.elements.iter().find_map(|element| match element {
            Element::Curves(curves) => Some((row.as_ref(), curves.as_ref())),
            _ => None,
        })
    })
}

/// Beside the last line of the title, as far right as the figures of the axis let it.
fn button_place(row: &Row) -> Rect {
    let title = &row.text;
    let last = title.paragraph.lines.last().map_or(0.0, |line| line.width);
    let most = m::MARGIN + m::LANE_TITLE_WIDTH - m::GUTTER - 20.0 - SIDE;
    let line = title.paragraph.style.line_height();
    Rect::new((title.rect.x + last + 6.0).min(most), title.rect.bottom() - line + (line - SIDE) / 2.0, SIDE, SIDE)
}

/// The lines of the key: a click chooses the curve that is edited, which is marked.
fn key(
    ui: &Ui,
    frame: &Frame<'_>,
    input: &MapInput<'_>,
    placed: &PlacedCurves,
    journey: &Journey,
    curves: &mut Curves,
) {
    let edited = curves.edited(input.session.project(), journey);
    let camera = frame.camera_of(PartKind::Lanes);
    for (id, key) in placed.key.iter().filter_map(|key| Some((key.curve?, key))) {
        let name = placed.curves.iter().find(|curve| curve.id == id).map_or("", |curve| curve.name.as_str());
        let width = m::KEY_SAMPLE + 7.0 + key.text.paragraph.width + 6.0;
        let place = camera.screen_rect(Rect::new(key.at.x - 3.0, key.at.y - 8.5, width, 17.0));
        if !frame.camera.view.contains_rect(place) {
            continue;
        }
        let on = edited == id;
        let response = ui.interact(place, egui::Id::unique(("curve key", id)), Sense::click());
        let words = fill(Text::Edit.text(input.lang), &[("curve", name)]);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &words));
        let round = CornerRadius::same(5);
        if on && curves_of(input.session.project(), journey).len() > 1 {
            ui.painter().rect_stroke(place, round, Stroke::new(1.2, color(input.theme.accent)), StrokeKind::Inside);
        }
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(place, round, color(input.theme.accent.faded(0.1)));
            lift(&body_painter(ui, frame), frame, placed, id, input);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(words).clicked() {
            curves.edit(journey, id);
        }
    }
}

/// Lifts the curve of a mark out that is selected or under the pointer.
pub(super) fn lift_marked(ui: &Ui, frame: &Frame<'_>, input: &MapInput<'_>, hovered: Option<RecordId>) {
    let Some((_, placed)) = lane(frame) else { return };
    let of_mark = |record: RecordId| {
        let curve = placed.curves.iter().find(|curve| curve.points.iter().any(|point| record == point.mark.into()))?;
        Some(curve.id)
    };
    let marked = hovered.and_then(of_mark).or_else(|| input.session.selection().primary().and_then(of_mark));
    if let Some(curve) = marked {
        lift(&body_painter(ui, frame), frame, placed, curve, input);
    }
}

/// Paints in the cells only, not over the bands that stay in sight.
fn body_painter(ui: &Ui, frame: &Frame<'_>) -> Painter {
    let body = frame.camera.screen_rect(frame.layout.body);
    let (left, top) = (frame.ground_of(PartKind::Lanes).right(), frame.ground_of(PartKind::Columns).bottom());
    let clip = egui::Rect::from_min_max(body.min.max(egui::pos2(left, top)), body.max);
    ui.painter_at(clip.intersect(frame.camera.view))
}

/// A pale broad line along a curve.
fn lift(painter: &Painter, frame: &Frame<'_>, placed: &PlacedCurves, id: CurveId, input: &MapInput<'_>) {
    let Some(curve) = placed.curves.iter().find(|curve| curve.id == id) else { return };
    let points: Vec<Point> = curve.points.iter().map(|point| point.at).collect();
    let path: Vec<Pos2> = traced(&points).into_iter().map(|point| frame.camera.screen(point)).collect();
    let stroke = Stroke::new((9.0 * frame.camera.zoom).max(5.0), color(input.theme.accent.faded(0.24)));
    painter.add(Shape::line(path, stroke));
}

/// The smooth line through points, as the map draws it: level in every point.
fn traced(points: &[Point]) -> Vec<Point> {
    let mut path: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        for piece in 1..=PIECES {
            let t = f32::from(piece) / f32::from(PIECES);
            let (a, b) = ((1.0 - t).powi(3) + 3.0 * t * (1.0 - t).powi(2), 3.0 * t * t * (1.0 - t) + t.powi(3));
            let middle = f32::midpoint(from.x, to.x);
            let x = (1.0 - t).powi(3) * from.x + 3.0 * t * (1.0 - t) * middle + t.powi(3) * to.x;
            path.push(Point::new(x, a * from.y + b * to.y));
        }
    }
    path
}

/// Personas by sources, each to be shown or hidden; which curve is edited; and the way back.
fn choice(ui: &mut Ui, input: &MapInput<'_>, journey: &Journey, curves: &mut Curves) {
    let project = input.session.project();
    ui.set_min_width(220.0);
    ui.label(label::bold(Text::Shown.text(input.lang), 13.0));
    let sources = sources(project);
    let mut personas: Vec<Option<PersonaId>> = journey.personas.iter().copied().map(Some).collect();
    if personas.is_empty() {
        personas.push(None);
    }
    Grid::new("curves shown").spacing(vec2(14.0, 6.0)).show(ui, |ui| {
        ui.label("");
        for source in &sources {
            ui.label(label::remark(input.theme, source_name(input, *source)));
        }
        ui.end_row();
        for persona in personas {
            ui.label(persona_name(input, persona));
            for source in &sources {
                cell(ui, input, journey, curves, CurveId { persona, source: *source });
            }
            ui.end_row();
        }
    });
    ui.add_space(4.0);
    edited(ui, input, journey, curves);
    if button::button(ui, input.theme, Rank::Quiet, Text::Usual.text(input.lang)).clicked() {
        *curves = Curves::default();
    }
}

fn cell(ui: &mut Ui, input: &MapInput<'_>, journey: &Journey, curves: &mut Curves, curve: CurveId) {
    let mut on = curves.choice.shows(journey, curve);
    let name = curve_name(input, curve);
    let response = ui.add(Checkbox::without_text(&mut on)).on_hover_text(&name);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
    if response.changed() {
        curves.choice.set(journey, curve, on);
    }
}

fn edited(ui: &mut Ui, input: &MapInput<'_>, journey: &Journey, curves: &mut Curves) {
    let project = input.session.project();
    let now = curves.edited(project, journey);
    let mut chosen = now;
    let words = Text::Edited.text(input.lang);
    ui.label(label::remark(input.theme, words));
    // A list that opens would close the sheet it stands in: the curves that are shown stand here, one a line.
    let is_listed = |curve: &CurveId| *curve == now || curves.choice.shows(journey, *curve);
    for curve in curves_of(project, journey).into_iter().filter(is_listed) {
        ui.radio_value(&mut chosen, curve, curve_name(input, curve));
    }
    ui.label(RichText::new(Text::EditedHint.text(input.lang)).size(11.5).color(color(input.theme.ink3)));
    if chosen != now {
        curves.edit(journey, chosen);
    }
}

/// "Agreed · Misaki": whose feeling according to whom.
fn curve_name(input: &MapInput<'_>, curve: CurveId) -> String {
    let source = source_name(input, curve.source);
    let persona = persona_name(input, curve.persona);
    if persona.is_empty() { source } else { crate::i18n::listed(&[&source, &persona], input.lang) }
}

fn persona_name(input: &MapInput<'_>, persona: Option<PersonaId>) -> String {
    let persona = persona.and_then(|id| input.session.project().personas.get(id));
    persona.map_or(String::new(), |persona| {
        if persona.name.is_empty() { PersonaText::Unnamed.text(input.lang).to_owned() } else { persona.name.clone() }
    })
}

fn source_name(input: &MapInput<'_>, source: MarkSource) -> String {
    match source {
        MarkSource::Agreed => InspectorText::Agreed.text(input.lang).to_owned(),
        MarkSource::Measured => InspectorText::Measured.text(input.lang).to_owned(),
        MarkSource::Target => InspectorText::Target.text(input.lang).to_owned(),
        MarkSource::Believed(id) => {
            let department = input.session.project().departments.get(id);
            department.map_or(String::new(), |department| department.name.clone())
        }
    }
}
