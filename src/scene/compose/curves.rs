//! The emotion curves: position, face and number, never colour alone.

use super::draw::{Draw, circle, filled, group, line, marker_outline, outlined, rect, scene_text, stroked, text};
use super::{as_is_curve, columns};
use crate::base::{Point, Rect, Rgba};
use crate::feedback::Reliability;
use crate::i18n::domain::emotion_label;
use crate::i18n::{fill, map::Map, signed};
use crate::layout::{
    Curve, CurvePoint, CurveSource, Element, Gap, MapLayout, PlacedCurves, PlacedMarker, PlacedSpark, PlacedText,
    RibbonPoint, Row, measures as m,
};
use crate::look::icons;
use crate::model::MarkerShape;
use crate::scene::{Block, Group, Item, Shape, Stroke};
use kurbo::BezPath;

/// Everything in the emotion lane, from back to front.
pub(super) fn items(draw: &Draw<'_>, map: &MapLayout, row: &Row, curves: &PlacedCurves) -> Vec<Item> {
    let mut items = grid(draw, row, curves.rect);
    for run in &curves.ribbon {
        items.extend(ribbon(draw, run));
    }
    let ground = columns::ground(draw, map, row);
    items.extend(curves.as_is.iter().flat_map(|curve| as_is_curve::items(draw, curve, ground)));
    for curve in &curves.curves {
        items.push(curve_line(draw, curve));
        items.extend(curve.points.iter().map(|point| {
            let step = map.column(point.step).map_or("", |column| column.name.as_str());
            self::point(draw, curve, point, step)
        }));
    }
    items.extend(curves.gaps.iter().map(|gap| callout(draw, gap)));
    let numbers = curves.curves.iter().flat_map(|curve| &curve.points).filter_map(|point| point.number.as_ref());
    items.extend(numbers.map(|number| self::number(draw, number, ground)));
    items
}

/// The agreed emotion in a collapsed row: the shape of the journey, without figures.
pub(super) fn spark(draw: &Draw<'_>, spark: &PlacedSpark) -> Vec<Item> {
    let ends = (Point::new(spark.rect.x, spark.zero_y), Point::new(spark.rect.right(), spark.zero_y));
    let mut items = vec![line(ends.0, ends.1, Stroke::solid(1.0, draw.theme.grid))];
    if spark.points.len() > 1 {
        items.push(stroked(smooth(&spark.points), Stroke::solid(1.6, draw.theme.ink2)));
    }
    items.extend(spark.points.iter().map(|at| circle(*at, 2.2, Some(draw.theme.ink2), None)));
    items
}

fn grid(draw: &Draw<'_>, row: &Row, rect: Rect) -> Vec<Item> {
    let Some(axis) = &row.axis else { return Vec::new() };
    (-2_i8..=2)
        .map(|value| {
            let y = axis.y_of(f32::from(value));
            let color = if value == 0 { draw.theme.line2 } else { draw.theme.grid };
            line(Point::new(rect.x, y), Point::new(rect.right(), y), Stroke::solid(1.0, color))
        })
        .collect()
}

/// A curve through points.
pub(super) fn smooth(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    append_smooth(&mut path, points, true);
    path
}

/// A curve with level tangents in every point: it never overshoots a value that somebody gave.
pub(super) fn append_smooth(path: &mut BezPath, points: &[Point], start: bool) {
    let Some(first) = points.first() else { return };
    let at = |x: f32, y: f32| (f64::from(x), f64::from(y));
    if start {
        path.move_to(at(first.x, first.y));
    } else {
        path.line_to(at(first.x, first.y));
    }
    for pair in points.windows(2) {
        let middle = f32::midpoint(pair[0].x, pair[1].x);
        path.curve_to(at(middle, pair[0].y), at(middle, pair[1].y), at(pair[1].x, pair[1].y));
    }
}

/// The band of the interval with the measured values along it. A single step is drawn as a bar.
fn ribbon(draw: &Draw<'_>, run: &[RibbonPoint]) -> Vec<Item> {
    let theme = draw.theme;
    let mut items = Vec::new();
    if let [only] = run {
        let band = Rect::new(only.x - 14.0, only.top, 28.0, (only.bottom - only.top).max(1.0));
        items.push(rect(band, 4.0, Some(theme.ribbon), None));
    } else {
        let tops: Vec<Point> = run.iter().map(|p| Point::new(p.x, p.top)).collect();
        let bottoms: Vec<Point> = run.iter().rev().map(|p| Point::new(p.x, p.bottom)).collect();
        let mut band = smooth(&tops);
        append_smooth(&mut band, &bottoms, false);
        band.close_path();
        items.push(filled(band, theme.ribbon));
        let values: Vec<Point> = run.iter().map(|p| Point::new(p.x, p.y)).collect();
        items.push(stroked(smooth(&values), measured_stroke(draw)));
    }
    for point in run {
        let solid = point.reliability == Reliability::Solid;
        let fill = if solid { theme.accent } else { theme.panel };
        items.push(circle(
            Point::new(point.x, point.y),
            m::DOT_RADIUS,
            Some(fill),
            Some(Stroke::solid(1.4, theme.accent)),
        ));
    }
    items
}

fn measured_stroke(draw: &Draw<'_>) -> Stroke {
    Stroke { width: 1.8, color: draw.theme.accent, dash: vec![6.0, 5.0] }
}

/// Agreed is solid, believed dotted, measured dashed, the target dashed long; a persona that does not lead has
/// its own colour on its agreed curve.
fn curve_stroke(draw: &Draw<'_>, curve: &Curve) -> Stroke {
    let color = curve_color(draw, curve);
    match (curve.source, curve.leads) {
        (CurveSource::Agreed, true) => Stroke::solid(2.8, color),
        (CurveSource::Agreed, false) => Stroke::solid(2.0, color),
        (CurveSource::Department(_), _) => Stroke { width: 1.6, color, dash: vec![0.5, 4.5] },
        (CurveSource::Target, _) => Stroke { width: 2.0, color, dash: vec![10.0, 5.0] },
        (CurveSource::Measured, _) => measured_stroke(draw),
    }
}

fn curve_color(draw: &Draw<'_>, curve: &Curve) -> Rgba {
    match (curve.source, &curve.marker, &curve.persona) {
        (CurveSource::Department(_), Some(marker), _) | (CurveSource::Agreed, _, Some(marker)) => {
            draw.marker_color(marker)
        }
        (CurveSource::Agreed | CurveSource::Department(_), ..) => draw.theme.ink,
        (CurveSource::Target, ..) => draw.theme.good,
        (CurveSource::Measured, ..) => draw.theme.accent,
    }
}

fn curve_line(draw: &Draw<'_>, curve: &Curve) -> Item {
    let points: Vec<Point> = curve.points.iter().map(|point| point.at).collect();
    let line = draw.standing(stroked(smooth(&points), curve_stroke(draw, curve)), steps_back(curve));
    // It is no record, but it has a name wherever things have names.
    let label = fill(Map::CurveHeading.text(draw.lang), &[("source", &curve.name)]);
    Item::group(Group { id: None, label, bounds: line.bounds(), clip: None, items: vec![line] })
}

/// Whether it is the curve of a department that a filter leaves out.
fn steps_back(curve: &Curve) -> bool {
    curve.marker.as_ref().is_some_and(|marker| marker.steps_back)
}

fn point(draw: &Draw<'_>, curve: &Curve, point: &CurvePoint, step: &str) -> Item {
    let radius = curve.radius();
    let label = fill(
        Map::EmotionHeading.text(draw.lang),
        &[
            ("source", &curve.name),
            ("step", step),
            ("value", &signed(f64::from(point.value), 1)),
            ("word", emotion_label(point.value, draw.lang)),
        ],
    );
    let items = if curve.source == CurveSource::Agreed && curve.leads {
        face(draw, point.at, point.value)
    } else {
        sign(draw, curve, point.at)
    };
    group(point.mark, label, Rect::centered(point.at, 2.0 * radius, 2.0 * radius), items)
}

/// What stands in the points of a curve without faces: a department's marker, a persona's, or the sign of its
/// source, and where both a persona and something else are to be said, one on the other.
fn sign(draw: &Draw<'_>, curve: &Curve, at: Point) -> Vec<Item> {
    let color = curve_color(draw, curve);
    match (curve.source, &curve.marker, &curve.persona) {
        (CurveSource::Department(_), Some(marker), Some(persona)) => {
            let mut items = hollow(draw, &PlacedMarker { letter: None, ..persona.at(at) }, draw.marker_color(persona));
            items.extend(draw.marker(&marker.at(at)));
            items
        }
        (CurveSource::Department(_), Some(marker), None) | (CurveSource::Agreed, _, Some(marker)) => {
            draw.marker(&marker.at(at))
        }
        (_, _, Some(persona)) => hollow(draw, &persona.at(at), color),
        (CurveSource::Target, ..) => {
            let outline = marker_outline(MarkerShape::Diamond, at, m::SIGN_RADIUS);
            vec![outlined(outline, draw.theme.panel, Stroke::solid(1.8, color))]
        }
        _ => vec![circle(at, m::SIGN_RADIUS - 1.0, Some(draw.theme.panel), Some(Stroke::solid(1.8, color)))],
    }
}

/// A marker in outline, with its letter in the same colour.
fn hollow(draw: &Draw<'_>, marker: &PlacedMarker, color: Rgba) -> Vec<Item> {
    let outline = marker_outline(marker.shape, marker.center, marker.radius - 0.8);
    let letter = marker.letter.as_ref().map(|letter| text(letter, draw.theme.ink));
    std::iter::once(outlined(outline, draw.theme.panel, Stroke::solid(1.6, color))).chain(letter).collect()
}

/// A value in figures; lines behind it shine through only faintly.
fn number(draw: &Draw<'_>, number: &PlacedText, ground: Rgba) -> Item {
    Item::Block(Block {
        rect: number.rect,
        shape: Shape::Rounded(4.0),
        fill: Some(ground.faded(0.88)),
        stroke: None,
        text: Some(scene_text(number, draw.theme.ink2)),
    })
}

/// A face for a value from −2 to +2.
pub(super) fn face(draw: &Draw<'_>, at: Point, value: f32) -> Vec<Item> {
    face_of(draw, at, value, m::FACE_RADIUS)
}

/// A face of any size.
pub(super) fn face_of(draw: &Draw<'_>, at: Point, value: f32, radius: f32) -> Vec<Item> {
    let theme = draw.theme;
    let scale = radius / 10.0;
    // A large face drawn with lines in proportion looks like a road sign.
    let heavier = (radius / m::FACE_RADIUS).sqrt();
    let eye = |dx: f32| circle(at.moved(dx * scale, -2.6 * scale), 1.25 * scale, Some(theme.ink), None);
    vec![
        circle(at, radius, Some(theme.panel), Some(Stroke::solid(1.8 * heavier, theme.ink))),
        eye(-3.2),
        eye(3.2),
        stroked(icons::placed(&icons::mouth(value), at.x, at.y, scale), Stroke::solid(1.7 * heavier, theme.ink)),
    ]
}

fn callout(draw: &Draw<'_>, gap: &Gap) -> Item {
    let theme = draw.theme;
    let items = vec![
        line(gap.line.0, gap.line.1, Stroke::solid(1.4, theme.warn)),
        Item::Block(Block {
            rect: gap.rect,
            shape: Shape::Rounded(9.0),
            fill: Some(theme.panel),
            stroke: Some(Stroke::solid(1.2, theme.warn)),
            text: Some(scene_text(&gap.text, theme.warn)),
        }),
    ];
    Item::group(Group { id: Some(gap.step.into()), label: gap.label.clone(), bounds: gap.rect, clip: None, items })
}

/// The key to the curves, under the lane's title.
pub(super) fn key(draw: &Draw<'_>, row: &Row) -> Vec<Item> {
    let mut items = Vec::new();
    for element in &row.elements {
        let Element::Curves(curves) = element else { continue };
        let find = |id| curves.curves.iter().find(|curve| curve.id == id);
        for key in &curves.key {
            let end = key.at.moved(m::KEY_SAMPLE, 0.0);
            if let Some(curve) = key.curve.and_then(find) {
                items.push(draw.standing(line(key.at, end, curve_stroke(draw, curve)), steps_back(curve)));
                if !(curve.leads && curve.source == CurveSource::Agreed) {
                    items.extend(sign(draw, curve, key.at.moved(m::KEY_SAMPLE / 2.0, 0.0)));
                }
            } else {
                let band = Rect::new(key.at.x, key.at.y - 6.0, m::KEY_SAMPLE, 12.0);
                items.push(rect(band, 0.0, Some(draw.theme.ribbon), None));
                items.push(line(key.at, end, measured_stroke(draw)));
            }
            let is_back = key.curve.and_then(find).is_some_and(steps_back);
            items.push(draw.standing(text(&key.text, draw.theme.ink2), is_back));
        }
        items.extend(curves.as_is.iter().flat_map(|curve| as_is_curve::key(draw, curve)));
        items.extend(curves.more.iter().map(|more| text(more, draw.theme.ink3)));
    }
    items
}
