//! The persona screen: one sheet in the middle, edited in place, or two side by side to be compared. The list of
//! personas is in the outline.

mod channels;
mod compare;
mod facts;
mod journeys;
mod portrait;
mod sheet;

pub(crate) use compare::Comparing;

use super::action::Action;
use super::cx::Cx;
use super::shell::nothing_here;
use super::theme::{color, line, size};
use super::widgets::button::{self, Rank};
use super::widgets::label;
use crate::app::AppCommand;
use crate::i18n::persona::PersonaText as Text;
use crate::i18n::shell::ShellText;
use crate::model::{Persona, PersonaId, Project};
use eframe::egui::{Align, CornerRadius, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

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
        let other = compared_with(project, persona.id, cx.shown.comparing.with);
        ui.add_space(12.0);
        let left = ((room - width) / 2.0).max(0.0);
        let bar = Rect::from_min_size(ui.cursor().min + vec2(left, 0.0), vec2(width, 32.0));
        ui.scope_builder(UiBuilder::new().max_rect(bar).layout(Layout::right_to_left(Align::Center)), |ui| {
            tools(ui, cx, other.is_some(), project.personas.len() > 1);
        });
        ui.add_space(6.0);
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
                    ui.vertical(|ui| match other {
                        Some(other) => compare::compare_ui(ui, cx, [persona, other]),
                        None => cx.edit(ui, persona, sheet::sheet),
                    });
                });
        });
        ui.add_space(28.0);
    });
}

/// Above the paper: what can be done with the sheet as a whole.
fn tools(ui: &mut Ui, cx: &mut Cx<'_>, is_comparing: bool, can_compare: bool) {
    let lang = cx.lang;
    let export = button::button(ui, cx.theme, Rank::Secondary, Text::ExportSheet.text(lang));
    if export.on_hover_text(AppCommand::ExportSheet.tooltip(lang)).clicked() {
        cx.push(Action::Do(AppCommand::ExportSheet));
    }
    let words = if is_comparing { Text::CompareEnd } else { Text::Compare }.text(lang);
    let compare = ui.add_enabled_ui(can_compare, |ui| button::button(ui, cx.theme, Rank::Secondary, words)).inner;
    let compare = compare.on_hover_text(AppCommand::ComparePersonas.tooltip(lang));
    if compare.on_disabled_hover_text(Text::OnePersona.text(lang)).clicked() {
        cx.push(Action::Do(AppCommand::ComparePersonas));
    }
    if is_comparing {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(label::bold(Text::CompareTitle.text(lang), size::TITLE));
        });
    }
}

/// The persona that stands on the right, if two are compared.
fn compared_with(project: &Project, shown: PersonaId, with: Option<PersonaId>) -> Option<&Persona> {
    with.filter(|other| *other != shown).and_then(|other| project.personas.get(other))
}

/// The persona to begin a comparison with: the next one of the list, after the last one the first.
pub(crate) fn next_persona(project: &Project, shown: PersonaId) -> Option<PersonaId> {
    let all = project.personas_in_order();
    let place = all.iter().position(|persona| persona.id == shown)?;
    let next = all.get((place + 1) % all.len())?;
    (next.id != shown).then_some(next.id)
}
