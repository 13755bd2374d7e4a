//! The order of child elements as ECMA-376 (transitional) has it, for every element that is written. PowerPoint
//! refuses a file in which one stands before its turn.

use super::opened::{Node, Opened};

/// Elements with their children in order.
const ORDER: &[(&str, &str)] = &[
    ("p:presentation", "p:sldMasterIdLst p:notesMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle"),
    ("p:sldMaster", "p:cSld p:clrMap p:sldLayoutIdLst p:txStyles"),
    ("p:txStyles", "p:titleStyle p:bodyStyle p:otherStyle"),
    ("p:sldLayout", "p:cSld p:clrMapOvr"),
    ("p:notesMaster", "p:cSld p:clrMap p:notesStyle"),
    ("p:notes", "p:cSld p:clrMapOvr"),
    ("p:sld", "p:cSld p:clrMapOvr"),
    ("p:cSld", "p:bg p:spTree"),
    ("p:bgPr", "a:solidFill a:effectLst"),
    ("p:nvGrpSpPr", "p:cNvPr p:cNvGrpSpPr p:nvPr"),
    ("p:sp", "p:nvSpPr p:spPr p:txBody"),
    ("p:nvSpPr", "p:cNvPr p:cNvSpPr p:nvPr"),
    ("p:cxnSp", "p:nvCxnSpPr p:spPr"),
    ("p:nvCxnSpPr", "p:cNvPr p:cNvCxnSpPr p:nvPr"),
    ("p:cNvCxnSpPr", "a:stCxn a:endCxn"),
    ("p:pic", "p:nvPicPr p:blipFill p:spPr"),
    ("p:nvPicPr", "p:cNvPr p:cNvPicPr p:nvPr"),
    ("p:blipFill", "a:blip a:srcRect a:stretch"),
    ("p:graphicFrame", "p:nvGraphicFramePr p:xfrm a:graphic"),
    ("p:cNvPr", "a:hlinkClick a:extLst"),
    ("p:spPr", "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln"),
    ("a:xfrm", "a:off a:ext a:chOff a:chExt"),
    ("p:xfrm", "a:off a:ext"),
    ("a:custGeom", "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst"),
    ("a:ln", "a:noFill a:solidFill a:prstDash a:custDash a:round"),
    ("p:txBody", "a:bodyPr a:lstStyle a:p"),
    ("a:pPr", "a:lnSpc a:defRPr"),
    ("a:rPr", "a:solidFill a:latin a:ea a:cs"),
    ("a:defRPr", "a:solidFill a:latin a:ea a:cs"),
    ("a:endParaRPr", "a:solidFill a:latin a:ea a:cs"),
    ("a:theme", "a:themeElements a:objectDefaults a:extraClrSchemeLst"),
    ("a:themeElements", "a:clrScheme a:fontScheme a:fmtScheme"),
    (
        "a:clrScheme",
        "a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink",
    ),
    ("a:fontScheme", "a:majorFont a:minorFont"),
    ("a:majorFont", "a:latin a:ea a:cs a:font"),
    ("a:fmtScheme", "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst"),
    ("c:chartSpace", "c:date1904 c:lang c:roundedCorners c:chart c:spPr c:txPr c:externalData"),
    ("c:chart", "c:autoTitleDeleted c:plotArea c:plotVisOnly c:dispBlanksAs"),
    ("c:plotArea", "c:layout c:lineChart c:catAx c:valAx c:spPr"),
    ("c:lineChart", "c:grouping c:varyColors c:ser c:marker c:axId"),
    ("c:ser", "c:idx c:order c:tx c:spPr c:marker c:dLbls c:errBars c:cat c:val c:smooth"),
    (
        "c:dLbls",
        "c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize",
    ),
    ("c:errBars", "c:errDir c:errBarType c:errValType c:noEndCap c:plus c:minus c:spPr"),
    (
        "c:catAx",
        "c:axId c:scaling c:delete c:axPos c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl",
    ),
    (
        "c:valAx",
        "c:axId c:scaling c:delete c:axPos c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossBetween c:majorUnit",
    ),
    ("c:scaling", "c:orientation c:max c:min"),
    ("c:numCache", "c:formatCode c:ptCount c:pt"),
    ("c:strCache", "c:ptCount c:pt"),
];

/// Fails where a child stands before its turn, or one that is not in the table.
pub fn check(opened: &Opened) {
    for name in opened.xml_names() {
        for node in opened.xml(name).all() {
            check_children(name, node);
        }
    }
}

fn check_children(part: &str, node: &Node) {
    let own = if node.name == "c:marker" || node.name == "a:minorFont" { "" } else { node.name.as_str() };
    let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == own) else { return };
    let turns: Vec<&str> = order.split(' ').collect();
    let places: Vec<usize> = node
        .children
        .iter()
        .map(|child| {
            let place = turns.iter().position(|turn| *turn == child.name);
            place.unwrap_or_else(|| panic!("{part}: {} in {}", child.name, node.name))
        })
        .collect();
    assert!(places.is_sorted(), "{part}: {:?}", node.children.iter().map(|child| &child.name).collect::<Vec<_>>());
}
