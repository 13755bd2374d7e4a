//! Every slide has a title: readers of screens and the outline live by it. Where the page shows its title, that very
//! text is the placeholder, so that the outline and the slide cannot part. Where it does not, the placeholder stands
//! above the slide, as PowerPoint's own "Add hidden slide title" has it.

use super::place::{Frame, POINT};
use super::xml::Xml;
use crate::i18n::Lang;
use crate::scene::{Item, Scene, Text};

/// Height of the title above a slide, and its distance, in points.
const HIDDEN: (f64, f64) = (30.0, 6.0);

/// The text of a page that says its title; the largest one if several do. Only what stands by itself counts:
/// PowerPoint wants no placeholder inside a group.
pub(super) fn shown<'a>(scene: &'a Scene, title: &str) -> Option<&'a Text> {
    let title = squeezed(title);
    let items = scene.parts.iter().flat_map(|part| &part.items);
    let texts = items.filter_map(alone).filter(|text| !title.is_empty() && words(text) == title);
    texts.max_by(|a, b| a.paragraph.style.size.total_cmp(&b.paragraph.style.size))
}

fn alone(item: &Item) -> Option<&Text> {
    match item {
        Item::Text(text) => Some(text),
        Item::Group(group) => match &group.items[..] {
            [Item::Text(text)] => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn words(text: &Text) -> String {
    text.paragraph.lines.iter().flat_map(|line| line.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

fn squeezed(title: &str) -> String {
    title.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

/// Writes the title of a page that does not show it.
pub(super) fn write_hidden(xml: &mut Xml, id: u32, name: &str, title: &str, slide: (i64, i64), lang: Lang) {
    let (height, distance) = ((HIDDEN.0 * POINT) as i64, (HIDDEN.1 * POINT) as i64);
    let frame = Frame { x: 0, y: -height - distance, w: slide.0, h: height };
    xml.raw("<p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", id.into()).attr("name", name).empty();
    xml.raw(
        "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>",
    );
    super::shapes::transform(xml, "a:xfrm", frame, false, false);
    xml.raw("</p:spPr><p:txBody><a:bodyPr wrap=\"square\" anchor=\"b\"><a:normAutofit/></a:bodyPr><a:lstStyle/>");
    line(xml, title, 1400, lang);
    xml.raw("</p:txBody></p:sp>");
}

/// A paragraph in the slide's own style.
pub(super) fn line(xml: &mut Xml, words: &str, size: i64, lang: Lang) {
    xml.raw("<a:p><a:r>");
    xml.tag("a:rPr").attr("lang", super::text::lang_code(lang)).int("sz", size).attr("dirty", "0").empty();
    xml.text("a:t", words);
    xml.raw("</a:r></a:p>");
}
