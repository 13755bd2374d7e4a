//! What the files say, by the steps of the map or by the names they use.

use crate::base::{IdSource, OrderKey, normalized};
use crate::feedback::{Matcher, Outcome, Overlay, StepVoice, Survey, by_name_filtered};
use crate::model::{DataSet, FeedbackFilter, Project};
use std::collections::BTreeSet;

/// Groups of fewer answers are hidden when no project says otherwise.
const USUAL_FLOOR: u64 = 5;
/// Fewer NPS answers than this do not make a step one of the lowest.
const ENOUGH_TO_RANK: u64 = 30;
/// How many of the lowest are named.
const LOWEST: usize = 10;

/// What the files say.
pub(super) struct Answer {
    /// Each step with what may be shown of it, in the order of the map or of the names.
    pub steps: Vec<(String, StepVoice)>,
    /// With a map, each phase with what may be shown of it.
    pub phases: Option<Vec<PhaseAnswer>>,
    /// Names that match no step, with their rows and the name of the step they are most like.
    pub unassigned: Vec<(String, u64, Option<String>)>,
    /// Answers on another scale than most.
    pub left_out: u64,
    /// Which answers were asked for.
    pub filter: FeedbackFilter,
    /// Files that the filter leaves out because they keep no combinations.
    pub simple: Vec<String>,
}

/// A phase of the map.
pub(super) struct PhaseAnswer {
    /// The title of its journey.
    pub journey: String,
    /// Its name.
    pub name: String,
    /// What may be shown of it.
    pub voice: StepVoice,
}

/// The files as data sets, under ids that nobody will ever see.
pub(super) fn data_sets(sources: &[Outcome]) -> Vec<DataSet> {
    let mut ids = IdSource::seeded(0);
    let keys = OrderKey::spread(None, None, sources.len());
    let sets = sources.iter().zip(keys);
    sets.map(|(source, order)| DataSet { order, ..source.clone().into_data_set(ids.next(), None) }).collect()
}

/// The answers of these files, by the names that the project uses for them.
pub(super) fn survey(sets: &[DataSet], project: Option<&Project>) -> Survey {
    match project {
        None => Survey::new(&sets.iter().collect::<Vec<_>>()),
        Some(project) => Survey::of(&only(project, sets.iter().cloned())),
    }
}

/// The project with these answers and no others.
fn only(project: &Project, sets: impl IntoIterator<Item = DataSet>) -> Project {
    let mut only_these = Project { data_sets: crate::model::Table::default(), ..project.clone() };
    sets.into_iter().for_each(|set| only_these.data_sets.put(set));
    only_these
}

impl Answer {
    /// Puts the files together.
    pub(super) fn new(sets: Vec<DataSet>, project: Option<&Project>, filter: FeedbackFilter) -> Self {
        match project {
            None => {
                let figures = by_name_filtered(&sets.iter().collect::<Vec<_>>(), &filter, USUAL_FLOOR);
                Self {
                    steps: figures.steps,
                    phases: None,
                    unassigned: Vec::new(),
                    left_out: figures.left_out,
                    simple: figures.simple,
                    filter,
                }
            }
            Some(project) => Self::on_map(project, sets, filter),
        }
    }

    fn on_map(project: &Project, sets: Vec<DataSet>, filter: FeedbackFilter) -> Self {
        let only_these = only(project, sets);
        let overlay = Overlay::filtered(&only_these, &Survey::of(&only_these), &filter);
        let matcher = Matcher::new(project);
        let name_of = |step| project.steps.get(step).map(|step| step.name.clone());
        let unassigned = overlay
            .unassigned
            .iter()
            .map(|(name, rows)| (name.clone(), *rows, matcher.suggestion(name).and_then(name_of)));
        Self {
            unassigned: unassigned.collect(),
            left_out: overlay.left_out,
            simple: overlay.simple.clone(),
            phases: Some(phases(project, &overlay)),
            steps: in_map_order(project, overlay),
            filter,
        }
    }

    /// The rows of the steps that are shown.
    pub(super) fn rows(&self) -> u64 {
        let rows = |voice: &StepVoice| match voice {
            StepVoice::Shown(figures) => figures.n,
            StepVoice::Hidden => 0,
        };
        self.steps.iter().map(|(_, voice)| rows(voice)).sum()
    }

    /// Names of the lowest steps by NPS, the lowest first.
    pub(super) fn lowest(&self) -> Vec<&str> {
        let score = |voice: &StepVoice| match voice {
            StepVoice::Shown(figures) => {
                figures.nps.as_ref().filter(|nps| nps.n >= ENOUGH_TO_RANK).map(|nps| nps.score.value)
            }
            StepVoice::Hidden => None,
        };
        let mut scored: Vec<(f64, &str)> =
            self.steps.iter().filter_map(|(name, voice)| Some((score(voice)?, name.as_str()))).collect();
        scored.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        scored.into_iter().take(LOWEST).map(|(_, name)| name).collect()
    }
}

/// The phases with data, journey by journey; those that say the same in several journeys are listed once.
fn phases(project: &Project, overlay: &Overlay) -> Vec<PhaseAnswer> {
    let mut phases: Vec<PhaseAnswer> = Vec::new();
    for journey in project.journeys_in_order() {
        for phase in project.phases_of(journey.id) {
            let Some(voice) = overlay.phases.get(&phase.id) else { continue };
            let is_same =
                |known: &PhaseAnswer| normalized(&known.name) == normalized(&phase.name) && known.voice == *voice;
            if !phases.iter().any(is_same) {
                let (journey, name) = (journey.title.clone(), phase.name.clone());
                phases.push(PhaseAnswer { journey, name, voice: voice.clone() });
            }
        }
    }
    phases
}

/// The steps with data, journey by journey; a name that stands in several journeys is listed once.
fn in_map_order(project: &Project, mut overlay: Overlay) -> Vec<(String, StepVoice)> {
    let mut listed = BTreeSet::new();
    let journeys = project.journeys_in_order();
    let steps = journeys.iter().flat_map(|journey| project.steps_in_journey(journey.id));
    steps
        .filter_map(|step| Some((step, overlay.steps.remove(&step.id)?)))
        .filter(|(step, _)| listed.insert(normalized(&step.name)))
        .map(|(step, voice)| (step.name.clone(), voice))
        .collect()
}
