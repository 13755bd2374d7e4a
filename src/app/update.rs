//! Carries out the commands that concern the document. All others belong to the window.

use super::actions::{self, Action, Direction};
use super::{AppCommand, Selection, Session};
use crate::edit::{EditError, Label};
use crate::i18n::Lang;
use crate::model::{ChannelKind, JourneyState, PersonaKind, RecordId};

/// What came of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It concerns the window, not the document.
    NotHere,
    /// There was nothing to do.
    Nothing,
    /// The document or the selection changed.
    Done,
    /// The document changed if need be, and now the text of this record wants to be typed.
    EditText(RecordId),
    /// This step was taken back.
    Undone(Label),
    /// This step was done again.
    Redone(Label),
}

/// Carries out a command on the open document; `lang` names what is new.
pub fn perform(session: &mut Session, command: AppCommand, lang: Lang) -> Result<Outcome, EditError> {
    let action = match command {
        AppCommand::Undo => return Ok(session.undo().map_or(Outcome::Nothing, Outcome::Undone)),
        AppCommand::Redo => return Ok(session.redo().map_or(Outcome::Nothing, Outcome::Redone)),
        AppCommand::SelectAll => return Ok(select_all(session)),
        AppCommand::Rename => return Ok(session.selection().primary().map_or(Outcome::Nothing, Outcome::EditText)),
        AppCommand::Duplicate => actions::duplicate(session, lang),
        AppCommand::Delete => actions::delete(session),
        AppCommand::MoveLeft => actions::shift(session, Direction::Left),
        AppCommand::MoveRight => actions::shift(session, Direction::Right),
        AppCommand::MoveUp => actions::shift(session, Direction::Up),
        AppCommand::MoveDown => actions::shift(session, Direction::Down),
        AppCommand::AddCard => actions::add_card(session),
        AppCommand::AddStep => actions::add_step(session, lang),
        AppCommand::AddPhase => actions::add_phase(session, lang),
        AppCommand::AddLane => actions::add_lane(session, lang),
        AppCommand::AddBlueprint => actions::add_blueprint(session),
        AppCommand::SplitStep => actions::split_step(session, lang),
        AppCommand::MergeSteps => actions::merge_steps(session),
        AppCommand::SplitPhase => actions::split_phase(session, lang),
        AppCommand::MergePhases => actions::merge_phases(session),
        AppCommand::LinkThese => actions::link_selected(session),
        AppCommand::ReverseLink => actions::reverse_link(session),
        AppCommand::OtherLinkKind => actions::other_link_kind(session),
        AppCommand::AddJourney => Some(actions::add_journey(session, JourneyState::AsIs, lang)),
        AppCommand::AddPersona => Some(actions::add_persona(session, PersonaKind::B2c, lang)),
        AppCommand::AddDepartment => Some(actions::add_department(session, lang)),
        AppCommand::AddChannel => Some(actions::add_channel(session, ChannelKind::Other, lang)),
        _ => return Ok(Outcome::NotHere),
    };
    action.map_or(Ok(Outcome::Nothing), |action| run_action(session, action))
}

/// Runs an action as one step of the history and shows what it made.
pub fn run_action(session: &mut Session, action: Action) -> Result<Outcome, EditError> {
    match action.select {
        Some(selection) => session.run_selecting(&action.command, selection)?,
        None => session.run(&action.command)?,
    }
    Ok(action.edit_text.map_or(Outcome::Done, Outcome::EditText))
}

/// All cards of the journey shown, in the order of their ids.
fn select_all(session: &mut Session) -> Outcome {
    let Some(journey) = session.journey() else { return Outcome::Nothing };
    let project = session.project();
    let is_here = |lane| project.lanes.get(lane).is_some_and(|lane| lane.journey == journey && !lane.hidden);
    let mut selection =
        Selection::of(project.cards.iter().filter(|card| is_here(card.lane)).map(|card| card.id.into()));
    selection.focus(session.selection().cell());
    session.select(selection);
    Outcome::Done
}
