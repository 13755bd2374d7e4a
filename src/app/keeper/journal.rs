//! The thread that writes the journal of a document. A change is with the operating system a moment after it was
//! made, and safe from a power cut within a second.

use crate::app::{Session, Snapshot};
use crate::base::{IdSource, Timestamp, now};
use crate::model::{Patch, Project};
use crate::store::journal::{Beginning, Journal, Note, SavedFile};
use crate::store::{ContentHash, Fs, RealFs};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Nothing noted waits longer for the disk.
const SYNC: Duration = Duration::from_secs(1);

enum Message {
    Changed { snapshot: Snapshot, step: u64, at: Timestamp },
    Saved { snapshot: Snapshot, file: SavedFile },
    TakenIn { theirs: Project, file: SavedFile, at: Timestamp },
    Close,
}

/// The thread and the way to it.
pub(super) struct JournalThread {
    messages: Sender<Message>,
    is_safe: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl JournalThread {
    /// Starts it. Nothing is written before there is a change.
    pub fn start(root: &Path, session: &Session) -> Self {
        let (messages, inbox) = channel();
        let is_safe = Arc::new(AtomicBool::new(true));
        let file = session.path().zip(session.base_hash());
        let writer = Writer {
            fs: Arc::new(RealFs),
            root: root.to_owned(),
            journal: None,
            saved: Snapshot { project: session.saved().clone(), version: 0 },
            file: file.map(|(path, hash)| SavedFile { path: path.to_owned(), hash }),
            now: session.saved().clone(),
            made: Vec::new(),
        };
        let told = is_safe.clone();
        let thread = thread::Builder::new().name("journal".to_owned()).spawn(move || writer.run(&inbox, &told));
        is_safe.store(thread.is_ok(), Ordering::Relaxed);
        Self { messages, is_safe, thread: thread.ok() }
    }

    pub fn note(&self, snapshot: Snapshot, step: u64) {
        self.send(Message::Changed { snapshot, step, at: now() });
    }

    pub fn saved(&self, snapshot: &Snapshot, path: &Path, hash: ContentHash) {
        let file = SavedFile { path: path.to_owned(), hash };
        self.send(Message::Saved { snapshot: snapshot.clone(), file });
    }

    pub fn taken_in(&self, theirs: &Project, path: &Path, hash: ContentHash) {
        let file = SavedFile { path: path.to_owned(), hash };
        self.send(Message::TakenIn { theirs: theirs.clone(), file, at: now() });
    }

    pub fn is_safe(&self) -> bool {
        self.is_safe.load(Ordering::Relaxed)
    }

    /// Removes the journal; waits for that, since the program may end.
    pub fn close(mut self) {
        self.send(Message::Close);
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has left the journal where it is.
            let _ = thread.join();
        }
    }

    fn send(&self, message: Message) {
        if self.messages.send(message).is_err() {
            self.is_safe.store(false, Ordering::Relaxed);
        }
    }
}

struct Writer {
    fs: Arc<dyn Fs>,
    root: PathBuf,
    journal: Option<(Journal, PathBuf)>,
    /// The document as it was last saved or read.
    saved: Snapshot,
    file: Option<SavedFile>,
    /// The document as it is noted.
    now: Project,
    /// Version and step of each change since it was last saved.
    made: Vec<(u64, u64)>,
}

impl Writer {
    fn run(mut self, inbox: &Receiver<Message>, is_safe: &AtomicBool) {
        let mut unsynced: Option<Instant> = None;
        loop {
            let message = match unsynced {
                Some(since) => inbox.recv_timeout(SYNC.saturating_sub(since.elapsed())),
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let done = match message {
                Ok(Message::Close) => return self.remove(),
                Ok(Message::Changed { snapshot, step, at }) => {
                    unsynced.get_or_insert_with(Instant::now);
                    self.changed(&snapshot, step, at)
                }
                Ok(Message::Saved { snapshot, file }) => {
                    unsynced.get_or_insert_with(Instant::now);
                    self.saved(snapshot, file)
                }
                Ok(Message::TakenIn { theirs, file, at }) => {
                    unsynced.get_or_insert_with(Instant::now);
                    self.taken_in(theirs, file, at)
                }
                Err(RecvTimeoutError::Timeout) => {
                    unsynced = None;
                    self.journal.as_mut().map_or(Ok(()), |(journal, _)| journal.sync())
                }
                // The window is gone without a word: what is in the journal is wanted.
                Err(RecvTimeoutError::Disconnected) => {
                    if let Some((journal, _)) = &mut self.journal {
                        // There is nobody left to be told.
                        let _ = journal.sync();
                    }
                    return;
                }
            };
            if done.is_err() {
                // The next change begins a new one, with everything in it.
                self.journal = None;
            }
            is_safe.store(done.is_ok(), Ordering::Relaxed);
        }
    }

    fn changed(&mut self, snapshot: &Snapshot, step: u64, at: Timestamp) -> io::Result<()> {
        if snapshot.project.same_as(&self.now) {
            return Ok(());
        }
        let patch = Patch::between(&self.now, &snapshot.project);
        self.now = snapshot.project.clone();
        self.made.push((snapshot.version, step));
        match &mut self.journal {
            None => self.begin(at),
            Some((journal, _)) => {
                journal.note(Note { at, version: snapshot.version, step, steps: 1, patch })?;
                if journal.wants_turn() { self.turn(at) } else { Ok(()) }
            }
        }
    }

    fn saved(&mut self, snapshot: Snapshot, file: SavedFile) -> io::Result<()> {
        let version = snapshot.version;
        self.made.retain(|(made, _)| *made > version);
        self.saved = snapshot;
        self.file = Some(file.clone());
        match &mut self.journal {
            Some((journal, _)) => journal.saved(version, file),
            None => Ok(()),
        }
    }

    /// The file holds what was just taken in: only what is not in it is unsaved, and taking it in was no change of ours.
    fn taken_in(&mut self, theirs: Project, file: SavedFile, at: Timestamp) -> io::Result<()> {
        if self.now == theirs {
            self.made.clear();
        } else if self.made.len() > 1 {
            self.made.pop();
        }
        self.saved = Snapshot { project: theirs, version: 0 };
        self.file = Some(file);
        self.turn(at)
    }

    /// A new journal in a folder of its own, with everything that is not saved.
    fn begin(&mut self, at: Timestamp) -> io::Result<()> {
        let folder = self.root.join(IdSource::random().next::<()>().to_string());
        make_private(&folder)?;
        let mut journal = Journal::begin(self.fs.clone(), &folder, &self.beginning(at))?;
        if let Some(note) = self.since(at) {
            journal.note(note)?;
        }
        self.journal = Some((journal, folder));
        Ok(())
    }

    fn turn(&mut self, at: Timestamp) -> io::Result<()> {
        let since = self.since(at);
        let Some((mut journal, folder)) = self.journal.take() else { return Ok(()) };
        journal.turn(&self.beginning(at), since)?;
        self.journal = Some((journal, folder));
        Ok(())
    }

    fn beginning(&self, at: Timestamp) -> Beginning<'_> {
        Beginning { project: &self.saved.project, version: self.saved.version, file: self.file.clone(), at }
    }

    /// Everything since the last save as one note.
    fn since(&self, at: Timestamp) -> Option<Note> {
        let (version, step) = *self.made.last()?;
        let mut steps: Vec<u64> = self.made.iter().map(|(_, step)| *step).collect();
        steps.dedup();
        let patch = Patch::between(&self.saved.project, &self.now);
        Some(Note { at, version, step, steps: steps.len() as u64, patch })
    }

    fn remove(self) {
        if let Some((journal, folder)) = self.journal {
            journal.remove();
            // A folder that stays is empty, and is removed at the next start.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// A folder that only this person may look into.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}
