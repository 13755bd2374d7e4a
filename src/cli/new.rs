//! `tabiji new`: starts a project from a template.

use super::args::NewArgs;
use super::{Console, Failure, Outcome};
use crate::base::IdSource;
use crate::i18n::cli::MakeText;
use crate::i18n::files::save_error_text;
use crate::i18n::{Lang, fill};
use crate::model::Project;
use crate::{store, template};

/// Runs the command. A file that is there already is left alone.
pub(super) fn run(args: &NewArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = console.lang;
    let project = project(&args.template, lang)?;
    let said = |text: MakeText| fill(text.text(lang), &[("file", &args.output.display().to_string())]);
    if args.output.symlink_metadata().is_ok() {
        return Err(Failure(said(MakeText::Exists)));
    }
    store::save(&args.output, &project).map_err(|error| Failure(save_error_text(&error, lang)))?;
    console.say(&said(MakeText::Made))?;
    Ok(Outcome::Done)
}

fn project(key: &str, lang: Lang) -> Result<Project, Failure> {
    if !template::all().iter().any(|info| info.key == key) {
        let known: Vec<&str> = template::all().iter().map(|info| info.key).collect();
        let values = [("known", known.join(", ")), ("key", key.to_owned())];
        return Err(Failure(fill(MakeText::NoTemplate.text(lang), &values.each_ref().map(|(k, v)| (*k, v.as_str())))));
    }
    template::project(key, lang.code(), &mut IdSource::random()).map_err(|error| {
        let values = [("key", key), ("reason", &error.to_string())];
        Failure(fill(MakeText::TemplateFault.text(lang), &values))
    })
}
