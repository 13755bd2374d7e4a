//! One decision a frame. Where frames are slow (a projector PC, software drawing) several keys arrive in one of them;
//! what the second one means depends on what the first one did. So a frame gets the events up to one deciding key,
//! the rest waits for the next frame. Nothing typed is lost, and nothing lands in the wrong card.

use eframe::egui::{Event, Key, RawInput};
use std::collections::VecDeque;

/// The events that wait.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    waiting: VecDeque<Event>,
}

impl Pace {
    /// Leaves in the input what this frame gets; whether another frame is needed at once. In a text field only the
    /// keys that leave it decide: the field takes the others in their order.
    pub(crate) fn hold(&mut self, input: &mut RawInput, in_text: bool) -> bool {
        let backlog = !self.waiting.is_empty();
        let arrived = std::mem::take(&mut input.events);
        // A key that is held down must not run on after it was let go.
        self.waiting.extend(arrived.into_iter().filter(|event| !(backlog && is_repeat(event))));
        let mut typed = false;
        while let Some(event) = self.waiting.pop_front() {
            let decides = decides(&event, in_text);
            if decides && typed {
                self.waiting.push_front(event);
                return true;
            }
            typed |= matches!(event, Event::Text(_) | Event::Paste(_));
            input.events.push(event);
            if decides {
                return !self.waiting.is_empty();
            }
        }
        false
    }
}

fn is_repeat(event: &Event) -> bool {
    matches!(event, Event::Key { repeat: true, .. })
}

/// Whether it is a key press that decides something.
fn decides(event: &Event, in_text: bool) -> bool {
    let (key, modifiers) = match event {
        Event::Key { key, pressed: true, modifiers, .. } => (key, modifiers),
        // Signs that are commands on the map.
        Event::Text(text) => return !in_text && matches!(text.as_str(), "+" | "-" | "−"),
        _ => return false,
    };
    let leaves = matches!(key, Key::Enter | Key::Tab | Key::Escape);
    let other = || {
        let named = matches!(
            key,
            Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
                | Key::Home
                | Key::End
                | Key::PageUp
                | Key::PageDown
                | Key::Delete
                | Key::Backspace
                | Key::Menu
                | Key::F1
                | Key::F2
                | Key::F3
                | Key::F10
        );
        named || modifiers.command || modifiers.alt
    };
    leaves || (!in_text && other())
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::Modifiers;

    fn key(key: Key, repeat: bool) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat, modifiers: Modifiers::NONE }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    fn frames(events: Vec<Event>, in_text: bool) -> Vec<usize> {
        let mut pace = Pace::default();
        let mut input = RawInput { events, ..RawInput::default() };
        let mut counts = Vec::new();
        loop {
            let more = pace.hold(&mut input, in_text);
            counts.push(input.events.len());
            input.events.clear();
            if !more {
                return counts;
            }
        }
    }

    #[test]
    fn what_is_typed_after_a_key_waits_for_what_the_key_does() {
        assert_eq!(frames(vec![key(Key::Enter, false), text("a"), text("b")], true), [1, 2]);
        assert_eq!(frames(vec![text("a"), key(Key::Enter, false), key(Key::Enter, false)], true), [1, 1, 1]);
        assert_eq!(frames(vec![key(Key::ArrowDown, false), key(Key::ArrowDown, false)], false), [1, 1]);
        assert_eq!(frames(vec![text("-"), text("0"), text("."), text("5")], false), [1, 3], "a sign, then the number");
    }

    #[test]
    fn a_field_gets_its_own_keys_at_once() {
        assert_eq!(frames(vec![text("a"), key(Key::Backspace, false), text("b")], true), [3]);
    }

    #[test]
    fn an_enter_stays_with_the_conversion_that_it_confirms() {
        let commit = Event::Ime(eframe::egui::ImeEvent::Commit("保存".to_owned()));
        assert_eq!(frames(vec![commit, key(Key::Enter, false)], true), [2]);
    }

    #[test]
    fn a_held_key_does_not_run_on() {
        let mut pace = Pace::default();
        let mut first =
            RawInput { events: vec![key(Key::ArrowDown, false), key(Key::ArrowDown, true)], ..RawInput::default() };
        assert!(pace.hold(&mut first, false));
        let mut second = RawInput { events: vec![key(Key::ArrowDown, true); 5], ..RawInput::default() };
        assert!(!pace.hold(&mut second, false));
        assert_eq!(second.events.len(), 1);
    }
}
