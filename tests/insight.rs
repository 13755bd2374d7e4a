//! What maps say about themselves.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use tabiji::base::IdSource;
use tabiji::feedback::{Overlay, StepVoice};
use tabiji::i18n::{Lang, insight::finding_text};
use tabiji::insight::{Cause, Check, Finding, Findings, Severity, findings};
use tabiji::model::{Evidence, JourneyId, JourneyIndex, LaneKind, Mark, MarkSource, Project, RecordId, StepId};
use tabiji::store;

fn example(text: &str) -> (Project, JourneyId) {
    let project = store::from_text(text, &mut IdSource::seeded(1)).unwrap().project;
    let journey = project.journeys_in_order()[0].id;
    (project, journey)
}

fn winter_coat() -> (Project, JourneyId) {
    example(include_str!("../examples/winter-coat.ron"))
}

fn ask(project: &Project, journey: JourneyId) -> Findings {
    findings(project, journey, Some(&Overlay::new(project))).unwrap()
}

#[test]
fn belief_outside_the_measured_interval_is_found_and_worse_when_the_sign_differs() {
    let (mut project, journey) = winter_coat();
    let overlay = Overlay::new(&project);
    let leader = project.journeys.get(journey).unwrap().personas.first().copied();
    let measured = project.steps_in_journey(journey).into_iter().find_map(|step| {
        let StepVoice::Shown(figures) = overlay.steps.get(&step.id)? else { return None };
        Some((step.id, figures.emotion.filter(|emotion| emotion.value.abs() > 0.2)?))
    });
    let (step, measured) = measured.unwrap();
    let believe = |project: &mut Project, value: f32| {
        let marks = project.marks.iter().filter(|mark| mark.step == step && mark.source == MarkSource::Agreed);
        let old: Vec<_> = marks.map(|mark| mark.id).collect();
        for mark in old {
            project.marks.remove(mark);
        }
        let mark = Mark { value, persona: leader, ..Mark::new(IdSource::seeded(9).next(), step, MarkSource::Agreed) };
        project.marks.put(mark);
    };
    let found = |project: &Project| {
        let findings = ask(project, journey);
        let of_step = |finding: &&Finding| finding.cause.about() == step.into();
        findings.of(Check::Belief).find(of_step).map(|finding| finding.severity)
    };
    believe(&mut project, measured.value as f32);
    assert_eq!(found(&project), None);
    believe(&mut project, -2.0 * measured.value.signum() as f32);
    assert_eq!(found(&project), Some(Severity::Critical));
}

#[test]
fn a_map_without_answers_says_what_could_not_be_asked() {
    let (project, journey) = winter_coat();
    let findings = findings(&project, journey, None).unwrap();
    assert_eq!(findings.of(Check::Belief).count() + findings.of(Check::LowAndBusy).count(), 0);
    for check in [Check::Belief, Check::LowAndBusy, Check::Unmeasured] {
        assert!(findings.not_asked.contains(&check), "{check:?}");
    }
    assert!(ask(&project, journey).not_asked.iter().all(|check| *check != Check::Belief));
}

#[test]
fn pains_are_open_until_an_opportunity_answers_them() {
    let (mut project, journey) = winter_coat();
    for card in project.cards.clone().iter() {
        project.cards.change(card.id, |card| card.opportunity.answers.clear());
    }
    let open = |project: &Project| ask(project, journey).of(Check::Pains).count();
    let before = open(&project);
    let first = ask(&project, journey).of(Check::Pains).next().unwrap().cause.about();
    let RecordId::Card(pain) = first else { panic!("{first:?}") };
    let mut cards = project.cards.iter().filter(|card| project.journey_of_step(card.step) == Some(journey));
    let answer = cards.find(|card| card.id != pain).unwrap().id;
    drop(cards);
    project.cards.change(answer, |card| card.opportunity.answers.push(pain));
    assert_eq!(open(&project), before - 1);
}

#[test]
fn phases_that_are_assumed_and_lanes_that_fall_silent_are_found() {
    let (mut project, journey) = winter_coat();
    let index = JourneyIndex::new(&project, journey).unwrap();
    let phases = index.phases.len();
    let lane = index.lanes.iter().find(|lane| lane.kind == LaneKind::Action).unwrap().id;
    let steps: Vec<StepId> = index.steps().map(|step| step.id).collect();
    drop(index);
    for card in project.cards.clone().iter() {
        project.cards.change(card.id, |card| card.evidence = Evidence::Assumed);
        if card.lane == lane && steps[1..].contains(&card.step) {
            project.cards.remove(card.id);
        }
    }
    let findings = ask(&project, journey);
    assert_eq!(findings.of(Check::Assumed).count(), phases);
    let silent = findings.of(Check::Silence).find_map(|finding| match finding.cause {
        Cause::Silent { lane: found, to, steps, .. } if found == lane => Some((to, steps)),
        _ => None,
    });
    let (to, count) = silent.unwrap();
    assert_eq!(to, *steps.last().unwrap());
    assert!(count + 2 >= steps.len(), "{count} of {}", steps.len());
}

#[test]
fn every_finding_is_a_sentence_in_both_languages() {
    for text in [include_str!("../examples/winter-coat.ron"), include_str!("../examples/hotel-stay.ron")] {
        let (project, _) = example(text);
        for journey in project.journeys_in_order() {
            let findings = ask(&project, journey.id);
            for (finding, lang) in findings.found.iter().flat_map(|finding| [(finding, Lang::En), (finding, Lang::Ja)])
            {
                let said = finding_text(finding, findings.by_customers, &project, lang);
                assert!(!said.contains(['{', '}']) && !said.contains("“”") && !said.contains("「」"), "{said}");
            }
        }
    }
}
