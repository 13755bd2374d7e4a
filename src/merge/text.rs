//! Texts that two people changed, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// The longest text, in words, that is compared word by word; longer ones go line by line.
const MOST_WORDS: usize = 4_000;

/// The text with both changes, where they do not touch each other.
pub(super) fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let words = |text: &str| text.split_word_bounds().count();
    if [base, ours, theirs].into_iter().all(|text| words(text) <= MOST_WORDS) {
        let [base, ours, theirs] = [base, ours, theirs].map(|text| text.split_word_bounds().collect::<Vec<_>>());
        joined(&base, &ours, &theirs)
    } else {
        let [base, ours, theirs] = [base, ours, theirs].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
        joined(&base, &ours, &theirs)
    }
}

/// A stretch of the base and what one side made of it.
struct Edit<'a> {
    old: Range<usize>,
    new: &'a [&'a str],
}

/// What stands between the stretches that both have in common.
fn edits<'a>(base: &[&str], side: &'a [&'a str]) -> Vec<Edit<'a>> {
    let mut edits = Vec::new();
    let (mut old_at, mut new_at) = (0, 0);
    let mut close = |old: Range<usize>, new: Range<usize>| {
        if !old.is_empty() || !new.is_empty() {
            edits.push(Edit { old, new: &side[new] });
        }
    };
    for op in capture_diff_slices(Algorithm::Myers, base, side) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            close(old_at..old_index, new_at..new_index);
            (old_at, new_at) = (old_index + len, new_index + len);
        }
    }
    close(old_at..base.len(), new_at..side.len());
    edits
}

fn joined(base: &[&str], ours: &[&str], theirs: &[&str]) -> Option<String> {
    let (ours, theirs) = (edits(base, ours), edits(base, theirs));
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    let (mut out, mut at) = (String::new(), 0);
    loop {
        let edit = match (ours.peek(), theirs.peek()) {
            (None, None) => break,
            (Some(a), Some(b)) if a.old == b.old && a.new == b.new => {
                ours.next();
                theirs.next()
            }
            (Some(a), Some(b)) if a.old.end < b.old.start => ours.next(),
            (Some(a), Some(b)) if b.old.end < a.old.start => theirs.next(),
            (Some(_), Some(_)) => return None,
            (Some(_), None) => ours.next(),
            (None, Some(_)) => theirs.next(),
        };
        let Some(edit) = edit else { break };
        out.extend(base[at..edit.old.start].iter().copied());
        out.extend(edit.new.iter().copied());
        at = edit.old.end;
    }
    out.extend(base[at..].iter().copied());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn changes_at_two_places_come_together() {
        let base = "The clerk does not know the stock.\nWe call another shop.";
        let ours = "The clerk on the floor does not know the stock.\nWe call another shop.";
        let theirs = "The clerk does not know the stock.\nWe call the warehouse.";
        let both = "The clerk on the floor does not know the stock.\nWe call the warehouse.";
        assert_eq!(merged(base, ours, theirs).as_deref(), Some(both));
        assert_eq!(merged(base, theirs, ours).as_deref(), Some(both));
        let (base, ours, theirs) =
            ("店員は在庫が分からない。", "店員は店頭の在庫が分からない。", "店員は在庫が分からないし、調べられない。");
        assert_eq!(merged(base, ours, theirs).as_deref(), Some("店員は店頭の在庫が分からないし、調べられない。"));
    }

    #[test]
    fn changes_of_the_same_words_do_not() {
        assert_eq!(merged("It takes ten minutes", "It takes five minutes", "It takes two minutes"), None);
        assert_eq!(merged("", "a", "b"), None);
        assert_eq!(merged("在庫なし", "", "在庫なし？"), None);
        assert_eq!(merged("a b", "a c b", "a d b"), None, "two things put into one place");
    }

    #[test]
    fn the_same_change_is_made_once() {
        assert_eq!(merged("one two three", "one 2 three", "one 2 three four").as_deref(), Some("one 2 three four"));
    }
}
