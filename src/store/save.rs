//! Saving so that at every moment the old or the new file is there, whole: a temporary file in the same folder,
//! written, synced, renamed over the old one, and the folder synced. Shorter ways were seen to lose data.

use super::header::ContentHash;
use super::{SaveError, SaveFault, write};
use crate::model::Project;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write as _};
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

/// Left-over temporary files of crashed programs are removed when they are older than this.
const TEMP_AGE: Duration = Duration::from_hours(1);
/// A file name has 255 bytes at most on all systems; the temporary file's needs some for itself.
const NAME_IN_TEMP: usize = 200;

/// Saves a project.
pub fn save(path: &Path, project: &Project) -> Result<Saved, SaveError> {
    let (text, hash) = write::with_hash(project)
        .map_err(|error| SaveError::new(path, io::Error::new(io::ErrorKind::InvalidData, error)))?;
    Ok(Saved { written: write_atomically(path, text.as_bytes())?, hash })
}

/// Writes a file whole or not at all: when it fails, the old file is as it was and nothing is left lying about.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    let failed = |source| SaveError::new(path, source);
    let target = followed(path).map_err(failed)?;
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
        return Err(SaveError { fault: SaveFault::NotAFile, ..failed(io::ErrorKind::IsADirectory.into()) });
    };
    let old = match fs::metadata(&target) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    if let Some(old) = &old {
        refuse_unwritable(&target, old).map_err(failed)?;
    }
    let prefix = temp_prefix(name);
    remove_old_temps(folder, &prefix);
    let mut temp = create_temp(folder, &prefix).map_err(failed)?;
    temp.write_all(bytes).map_err(failed)?;
    if let Some(old) = &old {
        take_over(temp.as_file(), old).map_err(failed)?;
    }
    temp.as_file().sync_all().map_err(failed)?;
    temp.persist(&target).map_err(|error| failed(error.error))?;
    let is_confirmed = sync_folder(folder).is_ok();
    Ok(Written { path: target, is_confirmed })
}

/// The file that a path means: symbolic links followed, also one whose target is not there yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const LINKS: usize = 40;
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        let Ok(link) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(link);
    }
    let folder = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Ok(path),
    };
    let folder = fs::canonicalize(folder)?;
    match path.file_name() {
        Some(name) => Ok(folder.join(name)),
        None => Err(io::ErrorKind::IsADirectory.into()),
    }
}

/// Renaming needs no right to the file itself, so that is asked for here.
fn refuse_unwritable(target: &Path, old: &Metadata) -> io::Result<()> {
    if !old.is_file() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if old.permissions().readonly() {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    OpenOptions::new().write(true).open(target).map(drop)
}

/// `.~tmp.NAME.`; `tempfile` adds a random part.
fn temp_prefix(name: &OsStr) -> String {
    let name = name.to_string_lossy();
    format!(".~tmp.{}.", &name[..name.floor_char_boundary(NAME_IN_TEMP)])
}

fn create_temp(folder: &Path, prefix: &str) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file of this person: what the umask leaves of it.
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Gives the new file the old one's owner and rights, so that colleagues are not locked out.
fn take_over(file: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        // Only an administrator may give files away; the group alone often works. Neither is worth failing for.
        let _ = fchown(file, Some(old.uid()), Some(old.gid())).or_else(|_| fchown(file, None, Some(old.gid())));
    }
    file.set_permissions(old.permissions())
}

/// Best effort: a leftover that cannot be removed does no harm.
fn remove_old_temps(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_temp = entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes());
        if is_temp && is_old(&entry) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_old(entry: &fs::DirEntry) -> bool {
    let modified = entry.metadata().and_then(|metadata| metadata.modified());
    modified.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > TEMP_AGE))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems have no way to sync a folder, and none is needed there.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn a_saved_project_is_opened_again_and_nothing_else_is_left() {
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
        assert_eq!(names(folder.path()), ["旅路 🗺.ron"]);
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
        for (name, time) in
            [(".~tmp.a.ron.old", Some(long_ago)), (".~tmp.a.ron.now", None), (".~tmp.b.ron.old", Some(long_ago))]
        {
            let file =
                OpenOptions::new().write(true).create(true).truncate(true).open(folder.path().join(name)).unwrap();
            if let Some(time) = time {
                file.set_modified(time).unwrap();
            }
        }
        write_atomically(&path, b"x").unwrap();
        assert_eq!(names(folder.path()), [".~tmp.a.ron.now", ".~tmp.b.ron.old", "a.ron"]);
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
