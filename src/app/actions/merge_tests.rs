//! Merging and splitting keep everything that was typed, whatever the project holds.

use crate::app::testing::{add_card, session};
use crate::app::{AppCommand, Cell, Outcome, Selection, Session, perform};
use crate::base::{IdSource, normalized};
use crate::edit::Command;
use crate::feedback::Matcher;
use crate::i18n::Lang;
use crate::model::{
    Alias, Card, Carried, Handoff, LaneId, Link, LinkKind, Mark, MarkSource, Phase, Project, RecordId, Step, StepId,
    arbitrary,
};
use proptest::prelude::*;

fn steps(session: &Session) -> Vec<StepId> {
    session.project().steps_in_journey(session.journey().unwrap()).iter().map(|step| step.id).collect()
}

fn rename(session: &mut Session, step: StepId, name: &str) {
    let step = Step { name: name.to_owned(), ..session.project().steps.get(step).unwrap().clone() };
    session.run(&Command::Edit(step.into())).unwrap();
}

fn add(session: &mut Session, record: impl Into<crate::model::AnyRecord>) {
    session.run(&Command::Add { record: record.into(), before: None }).unwrap();
}

fn select(session: &mut Session, records: &[StepId]) {
    session.select(Selection::from(records.iter().map(|step| RecordId::from(*step)).collect::<Vec<_>>()));
}

fn run(session: &mut Session, command: AppCommand) -> Outcome {
    perform(session, command, Lang::En).unwrap()
}

#[test]
fn merged_steps_hold_the_cards_of_both_in_order_and_cards_reach_as_far_as_before() {
    let (mut session, cell) = session();
    let [one, two, three] = steps(&session)[..] else { panic!("three steps") };
    rename(&mut session, one, "Order");
    rename(&mut session, two, "Pay");
    let second = Cell { step: two, ..cell };
    add_card(&mut session, cell, "chooses");
    let over_all = add_card(&mut session, cell, "all the way");
    let over_two = add_card(&mut session, second, "pays and waits");
    for (card, extra_span) in [(over_all, 2), (over_two, 1)] {
        let card = Card { extra_span, ..session.project().cards.get(card).unwrap().clone() };
        session.run(&Command::Edit(card.into())).unwrap();
    }
    add_card(&mut session, second, "pays");
    select(&mut session, &[one]);
    let before = session.project().clone();
    run(&mut session, AppCommand::MergeSteps);

    assert_eq!(steps(&session), [one, three]);
    assert_eq!(session.project().steps.get(one).unwrap().name, "Order / Pay");
    assert_eq!(crate::app::testing::texts(&session, cell), ["chooses", "all the way", "pays and waits", "pays"]);
    let span = |card| session.project().cards.get(card).unwrap().extra_span;
    assert_eq!((span(over_all), span(over_two)), (1, 1), "both end at the last step, as before");
    session.undo();
    assert!(session.project().same_as(&before));
}

#[test]
fn feelings_are_averaged_to_halves_and_handoffs_links_and_names_in_the_data_tied_anew() {
    let (mut session, _) = session();
    let [one, two, three] = steps(&session)[..] else { panic!("three steps") };
    rename(&mut session, one, "Order");
    rename(&mut session, two, "Pay");
    for (step, value) in [(one, 1.0), (two, -1.5)] {
        let mark = Mark { value, ..Mark::new(session.new_id(), step, MarkSource::Agreed) };
        add(&mut session, mark);
    }
    let target = Mark { value: 1.3, ..Mark::new(session.new_id(), two, MarkSource::Target) };
    add(&mut session, target);
    let inner = Handoff { note: "till is slow".to_owned(), ..Handoff::new(session.new_id(), one, two) };
    let outer = Handoff { history: Carried::No, ..Handoff::new(session.new_id(), two, three) };
    let back = Link { label: "again".to_owned(), ..Link::new(session.new_id(), three, two, LinkKind::Loop) };
    let alias = Alias { name: "checkout".to_owned(), ..Alias::new(session.new_id(), two) };
    add(&mut session, inner);
    add(&mut session, outer);
    add(&mut session, back.clone());
    add(&mut session, alias);
    select(&mut session, &[two, one]);
    run(&mut session, AppCommand::MergeSteps);

    let project = session.project();
    let value = |source| project.mark_of(one, None, source).unwrap().value;
    assert_eq!((value(MarkSource::Agreed), value(MarkSource::Target)), (-0.5, 1.3));
    assert_eq!(project.steps.get(one).unwrap().touchpoint.weaknesses, "till is slow");
    assert_eq!(project.handoff_between(one, three).unwrap().history, Carried::No);
    assert_eq!(project.links.get(back.id).map(|link| (link.from, link.to)), Some((three, one)));
    let matcher = Matcher::new(project);
    for name in ["checkout", "Order", "pay", "Order / Pay"] {
        assert_eq!(matcher.steps(name), [one], "{name}");
    }
}

#[test]
fn pictures_are_joined_and_answers_that_have_no_place_are_kept_in_words() {
    let (mut session, _) = session();
    let [one, two, three] = steps(&session)[..] else { panic!("three steps") };
    rename(&mut session, one, "Order");
    rename(&mut session, two, "Pay");
    rename(&mut session, three, "Use");
    for (step, width) in [(one, 30), (two, 50)] {
        let picture = crate::app::pictures::picture_from_pixels(width, 20, vec![200; width as usize * 80]).unwrap();
        let step = Step { picture: Some(picture), ..session.project().steps.get(step).unwrap().clone() };
        session.run(&Command::Edit(step.into())).unwrap();
    }
    for (from, to, identity) in [(one, two, Carried::No), (one, three, Carried::Yes), (two, three, Carried::No)] {
        let handoff = Handoff { identity, ..Handoff::new(session.new_id(), from, to) };
        add(&mut session, handoff);
    }
    select(&mut session, &[one, two]);
    run(&mut session, AppCommand::MergeSteps);
    let project = session.project();
    let whole = project.steps.get(one).unwrap();
    let picture = image::load_from_memory(whole.picture.as_ref().unwrap().png()).unwrap();
    assert_eq!((picture.width(), picture.height()), (30 + 8 + 50, 20), "side by side");
    assert!(whole.touchpoint.weaknesses.contains("“Order” to “Pay”"), "{}", whole.touchpoint.weaknesses);
    let kept = project.handoff_between(one, three).unwrap();
    assert_eq!(kept.identity, Carried::Yes);
    assert!(kept.note.contains("“Pay” to “Use”"), "{}", kept.note);
}

#[test]
fn a_split_step_takes_the_selected_cards_along_and_what_leaves_it_leaves_the_second_half() {
    let (mut session, cell) = session();
    let [one, two, _] = steps(&session)[..] else { panic!("three steps") };
    rename(&mut session, one, "Order");
    add_card(&mut session, cell, "stays");
    let wide = add_card(&mut session, cell, "wide");
    let card = Card { extra_span: 1, ..session.project().cards.get(wide).unwrap().clone() };
    session.run(&Command::Edit(card.into())).unwrap();
    let goes = add_card(&mut session, cell, "goes");
    let handoff = Handoff::new(session.new_id(), one, two);
    add(&mut session, handoff.clone());
    session.select(Selection::from([goes.into()]));
    let before = session.project().clone();
    let Outcome::EditText(RecordId::Step(new)) = run(&mut session, AppCommand::SplitStep) else { panic!("no step") };

    assert_eq!(steps(&session)[..3], [one, new, two]);
    assert_eq!(session.project().steps.get(new).unwrap().name, "Order (2)");
    assert_eq!(crate::app::testing::texts(&session, Cell { step: new, ..cell }), ["goes"]);
    assert_eq!(crate::app::testing::texts(&session, cell), ["stays", "wide"]);
    assert_eq!(session.project().cards.get(wide).unwrap().extra_span, 2);
    assert_eq!(session.project().handoffs.get(handoff.id).map(|h| (h.from, h.to)), Some((new, two)));
    session.undo();
    assert!(session.project().same_as(&before));
}

#[test]
fn a_phase_is_split_at_a_step_and_merged_again() {
    let (mut session, _) = session();
    let journey = session.journey().unwrap();
    let all = steps(&session);
    let phase = session.project().phases_of(journey)[0].clone();
    session.run(&Command::Edit(Phase { name: "Buy".to_owned(), ..phase }.into())).unwrap();
    select(&mut session, &all[..1]);
    assert_eq!(run(&mut session, AppCommand::SplitPhase), Outcome::Nothing, "a phase begins there already");
    select(&mut session, &all[1..2]);
    run(&mut session, AppCommand::SplitPhase);
    let names = |session: &Session| -> Vec<(String, usize)> {
        let project = session.project();
        project.phases_of(journey).iter().map(|p| (p.name.clone(), project.steps_of(p.id).len())).collect()
    };
    assert_eq!(names(&session), [("Buy".to_owned(), 1), ("Buy (2)".to_owned(), 2)]);
    select(&mut session, &all[..1]);
    run(&mut session, AppCommand::MergePhases);
    assert_eq!(names(&session), [("Buy / Buy (2)".to_owned(), 3)]);
    assert_eq!(steps(&session), all);
}

/// Everything that somebody typed on the map of a journey: texts of cards, remarks of handoffs, names in the data.
fn typed(project: &Project) -> Vec<String> {
    let mut texts: Vec<String> = project.cards.iter().map(|card| card.text.clone()).collect();
    texts.extend(project.aliases.iter().map(|alias| normalized(&alias.name)));
    texts.sort();
    texts
}

fn lanes_of_cards(project: &Project) -> Vec<(LaneId, String)> {
    let mut lanes: Vec<_> = project.cards.iter().map(|card| (card.lane, card.text.clone())).collect();
    lanes.sort();
    lanes
}

proptest! {
    #[test]
    fn nothing_typed_is_lost_and_the_document_stays_sound(project in arbitrary::project(), at in any::<u16>(), by in 1_usize..4) {
        let journeys: Vec<_> = project.journeys_in_order().into_iter().map(|journey| journey.id).collect();
        let journey = journeys[usize::from(at) % journeys.len()];
        let all: Vec<StepId> = project.steps_in_journey(journey).iter().map(|step| step.id).collect();
        let mut session = Session::new(project.clone(), None, IdSource::seeded(99));
        session.show_journey(journey);
        let sound = project.problems().is_empty();
        for command in [AppCommand::MergeSteps, AppCommand::SplitStep, AppCommand::MergePhases, AppCommand::SplitPhase] {
            if all.is_empty() { continue; }
            let first = usize::from(at) % all.len();
            let last = (first + by).min(all.len());
            select(&mut session, &all[first..last]);
            let before = session.project().clone();
            let outcome = run(&mut session, command);
            let now = session.project().clone();
            if sound {
                prop_assert_eq!(now.problems(), Vec::new());
            }
            prop_assert_eq!(lanes_of_cards(&now), lanes_of_cards(&before), "{:?}", command);
            let kept = typed(&now);
            for text in typed(&before) {
                prop_assert!(kept.contains(&text), "{:?} lost {:?}", command, text);
            }
            for step in before.steps.iter() {
                let name = step.name.trim();
                prop_assert!(now.steps.iter().any(|now| now.name.contains(name)), "{:?} lost {:?}", command, name);
            }
            for handoff in before.handoffs.iter().filter(|handoff| !handoff.note.trim().is_empty()) {
                let is_kept = now.handoffs.iter().any(|now| now.note.contains(&handoff.note))
                    || now.steps.iter().any(|step| step.touchpoint.weaknesses.contains(&handoff.note));
                prop_assert!(is_kept, "{:?} lost the remark {:?}", command, handoff.note);
            }
            for link in before.links.iter().filter(|link| !link.label.is_empty()) {
                prop_assert!(now.links.iter().any(|now| now.label == link.label), "{:?} lost {:?}", command, link.label);
            }
            if outcome != Outcome::Nothing {
                session.undo();
                prop_assert_eq!(session.project(), &before);
            }
        }
    }
}
