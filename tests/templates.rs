//! What a newcomer sees first: every template in both languages, whole, named and short enough for its cells.

#![expect(clippy::panic, reason = "a test that cannot go on says why")]

use tabiji::base::IdSource;
use tabiji::model::{LaneKind, MarkSource, Project};
use tabiji::template;

mod common;

fn all() -> Vec<(String, &'static str, Project)> {
    let every = template::all().iter().flat_map(|info| template::LANGUAGES.map(|lang| (info.key, lang)));
    every
        .map(|(key, lang)| {
            let project = template::project(key, lang, &mut IdSource::seeded(1)).unwrap_or_else(|e| panic!("{e}"));
            (format!("{key}.{lang}"), lang, project)
        })
        .collect()
}

#[test]
fn each_template_is_there_in_both_languages() {
    let keys: Vec<_> = template::all().iter().map(|t| t.key).collect();
    assert_eq!(keys, ["retail", "b2b-saas", "hospital", "hotel", "blank"]);
    for info in template::all() {
        for lang in template::LANGUAGES {
            assert!(!info.title(lang).is_empty() && !info.about(lang).is_empty(), "{} {lang}", info.key);
        }
        assert_ne!(info.about("ja"), info.about("en"));
    }
}

#[test]
fn what_is_not_there_is_said() {
    let mut ids = IdSource::seeded(1);
    let error = template::project("bank", "ja", &mut ids).unwrap_err().to_string();
    assert_eq!(error, "there is no template \"bank\"; there are: retail, b2b-saas, hospital, hotel, blank");
    assert!(template::project("retail", "fr", &mut ids).unwrap_err().to_string().contains("\"fr\""));
}

#[test]
fn names_are_there_and_unlike_and_texts_fit_their_cells() {
    for (name, lang, project) in all() {
        common::assert_well_written(&name, lang, &project);
    }
}

#[test]
fn each_journey_goes_on_after_the_purchase() {
    for (name, _, project) in all().into_iter().filter(|(name, ..)| !name.starts_with("blank")) {
        for journey in project.journeys_in_order() {
            let phases = project.phases_of(journey.id);
            assert!(phases.len() >= 6, "{name}: {} phases", phases.len());
            assert!(phases.iter().all(|p| !project.steps_of(p.id).is_empty()), "{name}: a phase without steps");
            let last = &phases[phases.len() - 1].name;
            let after = ["推奨", "勧める", "その後", "recommend", "After", "Remember"];
            assert!(after.iter().any(|word| last.contains(word)), "{name}: ends with {last}");
        }
    }
}

#[test]
fn each_template_shows_what_a_map_can_hold() {
    for (name, _, project) in all().into_iter().filter(|(name, ..)| !name.starts_with("blank")) {
        let journey = project.journeys_in_order()[0];
        let steps = project.steps_in_journey(journey.id);
        assert!((10..=14).contains(&steps.len()), "{name}: {} steps", steps.len());
        let curve: Vec<f32> = steps
            .iter()
            .map(|s| {
                project.mark_of(s.id, None, MarkSource::Agreed).unwrap_or_else(|| panic!("{name}: {}", s.name)).value
            })
            .collect();
        assert!(curve.iter().any(|v| *v <= -0.5) && curve.iter().any(|v| *v >= 1.0), "{name}: {curve:?}");
        assert!(curve.iter().filter(|v| v.abs() > 1.5).count() == 0, "{name}: too extreme {curve:?}");
        assert!(project.handoffs.iter().any(tabiji::model::Handoff::is_broken), "{name}: no broken handoff");
        assert!(steps.iter().any(|s| s.touchpoint.moment_of_truth), "{name}: no moment of truth");
        for kind in [LaneKind::Action, LaneKind::Thought] {
            let lane = project.lanes_of(journey.id).into_iter().find(|l| l.kind == kind).unwrap().id;
            assert!(steps.iter().all(|s| !project.cards_in(lane, s.id).is_empty()), "{name}: empty cell in {kind:?}");
        }
        let cards: Vec<_> = project.cards.iter().collect();
        assert!(
            cards.iter().all(|c| c.evidence == tabiji::model::Evidence::Assumed),
            "{name}: a template knows nothing"
        );
        assert!((1..=2).contains(&project.personas.len()) && (1..=2).contains(&project.departments.len()));
    }
}

#[test]
fn the_blank_one_invents_nothing() {
    for lang in template::LANGUAGES {
        let project = template::project("blank", lang, &mut IdSource::seeded(1)).unwrap();
        assert!(project.cards.is_empty() && project.personas.is_empty() && project.marks.is_empty());
        assert!(project.channels.len() >= 8);
        let journey = project.journeys_in_order()[0].id;
        assert_eq!(project.phases_of(journey).len(), 8);
        assert_eq!(project.lanes_of(journey).len(), 8);
    }
}
