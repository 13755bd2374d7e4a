//! Copying and pasting as a person sees it: text from spreadsheets, records between projects.

use super::{Clip, Plan, Sheet, Spot, Why, copy, cut, paste_records, plan_sheet};
use crate::app::testing::{add_card, session, texts};
use crate::app::{Cell, Example, Selection, Session, View, run_action};
use crate::base::{IdSource, OrderKey};
use crate::edit::apply;
use crate::i18n::Lang;
use crate::model::{Card, Department, Evidence, JourneyIndex, LaneKind, MarkSource, Project, RecordId, Step, StepId};
use proptest::prelude::*;

fn plan(session: &mut Session, cell: Option<Cell>, text: &str) -> Plan {
    let project = session.project().clone();
    let spot = Spot { project: &project, journey: session.journey().unwrap(), cell, lang: Lang::En };
    plan_sheet(spot, &Sheet::read(text), session.ids())
}

fn paste(session: &mut Session, cell: Option<Cell>, text: &str) -> Plan {
    let plan = plan(session, cell, text);
    session.run_selecting(plan.command.as_ref().unwrap(), super::selection_after(&plan)).unwrap();
    plan
}

fn step_names(session: &Session) -> Vec<String> {
    let journey = session.journey().unwrap();
    session.project().steps_in_journey(journey).iter().map(|step| step.name.clone()).collect()
}

fn lane(session: &Session, kind: LaneKind) -> crate::model::LaneId {
    let lanes = session.project().lanes_of(session.journey().unwrap());
    lanes.into_iter().find(|lane| lane.kind == kind).unwrap().id
}

/// The texts of a lane, step by step.
fn row(session: &Session, kind: LaneKind) -> Vec<Vec<String>> {
    let index = JourneyIndex::new(session.project(), session.journey().unwrap()).unwrap();
    let lane = lane(session, kind);
    index.steps().map(|step| index.cell(lane, step.id).iter().map(|card| card.text.clone()).collect()).collect()
}

#[test]
fn a_block_goes_right_and_down_from_the_focused_cell_with_new_steps_at_the_end() {
    let (mut session, cell) = session();
    let before = session.project().clone();
    let plan = paste(&mut session, Some(cell), "a\tb\tc\td\r\n\"e\nf\"\t\t\tg\r\n");
    assert_eq!(row(&session, LaneKind::Action), [vec!["a"], vec!["b"], vec!["c"], vec!["d"]]);
    assert_eq!(row(&session, LaneKind::Pain), [vec!["e", "f"], vec![], vec![], vec!["g"]]);
    assert_eq!((plan.counts.cards, plan.counts.lanes, plan.counts.steps, plan.counts.new_steps), (7, 2, 4, 1));
    assert!(plan.leftovers.is_empty());
    session.undo();
    assert!(session.project().same_as(&before), "one undo takes it all back");
}

#[test]
fn what_has_no_lane_is_said_with_row_column_and_text() {
    let (mut session, cell) = session();
    let pain = Cell { lane: lane(&session, LaneKind::Pain), ..cell };
    let plan = plan(&mut session, Some(pain), "a\tb\n\tlost");
    assert_eq!(plan.counts.cards, 2);
    let left = &plan.leftovers[0];
    assert_eq!((left.row, left.column, left.text.as_str(), left.why), (2, 2, "lost", Why::NoLane));
}

#[test]
fn lane_and_step_names_send_cells_where_they_belong() {
    let (mut session, _) = session();
    paste(&mut session, None, "\tSee it\tBuy it\nPain points\tslow\t\nActions\tlook\tpay\nSupport processes\t\tbank");
    assert_eq!(step_names(&session), ["See it", "Buy it", ""], "nameless steps get the names");
    assert_eq!(row(&session, LaneKind::Pain)[0], ["slow"]);
    assert_eq!(row(&session, LaneKind::Action)[..2], [["look"], ["pay"]]);
    assert_eq!(row(&session, LaneKind::Support)[1], ["bank"], "a lane that is missing is added");
    paste(&mut session, None, "ステップ\tBuy it\tUse it\n行動\tcompare\twear");
    assert_eq!(step_names(&session), ["See it", "Buy it", "Use it"]);
    assert_eq!(row(&session, LaneKind::Action)[1], ["pay", "compare"]);
}

#[test]
fn figures_become_emotions_and_names_channels() {
    let mut session = Session::new(Example::WinterCoat.project().unwrap(), None, IdSource::seeded(5));
    let channels = session.project().channels.len();
    let known = session.project().channels_in_order()[0].name.clone();
    let steps = step_names(&session);
    let text =
        format!("\t{}\t{}\n感情曲線\t＋1.5 うれしい\tふつうか\nタッチポイント\t{known}、占い師\t", steps[0], steps[1]);
    let plan = paste(&mut session, None, &text);
    let project = session.project();
    let first = project.steps_in_journey(session.journey().unwrap())[0];
    let agreed = |step: StepId| {
        project.marks.iter().find(|mark| mark.step == step && mark.source == MarkSource::Agreed).unwrap()
    };
    assert_eq!((agreed(first.id).value, agreed(first.id).word.as_str()), (1.5, "うれしい"));
    assert_eq!(project.channels.len(), channels + 1);
    let names: Vec<_> =
        first.touchpoint.channels.iter().map(|id| project.channels.get(*id).unwrap().name.as_str()).collect();
    assert!(names.contains(&known.as_str()) && names.contains(&"占い師"));
    assert_eq!((plan.leftovers.len(), plan.leftovers[0].why), (1, Why::NoEmotion));
}

#[test]
fn a_whole_matrix_makes_phases_steps_and_lanes_of_an_empty_map() {
    let project = crate::app::actions::blank_project(&mut IdSource::seeded(1), Lang::Ja);
    let mut session = Session::new(project, None, IdSource::seeded(2));
    let before = session.project().clone();
    paste(
        &mut session,
        None,
        "フェーズ\t認知\t\t購入\nステップ\t見る\t聞く\t買う\n行動\ta\tb\tc\n\tx\t\t\n課題\t\t\td\n自由\te\t\t",
    );
    let journey = session.journey().unwrap();
    let phases: Vec<_> = session.project().phases_of(journey).iter().map(|phase| phase.name.clone()).collect();
    assert_eq!(phases, ["認知", "購入"], "the usual phases make room");
    assert_eq!(step_names(&session), ["見る", "聞く", "買う"]);
    assert_eq!(row(&session, LaneKind::Action)[0], ["a", "x"], "a row without a name belongs to the lane above");
    assert_eq!(session.project().lanes_of(journey).last().unwrap().title, "自由");
    session.undo();
    assert!(session.project().same_as(&before));
}

#[test]
fn five_thousand_cells_are_planned_and_pasted_while_one_waits() {
    let (mut session, cell) = session();
    let line = vec!["カードの文です"; 100].join("\t");
    let rows: Vec<String> = (0..50).map(|n| format!("レーン{n}\t{line}")).collect();
    let text = format!("行動\t{line}\n{}", rows.join("\n"));
    let start = std::time::Instant::now();
    // At least half of the first column must be names of lanes: the second paste knows them.
    for name in (0..50).map(|n| format!("レーン{n}")) {
        let lane = crate::model::Lane::new(
            session.new_id(),
            session.journey().unwrap(),
            OrderKey::default(),
            LaneKind::Custom,
        );
        let record = crate::model::Lane { title: name, ..lane }.into();
        session.run(&crate::edit::Command::Add { record, before: None }).unwrap();
    }
    let plan = paste(&mut session, Some(cell), &text);
    assert_eq!(plan.counts.cards, 5100);
    assert_eq!(session.project().cards.len(), 5100);
    assert!(start.elapsed().as_secs() < 30, "{:?} without optimisation", start.elapsed());
}

#[test]
fn several_cards_are_the_smallest_rectangle_that_holds_them() {
    let (mut session, cell) = session();
    let steps: Vec<StepId> =
        session.project().steps_in_journey(session.journey().unwrap()).iter().map(|s| s.id).collect();
    let pain = lane(&session, LaneKind::Pain);
    let a = add_card(&mut session, cell, "=a");
    let b = add_card(&mut session, cell, "b");
    let c = add_card(&mut session, Cell { lane: pain, step: steps[2] }, "c");
    session.select(Selection::from([a.into(), b.into(), c.into()]));
    let copied = copy(&mut session, View::Map, Lang::En).unwrap();
    assert_eq!(copied.text, "\"'=a\nb\"\t\t\n\t\tc");
    assert_eq!(copied.clip.unwrap().roots.len(), 3);
}

#[test]
fn a_step_is_copied_with_names_of_lanes_and_comes_back_from_a_spreadsheet() {
    let mut session = Session::new(Example::WinterCoat.project().unwrap(), None, IdSource::seeded(5));
    let journey = session.journey().unwrap();
    session.select(Selection::from([journey.into()]));
    let text = copy(&mut session, View::Map, Lang::Ja).unwrap().text;
    assert!(text.starts_with("フェーズ\t"), "{text}");
    let blank = crate::app::actions::blank_project(&mut IdSource::seeded(1), Lang::Ja);
    let mut other = Session::new(blank, None, IdSource::seeded(9));
    paste(&mut other, None, &text);
    assert_eq!(step_names(&other), step_names(&session));
    for kind in [LaneKind::Action, LaneKind::Thought, LaneKind::Pain, LaneKind::Opportunity] {
        assert_eq!(row(&other, kind), row(&session, kind), "{kind:?}");
    }
    let agreed = |session: &Session| session.project().marks.iter().filter(|m| m.source == MarkSource::Agreed).count();
    assert!(agreed(&other) > 0);
}

fn open(project: Project, seed: u64) -> Session {
    Session::new(project, None, IdSource::seeded(seed))
}

/// Copies what is selected and pastes it into another window, through the file between them.
fn carry(from: &mut Session, to: &mut Session) {
    let clip = copy(from, View::Map, Lang::En).unwrap().clip.unwrap();
    let clip = Clip::from_text(&clip.to_text().unwrap()).unwrap();
    let action = paste_records(to, &clip, Lang::En).unwrap();
    run_action(to, action).unwrap();
    assert!(to.project().problems().iter().all(|problem| !problem.is_damage()));
}

#[test]
fn a_card_comes_into_another_project_with_all_its_fields() {
    let (mut from, cell) = session();
    let department = Department { name: "ＥＣ部".to_owned(), ..Department::new(from.new_id(), OrderKey::default()) };
    let other = Department { name: "店舗".to_owned(), ..Department::new(from.new_id(), OrderKey::default()) };
    let (mine, brought) = (department.id, other.id);
    for record in [department.into(), other.into()] {
        from.run(&crate::edit::Command::Add { record, before: None }).unwrap();
    }
    let card = add_card(&mut from, cell, "x");
    let mut full = Card {
        author: Some(mine),
        evidence: Evidence::Researched,
        sources: "interview".to_owned(),
        tags: vec!["a".to_owned()],
        votes: 3,
        ..from.project().cards.get(card).unwrap().clone()
    };
    full.pain.owner = Some(brought);
    full.pain.severity = 2;
    full.opportunity.kpi = "NPS".to_owned();
    from.run(&crate::edit::Command::Edit(full.clone().into())).unwrap();
    from.select(Selection::from([card.into()]));

    let mut to = open(Example::HotelStay.project().unwrap(), 8);
    let known = Department { name: "EC部".to_owned(), ..Department::new(to.new_id(), OrderKey::default()) };
    let known_id = known.id;
    to.run(&crate::edit::Command::Add { record: known.into(), before: None }).unwrap();
    let before = to.project().clone();
    carry(&mut from, &mut to);
    let Some(RecordId::Card(id)) = to.selection().primary() else { panic!("the card is selected") };
    let pasted = to.project().cards.get(id).unwrap();
    assert_ne!(id, card, "under a new id");
    assert_eq!(pasted.author, Some(known_id), "the department of the same name");
    assert_eq!(to.project().departments.get(pasted.pain.owner.unwrap()).unwrap().name, "店舗", "brought along");
    let same = Card {
        id,
        lane: pasted.lane,
        step: pasted.step,
        order: pasted.order.clone(),
        author: pasted.author,
        ..full.clone()
    };
    let same = Card { pain: pasted.pain.clone(), ..same };
    assert_eq!(*pasted, same);
    assert_eq!((pasted.pain.severity, pasted.opportunity.kpi.as_str()), (2, "NPS"));
    to.undo();
    assert!(to.project().same_as(&before));
}

#[test]
fn a_journey_comes_into_another_project_whole() {
    let mut from = open(Example::WinterCoat.project().unwrap(), 1);
    let mut to = open(Example::HotelStay.project().unwrap(), 2);
    let journey = from.journey().unwrap();
    from.select(Selection::from([journey.into()]));
    let before = to.project().clone();
    carry(&mut from, &mut to);
    let copy = to.journey().unwrap();
    assert_ne!(copy, journey);
    let shape = |session: &Session, journey| {
        let project = session.project();
        let index = JourneyIndex::new(project, journey).unwrap();
        let cards: Vec<String> = index
            .lanes
            .iter()
            .flat_map(|lane| {
                index
                    .steps()
                    .flat_map(|step| index.cell(lane.id, step.id).iter().map(|card| card.text.clone()))
                    .collect::<Vec<_>>()
            })
            .collect();
        let marks: usize = index.marks.values().map(Vec::len).sum();
        let people: Vec<_> =
            index.journey.personas.iter().map(|id| project.personas.get(*id).unwrap().name.clone()).collect();
        (cards, marks, index.handoffs.len(), index.links.len(), people, index.journey.title.clone())
    };
    assert_eq!(shape(&to, copy), shape(&from, journey));
    to.undo();
    assert!(to.project().same_as(&before));
}

#[test]
fn steps_lanes_phases_and_personas_come_into_another_project() {
    let source = Example::WinterCoat.project().unwrap();
    let journey = source.journeys_in_order()[0].id;
    let mut roots: Vec<RecordId> = vec![source.personas_in_order()[0].id.into()];
    roots.extend(source.steps_in_journey(journey).iter().take(3).map(|step| RecordId::from(step.id)));
    roots.extend(source.lanes_of(journey).iter().map(|lane| RecordId::from(lane.id)));
    roots.extend(source.phases_of(journey).iter().map(|phase| RecordId::from(phase.id)));
    roots.push(source.departments_in_order()[0].id.into());
    roots.push(source.channels_in_order()[0].id.into());
    for root in roots {
        for into_itself in [false, true] {
            let mut from = open(source.clone(), 1);
            let target = if into_itself { source.clone() } else { Example::HotelStay.project().unwrap() };
            let mut to = open(target, 2);
            from.select(Selection::from([root]));
            let before = to.project().clone();
            let clip = copy(&mut from, View::Map, Lang::En).unwrap().clip.unwrap();
            let action = paste_records(&mut to, &clip, Lang::En).unwrap();
            run_action(&mut to, action).unwrap();
            assert!(to.project().problems().iter().all(|problem| !problem.is_damage()), "{root:?}");
            to.undo();
            assert!(to.project().same_as(&before), "{root:?}");
        }
    }
}

#[test]
fn a_step_keeps_its_cards_and_emotions_in_another_project() {
    let mut from = open(Example::WinterCoat.project().unwrap(), 1);
    let mut to = open(Example::HotelStay.project().unwrap(), 2);
    let step: Step = from.project().steps_in_journey(from.journey().unwrap())[1].clone();
    from.select(Selection::from([step.id.into()]));
    carry(&mut from, &mut to);
    let Some(RecordId::Step(copy)) = to.selection().primary() else { panic!("the step is selected") };
    let count = |session: &Session, step: StepId| {
        let project = session.project();
        (
            project.cards.iter().filter(|c| c.step == step).count(),
            project.marks.iter().filter(|m| m.step == step).count(),
        )
    };
    assert_eq!(count(&to, copy), count(&from, step.id));
    assert_eq!(to.project().steps.get(copy).unwrap().name, step.name);
}

#[test]
fn cutting_takes_away_what_pasting_brings_back() {
    let (mut session, cell) = session();
    add_card(&mut session, cell, "a");
    session.select(Selection::of_cell(cell));
    let clip = copy(&mut session, View::Map, Lang::En).unwrap().clip.unwrap();
    let action = cut(&session, View::Map).unwrap();
    run_action(&mut session, action).unwrap();
    assert!(texts(&session, cell).is_empty());
    let action = paste_records(&mut session, &clip, Lang::En).unwrap();
    run_action(&mut session, action).unwrap();
    assert_eq!(texts(&session, cell), ["a"]);
}

#[test]
fn a_block_of_cards_emotions_and_channels_keeps_everything() {
    let project = Example::WinterCoat.project().unwrap();
    let mut session = open(project.clone(), 3);
    let steps: Vec<StepId> = project.steps_in_journey(session.journey().unwrap()).iter().map(|step| step.id).collect();
    let [top, bottom] = [LaneKind::Action, LaneKind::Emotion].map(|kind| lane(&session, kind));
    let mut selection = Selection::of_cell(Cell { lane: top, step: steps[0] });
    selection.reach_to(Cell { lane: bottom, step: steps[1] });
    session.select(selection);
    let clip = copy(&mut session, View::Map, Lang::Ja).unwrap().clip.unwrap();
    let clip = Clip::from_text(&clip.to_text().unwrap()).unwrap();
    session.select(Selection::of_cell(Cell { lane: top, step: steps[6] }));
    let action = paste_records(&mut session, &clip, Lang::Ja).unwrap();
    run_action(&mut session, action).unwrap();
    let now = session.project();
    for (from, to) in [(steps[0], steps[6]), (steps[1], steps[7])] {
        let said = |project: &Project, step| -> Vec<(String, Option<crate::model::DepartmentId>, Evidence)> {
            let mut cards: Vec<&Card> = project.cards.iter().filter(|c| c.lane == top && c.step == step).collect();
            cards.sort_by(|a, b| a.order.cmp(&b.order));
            cards.into_iter().map(|card| (card.text.clone(), card.author, card.evidence)).collect()
        };
        assert_eq!(said(now, to), [said(&project, to), said(&project, from)].concat(), "cards with who said so");
        for mark in project.marks.iter().filter(|mark| mark.step == from) {
            let there = now.mark_of(to, mark.persona, mark.source).unwrap();
            assert_eq!((there.value, &there.word), (mark.value, &mark.word), "{:?}", mark.source);
        }
        let channels = |project: &Project, step| project.steps.get(step).unwrap().touchpoint.channels.clone();
        assert!(channels(&project, from).iter().all(|channel| channels(now, to).contains(channel)));
    }
    session.undo();
    assert!(session.project().same_as(&project), "one undo");
}

#[test]
fn a_pain_that_was_cut_and_pasted_is_still_answered() {
    let project = Example::WinterCoat.project().unwrap();
    let mut session = open(project.clone(), 3);
    let answering = project.cards.iter().find(|card| !card.opportunity.answers.is_empty()).unwrap().clone();
    let pain = project.cards.get(answering.opportunity.answers[0]).unwrap().clone();
    session.select(Selection::from([pain.id.into()]));
    let clip = copy(&mut session, View::Map, Lang::Ja).unwrap().clip.unwrap().cut_from(&project);
    let action = cut(&session, View::Map).unwrap();
    run_action(&mut session, action).unwrap();
    let answers = |session: &Session| session.project().cards.get(answering.id).unwrap().opportunity.answers.clone();
    assert!(!answers(&session).contains(&pain.id));
    let elsewhere = project.steps_in_journey(session.journey().unwrap())[1].id;
    session.select(Selection::of_cell(Cell { lane: pain.lane, step: elsewhere }));
    let action = paste_records(&mut session, &clip, Lang::Ja).unwrap();
    run_action(&mut session, action).unwrap();
    assert_eq!(session.project().cards.get(pain.id).unwrap().step, elsewhere, "as itself");
    assert_eq!(answers(&session), answering.opportunity.answers);
    let action = paste_records(&mut session, &clip, Lang::Ja).unwrap();
    run_action(&mut session, action).unwrap();
    assert_eq!(session.project().cards.len(), project.cards.len() + 1, "a second time it is a copy");
    assert_eq!(answers(&session), answering.opportunity.answers);
}

#[test]
fn a_step_that_was_cut_and_pasted_is_still_known_to_the_survey() {
    let project = Example::WinterCoat.project().unwrap();
    let mut session = open(project.clone(), 3);
    let Some(alias) = project.aliases.iter().next().cloned() else { panic!("the example has a survey") };
    session.select(Selection::from([alias.step.into()]));
    let clip = copy(&mut session, View::Map, Lang::Ja).unwrap().clip.unwrap().cut_from(&project);
    let action = cut(&session, View::Map).unwrap();
    run_action(&mut session, action).unwrap();
    let action = paste_records(&mut session, &clip, Lang::Ja).unwrap();
    run_action(&mut session, action).unwrap();
    assert_eq!(session.project().aliases.get(alias.id), Some(&alias));
}

#[test]
fn cards_keep_their_relative_places() {
    let (mut session, cell) = session();
    let steps: Vec<StepId> =
        session.project().steps_in_journey(session.journey().unwrap()).iter().map(|s| s.id).collect();
    let pain = lane(&session, LaneKind::Pain);
    let a = add_card(&mut session, cell, "a");
    let b = add_card(&mut session, Cell { lane: pain, step: steps[1] }, "b");
    session.select(Selection::from([a.into(), b.into()]));
    let clip = copy(&mut session, View::Map, Lang::En).unwrap().clip.unwrap();
    session.select(Selection::of_cell(Cell { step: steps[2], ..cell }));
    let action = paste_records(&mut session, &clip, Lang::En).unwrap();
    run_action(&mut session, action).unwrap();
    assert_eq!(row(&session, LaneKind::Action), [vec!["a"], vec![], vec!["a"], vec![]]);
    assert_eq!(row(&session, LaneKind::Pain), [vec![], vec!["b"], vec![], vec!["b"]], "a step more at the end");
}

proptest! {
    #[test]
    fn any_text_is_planned_and_undone(text in "[a\t\n\"'=行動思考感情0-9 ]{0,60}", focus in 0_usize..7) {
        let (mut session, cell) = session();
        let cell = (focus < 3).then_some(cell);
        let plan = plan(&mut session, cell, &text);
        if let Some(command) = plan.command.clone() {
            let before = session.project().clone();
            let next = apply(&before, &command, &mut IdSource::seeded(4)).unwrap();
            prop_assert!(next.problems().iter().all(|problem| !problem.is_damage()));
            session.run_selecting(&command, super::selection_after(&plan)).unwrap();
            session.undo();
            prop_assert!(session.project().same_as(&before));
        }
    }

    #[test]
    fn what_is_copied_between_any_projects_leaves_them_sound(
        source in crate::model::arbitrary::project(),
        target in crate::model::arbitrary::project(),
        pick in 0_usize..1000,
    ) {
        let roots: Vec<RecordId> = source.ids().collect();
        prop_assume!(!roots.is_empty());
        let root = roots[pick % roots.len()];
        let mut ids = IdSource::seeded(77);
        let clip = Clip::of(&source, vec![root], "", &mut ids);
        let mut session = Session::new(target, None, IdSource::seeded(99));
        let was_sound = session.project().problems().iter().all(|problem| !problem.is_damage());
        if let Some(action) = paste_records(&mut session, &clip, Lang::Ja) {
            let done = run_action(&mut session, action);
            prop_assert!(done.is_ok(), "{done:?}");
            let sound = session.project().problems().iter().all(|problem| !problem.is_damage());
            prop_assert!(sound || !was_sound);
        }
    }
}
