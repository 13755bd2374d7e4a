//! Why a command was refused. Nothing is changed then.

use crate::model::RecordId;

/// Why a command was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The command names a record that is not there (any more).
    #[error("{0:?} does not exist")]
    Missing(RecordId),
    /// A record to be added has the id of one that is there.
    #[error("{0:?} exists already")]
    Exists(RecordId),
    /// Records of two journeys would be mixed.
    #[error("{0:?} belongs to another journey")]
    OtherJourney(RecordId),
    /// The place is given by a record that is not beside it.
    #[error("{before:?} is not beside {record:?}")]
    NotBeside {
        /// What was to be placed.
        record: RecordId,
        /// The record it was to go before.
        before: RecordId,
    },
    /// A record of this kind has no place among others.
    #[error("{0:?} has no place in an order")]
    Unordered(RecordId),
    /// There may be only one such record (a mark for a step, persona and source; a handoff for a pair of steps).
    #[error("{record:?} would repeat {existing:?}")]
    Repeats {
        /// The record of the command.
        record: RecordId,
        /// The one that is there.
        existing: RecordId,
    },
    /// A value is infinite or not a number.
    #[error("{0:?} would get a value that is not a number")]
    NotANumber(RecordId),
}
