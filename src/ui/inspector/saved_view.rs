//! The form of a saved view: its name, its journey, what it shows, what it lost.

use super::row;
use crate::i18n::filter::filter_words;
use crate::i18n::filter_bar::{FilterBarText as Text, lost_words};
use crate::i18n::inspector::InspectorText;
use crate::i18n::{fill, shell::ShellText};
use crate::model::{SavedView, SavedViewId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::filter::FilterAction;
use crate::ui::theme::{color, size};
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::label;
use eframe::egui::{ComboBox, Ui};

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: SavedViewId) {
    let project = cx.project;
    let Some(original) = project.views.get(id) else { return };
    cx.edit(ui, original, |ui, cx, view| {
        row::title(ui, cx, InspectorText::Name, view.id.into(), &mut view.name);
        row::row(ui, cx, Text::InJourney.text(cx.lang), |ui, cx| journey(ui, cx, view));
    });
    row::stack(ui, cx, Text::ShowsWhat.text(cx.lang), |ui, cx| {
        let nothing = original.filter.is_empty();
        let words = if nothing {
            Text::NoFilter.text(cx.lang).to_owned()
        } else {
            filter_words(project, &original.filter, cx.lang)
        };
        label::paragraph(ui, &words, size::BODY, color(cx.theme.ink));
    });
    if !original.lost.is_empty() {
        ui.add_space(4.0);
        label::paragraph(ui, &format!("⚠ {}", lost_words(original, cx.lang)), size::BODY, color(cx.theme.warn));
    }
    ui.add_space(10.0);
    if button::button(ui, cx.theme, Rank::Secondary, Text::ShowView.text(cx.lang)).clicked() {
        cx.push(Action::Filter(FilterAction::Show(id)));
    }
    let now = &cx.shown.filter;
    let differs = now.is_on() && (now.cards != original.filter || now.answers != original.feedback);
    ui.add_enabled_ui(differs, |ui| {
        let words = fill(Text::UpdateView.text(cx.lang), &[("name", &original.name)]);
        if button::button(ui, cx.theme, Rank::Quiet, &words).clicked() {
            cx.push(Action::Filter(FilterAction::Update(id)));
        }
    });
}

fn journey(ui: &mut Ui, cx: &Cx<'_>, view: &mut SavedView) {
    let any = Text::AnyJourney.text(cx.lang);
    let title = |id| cx.project.journeys.get(id).map_or(ShellText::Untitled.text(cx.lang), |journey| &journey.title);
    let chosen = view.journey.map_or(any, title);
    ui.name_inputs(Text::InJourney.text(cx.lang), |ui| {
        let width = ui.available_width().min(180.0);
        ComboBox::from_id_salt(("journey of view", view.id)).selected_text(chosen).width(width).truncate().show_ui(
            ui,
            |ui| {
                ui.selectable_value(&mut view.journey, None, any);
                for journey in cx.project.journeys_in_order() {
                    ui.selectable_value(&mut view.journey, Some(journey.id), &journey.title);
                }
            },
        );
    });
}
