//! What the promise of safe saving is held to: every state in which a power cut may leave the disk, and a fault at
//! every single call.

#![expect(clippy::print_stdout, reason = "figures for whoever runs the long tests")]

use super::fs::testing::{FaultFs, MemFs};
use super::fs::{Fs, RealFs};
use super::header::ContentHash;
use super::*;
use crate::base::child::is_long;
use crate::model::Project;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// EIO, ENOSPC, EACCES, EXDEV, EMFILE, EROFS.
const ERRORS: [i32; 6] = [5, 28, 13, 18, 24, 30];

fn file() -> PathBuf {
    PathBuf::from("/maps/旅.ron")
}

/// A project whose file is a few blocks long.
pub(super) fn project(title: &str) -> Project {
    let mut project = Project::default();
    project.info.title = title.to_owned();
    project.info.note = title.repeat(1_200);
    project
}

fn save_on(fs: &dyn Fs, project: &Project, base: Option<ContentHash>) -> Result<Saved, SaveError> {
    match save_over(fs, &file(), project, base)? {
        SaveOutcome::Saved(saved) => Ok(saved),
        SaveOutcome::ChangedOnDisk { .. } => panic!("nobody else is here"),
    }
}

fn title_on(fs: &dyn Fs) -> Result<String, OpenError> {
    let opened = open_on(fs, &file())?;
    let report = &opened.loaded.report;
    assert!(report.is_empty() || report.notices == [Notice::StandIn], "{report:?}");
    Ok(opened.loaded.project.info.title)
}

/// Saves twice over a first state, and looks at every crash; gives the number of states.
fn all_crashes(fs: &MemFs) -> u64 {
    let first = save_on(&MemFs { refuse_rename_to: None, ..fs.clone() }, &project("one"), None).unwrap();
    let begun = fs.calls();
    let second = save_on(fs, &project("two"), Some(first.hash)).unwrap();
    let (between, is_confirmed) = (fs.calls(), second.written.is_confirmed);
    save_on(fs, &project("three"), Some(second.hash)).unwrap();
    let end = fs.calls();
    assert!(is_confirmed);
    // Most states differ in what nobody reads.
    let mut seen = HashMap::new();
    fs.crash_states(begun, |calls, disk| {
        let content = [file(), beside::stand_in(&file())].map(|path| disk.read(&path, SIZE_LIMIT).ok());
        let title = seen.entry(content).or_insert_with(|| {
            title_on(disk).unwrap_or_else(|error| panic!("unreadable after {calls} calls: {error}"))
        });
        let allowed: &[&str] = match calls {
            _ if calls < between => &["one", "two"],
            _ if calls == end => &["three"],
            _ => &["two", "three"],
        };
        assert!(allowed.contains(&title.as_str()), "after {calls} of {begun}, {between}, {end} calls: {title}");
        if calls == between {
            assert_eq!(title, "two", "an acknowledged save is lost");
        }
    })
}

#[test]
fn whatever_a_power_cut_leaves_can_be_read_and_no_acknowledged_save_is_lost() {
    let mut states = all_crashes(&MemFs::default());
    states += all_crashes(&MemFs { no_links: true, ..MemFs::default() });
    states += all_crashes(&MemFs { no_locks: true, ..MemFs::default() });
    states += all_crashes(&MemFs { refuse_rename_to: Some(file()), ..MemFs::default() });
    states += all_crashes(&MemFs { refuse_rename_to: Some(file()), no_links: true, ..MemFs::default() });
    println!("{states} states of the disk, all readable, no acknowledged save lost");
    assert!(states >= if is_long() { 50_000 } else { 5_000 }, "{states}");
}

#[test]
fn a_fault_at_any_call_leaves_the_old_file_or_the_new_one() {
    let mut runs = 0;
    for refuse_rename_to in [None, Some(file())] {
        for no_links in [false, true] {
            for error in ERRORS {
                for is_lasting in [false, true] {
                    for at in 0.. {
                        let disk = MemFs { no_links, refuse_rename_to: refuse_rename_to.clone(), ..MemFs::default() };
                        disk.put(&file(), to_text(&project("old")).unwrap().as_bytes());
                        let base = content_hash(&disk, &file()).unwrap();
                        let faulty = FaultFs::new(disk.clone(), at, error, is_lasting);
                        let outcome = save_on(&faulty, &project("new"), Some(base));
                        let title = title_on(&disk).unwrap_or_else(|reason| panic!("{error} at {at}: {reason}"));
                        match &outcome {
                            Ok(_) => assert_eq!(title, "new", "{error} at {at}"),
                            // A file written over where it lies may be the new one before the disk refuses to confirm it.
                            Err(_) if is_lasting && refuse_rename_to.is_some() => {
                                assert!(matches!(title.as_str(), "old" | "new"), "{error} at {at}: {title}");
                            }
                            Err(_) => assert_eq!(title, "old", "{error} at {at}: told to have failed"),
                        }
                        runs += 1;
                        if faulty.count() <= at {
                            break;
                        }
                        assert!(at < 200);
                    }
                }
            }
        }
    }
    println!("{runs} faults, the file whole after each");
}

#[test]
fn a_fault_at_any_call_of_the_real_disk_leaves_no_temporary_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    for at in 0.. {
        save(&path, &project("old")).unwrap();
        let base = content_hash(&RealFs, &path).unwrap();
        let faulty = FaultFs::new(RealFs, at, ERRORS[at % ERRORS.len()], false);
        let outcome = save_over(&faulty, &path, &project("new"), Some(base));
        let title = open(&path).unwrap().loaded.project.info.title;
        assert_eq!(title, if outcome.is_ok() { "new" } else { "old" });
        if faulty.count() <= at {
            break;
        }
    }
    clean_up(&RealFs, &path);
    let names = RealFs.list(folder.path()).unwrap();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with(".~")), "{names:?}");
}

#[test]
fn a_rename_that_is_refused_for_a_moment_is_tried_again() {
    let disk = MemFs::default();
    disk.put(&file(), to_text(&project("old")).unwrap().as_bytes());
    let base = content_hash(&disk, &file()).unwrap();
    let count = {
        let probe = FaultFs::new(MemFs::default(), usize::MAX, 32, false);
        save_on(&probe, &project("new"), None).unwrap();
        probe.count()
    };
    for at in 0..count + 10 {
        let faulty = FaultFs::passing(disk.clone(), at, 32);
        // Whichever call it hits: nothing is lost, and renames work the second time.
        if save_on(&faulty, &project("new"), Some(base)).is_ok() {
            assert_eq!(title_on(&disk).unwrap(), "new");
        }
        save_on(&disk, &project("old"), None).unwrap();
    }
}

#[test]
fn a_colleague_s_change_is_given_back_and_never_saved_over() {
    for no_locks in [false, true] {
        let disk = MemFs { no_locks, ..MemFs::default() };
        let mine = save_on(&disk, &project("first"), None).unwrap();
        save_on(&disk, &project("theirs"), Some(mine.hash)).unwrap();
        let outcome = save_over(&disk, &file(), &project("mine"), Some(mine.hash)).unwrap();
        let SaveOutcome::ChangedOnDisk { opened } = outcome else { panic!("saved over") };
        assert_eq!(opened.loaded.project, project("theirs"));
        assert_eq!(title_on(&disk).unwrap(), "theirs");
        // What they wrote is read now; with that as the base it is saved.
        save_on(&disk, &project("both"), Some(opened.hash)).unwrap();
        assert_eq!(title_on(&disk).unwrap(), "both");
    }
}

#[test]
fn a_file_that_holds_the_same_already_needs_no_saving() {
    let disk = MemFs::default();
    let first = save_on(&disk, &project("first"), None).unwrap();
    save_on(&disk, &project("same"), Some(first.hash)).unwrap();
    let calls = disk.calls();
    let again = save_on(&disk, &project("same"), Some(first.hash)).unwrap();
    assert_eq!(disk.calls(), calls, "two people made the same change");
    assert_eq!(content_hash(&disk, &file()).unwrap(), again.hash);
}

#[test]
fn a_newer_or_a_foreign_file_is_never_saved_over() {
    let disk = MemFs::default();
    let base = save_on(&disk, &project("mine"), None).unwrap().hash;
    for (text, fault) in [
        ("// tabiji format=999 sha256=00\nwhatever", SaveFault::NewerFormat),
        ("Dear colleagues,\nplease find", SaveFault::Replaced),
    ] {
        disk.remove(&file()).unwrap();
        disk.put(&file(), text.as_bytes());
        let error = save_over(&disk, &file(), &project("mine"), Some(base)).unwrap_err();
        assert_eq!(error.fault, fault);
        assert_eq!(disk.read(&file(), SIZE_LIMIT).unwrap(), text.as_bytes());
    }
    disk.remove(&file()).unwrap();
    disk.put(&file(), b"// tabiji format=999 sha256=00\nwhatever");
    assert_eq!(save_over(&disk, &file(), &project("x"), None).unwrap_err().fault, SaveFault::NewerFormat);
}

#[test]
fn a_file_that_was_deleted_is_made_again() {
    let disk = MemFs::default();
    let base = save_on(&disk, &project("mine"), None).unwrap().hash;
    disk.remove(&file()).unwrap();
    save_on(&disk, &project("mine, changed"), Some(base)).unwrap();
    assert_eq!(title_on(&disk).unwrap(), "mine, changed");
}

#[test]
fn earlier_states_stay_beside_the_file() {
    let disk = MemFs::default();
    let mut base = None;
    for title in ["1", "2", "3", "4", "5"] {
        base = Some(save_on(&disk, &project(title), base).unwrap().hash);
    }
    let backup = |number| {
        let bytes = disk.read(&beside::backup(&file(), number), SIZE_LIMIT).unwrap();
        open::open_bytes(&bytes).unwrap().loaded.project.info.title
    };
    assert_eq!([backup(1), backup(2), backup(3)], ["4", "3", "2"].map(str::to_owned));
}

#[test]
fn a_file_in_an_older_format_is_kept_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.ron");
    let sample = std::fs::read("tests/formats/v1/sample.ron").unwrap();
    write_atomically(&path, &sample).unwrap();
    let opened = open(&path).unwrap();
    let mut project = opened.loaded.project;
    for title in ["once", "twice"] {
        project.info.title = title.to_owned();
        save(&path, &project).unwrap();
    }
    assert_eq!(std::fs::read(folder.path().join("old.ron.format1")).unwrap(), sample);
}

#[test]
fn backups_are_not_made_every_few_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    for title in ["1", "2", "3", "4"] {
        save(&path, &project(title)).unwrap();
    }
    let names = RealFs.list(folder.path()).unwrap();
    assert_eq!(names.len(), 2, "{names:?}");
    let title = |path: &Path| open(path).unwrap().loaded.project.info.title;
    assert_eq!(title(&folder.path().join("a.ron.bak1")), "1", "what was there before all this");
}
