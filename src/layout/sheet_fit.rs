//! How large the type of a map becomes on a slide or on paper: whether people in the room can read it.
//!
//! A map unit is 1/96 inch at scale 1, so type of `u` units is `u × 72 / 96 × s` points high at scale `s`. The whole
//! map fits a sheet at `s = min(W / w, H / h)`: `W × H` is the sheet without its margins, `w × h` the map, both in
//! units. A slide a phase needs the lane titles and the widest phase only, without the strips above and below.
//!
//! How far one can read it: on a screen 2 m wide a 13.333 in slide is 5.9 times as large; capitals are 0.7 of the
//! type's height; letters can be read from 200 times their height (17 minutes of arc, the usual rule for signs).

use super::{MapLayout, measures as m};
use crate::base::Size;
use crate::insight::MOST_STEPS;

/// Type under this many points is too small for a slide.
pub const LEGIBLE_PT: f32 = 9.0;

const UNITS_PER_INCH: f32 = 96.0;
const POINTS_PER_INCH: f32 = 72.0;
const MARGIN_IN: f32 = 0.3;
const SLIDE_IN: Size = Size::new(13.333, 7.5);
const A3_IN: Size = Size::new(16.535, 11.693);
const MM_PER_POINT: f32 = 25.4 / POINTS_PER_INCH;
/// A slide on a screen 2 m wide, by how much it is enlarged.
const ENLARGED: f32 = 2000.0 / (13.333 * 25.4);
const CAPITALS: f32 = 0.7;
const DISTANCE: f32 = 200.0;

/// The smallest type of a map on one kind of sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaperFit {
    /// Scale of the map.
    pub scale: f32,
    /// The smallest type, in points.
    pub smallest_pt: f32,
}

impl PaperFit {
    fn of(map: Size, sheet_in: Size) -> Self {
        let room = |inches: f32| (inches - 2.0 * MARGIN_IN) * POINTS_PER_INCH;
        Self::within(map, Size::new(room(sheet_in.w), room(sheet_in.h)))
    }

    /// A map of this size, in map units, in a room of so many points.
    #[must_use]
    pub fn within(map: Size, room: Size) -> Self {
        let points = (room.w / map.w.max(1.0)).min(room.h / map.h.max(1.0));
        Self { scale: points * UNITS_PER_INCH / POINTS_PER_INCH, smallest_pt: m::NOTE.size * points }
    }

    /// From how many metres it can be read on a screen 2 m wide.
    #[must_use]
    pub fn readable_m(&self) -> f32 {
        self.smallest_pt * MM_PER_POINT * CAPITALS * ENLARGED * DISTANCE / 1000.0
    }

    /// Whether people in the room can read it.
    #[must_use]
    pub fn is_legible(&self) -> bool {
        self.smallest_pt >= LEGIBLE_PT
    }
}

/// How a map fits slides and paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetFit {
    /// The whole map on a 16:9 slide.
    pub slide: PaperFit,
    /// The widest phase on a 16:9 slide of its own.
    pub phase: PaperFit,
    /// The whole map on A3, landscape.
    pub a3: PaperFit,
    /// Steps of the longest phase.
    pub most_steps: usize,
    /// How many lanes are shown.
    pub lanes: usize,
}

impl SheetFit {
    /// How a laid-out map fits.
    #[must_use]
    pub fn of(map: &MapLayout) -> Self {
        let widest = map.phases.iter().map(|phase| phase.rect.w).fold(0.0, f32::max);
        let phase = Size::new(
            m::LANE_TITLE_WIDTH + m::GUTTER + widest + 2.0 * m::MARGIN,
            map.columns_band.h + map.body.h + 2.0 * m::MARGIN,
        );
        let steps = |phase| map.columns.iter().filter(|column| column.phase == phase).count();
        Self {
            slide: PaperFit::of(map.size, SLIDE_IN),
            phase: PaperFit::of(phase, SLIDE_IN),
            a3: PaperFit::of(map.size, A3_IN),
            most_steps: map.phases.iter().map(|phase| steps(phase.id)).max().unwrap_or(0),
            lanes: map.rows.len(),
        }
    }

    /// Whether the map is too big for one slide.
    #[must_use]
    pub fn is_too_big(&self) -> bool {
        !self.slide.is_legible() || self.has_long_phase()
    }

    /// Whether a phase has more steps than can be taken in.
    #[must_use]
    pub fn has_long_phase(&self) -> bool {
        self.most_steps > MOST_STEPS
    }

    /// Whether a slide a phase would make the type clearly larger.
    #[must_use]
    pub fn phases_help(&self) -> bool {
        self.phase.smallest_pt > self.slide.smallest_pt * 1.15
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_of_the_slides_size_keeps_its_type() {
        let room = Size::new((13.333 - 0.6) * 96.0, (7.5 - 0.6) * 96.0);
        let fit = PaperFit::of(room, SLIDE_IN);
        assert!((fit.scale - 1.0).abs() < 1e-4);
        assert!((fit.smallest_pt - 8.25).abs() < 1e-3, "11 units are 8.25 points");
        let half = PaperFit::of(Size::new(room.w * 2.0, room.h), SLIDE_IN);
        assert!((half.smallest_pt - 4.125).abs() < 1e-3, "the wider side decides");
    }

    #[test]
    fn seven_points_are_read_from_two_metres() {
        let fit = PaperFit { scale: 1.0, smallest_pt: 7.1 };
        assert!((fit.readable_m() - 2.07).abs() < 0.02, "{}", fit.readable_m());
        assert!(!fit.is_legible() && PaperFit { smallest_pt: 9.0, ..fit }.is_legible());
    }
}
