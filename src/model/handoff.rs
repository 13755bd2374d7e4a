//! What happens between two touchpoints: handoffs 引き継ぎ, branches and loops.

use super::StepId;
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

/// The sort of way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkKind {
    /// Some customers go there instead.
    Branch,
    /// Back to an earlier step.
    Loop,
}
