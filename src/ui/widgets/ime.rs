//! Whether an input method is composing. Text being composed is already in the field, but it is not
//! yet what the person wrote: nothing may store it, and an Enter that confirms it is no shortcut.

use eframe::egui::{Context, Event, Id, ImeEvent};

fn key() -> Id {
    Id::unique("ime composition")
}

/// Looks at the frame's input; to be called once a frame, before anything is drawn.
pub(crate) fn begin_frame(ctx: &Context) {
    let mut composing = ctx.data(|data| data.get_temp::<bool>(key())).unwrap_or(false);
    ctx.input(|input| {
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => composing = !text.is_empty(),
                Event::Ime(ImeEvent::Commit(_)) => composing = false,
                _ => {}
            }
        }
    });
    ctx.data_mut(|data| data.insert_temp(key(), composing));
}

/// Whether text is being composed.
pub(crate) fn is_composing(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<bool>(key())).unwrap_or(false)
}

/// Whether this frame's Enter or Escape may belong to a conversion.
pub(crate) fn owns_keys(ctx: &Context) -> bool {
    is_composing(ctx) || ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))))
}
