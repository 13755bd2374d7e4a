//! What a picture shows: the map of a journey, the sheet of a persona, or what a map says about itself.

use super::journey::{PictureOptions, journey_scene};
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::layout::{SHEET_PROPORTION, place_findings, place_sheet};
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
    /// The findings of a journey.
    Findings(JourneyId),
}

impl Subject {
    /// The journey, if it is the map of one.
    #[must_use]
    pub const fn journey(self) -> Option<JourneyId> {
        match self {
            Self::Journey(journey) => Some(journey),
            Self::Persona(_) | Self::Findings(_) => None,
        }
    }

    /// Its name, to make a file name of.
    #[must_use]
    pub fn title(self, project: &Project) -> &str {
        match self {
            Self::Journey(journey) | Self::Findings(journey) => {
                project.journeys.get(journey).map_or("", |journey| &journey.title)
            }
            Self::Persona(persona) => project.personas.get(persona).map_or("", |persona| &persona.name),
        }
    }

    /// What it is about, for screen readers.
    #[must_use]
    pub fn description(self, project: &Project) -> &str {
        match self {
            Self::Journey(journey) | Self::Findings(journey) => {
                project.journeys.get(journey).map_or("", |journey| &journey.scenario)
            }
            Self::Persona(persona) => project.personas.get(persona).map_or("", |persona| &persona.summary),
        }
    }

    /// The language that it is written in.
    #[must_use]
    pub fn lang(self, project: &Project) -> Lang {
        let own = [self.title(project), self.description(project)];
        match self {
            Self::Journey(journey) | Self::Findings(journey) => {
                let (phases, steps) = (project.phases_of(journey), project.steps_in_journey(journey));
                let names = phases.iter().map(|phase| &*phase.name).chain(steps.iter().map(|step| &*step.name));
                Lang::of_texts(names.chain(own))
            }
            Self::Persona(id) => {
                let lists =
                    project.personas.get(id).map(|persona| [&persona.goals, &persona.pains, &persona.motivations]);
                let said = lists.iter().flatten().flat_map(|list| list.iter().map(String::as_str));
                Lang::of_texts(said.chain(own))
            }
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
        self.scene_for(project, overlay, options, SHEET_PROPORTION, engine)
    }

    /// The same for a page of this proportion, width by height, where what is shown can follow it: findings do.
    #[must_use]
    pub fn scene_for(
        self,
        project: &Project,
        overlay: Option<&Overlay>,
        options: &PictureOptions,
        proportion: f32,
        engine: &mut TextEngine,
    ) -> Option<Scene> {
        match self {
            Self::Journey(journey) => journey_scene(project, journey, overlay, options, engine),
            Self::Persona(persona) => {
                let sheet = place_sheet(project, persona, options.map.lang, engine)?;
                Some(compose_sheet(&sheet, Theme::of(options.theme)))
            }
            Self::Findings(journey) => {
                let overlay = overlay.filter(|_| options.map.voice);
                let sheet = place_findings(project, journey, overlay, options.map.lang, proportion, engine)?;
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
