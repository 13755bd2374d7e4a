//! Where things without a parent go: lost parents made anew under their old id, in the journey that what
//! belongs to them points at.

use super::{
    CardId, Department, Journey, JourneyId, Lane, LaneId, LaneKind, Persona, PersonaKind, Phase, PhaseId, Project,
    RecordId, Step, StepId,
};
use crate::base::{Id, OrderKey};
use std::collections::BTreeMap;

/// The name of what repair makes, in both languages: the document knows none.
pub const UNASSIGNED: &str = "未割当 Unassigned";

/// What is known about the place of lost parents, gathered in one pass.
pub(super) struct Adoption {
    journey_of_step: BTreeMap<StepId, JourneyId>,
    journey_of_phase: BTreeMap<PhaseId, JourneyId>,
    journey_of_lane: BTreeMap<LaneId, JourneyId>,
    lanes: BTreeMap<(JourneyId, LaneKind, String), LaneId>,
    /// The last order key among the children of a parent.
    last_phase: BTreeMap<JourneyId, OrderKey>,
    last_lane: BTreeMap<JourneyId, OrderKey>,
    last_step: BTreeMap<PhaseId, OrderKey>,
    last_journey: Option<OrderKey>,
    last_department: Option<OrderKey>,
    last_persona: Option<OrderKey>,
    first_journey: Option<JourneyId>,
}

impl Adoption {
    /// Linear in the records of the project.
    pub(super) fn new(project: &Project) -> Self {
        let (mut journey_of_step, mut journey_of_lane) = (BTreeMap::new(), BTreeMap::new());
        for card in project.cards.iter() {
            if let Some(lane) = project.lanes.get(card.lane) {
                journey_of_step.entry(card.step).or_insert(lane.journey);
            }
            if let Some(journey) = project.journey_of_step(card.step) {
                journey_of_lane.entry(card.lane).or_insert(journey);
            }
        }
        for (a, b) in
            project.handoffs.iter().map(|h| (h.from, h.to)).chain(project.links.iter().map(|l| (l.from, l.to)))
        {
            for (lost, other) in [(a, b), (b, a)] {
                if let Some(journey) = project.journey_of_step(other) {
                    journey_of_step.entry(lost).or_insert(journey);
                }
            }
        }
        let mut journey_of_phase = BTreeMap::new();
        for step in project.steps.iter() {
            if let Some(journey) = journey_of_step.get(&step.id) {
                journey_of_phase.entry(step.phase).or_insert(*journey);
            }
        }
        Self {
            journey_of_step,
            journey_of_phase,
            journey_of_lane,
            lanes: project.lanes.iter().map(|l| ((l.journey, l.kind, l.title.clone()), l.id)).collect(),
            last_phase: last(project.phases.iter().map(|phase| (phase.journey, &phase.order))),
            last_lane: last(project.lanes.iter().map(|lane| (lane.journey, &lane.order))),
            last_step: last(project.steps.iter().map(|step| (step.phase, &step.order))),
            last_journey: project.journeys.iter().map(|journey| &journey.order).max().cloned(),
            last_department: project.departments.iter().map(|department| &department.order).max().cloned(),
            last_persona: project.personas.iter().map(|persona| &persona.order).max().cloned(),
            first_journey: project.journeys_in_order().first().map(|journey| journey.id),
        }
    }

    /// Makes a missing parent anew; `false` when it is there or nothing can be made of it.
    pub(super) fn recreate(&mut self, project: &mut Project, parent: RecordId) -> bool {
        if project.contains(parent) {
            return false;
        }
        let name = UNASSIGNED.to_owned();
        match parent {
            RecordId::Journey(id) => self.add_journey(project, id),
            RecordId::Phase(id) => {
                let journey = self.existing(project, self.journey_of_phase.get(&id).copied());
                self.add_phase(project, id, journey);
            }
            RecordId::Step(id) => {
                let journey = self.existing(project, self.journey_of_step.get(&id).copied());
                let phase = self.shelter(project, journey);
                let order = after(&mut self.last_step, phase);
                project.steps.put(Step { name, ..Step::new(id, phase, order) });
            }
            RecordId::Lane(id) => {
                let journey = self.existing(project, self.journey_of_lane.get(&id).copied());
                self.add_lane(project, id, journey);
            }
            RecordId::Department(id) => {
                let order = next(&mut self.last_department);
                project.departments.put(Department { name, ..Department::new(id, order) });
            }
            RecordId::Persona(id) => {
                let order = next(&mut self.last_persona);
                project.personas.put(Persona { name, ..Persona::new(id, order, PersonaKind::default()) });
            }
            _ => return false,
        }
        true
    }

    /// Moves a card to a lane of its step's journey: one of the same kind and title, or a new one.
    pub(super) fn bring_home(&mut self, project: &mut Project, card: CardId) -> Option<LaneId> {
        let card = project.cards.get(card)?.clone();
        let journey = project.journey_of_step(card.step)?;
        let old = project.lanes.get(card.lane)?.clone();
        let lane = if let Some(lane) = self.lanes.get(&(journey, old.kind, old.title.clone())) {
            *lane
        } else {
            let id = free(journey.bits(), |id| project.lanes.contains(id));
            let order = after(&mut self.last_lane, journey);
            project.lanes.put(Lane { title: old.title.clone(), ..Lane::new(id, journey, order, old.kind) });
            self.lanes.insert((journey, old.kind, old.title), id);
            id
        };
        project.cards.change(card.id, |card| card.lane = lane);
        Some(lane)
    }

    fn existing(&mut self, project: &mut Project, guess: Option<JourneyId>) -> JourneyId {
        if let Some(journey) = guess.filter(|id| project.journeys.contains(*id)).or(self.first_journey) {
            return journey;
        }
        let id = free(0, |id| project.journeys.contains(id));
        self.add_journey(project, id);
        id
    }

    fn add_journey(&mut self, project: &mut Project, id: JourneyId) {
        let order = next(&mut self.last_journey);
        project.journeys.put(Journey { title: UNASSIGNED.to_owned(), ..Journey::new(id, order) });
        self.first_journey = self.first_journey.or(Some(id));
    }

    fn add_phase(&mut self, project: &mut Project, id: PhaseId, journey: JourneyId) {
        let order = after(&mut self.last_phase, journey);
        project.phases.put(Phase { name: UNASSIGNED.to_owned(), ..Phase::new(id, journey, order) });
    }

    fn add_lane(&mut self, project: &mut Project, id: LaneId, journey: JourneyId) {
        let order = after(&mut self.last_lane, journey);
        let title = UNASSIGNED.to_owned();
        project.lanes.put(Lane { title, ..Lane::new(id, journey, order, LaneKind::Custom) });
    }

    /// The phase of a journey that takes its lost steps. Its id follows from the journey's, so that two
    /// people who open the same damaged file get the same phase.
    fn shelter(&mut self, project: &mut Project, journey: JourneyId) -> PhaseId {
        let is_other = |id| project.phases.get(id).is_some_and(|p| p.journey != journey || p.name != UNASSIGNED);
        let id = free(journey.bits(), is_other);
        if !project.phases.contains(id) {
            self.add_phase(project, id, journey);
        }
        id
    }
}

fn last<'a, P: Ord>(children: impl Iterator<Item = (P, &'a OrderKey)>) -> BTreeMap<P, OrderKey> {
    let mut last = BTreeMap::new();
    for (parent, order) in children {
        let highest = last.entry(parent).or_insert_with(|| order.clone());
        if *highest < *order {
            *highest = order.clone();
        }
    }
    last
}

fn next(last: &mut Option<OrderKey>) -> OrderKey {
    let order = OrderKey::between(last.as_ref(), None);
    *last = Some(order.clone());
    order
}

fn after<P: Ord>(last: &mut BTreeMap<P, OrderKey>, parent: P) -> OrderKey {
    let order = OrderKey::between(last.get(&parent), None);
    last.insert(parent, order.clone());
    order
}

/// The first id from `bits` on that is not taken.
fn free<K>(bits: u64, is_taken: impl Fn(Id<K>) -> bool) -> Id<K> {
    let mut id = Id::from_bits(bits);
    while is_taken(id) {
        id = Id::from_bits(id.bits().wrapping_add(1));
    }
    id
}
