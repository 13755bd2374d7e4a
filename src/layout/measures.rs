//! The measures of a map, in map units, on a grid of 4.

use crate::text::TextStyle;

/// Small print: axis figures, n, channel names, footers of cards.
pub const NOTE: TextStyle = TextStyle::regular(11.0);
/// What cards and steps say.
pub const TEXT: TextStyle = TextStyle::regular(13.0);
/// Lane titles, names.
pub const STRONG: TextStyle = TextStyle::bold(13.0);
/// Phases, titles, values.
pub const TITLE: TextStyle = TextStyle::bold(16.0);
/// The letter in a small marker.
pub const LETTER: TextStyle = TextStyle::bold(9.0);

/// Empty border round the sheet.
pub const MARGIN: f32 = 24.0;
/// Between the lane titles and the first column, and between phases.
pub const GUTTER: f32 = 8.0;
/// Width of the strip of lane titles.
pub const LANE_TITLE_WIDTH: f32 = 148.0;
/// Width of a column whose texts are Japanese.
pub const COLUMN_WIDTH_CJK: f32 = 116.0;
/// Width of a column whose texts are in Latin letters, which need more room for a word.
pub const COLUMN_WIDTH_LATIN: f32 = 140.0;
/// The narrowest that a column can be made.
pub const COLUMN_LEAST: f32 = 80.0;
/// The widest that a column can be made.
pub const COLUMN_MOST: f32 = 600.0;
/// Height of a phase header.
pub const PHASE_HEIGHT: f32 = 36.0;
/// Height of the strip under a phase header that says how much of the phase is known.
pub const KNOWN_HEIGHT: f32 = 30.0;
/// Height of the bar in it.
pub const KNOWN_BAR: f32 = 8.0;
/// Length of a phase header's arrow.
pub const PHASE_ARROW: f32 = 10.0;
/// Between the edge of a row and its content.
pub const ROW_PADDING: f32 = 8.0;
/// Lowest height of a row.
pub const ROW_MIN_HEIGHT: f32 = 60.0;
/// The highest that a row can be made by hand; its content may need more.
pub const ROW_MOST: f32 = 600.0;
/// Height of a collapsed row.
pub const COLLAPSED_HEIGHT: f32 = 40.0;
/// Between the edge of a column and a card.
pub const CARD_MARGIN: f32 = 4.0;
/// Between the border of a card and its text.
pub const CARD_PADDING: f32 = 8.0;
/// Between two cards of a cell.
pub const CARD_GAP: f32 = 6.0;
/// Lowest height of a card.
pub const CARD_MIN_HEIGHT: f32 = 44.0;
/// Height of a card's footer (severity, owner, author, evidence).
pub const CARD_FOOTER: f32 = 20.0;
/// Radius of a card's corners.
pub const CARD_RADIUS: f32 = 6.0;
/// Length of a speech bubble's tail.
pub const SPEECH_TAIL: f32 = 8.0;
/// Radius of a touchpoint's circle.
pub const TOUCHPOINT_RADIUS: f32 = 19.0;
/// Height of the touchpoint row.
pub const TOUCHPOINT_HEIGHT: f32 = 84.0;
/// Height of the emotion row.
pub const EMOTION_HEIGHT: f32 = 224.0;
/// Map units of one point on the emotion axis.
pub const EMOTION_UNIT: f32 = 44.0;
/// Radius of a face on the agreed curve.
pub const FACE_RADIUS: f32 = 12.0;
/// Radius of a department's marker on its curve.
pub const MARKER_RADIUS: f32 = 7.0;
/// Radius of a persona's marker on its curve.
pub const PERSONA_RADIUS: f32 = 9.0;
/// Radius of the plate under a department's marker that says which persona is meant.
pub const PLATE_RADIUS: f32 = 11.0;
/// Radius of the signs of measured and target values.
pub const SIGN_RADIUS: f32 = 5.0;
/// Length of the sample lines in the key to the curves.
pub const KEY_SAMPLE: f32 = 30.0;
/// Radius of the dots of the measured band.
pub const DOT_RADIUS: f32 = 3.4;
/// Height of the row of the customer's voice.
pub const VOICE_HEIGHT: f32 = 158.0;
/// Height of a storyboard row.
pub const PICTURE_HEIGHT: f32 = 104.0;
/// Height of the strip above the map.
pub const HEAD_HEIGHT: f32 = 88.0;
