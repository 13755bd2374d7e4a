//! Reading a journal that was left behind.

use super::frame::decode;
use super::{Entry, base_file, changes_file, lock_file};
use crate::base::Timestamp;
use crate::model::{Project, repaired};
use crate::store::ContentHash;
use crate::store::fs::{Fs, Lock};
use crate::store::open::{SIZE_LIMIT, open_bytes};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Where a document was saved, and what the file held then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFile {
    /// The file.
    pub path: PathBuf,
    /// Its content.
    pub hash: ContentHash,
}

/// What a journal holds.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The document as it was when the program ended.
    pub project: Project,
    /// The document as it was last saved or read, as far as the journal goes back.
    pub saved: Project,
    /// The file, if it had one.
    pub file: Option<SavedFile>,
    /// How many changes are not saved, as a person counts them.
    pub changes: usize,
    /// When the last one was made, or the journal begun.
    pub last: Timestamp,
}

/// Whether the program that wrote the journal has ended. The lock is given back at once.
pub fn is_abandoned(fs: &dyn Fs, folder: &Path) -> bool {
    matches!(fs.try_lock(&lock_file(folder)), Ok(Lock::Held(_) | Lock::Unsupported))
}

/// Reads a journal; `None` when there is nothing whole in it.
#[must_use]
pub fn read(fs: &dyn Fs, folder: &Path) -> Option<Recovered> {
    turns(fs, folder).into_iter().find_map(|turn| read_turn(fs, folder, turn))
}

/// The turns in a folder, the last one first.
fn turns(fs: &dyn Fs, folder: &Path) -> Vec<u32> {
    let names = fs.list(folder).unwrap_or_default();
    let number = |name: &std::ffi::OsString| name.to_str()?.strip_prefix("changes-")?.parse().ok();
    let mut turns: Vec<u32> = names.iter().filter_map(number).collect();
    turns.sort_unstable_by(|a, b| b.cmp(a));
    turns
}

fn read_turn(fs: &dyn Fs, folder: &Path, turn: u32) -> Option<Recovered> {
    let base = open_bytes(&fs.read(&base_file(folder, turn), SIZE_LIMIT).ok()?).ok()?;
    if !base.loaded.report.notices.is_empty() {
        // Not written to its end: the turn before it is still there.
        return None;
    }
    let mut entries = decode(&fs.read(&changes_file(folder, turn), SIZE_LIMIT).ok()?).into_iter();
    let Some(Entry::Begun { at, version, file }) = entries.next() else { return None };
    Some(Reading::new(base.loaded.project, version, file, at).all(entries))
}

/// The state while entries are gone through.
struct Reading {
    now: Project,
    /// The states since the last save: version, step, and how many steps it stands for.
    since: Vec<(u64, u64, u64, Project)>,
    saved: Project,
    file: Option<SavedFile>,
    last: Timestamp,
}

impl Reading {
    fn new(base: Project, version: u64, file: Option<SavedFile>, at: Timestamp) -> Self {
        // A document that is in no file has not been saved, but no change was made to it either.
        let since = vec![(version, 0, 0, base.clone())];
        Self { now: base.clone(), since, saved: base, file, last: at }
    }

    fn all(mut self, entries: impl Iterator<Item = Entry>) -> Recovered {
        for entry in entries {
            match entry {
                Entry::Begun { .. } => {}
                Entry::Changed { at, version, step, steps, patch } => {
                    patch.put_into(&mut self.now);
                    self.since.push((version, step, steps, self.now.clone()));
                    self.last = at;
                }
                Entry::Saved { version, file } => self.save(version, file),
            }
        }
        let mut steps: Vec<(u64, u64)> = self.since.iter().skip(1).map(|(_, step, steps, _)| (*step, *steps)).collect();
        steps.dedup_by_key(|(step, _)| *step);
        let count: u64 = steps.iter().map(|(_, steps)| *steps).sum();
        // A change that was taken back again left nothing to be saved.
        let changes = if self.now == self.saved { 0 } else { usize::try_from(count).unwrap_or(usize::MAX).max(1) };
        let (project, _) = repaired(self.now);
        Recovered { project, saved: self.saved, file: self.file, changes, last: self.last }
    }

    /// Only what came after that version is unsaved from now on.
    fn save(&mut self, version: u64, file: SavedFile) {
        let kept = self.since.iter().rposition(|(made, ..)| *made <= version).unwrap_or(0);
        self.since.drain(..kept);
        if let Some((.., state)) = self.since.first() {
            self.saved = state.clone();
        }
        self.file = Some(file);
    }
}

/// Removes everything of a journal but its folder, which may hold files of others.
pub fn remove_files(fs: &dyn Fs, folder: &Path) {
    for turn in turns(fs, folder) {
        for file in [changes_file(folder, turn), base_file(folder, turn)] {
            // What stays is found at the next start.
            let _ = fs.remove(&file);
        }
    }
}
