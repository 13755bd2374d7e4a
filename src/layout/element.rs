//! What stands in the rows.

use super::{CurveId, PlacedAsIs, PlacedText, Sign, measures as m};
use crate::base::{Point, Rect, Rgba};
use crate::compare::Change;
use crate::feedback::{Headline, Interval, Reliability, Side};
use crate::model::{
    CardId, Channel, ChannelId, ChannelKind, ChannelSide, DepartmentId, Evidence, ExperienceValues, HandoffId, MarkId,
    MarkerShape, Passage, Picture, StepId,
};

/// Something in a row.
#[derive(Clone, Debug)]
pub enum Element {
    /// A card.
    Card(Box<PlacedCard>),
    /// A pain without an opportunity.
    Missing(PlacedMissing),
    /// The channel icons of a step.
    Touchpoint(PlacedTouchpoint),
    /// The connection between two touchpoints.
    Handoff(PlacedHandoff),
    /// The curves of the emotion lane.
    Curves(Box<PlacedCurves>),
    /// The customer's voice in a step.
    Voice(Box<PlacedVoice>),
    /// A bar 1–5.
    Bars(PlacedBars),
    /// The experience values of a step.
    Experience(PlacedExperience),
    /// A storyboard picture.
    Picture(PlacedPicture),
    /// The owning department of a step.
    Owner(StepId, PlacedMarker, PlacedText),
    /// What a collapsed row says of a cell.
    Brief(PlacedBrief),
    /// The agreed emotion in a collapsed row.
    Spark(PlacedSpark),
}

/// What a collapsed row says of a cell: how many cards, which channels.
#[derive(Clone, Debug)]
pub struct PlacedBrief {
    /// The step.
    pub step: StepId,
    /// Where.
    pub rect: Rect,
    /// The ground of a number of cards.
    pub pill: Option<Rect>,
    /// The number or words.
    pub text: PlacedText,
    /// In words, with lane and step.
    pub label: String,
}

/// The agreed emotion as a thin line.
#[derive(Clone, Debug)]
pub struct PlacedSpark {
    /// The row.
    pub rect: Rect,
    /// Where 0 is.
    pub zero_y: f32,
    /// Its points from left to right.
    pub points: Vec<Point>,
}

/// The marker of a department or persona: colour, shape and letter together.
#[derive(Clone, Debug)]
pub struct PlacedMarker {
    /// The shape.
    pub shape: MarkerShape,
    /// Its own colour, if it has one.
    pub color: Option<Rgba>,
    /// Position among the departments or personas: gives the colour otherwise.
    pub index: usize,
    /// The middle.
    pub center: Point,
    /// Half its height.
    pub radius: f32,
    /// The letter, where the marker is large enough.
    pub letter: Option<PlacedText>,
    /// Whether the filter leaves this department out, so that it is drawn pale.
    pub steps_back: bool,
}

impl PlacedMarker {
    /// The same marker somewhere else, its letter with it.
    #[must_use]
    pub fn at(&self, center: Point) -> Self {
        let (dx, dy) = (center.x - self.center.x, center.y - self.center.y);
        let letter = self.letter.clone().map(|letter| PlacedText { rect: letter.rect.moved(dx, dy), ..letter });
        Self { center, letter, ..self.clone() }
    }
}

/// How a card looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardFace {
    /// A plain card.
    Plain,
    /// A speech bubble.
    Speech,
    /// A pain point.
    Pain,
    /// An opportunity.
    Opportunity,
}

/// A card.
#[derive(Clone, Debug)]
pub struct PlacedCard {
    /// The card.
    pub id: CardId,
    /// The whole card; a speech bubble's tail hangs below it.
    pub rect: Rect,
    /// How it looks.
    pub face: CardFace,
    /// What it says.
    pub text: PlacedText,
    /// What it says, unbroken.
    pub plain: String,
    /// How well it is founded.
    pub evidence: Evidence,
    /// Severity dots: how many of three.
    pub severity: Option<u8>,
    /// Whether it has a footer, where its evidence stands.
    pub has_footer: bool,
    /// The department in the footer: the owner of an opportunity, else the author.
    pub marker: Option<PlacedMarker>,
    /// Words in the footer.
    pub footer: Option<PlacedText>,
    /// The markers of the personas it is about; none when it is about everybody.
    pub about: Vec<PlacedMarker>,
    /// Their names.
    pub about_names: Vec<String>,
    /// Whether the filter does not let it through, so that it is drawn pale.
    pub steps_back: bool,
    /// What became of it, on a map that is compared.
    pub change: Change,
    /// The signs that say so.
    pub signs: Vec<Sign>,
    /// It is of the as-is and only shown under the to-be.
    pub is_ghost: bool,
}

/// An empty dashed place that says what is missing.
#[derive(Clone, Debug)]
pub struct PlacedMissing {
    /// The step.
    pub step: StepId,
    /// Where.
    pub rect: Rect,
    /// What is missing.
    pub text: PlacedText,
}

/// The channels of a step.
#[derive(Clone, Debug)]
pub struct PlacedTouchpoint {
    /// The step.
    pub step: StepId,
    /// The whole.
    pub rect: Rect,
    /// Up to three channels; none means that none was chosen.
    pub channels: Vec<PlacedChannel>,
    /// The circles when there is no channel yet.
    pub empty: Option<Point>,
    /// Names under the circles.
    pub text: PlacedText,
    /// Where the star of a moment of truth stands.
    pub star: Option<Point>,
}

/// A channel's circle.
#[derive(Clone, Debug)]
pub struct PlacedChannel {
    /// The channel.
    pub id: ChannelId,
    /// Gives the icon.
    pub kind: ChannelKind,
    /// Gives the colour, unless it has its own.
    pub side: ChannelSide,
    /// Its own colour.
    pub color: Option<Rgba>,
    /// The middle.
    pub center: Point,
    /// Radius of the circle.
    pub radius: f32,
}

impl PlacedChannel {
    /// A channel's circle.
    pub(super) const fn of(channel: &Channel, center: Point, radius: f32) -> Self {
        let Channel { id, kind, side, color, .. } = *channel;
        Self { id, kind, side, color, center, radius }
    }
}

/// The connection between two touchpoints.
#[derive(Clone, Debug)]
pub struct PlacedHandoff {
    /// The handoff, where somebody has said anything about it.
    pub id: Option<HandoffId>,
    /// The steps it leads from and to.
    pub steps: (StepId, StepId),
    /// Left end.
    pub from: Point,
    /// Right end.
    pub to: Point,
    /// Whether the channel changes, and what becomes of the customer then.
    pub passage: Passage,
    /// What is lost: a letter each, above the middle.
    pub lost: Vec<(Rect, PlacedText)>,
    /// In words.
    pub label: String,
}

/// Who draws a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveSource {
    /// The room.
    Agreed,
    /// A department.
    Department(DepartmentId),
    /// The to-be.
    Target,
    /// Typed-in measurement.
    Measured,
}

/// A point of a curve.
#[derive(Clone, Debug)]
pub struct CurvePoint {
    /// The step.
    pub step: StepId,
    /// The mark.
    pub mark: MarkId,
    /// Where. Beside the middle of the column where something else stands at this height.
    pub at: Point,
    /// −2…+2.
    pub value: f32,
    /// The value in figures, on agreed curves, where there is room.
    pub number: Option<PlacedText>,
}

/// A curve of emotion marks.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Whose feeling it is, according to whom.
    pub id: CurveId,
    /// Who draws it.
    pub source: CurveSource,
    /// Whether it is the leading persona's.
    pub leads: bool,
    /// What it is called.
    pub name: String,
    /// Its points from left to right.
    pub points: Vec<CurvePoint>,
    /// The marker of a department's curve (its place does not matter).
    pub marker: Option<PlacedMarker>,
    /// The marker of the persona, unless it leads (its place does not matter).
    pub persona: Option<PlacedMarker>,
}

impl Curve {
    /// Half the width of what stands in its points.
    #[must_use]
    pub fn radius(&self) -> f32 {
        match (self.source, &self.persona) {
            (CurveSource::Agreed, None) => m::FACE_RADIUS,
            (CurveSource::Department(_), None) => m::MARKER_RADIUS,
            (CurveSource::Department(_), Some(_)) => m::PLATE_RADIUS,
            (_, Some(_)) => m::PERSONA_RADIUS,
            (CurveSource::Measured | CurveSource::Target, None) => m::SIGN_RADIUS,
        }
    }
}

/// A line of the key to the curves.
#[derive(Clone, Debug)]
pub struct CurveKey {
    /// The curve; none is what the feedback files say.
    pub curve: Option<CurveId>,
    /// The left end of the sample line.
    pub at: Point,
    /// Its name.
    pub text: PlacedText,
}

/// A measured value with its interval, as heights.
#[derive(Clone, Copy, Debug)]
pub struct RibbonPoint {
    /// The middle of the column.
    pub x: f32,
    /// Height of the value.
    pub y: f32,
    /// Height of the upper bound.
    pub top: f32,
    /// Height of the lower bound.
    pub bottom: f32,
    /// How far it can be trusted.
    pub reliability: Reliability,
}

/// Where belief and measurement differ: the agreed mark lies outside the measured interval.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The step.
    pub step: StepId,
    /// From the callout to the agreed point.
    pub line: (Point, Point),
    /// The callout.
    pub rect: Rect,
    /// Its text.
    pub text: PlacedText,
    /// In words, with the figures.
    pub label: String,
}

/// All curves of the emotion lane.
#[derive(Clone, Debug)]
pub struct PlacedCurves {
    /// Where the axis runs.
    pub rect: Rect,
    /// Runs of neighbouring steps with a measured emotion.
    pub ribbon: Vec<Vec<RibbonPoint>>,
    /// The curves, agreed last.
    pub curves: Vec<Curve>,
    /// Where belief and measurement differ.
    pub gaps: Vec<Gap>,
    /// The as-is below the to-be, on an overlaid map: a curve for each persona of both, the one who leads last.
    pub as_is: Vec<PlacedAsIs>,
    /// The key to the curves.
    pub key: Vec<CurveKey>,
    /// How many more curves there are than the key has room for.
    pub more: Option<PlacedText>,
}

/// What the voice lane shows of a step.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "one a step, and nearly all of them are figures")]
pub enum VoiceFace {
    /// Nobody was asked.
    NoData,
    /// Too few answers to show.
    Hidden,
    /// Figures.
    Figures {
        /// The metric.
        headline: Headline,
        /// Value with its interval on the metric's own axis.
        interval: Interval,
        /// Ends of the metric's axis.
        axis: (f64, f64),
        /// Answers for each scale point.
        bins: Vec<u64>,
        /// How far it can be trusted.
        reliability: Reliability,
        /// Where the bars stand on.
        chart: Rect,
        /// The line of the interval.
        track: Rect,
        /// The value in words.
        value: PlacedText,
        /// "n 212".
        n: PlacedText,
        /// The months of the value, oldest first.
        trend: Vec<TrendPoint>,
        /// What changed.
        notes: Vec<VoiceNote>,
        /// The channels that differ beyond doubt, the lowest first.
        channels: Vec<ChannelMark>,
    },
}

/// A month of a step's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendPoint {
    /// Where its value stands; `None` where there are too few answers, so that the line is broken.
    pub at: Option<Point>,
    /// The ends of its interval.
    pub low: f32,
    /// Above.
    pub high: f32,
}

/// A channel that differs from others, on the line of the interval and in words.
#[derive(Clone, Debug)]
pub struct ChannelMark {
    /// On which side of the others it lies.
    pub side: Side,
    /// How far it can be trusted.
    pub reliability: Reliability,
    /// Where its value stands on the axis of the step.
    pub on_axis: Point,
    /// Where its sign stands before the name.
    pub sign: Point,
    /// Its name.
    pub name: PlacedText,
    /// Its value.
    pub value: PlacedText,
}

/// A remark under a step's value.
#[derive(Clone, Debug)]
pub struct VoiceNote {
    /// The words.
    pub text: PlacedText,
    /// Whether it is a finding; else it says that there is none.
    pub is_proven: bool,
}

/// The customer's voice in a step.
#[derive(Clone, Debug)]
pub struct PlacedVoice {
    /// The step.
    pub step: StepId,
    /// The whole.
    pub rect: Rect,
    /// What is shown.
    pub face: VoiceFace,
    /// What is written where there are no figures.
    pub text: Option<PlacedText>,
    /// In words, for screen readers and tooltips.
    pub label: String,
}

/// A bar of 1–5 (dramatic arc).
#[derive(Clone, Debug)]
pub struct PlacedBars {
    /// The step.
    pub step: StepId,
    /// Where the bar may stand.
    pub rect: Rect,
    /// 1–5; 0 is not stated.
    pub value: u8,
}

/// The experience values of a step.
#[derive(Clone, Debug)]
pub struct PlacedExperience {
    /// The step.
    pub step: StepId,
    /// The values.
    pub values: ExperienceValues,
    /// SENSE, FEEL, THINK, ACT, RELATE: the name, and where its three dots begin.
    pub lines: Vec<(PlacedText, Point, u8)>,
}

/// A storyboard picture.
#[derive(Clone, Debug)]
pub struct PlacedPicture {
    /// The step.
    pub step: StepId,
    /// Where.
    pub rect: Rect,
    /// The picture; none is an empty frame.
    pub picture: Option<Picture>,
    /// What it shows: the step's name.
    pub label: String,
}
