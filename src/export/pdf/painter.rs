//! Paints the items of a scene, and notes what is read aloud. Shapes are decoration to a reader, lines of text are
//! what it says, and what has a name but no words is a picture with that name.

mod lines;

use super::brush;
use super::structure::{Piece, Role};
use crate::base::{Rect, Rgba, Size};
use crate::export::address::safe_address;
use crate::export::named::is_one_thing;
use crate::export::outline::{outline, rounded};
use crate::export::picture;
use crate::scene::{Group, Image, Item, Part, PartKind, Stroke};
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::Transform;
use krilla::page::Page;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier};
use krilla::text::Font;
use kurbo::BezPath;
use lines::Spaces;

/// Pixels of a picture in a point of the page: 300 in an inch.
const PICTURE_DENSITY: f32 = 300.0 / 72.0;

/// A place that leads to an address.
pub(super) struct Link {
    part: PartKind,
    rect: Rect,
    url: String,
}

/// The painter of one page.
pub(super) struct Painter<'a> {
    surface: Surface<'a>,
    fonts: &'a [Font; 3],
    spaces: Spaces,
    scale: f32,
    pieces: Vec<Piece>,
    links: Vec<Link>,
    unreadable: Vec<String>,
}

/// What marks the content that is being painted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marking {
    /// Everything is inside one mark already.
    Whole,
    /// Lines of text are marked one by one, and all else as decoration.
    Lines,
}

impl<'a> Painter<'a> {
    /// A painter; `scale` is points of a map unit.
    pub fn new(surface: Surface<'a>, fonts: &'a [Font; 3], scale: f32) -> Self {
        let spaces = Spaces::new();
        Self { surface, fonts, spaces, scale, pieces: Vec::new(), links: Vec::new(), unreadable: Vec::new() }
    }

    /// What is read, what is clicked, and the pictures left out.
    pub fn finish(self) -> (Vec<Piece>, Vec<Link>, Vec<String>) {
        self.surface.finish();
        (self.pieces, self.links, self.unreadable)
    }

    /// Moves and scales what follows until [`Self::pop`].
    pub fn push(&mut self, transform: Transform) {
        self.surface.push_transform(&transform);
    }

    /// Ends the last [`Self::push`].
    pub fn pop(&mut self) {
        self.surface.pop();
    }

    /// The sheet.
    pub fn ground(&mut self, size: Size, color: Rgba) {
        let sheet = rounded(&Rect::new(0.0, 0.0, size.w, size.h), 0.0);
        self.decoration(|painter| painter.shape(&sheet, Some(color), None));
    }

    /// Paints a part.
    pub fn part(&mut self, part: &Part) {
        part.items.iter().for_each(|item| self.item(part.kind, item));
    }

    fn item(&mut self, part: PartKind, item: &Item) {
        match item {
            // What holds things with names is read thing by thing.
            Item::Group(group) if !is_one_thing(group) => {
                self.clipped(group, |painter| group.items.iter().for_each(|item| painter.item(part, item)));
            }
            Item::Link { rect, url } => self.links.push(Link { part, rect: *rect, url: url.clone() }),
            _ => self.piece(part, item),
        }
    }

    fn piece(&mut self, part: PartKind, item: &Item) {
        let (id, name) = match item {
            Item::Group(group) => (group.id, group.label.as_str()),
            Item::Image(image) => (None, image.label.as_str()),
            _ => (None, ""),
        };
        let size = letter_size(item);
        if size == 0.0 && name.is_empty() {
            self.decoration(|painter| painter.paint(part, item, Marking::Whole, &mut Vec::new()));
            return;
        }
        let mut leaves = Vec::new();
        let role = if size > 0.0 {
            self.paint(part, item, Marking::Lines, &mut leaves);
            Role::Words(name.to_owned())
        } else {
            leaves.push(self.surface.start_tagged(ContentTag::Other));
            self.paint(part, item, Marking::Whole, &mut Vec::new());
            self.surface.end_tagged();
            Role::Figure(name.to_owned())
        };
        // A line without letters leaves no mark, and a structure without content means nothing.
        if !leaves.is_empty() {
            self.pieces.push(Piece { part, id, rect: item.bounds(), role, size, leaves });
        }
    }

    fn paint(&mut self, part: PartKind, item: &Item, marking: Marking, leaves: &mut Vec<Identifier>) {
        match item {
            Item::Group(group) => self.clipped(group, |painter| {
                group.items.iter().for_each(|item| painter.paint(part, item, marking, leaves));
            }),
            Item::Block(block) => {
                let shape = outline(&block.rect, block.shape);
                self.marked(marking, |painter| painter.shape(&shape, block.fill, block.stroke.as_ref()));
                block.text.iter().for_each(|text| self.text(text, marking, leaves));
            }
            Item::Path(path) => {
                self.marked(marking, |painter| painter.shape(&path.outline, path.fill, path.stroke.as_ref()));
            }
            Item::Text(text) => self.text(text, marking, leaves),
            Item::Image(image) => self.marked(marking, |painter| painter.image(image)),
            Item::Link { rect, url } => self.links.push(Link { part, rect: *rect, url: url.clone() }),
        }
    }

    /// Paints decoration, where it is not inside a mark already.
    fn marked(&mut self, marking: Marking, paint: impl FnOnce(&mut Self)) {
        match marking {
            Marking::Whole => paint(self),
            Marking::Lines => self.decoration(paint),
        }
    }

    fn decoration(&mut self, paint: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::default()));
        paint(self);
        self.surface.end_tagged();
    }

    fn clipped(&mut self, group: &Group, paint: impl FnOnce(&mut Self)) {
        let clip = group.clip.and_then(|rect| brush::path(&rounded(&rect, 0.0)));
        if let Some(clip) = &clip {
            self.surface.push_clip_path(clip, &FillRule::NonZero);
        }
        paint(self);
        if clip.is_some() {
            self.surface.pop();
        }
    }

    /// First the area, then the line along it: drawn at once, what is see-through would look different.
    fn shape(&mut self, outline: &BezPath, fill: Option<Rgba>, stroke: Option<&Stroke>) {
        let (fill, stroke) = (fill.and_then(brush::fill), stroke.and_then(brush::stroke));
        if fill.is_none() && stroke.is_none() {
            return;
        }
        let Some(path) = brush::path(outline) else { return };
        if fill.is_some() {
            self.surface.set_fill(fill);
            self.surface.set_stroke(None);
            self.surface.draw_path(&path);
        }
        if stroke.is_some() {
            self.surface.set_fill(None);
            self.surface.set_stroke(stroke);
            self.surface.draw_path(&path);
        }
    }

    fn image(&mut self, image: &Image) {
        let Some(pixels) = picture::straight(image, self.scale * PICTURE_DENSITY) else {
            self.unreadable.push(image.label.clone());
            return;
        };
        let (width, height) = pixels.dimensions();
        let picture = krilla::image::Image::from_rgba8(pixels.into_raw(), width, height);
        let place = Transform::from_translate(image.rect.x, image.rect.y);
        let size = krilla::geom::Size::from_wh(image.rect.w, image.rect.h);
        let (Some(clip), Some(size)) = (brush::path(&rounded(&image.rect, image.radius)), size) else { return };
        self.surface.push_clip_path(&clip, &FillRule::NonZero);
        self.surface.push_transform(&place);
        self.surface.draw_image(picture, size);
        self.surface.pop();
        self.surface.pop();
    }
}

impl Link {
    /// Makes the place on the page lead to the address; `None` when it must not be opened.
    pub fn annotate(self, page: &mut Page<'_>, scale: f32) -> Option<Piece> {
        let url = safe_address(&self.url)?.to_owned();
        let Rect { x, y, w, h } = self.rect;
        let rect = krilla::geom::Rect::from_xywh(x * scale, y * scale, w * scale, h * scale)?;
        let target = Target::Action(LinkAction::new(url.clone()).into());
        let link = Annotation::new_link(LinkAnnotation::new(rect, target), Some(url));
        let leaves = vec![page.add_tagged_annotation(link)];
        Some(Piece { part: self.part, id: None, rect: self.rect, role: Role::Link, size: 0.0, leaves })
    }
}

/// The size of the largest letters of an item; 0 when it says nothing.
fn letter_size(item: &Item) -> f32 {
    let of = |text: &crate::scene::Text| {
        let says = text.paragraph.lines.iter().any(|line| !line.runs.is_empty());
        if says { text.paragraph.style.size } else { 0.0 }
    };
    match item {
        Item::Group(group) => group.items.iter().map(letter_size).fold(0.0, f32::max),
        Item::Block(block) => block.text.as_ref().map_or(0.0, of),
        Item::Text(text) => of(text),
        Item::Path(_) | Item::Image(_) | Item::Link { .. } => 0.0,
    }
}
