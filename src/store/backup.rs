//! Earlier states of a file, kept beside it: the last one, one of about an hour ago, one of about a day ago, and
//! one for good in each older format. Taking them never keeps a file from being saved.

use super::beside;
use super::fs::Fs;
use super::header::FORMAT;
use super::replace::Target;
use std::io;
use std::path::Path;
use std::time::Duration;

/// How old a backup is at least before the next younger one takes its place. A program that saves by itself
/// would else have only states of the last seconds.
const AGES: [Duration; 3] = [Duration::from_mins(10), Duration::from_hours(1), Duration::from_hours(24)];

/// Keeps the file as it is now, before it is replaced. `format` is the one it is in, when it has a header.
pub(super) fn keep(fs: &dyn Fs, target: &Target<'_>, bytes: &[u8], format: Option<u64>) {
    if let Some(format) = format.filter(|format| *format < FORMAT) {
        let copy = beside::older_format(&target.path, format);
        if fs.attributes(&copy).is_err() {
            // Best effort, as all of this.
            let _ = take(fs, target, bytes, &copy);
        }
    }
    let backup = |number| beside::backup(&target.path, number);
    if !is_due(fs, &backup(1), AGES[0]) {
        return;
    }
    for older in [3, 2] {
        if is_due(fs, &backup(older), AGES[older - 1]) {
            // There may be nothing to move yet.
            let _ = fs.rename(&backup(older - 1), &backup(older));
        }
    }
    let _ = take(fs, target, bytes, &backup(1));
}

/// Whether a backup is missing or old enough to give way.
fn is_due(fs: &dyn Fs, backup: &Path, age: Duration) -> bool {
    let Ok(attributes) = fs.attributes(backup) else { return true };
    let written = attributes.modified.and_then(|time| time.elapsed().ok());
    written.is_none_or(|written| written > age)
}

/// A second name for the file, or a copy where there are no such names.
fn take(fs: &dyn Fs, target: &Target<'_>, bytes: &[u8], copy: &Path) -> io::Result<()> {
    if fs.hard_link(&target.path, copy).is_ok() {
        return Ok(());
    }
    let temp = target.write_temp(bytes)?;
    target.rename(&temp, copy).inspect_err(|_| target.clear(&temp))
}
