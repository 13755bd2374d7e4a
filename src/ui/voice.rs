//! The feedback laid over the open document, worked out again only when what it is made of has changed.

use crate::feedback::{Overlay, Portfolio, Survey};
use crate::model::{FeedbackFilter, Project};
use std::cell::OnceCell;
use std::sync::Arc;

/// The overlay of the open document.
#[derive(Default)]
pub(crate) struct Voice {
    made_from: Option<(Project, FeedbackFilter)>,
    /// The answers side by side: a filter goes through them without reading the data sets again.
    survey: Option<Survey>,
    overlay: Option<Arc<Overlay>>,
    /// Worked out when the feedback page asks for it.
    portfolio: OnceCell<Portfolio>,
    version: u64,
}

impl Voice {
    /// Looks whether the document or the filter has changed in a way that matters.
    pub(crate) fn update(&mut self, project: &Project, filter: &FeedbackFilter) {
        let known = self.made_from.as_ref();
        if known.is_some_and(|(known, with)| says_the_same(known, project) && with == filter) {
            return;
        }
        if known.is_none_or(|(known, _)| !names_the_same(known, project)) {
            self.survey = (!project.data_sets.is_empty()).then(|| Survey::of(project));
        }
        self.made_from = Some((project.clone(), filter.clone()));
        self.overlay = self.survey.as_ref().map(|survey| Arc::new(Overlay::filtered(project, survey, filter)));
        self.portfolio = OnceCell::new();
        self.version += 1;
    }

    /// The overlay; `None` without feedback.
    pub(crate) fn overlay(&self) -> Option<&Arc<Overlay>> {
        self.overlay.as_ref()
    }

    /// What goes with overall satisfaction; `None` without feedback. `project` is the one of the last update.
    pub(crate) fn portfolio(&self, project: &Project) -> Option<&Portfolio> {
        let overlay = self.overlay.as_ref()?;
        Some(self.portfolio.get_or_init(|| Portfolio::new(project, overlay)))
    }

    /// Goes up with every change of the overlay.
    pub(crate) const fn version(&self) -> u64 {
        self.version
    }
}

/// Whether both documents have the same answers and call their channels and personas the same.
fn names_the_same(one: &Project, other: &Project) -> bool {
    one.data_sets.same_as(&other.data_sets)
        && one.channels.same_as(&other.channels)
        && one.personas.same_as(&other.personas)
}

/// Whether both documents have the same answers, steps and names.
fn says_the_same(one: &Project, other: &Project) -> bool {
    one.info.floor() == other.info.floor()
        && one.info.cuts == other.info.cuts
        && names_the_same(one, other)
        && one.info.private_names == other.info.private_names
        && one.aliases.same_as(&other.aliases)
        && one.steps.same_as(&other.steps)
        && one.phases.same_as(&other.phases)
        && one.journeys.same_as(&other.journeys)
}
