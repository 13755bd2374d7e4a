//! What is left when a program ends in any way, and what the next start makes of it.

#![expect(clippy::print_stdout, reason = "figures for whoever runs the long tests")]

use super::*;
use crate::base::child::{Said, is_long, say, start, task};
use crate::base::{IdSource, OrderKey};
use crate::edit::{ChangeKind, Command};
use crate::model::{Department, Project, ProjectInfo};
use crate::store;
use std::process::abort;
use std::time::{Duration, Instant};

const TYPIST: &str = "app::keeper::tests::types_until_it_dies";
/// One change takes so long.
const PAUSE: Duration = Duration::from_millis(2);

fn titled(title: &str) -> Project {
    let mut project = Project::default();
    project.info.title = title.to_owned();
    project
}

fn set_title(session: &mut Session, title: &str) {
    let info = ProjectInfo { title: title.to_owned(), ..session.project().info.clone() };
    session.run(&Command::SetInfo(info)).unwrap();
}

fn keeper(folder: &Path, session: &Session) -> Keeper {
    Keeper::new(folder, session, Arc::new(|| {}))
}

/// Waits until something holds.
fn wait(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}");
        std::thread::sleep(PAUSE);
    }
}

fn open(path: &Path) -> Session {
    let opened = store::open(path).unwrap();
    let mut session = Session::new(opened.loaded.project, Some(path.to_owned()), IdSource::random());
    session.set_base_hash(opened.hash);
    session
}

/// Ends the process, when another test wants that.
#[test]
fn types_until_it_dies() {
    let Some((way, folder)) = task() else { return };
    if let Some(who) = way.strip_prefix("edits ") {
        return edit_together(&folder.join("shared.ron"), who);
    }
    let mut session = Session::new(titled("0"), None, IdSource::random());
    let mut keeper = keeper(&folder.join("recovery"), &session);
    for step in 1.. {
        set_title(&mut session, &step.to_string());
        keeper.note(&session);
        say(step);
        std::thread::sleep(PAUSE);
        if step == 200 {
            match way.as_str() {
                "panic" => panic!("a fault of the program"),
                "abort" => abort(),
                "memory" => std::alloc::handle_alloc_error(std::alloc::Layout::new::<[u8; 1 << 30]>()),
                "stack" => drop(overflow(1)),
                _ => {}
            }
        }
    }
}

#[expect(unconditional_recursion, reason = "that is how a stack overflows")]
fn overflow(depth: u64) -> u64 {
    std::hint::black_box(overflow(std::hint::black_box(depth + 1))) + depth
}

#[test]
fn whatever_a_program_dies_of_its_changes_are_there_at_the_next_start() {
    let mut ways = vec!["panic", "abort", "memory", "stack", "kill"];
    if is_long() {
        ways.extend(["kill"; 20]);
    }
    let mut worst = 0;
    for way in ways {
        let folder = tempfile::tempdir().unwrap();
        let mut child = start(TYPIST, way, folder.path());
        let mut said = Said::by(&mut child);
        let mut last = said.next().unwrap();
        if way == "kill" {
            last = said.by_ref().take(100).last().unwrap();
            child.kill().unwrap();
        }
        last = said.last().unwrap_or(last);
        assert!(!child.wait().unwrap().success(), "{way}");
        let left = find(&folder.path().join("recovery"));
        assert_eq!(left.len(), 1, "{way}");
        let found: u64 = left[0].recovered.project.info.title.parse().unwrap();
        let behind = last.saturating_sub(found);
        worst = worst.max(behind);
        assert!(behind * PAUSE.as_millis() as u64 <= 2_000, "{way}: {behind} changes behind");
        assert_eq!(left[0].recovered.changes as u64, found, "{way}");
        assert_eq!(left[0].on_disk, OnDisk::NoFile);
    }
    println!("at most {worst} changes of {PAUSE:?} each were missing");
}

#[test]
fn what_was_not_saved_is_offered_held_against_the_file_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = (folder.path().join("地図.ron"), folder.path().join("recovery"));
    let base = store::save(&path, &titled("saved")).unwrap();
    let mut session = open(&path);
    let mut keeper = keeper(&recovery, &session);
    set_title(&mut session, "one");
    keeper.note(&session);
    set_title(&mut session, "two");
    keeper.note(&session);
    assert!(find(&recovery).is_empty(), "its program lives");
    // Dropped without being closed, as when the program dies.
    drop(keeper);
    wait("the journal is let go", || !find(&recovery).is_empty());
    let left = find(&recovery).remove(0);
    assert_eq!((left.recovered.changes, left.on_disk), (2, OnDisk::Same));
    assert_eq!((left.count(ChangeKind::Changed), left.count(ChangeKind::Added)), (1, 0));

    store::save(&path, &titled("a colleague's")).unwrap();
    assert_eq!(find(&recovery)[0].on_disk, OnDisk::Changed);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(find(&recovery)[0].on_disk, OnDisk::Gone);

    let restored = restore(&left);
    assert_eq!(restored.project().info.title, "two");
    assert_eq!((restored.saved(), restored.base_hash()), (&titled("saved"), Some(base.hash)));
    assert!(restored.dirty());
    decide(&left);
    assert!(find(&recovery).is_empty(), "not offered again");
    assert!(left.folder.exists(), "but kept for two weeks");
}

#[test]
fn a_document_that_is_closed_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = folder.path().join("recovery");
    let mut session = Session::new(titled("a"), None, IdSource::random());
    let mut keeper = keeper(&recovery, &session);
    set_title(&mut session, "b");
    keeper.note(&session);
    wait("the journal is written", || recovery.exists() && std::fs::read_dir(&recovery).unwrap().count() == 1);
    keeper.close();
    assert_eq!(std::fs::read_dir(&recovery).unwrap().count(), 0);
}

#[test]
fn what_is_saved_is_not_offered_but_what_came_after_is() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = (folder.path().join("a.ron"), folder.path().join("recovery"));
    let mut session = Session::new(titled("a"), None, IdSource::random());
    let mut keeper = keeper(&recovery, &session);
    set_title(&mut session, "b");
    keeper.note(&session);
    let snapshot = session.snapshot();
    set_title(&mut session, "c");
    keeper.note(&session);
    let saved = store::save(&path, &snapshot.project).unwrap();
    session.mark_saved(&snapshot, &path, saved.hash);
    keeper.saved(&session, &snapshot, &path, saved.hash);
    drop(keeper);
    wait("one change", || find(&recovery).first().is_some_and(|left| left.recovered.changes == 1));
    let left = find(&recovery).remove(0);
    assert_eq!((left.on_disk, &left.recovered.saved), (OnDisk::Same, &titled("b")));
}

#[test]
fn what_a_colleague_saved_and_was_taken_in_is_no_change_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = (folder.path().join("地図.ron"), folder.path().join("recovery"));
    store::save(&path, &titled("0")).unwrap();
    let mut session = open(&path);
    let mut keeper = keeper(&recovery, &session);
    let department = |name: &str, at: u64| Department {
        name: name.to_owned(),
        ..Department::new(crate::base::Id::from_bits(at), OrderKey::default())
    };
    session.run(&Command::Add { record: department("店舗部", 1).into(), before: None }).unwrap();
    keeper.note(&session);
    let mut theirs = titled("同僚の題");
    theirs.departments.put(department("CC", 2));
    store::save(&path, &theirs).unwrap();
    let opened = store::open(&path).unwrap();
    session.take_in(&opened.loaded.project, "").unwrap();
    session.set_base_hash(opened.hash);
    keeper.taken_in(&session);
    // As if the program had died.
    drop(keeper);
    wait("the journal is let go", || !find(&recovery).is_empty());
    let left = find(&recovery).remove(0);
    assert_eq!((left.on_disk, left.recovered.changes), (OnDisk::Same, 1));
    assert_eq!(
        (left.count(ChangeKind::Added), left.count(ChangeKind::Changed), left.count(ChangeKind::Removed)),
        (1, 0, 0)
    );
    assert_eq!(left.recovered.project, *session.project());
}

#[test]
fn half_typed_text_is_in_the_journal_and_gone_when_it_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = folder.path().join("recovery");
    let session = Session::new(titled("a"), None, IdSource::random());
    let mut keeper = keeper(&recovery, &session);
    keeper.note_draft(&session, |scratch| {
        set_title(scratch, "half typ");
        true
    });
    assert_eq!(session.project().info.title, "a", "typing goes on");
    wait("the journal is written", || recovery.exists() && std::fs::read_dir(&recovery).unwrap().count() == 1);
    let journal = std::fs::read_dir(&recovery).unwrap().next().unwrap().unwrap().path();
    let title = || store::journal::read(&store::RealFs, &journal).map(|found| found.project.info.title);
    wait("half typed", || title().as_deref() == Some("half typ"));
    keeper.note(&session);
    wait("given up", || title().as_deref() == Some("a"));
}

#[test]
fn a_colleague_is_seen_and_what_they_save_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("地図.ron");
    store::save(&path, &titled("a")).unwrap();
    let (mine, theirs) = (open(&path), open(&path));
    let recovery = |who: &str| folder.path().join(who);
    let my_keeper = keeper(&recovery("mine"), &mine);
    let mut theirs_open = Vec::new();
    let their_keeper = keeper(&recovery("theirs"), &theirs);
    let mut changed = None;
    let mut look = |keeper: &Keeper| {
        for news in keeper.news() {
            match news {
                News::Others(people) => theirs_open = people,
                News::ChangedOnDisk(hash) => changed = Some(hash),
            }
        }
        (theirs_open.len(), changed)
    };
    wait("a colleague is seen", || look(&my_keeper).0 == 1);
    let saved = store::save(&path, &titled("theirs")).unwrap();
    wait("their save is noticed", || look(&my_keeper).1 == Some(saved.hash));
    their_keeper.close();
    wait("they have gone", || look(&my_keeper).0 == 0);
    my_keeper.close();
    wait("nothing is left beside the file", || {
        let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        names.into_iter().all(|name| !name.to_string_lossy().starts_with(".~"))
    });
}

const EDITORS: [&str; 3] = ["佐藤", "森", "林"];

fn edits() -> usize {
    if is_long() { 150 } else { 15 }
}

/// Adds one department after another and saves each time, with what others changed.
fn edit_together(path: &Path, who: &str) {
    let mut session = open(path);
    for number in 0..edits() {
        let mut mine = Department::new(session.new_id(), OrderKey::default());
        mine.name = format!("{who}{number}");
        session.run(&Command::Add { record: mine.into(), before: None }).unwrap();
        save_with_others(&mut session, path);
    }
}

fn save_with_others(session: &mut Session, path: &Path) {
    loop {
        let snapshot = session.snapshot();
        match store::save_over(&store::RealFs, path, &snapshot.project, session.base_hash()).unwrap() {
            store::SaveOutcome::Saved(saved) => return session.mark_saved(&snapshot, path, saved.hash),
            store::SaveOutcome::ChangedOnDisk { opened } => {
                session.take_in(&opened.loaded.project, "").unwrap();
                session.set_base_hash(opened.hash);
            }
        }
    }
}

#[test]
fn three_people_who_edit_one_file_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.ron");
    store::save(&path, &Project::default()).unwrap();
    let children = EDITORS.map(|who| start(TYPIST, &format!("edits {who}"), folder.path()));
    for mut child in children {
        // Read to its end, so that it never waits for us.
        Said::by(&mut child).for_each(drop);
        assert!(child.wait().unwrap().success());
    }
    let opened = store::open(&path).unwrap();
    assert!(opened.loaded.report.is_empty());
    let project = opened.loaded.project;
    let lost = EDITORS.len() * edits() - project.departments.len();
    assert_eq!(lost, 0);
    println!("{} edits by three people: {lost} lost", EDITORS.len() * edits());
}
