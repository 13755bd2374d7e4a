//! The measures of a slide. A slide is 1080 units high on a wide screen, so a unit is a pixel of a 1080p projector.

/// Height of a slide on a wide screen.
pub const HEIGHT: f32 = 1080.0;
/// A slide is never narrower than this; a narrow window gets a higher one.
pub const LEAST_WIDTH: f32 = 1440.0;
/// Empty border of a slide.
pub const MARGIN: f32 = 64.0;
/// Between two parts of a slide.
pub const GAP: f32 = 28.0;
/// Letters that name a part: phases, lanes, counts.
pub const LABEL: f32 = 28.0;
/// Letters under an icon, figures of an axis.
pub const SMALL: f32 = 24.0;
/// Main text that is smaller than this cannot be read from the back of a room.
pub const READABLE: f32 = 28.0;
/// Main text of this size needs nothing left out for it.
pub const COMFORTABLE: f32 = 36.0;
/// Sizes that titles try, the largest that fits wins.
pub const TITLES: [f32; 12] = [96.0, 84.0, 72.0, 64.0, 56.0, 48.0, 40.0, 34.0, 28.0, 22.0, 17.0, 13.0];
/// Sizes that the name of a step tries.
pub const NAMES: [f32; 9] = [72.0, 64.0, 56.0, 48.0, 40.0, 34.0, 28.0, 22.0, 17.0];
/// Sizes that the main text tries.
pub const TEXTS: [f32; 16] =
    [48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 25.0, 22.0, 19.0, 16.0, 14.0, 12.0, 10.0, 8.0, 6.0, 4.0];
/// Height of a phase's chip.
pub const CHIP: f32 = 52.0;
/// Radius of a channel's circle.
pub const CHANNEL: f32 = 36.0;
/// Height of the curve's strip.
pub const CURVE: f32 = 272.0;
/// Height of the band of phases under the curve.
pub const BAND: f32 = 44.0;
/// Radius of the face beside the curve.
pub const FACE: f32 = 66.0;
/// Radius of a face on the curve.
pub const FACE_ON_CURVE: f32 = 24.0;
/// Radius of a department's marker beside it.
pub const BELIEVED: f32 = 14.0;
/// Width of the words beside the curve.
pub const FEELING: f32 = 300.0;
/// Radius of a portrait.
pub const PORTRAIT: f32 = 92.0;
/// Height of a storyboard picture, as a share of what there is.
pub const PICTURE_SHARE: f32 = 0.46;
