//! Items of a scene as shapes of a slide.

use super::connect::{self, Glue};
use super::fold::{self, Piece, folded};
use super::geometry::{self, Preset};
use super::place::Frame;
use super::slide::Slide;
use super::text::{self, Wrap};
use super::xml::Xml;
use super::{path, title};
use crate::base::{Point, Rect, Rgba};
use crate::i18n::deck::DeckText;
use crate::scene::{Block, Group, Image, Item, Path, Stroke, Text};
use kurbo::BezPath;

/// The longest name in the list of objects; the alternative text has all of it.
const NAME: usize = 80;
/// Tells readers of screens that there is nothing to tell.
const DECORATIVE: &str = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
     xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";

/// What a shape is called.
#[derive(Clone, Copy)]
pub(super) enum Called<'a> {
    /// What the scene says of it, in words.
    Label(&'a str),
    /// A part of something that has a label.
    Part,
    /// It stands by itself and means nothing: a ground, a line of the grid.
    Nothing,
}

/// A shape's frame and form.
enum Form<'a> {
    Preset(Preset),
    Free(&'a BezPath),
}

impl Slide<'_> {
    /// Writes items from back to front.
    pub(super) fn items(&mut self, items: &[Item], called: Called<'_>) {
        self.pieces(&folded(items), called);
    }

    fn pieces(&mut self, pieces: &[Piece<'_>], called: Called<'_>) {
        for piece in pieces {
            self.piece(piece, called);
        }
    }

    fn piece(&mut self, piece: &Piece<'_>, called: Called<'_>) {
        match piece.item {
            Item::Group(group) => self.group(group, called),
            Item::Block(block) => self.block(block, piece.text, called),
            Item::Path(path) => self.path(path, piece.text, called),
            Item::Text(text) => self.text_box(text, called),
            Item::Image(image) => self.image(image, called),
            Item::Link { rect, url } => self.link(rect, url),
        }
    }

    /// Several shapes as one; a single one takes the group's name.
    fn group(&mut self, group: &Group, outer: Called<'_>) {
        let pieces = folded(&group.items);
        let called = if group.label.is_empty() { outer } else { Called::Label(&group.label) };
        if let [only] = &pieces[..] {
            return self.piece(only, called);
        }
        let frames = group.items.iter().filter_map(|item| self.frame_of(item));
        let Some(frame) = frames.reduce(Frame::around) else { return };
        self.xml.raw("<p:grpSp><p:nvGrpSpPr>");
        let id = self.new_id();
        self.named(id, &Self::group_name(self.word(DeckText::Group), called), called, false, None);
        self.xml.raw("<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>");
        for (place, size) in [("a:off", "a:ext"), ("a:chOff", "a:chExt")] {
            self.xml.tag(place).int("x", frame.x).int("y", frame.y).empty();
            self.xml.tag(size).int("cx", frame.w).int("cy", frame.h).empty();
        }
        self.xml.raw("</a:xfrm></p:grpSpPr>");
        self.pieces(&pieces, Called::Part);
        self.xml.raw("</p:grpSp>");
    }

    fn group_name(word: &str, called: Called<'_>) -> String {
        match called {
            Called::Label(label) => label.to_owned(),
            Called::Part | Called::Nothing => word.to_owned(),
        }
    }

    /// Where an item will be on the slide.
    fn frame_of(&self, item: &Item) -> Option<Frame> {
        match item {
            Item::Group(group) => group.items.iter().filter_map(|item| self.frame_of(item)).reduce(Frame::around),
            Item::Path(path) => Some(path::frame(&path.outline, &self.place)),
            // A text inside a shape never reaches out of it by more than a hair, so it does no harm here.
            Item::Text(text) => Some(self.place.frame(&fold::letters(text))),
            _ => Some(self.place.frame(&item.bounds())),
        }
    }

    fn block(&mut self, block: &Block, text: Option<&Text>, called: Called<'_>) {
        let is_anchor = connect::is_anchor(block.shape, &block.rect);
        let id = if is_anchor { self.anchors.next_id() } else { None };
        let id = id.unwrap_or_else(|| self.new_id());
        if block.fill.is_none() && block.stroke.is_none() && text.is_none() {
            return;
        }
        let frame = self.place.frame(&block.rect);
        let form = Form::Preset(geometry::of_block(block));
        self.shape((id, frame), &form, (block.fill, block.stroke.as_ref()), text, called);
    }

    fn path(&mut self, path: &Path, text: Option<&Text>, called: Called<'_>) {
        if path.outline.elements().is_empty() || (path.fill.is_none() && path.stroke.is_none()) {
            return;
        }
        if let (Some((from, to)), Some(stroke), None) = (path::straight(&path.outline), &path.stroke, text) {
            let point = |p: kurbo::Point| Point::new(p.x as f32, p.y as f32);
            return self.line(point(from), point(to), stroke, called);
        }
        let frame = path::frame(&path.outline, &self.place);
        let preset = path.fill.and_then(|_| geometry::of_path(&path.outline));
        let form = preset.map_or(Form::Free(&path.outline), Form::Preset);
        let id = self.new_id();
        self.shape((id, frame), &form, (path.fill, path.stroke.as_ref()), text, called);
    }

    fn shape(
        &mut self,
        (id, frame): (u32, Frame),
        form: &Form<'_>,
        (fill, stroke): (Option<Rgba>, Option<&Stroke>),
        text: Option<&Text>,
        called: Called<'_>,
    ) {
        let word = self.word(if matches!(form, Form::Free(_)) { DeckText::Freeform } else { DeckText::Shape });
        let name = name(called, text, word, id);
        self.xml.raw("<p:sp><p:nvSpPr>");
        self.named(id, &name, called, text.is_some(), None);
        self.xml.raw("<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>");
        transform(&mut self.xml, "a:xfrm", frame, false, false);
        let inside = match form {
            Form::Preset(preset) => {
                preset_geometry(&mut self.xml, preset.name, preset.adjust);
                preset.text
            }
            Form::Free(outline) => {
                path::write(&mut self.xml, outline, frame, &self.place, fill.is_some());
                bounds(outline)
            }
        };
        paint(&mut self.xml, fill);
        self.stroke(stroke);
        self.xml.raw("</p:spPr>");
        if let Some(text) = text {
            let wrap = Wrap::inside(text, &inside);
            text::body(&mut self.xml, "p:txBody", text, &inside, wrap, &self.place, self.lang);
        }
        self.xml.raw("</p:sp>");
    }

    /// Text that stands by itself; the page's title is the slide's.
    fn text_box(&mut self, text: &Text, called: Called<'_>) {
        let is_title = self.title.is_some_and(|title| std::ptr::eq(title, text));
        let id = self.new_id();
        let name = name(called, Some(text), self.word(DeckText::Text), id);
        let rect = text::own_box(text);
        self.xml.raw("<p:sp><p:nvSpPr>");
        self.named(id, &name, called, true, None);
        self.xml.raw(if is_title {
            "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr>"
        } else {
            "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>"
        });
        self.xml.raw("</p:nvSpPr><p:spPr>");
        transform(&mut self.xml, "a:xfrm", self.place.frame(&rect), false, false);
        self.xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></p:spPr>");
        text::body(&mut self.xml, "p:txBody", text, &rect, Wrap::alone(text), &self.place, self.lang);
        self.xml.raw("</p:sp>");
    }

    /// A straight line is a connector, held by the signs at its ends where there are some.
    fn line(&mut self, from: Point, to: Point, stroke: &Stroke, called: Called<'_>) {
        let ends = match called {
            Called::Label(_) | Called::Part => self.anchors.ends(from, to),
            Called::Nothing => None,
        };
        let id = self.new_id();
        let name = name(called, None, self.word(DeckText::Line), id);
        self.xml.raw("<p:cxnSp><p:nvCxnSpPr>");
        self.named(id, &name, called, false, None);
        self.xml.raw("<p:cNvCxnSpPr>");
        if let Some((start, end)) = ends {
            glue(&mut self.xml, "a:stCxn", start);
            glue(&mut self.xml, "a:endCxn", end);
        }
        self.xml.raw("</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>");
        let (frame, flip_h, flip_v) = connect::span(from, to, &self.place);
        transform(&mut self.xml, "a:xfrm", frame, flip_h, flip_v);
        preset_geometry(&mut self.xml, if ends.is_some() { "straightConnector1" } else { "line" }, None);
        self.stroke(Some(stroke));
        self.xml.raw("</p:spPr></p:cxnSp>");
    }

    fn image(&mut self, image: &Image, called: Called<'_>) {
        let Some(found) = self.picture(image) else { return };
        let id = self.new_id();
        let label = if image.label.is_empty() { called } else { Called::Label(&image.label) };
        let name = name(label, None, self.word(DeckText::Picture), id);
        self.xml.raw("<p:pic><p:nvPicPr>");
        self.named(id, &name, label, false, None);
        self.xml.raw("<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>");
        self.xml.tag("a:blip").attr("r:embed", &found.rel).empty();
        let (sides, ends) = (found.crop.0, found.crop.1);
        self.xml.tag("a:srcRect").int("l", sides).int("t", ends).int("r", sides).int("b", ends).empty();
        self.xml.raw("<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>");
        transform(&mut self.xml, "a:xfrm", self.place.frame(&image.rect), false, false);
        let preset = geometry::rounded(image.rect, image.radius);
        preset_geometry(&mut self.xml, preset.name, preset.adjust);
        self.xml.raw("</p:spPr></p:pic>");
    }

    /// A place that leads to an address: a shape that cannot be seen but clicked.
    fn link(&mut self, rect: &Rect, url: &str) {
        let Some(rel) = self.rels.link(url) else { return };
        let id = self.new_id();
        self.xml.raw("<p:sp><p:nvSpPr>");
        self.named(id, url, Called::Label(url), false, Some((&rel, url)));
        self.xml.raw("<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>");
        transform(&mut self.xml, "a:xfrm", self.place.frame(rect), false, false);
        preset_geometry(&mut self.xml, "rect", None);
        // What has no fill is not clicked in a slide show.
        paint(&mut self.xml, Some(Rgba { a: 0, ..Rgba::WHITE }));
        self.stroke(None);
        self.xml.raw("</p:spPr></p:sp>");
    }

    /// Number, name and alternative text of a shape.
    fn named(&mut self, id: u32, name: &str, called: Called<'_>, is_read: bool, click: Option<(&str, &str)>) {
        let label = match called {
            Called::Label(label) => Some(label),
            Called::Part | Called::Nothing => None,
        };
        let is_decorative = matches!(called, Called::Nothing) && !is_read;
        let name: String = name.chars().take(NAME).collect();
        let tag = self.xml.tag("p:cNvPr").int("id", id.into()).attr("name", &name).maybe("descr", label);
        if click.is_none() && !is_decorative {
            return tag.empty();
        }
        tag.open();
        if let Some((rel, url)) = click {
            self.xml.tag("a:hlinkClick").attr("r:id", rel).attr("tooltip", url).empty();
        }
        if is_decorative {
            self.xml.raw(DECORATIVE);
        }
        self.xml.close("p:cNvPr");
    }

    /// Writes a line; its ends and joins are round, as in every target.
    fn stroke(&mut self, stroke: Option<&Stroke>) {
        let Some(stroke) = stroke else { return self.xml.raw("<a:ln><a:noFill/></a:ln>") };
        let width = self.place.length(stroke.width).clamp(0, 20_116_800);
        self.xml.tag("a:ln").int("w", width).attr("cap", "rnd").open();
        solid(&mut self.xml, stroke.color);
        if stroke.dash.len() >= 2 && stroke.width > 0.0 {
            let share = |length: f32| (f64::from(length / stroke.width) * 100_000.0).round() as i64;
            self.xml.raw("<a:custDash>");
            for pair in stroke.dash.chunks_exact(2) {
                self.xml.tag("a:ds").int("d", share(pair[0])).int("sp", share(pair[1])).empty();
            }
            self.xml.raw("</a:custDash>");
        }
        self.xml.raw("<a:round/></a:ln>");
    }
}

/// What a shape is called in the list of objects.
fn name(called: Called<'_>, text: Option<&Text>, word: &str, id: u32) -> String {
    if let Called::Label(label) = called {
        return label.to_owned();
    }
    let words =
        text.map(|text| text.paragraph.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
    words.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| format!("{word} {id}"))
}

/// Where a shape is.
pub(super) fn transform(xml: &mut Xml, element: &str, frame: Frame, flip_h: bool, flip_v: bool) {
    let flip = |is: bool| is.then_some("1");
    xml.tag(element).maybe("flipH", flip(flip_h)).maybe("flipV", flip(flip_v)).open();
    xml.tag("a:off").int("x", frame.x).int("y", frame.y).empty();
    xml.tag("a:ext").int("cx", frame.w).int("cy", frame.h).empty();
    xml.close(element);
}

fn preset_geometry(xml: &mut Xml, name: &str, adjust: Option<i64>) {
    xml.tag("a:prstGeom").attr("prst", name).open();
    match adjust {
        None => xml.tag("a:avLst").empty(),
        Some(value) => {
            xml.raw("<a:avLst>");
            xml.tag("a:gd").attr("name", "adj").attr("fmla", &format!("val {value}")).empty();
            xml.raw("</a:avLst>");
        }
    }
    xml.close("a:prstGeom");
}

fn glue(xml: &mut Xml, element: &str, glue: Glue) {
    xml.tag(element).int("id", glue.shape.into()).int("idx", glue.site.into()).empty();
}

fn paint(xml: &mut Xml, fill: Option<Rgba>) {
    match fill {
        None => xml.raw("<a:noFill/>"),
        Some(color) => solid(xml, color),
    }
}

/// A colour with its opacity.
pub(super) fn solid(xml: &mut Xml, color: Rgba) {
    xml.raw("<a:solidFill>");
    let hex = format!("{:02X}{:02X}{:02X}", color.r, color.g, color.b);
    let tag = xml.tag("a:srgbClr").attr("val", &hex);
    if color.a == 255 {
        tag.empty();
    } else {
        tag.open();
        xml.tag("a:alpha").int("val", (f64::from(color.a) / 255.0 * 100_000.0).round() as i64).empty();
        xml.close("a:srgbClr");
    }
    xml.raw("</a:solidFill>");
}

fn bounds(outline: &BezPath) -> Rect {
    use kurbo::Shape as _;
    let b = outline.bounding_box();
    Rect::new(b.x0 as f32, b.y0 as f32, b.width() as f32, b.height() as f32)
}

impl Slide<'_> {
    /// Writes the title of a page that does not show it.
    pub(super) fn hidden_title(&mut self, words: &str, slide: (i64, i64)) {
        let id = self.new_id();
        title::write_hidden(&mut self.xml, id, DeckText::Title.text(self.lang), words, slide, self.lang);
    }
}
