//! An entry of the outline: a line that is chosen, renamed, ordered, deleted.

use crate::app::AppCommand;
use crate::edit::Command;
use crate::i18n::shell::ShellText as Text;
use crate::model::{JourneyState, RecordId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button;
use crate::ui::widgets::menu::menu_entry;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Align2, Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 31.0;

/// How an entry looks.
pub(super) struct Entry<'a> {
    /// The record.
    pub(super) id: RecordId,
    /// Its name.
    pub(super) name: &'a str,
    /// A remark at the right end.
    pub(super) remark: &'a str,
    /// Room at the left, in points.
    pub(super) indent: f32,
    /// Whether it is the one shown in the middle.
    pub(super) on: bool,
}

/// Shows an entry; whether it was clicked. `mark` draws something at its left end. Siblings, in order, say where it can be moved.
pub(super) fn entry(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    entry: &Entry<'_>,
    siblings: &[RecordId],
    mark: impl FnOnce(&Painter, Rect),
) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, entry.on, entry.name));
    let selected = cx.session.selection().contains(entry.id);
    if entry.on || response.hovered() || selected {
        let fill = if entry.on { cx.theme.accent_weak } else { cx.theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(7), color(fill));
    }
    button::focus_ring(ui, cx.theme, &response);
    mark(ui.painter(), rect);
    words(ui, cx, rect, entry);
    if response.double_clicked() {
        cx.shown.renaming = Some(entry.id);
    }
    order(ui, cx, &response, entry.id, siblings);
    menu(cx, &response, entry.id, siblings);
    let response = response.on_hover_text(format!("{}\n{}", entry.name, Text::OutlineHint.text(cx.lang)));
    response.clicked()
}

fn words(ui: &Ui, cx: &Cx<'_>, rect: Rect, entry: &Entry<'_>) {
    let right = rect.right_center() - vec2(8.0, 0.0);
    let small = fonts::regular(size::SMALL);
    let written = ui.painter().text(right, Align2::RIGHT_CENTER, entry.remark, small, color(cx.theme.ink3));
    let left = rect.left() + 8.0 + entry.indent;
    let font = if entry.on { fonts::bold(size::BODY) } else { fonts::regular(size::BODY) };
    let mut job = LayoutJob::simple_singleline(entry.name.to_owned(), font, Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width((written.left() - left - 8.0).max(10.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, color(cx.theme.ink));
}

/// Dragging an entry over its siblings moves it before the one it is let go on.
fn order(ui: &Ui, cx: &mut Cx<'_>, response: &Response, id: RecordId, siblings: &[RecordId]) {
    response.dnd_set_drag_payload(id);
    let Some(over) = response.dnd_hover_payload::<RecordId>().filter(|over| **over != id && siblings.contains(over))
    else {
        return;
    };
    let below = ui.pointer_latest_pos().is_some_and(|pos| pos.y > response.rect.center().y);
    let y = if below { response.rect.bottom() } else { response.rect.top() };
    let stroke = eframe::egui::Stroke::new(2.0, color(cx.theme.accent));
    ui.painter().hline(response.rect.x_range(), y, stroke);
    if response.dnd_release_payload::<RecordId>().is_some() {
        let before = if below { next(siblings, id) } else { Some(id) };
        if before != Some(*over) {
            cx.push(Action::Run(Command::Reorder { record: *over, before }));
        }
    }
}

fn menu(cx: &mut Cx<'_>, response: &Response, id: RecordId, siblings: &[RecordId]) {
    response.context_menu(|ui| {
        ui.set_min_width(150.0);
        if ui.button(Text::Rename.text(cx.lang)).clicked() {
            cx.shown.renaming = Some(id);
        }
        copy_entries(ui, cx, id);
        let place = siblings.iter().position(|other| *other == id);
        let above = place.and_then(|place| place.checked_sub(1)).and_then(|above| siblings.get(above)).copied();
        let below = next(siblings, id);
        if ui.add_enabled(above.is_some(), eframe::egui::Button::new(Text::MoveUp.text(cx.lang))).clicked() {
            cx.push(Action::Run(Command::Reorder { record: id, before: above }));
        }
        if ui.add_enabled(below.is_some(), eframe::egui::Button::new(Text::MoveDown.text(cx.lang))).clicked() {
            let before = below.and_then(|below| next(siblings, below));
            cx.push(Action::Run(Command::Reorder { record: id, before }));
        }
        if let RecordId::Journey(journey) = id
            && cx.project.journeys.get(journey).is_some_and(|journey| journey.state != JourneyState::ToBe)
            && ui.button(AppCommand::MakeToBe.name(cx.lang)).clicked()
        {
            cx.push(Action::MakeToBe(journey));
        }
        super::views::menu(ui, cx, id);
        ui.separator();
        if ui.button(Text::Delete.text(cx.lang)).clicked() {
            cx.push(Action::Run(Command::Delete(vec![id])));
        }
    });
}

/// Copying an entry, whatever is selected; what is on the clipboard comes after it.
fn copy_entries(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordId) {
    let can_copy = matches!(id, RecordId::Journey(_) | RecordId::Persona(_) | RecordId::Department(_));
    for command in [AppCommand::Cut, AppCommand::Copy, AppCommand::Paste] {
        let is_enabled = can_copy || command == AppCommand::Paste;
        if menu_entry(ui, command.name(cx.lang), &command.shortcut_text().unwrap_or_default(), is_enabled) {
            cx.push(match id {
                RecordId::Persona(persona) => Action::ShowPersona(persona),
                RecordId::Journey(journey) => Action::ShowJourney(journey),
                other => Action::Select(vec![other]),
            });
            cx.push(Action::Do(command));
            ui.close();
        }
    }
    ui.separator();
}

fn next(siblings: &[RecordId], id: RecordId) -> Option<RecordId> {
    let place = siblings.iter().position(|other| *other == id)?;
    siblings.get(place + 1).copied()
}
