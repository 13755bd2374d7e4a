//! The form of several selected records: what they have in common is changed in all of them, as one step.

use super::{card, kind_name, row};
use crate::app::AppCommand;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::i18n::fill;
use crate::i18n::inspector::InspectorText as Text;
use crate::i18n::shell::KindName;
use crate::model::{AnyRecord, Card, RecordId, Step};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::button::{self, Rank};
use crate::ui::widgets::glyph::Glyph;
use crate::ui::widgets::tag_field::{Tag, tag_field};
use crate::ui::widgets::{choice, label};
use eframe::egui::Ui;
use std::collections::BTreeMap;

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
        let words = crate::i18n::structure::LinkText::LinkThese.text(cx.lang);
        if steps.len() == 2 && button::button(ui, cx.theme, Rank::Quiet, &format!("＋ {words}")).clicked() {
            cx.push(Action::Do(crate::app::AppCommand::LinkThese));
        }
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
        if let Some(evidence) = card::evidence(ui, cx, before) {
            change(cx, RecordKind::Card, cards.iter().map(|card| Card { evidence, ..(*card).clone() }.into()));
        }
    });
    votes(ui, cx, cards);
    row::stack(ui, cx, Text::Tags.text(cx.lang), |ui, cx| tags(ui, cx, cards));
}

/// All votes of the cards together; a click gives or takes one from each.
fn votes(ui: &mut Ui, cx: &mut Cx<'_>, cards: &[&Card]) {
    row::row(ui, cx, Text::Votes.text(cx.lang), |ui, cx| {
        let (take, add) = (Text::TakeVote.text(cx.lang), Text::AddVote.text(cx.lang));
        if button::small_icon(ui, cx.theme, Glyph::Minus, take).on_hover_text(take).clicked() {
            cx.push(Action::Do(AppCommand::VoteTake));
        }
        let sum: u64 = cards.iter().map(|card| u64::from(card.votes)).sum();
        ui.label(label::bold(sum.to_string(), size::BODY));
        if button::small_icon(ui, cx.theme, Glyph::Plus, add).on_hover_text(add).clicked() {
            cx.push(Action::Do(AppCommand::VoteAdd));
        }
    });
}

/// Every tag that any of the cards has; where not all have it, how many do.
fn tags(ui: &mut Ui, cx: &mut Cx<'_>, cards: &[&Card]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in cards.iter().flat_map(|card| &card.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let words =
        |tag: &str, n: usize| if n == cards.len() { tag.to_owned() } else { format!("{tag} {n}/{}", cards.len()) };
    let shown: Vec<Tag> =
        counts.into_iter().map(|(tag, n)| Tag { tag: tag.to_owned(), words: words(tag, n) }).collect();
    let Some(edit) = tag_field(ui, cx, "several", &shown) else { return };
    let project = cx.project;
    let changed = cards.iter().map(|original| {
        let mut card = (*original).clone();
        card::change_tags(&mut card.tags, &edit, project);
        card.into()
    });
    change(cx, RecordKind::Card, changed);
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
