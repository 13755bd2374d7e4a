//! What a picture shows: the map of a journey or the sheet of a persona.

use super::journey::{PictureOptions, journey_scene};
use crate::feedback::Overlay;
use crate::layout::place_sheet;
use crate::look::Theme;
use crate::model::{JourneyId, PersonaId, Project};
use crate::scene::{Scene, compose_sheet};
use crate::text::TextEngine;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The map of a journey.
    Journey(JourneyId),
    /// The sheet of a persona.
    Persona(PersonaId),
}

impl Subject {
    /// The journey, if it is one.
    #[must_use]
    pub const fn journey(self) -> Option<JourneyId> {
        match self {
            Self::Journey(journey) => Some(journey),
            Self::Persona(_) => None,
        }
    }

    /// Its name, to make a file name of.
    #[must_use]
    pub fn title(self, project: &Project) -> &str {
        match self {
            Self::Journey(journey) => project.journeys.get(journey).map_or("", |journey| &journey.title),
            Self::Persona(persona) => project.personas.get(persona).map_or("", |persona| &persona.name),
        }
    }

    /// What it is about, for screen readers.
    #[must_use]
    pub fn description(self, project: &Project) -> &str {
        match self {
            Self::Journey(journey) => project.journeys.get(journey).map_or("", |journey| &journey.scenario),
            Self::Persona(persona) => project.personas.get(persona).map_or("", |persona| &persona.summary),
        }
    }

    /// Its scene; `None` when the project does not have it. The same project and options give the same scene.
    #[must_use]
    pub fn scene(
        self,
        project: &Project,
        overlay: Option<&Overlay>,
        options: &PictureOptions,
        engine: &mut TextEngine,
    ) -> Option<Scene> {
        match self {
            Self::Journey(journey) => journey_scene(project, journey, overlay, options, engine),
            Self::Persona(persona) => {
                let sheet = place_sheet(project, persona, options.map.lang, engine)?;
                Some(compose_sheet(&sheet, Theme::of(options.theme)))
            }
        }
    }
}

impl From<JourneyId> for Subject {
    fn from(journey: JourneyId) -> Self {
        Self::Journey(journey)
    }
}

impl From<PersonaId> for Subject {
    fn from(persona: PersonaId) -> Self {
        Self::Persona(persona)
    }
}
