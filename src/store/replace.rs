//! Putting new contents into the place of a file, so that at every moment the old or the new one is there, whole:
//! a temporary file in the same folder, written, synced, renamed over the old one, and the folder synced. Shorter
//! ways were seen to lose data.

use super::beside;
use super::fs::{Attributes, Fs, FsFile};
use super::open::SIZE_LIMIT;
use super::{SaveError, SaveFault, Written};
use crate::base::IdSource;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Left-over temporary files of crashed programs are removed when they are older than this, where no lock tells
/// whether they are left over.
pub(super) const TEMP_AGE: Duration = Duration::from_hours(1);
/// As many links as Linux follows.
const LINKS: usize = 40;
/// The first and the longest pause before a refused rename is tried again; all of them are 2.5 seconds.
const PAUSES: (Duration, Duration) = (Duration::from_millis(10), Duration::from_secs(1));
const TRIES: usize = 9;

/// The file that is to be written: links followed, and what is there now.
pub(super) struct Target<'a> {
    fs: &'a dyn Fs,
    /// As the person named it.
    named: &'a Path,
    /// The file itself.
    pub path: PathBuf,
    /// The folder it is in.
    pub folder: PathBuf,
    /// What is there now.
    pub old: Option<Attributes>,
}

impl<'a> Target<'a> {
    /// Finds it and refuses what can never be written.
    pub fn find(fs: &'a dyn Fs, named: &'a Path) -> Result<Self, SaveError> {
        let failed = |source| SaveError::new(named, source);
        let path = followed(fs, named).map_err(failed)?;
        let (Some(folder), Some(_)) = (path.parent(), path.file_name()) else {
            return Err(SaveError { fault: SaveFault::NotAFile, ..failed(io::ErrorKind::IsADirectory.into()) });
        };
        let folder = folder.to_owned();
        let mut target = Self { fs, named, path, folder, old: None };
        target.look().map_err(failed)?;
        Ok(target)
    }

    /// Looks again at what is there. Renaming needs no right to the file itself, so that is asked for here.
    pub fn look(&mut self) -> io::Result<()> {
        self.old = match self.fs.attributes(&self.path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match &self.old {
            Some(old) if !old.is_file => Err(io::ErrorKind::IsADirectory.into()),
            Some(old) if old.is_read_only => Err(io::ErrorKind::ReadOnlyFilesystem.into()),
            Some(_) => self.fs.open_over(&self.path).map(drop),
            None => Ok(()),
        }
    }

    /// What went wrong here.
    pub fn failed(&self, source: io::Error) -> SaveError {
        SaveError::new(self.named, source)
    }

    /// Writes the new contents. When it fails, the old file is as it was and nothing is left lying about.
    pub fn replace(&self, bytes: &[u8]) -> Result<Written, SaveError> {
        let temp = self.write_temp(bytes).map_err(|error| self.failed(error))?;
        match self.rename(&temp, &self.path) {
            Ok(()) => {
                let is_confirmed = self.fs.sync_folder(&self.folder).is_ok();
                Ok(Written { path: self.path.clone(), is_confirmed })
            }
            Err(refused) => {
                self.clear(&temp);
                if is_worth_writing_over(self.fs, &refused) {
                    self.write_over(bytes).map_err(|error| self.failed(error))
                } else {
                    Err(self.failed(refused))
                }
            }
        }
    }

    /// A temporary file with these contents and the rights of the old file, safe on the disk.
    pub fn write_temp(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        let random = IdSource::random().next::<()>();
        let temp = self.folder.join(format!("{}{random}", beside::temp_prefix(&self.path)));
        let file = self.fs.create_new(&temp)?;
        self.fill(file, bytes).inspect_err(|_| self.clear(&temp))?;
        Ok(temp)
    }

    fn fill(&self, mut file: Box<dyn FsFile>, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)?;
        if let Some(old) = &self.old {
            file.take_over(old)?;
        }
        file.sync()
    }

    /// Renames; tries again where a virus scanner or a sync program is in the way for a moment.
    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut pause = PAUSES.0;
        for _ in 1..TRIES {
            match self.fs.rename(from, to) {
                Err(error) if self.fs.is_passing(&error) => self.fs.sleep(pause),
                other => return other,
            }
            pause = (pause * 2).min(PAUSES.1);
        }
        self.fs.rename(from, to)
    }

    /// Writes the file where it lies. A copy of the old one stands in until that is done.
    fn write_over(&self, bytes: &[u8]) -> io::Result<Written> {
        if self.old.is_none() {
            return self.write_here(bytes).inspect_err(|_| self.clear(&self.path));
        }
        let old = self.fs.read(&self.path, SIZE_LIMIT)?;
        let stand_in = beside::stand_in(&self.path);
        self.clear(&stand_in);
        let copied = self.fs.create_new(&stand_in).and_then(|file| self.fill(file, &old));
        copied.and_then(|()| self.fs.sync_folder(&self.folder)).inspect_err(|_| self.clear(&stand_in))?;
        // A backup may be the very same file under another name: it becomes this copy.
        let youngest = beside::backup(&self.path, 1);
        if self.fs.remove(&youngest).is_ok() {
            // The stand-in itself stays if it cannot have a second name.
            let _ = self.fs.hard_link(&stand_in, &youngest);
        }
        if let Err(error) = self.overwrite(bytes) {
            if self.overwrite(&old).is_ok() {
                self.clear(&stand_in);
            }
            return Err(error);
        }
        self.clear(&stand_in);
        Ok(Written { path: self.path.clone(), is_confirmed: true })
    }

    fn write_here(&self, bytes: &[u8]) -> io::Result<Written> {
        self.fill(self.fs.create_new(&self.path)?, bytes)?;
        let is_confirmed = self.fs.sync_folder(&self.folder).is_ok();
        Ok(Written { path: self.path.clone(), is_confirmed })
    }

    fn overwrite(&self, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.fs.open_over(&self.path)?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync()
    }

    /// Best effort: a leftover that cannot be removed does no harm.
    pub fn clear(&self, path: &Path) {
        let _ = self.fs.remove(path);
    }

    /// Removes what crashed programs left: all of it when a lock keeps everybody else from writing here.
    pub fn remove_old_temps(&self, is_locked: bool) {
        remove_old_temps(self.fs, &self.path, is_locked);
    }
}

/// Best effort, as [`Target::clear`].
pub(super) fn remove_old_temps(fs: &dyn Fs, target: &Path, is_locked: bool) {
    let prefix = beside::temp_prefix(target);
    let Some(folder) = target.parent() else { return };
    for name in fs.list(folder).unwrap_or_default() {
        let path = folder.join(&name);
        if beside::has_random_part(&name, &prefix) && (is_locked || is_old(fs, &path)) {
            let _ = fs.remove(&path);
        }
    }
}

fn is_old(fs: &dyn Fs, path: &Path) -> bool {
    let modified = fs.attributes(path).ok().and_then(|attributes| attributes.modified);
    modified.is_some_and(|time| time.elapsed().is_ok_and(|age| age > TEMP_AGE))
}

/// Whether a file may be written where it lies, although it could not be replaced. A disk that fails or is full is
/// left alone.
fn is_worth_writing_over(fs: &dyn Fs, refused: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    fs.is_passing(refused)
        || matches!(refused.kind(), Kind::PermissionDenied | Kind::CrossesDevices | Kind::ResourceBusy)
}

/// The file that a path means: symbolic links followed, also one whose target is not there yet.
pub(super) fn followed(fs: &dyn Fs, path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        let Ok(link) = fs.read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(link);
    }
    let folder = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Ok(path),
    };
    let folder = fs.real_folder(folder)?;
    match path.file_name() {
        Some(name) => Ok(folder.join(name)),
        None => Err(io::ErrorKind::IsADirectory.into()),
    }
}
