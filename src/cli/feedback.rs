//! `tabiji feedback`: reads customer feedback: figures for scripts and people, and into a project.

mod answer;
mod apply;
mod csv;
mod json;
mod messages;
mod only;
mod sources;
mod table;
#[cfg(test)]
mod tests;

use super::args::FeedbackArgs;
use super::{Console, Failure, Outcome};

/// Runs the command.
pub(super) fn run(args: &FeedbackArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let loaded = args.project.as_deref().map(|path| apply::open(path, console.lang)).transpose()?;
    let project = loaded.as_ref().map(|loaded| &loaded.project);
    let sources = sources::read_all(args, project, console)?;
    let sets = answer::data_sets(&sources);
    let filter = only::filter(args, || answer::survey(&sets, project), console.lang)?;
    let answer = answer::Answer::new(sets, project, filter);
    if args.json {
        let text = json::text(&sources, &answer);
        console.print(&text)?;
    } else {
        messages::about_sources(&sources, console)?;
        let text = if args.csv { csv::text(&answer, console.lang) } else { table::aligned(&answer, console.lang) };
        console.print(&text)?;
        messages::about_answer(&answer, console)?;
    }
    if let (true, Some(loaded), Some(path)) = (args.apply, &loaded, &args.project) {
        apply::apply(loaded, &sources, &args.arrival, args.output.as_deref().unwrap_or(path), console)?;
    }
    let silent = answer.unassigned.is_empty() && answer.left_out == 0;
    let sound = sources.iter().all(|source| source.rejected.is_empty() && source.duplicates_complete);
    Ok(if silent && sound { Outcome::Done } else { Outcome::Report })
}
