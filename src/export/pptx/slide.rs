//! A page as a slide, and what it refers to.

use super::connect::Anchors;
use super::pictures::{Pictures, Shown};
use super::place::Place;
use super::shapes::{Called, solid};
use super::xml::Xml;
use super::{clip, title};
use crate::export::ExportError;
use crate::export::address::safe_address;
use crate::export::page::Page;
use crate::i18n::Lang;
use crate::i18n::deck::DeckText;
use crate::scene::{Image, Text};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

/// Where the kinds of relationships are defined.
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// The root of a slide with the names it uses.
pub(super) const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
/// How many parts of a scene are written between two looks at whether to stop.
const STEP: usize = 128;

/// A slide that is being written.
pub(super) struct Slide<'a> {
    pub xml: Xml,
    pub place: Place,
    pub lang: Lang,
    pub anchors: Anchors,
    pub rels: Rels,
    /// The text that is the slide's title.
    pub title: Option<&'a Text>,
    pictures: &'a mut Pictures,
    next_id: u32,
}

/// What a part refers to.
#[derive(Debug, Default)]
pub(super) struct Rels {
    list: Vec<(String, String, bool)>,
}

/// Writes a page. Gives the slide and what it refers to.
pub(super) fn write_page(
    page: &Page,
    size: (i64, i64),
    lang: Lang,
    rels: Rels,
    pictures: &mut Pictures,
    cancel: &AtomicBool,
) -> Result<(String, Rels), ExportError> {
    let scene = clip::cut(&page.scene);
    let mut next_id = 2;
    let anchors = Anchors::of(&scene, &mut next_id);
    let title = title::shown(&scene, &page.title);
    let place = Place::new(scene.size, size);
    let mut slide = Slide { xml: Xml::part(), place, lang, anchors, rels, title, pictures, next_id };
    slide.xml.raw(&format!("<p:sld {NAMES}><p:cSld>"));
    if scene.background.a > 0 {
        slide.xml.raw("<p:bg><p:bgPr>");
        solid(&mut slide.xml, scene.background);
        slide.xml.raw("<a:effectLst/></p:bgPr></p:bg>");
    }
    begin_tree(&mut slide.xml);
    if title.is_none() {
        slide.hidden_title(&page.title, size);
    }
    for part in &scene.parts {
        for items in part.items.chunks(STEP) {
            if cancel.load(Ordering::Relaxed) {
                return Err(ExportError::Cancelled);
            }
            slide.items(items, Called::Nothing);
        }
    }
    end_tree(&mut slide.xml, "p:sld");
    Ok((slide.xml.into_string(), slide.rels))
}

/// Begins the tree of shapes.
pub(super) fn begin_tree(xml: &mut Xml) {
    xml.raw("<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>");
    xml.raw("<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>");
    xml.raw("<a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>");
}

/// Ends the tree and the part.
pub(super) fn end_tree(xml: &mut Xml, root: &str) {
    xml.raw("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    xml.close(root);
}

impl Slide<'_> {
    /// A number that no other shape of the slide has.
    pub fn new_id(&mut self) -> u32 {
        self.next_id += 1;
        self.next_id - 1
    }

    /// A word in the deck's language.
    pub fn word(&self, word: DeckText) -> &'static str {
        word.text(self.lang)
    }

    /// The picture of an image; `None` if it cannot be read.
    pub fn picture(&mut self, image: &Image) -> Option<Shown> {
        let (target, crop) = self.pictures.add(image)?;
        Some(Shown { rel: self.rels.once("image", &format!("../{target}")), crop })
    }
}

impl Rels {
    /// Adds a part and gives the name to refer to it by.
    pub fn add(&mut self, kind: &str, target: &str) -> String {
        self.push(kind, target.to_owned(), false)
    }

    /// The same for a part that may have been added before.
    pub fn once(&mut self, kind: &str, target: &str) -> String {
        match self.list.iter().position(|(_, known, _)| known == target) {
            Some(index) => format!("rId{}", index + 1),
            None => self.add(kind, target),
        }
    }

    /// Adds an address; `None` if it may not be led to.
    pub fn link(&mut self, url: &str) -> Option<String> {
        safe_address(url).map(|url| self.push("hyperlink", encoded(url), true))
    }

    fn push(&mut self, kind: &str, target: String, is_outside: bool) -> String {
        self.list.push((kind.to_owned(), target, is_outside));
        format!("rId{}", self.list.len())
    }

    /// The part that holds them.
    pub fn xml(&self) -> String {
        let mut xml = Xml::part();
        xml.tag("Relationships").attr("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships").open();
        for (index, (kind, target, is_outside)) in self.list.iter().enumerate() {
            let kind = if kind.starts_with("http") { kind.clone() } else { format!("{KINDS}{kind}") };
            let tag = xml.tag("Relationship").attr("Id", &format!("rId{}", index + 1)).attr("Type", &kind);
            tag.attr("Target", target).maybe("TargetMode", is_outside.then_some("External")).empty();
        }
        xml.close("Relationships");
        xml.into_string()
    }
}

/// An address in the characters that addresses are made of: PowerPoint refuses a file with any other.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let bytes = url.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        let is_escape =
            || bytes.get(index + 1..index + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        match byte {
            0..b' ' | 0x7f => {}
            b'%' if is_escape() => out.push('%'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(*byte)),
            _ if b"-._~:/?#@!$&'()*+,;=".contains(byte) => out.push(char::from(*byte)),
            _ => {
                let written = write!(out, "%{byte:02X}");
                debug_assert!(written.is_ok(), "a String takes everything");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_of_what_addresses_are_made_of() {
        let url = "https://例え.jp/a b?q=%41%&x=[1]\"";
        assert_eq!(encoded(url), "https://%E4%BE%8B%E3%81%88.jp/a%20b?q=%41%25&x=%5B1%5D%22");
        let mut rels = Rels::default();
        assert_eq!(rels.link("javascript:alert(1)"), None);
        assert_eq!(rels.link(" mailto:a@example.com"), Some("rId1".to_owned()));
        assert!(rels.xml().contains("TargetMode=\"External\""));
    }
}
