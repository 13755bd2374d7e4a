//! What holds for every project that people are shown: templates and examples.

use std::collections::BTreeSet;
use tabiji::model::{Project, RecordId};

/// The longest texts that fit a cell in each language, in characters: a step's name, a card's text.
fn limits(lang: &str) -> (usize, usize) {
    if lang == "ja" { (10, 20) } else { (20, 45) }
}

/// Names are there and unlike, ids lead somewhere, texts fit.
pub fn assert_well_written(name: &str, lang: &str, project: &Project) {
    assert!(!project.info.title.is_empty(), "{name}");
    assert_named(name, project);
    assert_texts_fit(name, lang, project);
    assert_eq!(project.problems(), [], "{name}");
    assert_ids_lead_somewhere(name, project);
    for journey in project.journeys_in_order() {
        let steps = project.steps_in_journey(journey.id);
        let names: BTreeSet<_> = steps.iter().map(|s| tabiji::base::normalized(&s.name)).collect();
        assert_eq!(names.len(), steps.len(), "{name}: two steps with one name in {}", journey.title);
    }
}

fn assert_named(name: &str, project: &Project) {
    let mut names: Vec<&str> = Vec::new();
    names.extend(project.departments.iter().flat_map(|d| [d.name.as_str(), d.letter.as_str()]));
    names.extend(project.channels.iter().map(|c| c.name.as_str()));
    names.extend(project.personas.iter().flat_map(|p| [p.name.as_str(), p.quote.as_str(), p.summary.as_str()]));
    names.extend(project.journeys.iter().map(|j| j.title.as_str()));
    names.extend(project.phases.iter().map(|p| p.name.as_str()));
    names.extend(project.steps.iter().map(|s| s.name.as_str()));
    names.extend(project.cards.iter().map(|c| c.text.as_str()));
    assert!(names.iter().all(|n| !n.trim().is_empty() && n.trim() == *n), "{name}: an empty name");
}

fn assert_texts_fit(name: &str, lang: &str, project: &Project) {
    let (step, card) = limits(lang);
    for s in project.steps.iter() {
        assert!(s.name.chars().count() <= step, "{name}: step too long: {}", s.name);
    }
    for c in project.cards.iter() {
        assert!(c.text.chars().count() <= card, "{name}: card too long: {}", c.text);
    }
    for d in project.departments.iter() {
        assert!(d.letter.chars().count() <= 2, "{name}: letter too long: {}", d.letter);
    }
}

fn assert_ids_lead_somewhere(name: &str, project: &Project) {
    let mut ids: Vec<RecordId> = Vec::new();
    for step in project.steps.iter() {
        ids.extend(step.touchpoint.channels.iter().map(|id| RecordId::from(*id)));
        ids.extend(step.touchpoint.owner.map(RecordId::from));
        ids.push(step.phase.into());
    }
    for card in project.cards.iter() {
        ids.extend([RecordId::from(card.lane), card.step.into()]);
        ids.extend(card.author.into_iter().chain(card.pain.owner).chain(card.opportunity.owner).map(RecordId::from));
        ids.extend(card.opportunity.answers.iter().map(|id| RecordId::from(*id)));
    }
    for journey in project.journeys.iter() {
        ids.extend(journey.personas.iter().map(|id| RecordId::from(*id)));
        ids.extend(journey.owner.map(RecordId::from));
        ids.extend(journey.as_is.map(RecordId::from));
    }
    for channel in project.channels.iter() {
        ids.extend(channel.shares_identity_with.iter().map(|id| RecordId::from(*id)));
    }
    for persona in project.personas.iter() {
        ids.extend(persona.channels.iter().map(|p| RecordId::from(p.channel)));
    }
    for id in ids {
        assert!(project.contains(id), "{name}: {id:?} is not there");
    }
}
