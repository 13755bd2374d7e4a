//! The file system of the computer.

use super::{Attributes, Fs, FsFile, Lock};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The file system of the computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealFs;

impl Fs for RealFs {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(OpenOptions::new().write(true).create_new(true).open(path)?))
    }

    fn open_over(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        Ok(Box::new(OpenOptions::new().write(true).open(path)?))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let mut content = Vec::with_capacity(file.metadata()?.len().min(limit) as usize);
        // It may grow while it is read.
        file.take(limit).read_to_end(&mut content)?;
        Ok(content)
    }

    fn attributes(&self, path: &Path) -> io::Result<Attributes> {
        fs::metadata(path).map(Attributes::from)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn real_folder(&self, folder: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect()
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    /// Other systems have no way to sync a folder, and none is needed there.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn try_lock(&self, path: &Path) -> io::Result<Lock> {
        let file = open_lock(path)?;
        match file.try_lock() {
            Ok(()) if is_named(&file, path) => {
                Ok(Lock::Held(Box::new(HeldLock { path: path.to_owned(), _file: file })))
            }
            // Whoever had it took it away meanwhile: there is another file to be locked.
            Ok(()) | Err(TryLockError::WouldBlock) => Ok(Lock::Busy),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(Lock::Unsupported),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }

    fn is_passing(&self, error: &io::Error) -> bool {
        /// Access denied, sharing violation, lock violation.
        const CODES: [i32; 3] = [5, 32, 33];
        cfg!(windows) && error.raw_os_error().is_some_and(|code| CODES.contains(&code))
    }
}

/// Opens the file to be locked; a colleague's one that may only be read can be locked as well.
fn open_lock(path: &Path) -> io::Result<File> {
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    match opened {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && path.exists() => File::open(path),
        other => other,
    }
}

/// Whether the path still names the file that was locked.
#[cfg(unix)]
fn is_named(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |metadata: io::Result<fs::Metadata>| metadata.ok().map(|metadata| (metadata.dev(), metadata.ino()));
    identity(file.metadata()) == identity(fs::metadata(path))
}

/// There, a file that is open keeps its name.
#[cfg(not(unix))]
fn is_named(_file: &File, _path: &Path) -> bool {
    true
}

/// A lock that is ours. Its file is taken away before it is let go, so that nobody finds it lying about.
struct HeldLock {
    path: PathBuf,
    _file: File,
}

impl Drop for HeldLock {
    fn drop(&mut self) {
        if cfg!(unix) {
            // A file that stays is locked again by the next one.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl FsFile for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        io::Write::write_all(self, bytes)
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        Self::set_len(self, length)
    }

    /// So that colleagues are not locked out.
    fn take_over(&mut self, old: &Attributes) -> io::Result<()> {
        let Some(rights) = &old.rights else { return Ok(()) };
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, fchown};
            // Only an administrator may give files away; the group alone often works. Neither is worth failing for.
            let (owner, group) = (rights.uid(), rights.gid());
            let _ = fchown(&*self, Some(owner), Some(group)).or_else(|_| fchown(&*self, None, Some(group)));
        }
        self.set_permissions(rights.permissions())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.flush()?;
        self.sync_all()
    }
}
