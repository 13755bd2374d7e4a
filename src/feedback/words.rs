//! Frequent words and phrases of comments, in Japanese and English, without a dictionary: Japanese is cut where the
//! kind of character changes, which finds nouns, compounds and adjectives well enough to count them.

use super::quotes::presentable;
use encoding_rs::Encoding;
use std::collections::{BTreeMap, BTreeSet};

/// Words of fewer comments are not kept: the display floor is never lower.
const LEAST: u64 = 3;
/// How many words of a step are kept.
pub const MOST: usize = 30;

/// What says nothing on its own.
const JAPANESE_STOP: [&str; 34] = [
    "今回", "場合", "自分", "以上", "以下", "全体", "一度", "毎回", "本当", "必要", "可能", "普通", "結果", "状態",
    "部分", "最初", "最後", "時間", "最近", "今後", "前回", "何度", "何回", "一番", "特に", "特別", "感想", "意見",
    "希望", "無理", "問題", "非常", "大変", "十分",
];
const ENGLISH_STOP: [&str; 76] = [
    "the", "and", "was", "were", "for", "that", "this", "with", "had", "has", "have", "not", "but", "are", "you",
    "your", "our", "they", "them", "their", "there", "then", "than", "from", "when", "what", "which", "who", "would",
    "could", "should", "will", "can", "just", "very", "really", "too", "also", "been", "being", "did", "does", "don",
    "didn", "wasn", "isn", "couldn", "its", "about", "into", "out", "all", "any", "some", "more", "most", "much",
    "many", "even", "only", "after", "before", "again", "because", "while", "where", "how", "why", "get", "got", "one",
    "two", "she", "his", "her", "him",
];

/// What kind of character a piece of text is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kanji,
    Katakana,
    Hiragana,
    Latin,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '一'..='鿿' | '々' | '〆' | '\u{3400}'..='\u{4dbf}' => Self::Kanji,
            'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ' => Self::Katakana,
            'ぁ'..='ゖ' => Self::Hiragana,
            _ if c.is_alphabetic() || c == '\'' || c == '’' => Self::Latin,
            _ => Self::Other,
        }
    }
}

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
    let mut kept: Vec<(String, u64)> = Vec::new();
    for (word, count) in words {
        let is_part = kept.iter().any(|(known, n)| *n == count && known.contains(&word));
        if !is_part && kept.len() < MOST {
            kept.push((word, count));
        }
    }
    kept
}

/// The different words and phrases of a comment.
fn words_of(comment: &str) -> BTreeSet<String> {
    let pieces = pieces(comment);
    let mut words = BTreeSet::new();
    for at in 0..pieces.len() {
        match pieces[at].0 {
            Kind::Kanji | Kind::Katakana => japanese(&pieces[at..], &mut words),
            Kind::Latin => english(&pieces[at..], &mut words),
            Kind::Hiragana | Kind::Other => {}
        }
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

/// The noun, compound or adjective that begins here.
fn japanese(pieces: &[(Kind, String)], words: &mut BTreeSet<String>) {
    let Some((word, used)) = noun(pieces) else { return };
    let after = pieces.get(used).filter(|(kind, _)| *kind == Kind::Hiragana).map_or("", |(_, text)| text.as_str());
    if let Some(adjective) = adjective(&word, after) {
        words.insert(adjective);
        return;
    }
    // 返品の手続き: two nouns with の between them are one matter.
    if after == "の"
        && let Some((next, _)) = pieces.get(used + 1..).and_then(noun)
        && is_telling(&word)
        && is_telling(&next)
    {
        words.insert(format!("{word}の{next}"));
    }
    if is_telling(&word) {
        words.insert(word);
    }
}

/// Kanji and katakana that stand together, over a single connecting hiragana (待ち時間, 問い合わせ), with the number of
/// pieces in it.
fn noun(pieces: &[(Kind, String)]) -> Option<(String, usize)> {
    const CONNECTING: &str = "いきぎしちにびみりえけせてねべめれり";
    let is_word = |at: usize| pieces.get(at).is_some_and(|(kind, _)| matches!(kind, Kind::Kanji | Kind::Katakana));
    if !is_word(0) {
        return None;
    }
    let (mut word, mut at) = (pieces[0].1.clone(), 1);
    loop {
        if is_word(at) {
            word.push_str(&pieces[at].1);
            at += 1;
        } else if is_word(at + 1)
            && pieces.get(at).is_some_and(|(kind, text)| {
                *kind == Kind::Hiragana && text.chars().count() == 1 && CONNECTING.contains(text.as_str())
            })
            && pieces[at - 1].0 == Kind::Kanji
            && pieces[at + 1].0 == Kind::Kanji
        {
            word.push_str(&pieces[at].1);
            word.push_str(&pieces[at + 1].1);
            at += 2;
        } else {
            return Some((word, at));
        }
    }
}

/// 遅い from 遅い, 遅くて, 遅かった; 使いにくい from 使いにくかった.
fn adjective(word: &str, after: &str) -> Option<String> {
    const HARD: [&str; 3] = ["にく", "づら", "やす"];
    if let Some((stem, end)) = HARD.iter().find_map(|hard| Some((after.split_once(hard)?.0, hard)))
        && stem.chars().count() <= 2
    {
        return Some(format!("{word}{stem}{end}い"));
    }
    if word.chars().count() > 2 || Kind::of(word.chars().next()?) != Kind::Kanji {
        return None;
    }
    let rest = |ending: &str| after.strip_prefix(ending);
    let is_i = rest("い")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['で', 'し', 'の', 'と', 'が', 'よ', 'ね', 'か']));
    let is_bent =
        ["くて", "くな", "くあ", "かった", "かっ", "すぎ", "さが"].iter().any(|ending| after.starts_with(ending));
    let is_shii = after.starts_with("しい") || after.starts_with("しく") || after.starts_with("しかっ");
    match () {
        () if is_shii => Some(format!("{word}しい")),
        () if is_i || is_bent => Some(format!("{word}い")),
        () => None,
    }
}

fn is_telling(word: &str) -> bool {
    word.chars().count() >= 2 && !JAPANESE_STOP.contains(&word)
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
    fn japanese_comments_give_nouns_compounds_and_adjectives() {
        let found = words("レジの待ち時間が長くて、店員さんの対応も遅かった。アプリが使いにくい");
        for word in ["レジの待ち時間", "待ち時間", "長い", "店員", "対応", "遅い", "アプリ"] {
            assert!(found.iter().any(|known| known == word), "{word}: {found:?}");
        }
        assert!(found.iter().any(|known| known == "使いにくい"), "{found:?}");
        assert!(words("返品の手続きが難しかった").contains(&"難しい".to_owned()));
        assert!(words("荷物が届いたときに聞いて、思い出した").iter().all(|word| !word.ends_with('い')));
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
    }
}
