//! A metric as a column of the table: its words, and its value with the interval as a bar.

use crate::feedback::{CesFigure, CsatFigure, Interval, NpsFigure, Reliability, StepFigures, StepVoice};
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::signed;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use eframe::egui::{Align2, Painter, Rect, Stroke, pos2};

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Metric {
    Nps,
    Csat,
    Ces,
}

impl Metric {
    /// Those that any of the voices has.
    pub(super) fn in_use<'a>(voices: impl Iterator<Item = &'a StepVoice>) -> Vec<Self> {
        let figures: Vec<&StepFigures> = voices
            .filter_map(|voice| match voice {
                StepVoice::Shown(figures) => Some(figures.as_ref()),
                StepVoice::Hidden => None,
            })
            .collect();
        let has = |metric: &Self| figures.iter().any(|figures| metric.of(figures).is_some());
        [Self::Nps, Self::Csat, Self::Ces].into_iter().filter(has).collect()
    }

    pub(super) const fn head(self) -> Text {
        match self {
            Self::Nps => Text::NpsHead,
            Self::Csat => Text::CsatHead,
            Self::Ces => Text::CesHead,
        }
    }

    pub(super) fn of(self, figures: &StepFigures) -> Option<(Interval, u64)> {
        match self {
            Self::Nps => figures.nps.as_ref().map(|NpsFigure { score, n, .. }| (*score, *n)),
            Self::Csat => figures.csat.as_ref().map(|CsatFigure { top2, n, .. }| (*top2, *n)),
            Self::Ces => figures.ces.as_ref().map(|CesFigure { easy, n, .. }| (*easy, *n)),
        }
    }

    /// The ends of its axis.
    const fn axis(self) -> (f64, f64) {
        match self {
            Self::Nps => (-100.0, 100.0),
            Self::Csat | Self::Ces => (0.0, 100.0),
        }
    }

    pub(super) fn text(self, value: f64) -> String {
        match self {
            Self::Nps => signed(value, 0),
            Self::Csat | Self::Ces => format!("{value:.0} %"),
        }
    }

    pub(super) fn interval_text(self, interval: Interval) -> String {
        match self {
            Self::Nps => format!("{} … {}", signed(interval.low, 0), signed(interval.high, 0)),
            Self::Csat | Self::Ces => format!("{:.0} … {:.0} %", interval.low, interval.high),
        }
    }
}

/// A value with its interval, in figures (under it or beside it) and as a bar.
pub(super) fn figure(
    painter: &Painter,
    cx: &Cx<'_>,
    (rect, is_stacked): (Rect, bool),
    metric: Metric,
    interval: Interval,
    trust: Reliability,
) {
    let base = rect.top() + 15.0;
    let value = metric.text(interval.value);
    let ink = if trust == Reliability::Solid { cx.theme.ink } else { cx.theme.ink2 };
    painter.text(pos2(rect.left(), base), Align2::LEFT_CENTER, value, fonts::bold(14.0), color(ink));
    let range = metric.interval_text(interval);
    let (at, align) = if is_stacked {
        (pos2(rect.left(), base + 15.0), Align2::LEFT_CENTER)
    } else {
        (pos2(rect.right(), base), Align2::RIGHT_CENTER)
    };
    painter.text(at, align, range, fonts::regular(size::SMALL), color(cx.theme.ink3));
    bar(painter, cx, rect, metric, interval, trust);
}

fn bar(painter: &Painter, cx: &Cx<'_>, rect: Rect, metric: Metric, interval: Interval, trust: Reliability) {
    let (low, high) = metric.axis();
    let x = |value: f64| rect.left() + rect.width() * ((value - low) / (high - low)) as f32;
    let y = rect.bottom() - 10.0;
    let band = |from: f32, to: f32| Rect::from_min_max(pos2(from, y - 2.0), pos2(to, y + 2.0));
    painter.rect_filled(band(rect.left(), rect.right()), 2.0, color(cx.theme.groove));
    if metric == Metric::Nps {
        painter.vline(x(0.0), y - 4.0..=y + 4.0, line(cx.theme.line3));
    }
    let shade = if trust == Reliability::Solid { cx.theme.accent } else { cx.theme.accent.faded(0.45) };
    painter.rect_filled(band(x(interval.low), x(interval.high)), 2.0, color(shade));
    let ring = Stroke::new(1.6, color(cx.theme.accent));
    let inside = if trust == Reliability::Anecdotal { cx.theme.panel } else { shade };
    painter.circle(pos2(x(interval.value), y), 3.6, color(inside), ring);
}
