//! What lies under a point.

use super::{Item, Part};
use crate::base::Point;
use crate::model::RecordId;

/// The record of the topmost group of a part under a point.
#[must_use]
pub fn hit(part: &Part, at: Point) -> Option<RecordId> {
    hit_items(&part.items, at)
}

fn hit_items(items: &[Item], at: Point) -> Option<RecordId> {
    items.iter().rev().find_map(|item| match item {
        Item::Group(group) if group.bounds.contains(at) => hit_items(&group.items, at).or(group.id),
        _ => None,
    })
}
