//! How many rows of a file can be used, and why others cannot.

use super::parts;
use crate::feedback::Outcome;
use crate::i18n::domain::Named as _;
use crate::i18n::feedback_page::{FeedbackPageText as Text, size_text};
use crate::i18n::{fill, grouped};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::label;
use eframe::egui::{RichText, Sense, Ui, vec2};

/// Shows it; `again` says that the file was imported before.
pub(super) fn rejects_ui(ui: &mut Ui, cx: &Cx<'_>, file: &str, outcome: &Outcome, again: bool) {
    ui.horizontal(|ui| {
        ui.label(label::bold(file, size::TITLE));
        ui.label(label::remark(cx.theme, format!("{}・{}", size_text(outcome.bytes), outcome.encoding)));
    });
    let (used, rows) = (grouped(outcome.used()), grouped(outcome.rows));
    let words = fill(Text::Used.text(cx.lang), &[("used", &used), ("rows", &rows)]);
    ui.label(label::bold(words, 14.0));
    share(ui, cx, outcome);
    if outcome.used() == 0 {
        ui.label(RichText::new(Text::NoneUsed.text(cx.lang)).color(color(cx.theme.warn)));
    }
    list(ui, cx, outcome);
    if !outcome.duplicates_complete {
        ui.label(label::remark(cx.theme, Text::DuplicatesPartly.text(cx.lang)));
    }
    if again {
        ui.label(RichText::new(Text::Again.text(cx.lang)).color(color(cx.theme.accent)));
    }
}

/// The used rows as a part of all.
fn share(ui: &mut Ui, cx: &Cx<'_>, outcome: &Outcome) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    ui.painter().rect_filled(rect, 3.0, color(cx.theme.groove));
    let part = outcome.used() as f32 / outcome.rows.max(1) as f32;
    let used = rect.with_max_x(rect.left() + rect.width() * part);
    ui.painter().rect_filled(used, 3.0, color(cx.theme.accent));
}

fn list(ui: &mut Ui, cx: &Cx<'_>, outcome: &Outcome) {
    if outcome.rejected.is_empty() && outcome.duplicates == 0 {
        return;
    }
    ui.add_space(4.0);
    ui.label(label::remark(cx.theme, Text::LeftOut.text(cx.lang)));
    ui.spacing_mut().item_spacing.y = 1.0;
    for rejected in &outcome.rejected {
        let (rows, line) = (grouped(rejected.rows), grouped(rejected.first_line));
        let text = if rejected.rows == 1 { Text::RejectedOne } else { Text::Rejected };
        let rows = fill(text.text(cx.lang), &[("n", &rows), ("line", &line)]);
        reason(ui, cx, rejected.reason.name(cx.lang), &rows);
    }
    if outcome.duplicates > 0 {
        let text = if outcome.duplicates == 1 { Text::RepeatedOne } else { Text::RepeatedRows };
        let rows = fill(text.text(cx.lang), &[("n", &grouped(outcome.duplicates))]);
        reason(ui, cx, Text::Repeated.text(cx.lang), &rows);
    }
}

fn reason(ui: &mut Ui, cx: &Cx<'_>, reason: &str, rows: &str) {
    ui.horizontal(|ui| {
        parts::cell(ui, 260.0, 22.0, |ui| label::one_line(ui, RichText::new(reason)));
        ui.label(label::second(cx.theme, rows));
    });
}
