//! Paints bands of a scene: full-width strips of rows, one after the other.

use super::flat::{Paint, Painted, flat};
use super::outline::{outline, rounded};
use super::picture;
use crate::base::Rgba;
use crate::scene::{Block, Image, Path, Scene, Stroke, Text};
use crate::text::FontFace;
use kurbo::{Affine, BezPath, Cap, Join};
use std::collections::BTreeMap;
use std::sync::Arc;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::peniko::{Blob, FontData, ImageBrush, ImageSampler};
use vello_cpu::{Glyph, ImageSource, Level, Pixmap, PixmapMut, RenderContext, RenderSettings, Resources};

/// The painter of one picture.
pub(super) struct Raster<'a> {
    list: Vec<Painted<'a>>,
    background: Option<Rgba>,
    scale: f32,
    context: RenderContext,
    resources: Resources,
    fonts: [FontData; 3],
    /// Prepared pictures by the place of their item; `None` could not be read.
    pictures: BTreeMap<usize, Option<Arc<Pixmap>>>,
    unreadable: Vec<String>,
}

impl<'a> Raster<'a> {
    /// A painter of pictures `width` pixels wide with `scale` pixels a map unit.
    pub fn new(scene: &'a Scene, width: u16, scale: f32, background: Option<Rgba>) -> Self {
        let level = Level::try_detect().unwrap_or(Level::baseline());
        let settings = RenderSettings { level, num_threads: 0 };
        Self {
            list: flat(scene),
            background,
            scale,
            context: RenderContext::new_with(width, 1, settings),
            resources: Resources::new(),
            fonts: FontFace::ALL.map(|face| FontData::new(Blob::new(Arc::new(face.data())), 0)),
            pictures: BTreeMap::new(),
            unreadable: Vec::new(),
        }
    }

    /// Paints `rows` rows from row `first` on into `pixels`: RGBA, colours times opacity.
    pub fn band(&mut self, first: u32, rows: u16, pixels: &mut [u8]) {
        self.context.reset_and_resize(self.context.width(), rows);
        let to_pixels = Affine::translate((0.0, -f64::from(first))) * Affine::scale(f64::from(self.scale));
        if let Some(color) = self.background.filter(|color| color.a > 0) {
            self.context.set_paint(paint(color));
            let sheet = kurbo::Rect::new(0.0, 0.0, f64::from(self.context.width()), f64::from(rows));
            self.context.fill_rect(&sheet);
        }
        self.context.set_transform(to_pixels);
        let (top, bottom) = (first as f32 / self.scale, (first as f32 + f32::from(rows)) / self.scale);
        let list = std::mem::take(&mut self.list);
        for (index, painted) in list.iter().enumerate() {
            // A pixel more, for what smoothing touches.
            let margin = 1.0 / self.scale;
            if painted.top - margin < bottom && painted.bottom + margin > top {
                self.paint(index, &painted.paint, to_pixels);
            }
        }
        self.list = list;
        self.context.flush();
        if let Some(target) = PixmapMut::new(self.context.width(), rows, pixels) {
            self.context.render(target, &mut self.resources);
        }
    }

    /// What the pictures that could not be read show.
    pub fn into_unreadable(self) -> Vec<String> {
        self.unreadable
    }

    fn paint(&mut self, index: usize, paint: &Paint<'_>, to_pixels: Affine) {
        match paint {
            Paint::Block(block) => self.block(block),
            Paint::Path(path) => self.path(path),
            Paint::Line(text, line) => self.line(text, *line, to_pixels),
            Paint::Image(image) => self.image(index, image),
            Paint::Clip(rect) => self.context.push_clip_path(&rounded(rect, 0.0)),
            Paint::Unclip => self.context.pop_clip_path(),
        }
    }

    fn block(&mut self, block: &Block) {
        self.shape(&outline(&block.rect, block.shape), block.fill, block.stroke.as_ref());
    }

    fn path(&mut self, path: &Path) {
        self.shape(&path.outline, path.fill, path.stroke.as_ref());
    }

    fn shape(&mut self, outline: &BezPath, fill: Option<Rgba>, stroke: Option<&Stroke>) {
        if let Some(color) = fill.filter(|color| color.a > 0) {
            self.context.set_paint(paint(color));
            self.context.fill_path(outline);
        }
        if let Some(stroke) = stroke.filter(|stroke| stroke.color.a > 0 && stroke.width > 0.0) {
            self.context.set_paint(paint(stroke.color));
            self.context.set_stroke(kurbo_stroke(stroke));
            self.context.stroke_path(outline);
        }
    }

    fn line(&mut self, text: &Text, index: usize, to_pixels: Affine) {
        let Some(line) = text.paragraph.lines.get(index) else { return };
        let start = text.line_start(index);
        self.context.set_paint(paint(text.color));
        self.context.set_transform(to_pixels * Affine::translate((f64::from(start.x), f64::from(start.y))));
        for run in &line.runs {
            let glyphs = run.glyphs.iter().map(|glyph| Glyph { id: glyph.id, x: glyph.x, y: glyph.y });
            self.context
                .glyph_run(&mut self.resources, &self.fonts[run.face as usize])
                .font_size(text.paragraph.style.size)
                .hint(false)
                .fill_glyphs(glyphs);
        }
        self.context.set_transform(to_pixels);
    }

    fn image(&mut self, index: usize, image: &Image) {
        let Some(pixmap) = self.pixels(index, image) else { return };
        let rect = &image.rect;
        let scale_x = f64::from(rect.w) / f64::from(pixmap.width());
        let scale_y = f64::from(rect.h) / f64::from(pixmap.height());
        let place = Affine::translate((f64::from(rect.x), f64::from(rect.y)));
        self.context.set_paint_transform(place * Affine::scale_non_uniform(scale_x, scale_y));
        self.context.set_paint(ImageBrush { image: ImageSource::Pixmap(pixmap), sampler: ImageSampler::default() });
        self.context.fill_path(&rounded(rect, image.radius));
        self.context.reset_paint_transform();
    }

    fn pixels(&mut self, index: usize, image: &Image) -> Option<Arc<Pixmap>> {
        if let Some(known) = self.pictures.get(&index) {
            return known.clone();
        }
        let pixmap = picture::pixels(image, self.scale);
        if pixmap.is_none() {
            self.unreadable.push(image.label.clone());
        }
        self.pictures.insert(index, pixmap.clone());
        pixmap
    }
}

fn paint(color: Rgba) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(color.r, color.g, color.b, color.a)
}

fn kurbo_stroke(stroke: &Stroke) -> kurbo::Stroke {
    let line = kurbo::Stroke::new(f64::from(stroke.width)).with_caps(Cap::Round).with_join(Join::Round);
    if stroke.dash.is_empty() {
        return line;
    }
    line.with_dashes(0.0, stroke.dash.iter().map(|length| f64::from(*length)))
}
