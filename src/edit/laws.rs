//! Laws that hold for every command: the project stays sound, nothing done is nothing changed, moves end up as asked.

use super::references::references;
use super::testing::{Dice, Small, random_command};
use super::{Command, apply, diff};
use crate::base::{IdSource, OrderKey};
use crate::model::{CardId, Project, RecordId};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What must never be: dangling references, cards over two journeys, repeated marks, values off their scale.
fn faults(project: &Project) -> Vec<String> {
    let mut faults = Vec::new();
    for record in project.ids().filter_map(|id| project.get(id)) {
        for named in references(&record) {
            if !project.contains(named) {
                faults.push(format!("{:?} names {named:?}", record.id()));
            }
        }
    }
    for card in project.cards.iter() {
        let lane = project.lanes.get(card.lane).map(|lane| lane.journey);
        if lane != project.journey_of_step(card.step) {
            faults.push(format!("{:?} is in two journeys", card.id));
        }
        if OrderKey::parse(&card.order.to_string()).is_none() {
            faults.push(format!("{:?} has the key {}", card.id, card.order));
        }
    }
    let mut seen = BTreeSet::new();
    for mark in project.marks.iter() {
        if !seen.insert((mark.step, mark.persona, mark.source)) || !(-2.0..=2.0).contains(&mark.value) {
            faults.push(format!("{:?} repeats another mark or is off the axis", mark.id));
        }
    }
    faults
}

fn dice() -> impl Strategy<Value = Vec<Dice>> {
    prop::collection::vec(any::<Dice>(), 1..60)
}

proptest! {
    #[test]
    fn any_commands_leave_the_project_sound(throws in dice()) {
        let mut small = Small::new();
        for throw in throws {
            let command = random_command(&small.project, &mut small.ids, throw);
            let before = small.project.clone();
            if small.run(&command).is_err() {
                prop_assert!(small.project.same_as(&before), "refused is unchanged");
            }
            prop_assert_eq!(faults(&small.project), Vec::<String>::new(), "after {:?}", command);
        }
    }

    #[test]
    fn the_same_commands_with_the_same_ids_give_the_same_project(throws in dice()) {
        let run = || {
            let mut small = Small::new();
            for throw in &throws {
                let command = random_command(&small.project, &mut small.ids, *throw);
                let _refused = small.run(&command);
            }
            small.project
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn a_diff_names_exactly_what_differs(throws in dice()) {
        let mut small = Small::new();
        let old = small.project.clone();
        for throw in throws {
            let command = random_command(&small.project, &mut small.ids, throw);
            let _refused = small.run(&command);
        }
        let new = &small.project;
        let expected: BTreeSet<RecordId> =
            old.ids().chain(new.ids()).filter(|id| old.get(*id) != new.get(*id)).collect();
        let found: Vec<RecordId> = diff(&old, new).into_iter().map(|change| change.id).collect();
        prop_assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), expected);
        prop_assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len());
    }

    #[test]
    fn cards_end_up_in_the_order_asked(throws in dice(), picks in prop::collection::vec(any::<u16>(), 1..5), at in any::<u16>()) {
        let mut small = Small::new();
        for throw in throws {
            let command = random_command(&small.project, &mut small.ids, throw);
            let _refused = small.run(&command);
        }
        let all: Vec<CardId> = small.project.cards.iter().map(|card| card.id).collect();
        let Some(target) = all.first().and_then(|id| small.project.cards.get(*id)).cloned() else { return Ok(()) };
        let mut cards: Vec<CardId> = Vec::new();
        for pick in picks {
            let card = all[usize::from(pick) % all.len()];
            if !cards.contains(&card) {
                cards.push(card);
            }
        }
        let cell: Vec<CardId> = small.project.cards_in(target.lane, target.step).iter().map(|card| card.id).collect();
        let at = usize::from(at) % (cell.len() + 1);
        let before = cell.get(at).copied();
        let command = Command::MoveCards { cards: cards.clone(), lane: target.lane, step: target.step, before };
        if small.run(&command).is_err() {
            return Ok(());
        }

        let stays = |id: &&CardId| !cards.contains(id);
        let expected: Vec<CardId> = cell[..at].iter().filter(stays).chain(&cards).chain(cell[at..].iter().filter(stays)).copied().collect();
        let now: Vec<CardId> = small.project.cards_in(target.lane, target.step).iter().map(|card| card.id).collect();
        prop_assert_eq!(now, expected);
        let again = apply(&small.project, &command, &mut IdSource::seeded(0)).unwrap();
        if before.is_none_or(|before| !cards.contains(&before)) {
            prop_assert!(again.same_as(&small.project), "what stands there already does not move");
        }
    }
}
