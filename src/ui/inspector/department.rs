//! The form of a department: name, letter, shape and colour of its marker.

use super::row;
use crate::app::actions::{said_by, suggested_letters};
use crate::edit::Command;
use crate::i18n::fill;
use crate::i18n::filter_bar::FilterBarText as Words;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::{Department, DepartmentId, MarkerShape};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{chip, label, marker};
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
        suggestions(ui, cx, department);
        row::stack(ui, cx, Text::Color.text(cx.lang), |ui, cx| colors(ui, cx, department));
    });
    alike(ui, cx, original, position);
    order(ui, cx, id, position);
    farewell(ui, cx, id);
}

/// Letters that suit the name and that no other department has.
fn suggestions(ui: &mut Ui, cx: &mut Cx<'_>, department: &mut Department) {
    let project = cx.project;
    row::row(ui, cx, Words::Suggested.text(cx.lang), |ui, cx| {
        chip::row(ui, |ui| {
            for letter in suggested_letters(project, department) {
                let on = department.letter == letter;
                if chip::toggle(ui, cx.theme, &letter, on).clicked() {
                    department.letter = letter;
                }
            }
        });
    });
}

/// Warns where two departments can be taken for each other.
fn alike(ui: &mut Ui, cx: &Cx<'_>, department: &Department, position: usize) {
    let mark = |department: &Department, position| (department.shape, cx.theme.department(department, position));
    let mine = mark(department, position);
    for (at, other) in cx.project.departments_in_order().into_iter().enumerate() {
        if other.id == department.id {
            continue;
        }
        let same_letter = !other.letter.is_empty() && other.letter == department.letter;
        let warnings = [(mark(other, at) == mine, Words::AlikeBoth), (same_letter, Words::AlikeLetter)];
        for (_, words) in warnings.into_iter().filter(|(is_so, _)| *is_so) {
            let words = format!("⚠ {}", fill(words.text(cx.lang), &[("other", &other.name)]));
            label::paragraph(ui, &words, size::BODY, color(cx.theme.warn));
        }
    }
}

/// Moves it in the list: the order gives colours, and the order of curves and of the legend.
fn order(ui: &mut Ui, cx: &mut Cx<'_>, id: DepartmentId, position: usize) {
    let all: Vec<DepartmentId> = cx.project.departments_in_order().iter().map(|department| department.id).collect();
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 18.0;
        let above = position.checked_sub(1).and_then(|at| all.get(at)).copied();
        let up = Words::MoveUp.text(cx.lang);
        if ui.add_enabled_ui(above.is_some(), |ui| button::button(ui, cx.theme, Rank::Quiet, up)).inner.clicked() {
            cx.push(reorder(id, above));
        }
        let down = Words::MoveDown.text(cx.lang);
        let is_last = position + 1 >= all.len();
        if ui.add_enabled_ui(!is_last, |ui| button::button(ui, cx.theme, Rank::Quiet, down)).inner.clicked() {
            cx.push(reorder(id, all.get(position + 2).copied()));
        }
    });
}

fn reorder(id: DepartmentId, before: Option<DepartmentId>) -> Action {
    Action::Run(Command::Reorder { record: id.into(), before: before.map(Into::into) })
}

/// What it said, and what becomes of that when it is deleted.
fn farewell(ui: &mut Ui, cx: &mut Cx<'_>, id: DepartmentId) {
    let said = said_by(cx.project, id);
    let (cards, points, steps) = (said.cards.to_string(), said.points.to_string(), said.steps.to_string());
    let words = fill(Words::Wrote.text(cx.lang), &[("cards", &cards), ("points", &points), ("steps", &steps)]);
    ui.add_space(8.0);
    label::paragraph(ui, &words, size::BODY, color(cx.theme.ink2));
    ui.add_space(8.0);
    if button::button(ui, cx.theme, Rank::Secondary, Words::DeleteDepartment.text(cx.lang)).clicked() {
        cx.push(Action::Run(Command::Delete(vec![id.into()])));
    }
    label::paragraph(ui, Words::DeleteWhy.text(cx.lang), size::SMALL, color(cx.theme.ink3));
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
