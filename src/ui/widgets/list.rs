//! Lists of short texts, edited line by line: bullets on the persona sheet, tags, quotes.

use super::field::{self, Field};
use super::ime;
use super::lines::{self, Change};
use crate::model::RecordId;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Event, Id, Key, Modifiers, Sense, Ui, vec2};

/// Bullets with a field each and an empty one at the end. Enter begins a new item, Backspace at the start of one
/// joins it to the one before, Alt with an arrow moves it, pasted lines become items; an item that was emptied
/// is gone when the keyboard leaves it.
pub(crate) fn bullets(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, hint: &str, owner: RecordId, items: &mut Vec<String>) {
    let list = List { owner, name };
    if let Some(change) = list.pressed(ui, items) {
        list.apply(ui, items, change);
    }
    let mut left_one_empty = false;
    for index in 0..=items.len() {
        let mut text = items.get(index).cloned().unwrap_or_default();
        let before = text.clone();
        let field_name = format!("{name} {}", index + 1);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            bullet(ui, cx, index < items.len());
            let field = Field::wrapped(&field_name, (owner, name, index))
                .plain()
                .font(fonts::regular(size::BODY))
                .hint(if index == items.len() { hint } else { "" });
            left_one_empty |= cx.field(ui, field, &mut text).lost_focus();
        });
        if text != before {
            match items.get_mut(index) {
                Some(item) => *item = text,
                None => items.push(text),
            }
        }
    }
    if left_one_empty && list.focused(ui, items.len()).is_none() {
        items.retain(|item| !item.trim().is_empty());
    }
}

/// Which list it is.
struct List<'a> {
    owner: RecordId,
    name: &'a str,
}

impl List<'_> {
    fn id(&self, index: usize) -> Id {
        Field::line("", (self.owner, self.name, index)).id()
    }

    /// The item that has the keyboard; the one after the last is the empty line at the end.
    fn focused(&self, ui: &Ui, count: usize) -> Option<usize> {
        let focused = ui.memory(eframe::egui::Memory::focused)?;
        (0..=count).find(|index| self.id(*index) == focused)
    }

    /// What a key of this frame does to the list; the key then means nothing to the text.
    fn pressed(&self, ui: &Ui, items: &[String]) -> Option<Change> {
        let index = self.focused(ui, items.len())?;
        if ime::owns_keys(ui) {
            return None;
        }
        let selected = TextEditState::load(ui, self.id(index)).and_then(|state| state.cursor.char_range());
        let end = items.get(index).map_or(0, |item| item.chars().count());
        let (from, to) = selected.map_or((end, end), |range| {
            let [from, to] = range.sorted_cursors();
            (from.index.0.min(end), to.index.0.min(end))
        });
        let at = (index, from, to);
        let keys = [
            (Modifiers::NONE, Key::Enter, lines::enter(items, at)),
            (Modifiers::NONE, Key::Backspace, lines::backspace(items, at)),
            (Modifiers::NONE, Key::Delete, lines::delete(items, at)),
            (Modifiers::ALT, Key::ArrowUp, lines::shift(items, at, true)),
            (Modifiers::ALT, Key::ArrowDown, lines::shift(items, at, false)),
            (Modifiers::NONE, Key::ArrowUp, lines::walk(items, at, true)),
            (Modifiers::NONE, Key::ArrowDown, lines::walk(items, at, false)),
        ];
        let pressed = keys.into_iter().find_map(|(modifiers, key, change)| {
            let change = change?;
            ui.input_mut(|input| input.modifiers.matches_exact(modifiers) && input.consume_key(modifiers, key))
                .then_some(change)
        });
        pressed.or_else(|| pasted(ui, items, at))
    }

    /// Does it: the fields forget what they held for other items.
    fn apply(&self, ui: &Ui, items: &mut Vec<String>, change: Change) {
        for index in 0..=items.len().max(change.items.len()) {
            field::forget(ui, self.id(index));
        }
        *items = change.items;
        field::focus_at(ui, self.id(change.focus), change.cursor);
    }
}

/// Pasted lines become items.
fn pasted(ui: &Ui, items: &[String], at: lines::Place) -> Option<Change> {
    ui.input_mut(|input| {
        let place = input.events.iter().position(|event| matches!(event, Event::Paste(_)))?;
        let Event::Paste(text) = &input.events[place] else { return None };
        let change = lines::paste(items, at, text)?;
        input.events.remove(place);
        Some(change)
    })
}

fn bullet(ui: &mut Ui, cx: &Cx<'_>, filled: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 22.0), Sense::hover());
    let ink = if filled { cx.theme.ink } else { cx.theme.line2 };
    ui.painter().circle_filled(rect.left_center() + vec2(4.0, -0.5), 2.2, color(ink));
}
