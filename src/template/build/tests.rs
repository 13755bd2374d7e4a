//! A small outline through to the records, and each mistake an author can make.

use crate::base::IdSource;
use crate::model::{Carried, LaneKind, MarkSource, Project};
use crate::template::{Outline, TemplateError};

const COAT: &str = r#"(
    title: "Coat",
    departments: [(key: "shop", name: "Shops", letter: "S"), (key: "web", name: "Web", letter: "W")],
    channels: [
        (key: "app", kind: App, name: "App", shares_identity_with: ["store"]),
        (key: "store", kind: Shop, name: "Shop"),
    ],
    personas: [(key: "anna", name: "Anna", channels: [("app", 4)]), (key: "ben", name: "Ben")],
    journeys: [(
        title: "I buy a coat", personas: ["anna", "ben"],
        phases: [
            (name: "Consider", steps: [
                (name: "Reserve", channels: ["app"], feels: 1.1, word: "glad", others: [("ben", 0.5)],
                 believed: [("shop", 1.5)], target: 1.5, by: "web", action: ["Taps", (text: "Waits", by: "shop")],
                 next: (identity: Yes, case: No)),
            ]),
            (name: "Buy", steps: [
                (name: "Try on", channels: ["store"],
                 pain: [(key: "again", text: "Asked again", severity: 3, owner: "shop")],
                 opportunity: [(text: "Reservation on the till", answers: ["again"], owner: "web")]),
            ]),
        ],
        links: [(from: "Try on", to: "Reserve", kind: Loop, label: "wrong size")],
    )],
)"#;

fn built(text: &str) -> Result<Project, TemplateError> {
    Outline::parse("coat.ron", text)?.build("coat.ron", &mut IdSource::seeded(7))
}

#[test]
fn everything_arrives_in_its_place() {
    let project = built(COAT).unwrap();
    let journey = project.journeys_in_order()[0].clone();
    let steps = project.steps_in_journey(journey.id);
    assert_eq!(steps.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Reserve", "Try on"]);
    let lane = |kind| project.lanes_of(journey.id).into_iter().find(|l| l.kind == kind).unwrap().id;

    let actions = project.cards_in(lane(LaneKind::Action), steps[0].id);
    let author = |text| project.departments.get(actions.iter().find(|c| c.text == text).unwrap().author.unwrap());
    assert_eq!(actions.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), ["Taps", "Waits"]);
    assert_eq!((author("Taps").unwrap().letter.as_str(), author("Waits").unwrap().letter.as_str()), ("W", "S"));

    let pain = project.cards_in(lane(LaneKind::Pain), steps[1].id)[0];
    let opportunity = project.cards_in(lane(LaneKind::Opportunity), steps[1].id)[0];
    assert_eq!(opportunity.opportunity.answers, [pain.id]);
    assert!(pain.pain.owner.is_some() && pain.opportunity.owner.is_none() && opportunity.opportunity.owner.is_some());

    let ben = project.personas_in_order()[1].id;
    let agreed = project.mark_of(steps[0].id, None, MarkSource::Agreed).unwrap();
    assert_eq!((agreed.value, agreed.word.as_str()), (1.1, "glad"));
    assert!(project.mark_of(steps[0].id, Some(ben), MarkSource::Agreed).is_some());
    let handoff = project.handoff_between(steps[0].id, steps[1].id).unwrap();
    assert_eq!((handoff.identity, handoff.case, handoff.history), (Carried::Yes, Carried::No, Carried::Unknown));
    assert_eq!(project.links.len(), 1);
}

#[test]
fn the_same_seed_gives_the_same_project() {
    assert_eq!(built(COAT).unwrap(), built(COAT).unwrap());
}

#[test]
fn a_mistake_is_named_with_its_place() {
    let wrong = |from: &str, to: &str| {
        assert!(COAT.contains(from), "{from}");
        built(&COAT.replacen(from, to, 1)).unwrap_err().to_string()
    };
    assert_eq!(
        wrong(r#"channels: ["app"], feels"#, r#"channels: ["ap"], feels"#),
        "coat.ron: step \"Reserve\": there is no channel with the key \"ap\""
    );
    assert_eq!(
        wrong("answers: [\"again\"]", "answers: [\"x\"]"),
        "coat.ron: step \"Try on\": there is no card with the key \"x\""
    );
    assert_eq!(
        wrong("\"Try on\", channels", "\"Reserve\", channels"),
        "coat.ron: phase \"Buy\": the step \"Reserve\" is there twice"
    );
    assert_eq!(wrong("feels: 1.1", "feels: 3"), "coat.ron: step \"Reserve\": an emotion is 3, allowed is −2 to +2");
    assert_eq!(wrong("text: \"Waits\"", "text: \" \""), "coat.ron: step \"Reserve\": the text of a card is empty");
    assert_eq!(
        wrong("from: \"Try on\"", "from: \"Try\""),
        "coat.ron: a link of journey \"I buy a coat\": there is no step with the key \"Try\""
    );
    assert!(
        wrong("title: \"I buy a coat\",", "title: \"I buy a coat\", lanes: [Pain],").contains("the lane \"action\"")
    );
    assert!(wrong("severity: 3, owner: \"shop\"", "severity: 4").contains("severity"));
    assert!(wrong("(key: \"ben\"", "(key: \"anna\"").contains("twice"));
    assert!(wrong("feels: 1.1,", "feel: 1.1,").starts_with("coat.ron:13:"));
}
