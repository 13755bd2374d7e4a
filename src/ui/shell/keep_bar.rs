//! The bar that says that the document could not be saved, why, and what to do. It stays until that has passed.

use crate::app::AppCommand;
use crate::i18n::fill;
use crate::i18n::keeping::KeepText;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align, Frame, Layout, Margin, Panel, Ui};

const HEIGHT: f32 = 44.0;

/// Shows it while it is needed.
pub(super) fn keep_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some((reason, is_safe)) = cx.shown.kept.failed.clone() else { return };
    let frame =
        Frame::new().fill(color(cx.theme.warn_weak)).stroke(line(cx.theme.warn)).inner_margin(Margin::symmetric(14, 0));
    Panel::top("could not save").exact_size(HEIGHT).frame(frame).resizable(false).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            if button::button(ui, cx.theme, Rank::Primary, KeepText::SaveCopy.text(cx.lang)).clicked() {
                cx.push(Action::Do(AppCommand::SaveAs));
            }
            if button::button(ui, cx.theme, Rank::Secondary, KeepText::TryAgain.text(cx.lang)).clicked() {
                cx.push(Action::Do(AppCommand::Save));
            }
            let what = fill(KeepText::FailedWhy.text(cx.lang), &[("reason", &reason)]);
            let kept = if is_safe { KeepText::Safe } else { KeepText::NotSafe };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(label::bold(what, size::BODY).color(color(cx.theme.warn)));
                label::one_line(ui, label::second(cx.theme, kept.text(cx.lang)));
            });
        });
    });
}
