//! One step becomes two, one phase becomes two.

use super::place::{after, phases_beside, selected_phase, selected_step, steps_in};
use super::{Action, add_at_end, batch};
use crate::app::Session;
use crate::base::{IdSource, OrderKey};
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::commands::NewName;
use crate::i18n::{Lang, fill};
use crate::model::{Card, CardId, LaneId, Phase, Project, RecordId, Step, StepId, Touchpoint};
use std::collections::BTreeMap;

/// A second step after the selected one, in the same phase. The selected cards of the step move over.
pub(crate) fn split_step(session: &mut Session, lang: Lang) -> Option<Action> {
    let step = selected_step(session)?;
    let cards: Vec<CardId> = session
        .selection()
        .records()
        .iter()
        .filter_map(|record| if let RecordId::Card(card) = record { Some(*card) } else { None })
        .collect();
    let project = session.project().clone();
    let (new, commands) = split(&project, step, &cards, session.ids(), lang)?;
    Some(Action::new(batch(Verb::Split, RecordKind::Step, commands)).selecting([new.into()]).editing(new))
}

/// The new step and the commands. Channels and owner hold for both halves; figures, feelings and feedback stay with
/// the first, since nobody has said them of the second. What leaves the step now leaves the second half.
fn split(
    project: &Project,
    step: StepId,
    moving: &[CardId],
    ids: &mut IdSource,
    lang: Lang,
) -> Option<(StepId, Vec<Command>)> {
    let first = project.steps.get(step)?;
    let second = second_half(first, ids, lang);
    let new = second.id;
    let before = after(&steps_in(project, first.phase), step);
    let mut commands = vec![Command::Add { record: second.into(), before: before.map(Into::into) }];

    let columns = project.steps_in_journey(project.journey_of_step(step)?);
    let places: BTreeMap<StepId, usize> = columns.iter().enumerate().map(|(at, step)| (step.id, at)).collect();
    let here = *places.get(&step)?;
    let mut moved: BTreeMap<LaneId, Vec<&Card>> = BTreeMap::new();
    for card in project.cards.iter() {
        let Some(start) = places.get(&card.step) else { continue };
        if card.step == step && moving.contains(&card.id) {
            moved.entry(card.lane).or_default().push(card);
        } else if *start <= here && start + usize::from(card.extra_span) > here {
            // It reached past the step, so it reaches over both halves.
            let extra_span = card.extra_span.saturating_add(1);
            commands.push(Command::Edit(Card { extra_span, ..card.clone() }.into()));
        }
    }
    for (lane, mut cards) in moved {
        cards.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
        let cards = cards.into_iter().map(|card| card.id).collect();
        commands.push(Command::MoveCards { cards, lane, step: new, before: None });
    }
    for handoff in project.handoffs.iter().filter(|handoff| handoff.from == step) {
        commands.push(Command::Edit(crate::model::Handoff { from: new, ..handoff.clone() }.into()));
    }
    for link in project.links.iter().filter(|link| link.from == step) {
        commands.push(Command::Edit(crate::model::Link { from: new, ..link.clone() }.into()));
    }
    Some((new, commands))
}

fn second_half(first: &Step, ids: &mut IdSource, lang: Lang) -> Step {
    let touchpoint = Touchpoint {
        channels: first.touchpoint.channels.clone(),
        owner: first.touchpoint.owner,
        ..Touchpoint::default()
    };
    let name = second_name(&first.name, lang);
    Step { name, touchpoint, width: first.width, ..Step::new(ids.next(), first.phase, OrderKey::default()) }
}

fn second_name(name: &str, lang: Lang) -> String {
    if name.is_empty() { String::new() } else { fill(NewName::SecondPart.text(lang), &[("name", name)]) }
}

/// A new phase that begins with the selected step; `None` where a phase begins there already.
pub(crate) fn split_phase(session: &mut Session, lang: Lang) -> Option<Action> {
    let step = selected_step(session)?;
    let phase = selected_phase(session)?;
    let project = session.project();
    let steps = steps_in(project, phase);
    let at = steps.iter().position(|other| *other == step).filter(|at| *at > 0)?;
    let rest = steps[at..].to_vec();
    let first = project.phases.get(phase)?.clone();
    let before = after(&phases_beside(project, phase), phase);
    let id = session.new_id();
    let name = second_name(&first.name, lang);
    let second = Phase { name, ..Phase::new(id, first.journey, OrderKey::default()) };
    let add = match before {
        Some(before) => Command::Add { record: second.into(), before: Some(before.into()) },
        None => add_at_end(second),
    };
    let commands = vec![add, Command::MoveSteps { steps: rest, phase: id, before: None }];
    Some(Action::new(batch(Verb::Split, RecordKind::Phase, commands)).selecting([id.into()]).editing(id))
}
