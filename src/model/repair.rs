//! Mends every damage that [`Project::problems`] finds. Nothing that somebody wrote is deleted: lost parents
//! come back under their old id, so that what belonged to them stays together, and the text of a record that
//! must go is kept in the one that stays.

use super::adoption::Adoption;
use super::ranges::{NPS_BINS, Ranged, fit, wanted_bins};
use super::references::References as _;
use super::{
    Carried, ColumnRole, DataSet, DataSetId, Field, HandoffId, LaneId, MarkId, Problem, Project, RecordId, Scales,
};

/// A damage that was mended, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// What was wrong.
    pub problem: Problem,
    /// What was done.
    pub remedy: Remedy,
}

/// What was done about a damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The missing parent was made anew, empty, under its old id.
    Recreated,
    /// The reference was dropped.
    Cleared,
    /// The card moved to this lane of its step's journey.
    Moved(LaneId),
    /// The second record's text was added to the first one, and the second one taken out.
    Merged,
    /// The number was brought into its range; no number at all became 0 or "not stated".
    Clamped,
    /// The scale's highest answer was read off the histograms.
    Rescaled(u8),
    /// The histogram was filled up, cut or, where it could not be trusted, emptied.
    Refitted,
}

/// Mending one damage can bring another one to light, as when a lane that came back belongs to another journey
/// than a card's step; each round leaves less, and the third one finds nothing any more.
const ROUNDS: usize = 6;

/// The project with all damage mended, and what was done. Mending a sound project changes nothing.
#[must_use]
pub fn repaired(mut project: Project) -> (Project, Vec<Repair>) {
    let mut repairs = Vec::new();
    for _ in 0..ROUNDS {
        let damage: Vec<Problem> = project.problems().into_iter().filter(Problem::is_damage).collect();
        if damage.is_empty() {
            break;
        }
        let mut round = Round { adoption: Adoption::new(&project), cleaned: None };
        for problem in damage {
            if let Some(remedy) = round.mend(&mut project, &problem) {
                repairs.push(Repair { problem, remedy });
            }
        }
    }
    (project, repairs)
}

struct Round {
    adoption: Adoption,
    /// The record that was cleaned last, and of what: all its problems of one sort come in a row.
    cleaned: Option<(RecordId, &'static str)>,
}

impl Round {
    /// `None` when an earlier remedy was one for this problem too.
    fn mend(&mut self, project: &mut Project, problem: &Problem) -> Option<Remedy> {
        match *problem {
            Problem::Orphan { parent, .. } => self.adoption.recreate(project, parent).then_some(Remedy::Recreated),
            Problem::Dangling { record, .. } => {
                self.once(problem, || forget_unknown(project, record));
                Some(Remedy::Cleared)
            }
            Problem::TornCard(card) => self.adoption.bring_home(project, card).map(Remedy::Moved),
            Problem::AsIsCycle { journey, .. } => {
                project.journeys.change(journey, |journey| journey.as_is = None);
                Some(Remedy::Cleared)
            }
            Problem::SecondMark { first, second } => merge_marks(project, first, second),
            Problem::SecondHandoff { first, second } => merge_handoffs(project, first, second),
            Problem::Number { record, .. } => {
                self.once(problem, || clamp(project, record));
                Some(Remedy::Clamped)
            }
            Problem::Scale { data_set, field, .. } => rescale(project, data_set, field),
            Problem::Bins { data_set, .. } => {
                self.once(problem, || project.data_sets.change(data_set, refit));
                Some(Remedy::Refitted)
            }
            Problem::NoPhase(_) => None,
        }
    }

    fn once(&mut self, problem: &Problem, remedy: impl FnOnce()) {
        let this = Some((problem.record(), problem.key()));
        if self.cleaned != this {
            remedy();
            self.cleaned = this;
        }
    }
}

fn forget_unknown(project: &mut Project, record: RecordId) {
    let before = project.clone();
    let known = |id| before.contains(id);
    match record {
        RecordId::Channel(id) => project.channels.change(id, |r| r.forget_unknown(&known)),
        RecordId::Persona(id) => project.personas.change(id, |r| r.forget_unknown(&known)),
        RecordId::Journey(id) => project.journeys.change(id, |r| r.forget_unknown(&known)),
        RecordId::Phase(id) => project.phases.change(id, |r| r.forget_unknown(&known)),
        RecordId::Lane(id) => project.lanes.change(id, |r| r.forget_unknown(&known)),
        RecordId::SavedView(id) => project.views.change(id, |r| r.forget_unknown(&known)),
        RecordId::Step(id) => project.steps.change(id, |r| r.forget_unknown(&known)),
        RecordId::Card(id) => project.cards.change(id, |r| r.forget_unknown(&known)),
        _ => {}
    }
}

fn clamp(project: &mut Project, record: RecordId) {
    match record {
        RecordId::Persona(id) => project.personas.change(id, Ranged::clamp),
        RecordId::Step(id) => project.steps.change(id, Ranged::clamp),
        RecordId::Card(id) => project.cards.change(id, Ranged::clamp),
        RecordId::Mark(id) => project.marks.change(id, Ranged::clamp),
        RecordId::DataSet(id) => project.data_sets.change(id, Ranged::clamp),
        _ => {}
    }
}

fn merge_marks(project: &mut Project, first: MarkId, second: MarkId) -> Option<Remedy> {
    let second = project.marks.remove(second)?;
    project.marks.change(first, |mark| add_text(&mut mark.word, &second.word));
    Some(Remedy::Merged)
}

fn merge_handoffs(project: &mut Project, first: HandoffId, second: HandoffId) -> Option<Remedy> {
    let second = project.handoffs.remove(second)?;
    project.handoffs.change(first, |handoff| {
        add_text(&mut handoff.note, &second.note);
        let answers = [&mut handoff.identity, &mut handoff.case, &mut handoff.history, &mut handoff.promise];
        for (answer, other) in answers.into_iter().zip(second.answers()) {
            if *answer == Carried::Unknown {
                *answer = other;
            }
        }
    });
    Some(Remedy::Merged)
}

fn add_text(text: &mut String, more: &str) {
    if more.is_empty() || text == more {
        return;
    }
    if !text.is_empty() {
        text.push_str(" / ");
    }
    text.push_str(more);
}

fn rescale(project: &mut Project, data_set: DataSetId, field: Field) -> Option<Remedy> {
    let slices = project.data_sets.get(data_set)?.answers.iter().flat_map(|answers| &answers.slices);
    let is_csat = field == Field::Csat;
    let bins = slices.map(|slice| if is_csat { slice.csat.len() } else { slice.ces.len() }).find(|n| *n != 0);
    let usual = if is_csat { Scales::default().csat_top } else { Scales::default().ces_top };
    let top = bins.and_then(|n| u8::try_from(n).ok()).filter(|n| Scales::is_known(*n)).unwrap_or(usual);
    project.data_sets.change(data_set, |data_set| {
        let scales = &mut data_set.scales;
        *(if is_csat { &mut scales.csat_top } else { &mut scales.ces_top }) = top;
    });
    Some(Remedy::Rescaled(top))
}

fn refit(data_set: &mut DataSet) {
    let Scales { csat_top, ces_top, .. } = data_set.scales;
    let DataSet { answers, measures, .. } = data_set;
    for slice in answers.iter_mut().flat_map(|answers| &mut answers.slices) {
        let csat = wanted_bins(measures, ColumnRole::Csat, slice.csat.len(), csat_top);
        let ces = wanted_bins(measures, ColumnRole::Ces, slice.ces.len(), ces_top);
        fit(&mut slice.nps, NPS_BINS);
        fit(&mut slice.csat, csat);
        fit(&mut slice.ces, ces);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::arbitrary;
    use crate::model::{
        AnyRecord, Card, Department, Handoff, Journey, Lane, LaneKind, Mark, MarkSource, Measure, Phase, Slice, Step,
        StepAnswers, UNASSIGNED,
    };
    use proptest::prelude::*;

    fn small() -> Project {
        let (mut project, mut ids) = (Project::default(), IdSource::seeded(7));
        let journey = Journey::new(ids.next(), OrderKey::default());
        let phase = Phase { name: "認知".into(), ..Phase::new(ids.next(), journey.id, OrderKey::default()) };
        let lane = Lane::new(ids.next(), journey.id, OrderKey::default(), LaneKind::Pain);
        for order in OrderKey::spread(None, None, 3) {
            let step = Step::new(ids.next(), phase.id, order);
            let card = Card { text: "待つ".into(), ..Card::new(ids.next(), lane.id, step.id, OrderKey::default()) };
            let mark = Mark { value: -1.0, ..Mark::new(ids.next(), step.id, MarkSource::Agreed) };
            project.steps.put(step);
            project.cards.put(card);
            project.marks.put(mark);
        }
        project.journeys.put(journey);
        project.phases.put(phase);
        project.lanes.put(lane);
        project
    }

    fn remedies(project: Project) -> (Project, Vec<Remedy>) {
        let (project, repairs) = repaired(project);
        assert_eq!(project.problems().into_iter().find(Problem::is_damage), None);
        (project, repairs.into_iter().map(|repair| repair.remedy).collect())
    }

    #[test]
    fn a_sound_project_is_left_alone() {
        let (project, done) = remedies(small());
        assert_eq!((project, done), (small(), vec![]));
    }

    #[test]
    fn a_lost_phase_comes_back_in_the_journey_of_its_cards() {
        let mut project = small();
        // An earlier journey must not attract it.
        project
            .journeys
            .put(Journey::new(IdSource::seeded(1).next(), OrderKey::between(None, Some(&OrderKey::default()))));
        let phase = project.phases.iter().next().unwrap().clone();
        project.phases.remove(phase.id);
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Recreated]);
        let back = mended.phases.get(phase.id).unwrap();
        assert_eq!((back.name.as_str(), back.journey), (UNASSIGNED, phase.journey));
        assert_eq!(mended.steps_of(phase.id).len(), 3);
    }

    #[test]
    fn lost_steps_gather_in_one_phase_with_their_cards() {
        let mut project = small();
        let lost: Vec<_> = project.steps.iter().map(|step| step.id).take(2).collect();
        for id in &lost {
            project.steps.remove(*id);
        }
        let journey = project.journeys.iter().next().unwrap().id;
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Recreated; 2]);
        let phases = mended.phases_of(journey);
        assert_eq!(phases.iter().map(|phase| phase.name.as_str()).collect::<Vec<_>>(), ["認知", UNASSIGNED]);
        assert_eq!(mended.steps_of(phases[1].id).len(), 2);
        assert_eq!(mended.cards.len(), 3);
    }

    #[test]
    fn a_lost_journey_and_a_lost_lane_come_back() {
        let mut project = small();
        let (journey, lane) = (project.journeys.iter().next().unwrap().id, project.lanes.iter().next().unwrap().id);
        project.journeys.remove(journey);
        project.lanes.remove(lane);
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Recreated; 2]);
        assert_eq!(mended.lanes_of(journey).len(), 1);
        assert_eq!(mended.lanes.get(lane).unwrap().kind, LaneKind::Custom);
    }

    #[test]
    fn a_card_between_two_journeys_goes_to_that_of_its_step() {
        let mut project = small();
        let mut ids = IdSource::seeded(3);
        let other = Journey::new(ids.next(), OrderKey::default());
        let lane = Lane::new(ids.next(), other.id, OrderKey::default(), LaneKind::Gain);
        let card = project.cards.iter().next().unwrap().id;
        project.cards.change(card, |card| card.lane = lane.id);
        project.journeys.put(other);
        project.lanes.put(lane);
        let (mended, done) = remedies(project);
        assert!(matches!(done[..], [Remedy::Moved(_)]));
        let card = mended.cards.get(card).unwrap();
        let lane = mended.lanes.get(card.lane).unwrap();
        assert_eq!((Some(lane.journey), lane.kind), (mended.journey_of_step(card.step), LaneKind::Gain));
    }

    #[test]
    fn circles_of_as_is_are_cut_once() {
        let mut project = small();
        let mut ids = IdSource::seeded(3);
        let (a, b, c) = (ids.next(), ids.next(), ids.next());
        for (id, as_is) in [(a, b), (b, a), (c, a)] {
            project.journeys.put(Journey { as_is: Some(as_is), ..Journey::new(id, OrderKey::default()) });
        }
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Cleared]);
        assert_eq!(mended.journeys.get(a.min(b)).unwrap().as_is, None);
        assert_eq!(mended.journeys.get(c).unwrap().as_is, Some(a));
    }

    #[test]
    fn doubled_marks_and_handoffs_keep_their_words() {
        let mut project = small();
        let mut ids = IdSource::seeded(3);
        let mark = project.marks.iter().next().unwrap().clone();
        project.marks.put(Mark { id: ids.next(), word: "がっかり".into(), ..mark.clone() });
        let steps: Vec<_> = project.steps.iter().map(|step| step.id).collect();
        for (note, case) in [("by phone", Carried::Unknown), ("by mail", Carried::No)] {
            let handoff = Handoff::new(ids.next(), steps[0], steps[1]);
            project.handoffs.put(Handoff { note: note.into(), case, ..handoff });
        }
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Merged; 2]);
        assert!(mended.marks.iter().any(|mark| mark.word == "がっかり"));
        let handoff = mended.handoffs.iter().next().unwrap();
        assert!(handoff.note.contains("by phone") && handoff.note.contains("by mail"));
        assert_eq!(handoff.case, Carried::No);
    }

    #[test]
    fn numbers_come_back_into_their_range() {
        for (wrong, right) in [(f32::NAN, 0.0), (f32::INFINITY, 2.0), (-3.0, -2.0)] {
            let mut project = small();
            let mark = project.marks.iter().next().unwrap().id;
            project.marks.change(mark, |mark| mark.value = wrong);
            let (mended, done) = remedies(project);
            assert_eq!(done, [Remedy::Clamped]);
            assert!((mended.marks.get(mark).unwrap().value - right).abs() < f32::EPSILON);
        }
    }

    #[test]
    fn histograms_are_made_to_fit_their_scale() {
        let slice = Slice { csat: vec![1, 2, 3, 4, 5, 6, 7], nps: vec![1, 2], ces: vec![1; 9], ..Slice::default() };
        let answers = StepAnswers { name: "店舗".into(), slices: vec![slice], ..StepAnswers::default() };
        let mut data_set =
            DataSet { answers: vec![answers], ..DataSet::new(IdSource::seeded(1).next(), OrderKey::default()) };
        data_set.scales.csat_top = 0;
        let mut project = Project::default();
        project.data_sets.put(data_set.clone());
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Rescaled(7), Remedy::Refitted, Remedy::Refitted, Remedy::Refitted]);
        let slice = &mended.data_sets.get(data_set.id).unwrap().answers[0].slices[0];
        assert_eq!((slice.nps.len(), slice.csat.len(), slice.ces.len()), (11, 7, 0));
    }

    #[test]
    fn questions_on_several_scales_are_sound() {
        let measure = |highest| Measure { role: ColumnRole::Csat, name: String::new(), lowest: 1, highest };
        let slice = |top: usize| Slice { csat: vec![2; top], ..Slice::default() };
        let answers = |top| StepAnswers { slices: vec![slice(top)], ..StepAnswers::default() };
        let set = DataSet {
            answers: vec![answers(5), answers(7)],
            measures: vec![measure(5), measure(7)],
            ..DataSet::new(IdSource::seeded(1).next(), OrderKey::default())
        };
        let mut project = Project::default();
        project.data_sets.put(set.clone());
        let (mended, done) = remedies(project);
        assert_eq!((done, mended.data_sets.get(set.id)), (Vec::new(), Some(&set)));
    }

    #[test]
    fn a_department_that_somebody_believed_in_comes_back() {
        let mut project = small();
        let mark = project.marks.iter().next().unwrap().id;
        let department: crate::base::Id<Department> = IdSource::seeded(3).next();
        project.marks.change(mark, |mark| mark.source = MarkSource::Believed(department));
        let card = project.cards.iter().next().unwrap().id;
        project.cards.change(card, |card| card.author = Some(IdSource::seeded(4).next()));
        let (mended, done) = remedies(project);
        assert_eq!(done, [Remedy::Cleared, Remedy::Recreated]);
        assert!(mended.departments.contains(department));
        assert_eq!(mended.cards.get(card).unwrap().author, None);
    }

    fn words(record: &AnyRecord) -> Vec<String> {
        match record {
            AnyRecord::Card(card) => vec![card.text.clone(), card.sources.clone()],
            AnyRecord::Mark(mark) => vec![mark.word.clone()],
            AnyRecord::Handoff(handoff) => vec![handoff.note.clone()],
            AnyRecord::Step(step) => vec![step.name.clone(), step.touchpoint.systems.clone()],
            AnyRecord::Persona(persona) => vec![persona.name.clone(), persona.organisation.title.clone()],
            AnyRecord::Link(link) => vec![link.label.clone()],
            AnyRecord::Alias(alias) => vec![alias.name.clone()],
            _ => vec![],
        }
    }

    proptest! {
        #[test]
        fn arbitrary_projects_are_sound(project in arbitrary::project()) {
            prop_assert_eq!(project.problems(), vec![]);
        }

        #[test]
        fn whatever_is_lost_repair_mends_it_once_and_keeps_all_words(
            project in arbitrary::project(),
            lost in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
        ) {
            let mut broken = project.clone();
            for index in lost {
                let ids: Vec<RecordId> = broken.ids().collect();
                broken.remove(*index.get(&ids));
            }
            let (mended, _) = repaired(broken.clone());
            prop_assert_eq!(mended.problems().into_iter().find(Problem::is_damage), None);
            prop_assert_eq!(repaired(mended.clone()), (mended.clone(), vec![]));
            let after: Vec<String> = mended.ids().flat_map(|id| words(&mended.get(id).unwrap())).collect();
            for text in broken.ids().flat_map(|id| words(&broken.get(id).unwrap())) {
                prop_assert!(after.iter().any(|kept| kept.contains(&text)), "{:?} is gone", text);
            }
        }
    }
}
