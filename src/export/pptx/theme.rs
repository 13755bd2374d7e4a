//! Fonts and colours of the deck.
//!
//! Shapes name the theme's fonts, not fonts: whoever wants the company's own changes them once, under Design > Fonts.
//! Arial is on every office PC and Mac, in LibreOffice a font of the same widths stands in for it, and its letters are
//! narrower than those of our screen, so that no line breaks again. For Japanese it is Meiryo (with Office for
//! Windows and Mac), whose kana and kanji are as wide as ours; in an English deck Yu Gothic, which every Windows has.

use super::xml::Xml;
use crate::i18n::Lang;

/// Latin letters.
const LATIN: &str = "Arial";
const NAMESPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

const fn east_asian(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "Meiryo",
        Lang::En => "Yu Gothic",
    }
}

/// The colours that new shapes are offered: those of the map's light theme.
const COLORS: [(&str, &str); 10] = [
    ("dk2", "3A4654"),
    ("lt2", "F4F2EC"),
    ("accent1", "2F5D8C"),
    ("accent2", "C4572E"),
    ("accent3", "4E8A5B"),
    ("accent4", "B58A2A"),
    ("accent5", "7A5AA6"),
    ("accent6", "3C8C93"),
    ("hlink", "2F5D8C"),
    ("folHlink", "7A5AA6"),
];

/// Fills, lines, effects and backgrounds: PowerPoint wants three of each.
const FORMATS: &str = "<a:fmtScheme name=\"Tabiji\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>\
<a:solidFill><a:schemeClr val=\"phClr\"><a:tint val=\"70000\"/></a:schemeClr></a:solidFill>\
<a:solidFill><a:schemeClr val=\"phClr\"><a:shade val=\"90000\"/></a:schemeClr></a:solidFill></a:fillStyleLst>\
<a:lnStyleLst><a:ln w=\"9525\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/><a:round/></a:ln>\
<a:ln w=\"19050\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/><a:round/></a:ln>\
<a:ln w=\"28575\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/><a:round/></a:ln></a:lnStyleLst>\
<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>\
<a:bgFillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"><a:tint val=\"95000\"/></a:schemeClr></a:solidFill>\
<a:solidFill><a:schemeClr val=\"phClr\"><a:shade val=\"95000\"/></a:schemeClr></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";

/// The theme part.
pub(super) fn part(lang: Lang) -> String {
    let mut xml = Xml::part();
    xml.tag("a:theme").attr("xmlns:a", NAMESPACE).attr("name", "Tabiji").open();
    xml.raw("<a:themeElements><a:clrScheme name=\"Tabiji\">");
    xml.raw("<a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/></a:dk1>");
    xml.raw("<a:lt1><a:sysClr val=\"window\" lastClr=\"FFFFFF\"/></a:lt1>");
    for (name, color) in COLORS {
        xml.element(&format!("a:{name}"), |xml| xml.tag("a:srgbClr").attr("val", color).empty());
    }
    xml.raw("</a:clrScheme><a:fontScheme name=\"Tabiji\">");
    for list in ["a:majorFont", "a:minorFont"] {
        xml.tag(list).open();
        for (script, font) in [("a:latin", LATIN), ("a:ea", east_asian(lang)), ("a:cs", LATIN)] {
            xml.tag(script).attr("typeface", font).empty();
        }
        xml.tag("a:font").attr("script", "Jpan").attr("typeface", east_asian(lang)).empty();
        xml.close(list);
    }
    xml.raw("</a:fontScheme>");
    xml.raw(FORMATS);
    xml.raw("</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>");
    xml.into_string()
}
