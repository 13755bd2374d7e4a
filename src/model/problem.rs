//! What can be wrong with a project: typed, so that the sentence is made where it is shown.

use super::{CardId, DataSetId, HandoffId, JourneyId, MarkId, RecordId};

/// Something wrong with a project.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A record names a parent that does not exist.
    Orphan {
        /// The record.
        record: RecordId,
        /// The field that names the parent.
        field: Field,
        /// The missing parent.
        parent: RecordId,
    },
    /// A record names another one that does not exist and that it can do without.
    Dangling {
        /// The record.
        record: RecordId,
        /// The field.
        field: Field,
        /// The missing record.
        target: RecordId,
    },
    /// The lane and the step of a card belong to different journeys.
    TornCard(CardId),
    /// Journeys that are, in a circle, each the as-is of the next.
    AsIsCycle {
        /// The one with the smallest id.
        journey: JourneyId,
        /// How many there are.
        length: usize,
    },
    /// Two marks for one step, persona and source.
    SecondMark {
        /// The one with the smaller id.
        first: MarkId,
        /// The other one.
        second: MarkId,
    },
    /// Two handoffs for one pair of steps.
    SecondHandoff {
        /// The one with the smaller id.
        first: HandoffId,
        /// The other one.
        second: HandoffId,
    },
    /// A number outside its range, or none at all (NaN).
    Number {
        /// The record.
        record: RecordId,
        /// The field.
        field: Field,
        /// The number.
        value: f64,
        /// The lowest it may be.
        low: f64,
        /// The highest it may be.
        high: f64,
    },
    /// A scale that the metric is never asked on.
    Scale {
        /// The data set.
        data_set: DataSetId,
        /// The metric.
        field: Field,
        /// The scale's highest answer.
        top: u8,
    },
    /// A histogram that does not fit its scale.
    Bins {
        /// The data set.
        data_set: DataSetId,
        /// The name in the step column.
        name: String,
        /// The metric.
        field: Field,
        /// How many bins it has.
        found: usize,
        /// How many it should have.
        wanted: usize,
    },
    /// A journey without a phase: nothing can be put into it. No damage, only unfinished.
    NoPhase(JourneyId),
}

impl Problem {
    /// Whether it breaks what the program relies on; [`repaired`](super::repaired) mends all of these.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        !matches!(self, Self::NoPhase(_))
    }

    /// A short English key of the sort of problem, for scripts.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Orphan { .. } => "orphan",
            Self::Dangling { .. } => "dangling",
            Self::TornCard(_) => "torn-card",
            Self::AsIsCycle { .. } => "as-is-cycle",
            Self::SecondMark { .. } => "second-mark",
            Self::SecondHandoff { .. } => "second-handoff",
            Self::Number { .. } => "number",
            Self::Scale { .. } => "scale",
            Self::Bins { .. } => "bins",
            Self::NoPhase(_) => "no-phase",
        }
    }

    /// The record that it is about.
    #[must_use]
    pub fn record(&self) -> RecordId {
        match self {
            Self::Orphan { record, .. } | Self::Dangling { record, .. } | Self::Number { record, .. } => *record,
            Self::TornCard(card) => (*card).into(),
            Self::AsIsCycle { journey, .. } | Self::NoPhase(journey) => (*journey).into(),
            Self::SecondMark { second, .. } => (*second).into(),
            Self::SecondHandoff { second, .. } => (*second).into(),
            Self::Scale { data_set, .. } | Self::Bins { data_set, .. } => (*data_set).into(),
        }
    }
}

/// A field of a record, as far as it can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is named like the field it means")]
pub enum Field {
    Journey,
    Phase,
    Step,
    Lane,
    From,
    To,
    Source,
    Author,
    Owner,
    PainOwner,
    OpportunityOwner,
    Answers,
    Persona,
    AsIs,
    Origin,
    Channels,
    SharesIdentityWith,
    DigitalSkill,
    SharePercent,
    ImportanceToCustomer,
    ImportanceToBusiness,
    Engagement,
    CustomersPerMonth,
    Sense,
    Feel,
    Think,
    Act,
    Relate,
    Severity,
    Impact,
    Effort,
    Value,
    Rows,
    Nps,
    Csat,
    Ces,
    /// Answers of another rating.
    Rating,
}
