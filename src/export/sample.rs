//! Small scenes for tests.

use crate::base::{IdSource, Rect, Rgba, Size};
use crate::model::{Card, Picture, RecordId};
use crate::scene::{Align, Block, Group, Image, Item, Part, PartKind, Path, Scene, Shape, Stroke, Text, VAlign};
use crate::text::{TextEngine, TextStyle};
use std::io::Cursor;
use std::sync::Arc;

pub(super) const BLUE: Rgba = Rgba::hex(0x002f_5d8c);
pub(super) const INK: Rgba = Rgba::hex(0x0020_2020);

pub(super) fn scene(size: Size, items: Vec<Item>) -> Scene {
    let bounds = Rect::new(0.0, 0.0, size.w, size.h);
    let part = Part { kind: PartKind::Body, bounds, items };
    Scene { size, background: Rgba::WHITE, title: "旅 & Journey".to_owned(), parts: vec![part] }
}

pub(super) fn block(rect: Rect, shape: Shape) -> Block {
    Block { rect, shape, fill: Some(BLUE), stroke: None, text: None }
}

pub(super) fn text(said: &str, rect: Rect, style: TextStyle) -> Text {
    let paragraph = TextEngine::new().paragraph(said, style, Some(rect.w), None);
    Text { paragraph, rect, align: Align::Left, valign: VAlign::Top, color: INK }
}

pub(super) fn card_id() -> RecordId {
    IdSource::seeded(1).next::<Card>().into()
}

/// A picture whose left half is red and whose right half is green, twice as wide as high.
pub(super) fn picture() -> Picture {
    let image =
        image::RgbaImage::from_fn(40, 20, |x, _| image::Rgba(if x < 20 { [255, 0, 0, 255] } else { [0, 255, 0, 255] }));
    let mut png = Cursor::new(Vec::new());
    image.write_to(&mut png, image::ImageFormat::Png).unwrap();
    Picture::from_png(png.into_inner())
}

pub(super) fn image(rect: Rect, picture: Picture) -> Item {
    Item::Image(Image { rect, radius: 4.0, picture, label: "Portrait".to_owned() })
}

/// One of everything.
pub(super) fn everything() -> Scene {
    let card = Rect::new(10.0, 10.0, 120.0, 60.0);
    let block = Block {
        stroke: Some(Stroke { width: 1.5, color: INK, dash: vec![4.0, 3.0] }),
        text: Some(text("お店で実物を見てから決めたい😀 & buy", card.inset(6.0), TextStyle::bold(12.0))),
        ..block(card, Shape::Rounded(6.0))
    };
    let mut curve = kurbo::BezPath::new();
    curve.move_to((10.0, 100.0));
    curve.curve_to((40.0, 80.0), (60.0, 120.0), (90.0, 100.0));
    let path = Path {
        outline: Arc::new(curve),
        bounds: Rect::new(10.0, 90.0, 80.0, 20.0),
        fill: None,
        stroke: Some(Stroke::solid(2.0, BLUE.faded(0.5))),
    };
    let group = Group {
        id: Some(card_id()),
        label: "Card \"1\"".to_owned(),
        bounds: card,
        clip: Some(card.inset(-2.0)),
        items: vec![Item::Block(block)],
    };
    let again = Group { clip: None, label: String::new(), items: vec![Item::Path(path)], ..group.clone() };
    scene(
        Size::new(200.0, 120.0),
        vec![
            Item::group(group),
            Item::group(again),
            Item::Block(super::sample::block(Rect::new(150.0, 10.0, 30.0, 20.0), Shape::Ellipse)),
            Item::Text(text("שלום world", Rect::new(100.0, 90.0, 90.0, 20.0), TextStyle::regular(12.0))),
            image(Rect::new(150.0, 40.0, 24.0, 24.0), picture()),
            Item::Link { rect: card, url: "https://example.com/?a=1&b=2".to_owned() },
            Item::Link { rect: card, url: "javascript:alert(1)".to_owned() },
        ],
    )
}
