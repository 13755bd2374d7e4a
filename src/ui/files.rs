//! Files read and written for the window; errors become a sentence here.

use crate::app::pictures::read_picture;
use crate::i18n::Lang;
use crate::i18n::files::{open_error_text, save_error_text};
use crate::model::{Picture, Project};
use crate::store;
use std::path::Path;

/// Reads a project; with it, how many things in the file were mended or lost.
pub(super) fn open(path: &Path, lang: Lang) -> Result<(Project, usize), String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let opened = store::open(path).map_err(|error| open_error_text(&error, &name, lang))?;
    let report = &opened.loaded.report;
    let remarks = if report.is_empty() { 0 } else { report.notices.len().max(1) };
    Ok((opened.loaded.project, remarks))
}

/// Writes a project whole or not at all.
pub(super) fn save(path: &Path, project: &Project, lang: Lang) -> Result<(), String> {
    store::save(path, project).map(drop).map_err(|error| save_error_text(&error, lang))
}

/// Reads a picture file and makes it small enough to live inside the project.
pub(super) fn portrait(path: &Path, lang: Lang) -> Result<Picture, String> {
    read_picture(path).map_err(|error| error.text(lang).to_owned())
}
