//! What customers wrote about a step.

use super::parts;
use crate::feedback::Overlay;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::fill;
use crate::model::StepId;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::label;
use eframe::egui::{CornerRadius, Frame, Margin, ScrollArea, Ui};

/// Shows the comments of the chosen step.
pub(super) fn quotes_ui(ui: &mut Ui, cx: &Cx<'_>, overlay: &Overlay, step: Option<StepId>, height: f32) {
    let Some(step) = step else {
        parts::title(ui, Text::Quotes.text(cx.lang));
        ui.label(label::second(cx.theme, Text::ChooseStep.text(cx.lang)));
        return;
    };
    let name = parts::step_name(cx.project, step);
    parts::title(ui, &fill(Text::QuotesOf.text(cx.lang), &[("step", name)]));
    let quotes = overlay.quotes.get(&step).map_or(&[][..], Vec::as_slice);
    if quotes.is_empty() {
        ui.label(label::second(cx.theme, Text::NoQuotes.text(cx.lang)));
        return;
    }
    ScrollArea::vertical().id_salt(("quotes", step)).max_height(height).show(ui, |ui| {
        for quote in quotes {
            let frame = Frame::new()
                .fill(color(cx.theme.speech.fill))
                .stroke(line(cx.theme.speech.border))
                .corner_radius(CornerRadius::same(8))
                .inner_margin(Margin::symmetric(10, 7));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                label::paragraph(ui, &quote.text, size::BODY, color(cx.theme.ink));
            });
        }
    });
    label::paragraph(ui, Text::Masked.text(cx.lang), size::SMALL, color(cx.theme.ink3));
}
