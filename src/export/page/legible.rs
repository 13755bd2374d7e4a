//! Whether people can read a page: its smallest type, and from how far.

use super::{PageKind, PageSetup};
use crate::i18n::export::LegibleText as Text;
use crate::i18n::{Lang, fill};
use crate::layout::PaperFit;

const MM_PER_POINT: f32 = 25.4 / 72.0;
/// Capitals are this share of the type's height.
const CAPITALS: f32 = 0.7;
/// Letters are read from so many times their height (17 minutes of arc).
const DISTANCE: f32 = 200.0;

/// How well the pages of a document can be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legibility {
    /// The smallest type in points on the pages that are to be read: where a map is split, its overview does not count.
    pub smallest_pt: f32,
    /// From how many metres it is read: a slide on a screen 2 m wide, paper as it is.
    pub reach_m: f32,
    /// What it should have at least, in points.
    pub wanted_pt: f32,
    /// Whether it is shown on a screen.
    pub is_slide: bool,
}

impl Legibility {
    /// Of type of this size on this paper.
    #[must_use]
    pub fn of(smallest_pt: f32, setup: &PageSetup) -> Self {
        let reach_m = if setup.paper.is_slide() {
            PaperFit { scale: 1.0, smallest_pt }.readable_m()
        } else {
            smallest_pt * MM_PER_POINT * CAPITALS * DISTANCE / 1000.0
        };
        Self { smallest_pt, reach_m, wanted_pt: setup.paper.legible_pt(), is_slide: setup.paper.is_slide() }
    }

    /// How large the type is, from how far it is read, and whether that is enough, in a sentence or two.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let text = if self.is_slide { Text::Slide } else { Text::Paper };
        let figure = |value: f32| format!("{value:.1}");
        let values = [("pt", &*figure(self.smallest_pt)), ("m", &figure(self.reach_m))];
        let said = fill(text.text(lang), &values);
        if self.is_enough() {
            return said;
        }
        let wanted = format!("{:.0}", self.wanted_pt);
        let gap = if lang == Lang::Ja { "" } else { " " };
        format!("{said}{gap}{}", fill(Text::TooSmall.text(lang), &[("wanted", &wanted)]))
    }

    /// Whether people can read it.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        // Rounding in the last place is no reason to warn.
        self.smallest_pt > self.wanted_pt - 0.05
    }
}

/// Whether a page counts when its document is judged: one that is there to give a view of the whole does not, nor the
/// sheet of a persona or of findings beside a map, since it cannot be split.
pub(super) fn is_to_be_read(kinds: &[PageKind], at: usize) -> bool {
    let is_split = |journey| kinds.iter().any(|kind| matches!(kind, PageKind::Phase(of, _) if *of == journey));
    match kinds[at] {
        PageKind::Map(journey) => !is_split(journey),
        PageKind::Phase(..) | PageKind::Tile(..) => true,
        PageKind::Persona(_) | PageKind::Findings(_) => {
            kinds.iter().all(|kind| matches!(kind, PageKind::Persona(_) | PageKind::Findings(_)))
        }
    }
}
