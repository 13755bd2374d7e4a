//! A journey as a picture: what the command line, the export dialog and thumbnails share, so that all
//! of them draw the same.

use crate::feedback::{Overlay, Survey};
use crate::layout::{MapOptions, place_map};
use crate::look::{Theme, ThemeKind};
use crate::model::{FeedbackFilter, JourneyId, Project};
use crate::scene::{Scene, compose_map};
use crate::text::TextEngine;

/// How a journey is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureOptions {
    /// The colours.
    pub theme: ThemeKind,
    /// The language and what is shown.
    pub map: MapOptions,
}

/// The scene of a journey; `None` when the project has none with this id.
#[must_use]
pub fn journey_scene(
    project: &Project,
    journey: JourneyId,
    overlay: Option<&Overlay>,
    options: &PictureOptions,
    engine: &mut TextEngine,
) -> Option<Scene> {
    let map = place_map(project, journey, overlay, &options.map, engine)?;
    Some(compose_map(&map, Theme::of(options.theme)))
}

/// The feedback laid over the project's steps, as far as a filter lets it through; `None` when there is none.
#[must_use]
pub fn overlay_of(project: &Project, answers: &FeedbackFilter) -> Option<Overlay> {
    let survey = || Survey::of(project);
    (!project.data_sets.is_empty()).then(|| Overlay::filtered(project, &survey(), answers))
}
