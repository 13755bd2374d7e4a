//! Adding one thing beside what is selected.

use super::place::{after, cell_for_card, phases_beside, selected_lane, selected_phase, selected_step, steps_in};
use super::{Action, add_at_end, batch};
use crate::app::{Cell, Selection, Session};
use crate::base::OrderKey;
use crate::edit::{Command, RecordKind, Verb};
use crate::i18n::Lang;
use crate::i18n::commands::NewName;
use crate::i18n::domain::Named;
use crate::model::{
    Card, Channel, ChannelKind, Department, JourneyId, Lane, LaneId, LaneKind, MarkerShape, Persona, PersonaKind,
    Phase, PhaseId, RecordId, Step,
};

/// An empty card after the selected one, or at the end of the focused cell.
pub(crate) fn add_card(session: &mut Session) -> Option<Action> {
    let cell = cell_for_card(session)?;
    let before = match session.selection().primary() {
        Some(RecordId::Card(card)) => {
            let cards: Vec<_> = session.project().cards_in(cell.lane, cell.step).iter().map(|c| c.id).collect();
            after(&cards, card)
        }
        _ => None,
    };
    Some(add_card_to(session, cell, before.map(Into::into), ""))
}

/// A card with a text in a cell, before one of its cards or at the end.
pub fn add_card_to(session: &mut Session, cell: Cell, before: Option<RecordId>, text: &str) -> Action {
    let card = Card { text: text.to_owned(), ..session.new_card(cell.lane, cell.step) };
    let id = card.id;
    let mut selection = Selection::from([id.into()]);
    selection.focus(Some(cell));
    Action::new(Command::Add { record: card.into(), before }).selecting(selection).editing(id)
}

/// A nameless step after the selected one, or at the end of the selected or last phase.
pub(crate) fn add_step(session: &mut Session, lang: Lang) -> Option<Action> {
    let journey = session.journey()?;
    let last_phase = || session.project().phases_of(journey).last().map(|phase| phase.id);
    let Some(phase) = selected_phase(session).or_else(last_phase) else { return add_phase(session, lang) };
    let before = selected_step(session).and_then(|step| after(&steps_in(session.project(), phase), step));
    let id = session.new_id();
    let step = Step::new(id, phase, OrderKey::default());
    let command = Command::Add { record: step.into(), before: before.map(Into::into) };
    Some(Action::new(command).selecting([id.into()]).editing(id))
}

/// A nameless step before the selected one, as a spreadsheet inserts a column; without one at the end.
pub(crate) fn insert_step_before(session: &mut Session, lang: Lang) -> Option<Action> {
    let Some(before) = selected_step(session).and_then(|step| session.project().steps.get(step)) else {
        return add_step(session, lang);
    };
    let (phase, before) = (before.phase, before.id);
    let id = session.new_id();
    let step = Step::new(id, phase, OrderKey::default());
    let command = Command::Add { record: step.into(), before: Some(before.into()) };
    Some(Action::new(command).selecting([id.into()]).editing(id))
}

/// A phase with one step after the selected phase, or at the end.
pub(crate) fn add_phase(session: &mut Session, lang: Lang) -> Option<Action> {
    let journey = session.journey()?;
    let before = selected_phase(session).and_then(|phase| after(&phases_beside(session.project(), phase), phase));
    let id: PhaseId = session.new_id();
    let name = NewName::Phase.text(lang).to_owned();
    let phase = Phase { name, ..Phase::new(id, journey, OrderKey::default()) };
    let step = Step::new(session.new_id(), id, OrderKey::default());
    let commands = vec![Command::Add { record: phase.into(), before: before.map(Into::into) }, add_at_end(step)];
    Some(Action::new(batch(Verb::Add, RecordKind::Phase, commands)).selecting([id.into()]).editing(id))
}

/// A step with a name at the end of a phase.
#[must_use]
pub fn add_named_step(session: &mut Session, phase: PhaseId, name: String) -> Action {
    let id = session.new_id();
    let step = Step { name, ..Step::new(id, phase, OrderKey::default()) };
    Action::new(add_at_end(step)).selecting([id.into()])
}

/// A phase with a name at the end of a journey, with its first step.
#[must_use]
pub fn add_named_phase(session: &mut Session, journey: JourneyId, name: String) -> Action {
    let id: PhaseId = session.new_id();
    let phase = Phase { name, ..Phase::new(id, journey, OrderKey::default()) };
    let step = Step::new(session.new_id(), id, OrderKey::default());
    let commands = vec![add_at_end(phase), add_at_end(step)];
    Action::new(batch(Verb::Add, RecordKind::Phase, commands)).selecting([id.into()])
}

/// A lane of the team's own below the selected one.
pub(crate) fn add_lane(session: &mut Session, lang: Lang) -> Option<Action> {
    add_lane_of(session, LaneKind::Custom, lang)
}

/// A lane of a kind below the selected one, or at the end. A hidden lane of that kind is shown again instead.
pub fn add_lane_of(session: &mut Session, kind: LaneKind, lang: Lang) -> Option<Action> {
    let journey = session.journey()?;
    if let Some(hidden) = hidden_lane(session, journey, kind) {
        let selection = [hidden.id.into()];
        return Some(Action::new(Command::Edit(Lane { hidden: false, ..hidden }.into())).selecting(selection));
    }
    let lanes: Vec<LaneId> = session.project().lanes_of(journey).iter().map(|lane| lane.id).collect();
    let before = selected_lane(session).and_then(|lane| after(&lanes, lane));
    let id = session.new_id();
    let mut lane = Lane::new(id, journey, OrderKey::default(), kind);
    if kind == LaneKind::Custom {
        NewName::Lane.text(lang).clone_into(&mut lane.title);
    }
    let command = Command::Add { record: lane.into(), before: before.map(Into::into) };
    Some(Action::new(command).selecting([id.into()]).editing(id))
}

fn hidden_lane(session: &Session, journey: JourneyId, kind: LaneKind) -> Option<Lane> {
    let lanes = session.project().lanes_of(journey);
    let hidden = lanes.into_iter().find(|lane| lane.kind == kind && lane.hidden)?;
    (kind != LaneKind::Custom).then(|| hidden.clone())
}

/// A persona at the end of the list.
pub fn add_persona(session: &mut Session, kind: PersonaKind, lang: Lang) -> Action {
    let id = session.new_id();
    let name = NewName::Persona.text(lang).to_owned();
    let persona = Persona { name, ..Persona::new(id, OrderKey::default(), kind) };
    Action::new(add_at_end(persona)).selecting([id.into()]).editing(id)
}

/// A department at the end of the list, with the next marker shape.
pub fn add_department(session: &mut Session, lang: Lang) -> Action {
    let id = session.new_id();
    let count = session.project().departments.len();
    let department = Department {
        name: NewName::Department.text(lang).to_owned(),
        shape: MarkerShape::ALL[count % MarkerShape::ALL.len()],
        letter: next_letter(session, count),
        ..Department::new(id, OrderKey::default())
    };
    Action::new(add_at_end(department)).selecting([id.into()]).editing(id)
}

/// A, B, C …: a sign until the team gives a better one.
fn next_letter(session: &Session, count: usize) -> String {
    let letters = ('A'..='Z').cycle().skip(count % 26).take(26).map(String::from);
    let is_free = |letter: &String| session.project().departments.iter().all(|other| other.letter != *letter);
    letters.into_iter().find(is_free).unwrap_or_default()
}

/// A channel at the end of the list, under the usual name of its kind.
pub fn add_channel(session: &mut Session, kind: ChannelKind, lang: Lang) -> Action {
    let id = session.new_id();
    let name = if kind == ChannelKind::Other { NewName::Channel.text(lang) } else { kind.name(lang) };
    let channel =
        Channel { name: name.to_owned(), side: kind.usual_side(), ..Channel::new(id, OrderKey::default(), kind) };
    Action::new(add_at_end(channel)).selecting([id.into()]).editing(id)
}
