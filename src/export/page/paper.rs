//! Sizes of slides and paper.

use crate::base::Size;
use crate::layout::LEGIBLE_PT;
use crate::model::{JourneyId, Picture};

const MM_PER_INCH: f32 = 25.4;
const POINTS_PER_INCH: f32 = 72.0;

/// A slide or a sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// A slide of 13.333 × 7.5 in.
    #[default]
    Wide,
    /// A slide of 10 × 7.5 in.
    Standard,
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

impl Paper {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [Self::Wide, Self::Standard, Self::A4, Self::A3, Self::A2, Self::A1, Self::A0];

    /// What it is called, in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wide => "16:9",
            Self::Standard => "4:3",
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::A1 => "A1",
            Self::A0 => "A0",
        }
    }

    /// The one with this name, in small or large letters.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name().eq_ignore_ascii_case(name))
    }

    /// Whether it is shown on a screen, not printed.
    #[must_use]
    pub const fn is_slide(self) -> bool {
        matches!(self, Self::Wide | Self::Standard)
    }

    /// Type under this many points cannot be read where it hangs: on a slide from the back of a room, on A4 and A3 in
    /// the hand (0.3 m), on a poster from 0.6 m.
    #[must_use]
    pub const fn legible_pt(self) -> f32 {
        match self {
            Self::Wide | Self::Standard => LEGIBLE_PT,
            Self::A4 | Self::A3 => 6.0,
            Self::A2 | Self::A1 | Self::A0 => 12.0,
        }
    }

    /// Width and height lying on its long side, in points (1/72 in).
    #[must_use]
    pub fn points(self) -> Size {
        let inches = |w: f32, h: f32| Size::new(w * POINTS_PER_INCH, h * POINTS_PER_INCH);
        let mm = |w: f32, h: f32| inches(w / MM_PER_INCH, h / MM_PER_INCH);
        match self {
            Self::Wide => inches(13.0 + 1.0 / 3.0, 7.5),
            Self::Standard => inches(10.0, 7.5),
            Self::A4 => mm(297.0, 210.0),
            Self::A3 => mm(420.0, 297.0),
            Self::A2 => mm(594.0, 420.0),
            Self::A1 => mm(841.0, 594.0),
            Self::A0 => mm(1189.0, 841.0),
        }
    }
}

/// How a map comes onto pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Split {
    /// On one page where it can be read there, else as [`Split::Phases`].
    #[default]
    Legible,
    /// On one page, however small.
    One,
    /// The whole map, then a page for each phase; a phase that cannot be read on one page becomes several.
    Phases,
}

impl Split {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Legible, Self::One, Self::Phases];
}

/// What stands round a map on its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Whether pages that show a part of a map say which, above it.
    pub has_title: bool,
    /// Whether project, date and n stand below the map.
    pub has_note: bool,
    /// Whether pages are numbered.
    pub has_number: bool,
    /// The version, or any words, said in the note; empty says nothing.
    pub version: String,
    /// The team's sign.
    pub logo: Option<Picture>,
}

impl Default for Frame {
    fn default() -> Self {
        Self { has_title: true, has_note: true, has_number: true, version: String::new(), logo: None }
    }
}

/// How pages are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageSetup {
    /// Their size.
    pub paper: Paper,
    /// Whether they stand on their short side.
    pub is_upright: bool,
    /// Whether maps are split over several.
    pub split: Split,
    /// The paper on which each page is printed in pieces, to be put together; `None` prints it whole.
    pub pieces_on: Option<Paper>,
    /// What stands round the maps.
    pub frame: Frame,
    /// Journeys behind whose last page another one is put, which counts: the chart of a deck.
    pub followed: Vec<JourneyId>,
}

impl PageSetup {
    /// Width and height in points.
    #[must_use]
    pub fn points(&self) -> Size {
        let lying = self.paper.points();
        if self.is_upright { Size::new(lying.h, lying.w) } else { lying }
    }
}
