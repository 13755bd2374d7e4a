//! The phases: the answers of their steps together, and of rows that name the phase alone. A phase is shown where it
//! gives away nothing that its steps keep back: what is left when its steps' figures are taken out of its own is
//! nothing, or as much as the floor, for every measure and every period that is compared.

use super::facets::Periods;
use super::figures::Lens;
use super::measured::Sample;
use super::overlay::{StepFigures, StepVoice};
use super::safety::are_enough;
use super::tables::Tables;
use crate::model::{ColumnRole, Measure, PhaseId, Project, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// Subjects of a survey by what they are about.
type Pools<K> = BTreeMap<K, Vec<usize>>;

/// What may be shown of each phase. `own` are the rows that name no step, `steps` those of the steps, `voices` what is
/// shown of these.
pub(super) fn phases(
    lens: &Lens<'_>,
    project: &Project,
    own: &Pools<PhaseId>,
    steps: &Pools<StepId>,
    voices: &BTreeMap<StepId, StepVoice>,
) -> BTreeMap<PhaseId, StepVoice> {
    let whole = |id: PhaseId| Whole::new(lens, id, project, (own, steps, voices));
    let all: Vec<Whole<'_>> = project.phases.iter().map(|phase| whole(phase.id)).collect();
    let headline = lens.common_headline(all.iter().map(|phase| &phase.tables));
    let closed = closed(lens, project, &all);
    let voice = |phase: &Whole<'_>| {
        let is_empty = phase.tables.regions(None).iter().sum::<u64>() == 0;
        let figures = if closed.contains(&phase.id) { None } else { phase.figures(lens, headline) };
        (!is_empty).then(|| (phase.id, figures.map_or(StepVoice::Hidden, |f| StepVoice::Shown(Box::new(f)))))
    };
    all.iter().filter_map(voice).collect()
}

/// Phases that are hidden: those that are too small, those whose rest is, and so many others of their journey that the
/// rests of all that are hidden are enough together.
fn closed(lens: &Lens<'_>, project: &Project, all: &[Whole<'_>]) -> BTreeSet<PhaseId> {
    let is_open = |phase: &&Whole<'_>| lens.is_safe(&phase.tables, None) && !phase.gives_away(lens, None);
    let open: BTreeSet<PhaseId> = all.iter().filter(is_open).map(|phase| phase.id).collect();
    let mut closed: BTreeSet<PhaseId> = all.iter().map(|phase| phase.id).filter(|id| !open.contains(id)).collect();
    if !lens.is_unfiltered() {
        return closed;
    }
    for journey in project.journeys.iter() {
        let its: BTreeSet<PhaseId> = project.phases_of(journey.id).iter().map(|phase| phase.id).collect();
        let mut rests: Vec<(u64, PhaseId)> =
            all.iter().filter(|phase| its.contains(&phase.id)).map(|phase| (phase.rest(lens), phase.id)).collect();
        rests.sort_unstable();
        let mut sum: u64 = rests.iter().filter(|(_, id)| closed.contains(id)).map(|(rest, _)| rest).sum();
        while (1..lens.floor()).contains(&sum) {
            let Some((rest, id)) = rests.iter().find(|(rest, id)| *rest > 0 && !closed.contains(id)) else { break };
            closed.insert(*id);
            sum += rest;
        }
    }
    closed
}

/// A phase with all its answers.
struct Whole<'a> {
    id: PhaseId,
    tables: Tables,
    /// Rows that name the phase alone.
    bare: Vec<usize>,
    /// Its steps' subjects with what is shown of them.
    steps: Vec<(&'a [usize], &'a StepVoice)>,
}

impl<'a> Whole<'a> {
    fn new(
        lens: &Lens<'_>,
        id: PhaseId,
        project: &Project,
        (own, pools, voices): (&Pools<PhaseId>, &'a Pools<StepId>, &'a BTreeMap<StepId, StepVoice>),
    ) -> Self {
        let bare = own.get(&id).cloned().unwrap_or_default();
        let of = |step: StepId| Some((pools.get(&step)?.as_slice(), voices.get(&step)?));
        let steps: Vec<(&[usize], &StepVoice)> = project.steps_of(id).iter().filter_map(|step| of(step.id)).collect();
        let subjects: BTreeSet<usize> =
            steps.iter().flat_map(|(subjects, _)| *subjects).chain(&bare).copied().collect();
        let tables = lens.tables(&subjects.into_iter().collect::<Vec<_>>());
        Self { id, tables, bare, steps }
    }

    /// The answers that are left when what is shown of the steps is taken out; `is_shown` says of which steps it is.
    fn left(&self, lens: &Lens<'_>, is_shown: impl Fn(&StepFigures) -> bool) -> (Tables, bool) {
        let is_kept_back = |voice: &StepVoice| match voice {
            StepVoice::Hidden => true,
            StepVoice::Shown(figures) => !is_shown(figures),
        };
        let kept_back = self.steps.iter().filter(|(_, voice)| is_kept_back(voice)).flat_map(|(subjects, _)| *subjects);
        let kept_back: BTreeSet<usize> = kept_back.copied().collect();
        let all: BTreeSet<usize> = kept_back.iter().chain(&self.bare).copied().collect();
        (lens.tables(&all.into_iter().collect::<Vec<_>>()), kept_back.is_empty())
    }

    /// Rows in no figure of a step.
    fn rest(&self, lens: &Lens<'_>) -> u64 {
        self.left(lens, |_| true).0.regions(None).iter().sum()
    }

    /// Whether the number of rows or answers would give away a small group.
    fn gives_away(&self, lens: &Lens<'_>, measure: Option<usize>) -> bool {
        let asked = measure.map(|at| lens.measure(at));
        let (left, is_bare) = self.left(lens, |figures| asked.is_none_or(|measure| shows(figures, measure)));
        let regions = left.regions(measure);
        if lens.is_unfiltered() {
            return !are_enough(&regions, lens.floor());
        }
        // What is left under one filter and under another may differ by less than the floor: only rows that name
        // no step are subject to the rule for filters by themselves.
        let passing = left.passing(measure);
        passing > 0 && !(is_bare && lens.is_safe(&left, measure)) || is_bare && !are_enough(&regions, lens.floor())
    }

    fn figures(&self, lens: &Lens<'_>, headline: Option<usize>) -> Option<StepFigures> {
        let is_safe = |at: usize| lens.is_safe(&self.tables, Some(at)) && !self.gives_away(lens, Some(at));
        let safe: Vec<bool> = (0..lens.measures()).map(is_safe).collect();
        let (figures, leading) = lens.figures_of(&self.tables, headline, &safe)?;
        let change = figures.change.filter(|_| !self.change_gives_away(lens, &figures, leading));
        // The parts of a phase less those of its steps would be parts of the others.
        let (channels, months, rivals, apart, parts) = Default::default();
        Some(StepFigures { channels, months, parts, change, rivals, apart, ..figures })
    }

    /// Whether one of the compared periods would give away a small group.
    fn change_gives_away(&self, lens: &Lens<'_>, figures: &StepFigures, leading: usize) -> bool {
        let Some(periods) = lens.periods() else { return false };
        let (left, is_bare) = self.left(lens, |step| step.change.is_some() && step.headline == figures.headline);
        [&periods.before, &periods.now].into_iter().any(|period| {
            let months = |floor| left.months(lens.survey(), |month| Periods::has(period, month), leading, floor);
            let is_nothing = months(0).is_none_or(|numbers| Sample::of(lens.survey(), &numbers, leading).is_none());
            let is_enough = (is_bare || lens.is_unfiltered()) && months(lens.floor()).is_some();
            !is_nothing && !is_enough
        })
    }
}

/// Whether the answers to a measure are among the figures of a step.
fn shows(figures: &StepFigures, measure: &Measure) -> bool {
    match measure.role {
        ColumnRole::Nps => figures.nps.is_some(),
        ColumnRole::Csat => figures.csat.is_some(),
        ColumnRole::Ces => figures.ces.is_some(),
        _ => figures.ratings.iter().any(|rating| rating.name == measure.name),
    }
}
