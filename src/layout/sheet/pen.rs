//! Writing on the sheet: text in a width, labels with values, lists, chips.

use super::{ChipTone, SheetBlock, SheetInk, SheetItem};
use crate::base::{Align, Point, Rect, VAlign};
use crate::i18n::Lang;
use crate::layout::PlacedText;
use crate::text::{TextEngine, TextStyle};

/// What the sheet says.
pub(super) const BODY: TextStyle = TextStyle::regular(13.0);
/// Labels.
pub(super) const LABEL: TextStyle = TextStyle::regular(12.0);
/// Headings of blocks.
pub(super) const HEADING: TextStyle = TextStyle::bold(12.5);
/// Between a label and its value.
const LABEL_GAP: f32 = 14.0;
/// Labels are broken beyond this.
const WIDEST_LABEL: f32 = 112.0;
/// Between two lines of a table or list.
const LINE_GAP: f32 = 5.0;
/// Height of a chip.
const CHIP: f32 = 24.0;
/// From a bullet to its text.
const INDENT: f32 = 15.0;
/// From one dot of a level to the next.
pub(super) const DOT_PITCH: f32 = 15.0;

/// Shapes text in a language.
pub(super) struct Pen<'a> {
    pub engine: &'a TextEngine,
    pub lang: Lang,
}

/// The value beside a label.
pub(super) enum Value<'a> {
    Text(&'a str),
    Level(u8, u8),
}

impl Pen<'_> {
    /// Text from a point downwards, broken at a width.
    pub fn text(&self, text: &str, style: TextStyle, at: Point, width: f32) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, Some(width), None);
        let rect = Rect::new(at.x, at.y, width, paragraph.height);
        PlacedText { paragraph, rect, align: Align::Left, valign: VAlign::Top }
    }

    /// One line in the middle of a rectangle.
    pub fn line(&self, text: &str, style: TextStyle, rect: Rect, align: Align) -> PlacedText {
        let paragraph = self.engine.paragraph(text, style, Some(rect.w), Some(1));
        PlacedText { paragraph, rect, align, valign: VAlign::Middle }
    }

    /// A heading; gives where what is under it begins.
    pub fn heading(&self, block: &mut SheetBlock, text: &str) -> f32 {
        let placed = self.text(text, HEADING, Point::new(block.bounds.x, block.bounds.y), block.bounds.w);
        let bottom = placed.rect.bottom() + 7.0;
        block.put(SheetItem::Text(SheetInk::Heading, placed));
        bottom
    }

    /// Labels with their values from `y` downwards; gives where it ends.
    pub fn table(&self, block: &mut SheetBlock, y: f32, rows: &[(&str, Value<'_>)]) -> f32 {
        let labels = rows.iter().map(|(label, _)| self.engine.width(label, LABEL)).fold(0.0, f32::max);
        let label_width = (labels + 1.0).min(WIDEST_LABEL).min(block.bounds.w / 2.0);
        let left = block.bounds.x + label_width + LABEL_GAP;
        let width = block.bounds.right() - left;
        let mut y = y;
        for (label, value) in rows {
            // The smaller label stands on the line of its value.
            let label = self.text(label, LABEL, Point::new(block.bounds.x, y + 0.5), label_width);
            let mut bottom = label.rect.bottom();
            block.put(SheetItem::Text(SheetInk::Faint, label));
            match value {
                Value::Text(text) => {
                    let text = self.text(text, BODY, Point::new(left, y), width);
                    bottom = bottom.max(text.rect.bottom());
                    block.put(SheetItem::Text(SheetInk::Plain, text));
                }
                Value::Level(level, top) => {
                    block.put(SheetItem::Level(Point::new(left + 5.0, y + 9.0), *level, *top));
                }
            }
            y = bottom + LINE_GAP;
        }
        block.reach(y - LINE_GAP);
        y - LINE_GAP
    }

    /// A heading with a list under it.
    pub fn list(&self, heading: &str, items: &[String], at: Point, width: f32) -> SheetBlock {
        let mut block = SheetBlock::new(heading, Rect::new(at.x, at.y, width, 0.0));
        let mut y = self.heading(&mut block, heading);
        for item in items.iter().filter(|item| !item.trim().is_empty()) {
            let text = self.text(item, BODY, Point::new(at.x + INDENT, y), width - INDENT);
            block.put(SheetItem::Bullet(Point::new(at.x + 4.0, y + BODY.line_height() / 2.0)));
            y = text.rect.bottom() + LINE_GAP;
            block.put(SheetItem::Text(SheetInk::Plain, text));
        }
        block
    }

    /// Words in pills, on as many lines as they need; gives where they end.
    pub fn chips(&self, block: &mut SheetBlock, y: f32, chips: &[(ChipTone, String)]) -> f32 {
        let (left, right) = (block.bounds.x, block.bounds.right());
        let (mut x, mut y) = (left, y);
        for (tone, words) in chips {
            let width = (self.engine.width(words, LABEL) + 22.0).min(block.bounds.w);
            if x + width > right && x > left {
                (x, y) = (left, y + CHIP + 6.0);
            }
            let place = Rect::new(x, y, width, CHIP);
            let text = self.line(words, LABEL, Rect::new(x + 9.0, y, width - 18.0, CHIP), Align::Center);
            block.put(SheetItem::Chip(*tone, place, text));
            x += width + 6.0;
        }
        y + CHIP
    }
}

impl SheetBlock {
    /// An empty block as wide as `bounds`.
    pub(super) fn new(label: &str, bounds: Rect) -> Self {
        Self { label: label.to_owned(), bounds, items: Vec::new() }
    }

    /// Puts something into it; it grows downwards.
    pub(super) fn put(&mut self, item: SheetItem) {
        let bottom = match &item {
            SheetItem::Text(_, text) => text.rect.bottom(),
            SheetItem::Portrait(rect, ..)
            | SheetItem::Bar(rect)
            | SheetItem::Chip(_, rect, _)
            | SheetItem::Spark(rect, _) => rect.bottom(),
            SheetItem::Bullet(at) | SheetItem::Level(at, ..) => at.y + 8.0,
            SheetItem::Rule(from, to) => from.y.max(to.y),
        };
        self.reach(bottom);
        self.items.push(item);
    }

    /// Makes it reach down to here.
    pub(super) fn reach(&mut self, bottom: f32) {
        self.bounds.h = self.bounds.h.max(bottom - self.bounds.y);
    }
}

/// A block moved to another height.
pub(super) fn moved(block: SheetBlock, y: f32) -> SheetBlock {
    let dy = y - block.bounds.y;
    let text = |text: PlacedText| PlacedText { rect: text.rect.moved(0.0, dy), ..text };
    let items = block.items.into_iter().map(|item| match item {
        SheetItem::Text(ink, words) => SheetItem::Text(ink, text(words)),
        SheetItem::Portrait(rect, picture, letter) => SheetItem::Portrait(rect.moved(0.0, dy), picture, text(letter)),
        SheetItem::Bar(rect) => SheetItem::Bar(rect.moved(0.0, dy)),
        SheetItem::Bullet(at) => SheetItem::Bullet(at.moved(0.0, dy)),
        SheetItem::Chip(tone, rect, words) => SheetItem::Chip(tone, rect.moved(0.0, dy), text(words)),
        SheetItem::Level(at, level, top) => SheetItem::Level(at.moved(0.0, dy), level, top),
        SheetItem::Spark(rect, points) => {
            SheetItem::Spark(rect.moved(0.0, dy), points.into_iter().map(|point| point.moved(0.0, dy)).collect())
        }
        SheetItem::Rule(from, to) => SheetItem::Rule(from.moved(0.0, dy), to.moved(0.0, dy)),
    });
    SheetBlock { bounds: block.bounds.moved(0.0, dy), items: items.collect(), label: block.label }
}
