//! The page round the pictures.

use super::Sheet;
use crate::base::Rgba;
use crate::export::xml::push_xml;
use crate::i18n::html::HtmlText as Text;
use crate::i18n::{Lang, fill};
use crate::look::Theme;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

const STYLE: &str = include_str!("../../../assets/html/page.css");
const SCRIPT: &str = include_str!("../../../assets/html/page.js");

pub(super) struct Page<'a> {
    pub(super) title: &'a str,
    pub(super) lang: Lang,
    pub(super) theme: &'a Theme,
    pub(super) sheets: &'a [Sheet],
}

impl Page<'_> {
    /// The whole file. `details` is JSON without a `<`.
    pub(super) fn text(&self, details: &str) -> String {
        let style = format!("{}\n{STYLE}", self.colours());
        let mut out = String::with_capacity(256 * 1024);
        out.push_str("<!DOCTYPE html>\n");
        open(&mut out, "html", &[("lang", self.lang.code())]);
        out.push_str("\n<head>\n<meta charset=\"utf-8\">\n");
        let policy = policy(&style);
        open(&mut out, "meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
        out.push_str("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.push_str("<meta name=\"generator\" content=\"Tabiji\">\n<title>");
        push_xml(&mut out, self.name());
        out.push_str("</title>\n<style>");
        out.push_str(&style);
        out.push_str("</style>\n</head>\n<body>\n");
        self.push_header(&mut out);
        out.push_str("<main data-view=\"map\">\n");
        self.sheets.iter().enumerate().for_each(|(index, sheet)| self.push_sheet(&mut out, index + 1, sheet));
        out.push_str("</main>\n<script type=\"application/json\" id=\"details\">");
        out.push_str(details);
        out.push_str("</script>\n<script>");
        out.push_str(SCRIPT);
        out.push_str("</script>\n</body>\n</html>\n");
        out
    }

    /// What the page is called: a page of nothing is still a page.
    fn name(&self) -> &str {
        let first = self.sheets.first().map_or("Tabiji", |sheet| &sheet.title);
        if self.title.is_empty() { first } else { self.title }
    }

    fn push_header(&self, out: &mut String) {
        out.push_str("<header>\n");
        element(out, "h1", &[], self.name());
        if self.sheets.len() > 1 {
            open(out, "nav", &[("aria-label", Text::Contents.text(self.lang))]);
            out.push_str("<ul>\n");
            for (index, sheet) in self.sheets.iter().enumerate() {
                out.push_str("<li>");
                element(out, "a", &[("href", &format!("#sheet-{}", index + 1))], &sheet.title);
                out.push_str("</li>\n");
            }
            out.push_str("</ul></nav>\n");
        }
        open(out, "div", &[("class", "views"), ("role", "group"), ("aria-label", Text::Views.text(self.lang))]);
        for (name, text) in [("map", Text::MapView), ("table", Text::TableView)] {
            element(out, "button", &[("type", "button"), ("data-show", name)], text.text(self.lang));
        }
        out.push_str("</div>\n</header>\n");
    }

    fn push_sheet(&self, out: &mut String, number: usize, sheet: &Sheet) {
        let heading = format!("title-{number}");
        open(out, "section", &[("id", &format!("sheet-{number}")), ("aria-labelledby", &heading)]);
        element(out, "h2", &[("id", &heading)], &sheet.title);
        out.push_str("<div class=\"stage\">\n");
        let said = fill(Text::Picture.text(self.lang), &[("title", &sheet.title)]);
        let hint = Text::Hint.text(self.lang);
        open(
            out,
            "div",
            &[
                ("class", "picture"),
                ("tabindex", "0"),
                ("role", "group"),
                ("aria-label", &said),
                ("aria-description", hint),
            ],
        );
        out.push('\n');
        out.push_str(&sheet.svg);
        out.push_str("</div>\n");
        self.push_tools(out);
        self.push_panel(out);
        out.push_str("</div>\n<div class=\"words\">\n");
        out.push_str(&sheet.table);
        out.push_str("</div>\n</section>\n");
    }

    fn push_tools(&self, out: &mut String) {
        open(out, "div", &[("class", "tools"), ("role", "group"), ("aria-label", Text::Tools.text(self.lang))]);
        for (tool, sign, name) in [("in", "+", Text::ZoomIn), ("out", "−", Text::ZoomOut)] {
            let name = name.text(self.lang);
            let attributes = [("type", "button"), ("data-tool", tool), ("aria-label", name), ("title", name)];
            element(out, "button", &attributes, sign);
        }
        element(out, "button", &[("type", "button"), ("data-tool", "all")], Text::Whole.text(self.lang));
        out.push_str("</div>\n");
    }

    /// What is known about what was clicked; the script fills it.
    fn push_panel(&self, out: &mut String) {
        let name = Text::Details.text(self.lang);
        open(out, "aside", &[("class", "details"), ("aria-label", name), ("aria-live", "polite"), ("hidden", "")]);
        let close = Text::Close.text(self.lang);
        element(out, "button", &[("type", "button"), ("class", "close"), ("aria-label", close), ("title", close)], "×");
        out.push_str("<p class=\"kind\"></p><h3></h3><div class=\"notes\"></div><dl></dl></aside>\n");
    }

    /// The theme's colours by the names that the style sheet uses.
    fn colours(&self) -> String {
        let theme = self.theme;
        let colours: [(&str, Rgba); 13] = [
            ("canvas", theme.canvas),
            ("panel", theme.panel),
            ("paper", theme.paper),
            ("hover", theme.hover),
            ("ink", theme.ink),
            ("ink2", theme.ink2),
            ("line", theme.line),
            ("line2", theme.line2),
            ("accent", theme.accent),
            ("accent-weak", theme.accent_weak),
            ("on-accent", theme.on_accent),
            ("ink3", theme.ink3),
            ("shadow", theme.shadow),
        ];
        let scheme = if theme.dark { "dark" } else { "light" };
        let all = colours.map(|(name, color)| format!("--{name}: {color};"));
        format!(":root {{ --scheme: {scheme}; {} }}", all.join(" "))
    }
}

/// Nothing is fetched and nothing runs but this style and this script.
fn policy(style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; img-src data:; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(SCRIPT)
    )
}

/// Begins an element.
pub(super) fn open(out: &mut String, name: &str, attributes: &[(&str, &str)]) {
    out.push('<');
    out.push_str(name);
    for (attribute, value) in attributes {
        out.push(' ');
        out.push_str(attribute);
        out.push_str("=\"");
        push_xml(out, value);
        out.push('"');
    }
    out.push('>');
}

/// A whole element.
pub(super) fn element(out: &mut String, name: &str, attributes: &[(&str, &str)], text: &str) {
    open(out, name, attributes);
    push_xml(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}
