//! Two personas side by side, field by field. What differs has a sign and more weight.

use super::sheet::persona_color;
use crate::app::comparison::{ComparedField, as_tsv, compare};
use crate::i18n::fill;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{Persona, PersonaId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::fonts;
use crate::ui::theme::{color, line, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{chip, label, marker};
use eframe::egui::{
    Align, ComboBox, Label, Layout, RichText, Role, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, vec2,
};

/// Width of the names of the fields.
const NAMES: f32 = 148.0;
/// Width of the sign between the two.
const SIGN: f32 = 34.0;

/// What is compared with the persona that is shown. Not part of the document.
#[derive(Debug, Default)]
pub(crate) struct Comparing {
    /// The persona on the right; `None` shows the sheet alone.
    pub(crate) with: Option<PersonaId>,
    only_differences: bool,
}

/// Shows the comparison of two personas on a paper of this width.
pub(super) fn compare_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: [&Persona; 2]) {
    let all = compare(cx.project, pair, cx.lang);
    controls(ui, cx, pair, &all);
    ui.add_space(10.0);
    heads(ui, cx, pair);
    let only = cx.shown.comparing.only_differences;
    let mut any = false;
    for field in all.iter().filter(|field| !only || field.differs()) {
        any = true;
        row(ui, cx, field);
    }
    if !any {
        ui.add_space(12.0);
        ui.label(label::second(cx.theme, Text::NoDifferences.text(cx.lang)));
    }
}

fn controls(ui: &mut Ui, cx: &mut Cx<'_>, pair: [&Persona; 2], all: &[ComparedField]) {
    let lang = cx.lang;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let only = cx.shown.comparing.only_differences;
        if chip::toggle(ui, cx.theme, Text::OnlyDifferences.text(lang), only).clicked() {
            cx.shown.comparing.only_differences = !only;
        }
        let differing = all.iter().filter(|field| field.differs()).count().to_string();
        let values = [("n", &*differing), ("total", &all.len().to_string())];
        ui.label(label::remark(cx.theme, fill(Text::DifferenceCount.text(lang), &values)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let copy = button::button(ui, cx.theme, Rank::Secondary, Text::CopyTable.text(lang));
            if copy.on_hover_text(Text::CopyTableTip.text(lang)).clicked() {
                ui.ctx().copy_text(as_tsv(pair, all, lang));
                cx.push(Action::Tell(Text::TableCopied.text(lang).to_owned()));
            }
        });
    });
}

/// The two personas, each to be chosen, and a button that changes their sides.
fn heads(ui: &mut Ui, cx: &mut Cx<'_>, [left, right]: [&Persona; 2]) {
    let value = value_width(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_exact_size(vec2(NAMES, 36.0), Sense::hover());
        if let Some(chosen) = head(ui, cx, Text::CompareLeft, left, value) {
            cx.push(Action::ShowPersona(chosen));
            if chosen == right.id {
                cx.shown.comparing.with = Some(left.id);
            }
        }
        ui.allocate_ui_with_layout(vec2(SIGN, 36.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(SIGN, 36.0));
            let words = Text::Swap.text(cx.lang);
            if button::small_icon(ui, cx.theme, Glyph::Swap, words).on_hover_text(words).clicked() {
                cx.shown.comparing.with = Some(left.id);
                cx.push(Action::ShowPersona(right.id));
            }
        });
        if let Some(chosen) = head(ui, cx, Text::CompareRight, right, value) {
            cx.shown.comparing.with = Some(chosen);
            if chosen == left.id {
                cx.push(Action::ShowPersona(right.id));
            }
        }
    });
}

fn value_width(ui: &Ui) -> f32 {
    ((ui.available_width() - NAMES - SIGN) / 2.0).max(120.0)
}

/// A persona's picture and name; another one that was chosen instead.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, persona: &Persona, width: f32) -> Option<PersonaId> {
    let mut chosen = persona.id;
    ui.allocate_ui_with_layout(vec2(width, 36.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        let (rect, _) = ui.allocate_exact_size(vec2(38.0, 36.0), Sense::hover());
        let center = rect.left_center() + vec2(15.0, 0.0);
        match persona.portrait.as_ref().and_then(|picture| cx.shown.textures.of(ui, picture)) {
            Some(picture) => marker::portrait(ui.painter(), center, 15.0, &picture),
            None => marker::persona(ui.painter(), center, 15.0, persona_color(cx, persona), &persona.name),
        }
        ui.name_inputs(name.text(cx.lang), |ui| {
            ComboBox::from_id_salt(("compared", name.text(cx.lang)))
                .selected_text(RichText::new(called(cx, persona)).font(fonts::bold(size::BODY + 1.0)))
                .width((width - 60.0).min(260.0))
                .truncate()
                .show_ui(ui, |ui| {
                    for other in cx.project.personas_in_order() {
                        ui.selectable_value(&mut chosen, other.id, called(cx, other));
                    }
                });
        });
    });
    (chosen != persona.id).then_some(chosen)
}

fn called<'p>(cx: &Cx<'_>, persona: &'p Persona) -> &'p str {
    if persona.name.is_empty() { Text::Unnamed.text(cx.lang) } else { &persona.name }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, field: &ComparedField) {
    let value = value_width(ui);
    let top = ui.cursor().top() + 4.0;
    ui.painter().hline(ui.max_rect().x_range(), top, line(cx.theme.line));
    ui.add_space(9.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell(ui, NAMES, |ui| {
            let name = RichText::new(&field.name).size(12.0).color(color(cx.theme.ink3));
            ui.add(Label::new(name).wrap_mode(TextWrapMode::Truncate));
        });
        cell(ui, value, |ui| values(ui, cx, field, 0));
        sign(ui, cx, field);
        cell(ui, value, |ui| values(ui, cx, field, 1));
    });
    ui.add_space(3.0);
}

fn cell(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let room = UiBuilder::new().layout(Layout::top_down(Align::Min));
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.scope_builder(room, contents);
    });
}

/// The sign of a row: whether the two say something else.
fn sign(ui: &mut Ui, cx: &Cx<'_>, field: &ComparedField) {
    let (glyph, words, ink) =
        if field.differs() { ("≠", Text::Differs, cx.theme.accent) } else { ("=", Text::Same, cx.theme.ink3) };
    let (rect, response) = ui.allocate_exact_size(vec2(SIGN, 20.0), Sense::hover());
    let font = if field.differs() { fonts::bold(15.0) } else { fonts::regular(size::BODY) };
    let center = rect.center() - vec2(6.0, 0.0);
    ui.painter().text(center, eframe::egui::Align2::CENTER_CENTER, glyph, font, color(ink));
    let said = format!("{}: {}", field.name, words.text(cx.lang));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    response.on_hover_text(words.text(cx.lang));
}

/// What one of them says; what only this one says is bold.
fn values(ui: &mut Ui, cx: &Cx<'_>, field: &ComparedField, side: usize) {
    let items = &field.values[side];
    if items.is_empty() {
        ui.label(label::remark(cx.theme, Text::NotStated.text(cx.lang)));
    }
    // Bold letters are a little wider than those that the lines were broken with.
    let width = (ui.available_width() - 18.0) * 0.95;
    for item in items {
        let shared = field.is_shared(item);
        let broken = label::broken(item, size::BODY, width);
        let (font, ink) =
            if shared { (fonts::regular(size::BODY), cx.theme.ink2) } else { (fonts::bold(size::BODY), cx.theme.ink) };
        let text = RichText::new(broken).font(font).color(color(ink));
        ui.add(Label::new(text).wrap_mode(TextWrapMode::Extend));
    }
}
