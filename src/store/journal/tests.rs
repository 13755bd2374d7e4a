//! What a journal gives back after the program died at any moment.

#![expect(clippy::print_stdout, reason = "figures for whoever runs the long tests")]

use super::*;
use crate::base::{IdSource, OrderKey};
use crate::model::{Department, Patch, Project};
use crate::store::fs::testing::{FaultFs, MemFs};
use crate::store::fs::{Fs, RealFs};
use crate::store::{ContentHash, SIZE_LIMIT, to_text};
use std::collections::HashMap;
use std::sync::Arc;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from("/journal")
}

fn named(title: &str) -> Project {
    let mut project = Project::default();
    project.info.title = title.to_owned();
    project
}

fn beginning(project: &Project, version: u64, file: Option<SavedFile>) -> Beginning<'_> {
    Beginning { project, version, file, at: at(0) }
}

/// A change of the title, as typing makes it.
fn title(title: &str, version: u64, step: u64) -> Note {
    let patch = Patch { info: Some(Box::new(named(title).info)), ..Patch::default() };
    Note { at: at(i64::try_from(version).unwrap()), version, step, steps: 1, patch }
}

fn file(project: &Project) -> SavedFile {
    let disk = MemFs::default();
    disk.put(Path::new("/a.ron"), to_text(project).unwrap().as_bytes());
    SavedFile { path: "/maps/a.ron".into(), hash: crate::store::content_hash(&disk, Path::new("/a.ron")).unwrap() }
}

fn begin(fs: &MemFs, project: &Project) -> Journal {
    Journal::begin(Arc::new(fs.clone()), &folder(), &beginning(project, 1, None)).unwrap()
}

#[test]
fn changes_come_back_with_their_number_and_the_time_of_the_last() {
    let disk = MemFs::default();
    let mut journal = begin(&disk, &named("a"));
    for (version, step) in [(2, 1), (3, 1), (4, 1), (5, 2)] {
        journal.note(title(&format!("a{version}"), version, step)).unwrap();
    }
    let department = Department::new(IdSource::seeded(1).next(), OrderKey::default());
    let patch = Patch { put: vec![department.clone().into()], ..Patch::default() };
    journal.note(Note { at: at(6), version: 6, step: 3, steps: 1, patch }).unwrap();
    let found = read(&disk, &folder()).unwrap();
    assert_eq!((found.changes, found.last), (3, at(6)), "typing in one field is one change");
    assert_eq!(found.project.info.title, "a5");
    assert!(found.project.departments.contains(department.id));
    assert_eq!(found.saved, named("a"));
    let gone = Patch { gone: vec![department.id.into()], ..Patch::default() };
    journal.note(Note { at: at(7), version: 7, step: 4, steps: 1, patch: gone }).unwrap();
    assert!(read(&disk, &folder()).unwrap().project.departments.is_empty());
}

#[test]
fn what_was_saved_is_not_counted_again() {
    let disk = MemFs::default();
    let mut journal = begin(&disk, &named("a"));
    journal.note(title("b", 2, 1)).unwrap();
    journal.note(title("c", 3, 2)).unwrap();
    // The save took version 2; the person went on while it ran.
    journal.saved(2, file(&named("b"))).unwrap();
    let found = read(&disk, &folder()).unwrap();
    assert_eq!((found.changes, &found.project, &found.saved), (1, &named("c"), &named("b")));
    assert_eq!(found.file, Some(file(&named("b"))));
    journal.saved(3, file(&named("c"))).unwrap();
    assert_eq!(read(&disk, &folder()).unwrap().changes, 0);
    journal.note(title("d", 4, 3)).unwrap();
    journal.note(title("c", 5, 4)).unwrap();
    assert_eq!(read(&disk, &folder()).unwrap().changes, 0, "taken back again");
}

#[test]
fn a_new_turn_forgets_what_is_in_it() {
    let disk = MemFs::default();
    let mut journal = begin(&disk, &named("a"));
    journal.note(title("b", 2, 1)).unwrap();
    assert!(!journal.wants_turn());
    for version in 3..40 {
        journal.note(title(&"長い".repeat(20_000), version, 1)).unwrap();
    }
    assert!(journal.wants_turn());
    let since = Note { steps: 3, ..title("x", 41, 8) };
    journal.turn(&beginning(&named("z"), 40, Some(file(&named("z")))), Some(since)).unwrap();
    assert!(!journal.wants_turn());
    journal.note(title("y", 42, 9)).unwrap();
    let found = read(&disk, &folder()).unwrap();
    assert_eq!((found.changes - 3, &found.project, &found.saved), (1, &named("y"), &named("z")));
    assert_eq!(disk.list(&folder()).unwrap().len(), 2, "one base, one list of changes");
    journal.remove();
    assert!(disk.list(&folder()).unwrap().is_empty());
}

#[test]
fn the_lock_tells_whether_its_program_lives() {
    let disk = MemFs::default();
    let journal = begin(&disk, &named("a"));
    assert!(!is_abandoned(&disk, &folder()));
    let again = Journal::begin(Arc::new(disk.clone()), &folder(), &beginning(&named("b"), 1, None));
    assert!(again.is_err(), "two programs never write one journal");
    drop(journal);
    assert!(is_abandoned(&disk, &folder()));
    assert!(read(&disk, &folder()).is_some(), "dropped is not removed");
}

#[test]
fn a_frame_that_was_cut_or_damaged_ends_the_journal_and_costs_nothing_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = Journal::begin(Arc::new(RealFs), folder.path(), &beginning(&named("0"), 1, None)).unwrap();
    let mut ends = Vec::new();
    for step in 1..=5 {
        journal.note(title(&step.to_string(), step + 1, step)).unwrap();
        ends.push(std::fs::metadata(changes_file(folder.path(), 1)).unwrap().len() as usize);
    }
    let whole = std::fs::read(changes_file(folder.path(), 1)).unwrap();
    let disk = MemFs::default();
    let base = std::fs::read(base_file(folder.path(), 1)).unwrap();
    disk.put(&base_file(&self::folder(), 1), &base);
    let changes = changes_file(&self::folder(), 1);
    let count = |bytes: &[u8]| {
        // There is none the first time.
        let _ = disk.remove(&changes);
        disk.put(&changes, bytes);
        read(&disk, &self::folder()).map(|found| found.changes)
    };
    let begun = ends[0] - (ends[1] - ends[0]);
    for cut in 0..whole.len() {
        let expected = (cut >= begun).then(|| ends.iter().filter(|end| **end <= cut).count());
        assert_eq!(count(&whole[..cut]), expected, "cut after {cut}");
        let mut damaged = whole.clone();
        damaged[cut] ^= 0x20;
        let before = ends.iter().filter(|end| **end <= cut).count();
        assert_eq!(count(&damaged), (cut >= begun).then_some(before), "byte {cut}");
    }
}

#[test]
fn whatever_a_power_cut_leaves_of_a_journal_has_all_that_was_synced() {
    let disk = MemFs::default();
    let mut journal = begin(&disk, &named("0"));
    let begun = disk.calls();
    // Which title is safe after how many calls.
    let mut synced = vec![(begun, 0)];
    for step in 1..=6 {
        journal.note(title(&step.to_string(), step + 1, step)).unwrap();
        if step % 2 == 0 {
            journal.sync().unwrap();
            synced.push((disk.calls(), step));
        }
        if step == 3 {
            journal.turn(&beginning(&named("3"), 4, None), None).unwrap();
            synced.push((disk.calls(), 3));
        }
    }
    let mut seen = HashMap::new();
    let states = disk.crash_states(begun, |calls, disk| {
        let content: Vec<_> = [1, 2]
            .into_iter()
            .flat_map(|turn| [base_file(&folder(), turn), changes_file(&folder(), turn)])
            .map(|path| disk.read(&path, SIZE_LIMIT).ok())
            .collect();
        let found: u64 = *seen.entry(content).or_insert_with(|| {
            let found = read(disk, &folder()).unwrap_or_else(|| panic!("nothing after {calls} calls"));
            found.project.info.title.parse().unwrap()
        });
        let safe = synced.iter().filter(|(at, _)| *at <= calls).map(|(_, step)| *step).max().unwrap();
        assert!(found >= safe, "after {calls} calls: {found} instead of {safe}");
    });
    println!("{states} states of the journal");
}

#[test]
fn a_fault_at_any_call_keeps_what_was_noted_before() {
    for error in [5, 28, 13, 18, 24, 30] {
        for at in 0.. {
            let disk = MemFs::default();
            let faulty = FaultFs::new(disk.clone(), at, error, true);
            let mut noted = None;
            if let Ok(mut journal) =
                Journal::begin(Arc::new(faulty.clone()), &folder(), &beginning(&named("0"), 1, None))
            {
                noted = Some(0);
                for step in 1..=4_u64 {
                    let done = journal.note(title(&step.to_string(), step + 1, step)).and_then(|()| journal.sync());
                    if done.is_err() {
                        break;
                    }
                    noted = Some(step);
                    if step == 2 && journal.turn(&beginning(&named("2"), 3, None), None).is_err() {
                        break;
                    }
                }
            }
            let found = read(&disk, &folder()).map(|found| found.project.info.title.parse().unwrap());
            assert!(found >= noted, "{error} at {at}: {found:?} instead of {noted:?}");
            if faulty.count() <= at {
                break;
            }
        }
    }
}

#[test]
fn a_hash_is_written_as_letters_and_digits() {
    let hash = file(&named("a")).hash;
    let text = ron::to_string(&hash).unwrap();
    assert_eq!(text, format!("\"{hash}\""));
    assert_eq!(ron::from_str::<ContentHash>(&text).unwrap(), hash);
    assert!(ron::from_str::<ContentHash>("\"00\"").is_err());
}
