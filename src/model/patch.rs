//! The way from one version of a document to another one, as plain data: what a command becomes, and what the journal notes.

use super::{AnyRecord, Project, ProjectInfo, RecordId};
use serde::{Deserialize, Serialize};

/// What makes a newer version of an older one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Patch {
    /// What belongs to the project as a whole, where that differs.
    pub info: Option<Box<ProjectInfo>>,
    /// Records that are new or different.
    pub put: Vec<AnyRecord>,
    /// Records that are gone.
    pub gone: Vec<RecordId>,
}

impl Patch {
    /// Whether both versions are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.info.is_none() && self.put.is_empty() && self.gone.is_empty()
    }

    /// Makes the newer version of the older one, unchecked: a project that a person changes is changed by a command.
    pub fn put_into(self, project: &mut Project) {
        if let Some(info) = self.info {
            project.info = *info;
        }
        self.gone.into_iter().for_each(|id| project.remove(id));
        self.put.into_iter().for_each(|record| project.put(record));
    }
}
