//! Conflicts 競合: two people changed the same field of the same record. One value stands in the record, the other one
//! is kept here until somebody chooses, so that nothing anybody wrote is lost.

use super::RecordId;
use super::record::record;
use crate::base::Id;
use sha2::{Digest as _, Sha256};

record! {
    /// The value of a field that did not get into its record.
    Conflict, ConflictId, "conflict" {
        /// The record; `None` is the project as a whole.
        of: Option<RecordId>,
        /// The field, as `text` or `pain.owner`.
        field: String,
        ;
        /// The value, as RON.
        value: String,
        /// What stood there when both began, as RON; empty when there was nothing.
        base: String,
        /// Who gave it, if that is known.
        by: String,
    }
}

impl Conflict {
    /// A conflict. The id comes from what it says, so that two people who merge the same changes get the same one.
    #[must_use]
    pub fn about(of: Option<RecordId>, field: &str, value: String) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(format!("{of:?}\n{field}\n{value}"));
        let bits = hasher.finalize().iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte));
        Self { value, ..Self::new(Id::from_bits(bits), of, field.to_owned()) }
    }
}
