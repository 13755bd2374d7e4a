//! Pictures of a package, each once however often it is shown.

use super::package::Package;
use crate::export::ExportError;
use crate::export::picture::readable_size;
use crate::model::Picture;
use crate::scene::Image;
use std::sync::Arc;

/// A picture as a slide refers to it.
pub(super) struct Shown {
    /// The name of the relationship.
    pub rel: String,
    /// How much is cut off at each side and at each end, in 1/1000 %.
    pub crop: (i64, i64),
}

/// All pictures of a package.
#[derive(Default)]
pub(super) struct Pictures {
    /// With their sizes in pixels; `None` if one cannot be read.
    list: Vec<(Picture, Option<(u32, u32)>)>,
}

impl Pictures {
    /// Adds an image's picture. Gives its part and how it is cut to fill its place, or `None` if it cannot be read.
    pub fn add(&mut self, image: &Image) -> Option<(String, (i64, i64))> {
        let is_same = |known: &Picture| Arc::ptr_eq(known.png(), image.picture.png()) || *known == image.picture;
        let index = self.list.iter().position(|(known, _)| is_same(known)).unwrap_or_else(|| {
            self.list.push((image.picture.clone(), readable_size(&image.picture)));
            self.list.len() - 1
        });
        let size = self.list[index].1?;
        Some((part(index), crop(size, image)))
    }

    /// Writes the pictures.
    pub fn write(&self, package: &mut Package) -> Result<(), ExportError> {
        let readable = self.list.iter().enumerate().filter(|(_, (_, size))| size.is_some());
        readable
            .into_iter()
            .try_for_each(|(index, (picture, _))| package.packed(&format!("ppt/{}", part(index)), picture.png()))
    }
}

fn part(index: usize) -> String {
    format!("media/image{}.png", index + 1)
}

/// The middle of a picture fills its place.
fn crop((w, h): (u32, u32), image: &Image) -> (i64, i64) {
    let have = f64::from(w) / f64::from(h.max(1));
    let want = f64::from(image.rect.w) / f64::from(image.rect.h.max(0.01));
    let cut = |kept: f64| ((1.0 - kept).max(0.0) / 2.0 * 100_000.0).round() as i64;
    if have > want { (cut(want / have), 0) } else { (0, cut(have / want.max(1e-6))) }
}
