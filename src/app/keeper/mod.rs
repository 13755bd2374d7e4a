//! Keeps an open document safe while it is worked on: a journal of every change on this computer, who else has the
//! file open, and whether it changed on the disk. Each on a thread of its own, so that no frame waits for a disk.

mod autosave;
mod journal;
mod left;
mod share;

pub use autosave::{Autosave, Due};
pub use left::{Left, OnDisk, decide, find, restore};
pub use share::CHECK;

use super::{Session, Snapshot};
use crate::base::IdSource;
use crate::store::ContentHash;
use crate::store::presence::Person;
use journal::JournalThread;
use share::ShareThread;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Something that the window should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Who else has the document open now.
    Others(Vec<Person>),
    /// The file on the disk holds something else now.
    ChangedOnDisk(ContentHash),
}

/// Calls the window when there is news.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The keeper of one open document.
pub struct Keeper {
    journal: JournalThread,
    share: Option<ShareThread>,
    news: Receiver<News>,
    sender: Sender<News>,
    wake: Wake,
    /// The version that is noted; `None` when that was with something half typed.
    noted: Option<u64>,
}

impl Keeper {
    /// Begins to keep a document. `folder` is where journals of this person lie.
    #[must_use]
    pub fn new(folder: &Path, session: &Session, wake: Wake) -> Self {
        let (sender, news) = channel();
        let journal = JournalThread::start(folder, session);
        let mut keeper = Self { journal, share: None, news, sender, wake, noted: None };
        keeper.follow(session);
        keeper.note(session);
        keeper
    }

    /// Where the journals of this person are; `None` on a computer without a home folder.
    #[must_use]
    pub fn usual_folder() -> Option<PathBuf> {
        Some(directories::ProjectDirs::from("", "", "Tabiji")?.data_local_dir().join("recovery"))
    }

    /// Notes what was changed since the last time, if anything was. Called after each frame.
    pub fn note(&mut self, session: &Session) {
        if self.noted != Some(session.version()) {
            self.noted = Some(session.version());
            self.journal.note(session.snapshot(), session.steps_made());
        }
    }

    /// Notes the document as it would be with what is being typed. `keep` does what the end of typing would do;
    /// it tells whether that can be done.
    pub fn note_draft(&mut self, session: &Session, keep: impl FnOnce(&mut Session) -> bool) {
        let Snapshot { project, version } = session.snapshot();
        let mut scratch = Session::new(project, None, IdSource::random());
        if keep(&mut scratch) {
            self.noted = None;
            let snapshot = Snapshot { version, ..scratch.snapshot() };
            self.journal.note(snapshot, session.steps_made() + 1);
        }
    }

    /// A snapshot is in a file now, perhaps another one than before.
    pub fn saved(&mut self, session: &Session, snapshot: &Snapshot, path: &Path, hash: ContentHash) {
        self.journal.saved(snapshot, path, hash);
        self.follow(session);
    }

    /// What a colleague's file held was taken in: from now on the document is held against that file.
    pub fn taken_in(&mut self, session: &Session) {
        self.note(session);
        if let Some((path, hash)) = session.path().zip(session.base_hash()) {
            self.journal.taken_in(session.saved(), path, hash);
        }
        self.follow(session);
    }

    /// The file is being written by us: what it holds meanwhile is no news.
    pub fn saving(&self) {
        if let Some(share) = &self.share {
            share.pause();
        }
    }

    /// What happened since the last time.
    #[must_use]
    pub fn news(&self) -> Vec<News> {
        self.news.try_iter().collect()
    }

    /// Whether the journal can be written.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.journal.is_safe()
    }

    /// The document is let go: all is saved, or the person said that the rest is not wanted.
    pub fn close(self) {
        self.journal.close();
    }

    /// Follows the file of the document: another one after "save as".
    pub fn follow(&mut self, session: &Session) {
        match (&self.share, session.path()) {
            (Some(share), Some(path)) if share.path() == path => {}
            (_, path) => {
                self.share = path.map(|path| ShareThread::start(path, self.sender.clone(), self.wake.clone()));
            }
        }
        if let (Some(share), Some(hash)) = (&self.share, session.base_hash()) {
            share.know(hash);
        }
    }
}

#[cfg(test)]
mod tests;
