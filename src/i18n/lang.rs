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
        // All texts of a map are looked through at every edit, so byte by byte.
        for text in texts {
            let bytes = text.as_bytes();
            for (at, byte) in bytes.iter().enumerate() {
                match byte {
                    b'A'..=b'Z' | b'a'..=b'z' => latin += 1,
                    // U+3040–U+9FFF in UTF-8: E3 81 80 – E9 BF BF.
                    0xe4..=0xe9 => cjk += 1,
                    0xe3 if bytes[at + 1] >= 0x81 => cjk += 1,
                    _ => {}
                }
            }
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
