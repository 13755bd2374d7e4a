//! The templates that the program brings along.

use super::{Outline, TemplateError};
use crate::base::IdSource;
use crate::model::Project;
use std::sync::LazyLock;

/// The codes of the languages that every template is written in.
pub const LANGUAGES: [&str; 2] = ["ja", "en"];

struct Source {
    key: &'static str,
    ja: &'static str,
    en: &'static str,
}

macro_rules! sources {
    ($( $key:literal ),* $(,)?) => {
        &[$( Source {
            key: $key,
            ja: include_str!(concat!("../../assets/templates/", $key, ".ja.ron")),
            en: include_str!(concat!("../../assets/templates/", $key, ".en.ron")),
        }, )*]
    };
}

const SOURCES: &[Source] = sources!["retail", "b2b-saas", "hospital", "hotel", "blank"];

impl Source {
    fn text(&self, lang: &str) -> Result<&'static str, TemplateError> {
        match lang {
            "ja" => Ok(self.ja),
            "en" => Ok(self.en),
            other => Err(TemplateError::NoSuchLanguage { lang: other.to_owned() }),
        }
    }

    fn outline(&self, lang: &str) -> Result<Outline, TemplateError> {
        Outline::parse(&self.file(lang), self.text(lang)?)
    }

    fn file(&self, lang: &str) -> String {
        format!("{}.{lang}.ron", self.key)
    }

    #[expect(clippy::expect_used, reason = "the files are part of the program and a test reads each of them")]
    fn words(&self, lang: &str) -> Words {
        let outline = self.outline(lang).expect("an embedded template is an outline");
        Words { title: outline.title, about: outline.about }
    }
}

#[derive(Clone, Debug)]
struct Words {
    title: String,
    about: String,
}

/// A template, as the start page and the command line list it.
#[derive(Clone, Debug)]
pub struct TemplateInfo {
    /// The key that [`project`] takes.
    pub key: &'static str,
    ja: Words,
    en: Words,
}

impl TemplateInfo {
    fn words(&self, lang: &str) -> &Words {
        if lang == "ja" { &self.ja } else { &self.en }
    }

    /// What the template is called; English for any language but `ja`.
    #[must_use]
    pub fn title(&self, lang: &str) -> &str {
        &self.words(lang).title
    }

    /// One line on what is in it; English for any language but `ja`.
    #[must_use]
    pub fn about(&self, lang: &str) -> &str {
        &self.words(lang).about
    }
}

/// All templates, in the order in which they are offered; the blank one is the last.
#[must_use]
pub fn all() -> &'static [TemplateInfo] {
    static ALL: LazyLock<Vec<TemplateInfo>> = LazyLock::new(|| {
        SOURCES.iter().map(|s| TemplateInfo { key: s.key, ja: s.words("ja"), en: s.words("en") }).collect()
    });
    &ALL
}

/// A new project from the template with this key, in the language with this code (`ja` or `en`).
pub fn project(key: &str, lang: &str, ids: &mut IdSource) -> Result<Project, TemplateError> {
    let Some(source) = SOURCES.iter().find(|s| s.key == key) else {
        let known = SOURCES.iter().map(|s| s.key).collect::<Vec<_>>().join(", ");
        return Err(TemplateError::NoSuchTemplate { key: key.to_owned(), known });
    };
    source.outline(lang)?.build(&source.file(lang), ids)
}
