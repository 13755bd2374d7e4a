//! Deleting records with everything that belongs to them.

use super::forget::forget;
use crate::base::Id;
use crate::edit::EditError;
use crate::model::{Card, JourneyId, MarkSource, Project, Record, RecordId, StepId, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The records that go.
#[derive(Debug, Default)]
pub(super) struct Doomed(BTreeSet<RecordId>);

impl Doomed {
    pub(super) fn has(&self, id: impl Into<RecordId>) -> bool {
        self.0.contains(&id.into())
    }

    fn add_those<T: Record>(&mut self, table: &Table<T>, goes: impl Fn(&Self, &T) -> bool)
    where
        RecordId: From<Id<T>>,
    {
        let more: Vec<RecordId> = table.iter().filter(|row| goes(self, row)).map(|row| row.id().into()).collect();
        self.0.extend(more);
    }
}

/// Deletes records, what belongs to them, and their names in other records. What is not there (any more)
/// needs no deleting.
#[expect(clippy::unnecessary_wraps, reason = "all that the dispatcher calls looks alike")]
pub(super) fn delete(project: &mut Project, records: &[RecordId]) -> Result<(), EditError> {
    let named = records.iter().copied().filter(|id| project.contains(*id)).collect();
    let mut doomed = Doomed(named);
    if doomed.0.is_empty() {
        return Ok(());
    }
    add_belongings(project, &mut doomed);
    shorten_cards(project, &mut doomed);
    forget(project, &doomed);
    doomed.0.iter().for_each(|id| project.remove(*id));
    Ok(())
}

/// Adds what cannot be without them, except for the cards of steps.
fn add_belongings(project: &Project, doomed: &mut Doomed) {
    doomed.add_those(&project.phases, |doomed, phase| doomed.has(phase.journey));
    doomed.add_those(&project.lanes, |doomed, lane| doomed.has(lane.journey));
    doomed.add_those(&project.steps, |doomed, step| doomed.has(step.phase));
    doomed.add_those(&project.cards, |doomed, card| doomed.has(card.lane));
    doomed.add_those(&project.marks, |doomed, mark| {
        let by_department = matches!(mark.source, MarkSource::Believed(department) if doomed.has(department));
        by_department || doomed.has(mark.step) || mark.persona.is_some_and(|persona| doomed.has(persona))
    });
    doomed.add_those(&project.handoffs, |doomed, handoff| doomed.has(handoff.from) || doomed.has(handoff.to));
    doomed.add_those(&project.links, |doomed, link| doomed.has(link.from) || doomed.has(link.to));
    doomed.add_those(&project.aliases, |doomed, alias| doomed.has(alias.step));
    doomed.add_those(&project.conflicts, |doomed, conflict| conflict.of.is_some_and(|record| doomed.has(record)));
}

/// Cards that reach over steps that go lose these; cards that lose all their steps go too.
fn shorten_cards(project: &mut Project, doomed: &mut Doomed) {
    let journeys = journeys_losing_steps(project, doomed);
    for journey in journeys {
        let columns: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
        let places: BTreeMap<StepId, usize> = columns.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut shorter = Vec::new();
        for card in project.cards.iter().filter(|card| !doomed.has(card.id)) {
            let Some(first) = places.get(&card.step) else { continue };
            let end = (first + 1 + usize::from(card.extra_span)).min(columns.len());
            let covered = &columns[*first..end];
            if covered.iter().any(|step| doomed.has(*step)) {
                let rest: Vec<StepId> = covered.iter().copied().filter(|step| !doomed.has(*step)).collect();
                shorter.push((card.id, rest));
            }
        }
        for (card, rest) in shorter {
            match rest.first() {
                None => _ = doomed.0.insert(card.into()),
                Some(first) => project.cards.change(card, |card: &mut Card| {
                    card.step = *first;
                    card.extra_span = u16::try_from(rest.len() - 1).unwrap_or(u16::MAX);
                }),
            }
        }
    }
}

fn journeys_losing_steps(project: &Project, doomed: &Doomed) -> BTreeSet<JourneyId> {
    let step_of = |id: &RecordId| if let RecordId::Step(step) = id { Some(*step) } else { None };
    doomed.0.iter().filter_map(step_of).filter_map(|step| project.journey_of_step(step)).collect()
}

#[cfg(test)]
mod tests {
    use crate::base::OrderKey;
    use crate::edit::Command;
    use crate::edit::testing::Small;
    use crate::model::{Card, Handoff, Mark, MarkSource, Opportunity, Project, SavedView};

    #[test]
    fn a_journey_takes_everything_with_it() {
        let mut small = Small::new();
        small.run(&Command::Delete(vec![small.journey.into()])).unwrap();
        assert_eq!(
            small.project,
            Project {
                personas: small.project.personas.clone(),
                departments: small.project.departments.clone(),
                channels: small.project.channels.clone(),
                ..Project::default()
            }
        );
    }

    #[test]
    fn deleting_a_step_shortens_the_cards_that_reach_over_it() {
        let mut small = Small::new();
        let mut long = Card::new(small.ids.next(), small.lane, small.steps[0], OrderKey::default());
        long.extra_span = 2;
        small.run(&Command::Add { record: long.clone().into(), before: None }).unwrap();

        small.run(&Command::Delete(vec![small.steps[1].into()])).unwrap();
        assert_eq!(small.project.cards.get(long.id).unwrap().extra_span, 1);
        small.run(&Command::Delete(vec![small.steps[0].into()])).unwrap();
        let card = small.project.cards.get(long.id).unwrap();
        assert_eq!((card.step, card.extra_span), (small.steps[2], 0));
        assert_eq!(small.project.cards.len(), 1, "the cards that stood only in the deleted step went with it");
        small.run(&Command::Delete(vec![small.steps[2].into()])).unwrap();
        assert!(small.project.cards.is_empty());
    }

    #[test]
    fn a_department_is_forgotten_by_what_it_wrote() {
        let mut small = Small::new();
        let (department, step) = (small.department, small.steps[0]);
        let card = Card { author: Some(department), ..small.project.cards.get(small.cards[0]).unwrap().clone() };
        small.run(&Command::Edit(card.into())).unwrap();
        let mark = Mark::new(small.ids.next(), step, MarkSource::Believed(department));
        small.run(&Command::Add { record: mark.into(), before: None }).unwrap();
        small.run(&Command::Delete(vec![department.into()])).unwrap();
        assert_eq!(small.project.cards.get(small.cards[0]).unwrap().author, None);
        assert!(small.project.marks.is_empty());
    }

    #[test]
    fn a_view_remembers_the_name_of_a_department_it_loses() {
        let mut small = Small::new();
        let (department, gone) = (small.department, small.project.departments.get(small.department).unwrap().clone());
        let mut view = SavedView::new(small.ids.next(), OrderKey::default());
        view.filter.departments.push(department);
        small.run(&Command::Add { record: view.clone().into(), before: None }).unwrap();
        small.run(&Command::Delete(vec![department.into()])).unwrap();
        let left = small.project.views.get(view.id).unwrap();
        assert!(left.filter.is_empty());
        assert_eq!(left.lost, [gone.name]);
    }

    #[test]
    fn an_opportunity_forgets_a_deleted_pain_and_handoffs_go_with_their_steps() {
        let mut small = Small::new();
        let [pain, answer, _] = small.cards;
        let opportunity = Opportunity { answers: vec![pain], ..Opportunity::default() };
        let card = Card { opportunity, ..small.project.cards.get(answer).unwrap().clone() };
        small.run(&Command::Edit(card.into())).unwrap();
        let handoff = Handoff::new(small.ids.next(), small.steps[1], small.steps[2]);
        small.run(&Command::Add { record: handoff.into(), before: None }).unwrap();

        small.run(&Command::Delete(vec![pain.into(), small.steps[2].into()])).unwrap();
        assert!(small.project.cards.get(answer).unwrap().opportunity.answers.is_empty());
        assert!(small.project.handoffs.is_empty());
    }

    #[test]
    fn deleting_what_is_gone_changes_nothing() {
        let mut small = Small::new();
        let gone = Card::new(small.ids.next(), small.lane, small.steps[0], OrderKey::default());
        let before = small.project.clone();
        small.run(&Command::Delete(vec![gone.id.into()])).unwrap();
        assert!(small.project.same_as(&before));
    }
}
