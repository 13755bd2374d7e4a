//! `tabiji export`: draws the map of a journey as a picture.

use super::args::{ExportArgs, ThemeArg};
use super::{Console, Failure, Outcome};
use crate::base::{normalized, today};
use crate::export::journey::{Exported, PictureFile, PictureKind, PictureOptions, journey_scene, overlay_of};
use crate::export::png::{Extent, PngOptions};
use crate::i18n::check::id_text;
use crate::i18n::cli::MakeText;
use crate::i18n::files::open_error_text;
use crate::i18n::{Lang, fill, percent};
use crate::layout::MapOptions;
use crate::look::ThemeKind;
use crate::model::{Journey, Project};
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
    for (journey, output) in journeys(project, args, lang)?.into_iter().zip(outputs(args)) {
        let exported = studio.draw(journey, &output, console)?;
        if !exported.unreadable_pictures.is_empty() {
            outcome = Outcome::Report;
        }
    }
    Ok(outcome)
}

/// The journeys to be drawn.
fn journeys<'p>(project: &'p Project, args: &ExportArgs, lang: Lang) -> Result<Vec<&'p Journey>, Failure> {
    let all = project.journeys_in_order();
    let Some(first) = all.first() else {
        let values = [("file", &*args.file.display().to_string())];
        return Err(Failure(fill(MakeText::NoJourneys.text(lang), &values)));
    };
    match &args.journey {
        Some(wanted) => named(&all, wanted).map(|journey| vec![journey]).map_err(|problem| {
            let known: Vec<String> = all.iter().map(|journey| listed(journey, lang)).collect();
            let known = known.join(if lang == Lang::Ja { "、" } else { ", " });
            let file = args.file.display().to_string();
            Failure(fill(problem.text(lang), &[("file", &file), ("journey", wanted), ("known", &known)]))
        }),
        None if args.all => Ok(all),
        None => Ok(vec![first]),
    }
}

/// The journey with this id, this title, or a title that differs in width, case or spaces only.
fn named<'p>(all: &[&'p Journey], wanted: &str) -> Result<&'p Journey, MakeText> {
    let with = |is_it: &dyn Fn(&Journey) -> bool| -> Vec<&'p Journey> {
        all.iter().copied().filter(|journey| is_it(journey)).collect()
    };
    let normal = normalized(wanted);
    let found = [
        with(&|journey| id_text(journey.id.into()) == wanted),
        with(&|journey| journey.title == wanted),
        with(&|journey| normalized(&journey.title) == normal),
    ];
    match found.into_iter().find(|journeys| !journeys.is_empty()).as_deref() {
        Some([journey]) => Ok(journey),
        Some(_) => Err(MakeText::SeveralJourneys),
        None => Err(MakeText::NoSuchJourney),
    }
}

fn listed(journey: &Journey, lang: Lang) -> String {
    let id = id_text(journey.id.into());
    match lang {
        Lang::En => format!("“{}” ({id})", journey.title),
        Lang::Ja => format!("「{}」（{id}）", journey.title),
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
            overlay: overlay_of(project),
            options: PictureOptions { theme, map: MapOptions::everything(lang, today()) },
            png: PngOptions { extent, ..usual },
            engine: TextEngine::new(),
        }
    }

    fn draw(&mut self, journey: &Journey, output: &Path, console: &mut Console<'_>) -> Result<Exported, Failure> {
        let lang = console.lang;
        if !console.is_lang_asked {
            self.options.map.lang = language_of(self.project, journey);
        }
        let (overlay, options) = (self.overlay.as_ref(), &self.options);
        let scene = journey_scene(self.project, journey.id, overlay, options, &mut self.engine);
        let Some(scene) = scene else {
            let values = [("file", ""), ("journey", &*journey.title), ("known", "")];
            return Err(Failure(fill(MakeText::NoSuchJourney.text(lang), &values)));
        };
        let picture =
            PictureFile { scene, lang: options.map.lang, description: journey.scenario.clone(), options: self.png };
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

/// The language that a journey is written in.
fn language_of(project: &Project, journey: &Journey) -> Lang {
    let phases = project.phases_of(journey.id);
    let steps = project.steps_in_journey(journey.id);
    let names = phases.iter().map(|phase| phase.name.as_str()).chain(steps.iter().map(|step| step.name.as_str()));
    Lang::of_texts(names.chain([journey.title.as_str(), journey.scenario.as_str()]))
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
        let place = |wanted: &str| named(&all, wanted).map(|found| all.iter().position(|j| j.id == found.id).unwrap());
        assert_eq!(place("ＥＣで買う"), Ok(1));
        assert_eq!(place("ecで買う"), Err(MakeText::SeveralJourneys));
        assert_eq!(place("返品"), Err(MakeText::SeveralJourneys));
        assert_eq!(place(&id_text(journeys[3].id.into())), Ok(3));
        assert_eq!(place("交換"), Err(MakeText::NoSuchJourney));
    }
}
