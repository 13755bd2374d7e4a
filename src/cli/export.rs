//! `tabiji export`: draws the map of a journey as a picture.

use super::args::ExportArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::cli::CliText;

/// Runs the command.
pub(super) fn run(_args: &ExportArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    Err(Failure(CliText::NotYet.text(console.lang).to_owned()))
}
