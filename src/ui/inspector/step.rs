//! The form of a step and the touchpoint on it.

use super::row;
use crate::i18n::fill;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::shell::KindName;
use crate::model::{Project, Step, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::{chip, choice, label};
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: StepId) {
    let project = cx.project;
    let Some(original) = project.steps.get(id) else { return };
    cx.edit(ui, original, |ui, cx, step| {
        row::title(ui, cx, Text::Name, step.id.into(), &mut step.name);
        importance(ui, cx, step);
        label::section(ui, cx.theme, Text::Channels.text(cx.lang));
        channels(ui, cx, step);
        label::section(ui, cx.theme, Text::Touchpoint.text(cx.lang));
        facts(ui, cx, step);
        label::section(ui, cx.theme, Text::Experience.text(cx.lang));
        experience(ui, cx, step);
        label::section(ui, cx.theme, Text::OnTheMap.text(cx.lang));
        row::size(ui, cx, Text::Width, step.id.into(), &mut step.width);
    });
    handoffs(ui, cx, id);
    super::link::of_step(ui, cx, id);
}

fn importance(ui: &mut Ui, cx: &mut Cx<'_>, step: &mut Step) {
    let point = &mut step.touchpoint;
    let star = format!("★ {}", Text::MomentOfTruth.text(cx.lang));
    if chip::toggle(ui, cx.theme, &star, point.moment_of_truth).clicked() {
        point.moment_of_truth = !point.moment_of_truth;
    }
    ui.add_space(2.0);
    let name = Text::OwnerDepartment.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, (step.id, name), &mut point.owner));
    row::level(ui, cx, Text::ForCustomer, &mut point.importance_to_customer, 5);
    row::level(ui, cx, Text::ForBusiness, &mut point.importance_to_business, 5);
    row::level(ui, cx, Text::Engagement, &mut point.engagement, 5);
}

fn channels(ui: &mut Ui, cx: &mut Cx<'_>, step: &mut Step) {
    if cx.project.channels.is_empty() {
        ui.label(label::remark(cx.theme, Text::NoChannels.text(cx.lang)));
    } else {
        choice::channels(ui, cx, &mut step.touchpoint.channels);
    }
}

fn facts(ui: &mut Ui, cx: &mut Cx<'_>, step: &mut Step) {
    let owner = step.id.into();
    let point = &mut step.touchpoint;
    row::text(ui, cx, Text::Duration, owner, &mut point.duration);
    let name = Text::Customers.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::number(ui, cx, name, owner, &mut point.customers_per_month));
    row::text(ui, cx, Text::Systems, owner, &mut point.systems);
    row::area(ui, cx, Text::Strengths, owner, &mut point.strengths);
    row::area(ui, cx, Text::Weaknesses, owner, &mut point.weaknesses);
    row::area(ui, cx, Text::Improvement, owner, &mut point.improvement);
}

fn experience(ui: &mut Ui, cx: &mut Cx<'_>, step: &mut Step) {
    let marks = &mut step.experience;
    row::level(ui, cx, Text::Sense, &mut marks.sense, 3);
    row::level(ui, cx, Text::Feel, &mut marks.feel, 3);
    row::level(ui, cx, Text::Think, &mut marks.think, 3);
    row::level(ui, cx, Text::Act, &mut marks.act, 3);
    row::level(ui, cx, Text::Relate, &mut marks.relate, 3);
}

/// The handoffs that arrive here and leave from here, each with its four questions.
fn handoffs(ui: &mut Ui, cx: &mut Cx<'_>, id: StepId) {
    let project = cx.project;
    for handoff in project.handoffs.iter().filter(|handoff| handoff.from == id || handoff.to == id) {
        super::handoff::block(ui, cx, handoff);
    }
    let Some(next) = next_step(project, id).filter(|next| project.handoff_between(id, next.id).is_none()) else {
        return;
    };
    label::section(ui, cx.theme, KindName::Handoff.text(cx.lang));
    let words = fill(Text::AddHandoff.text(cx.lang), &[("step", &next.name)]);
    if button::button(ui, cx.theme, Rank::Quiet, &format!("＋ {words}")).clicked() {
        cx.push(Action::AddHandoff(id, next.id));
    }
}

/// The step that the customer comes to next.
fn next_step(project: &Project, id: StepId) -> Option<&Step> {
    let steps = project.steps_in_journey(project.journey_of_step(id)?);
    let place = steps.iter().position(|step| step.id == id)?;
    steps.get(place + 1).copied()
}
