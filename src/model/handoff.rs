//! What happens between two touchpoints: handoffs 引き継ぎ, branches and loops.

use super::StepId;
use super::fields::one_thing;
use super::record::record;
use serde::{Deserialize, Serialize};

record! {
    /// What travels with the customer from one step to the next. At most one for each pair.
    Handoff, HandoffId, "handoff" {
        /// The step the customer comes from.
        from: StepId,
        /// The step the customer goes to.
        to: StepId,
        ;
        /// Who the customer is.
        identity: Carried,
        /// The case or the cart.
        case: Carried,
        /// What happened before.
        history: Carried,
        /// What was promised.
        promise: Carried,
        /// A remark.
        note: String,
    }
}

impl Handoff {
    /// The four answers: identity, case, history, promise.
    #[must_use]
    pub fn answers(&self) -> [Carried; 4] {
        [self.identity, self.case, self.history, self.promise]
    }

    /// The answer to one of the four questions.
    #[must_use]
    pub const fn answer(&self, topic: Topic) -> Carried {
        match topic {
            Topic::Identity => self.identity,
            Topic::Case => self.case,
            Topic::History => self.history,
            Topic::Promise => self.promise,
        }
    }

    /// Answers one of the four questions.
    pub const fn set_answer(&mut self, topic: Topic, carried: Carried) {
        match topic {
            Topic::Identity => self.identity = carried,
            Topic::Case => self.case = carried,
            Topic::History => self.history = carried,
            Topic::Promise => self.promise = carried,
        }
    }

    /// What is known not to travel.
    pub fn lost(&self) -> impl Iterator<Item = Topic> {
        Topic::ALL.into_iter().filter(|topic| self.answer(*topic) == Carried::No)
    }

    /// How it stands as a whole: broken when anything is known to be lost, carried when identity, case and
    /// history travel, else nobody knows.
    #[must_use]
    pub fn carried(&self) -> Carried {
        if self.is_broken() {
            Carried::No
        } else if self.is_carried() {
            Carried::Yes
        } else {
            Carried::Unknown
        }
    }

    /// Whether something is known not to travel.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.answers().contains(&Carried::No)
    }

    /// Whether identity, case and history are known to travel: the handoff is fully carried.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        [self.identity, self.case, self.history].iter().all(|c| *c == Carried::Yes)
    }
}

/// What a handoff asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Who the customer is.
    Identity,
    /// The case or the cart.
    Case,
    /// What happened before.
    History,
    /// What was promised.
    Promise,
}

impl Topic {
    /// The four questions in their order.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Case, Self::History, Self::Promise];
}

/// Whether something travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Carried {
    /// Nobody knows.
    #[default]
    Unknown,
    /// It does.
    Yes,
    /// It does not.
    No,
}

record! {
    /// A way through the journey other than to the next step.
    Link, LinkId, "link" {
        /// Where it leaves.
        from: StepId,
        /// Where it arrives.
        to: StepId,
        /// Branch or loop.
        kind: LinkKind,
        ;
        /// When it is taken.
        label: String,
    }
}

impl LinkKind {
    /// What a way from one place to another on the map usually is: back is a loop, on is a branch.
    #[must_use]
    pub const fn usual(from: usize, to: usize) -> Self {
        if to <= from { Self::Loop } else { Self::Branch }
    }

    /// The other sort.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Branch => Self::Loop,
            Self::Loop => Self::Branch,
        }
    }
}

/// The sort of way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkKind {
    /// Some customers go there instead.
    Branch,
    /// Back to an earlier step.
    Loop,
}

one_thing!(Carried, LinkKind);
