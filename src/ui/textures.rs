//! Pictures of the document on the graphics card, decoded once each.

use crate::model::Picture;
use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};
use image::{ImageReader, Limits};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

/// No picture of the document is larger than this on a side; a larger one is damaged or hostile.
const MAX_SIDE: u32 = 4096;

/// Decoded pictures by the address of their bytes. An entry holds the bytes, so an address is not reused.
#[derive(Default)]
pub(crate) struct Textures {
    known: BTreeMap<usize, (Arc<[u8]>, Option<TextureHandle>)>,
}

impl Textures {
    /// The texture of a picture; `None` when its bytes are no PNG.
    pub(crate) fn of(&mut self, ctx: &Context, picture: &Picture) -> Option<TextureHandle> {
        let bytes = picture.png();
        let key = bytes.as_ptr() as usize;
        let entry = self.known.entry(key).or_insert_with(|| {
            let handle = decode(bytes).map(|image| ctx.load_texture("portrait", image, TextureOptions::LINEAR));
            (Arc::clone(bytes), handle)
        });
        entry.1.clone()
    }
}

fn decode(png: &[u8]) -> Option<ColorImage> {
    let mut reader = ImageReader::with_format(Cursor::new(png), image::ImageFormat::Png);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    reader.limits(limits);
    let pixels = reader.decode().ok()?.to_rgba8();
    let size = [pixels.width() as usize, pixels.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, pixels.as_raw()))
}
