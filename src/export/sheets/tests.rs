//! Round trips and what independent readers see.

use super::*;
use crate::base::IdSource;
use crate::edit::apply;
use crate::export::journey::overlay_of;
use crate::feedback::{Grid, grids};
use crate::i18n::Lang;
use crate::import::workbook::{carried, commands, compare, is_ours, read};
use crate::import::{Target, build, read_text};
use crate::model::{FeedbackFilter, JourneyId, JourneyIndex, MarkSource, Project, Step};
use crate::store;
use proptest::prelude::*;
use std::path::PathBuf;

pub fn example(text: &str) -> Project {
    store::from_text(text, &mut IdSource::seeded(1)).unwrap().project
}

pub fn examples() -> [(&'static str, Project, Lang); 2] {
    [
        ("winter-coat", example(include_str!("../../../examples/winter-coat.ron")), Lang::Ja),
        ("hotel-stay", example(include_str!("../../../examples/hotel-stay.ron")), Lang::En),
    ]
}

pub fn journeys(project: &Project) -> Vec<JourneyId> {
    project.journeys_in_order().iter().map(|journey| journey.id).collect()
}

/// A workbook as cells, by way of a file.
pub fn workbook(project: &Project, lang: Lang) -> Vec<Grid> {
    let overlay = overlay_of(project, &FeedbackFilter::default());
    let bytes = to_xlsx(project, &journeys(project), overlay.as_ref(), lang).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.xlsx");
    store::write_atomically(&path, &bytes).unwrap();
    grids(&path).unwrap()
}

/// Writes a file for looking at, where the variable of the window tests names a folder.
fn shown(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("TABIJI_SHOTS") {
        store::write_atomically(&PathBuf::from(folder).join(name), bytes).unwrap();
    }
}

#[test]
fn the_same_project_gives_the_same_workbook() {
    for (name, project, lang) in examples() {
        let overlay = overlay_of(&project, &FeedbackFilter::default());
        let make = |lang| to_xlsx(&project, &journeys(&project), overlay.as_ref(), lang).unwrap();
        assert_eq!(make(lang), make(lang), "{name}");
        for lang in Lang::ALL {
            shown(&format!("{name}-{}.xlsx", lang.code()), &make(lang));
        }
    }
}

#[test]
fn an_untouched_workbook_brings_nothing_back() {
    for (name, project, _) in examples() {
        for lang in Lang::ALL {
            let grids = workbook(&project, lang);
            assert!(is_ours(&grids));
            let returned = read(&grids);
            assert_eq!(returned.base.as_ref(), Some(&carried(&project, &journeys(&project), lang)), "{name}");
            let review = compare(&project, &returned, lang, &mut IdSource::seeded(2));
            assert_eq!((review.changes, review.notes), (vec![], vec![]), "{name} {lang:?}");
        }
    }
}

#[test]
fn a_workbook_makes_the_project_again() {
    for (name, project, lang) in examples() {
        let returned = read(&workbook(&project, lang));
        let (mut ids, empty) = (IdSource::seeded(3), Project::default());
        let review = compare(&empty, &returned, lang, &mut ids);
        let (command, refused) = commands(&empty, &review.changes, &vec![true; review.changes.len()], &mut ids);
        assert_eq!(refused, []);
        let again = apply(&empty, &command.unwrap(), &mut ids).unwrap();
        let (old, new) = (carried(&project, &journeys(&project), lang), carried(&again, &journeys(&again), lang));
        assert_eq!(old.maps.len(), new.maps.len());
        for (old, new) in old.maps.iter().zip(&new.maps) {
            let texts = |map: &crate::import::workbook::CarriedMap| {
                map.cards.iter().map(|card| (card.lane, card.step, card.text.clone())).collect::<Vec<_>>()
            };
            assert_eq!(texts(old), texts(new), "{name}");
            assert_eq!((&old.phases, &old.steps, &old.lanes), (&new.phases, &new.steps, &new.lanes), "{name}");
        }
        assert_eq!(review.notes, [], "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_project_comes_back_as_it_went(project in crate::model::arbitrary::project()) {
        let returned = read(&workbook(&project, Lang::Ja));
        prop_assert_eq!(returned.base.as_ref(), Some(&carried(&project, &journeys(&project), Lang::Ja)));
        let review = compare(&project, &returned, Lang::Ja, &mut IdSource::seeded(2));
        prop_assert_eq!(review.changes, vec![]);
        prop_assert_eq!(review.notes, vec![]);
    }
}

/// Words as people type them: every script, signs of tables and of Mermaid, no line of their own.
fn words() -> impl Strategy<Value = String> {
    let sign =
        prop::sample::select(vec!['"', ',', ';', ':', '#', '%', '|', '=', '+', '-', '@', '<', '&', '旅', '：', '🗺']);
    prop::collection::vec(prop_oneof![prop::char::range('a', 'z'), prop::char::range('ぁ', 'ん'), sign], 1..16)
        .prop_map(String::from_iter)
}

/// An example with other words in its first journey.
fn reworded(words: &[String]) -> (Project, JourneyId) {
    let (_, mut project, _) = examples().into_iter().next().unwrap();
    let first = journeys(&project)[0];
    let mut words = words.iter().cycle().enumerate().map(|(at, words)| format!("{words} {at}"));
    for step in project.clone().steps_in_journey(first) {
        project.steps.change(step.id, |step| step.name = words.next().unwrap_or_default());
        for card in project.clone().cards.iter().filter(|card| card.step == step.id) {
            project.cards.change(card.id, |card| card.text = words.next().unwrap_or_default());
        }
    }
    for phase in project.clone().phases_of(first) {
        project.phases.change(phase.id, |phase| phase.name = words.next().unwrap_or_default());
    }
    (project, first)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_words_come_back_from_a_matrix(said in prop::collection::vec(words(), 1..12)) {
        let (project, first) = reworded(&said);
        let csv = to_csv(&project, &[first], Lang::Ja, true);
        let again = project_of(&csv, Lang::Ja);
        prop_assert_eq!(texts(&again, journeys(&again)[0], Lang::Ja), texts(&project, first, Lang::Ja), "{}", csv);
        prop_assert_eq!(outline(&again), to_xlsx_outline(&project, first), "{}", csv);
    }

    #[test]
    fn any_words_come_back_from_mermaid_with_its_own_signs_in_full_width(said in prop::collection::vec(words(), 1..12)) {
        let (project, first) = reworded(&said);
        let text = to_mermaid(&project, &[first], Lang::Ja);
        let wide = |name: &str| {
            let name = name.replace(':', "：").replace(';', "；").replace('#', "＃");
            if name.starts_with("%%") { name.replacen("%%", "％％", 1) } else { name }
        };
        let only = to_xlsx_outline(&project, first);
        let only: Vec<_> = only.iter().map(|(phase, step, mark)| (wide(phase), wide(step), mark.clone())).collect();
        prop_assert_eq!(outline(&project_of(&text, Lang::Ja)), only, "{}", text);
    }
}

/// The cards of a journey by lane and step.
fn texts(project: &Project, journey: JourneyId, lang: Lang) -> Vec<(String, String, String)> {
    let map = carried(project, &[journey], lang).maps.remove(0);
    let cell = |card: &crate::import::workbook::CarriedCard| {
        (map.lanes[card.lane].title.clone(), map.steps[card.step].name.clone(), card.text.clone())
    };
    let mut cards: Vec<_> = map.cards.iter().map(cell).collect();
    cards.sort();
    cards
}

/// A text as a project of its own.
fn project_of(text: &str, lang: Lang) -> Project {
    let imported = read_text(text, None, lang).unwrap();
    build(&Project::default(), &imported.maps, Target::NewJourney, lang, &mut IdSource::seeded(5)).unwrap().project
}

/// Phases, steps and the agreed emotions of the persona that leads, as a person compares them.
fn outline(project: &Project) -> Vec<(String, String, Option<String>)> {
    let journeys = journeys(project);
    let Some(index) = journeys.first().and_then(|id| JourneyIndex::new(project, *id)) else { return Vec::new() };
    let lead = index.journey.personas.first().copied();
    let emotion = |step: &Step| {
        let marks = index.marks.get(&step.id)?;
        let agreed = |mark: &&&crate::model::Mark| {
            mark.source == MarkSource::Agreed && (mark.persona.is_none() || mark.persona == lead)
        };
        marks.iter().find(agreed).map(|mark| format!("{:.2}", mark.value))
    };
    let columns = index.phases.iter().flat_map(|phase| phase.steps.iter().map(move |step| (phase, *step)));
    columns.map(|(phase, step)| (phase.phase.name.clone(), step.name.clone(), emotion(step))).collect()
}

#[test]
fn mermaid_brings_phases_steps_emotions_and_personas_back() {
    for (name, project, lang) in examples() {
        let first = journeys(&project)[0];
        let text = to_mermaid(&project, &[first], lang);
        shown(&format!("{name}.mmd"), text.as_bytes());
        let again = project_of(&text, lang);
        let only = to_xlsx_outline(&project, first);
        assert_eq!(outline(&again), only, "{name}\n{text}");
    }
}

/// The outline of one journey of a project, as Mermaid can say it.
fn to_xlsx_outline(project: &Project, journey: JourneyId) -> Vec<(String, String, Option<String>)> {
    let mut alone = project.clone();
    for other in journeys(project).into_iter().filter(|id| *id != journey) {
        alone = apply(&alone, &crate::edit::Command::Delete(vec![other.into()]), &mut IdSource::seeded(9)).unwrap();
    }
    outline(&alone)
}

#[test]
fn a_matrix_brings_its_cards_back() {
    for (name, project, lang) in examples() {
        let first = journeys(&project)[0];
        let csv = to_csv(&project, &[first], lang, true);
        shown(&format!("{name}.csv"), csv.as_bytes());
        assert!(csv.starts_with('\u{feff}'));
        let again = project_of(&csv, lang);
        assert_eq!(texts(&again, journeys(&again)[0], lang), texts(&project, first, lang), "{name}");
        assert_eq!(outline(&again), to_xlsx_outline(&project, first), "{name}");
        let mut reader =
            ::csv::ReaderBuilder::new().flexible(true).from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let width = project.steps_in_journey(first).len() + 1;
        assert!(reader.records().all(|row| row.unwrap().len() == width), "the csv crate reads the same columns");
    }
}

#[test]
fn a_document_can_be_read_and_its_diagram_comes_back() {
    for (name, project, lang) in examples() {
        let overlay = overlay_of(&project, &FeedbackFilter::default());
        let text = to_markdown(&project, &journeys(&project), overlay.as_ref(), lang);
        shown(&format!("{name}.md"), text.as_bytes());
        for journey in project.journeys.iter() {
            assert!(text.contains(&journey.title), "{name}");
        }
        let rows = text.lines().filter(|line| line.starts_with('|'));
        assert!(rows.clone().count() > 10 && rows.into_iter().all(|line| line.ends_with('|')));
    }
}

#[test]
fn hostile_text_comes_through_everything() {
    const NASTY: [&str; 9] = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "a\u{0}b\u{1b}\u{fffe}\u{ffff}",
        "\u{202e}right to left\u{202c} עברית العربية",
        "👩\u{200d}👩\u{200d}👧 🇯🇵",
        "_x0041_ <b>&amp;</b> \"q\" | ` * # ; :",
        "長い語長い語長い語長い語長い語長い語長い語長い語",
    ];
    let (_, project, lang) = examples().into_iter().next().unwrap();
    let mut hostile = project.clone();
    let ids: Vec<_> = hostile.cards.iter().map(|card| card.id).collect();
    for (at, id) in ids.into_iter().enumerate() {
        hostile.cards.change(id, |card| card.text = NASTY[at % NASTY.len()].to_owned());
    }
    for (at, step) in project.steps.iter().enumerate() {
        hostile.steps.change(step.id, |step| step.name = NASTY[at % NASTY.len()].to_owned());
    }
    let returned = read(&workbook(&hostile, lang));
    let review = compare(&hostile, &returned, lang, &mut IdSource::seeded(2));
    assert_eq!((review.changes, review.notes), (vec![], vec![]));
    let first = journeys(&hostile)[0];
    let csv = to_csv(&hostile, &[first], lang, false);
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(csv.as_bytes());
    for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        let is_formula =
            cell.starts_with(['=', '@', '\t', '\r']) || (cell.starts_with(['+', '-']) && cell.parse::<f64>().is_err());
        assert!(!is_formula, "{cell:?} would be a formula");
    }
    let mermaid = to_mermaid(&hostile, &[first], lang);
    assert_eq!(project_of(&mermaid, lang).steps.len(), hostile.steps_in_journey(first).len(), "{mermaid}");
    assert!(!to_markdown(&hostile, &[first], None, lang).contains('\u{0}'));
}
