//! Pictures of the document as textures, made when first seen.

use crate::model::Picture;
use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};
use std::collections::HashMap;

/// Textures by the address of the picture's bytes, which the picture beside them keeps alive.
#[derive(Default)]
pub(crate) struct Pictures {
    textures: HashMap<usize, (Picture, Option<TextureHandle>)>,
}

impl Pictures {
    /// The texture of a picture; none when its bytes are no picture.
    pub(crate) fn get(&mut self, ctx: &Context, picture: &Picture) -> Option<TextureHandle> {
        let address = picture.png().as_ptr().addr();
        let (_, texture) = self
            .textures
            .entry(address)
            .or_insert_with(|| (picture.clone(), decoded(picture).map(|image| load(ctx, address, image))));
        texture.clone()
    }
}

fn load(ctx: &Context, address: usize, image: ColorImage) -> TextureHandle {
    ctx.load_texture(format!("picture {address:x}"), image, TextureOptions::LINEAR)
}

fn decoded(picture: &Picture) -> Option<ColorImage> {
    let mut reader = image::ImageReader::with_format(std::io::Cursor::new(picture.png()), image::ImageFormat::Png);
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(4096);
    limits.max_image_height = Some(4096);
    limits.max_alloc = Some(64 << 20);
    reader.limits(limits);
    let rgba = reader.decode().ok()?.into_rgba8();
    let size = [rgba.width() as usize, rgba.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, rgba.as_raw()))
}
