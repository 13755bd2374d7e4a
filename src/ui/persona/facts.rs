//! Key and value: the person, the organisation, the fields the team added.

use crate::i18n::fill;
use crate::i18n::persona::PersonaText as Text;
use crate::model::{ExtraField, Persona, RecordId};
use crate::ui::cx::Cx;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::dots;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::glyph::Glyph;
use eframe::egui::{Align, Label, Layout, RichText, TextWrapMode, Ui, vec2};

const KEY_WIDTH: f32 = 92.0;

/// Who the person is.
pub(super) fn person(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let owner = persona.id.into();
    fact(ui, cx, Text::Age, owner, &mut persona.age);
    fact(ui, cx, Text::Gender, owner, &mut persona.gender);
    fact(ui, cx, Text::Area, owner, &mut persona.area);
    fact(ui, cx, Text::Job, owner, &mut persona.job);
    fact(ui, cx, Text::Family, owner, &mut persona.family);
    fact(ui, cx, Text::Income, owner, &mut persona.income);
    fact(ui, cx, Text::Devices, owner, &mut persona.devices);
    fact(ui, cx, Text::Values, owner, &mut persona.values);
    fact(ui, cx, Text::Lifestyle, owner, &mut persona.lifestyle);
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
    fact(ui, cx, Text::Industry, owner, &mut company.industry);
    fact(ui, cx, Text::CompanySize, owner, &mut company.company_size);
    fact(ui, cx, Text::Department, owner, &mut company.department);
    fact(ui, cx, Text::Title, owner, &mut company.title);
    fact(ui, cx, Text::Authority, owner, &mut company.authority);
    fact(ui, cx, Text::Approval, owner, &mut company.approval_route);
    fact(ui, cx, Text::Kpi, owner, &mut company.kpi);
}

/// The fields that the team added, and a button for one more.
pub(super) fn extra(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let mut gone = None;
    for (index, field) in persona.extra.iter_mut().enumerate() {
        let remove = fill(Text::RemoveField.text(cx.lang), &[("name", &field.name)]);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let (name, value) = (Text::ExtraName.text(cx.lang), Text::ExtraValue.text(cx.lang));
            ui.allocate_ui_with_layout(vec2(KEY_WIDTH, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(KEY_WIDTH - 8.0);
                let key = Field::wrapped(name, (persona.id, name, index)).plain().hint(name);
                cx.field(ui, key.ink(color(cx.theme.ink3)), &mut field.name);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width() - 24.0, 0.0), Layout::top_down(Align::Min), |ui| {
                let text = Field::wrapped(value, (persona.id, value, index)).plain().hint(value);
                cx.field(ui, text, &mut field.value);
            });
            if button::small_icon(ui, cx.theme, Glyph::Cross, &remove).on_hover_text(&remove).clicked() {
                gone = Some(index);
            }
        });
    }
    if let Some(index) = gone {
        persona.extra.remove(index);
    }
    if button::button(ui, cx.theme, Rank::Quiet, &format!("＋ {}", Text::AddField.text(cx.lang))).clicked() {
        persona.extra.push(ExtraField { name: Text::ExtraName.text(cx.lang).to_owned(), value: String::new() });
    }
}

fn fact(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, owner: RecordId, value: &mut String) {
    let name = name.text(cx.lang);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        key(ui, cx, name);
        let field = Field::wrapped(name, (owner, name)).plain().hint("—");
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
