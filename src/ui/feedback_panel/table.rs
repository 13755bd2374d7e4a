//! The table of figures: a row a step or a phase, with its n, its metrics and its change.

use super::detail;
use super::imported::DraggedName;
use super::metric::{Metric, figure};
use crate::feedback::{Headline, Interval, Overlay, Reliability, StepFigures, StepVoice};
use crate::i18n::answers::AnswersText as Answers;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::{Lang, fill, grouped, signed};
use crate::model::{JourneyId, Project, RecordId, StepId};
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::focus_ring;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Color32, FontId, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

pub(super) const ROW_HEIGHT: f32 = 40.0;
/// Height of a row whose metrics have their interval under the value.
const TALL_ROW: f32 = 54.0;
/// Narrower metrics have it there.
const BESIDE: f32 = 94.0;
pub(super) const HEAD_HEIGHT: f32 = 22.0;
const N_WIDTH: f32 = 62.0;
/// The column of changes, as a share of the table.
const CHANGE: f32 = 0.26;

/// A row of the table.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The step or phase.
    pub id: RecordId,
    /// Its name.
    pub name: &'a str,
    /// What is known of it.
    pub voice: Option<&'a StepVoice>,
}

impl<'a> Entry<'a> {
    /// The steps of a journey.
    pub(super) fn steps(project: &'a Project, overlay: &'a Overlay, journey: JourneyId) -> Vec<Self> {
        let steps = project.steps_in_journey(journey).into_iter();
        steps.map(|step| Self { id: step.id.into(), name: &step.name, voice: overlay.steps.get(&step.id) }).collect()
    }

    /// The phases of a journey.
    pub(super) fn phases(project: &'a Project, overlay: &'a Overlay, journey: JourneyId) -> Vec<Self> {
        let phases = project.phases_of(journey).into_iter();
        phases
            .map(|phase| Self { id: phase.id.into(), name: &phase.name, voice: overlay.phases.get(&phase.id) })
            .collect()
    }

    /// What may be shown of it.
    pub(super) fn figures(&self) -> Option<&'a StepFigures> {
        match self.voice? {
            StepVoice::Shown(figures) => Some(figures),
            StepVoice::Hidden => None,
        }
    }

    /// Why there are no figures.
    pub(super) fn silence(&self, floor: u64, lang: Lang) -> String {
        match (self.voice, self.id) {
            (Some(_), RecordId::Phase(_)) => Text::HiddenPhase.text(lang).to_owned(),
            (Some(_), _) => fill(Text::Hidden.text(lang), &[("floor", &floor.to_string())]),
            (None, _) => Text::NoAnswers.text(lang).to_owned(),
        }
    }
}

/// What was done to a row.
pub(super) enum Done {
    Clicked(RecordId),
    /// A name was let go on it.
    Dropped(String, StepId),
}

/// How the table is shown.
pub(super) struct Table<'a> {
    /// Its columns.
    pub metrics: &'a [Metric],
    /// What the first column is of.
    pub what: Text,
    /// Whether the change is a column too.
    pub with_change: bool,
    /// Groups of fewer answers are hidden.
    pub floor: u64,
    /// Width in points.
    pub width: f32,
}

impl Table<'_> {
    /// The rows, and what was done to one.
    pub(super) fn show(&self, ui: &mut Ui, cx: &Cx<'_>, rows: &[Entry<'_>], chosen: Option<StepId>) -> Option<Done> {
        let rows = |ui: &mut Ui| self.rows(ui, cx, rows, chosen);
        ui.scope(rows).inner
    }

    fn rows(&self, ui: &mut Ui, cx: &Cx<'_>, rows: &[Entry<'_>], chosen: Option<StepId>) -> Option<Done> {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.head(ui, cx);
        let height = if self.is_stacked() { TALL_ROW } else { ROW_HEIGHT };
        let mut done = None;
        for entry in rows {
            let (rect, response) = ui.allocate_exact_size(vec2(self.width, height), Sense::click());
            let words = self.words(cx, entry);
            let is_chosen = chosen.is_some_and(|step| entry.id == step.into());
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &words));
            self.row(ui, cx, rect, entry, is_chosen, response.hovered());
            focus_ring(ui, cx.theme, &response);
            if let RecordId::Step(step) = entry.id {
                if response.dnd_hover_payload::<DraggedName>().is_some() {
                    let ring = Stroke::new(2.0, color(cx.theme.accent));
                    ui.painter().rect_stroke(rect, 6.0, ring, StrokeKind::Inside);
                }
                if let Some(dragged) = response.dnd_release_payload::<DraggedName>() {
                    done = Some(Done::Dropped(dragged.0.clone(), step));
                    continue;
                }
            }
            if response.on_hover_text(&words).clicked() {
                done = Some(Done::Clicked(entry.id));
            }
        }
        done
    }

    fn change_width(&self) -> f32 {
        if self.with_change { (self.width * CHANGE).max(150.0) } else { 0.0 }
    }

    fn metric_width(&self) -> f32 {
        let free = self.width - N_WIDTH - self.name_width() - self.change_width();
        free / self.metrics.len().max(1) as f32
    }

    fn is_stacked(&self) -> bool {
        self.metric_width() - 22.0 < BESIDE
    }

    fn name_width(&self) -> f32 {
        let share = if self.with_change { 0.22 } else { 0.30 };
        (self.width * share).clamp(110.0, 210.0)
    }

    fn metric_rect(&self, rect: Rect, place: usize) -> Rect {
        let left = rect.left() + self.name_width() + N_WIDTH + self.metric_width() * place as f32 + 18.0;
        Rect::from_min_size(pos2(left, rect.top()), vec2(self.metric_width() - 22.0, rect.height()))
    }

    fn change_left(&self, rect: Rect) -> f32 {
        rect.right() - self.change_width() + 18.0
    }

    fn head(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, HEAD_HEIGHT), Sense::hover());
        let (font, ink) = (fonts::regular(size::SMALL), color(cx.theme.ink3));
        let write = |at, align, text: &str| ui.painter().text(at, align, text, font.clone(), ink);
        write(rect.left_center() + vec2(8.0, 0.0), Align2::LEFT_CENTER, self.what.text(cx.lang));
        write(pos2(rect.left() + self.name_width() + N_WIDTH, rect.center().y), Align2::RIGHT_CENTER, "n");
        for (place, metric) in self.metrics.iter().enumerate() {
            let place = self.metric_rect(rect, place);
            short(
                ui.painter(),
                rect,
                (place.left(), place.width() + 8.0),
                metric.head().text(cx.lang),
                (font.clone(), ink),
            );
        }
        if self.with_change {
            let at = pos2(self.change_left(rect), rect.center().y);
            write(at, Align2::LEFT_CENTER, Answers::Change.text(cx.lang));
        }
    }

    fn row(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect, entry: &Entry<'_>, is_chosen: bool, is_hovered: bool) {
        let painter = ui.painter();
        if is_chosen || is_hovered {
            painter.rect_filled(rect, 6.0, color(if is_chosen { cx.theme.accent_weak } else { cx.theme.hover }));
        }
        painter.hline(rect.x_range(), rect.top(), line(cx.theme.line));
        let font = if is_chosen { fonts::bold(size::BODY) } else { fonts::regular(size::BODY) };
        let room = (rect.left() + 8.0, self.name_width() - 12.0);
        short(painter, rect, room, entry.name, (font, color(cx.theme.ink)));
        if let Some(figures) = entry.figures() {
            self.figures(painter, cx, rect, figures);
        } else {
            let at = self.metric_rect(rect, 0).left_center();
            let (words, font) = (entry.silence(self.floor, cx.lang), fonts::regular(size::SMALL));
            painter.text(at, Align2::LEFT_CENTER, words, font, color(cx.theme.ink3));
        }
    }

    fn figures(&self, painter: &Painter, cx: &Cx<'_>, rect: Rect, figures: &StepFigures) {
        let n_right = pos2(rect.left() + self.name_width() + N_WIDTH, rect.center().y);
        let n = grouped(figures.n);
        painter.text(n_right, Align2::RIGHT_CENTER, n, fonts::regular(size::BODY), color(cx.theme.ink2));
        for (place, metric) in self.metrics.iter().enumerate() {
            if let Some((interval, n)) = metric.of(figures) {
                let place = self.metric_rect(rect, place);
                figure(painter, cx, (place, self.is_stacked()), *metric, interval, Reliability::of(n));
            }
        }
        if self.with_change {
            self.change(painter, cx, rect, figures);
        }
    }

    /// The change with its interval, and below it whether it is one.
    fn change(&self, painter: &Painter, cx: &Cx<'_>, rect: Rect, figures: &StepFigures) {
        let left = self.change_left(rect);
        let small = fonts::regular(size::SMALL);
        let Some(change) = figures.change else {
            let words = Answers::NothingBefore.text(cx.lang);
            painter.text(pos2(left, rect.center().y), Align2::LEFT_CENTER, words, small, color(cx.theme.ink3));
            return;
        };
        let decimals = usize::from(figures.headline == Headline::Rating);
        let Interval { value, low, high } = change.difference;
        let (value, range) =
            (signed(value, decimals), format!("{} … {}", signed(low, decimals), signed(high, decimals)));
        let (verdict, ink) =
            if change.proven { (Answers::MovedProven, cx.theme.ink) } else { (Answers::MovedUnproven, cx.theme.ink3) };
        let base = rect.top() + 15.0;
        let after = painter.text(pos2(left, base), Align2::LEFT_CENTER, value, fonts::bold(14.0), color(ink));
        let at = pos2(after.right() + 8.0, base);
        painter.text(at, Align2::LEFT_CENTER, range, small.clone(), color(cx.theme.ink3));
        let font = if change.proven { fonts::bold(size::SMALL) } else { small };
        painter.text(pos2(left, rect.bottom() - 10.0), Align2::LEFT_CENTER, verdict.text(cx.lang), font, color(ink));
    }

    /// The row in a sentence, for screen readers and as its tooltip.
    fn words(&self, cx: &Cx<'_>, entry: &Entry<'_>) -> String {
        let Some(figures) = entry.figures() else {
            return format!("{}: {}", entry.name, entry.silence(self.floor, cx.lang));
        };
        let metric = |metric: &Metric| {
            let (interval, _) = metric.of(figures)?;
            let (value, range) = (metric.text(interval.value), metric.interval_text(interval));
            Some(format!("{} {value} ({range})", metric.head().text(cx.lang)))
        };
        let change = change_words(figures, cx.lang).filter(|_| self.with_change);
        let change = change.map(|change| fill(Answers::ChangeIs.text(cx.lang), &[("change", &change)]));
        let each: Vec<String> = self.metrics.iter().filter_map(metric).chain(change).collect();
        format!("{}: n {}, {}", entry.name, grouped(figures.n), each.join(", "))
    }
}

/// What became of a value, in words.
fn change_words(figures: &StepFigures, lang: Lang) -> Option<String> {
    Some(detail::change_text(figures.headline, figures.change?, Answers::Unproven, lang))
}

/// One line in the middle of a row that ends in "…" where its room, the left edge and the width, ends.
fn short(painter: &Painter, row: Rect, (left, width): (f32, f32), text: &str, (font, ink): (FontId, Color32)) {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(width);
    let galley = painter.layout_job(job);
    painter.galley(pos2(left, row.center().y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
}
