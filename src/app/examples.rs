//! The finished examples, embedded so that they open on any machine without a file.

use crate::base::IdSource;
use crate::i18n::Lang;
use crate::model::Project;
use crate::store::{self, OpenError};

/// A finished example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// 冬物コートの購入: a coat, in shop, online shop and app. Japanese.
    WinterCoat,
    /// A weekend in a hotel. English.
    HotelStay,
}

impl Example {
    /// Both examples.
    pub const ALL: [Self; 2] = [Self::WinterCoat, Self::HotelStay];

    /// The one to show to somebody who reads this language.
    #[must_use]
    pub const fn for_reader(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::WinterCoat,
            Lang::En => Self::HotelStay,
        }
    }

    /// The language it is written in.
    #[must_use]
    pub const fn lang(self) -> Lang {
        match self {
            Self::WinterCoat => Lang::Ja,
            Self::HotelStay => Lang::En,
        }
    }

    /// Its name among the files under `examples`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::WinterCoat => "winter-coat",
            Self::HotelStay => "hotel-stay",
        }
    }

    /// The project.
    pub fn project(self) -> Result<Project, OpenError> {
        let text = match self {
            Self::WinterCoat => include_str!("../../examples/winter-coat.ron"),
            Self::HotelStay => include_str!("../../examples/hotel-stay.ron"),
        };
        Ok(store::from_text(text, &mut IdSource::random())?.project)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_open() {
        for example in Example::ALL {
            assert!(!example.project().unwrap().data_sets.is_empty(), "{}", example.key());
        }
    }
}
