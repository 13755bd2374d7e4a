//! The keyboard shortcuts of the command table, as egui's keys.

use super::widgets::ime;
use crate::app::{AppCommand, Key, Menu, Shortcut, Situation};
use eframe::egui::{self, Context, Event};

/// The command whose shortcut was pressed in this frame, if it makes sense now. While a text field has the
/// keyboard, only shortcuts that mean nothing inside a text count; while an input method composes, none. The keys
/// of the map count while it has the keyboard.
pub(crate) fn pressed(ctx: &Context, situation: Situation<'_>, map_has_keyboard: bool) -> Option<AppCommand> {
    if ime::owns_keys(ctx) {
        return None;
    }
    let typing = ctx.text_edit_focused();
    let events = ctx.input(|input| input.events.clone());
    AppCommand::ALL.iter().copied().find(|command| {
        let counts = match command.menu() {
            Menu::Typing => false,
            Menu::Map => map_has_keyboard,
            _ => !(typing && belongs_to_text(*command)),
        };
        counts && is_hit(*command, &events) && situation.allows(*command)
    })
}

/// The key of a text field on the map that was pressed in this frame; the field does not see it.
pub(crate) fn pressed_while_typing(ctx: &Context) -> Option<AppCommand> {
    if ime::owns_keys(ctx) {
        // Nor do they do anything to the text that is being composed.
        ctx.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Key { pressed: true, .. })));
        return None;
    }
    let events = ctx.input(|input| input.events.clone());
    let command = Menu::Typing.commands().find(|command| is_hit(*command, &events))?;
    let is_its_key = |event: &Event| command.shortcuts().iter().any(|shortcut| is_press(*shortcut, event));
    ctx.input_mut(|input| input.events.retain(|event| !is_its_key(event)));
    Some(command)
}

fn is_hit(command: AppCommand, events: &[Event]) -> bool {
    command.shortcuts().iter().any(|shortcut| events.iter().any(|event| is_press(*shortcut, event)))
}

fn is_press(shortcut: Shortcut, event: &Event) -> bool {
    match event {
        Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
            // Shift makes another sign of a digit, and which one depends on the keyboard.
            let digit = physical_key.filter(|key| modifiers.shift && is_digit(*key));
            matches(shortcut, digit.unwrap_or(*key), *modifiers)
        }
        // + and − alone are signs that are typed, wherever the keyboard has them.
        Event::Text(text) if shortcut == Shortcut::plain(Key::Plus) => matches!(text.as_str(), "+" | "＋"),
        Event::Text(text) if shortcut == Shortcut::plain(Key::Minus) => matches!(text.as_str(), "-" | "−" | "－"),
        _ => false,
    }
}

/// The letter of a shortcut types nothing: Alt+2 also arrives as the text "2".
pub(crate) fn swallow_text(ctx: &Context) {
    ctx.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
}

fn is_digit(key: egui::Key) -> bool {
    key.name().len() == 1 && key.name().bytes().all(|byte| byte.is_ascii_digit())
}

fn matches(shortcut: Shortcut, key: egui::Key, held: egui::Modifiers) -> bool {
    let same_modifiers = held.command == shortcut.ctrl && held.alt == shortcut.alt && held.shift == shortcut.shift;
    same_modifiers && is_key(shortcut, key)
}

/// "+" and "=" share a key on most keyboards, "+" and ";" on Japanese ones; the keypad has a "+" of its own.
fn is_key(shortcut: Shortcut, key: egui::Key) -> bool {
    match shortcut.key {
        Key::Plus if shortcut.ctrl => matches!(key, egui::Key::Plus | egui::Key::Equals | egui::Key::Semicolon),
        Key::Equals => matches!(key, egui::Key::Plus | egui::Key::Equals | egui::Key::Semicolon),
        Key::Plus | Key::Minus if !shortcut.ctrl => false,
        other => egui_key(other) == Some(key),
    }
}

fn egui_key(key: Key) -> Option<egui::Key> {
    match key {
        Key::Char(c) => egui::Key::from_name(&c.to_string()),
        Key::F(n) => egui::Key::from_name(&format!("F{n}")),
        Key::Plus => Some(egui::Key::Plus),
        Key::Minus => Some(egui::Key::Minus),
        Key::Equals => Some(egui::Key::Equals),
        Key::Enter => Some(egui::Key::Enter),
        Key::Tab => Some(egui::Key::Tab),
        Key::Escape => Some(egui::Key::Escape),
        Key::Backspace => Some(egui::Key::Backspace),
        Key::Delete => Some(egui::Key::Delete),
        Key::Home => Some(egui::Key::Home),
        Key::End => Some(egui::Key::End),
        Key::PageUp => Some(egui::Key::PageUp),
        Key::PageDown => Some(egui::Key::PageDown),
        Key::Menu => Some(egui::Key::Menu),
        Key::Left => Some(egui::Key::ArrowLeft),
        Key::Right => Some(egui::Key::ArrowRight),
        Key::Up => Some(egui::Key::ArrowUp),
        Key::Down => Some(egui::Key::ArrowDown),
        Key::Letters | Key::Number | Key::Space => None,
    }
}

/// Whether the shortcut means something else inside a text.
const fn belongs_to_text(command: AppCommand) -> bool {
    use AppCommand as C;
    matches!(
        command,
        C::Undo
            | C::Redo
            | C::Delete
            | C::SelectAll
            | C::Rename
            | C::Duplicate
            | C::MoveLeft
            | C::MoveRight
            | C::MoveUp
            | C::MoveDown
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_has_a_key_of_the_window() {
        for command in AppCommand::ALL {
            for shortcut in command.shortcuts() {
                let has_key = egui_key(shortcut.key).is_some() || shortcut.key.is_many();
                assert!(has_key, "{command:?}: {shortcut}");
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
    }

    #[test]
    fn zooming_and_inserting_a_step_are_told_apart_on_every_keyboard() {
        let ctrl = egui::Modifiers { command: true, ctrl: true, ..egui::Modifiers::NONE };
        let both = egui::Modifiers { shift: true, ..ctrl };
        let (zoom, insert) = (Shortcut::ctrl(Key::Plus), Shortcut::ctrl_shift(Key::Equals));
        // "=" on an American keyboard, ";" on a Japanese one, "+" on a German one and on the keypad.
        for key in [egui::Key::Equals, egui::Key::Semicolon, egui::Key::Plus] {
            assert!(matches(zoom, key, ctrl) && !matches(insert, key, ctrl), "{key:?}");
            assert!(matches(insert, key, both) && !matches(zoom, key, both), "{key:?}");
        }
    }
}
