//! A scene as SVG. Every group carries its record's id and a title, every line of text is text with
//! the place of each letter, and nothing outside the file is needed but the fonts; with letters as outlines not even they.

mod outlines;
mod text;

use super::address::safe_address;
use super::outline::rounded;
use super::xml::{push_number, push_xml};
use crate::base::{Rect, Rgba};
use crate::i18n::Lang;
use crate::model::RecordId;
use crate::scene::{Block, Group, Image, Item, Path, Scene, Shape, Stroke};
use crate::text::{EMOJI_FAMILY, TEXT_FAMILY};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kurbo::{BezPath, PathEl};
use outlines::Outlines;
use std::collections::BTreeSet;

/// Fonts of macOS, Windows and Linux that are nearest to ours, for readers without it.
const LIKE_IT: &str =
    "'Noto Sans CJK JP','Hiragino Sans','Hiragino Kaku Gothic ProN','BIZ UDPGothic','Yu Gothic UI','Meiryo'";

/// How letters are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Letters {
    /// As text, which can be searched and edited and needs the fonts.
    #[default]
    Text,
    /// As shapes, which look the same everywhere.
    Outlines,
}

/// The scene as the text of an SVG file, letters as text. `description` says what the picture shows, for screen
/// readers; an empty one is left out.
#[must_use]
pub fn to_svg(scene: &Scene, lang: Lang, description: &str) -> String {
    to_svg_with(scene, lang, description, Letters::Text)
}

/// The scene as the text of an SVG file.
#[must_use]
pub fn to_svg_with(scene: &Scene, lang: Lang, description: &str, letters: Letters) -> String {
    let mut svg = Svg { out: String::with_capacity(64 * 1024), ..Svg::default() };
    svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.head(scene, lang, description);
    if letters == Letters::Outlines {
        svg.define_letters(scene);
    }
    svg.parts(scene);
    svg.out
}

/// The scene as an element of a page that holds others: its ids begin with `prefix`, and every line of text is brought
/// to its length in whatever font the reader has.
pub(super) fn inline_svg(scene: &Scene, lang: Lang, description: &str, prefix: &str) -> String {
    let mut svg = Svg { prefix: prefix.to_owned(), writing: Writing::Fitted, ..Svg::default() };
    svg.head(scene, lang, description);
    svg.parts(scene);
    svg.out
}

/// How a line of text gets the place of its letters.
#[derive(Default)]
enum Writing {
    /// Each letter has its place.
    #[default]
    Placed,
    /// The line has its length.
    Fitted,
    /// Letters are shapes.
    Outlines(Outlines),
}

#[derive(Default)]
struct Svg {
    out: String,
    /// Records that have an element with their id; ids must be unique in a file.
    named: BTreeSet<RecordId>,
    clips: usize,
    writing: Writing,
    /// What ids begin with.
    prefix: String,
}

impl Svg {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        push_xml(&mut self.out, value);
        self.raw("\"");
    }

    fn number(&mut self, name: &str, value: f32) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        push_number(&mut self.out, value);
        self.raw("\"");
    }

    fn element(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        for part in ["<", name, ">"] {
            self.raw(part);
        }
        push_xml(&mut self.out, text);
        for part in ["</", name, ">\n"] {
            self.raw(part);
        }
    }

    fn head(&mut self, scene: &Scene, lang: Lang, description: &str) {
        self.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.number("width", scene.size.w);
        self.number("height", scene.size.h);
        self.raw(" viewBox=\"0 0 ");
        push_number(&mut self.out, scene.size.w);
        self.raw(" ");
        push_number(&mut self.out, scene.size.h);
        self.raw("\" role=\"img\"");
        self.attribute("lang", lang.code());
        self.attribute("xml:lang", lang.code());
        self.attribute("font-family", &format!("'{TEXT_FAMILY}',{LIKE_IT},'{EMOJI_FAMILY}',sans-serif"));
        self.raw(" xml:space=\"preserve\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
        self.element("title", &scene.title);
        self.element("desc", description);
        if scene.background.a > 0 {
            self.raw("<rect width=\"100%\" height=\"100%\"");
            self.color("fill", scene.background);
            self.raw("/>\n");
        }
    }

    fn parts(&mut self, scene: &Scene) {
        for part in &scene.parts {
            self.raw("<g>\n");
            self.items(&part.items);
            self.raw("</g>\n");
        }
        self.raw("</svg>\n");
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Group(group) => self.group(group),
                Item::Block(block) => self.block(block),
                Item::Path(path) => self.path(path),
                Item::Text(text) => self.text(text),
                Item::Image(image) => self.image(image),
                Item::Link { rect, url } => self.link(rect, url),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let clip = group.clip.map(|rect| self.clip(&rounded(&rect, 0.0)));
        self.raw("<g");
        if let Some(id) = group.id {
            let name = format!("{id:?}");
            if self.named.insert(id) {
                let id = format!("{}{}", self.prefix, name.replace(':', "-"));
                self.attribute("id", &id);
            }
            self.attribute("data-id", &name);
        }
        if let Some(clip) = clip {
            self.attribute("clip-path", &clip);
        }
        self.raw(">");
        self.element("title", &group.label);
        self.items(&group.items);
        self.raw("</g>\n");
    }

    fn block(&mut self, block: &Block) {
        match block.shape {
            Shape::Ellipse => {
                let (center, rect) = (block.rect.center(), block.rect);
                self.raw("<ellipse");
                self.number("cx", center.x);
                self.number("cy", center.y);
                self.number("rx", rect.w / 2.0);
                self.number("ry", rect.h / 2.0);
            }
            Shape::Rect | Shape::Rounded(_) => {
                self.raw("<rect");
                self.place(&block.rect);
                if let Shape::Rounded(radius) = block.shape {
                    self.number("rx", radius.clamp(0.0, block.rect.w.min(block.rect.h) / 2.0));
                }
            }
        }
        self.paint(block.fill, block.stroke.as_ref());
        self.raw("/>\n");
        if let Some(text) = &block.text {
            self.text(text);
        }
    }

    fn path(&mut self, path: &Path) {
        self.raw("<path d=\"");
        self.data(&path.outline);
        self.raw("\"");
        self.paint(path.fill, path.stroke.as_ref());
        self.raw("/>\n");
    }

    fn image(&mut self, image: &Image) {
        let clip = self.clip(&rounded(&image.rect, image.radius));
        self.raw("<image");
        self.place(&image.rect);
        self.attribute("clip-path", &clip);
        self.raw(" preserveAspectRatio=\"xMidYMid slice\" href=\"data:image/png;base64,");
        STANDARD.encode_string(image.picture.png(), &mut self.out);
        self.raw("\">");
        self.element("title", &image.label);
        self.raw("</image>\n");
    }

    fn link(&mut self, rect: &Rect, url: &str) {
        let Some(url) = safe_address(url) else { return };
        self.raw("<a");
        self.attribute("href", url);
        self.raw("><rect");
        self.place(rect);
        self.raw(" fill=\"none\" pointer-events=\"all\"/></a>\n");
    }

    /// Defines a clip and gives the reference to it.
    fn clip(&mut self, outline: &BezPath) -> String {
        self.clips += 1;
        let id = format!("{}clip{}", self.prefix, self.clips);
        self.raw("<clipPath");
        self.attribute("id", &id);
        self.raw("><path d=\"");
        self.data(outline);
        self.raw("\"/></clipPath>\n");
        format!("url(#{id})")
    }

    fn place(&mut self, rect: &Rect) {
        self.number("x", rect.x);
        self.number("y", rect.y);
        self.number("width", rect.w);
        self.number("height", rect.h);
    }

    fn paint(&mut self, fill: Option<Rgba>, stroke: Option<&Stroke>) {
        match fill {
            Some(color) => self.color("fill", color),
            None => self.raw(" fill=\"none\""),
        }
        let Some(stroke) = stroke else { return };
        self.color("stroke", stroke.color);
        self.number("stroke-width", stroke.width);
        if !stroke.dash.is_empty() {
            self.raw(" stroke-dasharray=\"");
            self.numbers(stroke.dash.iter().copied());
            self.raw("\"");
        }
    }

    fn color(&mut self, name: &str, color: Rgba) {
        self.attribute(name, &Rgba { a: 255, ..color }.to_string());
        if color.a != 255 {
            self.number(&format!("{name}-opacity"), f32::from(color.a) / 255.0);
        }
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = f32>) {
        for (index, number) in numbers.into_iter().enumerate() {
            if index > 0 {
                self.raw(" ");
            }
            push_number(&mut self.out, number);
        }
    }

    fn data(&mut self, outline: &BezPath) {
        for element in outline.elements() {
            let (letter, points): (&str, &[kurbo::Point]) = match element {
                PathEl::MoveTo(p) => ("M", &[*p]),
                PathEl::LineTo(p) => ("L", &[*p]),
                PathEl::QuadTo(a, p) => ("Q", &[*a, *p]),
                PathEl::CurveTo(a, b, p) => ("C", &[*a, *b, *p]),
                PathEl::ClosePath => ("Z", &[]),
            };
            self.raw(letter);
            self.numbers(points.iter().flat_map(|point| [point.x as f32, point.y as f32]));
        }
    }
}
