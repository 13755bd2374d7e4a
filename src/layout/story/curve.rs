//! The emotion curve as far as the story has come, over a band of the phases.

use super::teller::Teller;
use super::{StoryBand, StoryCurve, StoryElement, StoryPoint, insight, measures as m};
use crate::base::{Align, Point, Rect};
use crate::i18n::present::PresentText as Text;
use crate::i18n::{domain::Named as _, domain::emotion_label, fill, map::Map, signed};
use crate::layout::RibbonPoint;
use crate::model::{LaneKind, Mark, MarkSource, Step, StepId};
use crate::text::TextStyle;

/// Places the curve of the first `told` steps; it grows to `now`, where that has a mark.
pub(super) fn place(teller: &mut Teller<'_>, rect: Rect, told: usize, now: Option<StepId>, phase_at: usize) {
    let steps = teller.steps();
    let band_top = rect.bottom() - m::BAND;
    let grid = Rect::new(rect.x, rect.y, rect.w, band_top - rect.y - 8.0);
    let unit = (grid.h - 2.0 * m::FACE_ON_CURVE) / (Mark::HIGHEST - Mark::LOWEST);
    let zero_y = grid.center().y;
    let columns = columns(teller, rect);
    let x_of = |step: &Step| columns.iter().find(|(id, _)| *id == step.id).map_or(rect.x, |(_, x)| *x);
    let y_of = |value: f32| zero_y - value.clamp(Mark::LOWEST, Mark::HIGHEST) * unit;

    let mut points = Vec::new();
    for step in steps.iter().take(told) {
        if let Some(mark) = teller.mark(step.id, MarkSource::Agreed) {
            let at = Point::new(x_of(step), y_of(mark.value));
            points.push((step.id, StoryPoint { mark: mark.id, at, value: mark.value }));
        }
    }
    let grows = now.is_some() && points.last().map(|(step, _)| *step) == now;
    let believed = now.map(|step| insight::believed(teller, step)).unwrap_or_default();
    let here = steps.iter().find(|step| Some(step.id) == now).map_or(rect.x, |step| x_of(step));
    // What departments believe stands beside the face, where nothing is told yet.
    let beside = (here + m::FACE_ON_CURVE + 1.6 * m::BELIEVED).min(rect.right() - m::BELIEVED);
    let believed = believed
        .into_iter()
        .filter_map(|(department, value)| teller.marker(department, Point::new(beside, y_of(value)), m::BELIEVED))
        .collect();
    let curve = StoryCurve {
        rect: grid,
        zero_y,
        unit,
        bands: bands(teller, &columns, rect, band_top, phase_at),
        ahead: steps.iter().skip(told).map(|step| Point::new(x_of(step), zero_y)).collect(),
        label: label(teller, now),
        points: points.into_iter().map(|(_, point)| point).collect(),
        grows,
        measured: measured(teller, &steps[..told.min(steps.len())], &x_of, &y_of),
        believed,
    };
    teller.elements.push(StoryElement::Curve(Box::new(curve)));
}

/// The middles of the steps; a phase without steps takes the room of one.
fn columns(teller: &Teller<'_>, rect: Rect) -> Vec<(StepId, f32)> {
    let count: usize = teller.index.phases.iter().map(|group| group.steps.len().max(1)).sum();
    let pitch = rect.w / count.max(1) as f32;
    let mut columns = Vec::new();
    let mut at = 0;
    for group in &teller.index.phases {
        for (i, step) in group.steps.iter().enumerate() {
            columns.push((step.id, rect.x + pitch * ((at + i) as f32 + 0.5)));
        }
        at += group.steps.len().max(1);
    }
    columns
}

fn bands(teller: &Teller<'_>, columns: &[(StepId, f32)], rect: Rect, top: f32, now: usize) -> Vec<StoryBand> {
    let count: usize = teller.index.phases.iter().map(|group| group.steps.len().max(1)).sum();
    let pitch = rect.w / count.max(columns.len()).max(1) as f32;
    let mut x = rect.x;
    let mut bands = Vec::new();
    for (phase, group) in teller.index.phases.iter().enumerate() {
        let width = pitch * group.steps.len().max(1) as f32;
        let place = Rect::new(x, top, width - 6.0, m::BAND);
        let untitled = Map::UntitledPhase.text(teller.lang);
        let name = if group.phase.name.is_empty() { untitled } else { &group.phase.name };
        let style = if phase == now { TextStyle::bold(m::SMALL) } else { TextStyle::regular(m::SMALL) };
        let inside = Rect::new(place.x + 8.0, place.y, (place.w - 16.0).max(1.0), place.h);
        let text = teller.line(name, style, inside, Align::Center);
        bands.push(StoryBand { rect: place, phase, text, now: phase == now, reached: phase <= now });
        x += width;
    }
    bands
}

fn measured(
    teller: &Teller<'_>,
    steps: &[&Step],
    x_of: &impl Fn(&Step) -> f32,
    y_of: &impl Fn(f32) -> f32,
) -> Vec<Vec<RibbonPoint>> {
    let mut runs = vec![Vec::new()];
    for step in steps {
        let figures = insight::figures_of(teller, step.id);
        let Some((interval, figures)) = figures.and_then(|figures| Some((figures.emotion?, figures))) else {
            runs.push(Vec::new());
            continue;
        };
        let height = |value: f64| y_of(value as f32);
        let point = RibbonPoint {
            x: x_of(step),
            y: height(interval.value),
            top: height(interval.high),
            bottom: height(interval.low),
            reliability: figures.reliability,
        };
        if let Some(run) = runs.last_mut() {
            run.push(point);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn label(teller: &Teller<'_>, now: Option<StepId>) -> String {
    let lane = LaneKind::Emotion.name(teller.lang);
    let Some(mark) = now.and_then(|step| teller.mark(step, MarkSource::Agreed)) else { return lane.to_owned() };
    let value = signed(f64::from(mark.value), 1);
    let word = emotion_label(mark.value, teller.lang);
    fill(Text::Feels.text(teller.lang), &[("lane", lane), ("value", &value), ("word", word)])
}
