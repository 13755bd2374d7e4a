//! A small project for the tests of this layer.

use super::{Command, EditError, apply};
use crate::base::{IdSource, OrderKey};
use crate::model::{
    AnyRecord, Card, CardId, Channel, ChannelKind, DataSet, Department, DepartmentId, Handoff, Journey, JourneyId,
    Lane, LaneId, LaneKind, Link, LinkKind, MarkSource, Persona, PersonaId, PersonaKind, Phase, PhaseId, Project,
    RecordId, Step, StepId,
};

/// One journey of two phases and three steps (one, two | three), one lane, three cards (a, b, c) in its first cell.
pub(crate) struct Small {
    pub(crate) project: Project,
    pub(crate) ids: IdSource,
    pub(crate) department: DepartmentId,
    pub(crate) persona: PersonaId,
    pub(crate) journey: JourneyId,
    pub(crate) phases: [PhaseId; 2],
    pub(crate) steps: [StepId; 3],
    pub(crate) lane: LaneId,
    pub(crate) cards: [CardId; 3],
}

impl Small {
    pub(crate) fn new() -> Self {
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

    pub(crate) fn run(&mut self, command: &Command) -> Result<(), EditError> {
        self.project = apply(&self.project, command, &mut self.ids)?;
        Ok(())
    }

    /// A second journey with one step.
    pub(crate) fn other_journey(&mut self) -> (JourneyId, StepId) {
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
pub(crate) fn names_of(project: &Project, lane: LaneId, step: StepId) -> Vec<&str> {
    project.cards_in(lane, step).iter().map(|card| card.text.as_str()).collect()
}

/// Five random numbers that [`random_command`] makes a command of.
pub(crate) type Dice = [u16; 5];

/// Some command about records that are there, sometimes a senseless one.
pub(crate) fn random_command(project: &Project, ids: &mut IdSource, dice: Dice) -> Command {
    let [what, a, b, c, d] = dice;
    let before = (d % 3 != 0).then_some(());
    let some = |n: u16| pick(&project.ids().collect::<Vec<_>>(), n);
    let step = |n: u16| pick(&rows(project.steps.iter().map(|r| r.id)), n).unwrap_or(StepId::from_bits(1));
    let lane = |n: u16| pick(&rows(project.lanes.iter().map(|r| r.id)), n).unwrap_or(LaneId::from_bits(1));
    let phase = |n: u16| pick(&rows(project.phases.iter().map(|r| r.id)), n).unwrap_or(PhaseId::from_bits(1));
    let card = |n: u16| pick(&rows(project.cards.iter().map(|r| r.id)), n).unwrap_or(CardId::from_bits(1));
    match what % 12 {
        0 => Command::Delete(some(a).into_iter().chain(some(b).filter(|_| b % 2 == 0)).collect()),
        1 => Command::Add { record: random_card(project, ids, lane(a), step(c), dice), before: None },
        2 => Command::AddAll(vec![
            random_card(project, ids, lane(a), step(c), dice),
            random_card(project, ids, lane(b), step(c), dice),
        ]),
        3 => Command::Add {
            record: Step::new(ids.next(), phase(a), OrderKey::default()).into(),
            before: before.map(|()| step(b).into()),
        },
        4 => Command::MoveCards {
            cards: vec![card(a), card(b)],
            lane: lane(c),
            step: step(d),
            before: before.map(|()| card(c)),
        },
        5 => Command::MoveSteps { steps: vec![step(a), step(b)], phase: phase(c), before: before.map(|()| step(d)) },
        6 => Command::MovePhase { phase: phase(a), before: before.map(|()| phase(b)) },
        7 => Command::SetMark {
            step: step(a),
            persona: pick(&rows(project.personas.iter().map(|r| r.id)), b).filter(|_| b % 2 == 0),
            source: pick(&rows(project.departments.iter().map(|r| r.id)), c)
                .map_or(MarkSource::Agreed, MarkSource::Believed),
            value: before.map(|()| f32::from(d % 9) - 4.0),
        },
        8 => Command::Reorder { record: some(a).unwrap_or(lane(a).into()), before: before.and_then(|()| some(b)) },
        9 => Command::ImportFeedback {
            data_set: Box::new(DataSet::new(ids.next(), OrderKey::default())),
            names: vec![(format!("name {}", a % 4), step(b)), ("name 1".to_owned(), step(c))],
        },
        10 => Command::Add { record: random_way(ids, step(a), step(b), c), before: None },
        _ => random_parts(project, ids, dice),
    }
}

fn rows<T>(ids: impl Iterator<Item = T>) -> Vec<T> {
    ids.collect()
}

fn pick<T: Copy>(list: &[T], n: u16) -> Option<T> {
    list.get(usize::from(n) % list.len().max(1)).copied()
}

fn random_card(project: &Project, ids: &mut IdSource, lane: LaneId, step: StepId, [_, a, b, _, d]: Dice) -> AnyRecord {
    let mut card = Card::new(ids.next(), lane, step, OrderKey::default());
    card.text = format!("card {a}");
    card.extra_span = d % 4;
    card.author = pick(&rows(project.departments.iter().map(|r| r.id)), a);
    card.opportunity.answers = pick(&rows(project.cards.iter().map(|r| r.id)), b).into_iter().collect();
    card.into()
}

fn random_way(ids: &mut IdSource, from: StepId, to: StepId, n: u16) -> AnyRecord {
    match n % 2 {
        0 => Handoff::new(ids.next(), from, to).into(),
        _ => Link::new(ids.next(), from, to, LinkKind::Branch).into(),
    }
}

/// A department, a persona and a journey with a phase, in one step of the history.
fn random_parts(project: &Project, ids: &mut IdSource, [_, a, b, ..]: Dice) -> Command {
    let department = Department::new(ids.next(), OrderKey::default());
    let mut persona = Persona::new(ids.next(), OrderKey::default(), PersonaKind::B2c);
    persona.owner = Some(department.id);
    let mut journey = Journey::new(ids.next(), OrderKey::default());
    journey.personas = vec![persona.id];
    journey.as_is = pick(&rows(project.journeys.iter().map(|r| r.id)), a);
    let phase = Phase::new(ids.next(), journey.id, OrderKey::default());
    let lane = Lane::new(ids.next(), journey.id, OrderKey::default(), LaneKind::Action);
    let first: Option<RecordId> = project.journeys_in_order().first().map(|j| j.id.into());
    let add = |record: AnyRecord, before| Command::Add { record, before };
    let commands = vec![
        add(persona.into(), None),
        add(department.into(), None),
        add(journey.into(), first.filter(|_| b % 2 == 0)),
        add(phase.into(), None),
        add(lane.into(), None),
    ];
    let label = commands[0].label();
    Command::Batch { label, commands }
}
