//! The figures of every step or phase in the order of the map, each with its n and its doubt.

use super::metric::Metric;
use super::table::{Done, Entry, HEAD_HEIGHT, ROW_HEIGHT, Table};
use super::{detail, parts, quotes};
use crate::feedback::{Change, Overlay, StepVoice};
use crate::i18n::answers::AnswersText as Answers;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{Lang, fill, grouped};
use crate::model::{JourneyId, RecordId, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::{label, segmented};
use eframe::egui::{Id, Ui};

const QUOTES_WIDTH: f32 = 300.0;
/// Between things inside a column.
const GAP: f32 = 8.0;
/// Below this width the comments stand under the table.
const TWO_COLUMNS: f32 = 760.0;

/// What the rows of the table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    #[default]
    Step,
    Phase,
}

impl By {
    const fn head(self) -> Text {
        match self {
            Self::Step => Text::Step,
            Self::Phase => Text::Phase,
        }
    }
}

/// Shows the figures of a journey, and the comments of the chosen step. Gives the name that was let go on a step.
pub(super) fn figures_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    overlay: &Overlay,
    chosen: &mut Option<StepId>,
) -> Option<(String, StepId)> {
    let by = head(ui, cx);
    let journey = journey(ui, cx)?;
    let project = cx.project;
    let (mut rows, voices): (_, Box<dyn Iterator<Item = &StepVoice>>) = match by {
        By::Step => (Entry::steps(project, overlay, journey), Box::new(overlay.steps.values())),
        By::Phase => (Entry::phases(project, overlay, journey), Box::new(overlay.phases.values())),
    };
    let metrics = Metric::in_use(voices);
    tools(ui, cx, by, &metrics, &mut rows);
    let floor = project.info.floor();
    let show = |ui: &mut Ui, cx: &Cx<'_>, with_change, chosen| {
        let width = ui.available_width();
        Table { metrics: &metrics, what: by.head(), with_change, floor, width }.show(ui, cx, &rows, chosen)
    };
    let done = match by {
        By::Phase => {
            let done = show(ui, cx, true, None);
            if let Some(compared) = detail::compared_text(overlay, cx.lang) {
                ui.add_space(6.0);
                ui.label(label::remark(cx.theme, compared));
            }
            done
        }
        By::Step => {
            let is_here = |step: &StepId| rows.iter().any(|entry| entry.id == (*step).into());
            let here = chosen.filter(is_here);
            let height = HEAD_HEIGHT + ROW_HEIGHT * rows.len() as f32 - 40.0;
            beside_comments(ui, cx, (overlay, here, height), |ui, cx| show(ui, cx, false, here))
        }
    };
    ui.add_space(4.0);
    remarks(ui, cx, overlay, by);
    match done? {
        Done::Clicked(id) => {
            if let RecordId::Step(step) = id {
                *chosen = Some(step);
            }
            cx.push(Action::Select(vec![id]));
            None
        }
        Done::Dropped(name, step) => Some((name, step)),
    }
}

/// The title, and whether the rows are steps or phases.
fn head(ui: &mut Ui, cx: &Cx<'_>) -> By {
    let remembered = Id::unique("rows of the figures");
    let mut by = ui.data(|data| data.get_temp::<By>(remembered)).unwrap_or_default();
    ui.horizontal(|ui| {
        let title = if by == By::Step { Text::Figures } else { Text::FiguresByPhase };
        parts::title(ui, title.text(cx.lang));
        let [step, phase] = [Text::ByStep, Text::ByPhase].map(|text| text.text(cx.lang));
        if let Some(other) = segmented::compact(ui, cx.theme, by, &[(By::Step, step, ""), (By::Phase, phase, "")]) {
            by = other;
            ui.data_mut(|data| data.insert_temp(remembered, other));
        }
    });
    by
}

/// The table with the comments of the chosen step beside it, or under it where there is no room.
fn beside_comments(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (overlay, chosen, height): (&Overlay, Option<StepId>, f32),
    table: impl FnOnce(&mut Ui, &Cx<'_>) -> Option<Done>,
) -> Option<Done> {
    if ui.available_width() < TWO_COLUMNS {
        let done = table(ui, cx);
        ui.add_space(8.0);
        quotes::quotes_ui(ui, cx, overlay, chosen, 260.0);
        return done;
    }
    let left = ui.available_width() - QUOTES_WIDTH - 28.0;
    let both = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        let usual = |ui: &mut Ui| ui.spacing_mut().item_spacing.x = GAP;
        let done = ui.vertical(|ui| {
            usual(ui);
            ui.set_width(left);
            table(ui, cx)
        });
        ui.vertical(|ui| {
            usual(ui);
            ui.set_width(QUOTES_WIDTH);
            quotes::quotes_ui(ui, cx, overlay, chosen, height);
        });
        done.inner
    });
    both.inner
}

fn remarks(ui: &mut Ui, cx: &Cx<'_>, overlay: &Overlay, by: By) {
    label::paragraph(ui, Text::IntervalNote.text(cx.lang), size::SMALL, color(cx.theme.ink3));
    if by == By::Phase {
        label::paragraph(ui, Text::PhaseNote.text(cx.lang), size::SMALL, color(cx.theme.ink3));
    }
    if overlay.left_out > 0 {
        let words = fill(Text::OtherScale.text(cx.lang), &[("n", &grouped(overlay.left_out))]);
        label::paragraph(ui, &words, size::SMALL, color(cx.theme.ink3));
    }
}

/// By what the rows are sorted, and the table for the clipboard.
fn tools(ui: &mut Ui, cx: &mut Cx<'_>, by: By, metrics: &[Metric], rows: &mut [Entry<'_>]) {
    let remembered = Id::unique("order of the figures");
    let mut sort = ui.data(|data| data.get_temp::<usize>(remembered)).unwrap_or(0);
    let change = metrics.len() + 2;
    let mut heads: Vec<&str> = vec![by.head().text(cx.lang), "n"];
    heads.extend(metrics.iter().map(|metric| metric.head().text(cx.lang)));
    if by == By::Phase {
        heads.push(Answers::Change.text(cx.lang));
    }
    sort = sort.min(heads.len() - 1);
    ui.horizontal_wrapped(|ui| {
        let tips: Vec<String> =
            heads.iter().map(|head| fill(Answers::Sort.text(cx.lang), &[("column", head)])).collect();
        let segments: Vec<(usize, &str, &str)> =
            heads.iter().zip(&tips).enumerate().map(|(at, (head, tip))| (at, *head, tip.as_str())).collect();
        if let Some(other) = segmented::compact(ui, cx.theme, sort, &segments) {
            sort = other;
            ui.data_mut(|data| data.insert_temp(remembered, other));
        }
        let copy = Answers::Copy.text(cx.lang);
        if button::button(ui, cx.theme, Rank::Quiet, copy).clicked() {
            let floor = cx.project.info.floor();
            ui.ctx().copy_text(tsv(rows, metrics, by, floor, cx.lang));
            cx.push(Action::Tell(Answers::Copied.text(cx.lang).to_owned()));
        }
    });
    ui.add_space(4.0);
    let value = |entry: &Entry<'_>| {
        let figures = entry.figures()?;
        match sort {
            1 => Some(-(figures.n as f64)),
            at if at == change => figures.change.map(|change| change.difference.value),
            at => metrics.get(at.checked_sub(2)?)?.of(figures).map(|(interval, _)| interval.value),
        }
    };
    if sort > 0 {
        // The lowest value and the largest n first; what has none last.
        rows.sort_by(|a, b| value(a).unwrap_or(f64::MAX).total_cmp(&value(b).unwrap_or(f64::MAX)));
    }
}

/// The table for a spreadsheet: a small group has no figures there either.
fn tsv(rows: &[Entry<'_>], metrics: &[Metric], by: By, floor: u64, lang: Lang) -> String {
    let mut head = vec![by.head().text(lang).to_owned(), "n".to_owned()];
    for metric in metrics {
        let name = metric.head().text(lang);
        head.extend([name.to_owned(), format!("{name} 95% −"), format!("{name} 95% +"), format!("{name} n")]);
    }
    let change = Answers::Change.text(lang);
    head.extend([change.to_owned(), format!("{change} 95% −"), format!("{change} 95% +")]);
    head.push(Answers::MovedVerdict.text(lang).to_owned());
    let mut lines = vec![head.join("\t")];
    let decimal = |number: f64| format!("{number:.1}");
    for entry in rows {
        let mut cells = vec![entry.name.replace(['\t', '\n', '\r'], " ")];
        let Some(figures) = entry.figures() else {
            cells.push(entry.silence(floor, lang));
            lines.push(cells.join("\t"));
            continue;
        };
        cells.push(figures.n.to_string());
        for metric in metrics {
            match metric.of(figures) {
                Some((value, n)) => {
                    cells.extend([value.value, value.low, value.high].map(decimal));
                    cells.push(n.to_string());
                }
                None => cells.extend(vec![String::new(); 4]),
            }
        }
        if let Some(Change { difference, proven }) = figures.change {
            cells.extend([difference.value, difference.low, difference.high].map(decimal));
            let verdict = if proven { Answers::MovedProven } else { Answers::MovedUnproven };
            cells.push(verdict.text(lang).to_owned());
        }
        lines.push(cells.join("\t"));
    }
    lines.join("\n") + "\n"
}

/// The journey shown, to be changed where there are several.
fn journey(ui: &mut Ui, cx: &Cx<'_>) -> Option<JourneyId> {
    let remembered = Id::unique("journey of the figures");
    let journeys = cx.project.journeys_in_order();
    let known = ui.data(|data| data.get_temp::<JourneyId>(remembered));
    let now = known.filter(|id| cx.project.journeys.contains(*id)).or(cx.session.journey())?;
    if journeys.len() > 1 {
        let segments: Vec<(JourneyId, &str, &str)> =
            journeys.iter().map(|journey| (journey.id, journey.title.as_str(), "")).collect();
        if let Some(other) = segmented::compact(ui, cx.theme, now, &segments) {
            ui.data_mut(|data| data.insert_temp(remembered, other));
        }
        ui.add_space(4.0);
    }
    Some(now)
}
