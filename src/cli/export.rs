//! `tabiji export`: draws maps and persona sheets as pictures and documents.

mod find;
mod report;

use self::find::{subjects, view};
use self::report::{ProgressLine, report};
use super::args::{ExportArgs, SplitArg, ThemeArg};
use super::{Console, Failure, Outcome};
use crate::app::pictures::read_picture;
use crate::base::today;
use crate::compare::pair_of;
use crate::export::journey::PictureOptions;
use crate::export::order::{Exported, Order, numbered};
use crate::export::page::{Frame, PageSetup, Split};
use crate::export::png::{Extent, PngOptions};
use crate::export::svg::Letters;
use crate::export::{FileKind, Subject};
use crate::i18n::cli::MakeText;
use crate::i18n::files::open_error_text;
use crate::i18n::filter_bar::lost_words;
use crate::i18n::{Lang, fill};
use crate::layout::{Compare, CompareView, MapOptions};
use crate::look::ThemeKind;
use crate::model::Project;
use crate::store;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// Runs the command.
pub(super) fn run(args: &ExportArgs, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let lang = console.lang;
    let file = args.file.display().to_string();
    let kind = FileKind::of_path(&args.output).map_err(|error| Failure(error.text(lang)))?;
    let loaded = store::open(&args.file).map_err(|error| Failure(open_error_text(&error, &file, lang)))?.loaded;
    let mut outcome = Outcome::Done;
    if !loaded.report.is_empty() {
        console.say(&fill(MakeText::Damaged.text(lang), &[("file", &file)]))?;
        outcome = Outcome::Report;
    }
    let project = &loaded.project;
    let mut order = order(args, kind, lang)?;
    let view = args.view.as_ref().map(|wanted| view(project, wanted, args, lang)).transpose()?;
    if let Some(view) = view {
        order.options.map.filter = view.filter.clone();
        order.options.map.answers = view.feedback.clone();
    }
    if let Some(view) = view.filter(|view| !view.lost.is_empty()) {
        console.say(&lost_words(view, lang))?;
    }
    let subjects = subjects(project, args, view, lang)?;
    for (subjects, output) in files(&order, args, subjects) {
        order.options.map.compare = None;
        order.subjects = match subjects.as_slice() {
            [subject] => vec![compared(&mut order, project, *subject, args, lang)?],
            _ => subjects,
        };
        let exported = write(&mut order, project, &output, console)?;
        if !exported.unreadable_pictures.is_empty() {
            outcome = Outcome::Report;
        }
    }
    Ok(outcome)
}

/// What is drawn into which file: pictures each into one of their own, with `--all` as `NAME-1.png`, `NAME-2.png`, …;
/// pages together.
fn files(order: &Order, args: &ExportArgs, subjects: Vec<Subject>) -> Vec<(Vec<Subject>, PathBuf)> {
    if args.all && order.kind.is_picture() && order.pages.is_none() {
        let files = subjects.into_iter().zip(1..);
        return files.map(|(subject, number)| (vec![subject], numbered(&args.output, number))).collect();
    }
    vec![(subjects, args.output.clone())]
}

/// What all files of a run have in common.
fn order(args: &ExportArgs, kind: FileKind, lang: Lang) -> Result<Order, Failure> {
    let theme = match args.theme {
        ThemeArg::Light => ThemeKind::Light,
        ThemeArg::Dark => ThemeKind::Dark,
        ThemeArg::Print => ThemeKind::Print,
        ThemeArg::HighContrast => ThemeKind::HighContrast,
    };
    let usual = PngOptions::default();
    let extent = args.width.map(Extent::Width).or(args.scale.map(Extent::Scale)).unwrap_or(usual.extent);
    Ok(Order {
        subjects: Vec::new(),
        kind,
        options: PictureOptions { theme, map: MapOptions::everything(lang, today()) },
        png: PngOptions { extent, ..usual },
        excel_mark: !args.no_bom,
        letters: if args.outlines { Letters::Outlines } else { Letters::Text },
        pages: pages(args, kind, lang)?,
    })
}

/// How maps come onto pages; pictures have pages when a paper was named.
fn pages(args: &ExportArgs, kind: FileKind, lang: Lang) -> Result<Option<PageSetup>, Failure> {
    let Some(paper) = args.page.or(kind.usual_paper()) else { return Ok(None) };
    let logo = args
        .logo
        .as_ref()
        .map(|path| read_picture(path).map_err(|error| Failure(format!("{}: {}", path.display(), error.text(lang)))));
    let frame =
        Frame { version: args.version.clone().unwrap_or_default(), logo: logo.transpose()?, ..Frame::default() };
    let split = match args.split {
        SplitArg::Legible => Split::Legible,
        SplitArg::One => Split::One,
        SplitArg::Phases => Split::Phases,
    };
    Ok(Some(PageSetup {
        paper,
        is_upright: args.upright,
        split,
        pieces_on: args.pieces_on,
        frame,
        ..PageSetup::default()
    }))
}

/// With `--compare` the journey's to-be, to be drawn over its as-is; with `--all` journeys without one are drawn
/// as they are.
fn compared(
    order: &mut Order,
    project: &Project,
    subject: Subject,
    args: &ExportArgs,
    lang: Lang,
) -> Result<Subject, Failure> {
    let Some(journey) = subject.journey().filter(|_| args.compare) else { return Ok(subject) };
    match pair_of(project, journey) {
        Some((_, to_be)) if args.all && to_be != journey => Ok(subject),
        Some((as_is, to_be)) => {
            order.options.map.compare = Some(Compare { as_is, to_be, view: CompareView::Overlaid });
            Ok(to_be.into())
        }
        None if args.all => Ok(subject),
        None => {
            let values = [("file", &*args.file.display().to_string()), ("wanted", subject.title(project))];
            Err(Failure(fill(MakeText::NoPair.text(lang), &values)))
        }
    }
}

fn write(order: &mut Order, project: &Project, output: &Path, console: &mut Console<'_>) -> Result<Exported, Failure> {
    let lang = console.lang;
    if let Some(first) = order.subjects.first().filter(|_| !console.is_lang_asked) {
        order.options.map.lang = first.lang(project);
    }
    let file = output.display().to_string();
    let mut line = ProgressLine { console, file: &file, shown: String::new() };
    let exported = order.write(project, output, &mut |share| line.show(share), &AtomicBool::new(false));
    line.end();
    let exported = exported.map_err(|error| Failure(error.text(lang)))?;
    report(&exported, output, console)?;
    Ok(exported)
}
