//! The emotion lane: what the room and the departments believe of each persona, what was measured, what is
//! aimed at.

use super::as_is_curve;
use super::columns::Grid;
use super::curve_room::Room;
use super::engine::Placer;
use super::small::{marker, persona_marker};
use super::{
    Axis, Column, Curve, CurveId, CurveKey, CurvePoint, CurveSource, Gap, PlacedCurves, PlacedText, RibbonPoint,
    measures as m,
};
use crate::base::{Align, Point, Rect, VAlign};
use crate::feedback::{Interval, StepVoice};
use crate::i18n::{fill, map::Map, signed};
use crate::model::{DepartmentId, Journey, Mark, MarkSource, OtherCards, Persona};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// From the top of the lane to the key, which stands under the lane's title.
const KEY_TOP: f32 = 44.0;
/// Height of a line of the key.
const KEY_LINE: f32 = 18.0;

/// Places the curves of the journey's personas.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, y: f32, h: f32, axis: &Axis) -> PlacedCurves {
    let mut curves = curves(placer, grid, axis);
    let left = grid.columns.first().map_or(grid.band.x, |column| column.x);
    let rect = Rect::new(left, y, grid.band.right() - left, h);
    let journey = placer.index.journey;
    let measured = CurveId { source: MarkSource::Measured, ..CurveId::usual(journey) };
    let is_measured_shown = placer.options.curves.shows(journey, measured);
    let (ribbon, mut gaps) = if is_measured_shown {
        (ribbon(placer, grid, axis), gaps(placer, grid, axis))
    } else {
        (Vec::new(), Vec::new())
    };
    let mut room = Room::new(grid, rect, &ribbon);
    room.part_markers(&mut curves);
    room.clear_callouts(&mut gaps);
    room.place_numbers(&mut curves);
    let before = as_is_curve::personas(placer);
    let lines = (((h - KEY_TOP - 8.0) / KEY_LINE) as usize).saturating_sub(before.len());
    let (key, more) = key(placer, &curves, !ribbon.is_empty(), y, lines);
    let next = key.len() + usize::from(more.is_some());
    let as_is = before.into_iter().enumerate().filter_map(|(line, persona)| {
        let key_center = y + KEY_TOP + KEY_LINE * ((next + line) as f32 + 0.5);
        as_is_curve::place(placer, grid, as_is_curve::Room { axis, bottom: y + h, key_center }, persona)
    });
    // The one who leads lies on top of the others.
    let as_is = as_is.collect::<Vec<_>>().into_iter().rev().collect();
    PlacedCurves { rect, ribbon, curves, gaps, as_is, key, more }
}

/// The agreed mark of the leading persona in a step.
pub(super) fn usual_mark<'a>(placer: &Placer<'a>, column: &Column) -> Option<&'a Mark> {
    let usual = CurveId::usual(placer.index.journey);
    marks_of(placer, column).find(|(curve, _)| *curve == usual).map(|(_, mark)| mark)
}

/// The marks of a step that belong to a curve of the journey.
fn marks_of<'a>(placer: &Placer<'a>, column: &Column) -> impl Iterator<Item = (CurveId, &'a Mark)> + use<'a> {
    let journey = placer.index.journey;
    let marks = placer.index.marks.get(&column.step).map_or(&[][..], Vec::as_slice);
    marks.iter().map(|mark| (CurveId::of(journey, mark), *mark)).filter(|(curve, _)| curve.is_in(journey))
}

fn curves(placer: &mut Placer<'_>, grid: &Grid, axis: &Axis) -> Vec<Curve> {
    let journey = placer.index.journey;
    let mut points: BTreeMap<CurveId, Vec<CurvePoint>> = BTreeMap::new();
    for column in &grid.columns {
        for (id, mark) in marks_of(placer, column) {
            if !is_shown(placer, id) {
                continue;
            }
            let at = Point::new(column.center(), axis.y_of(mark.value));
            let number = (mark.source == MarkSource::Agreed).then(|| number(placer, at, mark.value));
            let point = CurvePoint { step: column.step, mark: mark.id, at, value: mark.value, number };
            let curve = points.entry(id).or_default();
            // A mark of no persona and one of the leading persona mean the same: one of them is drawn.
            if curve.last().is_none_or(|last| last.step != column.step) {
                curve.push(point);
            }
        }
    }
    let mut curves: Vec<Curve> = points.into_iter().filter_map(|(id, points)| curve(placer, id, points)).collect();
    curves.sort_by_key(|curve| back_to_front(journey, curve));
    curves
}

fn is_shown(placer: &Placer<'_>, curve: CurveId) -> bool {
    let options = placer.options;
    let is_heard = match curve.source {
        MarkSource::Believed(department) => options.department_curves && !is_left_out(placer, department),
        _ => true,
    };
    is_heard && options.curves.shows(placer.index.journey, curve)
}

/// Whether a filter leaves a department's curve out altogether.
fn is_left_out(placer: &Placer<'_>, department: DepartmentId) -> bool {
    let filter = &placer.options.filter;
    filter.others == OtherCards::Hidden && !filter.hears(department)
}

fn curve(placer: &mut Placer<'_>, id: CurveId, points: Vec<CurvePoint>) -> Option<Curve> {
    let lang = placer.options.lang;
    let leads = id.leads(placer.index.journey);
    let (source, name, marker) = match id.source {
        MarkSource::Agreed => (CurveSource::Agreed, as_is_curve::agreed_name(placer), None),
        MarkSource::Target => (CurveSource::Target, Map::Target.text(lang), None),
        MarkSource::Measured => (CurveSource::Measured, Map::MeasuredCurve.text(lang), None),
        MarkSource::Believed(department) => {
            let marker = marker(placer, department, Point::default(), m::MARKER_RADIUS)?;
            (CurveSource::Department(department), placer.department_name(department), Some(marker))
        }
    };
    let radius = if marker.is_some() { m::PLATE_RADIUS } else { m::PERSONA_RADIUS };
    let name = named(placer, id, name);
    let others = id.persona.filter(|_| !leads);
    let persona = others.and_then(|persona| persona_marker(placer, persona, Point::default(), radius));
    Some(Curve { id, source, leads, name, points, marker, persona })
}

/// The name of a curve, with that of its persona unless it is the one that leads.
fn named(placer: &Placer<'_>, id: CurveId, source: &str) -> String {
    if id.leads(placer.index.journey) {
        return source.to_owned();
    }
    let persona = persona_name(placer, id);
    fill(Map::CurveOf.text(placer.options.lang), &[("source", source), ("persona", persona)])
}

fn persona_name<'a>(placer: &Placer<'a>, id: CurveId) -> &'a str {
    let persona: Option<&'a Persona> = id.persona.and_then(|persona| placer.project.personas.get(persona));
    persona.map_or("", |persona| persona.name.as_str())
}

/// Departments in their order, then what was measured, then the target, the agreed curves on top of all; of
/// each kind the leading persona's last.
fn back_to_front(journey: &Journey, curve: &Curve) -> (u8, bool, Reverse<usize>, usize) {
    let persona = journey.personas.iter().position(|persona| Some(*persona) == curve.id.persona).unwrap_or(0);
    let source = match curve.source {
        CurveSource::Department(_) => 0,
        CurveSource::Measured => 1,
        CurveSource::Target => 2,
        CurveSource::Agreed => 3,
    };
    let (forward, index) = curve.marker.as_ref().map_or((true, 0), |marker| (!marker.steps_back, marker.index));
    // What a filter leaves out lies under what it brings forward.
    (source, forward, Reverse(persona), index)
}

/// The value in figures; where it stands is decided when all curves are known.
fn number(placer: &mut Placer<'_>, at: Point, value: f32) -> PlacedText {
    let rect = Rect::centered(at, 40.0, 14.0);
    placer.line(&signed(f64::from(value), 1), m::NOTE, rect, Align::Center)
}

fn measured(placer: &Placer<'_>, column: &Column) -> Option<(Interval, crate::feedback::Reliability)> {
    match placer.overlay?.steps.get(&column.step)? {
        StepVoice::Hidden => None,
        StepVoice::Shown(figures) => Some((figures.emotion?, figures.reliability)),
    }
}

fn ribbon(placer: &Placer<'_>, grid: &Grid, axis: &Axis) -> Vec<Vec<RibbonPoint>> {
    let mut runs: Vec<Vec<RibbonPoint>> = vec![Vec::new()];
    for column in &grid.columns {
        let Some((interval, reliability)) = measured(placer, column) else {
            runs.push(Vec::new());
            continue;
        };
        let height = |value: f64| axis.y_of((value as f32).clamp(Mark::LOWEST, Mark::HIGHEST));
        let point = RibbonPoint {
            x: column.center(),
            y: height(interval.value),
            top: height(interval.high),
            bottom: height(interval.low),
            reliability,
        };
        if let Some(run) = runs.last_mut() {
            run.push(point);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Callouts where the agreed mark lies outside the measured interval.
fn gaps(placer: &mut Placer<'_>, grid: &Grid, axis: &Axis) -> Vec<Gap> {
    let lang = placer.options.lang;
    let mut gaps = Vec::new();
    for column in &grid.columns {
        let Some((interval, _)) = measured(placer, column) else { continue };
        let Some(agreed) = usual_mark(placer, column) else { continue };
        let value = f64::from(agreed.value);
        if (interval.low..=interval.high).contains(&value) {
            continue;
        }
        let at = Point::new(column.center(), axis.y_of(agreed.value));
        // The callout stands on the side where the measurement is not.
        let above = value > interval.high;
        let away = if above { -1.0 } else { 1.0 };
        let limit = 2.0 * axis.unit + 12.0;
        let center_y = (at.y + away * (m::FACE_RADIUS + 26.0)).clamp(axis.zero_y - limit, axis.zero_y + limit);
        let words = placer.line(Map::BeliefGap.text(lang), m::NOTE, Rect::default(), Align::Center);
        let rect = Rect::centered(Point::new(at.x, center_y), words.paragraph.width + 14.0, 18.0);
        let label = fill(
            Map::BeliefGapLabel.text(lang),
            &[
                ("step", &column.name),
                ("value", &signed(value, 1)),
                ("measured", &signed(interval.value, 1)),
                ("low", &signed(interval.low, 1)),
                ("high", &signed(interval.high, 1)),
            ],
        );
        let edge = at.y + away * m::FACE_RADIUS;
        let line = (Point::new(at.x, center_y - away * 9.0), Point::new(at.x, edge));
        let text = PlacedText { rect, ..words };
        gaps.push(Gap { step: column.step, line, rect, text, label });
    }
    gaps
}

/// The key under the lane's title: one line a curve for so many as there are lines, and how many there are besides.
fn key(
    placer: &mut Placer<'_>,
    curves: &[Curve],
    measured: bool,
    y: f32,
    lines: usize,
) -> (Vec<CurveKey>, Option<PlacedText>) {
    let lang = placer.options.lang;
    let of_departments = |curve: &&Curve| matches!(curve.source, CurveSource::Department(_));
    let named = |curve: &Curve| (Some(curve.id), key_name(placer, curve));
    // What the room agreed on first, then what was measured, then the departments in their order.
    let mut names: Vec<(Option<CurveId>, String)> =
        curves.iter().rev().filter(|curve| !of_departments(curve)).map(named).collect();
    let believed: Vec<_> = curves.iter().filter(of_departments).map(named).collect();
    if measured {
        names.push((None, Map::MeasuredCurve.text(lang).to_owned()));
    }
    names.extend(believed);
    let top = y + KEY_TOP;
    let shown = if names.len() > lines { lines.saturating_sub(1) } else { names.len() };
    let place = |line: usize| {
        let center = top + KEY_LINE * line as f32 + KEY_LINE / 2.0;
        let left = m::KEY_SAMPLE + 7.0;
        let rect = Rect::new(m::MARGIN + left, center - KEY_LINE / 2.0, m::LANE_TITLE_WIDTH - left - 28.0, KEY_LINE);
        (Point::new(m::MARGIN, center), rect)
    };
    let left_out = names.len() - shown;
    let more = (left_out > 0).then(|| {
        let words = fill(Map::MoreCurves.text(lang), &[("n", &left_out.to_string())]);
        placer.short_text(&words, m::NOTE, place(shown).1, Align::Left, VAlign::Middle, 1)
    });
    let key = names.into_iter().take(shown).enumerate().map(|(line, (curve, name))| {
        let (at, rect) = place(line);
        let text = placer.short_text(&name, m::NOTE, rect, Align::Left, VAlign::Middle, 1);
        CurveKey { curve, at, text }
    });
    (key.collect(), more)
}

/// What the key says: of several personas' agreed curves the persona, since the line says the rest.
fn key_name(placer: &Placer<'_>, curve: &Curve) -> String {
    let persona = persona_name(placer, curve.id);
    if curve.source == CurveSource::Agreed && placer.index.journey.personas.len() > 1 && !persona.is_empty() {
        return persona.to_owned();
    }
    curve.name.clone()
}
