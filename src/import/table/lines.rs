//! The text of a cell as cards: a line is a card, whatever list sign it begins with.

/// The texts of the cards that a cell holds. Where the first line begins with a list sign, a line without one
/// belongs to the card before it.
#[must_use]
pub fn card_texts(cell: &str) -> Vec<String> {
    let text = cleaned(cell);
    let mut cards: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n') {
        let begun = after_sign(line);
        match cards.last_mut().filter(|_| goes_on && begun.is_none()) {
            Some(card) => {
                card.push('\n');
                card.push_str(line);
            }
            None if line.trim().is_empty() => {}
            None => {
                goes_on = begun.is_some() && (cards.is_empty() || goes_on);
                cards.push(begun.unwrap_or(line).trim_start().to_owned());
            }
        }
    }
    for card in &mut cards {
        *card = soft_breaks(card.trim_end());
    }
    cards.retain(|card| !card.is_empty());
    cards
}

/// The text of a cell that [`card_texts`] makes these cards of again. List signs are put only where they are needed.
#[must_use]
pub fn cell_text(cards: &[&str]) -> String {
    let needs_sign = |card: &&str| card.contains(['\n', '\r']) || after_sign(card).is_some();
    let sign = if cards.iter().any(needs_sign) { "• " } else { "" };
    cards.iter().map(|card| format!("{sign}{card}")).collect::<Vec<_>>().join("\n")
}

/// A text as one line or several, without what does not belong into a card.
#[must_use]
pub fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|c| !c.is_control() || matches!(*c, '\n' | SOFT_BREAK)).collect()
}

/// A line break inside a paragraph, as presentations write it.
const SOFT_BREAK: char = '\u{b}';

fn soft_breaks(text: &str) -> String {
    text.replace(SOFT_BREAK, "\n")
}

/// What follows the list sign that a line begins with; `None` where it begins with none.
fn after_sign(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    match first {
        '•'
        | '・'
        | '●'
        | '○'
        | '■'
        | '□'
        | '◆'
        | '◇'
        | '▪'
        | '▫'
        | '‣'
        | '⁃'
        | '➢'
        | '✓'
        | '✔'
        | '☐'
        | '☑'
        | '①'..='⑳' => Some(rest.trim_start()),
        '-' | '*' | '–' | '—' | '+' => rest.starts_with(char::is_whitespace).then(|| rest.trim_start()),
        _ => after_number(line),
    }
    .filter(|rest| !rest.is_empty())
}

/// What follows "1." or "（2）". A decimal number is no list sign.
fn after_number(line: &str) -> Option<&str> {
    let inside = line.strip_prefix(['(', '（']).unwrap_or(line);
    let digits = inside.chars().take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = &inside[inside.char_indices().nth(digits)?.0..];
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    let text_follows = after.starts_with(|c: char| c.is_whitespace() || !c.is_ascii_alphanumeric());
    match mark {
        ')' | '）' => Some(after.trim_start()),
        '.' | '．' if text_follows => Some(after.trim_start()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn list_signs_are_taken_off() {
        let list = "- SNSで見る\n・口コミを読む\n• Ask a friend\n1. 店に行く\n2) Try it\n（３）買う\n④使う\n\n1.5倍になる\n-2 度";
        let cards =
            ["SNSで見る", "口コミを読む", "Ask a friend", "店に行く", "Try it", "買う", "使う\n\n1.5倍になる\n-2 度"];
        assert_eq!(card_texts(list), cards);
        assert_eq!(card_texts("1.5倍になる\n-2 度"), ["1.5倍になる", "-2 度"], "figures are no list signs");
    }

    #[test]
    fn lines_without_a_sign_are_cards_of_their_own_until_a_list_begins() {
        assert_eq!(card_texts("見る\r\n読む\r\n\r\n"), ["見る", "読む"]);
        assert_eq!(card_texts("Shop:\n- enter\n- look"), ["Shop:", "enter", "look"]);
        assert_eq!(card_texts("• one\ntwo\n• three"), ["one\ntwo", "three"]);
        assert_eq!(card_texts("soft\u{b}break"), ["soft\nbreak"]);
        assert_eq!(card_texts(" \n\t"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn cards_come_back_from_their_cell(cards in prop::collection::vec("[a-z日本 -]{0,3}[a-z日本](\n[a-z日本]{1,4}){0,2}", 1..5)) {
            let cards: Vec<String> = cards.iter().map(|card| card.trim().to_owned()).collect();
            let texts: Vec<&str> = cards.iter().map(String::as_str).collect();
            prop_assert_eq!(card_texts(&cell_text(&texts)), cards);
        }
    }
}
