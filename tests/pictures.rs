//! PNG, SVG (letters as text and as outlines) and PDF of an example show the same map. SVG and PDF are drawn by readers
//! that share no code with Tabiji. With `TABIJI_PICTURES` set to a folder the pictures are left there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
#![expect(clippy::print_stdout, reason = "how far the pictures differ is worth knowing when it is little, too")]

use hayro::hayro_interpret::InterpreterSettings;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{Rgba, RgbaImage};
use resvg::{tiny_skia, usvg};
use std::sync::atomic::AtomicBool;
use tabiji::base::{IdSource, Size, today};
use tabiji::export::Subject;
use tabiji::export::journey::{PictureOptions, overlay_of};
use tabiji::export::page::{Document, Page, PageKind};
use tabiji::export::pdf::to_pdf;
use tabiji::export::png;
use tabiji::export::svg::{Letters, to_svg_with};
use tabiji::i18n::Lang;
use tabiji::layout::MapOptions;
use tabiji::look::ThemeKind;
use tabiji::model::{FeedbackFilter, RecordId};
use tabiji::scene::{Item, PartKind, Scene};
use tabiji::store;
use tabiji::text::{FontFace, TextEngine};

/// Points of a map unit.
const POINTS: f32 = 0.75;
const SQUARE: u32 = 32;
/// How far two pictures of the same map may differ: edges and letters are smoothed in different ways.
const MEAN: f64 = 1.0;
const WORST: f64 = 20.0;

fn map(lang: Lang, theme: ThemeKind) -> (PageKind, Scene) {
    let file = match lang {
        Lang::Ja => include_str!("../examples/winter-coat.ron"),
        Lang::En => include_str!("../examples/hotel-stay.ron"),
    };
    let project = store::from_text(file, &mut IdSource::seeded(1)).unwrap().project;
    let journey = project.journeys_in_order()[0].id;
    let options = PictureOptions { theme, map: MapOptions::everything(lang, today()) };
    let overlay = overlay_of(&project, &FeedbackFilter::default());
    let scene = Subject::from(journey).scene(&project, overlay.as_ref(), &options, &mut TextEngine::new()).unwrap();
    // A whole number of pixels, so that no reader rounds another way.
    let size = Size::new(scene.size.w.ceil(), scene.size.h.ceil());
    (PageKind::Map(journey), Scene { size, ..scene })
}

fn png_of(scene: &Scene) -> RgbaImage {
    let pixels = png::to_rgba(scene, 1.0).unwrap();
    RgbaImage::from_raw(pixels.width, pixels.height, pixels.data).unwrap()
}

fn svg_of(scene: &Scene, lang: Lang, letters: Letters) -> RgbaImage {
    let mut options = usvg::Options::default();
    if letters == Letters::Text {
        for face in FontFace::ALL {
            options.fontdb_mut().load_font_data(face.data().to_vec());
        }
    }
    let tree = usvg::Tree::from_str(&to_svg_with(scene, lang, "", letters), &options).unwrap();
    let mut pixmap = tiny_skia::Pixmap::new(scene.size.w as u32, scene.size.h as u32).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    RgbaImage::from_raw(pixmap.width(), pixmap.height(), pixmap.take()).unwrap()
}

fn pdf_of(kind: PageKind, scene: &Scene, lang: Lang) -> RgbaImage {
    let paper = Size::new(scene.size.w * POINTS, scene.size.h * POINTS);
    let page = Page { kind, title: scene.title.clone(), notes: Vec::new(), paper, scene: scene.clone() };
    let document = Document { title: scene.title.clone(), lang, pages: vec![page], legibility: None };
    let bytes = to_pdf(&document, &mut |_| {}, &AtomicBool::new(false)).unwrap().bytes;
    let pdf = hayro::hayro_syntax::Pdf::new(bytes).unwrap();
    let sheet = &pdf.pages()[0];
    // The reader cuts off parts of a pixel; a hair more keeps the last one.
    let scale = 1.0 / POINTS + 1e-5;
    let sides = PixmapSettings { x_scale: scale, y_scale: scale, ..PixmapSettings::default() };
    let settings = InterpreterSettings::default();
    // Letters where they are, not on whole pixels.
    let smooth = RenderSettings { hinting: false, glyph_caching: false, ..RenderSettings::default() };
    let drawn = hayro::render(sheet, &RenderCache::new(), &settings, &smooth, &sides);
    let (width, height) = (drawn.width().into(), drawn.height().into());
    let pixels = drawn.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]).collect();
    RgbaImage::from_raw(width, height, pixels).unwrap()
}

/// The mean difference of a channel, of 255: of the whole picture, and of the square of 32 pixels where it is largest.
fn difference(a: &RgbaImage, b: &RgbaImage) -> (f64, f64) {
    assert_eq!(a.dimensions(), b.dimensions());
    let apart = |(a, b): (&Rgba<u8>, &Rgba<u8>)| {
        [0, 1, 2].map(|i| f64::from(a.0[i].abs_diff(b.0[i]))).iter().sum::<f64>() / 3.0
    };
    let across = a.width().div_ceil(SQUARE);
    let mut squares = vec![0.0; (across * a.height().div_ceil(SQUARE)) as usize];
    for ((x, y, pixel), other) in a.enumerate_pixels().zip(b.pixels()) {
        squares[(y / SQUARE * across + x / SQUARE) as usize] += apart((pixel, other));
    }
    let mean = squares.iter().sum::<f64>() / f64::from(a.width() * a.height());
    (mean, squares.into_iter().fold(0.0, f64::max) / f64::from(SQUARE * SQUARE))
}

fn keep(name: &str, picture: &RgbaImage) {
    if let Ok(folder) = std::env::var("TABIJI_PICTURES") {
        picture.save(std::path::Path::new(&folder).join(name)).unwrap();
    }
}

#[test]
fn every_format_shows_the_same_map() {
    for (lang, theme) in [(Lang::Ja, ThemeKind::Light), (Lang::En, ThemeKind::Dark), (Lang::En, ThemeKind::Print)] {
        let (kind, scene) = map(lang, theme);
        let png = png_of(&scene);
        let name = format!("{}-{}", lang.code(), theme.key());
        keep(&format!("{name}-png.png"), &png);
        let others = [
            ("svg", svg_of(&scene, lang, Letters::Text)),
            ("svg-outlines", svg_of(&scene, lang, Letters::Outlines)),
            ("pdf", pdf_of(kind, &scene, lang)),
        ];
        for (format, picture) in others {
            keep(&format!("{name}-{format}.png"), &picture);
            let (mean, worst) = difference(&png, &picture);
            println!("{name} {format}: mean {mean:.3} of 255, at worst {worst:.2}");
            assert!(mean < MEAN && worst < WORST, "{name} {format}: {mean} {worst}");
        }
    }
}

#[test]
fn a_map_that_lacks_a_card_is_another_one() {
    let (_, scene) = map(Lang::En, ThemeKind::Light);
    let mut less = scene.clone();
    let body = less.parts.iter_mut().find(|part| part.kind == PartKind::Body).unwrap();
    let is_card = |item: &Item| matches!(item, Item::Group(group) if matches!(group.id, Some(RecordId::Card(_))));
    let card = body.items.iter().position(is_card).unwrap();
    body.items.remove(card);
    let (_, worst) = difference(&png_of(&scene), &png_of(&less));
    println!("without a card: at worst {worst:.2}");
    assert!(worst > WORST, "{worst}");
}
