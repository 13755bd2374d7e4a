//! The form of a journey.

use super::{journey_personas, row};
use crate::app::AppCommand;
use crate::i18n::inspector::InspectorText as Text;
use crate::model::{Journey, JourneyId, JourneyState, JourneyStatus};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::{choice, label};
use eframe::egui::Ui;

const STATES: [JourneyState; 4] =
    [JourneyState::AsIs, JourneyState::ToBe, JourneyState::Hypothesis, JourneyState::Competitor];
const STATUS: [JourneyStatus; 4] =
    [JourneyStatus::Draft, JourneyStatus::Agreed, JourneyStatus::Live, JourneyStatus::Archived];

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: JourneyId) {
    let project = cx.project;
    let Some(original) = project.journeys.get(id) else { return };
    cx.edit(ui, original, |ui, cx, journey| {
        let owner = journey.id.into();
        row::title(ui, cx, Text::Title, owner, &mut journey.title);
        state(ui, cx, journey);
        label::section(ui, cx.theme, Text::Personas.text(cx.lang));
        journey_personas::personas(ui, cx, journey);
        label::section(ui, cx.theme, Text::Scenario.text(cx.lang));
        row::area(ui, cx, Text::Scenario, owner, &mut journey.scenario);
        row::area(ui, cx, Text::Expectations, owner, &mut journey.expectations);
        label::section(ui, cx.theme, Text::Status.text(cx.lang));
        upkeep(ui, cx, journey);
    });
    super::link::continuity(ui, cx, id);
    if original.state != JourneyState::ToBe {
        ui.add_space(12.0);
        let name = AppCommand::MakeToBe.name(cx.lang);
        let make = button::button(ui, cx.theme, Rank::Secondary, name);
        if make.on_hover_text(AppCommand::MakeToBe.help(cx.lang)).clicked() {
            cx.push(Action::MakeToBe(id));
        }
    }
}

fn state(ui: &mut Ui, cx: &mut Cx<'_>, journey: &mut Journey) {
    let (id, owner) = (journey.id, journey.id.into());
    let name = Text::State.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::named(ui, cx, name, (id, name), &mut journey.state, &STATES));
    match journey.state {
        JourneyState::Competitor => row::text(ui, cx, Text::Competitor, owner, &mut journey.competitor),
        JourneyState::ToBe => {
            let name = Text::AsIsOf.text(cx.lang);
            row::row(ui, cx, name, |ui, cx| choice::as_is(ui, cx, name, journey));
        }
        JourneyState::AsIs | JourneyState::Hypothesis => {}
    }
}

fn upkeep(ui: &mut Ui, cx: &mut Cx<'_>, journey: &mut Journey) {
    let (id, owner) = (journey.id, journey.id.into());
    let name = Text::Status.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::named(ui, cx, name, (id, name), &mut journey.status, &STATUS));
    let name = Text::Owner.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, (id, name), &mut journey.owner));
    let name = Text::Reviewed.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::date(ui, cx, name, owner, &mut journey.reviewed_on));
    let name = Text::ReviewEvery.text(cx.lang);
    let mut days = (journey.review_every_days > 0).then_some(u64::from(journey.review_every_days));
    row::row(ui, cx, name, |ui, cx| choice::number(ui, cx, name, owner, &mut days));
    journey.review_every_days = days.and_then(|days| u32::try_from(days).ok()).unwrap_or(0);
}
