//! Pains that nothing answers, and opportunities that nobody can follow up.

use super::{Asked, Cause, Lack, Severity};
use crate::model::{Card, CardId, LaneKind, Opportunity, OpportunityStatus};
use std::collections::BTreeSet;

/// Asks about pains and opportunities, step by step.
pub(super) fn ask(asked: &mut Asked<'_>) {
    let index = asked.index;
    let all = index.cards.values().flatten();
    let answered: BTreeSet<CardId> = all.flat_map(|card| card.opportunity.answers.iter().copied()).collect();
    for card in cards_in(asked, LaneKind::Pain) {
        if !answered.contains(&card.id) {
            asked.found(Severity::Warn, Cause::OpenPain { card: card.id });
        }
    }
    for card in cards_in(asked, LaneKind::Opportunity) {
        let lacks = lacks(&card.opportunity);
        if !lacks.is_empty() && card.opportunity.status != OpportunityStatus::Done {
            asked.found(Severity::Warn, Cause::Unfinished { card: card.id, lacks });
        }
    }
}

/// The cards of all lanes of a kind, from left to right.
fn cards_in<'a>(asked: &Asked<'a>, kind: LaneKind) -> Vec<&'a Card> {
    let index = asked.index;
    let lanes = || index.lanes.iter().filter(move |lane| lane.kind == kind);
    let cells = index.steps().flat_map(|step| lanes().flat_map(move |lane| index.cell(lane.id, step.id)));
    cells.copied().filter(|card| !card.text.trim().is_empty()).collect()
}

fn lacks(opportunity: &Opportunity) -> Vec<Lack> {
    let mut lacks = Vec::new();
    if opportunity.owner.is_none() {
        lacks.push(Lack::Owner);
    }
    if opportunity.due.is_none() {
        lacks.push(Lack::Due);
    }
    if opportunity.kpi.trim().is_empty() {
        lacks.push(Lack::Kpi);
    }
    lacks
}
