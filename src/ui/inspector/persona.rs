//! What the inspector shows of a persona: what is about the persona, not on its sheet.

use super::row;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::persona::PersonaText;
use crate::model::{Evidence, Persona, PersonaId, PersonaKind};
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::{choice, label};
use eframe::egui::Ui;

const KINDS: [PersonaKind; 3] = [PersonaKind::B2c, PersonaKind::B2b, PersonaKind::Employee];
const EVIDENCE: [Evidence; 3] = [Evidence::Assumed, Evidence::Partly, Evidence::Researched];

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: PersonaId) {
    let project = cx.project;
    let Some(original) = project.personas.get(id) else { return };
    let name = if original.name.is_empty() { PersonaText::Unnamed.text(cx.lang) } else { &original.name };
    ui.label(label::bold(name, size::TITLE));
    ui.add_space(2.0);
    cx.edit(ui, original, fields);
    empty_fields(ui, cx, original);
}

fn fields(ui: &mut Ui, cx: &mut Cx<'_>, persona: &mut Persona) {
    let (id, owner) = (persona.id, persona.id.into());
    let name = Text::Kind.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::named(ui, cx, name, (id, name), &mut persona.kind, &KINDS));
    let name = Text::ShareOfCustomers.text(cx.lang);
    let mut share = persona.share_percent.map(|share| share.round() as u64);
    let before = share;
    row::row(ui, cx, name, |ui, cx| choice::number(ui, cx, name, owner, &mut share));
    if share != before {
        persona.share_percent = share.map(|share| share.min(100) as f32);
    }
    let name = Text::Evidence.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::named(ui, cx, name, (id, name), &mut persona.evidence, &EVIDENCE));
    row::area(ui, cx, Text::EvidenceNote, owner, &mut persona.evidence_note);
    let name = Text::Owner.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, (id, name), &mut persona.owner));
    let name = Text::Reviewed.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::date(ui, cx, name, owner, &mut persona.reviewed_on));
    row::text(ui, cx, Text::Segment, owner, &mut persona.segment);
    row::names(ui, cx, owner, &mut persona.known_as);
}

/// What the sheet still lacks, so that nobody has to look for it.
fn empty_fields(ui: &mut Ui, cx: &Cx<'_>, persona: &Persona) {
    let checks = [
        (persona.quote.is_empty(), PersonaText::Quote),
        (persona.age.is_empty(), PersonaText::Age),
        (persona.area.is_empty(), PersonaText::Area),
        (persona.job.is_empty(), PersonaText::Job),
        (persona.goals.is_empty(), PersonaText::Goals),
        (persona.pains.is_empty(), PersonaText::Pains),
        (persona.motivations.is_empty(), PersonaText::Motivations),
        (persona.information_sources.is_empty(), PersonaText::Sources),
        (persona.channels.is_empty(), PersonaText::Channels),
        (persona.digital_skill == 0, PersonaText::DigitalSkill),
    ];
    let missing: Vec<&str> = checks.iter().filter(|(empty, _)| *empty).map(|(_, name)| name.text(cx.lang)).collect();
    if !missing.is_empty() {
        label::section(ui, cx.theme, Text::EmptyFields.text(cx.lang));
        let between = if cx.lang == crate::i18n::Lang::Ja { "、" } else { ", " };
        ui.label(label::second(cx.theme, missing.join(between)));
    }
}
