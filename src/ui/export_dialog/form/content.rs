//! What is drawn: journeys, persona sheets, phases, lanes.

use super::{caption, toggle};
use crate::compare::pair_of;
use crate::export::Subject;
use crate::i18n::compare::CompareText;
use crate::i18n::domain::lane_name;
use crate::i18n::export::ExportDialogText as Text;
use crate::i18n::insight::InsightText;
use crate::i18n::map::Map;
use crate::i18n::persona::PersonaText;
use crate::i18n::{Lang, fill};
use crate::layout::{Compare, CompareView};
use crate::model::CardFilter;
use crate::ui::export_dialog::ExportInput;
use crate::ui::export_dialog::choices::Choices;
use crate::ui::widgets::{chip, label};
use eframe::egui::{ComboBox, PopupCloseBehavior, ScrollArea, Ui};
use std::collections::BTreeSet;

/// A list under a button is no higher than this.
const LIST_HEIGHT: f32 = 300.0;

/// The journeys and personas, and the phases and lanes of a map that is drawn alone.
pub(super) fn content(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    ui.label(label::remark(input.theme, Text::Subject.text(input.lang)));
    let project = input.project;
    let journeys = project.journeys_in_order().into_iter().map(|journey| Subject::from(journey.id));
    // Tables and text hold whole journeys; in a workbook the personas have their own sheet anyway.
    let is_text = choices.kind.is_text();
    let personas = project.personas_in_order().into_iter().map(|persona| Subject::from(persona.id));
    let personas = personas.filter(|_| !is_text);
    let findings = project.journeys_in_order().into_iter().map(|journey| Subject::Findings(journey.id));
    let findings = findings.filter(|_| !is_text);
    let all: Vec<Subject> = journeys.chain(findings).chain(personas).collect();
    let said = subjects_said(input, choices);
    ticked(ui, Text::Subject.text(input.lang), &said, |ui| {
        for subject in &all {
            let mut on = choices.subjects.contains(subject);
            if ui.checkbox(&mut on, subject_name(input, *subject)).changed() {
                choices.subjects = all
                    .iter()
                    .copied()
                    .filter(|one| if one == subject { on } else { choices.subjects.contains(one) })
                    .collect();
            }
        }
    });
    let Some(journey) = choices.only_journey().filter(|_| !is_text) else { return };
    let lang = input.lang;
    let or = |name: &str, untitled: Map| if name.is_empty() { untitled.text(lang).to_owned() } else { name.to_owned() };
    let phases = project.phases_of(journey);
    let phases: Vec<_> = phases.iter().map(|phase| (phase.id, or(&phase.name, Map::UntitledPhase))).collect();
    let lanes = project.lanes_of(journey).into_iter().filter(|lane| !lane.hidden);
    let lanes: Vec<_> = lanes.map(|lane| (lane.id, lane_name(lane, lang).to_owned())).collect();
    ui.columns(2, |columns| {
        without(&mut columns[0], input, Text::Phases, &phases, &mut choices.without.phases);
        without(&mut columns[1], input, Text::Lanes, &lanes, &mut choices.without.lanes);
    });
}

/// A button that says what is chosen, with a list to tick under it.
fn ticked(ui: &mut Ui, name: &str, said: &str, list: impl FnOnce(&mut Ui)) {
    let width = ui.available_width() - 2.0;
    ui.name_inputs(name, |ui| {
        ComboBox::from_id_salt(name)
            .selected_text(said)
            .width(width)
            .height(LIST_HEIGHT)
            .truncate()
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, list);
            });
    });
}

/// Things that are drawn unless they are unticked; the last one cannot be.
fn without<T: Copy + Ord>(
    ui: &mut Ui,
    input: &ExportInput<'_>,
    name: Text,
    all: &[(T, String)],
    left_out: &mut BTreeSet<T>,
) {
    let lang = input.lang;
    let shown = all.iter().filter(|(id, _)| !left_out.contains(id)).count();
    let text = if shown == all.len() { Text::AllOf } else { Text::SomeOf };
    let values = [("things", name.text(lang)), ("n", &*shown.to_string()), ("of", &all.len().to_string())];
    let said = fill(text.text(lang), &values);
    ticked(ui, name.text(lang), &said, |ui| {
        for (id, title) in all {
            let mut on = !left_out.contains(id);
            let is_last = on && shown == 1;
            if ui.add_enabled(!is_last, eframe::egui::Checkbox::new(&mut on, title)).changed() {
                if on {
                    left_out.remove(id);
                } else {
                    left_out.insert(*id);
                }
            }
        }
    });
}

fn subjects_said(input: &ExportInput<'_>, choices: &Choices) -> String {
    match choices.subjects.as_slice() {
        [] => Text::NothingChosen.text(input.lang).to_owned(),
        [subject] => subject_name(input, *subject),
        several => {
            let maps = several.iter().filter(|subject| subject.journey().is_some()).count();
            let values = [("maps", &*maps.to_string()), ("sheets", &(several.len() - maps).to_string())];
            let text = match (maps, several.len() - maps) {
                (_, 0) => Text::Maps,
                (0, _) => Text::Sheets,
                _ => Text::MapsAndSheets,
            };
            fill(text.text(input.lang), &values)
        }
    }
}

fn subject_name(input: &ExportInput<'_>, subject: Subject) -> String {
    let title = subject.title(input.project);
    match subject {
        Subject::Journey(_) if title.is_empty() => Map::UntitledJourney.text(input.lang).to_owned(),
        Subject::Journey(_) => title.to_owned(),
        Subject::Findings(_) => {
            let journey = if title.is_empty() { Map::UntitledJourney.text(input.lang) } else { title };
            fill(InsightText::Title.text(input.lang), &[("journey", journey)])
        }
        Subject::Persona(_) => {
            let name = if title.is_empty() { PersonaText::Unnamed.text(input.lang) } else { title };
            fill(Text::SheetOf.text(input.lang), &[("name", name)])
        }
    }
}

/// What of a map is on the picture.
pub(super) fn parts(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    if choices.subjects.iter().all(|subject| subject.journey().is_none()) {
        return;
    }
    caption(ui, input, Text::Include);
    let map = &mut choices.map;
    let parts = [
        (Text::Head, &mut map.head),
        (Text::Foot, &mut map.foot),
        (Text::Voice, &mut map.voice),
        (Text::DepartmentCurves, &mut map.department_curves),
        (Text::Known, &mut map.evidence),
    ];
    chip::row(ui, |ui| {
        for (text, on) in parts {
            toggle(ui, input, text, on);
        }
    });
    changes(ui, input, choices);
    as_filtered(ui, input, choices);
}

/// While the window has a filter: whether the picture has it too.
fn as_filtered(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    if choices.on_screen.is_empty() {
        return;
    }
    let mut on = !choices.map.filter.is_empty();
    toggle(ui, input, Text::AsFiltered, &mut on);
    choices.map.filter = if on { choices.on_screen.clone() } else { CardFilter::default() };
}

/// What differs from the as-is can be marked on a to-be.
fn changes(ui: &mut Ui, input: &ExportInput<'_>, choices: &mut Choices) {
    let Some(journey) = choices.only_journey() else { return };
    let own = choices.map.compare.filter(|compare| compare.to_be == journey);
    let usual = pair_of(input.project, journey).filter(|(_, to_be)| *to_be == journey);
    let usual = usual.map(|(as_is, to_be)| Compare { as_is, to_be, view: CompareView::Overlaid });
    choices.map.compare = own;
    let Some(offered) = own.or(usual) else { return };
    let name = CompareText::CompareOption.text(input.lang);
    if chip::toggle(ui, input.theme, name, own.is_some()).clicked() {
        choices.map.compare = own.is_none().then_some(offered);
    }
}

/// The languages to choose from, by their own names.
pub(super) fn languages() -> [(Lang, &'static str, &'static str); 2] {
    Lang::ALL.map(|lang| (lang, lang.own_name(), ""))
}
