//! The form of a phase.

use super::row;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::map::Map;
use crate::model::PhaseId;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::widgets::label;
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: PhaseId) {
    let project = cx.project;
    let Some(original) = project.phases.get(id) else { return };
    cx.edit(ui, original, |ui, cx, phase| {
        row::title(ui, cx, Text::Name, phase.id.into(), &mut phase.name);
        row::names(ui, cx, phase.id.into(), &mut phase.known_as);
    });
    label::section(ui, cx.theme, Text::Steps.text(cx.lang));
    for step in project.steps_of(id) {
        let name = if step.name.trim().is_empty() { Map::UntitledStep.text(cx.lang) } else { &step.name };
        if ui.link(name).clicked() {
            cx.push(Action::Select(vec![step.id.into()]));
        }
    }
}
