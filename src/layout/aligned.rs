//! Columns of two maps that are shown side by side: both reserve room for the steps that only the other one has, so
//! that a step of one stands in the same place as its counterpart in the other, at any zoom.

use super::changes::{Changes, CompareView};
use super::{columns, measures as m};
use crate::compare::Slot;
use crate::model::{JourneyId, JourneyIndex, PhaseColumns, PhaseId, Project, Step, StepId};
use std::collections::BTreeMap;

/// Where the columns of both maps stand, from the left edge of the first.
pub(super) struct Aligned {
    steps: BTreeMap<StepId, (f32, f32)>,
    /// The run of columns of its phase that each step stands in, of either map: its ends.
    runs: BTreeMap<StepId, (f32, f32)>,
    empty_phases: BTreeMap<PhaseId, f32>,
    width: f32,
}

/// What takes up a column.
enum Place {
    Steps(Slot<StepId>),
    EmptyPhase(PhaseId),
}

impl Aligned {
    /// The columns, if the maps of the comparison are shown side by side.
    pub fn of(project: &Project, changes: &Changes) -> Option<Self> {
        (changes.view() == CompareView::Beside).then(|| {
            let usual = usual_width(project, changes);
            let mut aligned =
                Self { steps: BTreeMap::new(), runs: BTreeMap::new(), empty_phases: BTreeMap::new(), width: 0.0 };
            let mut phase_before = None;
            let mut run = Run::default();
            for place in places(project, changes) {
                let phase = phase_of(project, changes, &place);
                if phase_before.is_some() && phase_before != Some(phase) {
                    aligned.width += m::GUTTER;
                }
                if phase_before != Some(phase) {
                    std::mem::take(&mut run).end(&mut aligned.runs);
                    run.start = aligned.width;
                }
                phase_before = Some(phase);
                let x = aligned.width;
                aligned.width += match place {
                    Place::Steps(slot) => {
                        let both = [slot.as_is, slot.to_be].into_iter().flatten();
                        let width = slot_width(project, slot, usual);
                        run.steps.extend(both.clone());
                        aligned.steps.extend(both.map(|step| (step, (x, width))));
                        width
                    }
                    Place::EmptyPhase(phase) => {
                        aligned.empty_phases.insert(phase, x);
                        usual
                    }
                };
                run.end = aligned.width;
            }
            run.end(&mut aligned.runs);
            aligned.width = aligned.width.max(5.0 * usual);
            aligned
        })
    }

    /// Where a step stands and how wide it is.
    pub fn step(&self, step: StepId) -> Option<(f32, f32)> {
        self.steps.get(&step).copied()
    }

    /// Where a phase begins and ends: it also reaches over columns of its own that only the other map has.
    pub fn phase(&self, phase: &PhaseColumns<'_>) -> Option<(f32, f32)> {
        let run = |step: &Step| self.runs.get(&step.id).copied();
        match (phase.steps.first(), phase.steps.last()) {
            (Some(first), Some(last)) => Some((run(first)?.0, run(last)?.1)),
            _ => self.empty_phases.get(&phase.phase.id).map(|start| (*start, *start)),
        }
    }

    /// The width of all columns.
    pub const fn width(&self) -> f32 {
        self.width
    }
}

/// Neighbouring columns of one phase.
#[derive(Default)]
struct Run {
    start: f32,
    end: f32,
    steps: Vec<StepId>,
}

impl Run {
    fn end(self, runs: &mut BTreeMap<StepId, (f32, f32)>) {
        runs.extend(self.steps.into_iter().map(|step| (step, (self.start, self.end))));
    }
}

/// The usual width of a column, the same for both maps.
fn usual_width(project: &Project, changes: &Changes) -> f32 {
    let comparison = changes.comparison();
    let both = [comparison.as_is, comparison.to_be].into_iter().filter_map(|id| JourneyIndex::new(project, id));
    both.map(|index| columns::column_width(&index)).fold(m::COLUMN_WIDTH_CJK, f32::max)
}

/// As wide as the wider one of the two steps.
fn slot_width(project: &Project, slot: Slot<StepId>, usual: f32) -> f32 {
    let steps = [slot.as_is, slot.to_be].into_iter().flatten().filter_map(|id| project.steps.get(id));
    steps.map(|step| columns::width_of(step, usual)).fold(0.0, f32::max)
}

/// The phase that a column belongs to, of the to-be where it has one.
fn phase_of(project: &Project, changes: &Changes, place: &Place) -> Option<PhaseId> {
    let pairs = &changes.comparison().pairs;
    let phase = match place {
        Place::Steps(slot) => project.steps.get(slot.to_be.or(slot.as_is)?)?.phase,
        Place::EmptyPhase(phase) => *phase,
    };
    Some(pairs.phase_to(phase).unwrap_or(phase))
}

/// All columns from left to right; a phase without steps stands after the steps before it.
fn places(project: &Project, changes: &Changes) -> Vec<Place> {
    let comparison = changes.comparison();
    let mut empty = empty_phases(project, comparison.as_is);
    for (after, phases) in empty_phases(project, comparison.to_be) {
        // An empty phase and its empty counterpart still have a column each: their places need not be the same.
        empty.entry(after).or_default().extend(phases);
    }
    let mut places: Vec<Place> = take(&mut empty, None).collect();
    for slot in comparison.columns(project) {
        places.push(Place::Steps(slot));
        for step in [slot.as_is, slot.to_be].into_iter().flatten() {
            places.extend(take(&mut empty, Some(step)));
        }
    }
    places
}

type AfterStep = BTreeMap<Option<StepId>, Vec<PhaseId>>;

fn take(empty: &mut AfterStep, after: Option<StepId>) -> impl Iterator<Item = Place> + use<> {
    empty.remove(&after).unwrap_or_default().into_iter().map(Place::EmptyPhase)
}

/// The phases without steps, by the step before them.
fn empty_phases(project: &Project, journey: JourneyId) -> AfterStep {
    let mut found = AfterStep::new();
    let mut last = None;
    for phase in project.phases_of(journey) {
        match project.steps_of(phase.id).last() {
            Some(step) => last = Some(step.id),
            None => found.entry(last).or_default().push(phase.id),
        }
    }
    found
}
