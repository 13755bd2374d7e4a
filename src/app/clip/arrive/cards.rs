//! Cards come into the focused cell and the cells beside it, as they stood to each other.

use super::{Arriving, Place, alike, takes_text};
use crate::app::actions::following;
use crate::app::{Cell, Selection};
use crate::base::OrderKey;
use crate::model::{Card, CardId, JourneyId, Lane, LaneId, RecordId, Step, StepId};
use std::collections::BTreeMap;

impl Arriving<'_> {
    pub(super) fn cards(&mut self, roots: &[RecordId], place: &Place) -> Option<Selection> {
        let journey = place.journey?;
        let cards: Vec<Card> = roots.iter().filter_map(|root| self.card(*root)).collect();
        let from = self.source.lanes.get(cards.first()?.lane)?.journey;
        let rows: Vec<LaneId> =
            self.source.lanes_of(from).iter().filter(|l| takes_text(l.kind)).map(|l| l.id).collect();
        let columns: Vec<StepId> = self.source.steps_in_journey(from).iter().map(|step| step.id).collect();
        let row = |card: &Card| rows.iter().position(|lane| *lane == card.lane).unwrap_or(0);
        let column = |card: &Card| columns.iter().position(|step| *step == card.step).unwrap_or(0);
        let mut cards: Vec<(usize, usize, Card)> = cards.into_iter().map(|c| (row(&c), column(&c), c)).collect();
        cards.sort_by(|a, b| (a.0, a.1, &a.2.order).cmp(&(b.0, b.1, &b.2.order)));
        let (top, left) = (cards.first()?.0, cards.iter().map(|card| card.1).min()?);

        let lanes = self.lanes_for(journey, place.cell, *rows.get(top)?, &rows, cards.iter().map(|card| card.0));
        let steps = self.steps_for(journey, place.cell, left, &columns, cards.iter().map(|card| card.1));
        let after = place.selected.filter(|record| matches!(record, RecordId::Card(_)));
        let before = after.and_then(|card| following(self.target, card));
        let mut pasted = Vec::new();
        for (row, column, card) in cards {
            let cell = Cell { lane: *lanes.get(&row)?, step: *steps.get(&column)? };
            pasted.push(self.renew(card.id.into()));
            // Not through the table of new ids: lanes of one map may change places here.
            let origin = card.origin.filter(|_| self.returns(card.id.into()));
            let card = Card { lane: cell.lane, step: cell.step, origin, ..card };
            match before.filter(|_| Some(cell) == place.cell) {
                Some(before) => self.placed.push((card.into(), Some(before))),
                None => self.records.push(card.into()),
            }
        }
        let mut selection = Selection::of(pasted);
        selection.focus(place.cell);
        Some(selection)
    }

    fn card(&self, root: RecordId) -> Option<Card> {
        self.source.cards.get(CardId::try_from(root).ok()?).cloned()
    }

    /// The lanes for the rows of copied cards: by name where the first one is the focused lane's, else downwards
    /// from the focused lane, then new ones.
    pub(super) fn lanes_for(
        &mut self,
        journey: JourneyId,
        cell: Option<Cell>,
        top: LaneId,
        rows: &[LaneId],
        used: impl Iterator<Item = usize>,
    ) -> BTreeMap<usize, LaneId> {
        let target = self.target;
        let here: Vec<&Lane> =
            target.lanes_of(journey).into_iter().filter(|lane| !lane.hidden && takes_text(lane.kind)).collect();
        let anchor = cell.and_then(|cell| here.iter().position(|lane| lane.id == cell.lane));
        let top_row = rows.iter().position(|lane| *lane == top).unwrap_or(0);
        let by_name = self.source.lanes.get(top).and_then(|top| alike(&here, top)).map(|lane| lane.id)
            == anchor.and_then(|at| here.get(at)).map(|lane| lane.id);
        let mut lanes = BTreeMap::new();
        for row in used {
            if lanes.contains_key(&row) {
                continue;
            }
            let Some(source) = rows.get(row).and_then(|lane| self.source.lanes.get(*lane)).cloned() else { continue };
            let named = alike(&here, &source).filter(|_| by_name).map(|lane| lane.id);
            let below = || here.get(anchor? + row - top_row).filter(|_| !by_name || row == top_row).map(|lane| lane.id);
            let lane = named.or_else(below).unwrap_or_else(|| self.new_lane(journey, &source, None));
            lanes.insert(row, lane);
        }
        lanes
    }

    /// The steps for the columns of copied cards: from the focused one to the right, then new ones in the last phase.
    pub(super) fn steps_for(
        &mut self,
        journey: JourneyId,
        cell: Option<Cell>,
        left: usize,
        columns: &[StepId],
        used: impl Iterator<Item = usize>,
    ) -> BTreeMap<usize, StepId> {
        let here: Vec<StepId> = self.target.steps_in_journey(journey).iter().map(|step| step.id).collect();
        let anchor = cell.and_then(|cell| here.iter().position(|step| *step == cell.step)).unwrap_or(0);
        let last = used.max().unwrap_or(left);
        let mut steps = BTreeMap::new();
        for column in left..=last {
            let step = here.get(anchor + column - left).copied();
            let source = columns.get(column).copied();
            steps.insert(column, step.unwrap_or_else(|| self.new_step(journey, source)));
        }
        steps
    }

    /// A step at the end of the map, called as the one it stands for.
    pub(super) fn new_step(&mut self, journey: JourneyId, like: Option<StepId>) -> StepId {
        let like = like.and_then(|step| self.source.steps.get(step));
        let name = like.map(|step| step.name.clone()).unwrap_or_default();
        let phase = like.and_then(|step| self.source.phases.get(step.phase)).map(|phase| phase.name.clone());
        let phase = self.last_phase(journey, &phase.unwrap_or_default());
        let step = Step { name, ..Step::new(self.ids.next(), phase, OrderKey::default()) };
        let id = step.id;
        self.placed.push((step.into(), None));
        id
    }
}
