//! `tabiji import`: maps from Mermaid, tables and CJML, and workbooks that come back, into a project.

use super::args::ImportArgs;
use super::{Console, Failure, Outcome};
use crate::base::{IdSource, normalized};
use crate::edit::apply;
use crate::i18n::cli::ImportText as Text;
use crate::i18n::files::{open_error_text, save_error_text};
use crate::i18n::fill;
use crate::i18n::history::refused_text;
use crate::import::workbook::{Change, Returned, commands, compare};
use crate::import::{Imported, Note, Target, build, read_file};
use crate::model::{JourneyId, Project};
use crate::store;

/// Runs the command. Without `--into`, the maps make a project of their own.
pub(super) fn run(args: &ImportArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = console.lang;
    let source = args.source.display().to_string();
    let imported = read_file(&args.source, None, lang).map_err(|error| Failure(error.text(&source, lang)))?;
    let project = match &args.into {
        Some(file) => {
            let name = file.display().to_string();
            let opened = store::open(file).map_err(|error| Failure(open_error_text(&error, &name, lang)))?;
            if !opened.loaded.report.is_empty() {
                console.say(&fill(Text::Damaged.text(lang), &[("file", &name)]))?;
            }
            opened.loaded.project
        }
        None => Project::default(),
    };
    if args.into.is_none() && args.output.symlink_metadata().is_ok() {
        return Err(Failure(fill(Text::Exists.text(lang), &[("file", &args.output.display().to_string())])));
    }
    let (project, mut outcome) = match &imported.returned {
        Some(returned) => returned_into(&project, returned, console)?,
        None => maps_into(&project, &imported, args, console)?,
    };
    if !imported.notes.is_empty() && imported.returned.is_none() {
        outcome = Outcome::Report;
    }
    store::save(&args.output, &project).map_err(|error| Failure(save_error_text(&error, lang)))?;
    console.say(&fill(Text::Saved.text(lang), &[("file", &args.output.display().to_string())]))?;
    Ok(outcome)
}

fn maps_into(
    project: &Project,
    imported: &Imported,
    args: &ImportArgs,
    console: &mut Console<'_>,
) -> Result<(Project, Outcome), Failure> {
    let lang = console.lang;
    let target = match &args.journey {
        Some(wanted) => Target::Into(
            journey(project, wanted)
                .ok_or_else(|| Failure(fill(Text::NoJourney.text(lang), &[("journey", wanted)])))?,
        ),
        None => Target::NewJourney,
    };
    let built = build(project, &imported.maps, target, lang, &mut IdSource::random())
        .map_err(|error| Failure(refused_text(&error, lang).to_owned()))?;
    notes(&imported.notes, console)?;
    notes(&built.notes, console)?;
    let counts = built.counts;
    console.say(&fill(
        Text::Maps.text(lang),
        &[
            ("maps", &imported.maps.len().to_string()),
            ("steps", &counts.new_steps.to_string()),
            ("cards", &counts.cards.to_string()),
        ],
    ))?;
    let mut project = built.project;
    if project.info.title.is_empty()
        && let Some(map) = imported.maps.first()
    {
        project.info.title.clone_from(&map.title);
    }
    let outcome = if built.notes.is_empty() { Outcome::Done } else { Outcome::Report };
    Ok((project, outcome))
}

/// A workbook that comes back: everything it changed is made, and said.
fn returned_into(
    project: &Project,
    returned: &Returned,
    console: &mut Console<'_>,
) -> Result<(Project, Outcome), Failure> {
    let lang = console.lang;
    let mut ids = IdSource::random();
    let review = compare(project, returned, lang, &mut ids);
    notes(&review.notes, console)?;
    for change in &review.changes {
        console.say(&change.sentence(lang))?;
    }
    let all = vec![true; review.changes.len()];
    let (command, refusals) = commands(project, &review.changes, &all, &mut ids);
    for (at, error) in &refusals {
        console.say(&format!("{} {}", review.changes[*at].sentence(lang), refused_text(error, lang)))?;
    }
    console.say(&fill(Text::Changes.text(lang), &[("n", &(review.changes.len() - refusals.len()).to_string())]))?;
    let has_more = !review.notes.is_empty() || !refusals.is_empty() || review.changes.iter().any(Change::is_conflict);
    let next = match command {
        Some(command) => {
            apply(project, &command, &mut ids).map_err(|error| Failure(refused_text(&error, lang).to_owned()))?
        }
        None => project.clone(),
    };
    Ok((next, if has_more { Outcome::Report } else { Outcome::Done }))
}

fn notes(notes: &[Note], console: &mut Console<'_>) -> Result<(), Failure> {
    notes.iter().try_for_each(|note| console.say(&note.sentence(console.lang)))
}

/// The journey of this title or id.
fn journey(project: &Project, wanted: &str) -> Option<JourneyId> {
    let by_id = JourneyId::parse(wanted).filter(|id| project.journeys.contains(*id));
    let titled = |title: &str| normalized(title) == normalized(wanted);
    by_id.or_else(|| project.journeys_in_order().iter().find(|journey| titled(&journey.title)).map(|j| j.id))
}
