//! A scene as PNG, painted in bands and encoded as they come, so that a wall-sized picture never
//! lies in memory as a whole.

use super::ExportError;
use super::picture::unmultiplied;
use super::raster::Raster;
use crate::base::Rgba;
use crate::scene::Scene;
use ::png::{
    BitDepth, ColorType, DeflateCompression, Encoder, Filter, PixelDimensions, SrgbRenderingIntent, StreamWriter, Unit,
    Writer,
};
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// The longest side in pixels; beyond it many programs refuse a picture.
pub const MAX_SIDE: u32 = 32_768;
/// How hard the encoder tries. For maps, level 4 gives files as small as the usual level 6 in about
/// 60 % of the time (`cargo bench --bench export`).
pub const DEFLATE_LEVEL: u8 = 4;
/// Pixels in a band; a few bands are in memory at a time.
const BAND_PIXELS: u32 = 1 << 20;
/// Bands finished but not yet encoded.
const BANDS_WAITING: usize = 1;
/// Bytes that are compressed before they are handed on.
const ENCODER_BUFFER: usize = 64 * 1024;
const INCHES_A_METRE: f32 = 39.370_08;
const POINTS_PER_INCH: f32 = 72.0;
/// A map unit is a CSS pixel, so a picture prints at the size that the map has.
const UNITS_PER_INCH: f32 = 96.0;

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// Pixels for each map unit.
    Scale(f32),
    /// Pixels from left to right; the height follows.
    Width(u32),
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PngOptions {
    /// How large.
    pub extent: Extent,
    /// Whether the sheet is left out, for laying the picture over something else.
    pub transparent: bool,
    /// Width on paper in points, written into the file; `None` is that of the map, 1/96 in for a map unit.
    pub print_width: Option<f32>,
}

impl Default for PngOptions {
    fn default() -> Self {
        Self { extent: Extent::Scale(2.0), transparent: false, print_width: None }
    }
}

/// What was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// What the pictures show that could not be read and are left out.
    pub unreadable_pictures: Vec<String>,
}

/// Pixels in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Red, green, blue, alpha for each pixel, row by row; the colours are multiplied by alpha.
    pub data: Vec<u8>,
}

/// Draws the scene into `out`. `progress` hears the share done, 0 to 1, after each band; when
/// `cancel` becomes true the work stops with [`ExportError::Cancelled`].
pub fn write_png<W: Write>(
    scene: &Scene,
    options: &PngOptions,
    out: W,
    progress: &mut dyn FnMut(f32),
    cancel: &AtomicBool,
) -> Result<Drawn, ExportError> {
    let frame = Frame::new(scene, options)?;
    let rows = (BAND_PIXELS / u32::from(frame.width)).clamp(16, 256) / 4 * 4;
    frame.write(scene, out, rows as u16, progress, cancel)
}

/// Draws the scene into memory, for thumbnails.
pub fn to_rgba(scene: &Scene, scale: f32) -> Result<Pixels, ExportError> {
    let frame = Frame::new(scene, &PngOptions { extent: Extent::Scale(scale), ..PngOptions::default() })?;
    let (width, height) = (frame.width, frame.height);
    let mut data = vec![0; usize::from(width) * usize::from(height) * 4];
    frame.raster(scene).band(0, height, &mut data);
    Ok(Pixels { width: width.into(), height: height.into(), data })
}

/// The picture to be made.
struct Frame {
    width: u16,
    height: u16,
    scale: f32,
    background: Option<Rgba>,
    /// Pixels in a metre of paper.
    density: u32,
}

impl Frame {
    fn new(scene: &Scene, options: &PngOptions) -> Result<Self, ExportError> {
        let scale = match options.extent {
            Extent::Scale(scale) => scale,
            Extent::Width(width) => width as f32 / scene.size.w,
        };
        if !(scale.is_finite() && scale > 0.0) {
            return Err(ExportError::Scale(scale));
        }
        let side = |length: f32| ((f64::from(length) * f64::from(scale)).round() as u64).max(1);
        let (width, height) = (side(scene.size.w), side(scene.size.h));
        if width.max(height) > u64::from(MAX_SIDE) {
            return Err(ExportError::TooLarge { width, height });
        }
        let background = (!options.transparent).then_some(scene.background);
        let print_width = options.print_width.filter(|points| points.is_finite() && *points > 0.0);
        let per_inch = print_width.map_or(scale * UNITS_PER_INCH, |points| width as f32 / points * POINTS_PER_INCH);
        let density = ((per_inch * INCHES_A_METRE).round() as u32).max(1);
        Ok(Self { width: width as u16, height: height as u16, scale, background, density })
    }

    fn raster<'a>(&self, scene: &'a Scene) -> Raster<'a> {
        Raster::new(scene, self.width, self.scale, self.background)
    }

    fn is_opaque(&self) -> bool {
        self.background.is_some_and(|color| color.a == 255)
    }

    fn bands(&self, rows: u16) -> impl Iterator<Item = (u32, u16)> {
        let height = u32::from(self.height);
        (0..height).step_by(rows.into()).map(move |first| (first, (height - first).min(rows.into()) as u16))
    }

    /// Paints on a second thread while this one encodes: the two take about as long.
    fn write<W: Write>(
        &self,
        scene: &Scene,
        out: W,
        rows: u16,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<Drawn, ExportError> {
        let mut writer = self.encoder(out)?;
        let mut stream = writer.stream_writer_with_size(ENCODER_BUFFER)?;
        let drawn = std::thread::scope(|scope| {
            let (finished, bands) = sync_channel(BANDS_WAITING);
            let (used, spare) = sync_channel(BANDS_WAITING + 2);
            let painter = scope.spawn(move || self.paint_bands(scene, rows, &finished, &spare, cancel));
            let encoded = self.encode_bands(&bands, &used, &mut stream, progress, cancel);
            drop((bands, used));
            let unreadable_pictures = painter.join().map_err(|_panic| ExportError::Fault)?;
            encoded?;
            Ok::<_, ExportError>(Drawn { width: self.width.into(), height: self.height.into(), unreadable_pictures })
        })?;
        stream.finish()?;
        writer.finish()?;
        Ok(drawn)
    }

    /// Sends bands until all are painted or nobody wants them; gives the pictures left out.
    fn paint_bands(
        &self,
        scene: &Scene,
        rows: u16,
        finished: &SyncSender<(u32, Vec<u8>)>,
        spare: &Receiver<Vec<u8>>,
        cancel: &AtomicBool,
    ) -> Vec<String> {
        let mut raster = self.raster(scene);
        for (first, rows) in self.bands(rows) {
            if cancel.load(Ordering::Relaxed) {
                break;
            }
            let mut pixels = spare.try_recv().unwrap_or_default();
            pixels.resize(usize::from(self.width) * usize::from(rows) * 4, 0);
            raster.band(first, rows, &mut pixels);
            if finished.send((first + u32::from(rows), pixels)).is_err() {
                break;
            }
        }
        raster.into_unreadable()
    }

    fn encode_bands<W: Write>(
        &self,
        bands: &Receiver<(u32, Vec<u8>)>,
        used: &SyncSender<Vec<u8>>,
        writer: &mut StreamWriter<'_, W>,
        progress: &mut dyn FnMut(f32),
        cancel: &AtomicBool,
    ) -> Result<(), ExportError> {
        let mut bytes = Vec::new();
        for (done, pixels) in bands {
            if cancel.load(Ordering::Relaxed) {
                return Err(ExportError::Cancelled);
            }
            self.convert(&pixels, &mut bytes);
            writer.write_all(&bytes)?;
            progress(done as f32 / f32::from(self.height));
            // A painter that has finished wants no more buffers.
            drop(used.try_send(pixels));
        }
        if cancel.load(Ordering::Relaxed) { Err(ExportError::Cancelled) } else { Ok(()) }
    }

    /// Painted pixels as PNG has them: colours not multiplied by alpha, no alpha when all is opaque.
    fn convert(&self, pixels: &[u8], bytes: &mut Vec<u8>) {
        bytes.clear();
        let (pixels, _) = pixels.as_chunks::<4>();
        if self.is_opaque() {
            bytes.extend(pixels.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]));
            return;
        }
        bytes.extend(
            pixels
                .iter()
                .flat_map(|[r, g, b, a]| [unmultiplied(*r, *a), unmultiplied(*g, *a), unmultiplied(*b, *a), *a]),
        );
    }

    fn encoder<W: Write>(&self, out: W) -> Result<Writer<W>, ExportError> {
        let mut encoder = Encoder::new(out, self.width.into(), self.height.into());
        encoder.set_color(if self.is_opaque() { ColorType::Rgb } else { ColorType::Rgba });
        encoder.set_depth(BitDepth::Eight);
        encoder.set_filter(Filter::Adaptive);
        encoder.set_deflate_compression(DeflateCompression::Level(DEFLATE_LEVEL));
        encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: self.density, yppu: self.density, unit: Unit::Meter }));
        Ok(encoder.write_header()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample::everything;

    #[test]
    fn nobody_sees_where_bands_meet() {
        let scene = everything();
        let frame = Frame::new(&scene, &PngOptions { extent: Extent::Scale(5.3), ..PngOptions::default() }).unwrap();
        let painted = |rows: u16| {
            let mut raster = frame.raster(&scene);
            let mut all = Vec::new();
            for (first, rows) in frame.bands(rows) {
                let mut pixels = vec![0; usize::from(frame.width) * usize::from(rows) * 4];
                raster.band(first, rows, &mut pixels);
                all.extend(pixels);
            }
            all
        };
        let (few, many) = (painted(256), painted(16));
        assert_eq!(few.len(), many.len());
        // Places are rounded a little differently in each band, which may turn a level by one.
        let other = few.iter().zip(&many).filter(|(a, b)| a != b);
        let (count, worst) = other.fold((0, 0), |(count, worst), (a, b)| (count + 1, worst.max(a.abs_diff(*b))));
        assert!(worst <= 1 && count < few.len() / 50_000, "{count} levels differ, by up to {worst}");
    }
}
