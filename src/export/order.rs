//! An export: what is to be drawn, how, and into which kind of file. The command line and the dialog place orders.

use super::html::to_html;
use super::journey::{PictureOptions, overlay_of};
use super::page::{Document, Legibility, Page, PageSetup};
use super::pdf::to_pdf;
use super::png::{Extent, MAX_SIDE, PngOptions, write_png};
use super::pptx::{ChartData, to_pptx};
use super::svg::{Letters, to_svg_with};
use super::{ExportError, FileError, FileKind, Subject, sheets, to_csv, to_markdown, to_mermaid, to_xlsx};
use crate::base::{Rgba, Size};
use crate::feedback::Overlay;
use crate::model::{JourneyId, Project};
use crate::scene::Scene;
use crate::store;
use crate::text::TextEngine;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// What is to become of which maps and sheets.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The maps and sheets, in order.
    pub subjects: Vec<Subject>,
    /// The kind of file.
    pub kind: FileKind,
    /// Theme, language and what is shown.
    pub options: PictureOptions,
    /// Size in pixels and ground of a PNG; the ground of an SVG too.
    pub png: PngOptions,
    /// Whether an SVG has its letters as text or as shapes.
    pub letters: Letters,
    /// Whether a CSV begins with the mark by which Excel knows UTF-8.
    pub excel_mark: bool,
    /// How pictures come onto pages; `None` draws each as large as it is. Slides and PDF always have pages.
    pub pages: Option<PageSetup>,
}

/// Files that were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exported {
    /// Where, symbolic links followed.
    pub paths: Vec<PathBuf>,
    /// Width and height of each: pixels of a PNG, map units of an SVG, nothing for other kinds.
    pub sizes: Vec<(u32, u32)>,
    /// How many pages or pictures they hold.
    pub pages: usize,
    /// How well the pages can be read, where there are pages.
    pub legibility: Option<Legibility>,
    /// What the pictures show that could not be read and are left out.
    pub unreadable_pictures: Vec<String>,
}

/// The pictures of an order, before they are drawn.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// In order.
    pub pictures: Vec<Picture>,
    /// How well they can be read, where they are pages.
    pub legibility: Option<Legibility>,
}

/// A scene that becomes a picture or a page.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it is called.
    pub title: String,
    /// What it shows, for screen readers; empty is left out.
    pub description: String,
    /// Everything on it.
    pub scene: Scene,
    /// The width of its paper in points, where it has one.
    pub width_pt: Option<f32>,
}

/// What drawing one file brings.
struct Drawn {
    bytes: Vec<u8>,
    size: (u32, u32),
    pages: usize,
    unreadable_pictures: Vec<String>,
}

impl Order {
    /// Writes the file, whole or not at all. Several pictures become `NAME-1.png`, `NAME-2.png`, …; those that are
    /// written when the work is stopped stay. `progress` hears the share done, 0 to 1; when `cancel` becomes true
    /// nothing more is written.
    pub fn write(
        &self,
        project: &Project,
        path: &Path,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<Exported, FileError> {
        if self.kind.is_picture() {
            return self.write_pictures(project, path, progress, cancel);
        }
        let (drawn, legibility) = match self.kind {
            FileKind::Pptx | FileKind::Pdf => self.bound(project, progress, cancel)?,
            FileKind::Html => (Drawn::of(self.page_for_browsers(project, progress, cancel)?), None),
            _ => (Drawn::of(self.text(project)?), None),
        };
        let mut exported = Exported { legibility, ..Exported::default() };
        exported.add(path, drawn, cancel)?;
        progress(1.0);
        Ok(exported)
    }

    /// What is to be drawn. The same project and order give the same pictures.
    #[must_use]
    pub fn pictures(&self, project: &Project, engine: &mut TextEngine) -> Pictures {
        let overlay = overlay_of(project, &self.options.map.answers);
        if let Some(setup) = &self.pages {
            let document = self.document(project, overlay.as_ref(), setup, engine);
            let picture = |page: Page| Picture {
                description: page.title.clone(),
                title: page.title,
                scene: page.scene,
                width_pt: Some(page.paper.w),
            };
            let pictures = document.pages.into_iter().map(picture).collect();
            return Pictures { pictures, legibility: document.legibility };
        }
        let picture = |subject: &Subject| {
            let scene = subject.scene(project, overlay.as_ref(), &self.options, engine)?;
            let description = subject.description(project).to_owned();
            Some(Picture { title: subject.title(project).to_owned(), description, scene, width_pt: None })
        };
        Pictures { pictures: self.subjects.iter().filter_map(picture).collect(), legibility: None }
    }

    /// The first map as a table, of the kinds that hold tables.
    #[must_use]
    pub fn table(&self, project: &Project) -> Option<Vec<Vec<String>>> {
        let is_table = matches!(self.kind, FileKind::Xlsx | FileKind::Csv);
        let journey = self.journeys().into_iter().next().filter(|_| is_table)?;
        Some(sheets::table(project, journey, self.options.map.lang))
    }

    /// What a kind that is text says, for the file and for looking at it; of a workbook, its maps as a table.
    #[must_use]
    pub fn words(&self, project: &Project) -> String {
        let (journeys, lang) = (self.journeys(), self.options.map.lang);
        match self.kind {
            FileKind::Markdown => {
                let overlay = overlay_of(project, &self.options.map.answers);
                to_markdown(project, &journeys, overlay.as_ref(), lang)
            }
            FileKind::Mermaid => to_mermaid(project, &journeys, lang),
            _ => to_csv(project, &journeys, lang, self.excel_mark),
        }
    }

    fn text(&self, project: &Project) -> Result<Vec<u8>, ExportError> {
        if self.journeys().is_empty() {
            return Err(ExportError::Nothing);
        }
        if self.kind != FileKind::Xlsx {
            return Ok(self.words(project).into_bytes());
        }
        let overlay = overlay_of(project, &self.options.map.answers);
        to_xlsx(project, &self.journeys(), overlay.as_ref(), self.options.map.lang)
    }

    fn journeys(&self) -> Vec<JourneyId> {
        self.subjects.iter().filter_map(|subject| subject.journey()).collect()
    }

    fn document(
        &self,
        project: &Project,
        overlay: Option<&Overlay>,
        setup: &PageSetup,
        engine: &mut TextEngine,
    ) -> Document {
        Document::new(project, &self.subjects, overlay, &self.options, setup, engine)
    }

    /// All pages in one file.
    fn bound(
        &self,
        project: &Project,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<(Drawn, Option<Legibility>), ExportError> {
        let overlay = overlay_of(project, &self.options.map.answers);
        let usual = PageSetup { paper: self.kind.usual_paper().unwrap_or_default(), ..PageSetup::default() };
        let chart = |journey| ChartData::of(project, overlay.as_ref(), journey, &self.options);
        let journeys = if self.kind == FileKind::Pptx { self.journeys() } else { Vec::new() };
        let charts: Vec<ChartData> = journeys.into_iter().filter_map(chart).collect();
        let followed = charts.iter().map(|chart| chart.journey).collect();
        let setup = PageSetup { followed, ..self.pages.as_ref().unwrap_or(&usual).clone() };
        let document = self.document(project, overlay.as_ref(), &setup, &mut TextEngine::new());
        if document.pages.is_empty() {
            return Err(ExportError::Nothing);
        }
        if self.kind == FileKind::Pptx {
            let pages = document.pages.len() + charts.len();
            let bytes = to_pptx(&document, &charts, progress, cancel)?;
            return Ok((Drawn { pages, ..Drawn::of(bytes) }, document.legibility));
        }
        let pdf = to_pdf(&document, progress, cancel)?;
        let pages = document.pages.len();
        let drawn = Drawn { pages, unreadable_pictures: pdf.unreadable_pictures, ..Drawn::of(pdf.bytes) };
        Ok((drawn, document.legibility))
    }

    fn page_for_browsers(
        &self,
        project: &Project,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<Vec<u8>, ExportError> {
        let overlay = overlay_of(project, &self.options.map.answers);
        let (options, engine) = (&self.options, &mut TextEngine::new());
        let page = to_html(project, &self.subjects, overlay.as_ref(), options, engine, progress, cancel)?;
        Ok(page.into_bytes())
    }

    fn write_pictures(
        &self,
        project: &Project,
        path: &Path,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<Exported, FileError> {
        let Pictures { pictures, legibility } = self.pictures(project, &mut TextEngine::new());
        if pictures.is_empty() {
            return Err(ExportError::Nothing.into());
        }
        let count = pictures.len();
        let mut exported = Exported { legibility, ..Exported::default() };
        for (at, picture) in pictures.iter().enumerate() {
            let mut tell = |share: f32| progress((at as f32 + share) / count as f32);
            let drawn = self.draw(picture, &mut tell, cancel)?;
            let target = if count > 1 { numbered(path, at + 1) } else { path.to_owned() };
            exported.add(&target, drawn, cancel)?;
        }
        Ok(exported)
    }

    fn draw(
        &self,
        picture: &Picture,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<Drawn, ExportError> {
        if self.kind == FileKind::Svg {
            let size = (picture.scene.size.w.round() as u32, picture.scene.size.h.round() as u32);
            let bytes = self.svg(picture).into_bytes();
            progress(1.0);
            return Ok(Drawn { size, ..Drawn::of(bytes) });
        }
        let mut bytes = Vec::new();
        let options = PngOptions { print_width: picture.width_pt, ..self.png };
        let drawn = write_png(&picture.scene, &options, &mut bytes, progress, cancel)?;
        let size = (drawn.width, drawn.height);
        Ok(Drawn { size, unreadable_pictures: drawn.unreadable_pictures, ..Drawn::of(bytes) })
    }

    fn svg(&self, picture: &Picture) -> String {
        let (scene, lang) = (&picture.scene, self.options.map.lang);
        if !self.png.transparent {
            return to_svg_with(scene, lang, &picture.description, self.letters);
        }
        let background = Rgba { a: 0, ..scene.background };
        let scene = Scene { background, ..scene.clone() };
        to_svg_with(&scene, lang, &picture.description, self.letters)
    }
}

impl Exported {
    /// Saves a file, unless the work was stopped.
    fn add(&mut self, path: &Path, drawn: Drawn, cancel: &AtomicBool) -> Result<(), FileError> {
        if cancel.load(Ordering::Relaxed) {
            return Err(ExportError::Cancelled.into());
        }
        self.paths.push(store::write_atomically(path, &drawn.bytes)?.path);
        self.sizes.push(drawn.size);
        self.pages += drawn.pages;
        self.unreadable_pictures.extend(drawn.unreadable_pictures);
        Ok(())
    }
}

impl Drawn {
    const fn of(bytes: Vec<u8>) -> Self {
        Self { bytes, size: (0, 0), pages: 1, unreadable_pictures: Vec::new() }
    }
}

/// The file with a number before its ending.
#[must_use]
pub fn numbered(path: &Path, number: usize) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}."));
    name.push(path.extension().unwrap_or_default());
    path.with_file_name(name)
}

/// Width and height in pixels; also those that are too many to be drawn.
#[must_use]
pub fn pixels(size: Size, extent: Extent) -> (u64, u64) {
    let scale = match extent {
        Extent::Scale(scale) => f64::from(scale),
        Extent::Width(width) => f64::from(width) / f64::from(size.w),
    };
    let side = |length: f32| ((f64::from(length) * scale).round() as u64).max(1);
    (side(size.w), side(size.h))
}

/// Whether a picture of so many pixels can be drawn.
#[must_use]
pub const fn fits(width: u64, height: u64) -> bool {
    width <= MAX_SIDE as u64 && height <= MAX_SIDE as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{IdSource, today};
    use crate::i18n::Lang;
    use crate::layout::MapOptions;
    use crate::look::ThemeKind;
    use crate::template;
    use std::fs;

    fn project() -> Project {
        template::project("retail", "ja", &mut IdSource::seeded(1)).unwrap()
    }

    fn order(project: &Project, kind: FileKind) -> Order {
        let subject = project.journeys_in_order()[0].id.into();
        let options = PictureOptions { theme: ThemeKind::Light, map: MapOptions::everything(Lang::Ja, today()) };
        let png = PngOptions { extent: Extent::Scale(0.25), ..PngOptions::default() };
        Order { subjects: vec![subject], kind, options, png, letters: Letters::Text, excel_mark: true, pages: None }
    }

    fn write(order: &Order, path: &Path, cancelled: bool) -> Result<Exported, FileError> {
        order.write(&project(), path, &mut |_| {}, &AtomicBool::new(cancelled))
    }

    #[test]
    fn a_file_is_what_was_ordered() {
        let folder = tempfile::tempdir().unwrap();
        let project = project();
        let png = write(&order(&project, FileKind::Png), &folder.path().join("地図.PNG"), false).unwrap();
        let picture = image::load_from_memory(&fs::read(&png.paths[0]).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), png.sizes[0]);
        let svg = write(&order(&project, FileKind::Svg), &folder.path().join("地図.svg"), false).unwrap();
        let description = order(&project, FileKind::Svg).subjects[0].description(&project).to_owned();
        assert!(fs::read_to_string(&svg.paths[0]).unwrap().contains(&format!("<desc>{description}</desc>")));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn every_kind_is_written() {
        let folder = tempfile::tempdir().unwrap();
        for kind in FileKind::ALL {
            let path = folder.path().join("地図").with_extension(kind.ending());
            let exported = write(&order(&project(), kind), &path, false).unwrap();
            assert!(fs::metadata(&exported.paths[0]).unwrap().len() > 100, "{kind:?}");
            assert_eq!(FileKind::of_path(&path).unwrap(), kind);
        }
    }

    #[test]
    fn pages_become_pictures_with_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let order = Order { pages: Some(PageSetup::default()), ..order(&project(), FileKind::Png) };
        let exported = write(&order, &folder.path().join("map.png"), false).unwrap();
        assert!(exported.paths.len() > 2 && exported.legibility.unwrap().is_enough());
        assert!(exported.paths[1].ends_with("map-2.png"), "{:?}", exported.paths);
    }

    #[test]
    fn without_its_sheet_a_picture_has_no_ground() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.svg");
        let plain = order(&project(), FileKind::Svg);
        let png = PngOptions { transparent: true, ..plain.png };
        write(&Order { png, ..plain }, &path, false).unwrap();
        assert!(!fs::read_to_string(&path).unwrap().contains("<rect width=\"100%\""));
    }

    #[test]
    fn what_was_cancelled_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        for kind in FileKind::ALL {
            let path = folder.path().join("map").with_extension(kind.ending());
            let error = write(&order(&project(), kind), &path, true).unwrap_err();
            assert!(matches!(error, FileError::Draw(ExportError::Cancelled)), "{kind:?}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn pixels_are_those_that_are_drawn() {
        for extent in [Extent::Scale(0.37), Extent::Width(777)] {
            let folder = tempfile::tempdir().unwrap();
            let project = project();
            let order = Order { png: PngOptions { extent, ..PngOptions::default() }, ..order(&project, FileKind::Png) };
            let exported = write(&order, &folder.path().join("a.png"), false).unwrap();
            let (width, height) = exported.sizes[0];
            let scene = order.subjects[0].scene(&project, None, &order.options, &mut TextEngine::new()).unwrap();
            assert_eq!(pixels(scene.size, extent), (width.into(), height.into()));
        }
        assert!(fits(32_768, 1) && !fits(1, 32_769));
    }

    #[test]
    fn numbers_stand_before_the_ending() {
        assert_eq!(numbered(Path::new("絵/旅.v2.png"), 3), Path::new("絵/旅.v2-3.png"));
    }
}
