//! One normal form for names that people type differently: full-width and half-width, case, spaces.

use unicode_normalization::UnicodeNormalization as _;

/// NFKC, lower case, every run of white space one space, none at the ends.
#[must_use]
pub fn normalized(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn width_case_and_spaces_do_not_count() {
        assert_eq!(normalized("　ＥＣサイト  で購入 "), "ecサイト で購入");
        assert_eq!(normalized("ｱﾌﾟﾘ"), normalized("アプリ"));
    }
}
