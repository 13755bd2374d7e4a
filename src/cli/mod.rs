//! Layer 7: the commands, for scripts, shared maps in git and machines with no display.
//! One file for each command; none of them knows the window.

pub mod args;
mod check;
mod console;
mod diff;
mod export;
mod feedback;
mod import;
mod merge;
mod new;
mod templates;

pub use console::{Console, Failure, Outcome};

use args::CommandArgs;

/// Does what a command says.
pub fn run(command: &CommandArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    match command {
        CommandArgs::New(args) => new::run(args, console),
        CommandArgs::Templates(args) => templates::run(args, console),
        CommandArgs::Export(args) => export::run(args, console),
        CommandArgs::Feedback(args) => feedback::run(args, console),
        CommandArgs::Import(args) => import::run(args, console),
        CommandArgs::Check(args) => check::run(args, console),
        CommandArgs::Diff(args) => diff::run(args, console),
        CommandArgs::Merge(args) => merge::run(args, console),
    }
}
