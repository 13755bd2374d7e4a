//! A picture from the clipboard or a file: a step's storyboard picture or a persona's portrait.

use crate::app::actions::{Action, selected_step};
use crate::app::{Session, View};
use crate::base::OrderKey;
use crate::edit::{Command, Label, RecordKind, Verb};
use crate::model::{AnyRecord, Lane, LaneKind, Persona, PersonaId, Picture, RecordId, Step, StepId};

/// Whose picture it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFor {
    /// The storyboard picture of a step.
    Step(StepId),
    /// The portrait of a persona.
    Persona(PersonaId),
}

/// Whose picture one that is pasted now becomes; `None` when neither a step nor a persona is selected.
#[must_use]
pub fn picture_target(session: &Session, view: View) -> Option<PictureFor> {
    match (view, session.selection().primary()) {
        (View::Personas, _) => session.persona().map(PictureFor::Persona),
        (View::Map, Some(RecordId::Persona(persona))) => Some(PictureFor::Persona(persona)),
        (View::Map, _) => selected_step(session).map(PictureFor::Step),
        _ => None,
    }
}

/// Gives a step or a persona its picture. The storyboard lane is added or shown again where it is missing.
#[must_use]
pub fn put_picture(session: &mut Session, target: PictureFor, picture: Picture) -> Option<Action> {
    let (record, mut commands): (AnyRecord, _) = match target {
        PictureFor::Persona(id) => {
            let persona = session.project().personas.get(id)?.clone();
            (Persona { portrait: Some(picture), ..persona }.into(), Vec::new())
        }
        PictureFor::Step(id) => {
            let step = session.project().steps.get(id)?.clone();
            let lane = storyboard(session, id);
            (Step { picture: Some(picture), ..step }.into(), lane.into_iter().collect())
        }
    };
    let kind = RecordKind::from(record.id());
    commands.push(Command::Edit(record));
    let command = Command::Batch { label: Label::new(Verb::Paste, kind), commands };
    Some(Action { command, select: None, edit_text: None })
}

/// Brings the storyboard lane into sight; nothing when it is.
fn storyboard(session: &mut Session, step: StepId) -> Option<Command> {
    let journey = session.project().journey_of_step(step)?;
    let lanes = session.project().lanes_of(journey);
    let boards: Vec<&Lane> = lanes.into_iter().filter(|lane| lane.kind == LaneKind::Image).collect();
    if boards.iter().any(|lane| !lane.hidden) {
        return None;
    }
    if let Some(hidden) = boards.first() {
        return Some(Command::Edit(Lane { hidden: false, ..(*hidden).clone() }.into()));
    }
    // A storyboard is looked at first: it stands at the top.
    let before = session.project().lanes_of(journey).first().map(|lane| lane.id.into());
    let lane = Lane::new(session.new_id(), journey, OrderKey::default(), LaneKind::Image);
    Some(Command::Add { record: lane.into(), before })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::session;
    use crate::app::{Selection, run_action};

    #[test]
    fn a_picture_becomes_the_steps_and_its_lane_appears() {
        let (mut session, cell) = session();
        let before = session.project().clone();
        assert_eq!(picture_target(&session, View::Map), None, "nobody said which step");
        session.select(Selection::of_cell(cell));
        let target = picture_target(&session, View::Map).unwrap();
        for bytes in [vec![1], vec![2]] {
            let action = put_picture(&mut session, target, Picture::from_png(bytes)).unwrap();
            run_action(&mut session, action).unwrap();
        }
        let boards = session.project().lanes.iter().filter(|lane| lane.kind == LaneKind::Image).count();
        assert_eq!(boards, 1);
        assert_eq!(session.project().steps.get(cell.step).unwrap().picture.as_ref().unwrap().png().as_ref(), [2]);
        session.undo();
        session.undo();
        assert!(session.project().same_as(&before));
    }
}
