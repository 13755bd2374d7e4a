//! A journey told slide by slide in type that can be read from the back of a room: opening, phases, steps.
//! Pure; what is on a slide follows from the journey, the slide and the shape of the screen.

mod column;
mod curve;
mod element;
mod insight;
pub mod measures;
mod opening;
mod phase;
mod slides;
mod step;
mod teller;
#[cfg(test)]
mod tests;

pub use element::{Ink, Story, StoryBand, StoryCard, StoryCurve, StoryElement, StoryFigures, StoryPoint};
pub use slides::{Slide, slides};

use crate::base::{Date, Rect, Size};
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::model::{JourneyId, JourneyIndex, JourneyState, Project};
use crate::text::TextEngine;
use measures as m;
use teller::Teller;

/// In which words and on what screen a slide is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoryOptions {
    /// The language of its labels.
    pub lang: Lang,
    /// The date on the opening.
    pub date: Date,
    /// Width of the screen divided by its height.
    pub aspect: f32,
}

/// The size of a slide on a screen of this shape.
#[must_use]
pub fn slide_size(aspect: f32) -> Size {
    let aspect = if aspect.is_finite() { aspect.clamp(0.4, 4.0) } else { 16.0 / 9.0 };
    let width = (m::HEIGHT * aspect).max(m::LEAST_WIDTH);
    Size::new(width, width / aspect)
}

/// Lays a slide out; `None` when the project has no such journey, phase or step, and for the whole map,
/// which is a map.
#[must_use]
pub fn place_story(
    project: &Project,
    journey: JourneyId,
    slide: Slide,
    overlay: Option<&Overlay>,
    options: StoryOptions,
    engine: &TextEngine,
) -> Option<Story> {
    let index = JourneyIndex::new(project, journey)?;
    // Customers were asked about what is: an ideal and a competitor's journey have no voice in our surveys.
    let is_ours = matches!(index.journey.state, JourneyState::AsIs | JourneyState::Hypothesis);
    let size = slide_size(options.aspect);
    let departments = project.departments_in_order().into_iter().enumerate().map(|(i, d)| (d.id, (i, d))).collect();
    let mut teller = Teller {
        project,
        index: &index,
        overlay: overlay.filter(|_| is_ours),
        lang: options.lang,
        engine,
        departments,
        inner: Rect::new(0.0, 0.0, size.w, size.h).inset(m::MARGIN),
        elements: Vec::new(),
    };
    let (title, told) = match slide {
        Slide::Opening => opening::place(&mut teller, options.date),
        Slide::Phase(phase) => phase::place(&mut teller, phase)?,
        Slide::Step(step) => step::place(&mut teller, step)?,
        Slide::Whole => return None,
    };
    Some(Story { size, title, told, lang: options.lang, elements: teller.elements })
}
