//! The slide that a chart stands on.

use super::data::ChartData;
use super::master::{title_frame, title_size};
use super::place::Frame;
use super::shapes::{solid, transform};
use super::slide::{NAMES, begin_tree, end_tree};
use super::text::lang_code;
use super::xml::Xml;
use crate::base::Rgba;
use crate::i18n::Lang;
use crate::i18n::deck::{ChartText, DeckText};

/// The slide; `chart` refers to the chart.
pub(super) fn part(data: &ChartData, chart: &str, size: (i64, i64), lang: Lang) -> String {
    let title = title_frame(size);
    let top = title.y + title.h + size.1 / 40;
    let note = Frame { x: title.x, y: size.1 * 92 / 100, w: title.w, h: size.1 * 5 / 100 };
    let frame = Frame { x: title.x, y: top, w: title.w, h: note.y - top - size.1 / 60 };
    let mut xml = Xml::part();
    xml.raw(&format!("<p:sld {NAMES}><p:cSld><p:bg><p:bgPr>"));
    solid(&mut xml, data.colors.ground);
    xml.raw("<a:effectLst/></p:bgPr></p:bg>");
    begin_tree(&mut xml);
    xml.raw("<p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", 2).attr("name", DeckText::Title.text(lang)).empty();
    xml.raw(
        "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>",
    );
    xml.raw("<p:txBody><a:bodyPr/><a:lstStyle/>");
    words(&mut xml, &data.title, title_size(size), data.colors.ink, lang);
    xml.raw("</p:txBody></p:sp><p:graphicFrame><p:nvGraphicFramePr>");
    let name = ChartText::Name.text(lang);
    xml.tag("p:cNvPr").int("id", 3).attr("name", name).attr("descr", &data.description).empty();
    xml.raw(
        "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>",
    );
    transform(&mut xml, "p:xfrm", frame, false, false);
    xml.raw("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">");
    xml.tag("c:chart")
        .attr("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
        .attr("r:id", chart)
        .empty();
    xml.raw("</a:graphicData></a:graphic></p:graphicFrame><p:sp><p:nvSpPr>");
    xml.tag("p:cNvPr").int("id", 4).attr("name", ChartText::NoteName.text(lang)).empty();
    xml.raw("<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>");
    transform(&mut xml, "a:xfrm", note, false, false);
    xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>");
    xml.raw("<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"b\"><a:noAutofit/></a:bodyPr><a:lstStyle/>");
    words(&mut xml, &data.note, title_size(size) * 2 / 5, data.colors.faint, lang);
    xml.raw("</p:txBody></p:sp>");
    end_tree(&mut xml, "p:sld");
    xml.into_string()
}

fn words(xml: &mut Xml, words: &str, size: i64, color: Rgba, lang: Lang) {
    xml.raw("<a:p><a:r>");
    xml.tag("a:rPr").attr("lang", lang_code(lang)).int("sz", size).attr("dirty", "0").open();
    solid(xml, color);
    xml.raw("</a:rPr>");
    xml.text("a:t", words);
    xml.raw("</a:r></a:p>");
}
