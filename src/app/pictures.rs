//! Pictures that come from outside: portraits and storyboards. Decoded under limits, turned upright, made small
//! and written anew as PNG, so that neither a trap nor a place where it was taken comes along.

use crate::i18n::Lang;
use crate::i18n::work::PictureText;
use crate::model::Picture;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};
use std::fs::File;
use std::io::{self, Cursor, Read as _};
use std::path::Path;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 20 * 1024 * 1024;
/// The largest width and height of a picture that is decoded, in pixels.
pub const LARGEST_SIDE: u32 = 8192;
/// The most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 64 * 1024 * 1024;
/// The largest width and height of a picture in the document, in pixels.
pub const KEPT_SIDE: u32 = 512;

/// Between two pictures that become one, in pixels.
const BETWEEN: u32 = 8;

/// Why a picture was refused.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It could not be read from its file.
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// The file is larger than [`LARGEST_FILE`].
    #[error("the file is larger than {LARGEST_FILE} bytes")]
    FileTooLarge,
    /// It is no PNG, JPEG or WebP.
    #[error("this is no PNG, JPEG or WebP")]
    UnknownFormat,
    /// It has more pixels than are taken in.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// It is damaged.
    #[error("the picture is damaged: {0}")]
    Damaged(String),
}

impl PictureError {
    /// What went wrong and what to do, in a sentence.
    #[must_use]
    pub const fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::Io(_) => PictureText::Unreadable,
            Self::FileTooLarge => PictureText::FileTooLarge,
            Self::UnknownFormat => PictureText::UnknownFormat,
            Self::TooManyPixels => PictureText::TooManyPixels,
            Self::Damaged(_) => PictureText::Damaged,
        }
        .text(lang)
    }
}

/// Reads a picture from a file.
pub fn read_picture(path: &Path) -> Result<Picture, PictureError> {
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a file that is too large, whatever its size is said to be.
    File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    picture_from(&bytes)
}

/// Makes a picture of the document from the bytes of a PNG, JPEG or WebP.
pub fn picture_from(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(PictureError::FileTooLarge);
    }
    small(upright(bytes)?)
}

/// Makes a picture of the document from pixels in memory: red, green, blue, alpha for each, row by row.
pub fn picture_from_pixels(width: u32, height: u32, rgba: Vec<u8>) -> Result<Picture, PictureError> {
    if width > LARGEST_SIDE || height > LARGEST_SIDE || rgba.len() as u64 > MOST_MEMORY {
        return Err(PictureError::TooManyPixels);
    }
    let image = image::RgbaImage::from_raw(width, height, rgba).filter(|image| image.width() > 0 && image.height() > 0);
    small(DynamicImage::ImageRgba8(
        image.ok_or_else(|| PictureError::Damaged("not as many pixels as said".to_owned()))?,
    ))
}

/// Several pictures as one, side by side at the height of the lowest; the first one where they cannot be joined.
#[must_use]
pub fn side_by_side(pictures: &[&Picture]) -> Option<Picture> {
    let [first, _, ..] = pictures else { return pictures.first().map(|picture| (*picture).clone()) };
    joined(pictures).or_else(|| Some((*first).clone()))
}

fn joined(pictures: &[&Picture]) -> Option<Picture> {
    let images: Vec<DynamicImage> =
        pictures.iter().map(|picture| upright(picture.png()).ok()).collect::<Option<_>>()?;
    let height = images.iter().map(DynamicImage::height).min()?;
    let scaled: Vec<_> = images
        .iter()
        .map(|image| image.resize(u32::MAX, height, image::imageops::FilterType::CatmullRom).into_rgba8())
        .collect();
    let gaps = BETWEEN * u32::try_from(scaled.len() - 1).ok()?;
    let width = scaled.iter().map(image::RgbaImage::width).sum::<u32>() + gaps;
    let mut whole = image::RgbaImage::new(width, height);
    let mut x = 0_i64;
    for image in &scaled {
        image::imageops::overlay(&mut whole, image, x, 0);
        x += i64::from(image.width() + BETWEEN);
    }
    small(DynamicImage::ImageRgba8(whole)).ok()
}

fn small(image: DynamicImage) -> Result<Picture, PictureError> {
    let image = if image.width().max(image.height()) > KEPT_SIDE {
        image.resize(KEPT_SIDE, KEPT_SIDE, image::imageops::FilterType::CatmullRom)
    } else {
        image
    };
    let mut png = Vec::new();
    // 16-bit and grey pictures become what every target draws.
    DynamicImage::ImageRgba8(image.into_rgba8()).write_to(&mut Cursor::new(&mut png), ImageFormat::Png)?;
    Ok(Picture::from_png(png))
}

/// The decoded picture, turned as the camera was held.
fn upright(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) {
        return Err(PictureError::UnknownFormat);
    }
    reader.limits(limits());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if width > LARGEST_SIDE || height > LARGEST_SIDE || decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureError::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

impl From<ImageError> for PictureError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooManyPixels,
            ImageError::Unsupported(_) => Self::UnknownFormat,
            ImageError::IoError(error) if error.kind() != io::ErrorKind::UnexpectedEof => Self::Io(error),
            other => Self::Damaged(other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    fn bytes(image: RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::ImageRgb8(image).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    fn decoded(picture: &Picture) -> RgbImage {
        image::load_from_memory_with_format(picture.png(), ImageFormat::Png).unwrap().into_rgb8()
    }

    /// A PNG of less than 100 bytes that promises `side` × `side` pixels.
    fn promising_png(side: u32) -> Vec<u8> {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, side, side);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        writer.write_chunk(png::chunk::IDAT, &[0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]).unwrap();
        drop(writer);
        png
    }

    #[test]
    fn a_portrait_becomes_a_small_png() {
        let wide = RgbImage::from_pixel(2000, 1000, Rgb([200, 30, 30]));
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let picture = picture_from(&bytes(wide.clone(), format)).unwrap();
            let small = decoded(&picture);
            assert_eq!(small.dimensions(), (512, 256), "{format:?}");
            assert!(small.get_pixel(256, 128)[0] > 190);
        }
        let tiny = picture_from(&bytes(RgbImage::new(3, 2), ImageFormat::Png)).unwrap();
        assert_eq!(decoded(&tiny).dimensions(), (3, 2), "small ones are not blown up");
    }

    #[test]
    fn pixels_from_the_clipboard_keep_to_the_same_limits() {
        let picture = picture_from_pixels(1024, 512, vec![200; 1024 * 512 * 4]).unwrap();
        assert_eq!(decoded(&picture).dimensions(), (512, 256));
        for (width, height, bytes) in [(9000, 1, 36_000), (2, 2, 15), (0, 0, 0)] {
            assert!(picture_from_pixels(width, height, vec![0; bytes]).is_err(), "{width} × {height}");
        }
    }

    #[test]
    fn a_picture_taken_upright_stands_upright() {
        let wide =
            bytes(RgbImage::from_fn(40, 20, |x, _| Rgb([if x < 20 { 255 } else { 0 }, 0, 0])), ImageFormat::Jpeg);
        // An EXIF block that says: turn by 90° clockwise (orientation 6).
        let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(2 + 6 + tiff.len()).unwrap();
        let mut turned = wide[..2].to_vec();
        turned.extend([0xff, 0xe1]);
        turned.extend(length.to_be_bytes());
        turned.extend(b"Exif\0\0");
        turned.extend(tiff);
        turned.extend(&wide[2..]);
        let upright = decoded(&picture_from(&turned).unwrap());
        assert_eq!(upright.dimensions(), (20, 40));
        assert!(upright.get_pixel(10, 5)[0] > 200 && upright.get_pixel(10, 35)[0] < 50);
    }

    #[test]
    fn a_picture_that_promises_too_much_is_refused_before_it_is_decoded() {
        for side in [9_000, 60_000, 2_000_000_000] {
            assert!(matches!(picture_from(&promising_png(side)), Err(PictureError::TooManyPixels)), "{side}");
        }
        // Within the sides, but more memory than is allowed.
        assert!(matches!(picture_from(&promising_png(8_000)), Err(PictureError::TooManyPixels)));
    }

    #[test]
    fn what_is_no_picture_is_refused_with_the_reason() {
        assert!(matches!(picture_from(b"GIF89a\x01\0\x01\0"), Err(PictureError::UnknownFormat)));
        assert!(matches!(picture_from("顧客の声".as_bytes()), Err(PictureError::UnknownFormat)));
        assert!(matches!(picture_from(b""), Err(PictureError::UnknownFormat)));
        let whole = bytes(RgbImage::from_pixel(64, 64, Rgb([9, 9, 9])), ImageFormat::Png);
        assert!(picture_from(&whole[..whole.len() / 2]).is_err());
        assert!(matches!(picture_from(&vec![0; 20 * 1024 * 1024 + 1]), Err(PictureError::FileTooLarge)));
    }

    #[test]
    fn a_missing_file_is_said_to_be_missing() {
        let folder = tempfile::tempdir().unwrap();
        let error = read_picture(&folder.path().join("nobody.png")).unwrap_err();
        assert!(matches!(error, PictureError::Io(error) if error.kind() == io::ErrorKind::NotFound));
    }
}
