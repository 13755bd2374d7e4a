//! Finding by a few letters, in either language: what is typed may be English, kanji, kana, or romaji in Hepburn or
//! Kunrei spelling. For the palette and other lists; the search through a project is [`super::find`].

use crate::base::folded;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use wana_kana::ConvertJapanese as _;

/// What is typed, against which many texts are held.
#[derive(Debug)]
pub struct Query {
    typed: String,
    pattern: Pattern,
    matcher: Matcher,
}

impl Query {
    /// Understands what was typed; blank matches everything.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let typed = folded(typed);
        let pattern = Pattern::new(&typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        Self { typed, pattern, matcher: Matcher::new(Config::DEFAULT) }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.typed.is_empty()
    }

    /// How well the best of these texts fits; `None` when none does. A text that begins with what was typed fits
    /// best, then one that holds it, then one that has its letters in their order.
    pub fn rank<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Option<u32> {
        texts.into_iter().flat_map(spellings).filter_map(|text| self.rank_one(&text)).max()
    }

    /// The same for sentences: they fit only when they hold what was typed as it is.
    pub fn rank_whole<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Option<u32> {
        let holds = |text: &str| !self.typed.is_empty() && folded(text).contains(&self.typed);
        let fitting: Vec<&str> = texts.into_iter().filter(|text| holds(text)).collect();
        self.rank(fitting)
    }

    fn rank_one(&mut self, text: &str) -> Option<u32> {
        if self.typed.is_empty() {
            return Some(0);
        }
        let mut buffer = Vec::new();
        let score = self.pattern.score(Utf32Str::new(text, &mut buffer), &mut self.matcher)?;
        // A match that is spread over a whole sentence is chance, not meaning.
        let whole = text.find(self.typed.as_str());
        let letters = u32::try_from(self.typed.chars().count()).unwrap_or(u32::MAX);
        if whole.is_none() && score < letters.saturating_mul(18) {
            return None;
        }
        let bonus = match whole {
            Some(0) if text.len() == self.typed.len() => 3000,
            Some(0) => 2000,
            Some(_) => 1000,
            None => 0,
        };
        Some(bonus + score)
    }
}

/// How a text can be typed: as it is with kana folded, and what is kana in it in romaji of both kinds.
fn spellings(text: &str) -> Vec<String> {
    let plain = folded(text);
    let has_kana = plain.chars().any(|c| ('\u{3041}'..='\u{309f}').contains(&c));
    if !has_kana {
        return vec![plain];
    }
    let hepburn = plain.replace('ー', "-").to_romaji();
    // People type long vowels with a hyphen or leave it out.
    let kunrei = kunrei(&hepburn);
    let bare = hepburn.replace('-', "");
    let mut all = vec![plain, hepburn, bare];
    all.extend([kunrei.replace('-', ""), kunrei]);
    all.dedup();
    all
}

/// Hepburn romaji as Kunrei: shi → si, chi → ti, tsu → tu, fu → hu, ji → zi.
fn kunrei(hepburn: &str) -> String {
    const PAIRS: [(&str, &str); 14] = [
        ("ssh", "ssy"),
        ("tch", "tty"),
        ("shi", "si"),
        ("chi", "ti"),
        ("tsu", "tu"),
        ("fu", "hu"),
        ("ji", "zi"),
        ("sh", "sy"),
        ("ch", "ty"),
        ("ja", "zya"),
        ("ju", "zyu"),
        ("jo", "zyo"),
        ("syi", "si"),
        ("tyi", "ti"),
    ];
    PAIRS.iter().fold(hepburn.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(typed: &str, text: &str) -> bool {
        Query::new(typed).rank([text]).is_some()
    }

    #[test]
    fn kana_and_both_romaji_find_what_is_written_in_kana() {
        for typed in ["かいぎょう", "カイギョウ", "kaigyou", "kaigyo", "KAIGYOU", "kaigy"] {
            assert!(fits(typed, "かいぎょう"), "{typed}");
        }
        for typed in ["shinki", "sinki"] {
            assert!(fits(typed, "しんきぷろじぇくと"), "{typed}");
        }
        for typed in ["tsuika", "tuika", "ついか"] {
            assert!(fits(typed, "すてっぷをついか"), "{typed}");
        }
        for typed in ["furou", "hurou", "jidou", "zidou", "chatto", "tyatto", "me-ru", "meru", "sha", "sya"] {
            let text = "ふろう じどう ちゃっと めーる しゃ";
            assert!(fits(typed, text), "{typed}");
        }
    }

    #[test]
    fn what_begins_with_it_ranks_before_what_holds_it() {
        let mut query = Query::new("add");
        let (begins, holds) = (query.rank(["Add card"]).unwrap(), query.rank(["Padding"]).unwrap());
        assert!(begins > holds);
        assert!(Query::new("adst").rank(["Add step"]).is_some(), "the first letters of each word");
        assert!(!fits("qqq", "Add step"));
    }
}
