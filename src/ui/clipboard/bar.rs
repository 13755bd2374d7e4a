//! The bar over the map that says what a paste would come to.

use super::ClipAction;
use super::preview::Preview;
use crate::app::clip::{leftover_count, leftover_lines, summary};
use crate::i18n::Lang;
use crate::i18n::clip::ClipText as Text;
use crate::look::Theme;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, Rect, Response, RichText, Shadow, Ui, vec2,
};

/// From the bottom of the map.
const RISE: f32 = 16.0;

/// Shows it over the map, which lies in `view`; gives what was asked for.
pub(super) fn show(ctx: &Context, theme: &Theme, lang: Lang, view: Rect, preview: &mut Preview) -> Option<ClipAction> {
    let mut asked = None;
    let area = Area::new(Id::unique("paste preview")).order(Order::Foreground).pivot(Align2::CENTER_BOTTOM);
    area.fixed_pos(view.center_bottom() - vec2(0.0, RISE)).show(ctx, |ui| {
        frame(theme).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                ui.vertical(|ui| words(ui, theme, lang, preview));
                ui.add_space(14.0);
                asked = buttons(ui, theme, lang, preview);
            });
        });
    });
    asked
}

fn words(ui: &mut Ui, theme: &Theme, lang: Lang, preview: &Preview) {
    let plan = &preview.plan;
    ui.spacing_mut().item_spacing.y = 3.0;
    let said = summary(plan, lang);
    let title = if said.is_empty() { Text::PreviewTitle.text(lang).to_owned() } else { said };
    ui.label(label::bold(&title, size::BODY));
    if let Some(count) = leftover_count(plan, lang) {
        let lines = leftover_lines(plan, lang);
        let first = lines.first().cloned().unwrap_or_default();
        let warning = RichText::new(format!("⚠ {count}　{first}")).size(size::SMALL).color(color(theme.warn));
        ui.label(warning).on_hover_text(lines.join("\n"));
    }
    let keys = if plan.names_lanes && plan.names_steps { Text::KeysFixed } else { Text::Keys };
    ui.label(RichText::new(keys.text(lang)).size(size::SMALL).color(color(theme.ink2)));
}

fn buttons(ui: &mut Ui, theme: &Theme, lang: Lang, preview: &mut Preview) -> Option<ClipAction> {
    let turn = button::button(ui, theme, Rank::Secondary, Text::Transpose.text(lang));
    let cancel = button::button(ui, theme, Rank::Secondary, Text::Cancel.text(lang));
    let can_paste = preview.plan.command.is_some();
    let paste =
        ui.add_enabled_ui(can_paste, |ui| button::button(ui, theme, Rank::Primary, Text::Paste.text(lang))).inner;
    preview.has_focus = [&turn, &cancel, &paste].into_iter().any(Response::has_focus);
    let clicked = [(turn, ClipAction::Turn), (cancel, ClipAction::Drop), (paste, ClipAction::Keep)];
    clicked.into_iter().find(|(response, _)| response.clicked()).map(|(_, action)| action)
}

fn frame(theme: &Theme) -> Frame {
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: color(theme.shadow) };
    Frame::new()
        .fill(color(theme.panel))
        .stroke(line(theme.accent))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(16, 10))
        .shadow(shadow)
}
