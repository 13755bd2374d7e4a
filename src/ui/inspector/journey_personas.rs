//! Who makes a journey: the personas in their order, the first one leads.

use crate::i18n::fill;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::persona::PersonaText;
use crate::i18n::shell::ShellText;
use crate::model::{Journey, Persona, PersonaId};
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{button, chip, label, marker};
use eframe::egui::{Align, Label, Layout, RichText, Sense, TextWrapMode, Ui, vec2};

/// Shows them, with the others of the project to be added.
pub(super) fn personas(ui: &mut Ui, cx: &Cx<'_>, journey: &mut Journey) {
    if cx.project.personas.is_empty() {
        ui.label(label::remark(cx.theme, ShellText::NoPersonas.text(cx.lang)));
        return;
    }
    let mut moved = None;
    let chosen = journey.personas.clone();
    for (place, id) in chosen.iter().enumerate() {
        if let Some(persona) = cx.project.personas.get(*id) {
            moved = moved.or(entry(ui, cx, persona, place, chosen.len()));
        }
    }
    match moved {
        Some((place, Wanted::Gone)) => drop(journey.personas.remove(place)),
        Some((place, Wanted::Up)) => journey.personas.swap(place, place.saturating_sub(1)),
        Some((place, Wanted::Down)) if place + 1 < chosen.len() => journey.personas.swap(place, place + 1),
        _ => {}
    }
    others(ui, cx, journey);
}

#[derive(Clone, Copy)]
enum Wanted {
    Up,
    Down,
    Gone,
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, persona: &Persona, place: usize, count: usize) -> Option<(usize, Wanted)> {
    let name = called(cx, persona);
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let (rect, _) = ui.allocate_exact_size(vec2(26.0, 28.0), Sense::hover());
        let position = position(cx, persona.id);
        marker::persona(ui.painter(), rect.center(), 10.0, cx.theme.persona(persona, position), &persona.name);
        let words = if place == 0 { fill(Text::Leads.text(cx.lang), &[("name", name)]) } else { name.to_owned() };
        let text = if place == 0 { label::bold(words, size::BODY) } else { RichText::new(words) };
        let room = (ui.available_width() - 3.0 * 24.0).max(40.0);
        ui.allocate_ui_with_layout(vec2(room, 28.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            ui.add(Label::new(text).wrap_mode(TextWrapMode::Truncate));
        });
        let tools = [
            (Glyph::Up, Text::PersonaUp, Wanted::Up, place > 0),
            (Glyph::Down, Text::PersonaDown, Wanted::Down, place + 1 < count),
            (Glyph::Cross, Text::PersonaOff, Wanted::Gone, true),
        ];
        for (glyph, words, what, enabled) in tools {
            let words = fill(words.text(cx.lang), &[("name", name)]);
            let tool = ui.add_enabled_ui(enabled, |ui| button::small_icon(ui, cx.theme, glyph, &words)).inner;
            if tool.on_hover_text(&words).clicked() {
                asked = Some((place, what));
            }
        }
    });
    asked
}

fn others(ui: &mut Ui, cx: &Cx<'_>, journey: &mut Journey) {
    chip::row(ui, |ui| {
        for persona in cx.project.personas_in_order() {
            if !journey.personas.contains(&persona.id)
                && chip::toggle(ui, cx.theme, &format!("＋ {}", called(cx, persona)), false).clicked()
            {
                journey.personas.push(persona.id);
            }
        }
    });
}

/// Whom a card is about, as chips; none is everybody.
pub(super) fn about(ui: &mut Ui, cx: &Cx<'_>, journey: Option<&Journey>, about: &mut Vec<PersonaId>) {
    let of_journey = journey.map_or(&[][..], |journey| &journey.personas);
    chip::row(ui, |ui| {
        for persona in cx.project.personas_in_order() {
            let on = about.contains(&persona.id);
            if !on && !of_journey.contains(&persona.id) {
                continue;
            }
            if chip::toggle(ui, cx.theme, called(cx, persona), on).clicked() {
                if on {
                    about.retain(|id| *id != persona.id);
                } else {
                    about.push(persona.id);
                }
            }
        }
    });
    if about.is_empty() {
        ui.label(label::remark(cx.theme, Text::AboutEverybody.text(cx.lang)));
    }
}

fn called<'p>(cx: &Cx<'_>, persona: &'p Persona) -> &'p str {
    if persona.name.is_empty() { PersonaText::Unnamed.text(cx.lang) } else { &persona.name }
}

fn position(cx: &Cx<'_>, persona: PersonaId) -> usize {
    cx.project.personas_in_order().iter().position(|other| other.id == persona).unwrap_or(0)
}
