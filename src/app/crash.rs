//! What is written down when the program fails: where in the program, which version, nothing of the document.

use crate::store::write_atomically;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

/// As many reports are kept.
const MOST: usize = 10;

/// Where the reports of this person are; `None` on a computer without a home folder.
#[must_use]
pub fn usual_folder() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "Tabiji")?.data_local_dir().join("reports"))
}

/// Writes a report whenever something panics, and then does what was done before.
pub fn report_into(folder: PathBuf) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // The program is failing: a report that cannot be written is not worth another failure.
        let _ = write(&folder, &report(info));
        before(info);
    }));
}

/// What was said when it failed may hold words of the document, so it is left out.
fn report(info: &PanicHookInfo<'_>) -> String {
    let mut text = format!("Tabiji {} on {}\n", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
    let thread = std::thread::current();
    // Writing into a text never fails.
    let _ = writeln!(text, "thread: {}", thread.name().unwrap_or("?"));
    if let Some(place) = info.location() {
        let _ = writeln!(text, "at {}:{}", place.file(), place.line());
    }
    let _ = writeln!(text, "{}", Backtrace::force_capture());
    text
}

fn write(folder: &Path, report: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut old: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    old.sort();
    for path in old.iter().take(old.len().saturating_sub(MOST - 1)) {
        fs::remove_file(path)?;
    }
    let name = format!("{}.txt", crate::base::now().strftime("%Y-%m-%d-%H%M%S"));
    write_atomically(&folder.join(name), report.as_bytes()).map_err(std::io::Error::other)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_where_and_nothing_of_what_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let into = folder.path().to_owned();
        let text = std::thread::spawn(move || {
            let (sender, receiver) = std::sync::mpsc::channel();
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |info| sender.send(report(info)).unwrap()));
            let failed = panic::catch_unwind(|| panic!("秘密の顧客名"));
            panic::set_hook(before);
            assert!(failed.is_err());
            let text = receiver.recv().unwrap();
            write(&into, &text).unwrap();
            text
        });
        let text = text.join().unwrap();
        assert!(text.contains("crash.rs") && !text.contains("秘密"), "{text}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
