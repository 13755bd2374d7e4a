//! Who has a document open: a small file of each person beside it, written again every half minute. It only tells;
//! nobody is kept out by it, and one that a crash left behind is passed over and removed.

use super::beside;
use super::fs::Fs;
use crate::base::{IdSource, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often one's own file is written again.
pub const BEAT: Duration = Duration::from_secs(30);
/// Whose file has not been written for so long, seen by our own clock, has gone.
const GONE: Duration = Duration::from_secs(90);
/// And after so long the file is removed.
const REMOVED: Duration = Duration::from_mins(10);
/// A file seen for the first time counts at once if it says that it was written in the last minutes. Clocks differ:
/// otherwise it counts from its next beat.
const FRESH_SECONDS: i64 = 180;
/// A file that is older than this was left behind, whatever the clocks say.
const STALE_SECONDS: i64 = 24 * 60 * 60;
/// No such file is larger.
const LARGEST: u64 = 4096;

/// Somebody who has a document open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their name on their computer; empty where that does not say.
    pub user: String,
    /// Their computer.
    pub host: String,
    /// The number of the program there.
    pub process: u32,
    /// A random name of this start of the program.
    pub start: String,
    /// When the file was written, by their clock.
    pub beat: Timestamp,
}

impl Person {
    /// Whoever runs this program.
    #[must_use]
    pub fn here() -> Self {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let user = variable("USER").or_else(|| variable("USERNAME")).or_else(|| variable("LOGNAME"));
        Self {
            user: user.unwrap_or_default(),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            process: std::process::id(),
            start: IdSource::random().next::<()>().to_string(),
            beat: Timestamp::UNIX_EPOCH,
        }
    }

    /// Whether the program of a person on this computer has ended, where that can be told.
    fn has_ended(&self, here: &Self) -> bool {
        let processes = Path::new("/proc");
        self.host == here.host && processes.join("self").exists() && !processes.join(self.process.to_string()).exists()
    }
}

/// The people who have one document open, this one among them.
#[derive(Debug)]
pub struct Presence {
    target: PathBuf,
    here: Person,
    own: PathBuf,
    seen: BTreeMap<String, Seen>,
}

/// When somebody's file was last seen to be new.
#[derive(Debug)]
struct Seen {
    person: Person,
    at: Instant,
    counts: bool,
}

impl Presence {
    /// For a document.
    pub fn new(fs: &dyn Fs, document: &Path, here: Person) -> io::Result<Self> {
        let target = super::replace::followed(fs, document)?;
        let own = beside::presence(&target, &here.start);
        Ok(Self { target, here, own, seen: BTreeMap::new() })
    }

    /// Says that this person is here.
    pub fn beat(&mut self, fs: &dyn Fs, now: Timestamp) -> io::Result<()> {
        self.here.beat = now;
        let text = ron::to_string(&self.here).map_err(io::Error::other)?;
        // Whoever reads half of it reads it again later.
        let mut file = match fs.create_new(&self.own) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => fs.open_over(&self.own)?,
            other => other?,
        };
        file.write_all(text.as_bytes())?;
        file.set_len(text.len() as u64)
    }

    /// Says that this person has gone.
    pub fn leave(&self, fs: &dyn Fs) {
        // A file that stays is taken for one of a crash.
        let _ = fs.remove(&self.own);
    }

    /// Everybody else, in the order of their names. Removes files that were left behind.
    pub fn others(&mut self, fs: &dyn Fs, now: Timestamp, clock: Instant) -> Vec<Person> {
        let Some(folder) = self.target.parent() else { return Vec::new() };
        let mut there = BTreeMap::new();
        for name in fs.list(folder).unwrap_or_default() {
            if let Some(person) = self.person(fs, &folder.join(&name), &name) {
                there.insert(person.start.clone(), person);
            }
        }
        self.seen.retain(|start, _| there.contains_key(start));
        for (start, person) in there {
            self.look(start, person, now, clock);
        }
        self.sweep(fs, now, clock);
        let mut others: Vec<Person> =
            self.seen.values().filter(|seen| seen.counts).map(|seen| seen.person.clone()).collect();
        others.sort_by(|a, b| (&a.user, &a.host, &a.start).cmp(&(&b.user, &b.host, &b.start)));
        others
    }

    fn person(&self, fs: &dyn Fs, path: &Path, name: &OsStr) -> Option<Person> {
        if !beside::is_presence(name, &self.target) || path == self.own {
            return None;
        }
        let person: Person = ron::de::from_bytes(&fs.read(path, LARGEST).ok()?).ok()?;
        // A file that was copied under another name is nobody's.
        (beside::presence(&self.target, &person.start) == path).then_some(person)
    }

    fn look(&mut self, start: String, person: Person, now: Timestamp, clock: Instant) {
        let age = now.duration_since(person.beat).as_secs().abs();
        match self.seen.get_mut(&start) {
            None => drop(self.seen.insert(start, Seen { person, at: clock, counts: age < FRESH_SECONDS })),
            Some(seen) if seen.person.beat != person.beat => *seen = Seen { person, at: clock, counts: true },
            Some(seen) if clock.duration_since(seen.at) > GONE => seen.counts = false,
            Some(_) => {}
        }
    }

    /// Removes the files of those who have surely gone.
    fn sweep(&mut self, fs: &dyn Fs, now: Timestamp, clock: Instant) {
        let (target, here) = (&self.target, &self.here);
        self.seen.retain(|start, seen| {
            let is_old = now.duration_since(seen.person.beat).as_secs() > STALE_SECONDS;
            let is_gone = clock.duration_since(seen.at) > REMOVED || (is_old && !seen.counts);
            if is_gone || seen.person.has_ended(here) {
                // Whoever is here after all writes it again.
                let _ = fs.remove(&beside::presence(target, start));
                return false;
            }
            true
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::fs::testing::MemFs;

    fn person(user: &str, host: &str) -> Person {
        Person { user: user.to_owned(), host: host.to_owned(), ..Person::here() }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn here(fs: &dyn Fs, person: Person) -> Presence {
        Presence::new(fs, Path::new("/maps/地図.ron"), person).unwrap()
    }

    #[test]
    fn people_see_each_other_until_they_leave() {
        let fs = MemFs::default();
        let clock = Instant::now();
        let (mut sato, mut mori) = (here(&fs, person("佐藤", "PC-12")), here(&fs, person("森", "PC-7")));
        sato.beat(&fs, at(0)).unwrap();
        mori.beat(&fs, at(1)).unwrap();
        assert_eq!(sato.others(&fs, at(2), clock)[0].user, "森");
        assert_eq!(mori.others(&fs, at(2), clock).len(), 1, "never oneself");
        let mut other = Presence::new(&fs, Path::new("/maps/b.ron"), person("林", "PC-1")).unwrap();
        other.beat(&fs, at(2)).unwrap();
        assert!(other.others(&fs, at(2), clock).is_empty(), "another document");
        sato.leave(&fs);
        assert!(mori.others(&fs, at(3), clock).is_empty());
    }

    #[test]
    fn whoever_has_crashed_is_passed_over_and_swept_away() {
        let fs = MemFs::default();
        let clock = Instant::now();
        let (mut sato, mut mori) = (here(&fs, person("佐藤", "PC-12")), here(&fs, person("森", "PC-7")));
        sato.beat(&fs, at(0)).unwrap();
        assert_eq!(mori.others(&fs, at(1), clock).len(), 1);
        assert!(mori.others(&fs, at(100), clock + GONE * 2).is_empty());
        sato.beat(&fs, at(120)).unwrap();
        assert_eq!(mori.others(&fs, at(120), clock + GONE * 3).len(), 1, "was only asleep");
        mori.others(&fs, at(1000), clock + GONE * 3 + REMOVED * 2);
        assert!(fs.list(Path::new("/maps")).unwrap().is_empty());
    }

    #[test]
    fn a_clock_that_is_an_hour_off_hides_nobody() {
        let fs = MemFs::default();
        let clock = Instant::now();
        let (mut sato, mut mori) = (here(&fs, person("佐藤", "PC-12")), here(&fs, person("森", "PC-7")));
        sato.beat(&fs, at(3600)).unwrap();
        assert!(mori.others(&fs, at(0), clock).is_empty(), "may be left behind by a crash");
        sato.beat(&fs, at(3630)).unwrap();
        assert_eq!(mori.others(&fs, at(30), clock + BEAT).len(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_that_died_on_this_computer_is_gone_at_once() {
        let fs = MemFs::default();
        let mut mine = here(&fs, Person::here());
        let mut dead = here(&fs, Person { process: u32::MAX - 1, ..Person::here() });
        dead.beat(&fs, at(0)).unwrap();
        assert!(mine.others(&fs, at(0), Instant::now()).is_empty());
        assert!(fs.list(Path::new("/maps")).unwrap().is_empty());
    }

    #[test]
    fn rubbish_beside_the_document_is_left_alone() {
        let fs = MemFs::default();
        for (name, text) in [(".~open.地図.ron.0123456789ab.ron", "(((("), (".~open.地図.ron.notes", "x")] {
            fs.put(&Path::new("/maps").join(name), text.as_bytes());
        }
        let mut mine = here(&fs, Person::here());
        assert!(mine.others(&fs, at(0), Instant::now()).is_empty());
        assert_eq!(fs.list(Path::new("/maps")).unwrap().len(), 2);
    }
}
