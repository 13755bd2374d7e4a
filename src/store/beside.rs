//! The names of what lies beside a document: temporary files, the lock, who has it open, backups.

use sha2::{Digest as _, Sha256};
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A file name has 255 bytes at most on all systems; what lies beside it needs some for itself.
const NAME: usize = 190;
/// So long is the random part of a name.
pub(super) const RANDOM: usize = 12;

/// `.~KIND.NAME`. A name that would get too long is cut, and its hash added, so that two documents never share one.
fn hidden(kind: &str, name: &OsStr) -> String {
    let name = name.to_string_lossy();
    if name.len() <= NAME {
        return format!(".~{kind}.{name}");
    }
    let mut short = format!(".~{kind}.{}~", &name[..name.floor_char_boundary(NAME)]);
    for byte in &Sha256::digest(name.as_bytes())[..4] {
        // Writing into a text never fails.
        let _ = write!(short, "{byte:02x}");
    }
    short
}

/// The file whose lock says who is writing.
pub(super) fn lock(target: &Path) -> PathBuf {
    target.with_file_name(hidden("lock", target.file_name().unwrap_or_default()))
}

/// What temporary files of a document begin with; [`RANDOM`] letters and digits follow.
pub(super) fn temp_prefix(target: &Path) -> String {
    format!("{}.", hidden("tmp", target.file_name().unwrap_or_default()))
}

/// Whether a name is this prefix and a random part.
pub(super) fn has_random_part(name: &OsStr, prefix: &str) -> bool {
    let rest = name.as_encoded_bytes().strip_prefix(prefix.as_bytes());
    rest.is_some_and(|rest| rest.len() == RANDOM && rest.iter().all(u8::is_ascii_alphanumeric))
}

/// The file that says that somebody has the document open.
pub(super) fn presence(target: &Path, start: &str) -> PathBuf {
    let open = hidden("open", target.file_name().unwrap_or_default());
    target.with_file_name(format!("{open}.{start}.ron"))
}

/// Whether a name is such a file's of this document.
pub(super) fn is_presence(name: &OsStr, target: &Path) -> bool {
    let prefix = format!("{}.", hidden("open", target.file_name().unwrap_or_default()));
    name.to_str().and_then(|name| name.strip_suffix(".ron")).is_some_and(|name| has_random_part(name.as_ref(), &prefix))
}

/// `NAME.ron.bak1` and so on; the first is the youngest.
pub(super) fn backup(target: &Path, number: usize) -> PathBuf {
    with_tail(target, &format!(".bak{number}"))
}

/// The copy that stands in while a file is written over where it lies.
pub(super) fn stand_in(target: &Path) -> PathBuf {
    with_tail(target, ".bak")
}

/// The copy of a file in an older format, kept for good.
pub(super) fn older_format(target: &Path, format: u64) -> PathBuf {
    with_tail(target, &format!(".format{format}"))
}

fn with_tail(target: &Path, tail: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default();
    let mut longer = OsString::from(name);
    if name.len() > NAME + 40 {
        longer = hidden("bak", name).into();
    }
    longer.push(tail);
    target.with_file_name(longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_never_share_what_lies_beside_them() {
        let long = |end: &str| PathBuf::from(format!("/f/{}{end}.ron", "旅".repeat(80)));
        assert_ne!(temp_prefix(&long("一")), temp_prefix(&long("二")));
        assert!(lock(&long("一")).file_name().unwrap().len() <= 255);
        let prefix = temp_prefix(Path::new("/f/a.ron"));
        assert!(has_random_part(OsStr::new(".~tmp.a.ron.0123456789ab"), &prefix));
        assert!(!has_random_part(OsStr::new(".~tmp.a.ron.b.0123456789ab"), &prefix), "that is a.ron.b's");
        assert!(!has_random_part(OsStr::new(".~tmp.a.ron.notes"), &prefix));
        assert_eq!(backup(Path::new("/f/a.ron"), 2), Path::new("/f/a.ron.bak2"));
    }
}
