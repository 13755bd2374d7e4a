//! Where a command writes, and how it ends.

use crate::i18n::Lang;
use std::io::{self, Write};

/// Where a command writes: results to `out`, messages to `err`.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Messages to the person.
    pub err: &'a mut dyn Write,
    /// Whether a person watches `err`, so that progress is worth showing.
    pub is_watched: bool,
    /// The language of messages, and of what is made unless the document says otherwise.
    pub lang: Lang,
    /// Whether that language was asked for; otherwise a map is labelled in the language it is written in.
    pub is_lang_asked: bool,
}

/// How a command ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done. Exit code 0.
    Done,
    /// Done, and there is something to report. Exit code 1.
    Report,
}

/// Why a command could not do what it was asked: one sentence in the person's language. Exit code 2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

impl Console<'_> {
    /// Writes a result, and nothing after it. A reader that went away (`| head`) is no failure.
    pub fn print(&mut self, text: &str) -> Result<(), Failure> {
        written(self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()))
    }

    /// Writes a message on a line of its own.
    pub fn say(&mut self, sentence: &str) -> Result<(), Failure> {
        written(writeln!(self.err, "{sentence}"))
    }
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure(error.to_string())),
        _ => Ok(()),
    }
}
