//! Which things were moved: the fewest that explain one order by another.

/// Of a list of places, those that stay as they are: a longest run that goes up. Equal places do not occur.
#[must_use]
pub fn unmoved(places: &[usize]) -> Vec<bool> {
    // Patience sorting: `ends[n]` is where the run of n + 1 things with the lowest end ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        let run = ends.partition_point(|end| places[*end] < *place);
        before[at] = run.checked_sub(1).map(|shorter| ends[shorter]);
        if run == ends.len() {
            ends.push(at);
        } else {
            ends[run] = at;
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stays[at] = true;
        next = before[at];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::unmoved;

    #[test]
    fn one_move_is_one_move() {
        assert_eq!(unmoved(&[0, 1, 2, 3]), [true; 4]);
        assert_eq!(unmoved(&[0, 3, 1, 2]), [true, false, true, true]);
        assert_eq!(unmoved(&[1, 2, 3, 0]), [true, true, true, false]);
        assert_eq!(unmoved(&[]), Vec::<bool>::new());
    }
}
