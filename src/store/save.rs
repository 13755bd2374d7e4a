//! Saving a project: inside a lock, only over what was read from the file, never over a colleague's change.

use super::fs::{Fs, Lock, RealFs};
use super::header::{self, ContentHash, Header};
use super::open::{SIZE_LIMIT, open_bytes};
use super::replace::Target;
use super::{OpenError, Opened, SaveError, SaveFault, backup, beside, write};
use crate::model::Project;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A project was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Where.
    pub written: Written,
    /// What the file holds now, to see later whether somebody else changed it.
    pub hash: ContentHash,
}

/// A file was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file itself, symbolic links followed.
    pub path: PathBuf,
    /// Whether the disk confirmed that the new file will survive a power cut. The new file is in place either way.
    pub is_confirmed: bool,
}

/// What came of saving over a file.
#[derive(Debug)]
pub enum SaveOutcome {
    /// It is saved.
    Saved(Saved),
    /// Somebody else wrote the file since it was read: nothing was written.
    ChangedOnDisk {
        /// What is there now.
        opened: Box<Opened>,
    },
}

/// Whoever else writes the file is done sooner than this.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
const NAPS: (Duration, Duration) = (Duration::from_millis(5), Duration::from_millis(100));
/// Without locks, a colleague who wrote at the same moment has done so after this.
const SETTLING: Duration = Duration::from_millis(200);

/// Saves a project, whatever is there. Only a file of a newer format is left alone.
pub fn save(path: &Path, project: &Project) -> Result<Saved, SaveError> {
    match save_over(&RealFs, path, project, None)? {
        SaveOutcome::Saved(saved) => Ok(saved),
        SaveOutcome::ChangedOnDisk { .. } => Err(SaveError::busy(path)),
    }
}

/// Saves a project over the file that it was read from, unless somebody else wrote that since. `base` is what the
/// file held when it was last read or written; `None` saves over whatever is there.
pub fn save_over(
    fs: &dyn Fs,
    path: &Path,
    project: &Project,
    base: Option<ContentHash>,
) -> Result<SaveOutcome, SaveError> {
    let (text, hash) = write::with_hash(project)
        .map_err(|error| SaveError::new(path, io::Error::new(io::ErrorKind::InvalidData, error)))?;
    let mut target = Target::find(fs, path)?;
    let lock = lock(fs, &target)?;
    target.look().map_err(|error| target.failed(error))?;
    let is_locked = matches!(lock, Lock::Held(_));
    target.remove_old_temps(is_locked);
    if target.old.is_some() {
        let old = fs.read(&target.path, SIZE_LIMIT).map_err(|error| target.failed(error))?;
        if old == text.as_bytes() {
            return Ok(saved(Written { path: target.path, is_confirmed: true }, hash));
        }
        let (header, body) = header::split(&old);
        if let Header::Newer(_) = header {
            return Err(SaveError { fault: SaveFault::NewerFormat, ..target.failed(io::ErrorKind::Other.into()) });
        }
        let found = ContentHash::of(body);
        if base.is_some_and(|base| base != found) && found != hash {
            return changed_on_disk(&target, &old);
        }
        backup::keep(fs, &target, &old, header.format());
    }
    let written = target.replace(text.as_bytes())?;
    drop(lock);
    if base.is_some() && !is_locked {
        fs.sleep(SETTLING);
        let now = fs.read(&target.path, SIZE_LIMIT).map_err(|error| target.failed(error))?;
        if ContentHash::of_file(&now) != hash {
            return changed_on_disk(&target, &now);
        }
    }
    Ok(saved(written, hash))
}

/// Writes a file whole or not at all: when it fails, the old file is as it was and nothing is left lying about.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    write_atomically_on(&RealFs, path, bytes)
}

/// As [`write_atomically`], on any file system.
pub fn write_atomically_on(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    let target = Target::find(fs, path)?;
    target.remove_old_temps(false);
    target.replace(bytes)
}

/// What a file holds now, to notice a change.
///
/// # Errors
/// When it cannot be read.
pub fn content_hash(fs: &dyn Fs, path: &Path) -> io::Result<ContentHash> {
    Ok(ContentHash::of_file(&fs.read(path, SIZE_LIMIT)?))
}

/// Removes what programs that crashed while they saved this document left beside it.
pub fn clean_up(fs: &dyn Fs, path: &Path) {
    let Ok(path) = super::replace::followed(fs, path) else { return };
    if let Ok(Lock::Held(_lock)) = fs.try_lock(&beside::lock(&path)) {
        super::replace::remove_old_temps(fs, &path, true);
    }
}

fn saved(written: Written, hash: ContentHash) -> SaveOutcome {
    SaveOutcome::Saved(Saved { written, hash })
}

/// Waits for the lock; `Unsupported` where there are none.
fn lock(fs: &dyn Fs, target: &Target<'_>) -> Result<Lock, SaveError> {
    let path = beside::lock(&target.path);
    let (mut waited, mut nap) = (Duration::ZERO, NAPS.0);
    loop {
        match fs.try_lock(&path) {
            Ok(Lock::Busy) if waited < LONGEST_WAIT => fs.sleep(nap),
            Ok(Lock::Busy) => return Err(SaveError::busy(&target.path)),
            Ok(lock) => return Ok(lock),
            Err(error) => return Err(target.failed(error)),
        }
        waited += nap;
        nap = (nap * 2).min(NAPS.1);
    }
}

/// What a colleague wrote. A file that is no project any more is not saved over either.
fn changed_on_disk(target: &Target<'_>, bytes: &[u8]) -> Result<SaveOutcome, SaveError> {
    match open_bytes(bytes) {
        Ok(opened) => Ok(SaveOutcome::ChangedOnDisk { opened: Box::new(opened) }),
        Err(error) => {
            let source = match error {
                OpenError::Io(error) => error,
                other => io::Error::new(io::ErrorKind::InvalidData, other),
            };
            Err(SaveError { fault: SaveFault::Replaced, ..target.failed(source) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::replace::TEMP_AGE;
    use super::*;
    use std::fs::{self, OpenOptions, Permissions};
    use tempfile::TempDir;

    fn folder() -> TempDir {
        tempfile::tempdir().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_saved_project_is_opened_again_and_only_its_backup_is_left_beside_it() {
        let folder = folder();
        let path = folder.path().join("旅路 🗺.ron");
        let mut project = Project::default();
        for title in ["first", "second"] {
            project.info.title = title.to_owned();
            let saved = save(&path, &project).unwrap();
            assert!(saved.written.is_confirmed);
            let opened = crate::store::open(&path).unwrap();
            assert_eq!(opened.loaded.project, project);
            assert!(opened.loaded.report.is_empty());
            assert_eq!(opened.hash, saved.hash);
        }
        assert_eq!(names(folder.path()), ["旅路 🗺.ron", "旅路 🗺.ron.bak1"]);
    }

    #[test]
    fn the_longest_name_can_be_saved() {
        let folder = folder();
        let path = folder.path().join(format!("{}.ron", "旅".repeat(83)));
        write_atomically(&path, b"x").unwrap();
        write_atomically(&path, b"y").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"y");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_rights_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder();
        let (real, link, far) =
            (folder.path().join("real.ron"), folder.path().join("a.ron"), folder.path().join("b.ron"));
        write_atomically(&real, b"old").unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o664)).unwrap();
        symlink("real.ron", &link).unwrap();
        symlink(&link, &far).unwrap();
        let written = write_atomically(&far, b"new").unwrap();
        assert_eq!(written.path, real.canonicalize().unwrap());
        assert!(link.is_symlink() && far.is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o664);
        assert_eq!(names(folder.path()), ["a.ron", "b.ron", "real.ron"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nothing_makes_the_file_it_names_and_a_circle_is_refused() {
        use std::os::unix::fs::symlink;
        let folder = folder();
        symlink("new.ron", folder.path().join("link.ron")).unwrap();
        write_atomically(&folder.path().join("link.ron"), b"x").unwrap();
        assert_eq!(fs::read(folder.path().join("new.ron")).unwrap(), b"x");
        symlink("round.ron", folder.path().join("round.ron")).unwrap();
        write_atomically(&folder.path().join("round.ron"), b"x").unwrap_err();
        assert!(folder.path().join("round.ron").is_symlink());
    }

    #[test]
    fn what_cannot_be_written_is_refused_by_kind() {
        let folder = folder();
        let fault = |path: &Path| write_atomically(path, b"x").unwrap_err().fault;
        assert_eq!(fault(&folder.path().join("gone/a.ron")), SaveFault::NoFolder);
        assert_eq!(fault(folder.path()), SaveFault::NotAFile);
        assert_eq!(fault(Path::new("/")), SaveFault::NotAFile);
        let file = folder.path().join("file");
        write_atomically(&file, b"x").unwrap();
        assert_eq!(fault(&file.join("a.ron")), SaveFault::NoFolder);
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn a_write_protected_file_is_left_as_it_is() {
        let folder = folder();
        let path = folder.path().join("a.ron");
        write_atomically(&path, b"old").unwrap();
        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).unwrap();
        assert_eq!(write_atomically(&path, b"new").unwrap_err().fault, SaveFault::ReadOnly);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.ron"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_takes_no_files_is_refused() {
        // Not even an administrator may make files there.
        let error = write_atomically(Path::new("/proc/tabiji.ron"), b"x").unwrap_err();
        assert!(matches!(error.fault, SaveFault::NoPermission | SaveFault::NoFolder | SaveFault::ReadOnly));
    }

    #[test]
    fn old_temporary_files_of_this_document_are_removed() {
        let folder = folder();
        let path = folder.path().join("a.ron");
        let long_ago = std::time::SystemTime::now() - TEMP_AGE * 2;
        let (ours, theirs) = (".~tmp.a.ron.0123456789ab", ".~tmp.b.ron.0123456789ab");
        let young = ".~tmp.a.ron.ba9876543210";
        for (name, time) in [(ours, Some(long_ago)), (young, None), (theirs, Some(long_ago))] {
            let file =
                OpenOptions::new().write(true).create(true).truncate(true).open(folder.path().join(name)).unwrap();
            if let Some(time) = time {
                file.set_modified(time).unwrap();
            }
        }
        write_atomically(&path, b"x").unwrap();
        assert_eq!(names(folder.path()), [young, theirs, "a.ron"], "somebody may be writing the young one");
        save(&path, &Project::default()).unwrap();
        assert_eq!(names(folder.path()), [theirs, "a.ron", "a.ron.bak1"], "nobody else writes while this is locked");
    }

    #[test]
    fn faults_are_told_apart() {
        let fault = |kind: io::ErrorKind| SaveError::new("a", kind.into()).fault;
        assert_eq!(fault(io::ErrorKind::StorageFull), SaveFault::DiskFull);
        assert_eq!(fault(io::ErrorKind::PermissionDenied), SaveFault::NoPermission);
        assert_eq!(fault(io::ErrorKind::ReadOnlyFilesystem), SaveFault::ReadOnly);
        assert_eq!(fault(io::ErrorKind::TimedOut), SaveFault::Other);
    }
}
