//! `tabiji new`: starts a project from a template.

use super::args::NewArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::cli::CliText;

/// Runs the command.
pub(super) fn run(_args: &NewArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    Err(Failure(CliText::NotYet.text(console.lang).to_owned()))
}
