//! The embedded fonts, given to egui: the very bytes that the map's text is shaped with.

use crate::text::FontFace;
use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontId, FontTweak};
use std::sync::Arc;

const REGULAR: &str = "regular";
const BOLD: &str = "bold";
const EMOJI: &str = "emoji";

/// Makes the embedded fonts the only ones of the window.
pub(crate) fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// Regular letters of this size.
pub(crate) fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Bold letters of this size.
pub(crate) fn bold(size: f32) -> FontId {
    FontId::new(size, bold_family())
}

/// The family of the bold letters.
pub(crate) fn bold_family() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    // Letters stand where the export puts them, not on whole pixels: small type keeps its rhythm.
    let tweak = FontTweak { hinting: Some(false), subpixel_binning: Some(true), ..FontTweak::default() };
    for (name, face) in [(REGULAR, FontFace::Regular), (BOLD, FontFace::Bold), (EMOJI, FontFace::Emoji)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(face.data()).tweak(tweak.clone())));
    }
    let chain = |first: &[&str]| first.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, chain(&[REGULAR, EMOJI]));
    fonts.families.insert(FontFamily::Monospace, chain(&[REGULAR, EMOJI]));
    fonts.families.insert(bold_family(), chain(&[BOLD, REGULAR, EMOJI]));
    fonts
}
