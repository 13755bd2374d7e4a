//! What the files say, by the steps of the map or by the names they use.

use crate::base::IdSource;
use crate::base::{OrderKey, normalized};
use crate::feedback::{Matcher, Outcome, Overlay, StepVoice, by_name};
use crate::model::{DataSet, Project};
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
    /// Names that match no step, with their rows and the name of the step they are most like.
    pub unassigned: Vec<(String, u64, Option<String>)>,
    /// Answers on another scale than most.
    pub left_out: u64,
}

impl Answer {
    /// Puts the files together.
    pub(super) fn new(sources: &[Outcome], project: Option<&Project>) -> Self {
        // Ids that nobody will ever see.
        let mut ids = IdSource::seeded(0);
        let keys = OrderKey::spread(None, None, sources.len());
        let sets = sources
            .iter()
            .zip(keys)
            .map(|(source, order)| DataSet { order, ..source.clone().into_data_set(ids.next(), None) });
        let sets: Vec<DataSet> = sets.collect();
        match project {
            None => {
                let figures = by_name(&sets.iter().collect::<Vec<_>>(), USUAL_FLOOR);
                Self { steps: figures.steps, unassigned: Vec::new(), left_out: figures.left_out }
            }
            Some(project) => Self::on_map(project, sets),
        }
    }

    fn on_map(project: &Project, sets: Vec<DataSet>) -> Self {
        let mut only_these = Project { data_sets: crate::model::Table::default(), ..project.clone() };
        for set in sets {
            only_these.data_sets.put(set);
        }
        let (overlay, matcher) = (Overlay::new(&only_these), Matcher::new(project));
        let name_of = |step| project.steps.get(step).map(|step| step.name.clone());
        let unassigned = overlay
            .unassigned
            .iter()
            .map(|(name, rows)| (name.clone(), *rows, matcher.suggestion(name).and_then(name_of)));
        Self { unassigned: unassigned.collect(), left_out: overlay.left_out, steps: in_map_order(project, overlay) }
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
