//! Questions to the project. Everything comes back in the order a person sees.

use super::{
    Card, Channel, Continuity, DataSet, Department, Handoff, Journey, JourneyId, Lane, LaneId, Link, Mark, MarkSource,
    Persona, PersonaId, Phase, PhaseId, Project, Record, SavedView, Step, StepId, Table,
};
use crate::base::OrderKey;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

fn in_order<T: Record>(table: &Table<T>, order: impl Fn(&T) -> &OrderKey, filter: impl Fn(&T) -> bool) -> Vec<&T> {
    let mut rows: Vec<&T> = table.iter().filter(|row| filter(row)).collect();
    // Two colleagues may have given the same key: the id decides, so that everybody sees one order.
    rows.sort_by(|a, b| order(a).cmp(order(b)).then(a.id().cmp(&b.id())));
    rows
}

impl Project {
    /// All departments.
    #[must_use]
    pub fn departments_in_order(&self) -> Vec<&Department> {
        in_order(&self.departments, |d| &d.order, |_| true)
    }

    /// All channels.
    #[must_use]
    pub fn channels_in_order(&self) -> Vec<&Channel> {
        in_order(&self.channels, |c| &c.order, |_| true)
    }

    /// All personas.
    #[must_use]
    pub fn personas_in_order(&self) -> Vec<&Persona> {
        in_order(&self.personas, |p| &p.order, |_| true)
    }

    /// All journeys.
    #[must_use]
    pub fn journeys_in_order(&self) -> Vec<&Journey> {
        in_order(&self.journeys, |j| &j.order, |_| true)
    }

    /// All data sets.
    #[must_use]
    pub fn data_sets_in_order(&self) -> Vec<&DataSet> {
        in_order(&self.data_sets, |d| &d.order, |_| true)
    }

    /// All saved views.
    #[must_use]
    pub fn views_in_order(&self) -> Vec<&SavedView> {
        in_order(&self.views, |v| &v.order, |_| true)
    }

    /// The phases of a journey.
    #[must_use]
    pub fn phases_of(&self, journey: JourneyId) -> Vec<&Phase> {
        in_order(&self.phases, |p| &p.order, |p| p.journey == journey)
    }

    /// The lanes of a journey, hidden ones too.
    #[must_use]
    pub fn lanes_of(&self, journey: JourneyId) -> Vec<&Lane> {
        in_order(&self.lanes, |l| &l.order, |l| l.journey == journey)
    }

    /// The steps of a phase.
    #[must_use]
    pub fn steps_of(&self, phase: PhaseId) -> Vec<&Step> {
        in_order(&self.steps, |s| &s.order, |s| s.phase == phase)
    }

    /// The steps of a journey from left to right.
    #[must_use]
    pub fn steps_in_journey(&self, journey: JourneyId) -> Vec<&Step> {
        let phases = self.phases_of(journey);
        let mut steps = self.steps_by_phase();
        phases.into_iter().flat_map(|phase| steps.remove(&phase.id).unwrap_or_default()).collect()
    }

    fn steps_by_phase(&self) -> BTreeMap<PhaseId, Vec<&Step>> {
        let mut steps: BTreeMap<PhaseId, Vec<&Step>> = BTreeMap::new();
        for step in in_order(&self.steps, |s| &s.order, |_| true) {
            steps.entry(step.phase).or_default().push(step);
        }
        steps
    }

    /// The journey a step belongs to.
    #[must_use]
    pub fn journey_of_step(&self, step: StepId) -> Option<JourneyId> {
        let phase = self.steps.get(step)?.phase;
        Some(self.phases.get(phase)?.journey)
    }

    /// The cards of a cell from top to bottom.
    #[must_use]
    pub fn cards_in(&self, lane: LaneId, step: StepId) -> Vec<&Card> {
        in_order(&self.cards, |c| &c.order, |c| c.lane == lane && c.step == step)
    }

    /// The mark of a step for a persona from a source.
    #[must_use]
    pub fn mark_of(&self, step: StepId, persona: Option<PersonaId>, source: MarkSource) -> Option<&Mark> {
        self.marks.iter().find(|m| m.step == step && m.persona == persona && m.source == source)
    }

    /// What was agreed that a persona feels on a journey, step by step.
    #[must_use]
    pub fn feelings(&self, journey: JourneyId, persona: PersonaId) -> Feelings {
        let leads = self.journeys.get(journey).is_some_and(|journey| journey.personas.first() == Some(&persona));
        let steps = self.steps_in_journey(journey);
        let positions: BTreeMap<StepId, usize> = steps.iter().enumerate().map(|(at, step)| (step.id, at)).collect();
        let is_mine = |mark: &Mark| mark.persona == Some(persona) || (leads && mark.persona.is_none());
        let agreed = self.marks.iter().filter(|mark| mark.source == MarkSource::Agreed && is_mine(mark));
        let values: BTreeMap<usize, f32> =
            agreed.filter_map(|mark| Some((*positions.get(&mark.step)?, mark.value))).collect();
        Feelings { steps: steps.len(), values: values.into_iter().collect() }
    }

    /// The handoff between two steps.
    #[must_use]
    pub fn handoff_between(&self, from: StepId, to: StepId) -> Option<&Handoff> {
        self.handoffs.iter().find(|h| h.from == from && h.to == to)
    }
}

/// What a persona feels on a journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Feelings {
    /// How many steps the journey has.
    pub steps: usize,
    /// Position of a step and the emotion there, from left to right; steps without one are left out.
    pub values: Vec<(usize, f32)>,
}

/// One journey with everything in it, gathered in one pass: what layout works from.
#[derive(Debug)]
pub struct JourneyIndex<'a> {
    /// The journey.
    pub journey: &'a Journey,
    /// Its phases with their steps.
    pub phases: Vec<PhaseColumns<'a>>,
    /// Its lanes, hidden ones too.
    pub lanes: Vec<&'a Lane>,
    /// The cards of each cell from top to bottom.
    pub cards: Arc<BTreeMap<(LaneId, StepId), Vec<&'a Card>>>,
    /// The marks of each step.
    pub marks: Arc<BTreeMap<StepId, Vec<&'a Mark>>>,
    /// The handoffs by the pair of steps.
    pub handoffs: Arc<BTreeMap<(StepId, StepId), &'a Handoff>>,
    /// The branches and loops inside the journey.
    pub links: Vec<&'a Link>,
}

/// A phase and its columns.
#[derive(Debug)]
pub struct PhaseColumns<'a> {
    /// Position among the journey's phases, from 0.
    pub position: usize,
    /// The phase.
    pub phase: &'a Phase,
    /// Its steps.
    pub steps: Vec<&'a Step>,
}

impl<'a> JourneyIndex<'a> {
    /// Gathers a journey; `None` when there is none with this id. Linear in the records of the project.
    #[must_use]
    pub fn new(project: &'a Project, journey: JourneyId) -> Option<Self> {
        let mut steps_of = project.steps_by_phase();
        let phases: Vec<_> = project
            .phases_of(journey)
            .into_iter()
            .enumerate()
            .map(|(position, phase)| {
                let steps = steps_of.remove(&phase.id).unwrap_or_default();
                PhaseColumns { position, phase, steps }
            })
            .collect();
        let lanes = project.lanes_of(journey);
        let mine: HashSet<StepId> = phases.iter().flat_map(|p| p.steps.iter().map(|step| step.id)).collect();
        let my_lanes: BTreeSet<LaneId> = lanes.iter().map(|lane| lane.id).collect();

        let mut cards: BTreeMap<_, Vec<&Card>> = BTreeMap::new();
        for card in project.cards.iter() {
            if mine.contains(&card.step) && my_lanes.contains(&card.lane) {
                cards.entry((card.lane, card.step)).or_default().push(card);
            }
        }
        for cell in cards.values_mut() {
            cell.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
        }
        let mut marks: BTreeMap<_, Vec<&Mark>> = BTreeMap::new();
        for mark in project.marks.iter().filter(|m| mine.contains(&m.step)) {
            marks.entry(mark.step).or_default().push(mark);
        }
        let handoffs = project
            .handoffs
            .iter()
            .filter(|h| mine.contains(&h.from) && mine.contains(&h.to))
            .map(|h| ((h.from, h.to), h))
            .collect();
        let links = project.links.iter().filter(|l| mine.contains(&l.from) && mine.contains(&l.to)).collect();
        Some(Self {
            journey: project.journeys.get(journey)?,
            phases,
            lanes,
            cards: Arc::new(cards),
            marks: Arc::new(marks),
            handoffs: Arc::new(handoffs),
            links,
        })
    }

    /// What becomes of the customer at the changes of channel.
    #[must_use]
    pub fn continuity(&self) -> Continuity {
        let steps: Vec<&Step> = self.steps().collect();
        Continuity::of(&steps, |from, to| self.handoffs.get(&(from, to)).copied())
    }

    /// The steps from left to right.
    pub fn steps(&self) -> impl Iterator<Item = &'a Step> {
        self.phases.iter().flat_map(|phase| phase.steps.iter().copied())
    }

    /// The cards of a cell from top to bottom.
    #[must_use]
    pub fn cell(&self, lane: LaneId, step: StepId) -> &[&'a Card] {
        self.cards.get(&(lane, step)).map_or(&[], Vec::as_slice)
    }
}
