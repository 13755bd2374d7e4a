//! Layer 2: one way to change the document: a [`Command`], checked, giving a new project; history; diff.

mod command;

pub use command::{Command, Label, RecordKind, Verb};
