//! The feedback laid over the open document, worked out again only when what it is made of has changed.

use crate::export::journey::overlay_of;
use crate::feedback::Overlay;
use crate::model::Project;
use std::sync::Arc;

/// The overlay of the open document.
#[derive(Default)]
pub(crate) struct Voice {
    made_from: Option<Project>,
    overlay: Option<Arc<Overlay>>,
    version: u64,
}

impl Voice {
    /// Looks whether the document has changed in a way that matters.
    pub(crate) fn update(&mut self, project: &Project) {
        if self.made_from.as_ref().is_some_and(|known| says_the_same(known, project)) {
            return;
        }
        self.made_from = Some(project.clone());
        self.overlay = overlay_of(project).map(Arc::new);
        self.version += 1;
    }

    /// The overlay; `None` without feedback.
    pub(crate) fn overlay(&self) -> Option<&Arc<Overlay>> {
        self.overlay.as_ref()
    }

    /// Goes up with every change of the overlay.
    pub(crate) const fn version(&self) -> u64 {
        self.version
    }
}

/// Whether both documents have the same answers, steps and names.
fn says_the_same(one: &Project, other: &Project) -> bool {
    one.info.floor() == other.info.floor()
        && one.data_sets.same_as(&other.data_sets)
        && one.aliases.same_as(&other.aliases)
        && one.steps.same_as(&other.steps)
        && one.phases.same_as(&other.phases)
        && one.journeys.same_as(&other.journeys)
}
