//! `tabiji templates`: lists the templates.

use super::args::TemplatesArgs;
use super::{Console, Failure, Outcome};
use crate::template;

/// Runs the command: a line for each template with its key, title and what it is about.
pub(super) fn run(_args: &TemplatesArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = console.lang.code();
    let longest = template::all().iter().map(|info| info.key.len()).max().unwrap_or(0);
    let line =
        |info: &template::TemplateInfo| format!("{:longest$}  {} — {}\n", info.key, info.title(lang), info.about(lang));
    let lines: String = template::all().iter().map(line).collect();
    console.print(&lines)?;
    Ok(Outcome::Done)
}
