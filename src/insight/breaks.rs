//! Where the channel changes: whether the customer is carried over.

use super::{Asked, Cause, Check, Severity};
use crate::model::{Carried, Passage, Step};

/// Asks about the changes of channel.
pub(super) fn ask(asked: &mut Asked<'_>) {
    let steps: Vec<&Step> = asked.index.steps().collect();
    if steps.iter().all(|step| step.touchpoint.channels.is_empty()) {
        asked.not_asked(Check::Breaks);
    }
    for pair in steps.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let said = asked.index.handoffs.get(&(from.id, to.id)).copied();
        let Passage::Change(carried) = Passage::between(from, to, said) else { continue };
        let is_felt = asked.agreed(to.id).is_some_and(|value| value < 0.0);
        let severity = match carried {
            Carried::Yes => continue,
            Carried::Unknown => Severity::Info,
            Carried::No if is_felt => Severity::Critical,
            Carried::No => Severity::Warn,
        };
        asked.found(severity, Cause::Break { from: from.id, to: to.id, carried });
    }
}
