//! Lanes come below the selected one; what stands in them finds its steps by their names, else by their place.

use super::{Arriving, Place, alike, takes_text};
use crate::app::Selection;
use crate::app::actions::following;
use crate::import::table::folded;
use crate::model::{
    AnyRecord, Card, JourneyId, Lane, LaneForm, LaneId, Mark, MarkSource, PersonaId, RecordId, Step, StepId,
};
use std::collections::BTreeMap;

impl Arriving<'_> {
    pub(super) fn lanes(&mut self, roots: &[RecordId], place: &Place) -> Option<Selection> {
        let journey = place.journey?;
        let lanes: Vec<Lane> =
            roots.iter().filter_map(|root| self.source.lanes.get(LaneId::try_from(*root).ok()?).cloned()).collect();
        let from = lanes.first()?.journey;
        let steps = self.matched_steps(from, journey, &lanes);
        let before = place.lane.and_then(|lane| following(self.target, lane.into()));
        let mut taken = Vec::new();
        for lane in &lanes {
            let here = self.lane_for(journey, lane, before);
            taken.push(RecordId::from(here));
            if takes_text(lane.kind) {
                self.take_cards(lane.id, here, &steps);
            } else {
                self.take_values(lane.kind.form(), journey, &steps);
            }
        }
        Some(Selection::of(taken))
    }

    /// A lane like it that is empty is filled; a lane of values is there once; else a new one.
    pub(super) fn lane_for(&mut self, journey: JourneyId, lane: &Lane, before: Option<RecordId>) -> LaneId {
        let target = self.target;
        let is_empty = |id: LaneId| !target.cards.iter().any(|card| card.lane == id);
        let here = alike(&target.lanes_of(journey), lane).filter(|here| !takes_text(here.kind) || is_empty(here.id));
        match here {
            Some(here) => {
                if here.hidden {
                    self.edits.push(Lane { hidden: false, ..here.clone() }.into());
                }
                here.id
            }
            None => self.new_lane(journey, &Lane { hidden: false, ..lane.clone() }, before),
        }
    }

    fn take_cards(&mut self, lane: LaneId, here: LaneId, steps: &BTreeMap<StepId, StepId>) {
        let mut cards: Vec<Card> = self.source.cards.iter().filter(|card| card.lane == lane).cloned().collect();
        cards.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
        for card in cards {
            let Some(step) = steps.get(&card.step) else { continue };
            self.renew(card.id.into());
            self.records.push(Card { lane: here, step: *step, origin: None, ..card }.into());
        }
    }

    /// Emotions, channels and levels belong to the steps: they are set there.
    pub(super) fn take_values(&mut self, form: LaneForm, journey: JourneyId, steps: &BTreeMap<StepId, StepId>) {
        for (from, to) in steps {
            if form == LaneForm::Curves {
                self.take_marks(*from, *to, journey);
                continue;
            }
            let (Some(source), Some(target)) = (self.source.steps.get(*from).cloned(), self.step_here(*to)) else {
                continue;
            };
            let step = with_values(form, target.clone(), &source);
            if step != target {
                self.put_step(step);
            }
        }
    }

    fn take_marks(&mut self, from: StepId, to: StepId, journey: JourneyId) {
        let marks: Vec<Mark> = self.source.marks.iter().filter(|mark| mark.step == from).cloned().collect();
        let lead = self.target.journeys.get(journey).and_then(|journey| journey.personas.first().copied());
        for mark in marks {
            let (persona, source) = self.whose(&mark);
            let is_same = |other: &&Mark| {
                other.step == to && other.source == source && other.persona.or(lead) == persona.or(lead)
            };
            if let Some(there) = self.target.marks.iter().find(is_same).cloned() {
                self.edits.push(Mark { value: mark.value, word: mark.word, ..there }.into());
            } else {
                self.renew(mark.id.into());
                self.records.push(Mark { step: to, ..mark }.into());
            }
        }
    }

    /// Whose emotion it is and who says so, as they are called here.
    fn whose(&self, mark: &Mark) -> (Option<PersonaId>, MarkSource) {
        let persona = mark.persona.map(|id| self.here(id.into()).and_then(|id| id.try_into().ok()).unwrap_or(id));
        let source = match mark.source {
            MarkSource::Believed(id) => {
                MarkSource::Believed(self.here(id.into()).and_then(|id| id.try_into().ok()).unwrap_or(id))
            }
            other => other,
        };
        (persona, source)
    }

    /// A step of the document as it will be.
    fn step_here(&self, id: StepId) -> Option<Step> {
        let of = |record: &AnyRecord| match record {
            AnyRecord::Step(step) if step.id == id => Some(step.clone()),
            _ => None,
        };
        let arriving = self.edits.iter().rev().chain(self.placed.iter().map(|(record, _)| record)).find_map(of);
        arriving.or_else(|| self.target.steps.get(id).cloned())
    }

    fn put_step(&mut self, step: Step) {
        let arriving = self.placed.iter_mut().map(|(record, _)| record).chain(&mut self.edits);
        match arriving.into_iter().find(|record| record.id() == step.id.into()) {
            Some(record) => *record = step.into(),
            None => self.edits.push(step.into()),
        }
    }

    /// Where what stood in each step goes. Where at least half of the steps are here by name, the others come along;
    /// where they are not, the first is the first.
    fn matched_steps(&mut self, from: JourneyId, to: JourneyId, lanes: &[Lane]) -> BTreeMap<StepId, StepId> {
        let source: Vec<Step> = self.source.steps_in_journey(from).into_iter().cloned().collect();
        let here: Vec<Step> = self.target.steps_in_journey(to).into_iter().cloned().collect();
        let named = |step: &Step| {
            let same = here.iter().find(|other| other.id == step.id);
            let name = folded(&step.name);
            same.or_else(|| here.iter().find(|other| !name.is_empty() && folded(&other.name) == name)).map(|s| s.id)
        };
        let used: Vec<bool> = source.iter().map(|step| self.is_used(step.id, lanes)).collect();
        let wanted: Vec<&Step> = source.iter().zip(&used).filter(|(_, used)| **used).map(|(step, _)| step).collect();
        let found = wanted.iter().filter(|step| named(step).is_some()).count();
        let by_name = found * 2 >= wanted.len();
        let mut steps = BTreeMap::new();
        for (at, step) in source.iter().enumerate().filter(|(at, _)| used.get(*at) == Some(&true)) {
            let there = if by_name { named(step) } else { here.get(at).map(|step| step.id) };
            steps.insert(step.id, there.unwrap_or_else(|| self.new_step(to, Some(step.id))));
        }
        steps
    }

    /// Whether one of the lanes has something in a step.
    fn is_used(&self, step: StepId, lanes: &[Lane]) -> bool {
        let source = self.source;
        lanes.iter().any(|lane| match lane.kind.form() {
            LaneForm::Cards | LaneForm::Speech => source.cards.iter().any(|c| c.lane == lane.id && c.step == step),
            LaneForm::Curves => source.marks.iter().any(|mark| mark.step == step),
            form => source.steps.get(step).is_some_and(|step| {
                let bare = Step::new(step.id, step.phase, step.order.clone());
                with_values(form, bare.clone(), step) != bare
            }),
        })
    }
}

/// A step with what a lane of this form shows of another one.
fn with_values(form: LaneForm, mut step: Step, from: &Step) -> Step {
    match form {
        LaneForm::Touchpoints => {
            let missing = from.touchpoint.channels.iter().filter(|channel| !step.touchpoint.channels.contains(channel));
            let missing: Vec<_> = missing.copied().collect();
            step.touchpoint.channels.extend(missing);
            step.touchpoint.moment_of_truth |= from.touchpoint.moment_of_truth;
        }
        LaneForm::Bars if from.touchpoint.engagement > 0 => step.touchpoint.engagement = from.touchpoint.engagement,
        LaneForm::Owners if from.touchpoint.owner.is_some() => step.touchpoint.owner = from.touchpoint.owner,
        LaneForm::ExperienceValues if from.experience != crate::model::ExperienceValues::default() => {
            step.experience = from.experience;
        }
        LaneForm::Pictures if from.picture.is_some() => step.picture.clone_from(&from.picture),
        _ => {}
    }
    step
}
