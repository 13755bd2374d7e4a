//! Steps and phases come after the selected ones, with their cards, emotions, handoffs and ways.

use super::{Arriving, Place};
use crate::app::Selection;
use crate::app::actions::following;
use crate::model::{AnyRecord, JourneyId, LaneId, Mark, MarkSource, PersonaId, RecordId, StepId};
use std::collections::BTreeSet;

impl Arriving<'_> {
    pub(super) fn steps(&mut self, roots: &[RecordId], place: &Place) -> Option<Selection> {
        let journey = place.journey?;
        let name = roots.first().and_then(|root| self.phase_name(*root)).unwrap_or_default();
        let phase = place.phase.unwrap_or_else(|| self.last_phase(journey, &name));
        let before = place.step.and_then(|step| following(self.target, step.into()));
        let phases: Vec<_> = self.source.phases.iter().map(|phase| phase.id).collect();
        for other in phases {
            self.map(other, phase);
        }
        let taken: Vec<RecordId> = roots.iter().filter_map(|root| self.take(*root, before)).collect();
        self.join(journey);
        Some(Selection::of(taken))
    }

    pub(super) fn phases(&mut self, roots: &[RecordId], place: &Place) -> Option<Selection> {
        let journey = place.journey?;
        let before = place.phase.and_then(|phase| following(self.target, phase.into()));
        let taken: Vec<RecordId> = roots.iter().filter_map(|root| self.take(*root, before)).collect();
        self.join(journey);
        Some(Selection::of(taken))
    }

    fn phase_name(&self, root: RecordId) -> Option<String> {
        let step = self.source.steps.get(StepId::try_from(root).ok()?)?;
        Some(self.source.phases.get(step.phase)?.name.clone())
    }

    /// Steps that were taken become part of a journey: their cards find its lanes, their emotions its persona.
    fn join(&mut self, journey: JourneyId) {
        let from: BTreeSet<JourneyId> = self.source.phases.iter().map(|phase| phase.journey).collect();
        for other in &from {
            self.map(*other, journey);
        }
        self.take_ways();
        let lanes: BTreeSet<LaneId> = self.records.iter().filter_map(lane_of).collect();
        let in_order: Vec<LaneId> = from.iter().flat_map(|j| self.source.lanes_of(*j)).map(|lane| lane.id).collect();
        for lane in in_order.into_iter().filter(|lane| lanes.contains(lane)) {
            if let Some(here) = self.lane_like(journey, lane) {
                self.map(lane, here);
            }
        }
        self.tell_marks_apart(journey);
        self.forget_origins();
    }

    /// The handoffs and ways between steps that were copied one by one.
    fn take_ways(&mut self) {
        let known: BTreeSet<RecordId> = self.records.iter().map(AnyRecord::id).collect();
        let both =
            |from: StepId, to: StepId| self.new_ids.contains_key(&from.into()) && self.new_ids.contains_key(&to.into());
        let handoffs = self.source.handoffs.iter().filter(|h| both(h.from, h.to)).cloned().map(AnyRecord::from);
        let links = self.source.links.iter().filter(|l| both(l.from, l.to)).cloned().map(AnyRecord::from);
        let ways: Vec<AnyRecord> = handoffs.chain(links).filter(|way| !known.contains(&way.id())).collect();
        for way in ways {
            self.renew(way.id());
            self.records.push(way);
        }
    }

    /// "No persona" means the journey's first one. Where that one comes along by name too, both would be one mark:
    /// the nameless one then gets the name that it had.
    fn tell_marks_apart(&mut self, journey: JourneyId) {
        let lead = self.target.journeys.get(journey).and_then(|journey| journey.personas.first().copied());
        let named: BTreeSet<(StepId, MarkSource)> =
            self.marks().filter(|mark| mark.persona.is_some()).map(|mark| (mark.step, mark.source)).collect();
        let source = self.source;
        let first_of = |step: StepId| -> Option<PersonaId> {
            source.journeys.get(source.journey_of_step(step)?)?.personas.first().copied()
        };
        for record in &mut self.records {
            if let AnyRecord::Mark(mark) = record
                && mark.persona.is_none()
                && lead != first_of(mark.step)
                && named.contains(&(mark.step, mark.source))
            {
                mark.persona = first_of(mark.step);
            }
        }
    }

    fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.records.iter().filter_map(|record| if let AnyRecord::Mark(mark) = record { Some(mark) } else { None })
    }

    /// What stands for something of an as-is does so once.
    fn forget_origins(&mut self) {
        let placed = self.placed.iter_mut().map(|(record, _)| record);
        for record in placed.chain(&mut self.records) {
            match record {
                AnyRecord::Phase(r) => r.origin = None,
                AnyRecord::Step(r) => r.origin = None,
                AnyRecord::Card(r) => r.origin = None,
                _ => {}
            }
        }
    }
}

fn lane_of(record: &AnyRecord) -> Option<LaneId> {
    if let AnyRecord::Card(card) = record { Some(card.lane) } else { None }
}
