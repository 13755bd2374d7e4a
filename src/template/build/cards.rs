//! The cards of a step.

use super::Names;
use crate::base::{IdSource, OrderKey};
use crate::model::{Card, LaneId, LaneKind, Opportunity, Pain, Project, StepId};
use crate::template::{CardOutline, StepOutline, TemplateError};
use std::collections::BTreeMap;

/// Puts in the cards of a step.
pub(super) fn of_step(
    from: &StepOutline,
    at: &str,
    step: StepId,
    lanes: &BTreeMap<LaneKind, LaneId>,
    names: &Names<'_>,
    ids: &mut IdSource,
    project: &mut Project,
) -> Result<(), TemplateError> {
    for (kind, cards) in from.cards_by_lane() {
        if cards.is_empty() {
            continue;
        }
        let Some(lane) = lanes.get(&kind) else {
            let (file, at) = (names.check.file.to_owned(), at.to_owned());
            return Err(TemplateError::NoSuchLane { file, at, lane: kind.key() });
        };
        for (card, order) in cards.iter().zip(OrderKey::spread(None, None, cards.len())) {
            let id = if card.key.is_empty() { ids.next() } else { names.cards.get(names.check, at, &card.key)? };
            let mut new = Card::new(id, *lane, step, order);
            fill(&mut new, card, from, at, names)?;
            take_over(&mut new, card, kind, at, names)?;
            project.cards.put(new);
        }
    }
    Ok(())
}

fn fill(
    card: &mut Card,
    from: &CardOutline,
    step: &StepOutline,
    at: &str,
    names: &Names<'_>,
) -> Result<(), TemplateError> {
    names.check.not_empty(at, "text of a card", &from.text)?;
    card.text.clone_from(&from.text);
    card.extra_span = from.extra_span;
    card.author = names.departments.maybe(names.check, at, from.by.as_ref().or(step.by.as_ref()))?;
    card.evidence = from.evidence.unwrap_or(step.evidence);
    card.sources.clone_from(&from.sources);
    card.tags.clone_from(&from.tags);
    card.votes = from.votes;
    card.pain = Pain {
        severity: names.check.at_most(at, "the severity of a pain", from.severity, 3, "1–3, or 0 for not stated")?,
        frequency: from.frequency.clone(),
        quotes: from.quotes.clone(),
        root_cause: from.root_cause.clone(),
        owner: None,
    };
    card.opportunity = Opportunity {
        answers: names.cards.get_all(names.check, at, &from.answers)?,
        how_might_we: from.how_might_we.clone(),
        impact: names.check.one_to_five(at, "the impact", from.impact)?,
        effort: names.check.one_to_five(at, "the effort", from.effort)?,
        owner: None,
        due: from.due,
        kpi: from.kpi.clone(),
        status: from.status,
    };
    Ok(())
}

/// The owner of a card is that of the pain or of the opportunity, by the lane it stands in.
fn take_over(
    card: &mut Card,
    from: &CardOutline,
    kind: LaneKind,
    at: &str,
    names: &Names<'_>,
) -> Result<(), TemplateError> {
    let owner = names.departments.maybe(names.check, at, from.owner.as_ref())?;
    if kind == LaneKind::Opportunity {
        card.opportunity.owner = owner;
    } else {
        card.pain.owner = owner;
    }
    Ok(())
}
