//! sRGB colours with straight alpha, written `#RRGGBB` or `#RRGGBBAA`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// An sRGB colour, 8 bits a channel, alpha not premultiplied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rgba {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity, 255 is opaque.
    pub a: u8,
}

impl Rgba {
    /// Fully transparent.
    pub const TRANSPARENT: Self = Self { r: 0, g: 0, b: 0, a: 0 };
    /// Opaque black.
    pub const BLACK: Self = Self::hex(0);
    /// Opaque white.
    pub const WHITE: Self = Self::hex(0x00ff_ffff);

    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { r, g, b, a: 255 }
    }

    /// The same colour with its opacity multiplied by `factor` (0–1).
    #[must_use]
    pub fn faded(self, factor: f32) -> Self {
        Self { a: (f32::from(self.a) * factor.clamp(0.0, 1.0)).round() as u8, ..self }
    }

    /// The mix of `self` and `other`; `t` = 0 gives `self`, 1 gives `other`.
    #[must_use]
    pub fn mixed(self, other: Self, t: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * t).round() as u8;
        Self { r: mix(self.r, other.r), g: mix(self.g, other.g), b: mix(self.b, other.b), a: mix(self.a, other.a) }
    }

    /// Relative luminance (WCAG 2.2), 0 black to 1 white; alpha is ignored.
    #[must_use]
    pub fn luminance(self) -> f32 {
        let linear = |c: u8| {
            let c = f32::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio with `other` (WCAG 2.2), 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Reads `#RRGGBB` or `#RRGGBBAA`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self::hex(value)),
            8 => {
                let [r, g, b, a] = value.to_be_bytes();
                Some(Self { r, g, b, a })
            }
            _ => None,
        }
    }
}

impl fmt::Display for Rgba {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b)?;
        if self.a != 255 {
            write!(f, "{:02X}", self.a)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Rgba {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Rgba {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rgba {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not a colour: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_and_read_as_hex() {
        for text in ["#2F5D8C", "#00000080"] {
            assert_eq!(Rgba::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Rgba::parse("2F5D8C"), None);
        assert_eq!(Rgba::parse("#2F5D8"), None);
    }

    #[test]
    fn black_on_white_has_the_highest_contrast() {
        assert!((Rgba::hex(0).contrast(Rgba::WHITE) - 21.0).abs() < 0.01);
    }
}
