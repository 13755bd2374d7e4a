//! The menu of saved views in the bar, and the field for a view's name.

use super::FilterAction;
use super::menu::opener;
use crate::app::AppCommand;
use crate::edit::Command;
use crate::i18n::fill;
use crate::i18n::filter_bar::{FilterBarText as Text, lost_words};
use crate::model::{RecordId, SavedView, SavedViewId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::label;
use eframe::egui::{Align, Button, Layout, Popup, RichText, Ui, vec2};

/// The widest the name of a view gets in the bar, in points.
const WIDEST: f32 = 190.0;

/// What stands on the button: the view that is shown.
fn caption(cx: &Cx<'_>) -> String {
    match cx.shown.filter.chosen(cx.project) {
        Some((view, true)) => view.name.clone(),
        Some((view, false)) => format!("{} *", view.name),
        None => Text::Views.text(cx.lang).to_owned(),
    }
}

/// How wide the button is.
pub(super) fn width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    if cx.shown.filter_bar.naming.is_some() { WIDEST } else { super::menu::opener_width(ui, &caption(cx)).min(WIDEST) }
}

/// Shows the button with its menu, or the field for a name.
pub(super) fn views_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if naming(ui, cx) {
        return;
    }
    let (caption, chosen) = (caption(cx), cx.shown.filter.chosen(cx.project));
    let name = match chosen {
        Some((view, true)) => fill(Text::View.text(cx.lang), &[("name", &view.name)]),
        Some((view, false)) => fill(Text::ViewChanged.text(cx.lang), &[("name", &view.name)]),
        None => Text::Views.text(cx.lang).to_owned(),
    };
    let response = opener(ui, cx.theme, &caption, &name, chosen.is_some(), WIDEST);
    Popup::menu(&response).show(|ui| {
        ui.set_width(280.0);
        menu(ui, cx);
    });
}

fn menu(ui: &mut Ui, cx: &mut Cx<'_>) {
    let project = cx.project;
    let views = project.views_in_order();
    if views.is_empty() {
        label::paragraph(ui, Text::ViewsWhy.text(cx.lang), size::SMALL, color(cx.theme.ink2));
    }
    let ids: Vec<SavedViewId> = views.iter().map(|view| view.id).collect();
    for (position, view) in views.iter().enumerate() {
        line(ui, cx, view, position, &ids);
    }
    ui.separator();
    if let Some((view, false)) = cx.shown.filter.chosen(project) {
        let words = fill(Text::UpdateView.text(cx.lang), &[("name", &view.name)]);
        if ui.add_enabled(cx.shown.filter.is_on(), Button::new(words).truncate()).clicked() {
            cx.push(Action::Filter(FilterAction::Update(view.id)));
        }
    }
    let save = ui.add_enabled(cx.shown.filter.is_on(), Button::new(Text::SaveView.text(cx.lang)));
    if save.on_disabled_hover_text(Text::ChooseFirst.text(cx.lang)).clicked() {
        cx.push(Action::Filter(FilterAction::Save));
    }
    if !cx.shown.filter.is_on() {
        ui.label(label::remark(cx.theme, Text::ChooseFirst.text(cx.lang)));
    }
}

/// A view with the button for what can be done with it.
fn line(ui: &mut Ui, cx: &mut Cx<'_>, view: &SavedView, position: usize, all: &[SavedViewId]) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 26.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let name = fill(Text::ViewMenu.text(cx.lang), &[("name", &view.name)]);
        let more = button::small_icon(ui, cx.theme, Glyph::More, &name).on_hover_text(&name);
        Popup::menu(&more).show(|ui| changes(ui, cx, view, position, all));
        let on = cx.shown.filter.view == Some(view.id);
        let shortcut = numbered(position).and_then(AppCommand::shortcut_text).unwrap_or_default();
        let shortcut = RichText::new(shortcut).size(size::SMALL).color(color(cx.theme.ink3));
        let lost = if view.lost.is_empty() { "" } else { "⚠ " };
        let entry = Button::new(format!("{lost}{}", view.name)).selected(on).shortcut_text(shortcut).truncate();
        let response = ui.add_sized(vec2(ui.available_width(), 26.0), entry);
        let response = if view.lost.is_empty() { response } else { response.on_hover_text(lost_words(view, cx.lang)) };
        if response.clicked() {
            cx.push(Action::Filter(FilterAction::Show(view.id)));
        }
    });
}

/// What can be done with a view.
fn changes(ui: &mut Ui, cx: &mut Cx<'_>, view: &SavedView, position: usize, all: &[SavedViewId]) {
    let words = fill(Text::UpdateView.text(cx.lang), &[("name", &view.name)]);
    if ui.add_enabled(cx.shown.filter.is_on(), Button::new(words)).clicked() {
        cx.push(Action::Filter(FilterAction::Update(view.id)));
    }
    if ui.button(Text::RenameView.text(cx.lang)).clicked() {
        cx.shown.filter_bar.naming = Some(view.id);
    }
    if ui.button(Text::DuplicateView.text(cx.lang)).clicked() {
        cx.push(Action::Filter(FilterAction::Duplicate(view.id)));
    }
    let above = position.checked_sub(1).and_then(|above| all.get(above)).copied();
    if ui.add_enabled(above.is_some(), Button::new(Text::MoveUp.text(cx.lang))).clicked() {
        reorder(cx, view.id, above);
    }
    if ui.add_enabled(position + 1 < all.len(), Button::new(Text::MoveDown.text(cx.lang))).clicked() {
        reorder(cx, view.id, all.get(position + 2).copied());
    }
    ui.separator();
    if ui.button(Text::DeleteView.text(cx.lang)).clicked() {
        cx.push(Action::Run(Command::Delete(vec![view.id.into()])));
    }
}

fn reorder(cx: &mut Cx<'_>, view: SavedViewId, before: Option<SavedViewId>) {
    cx.push(Action::Run(Command::Reorder { record: view.into(), before: before.map(RecordId::from) }));
}

/// The command that shows the view at a position.
pub(crate) fn numbered(position: usize) -> Option<AppCommand> {
    use AppCommand as C;
    let all = [
        C::ShowView1,
        C::ShowView2,
        C::ShowView3,
        C::ShowView4,
        C::ShowView5,
        C::ShowView6,
        C::ShowView7,
        C::ShowView8,
        C::ShowView9,
    ];
    all.get(position).copied()
}

/// Shows a field while a view gets its name; whether it did.
fn naming(ui: &mut Ui, cx: &mut Cx<'_>) -> bool {
    let project = cx.project;
    let Some(view) = cx.shown.filter_bar.naming.and_then(|id| project.views.get(id)) else { return false };
    let field = Field::line(Text::ViewName.text(cx.lang), ("name of view", view.id));
    let id = field.id();
    let began = ui.data(|data| data.get_temp::<bool>(id.with("began"))).unwrap_or(false);
    ui.allocate_ui_with_layout(vec2(WIDEST, 26.0), Layout::left_to_right(Align::Center), |ui| {
        cx.edit(ui, view, |ui, cx, view| {
            cx.field(ui, field, &mut view.name);
        });
    });
    if !began {
        ui.memory_mut(|memory| memory.request_focus(id));
        field::select_all(ui, id);
    } else if !ui.memory(|memory| memory.has_focus(id)) {
        cx.shown.filter_bar.naming = None;
    }
    ui.data_mut(|data| data.insert_temp(id.with("began"), cx.shown.filter_bar.naming.is_some()));
    true
}
