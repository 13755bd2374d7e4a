//! The sheet of shortcuts, made from the command table.

use super::dialogs::sheet_frame;
use super::theme::{color, size};
use super::{fonts, widgets::label};
use crate::app::{AppCommand, Menu};
use crate::i18n::Lang;
use crate::i18n::shell::ShellText as Text;
use crate::look::Theme;
use eframe::egui::{Context, Grid, Id, Modal, RichText, ScrollArea, Ui, vec2};

/// Shows it; whether it stays open.
pub(crate) fn show(ctx: &Context, theme: &Theme, lang: Lang) -> bool {
    let modal = Modal::new(Id::unique("help")).frame(sheet_frame(theme)).show(ctx, |ui| {
        ui.set_width(720.0_f32.min(ctx.content_rect().width() - 80.0));
        ui.label(label::bold(AppCommand::Help.name(lang), size::PAGE));
        ui.add_space(8.0);
        let height = (ctx.content_rect().height() - 200.0).clamp(200.0, 720.0);
        ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false).show(ui, |ui| {
            for menu in Menu::ALL {
                menu_ui(ui, theme, lang, menu);
            }
            map_ui(ui, theme, lang);
        });
    });
    !modal.should_close()
}

fn menu_ui(ui: &mut Ui, theme: &Theme, lang: Lang, menu: Menu) {
    let with_shortcut = || menu.commands().filter_map(|command| Some((command, command.shortcut_text()?)));
    if with_shortcut().next().is_none() {
        return;
    }
    label::block_heading(ui, theme, menu.title(lang));
    Grid::new(menu.title(lang)).num_columns(3).spacing(vec2(16.0, 4.0)).show(ui, |ui| {
        for (command, shortcut) in with_shortcut() {
            line(ui, theme, &shortcut, command.name(lang), command.help(lang));
        }
    });
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
    Grid::new("map keys").num_columns(3).spacing(vec2(16.0, 4.0)).show(ui, |ui| {
        for (key, words) in keys {
            line(ui, theme, key, words.text(lang), "");
        }
    });
}

fn line(ui: &mut Ui, theme: &Theme, shortcut: &str, name: &str, help: &str) {
    cell(ui, 104.0, RichText::new(shortcut).font(fonts::bold(size::SMALL)).color(color(theme.ink2)));
    cell(ui, 200.0, RichText::new(name));
    ui.label(label::remark(theme, help));
    ui.end_row();
}

/// A cell of one width in all sections, so that their columns line up.
fn cell(ui: &mut Ui, width: f32, text: RichText) {
    ui.horizontal(|ui| {
        ui.set_min_width(width);
        ui.label(text);
    });
}
