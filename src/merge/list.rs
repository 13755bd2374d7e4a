//! Lists whose entries each stand for themselves: tags, channels, goals.

use crate::model::Item;

/// What became of a list.
pub(super) struct MergedList<T> {
    pub(super) list: Vec<T>,
    /// Whether something of ours had no room beside theirs.
    pub(super) has_collided: bool,
}

/// What either side took out is out, what either side put in is in, in the order of the side that changed it.
pub(super) fn merged<T: Item>(base: &[T], ours: &[T], theirs: &[T]) -> MergedList<T> {
    let [base, ours, theirs] = [base, ours, theirs].map(once_each);
    let (base, ours, theirs) = (base.as_slice(), ours.as_slice(), theirs.as_slice());
    let only_ours_is_reordered = is_reordered(base, ours) && !is_reordered(base, theirs);
    let (first, second) = if only_ours_is_reordered { (ours, theirs) } else { (theirs, ours) };
    let is_dropped = |item: &T| base.contains(item) && !second.contains(item);
    let mut list: Vec<T> = first.iter().filter(|item| !is_dropped(item)).cloned().collect();
    let mut has_collided = false;
    for (place, item) in second.iter().enumerate() {
        if base.contains(item) || list.contains(item) {
            continue;
        }
        match list.iter().position(|other| other.collides(item)) {
            Some(rival) => {
                has_collided = true;
                if only_ours_is_reordered {
                    list[rival] = item.clone();
                }
            }
            None => list.insert(place_after(&list, base, &second[..place]), item.clone()),
        }
    }
    MergedList { list, has_collided }
}

fn once_each<T: Item>(list: &[T]) -> Vec<T> {
    let mut seen: Vec<T> = Vec::with_capacity(list.len());
    for item in list {
        if !seen.contains(item) {
            seen.push(item.clone());
        }
    }
    seen
}

/// After the entry it stood behind, and after what the other side put there.
fn place_after<T: Item>(list: &[T], base: &[T], before: &[T]) -> usize {
    let behind = before.iter().rev().find_map(|item| list.iter().position(|other| other == item));
    let mut place = behind.map_or(0, |at| at + 1);
    while list.get(place).is_some_and(|item| !base.contains(item)) {
        place += 1;
    }
    place
}

fn is_reordered<T: Item>(base: &[T], side: &[T]) -> bool {
    let kept = base.iter().filter(|item| side.contains(item));
    let order = side.iter().filter(|item| base.contains(item));
    !kept.eq(order)
}

#[cfg(test)]
mod tests {
    use super::merged;
    use crate::base::Id;
    use crate::model::ChannelPreference;

    fn list(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn entries_come_and_go_by_themselves() {
        let joined =
            |base: &str, ours: &str, theirs: &str| merged(&list(base), &list(ours), &list(theirs)).list.join(" ");
        assert_eq!(joined("a b", "a b c", "a d b"), "a d b c");
        assert_eq!(joined("a b", "b", "a b c"), "b c");
        assert_eq!(joined("a b", "a c", "a d"), "a d c");
        assert_eq!(joined("a b c", "c a b", "a b c d"), "c d a b", "our order, and what they put in");
        assert_eq!(joined("", "x y", "z"), "z x y");
    }

    #[test]
    fn one_channel_cannot_be_liked_in_two_ways() {
        let liked = |strength| vec![ChannelPreference { channel: Id::from_bits(1), strength }];
        let both = merged(&liked(1), &liked(2), &liked(4));
        assert_eq!(both.list, liked(4));
        assert!(both.has_collided);
    }
}
