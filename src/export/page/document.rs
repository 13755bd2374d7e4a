//! Pages and how they come about.

use super::legible::is_to_be_read;
use super::sheet::{Sheet, Shown};
use super::split::{Splitter, content_size};
use super::tiles::Pieces;
use super::{Legibility, PageSetup, Split};
use crate::base::{Rect, Size};
use crate::export::journey::PictureOptions;
use crate::export::{Subject, picture};
use crate::feedback::Overlay;
use crate::i18n::export::PageText as Text;
use crate::i18n::map::Map;
use crate::i18n::{Lang, date_text, fill, grouped};
use crate::layout::{FrameWords, Gathered, PaperFit, PlacedPhase, measures as m, room};
use crate::look::Theme;
use crate::model::{JourneyId, PersonaId, PhaseId, Project, StepId};
use crate::scene::{Scene, compose_map};
use crate::text::TextEngine;

/// Pages that become one file.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// The language of its words.
    pub lang: Lang,
    /// In reading order.
    pub pages: Vec<Page>,
    /// How well they can be read; `None` without pages.
    pub legibility: Option<Legibility>,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it shows.
    pub kind: PageKind,
    /// What it is called: the entry of a table of contents.
    pub title: String,
    /// What a speaker needs to know, a paragraph each: evidence, n, where the figures come from.
    pub notes: Vec<String>,
    /// The paper in points (1/72 in).
    pub paper: Size,
    /// Everything on the page. Its sheet is the paper, in map units.
    pub scene: Scene,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// A whole map.
    Map(JourneyId),
    /// A phase of it, or a part of one: the entries of a table of contents under the map's.
    Phase(JourneyId, PhaseId),
    /// A rectangle of a map that is put together from several sheets: row and column from 0.
    Tile(JourneyId, u32, u32),
    /// The sheet of a persona.
    Persona(PersonaId),
    /// The findings of a journey.
    Findings(JourneyId),
}

impl PageKind {
    /// The journey whose map the page shows, or a part of it.
    #[must_use]
    pub const fn journey(self) -> Option<JourneyId> {
        match self {
            Self::Map(journey) | Self::Phase(journey, _) | Self::Tile(journey, ..) => Some(journey),
            Self::Persona(_) | Self::Findings(_) => None,
        }
    }
}

impl Page {
    /// Points of a map unit.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.paper.w / self.scene.size.w.max(1.0)
    }
}

impl Document {
    /// The pages of maps and sheets, in this order; what the project does not have is left out. The same project,
    /// options and setup give the same pages.
    #[must_use]
    pub fn new(
        project: &Project,
        subjects: &[Subject],
        overlay: Option<&Overlay>,
        options: &PictureOptions,
        setup: &PageSetup,
        engine: &mut TextEngine,
    ) -> Self {
        let mut binder = Binder { project, overlay, options, setup, engine, drafts: Vec::new() };
        for subject in subjects {
            match subject {
                Subject::Journey(journey) => binder.add_journey(*journey),
                Subject::Persona(persona) => binder.add_sheet(*subject, PageKind::Persona(*persona)),
                Subject::Findings(journey) => binder.add_sheet(*subject, PageKind::Findings(*journey)),
            }
        }
        let pieces = setup.pieces_on.map(|paper| Pieces::of(setup.points(), paper.points()));
        let legibility = binder.legibility(pieces.map_or(1.0, |pieces| pieces.scale));
        let mut pages = binder.pages();
        if let Some(pieces) = pieces {
            pages = pages.iter().flat_map(|page| pieces.tiles(page, engine)).collect();
        }
        Self { title: project.info.title.clone(), lang: options.map.lang, pages, legibility }
    }
}

/// A page whose number is not known yet.
struct Draft {
    kind: PageKind,
    title: String,
    words: FrameWords,
    blocks: Vec<Shown>,
    /// Points of a map unit.
    points: f32,
}

/// Puts pages together.
struct Binder<'a> {
    project: &'a Project,
    overlay: Option<&'a Overlay>,
    options: &'a PictureOptions,
    setup: &'a PageSetup,
    engine: &'a mut TextEngine,
    drafts: Vec<Draft>,
}

impl Binder<'_> {
    fn theme(&self) -> &'static Theme {
        Theme::of(self.options.theme)
    }

    /// The map on a page, and its phases where it is split.
    fn add_journey(&mut self, journey: JourneyId) {
        let options = &self.options.map;
        let Some(gathered) = Gathered::new(self.project, journey, self.overlay, options) else { return };
        let map = gathered.place(options, self.engine);
        let title = self.project.journeys.get(journey).map(|journey| journey.title.clone()).unwrap_or_default();
        let title = if title.is_empty() { Map::UntitledJourney.text(options.lang).to_owned() } else { title };
        // The map says its title itself where it has its strip.
        let above = if options.head { String::new() } else { title.clone() };
        let words = self.words(above, String::new());
        let content = content_of(content_size(&map));
        let fit = PaperFit::within(content.size(), self.room(&words));
        let blocks = vec![Shown { scene: compose_map(&map, self.theme()), content }];
        let points = fit.smallest_pt / m::NOTE.size;
        self.drafts.push(Draft { kind: PageKind::Map(journey), title: title.clone(), words, blocks, points });
        // What two journeys have in common cannot be told from some of their steps.
        let can_split = self.options.map.compare.is_none();
        let is_split = match self.setup.split {
            Split::One => false,
            Split::Phases => true,
            Split::Legible => fit.smallest_pt < self.setup.paper.legible_pt(),
        };
        if is_split && can_split {
            let steps = |phase: &PlacedPhase| {
                let columns = map.columns.iter().filter(|column| column.phase == phase.id);
                columns.map(|column| column.step).collect::<Vec<_>>()
            };
            for phase in map.phases.iter().filter(|phase| !phase.is_empty) {
                self.add_phase(&gathered, journey, &title, (phase.id, &phase.name), &steps(phase));
            }
        }
    }

    /// A phase on as many pages as it takes.
    fn add_phase(
        &mut self,
        gathered: &Gathered<'_>,
        journey: JourneyId,
        map_title: &str,
        (phase, name): (PhaseId, &str),
        steps: &[StepId],
    ) {
        let words = self.words(name.to_owned(), map_title.to_owned());
        let room = self.room(&words);
        let mut splitter = Splitter {
            journey: gathered,
            options: self.options,
            engine: self.engine,
            room,
            legible_pt: self.setup.paper.legible_pt(),
        };
        let parts = splitter.pages(steps);
        let count = parts.len();
        for (at, part) in parts.into_iter().enumerate() {
            let title = if count > 1 {
                let values = [("title", name), ("n", &(at + 1).to_string()), ("of", &count.to_string())];
                fill(Text::Part.text(self.options.map.lang), &values)
            } else {
                name.to_owned()
            };
            let words = self.words(title.clone(), map_title.to_owned());
            let shown = |map| Shown { scene: compose_map(map, self.theme()), content: content_of(content_size(map)) };
            let blocks = part.blocks.iter().map(shown).collect();
            let kind = PageKind::Phase(journey, phase);
            self.drafts.push(Draft { kind, title, words, blocks, points: part.points });
        }
    }

    /// What is one sheet by design.
    fn add_sheet(&mut self, subject: Subject, kind: PageKind) {
        let words = self.words(String::new(), String::new());
        let room = self.room(&words);
        let proportion = room.w / room.h.max(1.0);
        let scene = subject.scene_for(self.project, self.overlay, self.options, proportion, self.engine);
        let Some(scene) = scene else { return };
        let content = Rect::new(0.0, 0.0, scene.size.w, scene.size.h);
        let fit = PaperFit::within(scene.size, room);
        let title = scene.title.clone();
        let blocks = vec![Shown { scene, content }];
        self.drafts.push(Draft { kind, title, words, blocks, points: fit.smallest_pt / m::NOTE.size });
    }

    /// The room for a map, in points.
    fn room(&self, words: &FrameWords) -> Size {
        room(words, self.setup.points()).size()
    }

    /// What the frame says, but for the page's number; that takes up its room already.
    fn words(&self, title: String, subtitle: String) -> FrameWords {
        let frame = &self.setup.frame;
        let logo = frame.logo.as_ref().and_then(|logo| {
            let (w, h) = picture::size(logo)?;
            Some((logo.clone(), Size::new(w as f32, h as f32)))
        });
        FrameWords {
            title: if frame.has_title { title } else { String::new() },
            subtitle,
            note: if frame.has_note { self.note() } else { String::new() },
            number: if frame.has_number { "0".to_owned() } else { String::new() },
            logo,
        }
    }

    /// Project, version, date and how many answers the figures stand on.
    fn note(&self) -> String {
        let lang = self.options.map.lang;
        let mut parts = vec![self.project.info.title.clone(), self.setup.frame.version.clone()];
        parts.push(date_text(self.options.map.date, lang));
        if let Some(overlay) = self.overlay.filter(|overlay| self.options.map.voice && overlay.rows > 0) {
            parts.push(fill(Map::TotalN.text(lang), &[("n", &grouped(overlay.rows))]));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    fn legibility(&self, scale: f32) -> Option<Legibility> {
        let kinds: Vec<PageKind> = self.drafts.iter().map(|draft| draft.kind).collect();
        let read = self.drafts.iter().enumerate().filter(|(at, _)| is_to_be_read(&kinds, *at));
        let smallest = read.map(|(_, draft)| draft.points).reduce(f32::min)?;
        Some(Legibility::of(smallest * scale * m::NOTE.size, self.setup))
    }

    /// The number of each page, and how many there are, with those that are put in behind a journey.
    fn numbers(&self) -> (Vec<usize>, usize) {
        let mut others = self.setup.followed.clone();
        let mut numbers = Vec::with_capacity(self.drafts.len());
        let mut count = 0;
        for (at, draft) in self.drafts.iter().enumerate() {
            count += 1;
            numbers.push(count);
            let journey = draft.kind.journey();
            let is_last = !self.drafts[at + 1..].iter().any(|later| later.kind.journey() == journey);
            if let Some(place) = others.iter().position(|other| is_last && Some(*other) == journey) {
                others.remove(place);
                count += 1;
            }
        }
        (numbers, count)
    }

    fn pages(self) -> Vec<Page> {
        let (theme, lang) = (self.theme(), self.options.map.lang);
        let (numbers, count) = self.numbers();
        let logo = Text::Logo.text(lang);
        let (project, overlay, options) = (self.project, self.overlay, &self.options.map);
        let (paper, engine) = (self.setup.points(), &*self.engine);
        let page = |(at, mut draft): (usize, Draft)| {
            if self.setup.frame.has_number {
                draft.words.number = format!("{} / {count}", numbers[at]);
            }
            let Draft { blocks, points, words, .. } = &draft;
            let sheet = Sheet { blocks, paper, points: *points, words };
            let scene = sheet.scene(theme, logo, engine);
            let notes = super::notes(draft.kind, project, overlay, options);
            Page { kind: draft.kind, title: draft.title, notes, paper, scene }
        };
        self.drafts.into_iter().enumerate().map(page).collect()
    }
}

/// Where a map lies in its scene without its margin.
fn content_of(size: Size) -> Rect {
    Rect::new(m::MARGIN, m::MARGIN, size.w, size.h)
}
