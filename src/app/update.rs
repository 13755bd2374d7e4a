//! Carries out the commands that concern the document. All others belong to the window.

use super::actions::{self, Action, Direction};
use super::curves::next_curve;
use super::walk::Walk;
use super::{AppCommand, Selection, Session};
use crate::edit::{EditError, Label};
use crate::i18n::Lang;
use crate::model::{ChannelKind, Evidence, JourneyState, PersonaKind, RecordId};

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
    if let Some(walk) = Walk::of(command) {
        return Ok(selected(session, walk.goal(session)));
    }
    let action = match command {
        AppCommand::Undo => return Ok(session.undo().map_or(Outcome::Nothing, Outcome::Undone)),
        AppCommand::Redo => return Ok(session.redo().map_or(Outcome::Nothing, Outcome::Redone)),
        AppCommand::NextCurve => return Ok(next_curve(session)),
        AppCommand::SelectAll => return Ok(selected(session, actions::select_all(session))),
        AppCommand::ClearSelection => return Ok(clear_selection(session)),
        AppCommand::RaiseEmotion => return nudge(session, actions::NUDGE),
        AppCommand::LowerEmotion => return nudge(session, -actions::NUDGE),
        AppCommand::Duplicate if actions::is_to_be_filled(session) => actions::fill(session),
        AppCommand::Rename => return Ok(session.selection().primary().map_or(Outcome::Nothing, Outcome::EditText)),
        AppCommand::Duplicate => actions::duplicate(session, lang),
        AppCommand::Delete => actions::delete(session),
        AppCommand::MoveLeft => actions::shift(session, Direction::Left),
        AppCommand::MoveRight => actions::shift(session, Direction::Right),
        AppCommand::MoveUp => actions::shift(session, Direction::Up),
        AppCommand::MoveDown => actions::shift(session, Direction::Down),
        AppCommand::EvidenceAssumed => actions::set_evidence(session, Evidence::Assumed),
        AppCommand::EvidencePartly => actions::set_evidence(session, Evidence::Partly),
        AppCommand::EvidenceResearched => actions::set_evidence(session, Evidence::Researched),
        AppCommand::VoteAdd => actions::vote(session, true),
        AppCommand::VoteTake => actions::vote(session, false),
        AppCommand::Wider => actions::widen(session, true),
        AppCommand::Narrower => actions::widen(session, false),
        AppCommand::SpanMore => actions::span(session, true),
        AppCommand::SpanLess => actions::span(session, false),
        AppCommand::UsualSize => actions::usual_size(session),
        AppCommand::CollapseLane => actions::collapse_lanes(session),
        AppCommand::HideLane => actions::hide_lanes(session),
        AppCommand::ShowAllLanes => actions::show_all_lanes(session),
        AppCommand::AddCard => actions::add_card(session),
        AppCommand::AddStep => actions::add_step(session, lang),
        AppCommand::InsertStepBefore => actions::insert_step_before(session, lang),
        AppCommand::AddPhase => actions::add_phase(session, lang),
        AppCommand::AddLane => actions::add_lane(session, lang),
        AppCommand::AddBlueprint => actions::add_blueprint(session),
        AppCommand::SplitStep => actions::split_step(session, lang),
        AppCommand::MergeSteps => actions::merge_steps(session, lang),
        AppCommand::SplitPhase => actions::split_phase(session, lang),
        AppCommand::MergePhases => actions::merge_phases(session),
        AppCommand::LinkThese => actions::link_selected(session),
        AppCommand::ReverseLink => actions::reverse_link(session),
        AppCommand::OtherLinkKind => actions::other_link_kind(session),
        AppCommand::AddJourney => Some(actions::add_journey(session, JourneyState::AsIs, lang)),
        AppCommand::MakeToBe => session.journey().and_then(|journey| actions::make_to_be(session, journey, lang)),
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

fn selected(session: &mut Session, selection: Option<Selection>) -> Outcome {
    let Some(selection) = selection else { return Outcome::Nothing };
    session.select(selection);
    session.end_coalescing();
    Outcome::Done
}

/// First several things become the one that leads, or its cell; then nothing is selected.
fn clear_selection(session: &mut Session) -> Outcome {
    let selection = session.selection();
    if selection.is_empty() && selection.cell().is_none() {
        return Outcome::Nothing;
    }
    let mut one = match selection.corner() {
        Some(_) => Selection::default(),
        None if selection.records().len() > 1 => Selection::of(selection.primary()),
        None => return selected(session, Some(Selection::default())),
    };
    one.focus(selection.cell());
    selected(session, Some(one))
}

/// Nudges of one emotion are one step of the history until one goes elsewhere.
fn nudge(session: &mut Session, by: f32) -> Result<Outcome, EditError> {
    let Some(action) = actions::nudge_emotion(session, by) else { return Ok(Outcome::Nothing) };
    run_emotion(session, &action)
}

/// Sets the emotion that the keyboard is at to a value of the axis. Digits typed one after the other are one step.
pub fn set_emotion(session: &mut Session, value: f32) -> Result<Outcome, EditError> {
    let Some(action) = actions::set_emotion(session, value) else { return Ok(Outcome::Nothing) };
    run_emotion(session, &action)
}

fn run_emotion(session: &mut Session, action: &Action) -> Result<Outcome, EditError> {
    session.run_coalescing(&action.command, "emotion by keys")?;
    actions::select_emotion(session);
    Ok(Outcome::Done)
}
