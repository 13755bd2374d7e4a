//! Pages as PDF: shapes as shapes, text that can be selected and searched, bookmarks, links, and a structure that is
//! read aloud in the order of the journey. Drawn straight from the scenes; the same pages give the same bytes.

mod bookmarks;
mod brush;
mod painter;
mod structure;

use super::ExportError;
use super::page::{Document, Page};
use crate::text::FontFace;
use bookmarks::bookmarks;
use krilla::geom::Transform;
use krilla::metadata::{Metadata, PageLayout};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::text::Font;
use painter::Painter;
use std::sync::atomic::{AtomicBool, Ordering};
use structure::page_structure;

/// The program that wrote the file, without a version: an update does not change the bytes.
const PRODUCER: &str = "Tabiji";
/// The share of the work that is done when all pages are drawn; the rest is fonts and compression.
const DRAWN: f32 = 0.7;

/// A PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the pictures show that could not be read and are left out.
    pub unreadable_pictures: Vec<String>,
}

/// The pages as a PDF. `progress` hears the share done, 0 to 1, after each part of a page; when `cancel` becomes true
/// the work stops with [`ExportError::Cancelled`].
pub fn to_pdf(document: &Document, progress: &mut dyn FnMut(f32), cancel: &AtomicBool) -> Result<Pdf, ExportError> {
    let mut pdf = krilla::Document::new();
    let fonts = fonts()?;
    let mut tags = TagTree::new().with_lang(Some(document.lang.code().to_owned()));
    let mut unreadable_pictures = Vec::new();
    for (index, page) in document.pages.iter().enumerate() {
        let mut drawn = |share: f32| progress((index as f32 + share) / document.pages.len() as f32 * DRAWN);
        let settings = PageSettings::from_wh(page.paper.w, page.paper.h).ok_or(ExportError::Fault)?;
        let mut sheet = pdf.start_page_with(settings);
        let mut painter = Painter::new(sheet.surface(), &fonts, page.scale());
        paint(&mut painter, page, &mut drawn, cancel)?;
        let (mut pieces, links, unreadable) = painter.finish();
        pieces.extend(links.into_iter().filter_map(|link| link.annotate(&mut sheet, page.scale())));
        unreadable_pictures.extend(unreadable);
        sheet.finish();
        tags.push(page_structure(page, pieces));
    }
    if !document.pages.is_empty() {
        pdf.set_tag_tree(tags);
        pdf.set_outline(bookmarks(document));
    }
    pdf.set_metadata(metadata(document));
    let bytes = pdf.finish().map_err(|error| ExportError::Pdf(error.to_string()))?;
    stop_if(cancel)?;
    progress(1.0);
    Ok(Pdf { bytes, unreadable_pictures })
}

fn paint(
    painter: &mut Painter<'_>,
    page: &Page,
    progress: &mut dyn FnMut(f32),
    cancel: &AtomicBool,
) -> Result<(), ExportError> {
    painter.push(Transform::from_scale(page.scale(), page.scale()));
    painter.ground(page.scene.size, page.scene.background);
    for (index, part) in page.scene.parts.iter().enumerate() {
        if let Err(stopped) = stop_if(cancel) {
            painter.pop();
            return Err(stopped);
        }
        painter.part(part);
        progress((index + 1) as f32 / page.scene.parts.len() as f32);
    }
    painter.pop();
    stop_if(cancel)
}

fn stop_if(cancel: &AtomicBool) -> Result<(), ExportError> {
    if cancel.load(Ordering::Relaxed) { Err(ExportError::Cancelled) } else { Ok(()) }
}

fn fonts() -> Result<[Font; 3], ExportError> {
    let [regular, bold, emoji] = FontFace::ALL.map(|face| Font::new(face.data().into(), 0).ok_or(ExportError::Fault));
    Ok([regular?, bold?, emoji?])
}

fn metadata(document: &Document) -> Metadata {
    let metadata = Metadata::new()
        .language(document.lang.code().to_owned())
        .creator(PRODUCER.to_owned())
        .producer(PRODUCER.to_owned())
        .page_layout(PageLayout::SinglePage);
    if document.title.is_empty() { metadata } else { metadata.title(document.title.clone()) }
}

#[cfg(test)]
mod tests;
