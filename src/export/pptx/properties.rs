//! What a file says about itself.

use super::xml::Xml;
use crate::i18n::Lang;

const PROGRAM: &str = "Tabiji";

/// `docProps/core.xml`. It holds no date: the same document gives the same bytes.
pub(super) fn core(title: &str, lang: Lang) -> String {
    let mut xml = Xml::part();
    xml.tag("cp:coreProperties")
        .attr("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .open();
    xml.text("dc:title", title);
    xml.text("dc:creator", PROGRAM);
    xml.text("cp:lastModifiedBy", PROGRAM);
    xml.text("dc:language", super::text::lang_code(lang));
    xml.close("cp:coreProperties");
    xml.into_string()
}

/// `docProps/app.xml`.
pub(super) fn app(slides: usize, notes: usize) -> String {
    let mut xml = Xml::part();
    xml.tag("Properties")
        .attr("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
        .open();
    xml.text("Application", PROGRAM);
    xml.text("Slides", &slides.to_string());
    xml.text("Notes", &notes.to_string());
    xml.text("HiddenSlides", "0");
    xml.text("AppVersion", "16.0000");
    xml.close("Properties");
    xml.into_string()
}
