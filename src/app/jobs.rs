//! Long work off the window's thread: progress, cancelling, a result to be picked up. A panic in a job is an
//! error of the job, never the end of the window.

use crate::i18n::Lang;
use crate::i18n::work::JobText;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// Why a job gave no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JobError {
    /// The work stopped by a fault of the program.
    #[error("the work stopped by a fault of the program: {0}")]
    Panicked(String),
    /// The computer gave no thread to work on.
    #[error("the work could not be started: {0}")]
    NotStarted(String),
    /// The result was picked up before.
    #[error("the result was picked up before")]
    Taken,
}

impl JobError {
    /// What went wrong and what to do, in a sentence.
    #[must_use]
    pub const fn text(&self, lang: Lang) -> &'static str {
        JobText::Failed.text(lang)
    }
}

/// How far the work is, shared between the job and the window.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Says how much there is to do, in whatever unit [`Self::set_done`] counts.
    pub fn set_total(&self, total: u64) {
        self.shared.total.store(total, Ordering::Relaxed);
    }

    /// Says how much is done.
    pub fn set_done(&self, done: u64) {
        self.shared.done.store(done, Ordering::Relaxed);
    }

    /// The share that is done, 0–1; `None` while nobody knows how much there is.
    #[must_use]
    pub fn fraction(&self) -> Option<f32> {
        let total = self.shared.total.load(Ordering::Relaxed);
        let done = self.shared.done.load(Ordering::Relaxed);
        (total > 0).then(|| (done as f32 / total as f32).clamp(0.0, 1.0))
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work was asked to stop: it looks now and then, and ends early.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}

/// Work under way on another thread.
#[derive(Debug)]
pub struct Job<T> {
    progress: Progress,
    result: Receiver<Result<T, JobError>>,
    taken: bool,
}

impl<T: Send + 'static> Job<T> {
    /// Starts work. `wake` is called on the job's thread when the result is there: the window repaints.
    pub fn start(
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Self {
        let progress = Progress::default();
        let (sender, result) = channel();
        let (theirs, answer) = (progress.clone(), sender.clone());
        let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&theirs)));
            // Nobody listens any more when the window has closed.
            let _unheard = answer.send(outcome.map_err(|panic| JobError::Panicked(message_of(panic.as_ref()))));
            wake();
        });
        if let Err(error) = spawned {
            let _unheard = sender.send(Err(JobError::NotStarted(error.to_string())));
        }
        Self { progress, result, taken: false }
    }

    /// How far it is.
    #[must_use]
    pub const fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The result, once, when it is there. Never waits.
    pub fn try_take(&mut self) -> Option<Result<T, JobError>> {
        let taken = match self.result.try_recv() {
            Ok(result) => result,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => return self.ended_without_result(),
        };
        self.taken = true;
        Some(taken)
    }

    /// Waits for the result: when the program ends, and in tests.
    pub fn wait(mut self) -> Result<T, JobError> {
        let received = self.result.recv();
        received.unwrap_or_else(|_| self.ended_without_result().unwrap_or(Err(JobError::Taken)))
    }

    fn ended_without_result(&mut self) -> Option<Result<T, JobError>> {
        let first = !std::mem::replace(&mut self.taken, true);
        first.then(|| Err(JobError::Panicked("no result".to_owned())))
    }
}

fn message_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_picked_up_once() {
        let (wake, woken) = channel();
        let mut job = Job::start(
            "sum",
            move || wake.send(()).unwrap(),
            |progress| {
                progress.set_total(4);
                progress.set_done(4);
                42
            },
        );
        woken.recv().unwrap();
        assert_eq!(job.try_take(), Some(Ok(42)));
        assert_eq!(job.try_take(), None);
        assert_eq!(job.progress().fraction(), Some(1.0));
    }

    #[test]
    fn a_fault_in_the_work_is_an_error_of_the_job() {
        let job: Job<()> = Job::start("fault", || {}, |_| panic!("no such page"));
        assert_eq!(job.wait(), Err(JobError::Panicked("no such page".to_owned())));
    }

    #[test]
    fn work_stops_when_asked() {
        let job = Job::start(
            "long",
            || {},
            |progress| {
                while !progress.is_cancelled() {
                    thread::yield_now();
                }
                "stopped"
            },
        );
        job.progress().cancel();
        assert_eq!(job.wait(), Ok("stopped"));
    }
}
