//! Putting the answers into the project.

use crate::base::{IdSource, today};
use crate::cli::{Console, Failure};
use crate::edit::{Command, Label, RecordKind, Verb, apply as edit};
use crate::feedback::Outcome;
use crate::i18n::feedback::FeedbackText;
use crate::i18n::files::{open_error_text, save_error_text};
use crate::i18n::{Lang, fill};
use crate::model::DataSetId;
use crate::store::{self, Loaded};
use std::path::Path;

/// Opens a project.
pub(super) fn open(path: &Path, lang: Lang) -> Result<Loaded, Failure> {
    let file = path.display().to_string();
    let opened = store::open(path).map_err(|error| Failure(open_error_text(&error, &file, lang)))?;
    Ok(opened.loaded)
}

/// Imports all files as one step and saves the project. A file that is in already, byte for byte, is replaced. A
/// project with unreadable lines is left alone: saving would lose them.
pub(super) fn apply(
    Loaded { project, report }: &Loaded,
    sources: &[Outcome],
    path: &Path,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let (file, lang) = (path.display().to_string(), console.lang);
    let said = |text: FeedbackText| fill(text.text(lang), &[("file", &file)]);
    if !report.quarantine.is_empty() {
        return Err(Failure(said(FeedbackText::ProjectDamaged)));
    }
    let mut ids = IdSource::random();
    let known = |sha256: &str| project.data_sets.iter().find(|set| set.sha256 == sha256).map(|set| set.id);
    let mut import = |source: &Outcome| {
        let id: DataSetId = known(&source.sha256).unwrap_or_else(|| ids.next());
        let data_set = Box::new(source.clone().into_data_set(id, Some(today())));
        Command::ImportFeedback { data_set, names: Vec::new() }
    };
    let label = Label { verb: Verb::Import, kind: RecordKind::Feedback };
    let command = Command::Batch { label, commands: sources.iter().map(&mut import).collect() };
    let project = edit(project, &command, &mut ids).map_err(|error| Failure(error.to_string()))?;
    store::save(path, &project).map_err(|error| Failure(save_error_text(&error, lang)))?;
    console.say(&said(FeedbackText::Applied))
}
