//! What programs that ended unexpectedly left behind: found at the start, offered, and kept until it is decided on
//! and for two weeks after.

use crate::app::Session;
use crate::base::IdSource;
use crate::edit::{Change, ChangeKind, diff};
use crate::store::journal::{Recovered, is_abandoned, read, remove_files};
use crate::store::{RealFs, content_hash, write_atomically};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Says in a folder that the person has decided.
const DECIDED: &str = "decided";
/// A journal that was decided on is kept for so long.
const KEPT: Duration = Duration::from_hours(14 * 24);

/// A document that was not saved when its program ended.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its journal.
    pub folder: PathBuf,
    /// What is in it.
    pub recovered: Recovered,
    /// How its file is now.
    pub on_disk: OnDisk,
    /// What was added, changed and removed since it was last saved.
    pub changes: Vec<Change>,
    /// Whether the title or the settings were changed.
    pub is_info_changed: bool,
}

/// How the file of a document is, compared with what was last saved there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It never had one.
    NoFile,
    /// As it was saved.
    Same,
    /// Somebody else has saved it since.
    Changed,
    /// It cannot be read any more.
    Gone,
}

/// What is to be offered, the latest first. Removes what nobody needs any more.
#[must_use]
pub fn find(root: &Path) -> Vec<Left> {
    let Ok(entries) = fs::read_dir(root) else { return Vec::new() };
    let folders = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    let mut left: Vec<Left> = folders.filter_map(look).collect();
    left.sort_by_key(|left| std::cmp::Reverse(left.recovered.last));
    left
}

fn look(folder: PathBuf) -> Option<Left> {
    if !is_abandoned(&RealFs, &folder) {
        return None;
    }
    if let Ok(decided) = fs::metadata(folder.join(DECIDED)) {
        let age = decided.modified().ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age > KEPT) {
            remove(&folder);
        }
        return None;
    }
    let Some(recovered) = read(&RealFs, &folder).filter(|recovered| recovered.changes > 0) else {
        // Everything in it is saved, or it was never begun.
        remove(&folder);
        return None;
    };
    let on_disk = match &recovered.file {
        None => OnDisk::NoFile,
        Some(file) => match content_hash(&RealFs, &file.path) {
            Ok(hash) if hash == file.hash => OnDisk::Same,
            Ok(_) => OnDisk::Changed,
            Err(_) => OnDisk::Gone,
        },
    };
    let changes = diff(&recovered.saved, &recovered.project);
    let is_info_changed = recovered.saved.info != recovered.project.info;
    Some(Left { folder, recovered, on_disk, changes, is_info_changed })
}

impl Left {
    /// How many records were changed in one way.
    #[must_use]
    pub fn count(&self, kind: ChangeKind) -> usize {
        let of_info = usize::from(kind == ChangeKind::Changed && self.is_info_changed);
        self.changes.iter().filter(|change| change.kind == kind).count() + of_info
    }
}

/// The person has decided: it is not offered again, and removed after two weeks.
pub fn decide(left: &Left) {
    // Offered once more, where even this cannot be written.
    let _ = write_atomically(&left.folder.join(DECIDED), b"");
}

/// The document, to go on with. It is unsaved; saving compares it with what is on the disk by then.
#[must_use]
pub fn restore(left: &Left) -> Session {
    let Recovered { project, saved, file, .. } = left.recovered.clone();
    Session::restored(project, saved, file.map(|file| (file.path, file.hash)), IdSource::random())
}

/// Only what is ours: a folder with anything else in it stays.
fn remove(folder: &Path) {
    remove_files(&RealFs, folder);
    for name in [DECIDED, "lock"] {
        // Whatever stays is looked at again at the next start.
        let _ = fs::remove_file(folder.join(name));
    }
    let _ = fs::remove_dir(folder);
}
