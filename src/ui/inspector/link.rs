//! The form of a branch or loop, the links of a step, and how well a journey carries the customer over.

use super::row;
use crate::app::AppCommand;
use crate::app::actions::reversed;
use crate::i18n::domain::Named as _;
use crate::i18n::structure::LinkText as Text;
use crate::i18n::{fill, percent};
use crate::model::{JourneyId, Link, LinkId, LinkKind, StepId};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{label, segmented};
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: LinkId) {
    let project = cx.project;
    let Some(original) = project.links.get(id) else { return };
    cx.edit(ui, original, |ui, cx, link| {
        let name = Text::Label.text(cx.lang);
        row::stack(ui, cx, name, |ui, cx| {
            cx.field(ui, Field::area(name, (link.id, name), 1), &mut link.label);
        });
        row::row(ui, cx, Text::Kind.text(cx.lang), |ui, cx| {
            let kinds = [LinkKind::Branch, LinkKind::Loop].map(|kind| (kind, kind.name(cx.lang), kind.name(cx.lang)));
            if let Some(kind) = segmented::compact(ui, cx.theme, link.kind, &kinds) {
                link.kind = kind;
            }
        });
    });
    end(ui, cx, Text::From, original.from);
    end(ui, cx, Text::To, original.to);
    ui.add_space(4.0);
    if button::button(ui, cx.theme, Rank::Secondary, &format!("⇄ {}", Text::Reverse.text(cx.lang))).clicked()
        && let Some(link) = reversed(project, original)
    {
        cx.push(Action::Run(crate::edit::Command::Edit(link.into())));
    }
}

/// The step at one end; a click selects it.
fn end(ui: &mut Ui, cx: &mut Cx<'_>, name: Text, step: StepId) {
    let words = step_name(cx, step).to_owned();
    row::row(ui, cx, name.text(cx.lang), |ui, cx| {
        if ui.link(words).clicked() {
            cx.push(Action::Select(vec![step.into()]));
        }
    });
}

/// The branches and loops of a step, and the way to a new one.
pub(super) fn of_step(ui: &mut Ui, cx: &mut Cx<'_>, step: StepId) {
    label::section(ui, cx.theme, Text::Links.text(cx.lang));
    let project = cx.project;
    for link in project.links.iter().filter(|link| link.from == step || link.to == step) {
        if ui.link(way(cx, link)).clicked() {
            cx.push(Action::Select(vec![link.id.into()]));
        }
    }
    if button::button(ui, cx.theme, Rank::Quiet, &format!("＋ {}", Text::AddLink.text(cx.lang))).clicked() {
        cx.push(Action::Do(AppCommand::LinkTo));
    }
}

fn way(cx: &Cx<'_>, link: &Link) -> String {
    let way = format!("{} · {} → {}", link.kind.name(cx.lang), step_name(cx, link.from), step_name(cx, link.to));
    if link.label.is_empty() { way } else { format!("{way} ({})", link.label) }
}

/// The continuity index of a journey.
pub(super) fn continuity(ui: &mut Ui, cx: &mut Cx<'_>, journey: JourneyId) {
    let found = cx.project.continuity(journey);
    let words = match found.index() {
        None => Text::NoChanges.text(cx.lang).to_owned(),
        Some(index) => {
            let (carried, changes, broken) =
                (found.carried.to_string(), found.changes.to_string(), found.broken.to_string());
            let share = percent(index);
            let values = [("share", share.as_str()), ("carried", &carried), ("changes", &changes), ("broken", &broken)];
            fill(Text::ContinuityValue.text(cx.lang), &values)
        }
    };
    row::row(ui, cx, Text::Continuity.text(cx.lang), |ui, _| {
        ui.add(eframe::egui::Label::new(words).wrap());
    });
}

fn step_name<'a>(cx: &Cx<'a>, id: StepId) -> &'a str {
    cx.project.steps.get(id).map_or("", |step| &step.name)
}
