//! Two orders laid beside each other: what kept its order shares a slot, everything else has one of its own.

use std::collections::BTreeMap;

/// A place in the merged order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<I> {
    /// What the as-is has there.
    pub as_is: Option<I>,
    /// What the to-be has there.
    pub to_be: Option<I>,
}

/// Merges two orders. As few as possible of those that have a `partner` among the first are taken for moved;
/// between two that stayed stand first those of the as-is, then those of the to-be.
pub fn merge<I: Copy + Ord>(as_is: &[I], to_be: &[I], partner: impl Fn(I) -> Option<I>) -> Vec<Slot<I>> {
    let place: BTreeMap<I, usize> = as_is.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let places: Vec<Option<usize>> =
        to_be.iter().map(|id| partner(*id).and_then(|id| place.get(&id).copied())).collect();
    let stays = longest_rise(&places);
    let mut slots = Vec::with_capacity(as_is.len().max(to_be.len()));
    let (mut next, mut waiting) = (0, Vec::new());
    for (at, id) in to_be.iter().enumerate() {
        match places[at].filter(|_| stays[at]) {
            None => waiting.push(*id),
            Some(anchor) => {
                slots.extend(as_is[next..anchor].iter().map(|id| Slot { as_is: Some(*id), to_be: None }));
                slots.extend(waiting.drain(..).map(|id| Slot { as_is: None, to_be: Some(id) }));
                slots.push(Slot { as_is: Some(as_is[anchor]), to_be: Some(*id) });
                next = anchor + 1;
            }
        }
    }
    slots.extend(as_is[next..].iter().map(|id| Slot { as_is: Some(*id), to_be: None }));
    slots.extend(waiting.into_iter().map(|id| Slot { as_is: None, to_be: Some(id) }));
    slots
}

/// Which places belong to the longest rising sequence.
fn longest_rise(places: &[Option<usize>]) -> Vec<bool> {
    // For each length the position where the lowest end of a rise of that length stands.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        if place.is_none() {
            continue;
        }
        let length = ends.partition_point(|end| places[*end] < *place);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        stays[place] = true;
        at = before[place];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the two orders would be written under each other.
    fn merged(as_is: &str, to_be: &str) -> String {
        let as_is: Vec<char> = as_is.chars().collect();
        let to_be: Vec<char> = to_be.chars().collect();
        let slots = merge(&as_is, &to_be, |c| as_is.contains(&c).then_some(c));
        let text = |slot: &Slot<char>| match (slot.as_is, slot.to_be) {
            (Some(a), Some(_)) => a.to_string(),
            (Some(a), None) => format!("-{a}"),
            (None, Some(b)) => format!("+{b}"),
            (None, None) => String::new(),
        };
        slots.iter().map(text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_kept_its_order_shares_a_slot() {
        assert_eq!(merged("abcd", "abcd"), "a b c d");
        assert_eq!(merged("abcd", "axcd"), "a -b +x c d");
        assert_eq!(merged("abcd", "bcda"), "-a b c d +a", "one moved, not three");
        assert_eq!(merged("", "xy"), "+x +y");
        assert_eq!(merged("ab", ""), "-a -b");
    }
}
