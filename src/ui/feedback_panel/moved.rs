//! What moved: the change of every step's value against the period before, proven changes first.

use super::{detail, parts};
use crate::feedback::{Change, Headline, Overlay, StepVoice};
use crate::i18n::answers::AnswersText as Text;
use crate::i18n::feedback_page::FeedbackPageText as Page;
use crate::i18n::{Lang, fill};
use crate::model::{JourneyId, Step, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank, focus_ring};
use crate::ui::widgets::label;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 30.0;
/// Where the words of a change begin, as a share of the row.
const WORDS: f32 = 0.27;
/// Where its line begins.
const LINE: f32 = 0.75;

/// What is known of the change of a step.
#[derive(Clone, Copy)]
enum Movement {
    Changed(Headline, Change),
    /// One of the two periods has too few answers.
    TooFew,
    /// Nothing of the step is shown.
    Hidden,
    NoAnswers,
}

struct Row<'a> {
    step: &'a Step,
    movement: Movement,
}

/// Shows what moved in a journey; a click on a step chooses it.
pub(super) fn moved_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    overlay: &Overlay,
    journey: JourneyId,
    chosen: &mut Option<StepId>,
) {
    parts::title(ui, Text::Moved.text(cx.lang));
    let Some(compared) = detail::compared_text(overlay, cx.lang) else {
        label::paragraph(ui, Text::NothingToCompare.text(cx.lang), size::BODY, color(cx.theme.ink2));
        return;
    };
    let rows = rows(cx, overlay, journey);
    ui.horizontal(|ui| {
        ui.label(label::remark(cx.theme, compared));
        if button::button(ui, cx.theme, Rank::Quiet, Text::CopyMoved.text(cx.lang)).clicked() {
            ui.ctx().copy_text(tsv(&rows, cx.project.info.floor(), cx.lang));
            cx.push(Action::Tell(Text::Copied.text(cx.lang).to_owned()));
        }
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    for row in &rows {
        let reach = reach(&rows, row.movement);
        if row_ui(ui, cx, row, reach) {
            *chosen = Some(row.step.id);
            cx.push(Action::Select(vec![row.step.id.into()]));
        }
    }
    ui.add_space(6.0);
    ui.label(label::remark(cx.theme, Text::MovedWhy.text(cx.lang)));
}

/// The steps of a journey: proven changes first, the largest at the top; what cannot be compared last.
fn rows<'a>(cx: &Cx<'a>, overlay: &Overlay, journey: JourneyId) -> Vec<Row<'a>> {
    let movement = |step: &Step| match overlay.steps.get(&step.id) {
        None => Movement::NoAnswers,
        Some(StepVoice::Hidden) => Movement::Hidden,
        Some(StepVoice::Shown(figures)) => {
            figures.change.map_or(Movement::TooFew, |change| Movement::Changed(figures.headline, change))
        }
    };
    let steps = cx.project.steps_in_journey(journey).into_iter();
    let mut rows: Vec<Row<'_>> = steps.map(|step| Row { step, movement: movement(step) }).collect();
    let rank = |row: &Row<'_>| match row.movement {
        Movement::Changed(_, change) if change.proven => (0, -change.difference.value.abs()),
        Movement::Changed(..) => (1, 0.0),
        Movement::TooFew => (2, 0.0),
        Movement::Hidden => (3, 0.0),
        Movement::NoAnswers => (4, 0.0),
    };
    rows.sort_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    rows
}

/// How far the axis of a row reaches to both sides: values of one metric are on one scale.
fn reach(rows: &[Row<'_>], movement: Movement) -> f64 {
    let Movement::Changed(own, _) = movement else { return 1.0 };
    let ends = rows.iter().filter_map(|row| match row.movement {
        Movement::Changed(headline, change) if headline == own => {
            Some(change.difference.low.abs().max(change.difference.high.abs()))
        }
        _ => None,
    });
    ends.fold(1e-9, f64::max)
}

fn words(movement: Movement, floor: u64, lang: Lang) -> String {
    match movement {
        Movement::Changed(headline, change) => detail::change_text(headline, change, Text::Unproven, lang),
        Movement::TooFew => Text::FewInPeriod.text(lang).to_owned(),
        Movement::Hidden => fill(Page::Hidden.text(lang), &[("floor", &floor.to_string())]),
        Movement::NoAnswers => Page::NoAnswers.text(lang).to_owned(),
    }
}

/// A step with its change in words and as a line round 0; whether it was clicked.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>, reach: f64) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let words = words(row.movement, cx.project.info.floor(), cx.lang);
    let name = format!("{}: {words}", row.step.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, color(cx.theme.hover));
    }
    ui.painter().hline(rect.x_range(), rect.top(), line(cx.theme.line));
    let is_proven = matches!(row.movement, Movement::Changed(_, change) if change.proven);
    let font = if is_proven { fonts::bold(size::BODY) } else { fonts::regular(size::BODY) };
    let ink = color(if is_proven { cx.theme.ink } else { cx.theme.ink2 });
    let write = |share: f32, room: f32, text: &str, font| {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
        job.wrap = TextWrapping::truncate_at_width(rect.width() * room - 16.0);
        let galley = ui.painter().layout_job(job);
        let at = pos2(rect.left() + 8.0 + rect.width() * share, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    };
    write(0.0, WORDS, &row.step.name, font.clone());
    write(WORDS, LINE - WORDS, &words, font);
    if let Movement::Changed(_, change) = row.movement {
        let place = Rect::from_min_max(pos2(rect.left() + rect.width() * LINE, rect.top()), rect.max).shrink(6.0);
        line_ui(ui, cx, place, change, reach);
    }
    focus_ring(ui, cx.theme, &response);
    response.on_hover_text(&name).clicked()
}

/// The interval on an axis with 0 in its middle; a proven change is filled, another one hollow.
fn line_ui(ui: &Ui, cx: &Cx<'_>, place: Rect, change: Change, reach: f64) {
    let x = |value: f64| place.center().x + place.width() / 2.0 * (value / reach).clamp(-1.0, 1.0) as f32;
    let y = place.center().y;
    let band = |from: f32, to: f32| Rect::from_min_max(pos2(from, y - 2.0), pos2(to, y + 2.0));
    ui.painter().rect_filled(band(place.left(), place.right()), 2.0, color(cx.theme.groove));
    let shade = if change.proven { cx.theme.accent } else { cx.theme.accent.faded(0.45) };
    ui.painter().rect_filled(band(x(change.difference.low), x(change.difference.high)), 2.0, color(shade));
    ui.painter().vline(place.center().x, place.y_range(), line(cx.theme.line3));
    let inside = if change.proven { cx.theme.accent } else { cx.theme.panel };
    let ring = Stroke::new(1.6, color(cx.theme.accent));
    ui.painter().circle(pos2(x(change.difference.value), y), 3.6, color(inside), ring);
}

/// The table for a spreadsheet: a small group has no figures there either.
fn tsv(rows: &[Row<'_>], floor: u64, lang: Lang) -> String {
    let head = [Page::Step.text(lang), Text::Change.text(lang), "95% −", "95% +", Text::MovedVerdict.text(lang)];
    let mut lines = vec![head.join("\t")];
    for row in rows {
        let name = row.step.name.replace(['\t', '\n', '\r'], " ");
        let cells = match row.movement {
            Movement::Changed(_, Change { difference, proven }) => {
                let verdict = if proven { Text::MovedProven } else { Text::MovedUnproven };
                let [value, low, high] =
                    [difference.value, difference.low, difference.high].map(|value| format!("{value:.1}"));
                [name, value, low, high, verdict.text(lang).to_owned()]
            }
            other => [name, String::new(), String::new(), String::new(), words(other, floor, lang)],
        };
        lines.push(cells.join("\t"));
    }
    lines.join("\n") + "\n"
}
