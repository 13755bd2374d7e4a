//! What an empty map offers: where to begin.

use super::action::MapAction;
use crate::app::AppCommand;
use crate::i18n::Lang;
use crate::i18n::structure::EmptyMapText as Text;
use crate::look::Theme;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Rect, Ui, vec2};

/// Shows the offer at the lower edge of the view; gives what was asked for.
pub(super) fn show(ui: &Ui, view: Rect, theme: &Theme, lang: Lang) -> Option<MapAction> {
    let at = view.center_bottom() - vec2(0.0, 20.0);
    let area = Area::new(Id::unique("empty map")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM).fixed_pos(at);
    area.show(ui.ctx(), |ui| {
        let sheet =
            Frame::new().fill(color(theme.panel)).stroke(line(theme.line2)).corner_radius(CornerRadius::same(12));
        sheet
            .inner_margin(Margin::symmetric(18, 14))
            .show(ui, |ui| {
                ui.set_max_width(420.0);
                ui.horizontal(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(236.0);
                        ui.label(label::bold(Text::Title.text(lang), size::BODY));
                        label::paragraph(ui, Text::About.text(lang), size::SMALL, color(theme.ink2));
                    });
                    ui.add_space(8.0);
                    let words = AppCommand::PhasePresets.name(lang);
                    let clicked = button::button(ui, theme, Rank::Primary, words).clicked();
                    clicked.then_some(MapAction::Command(AppCommand::PhasePresets))
                })
                .inner
            })
            .inner
    })
    .inner
}
