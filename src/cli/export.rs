//! `tabiji export`: draws the map of a journey, or the sheet of a persona, as a picture.

use super::args::{ExportArgs, ThemeArg};
use super::{Console, Failure, Outcome};
use crate::base::{normalized, today};
use crate::compare::pair_of;
use crate::export::Subject;
use crate::export::journey::{Exported, PictureFile, PictureKind, PictureOptions, overlay_of};
use crate::export::png::{Extent, PngOptions};
use crate::i18n::check::id_text;
use crate::i18n::cli::MakeText;
use crate::i18n::files::open_error_text;
use crate::i18n::filter_bar::lost_words;
use crate::i18n::{Lang, fill, percent};
use crate::layout::{Compare, CompareView, MapOptions};
use crate::look::ThemeKind;
use crate::model::{FeedbackFilter, Journey, Persona, Project, RecordId, SavedView};
use crate::store;
use crate::text::TextEngine;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// Runs the command.
pub(super) fn run(args: &ExportArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = console.lang;
    let file = args.file.display().to_string();
    PictureKind::of_path(&args.output).map_err(|error| Failure(error.text(lang)))?;
    let loaded = store::open(&args.file).map_err(|error| Failure(open_error_text(&error, &file, lang)))?.loaded;
    let mut outcome = Outcome::Done;
    if !loaded.report.is_empty() {
        console.say(&fill(MakeText::Damaged.text(lang), &[("file", &file)]))?;
        outcome = Outcome::Report;
    }
    let project = &loaded.project;
    let mut studio = Studio::new(project, args, lang);
    let view = args.view.as_ref().map(|wanted| view(project, wanted, args, lang)).transpose()?;
    if let Some(view) = view {
        studio.options.map.filter = view.filter.clone();
        studio.options.map.answers = view.feedback.clone();
        studio.overlay = overlay_of(project, &view.feedback);
    }
    if let Some(view) = view.filter(|view| !view.lost.is_empty()) {
        console.say(&lost_words(view, lang))?;
    }
    for (subject, output) in subjects(project, args, view, lang)?.into_iter().zip(outputs(args)) {
        let subject = studio.compare(subject, args, lang)?;
        let exported = studio.draw(subject, &output, console)?;
        if !exported.unreadable_pictures.is_empty() {
            outcome = Outcome::Report;
        }
    }
    Ok(outcome)
}

/// What is to be drawn.
fn subjects(
    project: &Project,
    args: &ExportArgs,
    view: Option<&SavedView>,
    lang: Lang,
) -> Result<Vec<Subject>, Failure> {
    match &args.persona {
        Some(wanted) => Ok(vec![persona(project, wanted, args, lang)?]),
        None => Ok(journeys(project, args, view, lang)?.into_iter().map(|journey| journey.id.into()).collect()),
    }
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
fn view<'p>(project: &'p Project, wanted: &str, args: &ExportArgs, lang: Lang) -> Result<&'p SavedView, Failure> {
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

/// Where the pictures go: to the file named, or with `--all` to `NAME-1.png`, `NAME-2.png`, …
fn outputs(args: &ExportArgs) -> Box<dyn Iterator<Item = PathBuf> + '_> {
    if args.all {
        Box::new((1..).map(|number: usize| numbered(&args.output, number)))
    } else {
        Box::new(std::iter::once(args.output.clone()))
    }
}

fn numbered(path: &Path, number: usize) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}."));
    name.push(path.extension().unwrap_or_default());
    path.with_file_name(name)
}

/// What all pictures of a run have in common.
struct Studio<'p> {
    project: &'p Project,
    overlay: Option<crate::feedback::Overlay>,
    options: PictureOptions,
    png: PngOptions,
    engine: TextEngine,
}

impl<'p> Studio<'p> {
    fn new(project: &'p Project, args: &ExportArgs, lang: Lang) -> Self {
        let theme = match args.theme {
            ThemeArg::Light => ThemeKind::Light,
            ThemeArg::Dark => ThemeKind::Dark,
            ThemeArg::Print => ThemeKind::Print,
            ThemeArg::HighContrast => ThemeKind::HighContrast,
        };
        let usual = PngOptions::default();
        let extent = args.width.map(Extent::Width).or(args.scale.map(Extent::Scale)).unwrap_or(usual.extent);
        Self {
            project,
            overlay: overlay_of(project, &FeedbackFilter::default()),
            options: PictureOptions { theme, map: MapOptions::everything(lang, today()) },
            png: PngOptions { extent, ..usual },
            engine: TextEngine::new(),
        }
    }

    /// With `--compare` the journey's to-be, to be drawn over its as-is; with `--all` journeys without one are drawn
    /// as they are.
    fn compare(&mut self, subject: Subject, args: &ExportArgs, lang: Lang) -> Result<Subject, Failure> {
        self.options.map.compare = None;
        let Some(journey) = subject.journey().filter(|_| args.compare) else { return Ok(subject) };
        match pair_of(self.project, journey) {
            Some((_, to_be)) if args.all && to_be != journey => Ok(subject),
            Some((as_is, to_be)) => {
                self.options.map.compare = Some(Compare { as_is, to_be, view: CompareView::Overlaid });
                Ok(to_be.into())
            }
            None if args.all => Ok(subject),
            None => {
                let values = [("file", &*args.file.display().to_string()), ("wanted", subject.title(self.project))];
                Err(Failure(fill(MakeText::NoPair.text(lang), &values)))
            }
        }
    }

    fn draw(&mut self, subject: Subject, output: &Path, console: &mut Console<'_>) -> Result<Exported, Failure> {
        let lang = console.lang;
        if !console.is_lang_asked {
            self.options.map.lang = language_of(self.project, subject);
        }
        let (project, overlay, options) = (self.project, self.overlay.as_ref(), &self.options);
        let Some(scene) = subject.scene(project, overlay, options, &mut self.engine) else {
            let values = [("file", ""), ("wanted", subject.title(project)), ("known", "")];
            return Err(Failure(fill(MakeText::NoSuchJourney.text(lang), &values)));
        };
        let description = subject.description(project).to_owned();
        let picture = PictureFile { scene, lang: options.map.lang, description, options: self.png };
        let file = output.display().to_string();
        let exported = {
            let mut line = ProgressLine { console, file: &file, shown: String::new() };
            let exported = picture.write(output, &mut |share| line.show(share), &AtomicBool::new(false));
            line.end();
            exported.map_err(|error| Failure(error.text(lang)))?
        };
        report(&exported, output, &file, console)?;
        Ok(exported)
    }
}

fn report(exported: &Exported, output: &Path, file: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    let lang = console.lang;
    let text = match PictureKind::of_path(output) {
        Ok(PictureKind::Svg) => MakeText::DrawnSvg,
        _ => MakeText::Drawn,
    };
    let (width, height) = exported.size;
    let values = [("width", &*width.to_string()), ("height", &height.to_string()), ("file", file)];
    console.say(&fill(text.text(lang), &values))?;
    for label in &exported.unreadable_pictures {
        console.say(&fill(MakeText::PictureLeftOut.text(lang), &[("label", label)]))?;
    }
    Ok(())
}

/// A line that says how far it is, on a terminal only.
struct ProgressLine<'c, 'o> {
    console: &'c mut Console<'o>,
    file: &'c str,
    shown: String,
}

impl ProgressLine<'_, '_> {
    fn show(&mut self, share: f32) {
        let text = percent(share.into());
        if !self.console.is_watched || text == self.shown {
            return;
        }
        let line = fill(MakeText::Drawing.text(self.console.lang), &[("percent", &text), ("file", self.file)]);
        // Progress is a courtesy: when it cannot be shown, the work goes on.
        let _ = write!(self.console.err, "\r{line}").and_then(|()| self.console.err.flush());
        self.shown = text;
    }

    /// Makes room for the message that follows.
    fn end(&mut self) {
        if !self.shown.is_empty() {
            let _ = write!(self.console.err, "\r\x1b[K");
        }
    }
}

/// The language that a journey or a sheet is written in.
fn language_of(project: &Project, subject: Subject) -> Lang {
    match subject {
        Subject::Journey(journey) => {
            let phases = project.phases_of(journey);
            let steps = project.steps_in_journey(journey);
            let names = phases.iter().map(|phase| &*phase.name).chain(steps.iter().map(|step| &*step.name));
            Lang::of_texts(names.chain([subject.title(project), subject.description(project)]))
        }
        Subject::Persona(id) => {
            let lists = project.personas.get(id).map(|persona| [&persona.goals, &persona.pains, &persona.motivations]);
            let said = lists.iter().flatten().flat_map(|list| list.iter().map(String::as_str));
            Lang::of_texts(said.chain([subject.title(project), subject.description(project)]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, OrderKey};

    #[test]
    fn numbers_stand_before_the_ending() {
        assert_eq!(numbered(Path::new("絵/旅.v2.png"), 3), Path::new("絵/旅.v2-3.png"));
    }

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
