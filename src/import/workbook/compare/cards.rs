//! The cards of a journey. They have no ids in their cells: a card is found again by its text, in its cell, then
//! anywhere, then by what is most like it in its cell.

use super::map::Frame;
use super::{Comparing, Texts};
use crate::base::OrderKey;
use crate::edit::RecordKind;
use crate::feedback::likeness;
use crate::i18n::domain::lane_name;
use crate::import::workbook::carried::{CarriedCard, CarriedMap, tidy};
use crate::import::workbook::change::{Deed, Edit};
use crate::import::workbook::order::unmoved;
use crate::model::{Card, CardId, LaneId, StepId};
use std::collections::{BTreeMap, VecDeque};

/// Texts that are less alike than this are two cards.
const ALIKE: f64 = 0.45;
/// In a cell with more cards than this only equal texts are looked for.
const MOST_COMPARED: usize = 60;

type Cell = (Option<LaneId>, Option<StepId>);

impl Comparing<'_> {
    pub(super) fn cards(&mut self, base: &CarriedMap, theirs: &CarriedMap, frame: &Frame) {
        let pairs = pairs(base, theirs);
        let mut slots: Vec<Option<(CardId, Option<usize>)>> = Vec::new();
        let cells: Vec<(usize, usize)> = theirs.cards.iter().map(|card| (card.lane, card.step)).collect();
        let stays = stays(base, theirs, &pairs);
        for (at, card) in theirs.cards.iter().enumerate() {
            let before = (0..at).rev().take_while(|other| cells[*other] == cells[at]);
            let after: Vec<CardId> = before.filter_map(|other| slots[other].map(|(id, _)| id)).collect();
            let slot = match pairs[at] {
                Some(old) => self.kept(base, theirs, (old, at), frame, (after, stays[at])),
                None => self.added_card(theirs, card, frame, after),
            };
            slots.push(slot);
        }
        let used: std::collections::BTreeSet<usize> = pairs.iter().flatten().copied().collect();
        for card in base
            .cards
            .iter()
            .enumerate()
            .filter(|(at, _)| !used.contains(at))
            .map(|(_, card)| card.clone())
            .collect::<Vec<_>>()
        {
            self.removed_card(base, theirs, &card);
        }
    }

    fn kept(
        &mut self,
        base: &CarriedMap,
        theirs: &CarriedMap,
        (old, at): (usize, usize),
        frame: &Frame,
        (after, stays): (Vec<CardId>, bool),
    ) -> Option<(CardId, Option<usize>)> {
        let (old, card) = (&base.cards[old], &theirs.cards[at]);
        let id = old.id?;
        let place = self.at(&theirs.lanes[card.lane].title, &theirs.steps[card.step].name);
        let is_moved = cell_of(base, old) != cell_of(theirs, card);
        let Some(current) = self.project.cards.get(id).cloned() else {
            if is_moved || old.text != card.text {
                self.gone(&card.text);
            }
            return None;
        };
        let now = tidy(&current.text);
        let texts = Texts { base: &old.text, theirs: &card.text, now: &now };
        self.changed(RecordKind::Card, &place, &texts, Edit::Name(id.into(), card.text.clone()));
        if is_moved || !stays {
            self.moved(base, theirs, (old, card), frame, (id, current, after));
        }
        Some((id, None))
    }

    fn moved(
        &mut self,
        base: &CarriedMap,
        theirs: &CarriedMap,
        (old, card): (&CarriedCard, &CarriedCard),
        frame: &Frame,
        (id, current, after): (CardId, Card, Vec<CardId>),
    ) {
        let (lane, step) = (frame.lanes[card.lane], frame.steps[card.step]);
        let Some((lane_id, step_id)) = lane.id.zip(step.id) else { return self.gone(&card.text) };
        let there = self.at(&theirs.lanes[card.lane].title, &theirs.steps[card.step].name);
        let from = self.at(&base.lanes[old.lane].title, &base.steps[old.step].name);
        let is_in_place = (current.lane, current.step) == (lane_id, step_id);
        let was = (base.lanes[old.lane].id, base.steps[old.step].id);
        if is_in_place && was != (Some(lane_id), Some(step_id)) {
            return;
        }
        let edit = Edit::MoveCard(id, lane_id, step_id, after);
        let moved = self.push(Deed::Moved, RecordKind::Card, &card.text, [&from, &there], edit);
        if was != (Some(current.lane), Some(current.step)) {
            let name = |lane: Option<&crate::model::Lane>| {
                lane.map(|l| lane_name(l, self.lang)).unwrap_or_default().to_owned()
            };
            let lane = name(self.project.lanes.get(current.lane));
            let step = self.project.steps.get(current.step).map(|step| step.name.clone()).unwrap_or_default();
            self.changes[moved].now = Some(self.at(&lane, &step));
        }
        let needs = lane.needs().chain(step.needs());
        self.changes[moved].needs.extend(needs);
    }

    fn added_card(
        &mut self,
        theirs: &CarriedMap,
        card: &CarriedCard,
        frame: &Frame,
        after: Vec<CardId>,
    ) -> Option<(CardId, Option<usize>)> {
        let (lane, step) = (frame.lanes[card.lane], frame.steps[card.step]);
        let Some((lane_id, step_id)) = lane.id.zip(step.id) else {
            self.gone(&card.text);
            return None;
        };
        // Somebody may have added the same meanwhile.
        let is_there = self
            .project
            .cards_in(lane_id, step_id)
            .iter()
            .any(|known| tidy(&known.text) == card.text && !self.is_carried(known.id));
        if is_there {
            return None;
        }
        let id = self.ids.next();
        let place = self.at(&theirs.lanes[card.lane].title, &theirs.steps[card.step].name);
        let extra_span = card.extra_span.try_into().unwrap_or(0);
        let new = Card { text: card.text.clone(), extra_span, ..Card::new(id, lane_id, step_id, OrderKey::default()) };
        let edit = Edit::AddCard(Box::new(new), after);
        let added = self.push(Deed::Added, RecordKind::Card, &place, ["", &card.text], edit);
        self.changes[added].needs.extend(lane.needs().chain(step.needs()));
        Some((id, Some(added)))
    }

    /// Whether a card was in the workbook when it went out.
    fn is_carried(&self, id: CardId) -> bool {
        self.base.maps.iter().flat_map(|map| &map.cards).any(|card| card.id == Some(id))
    }

    fn removed_card(&mut self, base: &CarriedMap, theirs: &CarriedMap, card: &CarriedCard) {
        let Some(current) = card.id.and_then(|id| self.project.cards.get(id)).cloned() else { return };
        // What goes with its step or lane goes with it, unless the team put it elsewhere meanwhile.
        let (lane, step) = (base.lanes[card.lane].id, base.steps[card.step].id);
        let is_left = theirs.lanes.iter().any(|other| other.id == lane) && theirs.steps.iter().any(|s| s.id == step);
        if !is_left {
            return;
        }
        let place = self.at(&base.lanes[card.lane].title, &base.steps[card.step].name);
        let now = tidy(&current.text);
        let texts = Texts { base: &card.text, theirs: "", now: &now };
        self.remove(RecordKind::Card, &place, &texts, Edit::Remove(current.id.into()));
    }
}

fn cell_of(map: &CarriedMap, card: &CarriedCard) -> Cell {
    (map.lanes[card.lane].id, map.steps[card.step].id)
}

/// The card that each one was when the workbook went out.
fn pairs(base: &CarriedMap, theirs: &CarriedMap) -> Vec<Option<usize>> {
    let mut pairs = vec![None; theirs.cards.len()];
    let mut used = vec![false; base.cards.len()];
    by_key(base, theirs, (&mut pairs, &mut used), |map, card| (cell_of(map, card), card.text.clone()));
    by_key(base, theirs, (&mut pairs, &mut used), |_, card| card.text.clone());
    in_cells(base, theirs, &mut pairs, &mut used);
    pairs
}

/// Pairs what is not paired yet and has the same key, in order. New lanes and steps have no counterpart.
fn by_key<K: Ord>(
    base: &CarriedMap,
    theirs: &CarriedMap,
    (pairs, used): (&mut [Option<usize>], &mut [bool]),
    key: impl Fn(&CarriedMap, &CarriedCard) -> K,
) {
    let mut free: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
    for (at, card) in base.cards.iter().enumerate().filter(|(at, _)| !used[*at]) {
        free.entry(key(base, card)).or_default().push_back(at);
    }
    for (at, card) in theirs.cards.iter().enumerate() {
        if pairs[at].is_none() {
            pairs[at] = free.get_mut(&key(theirs, card)).and_then(VecDeque::pop_front);
            if let Some(old) = pairs[at] {
                used[old] = true;
            }
        }
    }
}

/// Pairs what is left in a cell: by likeness, then what is left by its place where nothing was added or removed.
fn in_cells(base: &CarriedMap, theirs: &CarriedMap, pairs: &mut [Option<usize>], used: &mut [bool]) {
    let mut cells: BTreeMap<Cell, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, card) in base.cards.iter().enumerate().filter(|(at, _)| !used[*at]) {
        cells.entry(cell_of(base, card)).or_default().0.push(at);
    }
    for (at, card) in theirs.cards.iter().enumerate().filter(|(at, _)| pairs[*at].is_none()) {
        cells.entry(cell_of(theirs, card)).or_default().1.push(at);
    }
    for ((lane, step), (mut old, mut new)) in cells {
        if lane.is_none() || step.is_none() || old.len().max(new.len()) > MOST_COMPARED {
            continue;
        }
        let like = |old: usize, new: usize| likeness(&base.cards[old].text, &theirs.cards[new].text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        while let Some(best) = best_pair(&old, &new, &like) {
            found.push(best);
            old.retain(|at| *at != best.0);
            new.retain(|at| *at != best.1);
        }
        if old.len() == new.len() {
            found.extend(old.into_iter().zip(new));
        }
        for (old, new) in found {
            (pairs[new], used[old]) = (Some(old), true);
        }
    }
}

fn best_pair(old: &[usize], new: &[usize], like: &dyn Fn(usize, usize) -> f64) -> Option<(usize, usize)> {
    let all = old.iter().flat_map(|old| new.iter().map(move |new| (*old, *new)));
    let scored = all.map(|(old, new)| (like(old, new), old, new)).filter(|(score, ..)| *score >= ALIKE);
    let best = scored.fold(None, |best: Option<(f64, usize, usize)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    best.map(|(_, old, new)| (old, new))
}

/// Which cards stand among those of their cell as they did.
fn stays(base: &CarriedMap, theirs: &CarriedMap, pairs: &[Option<usize>]) -> Vec<bool> {
    let mut stays = vec![true; theirs.cards.len()];
    let mut cells: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for (at, card) in theirs.cards.iter().enumerate() {
        if let Some(old) = pairs[at].filter(|old| cell_of(base, &base.cards[*old]) == cell_of(theirs, card)) {
            cells.entry((card.lane, card.step)).or_default().push((at, old));
        }
    }
    for cards in cells.values() {
        let places: Vec<usize> = cards.iter().map(|(_, old)| *old).collect();
        for ((at, _), is_still) in cards.iter().zip(unmoved(&places)) {
            stays[*at] = is_still;
        }
    }
    stays
}
