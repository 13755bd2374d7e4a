//! What customers answered and where departments disagree, in large type.

use super::column::label_size;
use super::teller::Teller;
use super::{Ink, StoryElement, StoryFigures};
use crate::base::{Align, Point, Rect, VAlign};
use crate::feedback::{Headline, StepFigures, StepVoice};
use crate::i18n::present::PresentText as Text;
use crate::i18n::{fill, grouped, map::Map, signed};
use crate::insight::DISAGREE;
use crate::layout::voice::{Shown, metric_name};
use crate::model::{DepartmentId, MarkSource, Step, StepId};
use crate::text::TextStyle;

/// What departments believe of a step.
pub(super) struct Split {
    /// How far the outermost lie apart.
    pub spread: f32,
    /// Each with its value.
    pub believed: Vec<(DepartmentId, f32)>,
}

/// Departments' marks of a step in the departments' order.
pub(super) fn believed(teller: &Teller<'_>, step: StepId) -> Vec<(DepartmentId, f32)> {
    let mut believed: Vec<(DepartmentId, f32)> = teller
        .marks(step)
        .filter_map(|mark| match mark.source {
            MarkSource::Believed(department) => Some((department, mark.value)),
            _ => None,
        })
        .collect();
    believed.sort_by_key(|(id, _)| teller.departments.get(id).map_or(usize::MAX, |(index, _)| *index));
    believed.dedup_by_key(|(id, _)| *id);
    believed
}

/// The disagreement of a step, where there is one.
pub(super) fn disagreement(teller: &Teller<'_>, step: StepId) -> Option<Split> {
    let believed = believed(teller, step);
    let low = believed.iter().map(|(_, value)| *value).fold(f32::INFINITY, f32::min);
    let high = believed.iter().map(|(_, value)| *value).fold(f32::NEG_INFINITY, f32::max);
    (high - low >= DISAGREE).then_some(Split { spread: high - low, believed })
}

/// Where the room's mark lies outside the measured interval, in a sentence.
pub(super) fn gap(teller: &Teller<'_>, step: StepId) -> Option<String> {
    let interval = figures_of(teller, step)?.emotion?;
    let agreed = f64::from(teller.mark(step, MarkSource::Agreed)?.value);
    let outside = !(interval.low..=interval.high).contains(&agreed);
    outside.then(|| {
        fill(
            Text::Gap.text(teller.lang),
            &[
                ("value", &signed(agreed, 1)),
                ("measured", &signed(interval.value, 1)),
                ("low", &signed(interval.low, 1)),
                ("high", &signed(interval.high, 1)),
            ],
        )
    })
}

/// The figures of a step that may be shown.
pub(super) fn figures_of<'a>(teller: &Teller<'a>, step: StepId) -> Option<&'a StepFigures> {
    match teller.overlay?.steps.get(&step)? {
        StepVoice::Shown(figures) => Some(figures),
        StepVoice::Hidden => None,
    }
}

/// Value, interval and n.
pub(super) fn figures(
    teller: &Teller<'_>,
    step: &Step,
    figures: &StepFigures,
    at: Rect,
    size: f32,
) -> (f32, Vec<StoryElement>) {
    let Some(shown) = Shown::of(figures) else { return (0.0, Vec::new()) };
    let lang = teller.lang;
    let value = shown.value_text();
    let (low, high) = (bound(figures.headline, shown.interval.low), bound(figures.headline, shown.interval.high));
    let big = TextStyle::bold(size * 1.5);
    let tall = big.line_height();
    let value_width = teller.width(&value, big) + size * 0.6;
    let value_text = teller.line(&value, big, Rect::new(at.x, at.y, value_width, tall), Align::Left);
    let style = TextStyle::regular(label_size(size));
    let metric = metric_name(figures.headline).text(lang);
    let first = format!("{metric}   {}", fill(Map::TotalN.text(lang), &[("n", &grouped(shown.n))]));
    let second = fill(Text::Interval.text(lang), &[("low", &low), ("high", &high)]);
    let (left, half) = (at.x + value_width, tall / 2.0);
    let width = (at.right() - left).max(1.0);
    let words = vec![
        teller.line(&first, style, Rect::new(left, at.y, width, half), Align::Left),
        teller.line(&second, style, Rect::new(left, at.y + half, width, half), Align::Left),
    ];
    let track = Rect::new(at.x, at.y + tall + size * 0.25, at.w, size * 0.16);
    let height = tall + size * 0.7;
    let label = fill(
        Map::VoiceLabel.text(lang),
        &[
            ("step", &step.name),
            ("metric", metric),
            ("value", &value),
            ("low", &low),
            ("high", &high),
            ("n", &grouped(shown.n)),
        ],
    );
    let placed = StoryFigures {
        step: step.id,
        rect: Rect::new(at.x, at.y, at.w, height),
        interval: shown.interval,
        axis: shown.axis,
        reliability: figures.reliability,
        track,
        value: value_text,
        words,
        label,
    };
    (height, vec![StoryElement::Figures(Box::new(placed))])
}

fn bound(headline: Headline, value: f64) -> String {
    if headline == Headline::Nps { signed(value, 0) } else { format!("{value:.0}") }
}

/// How far departments lie apart, and each with its marker, name and value, as many on a line as fit.
pub(super) fn split(teller: &Teller<'_>, split: &Split, at: Rect, size: f32) -> (f32, Vec<StoryElement>) {
    let lang = teller.lang;
    let heading = fill(Text::Disagree.text(lang), &[("spread", &format!("{:.1}", split.spread))]);
    let style = TextStyle::bold(label_size(size).max(size * 0.7));
    let mut title = teller.text(&heading, style, at, Align::Left, VAlign::Top);
    title.rect.h = title.paragraph.height;
    let (mut x, mut y) = (at.x, at.y + title.rect.h + size * 0.2);
    let (words, radius, line) = (TextStyle::regular(size * 0.8), size * 0.4, size * 1.15);
    let mut elements = vec![StoryElement::Words(title, Ink::Warn)];
    for (department, value) in &split.believed {
        let said = format!("{} {}", teller.department_name(*department), signed(f64::from(*value), 1));
        let left = 2.0 * radius + size * 0.25;
        let width = (teller.width(&said, words) + 1.0).min(at.w - left);
        if x > at.x && x + left + width > at.right() {
            (x, y) = (at.x, y + line);
        }
        let center = Point::new(x + radius, y + line / 2.0);
        elements.extend(teller.marker(*department, center, radius).map(StoryElement::Marker));
        let rect = Rect::new(x + left, y, width, line);
        elements.push(StoryElement::Words(teller.line(&said, words, rect, Align::Left), Ink::Strong));
        x += left + width + size * 0.7;
    }
    (y + line - at.y, elements)
}
