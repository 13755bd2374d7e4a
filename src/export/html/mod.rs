//! Maps and personas as one page for a browser: pictures that are zoomed and moved, what is known about what is clicked,
//! and a table. Nothing is loaded: the page may not ask any network, and runs no script but its own.

mod details;
mod page;
mod table;
#[cfg(test)]
mod tests;

use super::journey::PictureOptions;
use super::svg::inline_svg;
use super::{ExportError, Subject};
use crate::feedback::Overlay;
use crate::i18n::map::Map;
use crate::look::Theme;
use crate::model::Project;
use crate::scene::Scene;
use crate::text::TextEngine;
use details::Details;
use page::Page;
use std::sync::atomic::{AtomicBool, Ordering};

/// A map or a sheet on the page.
struct Sheet {
    title: String,
    svg: String,
    table: String,
}

/// The subjects as the text of an HTML file, in this order; what the project does not have is left out. `progress` hears
/// the share done, 0 to 1, after each; when `cancel` becomes true the work stops with [`ExportError::Cancelled`].
pub fn to_html(
    project: &Project,
    subjects: &[Subject],
    overlay: Option<&Overlay>,
    options: &PictureOptions,
    engine: &mut TextEngine,
    progress: &mut dyn FnMut(f32),
    cancel: &AtomicBool,
) -> Result<String, ExportError> {
    let lang = options.map.lang;
    let mut known = Details::new(project, lang);
    let mut sheets = Vec::new();
    for (index, subject) in subjects.iter().enumerate() {
        if cancel.load(Ordering::Relaxed) {
            return Err(ExportError::Cancelled);
        }
        if let Some(scene) = subject.scene(project, overlay, options, engine) {
            known.add(&scene);
            sheets.push(sheet(project, *subject, &scene, &known, sheets.len()));
        }
        progress((index + 1) as f32 / (subjects.len() + 1) as f32);
    }
    let page = Page { title: &project.info.title, lang, theme: Theme::of(options.theme), sheets: &sheets };
    let text = page.text(&known.json()?);
    progress(1.0);
    Ok(text)
}

fn sheet(project: &Project, subject: Subject, scene: &Scene, known: &Details<'_>, number: usize) -> Sheet {
    let lang = known.lang();
    let title = match subject.title(project) {
        "" => Map::UntitledJourney.text(lang),
        title => title,
    };
    let svg = inline_svg(scene, lang, subject.description(project), &format!("s{}-", number + 1));
    Sheet { title: title.to_owned(), svg, table: table::table(scene, title, known) }
}
