//! Entries of menus.

use crate::ui::fonts;
use crate::ui::theme::size;
use eframe::egui::{Button, RichText, Ui};

/// An entry with its shortcut at the right; whether it was chosen.
pub(crate) fn menu_entry(ui: &mut Ui, name: &str, shortcut: &str, is_enabled: bool) -> bool {
    let shortcut = RichText::new(shortcut).font(fonts::regular(size::SMALL));
    ui.add_enabled(is_enabled, Button::new(name).shortcut_text(shortcut).min_size([200.0, 26.0].into())).clicked()
}
