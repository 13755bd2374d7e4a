//! Layer 3: every word of the program in English and Japanese, as enums whose variants the
//! compiler checks: a message without one of the two languages does not compile.

mod lang;
mod number;
mod readings;
mod shortened;

pub use lang::Lang;
pub use number::{date_text, fill, grouped, in_series, listed, percent, signed};
pub use readings::Reading;
pub use shortened::shortened;

/// Declares a catalogue: an enum with an English and a Japanese text for each variant.
/// Parts in braces (`{n}`) are put in by [`fill`].
macro_rules! messages {
    ($(#[$meta:meta])* $name:ident { $( $key:ident : $en:literal, $ja:literal; )* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the texts say what they are")]
        pub enum $name { $( $key, )* }

        impl $name {
            /// All messages of this catalogue.
            pub const ALL: &[Self] = &[$( Self::$key, )*];

            /// The text in a language.
            #[must_use]
            pub const fn text(self, lang: crate::i18n::Lang) -> &'static str {
                match lang {
                    crate::i18n::Lang::En => match self { $( Self::$key => $en, )* },
                    crate::i18n::Lang::Ja => match self { $( Self::$key => $ja, )* },
                }
            }
        }
    };
}

pub mod access;
pub mod answers;
pub mod arrival;
pub mod check;
pub mod cli;
pub mod clip;
pub mod commands;
pub mod compare;
pub mod curves;
pub mod deck;
pub mod domain;
pub mod export;
pub mod feedback;
pub mod feedback_page;
pub mod files;
pub mod filter;
pub mod filter_bar;
pub mod history;
pub mod html;
pub mod import;
pub mod insight;
pub mod inspector;
pub mod keeping;
pub mod lanes;
pub mod map;
pub mod merge;
pub mod persona;
pub mod present;
pub mod sheets;
pub mod shell;
pub mod sources;
pub mod start;
pub mod structure;
pub mod together;
pub mod work;

#[cfg(test)]
mod tests;
