//! A journey as a picture: what the command line, the export dialog and thumbnails share, so that all
//! of them draw the same.

use super::png::{Extent, MAX_SIDE, PngOptions, write_png};
use super::svg::to_svg;
use super::{ExportError, FileError};
use crate::base::Size;
use crate::feedback::{Overlay, Survey};
use crate::i18n::Lang;
use crate::layout::{MapOptions, place_map};
use crate::look::{Theme, ThemeKind};
use crate::model::{FeedbackFilter, JourneyId, Project};
use crate::scene::{Scene, compose_map};
use crate::store;
use crate::text::TextEngine;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// How a journey is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureOptions {
    /// The colours.
    pub theme: ThemeKind,
    /// The language and what is shown.
    pub map: MapOptions,
}

/// The scene of a journey; `None` when the project has none with this id.
#[must_use]
pub fn journey_scene(
    project: &Project,
    journey: JourneyId,
    overlay: Option<&Overlay>,
    options: &PictureOptions,
    engine: &mut TextEngine,
) -> Option<Scene> {
    let map = place_map(project, journey, overlay, &options.map, engine)?;
    Some(compose_map(&map, Theme::of(options.theme)))
}

/// The feedback laid over the project's steps, as far as a filter lets it through; `None` when there is none.
#[must_use]
pub fn overlay_of(project: &Project, answers: &FeedbackFilter) -> Option<Overlay> {
    let survey = || Survey::of(project);
    (!project.data_sets.is_empty()).then(|| Overlay::filtered(project, &survey(), answers))
}

/// What a picture file can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PictureKind {
    /// Pixels.
    #[default]
    Png,
    /// Shapes and text.
    Svg,
}

impl PictureKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Png, Self::Svg];

    /// The file's ending, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The kind that a file's ending asks for.
    pub fn of_path(path: &Path) -> Result<Self, FileError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let kind = Self::ALL.into_iter().find(|kind| ending.eq_ignore_ascii_case(kind.ending()));
        kind.ok_or_else(|| FileError::Ending { path: path.to_owned() })
    }
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

/// A picture that is to become a file.
#[derive(Clone, Debug)]
pub struct PictureFile {
    /// What is drawn.
    pub scene: Scene,
    /// The language of its words, for screen readers.
    pub lang: Lang,
    /// What it shows, for screen readers; empty is left out.
    pub description: String,
    /// Its size in pixels (PNG), and whether the sheet is left out.
    pub options: PngOptions,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Where, symbolic links followed.
    pub path: PathBuf,
    /// Width and height: pixels of a PNG, map units of an SVG.
    pub size: (u32, u32),
    /// What the pictures show that could not be read and are left out.
    pub unreadable_pictures: Vec<String>,
}

impl PictureFile {
    /// Writes the file, whole or not at all; its ending says which kind. `progress` hears the share
    /// drawn, 0 to 1; when `cancel` becomes true nothing is written.
    pub fn write(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<Exported, FileError> {
        let mut bytes = Vec::new();
        let (size, unreadable_pictures) = match PictureKind::of_path(path)? {
            PictureKind::Png => {
                let drawn = write_png(&self.scene, &self.options, &mut bytes, progress, cancel)?;
                ((drawn.width, drawn.height), drawn.unreadable_pictures)
            }
            PictureKind::Svg => {
                bytes = self.svg().into_bytes();
                progress(1.0);
                ((self.scene.size.w.round() as u32, self.scene.size.h.round() as u32), Vec::new())
            }
        };
        if cancel.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(ExportError::Cancelled.into());
        }
        let written = store::write_atomically(path, &bytes)?;
        Ok(Exported { path: written.path, size, unreadable_pictures })
    }

    fn svg(&self) -> String {
        if !self.options.transparent {
            return to_svg(&self.scene, self.lang, &self.description);
        }
        let background = crate::base::Rgba { a: 0, ..self.scene.background };
        to_svg(&Scene { background, ..self.scene.clone() }, self.lang, &self.description)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample::everything;
    use std::fs;

    fn file(transparent: bool) -> PictureFile {
        let options = PngOptions { extent: Extent::Scale(0.5), transparent, print_width: None };
        PictureFile { scene: everything(), lang: Lang::Ja, description: "説明".to_owned(), options }
    }

    fn write(file: &PictureFile, path: &Path, cancelled: bool) -> Result<Exported, FileError> {
        file.write(path, &mut |_| {}, &AtomicBool::new(cancelled))
    }

    #[test]
    fn the_ending_says_what_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let png = write(&file(false), &folder.path().join("地図.PNG"), false).unwrap();
        let picture = image::load_from_memory(&fs::read(&png.path).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), png.size);
        let svg = write(&file(false), &folder.path().join("地図.svg"), false).unwrap();
        assert!(fs::read_to_string(svg.path).unwrap().contains("<desc>説明</desc>"));
        let wrong = write(&file(false), &folder.path().join("地図.gif"), false).unwrap_err();
        assert!(matches!(wrong, FileError::Ending { .. }));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn without_its_sheet_a_picture_has_no_ground() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.svg");
        write(&file(true), &path, false).unwrap();
        assert!(!fs::read_to_string(&path).unwrap().contains("<rect width=\"100%\""));
    }

    #[test]
    fn what_was_cancelled_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["map.png", "map.svg"] {
            let error = write(&file(false), &folder.path().join(name), true).unwrap_err();
            assert!(matches!(error, FileError::Draw(ExportError::Cancelled)), "{name}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn pixels_are_those_that_are_drawn() {
        for extent in [Extent::Scale(1.7), Extent::Width(777)] {
            let folder = tempfile::tempdir().unwrap();
            let picture = PictureFile { options: PngOptions { extent, ..PngOptions::default() }, ..file(false) };
            let exported = write(&picture, &folder.path().join("a.png"), false).unwrap();
            let (width, height) = exported.size;
            assert_eq!(pixels(picture.scene.size, extent), (width.into(), height.into()));
        }
        assert!(fits(32_768, 1) && !fits(1, 32_769));
    }
}
