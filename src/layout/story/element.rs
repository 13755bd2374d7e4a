//! What stands on a slide.

use crate::base::{Point, Rect, Size};
use crate::feedback::{Interval, Reliability};
use crate::i18n::Lang;
use crate::layout::{CardFace, HeadPersona, PlacedChannel, PlacedMarker, PlacedPicture, PlacedText, RibbonPoint};
use crate::model::{CardId, Evidence, MarkId, StepId};

/// A slide with everything on it in its place.
#[derive(Clone, Debug)]
pub struct Story {
    /// The slide.
    pub size: Size,
    /// What it is called.
    pub title: String,
    /// All of it in words, for those who listen.
    pub told: String,
    /// The language it is labelled in.
    pub lang: Lang,
    /// What stands on it, from back to front.
    pub elements: Vec<StoryElement>,
}

/// How important words are: gives their colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is told.
    Strong,
    /// Second rank.
    Plain,
    /// Labels.
    Faint,
    /// Needs attention.
    Warn,
}

/// Something on a slide.
#[derive(Clone, Debug)]
pub enum StoryElement {
    /// Words.
    Words(PlacedText, Ink),
    /// A label in a phase's tint; none is the quiet ground.
    Chip(Rect, Option<usize>, PlacedText),
    /// The persona's picture.
    Portrait(HeadPersona),
    /// A channel's circle.
    Channel(PlacedChannel),
    /// The star of a moment of truth, with its radius.
    Star(Point, f32),
    /// A card in large type.
    Card(Box<StoryCard>),
    /// A storyboard picture.
    Picture(PlacedPicture),
    /// A face: middle, radius, value.
    Face(Point, f32, f32),
    /// A department's marker.
    Marker(PlacedMarker),
    /// Customers' figures.
    Figures(Box<StoryFigures>),
    /// A hairline.
    Rule(Point, Point),
    /// The emotion curve as far as it is told.
    Curve(Box<StoryCurve>),
}

/// A card in large type.
#[derive(Clone, Debug)]
pub struct StoryCard {
    /// The card.
    pub id: CardId,
    /// The whole card; a speech bubble's tail hangs below it.
    pub rect: Rect,
    /// How it looks.
    pub face: CardFace,
    /// What it says.
    pub text: PlacedText,
    /// Severity of three.
    pub severity: Option<u8>,
    /// Owner or author.
    pub marker: Option<PlacedMarker>,
    /// Words beside the marker.
    pub footer: Option<PlacedText>,
    /// How well it is founded.
    pub evidence: Evidence,
    /// The middle of the line of signs under the text.
    pub signs_y: f32,
    /// Times a card on the map.
    pub scale: f32,
    /// In words.
    pub label: String,
}

/// Customers' figures of a step in large type.
#[derive(Clone, Debug)]
pub struct StoryFigures {
    /// The step.
    pub step: StepId,
    /// All of it.
    pub rect: Rect,
    /// Value with its interval on the metric's own axis.
    pub interval: Interval,
    /// Ends of the axis.
    pub axis: (f64, f64),
    /// How far it can be trusted.
    pub reliability: Reliability,
    /// The line of the interval.
    pub track: Rect,
    /// The value.
    pub value: PlacedText,
    /// Metric, interval and n.
    pub words: Vec<PlacedText>,
    /// In words.
    pub label: String,
}

/// A phase in the band under the curve.
#[derive(Clone, Debug)]
pub struct StoryBand {
    /// Its place.
    pub rect: Rect,
    /// Position among the phases: gives the tint.
    pub phase: usize,
    /// Its name.
    pub text: PlacedText,
    /// Whether the story is in it.
    pub now: bool,
    /// Whether the story has reached it.
    pub reached: bool,
}

/// A point of the told curve.
#[derive(Clone, Copy, Debug)]
pub struct StoryPoint {
    /// The mark.
    pub mark: MarkId,
    /// Where.
    pub at: Point,
    /// −2…+2.
    pub value: f32,
}

/// The emotion curve as far as it is told.
#[derive(Clone, Debug)]
pub struct StoryCurve {
    /// Where it runs.
    pub rect: Rect,
    /// Height of 0.
    pub zero_y: f32,
    /// Units of one point of emotion.
    pub unit: f32,
    /// The phases under it.
    pub bands: Vec<StoryBand>,
    /// Places of the steps still to come.
    pub ahead: Vec<Point>,
    /// Agreed emotions up to the current step.
    pub points: Vec<StoryPoint>,
    /// Whether the last point is the current step's: the curve grows to it.
    pub grows: bool,
    /// Measured emotions up to the current step, in runs.
    pub measured: Vec<Vec<RibbonPoint>>,
    /// What departments believe of the current step.
    pub believed: Vec<PlacedMarker>,
    /// In words.
    pub label: String,
}
