//! A segmented control: one of a few, all in sight.

use super::button::focus_ring;
use crate::look::Theme;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use eframe::egui::{Color32, CornerRadius, Frame, Margin, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

/// Shows the segments; returns the one that was clicked. Each has a value, its words and a tooltip.
pub(crate) fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    chosen: T,
    segments: &[(T, &str, &str)],
) -> Option<T> {
    show(ui, theme, chosen, segments, Size { font: size::BODY, pad: 32.0, height: 28.0 })
}

/// The same, smaller, for forms.
pub(crate) fn compact<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    chosen: T,
    segments: &[(T, &str, &str)],
) -> Option<T> {
    show(ui, theme, chosen, segments, Size { font: size::SMALL, pad: 14.0, height: 22.0 })
}

#[derive(Clone, Copy)]
struct Size {
    font: f32,
    pad: f32,
    height: f32,
}

fn show<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    chosen: T,
    segments: &[(T, &str, &str)],
    size: Size,
) -> Option<T> {
    let mut clicked = None;
    Frame::new().fill(color(theme.groove)).corner_radius(CornerRadius::same(9)).inner_margin(Margin::same(3)).show(
        ui,
        |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for (value, text, tip) in segments {
                    let response = segment(ui, theme, text, *value == chosen, size).on_hover_text(*tip);
                    if response.clicked() && *value != chosen {
                        clicked = Some(*value);
                    }
                }
            });
        },
    );
    clicked
}

/// How wide the smaller control with these words is.
pub(crate) fn compact_width(ui: &Ui, words: &[&str]) -> f32 {
    let font = || fonts::bold(size::SMALL);
    let text = |word: &&str| ui.painter().layout_no_wrap((*word).to_owned(), font(), Color32::PLACEHOLDER).size().x;
    words.iter().map(|word| text(word) + 14.0).sum::<f32>() + 6.0
}

/// How wide the control with these words is, to centre it.
pub(crate) fn width(ui: &Ui, words: &[&str]) -> f32 {
    let text = |word: &&str| {
        ui.painter().layout_no_wrap((*word).to_owned(), fonts::bold(size::BODY), Color32::PLACEHOLDER).size().x + 32.0
    };
    words.iter().map(text).sum::<f32>() + 6.0
}

fn segment(ui: &mut Ui, theme: &Theme, text: &str, chosen: bool, size: Size) -> Response {
    // Bold and regular differ in width: the segment is as wide as the bold words, so nothing jumps.
    let wide = ui.painter().layout_no_wrap(text.to_owned(), fonts::bold(size.font), Color32::PLACEHOLDER);
    let font = if chosen { fonts::bold(size.font) } else { fonts::regular(size.font) };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(wide.size().x + size.pad, size.height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, text));
    if chosen {
        ui.painter().rect(rect, CornerRadius::same(7), color(theme.raised), line(theme.line), StrokeKind::Inside);
    }
    focus_ring(ui, theme, &response);
    let ink = if chosen || response.hovered() { theme.ink } else { theme.ink2 };
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color(ink));
    response
}
