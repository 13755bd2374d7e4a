//! What a chart shows: the measured values of a journey's steps. Hidden stays hidden.

use crate::base::Rgba;
use crate::export::journey::PictureOptions;
use crate::export::page::notes::{heard, sources, step_name, voice};
use crate::feedback::{Headline, Interval, Overlay, StepFigures, StepVoice};
use crate::i18n::deck::ChartText;
use crate::i18n::map::Map;
use crate::i18n::{Lang, fill, grouped, in_series};
use crate::layout::{HeadlineFigure, metric_name};
use crate::look::Theme;
use crate::model::{JourneyId, Project, Step};

/// A chart of what was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartData {
    /// Whose journey it is.
    pub journey: JourneyId,
    /// The title of its slide.
    pub title: String,
    /// What was measured: the name of the series.
    pub metric: String,
    /// The ends of the axis.
    pub axis: (f64, f64),
    /// How Excel writes a value.
    pub format: &'static str,
    /// The steps in order.
    pub points: Vec<ChartPoint>,
    /// What stands under it: what the bars are, and the sources.
    pub note: String,
    /// All of it in words, for who does not see it.
    pub description: String,
    /// What a speaker needs to know.
    pub notes: Vec<String>,
    /// The colours of the maps beside it.
    pub colors: ChartColors,
}

/// A step in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartPoint {
    /// The step, and n or why there is no value.
    pub label: String,
    /// The value and the number of answers; `None` where nothing may be shown.
    pub figure: Option<(Interval, u64)>,
}

/// The colours of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartColors {
    /// The slide.
    pub ground: Rgba,
    /// Words.
    pub ink: Rgba,
    /// Small print.
    pub faint: Rgba,
    /// The lines of the grid.
    pub grid: Rgba,
    /// The curve.
    pub curve: Rgba,
    /// Inside the points.
    pub point: Rgba,
}

impl ChartData {
    /// The chart of a journey; `None` where no step has a value that may be shown.
    #[must_use]
    pub fn of(
        project: &Project,
        overlay: Option<&Overlay>,
        journey: JourneyId,
        options: &PictureOptions,
    ) -> Option<Self> {
        let lang = options.map.lang;
        let overlay = heard(project, journey, overlay, &options.map)?;
        let steps = project.steps_in_journey(journey);
        let shown: Vec<&StepFigures> = steps.iter().filter_map(|step| figures(step, overlay)).collect();
        let headline = shown.first()?.headline;
        let metric = metric_name(headline).text(lang).to_owned();
        let name = &project.journeys.get(journey)?.title;
        let name = if name.is_empty() { Map::UntitledJourney.text(lang) } else { name };
        let told: Vec<String> = steps.iter().map(|step| voice(step, overlay, lang)).collect();
        let names: Vec<&str> = overlay.sources.iter().map(String::as_str).collect();
        let source = fill(Map::Sources.text(lang), &[("sources", &in_series(&names, lang))]);
        Some(Self {
            journey,
            title: fill(ChartText::Title.text(lang), &[("journey", name), ("metric", &metric)]),
            metric,
            axis: HeadlineFigure::of(shown.first()?)?.axis,
            format: number_format(headline),
            points: steps.iter().map(|step| point(step, project, overlay, headline, lang)).collect(),
            note: fill(ChartText::Note.text(lang), &[("sources", &source)]),
            description: told.join(if lang == Lang::Ja { "。" } else { ". " }),
            notes: sources(project, overlay, lang).into_iter().chain(told).collect(),
            colors: ChartColors::of(Theme::of(options.theme)),
        })
    }
}

impl ChartColors {
    fn of(theme: &Theme) -> Self {
        Self {
            ground: theme.canvas,
            ink: theme.ink,
            faint: theme.ink3,
            grid: theme.grid,
            curve: theme.accent,
            point: theme.panel,
        }
    }
}

fn figures<'a>(step: &Step, overlay: &'a Overlay) -> Option<&'a StepFigures> {
    match overlay.steps.get(&step.id)? {
        StepVoice::Shown(figures) => HeadlineFigure::of(figures).map(|_| &**figures),
        StepVoice::Hidden => None,
    }
}

/// A step with its value. A step with another metric than the chart's has none: scales are never mixed.
fn point(step: &Step, project: &Project, overlay: &Overlay, headline: Headline, lang: Lang) -> ChartPoint {
    let name = step_name(step, lang);
    let found = figures(step, overlay).filter(|figures| figures.headline == headline);
    if let Some(shown) = found.and_then(HeadlineFigure::of) {
        let label = fill(ChartText::StepN.text(lang), &[("step", name), ("n", &grouped(shown.n))]);
        let value = as_shown(shown.interval.value, headline);
        return ChartPoint { label, figure: Some((Interval { value, ..shown.interval }, shown.n)) };
    }
    let floor = project.info.floor().to_string();
    let text = match overlay.steps.get(&step.id) {
        Some(StepVoice::Hidden) => ChartText::StepHidden,
        _ => ChartText::StepNone,
    };
    ChartPoint { label: fill(text.text(lang), &[("step", name), ("floor", &floor)]), figure: None }
}

/// A value as the map says it: a chart that rounds by itself would say 28 where the map says 27 of 27.4999….
fn as_shown(value: f64, headline: Headline) -> f64 {
    let decimals = usize::from(headline == Headline::Rating);
    format!("{value:.decimals$}").parse().unwrap_or(value)
}

const fn number_format(headline: Headline) -> &'static str {
    match headline {
        Headline::Nps => "+0;\u{2212}0;0",
        Headline::Csat | Headline::Ces => "0\" %\"",
        Headline::Rating => "0.0",
    }
}
