//! What can be wrong with an outline, said so that its author finds the place.

use thiserror::Error;

/// Why an outline does not become a project.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// No template has this key.
    #[error("there is no template \"{key}\"; there are: {known}")]
    NoSuchTemplate {
        /// The key asked for.
        key: String,
        /// The keys there are.
        known: String,
    },
    /// Templates are not written in this language.
    #[error("there are no templates in \"{lang}\"; there are: ja, en")]
    NoSuchLanguage {
        /// The language asked for.
        lang: String,
    },
    /// The file is not an outline.
    #[error("{file}:{line}:{column}: {message}")]
    Syntax {
        /// The file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser met.
        message: String,
    },
    /// A key that nothing in the outline has.
    #[error("{file}: {at}: there is no {kind} with the key \"{key}\"")]
    UnknownKey {
        /// The file.
        file: String,
        /// Where the key is used.
        at: String,
        /// What it should name.
        kind: &'static str,
        /// The key.
        key: String,
    },
    /// Two things of one kind with the same key or name.
    #[error("{file}: {at}: the {kind} \"{key}\" is there twice")]
    Twice {
        /// The file.
        file: String,
        /// Where.
        at: String,
        /// What is there twice.
        kind: &'static str,
        /// Its key or name.
        key: String,
    },
    /// Cards for a lane that the journey does not list.
    #[error("{file}: {at}: cards for the lane \"{lane}\", which the journey does not have")]
    NoSuchLane {
        /// The file.
        file: String,
        /// The step.
        at: String,
        /// The lane's key.
        lane: &'static str,
    },
    /// A name or text that must not be empty.
    #[error("{file}: {at}: the {what} is empty")]
    Empty {
        /// The file.
        file: String,
        /// Where.
        at: String,
        /// What is empty.
        what: &'static str,
    },
    /// A number outside its range.
    #[error("{file}: {at}: {what} is {value}, allowed is {allowed}")]
    OutOfRange {
        /// The file.
        file: String,
        /// Where.
        at: String,
        /// Which number.
        what: &'static str,
        /// The number.
        value: String,
        /// The range.
        allowed: &'static str,
    },
    /// A handoff on the last step of a journey.
    #[error("{file}: {at}: nothing comes after this step, so nothing can be handed on")]
    NothingNext {
        /// The file.
        file: String,
        /// The step.
        at: String,
    },
}
