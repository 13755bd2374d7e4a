//! The columns of a pasted sheet: which steps they are, and which steps and phases come to be.

use super::block::Block;
use super::names::folded;
use super::plan::Spot;
use crate::base::{IdSource, OrderKey};
use crate::edit::Command;
use crate::i18n::commands::NewName;
use crate::model::{JourneyIndex, Phase, PhaseId, RecordId, Step, StepId, Touchpoint};
use std::collections::{BTreeMap, BTreeSet};

/// The steps of a sheet's columns.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The step of each column; `None` for an empty column.
    pub(super) steps: Vec<Option<StepId>>,
    /// Steps that are new or get something, as they will be.
    pub(super) touched: BTreeMap<StepId, Step>,
    /// The new steps, and the step each goes before.
    pub(super) new_steps: Vec<(StepId, Option<StepId>)>,
    /// The new phases.
    pub(super) new_phases: Vec<Phase>,
    /// What goes first: an empty map makes room.
    pub(super) removed: Vec<RecordId>,
}

impl Columns {
    pub(super) fn place(spot: Spot<'_>, index: &JourneyIndex<'_>, block: &Block<'_>, ids: &mut IdSource) -> Self {
        let mut placing = Placing::new(spot, index, ids);
        if block.names_phases() {
            placing.by_phases(block);
        } else if block.names_steps() {
            placing.by_steps(block);
        } else {
            placing.by_place(block);
        }
        placing.columns
    }

    /// Adds phases and steps.
    pub(super) fn commands(&self) -> Vec<Command> {
        let mut commands = Vec::new();
        if !self.removed.is_empty() {
            commands.push(Command::Delete(self.removed.clone()));
        }
        commands
            .extend(self.new_phases.iter().cloned().map(|phase| Command::Add { record: phase.into(), before: None }));
        let step = |(id, before): &(StepId, Option<StepId>)| {
            let record = self.touched.get(id)?.clone().into();
            Some(Command::Add { record, before: before.map(Into::into) })
        };
        commands.extend(self.new_steps.iter().filter_map(step));
        commands
    }

    /// The steps that were there and are changed.
    pub(super) fn edits(&self, index: &JourneyIndex<'_>) -> Vec<Command> {
        let changed = index.steps().filter_map(|step| self.touched.get(&step.id).filter(|now| *now != step));
        changed.map(|step| Command::Edit(step.clone().into())).collect()
    }
}

struct Placing<'a, 'm> {
    spot: Spot<'a>,
    index: &'m JourneyIndex<'a>,
    ids: &'m mut IdSource,
    /// The phases that stay, with their steps.
    phases: Vec<(PhaseId, String, Vec<&'a Step>)>,
    used: BTreeSet<StepId>,
    columns: Columns,
}

impl<'a, 'm> Placing<'a, 'm> {
    fn new(spot: Spot<'a>, index: &'m JourneyIndex<'a>, ids: &'m mut IdSource) -> Self {
        let phases =
            index.phases.iter().map(|phase| (phase.phase.id, folded(&phase.phase.name), phase.steps.clone())).collect();
        Self { spot, index, ids, phases, used: BTreeSet::new(), columns: Columns::default() }
    }

    fn steps(&self) -> Vec<&'a Step> {
        self.phases.iter().flat_map(|(_, _, steps)| steps.iter().copied()).collect()
    }

    /// Whether nobody has put anything on the map yet.
    fn is_empty_map(&self) -> bool {
        self.index.steps().all(|step| self.is_bare(step))
    }

    /// Whether nobody has said anything about a step yet.
    fn is_bare(&self, step: &Step) -> bool {
        step.name.is_empty()
            && step.touchpoint == Touchpoint::default()
            && step.picture.is_none()
            && !self.index.marks.contains_key(&step.id)
            && !self.index.lanes.iter().any(|lane| !self.index.cell(lane.id, step.id).is_empty())
    }

    /// The sheet names phases. On an empty map they take the place of those that are there.
    fn by_phases(&mut self, block: &Block<'_>) {
        if self.is_empty_map() {
            self.columns.removed = self.phases.iter().map(|(id, ..)| (*id).into()).collect();
            self.phases.clear();
        }
        for column in 0..block.columns() {
            if block.is_empty_column(column) {
                self.columns.steps.push(None);
                continue;
            }
            let phase = self.phase_named(block.phase_name(column));
            let name = block.step_name(column);
            let step = match self.unused_step(name, Some(phase), !block.names_steps()) {
                Some(step) => self.take(step, name),
                None => self.new_step(phase, self.place_after_last(phase), name),
            };
            self.columns.steps.push(Some(step));
        }
    }

    fn by_steps(&mut self, block: &Block<'_>) {
        for column in 0..block.columns() {
            if block.is_empty_column(column) {
                self.columns.steps.push(None);
                continue;
            }
            let name = block.step_name(column);
            let step = if let Some(step) = self.unused_step(name, None, false) {
                self.take(step, name)
            } else {
                let next = (column + 1..block.columns()).find_map(|next| self.step_called(block.step_name(next)));
                let (phase, before) = self.place_between(next);
                self.new_step(phase, before, name)
            };
            self.columns.steps.push(Some(step));
        }
    }

    /// From the focused cell to the right, then new steps in the last phase.
    fn by_place(&mut self, block: &Block<'_>) {
        let steps = self.steps();
        let first = self.spot.cell.and_then(|cell| steps.iter().position(|step| step.id == cell.step)).unwrap_or(0);
        for column in 0..block.columns() {
            let step = if let Some(step) = steps.get(first + column) {
                self.take(step, "")
            } else {
                let phase = self.last_phase();
                self.new_step(phase, None, "")
            };
            self.columns.steps.push(Some(step));
        }
    }

    /// A step of the map that was not used yet: of this name, else one that nobody has said anything about.
    fn unused_step(&self, name: &str, phase: Option<PhaseId>, any: bool) -> Option<&'a Step> {
        let in_phase = |id: &PhaseId| phase.is_none_or(|phase| phase == *id);
        let free: Vec<&Step> = self
            .phases
            .iter()
            .filter(|(id, ..)| in_phase(id))
            .flat_map(|(_, _, steps)| steps.iter().copied())
            .filter(|step| !self.used.contains(&step.id))
            .collect();
        let name = folded(name);
        let named = free.iter().find(|step| !name.is_empty() && folded(&step.name) == name);
        let last = self.last_used();
        let is_after = |step: &Step| last.is_none_or(|last| self.position(step.id) > self.position(last));
        let bare = || free.iter().find(|step| (any || self.is_bare(step)) && is_after(step));
        named.or_else(bare).copied()
    }

    fn step_called(&self, name: &str) -> Option<&'a Step> {
        let name = folded(name);
        self.steps().into_iter().find(|step| !name.is_empty() && folded(&step.name) == name)
    }

    fn position(&self, step: StepId) -> Option<usize> {
        self.steps().iter().position(|other| other.id == step)
    }

    /// The last column's step, if it was on the map before.
    fn last_used(&self) -> Option<StepId> {
        self.columns.steps.iter().rev().flatten().find(|step| self.used.contains(step)).copied()
    }

    fn take(&mut self, step: &Step, name: &str) -> StepId {
        self.used.insert(step.id);
        let name = if step.name.is_empty() { name } else { &step.name };
        self.columns.touched.insert(step.id, Step { name: name.to_owned(), ..step.clone() });
        step.id
    }

    fn new_step(&mut self, phase: PhaseId, before: Option<StepId>, name: &str) -> StepId {
        let step = Step { name: name.to_owned(), ..Step::new(self.ids.next(), phase, OrderKey::default()) };
        let id = step.id;
        self.columns.new_steps.push((id, before));
        self.columns.touched.insert(id, step);
        id
    }

    /// Phase and place of a step that the map does not have: after the column before it, else before the next one.
    fn place_between(&mut self, next: Option<&Step>) -> (PhaseId, Option<StepId>) {
        if let Some(phase) = self.last_column_phase() {
            return (phase, self.place_after_last(phase));
        }
        match next {
            Some(next) => (next.phase, Some(next.id)),
            None => (self.last_phase(), None),
        }
    }

    fn last_column_phase(&self) -> Option<PhaseId> {
        let last = self.columns.steps.iter().rev().flatten().next()?;
        self.columns.touched.get(last).map(|step| step.phase)
    }

    /// What a step goes before to come after the last column, where that is in the same phase; else the end.
    fn place_after_last(&self, phase: PhaseId) -> Option<StepId> {
        let last = *self.columns.steps.iter().rev().flatten().next()?;
        if let Some((_, before)) = self.columns.new_steps.iter().find(|(id, _)| *id == last) {
            return before.filter(|_| self.columns.touched.get(&last).is_some_and(|step| step.phase == phase));
        }
        let (.., steps) = self.phases.iter().find(|(id, ..)| *id == phase)?;
        let at = steps.iter().position(|step| step.id == last)?;
        steps.get(at + 1).map(|step| step.id)
    }

    fn phase_named(&mut self, name: &str) -> PhaseId {
        let wanted = folded(name);
        let there = self.phases.iter().rev().find(|(_, known, _)| *known == wanted).map(|(id, ..)| *id);
        there.unwrap_or_else(|| self.new_phase(name))
    }

    fn last_phase(&mut self) -> PhaseId {
        let last = self.phases.last().map(|(id, ..)| *id);
        last.unwrap_or_else(|| self.new_phase(NewName::Phase.text(self.spot.lang)))
    }

    fn new_phase(&mut self, name: &str) -> PhaseId {
        let phase =
            Phase { name: name.to_owned(), ..Phase::new(self.ids.next(), self.spot.journey, OrderKey::default()) };
        let id = phase.id;
        self.phases.push((id, folded(name), Vec::new()));
        self.columns.new_phases.push(phase);
        id
    }
}
