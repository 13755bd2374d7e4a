//! The items of a scene.

use crate::base::{Align, Point, Rect, Rgba, Size, VAlign};
use crate::model::{Picture, RecordId};
use crate::text::Paragraph;
use kurbo::BezPath;
use std::sync::Arc;

/// A picture of a journey (or of a template, or of a persona) on a sheet of `size`.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The sheet, from 0, 0.
    pub size: Size,
    /// The sheet's colour.
    pub background: Rgba,
    /// What it is called, for titles and screen readers.
    pub title: String,
    /// The parts from back to front.
    pub parts: Vec<Part>,
}

/// A part of the sheet. The canvas keeps some parts in sight while the body scrolls.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which part.
    pub kind: PartKind,
    /// Where it lies.
    pub bounds: Rect,
    /// Its items from back to front.
    pub items: Vec<Item>,
}

/// The parts of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Title, persona, scenario, date, n.
    Head,
    /// The cells.
    Body,
    /// Phases and steps: stay at the top of the window.
    Columns,
    /// Lane titles: stay at the left of the window.
    Lanes,
    /// The corner between the two.
    Corner,
    /// Legend and sources.
    Foot,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Item {
    /// Several items that are one thing; scenes of the same map share those that did not change.
    Group(Arc<Group>),
    /// A shape with its text.
    Block(Block),
    /// Lines and curves.
    Path(Path),
    /// Text that stands by itself.
    Text(Text),
    /// A picture.
    Image(Image),
    /// A place that leads to an address (http, https, mailto).
    Link {
        /// Where one clicks.
        rect: Rect,
        /// Where it leads.
        url: String,
    },
}

/// Several items that are one thing to a person.
#[derive(Clone, Debug)]
pub struct Group {
    /// The record it shows: hit test, tooltip, name for screen readers and other programs.
    pub id: Option<RecordId>,
    /// What it is, in words.
    pub label: String,
    /// All its items lie inside.
    pub bounds: Rect,
    /// Nothing is drawn outside.
    pub clip: Option<Rect>,
    /// Its items from back to front.
    pub items: Vec<Item>,
}

/// A shape with fill, border and its text as one thing.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where.
    pub rect: Rect,
    /// The outline.
    pub shape: Shape,
    /// The colour inside; `None` is empty.
    pub fill: Option<Rgba>,
    /// The border, centred on the outline.
    pub stroke: Option<Stroke>,
    /// The text inside.
    pub text: Option<Text>,
}

/// The outline of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect,
    /// A rectangle with corners of this radius.
    Rounded(f32),
    /// The ellipse that fills the rectangle.
    Ellipse,
}

/// How a line is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Width in map units.
    pub width: f32,
    /// Colour.
    pub color: Rgba,
    /// Lengths of dashes and gaps in map units; empty is solid. Ends and joins are always round.
    pub dash: Vec<f32>,
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub const fn solid(width: f32, color: Rgba) -> Self {
        Self { width, color, dash: Vec::new() }
    }
}

/// Lines and curves.
#[derive(Clone, Debug)]
pub struct Path {
    /// The outline in map units.
    pub outline: Arc<BezPath>,
    /// Its bounding box.
    pub bounds: Rect,
    /// The colour inside (non-zero rule); `None` is empty.
    pub fill: Option<Rgba>,
    /// The line along it.
    pub stroke: Option<Stroke>,
}

/// Shaped text in a box.
#[derive(Clone, Debug)]
pub struct Text {
    /// The lines.
    pub paragraph: Arc<Paragraph>,
    /// The box it stands in; lines may be wider, nothing is clipped.
    pub rect: Rect,
    /// Where lines stand from left to right.
    pub align: Align,
    /// Where the paragraph stands from top to bottom.
    pub valign: VAlign,
    /// Colour.
    pub color: Rgba,
}

impl Text {
    /// Where line number `index` begins, on its baseline. The one rule that all targets follow.
    #[must_use]
    pub fn line_start(&self, index: usize) -> Point {
        let Some(line) = self.paragraph.lines.get(index) else { return Point::new(self.rect.x, self.rect.y) };
        let x = match self.align {
            Align::Left => self.rect.x,
            Align::Center => self.rect.x + (self.rect.w - line.width) / 2.0,
            Align::Right => self.rect.right() - line.width,
        };
        let top = match self.valign {
            VAlign::Top => self.rect.y,
            VAlign::Middle => self.rect.y + (self.rect.h - self.paragraph.height) / 2.0,
            VAlign::Bottom => self.rect.bottom() - self.paragraph.height,
        };
        Point::new(x, top + line.baseline)
    }
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Image {
    /// Where; the picture fills it, cut to the rectangle's proportions from its middle.
    pub rect: Rect,
    /// Radius of the corners.
    pub radius: f32,
    /// The picture.
    pub picture: Picture,
    /// What it shows, in words.
    pub label: String,
}

impl Item {
    /// Several items that are one thing.
    #[must_use]
    pub fn group(group: Group) -> Self {
        Self::Group(Arc::new(group))
    }

    /// The rectangle it lies in.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Group(group) => group.bounds,
            Self::Block(block) => block.rect,
            Self::Path(path) => path.bounds,
            Self::Text(text) => text.rect,
            Self::Image(image) => image.rect,
            Self::Link { rect, .. } => *rect,
        }
    }
}
