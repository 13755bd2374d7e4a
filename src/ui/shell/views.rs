//! The saved views of the outline, under the journeys.

use super::entry::{self, Entry};
use super::outline::{heading, nothing, renaming};
use crate::app::View;
use crate::i18n::filter_bar::{FilterBarText as Text, lost_words};
use crate::i18n::shell::ShellText;
use crate::model::{RecordId, SavedView};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::filter::{FilterAction, view_command};
use eframe::egui::Ui;

/// Shows them. While there are none, the place says what a view is for.
pub(super) fn views_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if heading(ui, cx, ShellText::Views, ShellText::AddView) {
        cx.push(Action::Filter(FilterAction::Save));
    }
    let all = cx.project.views_in_order();
    if all.is_empty() {
        nothing(ui, cx, ShellText::NoViews);
    }
    let siblings: Vec<RecordId> = all.iter().map(|view| view.id.into()).collect();
    for (position, view) in all.into_iter().enumerate() {
        view_entry(ui, cx, view, position, &siblings);
    }
}

fn view_entry(ui: &mut Ui, cx: &mut Cx<'_>, view: &SavedView, position: usize, siblings: &[RecordId]) {
    if renaming(ui, cx, view.id.into(), |ui, cx, field| {
        cx.edit(ui, view, |ui, cx, view| {
            cx.field(ui, field, &mut view.name);
        });
    }) {
        return;
    }
    let shortcut = view_command(position).and_then(crate::app::AppCommand::shortcut_text).unwrap_or_default();
    let remark = if view.lost.is_empty() { shortcut } else { format!("⚠ {shortcut}") };
    let line = Entry {
        id: view.id.into(),
        name: if view.name.is_empty() { Text::NoFilter.text(cx.lang) } else { &view.name },
        remark: &remark,
        indent: 0.0,
        on: cx.shown.window.view == View::Map && cx.shown.filter.view == Some(view.id),
    };
    let clicked = entry::entry(ui, cx, &line, siblings, |_, _| {});
    if clicked {
        cx.push(Action::Filter(FilterAction::Show(view.id)));
        cx.push(Action::Select(vec![view.id.into()]));
    }
}

/// What the menu of a view offers besides.
pub(super) fn menu(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordId) {
    let RecordId::SavedView(id) = id else { return };
    let Some(view) = cx.project.views.get(id) else { return };
    if !view.lost.is_empty() {
        ui.label(crate::ui::widgets::label::remark(cx.theme, lost_words(view, cx.lang)));
    }
    let words = crate::i18n::fill(Text::UpdateView.text(cx.lang), &[("name", &view.name)]);
    if ui.add_enabled(cx.shown.filter.is_on(), eframe::egui::Button::new(words)).clicked() {
        cx.push(Action::Filter(FilterAction::Update(id)));
    }
    if ui.button(Text::DuplicateView.text(cx.lang)).clicked() {
        cx.push(Action::Filter(FilterAction::Duplicate(id)));
    }
}
