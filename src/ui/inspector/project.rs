//! The form of the project itself.

use super::row;
use crate::app::actions;
use crate::edit::Command;
use crate::i18n::inspector::InspectorText as Text;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::label;
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut info = cx.project.info.clone();
    ui.label(label::bold(Text::Project.text(cx.lang), 11.0).color(crate::ui::theme::color(cx.theme.ink3)));
    let name = Text::Title.text(cx.lang);
    let title = Field::wrapped(name, ("project", name)).plain().font(crate::ui::fonts::bold(size::TITLE));
    let response = cx.field(ui, title, &mut info.title);
    let name = Text::ProjectNote.text(cx.lang);
    let mut typed = info.title != cx.project.info.title;
    let mut field_id = response.id.value();
    row::stack(ui, cx, name, |ui, cx| {
        let response = cx.field(ui, Field::area(name, ("project", name), 3), &mut info.note);
        if info.note != cx.project.info.note {
            (typed, field_id) = (true, response.id.value());
        }
    });
    floor(ui, cx, &mut info.display_floor);
    let name = Text::PrivateNames.text(cx.lang);
    row::stack(ui, cx, name, |ui, cx| {
        let mut lines = info.private_names.join("\n");
        let field = Field::area(name, ("project", name), 2).hint(Text::PrivateNamesHint.text(cx.lang));
        let response = cx.field(ui, field, &mut lines);
        // Empty lines stay while somebody types; they mask nothing.
        let names: Vec<String> =
            if lines.is_empty() { Vec::new() } else { lines.split('\n').map(str::to_owned).collect() };
        if names != info.private_names {
            (typed, field_id) = (true, response.id.value());
            info.private_names = names;
        }
    });
    if info != cx.project.info {
        let command = if info.private_names == cx.project.info.private_names {
            Command::SetInfo(info)
        } else {
            // What is kept of the comments goes with the list.
            actions::set_private_names(cx.session.before_typing(&field_id.to_string()), cx.project, info)
        };
        cx.push(if typed { Action::Type { command, field: field_id } } else { Action::Run(command) });
    }
}

/// The smallest group that is shown, 3 to 20.
fn floor(ui: &mut Ui, cx: &mut Cx<'_>, floor: &mut u32) {
    let name = Text::DisplayFloor.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| {
        let mut shown = cx.project.info.floor();
        ui.name_inputs(name, |ui| ui.add(eframe::egui::DragValue::new(&mut shown).range(3..=20).speed(0.1)));
        if shown != cx.project.info.floor() {
            *floor = u32::try_from(shown).unwrap_or(5);
        }
    });
}
