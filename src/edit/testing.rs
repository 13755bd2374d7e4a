//! A small project for the tests of this layer.

use super::{Command, EditError, apply};
use crate::base::{IdSource, OrderKey};
use crate::model::{
    Card, CardId, Channel, ChannelKind, Department, DepartmentId, Journey, JourneyId, Lane, LaneId, LaneKind, Persona,
    PersonaId, PersonaKind, Phase, PhaseId, Project, Step, StepId,
};

/// One journey of two phases and three steps (one, two | three), one lane, three cards (a, b, c) in its first cell.
pub(super) struct Small {
    pub(super) project: Project,
    pub(super) ids: IdSource,
    pub(super) department: DepartmentId,
    pub(super) persona: PersonaId,
    pub(super) journey: JourneyId,
    pub(super) phases: [PhaseId; 2],
    pub(super) steps: [StepId; 3],
    pub(super) lane: LaneId,
    pub(super) cards: [CardId; 3],
}

impl Small {
    pub(super) fn new() -> Self {
        let mut ids = IdSource::seeded(7);
        let mut project = Project::default();
        let key = |n: usize| OrderKey::spread(None, None, n + 1).remove(n);

        let department = Department::new(ids.next(), key(0));
        let channel = Channel::new(ids.next(), key(0), ChannelKind::Shop);
        let persona = Persona::new(ids.next(), key(0), PersonaKind::B2c);
        let journey = Journey { personas: vec![persona.id], ..Journey::new(ids.next(), key(0)) };
        let phases = [0, 1].map(|n| Phase::new(ids.next(), journey.id, key(n)));
        let lane = Lane::new(ids.next(), journey.id, key(0), LaneKind::Pain);
        let named = [("one", 0, 0), ("two", 0, 1), ("three", 1, 0)];
        let steps = named.map(|(name, phase, n): (&str, usize, usize)| Step {
            name: name.to_owned(),
            ..Step::new(ids.next(), phases[phase].id, key(n))
        });
        let texts = [("a", 0), ("b", 1), ("c", 2)];
        let cards = texts
            .map(|(text, n)| Card { text: text.to_owned(), ..Card::new(ids.next(), lane.id, steps[0].id, key(n)) });

        let mut small = Self {
            ids,
            department: department.id,
            persona: persona.id,
            journey: journey.id,
            phases: [phases[0].id, phases[1].id],
            steps: [steps[0].id, steps[1].id, steps[2].id],
            lane: lane.id,
            cards: [cards[0].id, cards[1].id, cards[2].id],
            project: Project::default(),
        };
        project.put(department.into());
        project.put(channel.into());
        project.put(persona.into());
        project.put(journey.into());
        project.put(lane.into());
        for phase in phases {
            project.put(phase.into());
        }
        for step in steps {
            project.put(step.into());
        }
        for card in cards {
            project.put(card.into());
        }
        small.project = project;
        small
    }

    pub(super) fn run(&mut self, command: &Command) -> Result<(), EditError> {
        self.project = apply(&self.project, command, &mut self.ids)?;
        Ok(())
    }

    /// A second journey with one step.
    pub(super) fn other_journey(&mut self) -> (JourneyId, StepId) {
        let journey = Journey::new(self.ids.next(), OrderKey::default());
        let phase = Phase::new(self.ids.next(), journey.id, OrderKey::default());
        let step = Step::new(self.ids.next(), phase.id, OrderKey::default());
        let ids = (journey.id, step.id);
        self.project.put(journey.into());
        self.project.put(phase.into());
        self.project.put(step.into());
        ids
    }
}

/// The texts of the cards of a cell from top to bottom.
pub(super) fn names_of(project: &Project, lane: LaneId, step: StepId) -> Vec<&str> {
    project.cards_in(lane, step).iter().map(|card| card.text.as_str()).collect()
}
