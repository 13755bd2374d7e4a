//! Writing the journal. A change is handed to the operating system at once, so it survives the death of the program;
//! [`Journal::sync`] makes it survive a power cut.

use super::frame::encode;
use super::{Entry, SavedFile, base_file, changes_file, lock_file};
use crate::base::Timestamp;
use crate::model::{Patch, Project};
use crate::store::fs::{Fs, FsFile, Lock};
use crate::store::write::to_text;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// With so many more bytes of changes a new turn begins.
const WORTH_A_TURN: usize = 2 << 20;

/// A journal that is being written.
pub struct Journal {
    fs: Arc<dyn Fs>,
    folder: PathBuf,
    turn: u32,
    changes: Box<dyn FsFile>,
    /// The bytes since the turn began.
    length: usize,
    _lock: Box<dyn Send>,
}

/// What a journal begins with.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// The document.
    pub project: &'a Project,
    /// Its version.
    pub version: u64,
    /// The file that holds it, if one does.
    pub file: Option<SavedFile>,
    /// Now.
    pub at: Timestamp,
}

/// A change to be noted.
#[derive(Debug)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// The version of the document that it makes.
    pub version: u64,
    /// The step of the history that it belongs to.
    pub step: u64,
    /// How many steps it stands for: one, unless it sums up the changes of turns before.
    pub steps: u64,
    /// What it does.
    pub patch: Patch,
}

impl Journal {
    /// Begins a journal in an empty folder that is there.
    pub fn begin(fs: Arc<dyn Fs>, folder: &Path, beginning: &Beginning<'_>) -> io::Result<Self> {
        let Lock::Held(lock) = fs.try_lock(&lock_file(folder))? else {
            return Err(io::ErrorKind::WouldBlock.into());
        };
        let changes = begin_turn(&*fs, folder, 1, beginning)?;
        Ok(Self { fs, folder: folder.to_owned(), turn: 1, changes, length: 0, _lock: lock })
    }

    /// Notes a change.
    pub fn note(&mut self, note: Note) -> io::Result<()> {
        let Note { at, version, step, steps, patch } = note;
        self.append(&Entry::Changed { at, version, step, steps, patch })
    }

    /// Notes that a version was saved.
    pub fn saved(&mut self, version: u64, file: SavedFile) -> io::Result<()> {
        self.append(&Entry::Saved { version, file })
    }

    /// Makes everything noted so far survive a power cut.
    pub fn sync(&mut self) -> io::Result<()> {
        self.changes.sync()
    }

    /// Whether a new turn is due: the journal has grown long.
    #[must_use]
    pub const fn wants_turn(&self) -> bool {
        self.length > WORTH_A_TURN
    }

    /// Begins anew from the document as it was last saved, with all that was changed since then as one note.
    pub fn turn(&mut self, beginning: &Beginning<'_>, since: Option<Note>) -> io::Result<()> {
        let next = self.turn + 1;
        let before = std::mem::replace(&mut self.changes, begin_turn(&*self.fs, &self.folder, next, beginning)?);
        if let Some(note) = since
            && let Err(error) = self.note(note).and_then(|()| self.sync())
        {
            // The turn before has it all.
            let _ = self.fs.remove(&changes_file(&self.folder, next));
            self.changes = before;
            return Err(error);
        }
        for old in [changes_file(&self.folder, self.turn), base_file(&self.folder, self.turn)] {
            // What stays is read only if the new one cannot be.
            let _ = self.fs.remove(&old);
        }
        (self.turn, self.length) = (next, 0);
        Ok(())
    }

    /// Nothing of it is needed any more.
    pub fn remove(self) {
        super::read::remove_files(&*self.fs, &self.folder);
    }

    fn append(&mut self, entry: &Entry) -> io::Result<()> {
        let frame = encode(entry)?;
        self.length += frame.len();
        self.changes.write_all(&frame)
    }
}

fn begin_turn(fs: &dyn Fs, folder: &Path, turn: u32, beginning: &Beginning<'_>) -> io::Result<Box<dyn FsFile>> {
    let text = to_text(beginning.project).map_err(io::Error::other)?;
    let mut base = fs.create_new(&base_file(folder, turn))?;
    base.write_all(text.as_bytes())?;
    base.sync()?;
    let mut changes = fs.create_new(&changes_file(folder, turn))?;
    let Beginning { version, file, at, .. } = beginning;
    changes.write_all(&encode(&Entry::Begun { at: *at, version: *version, file: file.clone() })?)?;
    changes.sync()?;
    fs.sync_folder(folder)?;
    Ok(changes)
}
