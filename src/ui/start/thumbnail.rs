//! The real map of a template, small.

use super::sketch::RgbaPixels;
use crate::base::{IdSource, today};
use crate::export::png;
use crate::i18n::Lang;
use crate::layout::{MapOptions, place_map};
use crate::look::{Theme, ThemeKind};
use crate::scene::compose_map;
use crate::template;
use crate::text::TextEngine;

/// Twice the width at which the picture is shown, for sharp screens.
const WIDTH_PX: f32 = 640.0;

/// Draws it, without the strips above and below; `None` when the template cannot be drawn.
pub(crate) fn draw_template(key: &str, lang: Lang, theme: ThemeKind) -> Option<RgbaPixels> {
    let project = template::project(key, lang.code(), &mut IdSource::seeded(1)).ok()?;
    let journey = project.journeys_in_order().first()?.id;
    let options = MapOptions {
        head: false,
        foot: false,
        voice: false,
        department_curves: false,
        ..MapOptions::everything(lang, today())
    };
    let mut engine = TextEngine::new();
    let layout = place_map(&project, journey, None, &options, &mut engine)?;
    let scene = compose_map(&layout, Theme::of(theme));
    let pixels = png::to_rgba(&scene, WIDTH_PX / scene.size.w).ok()?;
    Some(RgbaPixels { width: pixels.width as usize, height: pixels.height as usize, rgba: pixels.data })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_a_picture() {
        for info in template::all() {
            let picture = draw_template(info.key, Lang::Ja, ThemeKind::Light).unwrap();
            assert_eq!(picture.rgba.len(), picture.width * picture.height * 4);
            let first = &picture.rgba[..4];
            assert!(picture.rgba.chunks_exact(4).any(|pixel| pixel != first), "{} is one colour", info.key);
        }
    }
}
