//! Pictures inside a scene: decoded within limits, cut and made as large as they are drawn.

use crate::model::Picture;
use crate::scene::Image;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits, RgbaImage};
use std::io::Cursor;
use std::sync::Arc;
use vello_cpu::Pixmap;
use vello_cpu::color::PremulRgba8;

/// The largest side that is decoded, in pixels.
const MAX_SIDE: u32 = 8_192;
/// The largest memory that decoding may take.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Width and height in pixels; `None` when it cannot be read.
pub(super) fn size(picture: &Picture) -> Option<(u32, u32)> {
    let reader = ImageReader::with_format(Cursor::new(picture.png()), ImageFormat::Png);
    reader.into_dimensions().ok()
}

/// The pixels that fill the image's rectangle at `scale` pixels a map unit, colours times opacity; `None` when the
/// picture cannot be read or is too large.
pub(super) fn pixels(image: &Image, scale: f32) -> Option<Arc<Pixmap>> {
    let sized = sized(image, scale)?;
    let (w, h) = (u16::try_from(sized.width()).ok()?, u16::try_from(sized.height()).ok()?);
    let data = sized.pixels().map(|p| PremulRgba8 { r: p.0[0], g: p.0[1], b: p.0[2], a: p.0[3] }).collect();
    Some(Arc::new(Pixmap::from_parts(data, w, h)))
}

/// The same pixels with colours as they are.
pub(super) fn straight(image: &Image, scale: f32) -> Option<RgbaImage> {
    let mut sized = sized(image, scale)?;
    for pixel in sized.pixels_mut() {
        let alpha = pixel.0[3];
        for channel in &mut pixel.0[..3] {
            *channel = unmultiplied(*channel, alpha);
        }
    }
    Some(sized)
}

/// A colour that was multiplied by opacity, as it was before.
pub(super) fn unmultiplied(channel: u8, alpha: u8) -> u8 {
    match alpha {
        0 => 0,
        255 => channel,
        _ => ((u32::from(channel) * 255 + u32::from(alpha) / 2) / u32::from(alpha)).min(255) as u8,
    }
}

fn sized(image: &Image, scale: f32) -> Option<RgbaImage> {
    let decoded = premultiplied(decode(image.picture.png())?);
    let side = |length: f32| ((length * scale).ceil() as u32).clamp(1, MAX_SIDE);
    let (w, h) = (side(image.rect.w), side(image.rect.h));
    let cut = cover(&decoded, w, h);
    // Never larger than the picture itself: the painter enlarges smoothly.
    let shrink = (f64::from(cut.width()) / f64::from(w)).min(1.0);
    let fit = |side: u32| ((f64::from(side) * shrink).round() as u32).max(1);
    Some(image::imageops::resize(&cut, fit(w), fit(h), FilterType::Triangle))
}

/// The size of a picture that can be drawn; `None` when it cannot be read or is too large.
pub(super) fn readable_size(picture: &Picture) -> Option<(u32, u32)> {
    decode(picture.png()).map(|image| image.dimensions())
}

fn decode(bytes: &[u8]) -> Option<RgbaImage> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Png);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    reader.limits(limits);
    reader.decode().ok().map(DynamicImage::into_rgba8)
}

/// Colours times opacity, so that transparent pixels do not bleed their colour when it is resized.
fn premultiplied(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let alpha = u16::from(pixel.0[3]);
        for channel in &mut pixel.0[..3] {
            *channel = ((u16::from(*channel) * alpha + 127) / 255) as u8;
        }
    }
    image
}

/// The middle of the image, in the proportions of `w` × `h`.
fn cover(image: &RgbaImage, w: u32, h: u32) -> RgbaImage {
    let (have_w, have_h) = (u64::from(image.width()), u64::from(image.height()));
    let (w, h) = (u64::from(w), u64::from(h));
    let cut_w = have_w.min((have_h * w / h).max(1)) as u32;
    let cut_h = have_h.min((have_w * h / w).max(1)) as u32;
    let (x, y) = ((image.width() - cut_w) / 2, (image.height() - cut_h) / 2);
    image::imageops::crop_imm(image, x, y, cut_w, cut_h).to_image()
}
