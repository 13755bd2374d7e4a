//! Comparisons of small journeys, and of any.

use super::*;
use crate::base::{IdSource, OrderKey};
use crate::model::arbitrary::project as any_project;
use crate::model::{
    Card, CardId, Journey, Lane, LaneId, LaneKind, Mark, MarkSource, OpportunityStatus, Persona, PersonaId,
    PersonaKind, Phase, PhaseId, Record, Step, StepId,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Two journeys side by side that are built by name: what is called the same was made from each other.
struct Two {
    project: Project,
    ids: IdSource,
    as_is: JourneyId,
    to_be: JourneyId,
    has_origins: bool,
}

/// Phases with their steps; each step with cards as "lane text".
type Plan<'a> = &'a [(&'a str, &'a [(&'a str, &'a [&'a str])])];

fn key(n: usize) -> OrderKey {
    OrderKey::spread(None, None, n + 1).remove(n)
}

impl Two {
    fn new(as_is: Plan<'_>, to_be: Plan<'_>, has_origins: bool) -> Self {
        let mut ids = IdSource::seeded(5);
        let (a, b) = (ids.next(), ids.next());
        let mut two = Self { project: Project::default(), ids, as_is: a, to_be: b, has_origins };
        two.build(a, as_is);
        two.build(b, to_be);
        two
    }

    fn build(&mut self, id: JourneyId, plan: Plan<'_>) {
        let is_copy = self.has_origins && id == self.to_be;
        let before = self.project.clone();
        self.project.put(Journey::new(id, key(0)).into());
        let mut lanes = BTreeMap::new();
        for (n, kind) in [LaneKind::Action, LaneKind::Pain, LaneKind::Opportunity].into_iter().enumerate() {
            let origin = before.lanes.iter().find(|lane| lane.kind == kind).map(|lane| lane.id).filter(|_| is_copy);
            let lane = Lane { origin, ..Lane::new(self.ids.next(), id, key(n), kind) };
            lanes.insert(kind.key(), lane.id);
            self.project.put(lane.into());
        }
        for (n, (name, steps)) in plan.iter().enumerate() {
            let origin = before.phases.iter().find(|p| p.name == *name).map(|p| p.id).filter(|_| is_copy);
            let phase = Phase { name: (*name).into(), origin, ..Phase::new(self.ids.next(), id, key(n)) };
            for (n, (name, cards)) in steps.iter().enumerate() {
                let origin = before.steps.iter().find(|s| s.name == *name).map(|s| s.id).filter(|_| is_copy);
                let step = Step { name: (*name).into(), origin, ..Step::new(self.ids.next(), phase.id, key(n)) };
                for (n, said) in cards.iter().enumerate() {
                    let (lane, text) = said.split_once(' ').unwrap();
                    let origin = before.cards.iter().find(|c| c.text == text).map(|c| c.id).filter(|_| is_copy);
                    let card = Card::new(self.ids.next(), lanes[lane], step.id, key(n));
                    self.project.put(Card { text: text.into(), origin, ..card }.into());
                }
                self.project.put(step.into());
            }
            self.project.put(phase.into());
        }
    }

    fn compare(&self) -> Comparison {
        compare(&self.project, self.as_is, self.to_be).unwrap()
    }

    fn steps(&self) -> String {
        let name = |id: StepId| self.project.steps.get(id).unwrap().name.clone();
        written(&self.compare().steps, name)
    }

    fn cards(&self) -> String {
        let text = |id: CardId| self.project.cards.get(id).unwrap().text.clone();
        written(&self.compare().cards, text)
    }

    fn card(&self, journey: JourneyId, text: &str) -> Card {
        let here = |lane: LaneId| self.project.lanes.get(lane).unwrap().journey == journey;
        self.project.cards.iter().find(|card| card.text == text && here(card.lane)).unwrap().clone()
    }
}

/// A sign and the name of each: `+new -gone ~changed >moved`.
fn written<I: Copy>(rows: &[Compared<I>], name: impl Fn(I) -> String) -> String {
    let row = |row: &Compared<I>| {
        let sign = match row.change {
            Change::Same => "",
            Change::Changed => "~",
            Change::Moved => ">",
            Change::MovedAndChanged => ">~",
            Change::Added => "+",
            Change::Removed => "-",
        };
        format!("{sign}{}", row.to_be.or(row.as_is).map(&name).unwrap())
    };
    rows.iter().map(row).collect::<Vec<_>>().join(" ")
}

const AS_IS: Plan<'static> = &[
    ("before", &[("look", &["action search", "pain slow"]), ("ask", &["action call"])]),
    ("buy", &[("queue", &["action wait", "pain long"]), ("pay", &["action card", "opportunity app"])]),
];

#[test]
fn what_is_new_gone_and_moved_is_found_by_origin() {
    let to_be: Plan<'_> = &[
        ("before", &[("look", &["action search"])]),
        ("buy", &[("order", &["action tap"]), ("pay", &["action card", "action app"]), ("ask", &["action call"])]),
    ];
    let two = Two::new(AS_IS, to_be, true);
    assert_eq!(two.steps(), "look -queue +order pay >ask");
    assert_eq!(two.cards(), "search -slow -wait -long +tap card >app call");
    let comparison = two.compare();
    assert_eq!(comparison.totals(), Totals { added: 2, changed: 0, moved: 2, removed: 4 });
    let outcomes: Vec<_> = comparison.pains.iter().map(|(_, outcome)| *outcome).collect();
    assert_eq!(outcomes, [PainOutcome::Gone, PainOutcome::Gone]);
    assert_eq!(comparison.opportunities[0].1, OpportunityOutcome::Real, "it is now what the customer does");
}

#[test]
fn journeys_that_know_nothing_of_each_other_are_paired_by_their_names() {
    let rival: Plan<'_> = &[("Before", &[("ＬＯＯＫ ", &["action search"])]), ("buy", &[("pay", &["action cash"])])];
    let two = Two::new(AS_IS, rival, false);
    assert_eq!(two.steps(), "~ＬＯＯＫ  -ask -queue pay");
    assert_eq!(two.cards(), "search -slow -call -wait -long -card +cash -app");
}

#[test]
fn a_change_is_named_by_its_field() {
    let mut two = Two::new(AS_IS, AS_IS, true);
    assert!(two.compare().is_same());
    let card = two.card(two.to_be, "wait");
    let id = card.id;
    two.project.put(Card { text: "wait five minutes".into(), ..card }.into());
    let comparison = two.compare();
    let row = comparison.cards.iter().find(|row| row.to_be == Some(id)).unwrap();
    assert_eq!((row.change, row.fields.as_slice()), (Change::Changed, &[Field::Text][..]));
    assert_eq!(comparison.totals(), Totals { changed: 1, ..Totals::default() });
}

#[test]
fn a_pain_is_resolved_when_an_opportunity_of_the_to_be_answers_it() {
    let mut two = Two::new(AS_IS, AS_IS, true);
    let open: Vec<_> = two.compare().pains.iter().map(|(_, outcome)| outcome.is_resolved()).collect();
    assert_eq!(open, [false, false]);
    let (mut app, pain) = (two.card(two.to_be, "app"), two.card(two.to_be, "long"));
    app.opportunity.answers = vec![pain.id];
    app.opportunity.status = OpportunityStatus::Doing;
    two.project.put(app.clone().into());
    let comparison = two.compare();
    assert!(comparison.pains.iter().any(|(_, outcome)| *outcome == PainOutcome::Answered));
    assert_eq!(comparison.opportunities[0].1, OpportunityOutcome::Planned);
    app.opportunity.status = OpportunityStatus::Dropped;
    two.project.put(app.into());
    assert!(two.compare().pains.iter().all(|(_, outcome)| *outcome == PainOutcome::Open), "nobody will do it");
}

#[test]
fn feelings_are_compared_for_who_leads_and_for_everybody_in_both_journeys() {
    let mut two = Two::new(AS_IS, AS_IS, true);
    let people: Vec<PersonaId> = (0..3)
        .map(|n| {
            let persona = Persona::new(two.ids.next(), key(n), PersonaKind::B2c);
            let id = persona.id;
            two.project.put(persona.into());
            id
        })
        .collect();
    let (first, second, third) = (people[0], people[1], people[2]);
    for (journey, personas) in [(two.as_is, vec![first, second]), (two.to_be, vec![first, third, second])] {
        let mut journey = two.project.journeys.get(journey).unwrap().clone();
        journey.personas = personas;
        two.project.put(journey.into());
    }
    let step = |journey, two: &Two| two.project.steps_in_journey(journey)[0].id;
    for (journey, persona, value) in [
        (two.as_is, None, -1.0),
        (two.to_be, Some(first), 1.0),
        (two.as_is, Some(second), 0.5),
        (two.to_be, Some(second), -1.5),
        (two.to_be, Some(third), 2.0),
    ] {
        let mark = Mark { persona, value, ..Mark::new(two.ids.next(), step(journey, &two), MarkSource::Agreed) };
        two.project.put(mark.into());
    }
    let comparison = two.compare();
    let gains = |persona| comparison.emotions_of(persona).filter_map(EmotionChange::gain).collect::<Vec<_>>();
    assert_eq!(gains(None), [2.0], "a mark of no persona is that of who leads");
    assert_eq!(gains(Some(second)), [-2.0]);
    assert!(gains(Some(third)).is_empty(), "who is in one journey alone has nothing to compare with");
    assert_eq!(comparison.mean_emotion(), Some((-1.0, 1.0)));
}

#[test]
fn columns_stand_under_each_other_as_far_as_their_order_allows() {
    let to_be: Plan<'_> = &[("before", &[("look", &[])]), ("buy", &[("order", &[]), ("pay", &[]), ("queue", &[])])];
    let two = Two::new(AS_IS, to_be, true);
    let name = |id: Option<StepId>| id.map_or("·".to_owned(), |id| two.project.steps.get(id).unwrap().name.clone());
    let columns = two.compare().columns(&two.project);
    let columns: Vec<String> = columns.iter().map(|s| format!("{}/{}", name(s.as_is), name(s.to_be))).collect();
    assert_eq!(columns, ["look/look", "ask/·", "·/order", "·/pay", "queue/queue", "pay/·"]);
}

/// The ids of a journey's records, as a comparison must name them.
fn ids_of(project: &Project, journey: JourneyId) -> (Vec<PhaseId>, Vec<LaneId>, Vec<StepId>, Vec<CardId>) {
    let index = JourneyIndex::new(project, journey).unwrap();
    let mut cards: Vec<CardId> = index.cards.values().flatten().map(|card| card.id).collect();
    let mut steps: Vec<StepId> = index.steps().map(|step| step.id).collect();
    let mut lanes: Vec<LaneId> = index.lanes.iter().map(|lane| lane.id).collect();
    let mut phases: Vec<PhaseId> = index.phases.iter().map(|group| group.phase.id).collect();
    phases.sort();
    lanes.sort();
    steps.sort();
    cards.sort();
    (phases, lanes, steps, cards)
}

fn side<I: Copy + Ord>(rows: &[Compared<I>], of: impl Fn(&Compared<I>) -> Option<I>) -> Vec<I> {
    let mut ids: Vec<I> = rows.iter().filter_map(of).collect();
    ids.sort();
    ids
}

proptest! {
    #[test]
    fn every_record_of_both_sides_stands_in_exactly_one_place(project in any_project()) {
        let journeys: Vec<JourneyId> = project.journeys.iter().map(Record::id).collect();
        for as_is in &journeys {
            for to_be in journeys.iter().filter(|other| *other != as_is) {
                let all = compare(&project, *as_is, *to_be).unwrap();
                let from = (
                    side(&all.phases, |row| row.as_is),
                    side(&all.lanes, |row| row.as_is),
                    side(&all.steps, |row| row.as_is),
                    side(&all.cards, |row| row.as_is),
                );
                prop_assert_eq!(from, ids_of(&project, *as_is));
                let to = (
                    side(&all.phases, |row| row.to_be),
                    side(&all.lanes, |row| row.to_be),
                    side(&all.steps, |row| row.to_be),
                    side(&all.cards, |row| row.to_be),
                );
                prop_assert_eq!(to, ids_of(&project, *to_be));
                let columns = all.columns(&project);
                let mut steps: Vec<StepId> = columns.iter().filter_map(|slot| slot.as_is).collect();
                steps.sort();
                prop_assert_eq!(steps, ids_of(&project, *as_is).2);
            }
        }
    }

    #[test]
    fn a_journey_is_the_same_as_itself(project in any_project()) {
        for journey in project.journeys.iter() {
            prop_assert!(compare(&project, journey.id, journey.id).unwrap().cards.iter().all(|c| c.change == Change::Same));
        }
    }
}
