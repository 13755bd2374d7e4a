//! A map that is compared with another one: what became of each record, and, where both are overlaid, what the
//! as-is had besides, put back in its place.

use super::engine::Placer;
use super::{Column, MapOptions};
use crate::compare::{Change, Comparison, EmotionChange, PainOutcome, compare};
use crate::i18n::Lang;
use crate::i18n::compare::CompareText;
use crate::model::{
    CardId, JourneyId, JourneyIndex, LaneId, PersonaId, PhaseColumns, PhaseId, Project, RecordId, StepId,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The two journeys of a comparison and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// What it starts from.
    pub as_is: JourneyId,
    /// What it comes to.
    pub to_be: JourneyId,
    /// How it is shown.
    pub view: CompareView,
}

/// How a comparison is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareView {
    /// A map each, the steps of both in the same columns.
    Beside,
    /// The to-be with what the as-is had besides.
    Overlaid,
}

/// What a sign on the map says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Only the to-be has it.
    Added,
    /// It says something else.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// Only the as-is has it.
    Removed,
    /// A pain that nothing answers.
    OpenPain,
    /// A pain that an opportunity answers.
    ResolvedPain,
}

impl Sign {
    /// All signs, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Changed, Self::Moved, Self::Removed, Self::OpenPain, Self::ResolvedPain];

    /// What it says, in a word.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Added => CompareText::Added,
            Self::Changed => CompareText::Changed,
            Self::Moved => CompareText::Moved,
            Self::Removed => CompareText::Removed,
            Self::OpenPain => CompareText::OpenPain,
            Self::ResolvedPain => CompareText::ResolvedPain,
        }
        .text(lang)
    }

    /// The signs of a change.
    #[must_use]
    pub const fn of(change: Change) -> &'static [Self] {
        match change {
            Change::Same => &[],
            Change::Changed => &[Self::Changed],
            Change::Moved => &[Self::Moved],
            Change::MovedAndChanged => &[Self::Moved, Self::Changed],
            Change::Added => &[Self::Added],
            Change::Removed => &[Self::Removed],
        }
    }
}

/// What became of the records of a map.
pub(super) struct Changes {
    comparison: Comparison,
    view: CompareView,
    of_record: BTreeMap<RecordId, Change>,
    pains: BTreeMap<CardId, PainOutcome>,
}

impl Changes {
    /// The comparison that the options ask for, if this journey is one of its two.
    pub fn of(project: &Project, journey: JourneyId, options: &MapOptions) -> Option<Self> {
        let asked = options.compare?;
        let is_shown = match asked.view {
            CompareView::Beside => journey == asked.as_is || journey == asked.to_be,
            CompareView::Overlaid => journey == asked.to_be,
        };
        let comparison = is_shown.then(|| compare(project, asked.as_is, asked.to_be)).flatten()?;
        let mut of_record = BTreeMap::new();
        let mut note = |as_is: Option<RecordId>, to_be: Option<RecordId>, change: Change| {
            of_record.extend([as_is, to_be].into_iter().flatten().map(|id| (id, change)));
        };
        for row in &comparison.phases {
            note(row.as_is.map(Into::into), row.to_be.map(Into::into), row.change);
        }
        for row in &comparison.lanes {
            note(row.as_is.map(Into::into), row.to_be.map(Into::into), row.change);
        }
        for row in &comparison.steps {
            note(row.as_is.map(Into::into), row.to_be.map(Into::into), row.change);
        }
        for row in &comparison.cards {
            note(row.as_is.map(Into::into), row.to_be.map(Into::into), row.change);
        }
        let now = |pain: CardId| comparison.pairs.card_to(pain).unwrap_or(pain);
        let pains = comparison.pains.iter().map(|(pain, outcome)| (now(*pain), *outcome)).collect();
        Some(Self { comparison, view: asked.view, of_record, pains })
    }

    /// What became of a record.
    pub fn change(&self, record: impl Into<RecordId>) -> Change {
        self.of_record.get(&record.into()).copied().unwrap_or(Change::Same)
    }

    /// The comparison itself.
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// How it is shown.
    pub const fn view(&self) -> CompareView {
        self.view
    }

    /// Whether the as-is lies under the to-be.
    pub fn is_overlaid(&self) -> bool {
        self.view == CompareView::Overlaid
    }

    /// Whether a record is of the as-is and only shown under the to-be.
    pub fn is_ghost(&self, record: impl Into<RecordId>) -> bool {
        self.is_overlaid() && self.change(record) == Change::Removed
    }

    /// The signs of a card; a pain of the to-be also says whether it is resolved.
    pub fn card_signs(&self, card: CardId) -> Vec<Sign> {
        let change = self.change(card);
        let pain = match self.pains.get(&card) {
            Some(PainOutcome::Open) => Some(Sign::OpenPain),
            Some(PainOutcome::Answered) => Some(Sign::ResolvedPain),
            Some(PainOutcome::Gone) | None => None,
        };
        Sign::of(change).iter().copied().chain(pain).collect()
    }
}

impl Placer<'_> {
    /// What became of a record; nothing where nothing is compared.
    pub fn change(&self, record: impl Into<RecordId>) -> Change {
        self.changes.map_or(Change::Same, |changes| changes.change(record))
    }

    /// Whether a record is of the as-is and only shown under the to-be.
    pub fn is_ghost(&self, record: impl Into<RecordId>) -> bool {
        self.changes.is_some_and(|changes| changes.is_ghost(record))
    }

    /// The column in which something ends that reaches over so many further steps; steps of the as-is that are only
    /// shown in between do not count.
    pub fn end_column(&self, columns: &[Column], start: usize, extra_span: u16) -> usize {
        let further = columns.iter().enumerate().skip(start + 1).filter(|(_, column)| !self.is_ghost(column.step));
        further.take(usize::from(extra_span)).last().map_or(start, |(at, _)| at)
    }
}

/// The to-be with what only the as-is has, each in its place: what the overlaid map is laid out from.
pub(super) fn merged<'a>(project: &'a Project, changes: &Changes, to_be: JourneyIndex<'a>) -> JourneyIndex<'a> {
    let comparison = changes.comparison();
    let mut steps = merged_steps(project, comparison);
    let phase = |id: PhaseId| project.phases.get(id);
    let phases = comparison
        .phases
        .iter()
        .filter_map(|row| phase(row.to_be.or(row.as_is)?))
        .enumerate()
        .map(|(position, phase)| {
            let ids = steps.remove(&phase.id).unwrap_or_default();
            PhaseColumns { position, phase, steps: ids.into_iter().filter_map(|id| project.steps.get(id)).collect() }
        })
        .collect();
    let lanes = comparison.lanes.iter().filter_map(|row| project.lanes.get(row.to_be.or(row.as_is)?)).collect();
    let mut cards: BTreeMap<(LaneId, StepId), Vec<_>> = BTreeMap::new();
    let pairs = &comparison.pairs;
    for row in &comparison.cards {
        let Some(card) = row.to_be.or(row.as_is).and_then(|id| project.cards.get(id)) else { continue };
        // Ids of the to-be have no counterpart in the to-be and stay what they are.
        let lane = pairs.lane_to(card.lane).unwrap_or(card.lane);
        let step = pairs.step_to(card.step).unwrap_or(card.step);
        cards.entry((lane, step)).or_default().push(card);
    }
    JourneyIndex { phases, lanes, cards: Arc::new(cards), ..to_be }
}

/// The steps of each phase, those of the as-is that went among them.
fn merged_steps(project: &Project, comparison: &Comparison) -> BTreeMap<PhaseId, Vec<StepId>> {
    let mut steps: BTreeMap<PhaseId, Vec<StepId>> = BTreeMap::new();
    for row in &comparison.steps {
        let Some(step) = row.to_be.or(row.as_is).and_then(|id| project.steps.get(id)) else { continue };
        let phase = comparison.pairs.phase_to(step.phase).unwrap_or(step.phase);
        steps.entry(phase).or_default().push(step.id);
    }
    steps
}

/// What a persona (`None`: the one who leads) feels in each column of an overlaid map in the as-is, and how much the
/// to-be differs.
pub(super) fn emotions(changes: &Changes, persona: Option<PersonaId>) -> BTreeMap<StepId, (f32, Option<f32>)> {
    let of_row = |row: &EmotionChange| Some((row.to_be.or(row.as_is)?, (row.from?, row.gain())));
    changes.comparison().emotions_of(persona).filter_map(of_row).collect()
}
