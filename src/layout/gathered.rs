//! A journey gathered once, so that each of its parts is laid out at the cost of the part.

use super::changes::{Changes, merged};
use super::columns::column_width;
use super::engine::{Source, place_gathered};
use super::part::{Spanning, Whole};
use super::{MapLayout, MapOptions, MapPart};
use crate::feedback::Overlay;
use crate::model::{CardId, JourneyId, JourneyIndex, JourneyState, PhaseColumns, Project, StepId};
use crate::text::TextEngine;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// What a map and parts of it are laid out from.
pub struct Gathered<'a> {
    pub(super) project: &'a Project,
    /// The answers of customers, if they were asked about this journey.
    pub(super) overlay: Option<&'a Overlay>,
    /// What became of the records, on a map that is compared.
    pub(super) changes: Option<Changes>,
    /// The whole journey; on an overlaid map with what the as-is had besides.
    pub(super) index: JourneyIndex<'a>,
    /// Width of a column that nobody made wider or narrower.
    pub(super) usual_width: f32,
    order: OnceLock<Order>,
    answered: OnceLock<BTreeSet<CardId>>,
}

/// Where the steps of a journey stand.
struct Order {
    steps: Vec<StepId>,
    places: BTreeMap<StepId, usize>,
    spanning: Spanning,
}

impl<'a> Gathered<'a> {
    /// Gathers a journey; `None` when the project has none with this id. Of the options only what is compared counts.
    /// Linear in the records of the project.
    #[must_use]
    pub fn new(
        project: &'a Project,
        journey: JourneyId,
        overlay: Option<&'a Overlay>,
        options: &'a MapOptions,
    ) -> Option<Self> {
        Self::of(Source { project, journey, overlay, options })
    }

    pub(super) fn of(source: Source<'a>) -> Option<Self> {
        let Source { project, journey, overlay, options } = source;
        let changes = Changes::of(project, journey, options);
        let index = JourneyIndex::new(project, journey)?;
        let index = match changes.as_ref().filter(|changes| changes.is_overlaid()) {
            Some(changes) => merged(project, changes, index),
            None => index,
        };
        // Customers were asked about what is: an ideal and a competitor's journey have no voice in our surveys.
        let is_ours = matches!(index.journey.state, JourneyState::AsIs | JourneyState::Hypothesis);
        let usual_width = column_width(&index);
        Some(Self {
            project,
            overlay: overlay.filter(|_| is_ours),
            changes,
            index,
            usual_width,
            order: OnceLock::new(),
            answered: OnceLock::new(),
        })
    }

    /// Lays out what the options show of it. They compare what was compared when it was gathered.
    #[must_use]
    pub fn place(&self, options: &MapOptions, engine: &mut TextEngine) -> MapLayout {
        place_gathered(self, options, engine, None)
    }

    /// The journey without the steps and lanes that a part leaves out. Cells, marks and handoffs are shared.
    pub(super) fn narrowed(&self, part: &MapPart) -> JourneyIndex<'a> {
        let whole = &self.index;
        let is_shown = |step: StepId| part.steps.as_ref().is_none_or(|steps| steps.contains(&step));
        let narrow = |phase: &PhaseColumns<'a>| PhaseColumns {
            steps: phase.steps.iter().copied().filter(|step| is_shown(step.id)).collect(),
            ..*phase
        };
        let is_wanted = |phase: &PhaseColumns<'a>| part.steps.is_none() || !phase.steps.is_empty();
        let lanes = whole.lanes.iter().copied();
        JourneyIndex {
            journey: whole.journey,
            phases: whole.phases.iter().map(narrow).filter(is_wanted).collect(),
            lanes: lanes.filter(|lane| part.lanes.as_ref().is_none_or(|lanes| lanes.contains(&lane.id))).collect(),
            cards: Arc::clone(&whole.cards),
            marks: Arc::clone(&whole.marks),
            handoffs: Arc::clone(&whole.handoffs),
            links: whole.links.iter().copied().filter(|link| is_shown(link.from) && is_shown(link.to)).collect(),
        }
    }

    /// Where all steps stand.
    pub(super) fn whole(&self) -> Whole<'_> {
        let Order { steps, places, spanning } = self.order.get_or_init(|| {
            let steps: Vec<StepId> = self.index.steps().map(|step| step.id).collect();
            let places: BTreeMap<StepId, usize> = steps.iter().enumerate().map(|(at, step)| (*step, at)).collect();
            let mut spanning = Spanning::new();
            for ((lane, step), cards) in self.index.cards.iter() {
                let reaching = cards.iter().enumerate().filter(|(_, card)| card.extra_span > 0);
                for (nth, _) in reaching {
                    spanning.entry(*lane).or_default().extend(places.get(step).map(|at| (*at, nth)));
                }
            }
            for cards in spanning.values_mut() {
                cards.sort_unstable();
            }
            Order { steps, places, spanning }
        });
        Whole { steps, places, spanning }
    }

    /// The pains that an opportunity answers, wherever it stands.
    pub(super) fn answered(&self) -> &BTreeSet<CardId> {
        let is_ghost = |card: CardId| self.changes.as_ref().is_some_and(|changes| changes.is_ghost(card));
        self.answered.get_or_init(|| {
            let there = self.index.cards.values().flatten().filter(|card| !is_ghost(card.id));
            there.flat_map(|card| card.opportunity.answers.iter().copied()).collect()
        })
    }
}
