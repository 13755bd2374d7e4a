//! The form of a card, with what pains and opportunities have besides.

use super::{journey_personas, row};
use crate::app::actions::add_tag;
use crate::i18n::domain::{Named as _, lane_name};
use crate::i18n::inspector::InspectorText as Text;
use crate::model::{Card, CardId, Evidence, LaneKind, OpportunityStatus, Project};
use crate::ui::cx::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::tag_field::{Tag, TagEdit, tag_field};
use crate::ui::widgets::{button, chip, choice, glyph::Glyph, label, list};
use eframe::egui::{Ui, vec2};

const STATUS: [OpportunityStatus; 5] = [
    OpportunityStatus::Idea,
    OpportunityStatus::Planned,
    OpportunityStatus::Doing,
    OpportunityStatus::Done,
    OpportunityStatus::Dropped,
];

/// Shows the form.
pub(super) fn form(ui: &mut Ui, cx: &mut Cx<'_>, id: CardId) {
    let project = cx.project;
    let Some(original) = project.cards.get(id) else { return };
    let lane = project.lanes.get(original.lane).map(|lane| lane.kind);
    place(ui, cx, original);
    cx.edit(ui, original, |ui, cx, card| {
        text(ui, cx, card);
        match lane {
            Some(LaneKind::Pain) => pain(ui, cx, card),
            Some(LaneKind::Opportunity) => opportunity(ui, cx, card),
            _ => {}
        }
        label::section(ui, cx.theme, Text::Evidence.text(cx.lang));
        common(ui, cx, card);
    });
}

/// In which lane and step it stands.
fn place(ui: &mut Ui, cx: &Cx<'_>, card: &Card) {
    let lane = cx.project.lanes.get(card.lane);
    let lane = lane.map_or("", |lane| lane_name(lane, cx.lang));
    let step = cx.project.steps.get(card.step).map_or("", |step| &step.name);
    ui.label(label::remark(cx.theme, format!("{lane} · {step}")));
}

fn text(ui: &mut Ui, cx: &mut Cx<'_>, card: &mut Card) {
    let name = Text::Text.text(cx.lang);
    let field = Field::area(name, (card.id, name), 2).font(crate::ui::fonts::regular(size::BODY + 1.0));
    cx.field(ui, field, &mut card.text);
    ui.add_space(4.0);
}

fn common(ui: &mut Ui, cx: &mut Cx<'_>, card: &mut Card) {
    let owner = card.id.into();
    let name = Text::Author.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, (card.id, name), &mut card.author));
    let journey = cx.project.journey_of_step(card.step).and_then(|journey| cx.project.journeys.get(journey));
    if !card.personas.is_empty() || journey.is_some_and(|journey| journey.personas.len() > 1) {
        row::stack(ui, cx, Text::About.text(cx.lang), |ui, cx| {
            journey_personas::about(ui, cx, journey, &mut card.personas);
        });
    }
    let name = Text::Evidence.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| {
        if let Some(level) = evidence(ui, cx, Some(card.evidence)) {
            card.evidence = level;
        }
    });
    row::area(ui, cx, Text::Sources, owner, &mut card.sources);
    votes(ui, cx, card);
    let name = Text::Tags.text(cx.lang);
    row::stack(ui, cx, name, |ui, cx| {
        let tags: Vec<Tag> = card.tags.iter().map(|tag| Tag { tag: tag.clone(), words: tag.clone() }).collect();
        if let Some(edit) = tag_field(ui, cx, card.id, &tags) {
            change_tags(&mut card.tags, &edit, cx.project);
        }
    });
}

/// Adds tags, or takes one off.
pub(super) fn change_tags(tags: &mut Vec<String>, edit: &TagEdit, project: &Project) {
    match edit {
        TagEdit::Add(more) => more.iter().for_each(|tag| add_tag(tags, tag, project)),
        TagEdit::Remove(tag) => tags.retain(|other| other != tag),
    }
}

/// The levels of evidence with their signs; gives the one that was chosen. `now` is none where cards differ.
pub(super) fn evidence(ui: &mut Ui, cx: &Cx<'_>, now: Option<Evidence>) -> Option<Evidence> {
    let mut chosen = None;
    chip::row(ui, |ui| {
        for level in Evidence::ALL {
            let on = now == Some(level);
            if chip::marked(ui, cx.theme, level, level.name(cx.lang), on).clicked() && !on {
                chosen = Some(level);
            }
        }
    });
    chosen
}

fn votes(ui: &mut Ui, cx: &mut Cx<'_>, card: &mut Card) {
    let name = Text::Votes.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let (take, add) = (Text::TakeVote.text(cx.lang), Text::AddVote.text(cx.lang));
        if button::small_icon(ui, cx.theme, Glyph::Minus, take).on_hover_text(take).clicked() {
            card.votes = card.votes.saturating_sub(1);
        }
        ui.label(label::bold(card.votes.to_string(), size::BODY));
        if button::small_icon(ui, cx.theme, Glyph::Plus, add).on_hover_text(add).clicked() {
            card.votes = card.votes.saturating_add(1);
        }
    });
}

fn pain(ui: &mut Ui, cx: &mut Cx<'_>, card: &mut Card) {
    let owner = card.id.into();
    row::level(ui, cx, Text::Severity, &mut card.pain.severity, 3);
    row::text(ui, cx, Text::Frequency, owner, &mut card.pain.frequency);
    let name = Text::Owner.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, (card.id, name), &mut card.pain.owner));
    row::area(ui, cx, Text::RootCause, owner, &mut card.pain.root_cause);
    let name = Text::Quotes.text(cx.lang);
    row::stack(ui, cx, name, |ui, cx| list::bullets(ui, cx, name, name, owner, &mut card.pain.quotes));
}

fn opportunity(ui: &mut Ui, cx: &mut Cx<'_>, card: &mut Card) {
    let owner = card.id.into();
    let (id, plan) = (card.id, &mut card.opportunity);
    row::area(ui, cx, Text::HowMightWe, owner, &mut plan.how_might_we);
    row::level(ui, cx, Text::Impact, &mut plan.impact, 5);
    row::level(ui, cx, Text::Effort, &mut plan.effort, 5);
    let name = Text::Owner.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::department(ui, cx, name, (id, name), &mut plan.owner));
    let name = Text::Due.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::date(ui, cx, name, owner, &mut plan.due));
    row::text(ui, cx, Text::Kpi, owner, &mut plan.kpi);
    let name = Text::Status.text(cx.lang);
    row::row(ui, cx, name, |ui, cx| choice::named(ui, cx, name, (id, name), &mut plan.status, &STATUS));
    row::stack(ui, cx, Text::Answers.text(cx.lang), |ui, cx| answers(ui, cx, card));
}

/// The pains of the journey as chips; those that the opportunity answers are on.
fn answers(ui: &mut Ui, cx: &Cx<'_>, card: &mut Card) {
    let project = cx.project;
    let journey = project.journey_of_step(card.step);
    let pains = project.cards.iter().filter(|pain| {
        let lane = project.lanes.get(pain.lane);
        lane.is_some_and(|lane| lane.kind == LaneKind::Pain && Some(lane.journey) == journey)
    });
    let mut any = false;
    chip::row(ui, |ui| {
        for pain in pains {
            any = true;
            let on = card.opportunity.answers.contains(&pain.id);
            let words: String = pain.text.chars().take(18).collect();
            if chip::toggle(ui, cx.theme, &words, on).on_hover_text(&pain.text).clicked() {
                if on {
                    card.opportunity.answers.retain(|id| *id != pain.id);
                } else {
                    card.opportunity.answers.push(pain.id);
                }
            }
        }
    });
    if !any {
        ui.label(label::remark(cx.theme, Text::NoPains.text(cx.lang)));
    }
}
