//! What a speaker needs to know, on the notes page of a slide.

use super::master::{notes_frames, slide_image};
use super::shapes::transform;
use super::slide::{NAMES, begin_tree, end_tree};
use super::title::line;
use super::xml::Xml;
use crate::i18n::Lang;
use crate::i18n::deck::DeckText;

/// The notes page of a slide.
pub(super) fn part(notes: &[String], size: (i64, i64), lang: Lang) -> String {
    let (image, words) = notes_frames(size);
    let mut xml = Xml::part();
    xml.raw(&format!("<p:notes {NAMES}><p:cSld>"));
    begin_tree(&mut xml);
    slide_image(&mut xml, image, lang, false);
    xml.raw("<p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", 3).attr("name", DeckText::Notes.text(lang)).empty();
    xml.raw("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>");
    transform(&mut xml, "a:xfrm", words, false, false);
    xml.raw("</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>");
    for paragraph in notes.iter().flat_map(|note| note.lines()) {
        line(&mut xml, paragraph, 1200, lang);
    }
    xml.raw("</p:txBody></p:sp>");
    end_tree(&mut xml, "p:notes");
    xml.into_string()
}
