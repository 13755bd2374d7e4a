//! What a pasted block of cells comes to on a map: a command, and what to say about it before it is carried out.

use super::block::{Block, Known};
use super::columns::Columns;
use super::fill::Filling;
use super::rows;
use super::sheet::Sheet;
use crate::base::{IdSource, OrderKey};
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::i18n::Lang;
use crate::model::{Card, CardId, Cell, JourneyId, JourneyIndex, Project, RecordId};
use std::collections::BTreeSet;

/// Where something is pasted.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The document.
    pub project: &'a Project,
    /// The journey.
    pub journey: JourneyId,
    /// The cell that the first cell of the sheet comes to.
    pub cell: Option<Cell>,
    /// The language that new names are in.
    pub lang: Lang,
}

/// What pasting comes to.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The change; `None` when nothing could be placed.
    pub command: Option<Command>,
    /// What is selected afterwards.
    pub selected: Vec<RecordId>,
    /// The cell that is focused afterwards.
    pub focus: Option<Cell>,
    /// What comes in.
    pub counts: Counts,
    /// The cells that get something.
    pub cells: BTreeSet<Cell>,
    /// What comes to be: cards, marks, steps, phases, lanes.
    pub fresh: Vec<RecordId>,
    /// What has no place here.
    pub leftovers: Vec<Leftover>,
    /// Whether the sheet names its steps, so that it cannot be moved sideways.
    pub names_steps: bool,
    /// Whether the sheet names its lanes, so that it cannot be moved up and down.
    pub names_lanes: bool,
}

/// How much of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New cards.
    pub cards: usize,
    /// Emotions, channels and other values that are set.
    pub values: usize,
    /// Lanes that get something.
    pub lanes: usize,
    /// Steps that get something.
    pub steps: usize,
    /// New phases.
    pub new_phases: usize,
    /// New steps.
    pub new_steps: usize,
    /// New lanes.
    pub new_lanes: usize,
    /// New channels.
    pub new_channels: usize,
}

/// A cell of the sheet that has no place on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Its row on the sheet, from 1.
    pub row: usize,
    /// Its column on the sheet, from 1.
    pub column: usize,
    /// What it says.
    pub text: String,
    /// Why it has no place.
    pub why: Why,
}

/// Why something has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no lane below that takes it.
    NoLane,
    /// The lane wants emotions from −2 to +2.
    NoEmotion,
    /// The lane wants levels.
    NoLevel,
    /// There is no department of this name.
    NoDepartment,
    /// The lane shows what is computed, or pictures.
    NoText,
}

/// Whether a sheet has its lanes side by side, so that it wants to be turned first.
#[must_use]
pub fn is_turned(spot: Spot<'_>, sheet: &Sheet) -> bool {
    let known = JourneyIndex::new(spot.project, spot.journey).map(|index| Known::of(&index));
    Block::is_turned(sheet, &known.unwrap_or_default())
}

/// What pasting a sheet at a spot comes to.
#[must_use]
pub fn plan_sheet(spot: Spot<'_>, sheet: &Sheet, ids: &mut IdSource) -> Plan {
    let Some(index) = JourneyIndex::new(spot.project, spot.journey) else { return Plan::default() };
    let block = Block::read(sheet, &Known::of(&index));
    let mut columns = Columns::place(spot, &index, &block, ids);
    let placed = rows::place(spot, &index, &block, ids);
    let mut filling = Filling::new(spot, &index, &mut columns, ids);
    for (row, lane) in placed.lanes.iter().enumerate() {
        filling.row(&block, row, lane.as_ref());
    }
    let mut plan = filling.finish(placed.commands, &placed.fresh);
    (plan.names_steps, plan.names_lanes) = (block.names_steps() || block.names_phases(), block.names_lanes());
    plan
}

/// Cards below each other in one cell, before one of its cards or at the end.
#[must_use]
pub fn plan_cards(cell: Cell, before: Option<CardId>, texts: &[String], ids: &mut IdSource) -> Plan {
    let new =
        |text: &String| Card { text: text.clone(), ..Card::new(ids.next(), cell.lane, cell.step, OrderKey::default()) };
    let cards: Vec<Card> = texts.iter().map(new).collect();
    let fresh: Vec<RecordId> = cards.iter().map(|card| card.id.into()).collect();
    let counts = Counts { cards: cards.len(), lanes: 1, steps: 1, ..Counts::default() };
    let records = cards.into_iter().map(Into::into);
    let commands = match before {
        None => vec![Command::AddAll(records.collect())],
        Some(before) => records.map(|record| Command::Add { record, before: Some(before.into()) }).collect(),
    };
    let command = (!fresh.is_empty()).then(|| pasting(RecordKind::Card, commands));
    Plan { command, selected: fresh.clone(), focus: Some(cell), counts, cells: [cell].into(), fresh, ..Plan::default() }
}

/// Commands as one step of the history that is called pasting.
pub(crate) fn pasting(kind: RecordKind, commands: Vec<Command>) -> Command {
    Command::Batch { label: Label::new(Verb::Paste, kind), commands }
}
