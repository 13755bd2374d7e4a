//! What the map stands on: phases that are only assumed, steps about which nobody was asked.

use super::{Asked, Cause, Check, Severity};
use crate::model::Evidence;

/// Asks about the evidence.
pub(super) fn ask(asked: &mut Asked<'_>) {
    assumed(asked);
    match asked.overlay {
        Some(overlay) => {
            for step in asked.index.steps().filter(|step| !overlay.steps.contains_key(&step.id)) {
                asked.found(Severity::Info, Cause::Unmeasured { step: step.id });
            }
        }
        None => asked.not_asked(Check::Unmeasured),
    }
}

fn assumed(asked: &mut Asked<'_>) {
    let index = asked.index;
    for group in &index.phases {
        let cells = group.steps.iter().flat_map(|step| index.lanes.iter().map(|lane| index.cell(lane.id, step.id)));
        let (mut cards, mut assumed) = (0, 0);
        for card in cells.flatten() {
            cards += 1;
            assumed += usize::from(card.evidence == Evidence::Assumed);
        }
        if assumed * 2 > cards {
            asked.found(Severity::Warn, Cause::Assumed { phase: group.phase.id, assumed, cards });
        }
    }
}
