//! The chart part: values as points on a line with the interval of each, read from the workbook and kept beside it.

use super::data::ChartData;
use super::master::title_size;
use super::shapes::solid;
use super::text::lang_code;
use super::workbook::{ABOVE, BELOW, VALUE, sheet_name};
use super::xml::Xml;
use crate::base::Rgba;
use crate::feedback::Interval;
use crate::i18n::Lang;

const NAMES: &str = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const CATEGORIES: i64 = 111_111_111;
const VALUES: i64 = 222_222_222;

/// The chart of a slide of this size; `book` refers to its workbook.
pub(super) fn part(data: &ChartData, book: &str, size: (i64, i64), lang: Lang) -> String {
    let type_size = type_size(title_size(size) / 2, data.points.len());
    let mut xml = Xml::part();
    xml.raw(&format!("<c:chartSpace {NAMES}><c:date1904 val=\"0\"/>"));
    xml.tag("c:lang").attr("val", lang_code(lang)).empty();
    xml.raw("<c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>");
    xml.raw("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
    series(&mut xml, data, type_size, lang);
    xml.raw("<c:marker val=\"1\"/>");
    for axis in [CATEGORIES, VALUES] {
        xml.tag("c:axId").int("val", axis).empty();
    }
    xml.raw("</c:lineChart>");
    category_axis(&mut xml, data, type_size, lang);
    value_axis(&mut xml, data, type_size, lang);
    xml.raw(
        "<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>",
    );
    xml.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
    words(&mut xml, data.colors.ink, type_size, lang, false);
    xml.tag("c:externalData").attr("r:id", book).open();
    xml.raw("<c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>");
    xml.into_string()
}

/// The more steps stand side by side, the smaller their names.
fn type_size(usual: i64, points: usize) -> i64 {
    (usual * 9 / i64::try_from(points.max(1)).unwrap_or(i64::MAX)).clamp(usual * 2 / 3, usual) / 50 * 50
}

fn series(xml: &mut Xml, data: &ChartData, size: i64, lang: Lang) {
    xml.raw("<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:strRef>");
    xml.text("c:f", &format!("'{}'!${VALUE}$1", sheet_name(lang)));
    xml.raw("<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\">");
    xml.text("c:v", &data.metric);
    xml.raw("</c:pt></c:strCache></c:strRef></c:tx><c:spPr>");
    line(xml, data.colors.curve, 25_400);
    xml.raw("</c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"9\"/><c:spPr>");
    solid(xml, data.colors.point);
    line(xml, data.colors.curve, 22_225);
    xml.raw("</c:spPr></c:marker><c:dLbls>");
    xml.tag("c:numFmt").attr("formatCode", data.format).attr("sourceLinked", "0").empty();
    // The figures stand on the slide's own colour, so that no line runs through them.
    xml.raw("<c:spPr>");
    solid(xml, data.colors.ground);
    xml.raw("<a:ln><a:noFill/></a:ln></c:spPr>");
    words(xml, data.colors.ink, size, lang, true);
    xml.raw("<c:dLblPos val=\"r\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>");
    xml.raw("<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
    xml.raw("<c:errBars><c:errDir val=\"y\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>");
    let last = data.points.len() + 1;
    let range = |column: &str| format!("'{}'!${column}$2:${column}${last}", sheet_name(lang));
    xml.element("c:plus", |xml| numbers(xml, data, &range(ABOVE), "General", |value| value.high - value.value));
    xml.element("c:minus", |xml| numbers(xml, data, &range(BELOW), "General", |value| value.value - value.low));
    xml.raw("<c:spPr>");
    line(xml, data.colors.curve, 15_875);
    xml.raw("</c:spPr></c:errBars><c:cat><c:strRef>");
    xml.text("c:f", &range("A"));
    xml.raw("<c:strCache>");
    xml.tag("c:ptCount").count("val", data.points.len()).empty();
    for (index, point) in data.points.iter().enumerate() {
        xml.tag("c:pt").count("idx", index).open();
        xml.text("c:v", &point.label);
        xml.close("c:pt");
    }
    xml.raw("</c:strCache></c:strRef></c:cat>");
    xml.element("c:val", |xml| numbers(xml, data, &range(VALUE), data.format, |value| value.value));
    xml.raw("<c:smooth val=\"0\"/></c:ser>");
}

/// Cells of the workbook with what they hold; nothing where nothing may be shown.
fn numbers(xml: &mut Xml, data: &ChartData, range: &str, format: &str, of: impl Fn(&Interval) -> f64) {
    xml.raw("<c:numRef>");
    xml.text("c:f", range);
    xml.raw("<c:numCache>");
    xml.text("c:formatCode", format);
    xml.tag("c:ptCount").count("val", data.points.len()).empty();
    for (index, point) in data.points.iter().enumerate() {
        let Some((interval, _)) = &point.figure else { continue };
        xml.tag("c:pt").count("idx", index).open();
        xml.text("c:v", &of(interval).to_string());
        xml.close("c:pt");
    }
    xml.raw("</c:numCache></c:numRef>");
}

fn category_axis(xml: &mut Xml, data: &ChartData, size: i64, lang: Lang) {
    xml.raw("<c:catAx>");
    xml.tag("c:axId").int("val", CATEGORIES).empty();
    xml.raw("<c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>");
    xml.raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
    xml.raw("<c:tickLblPos val=\"low\"/><c:spPr>");
    line(xml, data.colors.faint, 9_525);
    xml.raw("</c:spPr>");
    words(xml, data.colors.ink, size, lang, false);
    xml.tag("c:crossAx").int("val", VALUES).empty();
    xml.raw("<c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>");
    xml.raw("<c:noMultiLvlLbl val=\"1\"/></c:catAx>");
}

fn value_axis(xml: &mut Xml, data: &ChartData, size: i64, lang: Lang) {
    let (low, high) = data.axis;
    xml.raw("<c:valAx>");
    xml.tag("c:axId").int("val", VALUES).empty();
    xml.raw("<c:scaling><c:orientation val=\"minMax\"/>");
    xml.tag("c:max").attr("val", &high.to_string()).empty();
    xml.tag("c:min").attr("val", &low.to_string()).empty();
    xml.raw("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr>");
    line(xml, data.colors.grid, 9_525);
    xml.raw("</c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr>");
    type_face(xml, "a:defRPr", data.colors.faint, size, lang, false);
    xml.raw("</a:pPr><a:r>");
    type_face(xml, "a:rPr", data.colors.faint, size, lang, false);
    xml.text("a:t", &data.metric);
    xml.raw("</a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
    xml.tag("c:numFmt").attr("formatCode", data.format).attr("sourceLinked", "0").empty();
    xml.raw("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>");
    xml.raw("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
    words(xml, data.colors.faint, size, lang, false);
    xml.tag("c:crossAx").int("val", CATEGORIES).empty();
    xml.raw("<c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/>");
    let unit = if high - low > 10.0 { (high - low) / 4.0 } else { 1.0 };
    xml.tag("c:majorUnit").attr("val", &unit.to_string()).empty();
    xml.raw("</c:valAx>");
}

fn line(xml: &mut Xml, color: Rgba, width: i64) {
    xml.tag("a:ln").int("w", width).attr("cap", "rnd").open();
    solid(xml, color);
    xml.raw("<a:round/></a:ln>");
}

fn words(xml: &mut Xml, color: Rgba, size: i64, lang: Lang, is_bold: bool) {
    xml.raw("<c:txPr><a:bodyPr rot=\"0\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr>");
    type_face(xml, "a:defRPr", color, size, lang, is_bold);
    xml.raw("</a:pPr>");
    xml.tag("a:endParaRPr").attr("lang", lang_code(lang)).empty();
    xml.raw("</a:p></c:txPr>");
}

fn type_face(xml: &mut Xml, element: &str, color: Rgba, size: i64, lang: Lang, is_bold: bool) {
    let bold = if is_bold { "1" } else { "0" };
    xml.tag(element).attr("lang", lang_code(lang)).int("sz", size).attr("b", bold).open();
    solid(xml, color);
    xml.raw("<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>");
    xml.close(element);
}
