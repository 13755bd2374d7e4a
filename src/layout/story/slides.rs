//! Which slides a journey is told in.

use crate::model::{JourneyId, PhaseId, Project, StepId};

/// A slide of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slide {
    /// Title, persona, scenario.
    Opening,
    /// A phase and the names of its steps.
    Phase(PhaseId),
    /// What happens in a step.
    Step(StepId),
    /// The whole map.
    Whole,
}

/// The slides of a journey in the order of the story. A journey without steps has an opening that says so.
#[must_use]
pub fn slides(project: &Project, journey: JourneyId) -> Vec<Slide> {
    let mut slides = vec![Slide::Opening];
    for phase in project.phases_of(journey) {
        slides.push(Slide::Phase(phase.id));
        slides.extend(project.steps_of(phase.id).into_iter().map(|step| Slide::Step(step.id)));
    }
    if slides.iter().any(|slide| matches!(slide, Slide::Step(_))) {
        slides.push(Slide::Whole);
    } else {
        slides.truncate(1);
    }
    slides
}
