//! PowerPoint cannot clip a group, so what lies outside is cut away beforehand.

use crate::base::{Point, Rect};
use crate::scene::{Block, Group, Item, Part, Path, Scene, Text};
use kurbo::{BezPath, Line, ParamCurve as _, PathEl, PathSeg, Shape as _};
use std::borrow::Cow;
use std::sync::Arc;

/// How far a flattened curve may be from the curve, in map units.
const TOLERANCE: f64 = 0.05;
/// Longer than any scene, so that a line along an edge of the clip cuts everything.
const FAR: f64 = 1e7;

/// The scene without clips and without what they hide.
pub(super) fn cut(scene: &Scene) -> Cow<'_, Scene> {
    if !scene.parts.iter().any(|part| part.items.iter().any(has_clip)) {
        return Cow::Borrowed(scene);
    }
    let parts = scene.parts.iter().map(|part| {
        let items = part.items.iter().filter_map(|item| cut_item(item, None)).collect();
        Part { items, ..part.clone() }
    });
    Cow::Owned(Scene { parts: parts.collect(), title: scene.title.clone(), ..*scene })
}

fn has_clip(item: &Item) -> bool {
    match item {
        Item::Group(group) => group.clip.is_some() || group.items.iter().any(has_clip),
        _ => false,
    }
}

/// The item as far as it lies inside `clip`; `None` if nothing is left.
fn cut_item(item: &Item, clip: Option<&Rect>) -> Option<Item> {
    if let Item::Group(group) = item {
        return cut_group(group, clip);
    }
    let Some(clip) = clip else { return Some(item.clone()) };
    let bounds = item.bounds();
    if within(&bounds, clip) {
        return Some(item.clone());
    }
    let common = common(&bounds, clip)?;
    match item {
        Item::Block(block) => {
            let text = block.text.clone().filter(|text| is_seen(text, clip));
            Some(Item::Block(Block { rect: common, text, ..block.clone() }))
        }
        Item::Path(path) => cut_path(path, clip).map(Item::Path),
        Item::Text(text) => is_seen(text, clip).then(|| item.clone()),
        Item::Link { url, .. } => Some(Item::Link { rect: common, url: url.clone() }),
        // Half a picture would be another picture.
        Item::Image(_) | Item::Group(_) => None,
    }
}

fn cut_group(group: &Group, clip: Option<&Rect>) -> Option<Item> {
    let clip = match (clip, &group.clip) {
        (Some(outer), Some(own)) => Some(common(outer, own)?),
        (outer, own) => outer.or(own.as_ref()).copied(),
    };
    let items: Vec<Item> = group.items.iter().filter_map(|item| cut_item(item, clip.as_ref())).collect();
    (!items.is_empty()).then(|| Item::group(Group { clip: None, items, label: group.label.clone(), ..*group }))
}

/// Text cannot be cut: it is there if most of it is seen.
fn is_seen(text: &Text, clip: &Rect) -> bool {
    clip.contains(super::fold::letters(text).center())
}

fn within(rect: &Rect, clip: &Rect) -> bool {
    rect.x >= clip.x && rect.y >= clip.y && rect.right() <= clip.right() && rect.bottom() <= clip.bottom()
}

fn common(a: &Rect, b: &Rect) -> Option<Rect> {
    let (x, y) = (a.x.max(b.x), a.y.max(b.y));
    let (w, h) = (a.right().min(b.right()) - x, a.bottom().min(b.bottom()) - y);
    (w >= 0.0 && h >= 0.0).then_some(Rect::new(x, y, w, h))
}

fn cut_path(path: &Path, clip: &Rect) -> Option<Path> {
    let outline = if path.fill.is_some() { cut_area(&path.outline, clip) } else { cut_line(&path.outline, clip) };
    if outline.elements().is_empty() {
        return None;
    }
    let bounds = outline.bounding_box();
    let rect = Rect::new(bounds.x0 as f32, bounds.y0 as f32, bounds.width() as f32, bounds.height() as f32);
    Some(Path { outline: Arc::new(outline), bounds: rect, ..path.clone() })
}

/// The pieces of a line inside: curves stay curves.
fn cut_line(outline: &BezPath, clip: &Rect) -> BezPath {
    let edges = edges(clip);
    let mut cut = BezPath::new();
    let mut end = None;
    for segment in outline.segments() {
        let mut stops: Vec<f64> =
            edges.iter().flat_map(|edge| segment.intersect_line(*edge)).map(|meet| meet.segment_t).collect();
        stops.extend([0.0, 1.0]);
        stops.sort_by(f64::total_cmp);
        for pair in stops.windows(2) {
            let middle = segment.eval(f64::midpoint(pair[0], pair[1]));
            if pair[1] - pair[0] < 1e-9 || !clip.contains(Point::new(middle.x as f32, middle.y as f32)) {
                continue;
            }
            let piece = segment.subsegment(pair[0]..pair[1]);
            if end != Some(piece.start()) {
                cut.move_to(piece.start());
            }
            cut.push(match piece {
                PathSeg::Line(line) => PathEl::LineTo(line.p1),
                PathSeg::Quad(quad) => PathEl::QuadTo(quad.p1, quad.p2),
                PathSeg::Cubic(cubic) => PathEl::CurveTo(cubic.p1, cubic.p2, cubic.p3),
            });
            end = Some(piece.end());
        }
    }
    cut
}

fn edges(clip: &Rect) -> [Line; 4] {
    let (left, top) = (f64::from(clip.x), f64::from(clip.y));
    let (right, bottom) = (f64::from(clip.right()), f64::from(clip.bottom()));
    [
        Line::new((left, -FAR), (left, FAR)),
        Line::new((right, -FAR), (right, FAR)),
        Line::new((-FAR, top), (FAR, top)),
        Line::new((-FAR, bottom), (FAR, bottom)),
    ]
}

/// The part of an area inside, its curves as short lines (Sutherland and Hodgman).
fn cut_area(outline: &BezPath, clip: &Rect) -> BezPath {
    let mut cut = BezPath::new();
    for ring in rings(outline) {
        let (left, top) = (f64::from(clip.x), f64::from(clip.y));
        let (right, bottom) = (f64::from(clip.right()), f64::from(clip.bottom()));
        let ring = half(&ring, |p| p.x - left);
        let ring = half(&ring, |p| right - p.x);
        let ring = half(&ring, |p| p.y - top);
        let ring = half(&ring, |p| bottom - p.y);
        let Some((first, rest)) = ring.split_first() else { continue };
        cut.move_to(*first);
        for point in rest {
            cut.line_to(*point);
        }
        cut.close_path();
    }
    cut
}

fn rings(outline: &BezPath) -> Vec<Vec<kurbo::Point>> {
    let mut rings: Vec<Vec<kurbo::Point>> = Vec::new();
    kurbo::flatten(outline, TOLERANCE, |element| match element {
        PathEl::MoveTo(point) => rings.push(vec![point]),
        PathEl::LineTo(point) => rings.last_mut().into_iter().for_each(|ring| ring.push(point)),
        _ => {}
    });
    rings
}

/// The ring on the side of an edge where `depth` is not negative.
fn half(ring: &[kurbo::Point], depth: impl Fn(&kurbo::Point) -> f64) -> Vec<kurbo::Point> {
    let mut kept = Vec::with_capacity(ring.len());
    for (index, point) in ring.iter().enumerate() {
        let before = &ring[(index + ring.len() - 1) % ring.len()];
        let (was, is) = (depth(before), depth(point));
        if (was < 0.0) != (is < 0.0) {
            kept.push(before.lerp(*point, was / (was - is)));
        }
        if is >= 0.0 {
            kept.push(*point);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rgba;
    use crate::export::sample::{block, scene, text};
    use crate::scene::{Shape, Stroke};
    use crate::text::TextStyle;

    const CLIP: Rect = Rect::new(10.0, 10.0, 80.0, 40.0);

    fn path(svg: &str, fill: Option<Rgba>) -> Item {
        let outline = BezPath::from_svg(svg).unwrap();
        let b = outline.bounding_box();
        let bounds = Rect::new(b.x0 as f32, b.y0 as f32, b.width() as f32, b.height() as f32);
        let stroke = fill.is_none().then(|| Stroke::solid(1.0, Rgba::WHITE));
        Item::Path(Path { outline: Arc::new(outline), bounds, fill, stroke })
    }

    fn clipped(items: Vec<Item>) -> Vec<Item> {
        let bounds = Rect::new(0.0, 0.0, 200.0, 200.0);
        let group = Group { id: None, label: "Cut".to_owned(), bounds, clip: Some(CLIP), items };
        let scene = scene(bounds.size(), vec![Item::group(group)]);
        match cut(&scene).parts[0].items.first() {
            Some(Item::Group(group)) => group.items.clone(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn nothing_is_left_outside() {
        let words = text("words", Rect::new(60.0, 15.0, 60.0, 20.0), TextStyle::regular(12.0));
        let gone = text("gone", Rect::new(95.0, 15.0, 60.0, 20.0), TextStyle::regular(12.0));
        let items = vec![
            Item::Block(block(Rect::new(0.0, 0.0, 50.0, 30.0), Shape::Rect)),
            Item::Block(block(Rect::new(100.0, 0.0, 50.0, 30.0), Shape::Rect)),
            path("M0 30C40 -20 60 80 150 30", None),
            path("M50 30L150 30L150 90L50 90Z", Some(Rgba::WHITE)),
            Item::Text(words),
            Item::Text(gone),
        ];
        let left = clipped(items);
        assert_eq!(left.len(), 4, "{left:?}");
        for item in &left {
            let bounds = item.bounds();
            let is_text = matches!(item, Item::Text(_));
            assert!(is_text || within(&bounds.inset(0.1), &CLIP), "{bounds:?}");
        }
    }

    #[test]
    fn what_is_not_clipped_is_not_copied() {
        let scene = scene(CLIP.size(), vec![Item::Block(block(CLIP, Shape::Rect))]);
        assert!(matches!(cut(&scene), Cow::Borrowed(_)));
    }
}
