//! Which record of the to-be belongs to which of the as-is.

use crate::base::normalized;
use crate::model::{Card, CardId, JourneyIndex, Lane, LaneId, LaneKind, Phase, PhaseId, Step, StepId};
use std::collections::{BTreeMap, VecDeque};

/// The pairs of one kind, to be asked from either side.
#[derive(Clone, Debug, PartialEq)]
struct Both<I> {
    to: BTreeMap<I, I>,
    from: BTreeMap<I, I>,
}

impl<I: Copy + Ord> Both<I> {
    fn new() -> Self {
        Self { to: BTreeMap::new(), from: BTreeMap::new() }
    }

    fn join(&mut self, as_is: I, to_be: I) {
        if !self.to.contains_key(&as_is) && !self.from.contains_key(&to_be) {
            self.to.insert(as_is, to_be);
            self.from.insert(to_be, as_is);
        }
    }

    /// Pairs by origin: made from the other one, the other made from it, or both from the same third.
    fn by_origin(as_is: &[(I, Option<I>)], to_be: &[(I, Option<I>)]) -> Self {
        let mut both = Self::new();
        let ours: BTreeMap<I, I> = as_is.iter().map(|(id, _)| (*id, *id)).collect();
        let mut made: BTreeMap<I, I> = BTreeMap::new();
        for (id, origin) in as_is {
            if let Some(origin) = origin {
                made.entry(*origin).or_insert(*id);
            }
        }
        for (id, origin) in to_be {
            let itself = ours.get(id).copied();
            let direct = || origin.and_then(|origin| ours.get(&origin)).copied();
            let back = || made.get(id).copied();
            let third = || origin.and_then(|origin| made.get(&origin)).copied();
            if let Some(partner) = itself.or_else(direct).or_else(back).or_else(third) {
                both.join(partner, *id);
            }
        }
        both
    }

    /// Pairs by what they are called; of those with the same name the first with the first, and so on.
    fn by_name<K: Ord>(as_is: Vec<(I, K)>, to_be: Vec<(I, K)>) -> Self {
        let mut both = Self::new();
        let mut named: BTreeMap<K, VecDeque<I>> = BTreeMap::new();
        for (id, name) in as_is {
            named.entry(name).or_default().push_back(id);
        }
        for (id, name) in to_be {
            if let Some(partner) = named.get_mut(&name).and_then(VecDeque::pop_front) {
                both.join(partner, id);
            }
        }
        both
    }
}

/// The pairs of two journeys.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    phases: Both<PhaseId>,
    lanes: Both<LaneId>,
    steps: Both<StepId>,
    cards: Both<CardId>,
}

impl Pairs {
    /// Finds the pairs: by origin, or by names when no record of one knows one of the other.
    pub(super) fn of(as_is: &JourneyIndex<'_>, to_be: &JourneyIndex<'_>) -> Self {
        let pairs = Self::by_origin(as_is, to_be);
        let knows = !pairs.phases.to.is_empty() || !pairs.lanes.to.is_empty() || !pairs.steps.to.is_empty();
        if knows { pairs } else { Self::by_name(as_is, to_be) }
    }

    fn by_origin(as_is: &JourneyIndex<'_>, to_be: &JourneyIndex<'_>) -> Self {
        let phases = |index: &JourneyIndex<'_>| -> Vec<_> {
            index.phases.iter().map(|group| (group.phase.id, group.phase.origin)).collect()
        };
        let lanes = |index: &JourneyIndex<'_>| -> Vec<_> { index.lanes.iter().map(|l| (l.id, l.origin)).collect() };
        let steps = |index: &JourneyIndex<'_>| -> Vec<_> { index.steps().map(|s| (s.id, s.origin)).collect() };
        let cards = |index: &JourneyIndex<'_>| -> Vec<_> { cards(index).map(|c| (c.id, c.origin)).collect() };
        Self {
            phases: Both::by_origin(&phases(as_is), &phases(to_be)),
            lanes: Both::by_origin(&lanes(as_is), &lanes(to_be)),
            steps: Both::by_origin(&steps(as_is), &steps(to_be)),
            cards: Both::by_origin(&cards(as_is), &cards(to_be)),
        }
    }

    fn by_name(as_is: &JourneyIndex<'_>, to_be: &JourneyIndex<'_>) -> Self {
        let phase = |phase: &Phase| (phase.id, normalized(&phase.name));
        let phases = |index: &JourneyIndex<'_>| index.phases.iter().map(|group| phase(group.phase)).collect();
        let lane = |lane: &Lane| {
            // The title of a usual lane is a matter of taste; the team's own lanes are told apart by nothing else.
            let title = if lane.kind == LaneKind::Custom { normalized(&lane.title) } else { String::new() };
            (lane.id, (lane.kind, title))
        };
        let lanes = |index: &JourneyIndex<'_>| index.lanes.iter().map(|row| lane(row)).collect();
        let step = |step: &Step| (step.id, normalized(&step.name));
        let steps = |index: &JourneyIndex<'_>| index.steps().map(step).collect();
        let kinds = |index: &JourneyIndex<'_>| -> BTreeMap<LaneId, LaneKind> {
            index.lanes.iter().map(|lane| (lane.id, lane.kind)).collect()
        };
        let named_cards = |index: &JourneyIndex<'_>| {
            let kinds = kinds(index);
            cards(index).map(|card| (card.id, (kinds.get(&card.lane).copied(), normalized(&card.text)))).collect()
        };
        Self {
            phases: Both::by_name(phases(as_is), phases(to_be)),
            lanes: Both::by_name(lanes(as_is), lanes(to_be)),
            steps: Both::by_name(steps(as_is), steps(to_be)),
            cards: Both::by_name(named_cards(as_is), named_cards(to_be)),
        }
    }

    /// The phase of the as-is.
    #[must_use]
    pub fn phase_from(&self, to_be: PhaseId) -> Option<PhaseId> {
        self.phases.from.get(&to_be).copied()
    }

    /// The phase of the to-be.
    #[must_use]
    pub fn phase_to(&self, as_is: PhaseId) -> Option<PhaseId> {
        self.phases.to.get(&as_is).copied()
    }

    /// The lane of the as-is.
    #[must_use]
    pub fn lane_from(&self, to_be: LaneId) -> Option<LaneId> {
        self.lanes.from.get(&to_be).copied()
    }

    /// The lane of the to-be.
    #[must_use]
    pub fn lane_to(&self, as_is: LaneId) -> Option<LaneId> {
        self.lanes.to.get(&as_is).copied()
    }

    /// The step of the as-is.
    #[must_use]
    pub fn step_from(&self, to_be: StepId) -> Option<StepId> {
        self.steps.from.get(&to_be).copied()
    }

    /// The step of the to-be.
    #[must_use]
    pub fn step_to(&self, as_is: StepId) -> Option<StepId> {
        self.steps.to.get(&as_is).copied()
    }

    /// The card of the as-is.
    #[must_use]
    pub fn card_from(&self, to_be: CardId) -> Option<CardId> {
        self.cards.from.get(&to_be).copied()
    }

    /// The card of the to-be.
    #[must_use]
    pub fn card_to(&self, as_is: CardId) -> Option<CardId> {
        self.cards.to.get(&as_is).copied()
    }
}

/// All cards, cell by cell.
fn cards<'a>(index: &'a JourneyIndex<'a>) -> impl Iterator<Item = &'a Card> {
    index.cards.values().flatten().copied()
}
