//! Reads the files: everything guessed, then what the person said put over it.

use crate::cli::args::FeedbackArgs;
use crate::cli::{Console, Failure};
use crate::feedback::{self, FeedbackError, Outcome, Progress, preview, read};
use crate::i18n::feedback::{FeedbackText, problem};
use crate::i18n::{fill, percent};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// Reads all files of the command.
pub(super) fn read_all(args: &FeedbackArgs, console: &mut Console<'_>) -> Result<Vec<Outcome>, Failure> {
    let lang = console.lang;
    let read = |path| read_one(path, args, console).map_err(|error| Failure(problem(&error, lang)));
    args.data.iter().map(PathBuf::as_path).map(read).collect()
}

fn read_one(path: &Path, args: &FeedbackArgs, console: &mut Console<'_>) -> Result<feedback::Outcome, FeedbackError> {
    let mut preview = preview(path)?;
    for column in &args.columns {
        preview.assign(column.role, &column.header)?;
    }
    let plan = preview.plan;
    let mut shown = 0;
    let mut progress = |progress: Progress| {
        let part = progress.bytes * 20 / progress.total.max(1);
        if console.is_watched && part > shown {
            shown = part;
            let name = path.display().to_string();
            let done = percent(part as f64 / 20.0);
            let text = fill(FeedbackText::Reading.text(console.lang), &[("file", &name), ("percent", &done)]);
            // Progress that cannot be shown is no reason to stop.
            let _ = write!(console.err, "\r{text}{}", if part == 20 { "\n" } else { "" });
        }
    };
    read(path, &plan, &mut progress, &AtomicBool::new(false))
}
