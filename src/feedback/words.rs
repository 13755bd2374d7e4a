//! Frequent words and phrases of comments, in Japanese and English, without a dictionary.

use super::japanese::{Kind, japanese};
use super::quotes::presentable;
use encoding_rs::Encoding;
use std::collections::{BTreeMap, BTreeSet};

/// Words of fewer comments are not kept: the display floor is never lower.
const LEAST: u64 = 3;
/// How many words of a step are kept.
pub const MOST: usize = 30;

/// What says nothing on its own.
const ENGLISH_STOP: [&str; 98] = [
    "the", "and", "was", "were", "for", "that", "this", "with", "had", "has", "have", "not", "but", "are", "you",
    "your", "our", "they", "them", "their", "there", "then", "than", "from", "when", "what", "which", "who", "would",
    "could", "should", "will", "can", "just", "very", "really", "too", "also", "been", "being", "did", "does", "don",
    "didn", "wasn", "isn", "couldn", "its", "about", "into", "out", "all", "any", "some", "more", "most", "much",
    "many", "even", "only", "after", "before", "again", "because", "while", "where", "how", "why", "get", "got", "one",
    "two", "she", "his", "her", "him", "thank", "thanks", "please", "expected", "bit", "rather", "over", "end", "fine",
    "time", "way", "went", "someone", "everyone", "told", "look", "lot", "still", "next", "either", "nothing", "back",
];

/// A comment as words are looked for in it: decoded, masked.
#[must_use]
pub fn comments_text(bytes: &[u8], encoding: &'static Encoding, names: &[String]) -> String {
    presentable(&encoding.decode_without_bom_handling(bytes).0, names)
}

/// The words and phrases that stand in the most comments, with the number of comments.
#[must_use]
pub fn frequent(comments: &[String]) -> Vec<(String, u64)> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for word in comments.iter().flat_map(|comment| words_of(comment)) {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(String, u64)> = counts.into_iter().filter(|(_, count)| *count >= LEAST).collect();
    // Longer ones first among equals, so that a phrase comes before its parts.
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| b.0.len().cmp(&a.0.len())).then_with(|| a.0.cmp(&b.0)));
    // A word that hardly stands outside a longer one is only a piece of it.
    let is_piece = |word: &str, count: u64| {
        let longer = words.iter().filter(|(other, _)| other.len() > word.len() && other.contains(word));
        longer.map(|(_, n)| *n).any(|n| count < n + LEAST)
    };
    words.iter().filter(|(word, count)| !is_piece(word, *count)).take(MOST).cloned().collect()
}

/// The different words and phrases of a comment.
pub(super) fn words_of(comment: &str) -> BTreeSet<String> {
    let pieces = pieces(comment);
    let (mut words, mut at) = (BTreeSet::new(), 0);
    while at < pieces.len() {
        match pieces[at].0 {
            Kind::Kanji | Kind::Katakana => {
                at += japanese(&pieces[at..], &mut words);
                continue;
            }
            Kind::Latin => english(&pieces[at..], &mut words),
            Kind::Hiragana | Kind::Other => {}
        }
        at += 1;
    }
    words
}

/// The text in runs of one kind; white space between Latin words is left out.
fn pieces(text: &str) -> Vec<(Kind, String)> {
    let mut pieces: Vec<(Kind, String)> = Vec::new();
    let mut is_apart = false;
    for c in text.chars() {
        let kind = Kind::of(c);
        if c == ' ' {
            is_apart = true;
            continue;
        }
        match pieces.last_mut() {
            Some((last, piece)) if *last == kind && !is_apart => piece.extend(c.to_lowercase()),
            _ => pieces.push((kind, c.to_lowercase().collect())),
        }
        is_apart = false;
    }
    pieces
}

/// The word that begins here, and the phrases of two and three words that begin with it.
fn english(pieces: &[(Kind, String)], words: &mut BTreeSet<String>) {
    let latin =
        |at: usize| pieces.get(at).filter(|(kind, _)| *kind == Kind::Latin).map(|(_, text)| text.trim_matches('\''));
    let is_telling = |word: &str| word.chars().count() >= 3 && !ENGLISH_STOP.contains(&word);
    let Some(first) = latin(0).filter(|word| is_telling(word)) else { return };
    words.insert(first.to_owned());
    let mut phrase = first.to_owned();
    for word in (1..3).map_while(latin) {
        phrase = format!("{phrase} {word}");
        if is_telling(word) {
            words.insert(phrase.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        words_of(text).into_iter().collect()
    }

    #[test]
    fn english_comments_give_words_and_phrases() {
        let found = words("The checkout page was very slow. Checkout page again!");
        assert!(found.contains(&"checkout page".to_owned()) && found.contains(&"slow".to_owned()), "{found:?}");
        assert!(!found.contains(&"the".to_owned()) && !found.contains(&"page was".to_owned()));
    }

    #[test]
    fn rare_words_are_not_kept_and_parts_of_phrases_are_not_repeated() {
        let comments: Vec<String> =
            ["待ち時間が長い", "待ち時間は我慢", "待ち時間について", "山田太郎より"].map(str::to_owned).to_vec();
        assert_eq!(frequent(&comments), [("待ち時間".to_owned(), 3)]);
        let comments: Vec<String> =
            ["古い口コミばかり", "古い口コミが上に出る", "口コミが古い", "古い口コミ"].map(str::to_owned).to_vec();
        assert_eq!(frequent(&comments), [("古い口コミ".to_owned(), 3)], "口コミ alone is said once");
    }
}
