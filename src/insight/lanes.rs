//! The form of the map: lanes that fall silent, phases that hold too much.

use super::{Asked, Cause, Severity};
use crate::model::{Card, Lane, LaneForm, Step};

/// So many empty cells in a row are a silence.
const SILENCE: usize = 3;
/// More steps in one phase are not taken in.
pub const MOST_STEPS: usize = 8;

/// Asks about lanes and phases.
pub(super) fn ask(asked: &mut Asked<'_>) {
    let index = asked.index;
    let steps: Vec<&Step> = index.steps().collect();
    let lanes = index.lanes.iter().filter(|lane| !lane.hidden);
    for lane in lanes.filter(|lane| matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech)) {
        silences(asked, lane, &steps);
    }
    for group in index.phases.iter().filter(|group| group.steps.len() > MOST_STEPS) {
        asked.found(Severity::Warn, Cause::Crowded { phase: group.phase.id, steps: group.steps.len() });
    }
}

/// A lane that says nothing at all is not used; one that falls silent has a gap.
fn silences(asked: &mut Asked<'_>, lane: &Lane, steps: &[&Step]) {
    let mut speaks = vec![false; steps.len()];
    for (at, step) in steps.iter().enumerate() {
        let reach = |card: &&Card| usize::from(card.extra_span) + 1;
        let until = asked.index.cell(lane.id, step.id).iter().map(reach).max().unwrap_or(0);
        speaks.iter_mut().skip(at).take(until).for_each(|speaks| *speaks = true);
    }
    if !speaks.contains(&true) {
        return;
    }
    let mut at = 0;
    for run in speaks.chunk_by(|a, b| a == b) {
        if !run[0] && run.len() >= SILENCE {
            let (from, to) = (steps[at].id, steps[at + run.len() - 1].id);
            asked.found(Severity::Warn, Cause::Silent { lane: lane.id, from, to, steps: run.len() });
        }
        at += run.len();
    }
}
