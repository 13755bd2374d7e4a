//! The conflicts of a record in the inspector: both values, and a click to choose.

use super::TogetherAction;
use crate::app::AppCommand as C;
use crate::app::together::conflicts_of;
use crate::i18n::fill;
use crate::i18n::merge::{field_title, value_words};
use crate::i18n::together::TogetherText as Text;
use crate::merge::{Choice, field_value, settled};
use crate::model::{Conflict, RecordId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{CornerRadius, Frame, Margin, Ui};

/// Shows them above the form of the record; nothing when there are none.
pub(crate) fn conflicts_ui(ui: &mut Ui, cx: &mut Cx<'_>, of: Option<RecordId>) {
    if cx.project.conflicts.is_empty() {
        return;
    }
    for conflict in conflicts_of(cx.project, of) {
        one(ui, cx, conflict);
        ui.add_space(6.0);
    }
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, conflict: &Conflict) {
    let frame = Frame::new()
        .fill(color(cx.theme.warn_weak))
        .stroke(line(cx.theme.warn))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let field = field_title(&conflict.field, cx.lang);
        ui.label(label::bold(fill(Text::Conflict.text(cx.lang), &[("field", field)]), size::BODY));
        let standing = field_value(cx.project, conflict.of, &conflict.field).unwrap_or_default();
        value(ui, cx, conflict, Text::Stands.text(cx.lang), &standing);
        choose(ui, cx, conflict, Choice::Standing, Text::UseStanding, C::ConflictStanding);
        let kept = match conflict.by.as_str() {
            "" => Text::Kept.text(cx.lang).to_owned(),
            who => fill(Text::KeptBy.text(cx.lang), &[("who", who)]),
        };
        value(ui, cx, conflict, &kept, &conflict.value);
        ui.horizontal(|ui| {
            choose(ui, cx, conflict, Choice::Kept, Text::UseKept, C::ConflictKept);
            if settled(cx.project, conflict, Choice::Both).is_some() {
                choose(ui, cx, conflict, Choice::Both, Text::UseBoth, C::ConflictBoth);
            }
        });
    });
}

fn value(ui: &mut Ui, cx: &Cx<'_>, conflict: &Conflict, title: &str, value: &str) {
    ui.label(label::remark(cx.theme, title).color(color(cx.theme.ink2)));
    let words = value_words(cx.project, &conflict.field, value, cx.lang);
    label::paragraph(ui, &words, size::BODY, color(cx.theme.ink));
}

fn choose(ui: &mut Ui, cx: &mut Cx<'_>, conflict: &Conflict, choice: Choice, text: Text, command: C) {
    let button = button::button(ui, cx.theme, Rank::Secondary, text.text(cx.lang));
    if button.on_hover_text(command.tooltip(cx.lang)).clicked() {
        cx.push(Action::Together(TogetherAction::Choose(conflict.id, choice)));
    }
}
