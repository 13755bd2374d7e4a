//! Starts Tabiji: the command line, or the window.

use clap::Parser as _;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use tabiji::cli::args::Cli;
use tabiji::cli::{self, Console, Failure, Outcome};
use tabiji::i18n::cli::CliText;
use tabiji::i18n::{Lang, fill};
use tabiji::ui;

fn main() -> ExitCode {
    let args = Cli::parse();
    let lang = args.lang.unwrap_or_else(Lang::of_system);
    let result = match &args.command {
        Some(command) => run(command, lang, args.lang.is_some()),
        None => window(&args, lang),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Report) => ExitCode::from(1),
        Err(Failure(sentence)) => {
            // Nobody is left to hear of a closed standard error.
            let _ = writeln!(std::io::stderr(), "{sentence}");
            ExitCode::from(2)
        }
    }
}

fn window(args: &Cli, lang: Lang) -> Result<Outcome, Failure> {
    match ui::run(args.file.clone(), args.lang) {
        Ok(()) => Ok(Outcome::Done),
        Err(error) => Err(Failure(fill(CliText::NoWindow.text(lang), &[("reason", error.text(lang))]))),
    }
}

fn run(command: &cli::args::CommandArgs, lang: Lang, is_lang_asked: bool) -> Result<Outcome, Failure> {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let is_watched = std::io::stderr().is_terminal();
    cli::run(command, &mut Console { out: &mut out, err: &mut err, is_watched, lang, is_lang_asked })
}
