//! What was copied, kept where another window of Tabiji finds it: beside the clipboard, which carries text only.

use super::carried::Clip;
use crate::store;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A file larger than this is none of ours.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The file of the last copy that reached the disk, so that an older one under way does not come after it.
static WRITTEN: Mutex<u64> = Mutex::new(0);

/// Where the windows of one person look: in the folder of the session where there is one, which is gone after it.
#[must_use]
pub fn usual_path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "Tabiji")?;
    let folder = folders.runtime_dir().map_or_else(|| folders.data_local_dir().join("clipboard"), Path::to_owned);
    Some(folder.join("clipboard.ron"))
}

/// Writes a copy, for this person's eyes only. `turn` counts the copies of this window.
pub fn write(path: &Path, clip: &Clip, turn: u64) -> io::Result<()> {
    let mut written = WRITTEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if *written > turn {
        return Ok(());
    }
    *written = turn;
    let Some(text) = clip.to_text() else { return forget(path) };
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    // The careful writer keeps the rights of the file that is there.
    drop(private_file(path));
    store::write_atomically(path, text.as_bytes()).map_err(io::Error::other)?;
    Ok(())
}

/// The copy that went onto the clipboard with a text. `None` when the clipboard belongs to somebody else.
#[must_use]
pub fn read(path: &Path, text: &str) -> Option<Clip> {
    let mut content = String::new();
    File::open(path).ok()?.take(LARGEST).read_to_string(&mut content).ok()?;
    Clip::from_text(&content).filter(|clip| clip.belongs_to(text))
}

/// What is too large to be carried must not leave the copy before it in its place.
fn forget(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdSource;
    use crate::model::{Persona, PersonaKind, Project};

    fn clip(text: &str) -> Clip {
        let mut ids = IdSource::seeded(1);
        let mut project = Project::default();
        let persona = Persona::new(ids.next(), crate::base::OrderKey::default(), PersonaKind::B2c);
        let root = persona.id.into();
        project.put(persona.into());
        Clip::of(&project, vec![root], text, &mut ids)
    }

    #[test]
    fn a_copy_is_found_by_its_text_and_by_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/clipboard.ron");
        assert!(read(&path, "x").is_none());
        write(&path, &clip("名前\t佐藤\n"), u64::MAX).unwrap();
        assert!(read(&path, "名前\t佐藤").is_some(), "the last line end may be lost on the way");
        assert!(read(&path, "名前\t佐藤\r\n").is_some());
        assert!(read(&path, "something else").is_none());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own/clipboard.ron");
        write(&path, &clip("a"), u64::MAX).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }

    #[test]
    fn rubbish_in_the_file_is_no_copy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clipboard.ron");
        for rubbish in ["", "\n", "hello\nworld", "(text:\"\",mark:1,roots:[])\n[]", "((((((((\n((((", "\u{0}\n\u{0}"] {
            store::write_atomically(&path, rubbish.as_bytes()).unwrap();
            assert!(read(&path, "").is_none(), "{rubbish:?}");
        }
        store::write_atomically(&path, &[0xff, 0xfe, 0x0a]).unwrap();
        assert!(read(&path, "").is_none());
    }
}
