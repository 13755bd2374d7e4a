//! The form of an emotion mark.

use super::row;
use crate::i18n::domain::emotion_label;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::signed;
use crate::layout::CurveId;
use crate::model::{Mark, MarkId, MarkSource};
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::{label, slider};
use eframe::egui::{Slider, Ui};

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: MarkId) {
    let project = cx.project;
    let Some(original) = project.marks.get(id) else { return };
    let step = project.steps.get(original.step).map_or("", |step| &step.name);
    ui.label(label::bold(step, size::TITLE));
    if let Some(persona) = whose(cx, original) {
        row::fact(ui, cx, Text::Whose, &persona);
    }
    let source = source_name(cx, original.source);
    row::fact(ui, cx, Text::SaidBy, &source);
    cx.edit(ui, original, |ui, cx, mark| {
        let name = Text::Value.text(cx.lang);
        row::row(ui, cx, name, |ui, cx| {
            let rail = Slider::new(&mut mark.value, Mark::LOWEST..=Mark::HIGHEST).step_by(0.5).show_value(false);
            ui.name_inputs(name, |ui| slider::add(ui, cx.theme, rail));
            ui.label(signed(f64::from(mark.value), 1));
        });
        ui.label(label::remark(cx.theme, emotion_label(mark.value, cx.lang)));
        row::text(ui, cx, Text::Word, mark.id.into(), &mut mark.word);
    });
}

/// Whose feeling it is, where the journey has several personas.
fn whose(cx: &Cx<'_>, mark: &Mark) -> Option<String> {
    let journey = cx.project.journeys.get(cx.project.journey_of_step(mark.step)?)?;
    let persona = CurveId::of(journey, mark).persona.filter(|_| journey.personas.len() > 1)?;
    Some(cx.project.personas.get(persona)?.name.clone())
}

fn source_name(cx: &Cx<'_>, source: MarkSource) -> String {
    match source {
        MarkSource::Agreed => Text::Agreed.text(cx.lang).to_owned(),
        MarkSource::Measured => Text::Measured.text(cx.lang).to_owned(),
        MarkSource::Target => Text::Target.text(cx.lang).to_owned(),
        MarkSource::Believed(id) => {
            cx.project.departments.get(id).map(|department| department.name.clone()).unwrap_or_default()
        }
    }
}
