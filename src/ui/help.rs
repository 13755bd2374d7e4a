//! The sheet of shortcuts, made from the command table.

use super::dialogs::sheet_frame;
use super::theme::{color, size};
use super::{fonts, widgets::label};
use crate::app::{AppCommand, Menu};
use crate::i18n::Lang;
use crate::i18n::shell::ShellText as Text;
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
                map_ui(ui, theme, lang);
            },
        );
    });
    !modal.should_close()
}

fn menu_ui(ui: &mut Ui, theme: &Theme, lang: Lang, menu: Menu) {
    let with_shortcut = || menu.commands().filter_map(|command| Some((command, command.shortcut_text()?)));
    if with_shortcut().next().is_none() {
        return;
    }
    label::block_heading(ui, theme, menu.title(lang));
    for (command, shortcut) in with_shortcut() {
        line(ui, theme, &shortcut, command.name(lang), command.help(lang));
    }
    ui.add_space(10.0);
}

/// Keys that belong to the map itself.
fn map_ui(ui: &mut Ui, theme: &Theme, lang: Lang) {
    label::block_heading(ui, theme, Text::Map.text(lang));
    let keys = [
        ("← → ↑ ↓, Tab", Text::KeysWalk),
        ("Enter", Text::KeysEnter),
        ("Ctrl+Enter", Text::KeysBreak),
        ("Esc", Text::KeysEscape),
        ("+ −", Text::KeysEmotion),
        ("Space", Text::KeysSpace),
    ];
    for (key, words) in keys {
        line(ui, theme, key, words.text(lang), "");
    }
}

fn line(ui: &mut Ui, theme: &Theme, shortcut: &str, name: &str, help: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = ROW;
        let keys = RichText::new(shortcut).font(fonts::bold(size::SMALL)).color(color(theme.ink2));
        column(ui, KEYS, |ui| drop(label::one_line(ui, keys)));
        if help.is_empty() {
            ui.label(name);
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
