//! The laws of the session: history, gestures, what is unsaved.

use super::*;
use crate::app::testing::{add_card, session, texts};
use crate::edit::{RecordKind, Verb};
use crate::model::{Card, CardId, MarkSource};

fn write(session: &Session, card: CardId, text: &str) -> Command {
    let card = session.project().cards.get(card).unwrap().clone();
    Command::Edit(Card { text: text.to_owned(), ..card }.into())
}

#[test]
fn undo_and_redo_bring_back_document_and_selection() {
    let (mut session, cell) = session();
    let start = session.project().clone();
    let card = add_card(&mut session, cell, "late");
    assert_eq!(session.selection().primary(), Some(card.into()));
    session.run(&Command::Delete(vec![card.into()])).unwrap();
    assert!(session.selection().is_empty());

    let delete = Label::new(Verb::Delete, RecordKind::Card);
    assert_eq!(session.undo_label(), Some(delete));
    assert_eq!(session.undo(), Some(delete));
    assert_eq!(session.selection().primary(), Some(card.into()));
    assert_eq!(session.redo_label(), Some(delete));
    session.undo();
    assert!(session.project().same_as(&start) && !session.dirty());
    assert_eq!(session.undo(), None);
    session.redo();
    assert_eq!(texts(&session, cell), ["late"]);
    add_card(&mut session, cell, "new");
    assert_eq!(session.redo(), None, "a new change ends what could be redone");
}

#[test]
fn a_change_that_makes_no_difference_makes_no_step() {
    let (mut session, cell) = session();
    let card = add_card(&mut session, cell, "same");
    let (steps, version) = (session.steps(), session.version());
    session.run(&write(&session, card, "same")).unwrap();
    assert_eq!((session.steps(), session.version()), (steps, version));
}

#[test]
fn typing_in_one_field_is_one_step() {
    let (mut session, cell) = session();
    let card = add_card(&mut session, cell, "");
    for text in ["待", "待ち", "待ち時間"] {
        session.run_coalescing(&write(&session, card, text), "text").unwrap();
    }
    session.end_coalescing();
    session.run_coalescing(&write(&session, card, "待ち時間が長い"), "text").unwrap();
    session.undo();
    assert_eq!(texts(&session, cell), ["待ち時間"]);
    session.undo();
    assert_eq!(texts(&session, cell), [""]);
}

#[test]
fn typing_after_undo_does_not_join_an_older_step() {
    let (mut session, cell) = session();
    let card = add_card(&mut session, cell, "");
    session.run_coalescing(&write(&session, card, "a"), "text").unwrap();
    session.run(&write(&session, card, "b")).unwrap();
    session.undo();
    session.run_coalescing(&write(&session, card, "c"), "text").unwrap();
    session.undo();
    assert_eq!(texts(&session, cell), ["a"], "the step undone to is whole again");
}

#[test]
fn a_drag_is_one_step_or_none() {
    let (mut session, cell) = session();
    let start = session.project().clone();
    let mark =
        |value| Command::SetMark { step: cell.step, persona: None, source: MarkSource::Agreed, value: Some(value) };
    session.begin_gesture();
    for value in [0.5, 1.0, 1.5] {
        let version = session.version();
        session.preview(&mark(value)).unwrap();
        assert!(session.version() > version, "the window sees each preview");
        assert_eq!(session.project().marks.iter().map(|m| m.value).collect::<Vec<_>>(), [value]);
    }
    assert!(!session.dirty(), "a preview is not a change yet");
    assert!(session.cancel());
    assert!(session.project().same_as(&start));

    session.begin_gesture();
    session.preview(&mark(0.5)).unwrap();
    session.preview(&mark(-1.0)).unwrap();
    session.commit();
    assert_eq!(session.steps(), 1);
    assert_eq!(session.undo(), Some(Label::new(Verb::Edit, RecordKind::Emotion)));
    assert!(session.project().same_as(&start));
}

#[test]
fn changes_during_a_save_stay_unsaved() {
    let (mut session, cell) = session();
    add_card(&mut session, cell, "first");
    let snapshot = session.snapshot();
    add_card(&mut session, cell, "while saving");
    let hash = "0".repeat(64).parse().unwrap();
    session.mark_saved(&snapshot, Path::new("map.ron"), hash);
    assert_eq!(session.base_hash(), Some(hash));
    assert!(session.dirty());
    session.undo();
    assert!(!session.dirty());
    assert_eq!(session.path(), Some(Path::new("map.ron")));
}

#[test]
fn the_oldest_steps_fall_off_a_long_history() {
    let (mut session, cell) = session();
    let card = add_card(&mut session, cell, "0");
    for n in 1..=300 {
        session.run(&write(&session, card, &n.to_string())).unwrap();
    }
    assert_eq!(session.steps(), 200);
    while session.undo().is_some() {}
    assert_eq!(texts(&session, cell), ["100"]);
}

#[test]
fn a_deleted_journey_is_not_shown_any_more_and_comes_back_with_undo() {
    let (mut session, _) = session();
    let journey = session.journey().unwrap();
    session.run(&Command::Delete(vec![journey.into()])).unwrap();
    assert_eq!(session.journey(), None);
    session.undo();
    assert_eq!(session.journey(), Some(journey));
}

#[test]
fn a_refused_command_leaves_everything_as_it_was() {
    let (mut session, _) = session();
    let nothing: CardId = session.new_id();
    let version = session.version();
    let command = Command::Reorder { record: nothing.into(), before: None };
    assert_eq!(session.run(&command), Err(EditError::Missing(nothing.into())));
    assert_eq!((session.version(), session.steps()), (version, 0));
}

proptest::proptest! {
    #[test]
    fn undo_takes_back_everything_and_redo_brings_it_again(
        throws in proptest::collection::vec(proptest::prelude::any::<crate::edit::testing::Dice>(), 1..40),
    ) {
        let (mut session, _) = session();
        let start = session.project().clone();
        for throw in throws {
            let project = session.project().clone();
            let command = crate::edit::testing::random_command(&project, session.ids(), throw);
            let (steps, before) = (session.steps(), session.project().clone());
            let _refused = session.run(&command);
            let stepped = session.steps() > steps;
            proptest::prop_assert_eq!(stepped, !session.project().same_as(&before), "a step for each difference");
        }
        let end = session.project().clone();
        while session.undo().is_some() {}
        proptest::prop_assert!(session.project().same_as(&start));
        while session.redo().is_some() {}
        proptest::prop_assert!(session.project().same_as(&end));
    }
}
