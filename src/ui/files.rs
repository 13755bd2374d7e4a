//! Files read and written for the window; errors become a sentence here.

use super::effects::SaveOrder;
use crate::app::pictures::{picture_from_pixels, read_picture};
use crate::app::recovery::{Losses, keep_copy};
use crate::base::Size;
use crate::export::png::{MAX_SIDE, Pixels, to_rgba};
use crate::i18n::Lang;
use crate::i18n::files::{notice_text, open_error_text, save_error_text};
use crate::model::{Picture, Project};
use crate::scene::Scene;
use crate::store;
use eframe::egui::{Color32, ColorImage};
use std::path::{Path, PathBuf};

/// A project that was read.
pub(crate) struct Opened {
    /// The project.
    pub(crate) project: Project,
    /// What the file holds.
    pub(crate) hash: store::ContentHash,
    /// What of the file is not in it as it stands there.
    pub(crate) losses: Option<Losses>,
    /// Something worth a word although nothing is missing.
    pub(crate) remark: Option<String>,
}

/// Reads a project.
pub(super) fn open(path: &Path, lang: Lang) -> Result<Opened, String> {
    let opened = store::open(path).map_err(|error| open_error_text(&error, &name(path), lang))?;
    let (project, report, hash) = (opened.loaded.project, opened.loaded.report, opened.hash);
    let losses = Losses::of(path, &project, &report, lang);
    let remark = report.notices.first().map(|notice| notice_text(notice, &project, lang));
    Ok(Opened { project, hash, losses, remark })
}

/// What came of a save that worked out in one way or another.
pub(crate) enum SaveDone {
    /// It is in the file.
    Saved {
        /// The copy of a damaged file that was kept.
        copy: Option<PathBuf>,
        /// What the file holds.
        saved: store::Saved,
    },
    /// Somebody else wrote the file since: nothing was written.
    ChangedOnDisk(Box<store::Opened>),
}

/// Why a project was not saved.
#[derive(Clone, Debug)]
pub(crate) struct SaveFailure {
    /// In a sentence.
    pub(crate) sentence: String,
    /// By kind.
    pub(crate) fault: store::SaveFault,
}

/// Writes a project whole or not at all, unless somebody else wrote the file since. Before that, a file that lost
/// something is copied. When it cannot be copied, nothing is written.
pub(super) fn save(order: &SaveOrder) -> Result<SaveDone, SaveFailure> {
    let SaveOrder { path, snapshot, losses, base, lang, .. } = order;
    let say = |error: store::SaveError| SaveFailure { sentence: save_error_text(&error, *lang), fault: error.fault };
    let copy = match losses.as_ref().filter(|losses| losses.is_in(path) && path.exists()) {
        Some(_) => Some(keep_copy(path).map_err(say)?),
        None => None,
    };
    match store::save_over(&store::RealFs, path, &snapshot.project, *base).map_err(say)? {
        store::SaveOutcome::Saved(saved) => Ok(SaveDone::Saved { copy, saved }),
        store::SaveOutcome::ChangedOnDisk { opened } => Ok(SaveDone::ChangedOnDisk(opened)),
    }
}

/// Reads a picture file and makes it small enough to live inside the project.
pub(super) fn portrait(path: &Path, lang: Lang) -> Result<Picture, String> {
    read_picture(path).map_err(|error| error.text(lang).to_owned())
}

/// A picture from the clipboard, small enough to live inside the project.
pub(super) fn pixels(image: &ColorImage, lang: Lang) -> Result<Picture, String> {
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let rgba = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
    picture_from_pixels(width, height, rgba).map_err(|error| error.text(lang).to_owned())
}

/// A scene as pixels, at twice its size where that is not too many.
pub(super) fn drawn(scene: &Scene) -> Result<ColorImage, ()> {
    /// As many as a screen of 8K has, and half as many again.
    const MOST_PIXELS: f32 = 48.0e6;
    let Size { w, h } = scene.size;
    let scale = (MOST_PIXELS / (w * h)).sqrt().min(MAX_SIDE as f32 / w.max(h)).min(2.0);
    let Pixels { width, height, data } = to_rgba(scene, scale).map_err(drop)?;
    Ok(ColorImage::from_rgba_premultiplied([width as usize, height as usize], &data))
}

/// The name of a file, without its folder.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The endings of files that hold answers of customers.
pub(super) const FEEDBACK_ENDINGS: [&str; 8] = ["csv", "tsv", "txt", "xlsx", "xlsm", "json", "jsonl", "ndjson"];

/// The endings of files that hold maps and nothing else.
pub(super) const MAP_ENDINGS: [&str; 5] = ["mmd", "mermaid", "md", "markdown", "xml"];
/// A table that is larger holds answers: no map has so much in it, and nobody waits for a frame.
const LARGEST_MAP: u64 = 2 << 20;

/// Whether a table holds a map, by what is in it.
pub(super) fn is_map(path: &Path, lang: Lang) -> bool {
    let is_small = std::fs::metadata(path).is_ok_and(|meta| meta.len() <= LARGEST_MAP);
    is_small && crate::import::is_map_file(path, lang)
}

/// What a dropped file is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dropped {
    /// A project.
    Project,
    /// A map that is not a table.
    Map,
    /// Answers of customers, or a table that is a map: its content tells.
    Feedback,
    /// A picture.
    Picture,
    /// Nothing that can be read.
    Other,
}

impl Dropped {
    /// By the ending of the name.
    pub(super) fn of(path: &Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        match ending.as_str() {
            "ron" => Self::Project,
            ending if FEEDBACK_ENDINGS.contains(&ending) => Self::Feedback,
            ending if MAP_ENDINGS.contains(&ending) => Self::Map,
            "png" | "jpg" | "jpeg" | "webp" => Self::Picture,
            _ => Self::Other,
        }
    }
}
