//! What of a scene a person takes for one thing.

use crate::scene::{Group, Item, Scene};

/// Whether a group is one thing with a name. What holds things with names is told thing by thing.
pub(super) fn is_one_thing(group: &Group) -> bool {
    let has_name = |item: &Item| matches!(item, Item::Group(group) if !group.label.is_empty());
    !group.label.is_empty() && !group.items.iter().any(has_name)
}

/// Everything of a scene that has a name, in painting order.
pub(super) fn things(scene: &Scene) -> Vec<&Group> {
    let mut all = Vec::new();
    scene.parts.iter().for_each(|part| push_things(&part.items, &mut all));
    all
}

/// Everything among these items that has a name.
pub(super) fn push_things<'a>(items: &'a [Item], all: &mut Vec<&'a Group>) {
    for item in items {
        match item {
            Item::Group(group) if is_one_thing(group) => all.push(group),
            Item::Group(group) => push_things(&group.items, all),
            _ => {}
        }
    }
}
