//! File systems for tests: one in memory that remembers every call and can say what a power cut would leave, and
//! one that fails where it is told to.

use super::{Attributes, Fs, FsFile, Lock};
use crate::base::child::is_long;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// What reaches the disk at once or not at all.
const BLOCK: usize = 512;
/// So many subsets of what was not synced are looked at exactly; of more, so many at random.
const SUBSETS: u64 = 1 << 12;
/// Where there is less time.
const SOME: u64 = 1 << 8;

/// A call that changes something.
#[derive(Clone, Debug)]
enum Op {
    Name { path: PathBuf, file: usize },
    Rename { from: PathBuf, to: PathBuf, file: usize },
    Remove { path: PathBuf },
    SyncFolder,
    Write { file: usize, at: usize, bytes: Vec<u8> },
    SetLength { file: usize, length: usize },
    Sync { file: usize },
}

#[derive(Clone, Debug, Default)]
struct Disk {
    names: BTreeMap<PathBuf, usize>,
    files: Vec<Vec<u8>>,
}

impl Disk {
    fn apply(&mut self, op: &Op) {
        match op {
            Op::Name { path, file } => drop(self.names.insert(path.clone(), *file)),
            Op::Rename { from, to, file } => {
                if self.names.get(from) == Some(file) {
                    self.names.remove(from);
                }
                self.names.insert(to.clone(), *file);
            }
            Op::Remove { path } => drop(self.names.remove(path)),
            Op::Write { file, at, bytes } => {
                let content = self.file(*file);
                content.resize(content.len().max(at + bytes.len()), 0);
                content[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Op::SetLength { file, length } => self.file(*file).resize(*length, 0),
            Op::Sync { .. } | Op::SyncFolder => {}
        }
    }

    fn file(&mut self, file: usize) -> &mut Vec<u8> {
        if self.files.len() <= file {
            self.files.resize(file + 1, Vec::new());
        }
        &mut self.files[file]
    }
}

#[derive(Debug, Default)]
pub(crate) struct Memory {
    disk: Disk,
    log: Vec<Op>,
    locks: BTreeSet<PathBuf>,
}

impl Memory {
    fn run(&mut self, op: Op) {
        self.disk.apply(&op);
        self.log.push(op);
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        self.disk.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// A file system in memory, one flat folder.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemFs {
    pub memory: Arc<Mutex<Memory>>,
    /// Whether a file may have a second name.
    pub no_links: bool,
    /// Whether locks are unknown.
    pub no_locks: bool,
    /// Whether renaming over this name is refused, as Windows does while somebody has the file open.
    pub refuse_rename_to: Option<PathBuf>,
}

impl MemFs {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap()
    }

    /// How many calls changed something so far.
    pub fn calls(&self) -> usize {
        self.memory().log.len()
    }

    /// Puts a file there, safe on the disk.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut file = self.create_new(path).unwrap();
        file.write_all(bytes).unwrap();
        file.sync().unwrap();
        self.sync_folder(path.parent().unwrap()).unwrap();
    }

    /// Looks at every state in which a power cut could leave the disk, `look` being told after how many calls
    /// it came. Whatever was not synced may be there or not, in any combination, block by block.
    pub fn crash_states(&self, from: usize, mut look: impl FnMut(usize, &Self)) -> u64 {
        let log = self.memory().log.clone();
        let mut states = 0;
        for cut in from..=log.len() {
            let ops: Vec<(Op, bool)> = blocks(&log[..cut]);
            let open = ops.iter().filter(|(_, is_safe)| !is_safe).count();
            let all = 1_u64.checked_shl(open as u32).unwrap_or(u64::MAX);
            let most = if is_long() { SUBSETS } else { SOME };
            for turn in 0..all.min(most) {
                let chosen = if all <= most { turn } else { scattered(turn) };
                let mut disk = Disk::default();
                let mut number = 0;
                for (op, is_safe) in &ops {
                    let is_there = *is_safe || chosen >> (number % 64) & 1 == 1;
                    number += u32::from(!is_safe);
                    if is_there {
                        disk.apply(op);
                    }
                }
                let memory = Memory { disk, ..Memory::default() };
                look(cut, &Self { memory: Arc::new(Mutex::new(memory)), ..self.clone() });
                states += 1;
            }
        }
        states
    }
}

/// The calls with writes cut into blocks, and whether each is safe on the disk.
fn blocks(log: &[Op]) -> Vec<(Op, bool)> {
    let mut out = Vec::new();
    for (at, op) in log.iter().enumerate() {
        let later = &log[at..];
        let is_safe = match op {
            Op::Name { .. } | Op::Rename { .. } | Op::Remove { .. } => {
                later.iter().any(|op| matches!(op, Op::SyncFolder))
            }
            Op::Write { file, .. } | Op::SetLength { file, .. } => {
                later.iter().any(|op| matches!(op, Op::Sync { file: synced } if synced == file))
            }
            Op::SyncFolder | Op::Sync { .. } => true,
        };
        match op {
            Op::Write { file, at, bytes } => {
                let pieces = bytes.chunks(BLOCK).enumerate();
                out.extend(
                    pieces.map(|(n, piece)| {
                        (Op::Write { file: *file, at: at + n * BLOCK, bytes: piece.to_vec() }, is_safe)
                    }),
                );
            }
            op => out.push((op.clone(), is_safe)),
        }
    }
    out
}

fn scattered(turn: u64) -> u64 {
    crate::base::IdSource::seeded(turn).next::<()>().bits() | turn << 60
}

struct MemFile {
    fs: MemFs,
    file: usize,
    at: usize,
}

impl FsFile for MemFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.fs.memory().run(Op::Write { file: self.file, at: self.at, bytes: bytes.to_vec() });
        self.at += bytes.len();
        Ok(())
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        self.fs.memory().run(Op::SetLength { file: self.file, length: length as usize });
        Ok(())
    }

    fn take_over(&mut self, _old: &Attributes) -> io::Result<()> {
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.fs.memory().run(Op::Sync { file: self.file });
        Ok(())
    }
}

impl Fs for MemFs {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        let mut memory = self.memory();
        if memory.find(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = memory.disk.files.len();
        memory.disk.file(file);
        memory.run(Op::Name { path: path.to_owned(), file });
        Ok(Box::new(MemFile { fs: self.clone(), file, at: 0 }))
    }

    fn open_over(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        let file = self.memory().find(path)?;
        Ok(Box::new(MemFile { fs: self.clone(), file, at: 0 }))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut memory = self.memory();
        let file = memory.find(path)?;
        let content = memory.disk.file(file);
        Ok(content[..content.len().min(limit as usize)].to_vec())
    }

    fn attributes(&self, path: &Path) -> io::Result<Attributes> {
        let mut memory = self.memory();
        let file = memory.find(path)?;
        let length = memory.disk.file(file).len() as u64;
        Ok(Attributes { is_file: true, is_read_only: false, length, modified: None, rights: None })
    }

    fn read_link(&self, _path: &Path) -> io::Result<PathBuf> {
        Err(io::ErrorKind::InvalidInput.into())
    }

    fn real_folder(&self, folder: &Path) -> io::Result<PathBuf> {
        Ok(folder.to_owned())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.refuse_rename_to.as_deref() == Some(to) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut memory = self.memory();
        let file = memory.find(from)?;
        memory.run(Op::Rename { from: from.to_owned(), to: to.to_owned(), file });
        Ok(())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.no_links {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let mut memory = self.memory();
        let file = memory.find(from)?;
        if memory.find(to).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        memory.run(Op::Name { path: to.to_owned(), file });
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut memory = self.memory();
        memory.find(path)?;
        memory.run(Op::Remove { path: path.to_owned() });
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let memory = self.memory();
        let inside = memory.disk.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.filter_map(|path| path.file_name()).map(OsString::from).collect())
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        self.memory().run(Op::SyncFolder);
        Ok(())
    }

    fn try_lock(&self, path: &Path) -> io::Result<Lock> {
        if self.no_locks {
            return Ok(Lock::Unsupported);
        }
        if !self.memory().locks.insert(path.to_owned()) {
            return Ok(Lock::Busy);
        }
        Ok(Lock::Held(Box::new(MemLock { fs: self.clone(), path: path.to_owned() })))
    }

    fn sleep(&self, _time: Duration) {}

    fn is_passing(&self, _error: &io::Error) -> bool {
        false
    }
}

struct MemLock {
    fs: MemFs,
    path: PathBuf,
}

impl Drop for MemLock {
    fn drop(&mut self) {
        self.fs.memory().locks.remove(&self.path);
    }
}

/// A file system that fails at one call, or from one call on.
#[derive(Clone)]
pub(crate) struct FaultFs<F> {
    inner: F,
    plan: Arc<Plan>,
}

struct Plan {
    count: AtomicUsize,
    at: usize,
    is_lasting: bool,
    /// A code of the operating system.
    error: i32,
    /// A rename that fails may be tried again.
    is_passing: bool,
}

impl<F: Fs> FaultFs<F> {
    /// Fails at the call with this number (from 0), or from there on.
    pub fn new(inner: F, at: usize, error: i32, is_lasting: bool) -> Self {
        Self { inner, plan: Arc::new(Plan { count: AtomicUsize::new(0), at, is_lasting, error, is_passing: false }) }
    }

    /// Renames fail so often before they work.
    pub fn passing(inner: F, at: usize, error: i32) -> Self {
        Self {
            inner,
            plan: Arc::new(Plan { count: AtomicUsize::new(0), at, is_lasting: false, error, is_passing: true }),
        }
    }

    /// How many calls there were.
    pub fn count(&self) -> usize {
        self.plan.count.load(Ordering::Relaxed)
    }

    fn step(&self) -> io::Result<()> {
        let now = self.plan.count.fetch_add(1, Ordering::Relaxed);
        let fails = now == self.plan.at || (self.plan.is_lasting && now > self.plan.at);
        if fails { Err(io::Error::from_raw_os_error(self.plan.error)) } else { Ok(()) }
    }

    fn file(&self, file: Box<dyn FsFile>) -> Box<dyn FsFile>
    where
        F: Clone + 'static,
    {
        Box::new(FaultFile { fs: self.clone(), file })
    }
}

impl<F: Fs + Clone + 'static> Fs for FaultFs<F> {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.step()?;
        Ok(self.file(self.inner.create_new(path)?))
    }

    fn open_over(&self, path: &Path) -> io::Result<Box<dyn FsFile>> {
        self.step()?;
        Ok(self.file(self.inner.open_over(path)?))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.step()?;
        self.inner.read(path, limit)
    }

    fn attributes(&self, path: &Path) -> io::Result<Attributes> {
        self.step()?;
        self.inner.attributes(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.step()?;
        self.inner.read_link(path)
    }

    fn real_folder(&self, folder: &Path) -> io::Result<PathBuf> {
        self.step()?;
        self.inner.real_folder(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.rename(from, to)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.remove(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.step()?;
        self.inner.list(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.sync_folder(folder)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Lock> {
        self.step()?;
        self.inner.try_lock(path)
    }

    fn sleep(&self, time: Duration) {
        self.inner.sleep(time);
    }

    fn is_passing(&self, error: &io::Error) -> bool {
        self.plan.is_passing && error.raw_os_error() == Some(self.plan.error)
    }
}

struct FaultFile<F> {
    fs: FaultFs<F>,
    file: Box<dyn FsFile>,
}

impl<F: Fs + Clone + 'static> FsFile for FaultFile<F> {
    /// A write that fails has written half of it.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.fs.step() {
            self.file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        self.file.write_all(bytes)
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        self.fs.step()?;
        self.file.set_len(length)
    }

    fn take_over(&mut self, old: &Attributes) -> io::Result<()> {
        self.fs.step()?;
        self.file.take_over(old)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.fs.step()?;
        self.file.sync()
    }
}
