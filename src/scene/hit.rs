//! What lies under a point.

use super::{Item, Scene};
use crate::base::Point;
use crate::model::RecordId;

/// The record of the topmost group under a point.
#[must_use]
pub fn hit(scene: &Scene, at: Point) -> Option<RecordId> {
    let parts = scene.parts.iter().rev().filter(|part| part.bounds.contains(at));
    parts.into_iter().find_map(|part| hit_items(&part.items, at))
}

fn hit_items(items: &[Item], at: Point) -> Option<RecordId> {
    items.iter().rev().find_map(|item| match item {
        Item::Group(group) if group.bounds.contains(at) => hit_items(&group.items, at).or(group.id),
        _ => None,
    })
}
