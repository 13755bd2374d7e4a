//! The customer's voice in a step: bars, interval, value, n; hollow where there is little behind it.

use super::draw::{Draw, circle, group, line, marker_outline, outlined, rect, text};
use crate::base::{Point, Rect, Rgba};
use crate::feedback::{Headline, Interval, Reliability, Side};
use crate::layout::{ChannelMark, PlacedVoice, TrendPoint, VoiceFace, VoiceNote};
use crate::model::MarkerShape;
use crate::scene::{Item, Stroke};

/// What the voice lane shows of a step.
pub(super) fn item(draw: &Draw<'_>, voice: &PlacedVoice) -> Item {
    let theme = draw.theme;
    let mut items = Vec::new();
    match &voice.face {
        // "Below the threshold" looks different from "no data": a dashed box against bare words.
        VoiceFace::NoData => {}
        VoiceFace::Hidden => {
            let stroke = Stroke { width: 1.0, color: theme.line3, dash: vec![2.0, 4.0] };
            items.push(rect(voice.rect, 6.0, None, Some(stroke)));
        }
        VoiceFace::Figures {
            headline,
            interval,
            axis,
            bins,
            reliability,
            chart,
            track,
            value,
            n,
            trend,
            notes,
            channels,
        } => {
            items.extend(bars(draw, *headline, bins, *chart, *reliability));
            items.extend(interval_line(draw, *interval, *axis, *track, *reliability));
            items.push(text(value, theme.ink));
            items.push(text(n, if *reliability == Reliability::Solid { theme.ink2 } else { theme.ink3 }));
            items.extend(months(draw, trend));
            items.extend(notes.iter().flat_map(|remark| note(draw, remark)));
            items.extend(channels.iter().flat_map(|mark| channel(draw, mark)));
        }
    }
    items.extend(voice.text.iter().map(|words| text(words, theme.ink3)));
    group(voice.step, voice.label.clone(), voice.rect, items)
}

fn bars(draw: &Draw<'_>, headline: Headline, bins: &[u64], chart: Rect, reliability: Reliability) -> Vec<Item> {
    let most = bins.iter().copied().max().unwrap_or(0).max(1);
    let pitch = chart.w / bins.len().max(1) as f32;
    let bar = |(position, count): (usize, &u64)| {
        let height = (chart.h * *count as f32 / most as f32).max(if *count > 0 { 1.5 } else { 0.0 });
        let place = Rect::new(chart.x + pitch * position as f32, chart.bottom() - height, pitch - 1.5, height);
        let color = bin_color(draw, headline, position, bins.len());
        match reliability {
            Reliability::Solid => rect(place, 1.0, Some(color), None),
            Reliability::Tentative => rect(place, 1.0, Some(color.faded(0.55)), None),
            Reliability::Anecdotal => rect(place.inset(0.5), 1.0, None, Some(Stroke::solid(1.0, color))),
        }
    };
    bins.iter().enumerate().filter(|(_, count)| **count > 0).map(bar).collect()
}

fn bin_color(draw: &Draw<'_>, headline: Headline, position: usize, bins: usize) -> Rgba {
    let colors = draw.theme.histogram;
    let (middle, high) = match headline {
        Headline::Nps => (7, 9),
        Headline::Ces => (bins / 2, bins.saturating_sub(3)),
        Headline::Csat | Headline::Rating => (bins / 2, bins.saturating_sub(2)),
    };
    if position >= high {
        colors.high
    } else if position >= middle {
        colors.middle
    } else {
        colors.low
    }
}

/// The months as a line with the interval of each; broken where a month has too few answers.
fn months(draw: &Draw<'_>, trend: &[TrendPoint]) -> Vec<Item> {
    let theme = draw.theme;
    let mut items = Vec::new();
    for point in trend {
        if let Some(at) = point.at {
            let stroke = Stroke::solid(3.0, theme.accent.mixed(theme.panel, 0.72));
            items.push(line(Point::new(at.x, point.low), Point::new(at.x, point.high), stroke));
        }
    }
    for pair in trend.windows(2) {
        if let [TrendPoint { at: Some(from), .. }, TrendPoint { at: Some(to), .. }] = pair {
            items.push(line(*from, *to, Stroke::solid(1.2, theme.accent)));
        }
    }
    let last = trend.iter().rev().find_map(|point| point.at);
    items.extend(last.map(|at| circle(at, 2.2, Some(theme.accent), None)));
    items
}

/// A remark: a bar before what is found, bare pale words for what is not.
fn note(draw: &Draw<'_>, note: &VoiceNote) -> Vec<Item> {
    let theme = draw.theme;
    let words = text(&note.text, if note.is_proven { theme.ink2 } else { theme.ink3 });
    if !note.is_proven {
        return vec![words];
    }
    let place = note.text.rect;
    let bar = Rect::new(place.x - 6.0, place.y + 3.0, 2.0, place.h - 6.0);
    vec![rect(bar, 1.0, Some(theme.accent), None), words]
}

/// A channel on the axis and in words: which way its sign points says on which side of the others it is.
fn channel(draw: &Draw<'_>, mark: &ChannelMark) -> Vec<Item> {
    let theme = draw.theme;
    let sign = |at: Point, radius: f32| side_sign(draw, mark.side, at, radius, mark.reliability);
    vec![sign(mark.on_axis, 3.0), sign(mark.sign, 3.4), text(&mark.name, theme.ink2), text(&mark.value, theme.ink)]
}

/// All signs side by side, for the legend.
pub(super) fn sides(draw: &Draw<'_>, from: Point) -> Vec<Item> {
    let sides = [Side::Lower, Side::Between, Side::Higher].into_iter().zip([5.0, 18.0, 31.0]);
    sides.map(|(side, x)| side_sign(draw, side, from.moved(x, 0.0), 3.4, Reliability::Solid)).collect()
}

/// The sign of a side; hollow where there is little behind it.
fn side_sign(draw: &Draw<'_>, side: Side, at: Point, radius: f32, trust: Reliability) -> Item {
    let theme = draw.theme;
    let shape = match side {
        Side::Lower => MarkerShape::TriangleDown,
        Side::Between => MarkerShape::Diamond,
        Side::Higher => MarkerShape::Triangle,
    };
    let fill = if trust == Reliability::Anecdotal { theme.panel } else { theme.ink2 };
    outlined(marker_outline(shape, at, radius), fill, Stroke::solid(1.0, theme.ink2))
}

fn interval_line(
    draw: &Draw<'_>,
    interval: Interval,
    axis: (f64, f64),
    track: Rect,
    reliability: Reliability,
) -> Vec<Item> {
    let theme = draw.theme;
    let x = |value: f64| {
        let share = ((value - axis.0) / (axis.1 - axis.0)).clamp(0.0, 1.0) as f32;
        track.x + share * track.w
    };
    let (low, high) = (x(interval.low), x(interval.high));
    let middle = track.center().y;
    let doubt = Rect::new(low, middle - 4.5, (high - low).max(2.0), 9.0);
    let weight = if reliability == Reliability::Solid { 0.42 } else { 0.22 };
    let value = Point::new(x(interval.value), middle);
    let fill = if reliability == Reliability::Anecdotal { theme.panel } else { theme.accent };
    let mut items = vec![
        rect(track, track.h / 2.0, Some(theme.line2), None),
        rect(doubt, 4.5, Some(theme.accent.mixed(theme.panel, 1.0 - weight)), None),
        circle(value, 3.0, Some(fill), Some(Stroke::solid(1.2, theme.accent))),
    ];
    if axis.0 < 0.0 {
        // Where the axis has a middle, a tick says which side is which.
        let zero = Rect::new(x(0.0) - 0.5, middle - 6.0, 1.0, 12.0);
        items.insert(1, rect(zero, 0.0, Some(theme.ink3), None));
    }
    items
}
