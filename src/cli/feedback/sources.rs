//! Reads the files: everything guessed, or read as the last file with these columns was, then what the person said
//! put over it.

use crate::cli::args::FeedbackArgs;
use crate::cli::{Console, Failure};
use crate::feedback::{FeedbackError, FilePlan, ImportPlan, Look, Outcome, Preview, Progress};
use crate::feedback::{name_steps, preview_with, read_all as read};
use crate::i18n::feedback::{FeedbackText, problem};
use crate::i18n::{fill, percent};
use crate::model::{DataSet, Project};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// Reads all files of the command: those with the same columns together, so that a row which repeats one of another
/// file counts once.
pub(super) fn read_all(
    args: &FeedbackArgs,
    project: Option<&Project>,
    console: &mut Console<'_>,
) -> Result<Vec<Outcome>, Failure> {
    let lang = console.lang;
    let groups = groups(args, project).map_err(|error| Failure(problem(&error, lang)))?;
    let read = |group: &Vec<FilePlan>| read_group(group, console).map_err(|error| Failure(problem(&error, lang)));
    groups.iter().map(read).collect()
}

fn groups(args: &FeedbackArgs, project: Option<&Project>) -> Result<Vec<Vec<FilePlan>>, FeedbackError> {
    let mut groups: Vec<Vec<FilePlan>> = Vec::new();
    for path in &args.data {
        let look = Look {
            sheet: args.sheet.clone(),
            above: args.header_row.map(|row| row.saturating_sub(1)),
            ..Look::default()
        };
        let preview = preview_with(path, &look)?;
        let name = path.display().to_string();
        let fits = |group: &&mut Vec<FilePlan>| {
            group.first().is_some_and(|(_, plan)| plan.for_another(preview.plan.clone(), &name).is_ok())
        };
        let known = groups.iter_mut().find(fits);
        match known {
            Some(group) => {
                let plan = group[0].1.for_another(preview.plan, &name)?;
                group.push((path.clone(), plan));
            }
            None => groups.push(vec![(path.clone(), plan(preview, args, project)?)]),
        }
    }
    Ok(groups)
}

fn plan(mut preview: Preview, args: &FeedbackArgs, project: Option<&Project>) -> Result<ImportPlan, FeedbackError> {
    let latest = |sets: &mut dyn Iterator<Item = &DataSet>| sets.max_by_key(|set| set.imported_on).cloned();
    let before = project.and_then(|project| latest(&mut project.data_sets.iter().filter(|set| preview.plan.fits(set))));
    match before {
        Some(set) => preview.plan.follow(&set),
        None => {
            if let Some(project) = project {
                name_steps(&mut preview.plan.columns, project);
            }
        }
    }
    if args.columns.iter().any(|column| column.step.is_some()) && !preview.plan.is_wide() {
        preview.read_wide(true);
    }
    for column in &args.columns {
        preview.assign(column.role, &column.header)?;
        let at = preview.plan.columns.iter().position(|known| known.header == column.header);
        if let (Some(at), Some(step)) = (at, &column.step) {
            preview.plan.speak_of(at, step);
        }
    }
    if let Some(project) = project {
        preview.plan.private_names.clone_from(&project.info.private_names);
    }
    preview.plan.no_answer.extend(args.no_answer.iter().cloned());
    Ok(preview.plan)
}

fn read_group(files: &[FilePlan], console: &mut Console<'_>) -> Result<Outcome, FeedbackError> {
    let name = files.first().map_or(Path::new(""), |(path, _): &(PathBuf, ImportPlan)| path).display().to_string();
    let mut shown = 0;
    let mut progress = |progress: Progress| {
        let part = progress.bytes * 20 / progress.total.max(1);
        if console.is_watched && part > shown {
            shown = part;
            let done = percent(part as f64 / 20.0);
            let text = fill(FeedbackText::Reading.text(console.lang), &[("file", &name), ("percent", &done)]);
            // Progress that cannot be shown is no reason to stop.
            let _ = write!(console.err, "\r{text}{}", if part == 20 { "\n" } else { "" });
        }
    };
    read(files, &mut progress, &AtomicBool::new(false))
}
