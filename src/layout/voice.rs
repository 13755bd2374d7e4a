//! The voice lane: for each step a small distribution, the value, its interval and n.

use super::columns::Grid;
use super::engine::Placer;
use super::{Column, Element, PlacedVoice, VoiceFace, measures as m};
use crate::base::{Align, Rect, VAlign};
use crate::feedback::{Headline, Interval, Overlay, StepFigures, StepVoice};
use crate::i18n::{fill, grouped, map::Map, signed};

/// The metric that the steps of an overlay show.
pub(super) fn headline(overlay: &Overlay) -> Option<Headline> {
    overlay.steps.values().find_map(|voice| match voice {
        StepVoice::Shown(figures) => Some(figures.headline),
        StepVoice::Hidden => None,
    })
}

/// What a metric is called.
pub(super) const fn metric_name(headline: Headline) -> Map {
    match headline {
        Headline::Nps => Map::Nps,
        Headline::Csat => Map::Csat,
        Headline::Ces => Map::Ces,
    }
}

/// Places the voice of every step.
pub(super) fn place(placer: &mut Placer<'_>, grid: &Grid, y: f32) -> Vec<Element> {
    let placed = grid.columns.iter().filter_map(|column| {
        let rect = Rect::new(column.x + 10.0, y + 12.0, column.w - 20.0, m::VOICE_HEIGHT - 24.0);
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
    let line = Rect::new(rect.x, rect.bottom() - 24.0, rect.w, 24.0);
    let label = fill(
        Map::VoiceLabel.text(lang),
        &[
            ("step", &column.name),
            ("metric", metric_name(figures.headline).text(lang)),
            ("value", &words),
            ("low", &signed(shown.interval.low, 0)),
            ("high", &signed(shown.interval.high, 0)),
            ("n", &grouped(shown.n)),
        ],
    );
    let face = VoiceFace::Figures {
        headline: figures.headline,
        interval: shown.interval,
        axis: shown.axis,
        bins: shown.bins.to_vec(),
        reliability: figures.reliability,
        chart: Rect::new(rect.x, rect.y, rect.w, 44.0),
        track: Rect::new(rect.x, rect.y + 55.0, rect.w, 3.0),
        value: placer.line(&words, m::TITLE, line, Align::Left),
        n: placer.line(&n_words, m::NOTE, line, Align::Right),
    };
    PlacedVoice { step: column.step, rect, face, text: None, label }
}

/// The headline metric's figures, whichever metric it is.
pub(super) struct Shown<'a> {
    pub n: u64,
    pub interval: Interval,
    pub axis: (f64, f64),
    bins: &'a [u64],
    signed: bool,
}

impl<'a> Shown<'a> {
    pub fn of(figures: &'a StepFigures) -> Option<Self> {
        match figures.headline {
            Headline::Nps => figures.nps.as_ref().map(|f| Self {
                n: f.n,
                interval: f.score,
                axis: (-100.0, 100.0),
                bins: &f.bins,
                signed: true,
            }),
            Headline::Csat => figures.csat.as_ref().map(|f| Self {
                n: f.n,
                interval: f.top2,
                axis: (0.0, 100.0),
                bins: &f.bins,
                signed: false,
            }),
            Headline::Ces => figures.ces.as_ref().map(|f| Self {
                n: f.n,
                interval: f.easy,
                axis: (0.0, 100.0),
                bins: &f.bins,
                signed: false,
            }),
        }
    }

    pub fn value_text(&self) -> String {
        if self.signed { signed(self.interval.value, 0) } else { format!("{:.0} %", self.interval.value) }
    }
}
