//! The form of a handoff: four questions.

use super::row;
use crate::i18n::domain::{Choice, Named as _};
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::shell::KindName;
use crate::model::{Carried, Handoff, HandoffId, StepId};
use crate::ui::cx::Cx;
use crate::ui::widgets::{label, segmented};
use eframe::egui::Ui;

/// Shows the form of a handoff.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: HandoffId) {
    let project = cx.project;
    if let Some(handoff) = project.handoffs.get(id) {
        block(ui, cx, handoff);
    }
}

/// Shows a handoff under its own heading.
pub(super) fn block(ui: &mut Ui, cx: &mut Cx<'_>, original: &Handoff) {
    label::section(ui, cx.theme, KindName::Handoff.text(cx.lang));
    let way = format!("{} → {}", step_name(cx, original.from), step_name(cx, original.to));
    ui.label(label::remark(cx.theme, way));
    cx.edit(ui, original, |ui, cx, handoff| {
        question(ui, cx, Choice::Identity, &mut handoff.identity);
        question(ui, cx, Choice::Case, &mut handoff.case);
        question(ui, cx, Choice::History, &mut handoff.history);
        question(ui, cx, Choice::Promise, &mut handoff.promise);
        row::area(ui, cx, Text::Note, handoff.id.into(), &mut handoff.note);
    });
}

fn question(ui: &mut Ui, cx: &mut Cx<'_>, what: Choice, answer: &mut Carried) {
    row::stack(ui, cx, what.text(cx.lang), |ui, cx| {
        let words = |carried: Carried| carried.name(cx.lang);
        let all = [Carried::Yes, Carried::No, Carried::Unknown];
        let segments = all.map(|carried| (carried, words(carried), what.text(cx.lang)));
        ui.push_id(what.text(cx.lang), |ui| {
            if let Some(chosen) = segmented::compact(ui, cx.theme, *answer, &segments) {
                *answer = chosen;
            }
        });
    });
}

fn step_name<'a>(cx: &Cx<'a>, id: StepId) -> &'a str {
    cx.project.steps.get(id).map_or("", |step| &step.name)
}
