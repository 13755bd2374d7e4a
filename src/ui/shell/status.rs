//! The status line: what is selected at the left; language, colours, zoom at the right.

use super::display;
use crate::app::together::open_conflicts;
use crate::app::{AppCommand, View};
use crate::i18n::access::DisplayText;
use crate::i18n::shell::ShellText as Text;
use crate::i18n::together::TogetherText;
use crate::i18n::{Lang, fill};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::filter;
use crate::ui::inspector::kind_name;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button;
use crate::ui::widgets::glyph::Glyph;
use eframe::egui::{Align, Layout, Popup, Response, RichText, Sense, Ui, vec2};

/// Shows it.
pub(super) fn status_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.label(RichText::new(selection(cx)).size(size::SMALL).color(color(cx.theme.ink2)));
        filter::writer_ui(ui, cx);
        conflicts(ui, cx);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            language(ui, cx);
            colours(ui, cx);
            if cx.shown.window.view == View::Map {
                zoom(ui, cx);
                super::size_meter::meter_ui(ui, cx);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| filter::status_ui(ui, cx));
            }
        });
    });
}

fn selection(cx: &Cx<'_>) -> String {
    match cx.session.selection().records() {
        [] => Text::NothingSelected.text(cx.lang).to_owned(),
        [one] => fill(Text::Selected.text(cx.lang), &[("what", kind_name(*one).text(cx.lang))]),
        several => fill(Text::SelectedMany.text(cx.lang), &[("n", &several.len().to_string())]),
    }
}

/// How many conflicts there are; a click goes to the next one.
fn conflicts(ui: &mut Ui, cx: &mut Cx<'_>) {
    let count = open_conflicts(cx.project);
    if count == 0 {
        return;
    }
    let words = fill(TogetherText::Conflicts.text(cx.lang), &[("n", &count.to_string())]);
    let label = RichText::new(format!("◆ {words}")).size(size::SMALL).color(color(cx.theme.warn)).strong();
    let button = eframe::egui::Button::new(label).frame(false).sense(Sense::click());
    let response = ui.add(button).accessible_name(&words);
    button::focus_ring(ui, cx.theme, &response);
    if response.on_hover_text(AppCommand::NextConflict.tooltip(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::NextConflict));
    }
}

fn language(ui: &mut Ui, cx: &mut Cx<'_>) {
    let name = format!("{}: {}", Text::Language.text(cx.lang), cx.lang.own_name());
    let response = word(ui, cx, cx.lang.own_name(), &name);
    Popup::menu(&response).show(|ui| {
        for lang in Lang::ALL {
            if ui.selectable_label(lang == cx.lang, lang.own_name()).clicked() {
                cx.push(Action::SetLang(lang));
            }
        }
    });
}

fn colours(ui: &mut Ui, cx: &mut Cx<'_>) {
    let name = format!("{}: {}", Text::Theme.text(cx.lang), display::theme_name(cx.shown.theme).text(cx.lang));
    let words = match cx.shown.scale.percent() {
        100 => DisplayText::Display.text(cx.lang).to_owned(),
        percent => format!("{} {percent} %", DisplayText::Display.text(cx.lang)),
    };
    let response = word(ui, cx, &words, &name);
    display::popover(cx, &response);
}

/// Minus, percent, plus; right to left, so plus comes first.
fn zoom(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
        let now = cx.shown.canvas.zoom();
        let (larger, smaller) = (Text::ZoomIn.text(cx.lang), Text::ZoomOut.text(cx.lang));
        if button::small_icon(ui, cx.theme, Glyph::Plus, larger).on_hover_text(larger).clicked() {
            cx.push(Action::Do(AppCommand::ZoomIn));
        }
        ui.label(RichText::new(format!("{:.0} %", now * 100.0)).size(size::SMALL).color(color(cx.theme.ink2)));
        if button::small_icon(ui, cx.theme, Glyph::Minus, smaller).on_hover_text(smaller).clicked() {
            cx.push(Action::Do(AppCommand::ZoomOut));
        }
    });
}

/// A word to click.
fn word(ui: &mut Ui, cx: &Cx<'_>, text: &str, name: &str) -> Response {
    let label = RichText::new(text).size(size::SMALL).color(color(cx.theme.ink2));
    let button = eframe::egui::Button::new(label).frame(false).sense(Sense::click());
    let response = ui.add(button).accessible_name(name);
    button::focus_ring(ui, cx.theme, &response);
    response.on_hover_text(name)
}
