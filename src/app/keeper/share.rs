//! The thread that looks after the file itself, perhaps on a slow network drive: says that this person has it open,
//! sees who else has, and notices when somebody wrote it.

use super::{News, Wake};
use crate::base::now;
use crate::store::presence::{BEAT, Person, Presence};
use crate::store::{ContentHash, Fs, RealFs, clean_up, content_hash};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// How often the file is looked at.
pub const CHECK: Duration = Duration::from_secs(5);
/// And how often it is read although it looks the same: times and sizes are not to be trusted.
const READ: Duration = Duration::from_secs(30);

enum Message {
    /// The file holds this, as far as we know.
    Know(ContentHash),
    /// We are writing it.
    Pause,
}

/// The thread and the way to it. Ends when this is dropped.
pub(super) struct ShareThread {
    path: PathBuf,
    messages: Sender<Message>,
}

impl ShareThread {
    pub fn start(path: &Path, news: Sender<News>, wake: Wake) -> Self {
        let (messages, inbox) = channel();
        let watched = path.to_owned();
        // Without this thread nobody is told of colleagues; saving looks at the file itself.
        let _ = thread::Builder::new().name("share".to_owned()).spawn(move || {
            let mut share =
                Share { path: watched, news, wake, known: None, is_paused: false, seen: None, others: Vec::new() };
            share.run(&inbox);
        });
        Self { path: path.to_owned(), messages }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn know(&self, hash: ContentHash) {
        // Said to nobody if the thread could not be started.
        let _ = self.messages.send(Message::Know(hash));
    }

    pub fn pause(&self) {
        let _ = self.messages.send(Message::Pause);
    }
}

struct Share {
    path: PathBuf,
    news: Sender<News>,
    wake: Wake,
    /// What the file holds, as far as the window knows.
    known: Option<ContentHash>,
    is_paused: bool,
    /// When and how the file was last read.
    seen: Option<(Instant, Look)>,
    others: Vec<Person>,
}

/// What tells at a glance that a file may have changed.
type Look = (u64, Option<SystemTime>);

impl Share {
    fn run(&mut self, inbox: &Receiver<Message>) {
        clean_up(&RealFs, &self.path);
        let mut presence = Presence::new(&RealFs, &self.path, Person::here()).ok();
        let mut beaten: Option<Instant> = None;
        let mut next = Instant::now();
        loop {
            match inbox.recv_timeout(next.saturating_duration_since(Instant::now())) {
                Ok(message) => self.hear(&message),
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(presence) = &mut presence {
                        let is_due = beaten.is_none_or(|at| at.elapsed() >= BEAT);
                        // In a folder that takes no files, nobody can be told.
                        if is_due && presence.beat(&RealFs, now()).is_ok() {
                            beaten = Some(Instant::now());
                        }
                        self.meet(presence);
                    }
                    self.check();
                    next = Instant::now() + CHECK;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if let Some(presence) = presence {
            presence.leave(&RealFs);
        }
    }

    fn hear(&mut self, message: &Message) {
        match message {
            Message::Know(hash) => (self.known, self.is_paused) = (Some(*hash), false),
            Message::Pause => self.is_paused = true,
        }
    }

    fn meet(&mut self, presence: &mut Presence) {
        let others = presence.others(&RealFs, now(), Instant::now());
        let is_same =
            others.len() == self.others.len() && others.iter().zip(&self.others).all(|(a, b)| a.start == b.start);
        if !is_same {
            self.others.clone_from(&others);
            self.tell(News::Others(others));
        }
    }

    fn check(&mut self) {
        let Some(known) = self.known.filter(|_| !self.is_paused) else { return };
        let Ok(attributes) = RealFs.attributes(&self.path) else { return };
        let look = (attributes.length, attributes.modified);
        let is_same = self.seen.is_some_and(|(at, seen)| seen == look && at.elapsed() < READ);
        if is_same {
            return;
        }
        let Ok(hash) = content_hash(&RealFs, &self.path) else { return };
        self.seen = Some((Instant::now(), look));
        if hash != known {
            // Told once.
            self.known = Some(hash);
            self.tell(News::ChangedOnDisk(hash));
        }
    }

    fn tell(&self, news: News) {
        if self.news.send(news).is_ok() {
            (self.wake)();
        }
    }
}
