//! The form of several selected records: what they have in common is changed in all of them, as one step.

use super::{kind_name, row};
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::i18n::domain::Named as _;
use crate::i18n::fill;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::shell::KindName;
use crate::model::{AnyRecord, Card, Evidence, RecordId, Step};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::{choice, label};
use eframe::egui::Ui;

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, records: &[RecordId]) {
    let n = records.len().to_string();
    ui.label(label::bold(fill(Text::Several.text(cx.lang), &[("n", &n)]), size::TITLE));
    ui.label(label::remark(cx.theme, kinds(cx, records)));
    let project = cx.project;
    let cards: Vec<&Card> = records
        .iter()
        .filter_map(|id| if let RecordId::Card(id) = id { project.cards.get(*id) } else { None })
        .collect();
    let steps: Vec<&Step> = records
        .iter()
        .filter_map(|id| if let RecordId::Step(id) = id { project.steps.get(*id) } else { None })
        .collect();
    if !cards.is_empty() {
        label::section(ui, cx.theme, KindName::Card.text(cx.lang));
        cards_form(ui, cx, &cards);
    }
    if !steps.is_empty() {
        label::section(ui, cx.theme, KindName::Step.text(cx.lang));
        steps_form(ui, cx, &steps);
    }
    ui.add_space(12.0);
    if button::button(ui, cx.theme, Rank::Secondary, Text::Delete.text(cx.lang)).clicked() {
        cx.push(Action::Run(Command::Delete(records.to_vec())));
    }
}

/// "Card 3 · Touchpoint 1".
fn kinds(cx: &Cx<'_>, records: &[RecordId]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for record in records {
        let kind = kind_name(*record).text(cx.lang);
        match counts.iter_mut().find(|(name, _)| *name == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    counts.iter().map(|(kind, n)| format!("{kind} {n}")).collect::<Vec<_>>().join(" · ")
}

fn cards_form(ui: &mut Ui, cx: &mut Cx<'_>, cards: &[&Card]) {
    let name = Text::Author.text(cx.lang);
    let before = common(cards.iter().map(|card| card.author));
    let mut author = before.flatten();
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, ("several", name), &mut author));
    if author != before.flatten() {
        let changed = cards.iter().map(|card| Card { author, ..(*card).clone() }.into());
        change(cx, RecordKind::Card, changed);
    }
    let name = Text::Evidence.text(cx.lang);
    let before = common(cards.iter().map(|card| card.evidence));
    row::row(ui, cx, name, |ui, cx| {
        for evidence in [Evidence::Assumed, Evidence::Partly, Evidence::Researched] {
            let on = before == Some(evidence);
            if ui.selectable_label(on, evidence.name(cx.lang)).clicked() && !on {
                let changed = cards.iter().map(|card| Card { evidence, ..(*card).clone() }.into());
                change(cx, RecordKind::Card, changed);
            }
        }
    });
}

fn steps_form(ui: &mut Ui, cx: &mut Cx<'_>, steps: &[&Step]) {
    let name = Text::OwnerDepartment.text(cx.lang);
    let before = common(steps.iter().map(|step| step.touchpoint.owner)).flatten();
    let mut owner = before;
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, ("several", name), &mut owner));
    if owner != before {
        let with_owner = |step: &&Step| {
            let mut step = (*step).clone();
            step.touchpoint.owner = owner;
            step.into()
        };
        change(cx, RecordKind::Step, steps.iter().map(with_owner));
    }
}

/// What all of them have; `None` where they differ.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn change(cx: &mut Cx<'_>, kind: RecordKind, records: impl Iterator<Item = AnyRecord>) {
    let label = Label { verb: Verb::Edit, kind };
    cx.push(Action::Run(Command::Batch { label, commands: records.map(Command::Edit).collect() }));
}
