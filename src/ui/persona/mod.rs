//! The persona screen: one sheet in the middle, edited in place. The list of personas is in the outline.

mod channels;
mod facts;
mod journeys;
mod portrait;
mod sheet;

use super::action::Action;
use super::cx::Cx;
use super::shell::nothing_here;
use super::theme::{color, line};
use crate::app::AppCommand;
use crate::i18n::shell::ShellText;
use eframe::egui::{CornerRadius, Frame, Margin, ScrollArea, Ui, vec2};

const WIDEST: f32 = 1040.0;
const NARROWEST: f32 = 420.0;

/// Shows the sheet of the persona that is chosen.
pub(crate) fn persona_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let project = cx.project;
    let Some(persona) = cx.session.persona().and_then(|id| project.personas.get(id)) else {
        if nothing_here(ui, cx, ShellText::ChoosePersona, ShellText::AddPersona) {
            cx.push(Action::Do(AppCommand::AddPersona));
        }
        return;
    };
    // A sheet that is wider than its place can be moved sideways.
    let room = ui.available_width();
    ScrollArea::both().id_salt(("sheet", persona.id)).auto_shrink(false).show(ui, |ui| {
        let width = (room - 64.0).clamp(NARROWEST, WIDEST);
        ui.add_space(28.0);
        ui.horizontal_top(|ui| {
            ui.add_space(((room - width) / 2.0).max(0.0));
            Frame::new()
                .fill(color(cx.theme.panel))
                .stroke(line(cx.theme.line))
                .corner_radius(CornerRadius::same(14))
                .inner_margin(Margin::symmetric(32, 28))
                .show(ui, |ui| {
                    ui.set_width(width - 64.0);
                    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                    ui.vertical(|ui| cx.edit(ui, persona, sheet::sheet));
                });
        });
        ui.add_space(28.0);
    });
}
