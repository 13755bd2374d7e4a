//! What the canvas asks for. Plain data, performed after the frame is drawn.

use crate::app::actions::{
    self, Action, CardDrop, CopyDrop, HandoffChange, add_named_phase, add_named_step, change_handoff, link,
};
use crate::app::curves::{Curves, choose_curves};
use crate::app::{AppCommand, Selection, Session, run_action, set_emotion};
use crate::base::OrderKey;
use crate::edit::{Command, EditError};
use crate::i18n::Lang;
use crate::model::{Card, CardId, JourneyId, LaneId, LaneKind, PhaseId, RecordId, Step, StepId};

/// Something the canvas asks for.
#[derive(Clone, Debug)]
pub(crate) enum MapAction {
    /// One step of the history.
    Run(Command),
    /// A new card with this text, selected.
    AddCard {
        /// Its lane.
        lane: LaneId,
        /// Its step.
        step: StepId,
        /// The card it goes before.
        before: Option<CardId>,
        /// What it says.
        text: String,
    },
    /// A new step with this name at the end of a phase, selected.
    AddStep {
        /// The phase.
        phase: PhaseId,
        /// Its name.
        name: String,
    },
    /// A new phase with this name and a step at the end of a journey, selected.
    AddPhase {
        /// The journey.
        journey: JourneyId,
        /// Its name.
        name: String,
    },
    /// Sets the emotion that the keyboard is at.
    SetEmotion(f32),
    /// A branch or loop from a step to another; selected.
    Link(StepId, StepId),
    /// A change of what is said about the way from a step to another.
    Handoff(StepId, StepId, HandoffChange),
    /// A drag begins.
    BeginGesture,
    /// What the drag would come to.
    Preview(Command),
    /// The drag ends.
    Commit,
    /// The drag is dropped.
    Cancel,
    /// Selects.
    Select(Selection),
    /// Something was to be changed that only the as-is has: the window says so.
    OnlyInAsIs,
    /// A card that only the as-is has was clicked.
    Ghost(CardId),
    /// Dragged cards are dropped.
    DropCards(CardDrop),
    /// Copies of steps, phases or lanes are dropped.
    DropCopies(CopyDrop),
    /// A step without a name yet; selected.
    InsertStep {
        /// Its phase.
        phase: PhaseId,
        /// The step it goes before.
        before: Option<StepId>,
    },
    /// A kind of lane is shown, or hidden.
    ToggleLaneKind(LaneKind, Lang),
    /// A lane is shown, or hidden.
    ToggleLane(LaneId),
    /// A lane becomes a thin row, or a full one again.
    ToggleCollapsed(LaneId),
    /// A lane of the team's own, under this name.
    AddNamedLane(String),
    /// Other curves are shown or edited.
    Curves(Box<Curves>),
    /// A name of the feedback means a step: the window does it and says so.
    AssignName(String, StepId),
    /// A command of the table, which the window carries out.
    Command(AppCommand),
}

impl MapAction {
    /// Whether the document stays as it is.
    pub(crate) const fn only_selects(&self) -> bool {
        matches!(self, Self::Select(_) | Self::Curves(_) | Self::Ghost(_))
    }

    /// Does it. A command of the table is not done here: the window does those.
    pub(crate) fn perform(self, session: &mut Session) -> Result<(), EditError> {
        match self {
            Self::Run(command) => session.run(&command),
            Self::AddCard { lane, step, before, text } => add_card(session, lane, step, before, text),
            Self::AddStep { phase, name } => {
                let action = add_named_step(session, phase, name);
                run_action(session, action).map(drop)
            }
            Self::AddPhase { journey, name } => {
                let action = add_named_phase(session, journey, name);
                run_action(session, action).map(drop)
            }
            Self::SetEmotion(value) => set_emotion(session, value).map(drop),
            Self::Link(from, to) => match link(session, from, to) {
                Some(action) => run_action(session, action).map(|_| ()),
                None => Ok(()),
            },
            Self::Handoff(from, to, change) => handoff(session, from, to, change),
            Self::BeginGesture => {
                session.begin_gesture();
                Ok(())
            }
            Self::Preview(command) => session.preview(&command),
            Self::Commit => {
                session.commit();
                Ok(())
            }
            Self::Cancel => {
                session.cancel();
                Ok(())
            }
            Self::DropCards(drop) => {
                let action = actions::drop_cards(session, &drop);
                run(session, action)
            }
            Self::DropCopies(drop) => {
                let action = actions::drop_copies(session, &drop);
                run(session, action)
            }
            Self::InsertStep { phase, before } => insert_step(session, phase, before),
            Self::ToggleLaneKind(kind, lang) => {
                let action = actions::toggle_lane_kind(session, kind, lang);
                run(session, action)
            }
            Self::ToggleLane(lane) => run(session, actions::toggle_lane(session, lane)),
            Self::ToggleCollapsed(lane) => run(session, actions::toggle_collapsed(session, lane)),
            Self::AddNamedLane(title) => {
                let action = actions::add_named_lane(session, &title);
                run(session, action)
            }
            Self::Curves(curves) => {
                choose_curves(session, *curves);
                Ok(())
            }
            Self::Command(_) | Self::AssignName(..) | Self::OnlyInAsIs | Self::Ghost(_) => Ok(()),
            Self::Select(selection) => {
                session.select(selection);
                session.end_coalescing();
                Ok(())
            }
        }
    }
}

fn run(session: &mut Session, action: Option<Action>) -> Result<(), EditError> {
    action.map_or(Ok(()), |action| run_action(session, action).map(|_| ()))
}

fn insert_step(session: &mut Session, phase: PhaseId, before: Option<StepId>) -> Result<(), EditError> {
    let step = Step::new(session.new_id(), phase, OrderKey::default());
    let id = RecordId::Step(step.id);
    session.run_selecting(&Command::Add { record: step.into(), before: before.map(Into::into) }, [id])
}

fn add_card(
    session: &mut Session,
    lane: LaneId,
    step: StepId,
    before: Option<CardId>,
    text: String,
) -> Result<(), EditError> {
    let card = Card { text, ..session.new_card(lane, step) };
    let id = RecordId::Card(card.id);
    session.run_selecting(&Command::Add { record: card.into(), before: before.map(Into::into) }, [id])
}

/// Typing a remark is one step of the history, each answer is one of its own.
fn handoff(session: &mut Session, from: StepId, to: StepId, change: HandoffChange) -> Result<(), EditError> {
    let is_typed = matches!(change, HandoffChange::Note(_));
    let command = change_handoff(session, from, to, change);
    if is_typed { session.run_coalescing(&command, "handoff remark") } else { session.run(&command) }
}
