//! What the parts of the page have in common: sheets, choosers, the list of steps.

use crate::look::Theme;
use crate::model::{Project, StepId};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line};
use crate::ui::widgets::label;
use eframe::egui::{Align, ComboBox, CornerRadius, Frame, Id, Label, Layout, Margin, Response, TextWrapMode, Ui, vec2};

/// A sheet on the page.
pub(super) fn sheet<R>(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new()
        .fill(color(theme.panel))
        .stroke(line(theme.line))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::symmetric(20, 16));
    frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// The title of a sheet.
pub(super) fn title(ui: &mut Ui, text: &str) -> Response {
    ui.label(label::bold(text, 14.0))
}

/// A cell of a fixed width, so that rows stand under each other.
pub(super) fn cell<R>(ui: &mut Ui, width: f32, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(vec2(width, height));
        ui.set_max_width(width);
        content(ui)
    })
    .inner
}

/// A number at the right edge of a cell.
pub(super) fn number(ui: &mut Ui, width: f32, height: f32, text: impl Into<eframe::egui::WidgetText>) {
    ui.allocate_ui_with_layout(vec2(width, height), Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(vec2(width, height));
        ui.add(Label::new(text).wrap_mode(TextWrapMode::Extend));
    });
}

/// A list to choose from; `name` is what is chosen.
pub(super) fn choose(
    ui: &mut Ui,
    name: &str,
    salt: impl std::hash::Hash,
    chosen: &str,
    width: f32,
    list: impl FnOnce(&mut Ui),
) {
    let id = Id::unique((name, hash(&salt)));
    ui.name_inputs(name, |ui| {
        ComboBox::from_id_salt(id).selected_text(chosen).width(width).height(320.0).truncate().show_ui(ui, list);
    });
}

/// A choice of a list; whether it was clicked.
pub(super) fn choice(ui: &mut Ui, on: bool, text: &str) -> bool {
    ui.selectable_label(on, text).clicked()
}

fn hash(salt: &impl std::hash::Hash) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = std::collections::hash_map::DefaultHasher::new();
    salt.hash(&mut hasher);
    hasher.finish()
}

/// All steps in the order of the map under the titles of their journeys; gives the one that was clicked.
pub(super) fn step_list(ui: &mut Ui, cx: &Cx<'_>, chosen: Option<StepId>) -> Option<StepId> {
    let mut clicked = None;
    for journey in cx.project.journeys_in_order() {
        ui.label(label::remark(cx.theme, &journey.title));
        for step in cx.project.steps_in_journey(journey.id) {
            if choice(ui, chosen == Some(step.id), &step.name) {
                clicked = Some(step.id);
            }
        }
    }
    clicked
}

/// The name of a step; empty when it is gone.
pub(crate) fn step_name(project: &Project, step: StepId) -> &str {
    project.steps.get(step).map_or("", |step| &step.name)
}
