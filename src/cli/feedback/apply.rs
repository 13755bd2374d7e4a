//! Putting the answers into the project.

use crate::base::{IdSource, today};
use crate::cli::args::ArrivalArgs;
use crate::cli::{Console, Failure};
use crate::edit::{Command, Label, RecordKind, Verb, apply as edit};
use crate::feedback::{Arrival, Obstacle, Outcome, Relation, Standing, added, replaced};
use crate::i18n::domain::Named as _;
use crate::i18n::feedback::FeedbackText as Text;
use crate::i18n::files::{open_error_text, save_error_text};
use crate::i18n::{Lang, fill, grouped};
use crate::model::{DataSet, MappedColumn, Project};
use crate::store::{self, Loaded};
use std::path::Path;

/// Opens a project.
pub(super) fn open(path: &Path, lang: Lang) -> Result<Loaded, Failure> {
    let file = path.display().to_string();
    let opened = store::open(path).map_err(|error| Failure(open_error_text(&error, &file, lang)))?;
    Ok(opened.loaded)
}

/// Imports all files as one step and saves the project; of each it is said what became of it. A project with
/// unreadable lines is left alone: saving would lose them.
pub(super) fn apply(
    Loaded { project, report }: &Loaded,
    sources: &[Outcome],
    args: &ArrivalArgs,
    path: &Path,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let (file, lang) = (path.display().to_string(), console.lang);
    let said = |text: Text| fill(text.text(lang), &[("file", &file)]);
    if !report.quarantine.is_empty() {
        return Err(Failure(said(Text::ProjectDamaged)));
    }
    let mut ids = IdSource::random();
    let (mut now, mut words) = (project.clone(), Vec::new());
    for source in sources {
        let data_set = source.clone().into_data_set(ids.next(), Some(today()));
        let (set, what) = arrived(&now, data_set, args, lang)?;
        words.push(what);
        let Some(set) = set else { continue };
        let import = Command::ImportFeedback { data_set: Box::new(set), names: Vec::new() };
        let label = Label { verb: Verb::Import, kind: RecordKind::Feedback };
        let command = Command::Batch { label, commands: vec![import] };
        now = edit(&now, &command, &mut ids).map_err(|error| Failure(error.to_string()))?;
    }
    store::save(path, &now).map_err(|error| Failure(save_error_text(&error, lang)))?;
    words.iter().try_for_each(|words| console.say(words))?;
    console.say(&said(Text::Applied))
}

/// What is put into the project of a file, and what is said about it; nothing where only a person can say.
fn arrived(
    project: &Project,
    file: DataSet,
    args: &ArrivalArgs,
    lang: Lang,
) -> Result<(Option<DataSet>, String), Failure> {
    let asked = match (&args.add_to, &args.replace) {
        (Some(name), _) => Some((find(project, name, lang)?, Arrival::Add)),
        (None, Some(name)) => Some((find(project, name, lang)?, Arrival::Replace)),
        (None, None) => None,
    };
    let source = file.file.clone();
    let likely = asked.map(|(set, _)| set).or_else(|| like(project, &file));
    let Some(there) = likely.filter(|_| !args.as_new) else {
        let words = fill(Text::NewSet.text(lang), &[("source", &*source), ("n", &grouped(file.used()))]);
        return Ok((Some(file), words));
    };
    let standing = Standing::of(there, &file);
    let say = |text: Text, more: &[(&str, &str)]| {
        let (n, all) = (grouped(standing.answers), grouped(standing.there));
        let mut values = vec![("source", source.as_str()), ("name", &there.name), ("n", &n), ("there", &all)];
        values.extend_from_slice(more);
        fill(text.text(lang), &values)
    };
    let arrival = asked.map(|(_, arrival)| arrival).or_else(|| standing.usual());
    if let (Some(Arrival::Add), Some(obstacle)) = (arrival, standing.obstacle) {
        return Err(Failure(say(Text::CannotAdd, &[("reason", &reason(obstacle, lang))])));
    }
    let names = &project.info.private_names;
    Ok(match arrival {
        None => (None, say(Text::AlreadyIn, &[])),
        Some(Arrival::Add) => (Some(added(there, &file, names)), added_words(&standing, &say)),
        Some(Arrival::Replace) => {
            let words = match &standing.relation {
                Relation::Whole { held } => say(Text::ReplacedIn, &[("held", &grouped(*held))]),
                _ => say(Text::ReplacedPlain, &[]),
            };
            (Some(replaced(there, &file)), words)
        }
        Some(Arrival::Own) => {
            let words = say(Text::NewBeside, &[]);
            (Some(file), words)
        }
    })
}

/// Fills a message with what is known of the file and the data set, and with more.
type Say<'a> = dyn Fn(Text, &[(&str, &str)]) -> String + 'a;

fn added_words(standing: &Standing, say: &Say<'_>) -> String {
    match &standing.relation {
        Relation::Apart => say(Text::AddedTo, &[]),
        Relation::Shared { answers, from, to, .. } => {
            say(Text::AddedShared, &[("shared", &grouped(*answers)), ("from", from), ("to", to)])
        }
        _ => say(Text::AddedPlain, &[]),
    }
}

fn reason(obstacle: Obstacle, lang: Lang) -> String {
    let text = match obstacle {
        Obstacle::SameFile => Text::WouldTwice,
        Obstacle::NoCombinations => Text::NoCombinations,
        Obstacle::TooMany => Text::ManyCombinations,
        Obstacle::OtherScale(role) => return fill(Text::AnotherScale.text(lang), &[("metric", role.name(lang))]),
        Obstacle::OtherCompany => Text::AnotherCompany,
    };
    text.text(lang).to_owned()
}

/// The data set with a name or an id.
fn find<'a>(project: &'a Project, name: &str, lang: Lang) -> Result<&'a DataSet, Failure> {
    let sets = project.data_sets_in_order();
    let is_it = |set: &&&DataSet| set.name == name || set.id.to_string() == name;
    sets.iter().find(is_it).copied().ok_or_else(|| {
        let names: Vec<&str> = sets.iter().map(|set| set.name.as_str()).collect();
        let values = [("name", name), ("names", &names.join(", "))];
        Failure(fill(Text::NoSuchSet.text(lang), &values))
    })
}

/// The data set that the file is in already, or the latest one with its columns.
fn like<'a>(project: &'a Project, file: &DataSet) -> Option<&'a DataSet> {
    let headers = |columns: &[MappedColumn]| {
        let mut headers: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
        headers.sort_unstable();
        headers
    };
    let has_file =
        |set: &&&DataSet| set.sha256 == file.sha256 || set.counted().iter().any(|import| import.sha256 == file.sha256);
    let own = headers(&file.columns);
    let sets = project.data_sets_in_order();
    let same = sets.iter().find(has_file);
    let fitting = sets.iter().filter(|set| !set.columns.is_empty() && headers(&set.columns) == own);
    same.or_else(|| fitting.max_by_key(|set| set.imported_on)).copied()
}
