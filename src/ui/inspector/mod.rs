//! The inspector: everything about the selection, in words. One form for each kind of record.

mod card;
mod channel;
mod data_set;
mod department;
mod handoff;
mod journey;
mod journey_personas;
mod lane;
mod link;
mod mark;
mod persona;
mod phase;
mod project;
mod row;
mod saved_view;
mod several;
mod step;

use super::cx::Cx;
use super::theme::size;
use super::widgets::label;
use crate::app::View;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::shell::KindName;
use crate::model::RecordId;
use eframe::egui::{ScrollArea, Ui};

/// Shows the form of what is selected; with nothing selected, of what the screen shows.
pub(crate) fn inspector_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // The bar floats: nothing lies under it.
        ui.set_max_width(ui.available_width() - 6.0);
        ui.add_space(2.0);
        match cx.session.selection().records() {
            all if cx.shown.window.view == View::Personas && all.iter().any(|id| is_on_map(*id)) => {
                screen_form(ui, cx);
            }
            [] => {
                super::together::conflicts_ui(ui, cx, None);
                screen_form(ui, cx);
            }
            [one] => form(ui, cx, *one),
            several => several::form(ui, cx, several),
        }
        ui.add_space(24.0);
    });
}

/// What is selected on the map says nothing about the persona in the middle.
const fn is_on_map(id: RecordId) -> bool {
    !matches!(id, RecordId::Persona(_) | RecordId::Department(_) | RecordId::Channel(_) | RecordId::DataSet(_))
}

fn screen_form(ui: &mut Ui, cx: &mut Cx<'_>) {
    match (cx.shown.window.view, cx.session.persona(), cx.session.journey()) {
        (View::Personas, Some(persona), _) => form(ui, cx, persona.into()),
        (View::Map, _, Some(journey)) => form(ui, cx, journey.into()),
        (View::Feedback, ..) => project::form(ui, cx),
        _ => {
            label::paragraph(ui, Text::Nothing.text(cx.lang), size::BODY, super::theme::color(cx.theme.ink2));
        }
    }
}

fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: RecordId) {
    ui.label(label::bold(kind_name(id).text(cx.lang), 11.0).color(super::theme::color(cx.theme.ink3)));
    super::together::conflicts_ui(ui, cx, Some(id));
    match id {
        RecordId::Card(id) => card::form(ui, cx, id),
        RecordId::Step(id) => step::form(ui, cx, id),
        RecordId::Phase(id) => phase::form(ui, cx, id),
        RecordId::Lane(id) => lane::form(ui, cx, id),
        RecordId::Journey(id) => journey::form(ui, cx, id),
        RecordId::Persona(id) => persona::form(ui, cx, id),
        RecordId::Department(id) => department::form(ui, cx, id),
        RecordId::Channel(id) => channel::form(ui, cx, id),
        RecordId::Handoff(id) => handoff::form(ui, cx, id),
        RecordId::Mark(id) => mark::form(ui, cx, id),
        RecordId::DataSet(id) => data_set::form(ui, cx, id),
        RecordId::Link(id) => link::form(ui, cx, id),
        RecordId::SavedView(id) => saved_view::form(ui, cx, id),
        RecordId::Alias(_) | RecordId::Conflict(_) => {}
    }
}

/// What a kind of record is called.
pub(crate) fn kind_name(id: RecordId) -> KindName {
    match id {
        RecordId::Department(_) => KindName::Department,
        RecordId::Channel(_) => KindName::Channel,
        RecordId::Persona(_) => KindName::Persona,
        RecordId::Journey(_) => KindName::Journey,
        RecordId::Phase(_) => KindName::Phase,
        RecordId::Step(_) => KindName::Step,
        RecordId::Lane(_) => KindName::Lane,
        RecordId::Card(_) => KindName::Card,
        RecordId::Mark(_) => KindName::Emotion,
        RecordId::Handoff(_) => KindName::Handoff,
        RecordId::Link(_) => KindName::Link,
        RecordId::DataSet(_) => KindName::Feedback,
        RecordId::Alias(_) => KindName::Alias,
        RecordId::SavedView(_) => KindName::SavedView,
        RecordId::Conflict(_) => KindName::Conflict,
    }
}
