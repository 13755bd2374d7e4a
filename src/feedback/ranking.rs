//! Low score × high volume: where better work would be felt by the most people.

use super::overlay::{Overlay, StepVoice};
use crate::model::{JourneyId, MarkSource, Project, StepId};

/// What a step should reach on the emotion axis where nobody set a target: satisfied.
const TARGET: f64 = 1.0;
/// Importance of a touchpoint that nobody judged, of 5.
const IMPORTANCE: f64 = 3.0;

/// A step of the ranking with the factors of its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The step.
    pub step: StepId,
    /// Customers a month, or answers where that is not known of every step.
    pub volume: u64,
    /// Importance to the customer, 1–5.
    pub importance: f64,
    /// What it should reach.
    pub target: f64,
    /// How far the end of the interval that is nearest to the target stays under it.
    pub shortfall: f64,
    /// Volume × importance × shortfall.
    pub value: f64,
}

/// The ranking of a journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// The steps that stay under their target beyond doubt, the worst first.
    pub steps: Vec<Ranked>,
    /// Whether the volume is customers a month; else it is answers.
    pub by_customers: bool,
}

impl Ranking {
    /// The ranking of a journey's steps.
    #[must_use]
    pub fn new(project: &Project, overlay: &Overlay, journey: JourneyId) -> Self {
        let steps = project.steps_in_journey(journey);
        let shown: Vec<_> = steps
            .iter()
            .filter_map(|step| match overlay.steps.get(&step.id)? {
                StepVoice::Shown(figures) => Some((*step, figures.as_ref())),
                StepVoice::Hidden => None,
            })
            .collect();
        // Customers and answers are never compared with each other.
        let by_customers =
            !shown.is_empty() && shown.iter().all(|(step, _)| step.touchpoint.customers_per_month.is_some());
        let ranked = shown.iter().filter_map(|(step, figures)| {
            let target =
                project.mark_of(step.id, None, MarkSource::Target).map_or(TARGET, |mark| f64::from(mark.value));
            let shortfall = (target - figures.emotion?.high).max(0.0);
            let volume = step.touchpoint.customers_per_month.filter(|_| by_customers).unwrap_or(figures.n);
            let importance = match step.touchpoint.importance_to_customer {
                0 => IMPORTANCE,
                judged => f64::from(judged),
            };
            let value = volume as f64 * importance * shortfall;
            Some(Ranked { step: step.id, volume, importance, target, shortfall, value })
        });
        let mut steps: Vec<Ranked> = ranked.filter(|ranked| ranked.value > 0.0).collect();
        steps.sort_by(|a, b| b.value.total_cmp(&a.value));
        Self { steps, by_customers }
    }
}
