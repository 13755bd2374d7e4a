//! The commands of the document as a person would try them, without a window.

use super::testing::{add_card, session, texts};
use super::{AppCommand, Cell, Outcome, Selection, Session, perform};
use crate::base::OrderKey;
use crate::edit::Command;
use crate::i18n::Lang;
use crate::model::{Card, CardId, Handoff, LaneId, Mark, MarkSource, Opportunity, StepId};

fn run(session: &mut Session, command: AppCommand) -> Outcome {
    perform(session, command, Lang::En).unwrap()
}

fn steps(session: &Session) -> Vec<StepId> {
    session.project().steps_in_journey(session.journey().unwrap()).iter().map(|step| step.id).collect()
}

fn lanes(session: &Session) -> Vec<LaneId> {
    session.project().lanes_of(session.journey().unwrap()).iter().map(|lane| lane.id).collect()
}

fn place(session: &Session, card: CardId) -> Cell {
    let card = session.project().cards.get(card).unwrap();
    Cell { lane: card.lane, step: card.step }
}

#[test]
fn a_card_is_added_after_the_selected_one_and_wants_its_text() {
    let (mut session, cell) = session();
    let first = add_card(&mut session, cell, "first");
    add_card(&mut session, cell, "second");
    session.select(Selection::from([first.into()]));
    let Outcome::EditText(new) = run(&mut session, AppCommand::AddCard) else { panic!("no card") };
    assert_eq!(session.selection().primary(), Some(new));
    assert_eq!(texts(&session, cell), ["first", "", "second"]);
}

#[test]
fn a_card_is_added_to_the_focused_cell_and_without_one_to_the_first() {
    let (mut session, cell) = session();
    run(&mut session, AppCommand::AddCard);
    assert_eq!(texts(&session, cell).len(), 1);
    let focused = Cell { lane: lanes(&session)[1], step: steps(&session)[2] };
    session.select(Selection::of_cell(focused));
    run(&mut session, AppCommand::AddCard);
    assert_eq!(texts(&session, focused).len(), 1);
}

#[test]
fn a_step_is_added_after_the_selected_one() {
    let (mut session, _) = session();
    let before = steps(&session);
    session.select(Selection::from([before[0].into()]));
    let Outcome::EditText(new) = run(&mut session, AppCommand::AddStep) else { panic!("no step") };
    let now = steps(&session);
    assert_eq!(now.len(), 4);
    assert_eq!(new, now[1].into());
}

#[test]
fn a_phase_comes_with_a_step_and_a_lane_goes_below_the_selected_one() {
    let (mut session, cell) = session();
    run(&mut session, AppCommand::AddPhase);
    assert_eq!(steps(&session).len(), 4);
    session.select(Selection::of_cell(cell));
    run(&mut session, AppCommand::AddLane);
    let lane = session.project().lanes.get(lanes(&session)[1]).unwrap();
    assert_eq!(lane.title, "New lane");
    session.undo();
    session.undo();
    assert!(!session.dirty());
}

#[test]
fn deleting_card_after_card_goes_on_in_the_cell() {
    let (mut session, cell) = session();
    let [_, b, c] = ["a", "b", "c"].map(|text| add_card(&mut session, cell, text));
    session.select(Selection::from([b.into()]));
    run(&mut session, AppCommand::Delete);
    assert_eq!(session.selection().primary(), Some(c.into()));
    run(&mut session, AppCommand::Delete);
    run(&mut session, AppCommand::Delete);
    assert!(texts(&session, cell).is_empty());
    assert_eq!((session.selection().primary(), session.selection().cell()), (None, Some(cell)));
    assert_eq!(run(&mut session, AppCommand::Delete), Outcome::Nothing);
}

#[test]
fn cards_move_with_the_arrow_keys() {
    let (mut session, cell) = session();
    let a = add_card(&mut session, cell, "a");
    let b = add_card(&mut session, cell, "b");
    let (steps, lanes) = (steps(&session), lanes(&session));
    session.select(Selection::from([a.into(), b.into()]));
    assert_eq!(run(&mut session, AppCommand::MoveLeft), Outcome::Nothing, "they stand at the edge");
    run(&mut session, AppCommand::MoveRight);
    let right = Cell { step: steps[1], ..cell };
    assert_eq!(texts(&session, right), ["a", "b"]);
    assert_eq!(session.selection().records().len(), 2, "they stay selected");

    session.select(Selection::from([a.into()]));
    run(&mut session, AppCommand::MoveDown);
    assert_eq!(texts(&session, right), ["b", "a"]);
    run(&mut session, AppCommand::MoveDown);
    assert_eq!(place(&session, a), Cell { lane: lanes[1], step: steps[1] });
    run(&mut session, AppCommand::MoveUp);
    run(&mut session, AppCommand::MoveUp);
    assert_eq!(texts(&session, right), ["a", "b"]);
}

#[test]
fn steps_move_past_each_other_and_into_the_next_phase() {
    let (mut session, _) = session();
    run(&mut session, AppCommand::AddPhase);
    let [a, b, c, d] = steps(&session)[..] else { panic!("four steps") };
    session.select(Selection::from([a.into(), b.into()]));
    run(&mut session, AppCommand::MoveRight);
    assert_eq!(steps(&session), [c, a, b, d]);
    run(&mut session, AppCommand::MoveRight);
    assert_eq!(steps(&session), [c, a, b, d], "now they open the next phase");
    let phase_of = |step| session.project().steps.get(step).unwrap().phase;
    assert_eq!(phase_of(a), phase_of(d));
    session.select(Selection::from([a.into()]));
    run(&mut session, AppCommand::MoveLeft);
    let phase_of = |step| session.project().steps.get(step).unwrap().phase;
    assert_eq!(phase_of(a), phase_of(c));
}

#[test]
fn lanes_move_up_and_down() {
    let (mut session, _) = session();
    let [first, second] = lanes(&session)[..] else { panic!("two lanes") };
    session.select(Selection::from([first.into()]));
    run(&mut session, AppCommand::MoveDown);
    assert_eq!(lanes(&session), [second, first]);
    assert_eq!(run(&mut session, AppCommand::MoveDown), Outcome::Nothing);
    run(&mut session, AppCommand::MoveUp);
    assert_eq!(lanes(&session), [first, second]);
}

#[test]
fn a_duplicated_card_stands_below_its_original() {
    let (mut session, cell) = session();
    let a = add_card(&mut session, cell, "a");
    let b = add_card(&mut session, cell, "b");
    session.select(Selection::from([a.into(), b.into()]));
    run(&mut session, AppCommand::Duplicate);
    assert_eq!(texts(&session, cell), ["a", "a", "b", "b"]);
    assert_eq!(session.selection().records().len(), 2);
    assert!(!session.selection().contains(a));
}

#[test]
fn a_duplicated_journey_is_whole_and_stands_for_itself() {
    let (mut session, cell) = session();
    let [one, two, _] = steps(&session)[..] else { panic!("three steps") };
    let pain = add_card(&mut session, cell, "pain");
    let mut answer = Card::new(session.new_id(), lanes(&session)[1], two, OrderKey::default());
    answer.opportunity = Opportunity { answers: vec![pain], ..Opportunity::default() };
    let handoff = Handoff::new(session.new_id(), one, two);
    let mark = Mark::new(session.new_id(), one, MarkSource::Agreed);
    for record in [answer.into(), handoff.into(), mark.into()] {
        session.run(&Command::Add { record, before: None }).unwrap();
    }
    let original = session.journey().unwrap();
    session.select(Selection::from([original.into()]));
    run(&mut session, AppCommand::Duplicate);

    let copy = session.journey().unwrap();
    assert_ne!(copy, original, "the copy is shown");
    let project = session.project();
    assert_eq!((project.cards.len(), project.marks.len(), project.handoffs.len()), (4, 2, 2));
    let first = Cell { lane: lanes(&session)[0], step: steps(&session)[0] };
    assert_eq!(texts(&session, first), ["pain"]);
    let copied_pain = project.cards_in(first.lane, first.step)[0].id;
    let answers: Vec<_> = project.cards.iter().flat_map(|card| card.opportunity.answers.clone()).collect();
    assert!(answers.contains(&copied_pain) && answers.contains(&pain), "each answers the pain of its own journey");
    assert!(project.handoff_between(steps(&session)[0], steps(&session)[1]).is_some());
    session.undo();
    assert_eq!(session.project().cards.len(), 2);
}

#[test]
fn all_cards_of_the_map_can_be_selected() {
    let (mut session, cell) = session();
    add_card(&mut session, cell, "a");
    add_card(&mut session, cell, "b");
    session.select_nothing();
    run(&mut session, AppCommand::SelectAll);
    assert_eq!(session.selection().records().len(), 2);
}

#[test]
fn commands_of_the_window_are_left_to_it() {
    let (mut session, _) = session();
    for command in [AppCommand::Save, AppCommand::ZoomIn, AppCommand::Palette] {
        assert_eq!(run(&mut session, command), Outcome::NotHere);
    }
}
