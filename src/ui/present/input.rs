//! Keyboard, clicker, mouse and wheel of a presentation.

use crate::app::{Cover, Key, PresentCommand, PresentKey, Presentation};
use eframe::egui::{self, Event, MouseWheelUnit, Response, Ui};

/// Holding the mouse button for so many seconds makes it a laser.
const HOLD: f64 = 0.25;
/// Pages turn no faster than this with a wheel, in seconds.
const WHEEL_REST: f64 = 0.18;
/// So many points of a trackpad are one page.
const WHEEL_PAGE: f32 = 60.0;

/// What the hands were doing in the frame before.
#[derive(Default)]
pub(super) struct Hands {
    pressed: Option<f64>,
    held: bool,
    rolled: f32,
    turned_by_wheel: f64,
}

impl Hands {
    /// Whether the button is held down as a laser.
    pub(super) const fn is_held(&self) -> bool {
        self.held
    }

    /// What was asked for in this frame.
    pub(super) fn commands(
        &mut self,
        ui: &Ui,
        response: &Response,
        show: &Presentation,
        now: f64,
    ) -> Vec<PresentCommand> {
        let mut commands = Vec::new();
        let events = ui.input(|input| input.events.clone());
        for event in &events {
            match event {
                Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt => {
                    let asked = present_key(*key, modifiers.shift).and_then(PresentCommand::of);
                    // Any key takes a black screen away.
                    let uncovers = (show.cover != Cover::Nothing).then_some(PresentCommand::Keys);
                    commands.extend(asked.or(uncovers));
                }
                Event::MouseWheel { unit, delta, .. } => commands.extend(self.wheel(*unit, delta.y, now)),
                _ => {}
            }
        }
        commands.extend(self.button(ui, response, now));
        commands
    }

    fn wheel(&mut self, unit: MouseWheelUnit, delta: f32, now: f64) -> Option<PresentCommand> {
        let pages = if unit == MouseWheelUnit::Point { delta / WHEEL_PAGE } else { delta };
        self.rolled += pages;
        if self.rolled.abs() < 1.0 || now - self.turned_by_wheel < WHEEL_REST {
            self.rolled = self.rolled.clamp(-1.0, 1.0);
            return None;
        }
        self.turned_by_wheel = now;
        let command = if self.rolled < 0.0 { PresentCommand::Next } else { PresentCommand::Previous };
        self.rolled = 0.0;
        Some(command)
    }

    /// A click turns the page; a button held down is a laser and turns none.
    fn button(&mut self, ui: &Ui, response: &Response, now: f64) -> Option<PresentCommand> {
        if response.secondary_clicked() {
            return Some(PresentCommand::Previous);
        }
        let down = response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_down());
        if down {
            let since = *self.pressed.get_or_insert(now);
            let moved = ui.input(|input| input.pointer.is_decidedly_dragging());
            self.held |= moved || now - since > HOLD;
            ui.ctx().request_repaint();
            return None;
        }
        self.pressed = None;
        let was_held = std::mem::take(&mut self.held);
        (response.clicked() && !was_held).then_some(PresentCommand::Next)
    }
}

fn present_key(key: egui::Key, shift: bool) -> Option<PresentKey> {
    use PresentKey as K;
    use egui::Key as E;
    Some(match key {
        E::ArrowRight => K::Key(Key::Right),
        E::ArrowLeft => K::Key(Key::Left),
        E::ArrowUp => K::Key(Key::Up),
        E::ArrowDown => K::Key(Key::Down),
        E::Space if shift => K::ShiftSpace,
        E::Space => K::Space,
        E::Enter => K::Enter,
        E::Backspace => K::Backspace,
        E::PageDown => K::PageDown,
        E::PageUp => K::PageUp,
        E::Home => K::Home,
        E::End => K::End,
        E::Escape => K::Escape,
        E::F1 => K::Key(Key::F(1)),
        E::Plus | E::Equals => K::Typed('+'),
        E::Minus => K::Typed('-'),
        E::Period => K::Typed('.'),
        E::Comma => K::Typed(','),
        E::Questionmark | E::Slash => K::Typed('?'),
        other => {
            let mut letters = other.name().chars();
            let letter = letters.next().filter(|_| letters.next().is_none())?;
            K::Typed(letter.to_ascii_lowercase())
        }
    })
}
