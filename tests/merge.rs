//! Two versions of a project file on the command line, and through git.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on says where, and why it is skipped"
)]

use std::path::Path;
use std::process::{Command, Output};
use tabiji::base::IdSource;
use tabiji::model::Project;
use tabiji::store;

const TABIJI: &str = env!("CARGO_BIN_EXE_tabiji");

fn tabiji(folder: &Path, args: &[&str]) -> Output {
    Command::new(TABIJI).args(args).current_dir(folder).output().unwrap()
}

fn base(folder: &Path) -> Project {
    let made = tabiji(folder, &["new", "--template", "retail", "--lang", "en", "-o", "base.ron"]);
    assert!(made.status.success());
    store::open(&folder.join("base.ron")).unwrap().loaded.project
}

fn save(folder: &Path, name: &str, project: &Project) {
    store::write_atomically(&folder.join(name), store::to_text(project).unwrap().as_bytes()).unwrap();
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The first card says something else.
fn saying(project: &Project, text: &str) -> Project {
    let mut project = project.clone();
    let card = project.cards.iter().next().unwrap().id;
    project.cards.change(card, |card| text.clone_into(&mut card.text));
    project
}

#[test]
fn a_diff_names_what_differs_as_a_person_knows_it() {
    let folder = tempfile::tempdir().unwrap();
    let base = base(folder.path());
    save(folder.path(), "new.ron", &saying(&base, "Nobody answers the phone"));
    let same = tabiji(folder.path(), &["diff", "base.ron", "base.ron"]);
    assert_eq!(same.status.code(), Some(0));
    let differ = tabiji(folder.path(), &["diff", "base.ron", "new.ron", "--lang", "en"]);
    let out = text_of(&differ.stdout);
    assert_eq!(differ.status.code(), Some(1), "{out}");
    assert!(out.contains("Card “Nobody answers the phone” in “") && out.contains("text “"), "{out}");
    let differ = tabiji(folder.path(), &["diff", "base.ron", "new.ron", "--lang", "ja"]);
    assert!(
        text_of(&differ.stdout).contains("のカード「Nobody answers the phone」：テキスト"),
        "{}",
        text_of(&differ.stdout)
    );
    let json = tabiji(folder.path(), &["diff", "base.ron", "new.ron", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["differences"][0]["fields"][0]["field"], "text");
    assert_eq!(tabiji(folder.path(), &["diff", "base.ron", "gone.ron"]).status.code(), Some(2));
}

#[test]
fn a_merge_takes_both_and_says_what_both_changed() {
    let folder = tempfile::tempdir().unwrap();
    let base = base(folder.path());
    let mut theirs = base.clone();
    theirs.info.note = "checked".to_owned();
    save(folder.path(), "ours.ron", &saying(&base, "A"));
    save(folder.path(), "theirs.ron", &theirs);
    let args = ["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron", "--lang", "en"];
    assert_eq!(tabiji(folder.path(), &args).status.code(), Some(0));
    let out = store::open(&folder.path().join("out.ron")).unwrap().loaded.project;
    assert_eq!((out.info.note.as_str(), &out.cards), ("checked", &saying(&base, "A").cards));
    save(folder.path(), "theirs.ron", &saying(&theirs, "B"));
    let run = tabiji(folder.path(), &args);
    assert_eq!(run.status.code(), Some(1));
    let said = text_of(&run.stderr);
    assert!(said.contains("text is now B; A is kept beside it"), "{said}");
    let out = store::open(&folder.path().join("out.ron")).unwrap().loaded.project;
    assert_eq!(out.conflicts.len(), 1);
}

#[test]
fn git_merges_and_shows_differences_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let git = |args: &[&str]| {
        Command::new("git")
            .args(["-c", "user.name=Sato", "-c", "user.email=sato@example.com"])
            .args(args)
            .current_dir(folder.path())
            .env(
                "PATH",
                format!("{}:{}", Path::new(TABIJI).parent().unwrap().display(), std::env::var("PATH").unwrap()),
            )
            .output()
    };
    if git(&["--version"]).is_err() {
        eprintln!("skipped: there is no git here");
        return;
    }
    let git = |args: &[&str]| {
        let done = git(args).unwrap();
        (done.status.code(), text_of(&done.stdout) + &text_of(&done.stderr))
    };
    assert_eq!(git(&["init", "-q", "-b", "main"]).0, Some(0));
    let base = base(folder.path());
    std::fs::rename(folder.path().join("base.ron"), folder.path().join("shop.ron")).unwrap();
    store::write_atomically(&folder.path().join(".gitattributes"), b"*.ron merge=tabiji diff=tabiji\n").unwrap();
    git(&["config", "merge.tabiji.driver", "tabiji merge %O %A %B -o %A"]);
    git(&["config", "diff.tabiji.command", "sh -c 'tabiji diff --lang en \"$2\" \"$5\"; true' -"]);
    git(&["add", "."]);
    assert_eq!(git(&["commit", "-qm", "base"]).0, Some(0));
    git(&["checkout", "-qb", "theirs"]);
    let mut theirs = base.clone();
    theirs.info.note = "theirs".to_owned();
    save(folder.path(), "shop.ron", &theirs);
    git(&["commit", "-qam", "theirs"]);
    git(&["checkout", "-q", "main"]);
    save(folder.path(), "shop.ron", &saying(&base, "ours"));
    let (_, shown) = git(&["diff"]);
    assert!(shown.contains("text “") && shown.contains("→ “ours”"), "{shown}");
    git(&["commit", "-qam", "ours"]);
    let (code, said) = git(&["merge", "-q", "--no-edit", "theirs"]);
    assert_eq!(code, Some(0), "{said}");
    let text = std::fs::read_to_string(folder.path().join("shop.ron")).unwrap();
    let merged = store::from_text(&text, &mut IdSource::seeded(1)).unwrap();
    assert!(merged.report.is_empty(), "{:?}", merged.report);
    assert_eq!(merged.project.info.note, "theirs");
    assert!(merged.project.cards.iter().any(|card| card.text == "ours"));
}
