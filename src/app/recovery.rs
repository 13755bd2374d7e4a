//! Opening a file that is not sound: what to tell the person, and the copy of the file that is kept before it is
//! saved over. Nothing that could not be read is ever lost by saving.

use crate::i18n::Lang;
use crate::i18n::check::{problem_text, remedy_text};
use crate::i18n::files::{notice_text, quarantined_text};
use crate::model::Project;
use crate::store::{LoadReport, Notice, SaveError, write_atomically};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// No more lines than this are put into sentences; the rest is counted.
const MOST_SENTENCES: usize = 200;
/// So much of a line that could not be read is shown, in letters.
const EXCERPT: usize = 100;
/// As many copies of one file are kept beside each other.
const MOST_COPIES: usize = 1_000;

/// What of a file did not get into the project as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Losses {
    /// The file.
    pub path: PathBuf,
    /// Whether something in it could not be read; otherwise all was read, and some of it mended.
    pub lost: bool,
    /// One sentence for each thing, the unreadable first.
    pub sentences: Vec<String>,
    /// How many more things there are.
    pub more: usize,
}

impl Losses {
    /// What a file lost or had mended; `None` when the project is what the file says. A file that was merely
    /// changed with another program says all that it should.
    #[must_use]
    pub fn of(path: &Path, project: &Project, report: &LoadReport, lang: Lang) -> Option<Self> {
        let harmless = |notice: &&Notice| matches!(notice, Notice::NoHeader | Notice::ChangedOutside);
        let about_lines = report.notices.len() - report.notices.iter().filter(harmless).count();
        if about_lines + report.quarantine.len() + report.repairs.len() == 0 {
            return None;
        }
        let loses =
            |notice: &Notice| matches!(notice, Notice::EndMissing | Notice::NoInfo | Notice::UnknownField { .. });
        let mended = report.repairs.iter().map(|repair| {
            format!("{} {}", problem_text(&repair.problem, project, lang), remedy_text(repair.remedy, lang))
        });
        let unreadable = report.quarantine.iter().map(|line| {
            let begins: String = line.text.trim().chars().filter(|c| !c.is_control()).take(EXCERPT).collect();
            format!("{}\n{begins}", quarantined_text(line, lang))
        });
        let notices = report.notices.iter().map(|notice| notice_text(notice, project, lang));
        let all = report.quarantine.len() + report.notices.len() + report.repairs.len();
        let sentences: Vec<String> = unreadable.chain(notices).chain(mended).take(MOST_SENTENCES).collect();
        Some(Self {
            path: path.to_owned(),
            lost: !report.quarantine.is_empty() || report.notices.iter().any(loses),
            more: all - sentences.len(),
            sentences,
        })
    }

    /// Whether saving there would write over the file.
    #[must_use]
    pub fn is_in(&self, path: &Path) -> bool {
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        real(&self.path) == real(path)
    }

    /// The name of the copy that is kept, without its folder.
    #[must_use]
    pub fn copy_name(&self) -> String {
        copy_name(&self.path, 1).to_string_lossy().into_owned()
    }
}

/// Copies a file, byte for byte, beside itself under a name that is free; gives the copy.
pub fn keep_copy(path: &Path) -> Result<PathBuf, SaveError> {
    let failed = |source| SaveError::new(path, source);
    let real = fs::canonicalize(path).map_err(failed)?;
    let bytes = fs::read(&real).map_err(failed)?;
    let free = (1..MOST_COPIES).map(|n| real.with_file_name(copy_name(&real, n))).find(|copy| !copy.exists());
    let copy = free.ok_or_else(|| failed(std::io::ErrorKind::AlreadyExists.into()))?;
    Ok(write_atomically(&copy, &bytes)?.path)
}

/// `map.before-repair.ron`, `map.before-repair-2.ron` …
fn copy_name(path: &Path, n: usize) -> OsString {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(".before-repair");
    if n > 1 {
        name.push(format!("-{n}"));
    }
    name.push(".");
    name.push(path.extension().unwrap_or("ron".as_ref()));
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdSource;
    use crate::store;
    use crate::template;

    fn damaged(folder: &Path, damage: impl FnOnce(&str) -> String) -> PathBuf {
        let project = template::project("retail", "ja", &mut IdSource::seeded(3)).unwrap();
        let path = folder.join("地図.ron");
        write_atomically(&path, damage(&store::to_text(&project).unwrap()).as_bytes()).unwrap();
        path
    }

    fn losses(path: &Path, lang: Lang) -> Option<Losses> {
        let opened = store::open(path).unwrap();
        Losses::of(path, &opened.loaded.project, &opened.loaded.report, lang)
    }

    #[test]
    fn a_sound_file_and_one_changed_by_hand_have_nothing_to_tell() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(losses(&damaged(folder.path(), str::to_owned), Lang::Ja), None);
        let renamed = damaged(folder.path(), |text| text.replacen("SNS", "X", 1));
        assert_eq!(losses(&renamed, Lang::En), None);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told_with_its_number() {
        let folder = tempfile::tempdir().unwrap();
        let mut broken = 0;
        let path = damaged(folder.path(), |text| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            broken = lines.iter().position(|line| line.contains("Card")).unwrap();
            lines[broken] = lines[broken].replace('(', "([");
            lines.join("\n")
        });
        let losses = losses(&path, Lang::En).unwrap();
        assert!(losses.lost);
        assert!(losses.sentences[0].contains(&format!("Line {}", broken + 1)), "{:?}", losses.sentences);
        assert!(losses.is_in(&folder.path().join(".").join("地図.ron")));
        assert!(!losses.is_in(&folder.path().join("copy.ron")));
    }

    #[test]
    fn copies_are_kept_beside_the_file_and_never_over_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("地図.v2.ron");
        let bytes = [b"(title: \"", &[0xff_u8, 0x00][..], b"\")"].concat();
        for name in ["地図.v2.before-repair.ron", "地図.v2.before-repair-2.ron"] {
            write_atomically(&path, &bytes).unwrap();
            let copy = keep_copy(&path).unwrap();
            assert_eq!(copy.file_name().unwrap(), name);
            assert_eq!(fs::read(copy).unwrap(), bytes);
        }
        assert!(keep_copy(&folder.path().join("none.ron")).is_err());
    }
}
