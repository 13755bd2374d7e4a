//! The embedded fonts. No other font is ever asked for, so every computer and every target
//! draws the same letters.

use super::{FontFace, Weight};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, GenericFamily, SourceCache};
use parley::{FontContext, FontFamilyName};
use std::sync::Arc;

// Statics, not constants: a constant is copied into every unit of code that names it, 12 MB each time.
static REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansJP_400Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansJP_700Bold.ttf");
static EMOJI: &[u8] = include_bytes!("../../assets/fonts/NotoEmoji_400Regular.ttf");

/// Name of the family for letters, as other programs know it.
pub const TEXT_FAMILY: &str = "Noto Sans JP";
/// Name of the family for emoji, as other programs know it.
pub const EMOJI_FAMILY: &str = "Noto Emoji";

/// Height of the letters' font above and below the baseline, in font sizes (its `hhea` table).
/// One rule for all faces, so that an emoji does not move the line it stands in.
pub(super) const ASCENT: f32 = 1.16;
/// See [`ASCENT`].
pub(super) const DESCENT: f32 = 0.288;

/// The order in which fonts are asked for a letter.
pub(super) const FAMILIES: [FontFamilyName<'static>; 2] =
    [FontFamilyName::named(TEXT_FAMILY), FontFamilyName::named(EMOJI_FAMILY)];

impl FontFace {
    /// All embedded fonts.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Emoji];

    /// The font file.
    #[must_use]
    pub const fn data(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
            Self::Emoji => EMOJI,
        }
    }

    /// Name of the font's family.
    #[must_use]
    pub const fn family(self) -> &'static str {
        match self {
            Self::Regular | Self::Bold => TEXT_FAMILY,
            Self::Emoji => EMOJI_FAMILY,
        }
    }

    /// The face whose file these bytes are; they are told apart by where they lie in memory.
    pub(super) fn of_data(data: &[u8], weight: Weight) -> Self {
        let face = Self::ALL.into_iter().find(|face| face.data().as_ptr() == data.as_ptr());
        face.unwrap_or(match weight {
            Weight::Regular => Self::Regular,
            Weight::Bold => Self::Bold,
        })
    }
}

/// A font collection with the embedded fonts and nothing else.
pub(super) fn font_context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    let mut emoji_family = None;
    for face in FontFace::ALL {
        let name = FontInfoOverride { family_name: Some(face.family()), ..FontInfoOverride::default() };
        let families = collection.register_fonts(Blob::new(Arc::new(face.data())), Some(name));
        if face == FontFace::Emoji {
            emoji_family = families.first().map(|(id, _)| *id);
        }
    }
    collection.set_generic_families(GenericFamily::Emoji, emoji_family.into_iter());
    FontContext { collection, source_cache: SourceCache::default() }
}
