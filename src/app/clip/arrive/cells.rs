//! A block of cells with lanes of cards and lanes of values arrives: cards come into the lanes from the focused one
//! on, emotions, channels and levels into the lanes of their kind, all from the focused step to the right.

use super::{Arriving, Place, alike, takes_text};
use crate::app::clip::carried::CopiedBlock;
use crate::app::{Cell, Selection};
use crate::edit::RecordKind;
use crate::model::{Card, JourneyId, Lane, LaneId, RecordId, StepId};
use std::collections::BTreeMap;

impl Arriving<'_> {
    pub(super) fn cells(&mut self, block: &CopiedBlock, place: &Place) -> Option<(Selection, RecordKind)> {
        let journey = place.journey?;
        let source = self.source;
        let lanes: Vec<Lane> = block.lanes.iter().filter_map(|id| source.lanes.get(*id).cloned()).collect();
        let from = lanes.first()?.journey;
        let columns: Vec<StepId> = source.steps_in_journey(from).iter().map(|step| step.id).collect();
        let used: Vec<usize> =
            block.steps.iter().filter_map(|step| columns.iter().position(|other| other == step)).collect();
        let left = used.iter().copied().min()?;
        let placed = self.steps_for(journey, place.focus, left, &columns, used.iter().copied());
        let steps: BTreeMap<StepId, StepId> =
            used.iter().filter_map(|at| Some((*columns.get(*at)?, *placed.get(at)?))).collect();
        let cards = self.cards_of_block(journey, &lanes, &steps, place);
        for lane in lanes.iter().filter(|lane| !takes_text(lane.kind)) {
            self.lane_for(journey, lane, None);
            self.take_values(lane.kind.form(), journey, &steps);
        }
        let kind = if cards.is_empty() { RecordKind::Step } else { RecordKind::Card };
        let mut selection = Selection::of(cards);
        selection.focus(place.focus);
        Some((selection, kind))
    }

    fn cards_of_block(
        &mut self,
        journey: JourneyId,
        lanes: &[Lane],
        steps: &BTreeMap<StepId, StepId>,
        place: &Place,
    ) -> Vec<RecordId> {
        let source = self.source;
        let rows: Vec<LaneId> = lanes.iter().filter(|lane| takes_text(lane.kind)).map(|lane| lane.id).collect();
        let Some(top) = rows.first().copied() else { return Vec::new() };
        let focus = self.focus_for_cards(journey, lanes, top, place);
        let here = self.lanes_for(journey, focus, top, &rows, 0..rows.len());
        let mut pasted = Vec::new();
        for (row, lane) in rows.iter().enumerate() {
            let mut cards: Vec<&Card> =
                source.cards.iter().filter(|card| card.lane == *lane && steps.contains_key(&card.step)).collect();
            cards.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
            for card in cards {
                let (Some(lane), Some(step)) = (here.get(&row), steps.get(&card.step)) else { continue };
                pasted.push(self.renew(card.id.into()));
                let origin = card.origin.filter(|_| self.returns(card.id.into()));
                self.records.push(Card { lane: *lane, step: *step, origin, ..card.clone() }.into());
            }
        }
        pasted
    }

    /// Where the first lane of cards goes: to the focused lane where the block begins with it, else to its like.
    fn focus_for_cards(&self, journey: JourneyId, lanes: &[Lane], top: LaneId, place: &Place) -> Option<Cell> {
        let focus = place.focus?;
        let focused_takes_cards = self.target.lanes.get(focus.lane).is_some_and(|lane| takes_text(lane.kind));
        if focused_takes_cards && lanes.first().is_some_and(|lane| lane.id == top) {
            return Some(focus);
        }
        let like = self.source.lanes.get(top)?;
        let lane = alike(&self.target.lanes_of(journey), like).map_or(focus.lane, |lane| lane.id);
        Some(Cell { lane, ..focus })
    }
}
