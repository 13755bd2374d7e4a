//! What another version of a document differs in, as plain data.

use super::{ChangeKind, diff};
use crate::model::{AnyRecord, Project, ProjectInfo, RecordId};

/// The way from one version of a document to another one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// What belongs to the project as a whole, where that differs.
    pub info: Option<ProjectInfo>,
    /// Records as they are in the other version.
    pub put: Vec<AnyRecord>,
    /// Records that are not in it.
    pub gone: Vec<RecordId>,
}

impl Patch {
    /// What makes `new` of `old`.
    #[must_use]
    pub fn between(old: &Project, new: &Project) -> Self {
        let mut patch = Self { info: (old.info != new.info).then(|| new.info.clone()), ..Self::default() };
        for change in diff(old, new) {
            match change.kind {
                ChangeKind::Removed => patch.gone.push(change.id),
                ChangeKind::Added | ChangeKind::Changed => patch.put.extend(new.get(change.id)),
            }
        }
        patch
    }

    /// Whether both versions are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.info.is_none() && self.put.is_empty() && self.gone.is_empty()
    }
}
