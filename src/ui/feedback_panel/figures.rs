//! The figures of every step in the order of the map, each with its n and its doubt.

use super::imported::DraggedName;
use super::{parts, quotes};
use crate::feedback::{CesFigure, CsatFigure, Interval, NpsFigure, Overlay, Reliability, StepFigures, StepVoice};
use crate::i18n::answers::AnswersText as Answers;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{fill, grouped, signed};
use crate::model::{JourneyId, Step, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank, focus_ring};
use crate::ui::widgets::{label, segmented};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Color32, Id, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const ROW_HEIGHT: f32 = 40.0;
const HEAD_HEIGHT: f32 = 22.0;
const N_WIDTH: f32 = 62.0;
const QUOTES_WIDTH: f32 = 300.0;
/// Below this width the comments stand under the table.
const TWO_COLUMNS: f32 = 760.0;

/// Shows the figures of a journey, and the comments of the chosen step. Gives the name that was let go on a step.
pub(super) fn figures_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    overlay: &Overlay,
    chosen: &mut Option<StepId>,
) -> Option<(String, StepId)> {
    parts::title(ui, Text::Figures.text(cx.lang));
    let journey = journey(ui, cx)?;
    let mut dropped = None;
    let mut steps = cx.project.steps_in_journey(journey);
    let chosen_here = chosen.filter(|step| steps.iter().any(|other| other.id == *step));
    let metrics = Metric::in_use(overlay);
    table_tools(ui, cx, overlay, &metrics, &mut steps);
    let height = HEAD_HEIGHT + ROW_HEIGHT * steps.len() as f32;
    let mut table = |ui: &mut Ui, cx: &mut Cx<'_>| {
        let table = Table { overlay, metrics: &metrics, floor: cx.project.info.floor(), width: ui.available_width() };
        match table.show(ui, cx, &steps, chosen_here) {
            Some(Done::Clicked(step)) => {
                *chosen = Some(step);
                cx.push(Action::Select(vec![step.into()]));
            }
            Some(Done::Dropped(name, step)) => dropped = Some((name, step)),
            None => {}
        }
    };
    if ui.available_width() < TWO_COLUMNS {
        table(ui, cx);
        ui.add_space(8.0);
        quotes::quotes_ui(ui, cx, overlay, chosen_here, 260.0);
    } else {
        let left = ui.available_width() - QUOTES_WIDTH - 28.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 28.0;
            ui.vertical(|ui| {
                ui.set_width(left);
                table(ui, cx);
            });
            ui.vertical(|ui| {
                ui.set_width(QUOTES_WIDTH);
                quotes::quotes_ui(ui, cx, overlay, chosen_here, height - 40.0);
            });
        });
    }
    ui.add_space(4.0);
    ui.label(label::remark(cx.theme, Text::IntervalNote.text(cx.lang)));
    if overlay.left_out > 0 {
        let words = fill(Text::OtherScale.text(cx.lang), &[("n", &grouped(overlay.left_out))]);
        ui.label(label::remark(cx.theme, words));
    }
    dropped
}

/// By what the rows are sorted, and the table for the clipboard.
fn table_tools(ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, metrics: &[Metric], steps: &mut [&Step]) {
    let remembered = Id::unique("order of the figures");
    let mut sort = ui.data(|data| data.get_temp::<usize>(remembered)).unwrap_or(0);
    ui.horizontal(|ui| {
        let heads: Vec<&str> = [Text::Step.text(cx.lang), "n"]
            .into_iter()
            .chain(metrics.iter().map(|metric| metric.head().text(cx.lang)))
            .collect();
        let tips: Vec<String> =
            heads.iter().map(|head| fill(Answers::Sort.text(cx.lang), &[("column", head)])).collect();
        let segments: Vec<(usize, &str, &str)> =
            heads.iter().zip(&tips).enumerate().map(|(at, (head, tip))| (at, *head, tip.as_str())).collect();
        if let Some(other) = segmented::compact(ui, cx.theme, sort.min(heads.len() - 1), &segments) {
            sort = other;
            ui.data_mut(|data| data.insert_temp(remembered, other));
        }
        let copy = Answers::Copy.text(cx.lang);
        if button::button(ui, cx.theme, Rank::Quiet, copy).clicked() {
            ui.ctx().copy_text(tsv(cx, overlay, metrics, steps));
            cx.push(Action::Tell(Answers::Copied.text(cx.lang).to_owned()));
        }
    });
    ui.add_space(4.0);
    let value = |step: &Step| {
        let StepVoice::Shown(figures) = overlay.steps.get(&step.id)? else { return None };
        match sort {
            0 => None,
            1 => Some(-(figures.n as f64)),
            at => metrics.get(at - 2)?.of(figures).map(|(interval, _)| interval.value),
        }
    };
    if sort > 0 {
        // The lowest value and the largest n first; what has none last.
        steps.sort_by(|a, b| value(a).unwrap_or(f64::MAX).total_cmp(&value(b).unwrap_or(f64::MAX)));
    }
}

/// The table for a spreadsheet: a small group has no figures there either.
fn tsv(cx: &Cx<'_>, overlay: &Overlay, metrics: &[Metric], steps: &[&Step]) -> String {
    let mut head = vec![Text::Step.text(cx.lang).to_owned(), "n".to_owned()];
    for metric in metrics {
        let name = metric.head().text(cx.lang);
        head.extend([name.to_owned(), format!("{name} 95% −"), format!("{name} 95% +"), format!("{name} n")]);
    }
    let mut lines = vec![head.join("\t")];
    for step in steps {
        let mut cells = vec![step.name.replace(['\t', '\n', '\r'], " ")];
        match overlay.steps.get(&step.id) {
            Some(StepVoice::Shown(figures)) => {
                cells.push(figures.n.to_string());
                for metric in metrics {
                    cells.extend(metric.of(figures).map_or_else(
                        || vec![String::new(); 4],
                        |(value, n)| {
                            let numbers = [value.value, value.low, value.high].map(|number| format!("{number:.1}"));
                            numbers.into_iter().chain([n.to_string()]).collect()
                        },
                    ));
                }
            }
            Some(StepVoice::Hidden) => {
                cells.push(fill(Text::Hidden.text(cx.lang), &[("floor", &cx.project.info.floor().to_string())]));
            }
            None => cells.push(Text::NoAnswers.text(cx.lang).to_owned()),
        }
        lines.push(cells.join("\t"));
    }
    lines.join("\n") + "\n"
}

/// The journey shown, to be changed where there are several.
fn journey(ui: &mut Ui, cx: &mut Cx<'_>) -> Option<JourneyId> {
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

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Metric {
    Nps,
    Csat,
    Ces,
}

impl Metric {
    /// Those that any step has.
    fn in_use(overlay: &Overlay) -> Vec<Self> {
        let figures = || {
            overlay.steps.values().filter_map(|voice| match voice {
                StepVoice::Shown(figures) => Some(figures.as_ref()),
                StepVoice::Hidden => None,
            })
        };
        let has = |metric: &Self| figures().any(|figures| metric.of(figures).is_some());
        [Self::Nps, Self::Csat, Self::Ces].into_iter().filter(has).collect()
    }

    const fn head(self) -> Text {
        match self {
            Self::Nps => Text::NpsHead,
            Self::Csat => Text::CsatHead,
            Self::Ces => Text::CesHead,
        }
    }

    fn of(self, figures: &StepFigures) -> Option<(Interval, u64)> {
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

    fn text(self, value: f64) -> String {
        match self {
            Self::Nps => signed(value, 0),
            Self::Csat | Self::Ces => format!("{value:.0} %"),
        }
    }

    fn interval_text(self, interval: Interval) -> String {
        match self {
            Self::Nps => format!("{} … {}", signed(interval.low, 0), signed(interval.high, 0)),
            Self::Csat | Self::Ces => format!("{:.0} … {:.0} %", interval.low, interval.high),
        }
    }
}

/// What was done to a row.
enum Done {
    Clicked(StepId),
    /// A name was let go on it.
    Dropped(String, StepId),
}

struct Table<'a> {
    overlay: &'a Overlay,
    metrics: &'a [Metric],
    floor: u64,
    width: f32,
}

impl Table<'_> {
    /// The rows, and what was done to one.
    fn show(&self, ui: &mut Ui, cx: &Cx<'_>, steps: &[&Step], chosen: Option<StepId>) -> Option<Done> {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.head(ui, cx);
        let mut done = None;
        for step in steps {
            let (rect, response) = ui.allocate_exact_size(vec2(self.width, ROW_HEIGHT), Sense::click());
            let words = self.words(cx, step);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen == Some(step.id), &words));
            self.row(ui, cx, rect, step, chosen == Some(step.id), response.hovered());
            focus_ring(ui, cx.theme, &response);
            if response.dnd_hover_payload::<DraggedName>().is_some() {
                let ring = Stroke::new(2.0, color(cx.theme.accent));
                ui.painter().rect_stroke(rect, 6.0, ring, StrokeKind::Inside);
            }
            if let Some(dragged) = response.dnd_release_payload::<DraggedName>() {
                done = Some(Done::Dropped(dragged.0.clone(), step.id));
            } else if response.clicked() {
                done = Some(Done::Clicked(step.id));
            }
        }
        done
    }

    fn metric_width(&self) -> f32 {
        let free = self.width - N_WIDTH - self.name_width();
        free / self.metrics.len().max(1) as f32
    }

    fn name_width(&self) -> f32 {
        (self.width * 0.30).clamp(110.0, 210.0)
    }

    fn metric_rect(&self, rect: Rect, place: usize) -> Rect {
        let left = rect.left() + self.name_width() + N_WIDTH + self.metric_width() * place as f32 + 18.0;
        Rect::from_min_size(pos2(left, rect.top()), vec2(self.metric_width() - 22.0, rect.height()))
    }

    fn head(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, HEAD_HEIGHT), Sense::hover());
        let (font, ink) = (fonts::regular(size::SMALL), color(cx.theme.ink3));
        let write = |at, align, text: &str| ui.painter().text(at, align, text, font.clone(), ink);
        write(rect.left_center() + vec2(8.0, 0.0), Align2::LEFT_CENTER, Text::Step.text(cx.lang));
        write(pos2(rect.left() + self.name_width() + N_WIDTH, rect.center().y), Align2::RIGHT_CENTER, "n");
        for (place, metric) in self.metrics.iter().enumerate() {
            write(self.metric_rect(rect, place).left_center(), Align2::LEFT_CENTER, metric.head().text(cx.lang));
        }
    }

    fn row(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect, step: &Step, is_chosen: bool, is_hovered: bool) {
        let painter = ui.painter();
        if is_chosen || is_hovered {
            painter.rect_filled(rect, 6.0, color(if is_chosen { cx.theme.accent_weak } else { cx.theme.hover }));
        }
        painter.hline(rect.x_range(), rect.top(), line(cx.theme.line));
        let font = if is_chosen { fonts::bold(size::BODY) } else { fonts::regular(size::BODY) };
        let mut job = LayoutJob::simple_singleline(step.name.clone(), font, color(cx.theme.ink));
        job.wrap = TextWrapping::truncate_at_width(self.name_width() - 12.0);
        let galley = painter.layout_job(job);
        let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, Color32::PLACEHOLDER);
        match self.overlay.steps.get(&step.id) {
            Some(StepVoice::Shown(figures)) => self.figures(painter, cx, rect, figures),
            Some(StepVoice::Hidden) => {
                let text = fill(Text::Hidden.text(cx.lang), &[("floor", &self.floor.to_string())]);
                self.remark(painter, cx, rect, &text);
            }
            None => self.remark(painter, cx, rect, Text::NoAnswers.text(cx.lang)),
        }
    }

    fn remark(&self, painter: &Painter, cx: &Cx<'_>, rect: Rect, text: &str) {
        let at = self.metric_rect(rect, 0).left_center();
        painter.text(at, Align2::LEFT_CENTER, text, fonts::regular(size::SMALL), color(cx.theme.ink3));
    }

    fn figures(&self, painter: &Painter, cx: &Cx<'_>, rect: Rect, figures: &StepFigures) {
        let n_right = pos2(rect.left() + self.name_width() + N_WIDTH, rect.center().y);
        painter.text(
            n_right,
            Align2::RIGHT_CENTER,
            grouped(figures.n),
            fonts::regular(size::BODY),
            color(cx.theme.ink2),
        );
        for (place, metric) in self.metrics.iter().enumerate() {
            if let Some((interval, n)) = metric.of(figures) {
                figure(painter, cx, self.metric_rect(rect, place), *metric, interval, Reliability::of(n));
            }
        }
    }

    /// The row in a sentence, for screen readers.
    fn words(&self, cx: &Cx<'_>, step: &Step) -> String {
        match self.overlay.steps.get(&step.id) {
            Some(StepVoice::Shown(figures)) => {
                let each = self.metrics.iter().filter_map(|metric| {
                    let (interval, _) = metric.of(figures)?;
                    let (value, range) = (metric.text(interval.value), metric.interval_text(interval));
                    Some(format!("{} {value} ({range})", metric.head().text(cx.lang)))
                });
                format!("{}: n {}, {}", step.name, figures.n, each.collect::<Vec<_>>().join(", "))
            }
            Some(StepVoice::Hidden) => {
                let hidden = fill(Text::Hidden.text(cx.lang), &[("floor", &self.floor.to_string())]);
                format!("{}: {hidden}", step.name)
            }
            None => format!("{}: {}", step.name, Text::NoAnswers.text(cx.lang)),
        }
    }
}

/// A value with its interval, in figures and as a bar.
fn figure(painter: &Painter, cx: &Cx<'_>, rect: Rect, metric: Metric, interval: Interval, trust: Reliability) {
    let base = rect.top() + 15.0;
    let value = metric.text(interval.value);
    let ink = if trust == Reliability::Solid { cx.theme.ink } else { cx.theme.ink2 };
    painter.text(pos2(rect.left(), base), Align2::LEFT_CENTER, value, fonts::bold(14.0), color(ink));
    let range = metric.interval_text(interval);
    painter.text(
        pos2(rect.right(), base),
        Align2::RIGHT_CENTER,
        range,
        fonts::regular(size::SMALL),
        color(cx.theme.ink3),
    );
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
