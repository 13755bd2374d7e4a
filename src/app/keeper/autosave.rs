//! When a document saves itself: a little after the last change, and while somebody goes on changing it, now and then.

use std::time::{Duration, Instant};

/// So long nothing has been changed.
const QUIET: Duration = Duration::from_secs(3);
/// Nothing stays unsaved for longer.
const LONGEST: Duration = Duration::from_secs(30);
/// After a failure it is tried again; what failed may have passed.
const AGAIN: Duration = Duration::from_mins(1);

/// Watches the changes of one document.
#[derive(Clone, Debug, Default)]
pub struct Autosave {
    version: u64,
    changed: Option<Instant>,
    first: Option<Instant>,
    failed: Option<Instant>,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing is unsaved.
    Nothing,
    /// It is not time yet; look again after this.
    In(Duration),
    /// Save now.
    Now,
}

impl Autosave {
    /// Looks at the document: its version, and whether it is unsaved.
    pub fn look(&mut self, now: Instant, version: u64, is_dirty: bool) -> Due {
        if !is_dirty {
            *self = Self { version, failed: self.failed, ..Self::default() };
            return Due::Nothing;
        }
        if self.version != version || self.changed.is_none() {
            self.version = version;
            self.changed = Some(now);
        }
        let first = *self.first.get_or_insert(now);
        let quiet = self.changed.unwrap_or(now) + QUIET;
        let mut at = quiet.min(first + LONGEST);
        if let Some(failed) = self.failed {
            at = at.max(failed + AGAIN);
        }
        if at <= now { Due::Now } else { Due::In(at - now) }
    }

    /// A save has begun: what is changed from now on waits for its own time.
    pub fn begun(&mut self) {
        (self.first, self.changed) = (None, None);
    }

    /// How the save ended.
    pub fn ended(&mut self, now: Instant, worked: bool) {
        self.failed = (!worked).then_some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_change_is_saved_when_it_has_been_quiet_for_a_while() {
        let start = Instant::now();
        let mut autosave = Autosave::default();
        assert_eq!(autosave.look(start, 1, false), Due::Nothing);
        assert_eq!(autosave.look(start, 2, true), Due::In(QUIET));
        assert_eq!(autosave.look(start + SECOND, 3, true), Due::In(QUIET), "still typing");
        assert_eq!(autosave.look(start + SECOND * 4, 3, true), Due::Now);
        autosave.begun();
        autosave.ended(start + SECOND * 4, true);
        assert_eq!(autosave.look(start + SECOND * 4, 3, false), Due::Nothing);
    }

    #[test]
    fn whoever_never_pauses_is_saved_every_half_minute() {
        let start = Instant::now();
        let mut autosave = Autosave::default();
        let saved = (0..120_u32).find(|tick| autosave.look(start + SECOND * *tick, u64::from(*tick), true) == Due::Now);
        assert_eq!(saved, Some(30));
    }

    #[test]
    fn a_failure_is_not_repeated_every_few_seconds() {
        let start = Instant::now();
        let mut autosave = Autosave::default();
        autosave.look(start, 2, true);
        autosave.begun();
        autosave.ended(start, false);
        autosave.look(start + SECOND, 3, true);
        assert_eq!(autosave.look(start + SECOND * 10, 3, true), Due::In(SECOND * 50));
        assert_eq!(autosave.look(start + AGAIN, 3, true), Due::Now);
    }
}
