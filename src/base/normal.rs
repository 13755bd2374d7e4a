//! Names of people and things: one normal form for what is typed differently (full-width and half-width, case,
//! spaces), and the letter that stands for a person.

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// NFKC, lower case, every run of white space one space, none at the ends.
#[must_use]
pub fn normalized(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As [`normalized`], with katakana as hiragana: what sounds the same is found by either.
#[must_use]
pub fn folded(text: &str) -> String {
    normalized(text).chars().map(hiragana).collect()
}

/// The hiragana of a katakana; other characters as they are.
#[must_use]
pub fn hiragana(c: char) -> char {
    match c {
        '\u{30a1}'..='\u{30f6}' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// The letter that stands for a person without a portrait: of the name one is called by, which comes last in
/// Japanese and first in other languages. `None` for an empty name.
#[must_use]
pub fn initial(name: &str) -> Option<String> {
    /// Where the scripts of East Asia begin.
    const EAST_ASIAN: char = '\u{2e80}';
    let mut words = name.split_whitespace();
    let word = if name.chars().any(|c| c >= EAST_ASIAN) { words.next_back() } else { words.next() };
    word.and_then(|word| word.graphemes(true).next()).map(str::to_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{initial, normalized};

    #[test]
    fn people_are_called_by_the_name_one_calls_them() {
        assert_eq!(initial("佐藤 美咲").as_deref(), Some("美"));
        assert_eq!(initial("Emma Clarke").as_deref(), Some("E"));
        assert_eq!(initial("Zoë Müller").as_deref(), Some("Z"));
        assert_eq!(initial("新しいペルソナ").as_deref(), Some("新"));
        assert_eq!(initial(" "), None);
    }

    #[test]
    fn width_case_and_spaces_do_not_count() {
        assert_eq!(normalized("　ＥＣサイト  で購入 "), "ecサイト で購入");
        assert_eq!(normalized("ｱﾌﾟﾘ"), normalized("アプリ"));
    }
}
