//! The tray under the map: names of the feedback that no step has wait there with their answers, to be dragged onto a
//! step, or given to the selected one with Enter.

use super::action::Action;
use super::cx::Cx;
use super::desk::Desk;
use super::feedback_panel::DraggedName;
use super::theme::{color, size};
use super::widgets::button;
use super::widgets::chip::one_line;
use super::widgets::glyph::Glyph;
use super::widgets::label;
use super::{fonts, update};
use crate::app::View;
use crate::app::actions::{assign_name, selected_step};
use crate::base::IdSource;
use crate::i18n::arrival::TrayText as Text;
use crate::i18n::{fill, grouped};
use crate::model::StepId;
use eframe::egui::{
    self, Align, CornerRadius, CursorIcon, Key, Layout, Modifiers, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo,
    vec2,
};

/// Height of the tray, in points.
pub(crate) const HEIGHT: f32 = 40.0;
const CHIP: f32 = 26.0;
const LONGEST_NAME: f32 = 220.0;
const TITLE: f32 = 190.0;
const HINT: f32 = 330.0;

/// Whether the tray is out, and whether the keyboard is to go there.
#[derive(Default)]
pub(crate) struct Tray {
    is_hidden: bool,
    wants_keyboard: bool,
}

/// Whether there are names to be shown.
pub(crate) fn has_names(cx: &Cx<'_>) -> bool {
    let waits = cx.shown.voice.overlay().is_some_and(|overlay| !overlay.unassigned.is_empty());
    waits && !cx.shown.tray.is_hidden && cx.shown.window.view == View::Map && cx.session.journey().is_some()
}

/// Shows the tray.
pub(crate) fn tray_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(overlay) = cx.shown.voice.overlay().cloned() else { return };
    let step = selected_step(cx.session);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.allocate_ui_with_layout(vec2(TITLE, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
            label::one_line(ui, label::bold(Text::Title.text(cx.lang), size::SMALL).color(color(cx.theme.ink2)));
        });
        let wide = ui.available_width() > 2.0 * HINT;
        let room = ui.available_width() - if wide { HINT } else { 0.0 } - 40.0;
        ui.allocate_ui_with_layout(vec2(room, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
            ScrollArea::horizontal().id_salt("names without a step").auto_shrink([false, true]).show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    let wants_keyboard = std::mem::take(&mut cx.shown.tray.wants_keyboard);
                    for (at, (name, rows)) in overlay.unassigned.iter().enumerate() {
                        name_ui(ui, cx, (name, *rows), step, wants_keyboard && at == 0);
                    }
                });
            });
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button::small_icon(ui, cx.theme, Glyph::Cross, Text::Hide.text(cx.lang)).clicked() {
                cx.shown.tray.is_hidden = true;
            }
            if wide {
                label::one_line(ui, label::remark(cx.theme, hint(cx, step)));
            }
        });
    });
}

fn hint(cx: &Cx<'_>, step: Option<StepId>) -> String {
    match step.and_then(|step| cx.project.steps.get(step)) {
        Some(step) => fill(Text::HintStep.text(cx.lang), &[("step", &step.name)]),
        None => Text::Hint.text(cx.lang).to_owned(),
    }
}

/// A name with its answers: dragged, or given to the selected step.
fn name_ui(ui: &mut Ui, cx: &mut Cx<'_>, (name, rows): (&str, u64), step: Option<StepId>, takes_keyboard: bool) {
    let n = grouped(rows);
    let words = one_line(ui, name, fonts::regular(size::BODY), LONGEST_NAME);
    let count = one_line(ui, &n, fonts::regular(size::SMALL), LONGEST_NAME);
    let wanted = vec2(words.size().x + count.size().x + 28.0, CHIP);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click_and_drag());
    let told = fill(Text::Name.text(cx.lang), &[("name", name), ("n", &*n)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    response.dnd_set_drag_payload(DraggedName(name.to_owned()));
    if takes_keyboard {
        response.request_focus();
    }
    if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        cx.push(match step {
            Some(step) => Action::AssignName(name.to_owned(), step),
            None => Action::Tell(Text::NoStep.text(cx.lang).to_owned()),
        });
    } else if response.clicked() {
        response.request_focus();
    }
    let ground = if response.hovered() { cx.theme.hover } else { cx.theme.raised };
    let round = CornerRadius::same((CHIP / 2.0) as u8);
    ui.painter().rect(rect, round, color(ground), super::theme::line(cx.theme.line2), StrokeKind::Inside);
    let at = |x: f32, height: f32| egui::pos2(x, rect.center().y - height / 2.0);
    let width = words.size().x;
    ui.painter().galley(at(rect.left() + 11.0, words.size().y), words, color(cx.theme.ink));
    ui.painter().galley(at(rect.left() + 17.0 + width, count.size().y), count, color(cx.theme.ink3));
    button::focus_ring(ui, cx.theme, &response);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, egui::PopupAnchor::Pointer)
            .gap(12.0)
            .show(|ui| ui.label(name));
    } else {
        let hint = hint(cx, step);
        response.on_hover_cursor(CursorIcon::Grab).on_hover_text(hint);
    }
}

/// The tray comes out and has the keyboard; when nothing waits, that is said.
pub(crate) fn open(desk: &mut Desk) {
    let waits = desk.shown.voice.overlay().is_some_and(|overlay| !overlay.unassigned.is_empty());
    if waits {
        desk.shown.window.view = View::Map;
        desk.shown.tray = Tray { is_hidden: false, wants_keyboard: true };
    } else {
        desk.toasts.say(Text::NoNames.text(desk.lang()).to_owned(), false);
    }
}

/// A name means a step from now on.
pub(crate) fn assign(desk: &mut Desk, name: &str, step: StepId) {
    let said = desk.session.as_ref().map(|session| {
        let step = session.project().steps.get(step).map(|step| step.name.clone()).unwrap_or_default();
        fill(Text::Assigned.text(desk.lang()), &[("name", name), ("step", &step)])
    });
    let done = update::in_session(desk, |session| {
        let action = assign_name(session.project(), name, step, &mut IdSource::random());
        session.run(&action.command)
    });
    if let Some(said) = said.filter(|_| done) {
        desk.toasts.say(said, true);
    }
}
