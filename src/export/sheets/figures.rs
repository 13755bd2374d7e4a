//! The figures of the feedback as rows: what the sheet of metrics, Markdown and the voice under the curves say.

use crate::feedback::{Headline, Interval, Overlay, Reliability, StepFigures, StepVoice};
use crate::i18n::sheets::SheetText as Text;
use crate::i18n::{Lang, fill, grouped, signed};
use crate::import::workbook::tidy;
use crate::model::{JourneyId, JourneyIndex, Project, StepId};

/// A row of figures.
pub(super) struct Figure {
    pub(super) journey: String,
    pub(super) phase: String,
    pub(super) step: String,
    pub(super) said: Said,
}

/// What may be said.
pub(super) enum Said {
    /// A value with its doubt.
    Value { metric: String, n: u64, value: Interval, reliability: Reliability },
    /// The group is small, or would give away one that is.
    Hidden,
    /// Nobody answered.
    NoData,
}

/// All figures of some journeys, step by step, then of each phase as a whole.
pub(super) fn figures(project: &Project, journeys: &[JourneyId], overlay: &Overlay, lang: Lang) -> Vec<Figure> {
    let mut rows = Vec::new();
    for index in journeys.iter().filter_map(|id| JourneyIndex::new(project, *id)) {
        let journey = tidy(&index.journey.title);
        for phase in &index.phases {
            let name = tidy(&phase.phase.name);
            let row = |step: &str, said| Figure {
                journey: journey.clone(),
                phase: name.clone(),
                step: step.to_owned(),
                said,
            };
            for step in &phase.steps {
                let told = said(overlay.steps.get(&step.id), lang);
                rows.extend(told.into_iter().map(|said| row(&tidy(&step.name), said)));
            }
            if let Some(voice) = overlay.phases.get(&phase.phase.id) {
                let told = said(Some(voice), lang);
                rows.extend(told.into_iter().map(|said| row(Text::AllSteps.text(lang), said)));
            }
        }
    }
    rows
}

fn said(voice: Option<&StepVoice>, lang: Lang) -> Vec<Said> {
    match voice {
        None => vec![Said::NoData],
        Some(StepVoice::Hidden) => vec![Said::Hidden],
        Some(StepVoice::Shown(figures)) => metrics(figures, lang),
    }
}

fn metrics(figures: &StepFigures, lang: Lang) -> Vec<Said> {
    let mean = |name: &str| format!("{name} ({})", Text::Mean.text(lang));
    let mut all: Vec<(String, u64, Interval)> = Vec::new();
    if let Some(nps) = &figures.nps {
        all.push((Text::Nps.text(lang).to_owned(), nps.n, nps.score));
    }
    if let Some(csat) = &figures.csat {
        all.push((Text::CsatTop.text(lang).to_owned(), csat.n, csat.top2));
        all.push((mean("CSAT"), csat.n, csat.mean));
    }
    if let Some(ces) = &figures.ces {
        all.push((Text::CesEasy.text(lang).to_owned(), ces.n, ces.easy));
        all.push((mean("CES"), ces.n, ces.mean));
    }
    all.extend(figures.ratings.iter().map(|rating| (mean(&tidy(&rating.name)), rating.n, rating.mean)));
    let value = |(metric, n, value)| Said::Value { metric, n, value, reliability: Reliability::of(n) };
    if all.is_empty() { vec![Said::NoData] } else { all.into_iter().map(value).collect() }
}

/// The headline of a step in a line: `NPS +23 (+4…+41, n 120)`.
pub(super) fn voice_text(project: &Project, overlay: &Overlay, step: StepId, lang: Lang) -> String {
    match overlay.steps.get(&step) {
        None => Text::NoData.text(lang).to_owned(),
        Some(StepVoice::Hidden) => fill(Text::Hidden.text(lang), &[("floor", &project.info.floor().to_string())]),
        Some(StepVoice::Shown(figures)) => headline(figures, lang),
    }
}

fn headline(figures: &StepFigures, lang: Lang) -> String {
    let line = |metric: &str, n: u64, value: Interval, decimals: usize, is_signed: bool| {
        let number = |value: f64| if is_signed { signed(value, decimals) } else { format!("{value:.decimals$}") };
        let (value, low, high) = (number(value.value), number(value.low), number(value.high));
        format!("{metric} {value} ({low}…{high}, n {})", grouped(n))
    };
    let told = match figures.headline {
        Headline::Nps => figures.nps.as_ref().map(|nps| line(Text::Nps.text(lang), nps.n, nps.score, 0, true)),
        Headline::Csat => figures.csat.as_ref().map(|c| line(Text::CsatTop.text(lang), c.n, c.top2, 0, false)),
        Headline::Ces => figures.ces.as_ref().map(|c| line(Text::CesEasy.text(lang), c.n, c.easy, 0, false)),
        Headline::Rating => figures.ratings.first().map(|r| line(&tidy(&r.name), r.n, r.mean, 1, false)),
    };
    told.unwrap_or_else(|| Text::NoData.text(lang).to_owned())
}
