//! Working on one project with others: taking in what they changed, choosing between two values, copies that lie about,
//! contributions of departments, and going back to a state that was kept.

use super::Session;
use crate::edit::{Change, Command, EditError, Verb};
use crate::merge::{Choice, Report, merge_as, settled};
use crate::model::{Conflict, ConflictId, Contribution, DepartmentId, Patch, Project, RecordId};
use std::path::{Path, PathBuf};

/// Another version of the document, and what both began with where that is known.
#[derive(Clone, Debug)]
pub struct Version {
    /// What it is called: the name of its file.
    pub name: String,
    /// The version.
    pub project: Project,
    /// What both began with; without it, records are put together by their ids.
    pub base: Option<Project>,
}

/// Merges other versions into the document as one step of the history; tells what changed here.
pub fn merge_in(session: &mut Session, versions: &[Version]) -> Result<Report, EditError> {
    let start = session.snapshot().project;
    let (merged, report) = merged(&start, versions);
    let patch = Box::new(Patch::between(&start, &merged));
    session.run(&Command::Patch { patch, verb: Verb::TakeIn })?;
    Ok(report)
}

/// What merging other versions would come to.
#[must_use]
pub fn merged(start: &Project, versions: &[Version]) -> (Project, Report) {
    let mut report = Report::default();
    let mut now = start.clone();
    let mut before = String::new();
    for version in versions {
        let theirs = without_contribution(&version.project, &now);
        let base = version.base.clone().unwrap_or_else(|| in_common(&now, &theirs));
        let merged = merge_as(&before, &without_contribution(&base, &now), &now, &theirs);
        report.conflicts.extend(merged.report.conflicts);
        report.kept.extend(merged.report.kept);
        report.repairs.extend(merged.report.repairs);
        now = merged.project;
        before.clone_from(&version.name);
    }
    report.taken = crate::edit::diff(start, &now);
    (now, report)
}

/// What both have alike: all that is known of the beginning when nobody kept it. What only one of them has was added
/// there, as far as anybody can tell, so nothing is deleted.
fn in_common(ours: &Project, theirs: &Project) -> Project {
    let mut common = Project::default();
    if ours.info == theirs.info {
        common.info = ours.info.clone();
    }
    for id in ours.ids() {
        if let Some(record) = ours.get(id).filter(|record| theirs.get(id).as_ref() == Some(record)) {
            common.put(record);
        }
    }
    common
}

/// Whose copy a file is says nothing about the project.
fn without_contribution(project: &Project, like: &Project) -> Project {
    let mut project = project.clone();
    project.info.contribution.clone_from(&like.info.contribution);
    project
}

/// Becomes a state that was kept, as one step of the history.
pub fn restore(session: &mut Session, state: &Project) -> Result<(), EditError> {
    let patch = Box::new(Patch::between(session.project(), state));
    session.run(&Command::Patch { patch, verb: Verb::Restore })
}

/// The conflicts of a record, or of the project as a whole.
#[must_use]
pub fn conflicts_of(project: &Project, of: Option<RecordId>) -> Vec<&Conflict> {
    project.conflicts.iter().filter(|conflict| conflict.of == of).collect()
}

/// The records that have conflicts, each once; what is gone has none.
#[must_use]
pub fn disputed(project: &Project) -> Vec<Option<RecordId>> {
    let mut records: Vec<_> = project.conflicts.iter().map(|conflict| conflict.of).collect();
    records.retain(|of| of.is_none_or(|of| project.contains(of)));
    records.sort_unstable();
    records.dedup();
    records
}

/// How many conflicts wait for somebody to choose.
#[must_use]
pub fn open_conflicts(project: &Project) -> usize {
    project.conflicts.iter().filter(|conflict| conflict.of.is_none_or(|of| project.contains(of))).count()
}

/// The record with a conflict after the selected one, round and round.
#[must_use]
pub fn next_disputed(session: &Session) -> Option<Option<RecordId>> {
    let records = disputed(session.project());
    let here = session.selection().primary();
    let at = records.iter().position(|of| *of == here && here.is_some()).map_or(0, |at| at + 1);
    records.get(at).or_else(|| records.first()).copied()
}

/// The conflict that a choice by keys is about: the first one of the selected record.
#[must_use]
pub fn conflict_here(session: &Session) -> Option<ConflictId> {
    let here = session.selection().primary();
    let conflict = conflicts_of(session.project(), here).first().map(|conflict| conflict.id);
    conflict.or_else(|| here.is_none().then(|| conflicts_of(session.project(), None).first().map(|it| it.id)).flatten())
}

/// The command that settles a conflict; `None` where the choice makes no sense.
#[must_use]
pub fn choice(project: &Project, conflict: ConflictId, choice: Choice) -> Option<Command> {
    settled(project, project.conflicts.get(conflict)?, choice)
}

/// The copy of a project that a department fills in. `base` identifies what it began with.
#[must_use]
pub fn contribution(project: &Project, department: DepartmentId, base: String) -> Project {
    let mut copy = project.clone();
    copy.info.contribution = Some(Contribution { department, base });
    copy
}

/// Where a department's copy is written: beside the project, with its name.
#[must_use]
pub fn contribution_path(project: &Path, department: &str) -> PathBuf {
    let stem = project.file_stem().unwrap_or_default().to_string_lossy();
    let clean: String =
        department.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|".contains(*c)).take(40).collect();
    project.with_file_name(format!("{stem} {}.ron", clean.trim().trim_matches('.')))
}

/// The files beside a project that a program for shared folders, or Windows, left as copies of it.
#[must_use]
pub fn copies_beside(project: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (project.parent(), project.file_name()) else { return Vec::new() };
    let Ok(entries) = std::fs::read_dir(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }) else {
        return Vec::new();
    };
    let name = name.to_string_lossy();
    let mut copies: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| is_copy_of(&name, &entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .collect();
    copies.sort();
    copies
}

/// Whether a file name is that of a copy: `X (… conflicted copy …).ron`, `X-LAPTOP.ron`, `X.sync-conflict-….ron`,
/// `X - Copy.ron`, `X - コピー (2).ron`, `X (1).ron`. What is in the file tells whether it really is one.
#[must_use]
pub fn is_copy_of(original: &str, name: &str) -> bool {
    let (Some(stem), Some(other)) = (original.strip_suffix(".ron"), name.strip_suffix(".ron")) else { return false };
    let Some(rest) = other.strip_prefix(stem).filter(|rest| !rest.is_empty()) else { return false };
    let inner = rest.trim_start().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let is_numbered = inner.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit()));
    let is_conflicted = ["conflicted copy", "競合コピー", "競合するコピー", "case conflict"]
        .iter()
        .any(|words| inner.unwrap_or(rest).to_lowercase().contains(words));
    let copy = rest.trim_start().trim_start_matches('-').trim_start();
    let is_windows_copy = rest.starts_with(" - ") && (copy.starts_with("Copy") || copy.starts_with("コピー"));
    let is_computer = rest.strip_prefix('-').is_some_and(|computer| {
        !computer.is_empty() && computer.chars().all(|c| c.is_alphanumeric() || c == '-') && !computer.starts_with('-')
    });
    is_numbered || is_conflicted || is_windows_copy || is_computer || rest.starts_with(".sync-conflict-")
}

/// Whether two files hold versions of one project: the same id, or records in common where one of them has none.
#[must_use]
pub fn is_same_project(a: &Project, b: &Project) -> bool {
    match (a.info.id, b.info.id) {
        (Some(a), Some(b)) => a == b,
        _ => a.journeys.iter().any(|journey| b.journeys.contains(journey.id)),
    }
}

/// Moves a copy aside, into a folder beside it, under its name or the next free one; gives where it is now.
pub fn move_aside(copy: &Path, folder_name: &str) -> std::io::Result<PathBuf> {
    let folder = copy.with_file_name(folder_name);
    std::fs::create_dir_all(&folder)?;
    let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let free = (0..1000).map(|n| folder.join(if n == 0 { name.clone() } else { format!("{n} {name}") }));
    for place in free {
        if place.symlink_metadata().is_err() {
            std::fs::rename(copy, &place)?;
            return Ok(place);
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}

/// The records of a report that a person can be shown, conflicts left out.
#[must_use]
pub fn shown_changes(taken: &[Change]) -> Vec<Change> {
    taken.iter().copied().filter(|change| !matches!(change.id, RecordId::Conflict(_))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::merge::field_value;
    use crate::model::Mark;
    use crate::model::{Department, MarkSource};

    fn with_text(project: &Project, text: &str) -> Project {
        let mut project = project.clone();
        let card = project.cards.iter().next().unwrap().id;
        project.cards.change(card, |card| card.text = text.to_owned());
        project
    }

    /// As if it was just saved.
    fn mark_saved(session: &mut Session) {
        let snapshot = session.snapshot();
        let path = tempfile::tempdir().unwrap().path().join("a.ron");
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let hash = crate::store::save(&path, &snapshot.project).unwrap().hash;
        session.mark_saved(&snapshot, &path, hash);
    }

    #[test]
    fn a_colleagues_changes_are_one_step_that_can_be_undone() {
        let (mut session, cell) = session();
        add_card(&mut session, cell, "before");
        mark_saved(&mut session);
        let theirs = with_text(session.project(), "theirs");
        add_card(&mut session, cell, "mine");
        let steps = session.steps();
        let report = session.take_in(&theirs, "").unwrap();
        assert_eq!((session.steps(), report.taken.len(), report.conflicts.len()), (steps + 1, 1, 0));
        let texts = |session: &Session| -> Vec<String> {
            session.project().cards_in(cell.lane, cell.step).iter().map(|card| card.text.clone()).collect()
        };
        assert_eq!(texts(&session), ["theirs", "mine"]);
        assert!(session.dirty());
        session.undo();
        assert_eq!(texts(&session), ["before", "mine"]);
        session.redo();
        assert!(session.take_in(&theirs, "").unwrap().taken.is_empty(), "the same again is nothing new");
        assert_eq!(session.steps(), steps + 1);
    }

    #[test]
    fn what_is_the_same_on_disk_by_now_is_saved() {
        let (mut session, cell) = session();
        add_card(&mut session, cell, "x");
        let theirs = session.project().clone();
        session.take_in(&theirs, "").unwrap();
        assert!(!session.dirty());
    }

    #[test]
    fn conflicts_are_walked_and_settled_by_choice() {
        let (mut session, cell) = session();
        let card = add_card(&mut session, cell, "before");
        mark_saved(&mut session);
        let theirs = with_text(session.project(), "theirs");
        let mut mine = session.project().cards.get(card).unwrap().clone();
        mine.text = "mine".to_owned();
        session.run(&Command::Edit(mine.into())).unwrap();
        session.take_in(&theirs, "").unwrap();
        assert_eq!(open_conflicts(session.project()), 1);
        session.select_nothing();
        assert_eq!(next_disputed(&session), Some(Some(card.into())));
        session.select(super::super::Selection::of([card.into()]));
        let conflict = conflict_here(&session).unwrap();
        let command = choice(session.project(), conflict, Choice::Kept).unwrap();
        session.run(&command).unwrap();
        assert_eq!(field_value(session.project(), Some(card.into()), "text").unwrap(), "\"mine\"");
        assert_eq!(open_conflicts(session.project()), 0);
        session.undo();
        assert_eq!(open_conflicts(session.project()), 1);
    }

    #[test]
    fn departments_that_filled_in_copies_are_heard_side_by_side() {
        let (mut session, cell) = session();
        let [shop, call] = ["店舗部", "CC"].map(|name| {
            let id = session.new_id();
            Department { name: name.to_owned(), ..Department::new(id, crate::base::OrderKey::default()) }
        });
        for department in [&shop, &call] {
            session.run(&Command::Add { record: department.clone().into(), before: None }).unwrap();
        }
        let base = session.project().clone();
        let versions: Vec<Version> = [(shop.id, 1.0), (call.id, -2.0)]
            .into_iter()
            .map(|(department, value)| {
                let mut copy = contribution(&base, department, "hash".to_owned());
                let source = MarkSource::Believed(department);
                copy.marks.put(Mark { value, ..Mark::new(session.new_id(), cell.step, source) });
                Version { name: "copy".to_owned(), project: copy, base: Some(base.clone()) }
            })
            .collect();
        let steps = session.steps();
        let report = merge_in(&mut session, &versions).unwrap();
        assert_eq!((session.steps(), session.project().marks.len(), report.conflicts.len()), (steps + 1, 2, 0));
        assert_eq!(session.project().info.contribution, None, "the facilitator's file is nobody's copy");
    }

    #[test]
    fn copies_are_known_by_their_names() {
        for name in [
            "旅 (佐藤's conflicted copy 2026-05-11).ron",
            "旅 (佐藤 の競合コピー 2026-05-11).ron",
            "旅-LAPTOP-7.ron",
            "旅.sync-conflict-20260511-101500-ABCDEFG.ron",
            "旅 - コピー.ron",
            "旅 - コピー (2).ron",
            "旅 - Copy.ron",
            "旅 (1).ron",
        ] {
            assert!(is_copy_of("旅.ron", name), "{name}");
        }
        for name in
            ["旅.ron", "旅 2027.ron", "旅 店舗部.ron", "旅行.ron", "旅.ron.bak1", "他 (1).ron", "旅 (draft).ron"]
        {
            assert!(!is_copy_of("旅.ron", name), "{name}");
        }
    }

    #[test]
    fn a_copy_is_moved_aside_and_never_over_another_one() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("a (1).ron");
        for expected in ["a (1).ron", "1 a (1).ron"] {
            crate::store::write_atomically(&copy, b"x").unwrap();
            let place = move_aside(&copy, "merged").unwrap();
            assert_eq!(place, folder.path().join("merged").join(expected));
            assert!(place.exists() && !copy.exists());
        }
    }

    #[test]
    fn copies_without_a_known_beginning_lose_nothing() {
        let (mut session, cell) = session();
        add_card(&mut session, cell, "kept");
        let theirs = session.project().clone();
        add_card(&mut session, cell, "only here");
        let version = Version { name: "copy".to_owned(), project: with_text(&theirs, "kept there"), base: None };
        let report = merge_in(&mut session, &[version]).unwrap();
        assert_eq!((session.project().cards.len(), report.conflicts.len()), (2, 1));
    }
}
