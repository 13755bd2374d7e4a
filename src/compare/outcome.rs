//! What became of the pains and the opportunities of the as-is.

use super::{Pairs, lanes_of_kind};
use crate::model::{Card, CardId, JourneyIndex, LaneKind, OpportunityStatus, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PainOutcome {
    /// The to-be does not have it any more.
    Gone,
    /// It is still there, and an opportunity of the to-be answers it.
    Answered,
    /// It is still there, and nothing answers it.
    Open,
}

/// What became of an opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpportunityOutcome {
    /// It is part of the to-be: done, or moved into a lane of what the customer goes through.
    Real,
    /// Decided or being done.
    Planned,
    /// Still an idea.
    Idea,
    /// Given up, or no longer in the to-be.
    Dropped,
}

impl PainOutcome {
    /// Whether nobody suffers from it any more.
    #[must_use]
    pub const fn is_resolved(self) -> bool {
        matches!(self, Self::Gone | Self::Answered)
    }
}

type Pains = Vec<(CardId, PainOutcome)>;
type Opportunities = Vec<(CardId, OpportunityOutcome)>;

pub(super) fn outcomes(from: &JourneyIndex<'_>, to: &JourneyIndex<'_>, pairs: &Pairs) -> (Pains, Opportunities) {
    let pain_lanes = lanes_of_kind(from, LaneKind::Pain);
    let opportunity_lanes = lanes_of_kind(from, LaneKind::Opportunity);
    let still_opportunity = lanes_of_kind(to, LaneKind::Opportunity);
    let after: BTreeMap<CardId, &Card> = to.cards.values().flatten().map(|card| (card.id, *card)).collect();
    // An opportunity of the to-be may still name the pain of the as-is that it was thought of for.
    let answered: BTreeSet<CardId> = after
        .values()
        .filter(|card| card.opportunity.status != OpportunityStatus::Dropped)
        .flat_map(|card| card.opportunity.answers.iter().copied())
        .collect();
    let pain = |card: &Card| match pairs.card_to(card.id) {
        None => PainOutcome::Gone,
        Some(now) if answered.contains(&now) || answered.contains(&card.id) => PainOutcome::Answered,
        Some(_) => PainOutcome::Open,
    };
    let opportunity = |card: &Card| match pairs.card_to(card.id).and_then(|now| after.get(&now)) {
        None => OpportunityOutcome::Dropped,
        Some(now) if !still_opportunity.contains(&now.lane) => OpportunityOutcome::Real,
        Some(now) => match now.opportunity.status {
            OpportunityStatus::Done => OpportunityOutcome::Real,
            OpportunityStatus::Planned | OpportunityStatus::Doing => OpportunityOutcome::Planned,
            OpportunityStatus::Idea => OpportunityOutcome::Idea,
            OpportunityStatus::Dropped => OpportunityOutcome::Dropped,
        },
    };
    let cards = || from.cards.values().flatten();
    let pains = cards().filter(|card| pain_lanes.contains(&card.lane)).map(|card| (card.id, pain(card)));
    let opportunities =
        cards().filter(|card| opportunity_lanes.contains(&card.lane)).map(|card| (card.id, opportunity(card)));
    (pains.collect(), opportunities.collect())
}

/// How many handoffs lose identity, case, history or promise.
pub(super) fn breaks(index: &JourneyIndex<'_>) -> usize {
    index.handoffs.values().filter(|handoff| handoff.is_broken()).count()
}

/// The steps of both sides where an opportunity stands that was not given up.
pub(super) fn helped_steps(from: &JourneyIndex<'_>, to: &JourneyIndex<'_>) -> BTreeSet<StepId> {
    let helped = |index: &JourneyIndex<'_>| -> Vec<StepId> {
        let lanes = lanes_of_kind(index, LaneKind::Opportunity);
        let counts = |card: &Card| lanes.contains(&card.lane) && card.opportunity.status != OpportunityStatus::Dropped;
        index.cards.values().flatten().filter(|card| counts(card)).map(|card| card.step).collect()
    };
    helped(from).into_iter().chain(helped(to)).collect()
}
