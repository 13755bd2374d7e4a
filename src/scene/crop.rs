//! A part of a scene as a scene of its own.

use super::{Item, Part, PartKind, Scene};
use crate::base::{Point, Rect, Size};
use crate::model::RecordId;
use kurbo::Affine;
use std::sync::Arc;

/// What of a scene is wanted.
pub struct Crop<'a> {
    /// The rectangle of the sheet.
    pub rect: Rect,
    /// Only these records are drawn; `None` draws everything.
    pub only: Option<&'a dyn Fn(RecordId) -> bool>,
    /// How far each part is moved first, as the window moves the bands that stay in sight.
    pub moved: &'a dyn Fn(PartKind) -> Point,
}

impl Scene {
    /// The scene of a rectangle of this one; what lies outside is left out.
    #[must_use]
    pub fn cropped(&self, crop: &Crop<'_>) -> Self {
        let parts = self.parts.iter().map(|part| cropped_part(part, crop)).collect();
        let size = Size::new(crop.rect.w.max(1.0), crop.rect.h.max(1.0));
        Self { size, background: self.background, title: self.title.clone(), parts }
    }
}

fn cropped_part(part: &Part, crop: &Crop<'_>) -> Part {
    let moved = (crop.moved)(part.kind);
    let (dx, dy) = (moved.x - crop.rect.x, moved.y - crop.rect.y);
    let sheet = Rect::new(0.0, 0.0, crop.rect.w, crop.rect.h);
    let is_wanted = |item: &&Item| match (crop.only, item) {
        (None, _) => true,
        (Some(only), Item::Group(group)) => group.id.is_some_and(only),
        (Some(_), _) => false,
    };
    let items = part.items.iter().filter(is_wanted).map(|item| shifted(item, dx, dy));
    let items = items.filter(|item| item.bounds().touches(&sheet)).collect();
    Part { kind: part.kind, bounds: part.bounds.moved(dx, dy), items }
}

/// An item somewhere else.
fn shifted(item: &Item, dx: f32, dy: f32) -> Item {
    let mut item = item.clone();
    shift(&mut item, dx, dy);
    item
}

fn shift(item: &mut Item, dx: f32, dy: f32) {
    let move_rect = |rect: &mut Rect| *rect = rect.moved(dx, dy);
    match item {
        Item::Group(group) => {
            let group = Arc::make_mut(group);
            move_rect(&mut group.bounds);
            group.clip.iter_mut().for_each(move_rect);
            group.items.iter_mut().for_each(|item| shift(item, dx, dy));
        }
        Item::Block(block) => {
            move_rect(&mut block.rect);
            block.text.iter_mut().for_each(|text| move_rect(&mut text.rect));
        }
        Item::Path(path) => {
            move_rect(&mut path.bounds);
            let by = Affine::translate((f64::from(dx), f64::from(dy)));
            path.outline = Arc::new(by * path.outline.as_ref().clone());
        }
        Item::Text(text) => move_rect(&mut text.rect),
        Item::Image(image) => move_rect(&mut image.rect),
        Item::Link { rect, .. } => move_rect(rect),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Rgba};
    use crate::scene::{Block, Group, Shape};

    fn card(n: u64, x: f32) -> Item {
        let rect = Rect::new(x, 10.0, 20.0, 20.0);
        let block = Block { rect, shape: Shape::Rect, fill: Some(Rgba::WHITE), stroke: None, text: None };
        let id = Some(RecordId::Card(Id::from_bits(n)));
        Item::group(Group { id, label: String::new(), bounds: rect, clip: None, items: vec![Item::Block(block)] })
    }

    fn scene() -> Scene {
        let rect = Rect::new(0.0, 0.0, 200.0, 50.0);
        let ground = Block { rect, shape: Shape::Rect, fill: Some(Rgba::WHITE), stroke: None, text: None };
        let items = vec![Item::Block(ground), card(1, 10.0), card(2, 100.0)];
        let parts = vec![Part { kind: PartKind::Body, bounds: rect, items }];
        Scene { size: rect.size(), background: Rgba::WHITE, title: String::new(), parts }
    }

    #[test]
    fn a_part_is_moved_to_the_corner_and_what_is_outside_is_gone() {
        let crop = Crop { rect: Rect::new(90.0, 5.0, 50.0, 30.0), only: None, moved: &|_| Point::default() };
        let part = &scene().cropped(&crop).parts[0];
        assert_eq!(part.items.len(), 2, "the ground and the second card");
        assert_eq!(part.items[1].bounds(), Rect::new(10.0, 5.0, 20.0, 20.0));
    }

    #[test]
    fn only_what_is_wanted_is_drawn() {
        let only = |id| id == RecordId::Card(Id::from_bits(1));
        let crop = Crop { rect: Rect::new(0.0, 0.0, 200.0, 50.0), only: Some(&only), moved: &|_| Point::default() };
        assert_eq!(scene().cropped(&crop).parts[0].items.len(), 1);
    }
}
