//! Text in the ranks that the window uses.

use crate::look::Theme;
use crate::text::{TextEngine, TextStyle};
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use eframe::egui::{Color32, Label, Response, RichText, TextWrapMode, Ui};
use std::sync::LazyLock;

/// Bold text of this size.
pub(crate) fn bold(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(fonts::bold(size))
}

/// A remark in the third rank.
pub(crate) fn remark(theme: &Theme, text: impl Into<String>) -> RichText {
    RichText::new(text).size(size::SMALL).color(color(theme.ink3))
}

/// Text in the second rank.
pub(crate) fn second(theme: &Theme, text: impl Into<String>) -> RichText {
    RichText::new(text).color(color(theme.ink2))
}

/// One line that ends in "…" where the room ends; the whole text is in its tooltip.
pub(crate) fn one_line(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).wrap_mode(TextWrapMode::Truncate))
}

/// Several lines, broken where Japanese is broken: between phrases, by the engine that breaks the map's text.
pub(crate) fn paragraph(ui: &mut Ui, text: &str, size: f32, ink: Color32) -> Response {
    static ENGINE: LazyLock<TextEngine> = LazyLock::new(TextEngine::new);
    // A hair less than there is: egui measures in other steps.
    let width = (ui.available_width() - 1.0).max(size);
    let lines = ENGINE.paragraph(text, TextStyle::regular(size), Some(width), None);
    let broken = lines.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let label = Label::new(RichText::new(broken).size(size).color(ink)).wrap_mode(TextWrapMode::Extend);
    let response = ui.add(label);
    // Who reads it aloud gets it without our breaks.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(text));
    response
}

/// A heading over a block of a sheet, in the accent.
pub(crate) fn block_heading(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(bold(text, 12.0).color(color(theme.accent)))
}

/// A heading of the inspector: a hairline, then the words.
pub(crate) fn section(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.add_space(8.0);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(width, 1.0), eframe::egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, crate::ui::theme::line(theme.line));
    ui.add_space(4.0);
    ui.label(bold(text, 12.5));
}
