//! The form of a department: name, letter, shape and colour of its marker.

use super::row;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::{Department, DepartmentId, MarkerShape};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{chip, marker};
use eframe::egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: DepartmentId) {
    let project = cx.project;
    let Some(original) = project.departments.get(id) else { return };
    let position = project.departments_in_order().iter().position(|department| department.id == id).unwrap_or(0);
    cx.edit(ui, original, |ui, cx, department| {
        row::title(ui, cx, Text::Name, department.id.into(), &mut department.name);
        let name = Text::Letter.text(cx.lang);
        row::row(ui, cx, name, |ui, cx| {
            let field = Field::line(name, (department.id, name)).max_chars(2).font(crate::ui::fonts::bold(size::BODY));
            cx.field(ui, field, &mut department.letter);
        });
        row::row(ui, cx, Text::Shape.text(cx.lang), |ui, cx| shapes(ui, cx, department, position));
        row::stack(ui, cx, Text::Color.text(cx.lang), |ui, cx| colors(ui, cx, department));
    });
}

fn shapes(ui: &mut Ui, cx: &Cx<'_>, department: &mut Department, position: usize) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let fill = cx.theme.department(department, position);
    for shape in MarkerShape::ALL {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(26.0), Sense::click());
        let name = shape_name(shape).text(cx.lang);
        let on = department.shape == shape;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, name));
        if on || response.hovered() || response.has_focus() {
            let ring = if on || response.has_focus() { cx.theme.accent } else { cx.theme.line2 };
            let stroke = Stroke::new(1.5, color(ring));
            ui.painter().rect_stroke(rect, CornerRadius::same(6), stroke, StrokeKind::Inside);
        }
        marker::department(ui.painter(), rect.center(), 6.0, shape, fill);
        if response.on_hover_text(name).clicked() {
            department.shape = shape;
        }
    }
}

fn colors(ui: &mut Ui, cx: &Cx<'_>, department: &mut Department) {
    chip::row(ui, |ui| {
        if chip::toggle(ui, cx.theme, Text::ColorUsual.text(cx.lang), department.color.is_none()).clicked() {
            department.color = None;
        }
        for token in cx.theme.markers {
            let (rect, response) = ui.allocate_exact_size(Vec2::splat(22.0), Sense::click());
            let (on, name) = (department.color == Some(token), token.to_string());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
            ui.painter().circle_filled(rect.center(), 8.0, color(token));
            if on || response.has_focus() {
                ui.painter().circle_stroke(rect.center(), 10.5, Stroke::new(1.5, color(cx.theme.accent)));
            }
            if response.on_hover_text(name).clicked() {
                department.color = Some(token);
            }
        }
    });
}

const fn shape_name(shape: MarkerShape) -> Text {
    match shape {
        MarkerShape::Circle => Text::Circle,
        MarkerShape::Square => Text::Square,
        MarkerShape::Triangle => Text::Triangle,
        MarkerShape::Diamond => Text::Diamond,
        MarkerShape::Hexagon => Text::Hexagon,
        MarkerShape::TriangleDown => Text::TriangleDown,
    }
}
