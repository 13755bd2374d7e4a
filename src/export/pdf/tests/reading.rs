//! What a reader of its own makes of a PDF: its text, its dictionaries.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::kurbo::{Affine, BezPath};

/// An opened PDF.
pub struct Reader(Pdf);

impl Reader {
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Pdf::new(bytes).unwrap())
    }

    /// Width and height of each page in points.
    pub fn sizes(&self) -> Vec<(f32, f32)> {
        self.0.pages().iter().map(Page::render_dimensions).collect()
    }

    /// What a page says, a line for each line drawn.
    pub fn text(&self, page: usize) -> String {
        let page = &self.0.pages()[page];
        let cache = InterpreterCache::new();
        let settings = InterpreterSettings::default();
        let mut context =
            Context::new(Affine::IDENTITY, hayro::kurbo::Rect::new(0.0, 0.0, 1e4, 1e4), &cache, page.xref(), settings);
        let mut said = Said::default();
        interpret_page(page, &mut context, &mut said);
        said.text
    }

    pub fn title(&self) -> String {
        decoded(self.0.metadata().title.as_deref().unwrap_or_default())
    }

    pub fn language(&self) -> String {
        text_of(&self.root(), "Lang")
    }

    /// Depth and text of each bookmark.
    pub fn bookmarks(&self) -> Vec<(u32, String)> {
        let mut all = Vec::new();
        if let Some(outlines) = self.root().get::<Dict<'_>>("Outlines") {
            push_bookmarks(&outlines, 0, &mut all);
        }
        all
    }

    /// The structure, a line for each element: its kind, and its title or what it is in words.
    pub fn structure(&self) -> String {
        let mut out = String::new();
        let root = self.root().get::<Dict<'_>>("StructTreeRoot").unwrap();
        push_structure(&root, &mut out);
        out
    }

    pub fn links(&self) -> Vec<String> {
        let dicts = self.0.objects().into_iter().filter_map(Object::into_dict);
        let links = dicts.filter(|dict| dict.get::<Name<'_>>("Subtype").is_some_and(|name| &*name == b"Link"));
        links.map(|link| text_of(&link.get::<Dict<'_>>("A").unwrap(), "URI")).collect()
    }

    pub fn contains(&self, key: &str) -> bool {
        self.0.objects().into_iter().filter_map(Object::into_dict).any(|dict| dict.contains_key(key))
    }

    fn root(&self) -> Dict<'_> {
        let xref = self.0.xref();
        xref.get(xref.root_id()).unwrap()
    }
}

fn text_of(dict: &Dict<'_>, key: &str) -> String {
    dict.get::<PdfString<'_>>(key).map(|text| decoded(text.as_bytes())).unwrap_or_default()
}

/// Text as PDF has it: UTF-16 with a mark, or else letters of one byte.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn push_bookmarks(parent: &Dict<'_>, depth: u32, all: &mut Vec<(u32, String)>) {
    let mut next = parent.get::<Dict<'_>>("First");
    while let Some(entry) = next {
        all.push((depth, text_of(&entry, "Title")));
        push_bookmarks(&entry, depth + 1, all);
        next = entry.get::<Dict<'_>>("Next");
    }
}

fn push_structure(element: &Dict<'_>, out: &mut String) {
    if let Some(kind) = element.get::<Name<'_>>("S") {
        let (title, alt) = (text_of(element, "T"), text_of(element, "Alt"));
        let kind = String::from_utf8_lossy(&kind);
        out.extend([&kind, " ", &title, &alt, "\n"]);
    }
    if let Some(child) = element.get::<Dict<'_>>("K") {
        push_structure(&child, out);
    }
    if let Some(children) = element.get::<Array<'_>>("K") {
        children.iter::<Object<'_>>().filter_map(Object::into_dict).for_each(|child| push_structure(&child, out));
    }
}

/// Hears what is drawn and keeps the letters.
#[derive(Default)]
struct Said {
    text: String,
    /// For each mark that is open, whether what it says was given in words.
    marks: Vec<bool>,
}

impl<'a> Device<'a> for Said {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        use hayro::hayro_interpret::hayro_cmap::BfString;
        if self.marks.contains(&true) {
            return;
        }
        for glyph in run.glyphs() {
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => self.text.push(c),
                Some(BfString::String(text)) => self.text.push_str(&text),
                None => {}
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let words = properties.and_then(|dict| dict.get::<PdfString<'_>>("ActualText"));
        self.text.extend(words.iter().map(|words| decoded(words.as_bytes())));
        if tag == b"Span" && words.is_none() && self.text.ends_with(|c| c != '\n') {
            self.text.push('\n');
        }
        self.marks.push(words.is_some());
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
