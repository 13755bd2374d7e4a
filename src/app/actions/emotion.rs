//! The emotion of a step, set and nudged with the keyboard.

use super::Action;
use crate::app::walk::cell_of;
use crate::app::{Selection, Session};
use crate::edit::Command;
use crate::model::{LaneForm, Mark, MarkSource, PersonaId, RecordId, StepId};

/// How far a key moves an emotion.
pub const NUDGE: f32 = 0.5;

/// The step whose emotion the keyboard changes: that of the focused cell of an emotion curve.
#[must_use]
pub fn emotion_step(session: &Session) -> Option<StepId> {
    let cell = match session.selection().primary() {
        // What is told by the selection alone is told fast: this is asked for every menu entry.
        Some(RecordId::Mark(mark)) => return session.project().marks.get(mark).map(|mark| mark.step),
        None => session.selection().cell()?,
        Some(_) => return None,
    };
    let lane = session.project().lanes.get(cell.lane)?;
    (lane.kind.form() == LaneForm::Curves).then_some(cell.step)
}

/// Raises or lowers the emotion by `by`; one that nobody has stated yet begins at 0.
pub(crate) fn nudge_emotion(session: &Session, by: f32) -> Option<Action> {
    let (step, persona, source) = target(session)?;
    let now = session.project().mark_of(step, persona, source).map_or(0.0, |mark| mark.value);
    Some(set(session, step, persona, source, now + by))
}

/// Sets the emotion to a value of the axis.
#[must_use]
pub fn set_emotion(session: &Session, value: f32) -> Option<Action> {
    let (step, persona, source) = target(session)?;
    Some(set(session, step, persona, source, value))
}

fn set(session: &Session, step: StepId, persona: Option<PersonaId>, source: MarkSource, value: f32) -> Action {
    let command = Command::SetMark { step, persona, source, value: Some(Mark::on_axis(value, false)) };
    let mut selection = session.selection().clone();
    if selection.cell().is_none() {
        selection.focus(cell_of(session));
    }
    Action::new(command).selecting(selection)
}

/// The selected mark, or that of the focused step on the curve that is edited.
fn target(session: &Session) -> Option<(StepId, Option<PersonaId>, MarkSource)> {
    if let Some(RecordId::Mark(mark)) = session.selection().primary() {
        let mark = session.project().marks.get(mark)?;
        return Some((mark.step, mark.persona, mark.source));
    }
    let step = emotion_step(session)?;
    let (persona, source) = session.curves().target(session.project(), step)?;
    Some((step, persona, source))
}

/// After an emotion was set in a cell it is the one selected there.
pub(crate) fn select_emotion(session: &mut Session) {
    if let Some(step) = emotion_step(session) {
        let mark = session.curves().mark(session.project(), step).map(|mark| mark.id.into());
        if session.selection().is_empty() && mark.is_some() {
            let mut selection = Selection::of(mark);
            selection.focus(session.selection().cell());
            session.select(selection);
        }
    }
}
