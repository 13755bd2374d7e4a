//! Copies of the open project: those that lie beside its file, those that were chosen, those for departments.

use super::{TogetherEvent, merge};
use crate::app::together::{
    Version, contribution, contribution_path, copies_beside, is_same_project, move_aside as moved,
};
use crate::base::today;
use crate::i18n::Lang;
use crate::i18n::files::save_error_text;
use crate::i18n::fill;
use crate::i18n::together::{ContributionText, TogetherText as Text};
use crate::model::{DepartmentId, Project};
use crate::store::{self, KeptStates};
use crate::ui::desk::Desk;
use crate::ui::files;
use std::path::{Path, PathBuf};

/// A file that may be merged.
#[derive(Clone, Debug)]
pub(crate) struct CopyFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What is in it.
    pub(crate) read: Read,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub(crate) enum Read {
    /// A version of the project.
    Version(Box<Version>),
    /// Another project.
    Other,
    /// It cannot be read, or not all of it.
    Unreadable,
}

impl CopyFile {
    /// The version in it.
    pub(super) fn version(&self) -> Option<&Version> {
        if let Read::Version(version) = &self.read { Some(version) } else { None }
    }

    /// Reads a file; what it began with is looked for among the states that are kept beside the project's own file.
    pub(super) fn read(path: PathBuf, project: &Project, kept: &KeptStates) -> Self {
        let read = match store::open(&path) {
            Ok(opened) if opened.loaded.report.quarantine.is_empty() => {
                let theirs = opened.loaded.project;
                if is_same_project(project, &theirs) {
                    let base = theirs.info.contribution.as_ref().and_then(|copy| kept.by_hash(&copy.base));
                    Read::Version(Box::new(Version { name: files::name(&path), project: theirs, base }))
                } else {
                    Read::Other
                }
            }
            _ => Read::Unreadable,
        };
        Self { path, read }
    }
}

/// The copies beside a project's file that hold versions of it.
pub(super) fn beside(path: &Path, project: &Project) -> Vec<CopyFile> {
    let found = copies_beside(path);
    if found.is_empty() {
        return Vec::new();
    }
    let kept = KeptStates::beside(path).unwrap_or_default();
    let mut copies: Vec<CopyFile> = found.into_iter().map(|copy| CopyFile::read(copy, project, &kept)).collect();
    copies.retain(|copy| copy.version().is_some());
    copies
}

/// Files that were chosen to be merged into a project.
pub(crate) fn chosen(paths: Vec<PathBuf>, own: Option<&Path>, project: &Project) -> TogetherEvent {
    let kept = own.map(|own| KeptStates::beside(own).unwrap_or_default()).unwrap_or_default();
    TogetherEvent::Chosen(paths.into_iter().map(|path| CopyFile::read(path, project, &kept)).collect())
}

/// Merges the copies beside the file.
pub(super) fn merge_beside(desk: &mut Desk) {
    let copies = std::mem::take(&mut desk.shown.together.copies);
    let versions: Vec<Version> = copies.iter().filter_map(|copy| copy.version().cloned()).collect();
    if merge(desk, &versions) {
        desk.shown.together.merged_copies = copies.into_iter().map(|copy| copy.path).collect();
    }
}

/// Moves the merged copies into a folder of their own, off the frame.
pub(super) fn move_aside(desk: &mut Desk) {
    let lang = desk.lang();
    let copies = std::mem::take(&mut desk.shown.together.merged_copies);
    desk.effects.together(move || {
        let folder = Text::AsideFolder.text(lang);
        let failed = copies.iter().find(|copy| moved(copy, folder).is_err());
        Some(TogetherEvent::Made(match failed {
            Some(copy) => Err(fill(Text::NotMoved.text(lang), &[("file", &files::name(copy))])),
            None => Ok(fill(Text::Moved.text(lang), &[("folder", folder), ("n", &copies.len().to_string())])),
        }))
    });
}

/// Writes a department's copy beside the project, and keeps what it began with. A file that is there is left alone.
pub(super) fn make(path: &Path, project: &Project, department: DepartmentId, lang: Lang) -> Result<String, String> {
    use ContributionText as Words;
    let name = project.departments.get(department).map(|it| it.name.clone()).unwrap_or_default();
    let copy = contribution_path(path, &name);
    let file = files::name(&copy);
    if copy.symlink_metadata().is_ok() {
        return Err(fill(Words::Exists.text(lang), &[("file", &file)]));
    }
    let failed = |reason: String| fill(Words::Failed.text(lang), &[("reason", &reason)]);
    let mut kept = KeptStates::beside(path).map_err(|error| failed(error.to_string()))?;
    let title = fill(crate::i18n::together::StatesText::Given.text(lang), &[("department", &name)]);
    let base = kept.keep(project, &title, Some(today())).map_err(|error| failed(error.to_string()))?;
    kept.save_beside(path).map_err(|error| failed(save_error_text(&error, lang)))?;
    store::save(&copy, &contribution(project, department, base))
        .map_err(|error| failed(save_error_text(&error, lang)))?;
    Ok(fill(Words::Made.text(lang), &[("file", &file)]))
}
