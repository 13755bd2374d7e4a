//! The beginning of a text.

use unicode_segmentation::UnicodeSegmentation as _;

/// A text on one line, with "…" after so many characters: cut between what a reader takes for one.
#[must_use]
pub fn shortened(text: &str, longest: usize) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    match line.grapheme_indices(true).nth(longest) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
