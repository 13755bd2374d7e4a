//! PNG: the right pixels in the right place.

use super::ExportError;
use super::png::{Drawn, Extent, PngOptions, to_rgba, write_png};
use super::sample::{BLUE, block, everything, image, picture, scene, text};
use crate::base::{Rect, Size};
use crate::model::Picture;
use crate::scene::{Item, Scene, Shape};
use crate::text::TextStyle;
use ::image::RgbaImage;
use std::sync::atomic::AtomicBool;

fn options(scale: f32) -> PngOptions {
    PngOptions { extent: Extent::Scale(scale), ..PngOptions::default() }
}

fn png(scene: &Scene, options: &PngOptions) -> (Drawn, Vec<u8>) {
    let mut bytes = Vec::new();
    let drawn = write_png(scene, options, &mut bytes, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    (drawn, bytes)
}

fn image_of(scene: &Scene, options: &PngOptions) -> RgbaImage {
    let (drawn, bytes) = png(scene, options);
    let image = ::image::load_from_memory(&bytes).unwrap().into_rgba8();
    assert_eq!((drawn.width, drawn.height), image.dimensions());
    image
}

fn error(scene: &Scene, extent: Extent) -> ExportError {
    let options = PngOptions { extent, ..PngOptions::default() };
    write_png(scene, &options, Vec::new(), &mut |_| {}, &AtomicBool::new(false)).unwrap_err()
}

#[test]
fn a_block_has_its_colour_and_the_sheet_its_own() {
    let card = Item::Block(block(Rect::new(10.0, 10.0, 20.0, 10.0), Shape::Rounded(3.0)));
    let image = image_of(&scene(Size::new(40.0, 30.0), vec![card]), &options(2.0));
    assert_eq!(image.dimensions(), (80, 60));
    assert_eq!(image.get_pixel(40, 30).0, [BLUE.r, BLUE.g, BLUE.b, 255]);
    assert_eq!(image.get_pixel(2, 2).0, [255; 4]);
    let corner = image.get_pixel(20, 20).0;
    assert_eq!(corner, [255; 4], "the corner is round");
}

#[test]
fn the_width_may_be_asked_for_and_is_written_with_the_size_on_paper() {
    let sheet = scene(Size::new(96.0, 48.0), vec![]);
    let (drawn, bytes) = png(&sheet, &PngOptions { extent: Extent::Width(192), ..PngOptions::default() });
    assert_eq!((drawn.width, drawn.height), (192, 96));
    let reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let dots = reader.info().pixel_dims.unwrap();
    assert_eq!((dots.xppu, dots.yppu), (7559, 7559), "192 dots an inch");
    assert!(reader.info().srgb.is_some());
}

#[test]
fn the_size_on_paper_may_be_asked_for() {
    let sheet = scene(Size::new(96.0, 48.0), vec![]);
    let options = PngOptions { extent: Extent::Width(300), print_width: Some(72.0), transparent: false };
    let (_, bytes) = png(&sheet, &options);
    let reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    assert_eq!(reader.info().pixel_dims.unwrap().xppu, 11_811, "300 dots an inch");
}

#[test]
fn japanese_and_emoji_leave_ink() {
    for said in ["駅", "か", "😀", "A"] {
        let words = Item::Text(text(said, Rect::new(2.0, 2.0, 30.0, 30.0), TextStyle::bold(20.0)));
        let image = image_of(&scene(Size::new(40.0, 40.0), vec![words]), &options(1.0));
        let dark = image.pixels().filter(|pixel| pixel.0[0] < 128).count();
        assert!(dark > 20, "{said}: {dark} dark pixels");
    }
}

#[test]
fn the_sheet_may_be_transparent() {
    let card = Item::Block(block(Rect::new(0.0, 0.0, 10.0, 10.0), Shape::Rect));
    let sheet = scene(Size::new(20.0, 20.0), vec![card]);
    let image = image_of(&sheet, &PngOptions { extent: Extent::Scale(1.0), transparent: true, print_width: None });
    assert_eq!(image.get_pixel(15, 15).0[3], 0);
    assert_eq!(image.get_pixel(5, 5).0, [BLUE.r, BLUE.g, BLUE.b, 255]);
}

#[test]
fn a_picture_is_cut_from_its_middle() {
    let image =
        image_of(&scene(Size::new(20.0, 20.0), vec![image(Rect::new(0.0, 0.0, 20.0, 20.0), picture())]), &options(1.0));
    assert_eq!(image.get_pixel(5, 10).0, [255, 0, 0, 255]);
    assert_eq!(image.get_pixel(15, 10).0, [0, 255, 0, 255]);
    assert_eq!(image.get_pixel(0, 0).0, [255; 4], "the corner is round");
}

#[test]
fn a_broken_picture_is_named_and_the_rest_is_drawn() {
    let broken = image(Rect::new(0.0, 0.0, 10.0, 10.0), Picture::from_png(b"no png".to_vec()));
    let card = Item::Block(block(Rect::new(10.0, 0.0, 10.0, 10.0), Shape::Rect));
    let (drawn, bytes) = png(&scene(Size::new(20.0, 10.0), vec![broken, card]), &options(1.0));
    assert_eq!(drawn.unreadable_pictures, ["Portrait"]);
    assert_eq!(::image::load_from_memory(&bytes).unwrap().into_rgba8().get_pixel(15, 5).0[2], BLUE.b);
}

#[test]
fn a_picture_too_large_or_of_no_size_is_refused() {
    let sheet = scene(Size::new(100.0, 50.0), vec![]);
    assert!(matches!(error(&sheet, Extent::Width(40_000)), ExportError::TooLarge { width: 40_000, height: 20_000 }));
    assert!(matches!(error(&sheet, Extent::Scale(0.0)), ExportError::Scale(_)));
    assert!(matches!(error(&sheet, Extent::Scale(f32::NAN)), ExportError::Scale(_)));
}

#[test]
fn the_longest_side_works() {
    let words = Item::Text(text("端", Rect::new(3_990.0, 0.0, 20.0, 20.0), TextStyle::regular(14.0)));
    let sheet = scene(Size::new(4_096.0, 24.0), vec![words]);
    let image = image_of(&sheet, &PngOptions { extent: Extent::Width(32_768), ..PngOptions::default() });
    assert_eq!(image.dimensions(), (32_768, 192));
    assert!(image.pixels().any(|pixel| pixel.0[0] < 64));
}

#[test]
fn cancel_stops_and_progress_reaches_the_end() {
    let sheet = everything();
    let cancelled = write_png(&sheet, &options(1.0), Vec::new(), &mut |_| {}, &AtomicBool::new(true));
    assert!(matches!(cancelled, Err(ExportError::Cancelled)));
    let mut last = 0.0;
    write_png(&sheet, &options(8.0), Vec::new(), &mut |share| last = share, &AtomicBool::new(false)).unwrap();
    assert!((last - 1.0).abs() < f32::EPSILON);
}

#[test]
fn a_thumbnail_is_the_same_picture() {
    let sheet = everything();
    let pixels = to_rgba(&sheet, 1.0).unwrap();
    assert_eq!((pixels.width, pixels.height), (200, 120));
    let image = image_of(&sheet, &options(1.0)).into_raw();
    assert!(pixels.data.iter().zip(&image).all(|(a, b)| a.abs_diff(*b) <= 1));
}
