//! Lists of short texts, edited in place: bullets on the persona sheet, tags, quotes.

use super::field::Field;
use super::ime;
use crate::model::RecordId;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use eframe::egui::{Id, Key, Sense, Ui, vec2};

/// Bullets with a field each and an empty one at the end. Enter goes on to the next; an item that was
/// emptied is gone when the keyboard leaves it.
pub(crate) fn bullets(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, hint: &str, owner: RecordId, items: &mut Vec<String>) {
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
            let response = cx.field(ui, field, &mut text);
            if response.has_focus() && ui.input(|i| i.key_pressed(Key::Enter)) && !ime::owns_keys(ui) {
                ui.memory_mut(|memory| memory.request_focus(item_id(owner, name, index + 1)));
            }
            left_one_empty |= response.lost_focus();
        });
        if text != before {
            match items.get_mut(index) {
                Some(item) => *item = text,
                None => items.push(text),
            }
        }
    }
    if left_one_empty {
        items.retain(|item| !item.trim().is_empty());
    }
}

fn item_id(owner: RecordId, name: &str, index: usize) -> Id {
    Field::line("", (owner, name, index)).id()
}

fn bullet(ui: &mut Ui, cx: &Cx<'_>, filled: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 22.0), Sense::hover());
    let ink = if filled { cx.theme.ink } else { cx.theme.line2 };
    ui.painter().circle_filled(rect.left_center() + vec2(4.0, -0.5), 2.2, color(ink));
}
