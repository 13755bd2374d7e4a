//! Text inside a shape: the lines of the screen as lines, the paragraphs as paragraphs.

use super::place::Place;
use super::shapes::solid;
use super::xml::Xml;
use crate::base::{Align, Rect, VAlign};
use crate::i18n::Lang;
use crate::scene::Text;
use crate::text::{Line, Weight};

/// Share of its width that a text may grow before a line would break again: fonts differ a little.
const SLACK: f32 = 0.06;
/// The smallest type that PowerPoint knows, in hundredths of a point.
const SMALLEST: i64 = 100;
/// The largest one.
const LARGEST: i64 = 400_000;

/// How a text behaves when somebody goes on typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Lines end at the shape's edges.
    AtEdges,
    /// A label: it grows to the side.
    Never,
}

impl Wrap {
    /// A shape with room for a second line is a box to type into, any other one a label.
    pub fn inside(text: &Text, shape: &Rect) -> Self {
        let paragraph = &text.paragraph;
        let is_label = paragraph.lines.len() < 2 && shape.h < 2.2 * paragraph.style.line_height();
        if is_label { Self::Never } else { Self::AtEdges }
    }

    /// A text that stands by itself.
    pub fn alone(text: &Text) -> Self {
        if text.paragraph.lines.len() < 2 { Self::Never } else { Self::AtEdges }
    }
}

/// The code of a language for proofing.
pub(super) const fn lang_code(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Ja => "ja-JP",
    }
}

/// The box of a text that stands by itself, with room for a font that is a little wider.
pub(super) fn own_box(text: &Text) -> Rect {
    let rect = text.rect;
    let slack = rect.w * SLACK;
    match (Wrap::alone(text), text.align) {
        (Wrap::Never, _) => rect,
        (Wrap::AtEdges, Align::Left) => Rect { w: rect.w + slack, ..rect },
        (Wrap::AtEdges, Align::Center) => Rect { x: rect.x - slack / 2.0, w: rect.w + slack, ..rect },
        (Wrap::AtEdges, Align::Right) => Rect { x: rect.x - slack, w: rect.w + slack, ..rect },
    }
}

/// Writes the text of a shape; its insets are measured from `inside`.
pub(super) fn body(xml: &mut Xml, element: &str, text: &Text, inside: &Rect, wrap: Wrap, place: &Place, lang: Lang) {
    let [left, top, right, bottom] = insets(text, inside, wrap).map(|inset| place.length(inset));
    xml.tag(element).open();
    let anchor = match text.valign {
        VAlign::Top => "t",
        VAlign::Middle => "ctr",
        VAlign::Bottom => "b",
    };
    let wrap = if wrap == Wrap::Never { "none" } else { "square" };
    let tag = xml.tag("a:bodyPr").attr("vertOverflow", "overflow").attr("horzOverflow", "overflow").attr("wrap", wrap);
    tag.int("lIns", left).int("tIns", top).int("rIns", right).int("bIns", bottom).attr("anchor", anchor).open();
    xml.raw("<a:noAutofit/></a:bodyPr><a:lstStyle/>");
    paragraphs(xml, text, place, lang);
    xml.close(element);
}

/// How far the text's box lies inside: left, top, right, bottom. Never negative: of a text in the middle both sides
/// give way alike, so that it stays there.
fn insets(text: &Text, inside: &Rect, wrap: Wrap) -> [f32; 4] {
    let rect = text.rect;
    let mut sides = [rect.x - inside.x, inside.right() - rect.right()];
    if wrap == Wrap::AtEdges {
        let slack = rect.w * SLACK;
        match text.align {
            Align::Left => sides[1] = (sides[1] - slack).max(0.0),
            Align::Right => sides[0] = (sides[0] - slack).max(0.0),
            Align::Center => sides = sides.map(|side| side - slack / 2.0),
        }
    }
    let [left, right] = balanced(sides, text.align == Align::Center);
    let ends = [rect.y - inside.y, inside.bottom() - rect.bottom()];
    let [top, bottom] = balanced(ends, text.valign == VAlign::Middle);
    [left, top, right, bottom]
}

fn balanced(sides: [f32; 2], is_centered: bool) -> [f32; 2] {
    if !is_centered {
        return sides.map(|side| side.max(0.0));
    }
    let less = sides[0].min(sides[1]).min(0.0);
    sides.map(|side| side - less)
}

fn paragraphs(xml: &mut Xml, text: &Text, place: &Place, lang: Lang) {
    let lines = &text.paragraph.lines;
    if lines.is_empty() {
        xml.raw("<a:p><a:endParaRPr/></a:p>");
    }
    for paragraph in lines.split_inclusive(|line| line.ends_paragraph) {
        xml.tag("a:p").open();
        paragraph_style(xml, text, paragraph, place);
        let mut is_empty = true;
        for (index, line) in paragraph.iter().enumerate() {
            if index > 0 {
                xml.element("a:br", |xml| run_style(xml, "a:rPr", text, line, place, lang));
            }
            if !line.text.is_empty() {
                is_empty = false;
                xml.tag("a:r").open();
                run_style(xml, "a:rPr", text, line, place, lang);
                xml.text("a:t", &line.text);
                xml.close("a:r");
            }
        }
        if let (true, [line, ..]) = (is_empty, paragraph) {
            run_style(xml, "a:endParaRPr", text, line, place, lang);
        }
        xml.close("a:p");
    }
}

fn paragraph_style(xml: &mut Xml, text: &Text, lines: &[Line], place: &Place) {
    let align = match text.align {
        Align::Left => "l",
        Align::Center => "ctr",
        Align::Right => "r",
    };
    let is_rtl = lines.iter().find(|line| !line.text.is_empty()).is_some_and(Line::begins_at_right);
    let tag = xml.tag("a:pPr").attr("algn", align).maybe("rtl", is_rtl.then_some("1"));
    // Fonts divide a fixed line height differently: a label in the middle of its shape stands there in all of them
    // with the height of its own font.
    if text.valign == VAlign::Middle && text.paragraph.lines.len() == 1 {
        return tag.empty();
    }
    tag.open();
    let height = place.hundredths(text.paragraph.style.line_height()).clamp(1, 158_400);
    xml.raw("<a:lnSpc>");
    xml.tag("a:spcPts").int("val", height).empty();
    xml.raw("</a:lnSpc></a:pPr>");
}

fn run_style(xml: &mut Xml, element: &str, text: &Text, line: &Line, place: &Place, lang: Lang) {
    let style = text.paragraph.style;
    let size = place.hundredths(style.size).clamp(SMALLEST, LARGEST);
    let spoken = if has_japanese(&line.text) { Lang::Ja } else { lang };
    let other = if spoken == Lang::Ja { "en-US" } else { "ja-JP" };
    let bold = (style.weight == Weight::Bold).then_some("1");
    let tag = xml.tag(element).attr("lang", lang_code(spoken)).attr("altLang", other).int("sz", size);
    tag.maybe("b", bold).attr("dirty", "0").open();
    solid(xml, text.color);
    // The theme's fonts, named so that a shape keeps them wherever it is pasted to.
    xml.raw("<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>");
    xml.close(element);
}

fn has_japanese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
}
