//! Every command of the table on the finished examples, and any sequence of commands on a small map: the document
//! stays sound, and undo leads back to the start.

use super::testing::{add_card, session};
use super::walk::{cell_of, cell_on_grid};
use super::{AppCommand, Example, Selection, Session, perform, set_emotion};
use crate::base::IdSource;
use crate::i18n::Lang;
use crate::model::{Problem, Project, RecordId};
use proptest::prelude::*;

fn is_sound(project: &Project) -> bool {
    !project.problems().iter().any(Problem::is_damage)
}

fn undo_all(session: &mut Session) {
    while session.undo().is_some() {}
}

/// One record of each kind that can be selected, and nothing.
fn selections(project: &Project) -> Vec<Selection> {
    let journey = project.journeys_in_order()[0].id;
    let first = |records: Vec<RecordId>| records.first().copied();
    let records = [
        Some(journey.into()),
        first(project.phases_of(journey).iter().map(|record| record.id.into()).collect()),
        first(project.steps_in_journey(journey).iter().skip(1).map(|record| record.id.into()).collect()),
        first(project.lanes_of(journey).iter().map(|record| record.id.into()).collect()),
        first(project.cards.iter().map(|record| record.id.into()).collect()),
        first(project.marks.iter().map(|record| record.id.into()).collect()),
        first(project.handoffs.iter().map(|record| record.id.into()).collect()),
        first(project.personas_in_order().iter().map(|record| record.id.into()).collect()),
        first(project.channels_in_order().iter().map(|record| record.id.into()).collect()),
        first(project.departments_in_order().iter().map(|record| record.id.into()).collect()),
    ];
    let several = Selection::of(project.cards.iter().take(3).map(|card| card.id.into()));
    let mut all: Vec<Selection> = records.into_iter().flatten().map(|record| Selection::of([record])).collect();
    all.extend([several, Selection::default()]);
    all
}

#[test]
fn every_command_leaves_the_examples_sound_and_is_undone() {
    for example in Example::ALL {
        let project = example.project().unwrap();
        for selection in selections(&project) {
            for command in AppCommand::ALL.iter().copied() {
                let mut session = Session::new(project.clone(), None, IdSource::seeded(9));
                session.select(selection.clone());
                // A command may refuse; it may not break anything.
                if perform(&mut session, command, example.lang()).is_err() {
                    assert!(session.project().same_as(&project), "{command:?} refused and changed something");
                }
                assert!(is_sound(session.project()), "{command:?} on {:?}", selection.primary());
                undo_all(&mut session);
                assert!(session.project().same_as(&project), "{command:?} on {:?} is not undone", selection.primary());
            }
        }
    }
}

#[derive(Clone, Debug)]
pub(super) enum Deed {
    Command(AppCommand),
    Select(usize),
    Card(String),
    Emotion(f32),
}

pub(super) fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => prop::sample::select(AppCommand::ALL).prop_map(Deed::Command),
        2 => any::<usize>().prop_map(Deed::Select),
        2 => "[a-c]{1,3}".prop_map(Deed::Card),
        1 => (-2.0_f32..=2.0).prop_map(Deed::Emotion),
    ]
}

pub(super) fn do_it(session: &mut Session, deed: &Deed) {
    match deed {
        Deed::Command(AppCommand::Undo | AppCommand::Redo) => {}
        Deed::Command(command) => {
            let before = session.project().clone();
            if perform(session, *command, Lang::Ja).is_err() {
                assert!(session.project().same_as(&before), "{command:?} refused and changed something");
            }
        }
        Deed::Select(at) => {
            let project = session.project();
            let cards = project.cards.iter().map(|record| RecordId::from(record.id));
            let steps = project.steps.iter().map(|record| record.id.into());
            let lanes = project.lanes.iter().map(|record| record.id.into());
            let phases = project.phases.iter().map(|record| record.id.into());
            let all: Vec<RecordId> = cards.chain(steps).chain(lanes).chain(phases).collect();
            if !all.is_empty() {
                session.select(Selection::of([all[at % all.len()]]));
            }
        }
        Deed::Card(text) => {
            if let Some(cell) = super::actions::cell_for_card(session) {
                add_card(session, cell, text);
            }
        }
        Deed::Emotion(value) => assert!(set_emotion(session, *value).is_ok()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_sequence_of_commands_is_sound_and_undone(deeds in prop::collection::vec(deed(), 1..40)) {
        let (mut session, _) = session();
        let start = session.project().clone();
        for deed in &deeds {
            do_it(&mut session, deed);
            prop_assert!(is_sound(session.project()), "{deed:?}");
            prop_assert_eq!(cell_of(&session), cell_on_grid(&session), "{:?}", deed);
        }
        let end = session.project().clone();
        undo_all(&mut session);
        prop_assert!(session.project().same_as(&start));
        while session.redo().is_some() {}
        prop_assert!(session.project().same_as(&end));
    }
}
