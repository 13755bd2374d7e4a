//! What of a journey is to be shown, and in which words.

use super::{Compare, CurveChoice, MapPart};
use crate::base::Date;
use crate::i18n::Lang;
use crate::model::{CardFilter, FeedbackFilter};

/// How a map is laid out. Equal options and an equal project give an equal map.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each part is shown or not, independent of the others")]
pub struct MapOptions {
    /// The language of lane titles, labels and dates.
    pub lang: Lang,
    /// The date shown on the map.
    pub date: Date,
    /// Whether the strip above the map (title, persona, scenario) is shown.
    pub head: bool,
    /// Whether the strip below the map (legend, sources) is shown.
    pub foot: bool,
    /// Whether the row with the customer's voice and the measured emotion are shown.
    pub voice: bool,
    /// Whether the curves of single departments are shown.
    pub department_curves: bool,
    /// Which cards are brought forward, and what becomes of the others.
    pub filter: CardFilter,
    /// Which of the customers' answers are counted: what the overlay was made with, for pictures that make their own.
    pub answers: FeedbackFilter,
    /// Whether each phase says how much of it is known.
    pub evidence: bool,
    /// Which curves of the emotion lane are shown, where that was chosen.
    pub curves: CurveChoice,
    /// The comparison with another journey that is shown on the map.
    pub compare: Option<Compare>,
    /// Which part of the map is shown; `None` shows all of it.
    pub part: Option<MapPart>,
}

impl MapOptions {
    /// Everything shown, nothing brought forward.
    #[must_use]
    pub fn everything(lang: Lang, date: Date) -> Self {
        Self {
            lang,
            date,
            head: true,
            foot: true,
            voice: true,
            department_curves: true,
            filter: CardFilter::default(),
            answers: FeedbackFilter::default(),
            evidence: false,
            curves: CurveChoice::usual(),
            compare: None,
            part: None,
        }
    }
}
