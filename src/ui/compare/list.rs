//! The list of changes: a sheet under its button, whose lines lead to what they are about.

use super::Found;
use crate::app::AppCommand as C;
use crate::app::changes::ChangeLine;
use crate::i18n::compare::CompareText as Text;
use crate::layout::Sign;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{
    Align, CornerRadius, Key, Layout, Popup, PopupCloseBehavior, RectAlign, Response, Role, ScrollArea, Sense, Ui,
    WidgetInfo, vec2,
};

/// Width of the list.
const WIDTH: f32 = 380.0;
/// The list is at most so high.
const HIGHEST: f32 = 460.0;

/// The sign of a change as a letter, for buttons and lists.
pub(super) const fn letter(sign: Sign) -> &'static str {
    match sign {
        Sign::Added => "＋",
        Sign::Changed => "△",
        Sign::Moved => "→",
        Sign::Removed => "−",
        Sign::OpenPain => "!",
        Sign::ResolvedPain => "✓",
    }
}

/// Shows the list while it is open.
pub(super) fn popup(ui: &Ui, cx: &mut Cx<'_>, anchor: &Response, found: &Found) {
    let mut open = cx.shown.compare.list;
    if open && ui.input(|input| input.key_pressed(Key::Escape)) {
        open = false;
    }
    // The click that opens the list is outside of it.
    let is_own_click = anchor.clicked();
    let before = open;
    Popup::from_response(anchor)
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(RectAlign::BOTTOM_END)
        .accessible_name(Text::Changes.text(cx.lang))
        .width(WIDTH)
        .show(|ui| contents(ui, cx, found));
    cx.shown.compare.list = if is_own_click { before } else { open };
}

fn contents(ui: &mut Ui, cx: &mut Cx<'_>, found: &Found) {
    ui.set_width(WIDTH);
    ui.add_space(4.0);
    label::paragraph(ui, &found.list.title, size::BODY, color(cx.theme.ink));
    for line in &found.list.summary {
        ui.label(label::second(cx.theme, line.clone()));
    }
    if found.list.groups.is_empty() {
        ui.add_space(6.0);
        label::paragraph(ui, Text::NothingChanged.text(cx.lang), size::BODY, color(cx.theme.ink2));
    }
    ScrollArea::vertical().max_height(HIGHEST).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let mut wants_focus = std::mem::take(&mut cx.shown.compare.list_wants_focus);
        for group in &found.list.groups {
            ui.add_space(8.0);
            ui.label(label::bold(group.title.clone(), 11.0).color(color(cx.theme.ink3)));
            for line in &group.lines {
                let response = line_ui(ui, cx, line);
                if std::mem::take(&mut wants_focus) {
                    response.request_focus();
                }
                if response.clicked() {
                    cx.push(Action::Jump(line.target));
                }
            }
        }
    });
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let copy = button::sized(ui, cx.theme, Rank::Secondary, Text::Copy.text(cx.lang), vec2(0.0, 26.0));
        if copy.clicked() {
            ui.ctx().copy_text(found.list.text());
            cx.push(Action::Say(Text::Copied));
        }
        if button::sized(ui, cx.theme, Rank::Secondary, Text::Close.text(cx.lang), vec2(0.0, 26.0)).clicked() {
            ui.close();
        }
    });
    ui.add_space(4.0);
}

/// A line; one about what went has a button that brings it back.
fn line_ui(ui: &mut Ui, cx: &mut Cx<'_>, line: &ChangeLine) -> Response {
    let Some(record) = line.target.as_is.filter(|_| line.target.to_be.is_none()) else { return entry(ui, cx, line) };
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let words = Text::BringBack.text(cx.lang);
        ui.add_space(8.0);
        if button::sized(ui, cx.theme, Rank::Quiet, words, vec2(0.0, 26.0))
            .on_hover_text(C::BringBack.help(cx.lang))
            .clicked()
        {
            cx.push(Action::BringBack(record));
        }
        ui.add_space(4.0);
        ui.with_layout(Layout::top_down(Align::Min), |ui| entry(ui, cx, line)).inner
    })
    .inner
}

/// A line that leads to what it is about.
fn entry(ui: &mut Ui, cx: &Cx<'_>, line: &ChangeLine) -> Response {
    let ink = color(cx.theme.ink);
    let galley = ui.painter().layout(line.text.clone(), fonts::regular(size::BODY), ink, ui.available_width() - 18.0);
    let wanted = vec2(ui.available_width(), galley.size().y + 8.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line.text));
    let is_at = cx.shown.compare.at == Some(line.target);
    if is_at || response.hovered() || response.has_focus() {
        let ground = if is_at { cx.theme.accent_weak } else { cx.theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(6), color(ground));
    }
    button::focus_ring(ui, cx.theme, &response);
    ui.painter().galley(rect.min + vec2(8.0, 4.0), galley, ink);
    response
}
