//! The examples: current, sound, well written, and with the flaws of real data that they are there to show.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use encoding_rs::SHIFT_JIS;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tabiji::base::{IdSource, normalized};
use tabiji::feedback::{Overlay, StepVoice};
use tabiji::model::{Handoff, JourneyState, MarkSource, Project};

mod common;
#[path = "../examples/make_examples/made/mod.rs"]
mod made;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// The committed projects with their names and languages.
fn projects() -> [(&'static str, &'static str, Project); 2] {
    [("winter-coat", "ja"), ("hotel-stay", "en")].map(|(name, lang)| {
        let text = std::fs::read_to_string(folder().join(format!("{name}.ron"))).unwrap();
        let loaded = tabiji::store::from_text(&text, &mut IdSource::seeded(1)).unwrap();
        assert!(loaded.report.is_empty(), "{name}: {:?}", loaded.report);
        (name, lang, loaded.project)
    })
}

fn rows(name: &str) -> Vec<csv::StringRecord> {
    let bytes = std::fs::read(folder().join(format!("{name}-survey-made-up.csv"))).unwrap();
    let text = if name == "winter-coat" {
        let (text, _, broken) = SHIFT_JIS.decode(&bytes);
        assert!(!broken && std::str::from_utf8(&bytes).is_err(), "{name}: CP932 and not UTF-8");
        text.into_owned()
    } else {
        String::from_utf8(bytes).unwrap()
    };
    csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn the_committed_files_are_the_ones_the_outlines_make() {
    for (name, bytes) in made::files(&folder()).unwrap() {
        let committed = std::fs::read(folder().join(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(committed == bytes, "{name} is not current: cargo run --example make_examples");
    }
}

#[test]
fn names_are_there_and_unlike_and_texts_fit_their_cells() {
    for (name, lang, project) in projects() {
        common::assert_well_written(name, lang, &project);
    }
}

#[test]
fn each_example_shows_all_that_a_map_can_hold() {
    for (name, _, project) in projects() {
        assert_eq!((project.departments.len(), project.personas.len()), (3, 3), "{name}");
        let journeys = project.journeys_in_order();
        let as_is = journeys.iter().find(|j| j.state == JourneyState::AsIs).unwrap();
        let to_be = journeys.iter().find(|j| j.state == JourneyState::ToBe).unwrap();
        assert_eq!(to_be.as_is, Some(as_is.id), "{name}");
        assert!(project.phases_of(as_is.id).len() >= 6 && project.steps_in_journey(as_is.id).len() >= 12, "{name}");
        assert!(project.handoffs.iter().any(Handoff::is_broken) && project.handoffs.iter().any(Handoff::is_carried));
        assert!(project.steps.iter().any(|s| s.touchpoint.moment_of_truth), "{name}");
        let answered =
            project.cards.iter().filter(|c| !c.opportunity.answers.is_empty() && c.opportunity.due.is_some());
        assert!(answered.count() >= 5, "{name}");
        let quoted = project.cards.iter().filter(|c| c.pain.severity > 0 && !c.pain.quotes.is_empty()).count();
        assert!(quoted >= 5, "{name}");
        assert!(departments_disagree(&project), "{name}");
    }
}

/// Whether the departments' marks of some step lie two or more apart.
fn departments_disagree(project: &Project) -> bool {
    project.steps.iter().any(|step| {
        let marks = project.marks.iter().filter(|m| m.step == step.id && matches!(m.source, MarkSource::Believed(_)));
        let values: Vec<f32> = marks.map(|m| m.value).collect();
        let (low, high) = (values.iter().copied().fold(2.0, f32::min), values.iter().copied().fold(-2.0, f32::max));
        high - low >= 2.0
    })
}

#[test]
fn each_survey_has_what_real_files_have() {
    for (name, _, project) in projects() {
        let rows = rows(name);
        assert!((3_000..6_000).contains(&rows.len()), "{name}: {} rows", rows.len());
        let on_the_map = |touchpoint: &str| project.steps.iter().any(|s| s.name == touchpoint);
        let nearly = |touchpoint: &str| project.steps.iter().any(|s| normalized(&s.name) == normalized(touchpoint));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &rows[1..] {
            *counts.entry(&row[2]).or_default() += 1;
        }
        let share = |test: &dyn Fn(&str) -> bool| counts.iter().filter(|(t, _)| test(t)).map(|(_, n)| n).sum::<usize>();
        assert!(share(&on_the_map) * 10 > rows.len() * 8, "{name}: most names are the map's");
        assert!(share(&|t| nearly(t) && !on_the_map(t)) > 20, "{name}: some differ in width, case or spaces");
        assert!(share(&|t| !nearly(t)) > 50, "{name}: some match nothing");
        let hidden = counts.iter().filter(|(t, n)| on_the_map(t) && **n < 5).count();
        assert_eq!(hidden, 2, "{name}: two touchpoints are under the display floor");
        let odd = rows[1..].iter().filter(|r| !r[5].is_empty() && !matches!(r[5].parse(), Ok(0..=10))).count();
        assert!((20..80).contains(&odd), "{name}: {odd} values that are none");
        let twice = rows.windows(2).filter(|pair| pair[0] == pair[1]).count();
        assert!((10..60).contains(&twice), "{name}: {twice} rows twice");
        let comments = |part: &str| rows.iter().filter(|r| r[r.len() - 1].contains(part)).count();
        assert!(comments("example.co") >= 1 && comments("@") >= 1, "{name}: addresses to mask");
    }
}

#[test]
fn belief_and_measurement_part_where_the_story_says_so() {
    for (name, step, owner_believes) in [("winter-coat", "店頭で試着する", 1.0), ("hotel-stay", "Checks in", 1.0)]
    {
        let (_, _, project) = projects().into_iter().find(|(n, ..)| *n == name).unwrap();
        let id =
            project.steps_in_journey(project.journeys_in_order()[0].id).iter().find(|s| s.name == step).unwrap().id;
        let agreed = project.mark_of(id, None, MarkSource::Agreed).unwrap().value;
        let owner = project.departments_in_order()[0].id;
        assert!(project.mark_of(id, None, MarkSource::Believed(owner)).unwrap().value >= owner_believes);
        let answers: Vec<f32> =
            rows(name).iter().filter(|r| &r[2] == step).filter_map(|r| r[6].parse::<f32>().ok()).collect();
        let measured = answers.iter().sum::<f32>() / answers.len() as f32 - 3.0;
        assert!(agreed > 0.1 && measured < -0.2, "{name}: agreed {agreed}, measured {measured}");
    }
}

#[test]
fn each_survey_is_laid_over_its_map() {
    for (name, _, project) in projects() {
        let overlay = Overlay::new(&project);
        assert!(overlay.rows > 3_900, "{name}: {} rows", overlay.rows);
        assert_eq!(overlay.unassigned.len(), 2, "{name}: {:?}", overlay.unassigned);
        let journey = project.journeys_in_order()[0].id;
        let steps = project.steps_in_journey(journey);
        let hidden = steps.iter().filter(|s| matches!(overlay.steps.get(&s.id), Some(StepVoice::Hidden))).count();
        assert_eq!(hidden, 2, "{name}");
        let apart = steps.iter().filter(|step| {
            let Some(StepVoice::Shown(figures)) = overlay.steps.get(&step.id) else { return false };
            let agreed = f64::from(project.mark_of(step.id, None, MarkSource::Agreed).unwrap().value);
            figures.emotion.is_some_and(|measured| !(measured.low..=measured.high).contains(&agreed))
        });
        let apart: Vec<_> = apart.map(|s| s.name.as_str()).collect();
        assert!((2..=4).contains(&apart.len()), "{name}: belief and measurement part at {apart:?}");
        let quotes: Vec<_> = project.data_sets.iter().flat_map(|d| &d.quotes).collect();
        assert!(quotes.len() > 50 && quotes.iter().all(|q| !q.text.contains('@')), "{name}: an address is not masked");
    }
}
