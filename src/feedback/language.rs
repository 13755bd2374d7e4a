//! In which language a comment is written: enough to read the Japanese ones apart from the English ones.

/// The language of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// Japanese.
    Japanese,
    /// English.
    English,
    /// Another one, or none that can be told.
    Other,
}

impl Tongue {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Japanese, Self::English, Self::Other];
}

/// Kanji alone are a short Japanese remark; more of them without any kana are Chinese.
const MOST_KANJI: usize = 12;
/// Little words that English is full of.
const ENGLISH: [&str; 28] = [
    "the", "and", "was", "is", "it", "to", "of", "in", "for", "not", "very", "i", "my", "we", "with", "but", "this",
    "that", "had", "were", "are", "at", "on", "no", "too", "good", "bad", "they",
];
/// And those of its neighbours.
const NEIGHBOURS: [&str; 30] = [
    "le", "la", "les", "des", "est", "et", "pas", "très", "une", "je", "der", "die", "das", "und", "ist", "nicht",
    "sehr", "ich", "ein", "el", "los", "que", "muy", "es", "para", "por", "di", "che", "non", "il",
];

/// The language that a comment is written in.
#[must_use]
pub fn tongue_of(text: &str) -> Tongue {
    let count = |is_it: fn(char) -> bool| text.chars().filter(|c| is_it(*c)).count();
    let kana = count(|c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ｦ'..='ﾟ'));
    let kanji = count(|c| matches!(c, '一'..='鿿' | '々' | '\u{3400}'..='\u{4dbf}'));
    let latin = count(|c| c.is_alphabetic() && c < '\u{250}');
    let others = count(char::is_alphabetic) - count(|c| c.is_alphabetic() && (c < '\u{250}' || is_japanese(c)));
    if kana > 0 && kana + kanji >= others {
        return Tongue::Japanese;
    }
    match kanji {
        0 if latin > others && is_english(text) => Tongue::English,
        1..=MOST_KANJI if others == 0 && latin <= 4 * kanji => Tongue::Japanese,
        _ => Tongue::Other,
    }
}

fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ' | '一'..='鿿' | '々' | '\u{3400}'..='\u{4dbf}')
}

/// Latin letters are English unless another language's little words are more.
fn is_english(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let (mut own, mut other) = (0, 0);
    for word in words {
        own += usize::from(ENGLISH.contains(&word.as_str()));
        other += usize::from(NEIGHBOURS.contains(&word.as_str()) || !word.is_ascii());
    }
    own >= other
}

#[cfg(test)]
mod tests {
    use super::{Tongue, tongue_of};

    #[test]
    fn japanese_english_and_others_are_told_apart() {
        for (text, tongue) in [
            ("レジの待ち時間が長い", Tongue::Japanese),
            ("対応良好", Tongue::Japanese),
            ("Appのログインがslow", Tongue::Japanese),
            ("The queue was far too long.", Tongue::English),
            ("Slow checkout", Tongue::English),
            ("Le personnel est très aimable", Tongue::Other),
            ("Das Zimmer war nicht sauber", Tongue::Other),
            ("직원이 친절했어요", Tongue::Other),
            ("房间很干净服务员也非常热情下次还会再来住", Tongue::Other),
            ("★★★ 10/10", Tongue::Other),
        ] {
            assert_eq!(tongue_of(text), tongue, "{text}");
        }
    }
}
