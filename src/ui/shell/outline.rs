//! The outline: journeys with their to-be under them, personas, data sets, departments.

use super::entry::{self, Entry};
use super::{departments, hidden_lanes, views};
use crate::app::{AppCommand, View};
use crate::i18n::domain::Named as _;
use crate::i18n::fill;
use crate::i18n::persona::PersonaText;
use crate::i18n::shell::ShellText as Text;
use crate::model::{DataSet, Journey, Persona, RecordId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::color;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::{button, label, marker};
use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, vec2};

/// Shows it.
pub(super) fn outline_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        journeys(ui, cx);
        hidden_lanes::hidden_lanes_ui(ui, cx);
        views::views_ui(ui, cx);
        personas(ui, cx);
        data(ui, cx);
        departments::departments_ui(ui, cx);
        ui.add_space(16.0);
    });
}

/// The heading of a group with its button; whether the button was clicked.
pub(super) fn heading(ui: &mut Ui, cx: &Cx<'_>, title: Text, add: Text) -> bool {
    let mut clicked = false;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        ui.label(label::bold(title.text(cx.lang), 11.0).color(color(cx.theme.ink3)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = add.text(cx.lang);
            clicked = button::small_icon(ui, cx.theme, Glyph::Plus, name).on_hover_text(name).clicked();
        });
    });
    clicked
}

/// A remark instead of a list.
pub(super) fn nothing(ui: &mut Ui, cx: &Cx<'_>, text: Text) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(label::remark(cx.theme, text.text(cx.lang)));
    });
}

fn journeys(ui: &mut Ui, cx: &mut Cx<'_>) {
    if heading(ui, cx, Text::Journeys, Text::AddJourney) {
        cx.push(Action::Do(AppCommand::AddJourney));
    }
    let project = cx.project;
    let all = project.journeys_in_order();
    if all.is_empty() {
        nothing(ui, cx, Text::NoJourneys);
    }
    let under = |journey: &Journey| journey.as_is.filter(|as_is| project.journeys.contains(*as_is));
    let top: Vec<&Journey> = all.iter().copied().filter(|journey| under(journey).is_none()).collect();
    let siblings: Vec<RecordId> = top.iter().map(|journey| journey.id.into()).collect();
    for journey in top {
        journey_entry(ui, cx, journey, &siblings, 0.0);
        let pairs: Vec<&Journey> = all.iter().copied().filter(|other| under(other) == Some(journey.id)).collect();
        let ids: Vec<RecordId> = pairs.iter().map(|pair| pair.id.into()).collect();
        for pair in pairs {
            journey_entry(ui, cx, pair, &ids, 16.0);
        }
    }
}

fn journey_entry(ui: &mut Ui, cx: &mut Cx<'_>, journey: &Journey, siblings: &[RecordId], indent: f32) {
    if renaming(ui, cx, journey.id.into(), |ui, cx, field| {
        cx.edit(ui, journey, |ui, cx, journey| {
            cx.field(ui, field, &mut journey.title);
        });
    }) {
        return;
    }
    let name = if indent > 0.0 { format!("└ {}", journey.title) } else { journey.title.clone() };
    let line = Entry {
        id: journey.id.into(),
        name: &name,
        remark: journey.state.name(cx.lang),
        indent,
        on: cx.shown.window.view == View::Map && cx.session.journey() == Some(journey.id),
    };
    if entry::entry(ui, cx, &line, siblings, |_, _| {}) {
        cx.push(Action::ShowJourney(journey.id));
    }
}

fn personas(ui: &mut Ui, cx: &mut Cx<'_>) {
    if heading(ui, cx, Text::Personas, Text::AddPersona) {
        cx.push(Action::Do(AppCommand::AddPersona));
    }
    let all = cx.project.personas_in_order();
    if all.is_empty() {
        nothing(ui, cx, Text::NoPersonas);
    }
    let siblings: Vec<RecordId> = all.iter().map(|persona| persona.id.into()).collect();
    for (position, persona) in all.into_iter().enumerate() {
        persona_entry(ui, cx, persona, position, &siblings);
    }
}

fn persona_entry(ui: &mut Ui, cx: &mut Cx<'_>, persona: &Persona, position: usize, siblings: &[RecordId]) {
    if renaming(ui, cx, persona.id.into(), |ui, cx, field| {
        cx.edit(ui, persona, |ui, cx, persona| {
            cx.field(ui, field, &mut persona.name);
        });
    }) {
        return;
    }
    let kind = persona.kind.name(cx.lang);
    let remark = persona.share_percent.map_or_else(|| kind.to_owned(), |share| format!("{kind} {share:.0} %"));
    let name = if persona.name.is_empty() { PersonaText::Unnamed.text(cx.lang) } else { &persona.name };
    let line = Entry {
        id: persona.id.into(),
        name,
        remark: &remark,
        indent: 30.0,
        on: cx.shown.window.view == View::Personas && cx.session.persona() == Some(persona.id),
    };
    let fill = cx.theme.persona(persona, position);
    let picture = persona.portrait.as_ref().and_then(|picture| cx.shown.textures.of(ui, picture));
    let clicked = entry::entry(ui, cx, &line, siblings, |painter, rect| {
        let center = rect.left_center() + vec2(20.0, 0.0);
        match &picture {
            Some(picture) => marker::portrait(painter, center, 12.0, picture),
            None => marker::persona(painter, center, 12.0, fill, &persona.name),
        }
    });
    if clicked {
        cx.push(Action::ShowPersona(persona.id));
    }
}

fn data(ui: &mut Ui, cx: &mut Cx<'_>) {
    if heading(ui, cx, Text::Data, Text::AddData) {
        cx.push(Action::Do(AppCommand::ImportFeedback));
    }
    let all = cx.project.data_sets_in_order();
    if all.is_empty() {
        nothing(ui, cx, Text::NoData);
    }
    let siblings: Vec<RecordId> = all.iter().map(|data| data.id.into()).collect();
    for data in all {
        data_entry(ui, cx, data, &siblings);
    }
}

fn data_entry(ui: &mut Ui, cx: &mut Cx<'_>, data: &DataSet, siblings: &[RecordId]) {
    if renaming(ui, cx, data.id.into(), |ui, cx, field| {
        cx.edit(ui, data, |ui, cx, data| {
            cx.field(ui, field, &mut data.name);
        });
    }) {
        return;
    }
    let used = data.rows.saturating_sub(data.rejected + data.duplicates).to_string();
    let line = Entry {
        id: data.id.into(),
        name: &data.name,
        remark: &fill(Text::Columns.text(cx.lang), &[("n", &used)]),
        indent: 0.0,
        on: cx.session.selection().contains(data.id),
    };
    if entry::entry(ui, cx, &line, siblings, |_, _| {}) {
        cx.push(Action::Show(View::Feedback));
        cx.push(Action::Select(vec![data.id.into()]));
    }
}

/// Shows a field instead of the entry while its name is being edited; whether it did.
pub(super) fn renaming<'a>(
    ui: &mut Ui,
    cx: &mut Cx<'a>,
    id: RecordId,
    edit: impl FnOnce(&mut Ui, &mut Cx<'a>, Field<'_>),
) -> bool {
    if cx.shown.renaming != Some(id) {
        return false;
    }
    let field = Field::line(Text::Rename.text(cx.lang), ("rename", id));
    let field_id = field.id();
    let began = ui.data(|data| data.get_temp::<bool>(field_id.with("began"))).unwrap_or(false);
    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 31.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| edit(ui, cx, field));
    if !began {
        ui.memory_mut(|memory| memory.request_focus(field_id));
        field::select_all(ui, field_id);
    } else if !ui.memory(|memory| memory.has_focus(field_id)) {
        cx.shown.renaming = None;
    }
    ui.data_mut(|data| data.insert_temp(field_id.with("began"), cx.shown.renaming.is_some()));
    true
}
