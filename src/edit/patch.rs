//! What another version of a document differs in.

use super::{ChangeKind, diff};
use crate::model::{Patch, Project};

impl Patch {
    /// What makes `new` of `old`.
    #[must_use]
    pub fn between(old: &Project, new: &Project) -> Self {
        let mut patch = Self { info: (old.info != new.info).then(|| Box::new(new.info.clone())), ..Self::default() };
        for change in diff(old, new) {
            match change.kind {
                ChangeKind::Removed => patch.gone.push(change.id),
                ChangeKind::Added | ChangeKind::Changed => patch.put.extend(new.get(change.id)),
            }
        }
        patch
    }
}
