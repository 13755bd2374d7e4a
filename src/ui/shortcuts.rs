//! The keyboard shortcuts of the command table, as egui's keys.

use super::widgets::ime;
use crate::app::{AppCommand, Key, Shortcut, Situation};
use eframe::egui::{self, Context, Event};

/// The command whose shortcut was pressed in this frame, if it makes sense now. While a text field has the
/// keyboard, only shortcuts that mean nothing inside a text count; while an input method composes, none.
pub(crate) fn pressed(ctx: &Context, situation: Situation<'_>) -> Option<AppCommand> {
    if ime::owns_keys(ctx) {
        return None;
    }
    let typing = ctx.text_edit_focused();
    let keys: Vec<(egui::Key, egui::Modifiers)> = ctx.input(|input| input.events.iter().filter_map(key_down).collect());
    AppCommand::ALL.iter().copied().find(|command| {
        let hit = |shortcut: &Shortcut| keys.iter().any(|(key, held)| matches(*shortcut, *key, *held));
        let mine = command.shortcuts().iter().any(hit);
        mine && !(typing && belongs_to_text(*command)) && situation.allows(*command)
    })
}

/// The letter of a shortcut types nothing: Alt+2 also arrives as the text "2".
pub(crate) fn swallow_text(ctx: &Context) {
    ctx.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
}

fn key_down(event: &Event) -> Option<(egui::Key, egui::Modifiers)> {
    match event {
        Event::Key { key, pressed: true, repeat: _, modifiers, .. } => Some((*key, *modifiers)),
        _ => None,
    }
}

fn matches(shortcut: Shortcut, key: egui::Key, held: egui::Modifiers) -> bool {
    // "+" is Shift+"=" on many keyboards and a key of its own on others.
    let plus = shortcut.key == Key::Plus && matches!(key, egui::Key::Plus | egui::Key::Equals);
    let same_key = plus || egui_key(shortcut.key) == Some(key);
    same_key && held.command == shortcut.ctrl && held.alt == shortcut.alt && (plus || held.shift == shortcut.shift)
}

fn egui_key(key: Key) -> Option<egui::Key> {
    match key {
        Key::Char(c) => egui::Key::from_name(&c.to_string()),
        Key::F(n) => egui::Key::from_name(&format!("F{n}")),
        Key::Plus => Some(egui::Key::Plus),
        Key::Minus => Some(egui::Key::Minus),
        Key::Delete => Some(egui::Key::Delete),
        Key::Left => Some(egui::Key::ArrowLeft),
        Key::Right => Some(egui::Key::ArrowRight),
        Key::Up => Some(egui::Key::ArrowUp),
        Key::Down => Some(egui::Key::ArrowDown),
    }
}

/// Whether the shortcut means something else inside a text.
const fn belongs_to_text(command: AppCommand) -> bool {
    use AppCommand as C;
    matches!(
        command,
        C::Undo | C::Redo | C::Delete | C::SelectAll | C::MoveLeft | C::MoveRight | C::MoveUp | C::MoveDown
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_has_a_key_of_the_window() {
        for command in AppCommand::ALL {
            for shortcut in command.shortcuts() {
                assert!(egui_key(shortcut.key).is_some(), "{command:?}: {shortcut}");
            }
        }
    }

    #[test]
    fn shift_makes_another_shortcut() {
        let ctrl = egui::Modifiers { command: true, ctrl: true, ..egui::Modifiers::NONE };
        let both = egui::Modifiers { shift: true, ..ctrl };
        let save = Shortcut::ctrl(Key::Char('S'));
        assert!(matches(save, egui::Key::S, ctrl));
        assert!(!matches(save, egui::Key::S, both));
        assert!(matches(Shortcut::ctrl(Key::Plus), egui::Key::Equals, both));
    }
}
