//! The sheet of shortcuts, made from the command table.

use super::dialogs::sheet_frame;
use super::theme::{color, size};
use super::{fonts, widgets::label};
use crate::app::{AppCommand, Menu, PresentCommand};
use crate::i18n::Lang;
use crate::i18n::present::PresentText;
use crate::look::Theme;
use eframe::egui::{Align, Context, Id, Layout, Modal, RichText, ScrollArea, Ui, vec2};

const WIDTH: f32 = 760.0;
/// Columns and rows of the list, in points.
const KEYS: f32 = 116.0;
const NAMES: f32 = 190.0;
const ROW: f32 = 24.0;

/// Shows it; whether it stays open.
pub(crate) fn show(ctx: &Context, theme: &Theme, lang: Lang) -> bool {
    let modal = Modal::new(Id::unique("help")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.content_rect().width() - 80.0));
        ui.label(label::bold(AppCommand::Help.name(lang), size::PAGE));
        ui.add_space(8.0);
        let height = ctx.content_rect().height() - 180.0;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                for menu in Menu::ALL {
                    menu_ui(ui, theme, lang, menu);
                }
                present_ui(ui, theme, lang);
            },
        );
    });
    !modal.should_close()
}

fn menu_ui(ui: &mut Ui, theme: &Theme, lang: Lang, menu: Menu) {
    let lines = lines(menu, lang);
    if lines.is_empty() {
        return;
    }
    label::block_heading(ui, theme, menu.title(lang));
    for HelpLine { keys, name, help, .. } in &lines {
        line(ui, theme, keys, name, help);
    }
    ui.add_space(10.0);
}

/// A line of the sheet: one command, or several that do the same into different directions.
struct HelpLine {
    keys: String,
    modifiers: String,
    name: &'static str,
    help: &'static str,
}

fn lines(menu: Menu, lang: Lang) -> Vec<HelpLine> {
    let mut lines: Vec<HelpLine> = Vec::new();
    for command in menu.commands() {
        let Some(shortcut) = command.shortcuts().first() else { continue };
        let (keys, help) = (shortcut.to_string(), command.help(lang));
        let key = shortcut.key.to_string();
        let modifiers = keys.trim_end_matches(&key).to_owned();
        match lines.last_mut().filter(|last| last.help == help) {
            Some(last) => {
                // Modifiers that the keys share are written once: `Ctrl+← →`.
                let key = if last.modifiers == modifiers { key } else { keys };
                last.keys = format!("{} {key}", last.keys);
                last.name = "";
            }
            None => lines.push(HelpLine { keys, modifiers, name: command.name(lang), help }),
        }
    }
    lines
}

/// Keys that a presentation has for itself.
fn present_ui(ui: &mut Ui, theme: &Theme, lang: Lang) {
    ui.add_space(10.0);
    label::block_heading(ui, theme, PresentText::KeysTitle.text(lang));
    for (keys, what) in PresentCommand::sheet(lang) {
        line(ui, theme, keys, "", what);
    }
}

/// A key and what it does.
fn line(ui: &mut Ui, theme: &Theme, shortcut: &str, name: &str, help: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = ROW;
        let keys = RichText::new(shortcut).font(fonts::bold(size::SMALL)).color(color(theme.ink2));
        column(ui, KEYS, |ui| drop(label::one_line(ui, keys)));
        if name.is_empty() {
            label::one_line(ui, RichText::new(help));
        } else {
            column(ui, NAMES, |ui| drop(label::one_line(ui, RichText::new(name))));
            label::one_line(ui, label::remark(theme, help));
        }
    });
}

fn column(ui: &mut Ui, width: f32, words: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, ROW), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(vec2(width, ROW));
        ui.set_max_width(width - 12.0);
        words(ui);
    });
}
