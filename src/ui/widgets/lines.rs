//! What keys do to a list of lines: splitting, joining, moving, pasting. Positions count characters.

/// An item and the selection in it: from, to.
pub(crate) type Place = (usize, usize, usize);

/// The list after a key, and where the keyboard is then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) items: Vec<String>,
    pub(crate) focus: usize,
    pub(crate) cursor: usize,
}

fn change(items: Vec<String>, focus: usize, cursor: usize) -> Change {
    Change { items, focus, cursor }
}

/// The text before and after a selection.
fn parts(text: &str, from: usize, to: usize) -> (String, String) {
    (text.chars().take(from).collect(), text.chars().skip(to).collect())
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// Splits an item; at its end a new line begins. In an empty line Enter ends the list.
pub(crate) fn enter(items: &[String], (index, from, to): Place) -> Option<Change> {
    let item = items.get(index).filter(|item| !item.trim().is_empty())?;
    let (head, tail) = parts(item, from, to);
    let mut items = items.to_vec();
    items[index] = head;
    // After the last item stands an empty line already.
    if !(tail.is_empty() && index + 1 == items.len()) {
        items.insert(index + 1, tail);
    }
    Some(change(items, index + 1, 0))
}

/// At the start of an item: joins it to the one before.
pub(crate) fn backspace(items: &[String], (index, from, to): Place) -> Option<Change> {
    let before = index.checked_sub(1).filter(|_| from == 0 && to == 0)?;
    let mut items = items.to_vec();
    let cursor = length(&items[before]);
    if index < items.len() {
        let tail = items.remove(index);
        items[before].push_str(&tail);
    }
    Some(change(items, before, cursor))
}

/// At the end of an item: joins the next one to it.
pub(crate) fn delete(items: &[String], (index, from, to): Place) -> Option<Change> {
    let end = length(items.get(index)?);
    if from != end || to != end || index + 1 >= items.len() {
        return None;
    }
    backspace(items, (index + 1, 0, 0))
}

/// Moves an item up or down.
pub(crate) fn shift(items: &[String], (index, from, _): Place, up: bool) -> Option<Change> {
    let other = if up { index.checked_sub(1)? } else { index + 1 };
    if index >= items.len() || other >= items.len() {
        return None;
    }
    let mut items = items.to_vec();
    items.swap(index, other);
    Some(change(items, other, from))
}

/// From the start of an item to the one before, from its end to the next.
pub(crate) fn walk(items: &[String], (index, from, to): Place, up: bool) -> Option<Change> {
    let end = items.get(index).map_or(0, |item| length(item));
    if up {
        let before = index.checked_sub(1).filter(|_| from == 0 && to == 0)?;
        return Some(change(items.to_vec(), before, 0));
    }
    (from == end && to == end && index < items.len()).then(|| Change {
        items: items.to_vec(),
        focus: index + 1,
        cursor: 0,
    })
}

/// Several lines become items, without the bullets that lists bring along; one line stays with its field.
pub(crate) fn paste(items: &[String], (index, from, to): Place, text: &str) -> Option<Change> {
    let mut lines: Vec<String> = text.lines().map(unbulleted).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 {
        return None;
    }
    let (head, tail) = parts(items.get(index).map_or("", String::as_str), from, to);
    lines[0].insert_str(0, &head);
    let last = lines.len() - 1;
    let cursor = length(&lines[last]);
    lines[last].push_str(&tail);
    let mut all = items.to_vec();
    all.splice(index.min(items.len())..(index + 1).min(items.len()), lines);
    Some(change(all, index + last, cursor))
}

/// A line without the sign of a list before it.
fn unbulleted(line: &str) -> String {
    let line = line.trim();
    line.trim_start_matches(['・', '•', '‣', '-', '*', '–', '●']).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    fn after(change: Option<Change>) -> (Vec<String>, usize, usize) {
        let change = change.unwrap();
        (change.items, change.focus, change.cursor)
    }

    #[test]
    fn enter_splits_an_item_or_begins_a_new_one() {
        let two = list(&["早く決めたい", "安く買いたい"]);
        assert_eq!(after(enter(&two, (0, 2, 2))), (list(&["早く", "決めたい", "安く買いたい"]), 1, 0));
        assert_eq!(after(enter(&two, (0, 6, 6))), (list(&["早く決めたい", "", "安く買いたい"]), 1, 0));
        assert_eq!(after(enter(&two, (1, 6, 6))), (two.clone(), 2, 0), "the empty line at the end is there already");
        assert_eq!(enter(&two, (2, 0, 0)), None, "in an empty line Enter ends the list");
    }

    #[test]
    fn backspace_at_the_start_and_delete_at_the_end_join() {
        let two = list(&["ab", "cd"]);
        assert_eq!(after(backspace(&two, (1, 0, 0))), (list(&["abcd"]), 0, 2));
        assert_eq!(after(backspace(&two, (2, 0, 0))), (two.clone(), 1, 2));
        assert_eq!(backspace(&two, (0, 0, 0)), None);
        assert_eq!(backspace(&two, (1, 0, 1)), None, "what is selected is the text's own matter");
        assert_eq!(after(delete(&two, (0, 2, 2))), (list(&["abcd"]), 0, 2));
        assert_eq!(delete(&two, (1, 2, 2)), None);
    }

    #[test]
    fn items_move_and_the_keyboard_goes_with_them() {
        let three = list(&["a", "b", "c"]);
        assert_eq!(after(shift(&three, (2, 1, 1), true)), (list(&["a", "c", "b"]), 1, 1));
        assert_eq!(after(shift(&three, (0, 0, 0), false)), (list(&["b", "a", "c"]), 1, 0));
        assert_eq!(shift(&three, (0, 0, 0), true), None);
        assert_eq!(shift(&three, (3, 0, 0), true), None, "the empty line stays at the end");
    }

    #[test]
    fn pasted_lines_become_items_without_their_bullets() {
        let one = list(&["始まり終わり"]);
        let pasted = paste(&one, (0, 3, 3), "・一つ目\r\n・二つ目\n\n- 三つ目\n");
        assert_eq!(after(pasted), (list(&["始まり一つ目", "二つ目", "三つ目終わり"]), 2, 3));
        assert_eq!(after(paste(&one, (1, 0, 0), "a\nb")), (list(&["始まり終わり", "a", "b"]), 2, 1));
        assert_eq!(paste(&one, (0, 0, 0), "one line\n"), None);
    }
}
