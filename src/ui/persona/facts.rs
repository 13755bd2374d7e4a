//! Key and value: the person, the organisation, the fields the team added.

use crate::i18n::fill;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{ExtraField, Persona, PersonaId, RecordId};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{dots, ime};
use eframe::egui::{Align, Id, Key, Label, Layout, Modifiers, RichText, TextWrapMode, Ui, vec2};

const KEY_WIDTH: f32 = 92.0;
/// Width of the buttons beside an extra field.
const TOOLS: f32 = 68.0;

/// Who the person is.
pub(super) fn person(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let owner = persona.id.into();
    fact(ui, cx, (Text::Age, Text::AgeHint), owner, &mut persona.age);
    fact(ui, cx, (Text::Gender, Text::GenderHint), owner, &mut persona.gender);
    fact(ui, cx, (Text::Area, Text::AreaHint), owner, &mut persona.area);
    fact(ui, cx, (Text::Job, Text::JobHint), owner, &mut persona.job);
    fact(ui, cx, (Text::Family, Text::FamilyHint), owner, &mut persona.family);
    fact(ui, cx, (Text::Income, Text::IncomeHint), owner, &mut persona.income);
    fact(ui, cx, (Text::Devices, Text::DevicesHint), owner, &mut persona.devices);
    fact(ui, cx, (Text::Values, Text::ValuesHint), owner, &mut persona.values);
    fact(ui, cx, (Text::Lifestyle, Text::LifestyleHint), owner, &mut persona.lifestyle);
    let name = Text::DigitalSkill.text(cx.lang);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        key(ui, cx, name);
        dots::dots(ui, cx.theme, name, &mut persona.digital_skill, 5);
    });
}

/// The company side of a B2B persona.
pub(super) fn organisation(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let owner = persona.id.into();
    let company = &mut persona.organisation;
    fact(ui, cx, (Text::Industry, Text::IndustryHint), owner, &mut company.industry);
    fact(ui, cx, (Text::CompanySize, Text::CompanySizeHint), owner, &mut company.company_size);
    fact(ui, cx, (Text::Department, Text::DepartmentHint), owner, &mut company.department);
    fact(ui, cx, (Text::Title, Text::TitleHint), owner, &mut company.title);
    fact(ui, cx, (Text::Authority, Text::AuthorityHint), owner, &mut company.authority);
    fact(ui, cx, (Text::Approval, Text::ApprovalHint), owner, &mut company.approval_route);
    fact(ui, cx, (Text::Kpi, Text::KpiHint), owner, &mut company.kpi);
}

/// The fields that the team added, and a button for one more. Alt with an arrow moves a field.
pub(super) fn extra(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let (owner, count) = (persona.id, persona.extra.len());
    let mut asked = None;
    for (index, field) in persona.extra.iter_mut().enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            asked = asked.or(moved_by_key(ui, cx, owner, index));
            extra_field(ui, cx, owner, index, field);
            asked = asked.or(tools(ui, cx, &field.name, index, count));
        });
    }
    if let Some((index, what)) = asked {
        change(ui, cx, persona, index, what);
    }
    if button::button(ui, cx.theme, Rank::Quiet, &format!("＋ {}", Text::AddField.text(cx.lang))).clicked() {
        let id = extra_id(cx, owner, persona.extra.len(), Text::ExtraName);
        persona.extra.push(ExtraField::default());
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// What is to become of an extra field.
#[derive(Clone, Copy)]
enum Wanted {
    Up,
    Down,
    Gone,
}

fn change(ui: &Ui, cx: &Cx<'_>, persona: &mut Persona, index: usize, what: Wanted) {
    let owner = persona.id;
    for index in 0..persona.extra.len() {
        field::forget(ui, extra_id(cx, owner, index, Text::ExtraName));
        field::forget(ui, extra_id(cx, owner, index, Text::ExtraValue));
    }
    let other = match what {
        Wanted::Gone => {
            persona.extra.remove(index);
            return;
        }
        Wanted::Up => index.checked_sub(1),
        Wanted::Down => Some(index + 1).filter(|other| *other < persona.extra.len()),
    };
    let Some(other) = other else { return };
    persona.extra.swap(index, other);
    // The keyboard goes with the field.
    let focused = ui.memory(eframe::egui::Memory::focused);
    for part in [Text::ExtraName, Text::ExtraValue] {
        if focused == Some(extra_id(cx, owner, index, part)) {
            ui.memory_mut(|memory| memory.request_focus(extra_id(cx, owner, other, part)));
        }
    }
}

fn extra_id(cx: &Cx<'_>, owner: PersonaId, index: usize, part: Text) -> Id {
    let name = part.text(cx.lang);
    Field::line(name, (owner, name, index)).id()
}

fn moved_by_key(ui: &Ui, cx: &Cx<'_>, owner: PersonaId, index: usize) -> Option<(usize, Wanted)> {
    let focused = ui.memory(eframe::egui::Memory::focused)?;
    let mine = [Text::ExtraName, Text::ExtraValue].into_iter().any(|part| extra_id(cx, owner, index, part) == focused);
    if !mine || ime::owns_keys(ui) {
        return None;
    }
    ui.input_mut(|input| {
        let up = input.consume_key(Modifiers::ALT, Key::ArrowUp).then_some(Wanted::Up);
        up.or_else(|| input.consume_key(Modifiers::ALT, Key::ArrowDown).then_some(Wanted::Down))
    })
    .map(|what| (index, what))
}

fn extra_field(ui: &mut Ui, cx: &mut Cx<'_>, owner: PersonaId, index: usize, field: &mut ExtraField) {
    let (name, value) = (Text::ExtraName.text(cx.lang), Text::ExtraValue.text(cx.lang));
    ui.allocate_ui_with_layout(vec2(KEY_WIDTH, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(KEY_WIDTH - 8.0);
        let key = Field::wrapped(name, (owner, name, index)).plain().hint(Text::ExtraNameHint.text(cx.lang));
        cx.field(ui, key.ink(color(cx.theme.ink3)), &mut field.name);
    });
    ui.allocate_ui_with_layout(vec2(ui.available_width() - TOOLS, 0.0), Layout::top_down(Align::Min), |ui| {
        let text = Field::wrapped(value, (owner, value, index)).plain().hint(value);
        cx.field(ui, text, &mut field.value);
    });
}

/// Up, down, remove.
fn tools(ui: &mut Ui, cx: &Cx<'_>, name: &str, index: usize, count: usize) -> Option<(usize, Wanted)> {
    ui.spacing_mut().item_spacing.x = 0.0;
    let all = [
        (Glyph::Up, Text::MoveFieldUp, Wanted::Up, index > 0),
        (Glyph::Down, Text::MoveFieldDown, Wanted::Down, index + 1 < count),
        (Glyph::Cross, Text::RemoveField, Wanted::Gone, true),
    ];
    let mut asked = None;
    for (glyph, words, what, enabled) in all {
        let words = fill(words.text(cx.lang), &[("name", name)]);
        let response = ui.add_enabled_ui(enabled, |ui| button::small_icon(ui, cx.theme, glyph, &words)).inner;
        if response.on_hover_text(&words).clicked() {
            asked = Some((index, what));
        }
    }
    asked
}

fn fact(ui: &mut Ui, cx: &mut Cx<'_>, (name, hint): (Text, Text), owner: RecordId, value: &mut String) {
    let (name, hint) = (name.text(cx.lang), hint.text(cx.lang));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        key(ui, cx, name);
        let field = Field::wrapped(name, (owner, name)).plain().hint(hint);
        cx.field(ui, field, value);
    });
}

fn key(ui: &mut Ui, cx: &Cx<'_>, name: &str) {
    ui.allocate_ui_with_layout(vec2(KEY_WIDTH, 22.0), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(vec2(KEY_WIDTH, 22.0));
        let text = RichText::new(name).size(size::BODY - 0.5).color(color(cx.theme.ink3));
        ui.add(Label::new(text).wrap_mode(TextWrapMode::Truncate));
    });
}
