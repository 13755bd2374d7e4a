//! Copying and cutting what is selected: its text for the clipboard, and its records for other windows.

use super::carried::{Clip, CopiedBlock};
use super::table;
use crate::app::actions::Action;
use crate::app::{Cell, Grid, Selection, Session, View, actions};
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::i18n::Lang;
use crate::model::{CardId, LaneForm, LaneId, LaneKind, Mark, MarkSource, Project, RecordId, Step, StepId};

/// What was copied.
#[derive(Clone, Debug)]
pub struct Copied {
    /// The text for the clipboard.
    pub text: String,
    /// The records, for Tabiji's own windows.
    pub clip: Option<Clip>,
    /// What it is, and how much of it.
    pub what: (RecordKind, usize),
}

/// What is selected, for copying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// Cards.
    Cards(Vec<CardId>),
    /// The content of cells: every lane at every step.
    Cells(Vec<LaneId>, Vec<StepId>),
    /// Records of one kind with all that is in them.
    Whole(Vec<RecordId>),
}

/// Whether there is something to copy.
#[must_use]
pub fn can_copy(session: &Session, view: View) -> bool {
    picked(session, view).is_some()
}

/// Copies what is selected, on the persona page the persona.
#[must_use]
pub fn copy(session: &mut Session, view: View, lang: Lang) -> Option<Copied> {
    let picked = picked(session, view)?;
    let project = session.project().clone();
    let text = table::of(&project, &picked, lang).text();
    let (roots, what): (Vec<RecordId>, _) = match &picked {
        Picked::Cards(cards) => (cards.iter().map(|card| (*card).into()).collect(), (RecordKind::Card, cards.len())),
        Picked::Whole(records) => (records.clone(), (RecordKind::from(*records.first()?), records.len())),
        Picked::Cells(lanes, steps) => cards_of(&project, lanes, steps),
    };
    let text = if text.is_empty() { crate::i18n::history::kind_name(what.0).text(lang).to_owned() } else { text };
    let clip = match picked {
        Picked::Cells(lanes, steps) if roots.is_empty() && has_values(&project, &lanes) => {
            Some(Clip::of_cells(&project, CopiedBlock { lanes, steps }, &text, session.ids()))
        }
        _ => (!roots.is_empty()).then(|| Clip::of(&project, roots, &text, session.ids())),
    };
    Some(Copied { text, clip, what })
}

/// The change that takes away what was copied.
#[must_use]
pub fn cut(session: &Session, view: View) -> Option<Action> {
    match picked(session, view)? {
        Picked::Cards(cards) if cards.len() == session.selection().records().len() => actions::delete(session),
        Picked::Cards(cards) => {
            let cards = cards.into_iter().map(RecordId::from).collect();
            Some(Action { command: Command::Delete(cards), select: None, edit_text: None })
        }
        Picked::Whole(records) => {
            Some(Action { command: Command::Delete(records), select: Some(Selection::default()), edit_text: None })
        }
        Picked::Cells(lanes, steps) => {
            let commands = clearing(session.project(), &lanes, &steps);
            let command = Command::Batch { label: Label::new(Verb::Delete, RecordKind::Card), commands };
            let cell = session.selection().cell();
            Some(Action { command, select: cell.map(Selection::of_cell), edit_text: None })
        }
    }
}

pub(super) fn picked(session: &Session, view: View) -> Option<Picked> {
    let is_listed = |id| matches!(id, RecordId::Department(_) | RecordId::Channel(_) | RecordId::Journey(_));
    if view == View::Personas && !session.selection().primary().is_some_and(is_listed) {
        return Some(Picked::Whole(vec![session.persona()?.into()]));
    }
    let (project, selection) = (session.project(), session.selection());
    if selection.corner().is_some() {
        let block = Grid::of(project, session.journey()?)?.block(selection)?;
        return Some(Picked::Cells(block.lanes, block.steps));
    }
    let cell = selection.cell();
    let one = |Cell { lane, step }: Cell| Picked::Cells(vec![lane], vec![step]);
    let Some(primary) = selection.primary() else { return cell.map(one) };
    match primary {
        // A touchpoint that one has walked to selects its step: what is meant is the cell.
        RecordId::Step(step) if selection.records().len() == 1 && cell.is_some_and(|cell| cell.step == step) => {
            cell.map(one)
        }
        RecordId::Card(_) => {
            Some(Picked::Cards(selection.records().iter().filter_map(|id| CardId::try_from(*id).ok()).collect()))
        }
        RecordId::Mark(mark) => {
            let step = project.marks.get(mark)?.step;
            let lanes = project.lanes_of(project.journey_of_step(step)?);
            let lane = lanes.into_iter().find(|lane| lane.kind == LaneKind::Emotion)?.id;
            let of = |id: &RecordId| if let RecordId::Mark(id) = id { project.marks.get(*id) } else { None };
            let mut steps: Vec<StepId> = selection.records().iter().filter_map(of).map(|mark| mark.step).collect();
            steps.dedup();
            Some(Picked::Cells(vec![lane], steps))
        }
        RecordId::Handoff(_)
        | RecordId::Link(_)
        | RecordId::DataSet(_)
        | RecordId::Alias(_)
        | RecordId::SavedView(_) => None,
        _ => {
            let kind = RecordKind::from(primary);
            let same = selection.records().iter().copied().filter(|record| RecordKind::from(*record) == kind);
            Some(Picked::Whole(in_order(project, same.collect())))
        }
    }
}

/// Records of one kind in the order a person sees.
fn in_order(project: &Project, mut records: Vec<RecordId>) -> Vec<RecordId> {
    let all: Vec<RecordId> = project
        .journeys_in_order()
        .iter()
        .flat_map(|journey| {
            let phases = project.phases_of(journey.id).into_iter().map(|phase| phase.id.into());
            let steps = project.steps_in_journey(journey.id).into_iter().map(|step| step.id.into());
            let lanes = project.lanes_of(journey.id).into_iter().map(|lane| lane.id.into());
            std::iter::once(journey.id.into()).chain(phases).chain(steps).chain(lanes).collect::<Vec<RecordId>>()
        })
        .chain(project.personas_in_order().iter().map(|persona| persona.id.into()))
        .collect();
    records.sort_by_key(|record| all.iter().position(|other| other == record));
    records
}

/// Whether there are emotions, channels or other values among the lanes.
fn has_values(project: &Project, lanes: &[LaneId]) -> bool {
    let form = |lane: &LaneId| project.lanes.get(*lane).map(|lane| lane.kind.form());
    lanes.iter().filter_map(form).any(|form| !matches!(form, LaneForm::Cards | LaneForm::Speech | LaneForm::Voice))
}

/// The cards of cells, where all of the lanes take cards; other values go as text.
fn cards_of(project: &Project, lanes: &[LaneId], steps: &[StepId]) -> (Vec<RecordId>, (RecordKind, usize)) {
    let form = |lane: &LaneId| project.lanes.get(*lane).map(|lane| lane.kind.form());
    if !lanes.iter().all(|lane| matches!(form(lane), Some(LaneForm::Cards | LaneForm::Speech))) {
        return (Vec::new(), (RecordKind::Card, 0));
    }
    let in_block = |card: &&crate::model::Card| lanes.contains(&card.lane) && steps.contains(&card.step);
    let mut cards: Vec<_> = project.cards.iter().filter(in_block).collect();
    cards.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
    let roots: Vec<RecordId> = cards.iter().map(|card| card.id.into()).collect();
    let count = roots.len();
    (roots, (RecordKind::Card, count))
}

/// Empties cells: cards are deleted, emotions, channels and levels taken back.
fn clearing(project: &Project, lanes: &[LaneId], steps: &[StepId]) -> Vec<Command> {
    let (mut gone, mut emptied): (Vec<RecordId>, Vec<Step>) = (Vec::new(), Vec::new());
    for lane in lanes.iter().filter_map(|lane| project.lanes.get(*lane)) {
        let form = lane.kind.form();
        for step in steps {
            match form {
                LaneForm::Cards | LaneForm::Speech => {
                    gone.extend(project.cards_in(lane.id, *step).iter().map(|card| RecordId::from(card.id)));
                }
                LaneForm::Curves => {
                    let agreed = |mark: &&Mark| mark.step == *step && mark.source == MarkSource::Agreed;
                    gone.extend(project.marks.iter().filter(agreed).map(|mark| RecordId::from(mark.id)));
                }
                _ => {
                    let there = emptied.iter().position(|other| other.id == *step);
                    let at = there.or_else(|| {
                        emptied.push(project.steps.get(*step)?.clone());
                        Some(emptied.len() - 1)
                    });
                    if let Some(step) = at.and_then(|at| emptied.get_mut(at)) {
                        empty_value(form, step);
                    }
                }
            }
        }
    }
    let mut commands: Vec<Command> = emptied.into_iter().map(|step| Command::Edit(step.into())).collect();
    if !gone.is_empty() {
        commands.push(Command::Delete(gone));
    }
    commands
}

fn empty_value(form: LaneForm, step: &mut Step) {
    match form {
        LaneForm::Touchpoints => step.touchpoint.channels.clear(),
        LaneForm::Bars => step.touchpoint.engagement = 0,
        LaneForm::Owners => step.touchpoint.owner = None,
        LaneForm::ExperienceValues => step.experience = crate::model::ExperienceValues::default(),
        LaneForm::Pictures => step.picture = None,
        LaneForm::Cards | LaneForm::Speech | LaneForm::Curves | LaneForm::Voice => {}
    }
}
