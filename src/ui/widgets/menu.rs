//! Entries of menus, and sheets of controls that open under a button.

use crate::ui::fonts;
use crate::ui::theme::size;
use eframe::egui::{Align, Button, Layout, Popup, PopupCloseBehavior, Response, RichText, Ui};

/// An entry with its shortcut at the right; whether it was chosen.
pub(crate) fn menu_entry(ui: &mut Ui, name: &str, shortcut: &str, is_enabled: bool) -> bool {
    let shortcut = RichText::new(shortcut).font(fonts::regular(size::SMALL));
    ui.add_enabled(is_enabled, Button::new(name).shortcut_text(shortcut).min_size([200.0, 26.0].into())).clicked()
}

/// A sheet of controls under a button, open until a click beside it. Unlike in a menu, boxes, sliders and buttons
/// keep their frames: they are no list of commands.
pub(crate) fn sheet(button: &Response) -> Popup<'_> {
    Popup::from_toggle_button_response(button)
        .layout(Layout::top_down_justified(Align::Min))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}
