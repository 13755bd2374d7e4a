//! Personal data in comments: e-mail addresses, phone, card and postal numbers and listed names are masked before a
//! comment is kept.

use unicode_normalization::UnicodeNormalization as _;

/// What stands in the place of what was masked.
const MASK: &str = "●●●";
/// Shorter names would be found inside all kinds of words.
const SHORTEST_NAME: usize = 2;

/// The comment with e-mail addresses and numbers that could be a phone's or a card's masked. Rather one number too
/// many than one too few: nine digits or more with the usual separators, or six when they begin with 0 or +.
#[must_use]
pub fn masked(text: &str) -> String {
    mask_numbers(&mask_addresses(text))
}

/// The comment without names of people that somebody listed. Width, case and spaces make no difference; a Latin name
/// is masked only where it stands alone.
#[must_use]
pub fn without_names(text: &str, names: &[String]) -> String {
    let mut text = text.to_owned();
    let mut folded: Vec<Vec<char>> = names.iter().map(|name| letters(name).map(|(_, c)| c).collect()).collect();
    folded.retain(|name| name.len() >= SHORTEST_NAME);
    // The longest first: of a full name nothing stays.
    folded.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in folded {
        text = without_name(&text, &name);
    }
    text
}

/// Whether a frequent word is a listed name, holds one, or is a part of one: of Sato Hanako neither is told.
#[must_use]
pub fn tells_a_name(word: &str, names: &[String]) -> bool {
    let folded = |text: &str| letters(text).map(|(_, c)| c).collect::<String>();
    let own = folded(word);
    let is_part = |name: &String| {
        let is_whole_part = name.split_whitespace().any(|part| folded(part) == own);
        // Japanese names are written without a space between their parts.
        let is_inside = !own.is_ascii() && own.chars().count() >= SHORTEST_NAME && folded(name).contains(&own);
        is_whole_part || is_inside
    };
    without_names(word, names) != word || names.iter().any(is_part)
}

fn without_name(text: &str, name: &[char]) -> String {
    let letters: Vec<(usize, char)> = letters(text).collect();
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut copied) = (0, 0);
    while at + name.len() <= letters.len() {
        let found = letters[at..].iter().zip(name).all(|((_, letter), wanted)| letter == wanted);
        let last = at + name.len() - 1;
        let from = letters[at].0;
        let to = letters[last].0 + text[letters[last].0..].chars().next().map_or(0, char::len_utf8);
        let touches = |c: Option<char>, edge: char| is_latin(edge) && c.is_some_and(is_latin);
        let alone = !touches(text[..from].chars().next_back(), name[0])
            && !touches(text[to..].chars().next(), name[name.len() - 1]);
        if found && alone {
            out.push_str(&text[copied..from]);
            out.push_str(MASK);
            copied = to;
            at += name.len();
        } else {
            at += 1;
        }
    }
    out + &text[copied..]
}

/// The characters but spaces, in one width and case, with their places.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    let fold = |c: char| std::iter::once(c).nfkc().next().unwrap_or(c).to_lowercase().next().unwrap_or(c);
    text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(move |(at, c)| (at, fold(c)))
}

fn is_address_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('！'..='～').contains(&c) || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn mask_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['@', '＠']) {
        let (before, after) = rest.split_at(at);
        let sign = after.chars().next().map_or(1, char::len_utf8);
        let after = &after[sign..];
        let name = before.trim_end_matches(|c| is_address_char(c) && c != '＠');
        let end = after.find(|c| !is_address_char(c)).unwrap_or(after.len());
        let named = name.len() < before.len() && end > 0;
        out.push_str(if named { name } else { before });
        out.push_str(if named { MASK } else { &rest[at..at + sign] });
        rest = if named { &after[end..] } else { after };
    }
    out + rest
}

fn digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '(' | ')' | '.' | '/' | '　' | '‐' | '‑' | '–' | '−' | 'ー' | '－' | '（' | '）')
}

fn mask_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c| digit(c) || matches!(c, '+' | '＋')) {
        out.push_str(&rest[..start]);
        let run = &rest[start..];
        let lead = run.chars().next().map_or(0, char::len_utf8);
        let end = run[lead..].find(|c| !digit(c) && !separator(c)).map_or(run.len(), |at| at + lead);
        let number = run[..end].trim_end_matches(separator);
        out.push_str(if is_private(number) { MASK } else { number });
        rest = &run[number.len().max(lead)..];
        if number.len() < lead {
            out.push_str(&run[number.len()..lead]);
        }
    }
    out + rest
}

fn is_private(number: &str) -> bool {
    let digits = number.chars().filter(|c| digit(*c)).count();
    let led = number.starts_with(['0', '０', '+', '＋']);
    digits >= 9 && !is_date_and_time(number) || led && digits >= 6 || is_postal_code(number)
}

/// Three digits, a hyphen, four digits: 150-0001.
fn is_postal_code(number: &str) -> bool {
    let mut parts = number.split(['-', '‐', '‑', '–', '−', 'ー', '－']);
    let lengths = [parts.next(), parts.next(), parts.next()].map(|part| part.map(|part| part.chars().count()));
    lengths == [Some(3), Some(4), None] && number.chars().filter(|c| digit(*c)).count() == 7
}

/// 2026-11-22 10:00 and the like begin with a year and have a separator after it; a card's number has not.
fn is_date_and_time(number: &str) -> bool {
    let mut parts = number.split(separator);
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    (year.starts_with("20") || year.starts_with("19")) && year.len() == 4 && (1..=2).contains(&month.len())
}

#[cfg(test)]
mod tests {
    use super::{masked, tells_a_name, without_names};

    #[test]
    fn a_word_that_is_a_part_of_a_name_tells_it() {
        let names = ["佐藤花子".to_owned(), "John Smith".to_owned()];
        for word in ["佐藤", "花子", "佐藤花子様", "john", "smith", "john smith"] {
            assert!(tells_a_name(word, &names), "{word}");
        }
        for word in ["砂糖", "花", "smithy", "対応", "son"] {
            assert!(!tells_a_name(word, &names), "{word}");
        }
    }

    #[test]
    fn addresses_and_numbers_are_masked() {
        for (text, expected) in [
            ("連絡は taro.yamada+ec@example.co.jp まで", "連絡は ●●● まで"),
            ("ＴＡＲＯ＠ｅｘａｍｐｌｅ．ｃｏｍへ", "●●●へ"),
            ("電話090-1234-5678に", "電話●●●に"),
            ("０９０－１２３４－５６７８", "●●●"),
            ("call +81 (3) 1234 5678 now", "call ●●● now"),
            ("card 4111 1111 1111 1111!", "card ●●●!"),
            ("card 4111111111111111", "card ●●●"),
            ("03(1234)5678、待った", "●●●、待った"),
            ("〒150-0001 渋谷区", "〒●●● 渋谷区"),
            ("１５０－０００１", "●●●"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn listed_names_are_masked_however_they_are_written() {
        let names = ["山田 太郎", "山田", "Ann", "ﾀﾅｶ", "x"].map(str::to_owned);
        for (text, expected) in [
            ("山田太郎さんと山田さん", "●●●さんと●●●さん"),
            ("山田　太郎様", "●●●様"),
            ("ANN helped, the annual fee did not", "●●● helped, the annual fee did not"),
            ("タナカさん xyz", "●●●さん xyz"),
            ("", ""),
        ] {
            assert_eq!(without_names(text, &names), expected);
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in ["30分待った", "2026-11-22 10 に来店", "1,500円", "24/7 support", "5 + 5", "@新宿", "+", "3階 2-1"]
        {
            assert_eq!(masked(text), text);
        }
    }
}
