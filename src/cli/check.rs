//! `tabiji check`: tells what is wrong with a project file.

use super::args::CheckArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::cli::CliText;

/// Runs the command.
pub(super) fn run(_args: &CheckArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    Err(Failure(CliText::NotYet.text(console.lang).to_owned()))
}
