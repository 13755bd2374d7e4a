//! Pages and how they come about.

use super::PageSetup;
use crate::base::{Point, Rect, Size};
use crate::export::Subject;
use crate::export::journey::PictureOptions;
use crate::feedback::Overlay;
use crate::i18n::Lang;
use crate::model::{JourneyId, PersonaId, PhaseId, Project};
use crate::scene::{Crop, Scene};
use crate::text::TextEngine;

/// Free paper round a map, in points.
const MARGIN: f32 = 21.6;

/// Pages that become one file.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// The language of its words.
    pub lang: Lang,
    /// In reading order.
    pub pages: Vec<Page>,
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
        let mut pages = Vec::new();
        for subject in subjects {
            let Some(scene) = subject.scene(project, overlay, options, engine) else { continue };
            pages.push(whole(*subject, project, &scene, setup));
        }
        Self { title: project.info.title.clone(), lang: options.map.lang, pages }
    }
}

/// A map or a sheet in the middle of one page.
fn whole(subject: Subject, project: &Project, scene: &Scene, setup: &PageSetup) -> Page {
    let paper = setup.points();
    let scale = ((paper.w - 2.0 * MARGIN) / scene.size.w).min((paper.h - 2.0 * MARGIN) / scene.size.h);
    let (w, h) = (paper.w / scale, paper.h / scale);
    let rect = Rect::new((scene.size.w - w) / 2.0, (scene.size.h - h) / 2.0, w, h);
    let kind = match subject {
        Subject::Journey(journey) => PageKind::Map(journey),
        Subject::Persona(persona) => PageKind::Persona(persona),
    };
    let scene = scene.cropped(&Crop { rect, only: None, moved: &|_| Point::default() });
    Page { kind, title: subject.title(project).to_owned(), notes: Vec::new(), paper, scene }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, today};
    use crate::export::page::Paper;
    use crate::layout::MapOptions;
    use crate::look::ThemeKind;
    use crate::store;

    #[test]
    fn a_map_fits_its_page() {
        let text = include_str!("../../../examples/winter-coat.ron");
        let project = store::from_text(text, &mut IdSource::seeded(1)).unwrap().project;
        let journey = project.journeys_in_order()[0].id;
        let options = PictureOptions { theme: ThemeKind::Light, map: MapOptions::everything(Lang::Ja, today()) };
        for paper in Paper::ALL {
            let setup = PageSetup { paper, is_upright: false };
            let mut engine = TextEngine::new();
            let document = Document::new(&project, &[journey.into()], None, &options, &setup, &mut engine);
            let page = &document.pages[0];
            assert_eq!(page.kind, PageKind::Map(journey));
            let (wanted, got) = (page.paper.h / page.paper.w, page.scene.size.h / page.scene.size.w);
            assert!((wanted - got).abs() < 1e-3, "the sheet is the paper");
            let sheet = Rect::new(0.0, 0.0, page.scene.size.w, page.scene.size.h);
            let is_inside = |part: &Rect| sheet.contains(Point::new(part.x, part.y)) && part.bottom() <= sheet.h;
            assert!(page.scene.parts.iter().all(|part| is_inside(&part.bounds)), "{}", paper.name());
        }
    }
}
