//! Why nothing could be read.

use super::note::MOST_NOTES;
use crate::feedback::FeedbackError;
use crate::i18n::feedback::problem;
use crate::i18n::import::ImportErrorText as Text;
use crate::i18n::{Lang, fill};

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file could not be opened, decoded or unpacked.
    #[error(transparent)]
    File(#[from] FeedbackError),
    /// There is no map in it.
    #[error("there is no map in it: neither Mermaid nor CJML, and no table with lanes")]
    NoMap,
    /// The document is damaged.
    #[error("line {line} is not XML as it should be: {reason}")]
    Xml {
        /// The line.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// It is larger than any map, or nested deeper.
    #[error("it is larger than any map (more than {MOST_NOTES} notes, or nested too deep)")]
    TooMuch,
}

impl ImportError {
    /// What happened and what to do, in a sentence. `file` is empty for what was pasted.
    #[must_use]
    pub fn text(&self, file: &str, lang: Lang) -> String {
        let file = if file.is_empty() { Text::Pasted.text(lang) } else { file };
        match self {
            Self::File(error) => problem(error, lang),
            Self::NoMap => fill(Text::NoMap.text(lang), &[("file", file)]),
            Self::Xml { line, reason } => {
                fill(Text::Xml.text(lang), &[("file", file), ("line", &line.to_string()), ("reason", reason)])
            }
            Self::TooMuch => fill(Text::TooMuch.text(lang), &[("file", file)]),
        }
    }
}
