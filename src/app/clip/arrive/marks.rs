//! Emotions that arrive: at most one for each step, persona and source, whoever the personas are here.

use crate::model::{AnyRecord, JourneyId, MarkSource, PersonaId, PhaseId, Project, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// Leaves out marks that would say the same as another arriving one: where no persona was named in the other
/// journey, the first one here may be the one that another mark names. Named marks stay.
pub(super) fn each_once(target: &Project, placed: &[AnyRecord], mut records: Vec<AnyRecord>) -> Vec<AnyRecord> {
    let leads = Leads::of(target, placed.iter().chain(&records));
    let mut said: BTreeSet<(StepId, Option<PersonaId>, MarkSource)> = BTreeSet::new();
    for record in &records {
        if let AnyRecord::Mark(mark) = record
            && mark.persona.is_some()
        {
            said.insert((mark.step, mark.persona, mark.source));
        }
    }
    let mut named = BTreeSet::new();
    records.retain(|record| match record {
        AnyRecord::Mark(mark) if mark.persona.is_some() => named.insert((mark.step, mark.persona, mark.source)),
        AnyRecord::Mark(mark) => said.insert((mark.step, leads.of_step(mark.step), mark.source)),
        _ => true,
    });
    records
}

/// The first persona of the journey that a step arrives in.
struct Leads<'a> {
    target: &'a Project,
    phases: BTreeMap<StepId, PhaseId>,
    journeys: BTreeMap<PhaseId, JourneyId>,
    firsts: BTreeMap<JourneyId, Option<PersonaId>>,
}

impl<'a> Leads<'a> {
    fn of<'r>(target: &'a Project, arriving: impl Iterator<Item = &'r AnyRecord>) -> Self {
        let mut leads = Self { target, phases: BTreeMap::new(), journeys: BTreeMap::new(), firsts: BTreeMap::new() };
        for record in arriving {
            match record {
                AnyRecord::Step(step) => _ = leads.phases.insert(step.id, step.phase),
                AnyRecord::Phase(phase) => _ = leads.journeys.insert(phase.id, phase.journey),
                AnyRecord::Journey(journey) => _ = leads.firsts.insert(journey.id, journey.personas.first().copied()),
                _ => {}
            }
        }
        leads
    }

    fn of_step(&self, step: StepId) -> Option<PersonaId> {
        let phase = self.phases.get(&step).copied().or_else(|| Some(self.target.steps.get(step)?.phase))?;
        let of_target = || self.target.phases.get(phase).map(|phase| phase.journey);
        let journey = self.journeys.get(&phase).copied().or_else(of_target)?;
        let of_target = || self.target.journeys.get(journey).and_then(|journey| journey.personas.first().copied());
        self.firsts.get(&journey).copied().unwrap_or_else(of_target)
    }
}
