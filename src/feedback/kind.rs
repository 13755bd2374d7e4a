//! What kind of file a survey came in: told by its first bytes, never by its name alone.

use super::error::FeedbackError;
use std::path::Path;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileKind {
    /// Cells divided by a separator.
    #[default]
    Text,
    /// An Excel workbook.
    Workbook,
    /// One JSON document with an array of objects.
    Json,
    /// A JSON object on each line.
    JsonLines,
}

/// Bytes that tell whether it may be JSON at all.
const BEGINNING: usize = 4 << 10;

impl FileKind {
    /// The kind of a file that begins so.
    pub fn of(path: &Path, head: &[u8]) -> Result<Self, FeedbackError> {
        if head.starts_with(b"PK\x03\x04") {
            return Ok(Self::Workbook);
        }
        // The container of old Excel files, and of those with a password.
        if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return Err(FeedbackError::OldWorkbook { path: path.to_owned() });
        }
        let text = |bytes| super::encoding::guess(bytes, false).decode_with_bom_removal(bytes).0;
        let begins = text(head.get(..BEGINNING).unwrap_or(head));
        if !begins.trim_start().starts_with(['{', '[']) && !begins.trim_start().is_empty() {
            return Ok(Self::Text);
        }
        Ok(Self::of_text(&text(head)))
    }

    fn of_text(text: &str) -> Self {
        let text = text.trim_start();
        let after = |open: char| text.strip_prefix(open).map(str::trim_start);
        if after('[').is_some_and(|rest| rest.starts_with(['{', '[', ']'])) {
            return Self::Json;
        }
        if after('{').is_none_or(|rest| !rest.starts_with(['"', '}'])) {
            return Self::Text;
        }
        let first = text.lines().next().unwrap_or_default();
        let whole = serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok();
        // After a whole document nothing may follow.
        let goes_on = !text[first.len()..].trim().is_empty();
        if whole && (goes_on || !holds_a_list(first)) { Self::JsonLines } else { Self::Json }
    }
}

/// Whether an object on one line holds a list of objects: then it is a document, not a row.
fn holds_a_list(line: &str) -> bool {
    let object: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(line).ok();
    let is_list =
        |value: &serde_json::Value| value.as_array().is_some_and(|list| list.iter().any(serde_json::Value::is_object));
    object.is_some_and(|object| object.values().any(is_list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_what_is_in_them() {
        let kind = |text: &str| FileKind::of(Path::new("x"), text.as_bytes()).unwrap();
        assert_eq!(kind("step,nps\na,5\n"), FileKind::Text);
        assert_eq!(kind("[店舗] 満足度,nps\n1,2\n"), FileKind::Text);
        assert_eq!(kind("\u{feff} [\n {\"step\": 1}]"), FileKind::Json);
        assert_eq!(kind("{\"meta\": 1,\n\"rows\": [{}]}"), FileKind::Json);
        assert_eq!(kind("{\"rows\": [{\"a\": 1}]}"), FileKind::Json);
        assert_eq!(kind("{\"a\": 1}\n{\"a\": 2}\n"), FileKind::JsonLines);
        assert_eq!(kind("{\"a\": 1}\n"), FileKind::JsonLines);
        assert_eq!(kind("PK\u{3}\u{4}"), FileKind::Workbook);
        let old = FileKind::of(Path::new("x"), &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]);
        assert!(matches!(old, Err(FeedbackError::OldWorkbook { .. })));
    }
}
