//! Widths of steps, heights of lanes, and how many steps a card reaches over.

use super::place::selected_step;
use super::{Action, batch};
use crate::app::Session;
use crate::edit::{Command, RecordKind, Verb};
use crate::layout::{measures as m, usual_width};
use crate::model::{AnyRecord, Card, CardId, Lane, LaneId, Project, RecordId, Step, StepId};

/// By how much a command makes something larger, in map units.
pub const SIZE_STEP: f32 = 20.0;
/// Sizes are whole multiples of this.
const GRID: f32 = 4.0;

/// Makes the selected steps wider or narrower; selected cards reach over one step more or less.
#[must_use]
pub fn widen(session: &Session, wider: bool) -> Option<Action> {
    if let Some(RecordId::Card(_)) = session.selection().primary() {
        return span(session, wider);
    }
    let project = session.project();
    let steps = sized_steps(session);
    let usual = usual_width(project, session.journey()?);
    let by = if wider { SIZE_STEP } else { -SIZE_STEP };
    let changed = steps.iter().filter_map(|id| project.steps.get(*id)).map(|step| {
        let now = if step.width == 0 { usual } else { f32::from(step.width) };
        Step { width: width_units(now + by, usual), ..step.clone() }
    });
    keep_selection(session, edits(RecordKind::Step, changed)?)
}

/// Lets the selected cards reach over one step more or less.
#[must_use]
pub fn span(session: &Session, more: bool) -> Option<Action> {
    let project = session.project();
    let changed = session.selection().records().iter().filter_map(|record| {
        let RecordId::Card(id) = record else { return None };
        let card = project.cards.get(*id)?;
        let extra = i32::from(card.extra_span.min(most_extra(project, card))) + if more { 1 } else { -1 };
        Some(with_span(project, card, extra))
    });
    keep_selection(session, edits(RecordKind::Card, changed)?)
}

/// Gives what is selected its usual size again: steps, lanes, cards.
#[must_use]
pub fn usual_size(session: &Session) -> Option<Action> {
    let project = session.project();
    let mut records: Vec<AnyRecord> = Vec::new();
    for record in session.selection().records() {
        match project.get(*record) {
            Some(AnyRecord::Step(step)) => records.push(Step { width: 0, ..step }.into()),
            Some(AnyRecord::Lane(lane)) => records.push(Lane { height: 0, ..lane }.into()),
            Some(AnyRecord::Card(card)) => records.push(Card { extra_span: 0, ..card }.into()),
            _ => {}
        }
    }
    let kind = RecordKind::from(records.last()?.id());
    keep_selection(session, edits(kind, records)?)
}

/// The steps whose width a command changes: the selected ones, else that of the selected or focused cell.
fn sized_steps(session: &Session) -> Vec<StepId> {
    let selected = session.selection().records().iter();
    let steps: Vec<StepId> =
        selected.filter_map(|record| if let RecordId::Step(step) = record { Some(*step) } else { None }).collect();
    if steps.is_empty() { selected_step(session).into_iter().collect() } else { steps }
}

/// Gives steps a width; next to the usual one it is the usual one.
#[must_use]
pub fn set_widths(project: &Project, steps: &[StepId], width: f32, usual: f32) -> Option<Command> {
    let width = width_units(width, usual);
    edits(RecordKind::Step, steps.iter().filter_map(|id| Some(Step { width, ..project.steps.get(*id)?.clone() })))
}

/// Gives a lane a height; where its content needs as much anyway, it has none of its own.
#[must_use]
pub fn set_height(project: &Project, lane: LaneId, height: f32, content: f32) -> Option<Command> {
    let height = if height <= content + GRID / 2.0 { 0 } else { snapped(height, 0.0, m::ROW_MOST) };
    Some(Command::Edit(Lane { height, ..project.lanes.get(lane)?.clone() }.into()))
}

/// Lets a card reach over so many further steps, at most to the end of the map.
#[must_use]
pub fn set_span(project: &Project, card: CardId, extra: i32) -> Option<Command> {
    Some(Command::Edit(with_span(project, project.cards.get(card)?, extra).into()))
}

fn with_span(project: &Project, card: &Card, extra: i32) -> Card {
    let extra = extra.clamp(0, i32::from(most_extra(project, card)));
    Card { extra_span: extra as u16, ..card.clone() }
}

/// How many steps stand to the right of a card's step.
fn most_extra(project: &Project, card: &Card) -> u16 {
    let steps = project.journey_of_step(card.step).map(|journey| project.steps_in_journey(journey)).unwrap_or_default();
    let place = steps.iter().position(|step| step.id == card.step).unwrap_or(0);
    steps.len().saturating_sub(place + 1) as u16
}

fn width_units(width: f32, usual: f32) -> u16 {
    if (width - usual).abs() < GRID { 0 } else { snapped(width, m::COLUMN_LEAST, m::COLUMN_MOST) }
}

fn snapped(size: f32, least: f32, most: f32) -> u16 {
    ((size / GRID).round() * GRID).clamp(least, most) as u16
}

/// Edits as one step of the history; none where there is nothing to edit.
fn edits<R: Into<AnyRecord>>(kind: RecordKind, records: impl IntoIterator<Item = R>) -> Option<Command> {
    let commands: Vec<Command> = records.into_iter().map(|record| Command::Edit(record.into())).collect();
    (!commands.is_empty()).then(|| batch(Verb::Edit, kind, commands))
}

#[expect(clippy::unnecessary_wraps, reason = "what the dispatcher calls looks alike")]
fn keep_selection(session: &Session, command: Command) -> Option<Action> {
    Some(Action::new(command).selecting(session.selection().clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{add_card, session};
    use crate::app::{AppCommand, Selection, perform};
    use crate::i18n::Lang;

    fn do_it(session: &mut Session, command: AppCommand) {
        perform(session, command, Lang::En).unwrap();
    }

    #[test]
    fn selected_steps_get_wider_together_and_back_to_the_usual_width() {
        let (mut session, _) = session();
        let journey = session.journey().unwrap();
        let ids: Vec<StepId> = session.project().steps_in_journey(journey).iter().map(|step| step.id).collect();
        session.select(Selection::of([ids[0].into(), ids[1].into()]));
        let widths = |session: &Session| {
            ids.iter().map(|id| session.project().steps.get(*id).unwrap().width).collect::<Vec<_>>()
        };
        do_it(&mut session, AppCommand::Wider);
        let wider = (m::COLUMN_WIDTH_LATIN + SIZE_STEP) as u16;
        assert_eq!(widths(&session), [wider, wider, 0]);
        do_it(&mut session, AppCommand::Narrower);
        assert_eq!(widths(&session), [0, 0, 0], "the usual width is no width of its own");
        for _ in 0..20 {
            do_it(&mut session, AppCommand::Narrower);
        }
        assert_eq!(widths(&session)[0], m::COLUMN_LEAST as u16);
        do_it(&mut session, AppCommand::UsualSize);
        assert_eq!(widths(&session), [0, 0, 0]);
        session.undo();
        assert_eq!(widths(&session)[0], m::COLUMN_LEAST as u16);
    }

    #[test]
    fn a_card_reaches_over_further_steps_but_not_past_the_last() {
        let (mut session, cell) = session();
        let card = add_card(&mut session, cell, "a");
        let extra = |session: &Session| session.project().cards.get(card).unwrap().extra_span;
        for expected in [1, 2, 2] {
            do_it(&mut session, AppCommand::SpanMore);
            assert_eq!(extra(&session), expected);
        }
        do_it(&mut session, AppCommand::Narrower);
        assert_eq!(extra(&session), 1);
        do_it(&mut session, AppCommand::UsualSize);
        do_it(&mut session, AppCommand::SpanLess);
        assert_eq!(extra(&session), 0);
    }
}
