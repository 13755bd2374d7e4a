//! The display rule under filters. What is shown is made of groups that are each as large as the floor, so that
//! neither adding nor subtracting figures gives a smaller one.

use super::hiding::hidden;

/// How many subsets four filters have.
pub const ORTHANTS: usize = 16;

/// Divides the parts of a dimension into groups of at least the floor; gives each part its group. A group of several
/// parts is one nobody may look into.
#[must_use]
pub fn grouped(sizes: &[u64], is_ordered: bool, floor: u64) -> Vec<usize> {
    if is_ordered { in_order(sizes, floor) } else { by_size(sizes, floor) }
}

/// Small parts are one group together, with as many others as it takes.
fn by_size(sizes: &[u64], floor: u64) -> Vec<usize> {
    let hidden = hidden(sizes, 0, floor);
    hidden.iter().enumerate().map(|(at, hidden)| if *hidden { usize::MAX } else { at }).collect()
}

/// Neighbours go together until they are enough: periods are compared with longer ones.
fn in_order(sizes: &[u64], floor: u64) -> Vec<usize> {
    let (mut groups, mut group, mut sum) = (Vec::with_capacity(sizes.len()), 0, 0);
    for size in sizes {
        groups.push(group);
        sum += size;
        if sum >= floor {
            group += 1;
            sum = 0;
        }
    }
    if sum > 0 && group > 0 {
        // What is left over joins the last group that is enough.
        groups.iter_mut().filter(|of| **of == group).for_each(|of| *of = group - 1);
    }
    groups
}

/// Whether the chosen parts are whole groups: then what is left out is as well.
#[must_use]
pub fn is_whole(groups: &[usize], sizes: &[u64], chosen: &[bool]) -> bool {
    let filled = || groups.iter().zip(sizes).zip(chosen).filter(|((_, size), _)| **size > 0);
    filled().all(|((group, _), is_in)| filled().all(|((other, _), other_in)| group != other || is_in == other_in))
}

/// Whether none of the counts can be given away: each is nothing, or as much as the floor.
#[must_use]
pub fn are_enough(counts: &[u64], floor: u64) -> bool {
    counts.iter().all(|count| *count == 0 || *count >= floor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn months_go_together_until_they_are_enough() {
        assert_eq!(grouped(&[7, 3, 1, 4, 9, 2], true, 5), [0, 1, 1, 1, 2, 2]);
        assert_eq!(grouped(&[1, 2], true, 5), [0, 0]);
        assert_eq!(grouped(&[40, 3, 10, 20], false, 5), [0, usize::MAX, usize::MAX, 3]);
    }

    proptest! {
        #[test]
        fn whatever_is_made_of_whole_groups_differs_by_enough(
            sizes in prop::collection::vec(0u64..12, 1..7),
            is_ordered in any::<bool>(),
            floor in 3u64..7,
        ) {
            let groups = grouped(&sizes, is_ordered, floor);
            let total: u64 = sizes.iter().sum();
            let choices: Vec<Vec<bool>> =
                (0..1u32 << sizes.len()).map(|bits| (0..sizes.len()).map(|at| bits >> at & 1 == 1).collect()).collect();
            let shown: Vec<&Vec<bool>> = choices.iter().filter(|chosen| is_whole(&groups, &sizes, chosen)).collect();
            for one in &shown {
                for other in &shown {
                    let only: u64 = (0..sizes.len()).filter(|at| one[*at] && !other[*at]).map(|at| sizes[at]).sum();
                    prop_assert!(only == 0 || only >= floor || total < floor, "{sizes:?} {groups:?} {one:?} {other:?}");
                }
            }
        }
    }
}
