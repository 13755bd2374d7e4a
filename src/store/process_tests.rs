//! Saving by processes that are killed in the middle of it, and by several at once.

#![expect(clippy::print_stdout, reason = "figures for whoever runs the long tests")]

use super::header::ContentHash;
use super::*;
use crate::base::child::{Said, is_long, say, start, task};
use crate::base::{IdSource, OrderKey};
use crate::model::{Department, Project};
use std::path::Path;
use std::time::{Duration, Instant};

const SAVER: &str = "store::process_tests::saves_when_it_is_asked_to";

/// Does what another test wants done in a process of its own.
#[test]
fn saves_when_it_is_asked_to() {
    let Some((task, folder)) = task() else { return };
    let path = folder.join("shared.ron");
    match task.split_once(' ') {
        Some(("edits", who)) => add_departments(&path, who),
        _ => save_for_ever(&path),
    }
}

/// Saves one generation after another and says which are safe.
fn save_for_ever(path: &Path) {
    let opened = open(path).unwrap();
    let (mut project, mut base) = (opened.loaded.project, opened.hash);
    loop {
        let generation: u64 = project.info.title.parse().unwrap();
        project.info.title = (generation + 1).to_string();
        match save_over(&RealFs, path, &project, Some(base)).unwrap() {
            SaveOutcome::Saved(saved) => base = saved.hash,
            SaveOutcome::ChangedOnDisk { .. } => panic!("nobody else is here"),
        }
        say(generation + 1);
    }
}

#[test]
fn a_process_that_is_killed_while_it_saves_tears_nothing_and_loses_no_acknowledged_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.ron");
    let mut project = super::safety_tests::project("0");
    project.info.note = "長い覚え書き。".repeat(1_000);
    save(&path, &project).unwrap();
    let rounds = if is_long() { 1_000 } else { 20 };
    let mut random = IdSource::random();
    let mut saves = 0;
    for round in 0..rounds {
        let mut child = start(SAVER, "loop", folder.path());
        let mut said = Said::by(&mut child);
        let mut last = said.next().unwrap();
        std::thread::sleep(Duration::from_micros(3_000 + random.next::<()>().bits() % 30_000));
        child.kill().unwrap();
        child.wait().unwrap();
        last = said.last().unwrap_or(last);
        clean_up(&RealFs, &path);
        let opened = open(&path).unwrap_or_else(|error| panic!("round {round}: {error}"));
        assert!(opened.loaded.report.is_empty(), "round {round}: {:?}", opened.loaded.report);
        let generation: u64 = opened.loaded.project.info.title.parse().unwrap();
        assert!(generation >= last, "round {round}: {generation}, but {last} was acknowledged");
        let names = RealFs.list(folder.path()).unwrap();
        let temps = names.iter().filter(|name| name.to_string_lossy().starts_with(".~")).count();
        assert_eq!(temps, 0, "round {round}: {names:?}");
        saves = generation;
    }
    println!("{rounds} kills during {saves} saves: none torn, none lost, no temporary file left");
}

const EDITORS: [&str; 3] = ["佐藤", "森", "林"];

fn edits() -> usize {
    if is_long() { 150 } else { 15 }
}

/// Adds one department after another, each saved at once; what others wrote meanwhile is taken in.
fn add_departments(path: &Path, who: &str) {
    let mut ids = IdSource::random();
    let (mut project, mut base) = read_now(path);
    for number in 0..edits() {
        let name = format!("{who}{number}");
        let mut mine = Department::new(ids.next(), OrderKey::default());
        mine.name = name;
        loop {
            project.departments.put(mine.clone());
            match save_over(&RealFs, path, &project, Some(base)).unwrap() {
                SaveOutcome::Saved(saved) => {
                    base = saved.hash;
                    break;
                }
                SaveOutcome::ChangedOnDisk { opened } => (project, base) = (opened.loaded.project, opened.hash),
            }
        }
    }
}

fn read_now(path: &Path) -> (Project, ContentHash) {
    let opened = open(path).unwrap();
    (opened.loaded.project, opened.hash)
}

#[test]
fn three_processes_that_save_one_file_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.ron");
    save(&path, &Project::default()).unwrap();
    let begun = Instant::now();
    let children = EDITORS.map(|who| start(SAVER, &format!("edits {who}"), folder.path()));
    for mut child in children {
        // Read to its end, so that it never waits for us.
        Said::by(&mut child).for_each(drop);
        assert!(child.wait().unwrap().success());
    }
    let (project, _) = read_now(&path);
    let lost = EDITORS.len() * edits() - project.departments.len();
    println!("{} edits by three processes in {:?}: {lost} lost", EDITORS.len() * edits(), begun.elapsed());
    assert_eq!(lost, 0);
}

/// A disk of one megabyte, where this computer lets us have one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_keeps_the_old_file_and_says_so() {
    use std::process::Command;
    let folder = tempfile::tempdir().unwrap();
    let mount = |args: &[&str]| Command::new(args[0]).args(&args[1..]).arg(folder.path()).output();
    let mounted = mount(&["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs"]);
    if !mounted.is_ok_and(|output| output.status.success()) {
        println!("skipped: this computer lets nobody mount a small disk here");
        return;
    }
    let path = folder.path().join("a.ron");
    let small = super::safety_tests::project("small");
    let saved = save(&path, &small);
    let mut large = small.clone();
    large.info.note = "長い覚え書き。".repeat(80_000);
    let refused = save(&path, &large);
    let after = open(&path).map(|opened| opened.loaded.project);
    let names = RealFs.list(folder.path());
    assert!(mount(&["umount"]).unwrap().status.success());
    saved.unwrap();
    assert_eq!(refused.unwrap_err().fault, SaveFault::DiskFull);
    assert_eq!(after.unwrap(), small);
    assert!(names.unwrap().iter().all(|name| !name.to_string_lossy().starts_with(".~")));
}
