//! `tabiji diff`: what differs between two project files, in sentences or as JSON.

use super::args::DiffArgs;
use super::{Console, Failure, Outcome};
use crate::edit::ChangeKind;
use crate::i18n::check::id_text;
use crate::i18n::files::open_error_text;
use crate::i18n::fill;
use crate::i18n::merge::{DifferenceText as Text, MergeText, difference_words, record_words};
use crate::merge::{Difference, differences};
use crate::model::Project;
use crate::store;
use serde_json::{Value, json};
use std::path::Path;

/// Runs the command.
pub(super) fn run(args: &DiffArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let (a, b) = (open(&args.a, console)?, open(&args.b, console)?);
    let found = differences(&a, &b);
    let lang = console.lang;
    if args.json {
        let all: Vec<Value> = found.iter().map(|difference| as_json([&a, &b], difference, console)).collect();
        console.print(&format!("{:#}\n", json!({"same": found.is_empty(), "differences": all})))?;
    } else {
        let names = [("a", args.a.display().to_string()), ("b", args.b.display().to_string())];
        let n = found.len().to_string();
        let values = [("a", names[0].1.as_str()), ("b", names[1].1.as_str()), ("n", n.as_str())];
        let head = if found.is_empty() { Text::Same } else { Text::Count };
        let mut lines = vec![fill(head.text(lang), &values)];
        for difference in &found {
            lines.extend(difference_words(&a, &b, difference, lang).into_iter().map(|words| format!("- {words}")));
        }
        console.print(&(lines.join("\n") + "\n"))?;
    }
    Ok(if found.is_empty() { Outcome::Done } else { Outcome::Report })
}

fn as_json([a, b]: [&Project; 2], difference: &Difference, console: &Console<'_>) -> Value {
    let kind = match difference.kind {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Changed => "changed",
    };
    let holder = if difference.kind == ChangeKind::Removed { a } else { b };
    let fields = difference.fields.iter().map(|it| json!({"field": it.field, "old": it.old, "new": it.new}));
    json!({
        "kind": kind,
        "record": difference.of.map(id_text),
        "name": record_words(holder, difference.of, console.lang),
        "fields": fields.collect::<Vec<_>>(),
    })
}

/// Opens a file; damage is said, and what could be read is used.
pub(super) fn open(file: &Path, console: &mut Console<'_>) -> Result<Project, Failure> {
    let name = file.display().to_string();
    let opened = store::open(file).map_err(|error| Failure(open_error_text(&error, &name, console.lang)))?;
    if !opened.loaded.report.quarantine.is_empty() {
        console.say(&fill(MergeText::Damaged.text(console.lang), &[("file", &name)]))?;
    }
    Ok(opened.loaded.project)
}
