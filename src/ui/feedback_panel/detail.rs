//! What is behind a step's value: how the answers are spread, by month, channel, segment and persona, beside other
//! companies, and which words are frequent.

use crate::feedback::{Change, Headline, Interval, Overlay, PartFigure, StepFigures, StepVoice};
use crate::i18n::answers::AnswersText as Text;
use crate::i18n::feedback_page::FeedbackPageText as Page;
use crate::i18n::{Lang, fill, grouped, signed};
use crate::model::StepId;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::{chip, label};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Color32, Galley, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};
use std::sync::Arc;

const ROW: f32 = 24.0;
const COLUMN: f32 = 300.0;
const CHART: f32 = 92.0;
/// Share of a list's width that names have beside their figures.
const NAME: f32 = 0.32;
/// Height of a name on a line of its own.
const NAME_LINE: f32 = 14.0;

/// Shows what is behind the value of a step.
pub(crate) fn detail_ui(ui: &mut Ui, cx: &Cx<'_>, overlay: &Overlay, step: StepId) {
    let Some(StepVoice::Shown(figures)) = overlay.steps.get(&step) else { return };
    value_ui(ui, cx, figures);
    change(ui, cx, overlay, figures);
    ui.add_space(6.0);
    let floor = cx.project.info.floor();
    let columns = ((ui.available_width() / (COLUMN + 24.0)) as usize).clamp(1, 3);
    let [months, channels, segments, personas] = &figures.parts;
    let lists = [(Text::ByChannel, channels), (Text::BySegment, segments), (Text::ByPersona, personas)];
    let lists: Vec<_> = lists.into_iter().filter(|(_, parts)| !parts.is_empty()).collect();
    ui.columns(columns, |columns| {
        let count = columns.len();
        distribution(&mut columns[0], cx, figures);
        if months.iter().filter(|month| month.figure.is_some()).count() > 1 {
            trend(&mut columns[1 % count], cx, figures.headline, months);
        }
        for (place, (title, parts)) in lists.iter().enumerate() {
            parts_ui(&mut columns[(place + 2) % count], cx, *title, figures.headline, parts, floor);
        }
        rivals(&mut columns[count - 1], cx, figures);
        if let Some(words) = overlay.words.get(&step) {
            words_ui(&mut columns[0], cx, words, floor);
        }
    });
}

/// The value with its metric, interval and n.
fn value_ui(ui: &mut Ui, cx: &Cx<'_>, figures: &StepFigures) {
    let rating = figures.ratings.first();
    let shown = match figures.headline {
        Headline::Nps => figures.nps.as_ref().map(|figure| (Page::NpsHead.text(cx.lang), figure.score, figure.n)),
        Headline::Csat => figures.csat.as_ref().map(|figure| (Page::CsatHead.text(cx.lang), figure.top2, figure.n)),
        Headline::Ces => figures.ces.as_ref().map(|figure| (Page::CesHead.text(cx.lang), figure.easy, figure.n)),
        Headline::Rating => rating.map(|figure| (figure.name.as_str(), figure.mean, figure.n)),
    };
    let Some((metric, value, n)) = shown else { return };
    let values = [("metric", metric), ("range", &interval_text(figures.headline, value)), ("n", &grouped(n))];
    ui.horizontal(|ui| {
        ui.label(label::bold(value_text(figures.headline, value.value), size::PAGE));
        ui.label(label::second(cx.theme, fill(Text::ValueWith.text(cx.lang), &values)));
    });
}

/// A value of a metric in words.
pub(super) fn value_text(headline: Headline, value: f64) -> String {
    match headline {
        Headline::Nps => signed(value, 0),
        Headline::Csat | Headline::Ces => format!("{value:.0} %"),
        Headline::Rating => format!("{value:.1}"),
    }
}

/// A difference with its interval; that it is none is said in words.
pub(super) fn change_text(headline: Headline, change: Change, unproven: Text, lang: Lang) -> String {
    let decimals = usize::from(headline == Headline::Rating);
    let [value, low, high] =
        [change.difference.value, change.difference.low, change.difference.high].map(|value| signed(value, decimals));
    let text = if change.proven { Text::Proven } else { unproven };
    fill(text.text(lang), &[("change", &value), ("low", &low), ("high", &high)])
}

/// The two periods that are compared; `None` where there is only one.
pub(super) fn compared_text(overlay: &Overlay, lang: Lang) -> Option<String> {
    let periods = overlay.periods.as_ref()?;
    let range = |(from, to): &(String, String)| {
        if from == to { from.clone() } else { fill(Text::FromTo.text(lang), &[("from", from), ("to", to)]) }
    };
    Some(fill(Text::Compared.text(lang), &[("now", &range(&periods.now)), ("before", &range(&periods.before))]))
}

fn change(ui: &mut Ui, cx: &Cx<'_>, overlay: &Overlay, figures: &StepFigures) {
    let (Some(change), Some(compared)) = (figures.change, compared_text(overlay, cx.lang)) else { return };
    let words = change_text(figures.headline, change, Text::Unproven, cx.lang);
    ui.label(label::second(cx.theme, fill(Text::ChangeIs.text(cx.lang), &[("change", &words)])));
    ui.label(label::remark(cx.theme, compared));
}

fn heading(ui: &mut Ui, cx: &Cx<'_>, text: Text) {
    ui.add_space(8.0);
    ui.label(label::bold(text.text(cx.lang), size::SMALL));
}

/// Each answer with its bar and its count.
fn distribution(ui: &mut Ui, cx: &Cx<'_>, figures: &StepFigures) {
    let (bins, lowest) = match figures.headline {
        Headline::Nps => (figures.nps.as_ref().map(|figure| &figure.bins), 0),
        Headline::Csat => (figures.csat.as_ref().map(|figure| &figure.bins), 1),
        Headline::Ces => (figures.ces.as_ref().map(|figure| &figure.bins), 1),
        Headline::Rating => {
            (figures.ratings.first().map(|figure| &figure.bins), figures.ratings.first().map_or(0, |f| f.lowest))
        }
    };
    let Some(bins) = bins else { return };
    heading(ui, cx, Text::Distribution);
    let most = bins.iter().copied().max().unwrap_or(1).max(1);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().min(COLUMN), CHART + 30.0), Sense::hover());
    let pitch = rect.width() / bins.len().max(1) as f32;
    for (place, count) in bins.iter().enumerate() {
        let middle = rect.left() + pitch * (place as f32 + 0.5);
        let base = rect.bottom() - 15.0;
        let height = (CHART - 14.0) * *count as f32 / most as f32;
        let bar = Rect::from_min_max(pos2(middle - pitch * 0.36, base - height), pos2(middle + pitch * 0.36, base));
        ui.painter().rect_filled(bar, 1.5, color(cx.theme.accent.faded(0.75)));
        let small = fonts::regular(size::SMALL - 1.0);
        let answer = (usize::from(lowest) + place).to_string();
        ui.painter().text(pos2(middle, base + 2.0), Align2::CENTER_TOP, answer, small.clone(), color(cx.theme.ink3));
        if *count > 0 {
            let at = pos2(middle, bar.top() - 1.0);
            ui.painter().text(at, Align2::CENTER_BOTTOM, grouped(*count), small, color(cx.theme.ink2));
        }
    }
}

/// The months with their intervals; the line is broken where there are too few answers.
fn trend(ui: &mut Ui, cx: &Cx<'_>, headline: Headline, months: &[PartFigure]) {
    heading(ui, cx, Text::ByMonth);
    let shown = || months.iter().filter_map(|month| Some(month.figure?.1));
    let low = shown().map(|value| value.low).fold(f64::INFINITY, f64::min);
    let high = shown().map(|value| value.high).fold(f64::NEG_INFINITY, f64::max);
    let (whole, response) =
        ui.allocate_exact_size(vec2(ui.available_width().min(COLUMN), CHART + 30.0), Sense::hover());
    let rect = Rect::from_min_max(whole.min + vec2(44.0, 4.0), whole.max - vec2(14.0, 18.0));
    let y = |value: f64| rect.bottom() - rect.height() * ((value - low) / (high - low).max(1e-9)) as f32;
    let pitch = rect.width() / (months.len() - 1).max(1) as f32;
    let small = fonts::regular(size::SMALL - 1.0);
    let write = |at: Pos2, align, text: String| ui.painter().text(at, align, text, small.clone(), color(cx.theme.ink3));
    for value in [low, high] {
        ui.painter().hline(rect.x_range(), y(value), line(cx.theme.line));
        write(pos2(rect.left() - 6.0, y(value)), Align2::RIGHT_CENTER, value_text(headline, value));
    }
    let mut before: Option<Pos2> = None;
    for (place, month) in months.iter().enumerate() {
        let x = rect.left() + pitch * place as f32;
        if place == 0 || place + 1 == months.len() {
            write(pos2(x, whole.bottom()), Align2::CENTER_BOTTOM, month.name.clone());
        }
        let Some((_, value)) = month.figure else {
            before = None;
            continue;
        };
        let at = pos2(x, y(value.value));
        ui.painter().vline(x, y(value.high)..=y(value.low), Stroke::new(4.0, color(cx.theme.accent.faded(0.28))));
        if let Some(before) = before {
            ui.painter().line_segment([before, at], Stroke::new(1.6, color(cx.theme.accent)));
        }
        ui.painter().circle_filled(at, 2.6, color(cx.theme.accent));
        before = Some(at);
    }
    response.on_hover_ui(|ui| {
        for month in months {
            ui.label(part_words(cx.lang, headline, month, cx.project.info.floor()));
        }
    });
}

fn interval_text(headline: Headline, value: Interval) -> String {
    format!("{} … {}", value_text(headline, value.low), value_text(headline, value.high))
}

fn part_words(lang: Lang, headline: Headline, part: &PartFigure, floor: u64) -> String {
    match part.figure {
        None => format!("{}: {}", part.name, fill(Text::UnderFloor.text(lang), &[("floor", &floor.to_string())])),
        Some((n, value)) => format!(
            "{}: {} ({}), n {}",
            part.name,
            value_text(headline, value.value),
            interval_text(headline, value),
            grouped(n)
        ),
    }
}

fn parts_ui(ui: &mut Ui, cx: &Cx<'_>, title: Text, headline: Headline, parts: &[PartFigure], floor: u64) {
    heading(ui, cx, title);
    let width = ui.available_width().min(COLUMN);
    // Names that are longer than their column get a line of their own, all of a list alike.
    let is_tall = parts.iter().any(|part| short_name(ui, &part.name, f32::INFINITY).size().x > width * NAME);
    let height = if is_tall { ROW + NAME_LINE } else { ROW };
    for part in parts {
        let (whole, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let rect = Rect::from_min_max(pos2(whole.left(), whole.bottom() - ROW), whole.max);
        let (value, range, n) = match part.figure {
            None => {
                (fill(Text::UnderFloor.text(cx.lang), &[("floor", &floor.to_string())]), String::new(), String::new())
            }
            Some((n, value)) => {
                (value_text(headline, value.value), interval_text(headline, value), format!("n {}", grouped(n)))
            }
        };
        // A small group's value is pale and its sign says so: hollow under 10, half under 30.
        let n_answers = part.figure.map_or(0, |(n, _)| n);
        let ink = if n_answers >= 30 { cx.theme.ink } else { cx.theme.ink3 };
        let mark = match n_answers {
            0 => "",
            1..10 => "○",
            10..30 => "◐",
            _ => "●",
        };
        let middle = rect.center().y;
        let write = |x: f32, align, text: String, ink| {
            ui.painter().text(pos2(x, middle), align, text, fonts::regular(size::SMALL), color(ink));
        };
        let name = short_name(ui, &part.name, if is_tall { width } else { width * NAME });
        let beside = if is_tall { whole.top() + 2.0 } else { middle - name.size().y / 2.0 };
        ui.painter().galley(pos2(rect.left(), beside), name, color(cx.theme.ink2));
        write(rect.left() + width * 0.34, Align2::LEFT_CENTER, mark.to_owned(), cx.theme.accent);
        write(rect.left() + width * 0.39, Align2::LEFT_CENTER, value, ink);
        write(rect.left() + width * 0.82, Align2::RIGHT_CENTER, range, cx.theme.ink3);
        write(rect.right(), Align2::RIGHT_CENTER, n, cx.theme.ink3);
        response.on_hover_text(part_words(cx.lang, headline, part, floor));
    }
}

/// A name that ends in "…" where its room ends.
fn short_name(ui: &Ui, name: &str, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(name.to_owned(), fonts::regular(size::SMALL), Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width(room);
    ui.painter().layout_job(job)
}

fn rivals(ui: &mut Ui, cx: &Cx<'_>, figures: &StepFigures) {
    if figures.rivals.is_empty() {
        return;
    }
    heading(ui, cx, Text::Rivals);
    for rival in &figures.rivals {
        let own = value_text(figures.headline, rival.value.value);
        let range = interval_text(figures.headline, rival.value);
        ui.label(label::second(cx.theme, format!("{}  {own} ({range})  n {}", rival.name, grouped(rival.n))));
        let words = change_text(figures.headline, rival.difference, Text::DifferenceUnproven, cx.lang);
        ui.label(label::remark(cx.theme, words));
    }
}

fn words_ui(ui: &mut Ui, cx: &Cx<'_>, words: &[(String, u64)], floor: u64) {
    heading(ui, cx, Text::Words);
    chip::row(ui, |ui| {
        for (word, n) in words.iter().take(20) {
            chip::word(ui, cx.theme, &format!("{word} {n}"), Some(cx.theme.ink2));
        }
    });
    let why = fill(Text::WordsWhy.text(cx.lang), &[("floor", &floor.to_string())]);
    label::paragraph(ui, &why, size::SMALL, color(cx.theme.ink3));
}
