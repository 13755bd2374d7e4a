//! The rows of the inspector's forms: a label at the left or above, a control.

use crate::i18n::inspector::InspectorText as Text;
use crate::model::RecordId;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, size};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{choice, dots, list};
use eframe::egui::{Align, Label, Layout, RichText, TextWrapMode, Ui, vec2};

const LABEL_WIDTH: f32 = 118.0;
const HEIGHT: f32 = 28.0;

/// A label at the left, a control at the right.
pub(super) fn row(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, control: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(LABEL_WIDTH, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(LABEL_WIDTH, HEIGHT));
            ui.add(Label::new(caption(cx, name)).wrap_mode(TextWrapMode::Truncate));
        });
        control(ui, cx);
    });
}

/// A label above a control.
pub(super) fn stack(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, control: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    ui.add_space(2.0);
    ui.label(caption(cx, name));
    control(ui, cx);
}

/// A line of text.
pub(super) fn text(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, owner: RecordId, value: &mut String) {
    let name = name.text(cx.lang);
    row(ui, cx, name, |ui, cx| {
        cx.field(ui, Field::line(name, (owner, name)), value);
    });
}

/// Text of several lines.
pub(super) fn area(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, owner: RecordId, value: &mut String) {
    let name = name.text(cx.lang);
    stack(ui, cx, name, |ui, cx| {
        cx.field(ui, Field::area(name, (owner, name), 1), value);
    });
}

/// The name of a record, as the form's title.
pub(super) fn title(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, owner: RecordId, value: &mut String) {
    let name = name.text(cx.lang);
    let field = Field::wrapped(name, (owner, name)).plain().font(fonts::bold(size::TITLE));
    cx.field(ui, field, value);
    ui.add_space(2.0);
}

/// Other names that feedback files use, a line each; where there is no feedback nobody asks.
pub(super) fn names(ui: &mut Ui, cx: &mut Cx<'_>, owner: RecordId, names: &mut Vec<String>) {
    if names.is_empty() && cx.project.data_sets.is_empty() {
        return;
    }
    let name = Text::KnownAs.text(cx.lang);
    stack(ui, cx, name, |ui, cx| list::bullets(ui, cx, name, "", owner, names));
}

/// A level as dots.
pub(super) fn level(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, value: &mut u8, top: u8) {
    let name = name.text(cx.lang);
    row(ui, cx, name, |ui, cx| {
        dots::dots(ui, cx.theme, name, value, top);
    });
}

/// Something that is only read.
pub(super) fn fact(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, value: &str) {
    row(ui, cx, name.text(cx.lang), |ui, _| {
        ui.add(Label::new(value).wrap());
    });
}

fn caption(cx: &Cx<'_>, name: &str) -> RichText {
    RichText::new(name).size(12.0).color(color(cx.theme.ink3))
}

/// A width or height in map units; empty is the usual one.
pub(super) fn size(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, owner: RecordId, value: &mut u16) {
    let mut units = (*value > 0).then(|| u64::from(*value));
    let name = name.text(cx.lang);
    let hint = Text::UsualSize.text(cx.lang);
    row(ui, cx, name, |ui, cx| choice::number_or(ui, cx, name, hint, owner, &mut units));
    *value = units.and_then(|units| u16::try_from(units).ok()).unwrap_or(0);
}
