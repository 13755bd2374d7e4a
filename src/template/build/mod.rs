//! From an outline to a project: keys become ids, places become order keys.

mod cards;
mod check;
mod journey;
mod keys;
mod people;

use super::outline::{Outline, PersonaOutline};
use super::{JourneyOutline, TemplateError};
use crate::base::IdSource;
use crate::model::{Card, Channel, Department, Journey, Persona, Project, ProjectInfo};
use check::Check;
use keys::Keys;

/// What every part of the building needs: the keys and the ids behind them.
struct Names<'a> {
    check: Check<'a>,
    departments: Keys<Department>,
    channels: Keys<Channel>,
    personas: Keys<Persona>,
    journeys: Keys<Journey>,
    cards: Keys<Card>,
}

impl Outline {
    /// The project that this outline describes. `file` is named in errors; the same outline and the same
    /// state of `ids` give the same project.
    pub fn build(&self, file: &str, ids: &mut IdSource) -> Result<Project, TemplateError> {
        let names = Names::of(self, file, ids)?;
        let mut project = Project { info: self.info(), ..Project::default() };
        names.check.not_empty("the project", "title", &project.info.title)?;
        people::departments(self, &names, &mut project)?;
        people::channels(self, &names, &mut project)?;
        people::personas(self, &names, &mut project)?;
        journey::journeys(self, &names, ids, &mut project)?;
        Ok(project)
    }

    fn info(&self) -> ProjectInfo {
        let title = if self.project.is_empty() { &self.title } else { &self.project };
        ProjectInfo {
            title: title.clone(),
            note: self.note.clone(),
            glossary: self.glossary.clone(),
            ..ProjectInfo::default()
        }
    }
}

impl<'a> Names<'a> {
    fn of(outline: &'a Outline, file: &'a str, ids: &mut IdSource) -> Result<Self, TemplateError> {
        let check = Check { file };
        let departments = outline.departments.iter().map(|d| d.key.as_str());
        let channels = outline.channels.iter().map(|c| c.key.as_str());
        let personas = outline.personas.iter().map(|p: &PersonaOutline| p.key.as_str());
        let journeys = outline.journeys.iter().map(|j| j.key.as_str()).filter(|key| !key.is_empty());
        let cards = outline.journeys.iter().flat_map(card_keys).filter(|key| !key.is_empty());
        Ok(Self {
            departments: Keys::assign(check, "department", departments, ids)?,
            channels: Keys::assign(check, "channel", channels, ids)?,
            personas: Keys::assign(check, "persona", personas, ids)?,
            journeys: Keys::assign(check, "journey", journeys, ids)?,
            cards: Keys::assign(check, "card", cards, ids)?,
            check,
        })
    }
}

fn card_keys(journey: &JourneyOutline) -> impl Iterator<Item = &str> {
    let steps = journey.phases.iter().flat_map(|phase| &phase.steps);
    steps.flat_map(super::StepOutline::cards_by_lane).flat_map(|(_, cards)| cards).map(|card| card.key.as_str())
}

#[cfg(test)]
mod tests;
