//! Texts that stand inside a shape become the shape's own, so that a person who clicks a card types into it.

use crate::base::{Point, Rect};
use crate::scene::{Item, Text};

/// How many items before a text its shape may stand.
const REACH: usize = 3;
/// How many items after a shape are looked at for further texts in it.
const AHEAD: usize = 8;
/// How far letters may stand out of a shape that is still theirs, in map units.
const TOLERANCE: f32 = 1.5;

/// An item with the text that stands inside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub item: &'a Item,
    /// A block's own text, or one that follows the shape in the scene.
    pub text: Option<&'a Text>,
}

/// The items, without the texts that went into shapes.
pub(super) fn folded(items: &[Item]) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        if let Item::Text(text) = item
            && let Some(host) = host(&mut pieces, text, &items[index + 1..])
        {
            host.text = Some(text);
            continue;
        }
        let text = match item {
            Item::Block(block) => block.text.as_ref(),
            _ => None,
        };
        pieces.push(Piece { item, text });
    }
    pieces
}

/// The last shape before a text that it stands in; none if others stand in it as well: then it is a panel.
fn host<'a, 'b>(pieces: &'b mut [Piece<'a>], text: &Text, after: &[Item]) -> Option<&'b mut Piece<'a>> {
    let letters = letters(text);
    let host = pieces
        .iter_mut()
        .rev()
        .take(REACH)
        .find(|piece| piece.text.is_none() && shape(piece.item).is_some_and(|shape| holds(&shape, &letters)))?;
    let shape = shape(host.item)?;
    let ahead = &after[..after.len().min(AHEAD)];
    let is_panel = ahead.iter().enumerate().any(|(index, item)| match item {
        Item::Text(other) => holds(&shape, &self::letters(other)) && !has_own_shape(other, &ahead[..index]),
        _ => false,
    });
    (!is_panel).then_some(host)
}

/// Whether a text stands in one of the shapes before it: the letter of a marker.
fn has_own_shape(text: &Text, before: &[Item]) -> bool {
    let letters = letters(text);
    before.iter().rev().take(REACH).any(|item| shape(item).is_some_and(|shape| holds(&shape, &letters)))
}

/// The rectangle of something that can hold text.
fn shape(item: &Item) -> Option<Rect> {
    match item {
        Item::Block(block) if block.fill.is_some() || block.stroke.is_some() => Some(block.rect),
        Item::Path(path) if path.fill.is_some() => Some(path.bounds),
        _ => None,
    }
}

fn holds(shape: &Rect, letters: &Rect) -> bool {
    shape.x <= letters.x + TOLERANCE
        && shape.y <= letters.y + TOLERANCE
        && shape.right() >= letters.right() - TOLERANCE
        && shape.bottom() >= letters.bottom() - TOLERANCE
}

/// Where the lines of a text are.
pub(super) fn letters(text: &Text) -> Rect {
    let paragraph = &text.paragraph;
    let starts = (0..paragraph.lines.len()).map(|line| text.line_start(line).x);
    let x = starts.fold(f32::INFINITY, f32::min);
    let x = if x.is_finite() { x } else { text.rect.x };
    let first = paragraph.lines.first().map_or(0.0, |line| line.baseline);
    let top = text.line_start(0).y - first;
    let Point { x, y } = Point::new(x, top);
    Rect::new(x, y, paragraph.width, paragraph.height)
}
