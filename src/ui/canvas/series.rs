//! Where the keyboard goes when a text on the map is kept: the next card, the next step, the name below. A series
//! of cards or names is typed without leaving the keys.

use super::Wish;
use super::editor::{After, Editor, Target};
use super::frame::Frame;
use crate::app::{Cell, Selection};
use crate::layout::Column;
use crate::model::{CardId, LaneId, PhaseId, Project, RecordId, StepId};

/// What comes after a text was kept.
#[derive(Debug, Default)]
pub(super) struct Onward {
    /// The field that follows.
    pub(super) editor: Option<Editor>,
    /// What is selected then; `None` leaves what keeping the text selects.
    pub(super) select: Option<Selection>,
    /// What is done when the text is part of the map.
    pub(super) wish: Option<Wish>,
}

impl Onward {
    fn edit(project: &Project, record: impl Into<RecordId>, cell: Option<Cell>) -> Self {
        let record = record.into();
        let mut selection = Selection::from([record]);
        selection.focus(cell);
        let editor = Editor::of(project, record).map(Editor::selecting_all);
        Self { editor, select: Some(selection), wish: None }
    }

    fn new_card(cell: Cell) -> Self {
        let editor = Editor::new_card(cell.lane, cell.step, None);
        Self { editor: Some(editor), select: Some(Selection::of_cell(cell)), wish: None }
    }

    /// A name that comes to be when it is typed; what was kept stays selected.
    fn new_name(target: Target) -> Self {
        Self { editor: Some(Editor::new_name(target)), select: None, wish: None }
    }

    fn select(record: impl Into<RecordId>) -> Self {
        Self { select: Some(Selection::from([record.into()])), ..Self::default() }
    }

    fn down_from(record: Option<RecordId>) -> Self {
        Self { editor: None, select: record.map(|record| Selection::from([record])), wish: Some(Wish::Down) }
    }
}

/// What follows on `editor`.
pub(super) fn onward(frame: &Frame<'_>, project: &Project, editor: &Editor, after: After) -> Onward {
    let found = match (after, editor.target) {
        (After::Stay, _) | (_, Target::Link(_)) => None,
        (_, Target::Card(card)) => project.cards.get(card).and_then(|card| {
            from_card(frame, project, Cell { lane: card.lane, step: card.step }, Place::On(card.id), after)
        }),
        (_, Target::NewCard { lane, step, before }) => {
            let cell = Cell { lane, step };
            if after == After::Next && editor.is_empty_new() {
                Some(Onward { select: Some(Selection::of_cell(cell)), ..Onward::default() })
            } else {
                from_card(frame, project, cell, Place::Before(before), after)
            }
        }
        (_, Target::Step(step)) => from_step(frame, project, step, after),
        (_, Target::NewStep(phase)) => from_new_step(frame, project, phase, editor.is_empty_new(), after),
        (_, Target::Phase(phase)) => from_phase(frame, project, phase, after),
        (_, Target::NewPhase(journey)) => match (after, editor.is_empty_new()) {
            (After::NextStep, false) => Some(Onward::new_name(Target::NewPhase(journey))),
            (After::Next, false) => Some(Onward::down_from(None)),
            (After::StepBefore | After::Before, _) => {
                frame.layout.phases.last().map(|phase| Onward::edit(project, phase.id, None))
            }
            _ => None,
        },
        (_, Target::Lane(lane)) => from_lane(frame, project, lane, after),
    };
    found.unwrap_or_default()
}

/// Where in its cell a card is.
#[derive(Clone, Copy)]
enum Place {
    /// On a card that is there.
    On(CardId),
    /// On a new one, before that card or at the end.
    Before(Option<CardId>),
}

fn from_card(frame: &Frame<'_>, project: &Project, cell: Cell, place: Place, after: After) -> Option<Onward> {
    let cards: Vec<CardId> = project.cards_in(cell.lane, cell.step).iter().map(|card| card.id).collect();
    let index = |card: CardId| cards.iter().position(|other| *other == card);
    match after {
        After::Next => {
            let next = match place {
                Place::On(card) => index(card).and_then(|at| cards.get(at + 1)).copied(),
                Place::Before(before) => before,
            };
            Some(next.map_or_else(|| Onward::new_card(cell), |card| Onward::edit(project, card, Some(cell))))
        }
        After::Before => {
            let at = match place {
                Place::On(card) => index(card)?,
                Place::Before(before) => before.and_then(index).unwrap_or(cards.len()),
            };
            let card = *cards.get(at.checked_sub(1)?)?;
            Some(Onward::edit(project, card, Some(cell)))
        }
        After::NextStep | After::StepBefore => {
            let step = neighbour(frame, cell.step, after)?.step;
            let cell = Cell { step, ..cell };
            let first = project.cards_in(cell.lane, step).first().map(|card| card.id);
            Some(first.map_or_else(|| Onward::new_card(cell), |card| Onward::edit(project, card, Some(cell))))
        }
        After::Stay => None,
    }
}

fn from_step(frame: &Frame<'_>, project: &Project, step: StepId, after: After) -> Option<Onward> {
    let phase = frame.layout.column(step)?.phase;
    match after {
        After::Next => Some(Onward::down_from(Some(step.into()))),
        After::Before => Some(Onward::edit(project, phase, None)),
        After::NextStep => Some(match neighbour(frame, step, after).filter(|next| next.phase == phase) {
            Some(next) => Onward::edit(project, next.step, None),
            None => Onward { select: Some(Selection::from([step.into()])), ..Onward::new_name(Target::NewStep(phase)) },
        }),
        After::StepBefore => Some(
            neighbour(frame, step, after)
                .map_or_else(|| Onward::select(step), |before| Onward::edit(project, before.step, None)),
        ),
        After::Stay => None,
    }
}

fn from_new_step(frame: &Frame<'_>, project: &Project, phase: PhaseId, is_empty: bool, after: After) -> Option<Onward> {
    let last = frame.layout.columns.iter().rfind(|column| column.phase == phase).map(|column| column.step);
    match (after, is_empty) {
        (After::Next, false) => Some(Onward::down_from(None)),
        (After::NextStep, false) => Some(Onward::new_name(Target::NewStep(phase))),
        // Nothing typed: on to the next phase.
        (After::NextStep, true) => {
            let index = frame.layout.phases.iter().position(|other| other.id == phase)?;
            let next = frame.layout.phases.get(index + 1)?.id;
            let first = frame.layout.columns.iter().find(|column| column.phase == next);
            Some(first.map_or_else(
                || Onward::new_name(Target::NewStep(next)),
                |column| Onward::edit(project, column.step, None),
            ))
        }
        (After::StepBefore, _) => last.map(|step| Onward::edit(project, step, None)),
        (After::Before, _) => Some(Onward::edit(project, phase, None)),
        (After::Next, true) => last.map(Onward::select),
        (After::Stay, _) => None,
    }
}

fn from_phase(frame: &Frame<'_>, project: &Project, phase: PhaseId, after: After) -> Option<Onward> {
    let index = frame.layout.phases.iter().position(|other| other.id == phase)?;
    match after {
        After::Next => Some(Onward::down_from(Some(phase.into()))),
        After::NextStep => Some(match frame.layout.phases.get(index + 1) {
            Some(next) => Onward::edit(project, next.id, None),
            None => Onward {
                select: Some(Selection::from([phase.into()])),
                ..Onward::new_name(Target::NewPhase(frame.layout.journey))
            },
        }),
        After::StepBefore | After::Before => {
            let before = index.checked_sub(1).and_then(|index| frame.layout.phases.get(index));
            Some(before.map_or_else(|| Onward::select(phase), |before| Onward::edit(project, before.id, None)))
        }
        After::Stay => None,
    }
}

fn from_lane(frame: &Frame<'_>, project: &Project, lane: LaneId, after: After) -> Option<Onward> {
    let index = frame.layout.rows.iter().position(|row| row.lane == lane)?;
    let other = match after {
        After::NextStep => frame.layout.rows.get(index + 1),
        After::StepBefore | After::Before => index.checked_sub(1).and_then(|index| frame.layout.rows.get(index)),
        After::Next | After::Stay => None,
    };
    Some(other.map_or_else(|| Onward::select(lane), |row| Onward::edit(project, row.lane, None)))
}

/// The column of the next step, or of the step before.
pub(super) fn neighbour<'a>(frame: &Frame<'a>, step: StepId, after: After) -> Option<&'a Column> {
    let index = frame.layout.columns.iter().position(|column| column.step == step)?;
    let by = if after == After::StepBefore { -1 } else { 1 };
    frame.layout.columns.get(index.checked_add_signed(by)?)
}
