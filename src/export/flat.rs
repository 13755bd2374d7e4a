//! A scene as a flat list in painting order, each item with the rows it may touch, so that a band
//! of a picture draws only what it must.

use crate::base::Rect;
use crate::scene::{Block, Image, Item, Path, Scene, Stroke, Text};

/// Something to paint.
pub(super) enum Paint<'a> {
    /// A shape; its text follows by itself.
    Block(&'a Block),
    /// Lines and curves.
    Path(&'a Path),
    /// One line of a text.
    Line(&'a Text, usize),
    /// A picture.
    Image(&'a Image),
    /// Nothing is painted outside until the [`Paint::Unclip`] that belongs to it.
    Clip(Rect),
    /// Ends the last [`Paint::Clip`].
    Unclip,
}

/// Something to paint and the rows it touches, in map units.
pub(super) struct Painted<'a> {
    pub top: f32,
    pub bottom: f32,
    pub paint: Paint<'a>,
}

/// All that a scene paints, from back to front.
pub(super) fn flat(scene: &Scene) -> Vec<Painted<'_>> {
    let mut list = Vec::new();
    for part in &scene.parts {
        push_items(&mut list, &part.items);
    }
    list
}

fn push_items<'a>(list: &mut Vec<Painted<'a>>, items: &'a [Item]) {
    for item in items {
        match item {
            Item::Group(group) => {
                let everywhere = |paint| Painted { top: f32::NEG_INFINITY, bottom: f32::INFINITY, paint };
                list.extend(group.clip.map(|rect| everywhere(Paint::Clip(rect))));
                push_items(list, &group.items);
                list.extend(group.clip.map(|_| everywhere(Paint::Unclip)));
            }
            Item::Block(block) => {
                list.push(rows(&block.rect, block.stroke.as_ref(), Paint::Block(block)));
                if let Some(text) = &block.text {
                    push_text(list, text);
                }
            }
            Item::Path(path) => list.push(rows(&path.bounds, path.stroke.as_ref(), Paint::Path(path))),
            Item::Text(text) => push_text(list, text),
            Item::Image(image) => list.push(rows(&image.rect, None, Paint::Image(image))),
            Item::Link { .. } => {}
        }
    }
}

fn rows<'a>(bounds: &Rect, stroke: Option<&Stroke>, paint: Paint<'a>) -> Painted<'a> {
    let margin = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    Painted { top: bounds.y - margin, bottom: bounds.bottom() + margin, paint }
}

fn push_text<'a>(list: &mut Vec<Painted<'a>>, text: &'a Text) {
    // Accents stacked on a letter rise far above the font's own height.
    let reach = text.paragraph.style.size * 2.0;
    for index in 0..text.paragraph.lines.len() {
        let baseline = text.line_start(index).y;
        list.push(Painted { top: baseline - reach, bottom: baseline + reach, paint: Paint::Line(text, index) });
    }
}
