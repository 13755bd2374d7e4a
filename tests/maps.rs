//! Every template, in both languages and every theme, becomes a picture without holes. With `TABIJI_PICTURES`
//! set to a folder the pictures are left there, to be looked at.

use tabiji::base::IdSource;
use tabiji::export::png;
use tabiji::i18n::Lang;
use tabiji::layout::{MapLayout, MapOptions, place_map};
use tabiji::look::{Theme, ThemeKind};
use tabiji::model::Project;
use tabiji::scene::{Scene, compose_map};
use tabiji::template;
use tabiji::text::TextEngine;

fn laid_out(project: &Project, lang: Lang, engine: &mut TextEngine) -> MapLayout {
    let journey = project.journeys_in_order()[0].id;
    let options = MapOptions::everything(lang, jiff::civil::date(2026, 11, 22));
    place_map(project, journey, None, &options, engine).unwrap()
}

fn keep(name: &str, scene: &Scene) {
    let Ok(folder) = std::env::var("TABIJI_PICTURES") else { return };
    let picture = png::to_rgba(scene, 1.5).unwrap();
    let image = image::RgbaImage::from_raw(picture.width, picture.height, picture.data).unwrap();
    image.save(std::path::Path::new(&folder).join(format!("{name}.png"))).unwrap();
}

#[test]
fn every_template_is_drawn_in_both_languages_and_every_theme() {
    let mut engine = TextEngine::new();
    for info in template::all() {
        for lang in Lang::ALL {
            let project = template::project(info.key, lang.code(), &mut IdSource::seeded(1)).unwrap();
            let map = laid_out(&project, lang, &mut engine);
            assert_eq!(map.columns.len(), project.steps.len(), "{}", info.key);
            for kind in ThemeKind::ALL {
                let scene = compose_map(&map, Theme::of(kind));
                keep(&format!("{}-{}-{}", info.key, lang.code(), kind.key()), &scene);
            }
        }
    }
}

#[test]
fn the_same_journey_gives_the_same_scene() {
    let project = template::project("retail", "ja", &mut IdSource::seeded(1)).unwrap();
    let draw = || {
        let map = laid_out(&project, Lang::Ja, &mut TextEngine::new());
        tabiji::scene::dump(&compose_map(&map, Theme::of(ThemeKind::Light)))
    };
    assert_eq!(draw(), draw());
}
