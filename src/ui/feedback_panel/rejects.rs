//! How many rows of a file can be used, and why others cannot.

use super::parts;
use crate::feedback::{Outcome, Rejected};
use crate::i18n::arrival::ArrivalText;
use crate::i18n::domain::Named as _;
use crate::i18n::feedback_page::{FeedbackPageText as Text, size_text};
use crate::i18n::{fill, grouped};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::label;
use eframe::egui::{RichText, Sense, Ui, vec2};

/// Shows it.
pub(super) fn rejects_ui(ui: &mut Ui, cx: &Cx<'_>, file: &str, outcome: &Outcome) {
    ui.horizontal(|ui| {
        ui.label(label::bold(file, size::TITLE));
        ui.label(label::remark(cx.theme, origin(outcome)));
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
    if let Some(cut) = &outcome.long_cells {
        let text = if cut.cells == 1 { ArrivalText::CutOne } else { ArrivalText::CutSeveral };
        let (n, line) = (grouped(cut.cells), grouped(cut.line));
        let words = fill(text.text(cx.lang), &[("n", &*n), ("line", &line), ("column", &cut.column)]);
        label::paragraph(ui, &words, size::BODY, color(cx.theme.warn));
    }
}

/// The size of the file and what it was read as.
fn origin(outcome: &Outcome) -> String {
    let how = if outcome.sheet.is_empty() { &outcome.encoding } else { &outcome.sheet };
    format!("{}・{how}", size_text(outcome.bytes))
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
    if outcome.rejected.is_empty() && outcome.partly.is_empty() && outcome.duplicates == 0 {
        return;
    }
    ui.add_space(4.0);
    if !outcome.rejected.is_empty() || outcome.duplicates > 0 {
        ui.label(label::remark(cx.theme, Text::LeftOut.text(cx.lang)));
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    for rejected in &outcome.rejected {
        rejected_ui(ui, cx, outcome, rejected);
    }
    if outcome.duplicates > 0 {
        let text = if outcome.duplicates == 1 { Text::RepeatedOne } else { Text::RepeatedRows };
        let rows = fill(text.text(cx.lang), &[("n", &grouped(outcome.duplicates))]);
        reason(ui, cx, Text::Repeated.text(cx.lang), &rows, "");
    }
    if !outcome.partly.is_empty() {
        ui.add_space(4.0);
        ui.label(label::remark(cx.theme, Text::LeftPartly.text(cx.lang)));
        for rejected in &outcome.partly {
            rejected_ui(ui, cx, outcome, rejected);
        }
    }
}

fn rejected_ui(ui: &mut Ui, cx: &Cx<'_>, outcome: &Outcome, rejected: &Rejected) {
    let (rows, line) = (grouped(rejected.rows), grouped(rejected.first_line));
    let text = if rejected.rows == 1 { Text::RejectedOne } else { Text::Rejected };
    let rows = fill(text.text(cx.lang), &[("n", &rows), ("line", &line)]);
    let file = outcome.files.get(rejected.file).filter(|_| outcome.files.len() > 1).map_or("", |file| &file.name);
    let example = match (rejected.example.as_str(), file) {
        ("", file) => file.to_owned(),
        (example, "") => fill(Text::Example.text(cx.lang), &[("text", example)]),
        (example, file) => format!("{} ・ {file}", fill(Text::Example.text(cx.lang), &[("text", example)])),
    };
    reason(ui, cx, rejected.reason.name(cx.lang), &rows, &example);
}

fn reason(ui: &mut Ui, cx: &Cx<'_>, reason: &str, rows: &str, example: &str) {
    ui.horizontal(|ui| {
        parts::cell(ui, 220.0, 22.0, |ui| label::one_line(ui, RichText::new(reason)));
        parts::cell(ui, 220.0, 22.0, |ui| label::one_line(ui, label::second(cx.theme, rows)));
        label::one_line(ui, label::remark(cx.theme, example));
    });
}
