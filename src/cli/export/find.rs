//! Which journeys, personas and views the command line means.

use super::super::Failure;
use super::super::args::ExportArgs;
use crate::base::normalized;
use crate::export::Subject;
use crate::i18n::check::id_text;
use crate::i18n::cli::MakeText;
use crate::i18n::{Lang, fill};
use crate::model::{Journey, Persona, Project, RecordId, SavedView};

/// What is to be drawn.
pub(super) fn subjects(
    project: &Project,
    args: &ExportArgs,
    view: Option<&SavedView>,
    lang: Lang,
) -> Result<Vec<Subject>, Failure> {
    if let Some(wanted) = &args.persona {
        return Ok(vec![persona(project, wanted, args, lang)?]);
    }
    let pages = |journey: &Journey| {
        let findings = args.findings.then_some(Subject::Findings(journey.id));
        std::iter::once(Subject::from(journey.id)).chain(findings)
    };
    Ok(journeys(project, args, view, lang)?.into_iter().flat_map(pages).collect())
}

/// The journeys to be drawn.
fn journeys<'p>(
    project: &'p Project,
    args: &ExportArgs,
    view: Option<&SavedView>,
    lang: Lang,
) -> Result<Vec<&'p Journey>, Failure> {
    let all = project.journeys_in_order();
    let Some(first) = all.first() else {
        let values = [("file", &*args.file.display().to_string())];
        return Err(Failure(fill(MakeText::NoJourneys.text(lang), &values)));
    };
    match &args.journey {
        Some(wanted) => match named(&all, wanted, title_of) {
            Found::One(journey) => Ok(vec![journey]),
            Found::Several => Err(not_found(MakeText::SeveralJourneys, wanted, &all, title_of, args, lang)),
            Found::Nothing => Err(not_found(MakeText::NoSuchJourney, wanted, &all, title_of, args, lang)),
        },
        None if args.all => Ok(all),
        None => Ok(vec![view.and_then(|view| project.journeys.get(view.journey?)).unwrap_or(first)]),
    }
}

/// The persona whose sheet is to be drawn.
fn persona(project: &Project, wanted: &str, args: &ExportArgs, lang: Lang) -> Result<Subject, Failure> {
    let all = project.personas_in_order();
    if all.is_empty() {
        let values = [("file", &*args.file.display().to_string())];
        return Err(Failure(fill(MakeText::NoPersonas.text(lang), &values)));
    }
    match named(&all, wanted, name_of) {
        Found::One(persona) => Ok(persona.id.into()),
        Found::Several => Err(not_found(MakeText::SeveralPersonas, wanted, &all, name_of, args, lang)),
        Found::Nothing => Err(not_found(MakeText::NoSuchPersona, wanted, &all, name_of, args, lang)),
    }
}

/// The saved view that says what is brought forward.
pub(super) fn view<'p>(
    project: &'p Project,
    wanted: &str,
    args: &ExportArgs,
    lang: Lang,
) -> Result<&'p SavedView, Failure> {
    let all = project.views_in_order();
    if all.is_empty() {
        let values = [("file", &*args.file.display().to_string())];
        return Err(Failure(fill(MakeText::NoViews.text(lang), &values)));
    }
    match named(&all, wanted, view_name_of) {
        Found::One(view) => Ok(view),
        Found::Several => Err(not_found(MakeText::SeveralViews, wanted, &all, view_name_of, args, lang)),
        Found::Nothing => Err(not_found(MakeText::NoSuchView, wanted, &all, view_name_of, args, lang)),
    }
}

fn view_name_of(view: &SavedView) -> (RecordId, &str) {
    (view.id.into(), &view.name)
}

/// The id and the name of a record.
type Called<T> = fn(&T) -> (RecordId, &str);

fn title_of(journey: &Journey) -> (RecordId, &str) {
    (journey.id.into(), &journey.title)
}

fn name_of(persona: &Persona) -> (RecordId, &str) {
    (persona.id.into(), &persona.name)
}

/// What a name on the command line means.
#[derive(Debug, PartialEq, Eq)]
enum Found<T> {
    One(T),
    Several,
    Nothing,
}

/// The record with this id, this name, or a name that differs in width, case or spaces only.
fn named<'p, T>(all: &[&'p T], wanted: &str, called: Called<T>) -> Found<&'p T> {
    let with = |is_it: &dyn Fn(RecordId, &str) -> bool| -> Vec<&'p T> {
        let is_it = |record: &&'p T| {
            let (id, name) = called(record);
            is_it(id, name)
        };
        all.iter().copied().filter(is_it).collect()
    };
    let normal = normalized(wanted);
    let found = [
        with(&|id, _| id_text(id) == wanted),
        with(&|_, name| name == wanted),
        with(&|_, name| normalized(name) == normal),
    ];
    match found.into_iter().find(|records| !records.is_empty()).as_deref() {
        Some([record]) => Found::One(record),
        Some(_) => Found::Several,
        None => Found::Nothing,
    }
}

/// Says what there is instead.
fn not_found<T>(
    problem: MakeText,
    wanted: &str,
    all: &[&T],
    called: Called<T>,
    args: &ExportArgs,
    lang: Lang,
) -> Failure {
    let known: Vec<String> = all.iter().map(|record| listed(called(record), lang)).collect();
    let known = known.join(if lang == Lang::Ja { "、" } else { ", " });
    let file = args.file.display().to_string();
    Failure(fill(problem.text(lang), &[("file", &file), ("wanted", wanted), ("known", &known)]))
}

fn listed((id, name): (RecordId, &str), lang: Lang) -> String {
    let id = id_text(id);
    match lang {
        Lang::En => format!("“{name}” ({id})"),
        Lang::Ja => format!("「{name}」（{id}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};

    #[test]
    fn a_journey_is_found_by_title_and_by_id() {
        let mut ids = IdSource::seeded(4);
        let journeys = ["ECで買う", "ＥＣで買う", "返品", "返品"]
            .map(|title| Journey { title: title.into(), ..Journey::new(ids.next(), OrderKey::default()) });
        let all: Vec<&Journey> = journeys.iter().collect();
        let place = |wanted: &str| named(&all, wanted, title_of);
        assert_eq!(place("ＥＣで買う"), Found::One(&journeys[1]));
        assert_eq!(place("ecで買う"), Found::Several);
        assert_eq!(place("返品"), Found::Several);
        assert_eq!(place(&id_text(journeys[3].id.into())), Found::One(&journeys[3]));
        assert_eq!(place("交換"), Found::Nothing);
    }
}
