//! How well the customer is carried over from one touchpoint to the next: what turns many channels into one.

use super::{Carried, Handoff, JourneyId, Project, Step, StepId};

/// What happens between two touchpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// They share a channel: there is nothing to hand over.
    SameChannel,
    /// One of them has no channel yet, so nobody can ask.
    NoChannel,
    /// The channel changes, and everything that matters travels, something is lost, or nobody knows.
    Change(Carried),
}

impl Passage {
    /// What happens between two steps, given what was said about it.
    #[must_use]
    pub fn between(from: &Step, to: &Step, said: Option<&Handoff>) -> Self {
        let (from, to) = (&from.touchpoint.channels, &to.touchpoint.channels);
        if from.iter().any(|channel| to.contains(channel)) {
            Self::SameChannel
        } else if from.is_empty() || to.is_empty() {
            Self::NoChannel
        } else {
            Self::Change(said.map_or(Carried::Unknown, Handoff::carried))
        }
    }
}

/// The channel changes of a journey, and what becomes of the customer there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Continuity {
    /// How often the channel changes.
    pub changes: usize,
    /// At how many of them everything that matters travels.
    pub carried: usize,
    /// At how many of them something is lost.
    pub broken: usize,
}

impl Continuity {
    /// Counts over the steps from left to right.
    #[must_use]
    pub fn of<'a>(steps: &[&Step], said: impl Fn(StepId, StepId) -> Option<&'a Handoff>) -> Self {
        let mut count = Self::default();
        for pair in steps.windows(2) {
            let passage = Passage::between(pair[0], pair[1], said(pair[0].id, pair[1].id));
            if let Passage::Change(carried) = passage {
                count.changes += 1;
                count.carried += usize::from(carried == Carried::Yes);
                count.broken += usize::from(carried == Carried::No);
            }
        }
        count
    }

    /// The continuity index: fully carried handoffs ÷ channel changes; `None` where the channel never changes.
    #[must_use]
    pub fn index(&self) -> Option<f64> {
        (self.changes > 0).then(|| self.carried as f64 / self.changes as f64)
    }
}

impl Project {
    /// The continuity of a journey.
    #[must_use]
    pub fn continuity(&self, journey: JourneyId) -> Continuity {
        Continuity::of(&self.steps_in_journey(journey), |from, to| self.handoff_between(from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};
    use crate::model::{ChannelId, PhaseId};

    fn step(ids: &mut IdSource, channels: &[ChannelId]) -> Step {
        let mut step = Step::new(ids.next(), PhaseId::from_bits(1), OrderKey::default());
        step.touchpoint.channels = channels.to_vec();
        step
    }

    #[test]
    fn only_changes_between_known_channels_count() {
        let mut ids = IdSource::seeded(1);
        let (shop, app): (ChannelId, ChannelId) = (ids.next(), ids.next());
        let steps = [
            step(&mut ids, &[shop]),
            step(&mut ids, &[shop, app]),
            step(&mut ids, &[app]),
            step(&mut ids, &[shop]),
            step(&mut ids, &[]),
            step(&mut ids, &[app]),
            step(&mut ids, &[shop]),
        ];
        let full = Handoff {
            identity: Carried::Yes,
            case: Carried::Yes,
            history: Carried::Yes,
            ..Handoff::new(ids.next(), steps[2].id, steps[3].id)
        };
        let broken = Handoff { promise: Carried::No, ..Handoff::new(ids.next(), steps[5].id, steps[6].id) };
        let said = |from, to| [&full, &broken].into_iter().find(|h| (h.from, h.to) == (from, to));
        let steps: Vec<&Step> = steps.iter().collect();
        let found = Continuity::of(&steps, said);
        assert_eq!(found, Continuity { changes: 2, carried: 1, broken: 1 });
        assert_eq!(found.index(), Some(0.5));
        assert_eq!(Continuity::of(&steps[..3], said).index(), None);
    }
}
