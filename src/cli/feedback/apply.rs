//! Putting the answers into the project.

use crate::base::{IdSource, today};
use crate::cli::{Console, Failure};
use crate::edit::{Command, Label, RecordKind, Verb, apply as edit};
use crate::feedback::Outcome;
use crate::i18n::feedback::FeedbackText;
use crate::i18n::{Lang, fill};
use crate::model::{DataSetId, Project};
use crate::store;
use std::path::Path;

/// Opens a project that is to be read, and perhaps saved again: one that is damaged is refused.
pub(super) fn open(path: &Path, lang: Lang) -> Result<Project, Failure> {
    let file = path.display().to_string();
    let said = |text: FeedbackText, reason: &str| Failure(fill(text.text(lang), &[("reason", reason), ("file", &file)]));
    let loaded = store::open(path).map_err(|error| said(FeedbackText::ProjectUnreadable, &error.to_string()))?.loaded;
    if loaded.report.quarantine.is_empty() { Ok(loaded.project) } else { Err(said(FeedbackText::ProjectDamaged, "")) }
}

/// Imports all files as one step and saves the project. A file that is in already, byte for byte, is replaced.
pub(super) fn apply(
    project: &Project,
    sources: &[Outcome],
    path: &Path,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let mut ids = IdSource::random();
    let known = |sha256: &str| project.data_sets.iter().find(|set| set.sha256 == sha256).map(|set| set.id);
    let mut import = |source: &Outcome| {
        let id: DataSetId = known(&source.sha256).unwrap_or_else(|| ids.next());
        let data_set = Box::new(source.clone().into_data_set(id, Some(today())));
        Command::ImportFeedback { data_set, names: Vec::new() }
    };
    let label = Label { verb: Verb::Import, kind: RecordKind::Feedback };
    let command = Command::Batch { label, commands: sources.iter().map(&mut import).collect() };
    let failed = |reason: String, lang: Lang| {
        let file = path.display().to_string();
        Failure(fill(FeedbackText::NotSaved.text(lang), &[("reason", &reason), ("file", &file)]))
    };
    let project = edit(project, &command, &mut ids).map_err(|error| failed(error.to_string(), console.lang))?;
    store::save(path, &project).map_err(|error| failed(error.to_string(), console.lang))?;
    console.say(&fill(FeedbackText::Applied.text(console.lang), &[("file", &path.display().to_string())]))
}
