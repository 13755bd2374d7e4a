//! The top bar: project and saved state, pages, history, zoom, export.

use crate::app::{AppCommand, View};
use crate::edit::{Command, Label};
use crate::i18n::fill;
use crate::i18n::history::{HistoryText, history_text};
use crate::i18n::keeping::KeepText;
use crate::i18n::present::PresentText;
use crate::i18n::shell::ShellText as Text;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::filter;
use crate::ui::keeping::SaveState;
use crate::ui::logo;

use crate::ui::fonts;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{label, segmented};
use eframe::egui::{Align, Layout, Popup, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

/// Shows it.
pub(super) fn top_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, is_narrow: bool) {
    let bar = ui.max_rect();
    let words = [Text::Map, Text::Personas, Text::Feedback].map(|text| text.text(cx.lang));
    if is_narrow {
        two_lines(ui, cx, bar, words);
        return;
    }
    let middle = Rect::from_center_size(bar.center(), vec2(segmented::width(ui, &words), 34.0));
    let left = Rect::from_min_max(bar.min, pos2(middle.left() - 16.0, bar.bottom()));
    let right = Rect::from_min_max(pos2(middle.right() + 16.0, bar.top()), bar.max);
    place(ui, left, Layout::left_to_right(Align::Center), |ui| project(ui, cx));
    place(ui, middle, Layout::left_to_right(Align::Center), |ui| pages(ui, cx, words));
    place(ui, right, Layout::right_to_left(Align::Center), |ui| tools(ui, cx));
    ui.advance_cursor_after_rect(bar);
}

/// Project and tools above, the pages below: where a line has no room for all.
fn two_lines(ui: &mut Ui, cx: &mut Cx<'_>, bar: Rect, words: [&str; 3]) {
    let (above, below) = bar.split_top_bottom_at_fraction(0.5);
    let (left, right) = above.split_left_right_at_fraction(0.34);
    place(ui, left, Layout::left_to_right(Align::Center), |ui| project(ui, cx));
    place(ui, below, Layout::left_to_right(Align::Center), |ui| pages(ui, cx, words));
    place(ui, right, Layout::right_to_left(Align::Center), |ui| tools(ui, cx));
    ui.advance_cursor_after_rect(bar);
}

fn place(ui: &mut Ui, rect: Rect, layout: Layout, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), contents);
}

fn project(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let (rect, home) = ui.allocate_exact_size(Vec2::splat(34.0), Sense::click());
    let name = Text::Home.text(cx.lang);
    home.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name));
    logo::paint(ui.painter(), rect.center(), 1.0, cx.theme);
    button::focus_ring(ui, cx.theme, &home);
    if home.on_hover_text(name).clicked() {
        cx.push(Action::Do(AppCommand::ViewStart));
    }
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 40.0), Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        title(ui, cx);
        let (text, tip) = saved_state(cx);
        label::one_line(ui, label::remark(cx.theme, text)).on_hover_text(tip);
    });
}

fn title(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut info = cx.project.info.clone();
    let name = Text::ProjectTitle.text(cx.lang);
    let field = Field::line(name, "project title").plain().font(fonts::bold(14.0)).hint(Text::Untitled.text(cx.lang));
    let response = cx.field(ui, field, &mut info.title);
    if info.title != cx.project.info.title {
        cx.push(Action::Type { command: Command::SetInfo(info), field: response.id.value() });
    }
}

/// Whether and where it is saved, and who else has it open; and the same with the whole path.
fn saved_state(cx: &Cx<'_>) -> (String, String) {
    let mut text = state_text(cx);
    let mut tip = cx.session.path().map_or_else(|| text.clone(), |path| path.display().to_string());
    if let Some(others) = &cx.shown.kept.others {
        text = format!("{text} · {others}");
        tip = format!("{others}\n{}\n{tip}", KeepText::OpenAlsoTip.text(cx.lang));
    }
    (text, tip)
}

fn state_text(cx: &Cx<'_>) -> String {
    let state = match cx.shown.kept.state {
        // What was changed in this very frame.
        SaveState::Saved if cx.session.dirty() => SaveState::Unsaved,
        state => state,
    };
    match (state, cx.session.path()) {
        (SaveState::Saving, _) => KeepText::Saving.text(cx.lang).to_owned(),
        (SaveState::Failed, _) => KeepText::Failed.text(cx.lang).to_owned(),
        (SaveState::NoFile, None) => Text::NeverSaved.text(cx.lang).to_owned(),
        (SaveState::Soon, _) => KeepText::NotYet.text(cx.lang).to_owned(),
        (SaveState::Unsaved, _) => Text::Unsaved.text(cx.lang).to_owned(),
        (SaveState::Saved | SaveState::NoFile, path) => {
            let folder = path.and_then(|path| path.parent()?.file_name()).unwrap_or_default().to_string_lossy();
            if folder.is_empty() {
                Text::Saved.text(cx.lang).to_owned()
            } else {
                fill(Text::SavedIn.text(cx.lang), &[("folder", &folder)])
            }
        }
    }
}

fn pages(ui: &mut Ui, cx: &mut Cx<'_>, [map, personas, feedback]: [&str; 3]) {
    let segments = [
        (View::Map, map, Text::MapTip.text(cx.lang)),
        (View::Personas, personas, Text::PersonasTip.text(cx.lang)),
        (View::Feedback, feedback, Text::FeedbackTip.text(cx.lang)),
    ];
    if let Some(page) = segmented::segmented(ui, cx.theme, cx.shown.window.view, &segments) {
        cx.push(Action::Show(page));
    }
}

/// From right to left: export, save, zoom, redo, undo.
fn tools(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let export = button::button(ui, cx.theme, Rank::Primary, Text::Export.text(cx.lang));
    if export.on_hover_text(Text::ExportTip.text(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::Export));
    }
    present(ui, cx);
    let save = button::button(ui, cx.theme, Rank::Secondary, Text::Save.text(cx.lang));
    save.context_menu(|ui| {
        if ui.button(Text::SaveAs.text(cx.lang)).clicked() {
            cx.push(Action::Do(AppCommand::SaveAs));
        }
    });
    if save.on_hover_text(Text::SaveTip.text(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::Save));
    }
    if cx.shown.window.view == View::Map {
        zoom(ui, cx);
        filter::funnel_ui(ui, cx);
    }
    ui.add_space(4.0);
    history(ui, cx);
}

/// Presents the journey.
fn present(ui: &mut Ui, cx: &mut Cx<'_>) {
    let can = cx.session.journey().is_some();
    let words = PresentText::Present.text(cx.lang);
    let response = ui.add_enabled_ui(can, |ui| button::button(ui, cx.theme, Rank::Secondary, words)).inner;
    if response.on_hover_text(AppCommand::Present.tooltip(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::Present));
    }
}

fn zoom(ui: &mut Ui, cx: &mut Cx<'_>) {
    let percent = format!("{:.0} %", cx.shown.canvas.zoom() * 100.0);
    let response = button::button(ui, cx.theme, Rank::Secondary, &percent);
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(140.0);
        if ui.button(Text::ZoomFit.text(cx.lang)).clicked() {
            cx.push(Action::Do(AppCommand::ZoomFit));
        }
        for factor in [0.5, 0.75, 1.0, 1.5, 2.0] {
            if ui.button(format!("{:.0} %", factor * 100.0)).clicked() {
                cx.push(Action::SetZoom(factor));
            }
        }
    });
    response.on_hover_text(Text::Zoom.text(cx.lang));
}

fn history(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tip = |label: Option<Label>, what: HistoryText, command: AppCommand| {
        let keys = command.shortcut_text().unwrap_or_default();
        label.map_or_else(
            || command.tooltip(cx.lang),
            |label| format!("{} ({keys})", history_text(what, label, cx.lang)),
        )
    };
    let undo = cx.session.undo_label();
    let redo = cx.session.redo_label();
    let undo_tip = tip(undo, HistoryText::Undo, AppCommand::Undo);
    let redo_tip = tip(redo, HistoryText::Redo, AppCommand::Redo);
    // Right to left: redo is placed first.
    if tool(ui, cx, Glyph::Redo, AppCommand::Redo, &redo_tip, redo.is_some()) {
        cx.push(Action::Do(AppCommand::Redo));
    }
    if tool(ui, cx, Glyph::Undo, AppCommand::Undo, &undo_tip, undo.is_some()) {
        cx.push(Action::Do(AppCommand::Undo));
    }
}

fn tool(ui: &mut Ui, cx: &Cx<'_>, glyph: Glyph, command: AppCommand, tip: &str, enabled: bool) -> bool {
    let response = ui.add_enabled_ui(enabled, |ui| button::icon(ui, cx.theme, glyph, command.name(cx.lang))).inner;
    response.on_hover_text(tip).on_disabled_hover_text(tip).clicked()
}
