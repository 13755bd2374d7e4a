//! The display rule: small groups are hidden, and so many others with them that nothing can be computed by
//! subtracting what is shown from a total.

/// Which of the sibling groups are hidden. `unnamed` answers belong to the same whole but to no listed group, as
/// rows without a channel do. Empty groups hide nothing.
#[must_use]
pub fn hidden(sizes: &[u64], unnamed: u64, floor: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|size| (1..floor).contains(size)).collect();
    let mut sum: u64 =
        unnamed + sizes.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(size, _)| size).sum::<u64>();
    while (1..floor).contains(&sum) {
        let shown = (0..sizes.len()).filter(|at| !hidden[*at] && sizes[*at] > 0);
        let Some(smallest) = shown.min_by_key(|at| sizes[*at]) else { break };
        hidden[smallest] = true;
        sum += sizes[smallest];
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::hidden;
    use proptest::prelude::*;

    #[test]
    fn a_single_small_group_takes_the_next_smallest_with_it() {
        assert_eq!(hidden(&[40, 3, 10, 20], 0, 5), [false, true, true, false]);
        assert_eq!(hidden(&[40, 3, 2, 20], 0, 5), [false, true, true, false]);
        assert_eq!(hidden(&[40, 0, 10], 0, 5), [false; 3]);
        assert_eq!(hidden(&[3], 0, 5), [true]);
        assert_eq!(hidden(&[8, 9], 2, 5), [true, false]);
        assert_eq!(hidden(&[8, 9], 7, 5), [false, false]);
    }

    proptest! {
        #[test]
        fn nothing_under_the_floor_can_be_computed(sizes in prop::collection::vec(0u64..30, 0..12), unnamed in 0u64..9, floor in 3u64..8) {
            let hidden = hidden(&sizes, unnamed, floor);
            let left: u64 = sizes.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| n).sum::<u64>() + unnamed;
            let all: u64 = sizes.iter().sum::<u64>() + unnamed;
            // What subtraction gives is nothing, or enough, or everything there is.
            prop_assert!(left == 0 || left >= floor || left == all);
            prop_assert!(sizes.iter().zip(&hidden).all(|(n, h)| *h || *n == 0 || *n >= floor));
        }
    }
}
