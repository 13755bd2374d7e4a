//! `tabiji templates`: lists the templates.

use super::args::TemplatesArgs;
use super::{Console, Failure, Outcome};
use crate::i18n::cli::CliText;

/// Runs the command.
pub(super) fn run(_args: &TemplatesArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    Err(Failure(CliText::NotYet.text(console.lang).to_owned()))
}
