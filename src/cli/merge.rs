//! `tabiji merge`: two versions of a project file and what both began with, made one. Fit to be git's merge driver.

use super::args::MergeArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::files::{open_error_text, save_error_text};
use crate::i18n::fill;
use crate::i18n::merge::{MergeText as Text, field_title, record_words, value_words};
use crate::merge::{Merged, field_value, merge};
use crate::model::{Conflict, Project};
use crate::store;
use std::path::Path;

/// Runs the command.
pub(super) fn run(args: &MergeArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = console.lang;
    // Where there is no common beginning, git gives an empty file.
    let base = if is_empty(&args.base) { Project::default() } else { whole(&args.base, console)? };
    let (ours, theirs) = (whole(&args.ours, console)?, whole(&args.theirs, console)?);
    let Merged { project, report } = merge(&base, &ours, &theirs);
    // The output is often a temporary file of git's: it gets no lock and no earlier states beside it.
    let text = store::to_text(&project).map_err(|error| Failure(error.to_string()))?;
    store::write_atomically(&args.output, text.as_bytes()).map_err(|error| Failure(save_error_text(&error, lang)))?;
    let (file, from) = (args.output.display().to_string(), args.theirs.display().to_string());
    let n = report.taken.len().to_string();
    console.say(&fill(Text::Merged.text(lang), &[("file", &file), ("theirs", &from), ("n", &n)]))?;
    for kept in &report.kept {
        console.say(&format!(
            "- {}",
            fill(Text::Kept.text(lang), &[("record", &record_words(&project, Some(*kept), lang))])
        ))?;
    }
    if report.conflicts.is_empty() {
        return Ok(Outcome::Done);
    }
    let n = report.conflicts.len().to_string();
    console.say(&fill(Text::Conflicts.text(lang), &[("n", &n), ("file", &file)]))?;
    for conflict in report.conflicts.iter().filter_map(|id| project.conflicts.get(*id)) {
        console.say(&format!("- {}", sentence(&project, conflict, console)))?;
    }
    Ok(Outcome::Report)
}

fn sentence(project: &Project, conflict: &Conflict, console: &Console<'_>) -> String {
    let lang = console.lang;
    let words = |value: &str| value_words(project, &conflict.field, value, lang);
    let standing = field_value(project, conflict.of, &conflict.field).unwrap_or_default();
    let values = [
        ("record", record_words(project, conflict.of, lang)),
        ("field", field_title(&conflict.field, lang).to_owned()),
        ("standing", words(&standing)),
        ("kept", words(&conflict.value)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(Text::Conflict.text(lang), &values)
}

/// Opens a file of which nothing is missing: what cannot be read would count as deleted.
fn whole(file: &Path, console: &Console<'_>) -> Result<Project, Failure> {
    let (name, lang) = (file.display().to_string(), console.lang);
    let opened = store::open(file).map_err(|error| Failure(open_error_text(&error, &name, lang)))?;
    if opened.loaded.report.quarantine.is_empty() {
        Ok(opened.loaded.project)
    } else {
        Err(Failure(fill(Text::NotWhole.text(lang), &[("file", &name)])))
    }
}

fn is_empty(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|file| file.len() == 0)
}
