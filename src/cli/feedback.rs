//! `tabiji feedback`: reads customer feedback.

use super::args::FeedbackArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::cli::CliText;

/// Runs the command.
pub(super) fn run(_args: &FeedbackArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    Err(Failure(CliText::NotYet.text(console.lang).to_owned()))
}
