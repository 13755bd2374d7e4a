//! The voice lane: for each step a small distribution, the value, its interval and n.

use super::columns::Grid;
use super::engine::Placer;
use super::{ChannelMark, Column, Element, PlacedVoice, TrendPoint, VoiceFace, VoiceNote, measures as m};
use crate::base::{Align, Point, Rect, VAlign};
use crate::feedback::{Apart, Headline, Interval, Overlay, PartFigure, Reliability, Side, StepFigures, StepVoice};
use crate::i18n::{fill, grouped, map::Map, signed};

/// The metric that the steps of an overlay show.
pub(super) fn headline(overlay: &Overlay) -> Option<Headline> {
    overlay.steps.values().find_map(|voice| match voice {
        StepVoice::Shown(figures) => Some(figures.headline),
        StepVoice::Hidden => None,
    })
}

/// What a metric is called.
#[must_use]
pub const fn metric_name(headline: Headline) -> Map {
    match headline {
        Headline::Nps => Map::Nps,
        Headline::Csat => Map::Csat,
        Headline::Ces => Map::Ces,
        Headline::Rating => Map::RatingMean,
    }
}

/// Height of the bars and of the months beside them.
const CHART: f32 = 40.0;
/// Share of the width that the bars have beside the months.
const BARS: f32 = 0.6;
/// Height of a remark.
const NOTE_LINE: f32 = 18.0;

/// Channels that get a mark: beyond so many the lowest and the highest ones.
const MOST_CHANNELS: usize = 4;
/// Room for the sign before a channel's name.
const SIGN: f32 = 12.0;
/// Remarks that the lane always has room for.
const USUAL_NOTES: usize = 2;

/// The height of the lane: as high as the step with the most to say needs.
pub(super) fn height(placer: &Placer<'_>, grid: &Grid) -> f32 {
    let notes = |column: &Column| match placer.overlay?.steps.get(&column.step)? {
        StepVoice::Shown(figures) => {
            Some(usize::from(figures.change.is_some()) + figures.apart.len().min(MOST_CHANNELS))
        }
        StepVoice::Hidden => None,
    };
    let most = grid.columns.iter().filter_map(notes).max().unwrap_or(0);
    m::VOICE_HEIGHT + NOTE_LINE * most.saturating_sub(USUAL_NOTES) as f32
}

/// Places the voice of every step in a lane of this height.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, y: f32, height: f32) -> Vec<Element> {
    let placed = grid.columns.iter().filter_map(|column| {
        let rect = Rect::new(column.x + 10.0, y + 12.0, column.w - 20.0, height - 24.0);
        of_step(placer, column, rect)
    });
    placed.map(|placed| Element::Voice(Box::new(placed))).collect()
}

/// The voice of a step in a rectangle; `None` without feedback.
pub(super) fn of_step(placer: &mut Placer<'_>, column: &Column, rect: Rect) -> Option<PlacedVoice> {
    Some(match placer.overlay?.steps.get(&column.step) {
        None => without_figures(placer, column, rect, VoiceFace::NoData),
        Some(StepVoice::Hidden) => without_figures(placer, column, rect, VoiceFace::Hidden),
        Some(StepVoice::Shown(figures)) => with_figures(placer, column, rect, figures),
    })
}

fn without_figures(placer: &mut Placer<'_>, column: &Column, rect: Rect, face: VoiceFace) -> PlacedVoice {
    let lang = placer.options.lang;
    let (words, label) = match face {
        VoiceFace::Hidden => {
            let floor = placer.project.info.floor().to_string();
            let top = fill(Map::HiddenTop.text(lang), &[("floor", &floor)]);
            (format!("{top}\n{}", Map::HiddenBottom.text(lang)), Map::HiddenLabel)
        }
        VoiceFace::NoData | VoiceFace::Figures { .. } => (Map::NoData.text(lang).to_owned(), Map::NoDataLabel),
    };
    let text = placer.text(&words, m::NOTE, rect.inset(4.0), Align::Center, VAlign::Middle);
    let label = fill(label.text(lang), &[("step", &column.name)]);
    PlacedVoice { step: column.step, rect, face, text: Some(text), label }
}

fn with_figures(placer: &mut Placer<'_>, column: &Column, rect: Rect, figures: &StepFigures) -> PlacedVoice {
    let Some(shown) = Shown::of(figures) else {
        return without_figures(placer, column, rect, VoiceFace::NoData);
    };
    let lang = placer.options.lang;
    let words = shown.value_text();
    let n_words = fill(Map::TotalN.text(lang), &[("n", &grouped(shown.n))]);
    let line = Rect::new(rect.x, rect.y + CHART + 16.0, rect.w, 24.0);
    let label = fill(
        Map::VoiceLabel.text(lang),
        &[
            ("step", &column.name),
            ("metric", metric_name(figures.headline).text(lang)),
            ("value", &words),
            ("low", &shown.words_of(shown.interval.low)),
            ("high", &shown.words_of(shown.interval.high)),
            ("n", &grouped(shown.n)),
        ],
    );
    let mut below = Rect::new(rect.x, line.bottom() + 6.0, rect.w, NOTE_LINE);
    let change = change_note(placer, figures, below);
    if change.is_some() {
        below.y += NOTE_LINE;
    }
    let track = Rect::new(rect.x, rect.y + CHART + 9.0, rect.w, 3.0);
    let (channels, told) = channel_marks(placer, figures, below, (track, shown.axis));
    let months = figures.by_month();
    let has_trend = months.iter().filter(|month| month.figure.is_some()).count() > 1;
    let bars = if has_trend { rect.w * BARS } else { rect.w };
    let beside = Rect::new(rect.x + bars + 10.0, rect.y, rect.w - bars - 12.0, CHART);
    let said = change.iter().map(|(words, _)| words).chain(&told);
    let label = said.fold(label, |label, words| format!("{label}. {words}"));
    let face = VoiceFace::Figures {
        headline: figures.headline,
        interval: shown.interval,
        axis: shown.axis,
        bins: shown.bins.to_vec(),
        reliability: figures.reliability,
        chart: Rect::new(rect.x, rect.y, bars, CHART),
        track,
        value: placer.line(&words, m::TITLE, line, Align::Left),
        n: placer.line(&n_words, m::NOTE, line, Align::Right),
        trend: if has_trend { trend(months, beside) } else { Vec::new() },
        notes: change.into_iter().map(|(_, note)| note).collect(),
        channels,
    };
    PlacedVoice { step: column.step, rect, face, text: None, label }
}

/// The months on a scale of their own: from the lowest end of an interval to the highest.
fn trend(months: &[PartFigure], rect: Rect) -> Vec<TrendPoint> {
    let shown = || months.iter().filter_map(|month| Some(month.figure?.1));
    let low = shown().map(|interval| interval.low).fold(f64::INFINITY, f64::min);
    let high = shown().map(|interval| interval.high).fold(f64::NEG_INFINITY, f64::max);
    let span = (high - low).max(1e-9);
    let y = |value: f64| rect.bottom() - rect.h * ((value - low) / span).clamp(0.0, 1.0) as f32;
    let pitch = rect.w / (months.len() - 1).max(1) as f32;
    let point = |(at, month): (usize, &PartFigure)| {
        let x = rect.x + pitch * at as f32;
        match month.figure {
            None => TrendPoint { at: None, low: rect.bottom(), high: rect.bottom() },
            Some((_, value)) => {
                TrendPoint { at: Some(Point::new(x, y(value.value))), low: y(value.low), high: y(value.high) }
            }
        }
    };
    months.iter().enumerate().map(point).collect()
}

/// What became of the value.
fn change_note(placer: &mut Placer<'_>, figures: &StepFigures, rect: Rect) -> Option<(String, VoiceNote)> {
    let change = figures.change?;
    let decimals = usize::from(figures.headline == Headline::Rating);
    let text = if change.proven { Map::ChangeProven } else { Map::ChangeUnproven };
    let value = signed(change.difference.value, decimals);
    let words = fill(text.text(placer.options.lang), &[("change", &value)]);
    let text = placer.short_text(&words, m::NOTE, rect, Align::Left, VAlign::Middle, 1);
    Some((words, VoiceNote { text, is_proven: change.proven }))
}

/// A mark for each channel that differs, and what it says in words.
fn channel_marks(
    placer: &mut Placer<'_>,
    figures: &StepFigures,
    first: Rect,
    (track, axis): (Rect, (f64, f64)),
) -> (Vec<ChannelMark>, Vec<String>) {
    let lang = placer.options.lang;
    let above = figures.apart.len().min(MOST_CHANNELS) / 2;
    let is_told = |at: &usize| {
        figures.apart.len() <= MOST_CHANNELS || *at < MOST_CHANNELS - above || *at >= figures.apart.len() - above
    };
    let told: Vec<&Apart> =
        figures.apart.iter().enumerate().filter(|(at, _)| is_told(at)).map(|(_, apart)| apart).collect();
    let mut marks = Vec::new();
    let mut words = Vec::new();
    for (line, apart) in told.into_iter().enumerate() {
        let rect = Rect { y: first.y + NOTE_LINE * line as f32, ..first };
        let value_words = value_text(apart.value.value, axis);
        let value = placer.line(&value_words, m::NOTE, rect, Align::Right);
        let name_rect = Rect::new(rect.x + SIGN, rect.y, rect.w - SIGN - value.paragraph.width - 6.0, rect.h);
        let name = placer.short_text(&apart.name, m::NOTE, name_rect, Align::Left, VAlign::Middle, 1);
        let share = ((apart.value.value - axis.0) / (axis.1 - axis.0)).clamp(0.0, 1.0) as f32;
        let text = match apart.side {
            Side::Lower => Map::ChannelLower,
            Side::Between => Map::ChannelBetween,
            Side::Higher => Map::ChannelHigher,
        };
        words.push(fill(text.text(lang), &[("channel", &apart.name), ("value", &value_words)]));
        marks.push(ChannelMark {
            side: apart.side,
            reliability: Reliability::of(apart.n),
            on_axis: Point::new(track.x + share * track.w, track.y - 4.0),
            sign: Point::new(rect.x + 4.0, rect.center().y),
            name,
            value,
        });
    }
    (marks, words)
}

/// A value on an axis in words.
fn value_text(value: f64, axis: (f64, f64)) -> String {
    match axis {
        (_, high) if high < 100.0 => format!("{value:.1}"),
        (low, _) if low < 0.0 => signed(value, 0),
        _ => format!("{value:.0} %"),
    }
}

/// The headline metric's figures, whichever metric it is.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Answers.
    pub n: u64,
    /// The value.
    pub interval: Interval,
    /// The ends of its axis.
    pub axis: (f64, f64),
    bins: &'a [u64],
}

impl<'a> Shown<'a> {
    /// The figures of a step.
    #[must_use]
    pub fn of(figures: &'a StepFigures) -> Option<Self> {
        match figures.headline {
            Headline::Nps => {
                figures.nps.as_ref().map(|f| Self { n: f.n, interval: f.score, axis: (-100.0, 100.0), bins: &f.bins })
            }
            Headline::Csat => {
                figures.csat.as_ref().map(|f| Self { n: f.n, interval: f.top2, axis: (0.0, 100.0), bins: &f.bins })
            }
            Headline::Ces => {
                figures.ces.as_ref().map(|f| Self { n: f.n, interval: f.easy, axis: (0.0, 100.0), bins: &f.bins })
            }
            Headline::Rating => figures.ratings.first().map(|f| Self {
                n: f.n,
                interval: f.mean,
                axis: (f64::from(f.lowest), f64::from(f.lowest) + (f.bins.len() - 1) as f64),
                bins: &f.bins,
            }),
        }
    }

    /// The value in words.
    #[must_use]
    pub fn value_text(&self) -> String {
        self.words_of(self.interval.value)
    }

    /// Any value on its axis in words.
    #[must_use]
    pub fn words_of(&self, value: f64) -> String {
        value_text(value, self.axis)
    }
}
