//! The emotion lane: what the room and the departments believe, what was measured, what is aimed at.

use super::columns::Grid;
use super::engine::Placer;
use super::small::marker;
use super::{Axis, Column, Curve, CurvePoint, CurveSource, Gap, PlacedCurves, PlacedText, RibbonPoint, measures as m};
use crate::base::{Align, Point, Rect};
use crate::feedback::{Interval, StepVoice};
use crate::i18n::{fill, map::Map, signed};
use crate::model::{DepartmentId, Mark, MarkSource, OtherCards};
use std::collections::BTreeMap;

/// From the middle of a face to its number.
const NUMBER_DISTANCE: f32 = m::FACE_RADIUS + 9.0;

/// Places the curves of the journey's first persona.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, y: f32, h: f32, axis: &Axis) -> PlacedCurves {
    let mut curves = curves(placer, grid, axis);
    let ribbon = ribbon(placer, grid, axis);
    let gaps = gaps(placer, grid, axis);
    turn_numbers_outward(&mut curves, &gaps);
    let key = key(placer, &curves, !ribbon.is_empty(), y, h);
    let left = grid.columns.first().map_or(grid.band.x, |column| column.x);
    let rect = Rect::new(left, y, grid.band.right() - left, h);
    PlacedCurves { rect, ribbon, curves, gaps, key }
}

/// The marks of the persona whose feelings the map shows.
pub(super) fn leading_marks<'a>(placer: &Placer<'a>, column: &Column) -> impl Iterator<Item = &'a Mark> + use<'a> {
    let lead = placer.index.journey.personas.first().copied();
    let marks = placer.index.marks.get(&column.step).map_or(&[][..], Vec::as_slice);
    marks.iter().copied().filter(move |mark| mark.persona.is_none() || mark.persona == lead)
}

fn curves(placer: &mut Placer<'_>, grid: &Grid, axis: &Axis) -> Vec<Curve> {
    let mut points: BTreeMap<MarkSource, Vec<CurvePoint>> = BTreeMap::new();
    for column in &grid.columns {
        for mark in leading_marks(placer, column) {
            let at = Point::new(column.center(), axis.y_of(mark.value));
            let number = (mark.source == MarkSource::Agreed).then(|| number(placer, at, mark.value));
            let point = CurvePoint { step: column.step, mark: mark.id, at, value: mark.value, number };
            let curve = points.entry(mark.source).or_default();
            // A mark of no persona and one of the leading persona mean the same: one of them is drawn.
            if curve.last().is_none_or(|last| last.step != column.step) {
                curve.push(point);
            }
        }
    }
    let lang = placer.options.lang;
    let mut curves = Vec::new();
    for (source, points) in points {
        let (source, name, marker) = match source {
            MarkSource::Agreed => (CurveSource::Agreed, Map::Agreed.text(lang).to_owned(), None),
            MarkSource::Target => (CurveSource::Target, Map::Target.text(lang).to_owned(), None),
            MarkSource::Measured => (CurveSource::Measured, Map::MeasuredCurve.text(lang).to_owned(), None),
            MarkSource::Believed(id) => {
                if !placer.options.department_curves || is_left_out(placer, id) {
                    continue;
                }
                let Some(marker) = marker(placer, id, Point::default(), m::MARKER_RADIUS) else { continue };
                (CurveSource::Department(id), placer.department_name(id).to_owned(), Some(marker))
            }
        };
        curves.push(Curve { source, name, points, marker });
    }
    // Departments in their order, then target, the agreed curve on top of all.
    curves.sort_by_key(|curve| match curve.source {
        // What a filter leaves out lies under what it brings forward.
        CurveSource::Department(_) => curve.marker.as_ref().map_or((0, 0), |m| (u8::from(!m.steps_back), m.index)),
        CurveSource::Measured => (2, 0),
        CurveSource::Target => (3, 0),
        CurveSource::Agreed => (4, 0),
    });
    curves
}

/// Whether a filter leaves a department's curve out altogether.
fn is_left_out(placer: &Placer<'_>, department: DepartmentId) -> bool {
    let filter = &placer.options.filter;
    filter.others == OtherCards::Hidden && !filter.hears(department)
}

/// The value in figures; where it stands is decided when all curves are known.
fn number(placer: &mut Placer<'_>, at: Point, value: f32) -> PlacedText {
    let rect = Rect::centered(at, 40.0, 14.0);
    placer.line(&signed(f64::from(value), 1), m::NOTE, rect, Align::Center)
}

/// Numbers stand above their face, in a valley below it (there the curve rises on both sides), and on
/// the other side where another mark or a callout stands in the way.
fn turn_numbers_outward(curves: &mut [Curve], gaps: &[Gap]) {
    let marks: Vec<Point> =
        curves.iter().filter(|c| c.source != CurveSource::Agreed).flat_map(|c| &c.points).map(|p| p.at).collect();
    let near = |m: Point, at: Point| (m.x - at.x).abs() < 1.0 && (m.y - at.y).abs() < 12.0;
    let crossed = |gap: &Gap, at: Point| {
        let (from, to) = (gap.line.0.y.min(gap.line.1.y), gap.line.0.y.max(gap.line.1.y));
        (gap.line.0.x - at.x).abs() < 1.0 && from - 12.0 < at.y && at.y < to + 6.0
    };
    let taken = |at: Point| marks.iter().any(|m| near(*m, at)) || gaps.iter().any(|gap| crossed(gap, at));
    for curve in curves {
        let values: Vec<f32> = curve.points.iter().map(|point| point.value).collect();
        for (i, point) in curve.points.iter_mut().enumerate() {
            let Some(number) = &mut point.number else { continue };
            let before = i.checked_sub(1).and_then(|i| values.get(i)).copied().unwrap_or(point.value);
            let after = values.get(i + 1).copied().unwrap_or(point.value);
            let (above, below) = (point.at.moved(0.0, -NUMBER_DISTANCE), point.at.moved(0.0, NUMBER_DISTANCE));
            let in_valley = before + after > 2.0 * point.value;
            let (first, second) = if in_valley { (below, above) } else { (above, below) };
            let center = if taken(first) && !taken(second) { second } else { first };
            number.rect = Rect::centered(center, number.rect.w, number.rect.h);
        }
    }
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
        let Some(agreed) = leading_marks(placer, column).find(|mark| mark.source == MarkSource::Agreed) else {
            continue;
        };
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

/// The key under the lane's title: one line a curve.
fn key(
    placer: &mut Placer<'_>,
    curves: &[Curve],
    measured: bool,
    y: f32,
    h: f32,
) -> Vec<(Option<CurveSource>, Point, PlacedText)> {
    let named = |curve: &Curve| (Some(curve.source), curve.name.clone());
    let of_departments = |curve: &&Curve| matches!(curve.source, CurveSource::Department(_));
    // What the room agreed on first, then what was measured, then the departments in their order.
    let mut names: Vec<(Option<CurveSource>, String)> =
        curves.iter().rev().filter(|curve| !of_departments(curve)).map(named).collect();
    if measured {
        names.push((None, Map::MeasuredCurve.text(placer.options.lang).to_owned()));
    }
    names.extend(curves.iter().filter(of_departments).map(named));
    let top = y + 44.0;
    let most = ((h - 52.0) / 18.0) as usize;
    names
        .into_iter()
        .take(most)
        .enumerate()
        .map(|(line, (source, name))| {
            let center = top + 18.0 * line as f32 + 9.0;
            let rect = Rect::new(m::MARGIN + 26.0, center - 9.0, m::LANE_TITLE_WIDTH - 26.0 - 30.0, 18.0);
            let text = placer.short_text(&name, m::NOTE, rect, Align::Left, crate::base::VAlign::Middle, 1);
            (source, Point::new(m::MARGIN, center), text)
        })
        .collect()
}
