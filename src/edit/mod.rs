//! Layer 2: one way to change the document: a [`Command`], checked, giving a new project; history
//! is snapshots of it, everything else a derived [`diff`].

mod apply;
mod command;
mod diff;
mod error;
mod label;
mod patch;
mod place;
mod references;

pub use apply::apply;
pub use command::{Command, Label, RecordKind, Verb};
pub use diff::{Change, ChangeKind, diff};
pub use error::EditError;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod testing;
