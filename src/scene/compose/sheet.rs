//! A sheet – a persona's, or one of findings – in the colours of a theme.

use super::draw::{Draw, circle, group, line, rect, scene_text, stroked, text};
use crate::base::{Point, Rect, Rgba};
use crate::layout::{ChipTone, PlacedText, SheetBlock, SheetInk, SheetItem, SheetLayout};
use crate::look::Theme;
use crate::model::{Evidence, Picture};
use crate::scene::{Block, Group, Image, Item, Part, PartKind, Scene, Shape, Stroke};

/// Radius of the paper's corners.
const PAPER_RADIUS: f32 = 14.0;
/// Radius of the portrait's corners.
const PORTRAIT_RADIUS: f32 = 18.0;
/// Radius of a dot of a level.
const DOT: f32 = 4.8;
/// From one dot of a level to the next.
const DOT_PITCH: f32 = 15.0;

/// Draws a laid-out sheet.
#[must_use]
pub fn compose_sheet(sheet: &SheetLayout, theme: &Theme) -> Scene {
    let tone = sheet.color.unwrap_or_else(|| theme.marker(sheet.index));
    let draw = Draw { theme, lang: sheet.lang };
    let paper = rect(sheet.paper, PAPER_RADIUS, Some(theme.panel), Some(Stroke::solid(1.0, theme.line)));
    let blocks = sheet.blocks.iter().map(|block| self::block(&draw, block, tone, &sheet.title));
    let mut items = vec![paper];
    items.push(group(sheet.about, sheet.title.clone(), sheet.paper, blocks.collect()));
    let whole = Rect::new(0.0, 0.0, sheet.size.w, sheet.size.h);
    let body = Part { kind: PartKind::Body, bounds: whole, items };
    Scene { size: sheet.size, background: theme.canvas, title: sheet.title.clone(), parts: vec![body] }
}

fn block(draw: &Draw<'_>, block: &SheetBlock, tone: Rgba, name: &str) -> Item {
    let items = block.items.iter().flat_map(|item| self::item(draw, item, tone, name)).collect();
    Item::group(Group { id: None, label: block.label.clone(), bounds: block.bounds, clip: None, items })
}

fn item(draw: &Draw<'_>, item: &SheetItem, tone: Rgba, name: &str) -> Vec<Item> {
    let theme = draw.theme;
    match item {
        SheetItem::Text(ink, words) => vec![text(words, ink_color(theme, *ink))],
        SheetItem::Portrait(place, picture, letter) => vec![portrait(*place, picture.as_ref(), letter, tone, name)],
        SheetItem::Bar(place) => vec![rect(*place, place.w / 2.0, Some(tone), None)],
        SheetItem::Bullet(at) => vec![circle(*at, 2.2, Some(theme.ink), None)],
        SheetItem::Chip(chip, place, words) => vec![self::chip(theme, *chip, *place, words)],
        SheetItem::Level(first, level, top) => dots(theme, *first, *level, *top),
        SheetItem::Spark(place, points) => spark(theme, *place, points, tone),
        SheetItem::Rule(from, to) => vec![line(*from, *to, Stroke::solid(1.0, theme.line))],
    }
}

fn ink_color(theme: &Theme, ink: SheetInk) -> Rgba {
    match ink {
        SheetInk::Plain => theme.ink,
        SheetInk::Second => theme.ink2,
        SheetInk::Faint => theme.ink3,
        SheetInk::Heading => theme.accent,
    }
}

fn portrait(place: Rect, picture: Option<&Picture>, letter: &PlacedText, tone: Rgba, name: &str) -> Item {
    match picture {
        Some(picture) => Item::Image(Image {
            rect: place,
            radius: PORTRAIT_RADIUS,
            picture: picture.clone(),
            label: name.to_owned(),
        }),
        None => Item::Block(Block {
            rect: place,
            shape: Shape::Rounded(PORTRAIT_RADIUS),
            fill: Some(tone),
            stroke: None,
            text: Some(scene_text(letter, Theme::letter_on(tone))),
        }),
    }
}

fn chip(theme: &Theme, chip: ChipTone, place: Rect, words: &PlacedText) -> Item {
    let (ink, border) = match chip {
        ChipTone::Plain => (theme.ink, theme.line2),
        ChipTone::Evidence(Evidence::Assumed) => (theme.warn, theme.warn),
        ChipTone::Evidence(Evidence::Partly) => (theme.ink2, theme.ink2),
        ChipTone::Evidence(Evidence::Researched) => (theme.good, theme.good),
    };
    Item::Block(Block {
        rect: place,
        shape: Shape::Rounded(place.h / 2.0),
        fill: Some(theme.panel),
        stroke: Some(Stroke::solid(1.0, border)),
        text: Some(scene_text(words, ink)),
    })
}

fn dots(theme: &Theme, first: Point, level: u8, top: u8) -> Vec<Item> {
    let dot = |nth: u8| {
        let center = first.moved(DOT_PITCH * f32::from(nth), 0.0);
        if nth < level {
            circle(center, DOT, Some(theme.accent), None)
        } else {
            circle(center, DOT - 0.6, None, Some(Stroke::solid(1.2, theme.line3)))
        }
    };
    (0..top).map(dot).collect()
}

fn spark(theme: &Theme, place: Rect, points: &[Point], tone: Rgba) -> Vec<Item> {
    let middle = place.center().y;
    let zero = (Point::new(place.x, middle), Point::new(place.right(), middle));
    let mut items = vec![line(zero.0, zero.1, Stroke::solid(1.0, theme.line2))];
    items.push(stroked(super::curves::smooth(points), Stroke::solid(1.8, tone)));
    items
}
