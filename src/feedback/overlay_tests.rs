//! Feedback laid over a project, as the map shows it.

use super::{Headline, Overlay, Reliability, StepFigures, StepVoice};
use crate::base::{IdSource, OrderKey};
use crate::model::{
    Alias, DataSet, Dimension, Journey, Phase, Project, Quote, Scales, Slice, Step, StepAnswers, StepId,
};

struct Map {
    project: Project,
    ids: IdSource,
}

impl Map {
    /// A project with a journey for each list of step names.
    fn new(journeys: &[&[&str]]) -> (Self, Vec<Vec<StepId>>) {
        let mut map = Self { project: Project::default(), ids: IdSource::seeded(3) };
        let mut steps = Vec::new();
        for (names, order) in journeys.iter().zip(OrderKey::spread(None, None, journeys.len())) {
            let journey = Journey::new(map.ids.next(), order);
            let phase = Phase::new(map.ids.next(), journey.id, OrderKey::default());
            let keys = OrderKey::spread(None, None, names.len());
            let made: Vec<Step> = names
                .iter()
                .zip(keys)
                .map(|(name, order)| Step { name: (*name).to_owned(), ..Step::new(map.ids.next(), phase.id, order) })
                .collect();
            steps.push(made.iter().map(|step| step.id).collect());
            map.project.journeys.put(journey);
            map.project.phases.put(phase);
            for step in made {
                map.project.steps.put(step);
            }
        }
        (map, steps)
    }

    fn data(&mut self, scales: Scales, answers: Vec<StepAnswers>) {
        let key = OrderKey::spread(None, None, self.project.data_sets.len() + 1).pop().unwrap();
        self.project.data_sets.put(DataSet { scales, answers, ..DataSet::new(self.ids.next(), key) });
    }
}

fn nps(by: Dimension, key: &str, n: u64) -> Slice {
    let mut bins = vec![0; 11];
    bins[9] = n;
    Slice { by, key: key.to_owned(), rows: n, nps: bins, ..Slice::default() }
}

fn answers(name: &str, n: u64) -> StepAnswers {
    StepAnswers { name: name.to_owned(), slices: vec![nps(Dimension::Whole, "", n)], ..StepAnswers::default() }
}

fn shown(overlay: &Overlay, step: StepId) -> &StepFigures {
    match &overlay.steps[&step] {
        StepVoice::Shown(figures) => figures,
        StepVoice::Hidden => panic!("hidden"),
    }
}

#[test]
fn names_are_matched_and_the_rest_is_unassigned() {
    let (mut map, steps) = Map::new(&[&["来店", "ＥＣで購入"], &["来店する", "来店"]]);
    map.data(
        Scales::default(),
        vec![answers(" ecで購入", 30), answers("店に行く", 12), answers("広告", 9), answers("来店", 6)],
    );
    map.project.aliases.put(Alias { name: "店に行く".into(), ..Alias::new(map.ids.next(), steps[0][0]) });
    let overlay = Overlay::new(&map.project);
    assert_eq!((overlay.rows, &overlay.unassigned[..]), (57, &[("広告".to_owned(), 9)][..]));
    // The name and the confirmed other name flow together; in the other journey only the name is known.
    assert_eq!(shown(&overlay, steps[0][0]).n, 18);
    assert_eq!(shown(&overlay, steps[1][1]).n, 6);
    assert_eq!(shown(&overlay, steps[0][1]).reliability, Reliability::Solid);
    assert_eq!(shown(&overlay, steps[1][1]).reliability, Reliability::Anecdotal);
    assert!(!overlay.steps.contains_key(&steps[1][0]), "no data is not hidden");
}

#[test]
fn a_hidden_step_cannot_be_computed_from_the_others() {
    let (mut map, steps) = Map::new(&[&["a", "b", "c"], &["b", "c"]]);
    map.data(Scales::default(), vec![answers("a", 3), answers("b", 10), answers("c", 40)]);
    let overlay = Overlay::new(&map.project);
    assert_eq!(overlay.steps[&steps[0][0]], StepVoice::Hidden);
    assert_eq!(overlay.steps[&steps[0][1]], StepVoice::Hidden);
    assert_eq!(shown(&overlay, steps[0][2]).n, 40);
    // In the other journey nothing is small, but it would give the same step away.
    assert_eq!(overlay.steps[&steps[1][0]], StepVoice::Hidden);
}

#[test]
fn small_channels_and_months_are_left_out_with_the_next_smallest() {
    let (mut map, steps) = Map::new(&[&["a"]]);
    let parts = [("EC", 20), ("電話", 2), ("店舗", 8)].map(|(key, n)| nps(Dimension::Channel, key, n));
    let months = [("2026-01", 20), ("2026-02", 10)].map(|(key, n)| nps(Dimension::Month, key, n));
    let mut slices = vec![nps(Dimension::Whole, "", 30)];
    slices.extend(parts.into_iter().chain(months));
    map.data(Scales::default(), vec![StepAnswers { name: "a".into(), slices, ..StepAnswers::default() }]);
    let overlay = Overlay::new(&map.project);
    let figures = shown(&overlay, steps[0][0]);
    assert_eq!(figures.channels, [("EC".to_owned(), 20)]);
    assert_eq!(
        figures.months.iter().map(|(month, n, nps)| (month.as_str(), *n, nps.is_some())).collect::<Vec<_>>(),
        [("2026-01", 20, true), ("2026-02", 10, true)]
    );
    assert_eq!(overlay.months, Some(("2026-01".into(), "2026-02".into())));
}

#[test]
fn the_floor_can_be_lowered_to_three() {
    let (mut map, steps) = Map::new(&[&["a", "b"]]);
    map.data(Scales::default(), vec![answers("a", 3), answers("b", 10)]);
    map.project.info.display_floor = 3;
    assert_eq!(shown(&Overlay::new(&map.project), steps[0][0]).n, 3);
}

#[test]
fn quotes_appear_only_where_the_step_does() {
    let (mut map, steps) = Map::new(&[&["a", "b"]]);
    let quote = |step: &str| Quote { step_name: step.into(), text: format!("about {step}"), ..Quote::default() };
    let set = DataSet {
        answers: vec![answers("a", 40), answers("b", 4), answers("c", 40)],
        quotes: vec![quote("a"), quote("b"), quote("c")],
        ..DataSet::new(map.ids.next(), OrderKey::default())
    };
    map.project.data_sets.put(set);
    assert_eq!(Overlay::new(&map.project).quotes.into_iter().collect::<Vec<_>>(), []);
    map.project.info.display_floor = 4;
    let quotes = Overlay::new(&map.project).quotes;
    let texts = |step: StepId| quotes[&step].iter().map(|said| said.text.as_str()).collect::<Vec<_>>();
    assert_eq!(texts(steps[0][0]), ["about a"]);
    assert_eq!(texts(steps[0][1]), ["about b"]);
}

#[test]
fn scales_are_not_mixed_and_one_metric_leads() {
    let (mut map, steps) = Map::new(&[&["a", "b"]]);
    let csat = |name: &str, bins: &[u64]| {
        let slice = Slice { rows: bins.iter().sum(), csat: bins.to_vec(), ..Slice::default() };
        StepAnswers { name: name.into(), slices: vec![slice], ..StepAnswers::default() }
    };
    map.data(Scales::default(), vec![csat("a", &[0, 0, 0, 30, 30]), answers("b", 20)]);
    map.data(Scales { csat_top: 7, ..Scales::default() }, vec![csat("a", &[9, 0, 0, 0, 0, 0, 0])]);
    let overlay = Overlay::new(&map.project);
    let figures = shown(&overlay, steps[0][0]);
    let satisfaction = figures.csat.as_ref().unwrap();
    assert_eq!((figures.n, satisfaction.n, satisfaction.top2.value, overlay.left_out), (69, 60, 100.0, 9));
    assert_eq!(figures.headline, Headline::Csat);
    assert!((figures.emotion.unwrap().value - 1.5).abs() < 1e-9);
    assert_eq!(shown(&overlay, steps[0][1]).headline, Headline::Nps);
}

#[test]
fn a_project_without_feedback_has_an_empty_overlay() {
    let (map, _) = Map::new(&[&["a"]]);
    assert_eq!(Overlay::new(&map.project), Overlay::default());
}
