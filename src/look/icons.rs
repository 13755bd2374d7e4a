//! Icons drawn as vectors, the same in the window and in every export. A channel icon is a line
//! drawing in a box of −8…+8, stroked with round ends; y grows downwards.

use crate::model::{ChannelKind, LinkKind};
use kurbo::{Affine, BezPath};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The line drawing of a channel, centred on 0, 0, in a box of −8…+8.
#[must_use]
pub fn channel(kind: ChannelKind) -> &'static BezPath {
    static READ: LazyLock<BTreeMap<ChannelKind, BezPath>> =
        LazyLock::new(|| ChannelKind::ALL.iter().map(|&kind| (kind, path(channel_outline(kind)))).collect());
    &READ[&kind]
}

/// The mouth of an emotion face of radius 10 for a value from −2 to +2: a curve that bends with the feeling.
#[must_use]
pub fn mouth(value: f32) -> BezPath {
    let bend = f64::from(value.clamp(-2.0, 2.0)) * 2.3;
    let rest = 3.2 - bend * 0.25;
    let mut mouth = BezPath::new();
    mouth.move_to((-4.2, rest));
    mouth.quad_to((0.0, rest + 2.0 * bend), (4.2, rest));
    mouth
}

/// The sign of a way through the journey, in a box of −5…+5: a turning arrow for a loop, a fork for a branch.
#[must_use]
pub fn way(kind: LinkKind) -> BezPath {
    path(match kind {
        LinkKind::Loop => "M3.9 -1.6A4.2 4.2 0 1 0 4.1 1.1M4.4 -4.4V-1.4H1.4",
        LinkKind::Branch => {
            "M-4.4 0H-1.2C0.8 0 0.8 -3.2 4.2 -3.2M-1.2 0C0.8 0 0.8 3.2 4.2 3.2M2.4 -5L4.4 -3.2L2.4 -1.4"
        }
    })
}

/// A five-pointed star of radius 1 round 0, 0: the moment of truth.
#[must_use]
pub fn star() -> BezPath {
    let mut star = BezPath::new();
    for corner in 0..10 {
        let radius = if corner % 2 == 0 { 1.0 } else { 0.42 };
        let angle = std::f64::consts::PI * (f64::from(corner) / 5.0 - 0.5);
        let point = (radius * angle.cos(), radius * angle.sin());
        if corner == 0 {
            star.move_to(point);
        } else {
            star.line_to(point);
        }
    }
    star.close_path();
    star
}

/// `path` moved to `x`, `y` and scaled.
#[must_use]
pub fn placed(path: &BezPath, x: f32, y: f32, scale: f32) -> BezPath {
    Affine::translate((f64::from(x), f64::from(y))) * Affine::scale(f64::from(scale)) * path.clone()
}

#[expect(clippy::expect_used, reason = "the outlines below are constants, each read by a test")]
fn path(outline: &str) -> BezPath {
    BezPath::from_svg(outline).expect("every icon outline is sound")
}

const fn channel_outline(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Email => "M-8 -5.5H8V5.5H-8ZM-8 -5L0 1.5L8 -5",
        ChannelKind::Sns => {
            "M-5 2.5A2.5 2.5 0 1 0 -5 -2.5A2.5 2.5 0 1 0 -5 2.5M5 -3A2.5 2.5 0 1 0 5 -8A2.5 2.5 0 1 0 5 -3M5 8A2.5 2.5 0 1 0 5 3A2.5 2.5 0 1 0 5 8M-2.8 -1.2L2.8 -4.2M-2.8 1.2L2.8 4.2"
        }
        ChannelKind::Web => "M-8 -6H8V6H-8ZM-8 -2.5H8M-5.5 -4.3H-5.4M-3.2 -4.3H-3.1",
        ChannelKind::Phone => {
            "M-6.5 -6.5C-6.5 1.5 -1.5 6.5 6.5 6.5V2.8L2.5 1.5L0.6 3.4C-1.2 2.4 -2.4 1.2 -3.4 -0.6L-1.5 -2.5L-2.8 -6.5Z"
        }
        ChannelKind::LiveChat => "M-8 -6.5H3.5V1H-3L-6 4V1H-8ZM6 -2.5H8V5.5H6V8L3.2 5.5H-1.5V3.5",
        ChannelKind::Shop => {
            "M-6.5 -1V6.5H6.5V-1M-8 -2.5L-6 -6.5H6L8 -2.5C8 -0.2 4 -0.2 4 -2.5C4 -0.2 0 -0.2 0 -2.5C0 -0.2 -4 -0.2 -4 -2.5C-4 -0.2 -8 -0.2 -8 -2.5M-2 6.5V2.5H2V6.5"
        }
        ChannelKind::Line => {
            "M0 -7C4.6 -7 8 -4.3 8 -1C8 1.8 5.5 3.8 -1 7.5C-0.6 6 -0.5 5.2 -1.2 5C-5.3 4.5 -8 2.1 -8 -1C-8 -4.3 -4.6 -7 0 -7ZM-4 -2.5V0.5M-1.5 -2.5V0.5M1 0.5V-2.5L3.6 0.5V-2.5"
        }
        ChannelKind::App => "M-4.5 -8H4.5V8H-4.5ZM-1 5.5H1",
        ChannelKind::Ec => "M-8 -6.5H-5.4L-3 2.5H5L7.5 -4H-4.7M-1.6 5.6A1 1 0 1 0 -1.6 5.7M4 5.6A1 1 0 1 0 4 5.7",
        ChannelKind::Chatbot => "M-7 -3.5H7V6.5H-7ZM0 -3.5V-7M-3 0.5V1.8M3 0.5V1.8M-2.5 4.3H2.5M-0.8 -7.2H0.8",
        ChannelKind::Faq => {
            "M0 7.5A7.5 7.5 0 1 0 0 -7.5A7.5 7.5 0 1 0 0 7.5M-2.5 -2.3C-2.5 -5.5 2.5 -5.5 2.5 -2.3C2.5 -0.3 0 -0.2 0 1.8M0 4.4V4.5"
        }
        ChannelKind::Community => {
            "M0 -1A2.6 2.6 0 1 0 0 -6.2A2.6 2.6 0 1 0 0 -1M-4.5 6.5C-4.5 0.5 4.5 0.5 4.5 6.5M-5 -1.2A2 2 0 1 1 -4.4 -5M-8 5C-8 2.5 -7 1.2 -5.6 0.7M5 -1.2A2 2 0 1 0 4.4 -5M8 5C8 2.5 7 1.2 5.6 0.7"
        }
        ChannelKind::Advertising => {
            "M-7.5 -2V2.5H-4L4 6.5V-6L-4 -2ZM-4 -2V2.5M-5 2.5L-4 7H-1.8L-2.6 3.2M6.3 -2C7.6 -0.8 7.6 1.2 6.3 2.4"
        }
        ChannelKind::LandingPage => "M-6 -8H6V8H-6ZM-3.5 -5H3.5V-1H-3.5ZM-3.5 1.8H3.5M-2 5H2",
        ChannelKind::Flyer => {
            "M-8 -4.5H8V-1.5C6.2 -1.5 6.2 1.5 8 1.5V4.5H-8V1.5C-6.2 1.5 -6.2 -1.5 -8 -1.5ZM1 -2.5V-1.3M1 -0.3V0.7M1 1.7V2.7"
        }
        ChannelKind::WordOfMouth => "M-7.5 -6H7.5V4H0.5L-3.5 7.5V4H-7.5ZM-4 -1H-3.9M0 -1H0.1M4 -1H4.1",
        ChannelKind::FrontDesk => "M-8 5.5H8M-6 5.5C-6 -3.5 6 -3.5 6 5.5M0 -1.3V-4M-1.8 -4.2H1.8",
        ChannelKind::Sms => "M-7.5 -5.5H7.5V3.5H-1L-4.5 7V3.5H-7.5ZM-4 -2.5H4M-4 0.5H1.5",
        ChannelKind::DirectMail => "M-8 -3H8V6.5H-8ZM-8 -2.6L0 3L8 -2.6M-4.5 -3V-7H4.5V-3",
        ChannelKind::Sales => {
            "M0 -1.5A3 3 0 1 0 0 -7.5A3 3 0 1 0 0 -1.5M-6.5 7.5C-6.5 -0.5 6.5 -0.5 6.5 7.5M-1 2L0 3.2L1 2M0 3.2V6.5"
        }
        ChannelKind::Event => {
            "M-7.5 -5.5H7.5V7H-7.5ZM-7.5 -2H7.5M-4 -7.5V-4M4 -7.5V-4M0 0.2L1 2L3 2.3L1.5 3.7L1.9 5.6L0 4.7L-1.9 5.6L-1.5 3.7L-3 2.3L-1 2Z"
        }
        ChannelKind::Kiosk => "M-5.5 -8H5.5V2H-5.5ZM-1.5 2V6.5M1.5 2V6.5M-5 7.5H5M-2.5 -4.5H2.5M-2.5 -1.8H0.5",
        ChannelKind::Delivery => {
            "M-8 -5H2V4H-8ZM2 -2H5.2L8 1.2V4H2M-4.6 6A1.5 1.5 0 1 0 -4.6 6.1M5.4 6A1.5 1.5 0 1 0 5.4 6.1"
        }
        ChannelKind::Payment => "M-8 -5.5H8V5.5H-8ZM-8 -2H8M-5 2.5H-1.5",
        ChannelKind::Other => "M-5 0H-4.9M0 0H0.1M5 0H5.1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape as _;

    #[test]
    fn the_signs_of_ways_fit_their_box() {
        for kind in [LinkKind::Branch, LinkKind::Loop] {
            let bounds = way(kind).bounding_box();
            assert!(bounds.x0 > -5.5 && bounds.x1 < 5.5 && bounds.y0 > -5.5 && bounds.y1 < 5.5, "{kind:?} {bounds:?}");
        }
    }

    #[test]
    fn every_channel_icon_is_sound_and_fits_its_box() {
        for kind in ChannelKind::ALL {
            let bounds = channel(*kind).bounding_box();
            assert!(bounds.width() > 0.0, "{kind:?}");
            assert!(
                bounds.x0 >= -8.5 && bounds.x1 <= 8.5 && bounds.y0 >= -8.5 && bounds.y1 <= 8.5,
                "{kind:?} {bounds:?}"
            );
        }
    }
}
