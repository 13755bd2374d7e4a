//! What happens between steps: branches and loops, and what a handoff says.

use super::{Action, add_at_end};
use crate::app::{Selection, Session};
use crate::edit::Command;
use crate::model::{Carried, Handoff, Link, LinkKind, Project, RecordId, StepId, Topic};

/// A link between two steps, with its condition to be typed next. One that is there already is selected.
pub fn link(session: &mut Session, from: StepId, to: StepId) -> Option<Action> {
    let project = session.project();
    let kind = LinkKind::usual(place(project, from)?, place(project, to)?);
    let known = project.links.iter().find(|link| (link.from, link.to) == (from, to)).map(|link| link.id);
    if let Some(id) = known {
        session.select(Selection::from([id.into()]));
        return None;
    }
    let id = session.new_id();
    Some(Action::new(add_at_end(Link::new(id, from, to, kind))).selecting([id.into()]).editing(id))
}

/// A link between the two selected steps, from the one picked first.
pub(crate) fn link_selected(session: &mut Session) -> Option<Action> {
    let [from, to] = selected_steps(session)[..] else { return None };
    link(session, from, to)
}

/// The selected link the other way round; a loop that now leads on becomes a branch, and back.
pub(crate) fn reverse_link(session: &Session) -> Option<Action> {
    let link = selected_link(session)?;
    Some(Action::new(Command::Edit(reversed(session.project(), link)?.into())))
}

/// A link the other way round.
#[must_use]
pub fn reversed(project: &Project, link: &Link) -> Option<Link> {
    let (from, to) = (place(project, link.from)?, place(project, link.to)?);
    let was_usual = link.kind == LinkKind::usual(from, to);
    let kind = if was_usual { LinkKind::usual(to, from) } else { link.kind };
    Some(Link { from: link.to, to: link.from, kind, ..link.clone() })
}

/// The selected link as the other sort.
pub(crate) fn other_link_kind(session: &Session) -> Option<Action> {
    let link = selected_link(session)?;
    Some(Action::new(Command::Edit(Link { kind: link.kind.other(), ..link.clone() }.into())))
}

/// The selected steps in the order in which they were picked.
#[must_use]
pub fn selected_steps(session: &Session) -> Vec<StepId> {
    let steps = session.selection().records().iter().filter_map(|record| match record {
        RecordId::Step(step) => Some(*step),
        _ => None,
    });
    steps.collect()
}

fn selected_link(session: &Session) -> Option<&Link> {
    let Some(RecordId::Link(link)) = session.selection().primary() else { return None };
    session.project().links.get(link)
}

/// Which column a step is.
fn place(project: &Project, step: StepId) -> Option<usize> {
    let steps = project.steps_in_journey(project.journey_of_step(step)?);
    steps.iter().position(|other| other.id == step)
}

/// The step that the customer comes to next.
#[must_use]
pub fn next_step(project: &Project, step: StepId) -> Option<StepId> {
    let steps = project.steps_in_journey(project.journey_of_step(step)?);
    let place = steps.iter().position(|other| other.id == step)?;
    steps.get(place + 1).map(|next| next.id)
}

/// A change of what a handoff says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandoffChange {
    /// One of the four questions is answered.
    Answer(Topic, Carried),
    /// All four are answered alike.
    All(Carried),
    /// A remark.
    Note(String),
}

/// Changes what is said about the way between two steps; nothing was said before the first change.
pub fn change_handoff(session: &mut Session, from: StepId, to: StepId, change: HandoffChange) -> Command {
    let known = session.project().handoff_between(from, to).cloned();
    let is_new = known.is_none();
    let mut handoff = known.unwrap_or_else(|| Handoff::new(session.new_id(), from, to));
    match change {
        HandoffChange::Answer(topic, carried) => handoff.set_answer(topic, carried),
        HandoffChange::All(carried) => Topic::ALL.into_iter().for_each(|topic| handoff.set_answer(topic, carried)),
        HandoffChange::Note(note) => handoff.note = note,
    }
    if is_new { add_at_end(handoff) } else { Command::Edit(handoff.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::session;
    use crate::app::{AppCommand, Outcome, perform, run_action};
    use crate::i18n::Lang;

    fn steps(session: &Session) -> Vec<StepId> {
        session.project().steps_in_journey(session.journey().unwrap()).iter().map(|step| step.id).collect()
    }

    #[test]
    fn two_selected_steps_are_linked_in_the_order_picked_and_the_link_asks_for_its_condition() {
        let (mut session, _) = session();
        let steps = steps(&session);
        session.select(Selection::from([steps[2].into(), steps[0].into()]));
        let outcome = perform(&mut session, AppCommand::LinkThese, Lang::En).unwrap();
        let link = session.project().links.iter().next().unwrap().clone();
        assert_eq!((link.from, link.to, link.kind), (steps[2], steps[0], LinkKind::Loop));
        assert_eq!(outcome, Outcome::EditText(link.id.into()));
        assert!(session.selection().contains(link.id));

        perform(&mut session, AppCommand::ReverseLink, Lang::En).unwrap();
        let turned = session.project().links.get(link.id).unwrap().clone();
        assert_eq!((turned.from, turned.to, turned.kind), (steps[0], steps[2], LinkKind::Branch));
        perform(&mut session, AppCommand::OtherLinkKind, Lang::En).unwrap();
        assert_eq!(session.project().links.get(link.id).unwrap().kind, LinkKind::Loop);
        for _ in 0..3 {
            session.undo();
        }
        assert!(session.project().links.is_empty());
    }

    #[test]
    fn a_link_that_is_there_is_selected_and_not_made_twice() {
        let (mut session, _) = session();
        let steps = steps(&session);
        let first = link(&mut session, steps[0], steps[2]).unwrap();
        run_action(&mut session, first).unwrap();
        session.select_nothing();
        assert_eq!(link(&mut session, steps[0], steps[2]), None);
        assert_eq!(session.project().links.len(), 1);
        assert!(matches!(session.selection().primary(), Some(RecordId::Link(_))));
    }

    #[test]
    fn the_first_answer_makes_the_handoff_and_the_next_ones_change_it() {
        let (mut session, _) = session();
        let steps = steps(&session);
        for change in [
            HandoffChange::Answer(Topic::History, Carried::No),
            HandoffChange::Note("asked twice".to_owned()),
            HandoffChange::Answer(Topic::Identity, Carried::Yes),
        ] {
            let command = change_handoff(&mut session, steps[0], steps[1], change);
            session.run(&command).unwrap();
        }
        let said = session.project().handoff_between(steps[0], steps[1]).unwrap();
        assert_eq!((said.identity, said.history, said.note.as_str()), (Carried::Yes, Carried::No, "asked twice"));
        assert_eq!(session.project().handoffs.len(), 1);
        let command = change_handoff(&mut session, steps[0], steps[1], HandoffChange::All(Carried::Yes));
        session.run(&command).unwrap();
        assert!(session.project().handoff_between(steps[0], steps[1]).unwrap().is_carried());
        for _ in 0..4 {
            session.undo();
        }
        assert!(session.project().handoffs.is_empty());
    }
}
