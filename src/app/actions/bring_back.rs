//! What only the as-is has comes into the to-be again: a card with the lane and the step it stood in, a step with
//! its cards, a lane, a phase. Each knows what it was made from.

use super::{Action, add_at_end, batch};
use crate::app::{Cell, Selection, Session};
use crate::base::IdSource;
use crate::compare::{Comparison, compare};
use crate::edit::{Command, RecordKind, Verb};
use crate::model::{
    Card, CardId, JourneyId, Lane, LaneId, Mark, MarkSource, Phase, PhaseId, Project, RecordId, Step, StepId,
};
use std::collections::BTreeMap;

/// Brings a record of the as-is back; `None` when the to-be has it.
pub fn bring_back(session: &mut Session, (as_is, to_be): (JourneyId, JourneyId), record: RecordId) -> Option<Action> {
    let project = session.project().clone();
    let comparison = compare(&project, as_is, to_be)?;
    let mut back = Back {
        project: &project,
        comparison: &comparison,
        to_be,
        ids: session.ids(),
        made: BTreeMap::new(),
        commands: Vec::new(),
    };
    let made = match record {
        RecordId::Card(card) => back.card(card)?.into(),
        RecordId::Step(step) => back.whole_step(step)?.into(),
        RecordId::Lane(lane) => back.whole_lane(lane)?.into(),
        RecordId::Phase(phase) => back.whole_phase(phase)?.into(),
        _ => return None,
    };
    let commands = back.commands;
    let mut selection = Selection::of([made]);
    if let Some(cell) = cell_of_card(&commands, made) {
        selection.focus(Some(cell));
    }
    let kind = RecordKind::from(made);
    (!commands.is_empty()).then(|| Action::new(batch(Verb::Add, kind, commands)).selecting(selection))
}

fn cell_of_card(commands: &[Command], made: RecordId) -> Option<Cell> {
    commands.iter().find_map(|command| match command {
        Command::Add { record: crate::model::AnyRecord::Card(card), .. } if made == card.id.into() => {
            Some(Cell { lane: card.lane, step: card.step })
        }
        _ => None,
    })
}

struct Back<'a> {
    project: &'a Project,
    comparison: &'a Comparison,
    to_be: JourneyId,
    ids: &'a mut IdSource,
    /// What was made of which record of the as-is.
    made: BTreeMap<RecordId, RecordId>,
    commands: Vec<Command>,
}

impl Back<'_> {
    fn add(&mut self, record: impl Into<crate::model::AnyRecord>, before: Option<RecordId>) {
        self.commands.push(Command::Add { record: record.into(), before });
    }

    /// The phase of the to-be, made anew where it is gone.
    fn phase(&mut self, id: PhaseId) -> Option<PhaseId> {
        let made = self.made.get(&id.into()).and_then(|made| PhaseId::try_from(*made).ok());
        if let Some(there) = self.comparison.pairs.phase_to(id).or(made) {
            return Some(there);
        }
        let phase = self.project.phases.get(id)?.clone();
        let mut later = self.project.phases_of(phase.journey).into_iter().skip_while(|other| other.id != id).skip(1);
        let before = later.find_map(|other| self.comparison.pairs.phase_to(other.id));
        let copy = Phase { id: self.ids.next(), journey: self.to_be, origin: Some(id), ..phase };
        let new = copy.id;
        self.made.insert(id.into(), new.into());
        self.add(copy, before.map(Into::into));
        Some(new)
    }

    /// The lane of the to-be, made anew where it is gone.
    fn lane(&mut self, id: LaneId) -> Option<LaneId> {
        let made = self.made.get(&id.into()).and_then(|made| LaneId::try_from(*made).ok());
        if let Some(there) = self.comparison.pairs.lane_to(id).or(made) {
            return Some(there);
        }
        let lane = self.project.lanes.get(id)?.clone();
        let mut later = self.project.lanes_of(lane.journey).into_iter().skip_while(|other| other.id != id).skip(1);
        let before = later.find_map(|other| self.comparison.pairs.lane_to(other.id));
        let copy = Lane { id: self.ids.next(), journey: self.to_be, origin: Some(id), ..lane };
        let new = copy.id;
        self.made.insert(id.into(), new.into());
        self.add(copy, before.map(Into::into));
        Some(new)
    }

    /// The step of the to-be, made anew where it is gone: before the next one of its phase that is there.
    fn step(&mut self, id: StepId) -> Option<StepId> {
        let made = self.made.get(&id.into()).and_then(|made| StepId::try_from(*made).ok());
        if let Some(there) = self.comparison.pairs.step_to(id).or(made) {
            return Some(there);
        }
        let step = self.project.steps.get(id)?.clone();
        let phase = self.phase(step.phase)?;
        let later = self.project.steps_of(step.phase).into_iter().skip_while(|other| other.id != id).skip(1);
        let there = later.filter_map(|other| self.comparison.pairs.step_to(other.id));
        let before = there.into_iter().find(|to| self.project.steps.get(*to).is_some_and(|to| to.phase == phase));
        let copy = Step { id: self.ids.next(), phase, origin: Some(id), ..step };
        let new = copy.id;
        self.made.insert(id.into(), new.into());
        self.add(copy, before.map(Into::into));
        Some(new)
    }

    fn card(&mut self, id: CardId) -> Option<CardId> {
        if self.comparison.pairs.card_to(id).is_some() {
            return None;
        }
        let card = self.project.cards.get(id)?.clone();
        let (lane, step) = (self.lane(card.lane)?, self.step(card.step)?);
        let below = self.project.cards_in(card.lane, card.step).into_iter().skip_while(|other| other.id != id).skip(1);
        let before = below
            .filter_map(|other| self.comparison.pairs.card_to(other.id))
            .find(|there| self.project.cards.get(*there).is_some_and(|there| (there.lane, there.step) == (lane, step)));
        let mut copy = Card { id: self.ids.next(), lane, step, origin: Some(id), ..card };
        let pairs = &self.comparison.pairs;
        copy.opportunity.answers = copy.opportunity.answers.iter().filter_map(|pain| pairs.card_to(*pain)).collect();
        let new = copy.id;
        self.add(copy, before.map(Into::into));
        Some(new)
    }

    /// A step with its cards and what the room agreed on.
    fn whole_step(&mut self, id: StepId) -> Option<StepId> {
        let step = self.step(id).filter(|_| self.comparison.pairs.step_to(id).is_none())?;
        for card in self.cards(|card| card.step == id) {
            self.card(card);
        }
        let agreed = |mark: &&Mark| mark.step == id && mark.source == MarkSource::Agreed;
        for mark in self.project.marks.iter().filter(agreed).cloned().collect::<Vec<_>>() {
            let copy = Mark { id: self.ids.next(), step, ..mark };
            self.commands.push(add_at_end(copy));
        }
        Some(step)
    }

    fn whole_lane(&mut self, id: LaneId) -> Option<LaneId> {
        let lane = self.lane(id).filter(|_| self.comparison.pairs.lane_to(id).is_none())?;
        for card in self.cards(|card| card.lane == id && self.comparison.pairs.step_to(card.step).is_some()) {
            self.card(card);
        }
        Some(lane)
    }

    fn whole_phase(&mut self, id: PhaseId) -> Option<PhaseId> {
        let phase = self.phase(id).filter(|_| self.comparison.pairs.phase_to(id).is_none())?;
        for step in self.project.steps_of(id).iter().map(|step| step.id).collect::<Vec<_>>() {
            self.whole_step(step);
        }
        Some(phase)
    }

    /// Cards of the as-is in the order of their cells, those in hidden lanes too.
    fn cards(&self, is_meant: impl Fn(&Card) -> bool) -> Vec<CardId> {
        let mut cards: Vec<&Card> = self.project.cards.iter().filter(|card| is_meant(card)).collect();
        cards.sort_by(|a, b| (a.lane, a.step, &a.order, a.id).cmp(&(b.lane, b.step, &b.order, b.id)));
        cards.into_iter().map(|card| card.id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{AppCommand, Example, perform, run_action};
    use crate::i18n::Lang;

    fn pair() -> (Session, (JourneyId, JourneyId)) {
        let project = Example::WinterCoat.project().unwrap();
        let as_is = project.journeys_in_order()[0].id;
        let mut session = Session::new(project, None, IdSource::seeded(4));
        perform(&mut session, AppCommand::MakeToBe, Lang::Ja).unwrap();
        let to_be = session.journey().unwrap();
        (session, (as_is, to_be))
    }

    fn copy_of(session: &Session, to_be: JourneyId, card: CardId) -> Option<Card> {
        let is_here = |copy: &&Card| session.project().lanes.get(copy.lane).is_some_and(|lane| lane.journey == to_be);
        session.project().cards.iter().filter(is_here).find(|copy| copy.origin == Some(card)).cloned()
    }

    #[test]
    fn a_card_that_was_deleted_in_the_to_be_comes_back_to_its_place() {
        let (mut session, pair) = pair();
        let card = session.project().cards.iter().find(|card| copy_of(&session, pair.1, card.id).is_some()).unwrap().id;
        let copy = copy_of(&session, pair.1, card).unwrap();
        assert!(bring_back(&mut session, pair, card.into()).is_none(), "it is there");
        session.run(&Command::Delete(vec![copy.id.into()])).unwrap();
        let before = session.project().clone();
        let action = bring_back(&mut session, pair, card.into()).unwrap();
        run_action(&mut session, action).unwrap();
        let back = copy_of(&session, pair.1, card).unwrap();
        assert_eq!((back.lane, back.step, &back.text), (copy.lane, copy.step, &copy.text));
        assert!(session.selection().contains(back.id));
        session.undo();
        assert!(session.project().same_as(&before), "one undo");
    }

    #[test]
    fn a_step_comes_back_with_its_cards_and_a_card_brings_its_step() {
        let (mut session, pair) = pair();
        let as_is = session.project().steps_in_journey(pair.0)[2].clone();
        let copy = session.project().steps.iter().find(|step| step.origin == Some(as_is.id)).unwrap().id;
        session.run(&Command::Delete(vec![copy.into()])).unwrap();
        let card = session.project().cards.iter().find(|card| card.step == as_is.id).unwrap().id;
        let action = bring_back(&mut session, pair, card.into()).unwrap();
        run_action(&mut session, action).unwrap();
        let step = copy_of(&session, pair.1, card).unwrap().step;
        assert_eq!(session.project().steps_in_journey(pair.1)[2].id, step, "where it stood");
        session.undo();
        let action = bring_back(&mut session, pair, as_is.id.into()).unwrap();
        run_action(&mut session, action).unwrap();
        let cards = session.project().cards.iter().filter(|card| card.step == as_is.id);
        let missing: Vec<_> = cards.filter(|card| copy_of(&session, pair.1, card.id).is_none()).collect();
        assert!(missing.is_empty(), "with all its cards: {missing:?}");
    }
}
