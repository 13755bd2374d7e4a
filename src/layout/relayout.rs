//! Laying the same journey out again after an edit: rows in which nothing changed are kept as they are.

use super::columns::Grid;
use super::engine::{self, Source};
use super::{Column, MapLayout, MapOptions, Row};
use crate::feedback::Overlay;
use crate::model::{Card, JourneyId, Lane, LaneForm, LaneId, LaneKind, Project, StepId};
use crate::text::TextEngine;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lays a journey out over and over. Gives what [`super::place_map`] gives, sooner: a row that nothing was done to is
/// the very same [`Row`] as before.
#[derive(Debug, Default)]
pub struct Relayout {
    last: Option<Last>,
}

/// The map that was laid out last, and from what.
#[derive(Debug)]
struct Last {
    project: Project,
    journey: JourneyId,
    options: MapOptions,
    overlay: Option<Arc<Overlay>>,
    columns: Vec<Stand>,
    rows: Vec<Arc<Row>>,
}

/// Where a column stands: all that a card asks of it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stand {
    step: StepId,
    x: f32,
    w: f32,
}

impl Stand {
    const fn of(column: &Column) -> Self {
        Self { step: column.step, x: column.x, w: column.w }
    }
}

impl Relayout {
    /// Lays a journey out; `None` when the project has none with this id.
    pub fn place(
        &mut self,
        project: &Project,
        journey: JourneyId,
        overlay: Option<&Arc<Overlay>>,
        options: &MapOptions,
        engine: &mut TextEngine,
    ) -> Option<MapLayout> {
        let source = Source { project, journey, overlay: overlay.map(AsRef::as_ref), options };
        let kept = self.last.as_ref().and_then(|last| Kept::of(last, source));
        let map = engine::place(source, engine, kept)?;
        self.last = Some(Last {
            project: project.clone(),
            journey,
            options: options.clone(),
            overlay: overlay.cloned(),
            columns: map.columns.iter().map(Stand::of).collect(),
            rows: map.rows.clone(),
        });
        Some(map)
    }
}

/// The rows of the last layout that may still stand.
pub(super) struct Kept<'a> {
    last: &'a Last,
    /// Lanes with a card that changed, came or went.
    touched: BTreeSet<LaneId>,
    /// Nothing but cards changed, so that every row without cards may stand.
    only_cards: bool,
}

impl<'a> Kept<'a> {
    /// What is left of the last layout; nothing where something changed that any card shows.
    fn of(last: &'a Last, source: Source<'_>) -> Option<Self> {
        let Source { project, journey, overlay, options } = source;
        let old = &last.project;
        let is_same = last.journey == journey
            && last.options == *options
            && options.compare.is_none()
            && old.lanes.same_as(&project.lanes)
            && old.departments.same_as(&project.departments)
            && old.personas.same_as(&project.personas);
        is_same.then(|| Self {
            last,
            touched: touched(old, project),
            only_cards: differs_in_cards_only(old, project) && is_same_overlay(last.overlay.as_deref(), overlay),
        })
    }

    /// The row of a lane, if it would be laid out the same again at this height over these columns.
    pub fn row(&self, lane: &Lane, y: f32, grid: &Grid) -> Option<Arc<Row>> {
        let has_cards = matches!(lane.kind.form(), LaneForm::Cards | LaneForm::Speech);
        // A collapsed lane names the steps, as all lanes do that are not of cards.
        let may_stand = self.only_cards || has_cards && !lane.collapsed;
        if !may_stand || self.touched.contains(&lane.id) || !self.has_columns_of(grid) {
            return None;
        }
        let is_there = |row: &&Arc<Row>| row.lane == lane.id && row.y.to_bits() == y.to_bits();
        self.last.rows.iter().find(is_there).map(Arc::clone)
    }

    fn has_columns_of(&self, grid: &Grid) -> bool {
        self.last.columns.iter().copied().eq(grid.columns.iter().map(Stand::of))
    }
}

/// Whether both are the very same overlay: the last one is still held, so nothing else can be in its place.
fn is_same_overlay(last: Option<&Overlay>, now: Option<&Overlay>) -> bool {
    last.map(std::ptr::from_ref) == now.map(std::ptr::from_ref)
}

/// Whether both are the same snapshot but for their cards.
fn differs_in_cards_only(old: &Project, new: &Project) -> bool {
    Project { cards: new.cards.clone(), ..old.clone() }.same_as(new)
}

/// The lanes that show something else than before: those of the cards that changed, and the lanes of opportunities
/// where these have to do with pains, since a pain without an opportunity leaves a mark there.
fn touched(old: &Project, new: &Project) -> BTreeSet<LaneId> {
    let kind_of = |card: &Card| new.lanes.get(card.lane).map(|lane| lane.kind);
    let mut touched = BTreeSet::new();
    let mut has_answers = false;
    for (before, after) in old.cards.changes(&new.cards) {
        for card in [before, after].into_iter().flatten() {
            touched.insert(card.lane);
            has_answers |= kind_of(card) == Some(LaneKind::Pain) || !card.opportunity.answers.is_empty();
        }
    }
    if has_answers {
        touched.extend(new.lanes.iter().filter(|lane| lane.kind == LaneKind::Opportunity).map(|lane| lane.id));
    }
    touched
}
