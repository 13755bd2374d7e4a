//! The quiet bar: what was taken in, with the list of it; copies that lie beside the file.

use super::{News, TogetherAction};
use crate::app::AppCommand;
use crate::i18n::fill;
use crate::i18n::merge::difference_words;
use crate::i18n::together::TogetherText as Text;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::files;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{Align, Frame, Layout, Margin, Panel, Popup, ScrollArea, Ui};

const HEIGHT: f32 = 40.0;
/// Width and height of the list, and how many lines it has at most.
const LIST: [f32; 2] = [460.0, 360.0];
const LINES: usize = 200;

/// Shows it while there is something to say.
pub(crate) fn bar_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.shown.together.news.is_some() {
        bar(ui, cx, "taken in", news);
    }
    if !cx.shown.together.copies.is_empty() {
        bar(ui, cx, "copies", copies);
    }
    if !cx.shown.together.merged_copies.is_empty() {
        bar(ui, cx, "merged copies", merged);
    }
}

fn bar(ui: &mut Ui, cx: &mut Cx<'_>, id: &str, content: fn(&mut Ui, &mut Cx<'_>)) {
    let frame = Frame::new()
        .fill(color(cx.theme.accent_weak))
        .stroke(line(cx.theme.line))
        .inner_margin(Margin::symmetric(14, 0));
    Panel::top(id.to_owned()).exact_size(HEIGHT).frame(frame).resizable(false).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            content(ui, cx);
        });
    });
}

fn words(ui: &mut Ui, text: &str) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| label::one_line(ui, label::bold(text, size::BODY)));
}

fn news(ui: &mut Ui, cx: &mut Cx<'_>) {
    // Taken out while it is drawn: its lines ask for things.
    let Some(news) = cx.shown.together.news.take() else { return };
    if button::button(ui, cx.theme, Rank::Quiet, Text::Close.text(cx.lang)).clicked() {
        cx.push(Action::Together(TogetherAction::PutAway));
    }
    let undo = button::button(ui, cx.theme, Rank::Secondary, AppCommand::Undo.name(cx.lang));
    if undo.on_hover_text(AppCommand::Undo.tooltip(cx.lang)).clicked() {
        cx.push(Action::Do(AppCommand::Undo));
        cx.push(Action::Together(TogetherAction::PutAway));
    }
    let open = button::button(ui, cx.theme, Rank::Secondary, Text::WhatChanged.text(cx.lang));
    Popup::menu(&open).show(|ui| list(ui, cx, &news));
    words(ui, &news.title);
    cx.shown.together.news = Some(news);
}

fn list(ui: &mut Ui, cx: &mut Cx<'_>, news: &News) {
    ui.set_width(LIST[0]);
    ScrollArea::vertical().max_height(LIST[1]).show(ui, |ui| {
        let (mut shown, mut all) = (0, 0);
        for difference in &news.changes {
            for sentence in difference_words(&news.before, cx.project, difference, cx.lang) {
                all += 1;
                if shown == LINES {
                    continue;
                }
                shown += 1;
                let row = ui.selectable_label(false, label::broken(&sentence, size::BODY, LIST[0] - 20.0));
                if let Some(record) = difference.of.filter(|record| row.clicked() && cx.project.contains(*record)) {
                    cx.push(Action::GoTo(record));
                }
            }
        }
        if all > shown {
            let more = fill(Text::More.text(cx.lang), &[("n", &(all - shown).to_string())]);
            ui.label(label::remark(cx.theme, more));
        }
    });
}

fn copies(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button::button(ui, cx.theme, Rank::Quiet, Text::NotNow.text(cx.lang)).clicked() {
        cx.push(Action::Together(TogetherAction::LeaveCopies));
    }
    if button::button(ui, cx.theme, Rank::Secondary, Text::MergeCopies.text(cx.lang)).clicked() {
        cx.push(Action::Together(TogetherAction::MergeCopies));
    }
    let names: Vec<String> = cx.shown.together.copies.iter().map(|copy| files::name(&copy.path)).collect();
    words(ui, &fill(Text::Copies.text(cx.lang), &[("files", &names.join("  "))]));
}

fn merged(ui: &mut Ui, cx: &mut Cx<'_>) {
    if button::button(ui, cx.theme, Rank::Quiet, Text::Leave.text(cx.lang)).clicked() {
        cx.push(Action::Together(TogetherAction::LeaveCopies));
    }
    if button::button(ui, cx.theme, Rank::Secondary, Text::Move.text(cx.lang)).clicked() {
        cx.push(Action::Together(TogetherAction::MoveCopies));
    }
    let folder = Text::AsideFolder.text(cx.lang);
    words(ui, &fill(Text::MoveAside.text(cx.lang), &[("folder", folder)]));
}
