//! Everything that the rest of the program relies on in a project, checked in one pass.

use super::ranges::{NPS_BINS, OutOfRange, Ranged, wanted_bins};
use super::references::References;
use super::{
    ColumnRole, DataSet, Field, HandoffId, Journey, JourneyId, Mark, MarkId, MarkSource, PersonaId, PhaseId, Problem,
    Project, Record, RecordId, Scales, StepId, Table,
};
use crate::base::Id;
use std::collections::{BTreeMap, BTreeSet};

impl Project {
    /// What is wrong with the project, parents before children. Empty for a sound and finished one.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.check_references(&mut problems);
        self.check_cards(&mut problems);
        self.check_cycles(&mut problems);
        self.check_pairs(&mut problems);
        self.check_numbers(&mut problems);
        self.data_sets.iter().for_each(|data_set| check_histograms(data_set, &mut problems));
        self.check_emptiness(&mut problems);
        problems
    }

    fn check_references(&self, problems: &mut Vec<Problem>) {
        // Lanes come before steps: a lost phase is looked for through the lanes of its cards.
        self.check_table(&self.channels, problems);
        self.check_table(&self.personas, problems);
        self.check_table(&self.journeys, problems);
        self.check_table(&self.phases, problems);
        self.check_table(&self.lanes, problems);
        self.check_table(&self.steps, problems);
        self.check_table(&self.cards, problems);
        self.check_table(&self.marks, problems);
        self.check_table(&self.handoffs, problems);
        self.check_table(&self.links, problems);
        self.check_table(&self.aliases, problems);
        self.check_table(&self.views, problems);
    }

    fn check_table<T: Record + References>(&self, table: &Table<T>, problems: &mut Vec<Problem>)
    where
        Id<T>: Into<RecordId>,
    {
        for row in table.iter() {
            let record = row.id().into();
            row.references(&mut |r| match (self.contains(r.target), r.is_needed) {
                (true, _) => {}
                (false, true) => problems.push(Problem::Orphan { record, field: r.field, parent: r.target }),
                (false, false) => problems.push(Problem::Dangling { record, field: r.field, target: r.target }),
            });
        }
    }

    fn check_cards(&self, problems: &mut Vec<Problem>) {
        let journey_of: BTreeMap<PhaseId, JourneyId> = self.phases.iter().map(|p| (p.id, p.journey)).collect();
        let torn = self.cards.iter().filter(|card| {
            let of_lane = self.lanes.get(card.lane).map(|lane| lane.journey);
            let of_step = self.steps.get(card.step).and_then(|step| journey_of.get(&step.phase)).copied();
            of_lane.zip(of_step).is_some_and(|(lane, step)| lane != step)
        });
        problems.extend(torn.map(|card| Problem::TornCard(card.id)));
    }

    fn check_cycles(&self, problems: &mut Vec<Problem>) {
        let mut seen: BTreeSet<JourneyId> = BTreeSet::new();
        for start in self.journeys.iter() {
            let mut path: Vec<JourneyId> = Vec::new();
            let mut next = Some(start);
            while let Some(journey) = next.filter(|journey| seen.insert(journey.id)) {
                path.push(journey.id);
                next = journey.as_is.and_then(|id| self.journeys.get(id));
            }
            let Some(at) = next.and_then(|again: &Journey| path.iter().position(|id| *id == again.id)) else {
                continue;
            };
            let circle = &path[at..];
            if let Some(journey) = circle.iter().min() {
                problems.push(Problem::AsIsCycle { journey: *journey, length: circle.len() });
            }
        }
    }

    fn check_pairs(&self, problems: &mut Vec<Problem>) {
        let mut marks: BTreeMap<(StepId, Option<PersonaId>, MarkSource), MarkId> = BTreeMap::new();
        for Mark { id, step, persona, source, .. } in self.marks.iter() {
            let first = *marks.entry((*step, *persona, *source)).or_insert(*id);
            if first != *id {
                problems.push(Problem::SecondMark { first, second: *id });
            }
        }
        let mut handoffs: BTreeMap<(StepId, StepId), HandoffId> = BTreeMap::new();
        for handoff in self.handoffs.iter() {
            let first = *handoffs.entry((handoff.from, handoff.to)).or_insert(handoff.id);
            if first != handoff.id {
                problems.push(Problem::SecondHandoff { first, second: handoff.id });
            }
        }
    }

    fn check_numbers(&self, problems: &mut Vec<Problem>) {
        check_ranges(&self.personas, problems);
        check_ranges(&self.steps, problems);
        check_ranges(&self.cards, problems);
        check_ranges(&self.marks, problems);
        check_ranges(&self.data_sets, problems);
    }

    fn check_emptiness(&self, problems: &mut Vec<Problem>) {
        let with_phase: BTreeSet<JourneyId> = self.phases.iter().map(|phase| phase.journey).collect();
        let empty = self.journeys.iter().filter(|journey| !with_phase.contains(&journey.id));
        problems.extend(empty.map(|journey| Problem::NoPhase(journey.id)));
    }
}

fn check_ranges<T: Record + Ranged>(table: &Table<T>, problems: &mut Vec<Problem>)
where
    Id<T>: Into<RecordId>,
{
    for row in table.iter() {
        row.out_of_range(&mut |OutOfRange { field, value, low, high }| {
            problems.push(Problem::Number { record: row.id().into(), field, value, low, high });
        });
    }
}

fn check_histograms(data_set: &DataSet, problems: &mut Vec<Problem>) {
    let Scales { csat_top, ces_top, .. } = data_set.scales;
    for (field, top) in [(Field::Csat, csat_top), (Field::Ces, ces_top)] {
        if !Scales::is_known(top) {
            problems.push(Problem::Scale { data_set: data_set.id, field, top });
        }
    }
    let wanted = |role, found, usual| wanted_bins(&data_set.measures, role, found, usual);
    for answers in &data_set.answers {
        for slice in &answers.slices {
            let histograms = [
                (Field::Nps, slice.nps.len(), NPS_BINS),
                (Field::Csat, slice.csat.len(), wanted(ColumnRole::Csat, slice.csat.len(), csat_top)),
                (Field::Ces, slice.ces.len(), wanted(ColumnRole::Ces, slice.ces.len(), ces_top)),
            ];
            for (field, found, wanted) in histograms {
                if found != 0 && found != wanted {
                    let name = answers.name.clone();
                    problems.push(Problem::Bins { data_set: data_set.id, name, field, found, wanted });
                }
            }
        }
    }
}
