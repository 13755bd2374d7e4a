//! How much of a phase is known: a bar under its header with the shares of assumed, partly known and researched cards.

use super::engine::Placer;
use super::{PlacedText, measures as m};
use crate::base::{Align, Rect, VAlign};
use crate::i18n::{fill, filter::FilterText as Text};
use crate::model::{CardFilter, Evidence};

/// How much of a phase is known.
#[derive(Clone, Debug)]
pub struct PlacedKnown {
    /// The whole bar.
    pub bar: Rect,
    /// Its parts from left to right, those without a card left out.
    pub parts: Vec<(Evidence, Rect)>,
    /// How many cards are assumed, in figures.
    pub text: PlacedText,
    /// All figures in words.
    pub label: String,
}

/// Places the bar of a phase under its header.
pub(super) fn place(placer: &mut Placer<'_>, position: usize, header: Rect) -> PlacedKnown {
    let counts = counts(placer, position);
    let total: usize = counts.iter().sum();
    let bar =
        Rect::new(header.x + m::CARD_MARGIN, header.bottom() + 4.0, header.w - 2.0 * m::CARD_MARGIN, m::KNOWN_BAR);
    let mut left = bar.x;
    let mut parts = Vec::new();
    for (level, count) in Evidence::ALL.into_iter().zip(counts) {
        let width = bar.w * count as f32 / total.max(1) as f32;
        if count > 0 {
            parts.push((level, Rect::new(left, bar.y, width, bar.h)));
        }
        left += width;
    }
    let lang = placer.options.lang;
    let [assumed, partly, researched] = counts.map(|count| count.to_string());
    let phase = placer.index.phases[position].phase.name.clone();
    let n = total.to_string();
    let values =
        [("phase", &*phase), ("n", &n), ("assumed", &assumed), ("partly", &partly), ("researched", &researched)];
    let (words, label) =
        if total == 0 { (Text::KnownNothing, Text::KnownNothingLabel) } else { (Text::Known, Text::KnownLabel) };
    let line = Rect::new(bar.x, bar.bottom() + 1.0, bar.w, header.bottom() + m::KNOWN_HEIGHT - bar.bottom() - 1.0);
    let words = fill(words.text(lang), &values);
    let text = placer.short_text(&words, m::NOTE, line, Align::Left, VAlign::Middle, 1);
    PlacedKnown { bar, parts, text, label: fill(label.text(lang), &values) }
}

/// Assumed, partly known, researched: of the cards that are brought forward, whatever they are founded on.
fn counts(placer: &Placer<'_>, position: usize) -> [usize; 3] {
    let filter = CardFilter { evidence: Vec::new(), ..placer.options.filter.clone() };
    let (index, lanes) = (placer.index, &placer.gathered.index.lanes);
    let mut counts = [0; 3];
    for step in &index.phases[position].steps {
        let cells = lanes.iter().filter(|lane| !lane.hidden).flat_map(|lane| index.cell(lane.id, step.id));
        cells.filter(|card| filter.passes(card)).for_each(|card| counts[card.evidence.index()] += 1);
    }
    counts
}
