//! The departments of the outline: chips with shape, colour and letter.

use super::outline::{heading, nothing};
use crate::app::AppCommand;
use crate::edit::Command;
use crate::i18n::shell::ShellText as Text;
use crate::model::Department;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::chip::one_line;
use crate::ui::widgets::{button, marker};
use eframe::egui::{CornerRadius, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

/// Shows them.
pub(super) fn departments_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if heading(ui, cx, Text::Departments, Text::AddDepartment) {
        cx.push(Action::Do(AppCommand::AddDepartment));
    }
    let all = cx.project.departments_in_order();
    if all.is_empty() {
        nothing(ui, cx, Text::NoDepartments);
    }
    ui.add_space(2.0);
    chips(ui, |ui| {
        for (position, department) in all.into_iter().enumerate() {
            let response = chip(ui, cx, department, position);
            response.context_menu(|ui| {
                if ui.button(Text::Delete.text(cx.lang)).clicked() {
                    cx.push(Action::Run(Command::Delete(vec![department.id.into()])));
                }
            });
            if response.clicked() {
                cx.push(Action::Select(vec![department.id.into()]));
            }
        }
    });
}

/// A row that goes on in the next line.
fn chips(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal_wrapped(contents);
    });
}

fn chip(ui: &mut Ui, cx: &Cx<'_>, department: &Department, position: usize) -> Response {
    let galley = one_line(ui, &department.name, fonts::regular(size::SMALL), ui.max_rect().width() - 38.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &department.name));
    let on = cx.session.selection().contains(department.id);
    let (fill, border) = match (on, response.hovered()) {
        (true, _) => (cx.theme.accent_weak, cx.theme.accent),
        (false, true) => (cx.theme.hover, cx.theme.line3),
        (false, false) => (cx.theme.panel, cx.theme.line2),
    };
    ui.painter().rect(rect, CornerRadius::same(12), color(fill), line(border), StrokeKind::Inside);
    button::focus_ring(ui, cx.theme, &response);
    let center = rect.left_center() + vec2(14.0, 0.0);
    let tone = cx.theme.department(department, position);
    marker::lettered(ui.painter(), center, 8.0, department, tone);
    let at = rect.left_center() + vec2(27.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, color(cx.theme.ink));
    response.on_hover_text(&department.name)
}
