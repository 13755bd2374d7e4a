//! Names that no step has.

use super::parts;
use crate::app::actions::assign_name;
use crate::base::IdSource;
use crate::feedback::Overlay;
use crate::i18n::feedback_page::FeedbackPageText as Text;
use crate::i18n::sources::SourcesText;
use crate::i18n::{fill, grouped};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::line;
use crate::ui::widgets::label;
use eframe::egui::{self, CursorIcon, Role, Sense, TextWrapMode, Ui, WidgetInfo};

const HEIGHT: f32 = 36.0;
const NUMBER_WIDTH: f32 = 62.0;

/// A name of the list on its way to a step.
pub(crate) struct DraggedName(pub(crate) String);

/// Names that no step has; choosing the step remembers the name for the next file too.
pub(super) fn unassigned_ui(ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, ids: &mut IdSource) {
    let rows: u64 = overlay.unassigned.iter().map(|(_, rows)| rows).sum();
    parts::title(ui, Text::Unassigned.text(cx.lang));
    ui.label(label::second(cx.theme, fill(Text::UnassignedWhy.text(cx.lang), &[("rows", &grouped(rows))])));
    ui.label(label::remark(cx.theme, SourcesText::DragHint.text(cx.lang)));
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (name, rows) in &overlay.unassigned {
        let top = ui.cursor().min.y;
        ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
        ui.horizontal(|ui| {
            parts::cell(ui, 260.0, HEIGHT, |ui| draggable(ui, cx, name));
            parts::number(ui, NUMBER_WIDTH, HEIGHT, grouped(*rows));
            ui.add_space(16.0);
            let mut chosen = None;
            let label = fill(Text::StepFor.text(cx.lang), &[("name", name)]);
            parts::choose(ui, &label, ("alias", name), Text::NotAssigned.text(cx.lang), 190.0, |ui| {
                chosen = parts::step_list(ui, cx, None);
            });
            if let Some(step) = chosen {
                cx.push(Action::Run(assign_name(cx.project, name, step, ids).command));
            }
        });
    }
}

/// The name, which can be dragged onto a step of the table.
fn draggable(ui: &mut Ui, cx: &Cx<'_>, name: &str) {
    let words = egui::Label::new(name).wrap_mode(TextWrapMode::Truncate).selectable(false).sense(Sense::drag());
    let response = ui.add(words).on_hover_cursor(CursorIcon::Grab);
    let told = fill(SourcesText::Drag.text(cx.lang), &[("name", name)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    response.dnd_set_drag_payload(DraggedName(name.to_owned()));
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, egui::PopupAnchor::Pointer)
            .gap(12.0)
            .show(|ui| ui.label(name));
    }
}
