//! The languages.

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// 日本語.
    Ja,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The language of this computer: Japanese when its locale says so, else English.
    #[must_use]
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(locale) if locale.to_lowercase().starts_with("ja") => Self::Ja,
            _ => Self::En,
        }
    }

    /// The language that most of these texts are written in. A Japanese character says about as much as two
    /// Latin letters; texts without letters count as Japanese when they have any kana or kanji, else as English.
    #[must_use]
    pub fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut cjk, mut latin) = (0_usize, 0_usize);
        for text in texts {
            let bytes = text.as_bytes();
            latin += bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
            // U+3040–U+9FFF in UTF-8: E3 81 80 – E9 BF BF. All texts of a map are looked through at every edit.
            let is_cjk = |pair: &&[u8]| matches!(pair, [0xe3, 0x81..=0xff] | [0xe4..=0xe9, _]);
            cjk += bytes.windows(2).filter(is_cjk).count();
        }
        if cjk > 0 && latin <= 2 * cjk { Self::Ja } else { Self::En }
    }

    /// The two-letter code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ja => "日本語",
        }
    }
}

impl std::str::FromStr for Lang {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "en" => Ok(Self::En),
            "ja" => Ok(Self::Ja),
            other => Err(format!("{other} is not a language of Tabiji: ja or en")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn texts_tell_their_language() {
        assert_eq!(Lang::of_texts(["アプリで取り置き", "SNS"].into_iter()), Lang::Ja);
        assert_eq!(Lang::of_texts(["Checks in", "旅館"].into_iter()), Lang::En);
        assert_eq!(Lang::of_texts(std::iter::empty()), Lang::En);
    }
}
