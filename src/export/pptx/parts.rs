//! Which parts a package has, and how they refer to each other.

use super::data::ChartData;
use super::package::Package;
use super::pictures::Pictures;
use super::place::{POINT, slide_size};
use super::slide::{NAMES, Rels, write_page};
use super::xml::Xml;
use super::{chart, chart_slide, master, notes, properties, theme, workbook};
use crate::export::ExportError;
use crate::export::page::{Document, Page};
use crate::i18n::Lang;
use std::sync::atomic::AtomicBool;

const MAIN: &str = "application/vnd.openxmlformats-officedocument.presentationml.";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";
const PACKAGE: &str = "application/vnd.openxmlformats-package.";
const RELS: &str = "application/vnd.openxmlformats-package.relationships+xml";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const PRESENTATION_PROPERTIES: &str = "presProps";

/// A slide of the deck.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// A page of the document.
    Page(&'a Page),
    /// A chart, with its number among the charts.
    Chart(&'a ChartData, usize),
}

/// The whole deck.
pub(super) struct Deck<'a> {
    title: &'a str,
    lang: Lang,
    size: (i64, i64),
    pub slides: Vec<Source<'a>>,
}

impl<'a> Deck<'a> {
    /// Each chart behind the last page of its journey; charts of journeys without a page are left out.
    pub fn new(document: &'a Document, charts: &'a [ChartData]) -> Self {
        let mut slides = Vec::new();
        for (index, page) in document.pages.iter().enumerate() {
            slides.push(Source::Page(page));
            let journey = page.kind.journey();
            let is_last = document.pages[index + 1..].iter().all(|page| page.kind.journey() != journey);
            let own = charts.iter().enumerate().filter(|(_, chart)| is_last && Some(chart.journey) == journey);
            slides.extend(own.map(|(number, chart)| Source::Chart(chart, number + 1)));
        }
        let paper = document.pages.first().map_or(crate::base::Size::new(960.0, 540.0), |page| page.paper);
        Self { title: &document.title, lang: document.lang, size: slide_size(paper), slides }
    }

    /// Writes all parts that are not slides.
    pub fn write_frame(&self, package: &mut Package) -> Result<(), ExportError> {
        package.xml("[Content_Types].xml", &self.content_types())?;
        let mut rels = Rels::default();
        rels.add("officeDocument", "ppt/presentation.xml");
        rels.add(CORE, "docProps/core.xml");
        rels.add("extended-properties", "docProps/app.xml");
        package.xml("_rels/.rels", &rels.xml())?;
        let notes = self.slides.iter().filter(|slide| !slide.notes().is_empty()).count();
        package.xml("docProps/core.xml", &properties::core(self.title, self.lang))?;
        package.xml("docProps/app.xml", &properties::app(self.slides.len(), notes))?;
        self.write_presentation(package)?;
        package.xml("ppt/theme/theme1.xml", &theme::part(self.lang))?;
        package.xml("ppt/theme/theme2.xml", &theme::part(self.lang))?;
        let mut rels = Rels::default();
        rels.add("slideLayout", "../slideLayouts/slideLayout1.xml");
        rels.add("theme", "../theme/theme1.xml");
        package.xml("ppt/slideMasters/slideMaster1.xml", &master::slide_master(self.size, self.lang))?;
        package.xml("ppt/slideMasters/_rels/slideMaster1.xml.rels", &rels.xml())?;
        let mut rels = Rels::default();
        rels.add("slideMaster", "../slideMasters/slideMaster1.xml");
        package.xml("ppt/slideLayouts/slideLayout1.xml", &master::slide_layout(self.size, self.lang))?;
        package.xml("ppt/slideLayouts/_rels/slideLayout1.xml.rels", &rels.xml())?;
        let mut rels = Rels::default();
        rels.add("theme", "../theme/theme2.xml");
        package.xml("ppt/notesMasters/notesMaster1.xml", &master::notes_master(self.size, self.lang))?;
        package.xml("ppt/notesMasters/_rels/notesMaster1.xml.rels", &rels.xml())
    }

    fn write_presentation(&self, package: &mut Package) -> Result<(), ExportError> {
        let mut rels = Rels::default();
        let master = rels.add("slideMaster", "slideMasters/slideMaster1.xml");
        let notes = rels.add("notesMaster", "notesMasters/notesMaster1.xml");
        let mut xml = Xml::part();
        xml.raw(&format!("<p:presentation {NAMES} saveSubsetFonts=\"1\"><p:sldMasterIdLst>"));
        xml.tag("p:sldMasterId").attr("id", "2147483648").attr("r:id", &master).empty();
        xml.raw("</p:sldMasterIdLst><p:notesMasterIdLst>");
        xml.tag("p:notesMasterId").attr("r:id", &notes).empty();
        xml.raw("</p:notesMasterIdLst>");
        if !self.slides.is_empty() {
            xml.raw("<p:sldIdLst>");
            for number in 1..=self.slides.len() {
                let slide = rels.add("slide", &format!("slides/slide{number}.xml"));
                xml.tag("p:sldId").count("id", 255 + number).attr("r:id", &slide).empty();
            }
            xml.raw("</p:sldIdLst>");
        }
        xml.tag("p:sldSz").int("cx", self.size.0).int("cy", self.size.1).empty();
        let side = |points: f64| (points * POINT) as i64;
        xml.tag("p:notesSz").int("cx", side(master::NOTES.0)).int("cy", side(master::NOTES.1)).empty();
        xml.element("p:defaultTextStyle", |xml| master::levels(xml, self.lang));
        xml.raw("</p:presentation>");
        for (kind, part) in
            [(PRESENTATION_PROPERTIES, "presProps"), ("viewProps", "viewProps"), ("tableStyles", "tableStyles")]
        {
            rels.add(kind, &format!("{part}.xml"));
        }
        rels.add("theme", "theme/theme1.xml");
        package.xml("ppt/presentation.xml", &xml.into_string())?;
        package.xml("ppt/_rels/presentation.xml.rels", &rels.xml())?;
        package.xml("ppt/presProps.xml", &empty(&format!("p:presentationPr {NAMES}")))?;
        package.xml("ppt/viewProps.xml", &empty(&format!("p:viewPr {NAMES}")))?;
        let styles = "a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"";
        package.xml("ppt/tableStyles.xml", &empty(styles))
    }

    /// Writes a slide with its notes and, if it has one, its chart.
    pub fn write_slide(
        &self,
        index: usize,
        package: &mut Package,
        pictures: &mut Pictures,
        cancel: &AtomicBool,
    ) -> Result<(), ExportError> {
        let number = index + 1;
        let source = self.slides[index];
        let mut rels = Rels::default();
        rels.add("slideLayout", "../slideLayouts/slideLayout1.xml");
        if !source.notes().is_empty() {
            rels.add("notesSlide", &format!("../notesSlides/notesSlide{number}.xml"));
            self.write_notes(number, source, package)?;
        }
        let (xml, rels) = match source {
            Source::Page(page) => write_page(page, self.size, self.lang, rels, pictures, cancel)?,
            Source::Chart(data, chart) => {
                self.write_chart(data, chart, package)?;
                let rel = rels.add("chart", &format!("../charts/chart{chart}.xml"));
                (chart_slide::part(data, &rel, self.size, self.lang), rels)
            }
        };
        package.xml(&format!("ppt/slides/slide{number}.xml"), &xml)?;
        package.xml(&format!("ppt/slides/_rels/slide{number}.xml.rels"), &rels.xml())
    }

    fn write_notes(&self, number: usize, source: Source<'_>, package: &mut Package) -> Result<(), ExportError> {
        let mut rels = Rels::default();
        rels.add("notesMaster", "../notesMasters/notesMaster1.xml");
        rels.add("slide", &format!("../slides/slide{number}.xml"));
        let part = notes::part(source.notes(), self.size, self.lang);
        package.xml(&format!("ppt/notesSlides/notesSlide{number}.xml"), &part)?;
        package.xml(&format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"), &rels.xml())
    }

    fn write_chart(&self, data: &ChartData, number: usize, package: &mut Package) -> Result<(), ExportError> {
        let mut rels = Rels::default();
        let book = rels.add("package", &format!("../embeddings/Microsoft_Excel_Sheet{number}.xlsx"));
        package.xml(&format!("ppt/charts/chart{number}.xml"), &chart::part(data, &book, self.size, self.lang))?;
        package.xml(&format!("ppt/charts/_rels/chart{number}.xml.rels"), &rels.xml())?;
        package
            .packed(&format!("ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"), &workbook::bytes(data, self.lang)?)
    }

    fn content_types(&self) -> String {
        let mut xml = Xml::part();
        xml.tag("Types").attr("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types").open();
        for (ending, kind) in [("rels", RELS), ("xml", "application/xml"), ("png", "image/png"), ("xlsx", XLSX)] {
            xml.tag("Default").attr("Extension", ending).attr("ContentType", kind).empty();
        }
        let mut part = |name: &str, family: &str, kind: &str| {
            let kind = format!("{family}{kind}+xml");
            xml.tag("Override").attr("PartName", name).attr("ContentType", &kind).empty();
        };
        part("/ppt/presentation.xml", MAIN, "presentation.main");
        part("/ppt/presProps.xml", MAIN, "presProps");
        part("/ppt/viewProps.xml", MAIN, "viewProps");
        part("/ppt/tableStyles.xml", MAIN, "tableStyles");
        part("/ppt/slideMasters/slideMaster1.xml", MAIN, "slideMaster");
        part("/ppt/slideLayouts/slideLayout1.xml", MAIN, "slideLayout");
        part("/ppt/notesMasters/notesMaster1.xml", MAIN, "notesMaster");
        part("/ppt/theme/theme1.xml", OFFICE, "theme");
        part("/ppt/theme/theme2.xml", OFFICE, "theme");
        for (index, slide) in self.slides.iter().enumerate() {
            let number = index + 1;
            part(&format!("/ppt/slides/slide{number}.xml"), MAIN, "slide");
            if !slide.notes().is_empty() {
                part(&format!("/ppt/notesSlides/notesSlide{number}.xml"), MAIN, "notesSlide");
            }
            if let Source::Chart(_, chart) = slide {
                part(&format!("/ppt/charts/chart{chart}.xml"), OFFICE, "drawingml.chart");
            }
        }
        part("/docProps/core.xml", PACKAGE, "core-properties");
        part("/docProps/app.xml", OFFICE, "extended-properties");
        xml.close("Types");
        xml.into_string()
    }
}

impl<'a> Source<'a> {
    /// What its speaker needs to know.
    fn notes(self) -> &'a [String] {
        match self {
            Self::Page(page) => &page.notes,
            Self::Chart(chart, _) => &chart.notes,
        }
    }
}

/// A part that holds nothing.
fn empty(element: &str) -> String {
    let mut xml = Xml::part();
    xml.tag(element).empty();
    xml.into_string()
}
