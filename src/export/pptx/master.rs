//! The slide master, its layout, and the master of the notes.

use super::place::{Frame, POINT};
use super::shapes::transform;
use super::slide::{NAMES, begin_tree, end_tree};
use super::text::lang_code;
use super::xml::Xml;
use crate::i18n::Lang;
use crate::i18n::deck::DeckText;

/// Levels of a list that a master describes.
const LEVELS: i64 = 9;
const COLOR_MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
     accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";
const FONTS: &str = "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>";
/// Size of a notes page: A4 upright, in points.
pub(super) const NOTES: (f64, f64) = (540.0, 780.0);

/// Where a title stands that is to be seen, in the proportions of the slide.
pub(super) fn title_frame((w, h): (i64, i64)) -> Frame {
    Frame { x: w / 20, y: h / 20, w: w * 9 / 10, h: h / 10 }
}

/// The type of a title in hundredths of a point: large on a slide, in proportion on a poster.
pub(super) fn title_size((w, _): (i64, i64)) -> i64 {
    let points = w as f64 / POINT;
    ((points / 40.0).round() as i64 * 100).clamp(1200, 20_000)
}

/// The master.
pub(super) fn slide_master(size: (i64, i64), lang: Lang) -> String {
    let mut xml = Xml::part();
    xml.raw(&format!(
        "<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>"
    ));
    begin_tree(&mut xml);
    title(&mut xml, size, lang, true);
    xml.raw("</p:spTree></p:cSld>");
    xml.raw(COLOR_MAP);
    xml.raw("<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst><p:txStyles>");
    xml.element("p:titleStyle", |xml| level(xml, 1, title_size(size), lang, "a:lvl1pPr", true));
    xml.element("p:bodyStyle", |xml| levels(xml, lang));
    xml.element("p:otherStyle", |xml| levels(xml, lang));
    xml.raw("</p:txStyles></p:sldMaster>");
    xml.into_string()
}

/// The only layout: a title, and room for everything else.
pub(super) fn slide_layout(size: (i64, i64), lang: Lang) -> String {
    let mut xml = Xml::part();
    xml.raw(&format!("<p:sldLayout {NAMES} type=\"titleOnly\" preserve=\"1\">"));
    xml.tag("p:cSld").attr("name", DeckText::Layout.text(lang)).open();
    begin_tree(&mut xml);
    title(&mut xml, size, lang, false);
    end_tree(&mut xml, "p:sldLayout");
    xml.into_string()
}

/// A title to be filled in.
fn title(xml: &mut Xml, size: (i64, i64), lang: Lang, is_master: bool) {
    xml.raw("<p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", 2).attr("name", DeckText::Title.text(lang)).empty();
    xml.raw(
        "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>",
    );
    if is_master {
        transform(xml, "a:xfrm", title_frame(size), false, false);
        xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
    }
    xml.raw("</p:spPr><p:txBody>");
    xml.raw(if is_master {
        "<a:bodyPr vert=\"horz\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"b\"><a:normAutofit/></a:bodyPr>"
    } else {
        "<a:bodyPr/>"
    });
    xml.raw("<a:lstStyle/>");
    super::title::line(xml, DeckText::Title.text(lang), title_size(size), lang);
    xml.raw("</p:txBody></p:sp>");
}

/// The styles of text that no placeholder styles.
pub(super) fn levels(xml: &mut Xml, lang: Lang) {
    for number in 1..=LEVELS {
        level(xml, number, 1800, lang, &format!("a:lvl{number}pPr"), false);
    }
}

fn level(xml: &mut Xml, number: i64, size: i64, lang: Lang, element: &str, is_bold: bool) {
    let tag = xml.tag(element).int("marL", (number - 1) * 457_200).attr("algn", "l").int("defTabSz", 914_400);
    tag.attr("rtl", "0").attr("eaLnBrk", "1").attr("latinLnBrk", "0").attr("hangingPunct", "1").open();
    xml.raw("<a:buNone/>");
    let tag = xml.tag("a:defRPr").attr("lang", lang_code(lang)).int("sz", size);
    tag.maybe("b", is_bold.then_some("1")).int("kern", 1200).open();
    xml.raw("<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>");
    xml.raw(&if is_bold { FONTS.replace("+mn", "+mj") } else { FONTS.to_owned() });
    xml.raw("</a:defRPr>");
    xml.close(element);
}

/// Where the slide stands on a page of notes, and where the words under it, for a slide of this size.
pub(super) fn notes_frames((w, h): (i64, i64)) -> (Frame, Frame) {
    let (page_w, page_h) = ((NOTES.0 * POINT) as i64, (NOTES.1 * POINT) as i64);
    let room = (page_w * 8 / 10, page_h * 4 / 10);
    let scale = (room.0 as f64 / w as f64).min(room.1 as f64 / h as f64);
    let (image_w, image_h) = ((w as f64 * scale) as i64, (h as f64 * scale) as i64);
    let image = Frame { x: (page_w - image_w) / 2, y: page_h / 12, w: image_w, h: image_h };
    let words = Frame { x: page_w / 10, y: page_h * 52 / 100, w: room.0, h: page_h * 42 / 100 };
    (image, words)
}

/// The master of the notes.
pub(super) fn notes_master(size: (i64, i64), lang: Lang) -> String {
    let (image, words) = notes_frames(size);
    let mut xml = Xml::part();
    xml.raw(&format!(
        "<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>"
    ));
    begin_tree(&mut xml);
    slide_image(&mut xml, image, lang, true);
    xml.raw("<p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", 3).attr("name", DeckText::Notes.text(lang)).empty();
    xml.raw("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>");
    transform(&mut xml, "a:xfrm", words, false, false);
    xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>");
    super::title::line(&mut xml, DeckText::Notes.text(lang), 1200, lang);
    xml.raw("</p:txBody></p:sp></p:spTree></p:cSld>");
    xml.raw(COLOR_MAP);
    xml.element("p:notesStyle", |xml| {
        for number in 1..=LEVELS {
            level(xml, number, 1200, lang, &format!("a:lvl{number}pPr"), false);
        }
    });
    xml.raw("</p:notesMaster>");
    xml.into_string()
}

/// The picture of the slide on a page of notes.
pub(super) fn slide_image(xml: &mut Xml, frame: Frame, lang: Lang, is_master: bool) {
    xml.raw("<p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", 2).attr("name", DeckText::SlideImage.text(lang)).empty();
    xml.raw("<p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>");
    xml.raw(if is_master { "<p:ph type=\"sldImg\" idx=\"2\"/>" } else { "<p:ph type=\"sldImg\"/>" });
    xml.raw("</p:nvPr></p:nvSpPr><p:spPr>");
    transform(xml, "a:xfrm", frame, false, false);
    xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>");
    xml.raw("<a:ln w=\"12700\"><a:solidFill><a:prstClr val=\"black\"/></a:solidFill></a:ln></p:spPr></p:sp>");
}
