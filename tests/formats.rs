//! Files of every released format open for ever. The samples are frozen: they are never changed again.

use std::path::Path;
use tabiji::base::IdSource;
use tabiji::model::{ColumnRole, Evidence, LaneKind, LinkKind, MarkSource, OtherCards, Subject};
use tabiji::store;

const V1: &str = include_str!("formats/v1/sample.ron");
const V2: &str = include_str!("formats/v2/sample.ron");
const V3: &str = include_str!("formats/v3/sample.ron");

#[test]
fn a_file_of_format_1_opens_with_everything_in_it() {
    let loaded = store::from_text(V1, &mut IdSource::seeded(1)).expect("it opens");
    assert!(loaded.report.is_empty(), "{:?}", loaded.report);
    let project = loaded.project;
    assert_eq!(project.info.title, "靴を買う旅 “omnichannel”");
    assert_eq!(project.info.display_floor, 7);
    assert_eq!(project.departments_in_order()[1].name, "Call centre");
    assert_eq!(project.channels_in_order()[0].name, "口コミ");
    let persona = project.personas_in_order()[0];
    assert_eq!((persona.organisation.approval_route.as_str(), persona.share_percent), ("稟議", Some(12.5)));
    assert_eq!(persona.extra[0].value, "犬 🐕‍🦺");
    let [as_is, other] = project.journeys_in_order()[..] else { panic!("two journeys") };
    assert_eq!((other.as_is, other.competitor.as_str()), (Some(as_is.id), "Rival & Co."));
    let steps = project.steps_in_journey(as_is.id);
    assert_eq!(steps.iter().map(|step| step.name.as_str()).collect::<Vec<_>>(), ["店で在庫をたずねる", "Pay"]);
    assert!(steps[0].touchpoint.moment_of_truth && steps[0].picture.is_some());
    assert_eq!(steps[0].experience.relate, 3);
    let lanes = project.lanes_of(as_is.id);
    assert_eq!(
        lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>(),
        [LaneKind::Pain, LaneKind::ExperienceValue, LaneKind::Opportunity]
    );
    let pain = project.cards_in(lanes[0].id, steps[0].id)[0];
    assert_eq!((pain.text.as_str(), pain.pain.severity), ("店員が\n在庫を知らない", 3));
    assert_eq!(project.cards_in(lanes[2].id, steps[0].id)[0].opportunity.answers, [pain.id]);
    let agreed = project.mark_of(steps[0].id, Some(persona.id), MarkSource::Agreed).expect("an agreed mark");
    assert!((agreed.value - -1.5).abs() < f32::EPSILON);
    assert!(project.handoff_between(steps[0].id, steps[1].id).expect("a handoff").is_broken());
    assert_eq!(project.links.iter().next().expect("a link").kind, LinkKind::Loop);
    let data_set = project.data_sets_in_order()[0];
    assert_eq!((data_set.columns[1].role, data_set.scales.csat_top), (ColumnRole::Nps, 7));
    assert_eq!(data_set.answers[0].slices[0].nps.iter().sum::<u64>(), 37);
    assert_eq!(project.aliases.iter().next().expect("an alias").step, steps[0].id);
}

#[test]
fn a_file_of_format_2_opens_with_what_it_brought() {
    let loaded = store::from_text(V2, &mut IdSource::seeded(1)).expect("it opens");
    assert!(loaded.report.is_empty(), "{:?}", loaded.report);
    let project = loaded.project;
    let [as_is, to_be] = project.journeys_in_order()[..] else { panic!("two journeys") };
    let (from, made) = (project.steps_in_journey(as_is.id), project.steps_in_journey(to_be.id));
    assert_eq!((made[0].origin, made[0].width), (Some(from[0].id), 180));
    let lane = project.lanes_of(to_be.id)[0];
    assert_eq!((lane.origin, lane.collapsed, lane.height), (Some(project.lanes_of(as_is.id)[0].id), true, 120));
    let card = project.cards_in(lane.id, made[0].id)[0];
    assert!(card.origin.is_some() && card.personas == to_be.personas);
    assert_eq!(project.phases_of(to_be.id)[0].origin, Some(project.phases_of(as_is.id)[0].id));
    let view = project.views.iter().next().expect("a saved view");
    assert_eq!((view.name.as_str(), view.journey), ("店舗の仮説", Some(as_is.id)));
    assert_eq!(view.lost, ["EC部"]);
    assert_eq!((view.filter.evidence.as_slice(), view.filter.others), (&[Evidence::Assumed][..], OtherCards::Hidden));
}

#[test]
fn a_file_of_format_3_opens_with_what_it_brought() {
    let loaded = store::from_text(V3, &mut IdSource::seeded(1)).expect("it opens");
    assert!(loaded.report.is_empty(), "{:?}", loaded.report);
    let project = loaded.project;
    assert_eq!((project.info.cuts[0].rating.as_str(), project.info.cuts[0].from), ("接客", 4));
    let data_set = project.data_sets_in_order()[0];
    assert_eq!(project.info.private_names, ["山田 太郎"]);
    assert_eq!((data_set.sheet.as_str(), data_set.rows_above, data_set.day_first), ("回答", 2, true));
    assert_eq!((data_set.columns[2].step.as_str(), data_set.no_answer[0].as_str()), ("配送", "99"));
    let cube = data_set.cube.as_ref().expect("a cube");
    assert!(cube.is_sound(&data_set.measures));
    assert_eq!((cube.subjects[1].of, cube.companies[1].as_str()), (Subject::Phase, "Rival & Co."));
    assert_eq!((data_set.together[0].n, data_set.words[0].words[0].1), (9, 7));
    assert_eq!(data_set.imports[0].columns[0].role, ColumnRole::Overall);
    let view = project.views.iter().next().expect("a saved view");
    assert_eq!(
        (view.feedback.from.as_deref(), view.feedback.personas.as_slice()),
        (Some("2026-07"), &["佐藤".to_owned()][..])
    );
}

/// When this fails, the model was changed and the format with it: give the format a new number, keep the old
/// records for reading unless it only added what may be left out, and add a sample of the new one. Until the release
/// that brings a format, its sample may follow.
#[test]
fn the_model_does_not_change_the_format_unnoticed() {
    assert_eq!(store::FORMAT, 3, "a new format wants a sample of its own");
    let project = store::from_text(V3, &mut IdSource::seeded(1)).expect("it opens").project;
    assert_eq!(store::to_text(&project).expect("it can be written"), V3);
}

#[test]
fn a_file_is_opened_from_a_folder() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/v1/sample.ron");
    let opened = store::open(&path).expect("it opens");
    assert!(V1.starts_with(&format!("// tabiji format=1 sha256={}", opened.hash)));
}
